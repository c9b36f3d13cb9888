"""Marked lines as paragraphs with native tracked changes.

Accepting every change leaves the proposed lines, rejecting every change the lines in force, one paragraph each.
In Word a paragraph mark ends its paragraph: taking it out joins what stands before it to what comes after.
A whole paragraph that came or went therefore has its own mark marked and needs a paragraph after it that stays;
where the last line is such a one, an empty closing paragraph follows.

LibreOffice takes two insertions of one author for one when the first ends its paragraph and the second begins the
next, and then counts the mark between them as inserted too. Two rules keep them apart. New paragraphs behind one
that ends with new words are marked as Word itself does when somebody types on: the mark before them is the new
one, and the last of them has the old mark. New words at the beginning of a paragraph take their neighbour with
them, so that the paragraph begins with a deletion.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tomas_desktop.amend.comparison import MarkedLine
from tomas_desktop.amend.redline import Segment
from tomas_desktop.export.word_xml import escape, paragraph, paragraph_properties, run
from tomas_desktop.model.canonical import Line
from tomas_desktop.text.tokens import tokens


class Revision(NamedTuple):
    """Who changed something, and when (`2026-11-21T10:00:00Z`)."""

    author: str
    date: str


class Remark(NamedTuple):
    """A comment's place: what stands before and behind the words it is about, and the run that refers to it."""

    start: str = ""
    end: str = ""
    reference: str = ""


NO_REMARK = Remark()


@dataclass(frozen=True, slots=True)
class Pen:
    """How the lines of one text are written. `ids` counts everything in the document that bears an id; `style_of`
    gives style ids, `properties` is the `w:rPr` of every run."""

    ids: Iterator[int]
    style_of: Callable[[Line], str]
    properties: str
    revision_of: Callable[[MarkedLine], Revision]
    remark_of: Callable[[MarkedLine], Remark] = lambda _line: NO_REMARK
    closing_style: str = ""

    def signature(self, line: MarkedLine) -> str:
        """The attributes that say who made this line and when."""
        author, date = self.revision_of(line)
        return f'w:author="{escape(author)}" w:date="{date}"'

    def change(self, tag: str, signature: str) -> str:
        """The opening of a change, without its closing bracket."""
        return f'<{tag} w:id="{next(self.ids)}" {signature}'


def tracked(marked: Sequence[MarkedLine], pen: Pen) -> str:
    """The paragraphs of these lines."""
    marks = _marks(marked)
    out: list[str] = []
    for i, line in enumerate(marked):
        if line.state == "kept":
            remark = pen.remark_of(line)
            words = run(line.line.text, pen.properties) if line.line.text else ""
            out.append(paragraph(pen.style_of(line.line), f"{remark.start}{words}{remark.end}{remark.reference}"))
        else:
            out.append(_paragraph(marked, marks, i, pen))
    if not marks or marks[-1]:
        out.append(paragraph(pen.closing_style, ""))
    return "".join(out)


def _paragraph(marked: Sequence[MarkedLine], marks: Sequence[_Mark | None], i: int, pen: Pen) -> str:
    line, mark, remark = marked[i], marks[i], pen.remark_of(marked[i])
    segments, by = line.segments, pen.signature(line)
    if line.state == "changed" and i and not marks[i - 1] and _ends_new(marked[i - 1]):
        segments = _beginning_with_a_deletion(segments)
    words = "".join(
        run(text, pen.properties) if op == "=" else
        f"{pen.change('w:ins', by)}>{run(text, pen.properties)}</w:ins>" if op == "+" else
        f"{pen.change('w:del', by)}>{run(text, pen.properties, 'w:delText')}</w:del>"
        for op, text in segments
    )  # fmt: skip
    reference = remark.reference
    if reference and line.state != "changed":  # it comes and goes with its paragraph
        tag = "w:ins" if line.state == "inserted" else "w:del"
        reference = f"{pen.change(tag, by)}>{reference}</{tag}>"
    style, former = pen.style_of(line.line), ""
    if line.state == "inserted" and not mark:  # it has the mark, and with it the style, of the line typed on from
        old = pen.style_of(_typed_on_from(marked, i))
        if old != style:
            former = f"{pen.change('w:pPrChange', by)}>{paragraph_properties(old)}</w:pPrChange>"
    written_mark = f"{pen.change(mark.tag, pen.signature(mark.by))}/>" if mark else ""
    return paragraph(style, f"{remark.start}{words}{remark.end}{reference}", written_mark, former)


class _Mark(NamedTuple):
    """A paragraph mark that came (`w:ins`) or went (`w:del`) with a line."""

    tag: str
    by: MarkedLine


def _marks(marked: Sequence[MarkedLine]) -> list[_Mark | None]:
    """The mark of each paragraph; None for one that stays."""
    marks: list[_Mark | None] = [
        _Mark("w:ins", line) if line.state == "inserted" else _Mark("w:del", line) if line.state == "deleted" else None
        for line in marked
    ]
    i = 0
    while i + 1 < len(marked):
        if _ends_new(marked[i]) and marked[i].state == "changed":
            while i + 1 < len(marked) and marked[i + 1].state == "inserted":
                marks[i], marks[i + 1] = marks[i + 1], None
                i += 1
        i += 1
    return marks


def _ends_new(line: MarkedLine) -> bool:
    return bool(line.segments) and line.segments[-1].op == "+"


def _typed_on_from(marked: Sequence[MarkedLine], i: int) -> Line:
    while marked[i].state == "inserted":
        i -= 1
    return marked[i].line


def _beginning_with_a_deletion(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """[+ new ][= old rest] as [- old][+ new old][= rest]: the two texts are the same."""
    if [segment.op for segment in segments[:2]] != ["+", "="]:
        return tuple(segments)
    new, second, *rest = segments
    first = tokens(second.text)[0]
    left = second.text[len(first) :]
    return (
        Segment("-", first),
        Segment("+", new.text + first),
        *([Segment("=", left)] if left else []),
        *rest,
    )
