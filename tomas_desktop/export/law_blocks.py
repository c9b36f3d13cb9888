"""The law in its presentations: with tracked changes, with struck words and CAPITALS, as it stands, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from tomas_desktop.amend.comparison import MarkedLine
from tomas_desktop.amend.redline import Segment
from tomas_desktop.export.docx_bookmarks import Bookmarks
from tomas_desktop.export.docx_bookmarks import marked as bookmarked
from tomas_desktop.export.docx_revisions import NO_REMARK, Note, Pen, Remark
from tomas_desktop.export.docx_revisions import tracked as tracked_paragraphs
from tomas_desktop.export.docx_table import Row, drawn, table, words_of
from tomas_desktop.export.form import Block, Column
from tomas_desktop.export.law_table import Look, is_table, is_table_line, marked_rows, rejoined, rows_of, widths
from tomas_desktop.export.placeholders import fill
from tomas_desktop.export.sheet import Sheet
from tomas_desktop.export.submission import AmendedLaw, ComparisonRow
from tomas_desktop.export.word_xml import escape, paragraph, run, run_properties
from tomas_desktop.model.canonical import Line
from tomas_desktop.model.revision import Revision
from tomas_desktop.text.tokens import is_word

_CELL_MARGIN = 100  # twentieths of a point, as the tables of the forms have it


def tracked(sheet: Sheet, _block: Block) -> str:
    """The law with native tracked changes, the reasons beside them, and hidden bookmarks by which a returned file is
    read."""
    bookmarks = Bookmarks()
    return "".join(_tracked_law(sheet, law, bookmarks) for law in sheet.laws)


def _tracked_law(sheet: Sheet, law: AmendedLaw, bookmarks: Bookmarks) -> str:
    said_of, shown = set[str](), set[Revision]()

    def remark_of(line: MarkedLine) -> Remark:
        if line.state == "kept":
            return NO_REMARK
        general = law.proposal.justification if not said_of else ""
        said_of.add(law.proposal.key)
        said = [general]
        if line.cause is not None and line.cause.id not in said_of:
            said_of.add(line.cause.id)
            own, basis = line.cause.justification, _basis(sheet, line.cause.basis)
            said = [general if general != own else "", own, basis]
        if is_table_line(line):  # its changes are drawn row by row: what is said of one stands with the others
            shown.update(one for known in line.revisions for one in known)
            said += [text for known in line.revisions for text in _said_of_change(sheet, known)]
        return sheet.comments.add(sheet.revision(law, line), [sheet.bound(text) for text in said if text])

    def notes_of(line: MarkedLine) -> Sequence[Note]:
        shown.update(one for known in line.revisions for one in known)
        return _notes(sheet, law, line)

    pen = Pen(
        sheet.ids, sheet.line_styles(), sheet.run_properties(), lambda line: sheet.revision(law, line), remark_of,
        notes_of, sheet.style("end"), bookmarks.name, look_of(sheet, law),
    )  # fmt: skip
    written = tracked_paragraphs(printed(law.marked), pen)
    written = bookmarked(bookmarks.law_name(law.proposal.key, law.expression.id), next(sheet.ids), written)
    for one in law.modifications:
        is_lost = (one.justification or one.basis) and one.id not in said_of
        if is_lost or any((each.justification or each.basis) and each not in shown for each in one.revisions):
            sheet.warn("reason-not-shown", one.target, proposal=one.proposal)
    return written


def _notes(sheet: Sheet, law: AmendedLaw, line: MarkedLine, *, with_comments: bool = True) -> list[Note]:
    """Who made each change of a line, where it was not whoever made the line, and why each is made."""
    out = []
    for known in line.revisions:
        by = sheet.revision_of_change(law, line, known)
        said = _said_of_change(sheet, known) if with_comments else []
        out.append(Note(by, sheet.comments.add(by, [sheet.bound(text) for text in said])))
    return out


def _said_of_change(sheet: Sheet, known: Sequence[Revision]) -> list[str]:
    said = [text for one in known for text in (one.justification, _basis(sheet, one.basis))]
    return [text for text in dict.fromkeys(said) if text]


def look_of(sheet: Sheet, law: AmendedLaw, width: int = 0) -> Look:
    """How a table that stands in the law is drawn: as wide as the text, or as a cell of this width."""
    width = width or sheet.template.text_width(sheet.document.orientation == "landscape")
    return Look(sheet.style("table"), sheet.style("cell_text"), width, law.name)


def _drawn(sheet: Sheet, look: Look, cells: Sequence[Sequence[str]]) -> str:
    """A table of the law; `cells` are the runs of each."""
    rows = [Row([paragraph(look.cell_style, runs) for runs in row]) for row in cells]
    columns = widths([list(map(words_of, row)) for row in cells], look.width)
    return drawn(look.style, columns, look.title, rows) + paragraph(sheet.style("end"), "")


def as_it_stands(sheet: Sheet, line: Line, style: str, properties: str, look: Look) -> str:
    """A line without a mark."""
    if is_table(line):
        return _drawn(sheet, look, [[run(cell, properties) for cell in row] for row in rows_of(line.text)])
    return paragraph(style, run(line.text, properties))


def _basis(sheet: Sheet, basis: str) -> str:
    if not basis:
        return ""
    name = sheet.submission.name_of(basis)
    return fill(sheet.form.texts.get("eu_basis", "{basis}"), lambda _field: name, sheet.spell)


def capitals(sheet: Sheet, _block: Block) -> str:
    """The amended articles as Serbia's Assembly reads them: what goes is struck through, what comes stands in
    CAPITALS. They are real capitals, so that the meaning survives where the style does not; no tracked changes."""
    style_of = sheet.line_styles()
    properties = {
        "=": sheet.run_properties(),
        "-": sheet.run_properties(sheet.style("deleted")),
        "+": sheet.run_properties(sheet.style("inserted")),
    }

    def runs(segments: Sequence[Segment]) -> str:
        out: list[str] = []
        for (op, text), following in pairwise((*segments, Segment("=", ""))):
            if op == "-" and following.op == "+" and is_word(text[-1]) and is_word(following.text[0]):
                text += " "  # "30" struck and "15" new must not read as one number
            out.append(run(text.upper() if op == "+" else text, properties[op]))
        return "".join(out)

    out: list[str] = []
    for law in sheet.laws:
        out.append(sheet.heading_of(law))
        look = look_of(sheet, law)
        for line in rejoined(printed(amended_articles(law.marked))):
            if is_table_line(line):
                out.append(_drawn(sheet, look, [[runs(cell) for cell in row.cells] for row in marked_rows(line)]))
            else:
                out.append(paragraph(style_of(line.line), runs(line.segments)))
    return "".join(out)


def in_force(sheet: Sheet, _block: Block) -> str:
    """The amended articles as they stand in the law in force, without a mark."""
    style_of, properties = sheet.line_styles(), sheet.run_properties()
    out: list[str] = []
    for law in sheet.laws:
        out.append(sheet.heading_of(law))
        stand = [line.base for line in printed(amended_articles(law.marked)) if line.base and line.base.text]
        out.extend(as_it_stands(sheet, line, style_of(line), properties, look_of(sheet, law)) for line in stand)
        if not stand:  # new articles only: nothing of the law in force is amended
            out.append(sheet.paragraph("paragraph", sheet.text("{nothing_amended}")))
    return "".join(out)


def comparison(sheet: Sheet, block: Block) -> str:
    """One row for each pair that answers each other: EU | in force | proposed, with the redline in its cell."""
    share = sheet.template.text_width(sheet.document.orientation == "landscape") / sum(c.width for c in block.columns)
    header = [paragraph(sheet.style("table_head"), sheet.runs(column.heading)) for column in block.columns]
    columns = [(column, int(column.width * share)) for column in block.columns]
    out: list[str] = []
    for law in sheet.laws:
        if not law.rows:
            sheet.warn("comparison-empty", law=law.work.key)
        rows = [
            Row([_cell(sheet, law, column, width, row) for column, width in columns], _row_mark(sheet, law, row))
            for row in law.rows
        ]
        out.append(table(sheet.style("table"), [width for _, width in columns], law.name, header, rows))
        out.append(paragraph(sheet.style("end"), ""))  # Word wants a paragraph behind a table
    return "".join(out)


def _row_mark(sheet: Sheet, law: AmendedLaw, row: ComparisonRow) -> str:
    """A row that holds nothing but new text comes and goes whole; one that shows what is in force stays."""
    if row.eu or row.in_force or not row.proposed:
        return ""
    by = sheet.revision(law, row.proposed[0])
    return f'<w:ins w:id="{next(sheet.ids)}" w:author="{escape(by.author)}" w:date="{by.date}"/>'


def _cell(sheet: Sheet, law: AmendedLaw, column: Column, width: int, row: ComparisonRow) -> str:
    style_of, closing = sheet.cell_styles(), sheet.style("end")
    look = look_of(sheet, law, width - 2 * _CELL_MARGIN)
    if column.source == "proposed":
        pen = Pen(
            sheet.ids, style_of, sheet.run_properties(), lambda line: sheet.revision(law, line), closing_style=closing,
            notes_of=lambda line: _notes(sheet, law, line, with_comments=False), look=look,
        )  # fmt: skip
        return tracked_paragraphs(printed(row.proposed), pen)
    properties, lines = sheet.run_properties(), row.in_force
    if column.source == "eu":
        properties, lines = run_properties(sheet.eu_language), row.eu
    written = [as_it_stands(sheet, line, style_of(line), properties, look) for line in lines if line.kind != "block"]
    return "".join(written) or paragraph(closing, "")


def printed(marked: Iterable[MarkedLine]) -> tuple[MarkedLine, ...]:
    """Without the marks that open what is not law: they belong to the plain text, not to paper."""
    return tuple(line for line in marked if line.line.kind != "block")


def amended_articles(marked: Iterable[MarkedLine]) -> Iterator[MarkedLine]:
    """The lines of those articles (and headings of divisions) in which something comes or goes."""
    articles: dict[str, list[MarkedLine]] = {}
    for line in marked:
        articles.setdefault(line.line.eid.partition("__")[0], []).append(line)
    for lines in articles.values():
        if any(line.state != "kept" for line in lines):
            yield from lines
