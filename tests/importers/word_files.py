"""Small Word files for tests, written part by part: exactly the mark-up that a test is about."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from tests.importers.readings import outline
from tomas_desktop.importers import docx
from tomas_desktop.importers.base import Reading
from tomas_desktop.jurisdiction.pack import Pack

LAW = Path("zakon.docx")
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = {
    _MAIN: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    _OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
_NAMES = f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def word(body: str, strict: bool = False, **parts: str) -> bytes:
    """A Word file with this body. `parts` are the inner XML of `numbering`, `styles`, `footnotes`, `header`."""
    roots = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes", "header": "hdr"}
    relations = "".join(f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>' for name in parts)
    files = {
        "[Content_Types].xml": _types("document.main", *parts),
        "_rels/.rels": _relations(f'<Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'),
        "word/_rels/document.xml.rels": _relations(relations),
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
    }
    for name, inner in parts.items():
        files[f"word/{name}.xml"] = f"<w:{roots[name]} {_NAMES}>{inner}</w:{roots[name]}>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            if strict:
                for transitional, replacement in _STRICT.items():
                    text = text.replace(transitional, replacement)
            archive.writestr(name, text.encode())
    return out.getvalue()


def _types(*names: str) -> str:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name.split(".")[0]}.xml" ContentType="{kind}.{name}+xml"/>' for name in names
    )
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return f'<Types xmlns="{space}"><Default Extension="rels" ContentType="{rels}"/>{overrides}</Types>'


def _relations(inner: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{inner}</Relationships>'


def p(*content: str, style: str = "", num: tuple[int, int] | None = None, mark: str = "") -> str:
    """A paragraph: its runs, its style, (list, level), and what became of its mark ("ins", "del")."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num:
        properties += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    if mark:
        properties += f'<w:rPr><w:{mark} w:id="1" w:author="A"/></w:rPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def t(text: str, properties: str = "", tag: str = "t") -> str:
    """A run of text."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def r(inner: str) -> str:
    """A run of anything."""
    return f"<w:r>{inner}</w:r>"


def ins(*content: str) -> str:
    return f'<w:ins w:id="1" w:author="A">{"".join(content)}</w:ins>'


def gone(text: str) -> str:
    """Words that were taken out."""
    return f'<w:del w:id="1" w:author="A">{t(text, tag="delText")}</w:del>'


def lines_of(*texts: str) -> str:
    """Plain paragraphs."""
    return "".join(p(t(text)) for text in texts)


def level(place: int, text: str, kind: str = "decimal", start: int = 1, more: str = "") -> str:
    """One level of a list."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*patterns: str, overrides: dict[int, str] | None = None) -> str:
    """Lists 1, 2, ... of one pattern each; further ones ({number: override}) of the first pattern."""
    out = "".join(f'<w:abstractNum w:abstractNumId="{i}">{each}</w:abstractNum>' for i, each in enumerate(patterns, 1))
    out += "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(1, len(patterns) + 1))
    for number, override in (overrides or {}).items():
        out += f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/>{override}</w:num>'
    return out


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells that are paragraphs already."""
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def read(data: bytes, pack: Pack, **options: str) -> Reading:
    return docx.read(data, LAW, pack, **options)  # type: ignore[arg-type]


def shown(reading: Reading) -> list[str]:
    """What was read, one line per unit, indented by its depth."""
    out = []
    for node in reading.nodes:
        out.append(" ".join(part for part in (node.unit, node.num, node.heading, node.text) if part))
        out.extend(outline(node, 1))
    return out
