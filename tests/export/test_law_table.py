"""A table of the law: from one text to rows and cells and back, and its changes row by row."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.samples import DATE
from tests.export.test_in_libreoffice import table_lines
from tests.export.word_reading import W, accepted, body_of, rejected
from tomas_desktop.amend.comparison import MarkedLine, compare
from tomas_desktop.export.docx_revisions import Pen, Remark, Revision, tracked
from tomas_desktop.export.law_table import Look, is_table, marked_rows, rejoined, rows_of, widths
from tomas_desktop.model.canonical import Line

CELL = st.lists(st.sampled_from(["sud", "500", "a&b", "<c>", "–", "čl.\u00a05"]), max_size=3).map(" ".join)
TABLE = st.lists(st.lists(CELL, min_size=1, max_size=5), min_size=1, max_size=6).map(
    lambda rows: " ".join(" || ".join(" | ".join(row) for row in rows).split(" "))
)


def table(text: str) -> Line:
    return Line("art_1__table_1", "table", "text", text)


def plain(text: str) -> str:
    return " ".join(text.split(" ")).replace("  ", " ").strip()


def pen(**more: object) -> Pen:
    given_: dict[str, object] = {
        "ids": count(1),
        "style_of": lambda _line: "Text",
        "properties": "",
        "revision_of": lambda _line: Revision("Ana Anić", DATE),
        "closing_style": "End",
        "look": Look("Table", "Cell", 9000, "Zakon & co"),
    }
    return Pen(**(given_ | more))  # type: ignore[arg-type]


def tree_of(xml: str) -> Any:
    return body_of(xml)


@given(TABLE)
def test_rows_and_cells_joined_again_are_the_text(text):
    assert plain(" || ".join(" | ".join(row) for row in rows_of(text))) == plain(text)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a | b || c | d", [["a", "b"], ["c", "d"]]),
        ("CSA | | | 2022", [["CSA", "", "", "2022"]]),
        ("a || b c || d", [["a"], ["b c"], ["d"]]),
        ("| x || y |", [["", "x"], ["y", ""]]),
        ("a|b", [["a|b"]]),
    ],
)
def test_a_cell_ends_at_a_bar_that_stands_alone(text, rows):
    assert rows_of(text) == rows


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (table("a | b"), True),
        (table("a || b"), True),
        (table("one cell alone"), False),
        (table("| | ||"), False),
        (table(" | ".join("k" * 25)), False),  # nobody could read it
        (Line("art_1__para_1", "paragraph", "text", "a | b"), False),
        (Line("t", "table", "block", "== table =="), False),
        (None, False),
    ],
)
def test_what_is_drawn_as_a_table(line, expected):
    assert is_table(line) is expected


@given(TABLE.filter(lambda text: is_table(table(text))), TABLE.filter(lambda text: is_table(table(text))))
def test_the_rows_hold_both_versions(old, new):
    rows = marked_rows(MarkedLine(table(old), table(new), ()))
    for gone, op, text in (("inserted", "+", old), ("deleted", "-", new)):
        kept = [["".join(t for o, t in cell if o != op) for cell in row.cells] for row in rows if row.state != gone]
        assert kept == rows_of(text)


@given(st.integers(1, 12_000), TABLE)
def test_the_columns_share_the_width(width, text):
    rows = rows_of(text)
    shared = widths(rows, width)
    assert len(shared) == max(map(len, rows))
    assert width - len(shared) <= sum(shared) <= width


def test_a_row_that_comes_or_goes_is_marked_whole():
    marked = compare(table_lines(["A | 1 || B | 2"]), table_lines(["B | 2 || C | 3 dinara"]))
    rows = list(tree_of(tracked(marked, pen())).iter(f"{W}tr"))
    assert [[child.tag.removeprefix(W) for child in row.find(f"{W}trPr")] for row in rows] == [
        ["cantSplit", "del"], ["cantSplit"], ["cantSplit", "ins"],
    ]  # fmt: skip
    for row, tag in ((rows[0], "del"), (rows[2], "ins")):
        assert all(run.getparent().tag == f"{W}{tag}" for run in row.iter(f"{W}r"))
        assert all(p.find(f"{W}pPr/{W}rPr/{W}{tag}") is not None for p in row.iter(f"{W}p"))


def test_a_table_of_the_same_place_is_the_same_table_however_little_is_left_of_it():
    marked = compare(table_lines(["A | 1", "Stav."]), table_lines(["sasvim | drugo || i | još", "Stav."]))
    assert [line.state for line in rejoined(marked)] == ["changed", "kept"]
    assert [line.state for line in rejoined(marked[:1])] == ["deleted"]


def test_only_the_words_of_a_cell_that_changed_are_marked():
    marked = compare(table_lines(["A | 100 dinara"]), table_lines(["A | 500 dinara"]))
    tree = tree_of(tracked(marked, pen()))
    assert accepted(tree) == ["A", "500 dinara", ""]
    assert rejected(tree) == ["A", "100 dinara", ""]
    assert ["".join(t.text for t in one.iter(f"{W}delText")) for one in tree.iter(f"{W}del")] == ["100"]


def test_a_screen_reader_is_told_what_the_table_is():
    tree = tree_of(tracked(compare(table_lines(["Vrsta | Iznos || A | 1"]), []), pen()))
    [properties] = tree.iter(f"{W}tblPr")
    assert properties.find(f"{W}tblCaption").get(f"{W}val") == "Zakon & co"
    assert properties.find(f"{W}tblDescription").get(f"{W}val") == "Vrsta | Iznos"


def test_a_short_row_spans_the_table():
    tree = tree_of(tracked(compare(table_lines(["A | B | C || d"]), []), pen()))
    [span] = tree.iter(f"{W}gridSpan")
    assert span.get(f"{W}val") == "3"


def test_a_remark_on_a_new_row_comes_and_goes_with_it():
    remark = Remark('<w:commentRangeStart w:id="9"/>', '<w:commentRangeEnd w:id="9"/>', "<w:r><w:tab/></w:r>")
    marked = compare(table_lines(["A | 1"]), table_lines(["A | 1 || B | 2"]))
    tree = tree_of(tracked(marked, pen(remark_of=lambda _line: remark)))
    assert rejected(tree) == ["A", "1", ""]
    assert [row.find(f".//{W}commentRangeStart") is not None for row in tree.iter(f"{W}tr")] == [False, True]
