"""What the program says, in five languages."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import tomas_desktop
from tomas_desktop.errors import TomasError
from tomas_desktop.model.finding import Finding
from tomas_desktop.paths import resources
from tomas_desktop.services import messages

WRITTEN = ("sr-Latn", "mk", "sq")  # sr-Cyrl is derived
LETTERS = {
    "sr-Latn": "a-pr-vzA-PR-VZčćžšđČĆŽŠĐ",
    "sr-Cyrl": "абвгдђежзијклљмнњопрстћуфхцчџшАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ",
    "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝАБВГДЃЕЖЗЅИЈКЛЉМНЊОПРСТЌУФХЦЧЏШ",
    "sq": "a-zA-ZëçËÇ",
}
LATIN_EVERYWHERE = re.compile(  # options, files, keys, short names and formats
    r"\{[^}]*\}|--\w+|[\w-]*[#=_][\w#=_-]+|\w*\.[a-z]{3,4}\b|\b[A-Z]{2,}(?:-8)?\b|Đ"
    r"|\b(?:Akoma Ntoso|code|eId|en|Formex|LibreOffice|mk|OpenDocument|sq|sr|translation|Word)\b"
)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TOMAS_CONFIG", str(tmp_path))
    return tmp_path / "messages"


@pytest.fixture
def english_afterwards():
    yield
    messages.speak("en")


# ---- what every language keeps -----------------------------------------------------------------------------


@pytest.mark.parametrize("language", WRITTEN)
def test_every_code_is_said_in_every_language(language):
    english, own = messages.templates("en"), messages.templates(language)
    assert [code for code in english if code not in own] == []
    assert [code for code in own if code not in english] == []


@pytest.mark.parametrize("language", messages.LANGUAGES[1:])
def test_every_sentence_fills_in_exactly_what_the_english_one_does(language):
    for code, english in messages.templates("en").items():
        assert messages.fields(messages.template_of(code, language)) == messages.fields(english), code


@pytest.mark.parametrize("language", messages.LANGUAGES[1:])
def test_a_sentence_is_written_in_the_letters_of_its_language(language):
    for code, text in messages.templates(language).items():
        found = re.findall(rf"[^\W\d_{LETTERS[language]}]", LATIN_EVERYWHERE.sub(" ", text))
        assert found == [], (code, text)


@pytest.mark.parametrize("language", WRITTEN)
def test_a_sentence_ends_as_the_english_one_does(language):
    for code, english in messages.templates("en").items():
        text = messages.template_of(code, language)
        assert text.endswith(".") == english.endswith("."), (code, text)
        assert text == " ".join(text.split()), code


@pytest.mark.parametrize("language", WRITTEN)
def test_every_file_says_that_nobody_reviewed_it(language):
    for file in (resources() / "messages" / language).glob("*.toml"):
        assert "not reviewed by a native speaker" in file.read_text(encoding="utf-8").splitlines()[0], file.name


ERRORS = ("TomasError", "UnreadableError", "NotFoundError", "StaleChangeError")


def calls_and_words() -> tuple[set[str], set[str], set[str]]:
    """The codes that are raised as they stand, all strings of the program, and the beginnings of composed ones."""
    raised, words, beginnings = set(), set(), set()
    for file in Path(tomas_desktop.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words.add(node.value)
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                beginnings.add(str(node.values[0].value))
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                place = 1 if name == "Finding" else 0 if name in (*ERRORS, "sentence") else len(node.args)
                code = node.args[place] if place < len(node.args) else None
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    raised.add(code.value)
    return raised, words, {each for each in beginnings | words if re.fullmatch(r"[a-z]+(-[a-z]+)*-", each)}


def test_every_code_that_is_raised_has_a_sentence_and_every_sentence_is_said_somewhere():
    raised, words, beginnings = calls_and_words()
    english = set(messages.templates("en"))
    assert sorted(raised - english) == []
    assert sorted(code for code in english - words if not code.startswith(tuple(beginnings))) == []


# ---- how they are said -------------------------------------------------------------------------------------


def test_cyrillic_is_the_latin_sentence_with_names_and_fields_as_they_are():
    said = messages.sentence("file-is-word-97", {"file": "zakon.doc"}, "sr-Cyrl")
    assert said.startswith("zakon.doc је у старом Word формату")
    assert said.endswith("LibreOffice и сачувајте као .docx.")
    assert "rs-kz#art_185" in messages.sentence("bad-reference", {"reference": "x"}, "sr-Cyrl")
    assert "акт ЕУ" in messages.template_of("full-with-proposal", "sr-Cyrl")


def test_a_field_is_called_by_its_name_not_by_its_key():
    values = {"field": "as_of", "law": "rs-kz"}
    assert "“date of the text” of rs-kz" in messages.sentence("field-missing", values, "en")
    assert "„датум текста”" in messages.sentence("field-missing", values, "sr-Cyrl")
    assert "“own_field”" in messages.sentence("field-missing", {**values, "field": "own_field"}, "en")


def test_the_language_spoken_is_that_of_all_who_ask_for_none(english_afterwards):
    messages.speak("mk")
    assert messages.spoken() == "mk"
    assert messages.of_error(TomasError("empty-query")) == "Нема збор за пребарување."
    assert messages.of_finding(Finding("info", "no-articles")).startswith("Не е најден ниеден член")
    assert messages.of_error(TomasError("empty-query"), "sq") == "Nuk ka fjalë për të kërkuar."


def test_what_a_language_lacks_is_said_in_english_and_what_english_lacks_is_shown():
    assert messages.sentence("empty-query", {}, "de") == "There is no word to search for."
    assert messages.sentence("no-such-code", {"a": 1}, "sq") == "no-such-code a=1"


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("en_GB.UTF-8", "en"),
        ("sr", "sr-Cyrl"),
        ("sr_RS.UTF-8", "sr-Cyrl"),
        ("sr_RS.UTF-8@latin", "sr-Latn"),
        ("sr-Latn-ME", "sr-Latn"),
        ("cnr_ME", "sr-Latn"),
        ("mk-MK", "mk"),
        ("sq-XK", "sq"),
        ("de", ""),
        ("C", ""),
        ("", ""),
    ],
)
def test_the_language_of_a_system(tag, language):
    assert messages.nearest(tag) == language


# ---- corrections -------------------------------------------------------------------------------------------


def test_a_correction_goes_first_and_a_bad_one_is_passed_over(own_folder):
    (own_folder / "sr-Latn").mkdir(parents=True)
    file = own_folder / "sr-Latn" / "mine.toml"
    file.write_text('empty-query = "Upišite reč."\nno-file = "Bez polja."\nnothing = "x"\n', encoding="utf-8")
    messages.refresh()
    assert messages.sentence("empty-query", {}, "sr-Latn") == "Upišite reč."
    assert messages.sentence("empty-query", {}, "sr-Cyrl") == "Упишите реч."
    assert "x.txt" in messages.sentence("no-file", {"path": "x.txt"}, "sr-Latn")
    assert "nothing" not in messages.templates("sr-Latn")
    file.write_text("broken = ", encoding="utf-8")
    messages.refresh()
    assert messages.sentence("empty-query", {}, "sr-Latn") == "Nema reči za pretragu."
