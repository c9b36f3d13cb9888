"""A Word document of ours as a page of HTML that needs nothing else: what the preview shows, what is printed as PDF
and what goes out as `.html`.

Browsers and Qt's text documents render the page alike: Qt reads the first of its style sheets and leaves the second,
which is for screens and printers of browsers. No document is converted by another program.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from lxml import etree

from tomas_desktop.errors import TomasError
from tomas_desktop.export.docx_body import PAGE, PAGES, Body
from tomas_desktop.export.docx_look import Styles, W, tag, value

_DC = "{http://purl.org/dc/elements/1.1/}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MAIN = "word/document.xml"

# What both kinds of readers know; every paragraph and cell says the rest in its class.
_STYLE = (
    "table.grid{border-collapse:collapse}th{font-weight:normal;text-align:left}"
    "ins{color:#0b5cad;text-decoration:underline}del{color:#a84a08;text-decoration:line-through}"
    "a{color:#0b5cad;text-decoration:none}.note{font-size:9.5pt;margin-top:2px;margin-bottom:2px}"
)
# A condition at its head that Qt cannot read: it leaves the whole sheet.
_SCREEN = (
    "@supports(display:grid){@media screen{body{margin:0;padding:24px 8px;background:#e6e8eb}"
    ".sheet{background:#fff;color:#000;box-sizing:border-box;max-width:100%;margin:0 auto 24px;"
    "box-shadow:0 1px 6px rgba(0,0,0,.3)}}"
    "@media print{body{margin:0}.sheet{padding:0!important;width:auto!important;min-height:0!important}}"
    "@media screen{table{table-layout:fixed;overflow-wrap:anywhere}}"
    "tr.whole,.note{break-inside:avoid}thead{display:table-header-group}"
    "img{max-width:100%}ins{background:#e4f0fc}del{background:#fdeee0}}"
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document with its own page. Widths, heights and margins in mm, margins as top, right, bottom, left.
    `header` and `footer` are HTML in which `docx_body.PAGE` and `PAGES` stand for numbers; `first_header` and
    `first_footer` are those of its first page."""

    body: str
    width: float
    height: float
    margins: tuple[float, float, float, float]
    header: str = ""
    footer: str = ""
    first_header: str = ""
    first_footer: str = ""
    distances: tuple[float, float] = (12.5, 12.5)  # of header and footer from the edge of the paper, in mm

    @property
    def is_landscape(self) -> bool:
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as it prints. `style` is the style sheet of its paragraphs, `notes` its comments in their order."""

    title: str
    language: str
    style: str
    sections: tuple[Section, ...]
    notes: str = ""


def page(docx_bytes: bytes) -> str:
    """The document as one page; raises TomasError("docx-not-shown") for what is no Word document."""
    return html(read(docx_bytes))


def html(printed: Printed) -> str:
    """A document as one page, its sections one below the other, each with its header and footer once."""
    sheets: list[str] = []
    sizes: list[str] = []
    last = len(printed.sections)
    for number, section in enumerate(printed.sections, start=1):
        top, right, bottom, left = (f"{side:g}mm" for side in section.margins)
        size = f"{section.width:g}mm {section.height:g}mm"
        sizes.append(
            f"@page s{number}{{size:{size};margin:{top} {right} {bottom} {left}}}"
            f".s{number}{{page:s{number};width:{section.width:g}mm;min-height:{section.height:g}mm;"
            f"padding:{top} {right} {bottom} {left}}}"
        )
        notes = f"<hr>{printed.notes}" if printed.notes and number == last else ""
        head = _numbered(section.first_header or section.header, number)
        foot = _numbered(section.first_footer or section.footer, number)
        sheets.append(
            f'<div class="sheet s{number}"><div class="header">{head}</div>\n{section.body}'
            f'{notes}<div class="footer">{foot}</div></div>'
        )
    language = f' lang="{escape(printed.language)}"' if printed.language else ""
    return (
        f'<!doctype html>\n<html{language}><head><meta charset="utf-8"><title>{escape(printed.title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{printed.style}</style>'
        f"<style>{_SCREEN}{''.join(sizes)}</style></head><body>\n{''.join(sheets)}\n</body></html>\n"
    )


def _numbered(running: str, number: int) -> str:
    """A header or footer of a page that is not cut into pages: only the section is counted."""
    return running.replace(f"{PAGE} / {PAGES}", "").replace(PAGE, str(number)).replace(PAGES, "")


def read(docx_bytes: bytes) -> Printed:
    """The document, section by section; raises TomasError("docx-not-shown")."""
    try:
        with zipfile.ZipFile(io.BytesIO(docx_bytes)) as package:
            return _read(package)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise TomasError("docx-not-shown", reason=str(error)) from error


def _read(package: zipfile.ZipFile) -> Printed:
    names = set(package.namelist())
    styles = Styles(_parsed(package, "word/styles.xml") if "word/styles.xml" in names else None)
    classes: dict[str, str] = {}
    core = _parsed(package, "docProps/core.xml") if "docProps/core.xml" in names else None
    said = {tag(one): one.text or "" for one in core} if core is not None else {}
    language = said.get("language") or styles.language
    comments = _parsed(package, "word/comments.xml") if "word/comments.xml" in names else None
    noted = list(comments) if comments is not None else []
    numbers = {value(one, "id"): place for place, one in enumerate(noted, start=1)}

    relations = _relations(package, _MAIN, names)
    body = Body(styles, classes, language, _pictures(package, relations), numbers)
    running: dict[str, str] = {}

    def of(section: etree._Element | None, kind: str, which: str) -> str:
        """The header or footer of a section; one that has none goes on with that of the section before it."""
        for reference in section.findall(f"{W}{kind}Reference") if section is not None else ():
            if value(reference, "type") == which and reference.get(f"{_R}id", "") in relations:
                running[f"{kind}/{which}"] = _running(package, relations[reference.get(f"{_R}id", "")], body, names)
        return running.get(f"{kind}/{which}", "")

    sections: list[Section] = []
    held: list[etree._Element] = []
    document = _parsed(package, _MAIN).find(f"{W}body")
    for element in document if document is not None else ():
        end = element if tag(element) == "sectPr" else element.find(f"{W}pPr/{W}sectPr")
        if end is not element:
            held.append(element)
        if end is not None:
            first = end.find(f"{W}titlePg") is not None
            texts = [of(end, kind, which) for kind in ("header", "footer") for which in ("default", "first")]
            sections.append(_section(body.blocks(held), end, texts[0], texts[2], *(texts[1::2] if first else ("", ""))))
            held = []
    if held or not sections:
        sections.append(_section(body.blocks(held), None, "", ""))
    notes = "".join(_note(one, numbers[value(one, "id")], body) for one in noted)
    style = _STYLE + "".join(f".{name}{{{said}}}" for said, name in classes.items())
    return Printed(said.get("title", ""), language, style, tuple(sections), notes)


def _section(
    body: str, section: etree._Element | None, header: str, footer: str, first_header: str = "", first_footer: str = ""
) -> Section:
    size = section.find(f"{W}pgSz") if section is not None else None
    margins = section.find(f"{W}pgMar") if section is not None else None
    width, height = (_mm(value(size, name) or usual) for name, usual in (("w", "11906"), ("h", "16838")))
    top, right, bottom, left = (_mm(value(margins, side) or "1417") for side in ("top", "right", "bottom", "left"))
    distances = (_mm(value(margins, "header") or "708"), _mm(value(margins, "footer") or "708"))
    return Section(
        body, width, height, (top, right, bottom, left), header, footer, first_header, first_footer, distances
    )


def _running(package: zipfile.ZipFile, name: str, body: Body, names: set[str]) -> str:
    pictures = _pictures(package, _relations(package, name, names))
    part = Body(body.styles, body.classes, body.language, pictures, is_running=True)
    return part.blocks(_parsed(package, name))


def _note(comment: etree._Element, number: int, body: Body) -> str:
    at = value(comment, "date")[:16].replace("T", " ")
    by = escape(" ".join(filter(None, (value(comment, "author"), at))))
    said = "<br>".join("".join(body.inline(one)) for one in comment.findall(f"{W}p"))
    return f'<p class="note" id="note-{number}"><a href="#ref-{number}">[{number}]</a> <b>{by}</b>: {said}</p>\n'


def _parsed(package: zipfile.ZipFile, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, huge_tree=True)
    return etree.fromstring(package.read(name), parser)


def _relations(package: zipfile.ZipFile, part: str, names: set[str]) -> Mapping[str, str]:
    """The parts that a part refers to, by their ids; nothing outside of the package."""
    folder, name = posixpath.split(part)
    file = f"{folder}/_rels/{name}.rels"
    if file not in names:
        return {}
    found = {
        one.get("Id", ""): posixpath.normpath(posixpath.join(folder, one.get("Target", ""))).lstrip("/")
        for one in _parsed(package, file)
        if one.get("TargetMode") != "External"
    }
    return {id: target for id, target in found.items() if target in names}


def _pictures(package: zipfile.ZipFile, relations: Mapping[str, str]) -> Mapping[str, tuple[str, bytes]]:
    return {
        id: (target.rpartition(".")[2].casefold(), package.read(target))
        for id, target in relations.items()
        if "/media/" in target
    }


def _mm(twips: str) -> float:
    return round(abs(int(float(twips))) / 1440 * 25.4, 1)
