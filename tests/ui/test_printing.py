"""HTML on paper: every word of it, in pages of the paper's size, the head of a table on each of its pages."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tomas_desktop.services.previewing import COUNT, NUMBER, Preview, Section
from tomas_desktop.ui import printing

LATIN = "Pružalac usluge đačkog štiva čuva žalbu u roku od četrdeset osam časova."
CYRILLIC = "Давателот на услуги постапува по налогот за отстранување во рок од 24 часа, ѓ ќ ѕ џ љ њ."
ALBANIAN = "Ofruesi i shërbimit vepron brenda afatit të përcaktuar në urdhër; çdo ë dhe ç mbetet."
A4, ACROSS = (210.0, 297.0), (297.0, 210.0)


def document(*sections: Section) -> Preview:
    return Preview("Proba", "sr-Latn", sections)


def printed(preview: Preview) -> list[str]:
    """The words of each page of the PDF file."""
    file = pypdfium2.PdfDocument(printing.pdf(printing.lay_out(preview)))
    return [" ".join(page.get_textpage().get_text_range().split()) for page in file]


def words(html: str) -> list[str]:
    return unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", html, flags=re.S)).split()


def assert_all_there(text: str, html: str, pages: int) -> None:
    """Every word is there. Of a paragraph that goes on Qt puts the line before it on the next page too, clipped and so
    unseen: that much may be there twice."""
    there, wanted = Counter(text.split()), Counter(words(html))
    assert wanted - there == Counter()
    assert (there - wanted).total() < 60 * pages


@pytest.mark.parametrize("text", [LATIN, CYRILLIC, ALBANIAN])
def test_no_word_is_lost_where_a_page_ends(qtbot: QtBot, text: str) -> None:
    html = "".join(f"<p>{n}. {text * (n % 5 + 1)}</p>" for n in range(120))
    pages = printed(document(Section(f"<html><body>{html}</body></html>")))
    assert len(pages) > 3
    assert_all_there(" ".join(pages), html, len(pages))


def test_the_head_of_a_table_stands_on_each_of_its_pages_and_rows_lose_nothing(qtbot: QtBot) -> None:
    cell = f"{LATIN} <del>{CYRILLIC}</del> <ins>{ALBANIAN}</ins> "
    rows = "".join(f"<tr><td>{n}.1</td><td>{cell * (n % 4)}</td></tr>" for n in range(60))
    html = f"<table border='1'><thead><tr><th>Odredba</th><th>Sadržina</th></tr></thead>{rows}</table>"
    pages = printed(document(Section(html, ACROSS)))
    assert len(pages) > 3
    assert all(page.startswith("Odredba Sadržina") for page in pages)
    assert_all_there(" ".join(page.removeprefix("Odredba Sadržina") for page in pages), rows, len(pages))


@pytest.mark.parametrize("shape", ["<p>{}</p>", "<table border='1'><tr><td>1</td><td>{}</td><td>{}</td></tr></table>"])
def test_no_line_is_cut_by_the_end_of_a_page(qtbot: QtBot, shape: str) -> None:
    html = "".join(shape.format(LATIN * (n % 7 + 1), CYRILLIC) for n in range(90))
    pages = printing.lay_out(document(Section(html)))
    text, height = pages.parts[0].document, pages.parts[0].document.pageSize().height()
    assert pages.count > 3
    block = text.begin()
    while block.isValid():
        top = text.documentLayout().blockBoundingRect(block).top()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number).rect().translated(0, top)
            assert (line.top() + 1) // height == (line.bottom() - 1) // height
        block = block.next()


def test_each_section_has_its_paper_and_its_running_heads(qtbot: QtBot) -> None:
    long = "".join(f"<p>{LATIN}</p>" for _ in range(80))
    foot = f"<p>{NUMBER} / {COUNT}</p>"
    preview = document(
        Section(long, A4, footer=foot, header="<p>GLAVA</p>", first_header="<p>PRVA</p>"),
        Section(long, ACROSS, footer=foot),
    )
    file = pypdfium2.PdfDocument(printing.pdf(printing.lay_out(preview)))
    sizes = [tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in file]
    assert sizes[0] == (210, 297)
    assert sizes[-1] == (297, 210)
    said = printed(preview)
    assert [f"{n} / {len(said)}" in page for n, page in enumerate(said, start=1)] == [True] * len(said)
    assert "PRVA" in said[0]
    assert "GLAVA" not in said[0]
    assert "GLAVA" in said[1]


def test_laying_out_ends_when_nobody_waits_any_more(qtbot: QtBot) -> None:
    asked: list[int] = []

    def stop() -> bool:
        asked.append(1)
        return len(asked) > 5

    with pytest.raises(printing.StoppedError):
        printing.lay_out(document(Section("<p>a</p>" * 2000)), stop)
    assert len(asked) == 6


def test_a_document_is_printed_as_it_is_set(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def choose(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "out.pdf"))
        return int(QDialog.DialogCode.Accepted)

    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(QPrintDialog, "exec", choose)
    assert printing.print_preview(document(Section(f"<p>{CYRILLIC}</p>")), parent)
    QThreadPool.globalInstance().waitForDone()
    (page,) = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    assert "отстранување" in page.get_textpage().get_text_range()
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: int(QDialog.DialogCode.Rejected))
    assert not printing.print_preview(document(Section("<p>x</p>")), parent)
