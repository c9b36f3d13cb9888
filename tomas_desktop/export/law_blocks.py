"""The law in its presentations: with tracked changes, with struck words and CAPITALS, as it stands, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from tomas_desktop.amend.comparison import MarkedLine
from tomas_desktop.amend.redline import Segment
from tomas_desktop.export.docx_revisions import NO_REMARK, Pen, Remark
from tomas_desktop.export.docx_revisions import tracked as tracked_paragraphs
from tomas_desktop.export.docx_table import table
from tomas_desktop.export.form import Block, Column
from tomas_desktop.export.placeholders import fill
from tomas_desktop.export.sheet import Sheet
from tomas_desktop.export.submission import AmendedLaw, ComparisonRow
from tomas_desktop.export.word_xml import paragraph, run, run_properties
from tomas_desktop.text.tokens import is_word


def tracked(sheet: Sheet, _block: Block) -> str:
    """The law with native tracked changes, and the reasons beside them."""
    return "".join(_tracked_law(sheet, law) for law in sheet.laws)


def _tracked_law(sheet: Sheet, law: AmendedLaw) -> str:
    said_of = set[str]()

    def remark_of(line: MarkedLine) -> Remark:
        if line.state == "kept":
            return NO_REMARK
        general = law.proposal.justification if not said_of else ""
        said_of.add(law.proposal.key)
        if line.cause is None or line.cause.id in said_of:
            return sheet.comments.add(sheet.revision(law, line), [general])
        said_of.add(line.cause.id)
        own, basis = line.cause.justification, _basis(sheet, line.cause.basis)
        return sheet.comments.add(sheet.revision(law, line), [general if general != own else "", own, basis])

    pen = Pen(
        sheet.ids, sheet.line_styles(), sheet.run_properties(), lambda line: sheet.revision(law, line), remark_of,
        sheet.style("end"),
    )  # fmt: skip
    written = tracked_paragraphs(printed(law.marked), pen)
    for one in law.modifications:
        if (one.justification or one.basis) and one.id not in said_of:
            sheet.warn("reason-not-shown", one.target, proposal=one.proposal)
    return written


def _basis(sheet: Sheet, basis: str) -> str:
    if not basis:
        return ""
    name = sheet.submission.eu.name_of(basis) if sheet.submission.eu else basis
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
    out: list[str] = []
    for law in sheet.laws:
        out.append(sheet.heading_of(law))
        for line in printed(amended_articles(law.marked)):
            runs: list[str] = []
            for (op, text), following in pairwise((*line.segments, Segment("=", ""))):
                if op == "-" and following.op == "+" and is_word(text[-1]) and is_word(following.text[0]):
                    text += " "  # "30" struck and "15" new must not read as one number
                runs.append(run(text.upper() if op == "+" else text, properties[op]))
            out.append(paragraph(style_of(line.line), "".join(runs)))
    return "".join(out)


def in_force(sheet: Sheet, _block: Block) -> str:
    """The amended articles as they stand in the law in force, without a mark."""
    style_of, properties = sheet.line_styles(), sheet.run_properties()
    out: list[str] = []
    for law in sheet.laws:
        out.append(sheet.heading_of(law))
        stand = [line.base for line in printed(amended_articles(law.marked)) if line.base and line.base.text]
        out.extend(paragraph(style_of(line), run(line.text, properties)) for line in stand)
        if not stand:  # new articles only: nothing of the law in force is amended
            out.append(sheet.paragraph("paragraph", sheet.text("{nothing_amended}")))
    return "".join(out)


def comparison(sheet: Sheet, block: Block) -> str:
    """One row for each pair that answers each other: EU | in force | proposed, with the redline in its cell."""
    share = sheet.template.text_width(sheet.document.orientation == "landscape") / sum(c.width for c in block.columns)
    header = [paragraph(sheet.style("table_head"), sheet.runs(column.heading)) for column in block.columns]
    out: list[str] = []
    for law in sheet.laws:
        if not law.rows:
            sheet.warn("comparison-empty", law=law.work.key)
        out.append(
            table(
                sheet.style("table"),
                [int(column.width * share) for column in block.columns],
                law.name,
                header,
                [[_cell(sheet, law, column, row) for column in block.columns] for row in law.rows],
            )
        )
        out.append(paragraph(sheet.style("end"), ""))  # Word wants a paragraph behind a table
    return "".join(out)


def _cell(sheet: Sheet, law: AmendedLaw, column: Column, row: ComparisonRow) -> str:
    style_of, closing = sheet.cell_styles(), sheet.style("end")
    if column.source == "proposed":
        pen = Pen(
            sheet.ids, style_of, sheet.run_properties(), lambda line: sheet.revision(law, line), closing_style=closing
        )
        return tracked_paragraphs(printed(row.proposed), pen)
    properties, lines = sheet.run_properties(), row.in_force
    if column.source == "eu":
        properties, lines = run_properties(sheet.eu_language), row.eu
    written = [paragraph(style_of(line), run(line.text, properties)) for line in lines if line.kind != "block"]
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
