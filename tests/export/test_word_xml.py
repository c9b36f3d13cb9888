from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.export.word_reading import accepted, body_of
from tomas_desktop.export.docx_table import LONGEST_WHOLE_FIRST_ROW, LONGEST_WHOLE_ROW, table
from tomas_desktop.export.word_xml import escape, legal, paragraph, run


@given(st.text())
def test_any_text_comes_back_as_it_was_but_for_what_xml_cannot_hold(text):
    clean, dropped = legal(text)
    assert len(clean) + dropped == len(text)
    read = accepted(body_of(paragraph("Style", run(clean))))
    assert read == [clean.replace("\r\n", "\n").replace("\r", "\n")]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")))
def test_an_attribute_holds_any_text(text):
    assert etree.fromstring(f'<a b="{escape(text)}"/>').get("b") == text


@pytest.mark.parametrize(
    ("given_", "legal_", "dropped"),
    [
        ("a\x0bb", "ab", 1),
        ("\x00\x1f", "", 2),
        ("a\tb\nc", "a\tb\nc", 0),
        ("\ufffe", "", 1),
        ("č\u00a0ш", "č\u00a0ш", 0),
    ],
)
def test_what_xml_cannot_hold_is_dropped_and_counted(given_, legal_, dropped):
    assert legal(given_) == (legal_, dropped)


def test_a_row_that_would_fill_a_page_may_break():
    short, long = ("".join([paragraph("", run("riječ"))] * lines) for lines in (2, LONGEST_WHOLE_ROW + 1))
    xml = table("T", [2000, 2000], "Zakon", [short, short], [[short, short], [short, long]])
    assert xml.count("<w:cantSplit/>") == 2  # the head and the short row
    assert xml.count("<w:tblHeader/>") == 1


def test_a_first_row_that_is_long_may_break_lest_the_table_leave_what_stands_above_it():
    short, long = ("".join([paragraph("", run("riječ"))] * lines) for lines in (1, LONGEST_WHOLE_FIRST_ROW + 1))
    xml = table("T", [2000, 2000], "Zakon", [short, short], [[short, long], [short, long]])
    assert xml.count("<w:cantSplit/>") == 2  # the head and the second row


def test_how_long_a_row_is_depends_on_how_wide_it_is():
    text = paragraph("", run("riječ " * 60))
    for width, whole in ((4000, 2), (900, 1)):
        assert table("T", [width], "Zakon", [paragraph("", "")], [[text]]).count("<w:cantSplit/>") == whole
