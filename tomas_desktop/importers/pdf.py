"""PDF with a text layer: gazettes, consolidated texts, pages printed from a browser.

The words are those of the text layer; the paragraphs are found by where the lines stand, since a PDF has none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2

from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import article_numbers, pdf_furniture, pdf_lines, pdf_notes, pdf_paragraphs, spelling
from tomas_desktop.importers.base import Reading
from tomas_desktop.importers.furniture import Furniture
from tomas_desktop.importers.pdf_lines import HYPHEN, Page
from tomas_desktop.importers.pdf_notes import FootNote
from tomas_desktop.importers.pdf_paragraphs import Joined, Paragraph
from tomas_desktop.jurisdiction import marks, structure
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import Region, Role, SourceLine
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.provision import Note
from tomas_desktop.text.scripts import script_of
from tomas_desktop.text.tokens import words

FORMAT = "pdf"

_PAGES = 3000  # no law is longer; a whole year of a gazette is
_LETTERS = 8_000_000
_NEEDS_PASSWORD = 4  # pdfium's codes
_UNKNOWN_SECURITY = 5
_TITLE = 12  # paragraphs before the first number that a title may have
_WORDS_OF_TEXT = 5  # per page: a scanned page bears no more than a stamp


def sniff(head: bytes, path: Path) -> float:
    """Sure by the first bytes, which some servers put a few blanks or lines before."""
    del path
    return 0.98 if b"%PDF-" in head[:1024] else 0.0


def read(data: bytes, path: Path, pack: Pack) -> Reading:
    """The law in a PDF. Words are counted on the text that pdfium gives for each page as a whole.

    Raises UnreadableError("pdf-needs-password"), ("pdf-is-scanned"), ("pdf-is-broken"), ("pdf-too-long").
    """
    pages, texts = _pages(data, path)
    script = script_of("".join(pack.letters))
    furniture = pdf_furniture.of(pages, script)
    aside = [Furniture(line.text, furniture[line]) for page in pages for line in page.lines if line in furniture]
    gaps = [gap for page in pages for gap in page.gaps]
    bodies, notes = pdf_notes.apart([[line for line in page.lines if line not in furniture] for page in pages])
    joined = pdf_paragraphs.join([line for body in bodies for line in body], pack)
    lines, numerals, stray = _source_lines(joined, notes, pack)
    repaired = spelling.of_lines(lines, pack)
    numbers = article_numbers.repair(repaired.lines, pack)
    built = structure.build(numbers.lines, pack)
    told = spelling.findings(repaired.repairs)
    empty = [number + 1 for number, text in enumerate(texts) if not words(text)]
    parted = (
        sum(page.parted - page.joined for page in pages)
        + sum(len(words(after)) - len(words(before)) for before, after in gaps)
        + numbers.parted
        - sum(len(words(before)) - len(words(after)) for before, after in joined.hyphens)
    )
    return Reading(
        FORMAT,
        _title(joined.paragraphs, built, pack),
        built.nodes,
        sum(len(words(text.replace(HYPHEN, "-"))) for text in texts) + parted,
        (*aside, *numerals),
        built.unplaced,
        (*_findings(joined.hyphens, gaps, empty, stray), *told, *numbers.findings, *built.findings),
        repaired.repairs,
    )


def _pages(data: bytes, path: Path) -> tuple[list[Page], list[str]]:
    """The lines of every page, and every page's text as pdfium gives it."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (_NEEDS_PASSWORD, _UNKNOWN_SECURITY)
        raise UnreadableError("pdf-needs-password" if locked else "pdf-is-broken", file=path.name) from error
    pages: list[Page] = []
    texts: list[str] = []
    try:
        if len(document) > _PAGES:
            raise UnreadableError("pdf-too-long", file=path.name, limit=_PAGES)
        letters = 0
        for number in range(len(document)):
            page = document[number]
            textpage = page.get_textpage()
            letters += textpage.count_chars()
            if letters > _LETTERS:
                raise UnreadableError("pdf-too-long", file=path.name, limit=_PAGES)
            texts.append(textpage.get_text_range())
            pages.append(pdf_lines.read(textpage.raw, number, *page.get_size()))
            textpage.close()
            page.close()
    except pypdfium2.PdfiumError as error:
        raise UnreadableError("pdf-is-broken", file=path.name) from error
    finally:
        document.close()
    if not pages:
        raise UnreadableError("pdf-is-broken", file=path.name)
    if sum(len(words(text)) for text in texts) < _WORDS_OF_TEXT * len(texts):
        raise UnreadableError("pdf-is-scanned", file=path.name)
    return pages, texts


def _source_lines(
    joined: Joined, notes: Sequence[FootNote], pack: Pack
) -> tuple[list[SourceLine], list[Furniture], int]:
    """The paragraphs with their notes, the numbers of notes (furniture, like the marks that repeat them), and how
    many notes nothing refers to: these hang on the last paragraph of their page."""
    paragraphs = joined.paragraphs
    waiting = list(notes)
    numerals: list[Furniture] = []
    lines: list[SourceLine] = []
    titles = _length_of_title(paragraphs, pack)
    for paragraph in paragraphs:
        own: list[Note] = []
        for mark in paragraph.notes:
            note = next((note for note in waiting if note.number == mark and _is_near(note, paragraph)), None)
            if note is None:
                own.append(Note("editorial", mark))
                continue
            waiting.remove(note)
            numerals.extend(Furniture(number, "note mark") for number in (mark, note.number))
            own.append(Note("footnote", note.text))
        role: Role = "text" if joined.centred and paragraph.is_text(pack) else ""
        region: Region = "preface" if len(lines) < titles else "body"
        lines.append(SourceLine(paragraph.text, role, notes=tuple(own), region=region))
    for note in waiting:
        place = max((i for i, each in enumerate(paragraphs) if each.lines[0].page <= note.page), default=0)
        text = f"{note.number} {note.text}"
        lines[place] = replace(lines[place], notes=(*lines[place].notes, Note("footnote", text)))
    return lines, numerals, len(waiting)


def _length_of_title(paragraphs: Sequence[Paragraph], pack: Pack) -> int:
    """How many paragraphs of the first page are the law's title: up to the last one before its first number that is
    printed larger than all others there, or that stands at the side."""
    end = next(
        (i for i, each in enumerate(paragraphs) if _is_formula(each.text, pack)
         or marks.article(SourceLine(each.text), pack) or marks.division(SourceLine(each.text), pack)), 0
    )  # fmt: skip
    before = [each for each in paragraphs[:end] if marks.is_heading(SourceLine(each.text), pack)]
    if len(before) < 2 or end > _TITLE:
        return 0
    height = max(each.lines[0].height for each in before)
    larger = [i for i, each in enumerate(paragraphs[:end]) if each.lines[0].height > 0.97 * height or not each.centred]
    largest = [i for i in larger if i < end - 1]
    return largest[-1] + 1 if largest else 0


def _is_near(note: FootNote, paragraph: Paragraph) -> bool:
    """A note stands at the foot of the page on which it is referred to, or at the end of the document."""
    return note.page >= paragraph.lines[0].page


def _title(paragraphs: Sequence[Paragraph], built: structure.Structure, pack: Pack) -> str:
    """The title of the law: what stands in the largest letters before its first article, else its first lines."""
    preface = next((node for node in built.nodes if node.unit == "preface"), None)
    if preface is None:
        return ""
    runs: list[list[str]] = [[]]
    before = paragraphs[: len(preface.children)]
    height = max((each.lines[0].height for each in before if _may_be_title(each, pack)), default=0.0)
    for each in before:
        if _is_formula(each.text, pack):
            break
        if _may_be_title(each, pack) and each.lines[0].height > 0.95 * height:
            runs[-1].append(each.text)
        elif runs[-1]:
            runs.append([])
    found = [run for run in runs if run]
    return " ".join(found[-1][:4]) if found else ""


def _may_be_title(paragraph: Paragraph, pack: Pack) -> bool:
    text = paragraph.text
    if text.startswith("(") or not any(map(str.isalpha, text)) or (len(paragraph.lines) > 1 and not paragraph.centred):
        return False
    return marks.is_heading(SourceLine(text), pack)


def _is_formula(text: str, pack: Pack) -> bool:
    return marks.begins(text, (*pack.enacting, *pack.citation))


def _findings(
    hyphens: Sequence[tuple[str, str]], gaps: Sequence[tuple[str, str]], empty: Sequence[int], stray: int
) -> list[Finding]:
    found: list[Finding] = []
    for code, pairs in (("words-parted-at-line-end", hyphens), ("words-parted-by-gap", gaps)):
        if pairs:
            listed = ", ".join(f"{before} → {after}" for before, after in pairs)
            found.append(Finding("info", code, values=(("count", str(len(pairs))), ("words", listed))))
    if empty:
        numbers = ", ".join(map(str, empty))
        found.append(
            Finding("warning", "pdf-pages-without-text", values=(("count", str(len(empty))), ("pages", numbers)))
        )
    if stray:
        found.append(Finding("warning", "note-without-mark", values=(("count", str(stray)),)))
    return found
