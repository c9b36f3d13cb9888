"""The paragraphs, runs and tables of a Word part as HTML that a browser and Qt's text documents render alike."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from lxml import etree

from tomas_desktop.export import docx_look
from tomas_desktop.export.docx_look import Properties, Styles, W, css, over, properties, px, tag, value

PAGE, PAGES = "\ue000", "\ue001"  # stand for the number of the page and for how many there are

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_CHANGES = {"ins": "ins", "moveTo": "ins", "del": "del", "moveFrom": "del"}
_PASSED = frozenset({"hyperlink", "smartTag", "sdtContent", "customXml", "fldSimple"})
_PICTURES = {"png": "png", "jpg": "jpeg", "jpeg": "jpeg", "gif": "gif"}
_SIDES = ("top", "right", "bottom", "left")
_OF_CELLS = frozenset({"shd", "vAlign"})
_FLAT = 40  # twentieths of a point: an empty paragraph of such a line only closes a table


@dataclass(slots=True)
class Body:
    """Writes one part. `pictures` are its images by their relation, `comments` the numbers of the notes by the ids of
    the comments; `classes` collects the looks of paragraphs, which the page's style sheet names."""

    styles: Styles
    classes: dict[str, str]
    language: str = ""
    pictures: Mapping[str, tuple[str, bytes]] = field(default_factory=dict)
    comments: Mapping[str, int] = field(default_factory=dict)
    is_running: bool = False  # a header or a footer
    _fields: list[str] = field(default_factory=list)  # the instructions of the fields that are open
    _known: dict[tuple[int, int, bool], tuple[Properties, str]] = field(default_factory=dict)
    _result: bool = False  # is this the result of a page number?

    def blocks(self, elements: Iterable[etree._Element]) -> str:
        """These paragraphs and tables; paragraphs of one frame stand in it together."""
        out: list[str] = []
        for frame, group in groupby(_flattened(elements), key=self._frame):
            written = "".join(
                self._table(one) if tag(one) == "tbl" else self.paragraph(one, bool(frame)) for one in group
            )
            if frame:
                margins = "margin-top:4px;margin-bottom:8px"
                written = (
                    f'<table width="100%" cellspacing="0" style="border:none;{margins}">'
                    f'<tr><td style="border:none;{frame}">{written}</td></tr></table>'
                )
            out.append(written)
        return "".join(out)

    def _frame(self, element: etree._Element) -> str:
        if tag(element) != "p":
            return ""
        look = self._paragraph_look(element)
        has_frame = "shd" in look or any(name.startswith("pBdr/") for name in look)
        return css(docx_look.frame_css(look)) if has_frame else ""

    def _paragraph_look(self, paragraph: etree._Element) -> Properties:
        holder = paragraph.find(f"{W}pPr")
        style = value(holder.find(f"{W}pStyle")) if holder is not None else ""
        own = properties(holder)
        return over(self.styles.paragraph(style), own) if own else self.styles.paragraph(style)

    def paragraph(self, paragraph: etree._Element, is_framed: bool = False) -> str:
        """One paragraph; nothing for one that only closes a table, or ends a section."""
        holder = paragraph.find(f"{W}pPr")
        style = value(holder.find(f"{W}pStyle")) if holder is not None else ""
        look = self._paragraph_look(paragraph)
        text = self.styles.text(style)
        words = "".join(self.inline(paragraph, text))
        if self.is_running and "\t" in words and (stops := _stops(look)):
            return self._stopped(words, stops, docx_look.text_css(text))
        if not words:
            if _is_flat(look) or (holder is not None and holder.find(f"{W}sectPr") is not None):
                return ""
            words = "&nbsp;"
        attributes = self._attributes(look, text, is_framed)
        return f"<p {attributes}>{words.replace(chr(9), '&nbsp; &nbsp; ')}</p>\n"

    def _attributes(self, look: Properties, text: Properties, is_framed: bool) -> str:
        """The class of a paragraph of this look. Those of one style share their look, so they are asked for once."""
        key = (id(look), id(text), is_framed)
        if key not in self._known or self._known[key][0] is not look:
            said = {**docx_look.paragraph_css(look), **docx_look.text_css(text)}
            if is_framed:
                said |= {"margin-left": "0px", "margin-right": "0px"}
            name = self.classes.setdefault(css(said), f"p{len(self.classes) + 1}")
            # Qt reads this alignment in the attribute only.
            justified = ' align="justify"' if said["text-align"] == "justify" else ""
            self._known[key] = look, f'class="{name}"{justified}'
        return self._known[key][1]

    def _stopped(self, words: str, kinds: list[str], look: Mapping[str, str]) -> str:
        """A line of a header whose parts stand left, in the middle and at the right."""
        aligned = ["left", *({"end": "right"}.get(kind, kind) for kind in kinds)]
        cells = "".join(
            f'<td style="border:none;padding:0px;text-align:{kind};{css(look)}">{part}</td>'
            for part, kind in zip(words.split("\t"), aligned, strict=False)
        )
        return f'<table width="100%" cellspacing="0" style="border:none"><tr>{cells}</tr></table>'

    def inline(self, holder: etree._Element, base: Properties | None = None) -> Iterator[str]:
        """The words of a paragraph; `base` is how they look where they do not say."""
        base = base or {}
        for element in holder:
            name = tag(element)
            if name == "r":
                yield self._run(element, base)
            elif name in _CHANGES:
                inner = "".join(self.inline(element, base))
                if inner:
                    by = " ".join(
                        filter(None, (value(element, "author"), value(element, "date")[:16].replace("T", " ")))
                    )
                    yield f'<{_CHANGES[name]} title="{escape(by)}">{inner}</{_CHANGES[name]}>'
            elif name in _PASSED:
                yield from self.inline(element, base)
            elif name == "sdt":
                for content in element.findall(f"{W}sdtContent"):
                    yield from self.inline(content, base)

    def _run(self, run: etree._Element, base: Properties) -> str:
        holder = run.find(f"{W}rPr")
        words = "".join(map(self._piece, run))
        if not words or holder is None:
            return words
        if docx_look.is_on(properties(holder), "vanish"):
            return ""
        look = over(self.styles.character(value(holder.find(f"{W}rStyle"))), properties(holder))
        own = docx_look.text_css(look)
        inherited = docx_look.text_css(base) if own else {}
        changed = {name: text for name, text in own.items() if inherited.get(name) != text}
        language = value(holder.find(f"{W}lang"))
        said = (f' lang="{escape(language)}"' if language not in ("", self.language) else "") + (
            f' style="{escape(css(changed))}"' if changed else ""
        )
        return f"<span{said}>{words}</span>" if said else words

    def _piece(self, element: etree._Element) -> str:
        match tag(element):
            case "t" | "delText":
                return "" if self._result else _kept(element.text or "")
            case "tab" | "ptab":
                return "\t"
            case "br" if value(element, "type") == "page":
                return '<br style="page-break-before:always">'
            case "br" | "cr":
                return "<br>"
            case "noBreakHyphen":
                return "\u2011"
            case "commentReference":
                number = self.comments.get(value(element, "id"))
                return f'<sup><a href="#note-{number}" name="ref-{number}">[{number}]</a></sup>' if number else ""
            case "fldChar":
                return self._field(value(element, "fldCharType"))
            case "instrText":
                if self._fields:
                    self._fields[-1] += element.text or ""
            case "drawing":
                return self._picture(element)
        return ""

    def _field(self, kind: str) -> str:
        """Page numbers are known only to who makes pages; every other field prints what it printed last."""
        if kind == "begin":
            self._fields.append("")
            return ""
        name = (self._fields[-1].split() or [""])[0].upper() if self._fields else ""
        found = {"PAGE": PAGE, "NUMPAGES": PAGES, "SECTIONPAGES": PAGES}.get(name, "")
        if kind == "end" and self._fields:
            self._fields.pop()
            is_bare, self._result = bool(found) and not self._result, False
            return found if is_bare else ""
        if kind == "separate" and found:
            self._result = True
            return found
        return ""

    def _picture(self, drawing: etree._Element) -> str:
        blip = next(drawing.iter(f"{_A}blip"), None)
        kind, data = self.pictures.get(blip.get(f"{_R}embed", "") if blip is not None else "", ("", b""))
        if kind not in _PICTURES:
            return ""
        extent = next(drawing.iter(f"{_DRAWING}extent"), None)
        size = "".join(
            f' {name}="{int(extent.get(attribute, "0")) // 9525}"'
            for name, attribute in (("width", "cx"), ("height", "cy"))
            if extent is not None
        )
        told = next(drawing.iter(f"{_DRAWING}docPr"), None)
        alt = escape(told.get("descr", "") if told is not None else "")
        return f'<img src="data:image/{_PICTURES[kind]};base64,{b64encode(data).decode("ascii")}"{size} alt="{alt}">'

    def _table(self, table: etree._Element) -> str:
        own = table.find(f"{W}tblPr")
        of_table, of_first = self.styles.table(value(own.find(f"{W}tblStyle")) if own is not None else "")
        look = over(of_table, properties(own))
        if look.get("tblLook", {}).get("firstRow") == "0":
            of_first = {}
        grid = [max(1, int(value(column, "w") or 1)) for column in table.findall(f"{W}tblGrid/{W}gridCol")]
        rows = [_Row(row) for row in table.findall(f"{W}tr")]
        _merge([row.cells for row in rows])
        heads = next((place for place, row in enumerate(rows) if not row.is_head), 0)
        written = [self._row(row, grid, look, of_first if row is rows[0] else None) for row in rows]
        caption = look.get("tblCaption", {}).get("val", "")
        label = f' aria-label="{escape(caption)}"' if caption else ""
        head = f"<thead>{''.join(written[:heads])}</thead>" if heads else ""
        return (
            f'<table class="grid" width="100%" cellspacing="0" cellpadding="0"{label}>\n{head}'
            f"<tbody>{''.join(written[heads:])}</tbody></table>\n"
        )

    def _row(self, row: _Row, grid: list[int], look: Properties, first: Properties | None) -> str:
        """One row; `first` is what the style says of the first one, None for all others. The first says the widths."""
        total, place = sum(grid) or 1, 0
        plain = self._cell_class(look, {})
        out: list[str] = []
        for cell in row.cells:
            width = sum(grid[place : place + cell.columns]) / total
            place += cell.columns
            if not cell.rows:
                continue
            attributes = f' width="{width:.0%}"' if first is not None else ""
            attributes += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
            attributes += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
            own = {name: said for name, said in cell.look.items() if name in _OF_CELLS or name.startswith("tcBorders/")}
            name = plain if not own and not first else self._cell_class(look, over(first or {}, own))
            kind = "th" if row.is_head else "td"
            out.append(f'<{kind} class="{name}"{attributes}>{self.blocks(cell.element)}</{kind}>')
        whole = ' class="whole"' if row.is_whole else ""
        return f"<tr{whole}>{''.join(out)}</tr>\n"

    def _cell_class(self, look: Properties, own: Properties) -> str:
        padding = " ".join(f"{round(_padding(look, side))}px" for side in _SIDES)
        said = {"padding": padding, **_cell_borders(look, own), **docx_look.ground_css(own)}
        align = {"center": "middle", "bottom": "bottom"}.get(own.get("vAlign", {}).get("val", ""), "top")
        return self.classes.setdefault(css({**said, "vertical-align": align}), f"p{len(self.classes) + 1}")


class _Row:
    """A row of a table; `is_head` where it is repeated on every page, `is_whole` where it is never parted."""

    def __init__(self, element: etree._Element) -> None:
        self.cells = [_Cell(cell) for cell in element.findall(f"{W}tc")]
        self.is_head = element.find(f"{W}trPr/{W}tblHeader") is not None
        self.is_whole = element.find(f"{W}trPr/{W}cantSplit") is not None


class _Cell:
    """A cell of a table; `rows` is how many it goes over, 0 where it goes on the one above it."""

    def __init__(self, element: etree._Element) -> None:
        self.element = element
        holder = element.find(f"{W}tcPr")
        self.look = properties(holder)
        self.columns = int(self.look.get("gridSpan", {}).get("val", "1") or 1)
        self.goes_on = "vMerge" in self.look and self.look["vMerge"].get("val", "continue") == "continue"
        self.rows = 1


def _merge(rows: list[list[_Cell]]) -> None:
    """Count the rows of the cells that were merged downwards."""
    above: dict[int, _Cell] = {}
    for row in rows:
        place = 0
        for cell in row:
            if cell.goes_on and place in above:
                above[place].rows += 1
                cell.rows = 0
            else:
                above[place] = cell
            place += cell.columns


def _cell_borders(table: Properties, cell: Properties) -> dict[str, str]:
    """The borders of a cell: its own, else those of the inside of its table, which its outer ones are like."""
    inside = {side: "tblBorders/insideV" if side in ("left", "right") else "tblBorders/insideH" for side in _SIDES}
    shared = {f"b/{side}": table.get(inside[side]) or table.get(f"tblBorders/{side}", {}) for side in _SIDES}
    own = {f"b/{side}": cell[f"tcBorders/{side}"] for side in _SIDES if f"tcBorders/{side}" in cell}
    return docx_look.borders_css({**shared, **own}, "b/") or {"border": "none"}


def _padding(table: Properties, side: str) -> float:
    said = table.get(f"tblCellMar/{side}") or table.get(
        f"tblCellMar/{'start' if side == 'left' else 'end' if side == 'right' else side}", {}
    )
    return px(said.get("w", "0") or 0)


def _flattened(elements: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """Paragraphs and tables, also those that content controls hold."""
    for element in elements:
        if tag(element) in ("p", "tbl"):
            yield element
        elif tag(element) in ("sdt", "sdtContent", "customXml", "ins", "del"):
            yield from _flattened(element)


def _stops(look: Properties) -> list[str]:
    """Where the tabs of a header lead, when one of them leads to the middle or to the right."""
    found = sorted((int(name[9:]), said.get("val", "")) for name, said in look.items() if name.startswith("tabs/tab/"))
    kinds = [kind for _, kind in found]
    return kinds if {"right", "center", "end"} & set(kinds) else []


def _is_flat(look: Properties) -> bool:
    spacing = look.get("spacing", {})
    return spacing.get("lineRule") == "exact" and float(spacing.get("line", "240") or 240) <= _FLAT


def _kept(text: str) -> str:
    """Text whose blanks all stay, as Word keeps them."""
    return escape(text, quote=False).replace("  ", " \u00a0")
