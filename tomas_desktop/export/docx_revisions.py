"""Marked lines as paragraphs with native tracked changes.

Accepting every change leaves the proposed lines, rejecting every change the lines in force, one paragraph each.
In Word a paragraph mark ends its paragraph: taking it out joins what stands before it to what comes after.
A whole paragraph that came or went therefore has its own mark marked and needs a paragraph after it that stays;
where the last line is such a one, an empty closing paragraph follows. A table that stands in the law is tracked by
rows: one that came or went has its own mark (`w:trPr`), and so has everything in its cells.

LibreOffice takes two insertions of one author for one when the first ends its paragraph and the second begins the
next, and then counts the mark between them as inserted too. Two rules keep them apart. New paragraphs behind one
that ends with new words are marked as Word itself does when somebody types on: the mark before them is the new
one, and the last of them has the old mark. New words at the beginning of a paragraph take their neighbour with
them, so that the paragraph begins with a deletion.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from tomas_desktop.amend.comparison import MarkedLine, State
from tomas_desktop.amend.redline import Segment
from tomas_desktop.export import law_table
from tomas_desktop.export.docx_bookmarks import marked as bookmarked
from tomas_desktop.export.docx_table import Row, drawn
from tomas_desktop.export.word_xml import escape, paragraph, paragraph_properties, run
from tomas_desktop.model.canonical import Line
from tomas_desktop.text.tokens import tokens

# What is written of a row, and of all that stands in it, that was inserted or deleted.
_COME_AND_GO = {"inserted": "w:ins", "deleted": "w:del"}


class Revision(NamedTuple):
    """Who changed something, and when (`2026-11-21T10:00:00Z`)."""

    author: str
    date: str


class Remark(NamedTuple):
    """A comment's place: what stands before and behind the words it is about, and the run that refers to it."""

    start: str = ""
    end: str = ""
    reference: str = ""


class Note(NamedTuple):
    """What is said of one change alone: who made it (None: whoever made its line), and the comment on it."""

    by: Revision | None = None
    remark: Remark = Remark()

    def joined(self, other: Note) -> Note:
        """Of two changes that are drawn as one."""
        both = (a + b for a, b in zip(self.remark, other.remark, strict=True))
        return Note(self.by or other.by, Remark(*both))


NO_REMARK = Remark()
NO_NOTE = Note()
_PLAIN = law_table.Look()


@dataclass(frozen=True, slots=True)
class Pen:
    """How the lines of one text are written. `ids` counts everything in the document that bears an id; `style_of`
    gives style ids, `properties` is the `w:rPr` of every run, `name_of` the name of a line's bookmark ("" for none),
    `look` how a table of the law is drawn; `remark_of` gives the comment on a line, `notes_of` what is said of each of
    its changes (nothing of those that it leaves out)."""

    ids: Iterator[int]
    style_of: Callable[[Line], str]
    properties: str
    revision_of: Callable[[MarkedLine], Revision]
    remark_of: Callable[[MarkedLine], Remark] = lambda _line: NO_REMARK
    notes_of: Callable[[MarkedLine], Sequence[Note]] = lambda _line: ()
    closing_style: str = ""
    name_of: Callable[[MarkedLine], str] = lambda _line: ""
    look: law_table.Look = _PLAIN

    def signature(self, line: MarkedLine) -> str:
        """The attributes that say who made this line and when."""
        return _signature(*self.revision_of(line))

    def change(self, tag: str, signature: str) -> str:
        """The opening of a change, without its closing bracket."""
        return f'<{tag} w:id="{next(self.ids)}" {signature}'

    def named(self, line: MarkedLine, content: str) -> str:
        """The content of a line inside its bookmark."""
        name = self.name_of(line)
        return bookmarked(name, next(self.ids), content) if name else content

    def words(self, segments: Sequence[Segment], signature: str, notes: Sequence[Note] = ()) -> str:
        """The runs of these segments, with their changes and what is said of each of them."""
        if not notes:
            return self._words(segments, signature)
        out, left = [], iter(notes)
        for is_kept, group in groupby(segments, lambda segment: segment.op == "="):
            by, remark = NO_NOTE if is_kept else next(left, NO_NOTE)
            written = self._words(tuple(group), _signature(*by) if by else signature)
            out.append(f"{remark.start}{written}{remark.end}{remark.reference}")
        return "".join(out)

    def _words(self, segments: Sequence[Segment], signature: str) -> str:
        properties, ids = self.properties, self.ids
        return "".join([
            run(text, properties) if op == "=" else
            f'<w:ins w:id="{next(ids)}" {signature}>{run(text, properties)}</w:ins>' if op == "+" else
            f'<w:del w:id="{next(ids)}" {signature}>{run(text, properties, "w:delText")}</w:del>'
            for op, text in segments
        ])  # fmt: skip


@lru_cache(maxsize=256)  # a law has thousands of changes and few who made them
def _signature(author: str, date: str) -> str:
    return f'w:author="{escape(author)}" w:date="{date}"'


def tracked(marked: Sequence[MarkedLine], pen: Pen) -> str:
    """The paragraphs of these lines, and the tables that stand among them.

    Nothing joins over a table: what stands before one and what stands behind it are texts of their own, each with a
    last paragraph that stays. Word wants a paragraph behind every table."""
    out: list[str] = []
    for is_table, group in groupby(law_table.rejoined(marked), law_table.is_table_line):
        if is_table:
            for line in group:
                out.append(_table(line, pen))
                out.append(paragraph(pen.closing_style, ""))
        else:
            out.append(_paragraphs(list(group), pen))
    return "".join(out) or paragraph(pen.closing_style, "")


def _paragraphs(marked: Sequence[MarkedLine], pen: Pen) -> str:
    states = [line.state for line in marked]
    marks = _marks(marked, states)
    out: list[str] = []
    for i, line in enumerate(marked):
        if states[i] == "kept":
            remark = pen.remark_of(line)
            words = run(line.line.text, pen.properties) if line.line.text else ""
            content = f"{remark.start}{words}{remark.end}{remark.reference}"
            out.append(paragraph(pen.style_of(line.line), pen.named(line, content)))
        else:
            out.append(_paragraph(marked, states, marks, i, pen))
    if marks[-1]:
        out.append(paragraph(pen.closing_style, ""))
    return "".join(out)


def _paragraph(
    marked: Sequence[MarkedLine], states: Sequence[State], marks: Sequence[_Mark | None], i: int, pen: Pen
) -> str:
    line, state, mark, remark = marked[i], states[i], marks[i], pen.remark_of(marked[i])
    segments, by, notes = line.segments, pen.signature(line), tuple(pen.notes_of(line))
    if state == "changed" and i and not marks[i - 1] and _ends_new(marked[i - 1]):
        segments, notes = _beginning_with_a_deletion(segments), _notes_of_that(segments, notes)
    if state != "changed":
        for _, said in notes:
            remark = Remark(*(a + b for a, b in zip(remark, said, strict=True)))
        notes = ()
    reference = remark.reference
    if reference and state != "changed":  # it comes and goes with its paragraph
        tag = "w:ins" if state == "inserted" else "w:del"
        reference = f"{pen.change(tag, by)}>{reference}</{tag}>"
    style, former = pen.style_of(line.line), ""
    if state == "inserted" and not mark:  # it has the mark, and with it the style, of the line typed on from
        old = pen.style_of(_typed_on_from(marked, states, i))
        if old != style:
            former = f"{pen.change('w:pPrChange', by)}>{paragraph_properties(old)}</w:pPrChange>"
    written_mark = f"{pen.change(mark.tag, pen.signature(mark.by))}/>" if mark else ""
    content = f"{remark.start}{pen.words(segments, by, notes)}{remark.end}{reference}"
    return paragraph(style, pen.named(line, content), written_mark, former)


def _table(line: MarkedLine, pen: Pen) -> str:
    """A table of the law: rows that come and go whole, words in the cells of the others. A remark stands at the first
    row that is changed, the bookmark in the first that stays and says something."""
    by, remark = pen.signature(line), pen.remark_of(line)
    rows = law_table.marked_rows(line)
    noted = next((i for i, row in enumerate(rows) if row.state != "kept"), 0)
    said = [(i, j) for i, row in enumerate(rows) for j, cell in enumerate(row.cells) if cell]
    named = min(said, key=lambda place: rows[place[0]].state in _COME_AND_GO)
    written: list[Row] = []
    for i, row in enumerate(rows):
        tag = _COME_AND_GO.get(row.state, "")
        cells = []
        for j, segments in enumerate(row.cells):
            words = pen.words(segments, by)
            if (i, j) == (noted, 0) and remark.reference:
                reference = f"{pen.change(tag, by)}>{remark.reference}</{tag}>" if tag else remark.reference
                words = f"{remark.start}{words}{remark.end}{reference}"
            if (i, j) == named:
                words = pen.named(line, words)
            cells.append(paragraph(pen.look.cell_style, words, f"{pen.change(tag, by)}/>" if tag else ""))
        written.append(Row(cells, f"{pen.change(tag, by)}/>" if tag else ""))
    texts = [["".join(text for _, text in cell) for cell in row.cells] for row in rows]
    widths = law_table.widths(texts, pen.look.width)
    return drawn(pen.look.style, widths, pen.look.title, written)


class _Mark(NamedTuple):
    """A paragraph mark that came (`w:ins`) or went (`w:del`) with a line."""

    tag: str
    by: MarkedLine


def _marks(marked: Sequence[MarkedLine], states: Sequence[State]) -> list[_Mark | None]:
    """The mark of each paragraph; None for one that stays."""
    marks: list[_Mark | None] = [
        _Mark("w:ins", line) if state == "inserted" else _Mark("w:del", line) if state == "deleted" else None
        for line, state in zip(marked, states, strict=True)
    ]
    i = 0
    while i + 1 < len(marked):
        if states[i] == "changed" and _ends_new(marked[i]):
            while i + 1 < len(marked) and states[i + 1] == "inserted":
                marks[i], marks[i + 1] = marks[i + 1], None
                i += 1
        i += 1
    return marks


def _ends_new(line: MarkedLine) -> bool:
    return bool(line.segments) and line.segments[-1].op == "+"


def _typed_on_from(marked: Sequence[MarkedLine], states: Sequence[State], i: int) -> Line:
    while states[i] == "inserted":
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


def _notes_of_that(segments: Sequence[Segment], notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """What is said of the changes, when the neighbour of the first is taken with it: where that is all that parts it
    from the second, the two are one."""
    is_one = [one.op for one in segments[:2]] == ["+", "="] and len(tokens(segments[1].text)) == 1
    if not is_one or len(segments) < 3 or len(notes) < 2:
        return notes
    return (notes[0].joined(notes[1]), *notes[2:])
