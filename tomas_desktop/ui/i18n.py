"""The words of the interface in the languages of its users, from `resources/i18n/<language>.toml`.

A file says for each English text how it reads in the language; of a text that counts (`%n`) one form for each kind of
number. Serbian in Cyrillic is not written: it is the Latin one, transliterated. What is not translated stays English.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache

from PySide6.QtCore import QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from tomas_desktop import paths
from tomas_desktop.text.scripts import to_cyrillic

# Each language by the name that its readers give it.
LANGUAGES = {
    "en": "English", "sr-Latn": "Srpski (latinica)", "sr-Cyrl": "Српски (ћирилица)", "mk": "Македонски", "sq": "Shqip",
}  # fmt: skip

# A field, a tag, an address or a key stays in Latin letters in every script.
_KEPT = re.compile(
    r"(\{[^}]*\}|%n|<[^>]*>|https?://\S+|\b(?:Ctrl|Shift|Alt|Esc|Enter|F\d+)\b|\b(?:Word|HTML|PDF|CSV)\b)"
)


def _slavic(n: int) -> int:
    """1, 21, 31 | 2-4, 22-24 | 5-20, 25-30."""
    if n % 10 == 1 and n % 100 != 11:
        return 0
    return 1 if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else 2


def _one_or_many(n: int) -> int:
    return 0 if n == 1 else 1


def _macedonian(n: int) -> int:
    return 0 if n % 10 == 1 and n % 100 != 11 else 1


FORMS: Mapping[str, Callable[[int], int]] = {
    "en": _one_or_many, "sr-Latn": _slavic, "sr-Cyrl": _slavic, "mk": _macedonian, "sq": _one_or_many,
}  # fmt: skip


@cache
def words(language: str) -> Mapping[str, str | tuple[str, ...]]:
    """Every translated text of a language by its English one; the forms of one that counts in their order."""
    if language == "sr-Cyrl":
        latin = words("sr-Latn")
        return {
            source: _cyrillic(text) if isinstance(text, str) else tuple(map(_cyrillic, text))
            for source, text in latin.items()
        }
    path = paths.resources() / "i18n" / f"{language}.toml"
    if not path.is_file():
        return {}
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    return {source: text if isinstance(text, str) else tuple(text) for source, text in read.items()}


def _cyrillic(text: str) -> str:
    return "".join(part if i % 2 else to_cyrillic(part) for i, part in enumerate(_KEPT.split(text)))


class Words(QTranslator):
    """Answers Qt's question how a text reads in the language, whoever asks."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._form = words(language), FORMS[language]

    def isEmpty(self) -> bool:
        return not self._words

    def translate(self, _context: str, source: str, _disambiguation: str | None = None, n: int = -1) -> str | None:  # type: ignore[override]
        found = self._words.get(source)
        if found is None or isinstance(found, str):
            return found  # None: Qt asks the next translator, and in the end takes the text itself
        return found[min(self._form(max(n, 0)), len(found) - 1)]


def later(text: str) -> str:
    """A text of a table, which is translated where it is shown; this is how translators find it."""
    return text


def chosen(setting: str) -> str:
    """The language of a setting; of "" that of the system, English where the program does not speak it."""
    if setting in LANGUAGES:
        return setting
    for tag in QLocale.system().uiLanguages():
        parts = tag.split("-")
        if parts[0] in ("sr", "bs", "hr", "cnr"):
            return "sr-Cyrl" if "Cyrl" in parts else "sr-Latn"
        if parts[0] in LANGUAGES:
            return parts[0]
    return "en"


def speak(language: str) -> None:
    """Let the application speak a language from now on. A window that stands already keeps its words: open it again."""
    application = QApplication.instance()
    assert application is not None
    for old in application.findChildren(Words):
        application.removeTranslator(old)
        old.deleteLater()
    application.installTranslator(Words(language, application))
