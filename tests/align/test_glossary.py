"""The glossary as it is read, and what every row of the bundled one has to keep."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from tomas_desktop.align.glossary import LANGUAGES, Concept, Term, concepts, rows, table, text_of
from tomas_desktop.errors import TomasError
from tomas_desktop.paths import resources

FOLDER = resources() / "glossary"
HEADING = "id,en,sr,mk,sq,note,deprecated_en,deprecated_sr,deprecated_mk,deprecated_sq\n"
ALPHABETS = {
    "en": "a-zA-Z",
    "sr": "a-pr-vzA-PR-VZčćžšđČĆŽŠĐ",  # foreign letters only in the words listed below
    "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝАБВГДЃЕЖЗЅИЈКЛЉМНЊОПРСТЌУФХЦЧЏШ",
    "sq": "a-zA-ZëçËÇ",
}


@pytest.fixture(scope="module")
def bundled() -> tuple[Concept, ...]:
    return concepts([FOLDER])


def written(folder: Path, text: str, name: str = "own.csv") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def texts(concept: Concept, language: str) -> list[str]:
    return [term.text for term in (*concept.terms.get(language, ()), *concept.deprecated.get(language, ()))]


# -- how a file is read --------------------------------------------------------------------------------------------


def test_a_cell_holds_variants_the_preferred_one_first(tmp_path: Path) -> None:
    [concept] = concepts([written(tmp_path, HEADING + "lamp,lamp | light,lampa|svetiljka?,,,a note,,sijalica,,\n")])
    assert concept.terms == {"en": (Term("lamp"), Term("light")), "sr": (Term("lampa"), Term("svetiljka", True))}
    assert concept.deprecated == {"sr": (Term("sijalica"),)}
    assert (concept.id, concept.note, concept.field) == ("lamp", "a note", "own")
    assert (concept.preferred("sr"), concept.preferred("mk")) == ("lampa", "")


def test_a_table_of_institutions_has_a_column_for_each_country(tmp_path: Path) -> None:
    [concept] = concepts([written(tmp_path, "id,en,rs,mk,al,note\nmayor,mayor,gradonačelnik,градоначалник,kryetar,\n")])
    assert [concept.preferred(language) for language in LANGUAGES] == [
        "mayor",
        "gradonačelnik",
        "градоначалник",
        "kryetar",
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_a_spreadsheet_saves_is_read(tmp_path: Path, delimiter: str, line_end: str) -> None:
    rows = [["EN", "sr", "unknown"], ["red lamp", "црвена лампа", "x"], ["", "", ""], ["lamp", "лампа"]]
    text = "\ufeff" + line_end.join(delimiter.join(row) for row in rows)
    folder = written(tmp_path, text)
    assert [(c.id, c.preferred("sr")) for c in concepts([folder])] == [
        ("red-lamp", "crvena lampa"),
        ("lamp", "lampa"),
    ]


def test_letters_are_composed(tmp_path: Path) -> None:
    [concept] = concepts([written(tmp_path, "en,mk\nhouse,ку\u043a\u0301а\n")])
    assert concept.preferred("mk") == "куќа"


def test_a_later_folder_takes_the_place_of_a_concept(tmp_path: Path) -> None:
    first = written(tmp_path / "one", HEADING + "lamp,lamp,lampa,,,,,,,\ndoor,door,vrata,,,,,,,\n")
    second = written(tmp_path / "two", HEADING + "lamp,lamp,svetiljka,,,,,,,\nwall,wall,zid,,,,,,,\n")
    found = concepts([first, tmp_path / "not there", second])
    assert [(c.id, c.preferred("sr")) for c in found] == [("lamp", "svetiljka"), ("door", "vrata"), ("wall", "zid")]


@pytest.mark.parametrize(
    ("cells", "sr", "mk"),
    [
        ("lamp,lamp,svetiljka,,,,,,,", ["svetiljka"], ["светилка"]),  # an empty cell leaves what was there
        (",LAMP,svetiljka,,,,,,,", ["svetiljka"], ["светилка"]),  # the same English term is the same concept
        ("x-1,lamp,svetiljka,,,,,,,", ["svetiljka"], ["светилка"]),
        ("lamp,,,-,,,,,,", ["lampa", "sijalica"], []),  # a dash empties
        ("lamp,,,,,why,,sijalica,,", ["lampa"], ["светилка"]),  # what is deprecated is a term no more
    ],
)
def test_a_row_of_ones_own_is_laid_over_a_concept(tmp_path: Path, cells: str, sr: list[str], mk: list[str]) -> None:
    first = written(tmp_path / "one", HEADING + "lamp,lamp,lampa|sijalica,светилка,,a note,,,,\n", "street.csv")
    [concept] = concepts([first, written(tmp_path / "two", HEADING + cells + "\n")])
    assert (concept.id, concept.field) == ("lamp", "street")
    assert [term.text for term in concept.terms["sr"]] == sr
    assert [term.text for term in concept.terms.get("mk", ())] == mk


def test_a_deprecated_word_can_be_preferred_again(tmp_path: Path) -> None:
    first = written(tmp_path / "one", HEADING + "lamp,lamp,lampa,,,a note,,sijalica,,\n")
    [concept] = concepts([first, written(tmp_path / "two", HEADING + "lamp,,sijalica|lampa,,,,,,,\n")])
    assert (concept.preferred("sr"), concept.deprecated) == ("sijalica", {})


def test_a_concept_without_any_term_is_gone(tmp_path: Path) -> None:
    first = written(tmp_path / "one", HEADING + "lamp,lamp,lampa,,,why,,sijalica,,\ndoor,door,vrata,,,,,,,\n")
    assert [c.id for c in concepts([first, written(tmp_path / "two", HEADING + "lamp,-,-,,,,,,,\n")])] == ["door"]


def test_concepts_of_the_first_folder_are_told_apart_by_their_ids_alone(tmp_path: Path) -> None:
    written(tmp_path, "id,en,sr\ncourt,court,sud\n", "a.csv")
    written(tmp_path, "id,en,sr\noffice,court,dvor\n", "b.csv")
    assert [c.id for c in concepts([tmp_path])] == ["court", "office"]


def test_what_the_program_wrote_is_laid_over_other_files_of_the_folder(tmp_path: Path) -> None:
    written(tmp_path, "id,en,sr\nlamp,lamp,lampa\n", "zzz.csv")
    written(tmp_path, "id,sr,source\nlamp,svetiljka,Evronim\n")
    [concept] = concepts([tmp_path])
    assert (concept.preferred("sr"), concept.source) == ("svetiljka", "Evronim")
    assert concepts([tmp_path], without_own=True)[0].preferred("sr") == "lampa"


def test_columns_of_one_language_complete_each_other(tmp_path: Path) -> None:
    [concept] = concepts([written(tmp_path, "en-GB,sr-Latn,sr-Cyrl,sq_MK\nlamp,lampa,светиљка,llambë\n")])
    assert concept.terms["sr"] == (Term("lampa"), Term("svetiljka"))
    assert concept.preferred("sq") == "llambë"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("word,other\na,b\n", "glossary-no-language", 1),
        ("", "glossary-no-language", 1),
        (HEADING + "lamp,lamp,,,,,,,,\nlamp,light,,,,,,,,\n", "glossary-id-twice", 3),
        (HEADING + "lamp,,,,,only a note,,,,\n", "glossary-no-term", 2),
        (HEADING + ",,,,,only a note,,,,\n", "glossary-no-term", 2),
        (HEADING + "lamp,lamp,,,,,,sijalica,,\n", "glossary-only-deprecated", 2),
        (HEADING + "lamp,lamp,,,,,,,,,,too many\n", "glossary-too-many-cells", 2),
        (HEADING + 'lamp,lamp,,,,,,,,\ndoor,"door"s,,,,,,,,\n', "bad-glossary", 3),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(tmp_path: Path, text: str, code: str, line: int) -> None:
    with pytest.raises(TomasError) as trouble:
        concepts([written(tmp_path, text)])
    assert trouble.value.code == code
    assert (trouble.value.values["file"], trouble.value.values["line"]) == ("own.csv", line)


def test_a_file_in_another_encoding_is_named_by_its_line(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_bytes(HEADING.encode() + "x,law,nadležni,,,,,,,\n".encode("cp1250"))
    with pytest.raises(TomasError) as trouble:
        concepts([tmp_path])
    assert (trouble.value.code, trouble.value.values["line"]) == ("glossary-not-utf-8", 2)


# -- how a file is written -----------------------------------------------------------------------------------------


def test_the_bundled_glossary_is_written_and_read_back_whole(bundled: tuple[Concept, ...]) -> None:
    assert tuple(concept for _, concept in rows(table(bundled), "all.csv")) == bundled


def test_an_id_stands_once_in_all_bundled_files() -> None:
    ids = [concept.id for path in FOLDER.glob("*.csv") for _, concept in rows(text_of(path), path.name)]
    assert [each for each, count in Counter(ids).items() if count > 1] == []


# -- what the bundled glossary keeps -------------------------------------------------------------------------------


def test_two_thousand_concepts_join_english_with_two_national_languages(bundled: tuple[Concept, ...]) -> None:
    joined = [c for c in bundled if "en" in c.terms and sum(lang in c.terms for lang in ("sr", "mk", "sq")) > 1]
    assert len(joined) >= 2000


def test_every_file_is_utf_8_in_one_normal_form_without_a_mark() -> None:
    for path in FOLDER.glob("*.csv"):
        text = path.read_bytes().decode("utf-8")
        assert unicodedata.is_normalized("NFC", text), path.name
        assert not text.startswith("\ufeff"), path.name
        assert "\r" not in text, path.name


def test_every_row_has_the_cells_of_its_heading() -> None:
    for path in FOLDER.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            heading, *rows = csv.reader(file)
        assert {len(row) for row in rows} == {len(heading)}, path.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_term_is_written_in_the_letters_of_its_language(bundled: tuple[Concept, ...], language: str) -> None:
    letters = re.compile(rf"[{ALPHABETS[language]}0-9 .,()/’–-]+")
    foreign = re.compile(r"\b(?:acquis|caching|cookies?|deepfake|en|hosting|ne bis in idem|hash|web)\b")
    wrong = [
        (concept.id, text)
        for concept in bundled
        for text in texts(concept, language)
        if not letters.fullmatch(foreign.sub("", text) or " ")
    ]
    assert wrong == []


def test_no_cell_is_padded_empty_or_double(bundled: tuple[Concept, ...]) -> None:
    for concept in bundled:
        for language in LANGUAGES:
            found = texts(concept, language)
            assert len(set(found)) == len(found), (concept.id, language)
            assert all(text == " ".join(text.split()) and text for text in found), (concept.id, language)


def test_a_term_is_preferred_once_in_a_field_unless_the_note_says_so(bundled: tuple[Concept, ...]) -> None:
    for language in LANGUAGES:
        owner: dict[tuple[str, str], str] = {}
        for concept in bundled:
            key = (concept.field, concept.preferred(language))
            if not key[1] or concept.field == "institutions":  # one office may have two tasks
                continue
            assert key not in owner or concept.note, (concept.id, owner.get(key), language)
            owner.setdefault(key, concept.id)


def test_a_deprecated_word_has_a_reason_and_is_preferred_nowhere(bundled: tuple[Concept, ...]) -> None:
    bad = [c for c in bundled if c.deprecated]
    assert bad
    preferred = {(language, c.preferred(language)) for c in bundled for language in c.terms}
    for concept in bad:
        assert concept.note, concept.id
        for language, terms in concept.deprecated.items():
            assert concept.preferred(language), concept.id
            assert not {(language, term.text) for term in terms} & preferred, concept.id


def test_the_words_of_the_child_keep_their_scopes_apart(bundled: tuple[Concept, ...]) -> None:
    found = {c.id: c for c in bundled}
    assert found["minor"].preferred("sr") == "maloletno lice"
    assert found["juvenile"].preferred("sr") == "maloletnik"
    assert found["child"].preferred("sr") == "dete"
    assert "14" in found["child"].note


def test_multi_word_terms_are_the_larger_part(bundled: tuple[Concept, ...]) -> None:
    kinds = Counter(" " in term.text for concept in bundled for term in concept.terms["en"])
    assert kinds[True] > kinds[False]
