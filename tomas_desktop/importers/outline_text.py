"""A line of an outline as plain text: a paragraph, one line with the one before it, two lines, no line at all.

Each function takes rows and the place of one of them and returns new rows, or None where that cannot be. Words are
moved, never added or lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tomas_desktop.importers.outline import ASIDE, Row
from tomas_desktop.importers.outline_places import (
    FRAME,
    Rows,
    end_of,
    has_heading,
    heading_of,
    home,
    moved,
    neighbour,
    place_of,
    text_unit,
)  # fmt: skip
from tomas_desktop.jurisdiction import marks, numerals
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.provision import Note
from tomas_desktop.text.tokens import words

_PLACES = (("paragraph", 1), ("point", 2), ("subpoint", 3))  # how deep below an article a number lies


def paragraph(outline: Rows, at: int, pack: Pack) -> Rows | None:
    """The line is plain text of the unit before it. An article, a division or a block that it opened is no more: all
    of it goes on with what stands before."""
    row = outline[at]
    if row.opens:
        return _dissolved(outline, at)
    if row.role == "heading":
        step = 1 if row.above else -1
        holder = at
        while outline[holder].role in ("heading", "ignored", "lost"):
            holder += step
        if outline[holder].role == "division" and not outline[holder].printed:
            return _dissolved(outline, holder)
        farther = at - step  # what stands farther from the number is no heading either
        if 0 <= farther < len(outline) and outline[farther].role == "heading" and outline[farther].above == row.above:
            outline = paragraph(outline, farther, pack) or outline
            at = place_of(outline, row)
    opener = home(outline, at)
    if opener < 0:
        return _in_a_preface(outline, at)
    unit, level = text_unit(outline, opener)
    fresh = replace(row, role="text", unit=unit, level=level, above=False)
    if fresh == row:
        return None
    return in_step([*outline[:at], fresh, *outline[at + 1 :]])


def _in_a_preface(outline: Rows, at: int) -> Rows:
    row = replace(outline[at], role="text", unit="paragraph", level=1, above=False)
    rest = [*outline[:at], *outline[at + 1 :]]
    return in_step([Row("block", "preface", 0), row, *rest])


def _dissolved(outline: Rows, at: int) -> Rows | None:
    """Without the unit opened here; its number, its headings and its text stay in their places."""
    row = outline[at]
    first, last = at, at + 1
    while first and outline[first - 1].role in ("heading", "ignored") and _names(outline, first - 1, at):
        first -= 1
    while last < len(outline) and outline[last].role in ("heading", "ignored") and _names(outline, last, at):
        last += 1
    opener = home(outline, first)
    if opener < 0 and row.role == "block":
        return None
    start = Row("block", "preface", 0)
    unit, level = ("paragraph", 1) if opener < 0 else text_unit(outline, opener)
    end = end_of(outline, at)
    notes: tuple[Note, ...] = ()
    own: Rows = []
    for each in outline[first:last]:
        if each.role == "ignored":
            own.append(each)
        elif each.printed:
            own.append(replace(each, role="text", unit=unit, level=level, above=False, notes=(*notes, *each.notes)))
            notes = ()
        else:
            notes = (*notes, *each.notes)
    body_end = next((i for i in range(last, end) if outline[i].opens or outline[i].role == "heading"), end)
    body = moved(outline, last, body_end, level - row.level - 1)[last:body_end]
    body = [replace(each, unit=unit, level=level) if each.is_own_text else each for each in body]
    if notes:
        if body:
            body[0] = replace(body[0], notes=(*notes, *body[0].notes))
        elif own:
            own[-1] = replace(own[-1], notes=(*own[-1].notes, *notes))
        else:
            own = [Row("text", unit, level, notes=notes)]
    before = outline[:first] if opener >= 0 else [*outline[:first], start]
    rest = outline[body_end:]
    if row.role == "block" and row.level < outline[opener].level:  # its articles take the level of those before
        rest = moved(outline, body_end, end, outline[opener].level - row.level - 1)[body_end:]
    return [*before, *own, *body, *rest]


def _names(outline: Sequence[Row], heading: int, at: int) -> bool:
    """Is this the heading of the unit opened at `at` (ignored rows between them passed over)?"""
    row = outline[heading]
    if row.role == "ignored":
        step = 1 if heading > at else -1
        after = heading + step
        return 0 <= after < len(outline) and outline[after].role == "heading" and outline[after].above == (step < 0)
    return row.above == (heading < at)


def in_step(outline: Rows) -> Rows:
    """An article says of itself on which side its heading stands."""
    out = list(outline)
    for i, row in enumerate(outline):
        if row.role == "heading" and row.unit == "article":
            step = 1 if row.above else -1
            place = i + step
            while 0 <= place < len(out) and out[place].role in ("heading", "ignored", "lost"):
                place += step
            if 0 <= place < len(out) and out[place].role == "article" and out[place].above != row.above:
                out[place] = replace(out[place], above=row.above)
    return out


def as_text(outline: Rows, at: int, pack: Pack) -> tuple[Rows, int] | None:
    """The rows with this one as plain text, whatever it was, and where it stands now."""
    row = outline[at]
    if row.role == "text" and not row.is_own_text:
        return outline, at
    marked = [*outline[:at], replace(row, eid=f"{row.eid}\0"), *outline[at + 1 :]]
    out = paragraph(marked, at, pack)
    if out is None:
        return None
    place = next((i for i, each in enumerate(out) if each.eid.endswith("\0") and each.printed), -1)
    if place < 0:
        return None
    out[place] = replace(out[place], eid=row.eid)
    return out, place


def merge(outline: Rows, at: int, pack: Pack) -> Rows | None:
    """The line goes on with the one before it."""
    row = outline[at]
    if not row.printed or row.role in ("lost", "ignored", "block") or row.unit == "table":
        return None
    over = neighbour(outline, at, -1)
    if over < 0:
        return None
    joins_heading = row.role == "heading" and outline[over].role == "heading" and outline[over].above == row.above
    if not joins_heading:
        plain = as_text(outline, at, pack)
        if plain is None:
            return None
        outline, at = plain
        row, over = outline[at], neighbour(outline, at, -1)
    before = outline[over] if over >= 0 else None
    if before is None or before.role not in ("text", "heading") or before.unit == "table":
        return None
    joined = replace(before, text=f"{before.text} {row.printed}".strip(), notes=(*before.notes, *row.notes))
    out = list(outline)
    out[over] = joined
    del out[at]
    return out


def split_at(row: Row, at: int) -> int:
    """The place nearest to this one where the printed line can be cut without cutting a word; 0 where it cannot."""
    printed = row.printed
    total = len(words(printed))
    for distance in range(len(printed)):
        for place in (at - distance, at + distance):
            left, right = printed[:place].strip(), printed[place:].strip()
            if 0 < place < len(printed) and left and right and len(words(left)) + len(words(right)) == total:
                return place
    return 0


def split(outline: Rows, at: int, pack: Pack, character: int) -> Rows | None:
    """The line is two: what follows the character is a line of its own, its number read."""
    row = outline[at]
    if row.role in ("ignored", "lost", "block") or row.unit == "table":
        return None
    place = split_at(row, character) if 0 < character < len(row.printed) else 0
    if not place:
        return None
    left, right = row.printed[:place].strip(), row.printed[place:].strip()
    if row.role == "heading":
        second = replace(row, text=right, num="", notes=())
        return [*outline[:at], replace(row, text=left, num=""), second, *outline[at + 1 :]]
    if row.opens:
        above = has_heading(outline, at, above=True)
        second = heading_of(row.unit, row.level, right, above=False, like=row)
        if above:
            second = Row("text", "paragraph", row.level + 1, text=right, eid=row.eid, was=row.was)
        return in_step([*outline[:at], replace(row, num=left), second, *outline[at + 1 :]])
    is_num = bool(row.num) and left.startswith(row.num)
    first = replace(row, num=row.num if is_num else "", text=left[len(row.num) :].strip() if is_num else left)
    return [*outline[:at], first, _second(outline, at, right, pack), *outline[at + 1 :]]


def _second(outline: Rows, at: int, text: str, pack: Pack) -> Row:
    """The second half of a line: a unit by its number, else more of the same."""
    row = outline[at]
    fresh = replace(row, num="", text=text, notes=())
    opener = home(outline, at)
    if opener < 0 or outline[opener].unit in FRAME:
        return fresh
    base = outline[opener].level
    found = numerals.numbered(text, marks.styles(pack), pack)
    for number in found:
        if number.style in pack.rule(row.unit).styles:
            return replace(fresh, num=number.num, text=number.rest)
        for unit, depth in _PLACES:
            if number.style in pack.rule(unit).styles:
                return replace(fresh, unit=unit, level=base + depth, num=number.num, text=number.rest)
        if number.style in pack.rule("indent").styles:
            return replace(fresh, unit="indent", level=row.level + 1, num=number.num, text=number.rest)
    if row.unit in ("wrapup", "subparagraph") or (row.unit == "paragraph" and not row.num):
        return fresh
    return replace(fresh, unit="subparagraph", level=row.level + 1)


def ignore(outline: Rows, at: int, pack: Pack) -> Rows | None:
    """The line is no part of the document."""
    row = outline[at]
    if row.role in ("ignored", "block") or not row.printed:
        return None
    if row.role == "lost":
        return [*outline[:at], replace(row, role="ignored"), *outline[at + 1 :]]
    if row.opens or (row.role == "heading" and row.unit != "article"):
        plain = as_text(outline, at, pack)
        if plain is None:
            return None
        outline, at = plain
        row = outline[at]
    return [*outline[:at], replace(row, role="ignored", level=ASIDE), *outline[at + 1 :]]
