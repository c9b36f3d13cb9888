"""Marked lines as tracked paragraphs: nothing is lost on either side, and LibreOffice agrees with Word."""

from __future__ import annotations

from dataclasses import replace
from itertools import count, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.samples import DATE, base_text, proposed_text, random_marked
from tests.export.word_reading import W, accepted, body_of, rejected
from tomas_desktop.amend.comparison import MarkedLine, compare
from tomas_desktop.amend.redline import Segment
from tomas_desktop.export.docx_revisions import Note, Pen, Remark, Revision, tracked
from tomas_desktop.model.canonical import Line


def pen(**given_: object) -> Pen:
    plain: dict[str, object] = {
        "ids": count(1),
        "style_of": lambda line: {"number": "Article", "heading": "Heading"}.get(line.kind, "Text"),
        "properties": "",
        "revision_of": lambda _line: Revision("Ana Anić", DATE),
        "closing_style": "End",
    }
    return Pen(**(plain | given_))  # type: ignore[arg-type]


def marked(base: list[str], proposed: list[str]) -> tuple[MarkedLine, ...]:
    def of(texts: list[str]) -> list[Line]:
        return [Line(f"art_1__para_{i}", "paragraph", "text", text) for i, text in enumerate(texts)]

    return compare(of(base), of(proposed))


def without_closing(paragraphs: list[str], tree: object) -> list[str]:
    last = tree[-1].find(f"{W}pPr/{W}pStyle").get(f"{W}val")  # type: ignore[index]
    return paragraphs[:-1] if last == "End" else paragraphs


@given(st.integers(0, 10**9))
def test_accepting_gives_the_proposed_lines_and_rejecting_the_lines_in_force(seed):
    lines = random_marked(seed)
    tree = body_of(tracked(lines, pen()))
    assert without_closing(accepted(tree), tree) == proposed_text(lines)
    assert without_closing(rejected(tree), tree) == base_text(lines)


@given(st.integers(0, 10**9))
def test_every_change_has_its_own_id_an_author_and_a_date(seed):
    tree = body_of(tracked(random_marked(seed), pen()))
    changes = list(tree.iter(f"{W}ins", f"{W}del", f"{W}pPrChange"))
    ids = [change.get(f"{W}id") for change in changes]
    assert len(set(ids)) == len(ids)
    assert all(change.get(f"{W}author") == "Ana Anić" and change.get(f"{W}date") == DATE for change in changes)


@given(st.integers(0, 10**9))
def test_no_insertion_that_ends_a_paragraph_touches_one_that_begins_the_next(seed):
    """LibreOffice would join the two and take the kept mark between them for inserted."""
    paragraphs = list(body_of(tracked(random_marked(seed), pen())))

    def contents(paragraph):
        return [child for child in paragraph if child.tag != f"{W}pPr"]

    for one, following in pairwise(paragraphs):
        kept = one.find(f"{W}pPr/{W}rPr/{W}ins") is None and one.find(f"{W}pPr/{W}rPr/{W}del") is None
        if kept and contents(one) and contents(following):
            assert not (contents(one)[-1].tag == contents(following)[0].tag == f"{W}ins")


def test_a_paragraph_inserted_behind_a_kept_one_brings_its_own_mark():
    tree = body_of(tracked(marked(["Prvi stav."], ["Prvi stav.", "Drugi stav."]), pen()))
    assert [p.find(f"{W}pPr/{W}rPr/{W}ins") is not None for p in tree] == [False, True, False]


def test_a_paragraph_typed_on_behind_new_words_takes_over_the_old_mark():
    lines = marked(["Vodi evidenciju."], ["Vodi evidenciju;", "Obaveštava organ."])
    tree = body_of(tracked(lines, pen()))
    assert [p.find(f"{W}pPr/{W}rPr/{W}ins") is not None for p in tree] == [True, False]


def test_and_with_it_the_old_style_should_the_change_be_rejected():
    new = MarkedLine(None, Line("art_2", "article", "number", "Član 2."), marked([], ["Član 2."])[0].segments)
    changed = marked(["Vodi evidenciju."], ["Vodi evidenciju;"])
    tree = body_of(tracked((*changed, new), pen()))
    [former] = tree[1].findall(f"{W}pPr/{W}pPrChange/{W}pPr/{W}pStyle")
    assert former.get(f"{W}val") == "Text"


def test_the_last_paragraph_of_a_text_can_go():
    tree = body_of(tracked(marked(["Prvi stav.", "Drugi stav."], ["Prvi stav."]), pen()))
    [style] = tree[-1].findall(f"{W}pPr/{W}pStyle")
    assert style.get(f"{W}val") == "End"
    assert accepted(tree) == ["Prvi stav.", ""]


@pytest.mark.parametrize(
    ("base", "proposed", "words"),
    [
        (["Rok iznosi 30 dana."], ["Rok iznosi 15 dana."], [("del", "30"), ("ins", "15")]),
        (["Rok je 30\u00a0dana."], ["Rok je 30\u00a0dana, najviše."], [("ins", ", najviše")]),
        (["Isti stav."], ["Isti stav."], []),
    ],
)
def test_marks_show_words(base, proposed, words):
    tree = body_of(tracked(marked(base, proposed), pen()))
    found = [
        (str(change.tag).removeprefix(W), "".join(t.text or "" for t in change.iter(f"{W}t", f"{W}delText")))
        for change in tree.iter(f"{W}ins", f"{W}del")
    ]
    assert found == words


def test_a_comment_on_a_deleted_paragraph_goes_with_it():
    remark = Remark('<w:commentRangeStart w:id="9"/>', '<w:commentRangeEnd w:id="9"/>', "<w:r><w:tab/></w:r>")
    lines = marked(["Prvi stav.", "Drugi stav."], ["Drugi stav."])
    tree = body_of(tracked(lines, pen(remark_of=lambda line: remark if line.state == "deleted" else Remark())))
    assert accepted(tree) == ["Drugi stav."]


def noted(number: int, by: Revision | None = None) -> Note:
    open_, close = (f'<w:commentRange{end} w:id="{number}"/>' for end in ("Start", "End"))
    return Note(by, Remark(open_, close, f'<w:r><w:commentReference w:id="{number}"/></w:r>'))


def commented(tree, number: int) -> list[tuple[str, str, str]]:
    """What stands between the two ends of a comment: mark, author, words."""
    out, is_inside = [], False
    for element in tree.iter():
        if element.tag in (f"{W}commentRangeStart", f"{W}commentRangeEnd") and element.get(f"{W}id") == str(number):
            is_inside = element.tag == f"{W}commentRangeStart"
        if is_inside and element.tag in (f"{W}ins", f"{W}del"):
            words = "".join(t.text or "" for t in element.iter(f"{W}t", f"{W}delText"))
            out.append((str(element.tag).removeprefix(W), element.get(f"{W}author"), words))
    return out


def test_a_comment_on_one_change_of_a_line_stands_at_that_change():
    lines = marked(["Rok iznosi 30 dana, teče od prijema."], ["Rok iznosi 15 dana, teče uvek od prijema."])
    notes = [noted(7), noted(8, Revision("Marko", DATE))]
    tree = body_of(tracked(lines, pen(ids=count(20), notes_of=lambda _line: notes)))
    assert commented(tree, 7) == [("del", "Ana Anić", "30"), ("ins", "Ana Anić", "15")]
    assert commented(tree, 8) == [("ins", "Marko", "uvek ")]
    assert accepted(tree) == ["Rok iznosi 15 dana, teče uvek od prijema."]


def test_two_changes_that_are_drawn_as_one_keep_both_comments():
    lines = marked(["Prvi stav.", "Sud je 30."], ["Prvi stav, izmenjen.", "Novi Sud uvek 15."])
    lines = (lines[0], replace(lines[1], segments=segments("+Novi |=Sud|- je| 30|+ uvek 15|=.")))
    notes = [noted(7), noted(8)]
    tree = body_of(tracked(lines, pen(ids=count(20), notes_of=lambda line: notes if "Sud" in line.line.text else ())))
    assert commented(tree, 7) == commented(tree, 8) != []


def test_a_comment_on_a_whole_new_paragraph_comes_and_goes_with_it():
    lines = marked(["Prvi stav."], ["Prvi stav.", "Drugi stav."])
    tree = body_of(tracked(lines, pen(ids=count(20), notes_of=lambda line: [noted(7)] * (line.state != "kept"))))
    assert commented(tree, 7)[0] == ("ins", "Ana Anić", "Drugi stav.")
    assert tree.find(f".//{W}ins/{W}r/{W}commentReference") is not None


def segments(text: str) -> tuple[Segment, ...]:
    """`=kept|-gone|+come`; a part without a sign is like the one before."""
    out: list[Segment] = []
    for part in text.split("|"):
        op = part[0] if part[0] in "=+-" else out[-1].op
        words = part[1:] if part[0] in "=+-" else part
        out.append(Segment(op, words))  # type: ignore[arg-type]
    return tuple(out)
