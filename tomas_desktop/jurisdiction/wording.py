"""Reading what a drafter typed: canonical text of one provision, or of a new one, becomes provisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tomas_desktop.errors import TomasError
from tomas_desktop.jurisdiction import headings, marks, nesting, numbering, numerals, structure, verbatim
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import Role, SourceLine
from tomas_desktop.model import canonical
from tomas_desktop.model.canonical import Line
from tomas_desktop.model.provision import DIVISIONS, Provision

_TABLE = "== table =="  # canonical text opens a table with it


def read_provision(text: str, like: Provision, pack: Pack) -> tuple[Provision, ...]:
    """The new wording of a provision, and the new siblings that follow it.

    The printed number in front is optional (absent = kept), as are an article's number and heading. Lines that
    begin with a lower unit's number become children; lines that begin with a number of the provision's own style
    are new siblings with that number, other lines new siblings without one. The first provision keeps the eId and
    its children get theirs under it; new siblings have none. The present text is the provision as it is, whatever
    its wording alone would be read as. Raises TomasError("empty-text").
    """
    lines = _lines(text, like.unit)
    if [line.text for line in lines] == [" ".join(one.text.split()) for one in canonical.lines((like,)) if _says(one)]:
        return (like,)
    if like.unit == "article":
        nodes = _articles(lines, like, pack)
    elif like.unit in DIVISIONS:
        nodes = _division(lines, like, pack)
    elif like.unit == "annex":
        nodes = _annex(lines, like, pack)
    else:
        nodes = _units(lines, like, pack)
    first = nodes[0]
    children, _ = numbering.with_eids(first.children, pack, like.eid)
    known = {node.eid: node for node in like.walk()}
    return (replace(first, eid=like.eid, children=_with_notes(children, known)), *nodes[1:])


def read_unit(text: str, unit: str, like_sibling: Provision, pack: Pack) -> tuple[Provision, ...]:
    """New units of the kind of a sibling, to be put in after it: without eIds, and without a number where none was
    typed (but for a dash, which all of its kind share). Raises TomasError("empty-text")."""
    dash = like_sibling.num if numbering.number_in(like_sibling.num)[1] == "" else ""
    like = Provision("", unit, like_sibling.num, heading_above=like_sibling.heading_above)
    lines = _lines(text, unit)
    if unit == "article":
        nodes = _articles(lines, replace(like, num=""), pack)
    elif unit in DIVISIONS:
        nodes = _division(lines, replace(like, num=""), pack)
    else:
        nodes = _units(lines, like, pack, kept=dash)
    return tuple(_bare(node) for node in nodes)


def _says(line: Line) -> bool:
    return line.kind != "block"


def _lines(text: str, unit: str) -> list[SourceLine]:
    """The lines of a typed text of such a unit; one that a blank line sets apart may be a heading, one under the mark
    of a table is a table, another is text."""
    out: list[SourceLine] = []
    blank, marked = True, False
    for raw in text.strip().splitlines():
        line = " ".join(raw.split())
        if line in (_TABLE, f"== {unit} =="):
            marked = line == _TABLE
            continue
        if line:
            out.append(SourceLine(line, "table" if marked else "" if blank else "text"))
            marked = False
        blank = not line
    if not out:
        raise TomasError("empty-text")
    return out


def _articles(lines: Sequence[SourceLine], like: Provision, pack: Pack) -> tuple[Provision, ...]:
    """The article, and further ones that the text holds."""
    loose = [replace(line, role="") if marks.article(SourceLine(line.text), pack) else line for line in lines]
    loose = [_may_be_heading(loose, place, like, pack) for place in range(len(loose))]
    found = [each for each in headings.openings(loose, pack, like.heading_above) if each.unit == "article"]
    before = loose[: found[0].start if found else len(loose)]
    ends = [*(each.start for each in found[1:]), len(loose)]
    nodes = [structure.article(each, loose[each.end : end], pack) for each, end in zip(found, ends, strict=False)]
    if before:
        heading = like.heading
        if heading and before[0].text == heading and len(before) > 1:
            before = before[1:]
        children, _ = nesting.body([_in_role(line, "text") for line in before], pack)
        kept = Provision("", "article", like.num, heading, "", like.notes, children, heading_above=like.heading_above)
        return (kept, *nodes)
    first = nodes[0]
    heading = first.heading or ("" if first.num else like.heading)
    return (replace(first, heading=heading, notes=like.notes, heading_above=like.heading_above), *nodes[1:])


def _may_be_heading(lines: Sequence[SourceLine], place: int, like: Provision, pack: Pack) -> SourceLine:
    """The line, free to be read as a heading when it stands next to an article's number where headings stand."""
    line = lines[place]
    other = place + 1 if like.heading_above else place - 1
    by_number = 0 <= other < len(lines) and marks.article(SourceLine(lines[other].text), pack) is not None
    if marks.article(SourceLine(line.text), pack):
        return line
    if not by_number or line.role == "table":
        return _in_role(line, "text")
    if line.text == like.heading or (like.heading_above and place == 0):  # the line on top can be nothing else
        return replace(line, role="heading")
    if like.heading_above or line.role == "":
        return replace(line, role="")
    return replace(line, role="" if like.heading and place + 1 < len(lines) else "text")


def _division(lines: Sequence[SourceLine], like: Provision, pack: Pack) -> tuple[Provision, ...]:
    """A part, chapter or section with all its articles; text that is no article is its heading."""
    loose = [_in_role(line, "") for line in lines]
    built = structure.build(loose, pack).nodes
    if built and built[0].unit == like.unit:
        return tuple(_bare(node) for node in built)
    law = tuple(_bare(node) for node in built if node.unit == "article" or node.unit in DIVISIONS)
    if law and law[0].unit == "article":
        over = [line.text for line in lines[: headings.openings(loose, pack)[0].start]]
        return (replace(like, heading=" ".join(over) or like.heading, children=law),)
    return (replace(like, heading=" ".join(line.text for line in lines)),)


def _annex(lines: Sequence[SourceLine], like: Provision, pack: Pack) -> tuple[Provision, ...]:
    """An annex with all that it holds, its number and heading kept where they are not typed."""
    texts = [text for line in lines for text in ((_TABLE, line.text) if line.role == "table" else (line.text,))]
    is_numbered = any(text == like.num or marks.annex(SourceLine(text), pack) for text in texts[:2])
    try:
        (node,) = verbatim.annex(texts if is_numbered else [like.num, *texts], like, pack, present=True)
    except TomasError as trouble:
        if trouble.code != "quoted-unit-unread":
            raise
        return _units(lines, like, pack)
    return (replace(node, heading=node.heading or ("" if is_numbered else like.heading), notes=like.notes),)


def _in_role(line: SourceLine, role: Role) -> SourceLine:
    """The line in this role; a table stays one."""
    return line if line.role == "table" else replace(line, role=role)


def _units(lines: Sequence[SourceLine], like: Provision, pack: Pack, kept: str | None = None) -> tuple[Provision, ...]:
    """A paragraph, a point, a recital; `kept` is its number where none was typed."""
    styles = ("(1)",) if like.unit == "recital" else pack.rule(like.unit).styles
    style, _ = numerals.style_of(like.num, (*styles, *marks.styles(pack)), pack)
    own = (style,) if style else styles if not like.num else ()
    top = lines[0].text
    number = next(iter(numerals.numbered(top, own, pack)), None)
    num = number.num if number else like.num if kept is None else kept
    first = replace(like, num=num, text=number.rest if number else top, children=())
    has_more = any(child.unit == "subparagraph" for child in like.children)
    nodes = nesting.units(first, [_in_role(line, "") for line in lines[1:]], pack, has_more, kept or "")
    return (nodes[0], *(_bare(node) for node in nodes[1:]))


def _with_notes(nodes: Sequence[Provision], known: Mapping[str, Provision]) -> tuple[Provision, ...]:
    """The provisions with the notes of those that keep their wording: notes are not part of what is typed."""
    out = []
    for node in nodes:
        old = known.get(node.eid)
        notes = old.notes if old and (old.num, old.text) == (node.num, node.text) else node.notes
        out.append(replace(node, notes=notes, children=_with_notes(node.children, known)))
    return tuple(out)


def _bare(node: Provision) -> Provision:
    """The provision without eIds: a new one gets them where it is put in."""
    return replace(node, eid="", children=tuple(_bare(child) for child in node.children))
