"""What is repaired in a document's letters: shown with examples, undone line by line, and never where all is well."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.importers.readings import unaccounted
from tomas_desktop.importers import base, spelling
from tomas_desktop.jurisdiction import pack
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import SourceLine
from tomas_desktop.model.provision import Note, walk

RS, CYRILLIC, MK = pack.load("rs", "sr-Latn"), pack.load("rs", "sr-Cyrl"), pack.load("mk", "mk")
AL, HR, EN = pack.load("al", "sq"), pack.load("eu", "hr"), pack.load("eu", "en")


def told(texts: list[str], order: Pack) -> dict[str, str]:
    """The words of each kind of repair."""
    return {each.code: dict(each.values)["words"] for each in spelling.findings(spelling.of_texts(texts, order)[1])}


@pytest.mark.parametrize(
    ("order", "text", "kind", "words"),
    [
        (RS, "p\u043ern\u043egrafski sadržaj", "letters-of-another-script", "p\u043ern\u043egrafski → pornografski"),
        (CYRILLIC, "„пoдaтaк“ je тајна", "letters-of-another-script", "пoдaтaк → податак, je → је"),
        (AL, "q\u0451 nga një e drejt\u0451", "letters-of-another-script", "q\u0451 → që, drejt\u0451 → drejtë"),
        (RS, "OBRAZLOŽENjE", "digraphs-spelt-out", "OBRAZLOŽENjE → OBRAZLOŽENJE"),
        (RS, "\u01ccegov \u01c6ep", "digraphs-spelt-out", "\u01ccegov → njegov, \u01c6ep → džep"),
        (HR, "Ðak čeka.", "eth-for-dj", "Ðak → Đak"),
        (MK, "г\u0301авол", "accents-composed", "г\u0301авол → ѓавол"),
        (MK, "нацио\u00adналниот", "hidden-characters", "нацио\u00adналниот → националниот"),
        (MK, "^len 1 {to ~uva {to", "letters-in-brackets-code", "^len → Член, {to → што (2), ~uva → чува"),
        (RS, "Èuvar èuva kuæu, a ðak", "letters-misread", "Èuvar → Čuvar, èuva → čuva, kuæu → kuću, ðak → đak"),
    ],
)  # fmt: skip
def test_every_kind_of_repair_is_told_with_its_originals(order, text, kind, words):
    assert told([text], order) == {kind: words}


def test_twenty_examples_are_told_and_all_are_counted():
    (remark,) = spelling.findings(spelling.of_texts([f"нa{'б' * n} " for n in range(30)], CYRILLIC)[1])
    assert dict(remark.values)["count"] == "30"
    assert dict(remark.values)["words"].count("→") == 20
    assert dict(remark.values)["words"].endswith(", …")


def test_numbers_and_notes_are_repaired_with_the_text_and_blanks_are_no_spelling():
    line = SourceLine("пчелe\u00a0летe", num="5a", notes=(Note("footnote", "нa страни"),))
    repaired = spelling.of_lines([line, SourceLine("Све је у реду.")], CYRILLIC)
    assert repaired.lines[0] == SourceLine("пчеле\u00a0лете", num="5а", notes=(Note("footnote", "на страни"),))
    assert [(each.after, each.before) for each in repaired.repairs] == [
        ("5а", "5a"), ("пчеле\u00a0лете", "пчелe\u00a0летe"), ("на страни", "нa страни"),
    ]  # fmt: skip
    assert told(["један\u00a0 размак"], CYRILLIC) == {}


WORDS = st.sampled_from(
    "пчелe пчеле је je 5a Ðak đak OBRAZLOŽENjE \u01ccega нацио\u00adнални г\u0301 нa IV TLP {to ~uva ku}a Èuvar kuæa"
    " kuća čuva q\u0451 AB „нa“ a@b.rs Å¡uma".split()
)


@given(st.lists(st.lists(WORDS, max_size=8).map(" ".join), max_size=8), st.sampled_from([RS, CYRILLIC, MK, AL, HR, EN]))
def test_repairing_again_changes_nothing_and_every_repair_can_be_undone(texts, order):
    once, repairs = spelling.of_texts(texts, order)
    changed = iter(repairs)
    undone = []
    for before, after in zip(texts, once, strict=True):
        repair = next(changed) if before != after else None
        undone.append(repair.before if repair and repair.after == after else after)
    assert undone == texts
    assert next(changed, None) is None
    assert all(repair.changes for repair in repairs)
    assert spelling.of_texts(once, order) == (once, ())


def _declaration(shared: Path, name: str) -> list[str]:
    root = etree.parse(shared / "data/parallel/udhr" / f"udhr_{name}.xml").getroot()
    return [str(text) for text in root.itertext() if text.strip()]


def _news(shared: Path, name: str) -> list[str]:
    return (shared / f"data/parallel/ntrex/newstest2019-{name}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("name", "order"), [("srp_latn", RS), ("srp_cyrl", CYRILLIC), ("mkd", MK), ("hrv", HR), ("eng", EN)]
)
def test_the_declaration_of_human_rights_is_never_touched(shared, name, order):
    texts = _declaration(shared, name)
    assert spelling.of_texts(texts, order) == (texts, ())


@pytest.mark.parametrize(("name", "order"), [("ref.srp-Latn", RS), ("src.eng", EN)])
def test_two_thousand_sentences_of_news_are_never_touched(shared, name, order):
    texts = _news(shared, name)
    assert spelling.of_texts(texts, order) == (texts, ())


@pytest.mark.parametrize(("name", "order"), [("ref.srp-Cyrl", CYRILLIC), ("ref.mkd", MK)])
def test_cyrillic_news_are_touched_only_where_latin_letters_stand_among_them(shared, name, order):
    """A quarter of the Serbian sentences came from a translator whose keyboard mixed both scripts."""
    texts = _news(shared, name)
    once, repairs = spelling.of_texts(texts, order)
    words = [change for repair in repairs for change in repair.changes]
    assert {kind for kind, _, _ in words} == {"letters-of-another-script"}
    assert all(re.search("[A-Za-z]", before) for _, before, _ in words)
    assert all(re.search("[\u0400-\u04ff]", before) or len(before) < 5 for _, before, _ in words)
    pure = [text for text in texts if not re.search("[A-Za-z]", text)]
    assert spelling.of_texts(pure, order) == (pure, ())
    assert len(once) == len(texts)


CODE = "^len 1\nGradinarot ja ~uva gradinata, {to mo`e da bide i ku}a.\n^len 2\nNikoj ne gi dopira cve}iwata.\n"


def test_a_law_in_the_old_code_comes_in_with_every_word_accounted_for(tmp_path: Path):
    path = tmp_path / "zakon.txt"
    path.write_text(CODE, encoding="ascii")
    reading = base.read(path, MK)
    assert [node.num for node in walk(reading.nodes) if node.unit == "article"] == ["Член 1", "Член 2"]
    assert unaccounted(reading) == 0
    assert reading.repairs[0].before == "^len 1"
    assert [finding.code for finding in reading.findings] == ["letters-in-brackets-code"]


PAGE = '<html><head><meta charset="{}"></head><body>{}</body></html>'
LAW = "<p>Члан 1</p><p>Чувар чува врт и шуму.</p><p>Члан 2</p><p>Нико не дира цвеће.</p>" * 4
LATIN_LAW = "<p>Član 1</p><p>Čuvar čuva vrt, đak šumu.</p><p>Član 2</p><p>Niko ne dira cveće.</p>" * 4


@pytest.mark.parametrize(
    ("declared", "encoding", "law", "order"),
    [
        ("utf-8", "cp1251", LAW, CYRILLIC),
        ("iso-8859-1", "cp1251", LAW, CYRILLIC),
        ("windows-1252", "utf-8", LAW, CYRILLIC),
        ("windows-1250", "cp1251", LAW, CYRILLIC),
        ("windows-1251", "cp1250", LATIN_LAW, RS),
        ("utf-8", "cp1250", LATIN_LAW, RS),
    ],
)
def test_a_page_that_declares_another_encoding_is_read_right_and_told(tmp_path, declared, encoding, law, order):
    path = tmp_path / "law.html"
    path.write_bytes(PAGE.format(declared, law).encode(encoding))
    reading = base.read(path, order)
    assert reading.units["article"] == 8
    assert unaccounted(reading) == 0
    assert "encoding-not-as-declared" in [finding.code for finding in reading.findings]
    assert reading.nodes[0].children[0].text.split()[0].casefold() in ("чувар", "čuvar")


def test_a_page_that_took_windows_1250_for_1252_is_put_right_by_its_letters(tmp_path):
    path = tmp_path / "law.html"
    path.write_bytes(PAGE.format("windows-1252", LATIN_LAW).encode("cp1250"))
    reading = base.read(path, RS)
    assert reading.units["article"] == 8
    assert [finding.code for finding in reading.findings][:1] == ["letters-misread"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
def test_a_page_that_says_what_it_is_is_not_remarked_on(tmp_path, encoding):
    path = tmp_path / "law.html"
    path.write_bytes(PAGE.format(encoding, LAW).encode(encoding))
    reading = base.read(path, CYRILLIC)
    assert reading.units["article"] == 8
    assert [finding.code for finding in reading.findings if "number" not in finding.code] == [
        finding.code for finding in reading.findings if finding.code.startswith("article")
    ]
