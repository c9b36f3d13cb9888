"""Consultation forms as ministries make them, in our own words: for the tests of the form filler."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

HEADINGS = {
    "sr": ["R. br.", "Član nacrta", "Postojeći tekst", "Predlog izmene", "Obrazloženje", "Odredba EU", "Status"],
    "sr-Cyrl": ["Рб", "Члан", "Текст члана у нацрту", "Предложени текст", "Разлози", "Веза са прописима ЕУ", "Одговор"],
    "mk": ["Ред. бр.", "Член", "Постоен текст", "Предлог", "Образложение", "Одредба на ЕУ", "Одговор"],
    "sq": ["Nr.", "Neni", "Teksti në fuqi", "Propozimi", "Arsyetimi", "Dispozita e BE-së", "Statusi"],
    "en": ["No.", "Article", "Current text", "Proposed amendment", "Justification", "EU basis", "Status"],
}  # fmt: skip


def form(headings: Sequence[str] = HEADINGS["sr"], rows: Sequence[Sequence[str]] = (("",) * 7,) * 2) -> Any:
    """A form lying across with a table of these headings and rows, a name to fill in above and a footer."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    document.add_heading("Obrazac za učešće u javnoj raspravi", 1)
    person = document.add_paragraph("Podnosilac: ")
    person.add_run("{auth").bold = True
    person.add_run("or}, dana {date}")
    document.add_paragraph("Propis: {law}. {nešto drugo}").add_run(" {")
    section.footer.paragraphs[0].text = "Obrazac 1 – {law}"
    add_table(document, headings, rows)
    document.add_paragraph("Obrazac se dostavlja elektronski.")
    return document


def add_table(document: Any, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Any:
    table = document.add_table(rows=0, cols=len(headings))
    table.style = "Table Grid"
    for number, texts in enumerate([headings, *rows]):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            run = cell.paragraphs[0].add_run(text)
            run.font.size = Pt(9)
            run.bold = number == 0
            if number:
                run.font.color.rgb = RGBColor(0x1F, 0x3A, 0x7A)
    return table


def control(inner: str, number: int, hint: str = "<w:showingPlcHdr/><w:text/>") -> Any:
    """A content control around something; `hint` tells that it shows one, and whether it takes plain text only."""
    return parse_xml(
        f'<w:sdt {NS}><w:sdtPr><w:rPr><w:b/></w:rPr><w:id w:val="{number}"/>{hint}</w:sdtPr>'
        f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    )


def saved(document: Any, folder: Path, name: str = "obrazac.docx") -> Path:
    path = folder / name
    zoom = document.settings.element.find(qn("w:zoom"))
    zoom.set(qn("w:percent"), "100")  # what python-docx's own template leaves out
    document.save(str(path))
    return path
