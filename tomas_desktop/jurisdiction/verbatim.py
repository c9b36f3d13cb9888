"""Whole units quoted as a law prints them: every line is a unit, a heading or a number, none goes on with another.

What a drafter types may break a sentence over lines; what an act quotes ("menja se i glasi: ...") is the law's own
print. So here no line is joined to the one above it and none is taken for a remark: printed again, the units give the
very lines they were read from. A line that the unit in force prints too keeps the place that it has there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tomas_desktop.errors import TomasError
from tomas_desktop.jurisdiction import headings, marks, numbering, numerals, structure, verbatim_body
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import SourceLine
from tomas_desktop.model import canonical
from tomas_desktop.model.provision import DIVISIONS, Provision


def articles(
    lines: Sequence[str],
    like: Provision,
    numbers: Sequence[str],
    pack: Pack,
    present: Sequence[Provision] = (),
    titled: bool = False,
) -> tuple[Provision, ...]:
    """Articles with these numbers, printed as `like` is. Of those in force (`present`) the number stays where none is
    quoted, and the heading where headings stand above. `titled` says that the headings are quoted too, so that none
    is kept (above) and the line under a number is one (below).

    Raises TomasError("quoted-unit-unread")."""
    starts = list(_number_lines(lines, like, numbers, pack))
    if not starts:  # another number than the clause says
        starts = [i for i, line in enumerate(lines[:2]) if marks.article(SourceLine(line), pack) is not None][:1]
    if not starts:
        if len(numbers) > 1:
            raise _unread(lines)
        num = like.num if present or not numbers else numbering.with_number(like.num, numbers[0])
        return (_article(lines, -1, replace(like, num=num), pack, present=bool(present), titled=titled),)
    if starts[0] > 1:
        raise _unread(lines)
    cuts = [0]
    for place in starts[1:]:
        over = like.heading_above and place - 1 > cuts[-1] and _is_title(lines[place - 1], pack)
        cuts.append(place - 1 if over else place)
    out = []
    for order, (start, number, end) in enumerate(zip(cuts, starts, [*cuts[1:], len(lines)], strict=True)):
        own = replace(present[order] if order < len(present) else like, num=lines[number])
        is_present = order < len(present)
        out.append(_article(lines[start:end], number - start, own, pack, present=is_present, titled=titled))
    return tuple(out)


def division(lines: Sequence[str], unit: str, above: bool, pack: Pack) -> tuple[Provision, ...]:
    """A part, chapter or section with all that is in it; `above`: does the law print headings of articles above?
    Raises TomasError("quoted-unit-unread")."""
    source = [SourceLine(line) for line in lines]
    opened = headings.openings(source, pack, above)
    if opened and opened[0].unit == "article" and opened[0].start == 0 < opened[0].number_at:
        source[0] = replace(source[0], role="text")  # the title of the division, not that of its first article
        opened = headings.openings(source, pack, above)
    starts = [each.start for each in opened]
    over = lines[: starts[0] if opened else len(lines)]
    if len(over) > 2 or (not opened and not _is_title(lines[-1], pack)):
        raise _unread(lines)
    ends = zip(opened, [*starts[1:], len(lines)], strict=False)
    bodies = iter([lines[each.end : end] for each, end in ends if each.unit == "article"])
    nodes = tuple(_reread(node, bodies, pack) for node in structure.divided(source, opened, pack))
    if over or not nodes or nodes[0].unit == "article":  # a title that does not say what it stands over
        num = over[0] if len(over) == 2 else ""
        nodes = (Provision("", unit, num, over[-1] if over else "", children=nodes),)
    elif not nodes[0].num:
        nodes = (replace(nodes[0], unit=unit), *nodes[1:])
    if [line.text for line in canonical.lines(nodes)] != list(lines) or any(n.unit not in DIVISIONS for n in nodes):
        raise _unread(lines)
    return nodes


def annex(lines: Sequence[str], like: Provision, pack: Pack, present: bool) -> tuple[Provision, ...]:
    """One annex, its title over or under its number. Raises TomasError("quoted-unit-unread")."""
    number = next((i for i, line in enumerate(lines[:2]) if marks.annex(SourceLine(line), pack)), None)
    if number is None and present and like.num in lines[:2]:
        number = lines.index(like.num)
    if number is None or any(child.unit == "article" or child.unit in DIVISIONS for child in like.children):
        raise _unread(lines)
    rest = list(lines[number + 1 :])
    heading = lines[0] if number else ""
    if not heading and len(rest) > 1 and _is_title(rest[0], pack):
        heading = rest.pop(0)
    children = verbatim_body.body(rest, pack, like if present else None)
    return (Provision("", "annex", lines[number], heading, children=children, heading_above=like.heading_above),)


def _reread(node: Provision, bodies: Iterator[Sequence[str]], pack: Pack) -> Provision:
    """The division with its articles read line by line."""
    if node.unit == "article":
        return replace(node, notes=(), children=verbatim_body.body(next(bodies), pack))
    return replace(node, notes=(), children=tuple(_reread(child, bodies, pack) for child in node.children))


def _article(
    lines: Sequence[str], number: int, like: Provision, pack: Pack, *, present: bool, titled: bool
) -> Provision:
    """One article from its lines; `number` is the place of its number line, -1 where none is printed."""
    rest = list(lines[number + 1 :])
    heading = lines[0] if number == 1 else ""
    above = like.heading_above or bool(heading)
    if not heading and _has_heading(rest, like, pack, present=present, titled=titled):
        heading, above = rest.pop(0), False
    elif not heading and above and present and not titled:
        heading = like.heading
    notes = like.notes if present else ()
    children = verbatim_body.body(rest, pack, like if present else None)
    return Provision("", "article", like.num, heading, "", notes, children, heading_above=above)


def _has_heading(rest: Sequence[str], like: Provision, pack: Pack, *, present: bool, titled: bool) -> bool:
    """Is the line under an article's number its heading? Where headings stand below, a title over a text is one, and
    in any law a title over the first numbered paragraph (but not words that the article in force has as its text)."""
    if present and like.heading and not like.heading_above and rest[:1] == [like.heading]:
        return True
    if len(rest) < 2:
        return bool(rest) and titled and not like.heading_above
    first = next((line.text for line in canonical.lines(like.children)), "")
    if present and rest[0] == first:
        return False
    title = _is_title(rest[0], pack)
    if like.heading_above:
        return title and _begins_count(rest[1], pack)
    is_numbered = marks.numbered_line(rest[0], pack)
    return titled or title or (bool(like.heading) and not is_numbered and _begins_count(rest[1], pack))


def _begins_count(line: str, pack: Pack) -> bool:
    """Is this the first of the numbered paragraphs?"""
    numbers = numerals.numbered(line, pack.rule("paragraph").styles, pack)
    return any(number.order == 1 for number in numbers)


def _number_lines(lines: Sequence[str], like: Provision, numbers: Sequence[str], pack: Pack) -> Iterator[int]:
    """The lines that are the numbers of these articles, in order."""
    wanted = [numbering.eid_number(number, pack) for number in numbers]
    before = numbering.number_in(like.num)[0]
    for place, line in enumerate(lines):
        if not wanted:
            return
        is_number = marks.article(SourceLine(line), pack) is not None or numbering.number_in(line)[0] == before
        if line == like.num or (is_number and len(line) < 60 and _is(line, wanted[0], pack)):
            wanted.pop(0)
            yield place


def _is(printed: str, wanted: str, pack: Pack) -> bool:
    return numbering.eid_number(printed, pack) == wanted


def _is_title(line: str, pack: Pack) -> bool:
    return marks.is_heading(SourceLine(line), pack)


def _unread(lines: Sequence[str]) -> TomasError:
    return TomasError("quoted-unit-unread", line=lines[0] if lines else "")
