"""The table of concordance: EU provision, national provision, grade and reason, in the columns that a form declares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from tomas_desktop.export.docx_table import MERGED_ON, table
from tomas_desktop.export.fields import printed_date
from tomas_desktop.export.form import Block, Column
from tomas_desktop.export.placeholders import BLANK, fill
from tomas_desktop.export.sheet import Sheet
from tomas_desktop.export.submission import Answer, ConcordanceRow, WorkingText
from tomas_desktop.export.word_xml import paragraph, run
from tomas_desktop.model.finding import Finding


class _Pair(NamedTuple):
    """One row: an EU provision and one answer to it, or none. `again` where the row above is of the same provision."""

    eu: ConcordanceRow
    answer: Answer | None
    again: bool = False

    def number(self, is_named: bool) -> str:
        """The number of the national provision, behind the name of its law where the table has no column for that."""
        if self.answer is None:
            return ""
        return f"{self.answer.law}, {self.answer.number}" if is_named else self.answer.number


def concordance(sheet: Sheet, block: Block) -> str:
    """The table, in the order of the EU act (every provision, also those that nothing answers) or of the laws handed
    in (only what answers something)."""
    rows = list(_by_eu(sheet.submission.concordance) if block.order == "eu" else _by_law(sheet))
    share = sheet.template.text_width(sheet.document.orientation == "landscape") / sum(c.width for c in block.columns)
    header = [paragraph(sheet.style("table_head"), sheet.runs(column.heading)) for column in block.columns]
    widths = [int(column.width * share) for column in block.columns]
    caption = " – ".join(filter(None, (sheet.text(sheet.document.title), sheet.values.get("act", ""))))
    _remark(sheet, block, rows)
    laws = {pair.answer.law for pair in rows if pair.answer}
    is_named = len(laws) > 1 and all(column.source != "national_act" for column in block.columns)
    own = frozenset(column.source for column in block.columns)
    cells = [[_cell(sheet, column, pair, is_named, own) for column in block.columns] for pair in rows]
    return table(sheet.style("table"), widths, caption, header, cells) + paragraph(sheet.style("end"), "")


def _by_eu(concordance: Sequence[ConcordanceRow]) -> Iterator[_Pair]:
    for row in concordance:
        if not row.answers:
            yield _Pair(row, None)
        for i, answer in enumerate(row.answers):
            yield _Pair(row, answer, i > 0)


def _by_law(sheet: Sheet) -> Iterator[_Pair]:
    order = {law.work.key: place for place, law in enumerate(sheet.laws)}
    found = [
        (order.get(answer.correlation.national.work, len(order)), answer.place, _Pair(row, answer))
        for row in sheet.submission.concordance
        for answer in row.answers
        if answer.is_amended
    ]
    for _, _, pair in sorted(found, key=lambda each: each[:2]):
        yield pair


def _cell(sheet: Sheet, column: Column, pair: _Pair, is_named: bool, own: Set[str]) -> str:
    if pair.again and column.source in ("eu_number", "eu_text"):
        return MERGED_ON
    style, properties = sheet.style("cell_text"), sheet.run_properties()
    said = [sheet.bound(text) for text in _said(sheet, column, pair, is_named, own)]
    return "".join(paragraph(style, run(text, properties)) for text in said) or paragraph(style, "")


def _said(sheet: Sheet, column: Column, pair: _Pair, is_named: bool, own: Set[str]) -> list[str]:
    """The paragraphs of a cell; a blank where the form needs something that nobody has said yet. `own` is what has a
    column in this table: the remarks hold all else."""
    answer = pair.answer
    grade = answer.correlation.grade if answer else None
    match column.source:
        case "eu_number":
            return [pair.eu.number]
        case "eu_text":
            return _eu_text(sheet, pair.eu)
        case "celex":
            return [sheet.values.get("celex") or BLANK]
        case "grade":
            return [sheet.spell(column.codes.get(grade, BLANK)) if grade else BLANK]
    if answer is None:
        return []
    match column.source:
        case "national_act":
            return [answer.law]
        case "national_number":
            return [pair.number(is_named)]
        case "national_text":
            return [line.text for line in answer.lines if line.text]
    if grade in column.empty_for:
        return []
    of, blank = answer.correlation, [BLANK] if grade in column.needed_for else []
    said = {"reason": of.reason, "note": of.note, "planned_act": of.planned_act, "deadline": of.deadline}
    if column.source == "remarks":
        return [text for name, text in said.items() if text and name not in own] or blank
    return [said[column.source]] if said.get(column.source) else blank


def _eu_text(sheet: Sheet, row: ConcordanceRow) -> list[str]:
    """The EU provision in the language of the form, what is a working translation marked as that; a blank where it, or
    a part of it, has no text. Never another language."""
    blank = sheet.text("{no_translation}")
    marks = {one.end: _mark(sheet, one) for one in row.working}
    out: list[str] = []
    for place, line in enumerate(row.lines, start=1):
        out.append(line.text or f"{line.num} {blank}".strip())
        out.extend(marks.get(place, ()))
    return out or [blank]


def _mark(sheet: Sheet, working: WorkingText) -> list[str]:
    """What the form says of a working translation: that it is one, who translated and when."""
    said = {"author": working.author or working.source, "date": printed_date(working.at, sheet.form)}
    text = sheet.form.texts.get("working_translation", "")
    return [fill(text, lambda name: said.get(name) or sheet.values.get(name) or BLANK, sheet.spell)] if text else []


def _remark(sheet: Sheet, block: Block, rows: Sequence[_Pair]) -> None:
    """What the table still lacks, and what it claims too much of."""
    eu = sheet.submission.eu
    if not rows:
        sheet.warn("concordance-empty", document=sheet.document.title)
    texts = any(column.source == "eu_text" for column in block.columns)
    shown = [pair.eu for pair in rows if texts and not pair.again]
    untranslated = [row for row in shown if row.is_untranslated]
    if untranslated:
        count, language = str(len(untranslated)), sheet.form.language
        sheet.warn("eu-text-missing", untranslated[0].ref.eid, count=count, language=language)
    working = [row for row in shown if row.working]
    if working:
        said = (("count", str(len(working))), ("language", sheet.form.language))
        sheet.findings.append(Finding("info", "working-translation", working[0].ref.eid, said))
    ungraded = [pair for pair in rows if pair.answer is None or pair.answer.correlation.grade is None]
    if ungraded:
        sheet.warn("not-graded", ungraded[0].eu.ref.eid, count=str(len(ungraded)))
    below = [pair.answer for pair in rows if pair.answer and pair.answer.correlation.grade in block.partial_overall]
    if below:
        of = below[0].correlation
        sheet.warn("overall-partial", of.national.eid, eu=str(of.eu), national=str(of.national), count=str(len(below)))
    for pair in rows:
        if pair.answer is None:
            continue
        of = pair.answer.correlation
        both = {"eu": str(of.eu), "national": str(of.national)}
        if of.grade == "full" and eu and not eu.is_adopted:
            sheet.warn("full-with-proposal", of.national.eid, **both)
        if of.grade and any(of.grade in c.needed_for and not _said_of(c, pair) for c in block.columns):
            sheet.warn("grade-without-reason", of.national.eid, grade=of.grade, **both)


def _said_of(column: Column, pair: _Pair) -> bool:
    """Has somebody said what this column needs as a reason? Other columns may be filled in by hand."""
    of = pair.answer.correlation if pair.answer else None
    said = {"reason": of.reason, "note": of.note, "remarks": of.reason or of.note} if of else {}
    return column.source not in said or bool(said[column.source])
