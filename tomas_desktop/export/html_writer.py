"""Law as one HTML page that needs nothing else: no script, no font, no picture from anywhere.

Light or dark as the reader's system is; on paper black on white. What comes is underlined and what goes is struck, so
that colour is never all that tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from tomas_desktop.amend.comparison import MarkedLine
from tomas_desktop.amend.redline import Op, Segment
from tomas_desktop.export.law_table import is_table, is_table_line, marked_rows, rows_of
from tomas_desktop.export.submission import AmendedLaw, ComparisonRow, Reason
from tomas_desktop.model.canonical import Line

_TAGS: dict[Op, str] = {"-": "del", "+": "ins"}
_STYLE = (
    ":root{color-scheme:light dark;--ink:#1d2328;--soft:#5b6670;--paper:#fff;--line:#c9ced3;--head:#eef1f4;"
    "--new:#0b5cad;--new-ground:#e4f0fc;--old:#a84a08;--old-ground:#fdeee0}"
    "@media(prefers-color-scheme:dark){:root{--ink:#e3e7ea;--soft:#a3adb6;--paper:#181c1f;--line:#454d54;--head:#262c31;"
    "--new:#8cc4ff;--new-ground:#12304d;--old:#ffb27a;--old-ground:#472510}}"
    "body{font:12pt/1.5 'Noto Serif','PT Serif',Georgia,serif;max-width:42em;margin:3em auto;padding:0 1em;"
    "color:var(--ink);background:var(--paper)}body.wide{max-width:100em;margin:1.5em auto}"
    "h1{font-size:1.4em;margin:.2em 0}h2{font-size:1.15em;margin:1.6em 0 .6em}.about{color:var(--soft);margin:.2em 0}"
    ".heading,.number{text-align:center;margin:1.2em 0 .2em}.heading{font-weight:bold}.number{color:var(--soft)}"
    "p{margin:.4em 0}pre{font:inherit;white-space:pre-wrap}"
    "ins{color:var(--new);background:var(--new-ground);text-decoration:underline}"
    "del{color:var(--old);background:var(--old-ground);text-decoration:line-through}"
    ".legend{border:1px solid var(--line);border-radius:4px;padding:.3em .7em;display:inline-block;margin:.4em 0 .8em}"
    ".legend *{margin:0 .4em}"
    "table{border-collapse:separate;border-spacing:0;width:100%;table-layout:fixed;overflow-wrap:break-word;"
    "font-size:.95em;border-top:1px solid var(--line);border-left:1px solid var(--line)}"
    "th,td{border-right:1px solid var(--line);border-bottom:1px solid var(--line);padding:.5em .7em;vertical-align:top;"
    "text-align:left}thead th{position:sticky;top:0;background:var(--head);z-index:1}"
    "td .heading,td .number{margin:.2em 0}.why{background:var(--head);font-size:.92em}.why p{margin:.15em 0}"
    ".empty{color:var(--soft)}"
    "@media screen and (max-width:45em){table,tbody,tr,td{display:block}thead{display:none}"
    "table.inner{display:table}table.inner tr{display:table-row}table.inner td{display:table-cell}"
    "td[data-column]::before{content:attr(data-column);display:block;font-weight:bold;color:var(--soft)}}"
    "@media print{:root{--ink:#000;--soft:#444;--paper:#fff;--line:#888;--head:#eee;--new:#000;--old:#000;"
    "--new-ground:#fff;--old-ground:#fff}body,body.wide{max-width:none;margin:0;font-size:10pt}ins{font-weight:bold}"
    "table{table-layout:auto}thead{display:table-header-group}thead th{position:static;width:33%}"
    "h2,.heading,.number{break-after:avoid}"
    "p{orphans:2;widows:2}.why,.legend{break-inside:avoid}}"
)
_PAPER = "@page{size:A4 landscape;margin:15mm}"


def page(title: str, body: str, language: str = "", is_wide: bool = False, style: str = "") -> str:
    """A whole page around a body of HTML; `is_wide` for tables, which are printed on the long side; `style` is what
    else the body needs of it."""
    lang = f' lang="{escape(language)}"' if language else ""
    wide = ' class="wide"' if is_wide else ""
    return (
        f'<!doctype html>\n<html{lang}><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width">'
        f"<style>{_STYLE}{style}{_PAPER if is_wide else ''}</style></head>"
        f"<body{wide}>\n{body}\n</body></html>\n"
    )


def law(lines: Iterable[Line]) -> str:
    """Lines of a law as HTML, each with its eId as the anchor where it begins; points are set in by their depth."""
    out: list[str] = []
    seen: set[str] = set()
    for line in lines:
        if line.kind == "block":
            continue
        anchor = f' id="{escape(line.eid)}"' if line.eid and line.eid not in seen else ""
        seen.add(line.eid)
        table = _plain(line) if is_table(line) else ""
        out.append(f"<div{anchor}>{table}</div>" if table else _paragraph(line, escape(line.text), anchor))
    return "\n".join(out)


def _paragraph(line: Line, words: str, anchor: str = "") -> str:
    kind = f' class="{line.kind}"' if line.kind != "text" else ""
    inset = f' style="margin-left:{2 * line.depth}em"' if line.depth else ""
    return f"<p{anchor}{kind}{inset}>{words}</p>"


def redline(segments: Sequence[Segment], old: str = "", new: str = "") -> str:
    """A redline as HTML, with the text's own line ends; under the names of both texts, where they are given."""
    return f"{legend(old, new)}<pre>{_marked(segments)}</pre>"


def redlined(lines: Iterable[MarkedLine]) -> str:
    """The lines of a provision with their marks."""
    return "\n".join(_proposed(line) for line in lines)


def legend(old: str, new: str) -> str:
    """How what goes and what comes is marked."""
    said = [f"<{tag}>{escape(text)}</{tag}>" for tag, text in (("del", old), ("ins", new)) if text]
    return f'<p class="legend">{" ".join(said)}</p>\n' if said else ""


def _marked(segments: Iterable[Segment]) -> str:
    return "".join(
        escape(s.text) if s.op == "=" else f"<{_TAGS[s.op]}>{escape(s.text)}</{_TAGS[s.op]}>" for s in segments
    )


@dataclass(frozen=True, slots=True)
class Words:
    """What the page of a proposal says in the language of its reader: the headings of its three columns, and what is
    struck and what is underlined."""

    eu: str
    in_force: str
    proposed: str
    deleted: str = "−"
    inserted: str = "+"


def proposal(
    laws: Sequence[AmendedLaw],
    said: Words,
    language: str = "",
    about: Sequence[str] = (),
    eu_language: str = "",
) -> str:
    """The proposals for these laws to be read: for each changed article the EU provisions that it answers, the law in
    force, the law as proposed with its marks, and under them the reasons. `about` are lines under the title."""
    title = "; ".join(dict.fromkeys(one.name for one in laws))
    out = [f"<header><h1>{escape(title)}</h1>"]
    out.extend(f'<p class="about">{escape(line)}</p>' for line in about if line)
    out.append(f"{legend(said.deleted, said.inserted)}</header>\n<main>")
    for one in laws:
        if len(laws) > 1:
            out.append(f"<h2>{escape(one.name)}</h2>")
        out.append(_table(one, said, eu_language))
    out.append("</main>")
    return page(title, "\n".join(out), language, is_wide=True)


def _table(of: AmendedLaw, said: Words, eu_language: str) -> str:
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in (said.eu, said.in_force, said.proposed))
    reasons = {one.modification: one for one in of.reasons}
    rows = "".join(_row(row, said, eu_language, reasons) for row in of.rows)
    return f'<table aria-label="{escape(of.name)}">\n<thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody></table>'


def _row(row: ComparisonRow, said: Words, eu_language: str, reasons: dict[str, Reason]) -> str:
    lang = f' lang="{escape(eu_language)}"' if eu_language else ""
    causes = dict.fromkeys(line.cause.id for line in row.proposed if line.cause)
    why = [reasons[cause] for cause in causes if cause in reasons]
    eid = next((line.line.eid.partition("__")[0] for line in row.proposed), "")
    anchor = f' id="{escape(eid)}"' if eid else ""
    out = (
        f"<tr{anchor}>"
        f"{_cell(said.eu, map(_plain, row.eu), lang)}{_cell(said.in_force, map(_plain, row.in_force))}"
        f"{_cell(said.proposed, map(_proposed, row.proposed))}</tr>\n"
    )
    told = "".join(_reason(one) for one in why if one.text or one.basis)
    return f'{out}<tr class="why"><td colspan="3">{told}</td></tr>\n' if told else out


def _cell(column: str, paragraphs: Iterable[str], attributes: str = "") -> str:
    inner = "".join(paragraphs) or '<p class="empty">–</p>'
    return f'<td data-column="{escape(column)}"{attributes}>{inner}</td>'


def _plain(line: Line) -> str:
    if line.kind == "block":
        return ""
    if is_table(line):
        return _drawn([[escape(cell) for cell in row] for row in rows_of(line.text)])
    return _paragraph(line, escape(line.text))


def _proposed(line: MarkedLine) -> str:
    if line.line.kind == "block":
        return ""
    if is_table_line(line):
        return _drawn([[_marked(cell) for cell in row.cells] for row in marked_rows(line)])
    return _paragraph(line.line, _marked(line.segments))


def _drawn(rows: Iterable[Iterable[str]]) -> str:
    """A table that stands in a law."""
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f'<table class="inner">{"".join(f"<tr>{row}</tr>" for row in cells)}</table>'


def _reason(one: Reason) -> str:
    basis = f" ({escape(one.basis)})" if one.basis else ""
    return f"<p><b>{escape(one.where)}</b>{basis} {escape(one.text)}</p>"
