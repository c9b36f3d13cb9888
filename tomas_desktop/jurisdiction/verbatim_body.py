"""The lines below the number and the heading of a quoted article: paragraphs, points and what stands in them.

Every line is one unit. Where it stands is read from its wording, as in any law; but a line that an article in force
prints too stays what it is there, and a line that would be joined to another one is a unit of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tomas_desktop.jurisdiction import declaring, marks, nesting, numbering, numerals, quotations
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import Declared, SourceLine
from tomas_desktop.model.provision import Provision

_TABLE = "== table =="
_BODY = "article"  # what declared units are counted from: it stands for any holder of paragraphs


def units(
    lines: Sequence[str],
    like: Provision,
    numbers: Sequence[str],
    pack: Pack,
    present: Sequence[Provision] = (),
    unit: str = "",
) -> tuple[Provision, ...]:
    """Units below an article (or recitals) with these numbers, of the kind of `like` or of the kind `unit`; `present`
    are those in force. Units without printed numbers are as many as the lines show."""
    unit = unit or like.unit
    reader = nesting.Reader(pack)
    quoted = _Quoted(lines, present, pack)
    awaited = [numbering.eid_number(number, pack) for number in numbers]
    for place, line in enumerate(quoted.lines):
        number = _own_number(line.text, unit, like, pack)
        order = len(reader.top)
        wanted = awaited[order] if order < len(awaited) else ""
        if place == 0 or (number and wanted and numbering.eid_number(number, pack) == wanted):
            quoted.known.take(line.text)
            heading = present[order].heading if order < len(present) else ""
            reader.read(SourceLine(line.text, "text", declared=Declared((_BODY, unit), number, heading)), (), False)
        else:
            quoted.read(reader, place, unit if order < len(awaited) and not number else "")
    return tuple(node.freeze() for node in reader.top)


def body(lines: Sequence[str], pack: Pack, like: Provision | None = None) -> tuple[Provision, ...]:
    """The units below an article; `like` is the article in force."""
    reader = nesting.Reader(pack)
    quoted = _Quoted(lines, like.children if like is not None else (), pack)
    for place in range(len(quoted.lines)):
        quoted.read(reader, place)
    return tuple(node.freeze() for node in reader.top) or (Provision("", "paragraph"),)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the units in force say of their lines. `places` are the units of a line's text, in their order: what they
    are, and whether that has to be declared because the wording says something else; `numbers` the printed numbers of
    the top units."""

    places: dict[str, list[tuple[Declared, bool]]] = field(default_factory=dict)
    numbers: dict[str, Declared] = field(default_factory=dict)

    def take(self, line: str) -> tuple[Declared | None, bool]:
        """The next unit with this text, if there is one; each is given out once."""
        same = self.places.get(line)
        return same.pop(0) if same else (None, False)

    def numbered(self, line: str) -> Declared | None:
        """The top unit whose number the line begins with."""
        return self.numbers.get(line.partition(" ")[0])


def _known(nodes: Sequence[Provision], pack: Pack) -> _Known:
    out = _Known()
    if not nodes:
        return out
    marked, _ = numbering.with_eids(nodes, pack, "known")
    holder = Provision("known", _BODY, children=marked)
    needed, every = declaring.in_body(holder, pack), declaring.in_body(holder, pack, every=True)
    for node in (each for top in marked for each in top.walk()):
        printed = f"{node.num} {node.text}".strip()
        out.places.setdefault(printed, []).append((every[node.eid], node.eid in needed))
    out.numbers.update({top.num: Declared((_BODY, top.unit), top.num) for top in marked if top.num})
    return out


class _Quoted:
    """Quoted lines, with what is known of them."""

    def __init__(self, lines: Sequence[str], present: Sequence[Provision], pack: Pack) -> None:
        self.pack = pack
        self.lines = list(_sources(lines))
        self.known = _known(present, pack)
        self.announced = quotations.announced(self.lines, pack)

    def read(self, reader: nesting.Reader, place: int, missing: str = "") -> None:
        """Place one line as one unit. `missing` is the kind of unit that is still to come on a line without a
        number."""
        line = self.lines[place]
        unit, is_needed = self.known.take(line.text)
        if unit is None and missing and not marks.numbered_line(line.text, self.pack):
            unit, is_needed = Declared((_BODY, missing)), True
        before, count = reader.state(), reader.placed
        if not is_needed:
            reader.read(line, self.lines[place + 1 :], place in self.announced)
            if unit is None and not any(each.num for each in reader.last()[-1:]):
                unit = self.known.numbered(line.text)
            if _stands(reader, count, line.text, unit):
                return
            reader.restore(before)
        for declared in (unit, Declared(_apart(reader))):
            if declared is not None and len(declared.units) - 2 <= len(reader.last()):
                reader.read(SourceLine(line.text, "text", declared=declared), (), False)
                if _stands(reader, count, line.text):
                    return
                reader.restore(before)


def _stands(reader: nesting.Reader, count: int, line: str, expected: Declared | None = None) -> bool:
    """Did the line become one unit more than `count`, and the one that is expected?"""
    placed = reader.last()
    if reader.placed == count or f"{placed[-1].num} {placed[-1].text}".strip() != line:
        return False
    return expected is None or (expected.unit, expected.num) == (placed[-1].unit, placed[-1].num)


def _apart(reader: nesting.Reader) -> tuple[str, ...]:
    """Where a line goes that must not be joined to the one above: a paragraph of its own, or one more of the
    numbered unit above it."""
    top = reader.top[-1] if reader.top else None
    if top is None or (top.unit == "paragraph" and not top.num):
        return _BODY, "paragraph"
    return _BODY, top.unit, "subparagraph"


def _sources(lines: Sequence[str]) -> Iterator[SourceLine]:
    table = False
    for line in lines:
        if line == _TABLE:
            table = True
            continue
        yield SourceLine(line, "table" if table else "text")
        table = False


def _own_number(line: str, unit: str, like: Provision, pack: Pack) -> str:
    """The number that a line of this kind begins with; empty when it has none."""
    styles = ("(1)",) if unit == "recital" else pack.rule(unit).styles
    if (like.num and line.startswith(f"{like.num} ")) or line == like.num:
        return like.num
    style = numerals.style_of(like.num, (*styles, *marks.styles(pack)), pack)[0] if like.unit == unit else ""
    own = (style, *styles) if style else styles
    found = numerals.numbered(line, own, pack)
    return found[0].num if found else ""
