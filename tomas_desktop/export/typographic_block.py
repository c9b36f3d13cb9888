"""A redline that needs no colour and no tracked changes: for printers, for PDF, for who reads on paper or by ear.

What goes stands struck through in square brackets, what comes bold and underlined, so that each is told twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tomas_desktop.amend.redline import Segment
from tomas_desktop.export.docx_table import Row, drawn, words_of
from tomas_desktop.export.form import Block
from tomas_desktop.export.law_blocks import amended_articles, printed
from tomas_desktop.export.law_table import is_table_line, marked_rows, widths
from tomas_desktop.export.sheet import Sheet
from tomas_desktop.export.word_xml import paragraph, run
from tomas_desktop.text.tokens import is_word

_STRUCK, _NEW = "<w:strike/>", '<w:b/><w:bCs/><w:u w:val="single"/>'


def typographic(sheet: Sheet, _block: Block) -> str:
    """The amended articles of every law, each change in place."""
    style_of, plain = sheet.line_styles(), sheet.run_properties()
    properties = {"=": plain, "-": _with(plain, _STRUCK), "+": _with(plain, _NEW)}

    def runs(segments: Sequence[Segment]) -> str:
        return "".join(run(text, properties[op]) for op, text in bracketed(segments))

    out: list[str] = []
    for law in sheet.laws:
        out.append(sheet.heading_of(law))
        for line in printed(amended_articles(law.marked)):
            if is_table_line(line):
                rows = [[runs(cell) for cell in row.cells] for row in marked_rows(line)]
                columns = widths([list(map(words_of, row)) for row in rows], _width(sheet))
                cells = [Row([paragraph(sheet.style("cell_text"), cell) for cell in row]) for row in rows]
                out.append(drawn(sheet.style("table"), columns, law.name, cells) + paragraph(sheet.style("end"), ""))
            else:
                out.append(paragraph(style_of(line.line), runs(line.segments)))
    return "".join(out)


def bracketed(segments: Sequence[Segment]) -> Iterator[Segment]:
    """The segments, what goes in square brackets that hold no blank at their ends; a blank before what takes its
    place, so that "[30]" and "15" never read as one word."""
    for (op, text), following in pairwise((*segments, Segment("=", ""))):
        if op != "-" or not text.strip():
            yield Segment(op, text)
            continue
        words = text.strip()
        before, _, after = text.partition(words)
        if before:
            yield Segment("=", before)
        yield Segment("-", f"[{words}]")
        if after or (following.op == "+" and is_word(following.text[:1])):
            yield Segment("=", after or " ")


def _with(plain: str, look: str) -> str:
    """Run properties with direct formatting, which stands before the language."""
    return plain.replace("<w:rPr>", f"<w:rPr>{look}", 1) if plain else f"<w:rPr>{look}</w:rPr>"


def _width(sheet: Sheet) -> int:
    return sheet.template.text_width(sheet.document.orientation == "landscape")
