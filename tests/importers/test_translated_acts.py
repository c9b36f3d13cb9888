"""An act of the Union as a ministry publishes it in its own language: the units are the original's."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from tests.jurisdiction.test_eu_languages import ACTS
from tomas_desktop.importers import base
from tomas_desktop.importers.base import Reading
from tomas_desktop.jurisdiction import marks, pack
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.provision import Provision, walk

LANGUAGES = ("sr-Latn", "sr-Cyrl", "mk", "sq")

ENGLISH = """REGULATION ON BEES
on the flight of bees
THE EUROPEAN PARLIAMENT AND THE COUNCIL OF THE EUROPEAN UNION,
Having regard to the Treaty on Gardens,
Acting in accordance with the ordinary procedure,
Whereas:
(1) Bees fly.
(2) Who has a garden has bees.
HAVE ADOPTED THIS REGULATION:
TITLE I
GARDENS
CHAPTER I
General provisions
Article 1
Subject
1. This Regulation applies to bees.
2. A bee may:
(a) fly, if:
(i) the sun shines;
(ii) there is no wind;
(b) sleep.
CHAPTER II
Hives
SECTION 1
Colours
Article 2
Colour
The hive is blue.
Article 2a
Entry into force
This Regulation enters into force tomorrow.
Done at Brussels, 1 May 2026.
ANNEX I
COLOURS OF HIVES
Blue and yellow.
"""
# The letters of a longer list, in the order in which translators count.
LISTS = {"sr-Latn": "a b v g d đ e", "sr-Cyrl": "а б в г д ђ е", "mk": "а б в г д ѓ е", "sq": "a b c ç d dh e"}


def longer(language: str) -> str:
    """The act with a second list in article 2: seven points."""
    lines = (ACTS | {"en": ENGLISH})[language].splitlines()
    letters = LISTS.get(language, "a b c d e f g").split()
    said = lines[26].rstrip(".")
    return "\n".join(
        [*lines[:26], f"{said}:", *(f"({letter}) {lines[29].lower()};" for letter in letters), *lines[27:]]
    )


def eids(nodes: tuple[Provision, ...]) -> list[tuple[str, str]]:
    return [(node.eid, node.unit) for node in walk(nodes)]


def read(path: Path, language: str) -> Reading:
    return base.read(path, pack.load("eu", language))


def as_text(text: str, folder: Path) -> Path:
    path = folder / "act.txt"
    path.write_text(text, encoding="utf-8")
    return path


def as_html(text: str, folder: Path) -> Path:
    path = folder / "act.html"
    paragraphs = "\n".join(
        f'<p align="center"><b>{line}</b></p>' if len(line) < 24 else f"<p>{line}</p>" for line in text.splitlines()
    )
    head = '<html><head><meta charset="utf-8"><title>x</title></head><body>'
    path.write_text(f"{head}{paragraphs}</body></html>", encoding="utf-8")
    return path


def as_word(text: str, folder: Path) -> Path:
    path = folder / "act.docx"
    document = Document()
    for line in text.splitlines():
        paragraph = document.add_paragraph(line)
        if len(line) < 24:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.save(str(path))
    return path


@pytest.mark.parametrize("made", [as_text, as_html, as_word])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_gives_the_units_of_the_original(language, made, tmp_path):
    original = read(as_text(longer("en"), tmp_path), "en")
    reading = read(made(longer(language), tmp_path), language)
    assert eids(reading.nodes) == eids(original.nodes)
    assert reading.words_in == reading.words_placed
    assert (reading.unplaced, reading.furniture) == ((), ())


@pytest.mark.parametrize("language", [*LANGUAGES, "hr", "bg"])
def test_the_formulas_of_a_preamble_are_lines_of_their_own(language):
    """They begin with small letters, as what goes on with a sentence does; a page of a PDF tells no more."""
    order = pack.load("eu", language)
    title, _, *formulas = ACTS[language].splitlines()[:6]
    assert all(marks.follows_formula(above, line, order) for above, line in pairwise([title, *formulas]))
    assert not marks.follows_formula(formulas[0].rstrip(","), formulas[1].upper(), order)
    assert not marks.follows_formula(title, ACTS[language].splitlines()[1], order)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_canonical_text_reads_back_with_the_same_units(language, tmp_path):
    nodes = read(as_text(longer(language), tmp_path), language).nodes
    again = read(as_text(canonical_text(nodes), tmp_path), language).nodes
    assert eids(again) == eids(nodes)
    assert [node.text for node in walk(again)] == [node.text for node in walk(nodes)]


@pytest.mark.parametrize(("letters", "style"), [("lowerLetter", "(%1)"), ("lowerLetter", "%1)")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_that_word_counts_itself(language, letters, style, tmp_path):
    """In a list that Word numbers the letters stand in no text."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = Document()
    lines = ACTS[language].splitlines()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{letters}"/><w:lvlText w:val="{style}"/></w:lvl></w:abstractNum>'
    ))  # fmt: skip
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for line in (lines[13], lines[14], lines[16]):
        document.add_paragraph(line)
    for _ in range(5):
        paragraph = document.add_paragraph(lines[29].lower().rstrip(".") + ";")
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr>')
        )
    path = tmp_path / "act.docx"
    document.save(str(path))
    points = [node.eid for node in walk(read(path, language).nodes) if node.unit == "point"]
    assert points == [f"art_1__para_2__point_{letter}" for letter in "abcde"]
