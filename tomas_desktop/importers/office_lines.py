"""From the paragraphs and tables of a word processor to the lines that the grammar reads.

Word and OpenDocument files say the same things in different mark-up; here the mark-up is gone. What is decided
here: where a line break parts two lines, which headings are hints, and which tables are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tomas_desktop.jurisdiction import marks
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import Role, SourceLine
from tomas_desktop.model.provision import Note, Provision
from tomas_desktop.text.tokens import normalise, words

_LABEL = re.compile(r"[‘“\"„»«]*[(\[]?[^\W_]{1,6}(?:\.\d+)*[.)\]:]{1,2}|\d+(?:\.\d+)+|[–—―•·*-]")
_CLOSED = re.compile(r"[.;:,!?](?: \w{1,5})?$")
_ONLY_MARKS = re.compile(r"[.)\]:]+")
_HEADING_LIMIT = 300  # characters
_LAW_IN_TABLE = 15  # words to an article: a table with fewer names articles, it does not hold them


@dataclass(frozen=True, slots=True)
class Piece:
    """Text up to a break inside a paragraph, with the notes it refers to. `on_new_page` comes after a page break."""

    text: str
    notes: tuple[Note, ...] = ()
    on_new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`num` is the number that the word processor makes, `depth` its level in the list, where it is a bullet.
    `outline` is the level of a heading, from 0; `is_title` one in the style for the title of a document."""

    pieces: tuple[Piece, ...]
    num: str = ""
    depth: int | None = None
    outline: int | None = None
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, a cell being paragraphs and tables itself."""

    rows: tuple[tuple[tuple[Block, ...], ...], ...]


Block = Paragraph | Table


def one_line(text: str) -> str:
    """NFC, no soft hyphens, each run of white space one blank, the hyphen that keeps a number together an ordinary
    one: "193‑а" is found as "193-а"."""
    return " ".join(normalise(text).replace("\u2011", "-").split())


def source_lines(blocks: Sequence[Block], pack: Pack) -> list[SourceLine]:
    """The lines of a document in printing order, a data table being one line."""
    holds_law = _law_is_in_tables(blocks, pack)
    lines: list[SourceLine] = []
    for block in blocks:
        if isinstance(block, Table):
            lines.extend(_table(block, pack, holds_law))
        else:
            lines.extend(_paragraph(block, pack))
    return _with_title(lines, pack)


def title_of(nodes: Iterable[Provision], lines: Sequence[SourceLine], pack: Pack) -> str:
    """The title: lines in the style for it, else the first lines of the preface up to what is no title."""
    styled = " ".join(line.text for line in lines if line.role == "title")
    preface = next((node for node in nodes if node.unit == "preface"), None)
    if styled or preface is None:
        return styled
    titles: list[str] = []
    for child in preface.children:
        if child.unit == "table" or not marks.is_heading(SourceLine(child.text), pack):
            break
        titles.append(child.text)
    return " ".join(titles) or (preface.children[0].text if preface.children else "")


# paragraphs


def _paragraph(paragraph: Paragraph, pack: Pack) -> Iterator[SourceLine]:
    pieces = [replace(piece, text=one_line(piece.text)) for piece in paragraph.pieces]
    num = one_line(paragraph.num)
    for place, piece in enumerate(_parted(pieces, pack) or [Piece("")]):
        own = num if place == 0 else ""
        if own and _ONLY_MARKS.fullmatch(piece.text):  # "Član 1" is made, the stop after it typed
            own, piece = own + piece.text, replace(piece, text="")
        line = SourceLine(piece.text, num=own, notes=piece.notes, indent=paragraph.depth if own else None)
        if not piece.text and not own:
            if piece.notes:
                yield line
            continue
        if own and piece.text and _is_article(SourceLine(own), pack) and not _is_title(piece.text, pack):
            yield SourceLine(own, "article" if paragraph.outline is not None else "")
            yield replace(line, num="", indent=None)
            continue
        yield replace(line, role=_role(line, paragraph, pack))


def _parted(pieces: Sequence[Piece], pack: Pack) -> list[Piece]:
    """The pieces of a paragraph that are lines of their own; the others joined. A break inside a sentence means
    nothing; one beside the number of an article, or before a numbered item, stands for a new paragraph, and so
    does an empty line."""
    out: list[Piece] = []
    is_new = True
    for piece in pieces:
        if not piece.text and not piece.notes:
            is_new = is_new or piece.on_new_page or bool(out)
            continue
        if is_new or not out or _begins_line(out[-1].text, piece, pack):
            out.append(piece)
        else:
            joined = one_line(f"{out[-1].text} {piece.text}")
            out[-1] = Piece(joined, (*out[-1].notes, *piece.notes))
        is_new = False
    return out


def _begins_line(before: str, piece: Piece, pack: Pack) -> bool:
    if piece.on_new_page and (_CLOSED.search(before) or not piece.text[:1].islower()):
        return True
    if any(_opens(SourceLine(text), pack) for text in (before, piece.text)):
        return True
    return marks.numbered_line(piece.text, pack) and _CLOSED.search(before) is not None


def _opens(line: SourceLine, pack: Pack) -> bool:
    return bool(line.text) and (_is_article(line, pack) or marks.division(line, pack) is not None)


def _is_article(line: SourceLine, pack: Pack) -> bool:
    return marks.article(line, pack) is not None


def _is_title(text: str, pack: Pack) -> bool:
    return marks.is_heading(SourceLine(text), pack)


def _role(line: SourceLine, paragraph: Paragraph, pack: Pack) -> Role:
    """A hint where the style says that a line is a heading and its wording does not contradict."""
    text = line.text
    if paragraph.is_title:
        return "title"
    if paragraph.outline is None or len(text) > _HEADING_LIMIT or marks.annex(line, pack):
        return ""
    mark = marks.article(SourceLine(text, "article"), pack)  # "Article 5 Subject matter"
    if _is_article(line, pack) or (not line.num and mark is not None and mark.title):
        return "article"
    if marks.division(line, pack) is not None:
        return "division"
    if text.endswith((";", ":", ",")) or line.num or marks.numbered_line(text, pack) or marks.leftover(line, pack):
        return ""
    return "heading" if not text.endswith(".") or len(text) < _HEADING_LIMIT // 3 else ""


def _with_title(lines: Sequence[SourceLine], pack: Pack) -> list[SourceLine]:
    """Only what stands before the first article can be the title of the law."""
    first = next((i for i, line in enumerate(lines) if _is_article(line, pack)), 0)
    return [
        replace(line, role="") if line.role == "title" and place >= first else line for place, line in enumerate(lines)
    ]


# tables


def _table(table: Table, pack: Pack, holds_law: bool) -> Iterator[SourceLine]:
    """A frame and a list as lines, data as one line."""
    width = max((len(row) for row in table.rows), default=0)
    if width == 1:
        for row in table.rows:
            yield from source_blocks(row[0] if row else (), pack)
    elif table.rows and all(len(row) == 2 and _is_label(row[0], pack) and _words(row[1]) for row in table.rows):
        for row in table.rows:
            yield from _labelled(row[0], row[1], pack)
    elif holds_law and _holds_law(table, pack):
        yield from _law(table, width, pack)
    else:
        notes = tuple(note for row in table.rows for cell in row for note in _notes(cell))
        rows = [" | ".join(_flat(cell) for cell in row).strip(" |") for row in table.rows]
        text = one_line(" || ".join(row for row in rows if row))
        if text or notes:
            yield SourceLine(text, "table" if text else "", notes=notes)


def source_blocks(blocks: Iterable[Block], pack: Pack) -> Iterator[SourceLine]:
    """The lines of a frame around text."""
    for block in blocks:
        yield from _table(block, pack, False) if isinstance(block, Table) else _paragraph(block, pack)


def _labelled(label: Sequence[Block], text: Sequence[Block], pack: Pack) -> Iterator[SourceLine]:
    """A row that is a number and what it numbers."""
    lines = list(source_blocks(text, pack))
    num, notes = _flat(label), tuple(_notes(label))
    if lines and not lines[0].num and lines[0].role != "table" and not _is_article(SourceLine(num), pack):
        lines[0] = replace(lines[0], num=num, notes=(*notes, *lines[0].notes))
    elif num or notes:
        lines.insert(0, SourceLine(num, notes=notes))
    yield from lines


def _law(table: Table, width: int, pack: Pack) -> Iterator[SourceLine]:
    """A law that is set in a table: row by row, or column by column where each column holds one (two languages)."""
    columns = [[row[place] if place < len(row) else () for row in table.rows] for place in range(width)]
    if sum(any(_articles(cell, pack) for cell in column) for column in columns) < 2:
        columns = [[cell for row in table.rows for cell in row]]
    for column in columns:
        for cell in column:
            yield from source_blocks(cell, pack)


def _law_is_in_tables(blocks: Sequence[Block], pack: Pack) -> bool:
    """Does this document have articles only in its tables? A table of a document that has articles outside is data,
    also when it names articles."""
    return not any(isinstance(block, Paragraph) and _articles((block,), pack) for block in blocks)


def _holds_law(table: Table, pack: Pack) -> bool:
    cells = [cell for row in table.rows for cell in row]
    articles = sum(_articles(cell, pack) for cell in cells)
    return articles > 0 and sum(map(_words, cells)) >= articles * _LAW_IN_TABLE


def _articles(blocks: Sequence[Block], pack: Pack) -> int:
    """How many numbers of articles stand here on lines of their own, tables inside left out."""
    lines = (line for block in blocks if isinstance(block, Paragraph) for line in _paragraph(block, pack))
    return sum(_is_article(line, pack) for line in lines)


def _is_label(cell: Sequence[Block], pack: Pack) -> bool:
    text = _flat(cell)
    return not text or _LABEL.fullmatch(text) is not None or _is_article(SourceLine(text), pack)


def _words(cell: Sequence[Block]) -> int:
    return len(words(_flat(cell)))


def _flat(blocks: Sequence[Block]) -> str:
    """The words of a cell on one line."""
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            parts.extend(_flat(cell) for row in block.rows for cell in row)
        else:
            parts.append(one_line(" ".join([block.num, *(piece.text for piece in block.pieces)])))
    return " ".join(part for part in parts if part)


def _notes(blocks: Sequence[Block]) -> Iterator[Note]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from _notes(cell)
        else:
            for piece in block.pieces:
                yield from piece.notes


def flat(blocks: Sequence[Block]) -> str:
    """All words of these blocks on one line, with those of their notes: of a note, a header, a table of contents."""
    return " ".join(part for part in (_flat(blocks), *(note.text for note in _notes(blocks))) if part)
