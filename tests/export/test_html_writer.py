"""A page to be read: complete in itself, in light and dark, on paper, and without colour."""

from __future__ import annotations

from dataclasses import replace

from tests.export.samples import sample_law
from tests.export.test_docx_page import Seen
from tomas_desktop.amend.comparison import compare
from tomas_desktop.amend.redline import Segment
from tomas_desktop.export.html_writer import Words, law, page, proposal, redline
from tomas_desktop.export.submission import ComparisonRow
from tomas_desktop.model.canonical import Line

SAID = Words("EU", "Važeći tekst", "Predlog", "brisano", "novo")


def of_sample(**values) -> str:
    return proposal([sample_law()], SAID, "sr-Latn-RS", ["Ana Anić – 21.11.2026."], "en", **values)


def test_the_page_needs_nothing_from_anywhere_and_no_script() -> None:
    text = of_sample()
    for foreign in ("http", "src=", "<link", "<script", "@import", "url("):
        assert foreign not in text
    seen = Seen(text)
    assert (seen.faults, seen.opened) == ([], [])


def test_eu_in_force_and_proposal_stand_side_by_side_with_the_marks() -> None:
    text = of_sample()
    assert [text.index(f'<th scope="col">{one}</th>') for one in ("EU", "Važeći tekst", "Predlog")] == sorted(
        text.index(f'<th scope="col">{one}</th>') for one in ("EU", "Važeći tekst", "Predlog")
    )
    assert "A provider shall assess the risk." in text
    assert "Rok iznosi <del>30</del><ins>15</ins> dana &amp; teče" in text
    assert '<tr id="art_2">' in text


def test_the_reasons_stand_under_what_they_are_for() -> None:
    assert "<b>Član 2. stav 1.</b> (Član 4.) Procena mora biti brza." in of_sample()


def test_a_legend_says_how_changes_are_marked() -> None:
    assert '<p class="legend"><del>brisano</del> <ins>novo</ins></p>' in of_sample()


def test_what_comes_and_goes_differs_without_colour_too() -> None:
    style = page("", "")
    assert "text-decoration:underline" in style
    assert "text-decoration:line-through" in style
    assert "prefers-color-scheme:dark" in style
    assert "@media print" in style


def test_headings_stay_in_sight_and_are_repeated_on_paper() -> None:
    assert "thead th{position:sticky" in of_sample()
    assert "display:table-header-group" in of_sample()


def test_texts_are_escaped() -> None:
    assert "<script>" not in proposal([sample_law()], Words("<script>", "", ""), about=["<script>"])


def test_a_redline_says_which_text_is_which() -> None:
    said = redline([Segment("-", "a"), Segment("+", "b")], "old.txt", "new.txt")
    assert said.startswith('<p class="legend"><del>old.txt</del> <ins>new.txt</ins></p>')
    assert "<del>a</del><ins>b</ins>" in said
    assert redline([Segment("=", "a")]) == "<pre>a</pre>"


def test_a_table_of_the_law_is_a_table() -> None:
    old, new = (Line("art_1__para_1__table", "table", "text", text) for text in ("a | b || c | 1", "a | b || c | 2"))
    assert "<td>c</td><td>1</td>" in law([old])
    marked = compare([old], [new])
    one = sample_law(marked)
    assert "<td>c</td><td><del>1</del><ins>2</ins></td>" in proposal([_with_rows(one, marked)], SAID)


def _with_rows(one, marked):
    return replace(one, rows=(ComparisonRow((), tuple(line.base for line in marked if line.base), tuple(marked)),))
