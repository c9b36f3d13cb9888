"""The window speaks the languages of its users; what is not translated (`services.interface_words`) stays English."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from tomas_desktop.services import interface_words, messages

# Each language by the name that its readers give it.
LANGUAGES = {
    "en": "English", "sr-Latn": "Srpski (latinica)", "sr-Cyrl": "Српски (ћирилица)", "mk": "Македонски", "sq": "Shqip",
}  # fmt: skip


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


# Who asks for names of keys: these stay as they are printed on the keyboard, and as shortcuts are read.
_NEVER = ("QShortcut",)


class Words(QTranslator):
    """Answers Qt's question how a text reads in the language, whoever asks."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._form = interface_words.words(language), FORMS[language]

    def isEmpty(self) -> bool:
        return not self._words

    def translate(self, context: str, source: str, _disambiguation: str | None = None, n: int = -1) -> str | None:  # type: ignore[override]
        forms = self._words.get(source) if context not in _NEVER else None
        if not forms:
            return None  # Qt asks the next translator, and in the end takes the text itself
        return forms[min(self._form(max(n, 0)), len(forms) - 1)]


def later(text: str) -> str:
    """A text of a table, which is translated where it is shown; this is how translators find it."""
    return text


def chosen(setting: str) -> str:
    """The language of a setting; of "" that of the system, English where the program does not speak it."""
    wanted = [setting, *QLocale.system().uiLanguages()]
    return next((found for tag in wanted if tag and (found := messages.nearest(tag))), "en")


def speak(language: str) -> None:
    """Let the application speak a language from now on. A window that stands already keeps its words: open it again."""
    application = QApplication.instance()
    assert application is not None
    for old in application.findChildren(Words):
        application.removeTranslator(old)
        old.deleteLater()
    application.installTranslator(Words(language, application))
    messages.speak(language)
