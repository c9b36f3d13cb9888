"""Every law beside the checkout comes in whole: its own articles and no other, each word in one place, and its
canonical text reads back as the same law. The table of docs/imports.md shows the same figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers import differing_words, pdf_words
from tests.importers.laws import LAWS, NO_LAWS, SUFFIXES, Law, difference
from tests.importers.read_once import ReadOnce
from tests.importers.readings import own_articles, unaccounted
from tests.tables import imports
from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import base, declared_text, plain_text
from tomas_desktop.importers.base import Reading
from tomas_desktop.importers.furniture import KINDS
from tomas_desktop.jurisdiction import numbering
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.provision import Provision, walk
from tomas_desktop.text.tokens import words

READ = [law for law in LAWS if not law.refused]
_ASIDE = 0.02  # of the words: more than that of a file that is the document alone is not furniture but text


def order(article: Provision) -> int:
    """The number of an article without what is inserted after it."""
    number = numbering.number_in(article.num)[1]
    return int("".join(letter for letter in number.replace("/", "-").split("-")[0] if letter.isdigit()) or 0)


def articles_of_others(reading: Reading) -> int:
    """How many articles of amending acts follow the law's own."""
    left = [node for node in reading.nodes if node.unit == "leftover"]
    return sum(node.unit == "article" for node in walk(left))


@pytest.mark.parametrize("law", READ, ids=lambda law: law.file)
def test_a_law_comes_in_whole(read_once: ReadOnce, law: Law):
    reading = read_once(law)

    own = own_articles(reading)
    assert len(own) == law.articles
    assert [order(article) for article in own] == sorted(order(article) for article in own)
    assert sum("-bis" in article.eid for article in own) == law.twice
    assert articles_of_others(reading) == law.leftover
    assert sum(node.unit == "recital" for node in walk(reading.nodes)) == law.recitals
    eids = [node.eid for node in walk(reading.nodes)]
    assert len(set(eids)) == len(eids)

    assert unaccounted(reading) == 0
    assert reading.unplaced == ()
    aside = sum(len(words(text)) for text in reading.furniture)
    assert (aside > reading.words_in * _ASIDE) == bool(law.aside)


@pytest.mark.parametrize("law", READ, ids=lambda law: law.file)
def test_a_second_reader_finds_as_many_words(shared: Path, read_once: ReadOnce, law: Law):
    """Exactly as many in text and mark-up, in a PDF but for less than one in a thousand. There words that are parted at
    the end of a line are counted otherwise by every program; which, the table shows."""
    reading = read_once(law)
    found = abs(difference(law, shared / "data", reading))
    assert found * 1000 < reading.words_in if law.file.endswith(".pdf") else found == 0


@pytest.mark.parametrize("law", [law for law in READ if law.file.endswith(".pdf")], ids=lambda law: law.file)
def test_every_word_that_pdftotext_reads_otherwise_has_its_reason(shared: Path, read_once: ReadOnce, law: Law):
    """Loss and invention are measured apart, each word as often as it occurs, and both are under 0.1 %."""
    reading = read_once(law)
    second = pdf_words.text_of(shared / "data" / law.file)
    found = differing_words.differing(reading, second)
    lost, invented = differing_words.count(found)
    assert max(lost, invented) * 1000 < len(words(second))
    assert [each for each in found if each.reason not in differing_words.REASONS] == []


@pytest.mark.parametrize("law", READ, ids=lambda law: law.file)
def test_all_furniture_was_recognised_by_a_rule(read_once: ReadOnce, law: Law):
    reading = read_once(law)
    assert {each.kind for each in reading.furniture} <= set(KINDS)


@pytest.mark.parametrize("law", READ, ids=lambda law: law.file)
def test_its_canonical_text_reads_back(read_once: ReadOnce, law: Law):
    nodes = read_once(law).nodes
    text = declared_text.printed(nodes, law.pack)
    again = plain_text.read(text.encode(), Path("law.txt"), law.pack)
    assert declared_text.shape(again.nodes) == declared_text.shape(nodes)
    assert unaccounted(again) == 0
    assert (text != canonical_text(nodes)) == bool(law.declared)


@pytest.mark.parametrize("law", [law for law in LAWS if law.refused], ids=lambda law: law.file)
def test_a_file_that_is_broken_is_refused_by_name(shared: Path, law: Law):
    with pytest.raises(UnreadableError) as refused:
        base.read(shared / "data" / law.file, law.pack)
    assert refused.value.code == law.refused


def test_every_file_that_could_be_a_law_is_in_the_list(shared: Path):
    data = shared / "data"
    there = {str(path.relative_to(data)) for path in data.rglob("*") if path.suffix in SUFFIXES and path.is_file()}
    others = {str(path.relative_to(data)) for pattern in NO_LAWS for path in data.glob(pattern)}
    assert there - others == {law.file for law in LAWS}


def test_the_table_has_a_row_for_a_law(shared: Path):
    law = next(law for law in LAWS if law.file.endswith("rs_ZKI.cyr.html"))
    row = imports.row(law, shared / "data")
    assert row[:4] == (law.file, "national-html", "25", "0")
    assert len(row) == len(imports.COLUMNS)
