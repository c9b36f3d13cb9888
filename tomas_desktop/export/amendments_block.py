"""Amendments as the European Parliament tables them: the Commission's text | the amendment, changes in bold italics."""

from __future__ import annotations

from itertools import groupby

from tomas_desktop.amend.comparison import MarkedLine
from tomas_desktop.export.docx_table import table
from tomas_desktop.export.form import Block, Column
from tomas_desktop.export.law_blocks import printed
from tomas_desktop.export.placeholders import BLANK
from tomas_desktop.export.sheet import Sheet
from tomas_desktop.export.submission import AmendedLaw
from tomas_desktop.export.word_xml import paragraph, run


def amendments(sheet: Sheet, block: Block) -> str:
    """One amendment for each modification: its number, its place, the two texts, why."""
    out: list[str] = []
    for law in sheet.laws:
        reasons = {one.modification: one for one in law.reasons}
        changed = [line for line in printed(law.marked) if line.state != "kept"]
        groups = groupby(changed, key=lambda line: line.cause.id if line.cause else "")
        for number, (cause, lines) in enumerate(groups, start=1):
            reason = reasons.get(cause)
            title = sheet.runs(sheet.form.texts.get("amendment", "{number}"), {"number": str(number)})
            out.append(paragraph(sheet.style("amendment"), title))
            out.append(sheet.paragraph("place", reason.where if reason else law.name))
            out.append(_texts(sheet, block, law, list(lines)))
            out.append(sheet.paragraph("place", sheet.text(sheet.form.texts.get("justification_head", ""))))
            out.append(sheet.paragraph("paragraph", (reason.text if reason else "") or BLANK))
    return "".join(out)


def _texts(sheet: Sheet, block: Block, law: AmendedLaw, lines: list[MarkedLine]) -> str:
    share = sheet.template.text_width(sheet.document.orientation == "landscape") / sum(c.width for c in block.columns)
    header = [paragraph(sheet.style("table_head"), sheet.runs(column.heading)) for column in block.columns]
    widths = [int(column.width * share) for column in block.columns]
    row = [_cell(sheet, column, lines) for column in block.columns]
    return table(sheet.style("table"), widths, law.name, header, [row]) + paragraph(sheet.style("end"), "")


def _cell(sheet: Sheet, column: Column, lines: list[MarkedLine]) -> str:
    """One side of an amendment. A paragraph that goes is answered by the word for that, in bold italics: once where all
    of them go, not at all where new ones come in its place."""
    plain, changed = sheet.run_properties(), sheet.run_properties(sheet.style("changed"))
    style, own = sheet.style("cell_text"), "-" if column.source == "in_force" else "+"
    gone = paragraph(style, run(sheet.spell(sheet.form.texts.get("deleted", "")), changed))
    states = {line.state for line in lines}
    if own == "+" and states == {"deleted"}:
        return gone
    out: list[str] = []
    for line in lines:
        if line.state == "deleted" and own == "+" and "inserted" not in states:
            out.append(gone)
        runs = [run(text, plain if op == "=" else changed) for op, text in line.segments if op in ("=", own)]
        if runs:
            out.append(paragraph(style, "".join(runs)))
    return "".join(out) or paragraph(style, "")
