"""How a Word file looks: its styles and direct formatting as the few CSS properties that a browser and Qt's text
documents both understand (lengths in px of 1/96 inch, type sizes in pt).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# What formatting says, by element: "spacing" -> its attributes, "pBdr/top" for what stands in another element.
Properties = dict[str, dict[str, str]]

_ALIGN = {"both": "justify", "center": "center", "right": "right", "end": "right", "left": "left", "start": "left"}
_SIDES = ("top", "right", "bottom", "left")
_NOT_LOOK = frozenset({"pStyle", "rStyle", "rPr", "sectPr", "lang", "pPrChange", "rPrChange", "ins", "del", "tblPrEx"})
_NONE = ("nil", "none")


def px(twips: str | int) -> float:
    """Twentieths of a point in px."""
    return round(float(twips) / 15, 1)


def tag(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(element: etree._Element | None, name: str = "val") -> str:
    """An attribute of Word's own; "" where there is none."""
    return (element.get(W + name) or "") if element is not None else ""


def css(said: Mapping[str, str]) -> str:
    """CSS declarations as they stand in a style sheet or a `style` attribute."""
    return ";".join(f"{name}:{text}" for name, text in said.items())


def properties(holder: etree._Element | None) -> Properties:
    """What a `w:pPr`, `w:rPr` or `w:tblPr` says."""
    out: Properties = {}
    for element in holder if holder is not None else ():
        name = tag(element)
        if name in _NOT_LOOK or not name:
            continue
        inner = [child for child in element if tag(child)]
        for child in inner:
            place = value(child, "pos") if name == "tabs" else ""
            out["/".join(filter(None, (name, tag(child), place)))] = _attributes(child)
        if not inner:
            out[name] = _attributes(element)
    return out


def _attributes(element: etree._Element) -> dict[str, str]:
    return {str(name).rpartition("}")[2]: str(text) for name, text in element.attrib.items()}


def over(below: Properties, above: Properties) -> Properties:
    """The second on top of the first; spacing and indents attribute by attribute."""
    out = dict(below)
    for name, said in above.items():
        out[name] = {**below.get(name, {}), **said} if name in ("spacing", "ind", "rFonts") else said
    return out


@dataclass(slots=True)
class Styles:
    """The styles of a document, each with what it is based on."""

    root: etree._Element | None
    _by_id: dict[str, etree._Element] = field(default_factory=dict)
    _default: dict[str, str] = field(default_factory=dict)
    _known: dict[tuple[str, str], Properties] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for style in self.root.iter(f"{W}style") if self.root is not None else ():
            name = value(style, "styleId")
            self._by_id[name] = style
            if value(style, "default") in ("1", "true"):
                self._default[value(style, "type")] = name

    @property
    def language(self) -> str:
        """The language of what does not say another one."""
        found = self.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang") if self.root is not None else None
        return value(found)

    def paragraph(self, style: str) -> Properties:
        """The paragraph formatting of a style; of the usual one without its name."""
        return self._whole(style, "pPr")

    def text(self, style: str) -> Properties:
        """The character formatting of a paragraph style."""
        return self._whole(style, "rPr")

    def character(self, style: str) -> Properties:
        """What a character style changes."""
        return self._of(style, "rPr")

    def table(self, style: str) -> tuple[Properties, Properties]:
        """What a table style says of the whole table, and of the cells of its first row."""
        name = style or self._default.get("table", "")
        first: Properties = {}
        for one in self._line(name):
            for part in one.findall(f"{W}tblStylePr"):
                if value(part, "type") == "firstRow":
                    first = over(first, properties(part.find(f"{W}tcPr")))
        return self._of(name, "tblPr"), first

    def _whole(self, style: str, kind: str) -> Properties:
        """A paragraph style on top of what the document says of all text."""
        known = self._known.get((style, f"whole {kind}"))
        if known is None:
            known = over(self._defaults(kind), self._of(style or self._default.get("paragraph", ""), kind))
            self._known[style, f"whole {kind}"] = known
        return known

    def _defaults(self, kind: str) -> Properties:
        if self.root is None:
            return {}
        return properties(self.root.find(f"{W}docDefaults/{W}{kind}Default/{W}{kind}"))

    def _line(self, style: str) -> Iterator[etree._Element]:
        """The styles that this one is based on, the first of them first, and itself."""
        found: list[etree._Element] = []
        while style in self._by_id and self._by_id[style] not in found:
            found.append(self._by_id[style])
            style = value(found[-1].find(f"{W}basedOn"))
        yield from reversed(found)

    def _of(self, style: str, kind: str) -> Properties:
        known = self._known.get((style, kind))
        if known is None:
            known = {}
            for one in self._line(style):
                known = over(known, properties(one.find(f"{W}{kind}")))
            self._known[style, kind] = known
        return known


def text_css(said: Properties) -> dict[str, str]:
    """Character formatting."""
    out: dict[str, str] = {}
    if face := said.get("rFonts", {}).get("ascii"):
        generic = "sans-serif" if "sans" in face.casefold() or face in ("Arial", "Calibri") else "serif"
        out["font-family"] = f"'{_plain(face)}',{generic}"
    if (size := said.get("sz", {}).get("val", "")).isdigit():
        out["font-size"] = f"{int(size) / 2:g}pt"
    for name, on, off, declared in (
        ("b", "bold", "normal", "font-weight"),
        ("i", "italic", "normal", "font-style"),
        ("caps", "uppercase", "none", "text-transform"),
    ):
        if name in said:
            out[declared] = on if is_on(said, name) else off
    lines = ["underline"] if said.get("u", {}).get("val", "none") not in _NONE else []
    lines += ["line-through"] if is_on(said, "strike") or is_on(said, "dstrike") else []
    if lines:
        out["text-decoration"] = " ".join(lines)
    if colour := _colour(said.get("color", {}).get("val", "")):
        out["color"] = colour
    if colour := _colour(said.get("shd", {}).get("fill", "")) or said.get("highlight", {}).get("val", ""):
        out["background-color"] = _plain(colour)
    if raised := {"superscript": "super", "subscript": "sub"}.get(said.get("vertAlign", {}).get("val", "")):
        out["vertical-align"] = raised
    return out


def is_on(said: Properties, name: str) -> bool:
    """Is this switch on? Named without a value it is."""
    return name in said and said[name].get("val", "1") not in ("0", "false", "off", "none")


def paragraph_css(said: Properties) -> dict[str, str]:
    """Paragraph formatting, without its frame. Every paragraph says its margins: browsers have others of their own."""
    spacing, indent = said.get("spacing", {}), said.get("ind", {})
    first = _number(indent.get("firstLine")) - _number(indent.get("hanging"))
    out = {
        "margin-top": f"{px(_number(spacing.get('before')))}px",
        "margin-bottom": f"{px(_number(spacing.get('after')))}px",
        "margin-left": f"{px(_number(indent.get('left') or indent.get('start')))}px",
        "margin-right": f"{px(_number(indent.get('right') or indent.get('end')))}px",
        "text-indent": f"{px(first)}px",
        "text-align": _ALIGN.get(said.get("jc", {}).get("val", ""), "left"),
    }
    if spacing.get("lineRule", "auto") == "auto" and _number(spacing.get("line")) > 240:
        out["line-height"] = f"{round(_number(spacing.get('line')) / 2.4)}%"  # 240 is the line of the font itself
    if is_on(said, "pageBreakBefore"):
        out["page-break-before"] = "always"
    return out


def frame_css(said: Properties) -> dict[str, str]:
    """The border and the ground of a paragraph that has any, for the cell that stands around it."""
    out = borders_css(said, "pBdr/", _SIDES)
    if not out and not _colour(said.get("shd", {}).get("fill", "")):
        return {}
    spaces = [_number(said.get(f"pBdr/{side}", {}).get("space")) for side in _SIDES]
    out["padding"] = f"{round(max(spaces) * 4 / 3)}px"
    return out | ground_css(said)


def borders_css(said: Properties, prefix: str, sides: tuple[str, ...] = _SIDES) -> dict[str, str]:
    """The borders under these names, those that are drawn."""
    out: dict[str, str] = {}
    for side in sides:
        border = said.get(prefix + side, {})
        kind = border.get("val", "none")
        if kind not in _NONE:
            width = max(1, round(_number(border.get("sz")) / 6))  # eighths of a point in px
            line = kind if kind in ("dotted", "dashed", "double") else "solid"
            out[f"border-{side}"] = f"{width}px {line} {_colour(border.get('color', '')) or '#000000'}"
    return out


def ground_css(said: Properties) -> dict[str, str]:
    """The colour behind a cell or a paragraph."""
    colour = _colour(said.get("shd", {}).get("fill", ""))
    return {"background-color": colour} if colour else {}


def _colour(text: str) -> str:
    is_hex = len(text) == 6 and all(letter in "0123456789abcdefABCDEF" for letter in text)
    return f"#{text.casefold()}" if is_hex else ""


def _number(text: str | None) -> int:
    try:
        return int(float(text or 0))
    except ValueError:
        return 0


def _plain(text: str) -> str:
    """A name without what would end a declaration."""
    return "".join(letter for letter in text if letter.isalnum() or letter in " -_")
