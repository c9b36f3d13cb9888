"""A line of an outline as the opening of a unit: an article, a division, the title of one.

Each function takes rows and the place of one of them and returns new rows, or None where that cannot be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tomas_desktop.importers.outline import Row, rows
from tomas_desktop.importers.outline_places import (
    FRAME,
    Rows,
    end_of,
    has_heading,
    heading_of,
    headings_above,
    home,
    is_title,
    moved,
    named_by,
    neighbour,
)  # fmt: skip
from tomas_desktop.importers.outline_text import as_text, in_step
from tomas_desktop.jurisdiction import marks, nesting
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import SourceLine
from tomas_desktop.model.provision import NOT_LAW, Note

_NUMBER_LIMIT = 80  # characters; "Articles 12, 13 and 14 (deleted)" and the like are shorter


def article(outline: Rows, at: int, pack: Pack) -> Rows | None:
    """The line is the number of an article: what follows up to the next one is its body, read anew. A title beside
    it is taken where this law has its titles."""
    if outline[at].role == "article" or not outline[at].printed or outline[at].unit == "table":
        return None
    if outline[at].role == "lost":
        outline = _understood(outline, at)
    plain = as_text(outline, at, pack)
    if plain is None:
        return None
    outline, at = plain
    opener = home(outline, at)
    level, before = _level_of_new_unit(outline, opener, at)
    row = outline[at]
    mark = marks.article(SourceLine(row.printed, "article"), pack)
    num, title, notes = (mark.num, mark.title, mark.notes) if mark else (row.printed, "", ())
    if len(num) > _NUMBER_LIMIT:
        return None  # a whole sentence: its number is to be split off first
    end = max(end_of(outline, opener), at + 1) if opener >= 0 else at + 1
    end = min(end, next((i for i in range(at + 1, len(outline)) if outline[i].opens), end))
    while end - 1 > at and outline[end - 1].role == "heading":  # it belongs to what follows
        end -= 1
    body = outline[at + 1 : end]
    above = pack.heading_above if (found := headings_above(outline)) is None else found
    opening = [replace(row, role="article", unit="article", level=level, num=num, text="", notes=(*row.notes, *notes))]
    if title:
        opening.append(heading_of("article", level, title, above=False, like=row))
    elif above and _may_be_title(outline, len(before) - 1, opener, pack):
        taken = before.pop()
        opening.insert(0, replace(taken, role="heading", unit="article", level=level, above=True))
    elif not above and body and is_title(body[0], pack) and len(body) > 1:
        taken = body.pop(0)
        opening.append(replace(taken, role="heading", unit="article", level=level + 1, above=False))
    fresh = [*before, *opening, *_read_anew(body, level + 1, pack), *outline[end:]]
    return in_step(fresh)


def _level_of_new_unit(outline: Rows, opener: int, at: int) -> tuple[int, Rows]:
    """The level of an article that begins at this place, and the rows before it. One in the middle of what is not law
    ends that part there."""
    if opener < 0:
        return 0, outline[:at]
    holder = outline[opener]
    if holder.role == "article":
        return holder.level, outline[:at]
    if holder.unit not in FRAME:
        return holder.level + 1, outline[:at]
    before = outline[:at]
    if not any(row.is_shown and row.role != "ignored" for row in outline[opener + 1 : at]) and not holder.notes:
        before = [*outline[:opener], *outline[opener + 1 : at]]
        last = home(before, len(before))
        if last >= 0 and before[last].role == "article":
            return before[last].level, before
    return holder.level, before


def _understood(outline: Rows, at: int) -> Rows:
    """The rows with those after this one that were not understood either as text: its number makes them its body."""
    out = list(outline)
    opener = home(outline, at)
    level = outline[opener].level + 1 if opener >= 0 else 1
    for place in range(at, len(out)):
        if out[place].role != "lost":
            break
        out[place] = replace(out[place], role="text", unit="paragraph", level=level)
    return out


def _may_be_title(outline: Rows, at: int, opener: int, pack: Pack) -> bool:
    """Is the line before a new article its title? Something of the unit that it stood in must remain."""
    if at <= opener or not is_title(replace(outline[at], role="text"), pack):
        return False
    if outline[at].role != "text":
        return outline[at].role == "lost"
    if outline[opener].unit == "preface" and (outline[at].text.isupper() or at - opener <= 2):
        return False  # the title of the law
    return any(row.is_shown and row.role == "text" for row in outline[opener + 1 : at])


def _read_anew(body: Sequence[Row], level: int, pack: Pack) -> Rows:
    """The rows as the body of an article; ignored ones stay where they stood among the words."""
    lines = [
        SourceLine(row.text, "table" if row.unit == "table" else "text", row.num, row.notes)
        for row in body if row.role not in ("ignored", "lost")
    ]  # fmt: skip
    nodes, notes = nesting.body(lines, pack)
    fresh = list(rows(nodes, level))
    if notes:
        fresh.insert(0, Row("text", "paragraph", level, notes=notes))
    out: Rows = []
    count = left = 0
    for row in body:
        if row.role not in ("ignored", "lost"):
            count += row.word_count
            continue
        while fresh and left < count:
            left += fresh[0].word_count
            out.append(fresh.pop(0))
        out.append(row)
    return [*out, *fresh]


def division(outline: Rows, at: int, pack: Pack) -> Rows | None:
    """The line is the number (or, without one, the title) of a division that holds the articles after it."""
    if outline[at].role in ("division", "block") or not outline[at].printed or outline[at].unit == "table":
        return None
    plain = as_text(outline, at, pack)
    if plain is None:
        return None
    outline, at = plain
    mark = marks.division(SourceLine(outline[at].printed, "division"), pack)
    if mark is None or not mark.num:
        return _divided(outline, at, _unit_without_number(outline, at), "", outline[at].printed, (), pack)
    return _divided(outline, at, mark.unit, mark.num, mark.title, mark.notes, pack)


def _unit_without_number(outline: Rows, at: int) -> str:
    """A title in capitals stands over a division of the kind that is printed so, any other over a section."""
    if outline[at].printed.isupper():
        like = [row.unit for row in outline[:at] if row.role == "heading" and row.text.isupper()]
        return next((unit for unit in reversed(like) if unit not in ("article", *NOT_LAW)), "section")
    return "section"


def _divided(
    outline: Rows, at: int, unit: str, num: str, title: str, notes: tuple[Note, ...], pack: Pack
) -> Rows | None:
    opener = home(outline, at)
    level, before = _level_of_division(outline, opener, at, unit, pack)
    row = outline[at]
    main = replace(
        row, role="division", unit=unit, level=level, num=num, text="", above=False, notes=(*row.notes, *notes)
    )
    opening = [main]
    after = at + 1
    if title:
        opening.append(heading_of(unit, level, title, above=False, like=row))
    elif after < len(outline) and is_title(outline[after], pack):
        opening.append(replace(outline[after], role="heading", unit=unit, level=level + 1, above=False))
        after += 1
    rest = outline[after:]
    lines = next((i for i, each in enumerate(rest) if each.opens or each.role == "heading"), len(rest))
    if opener >= 0:
        rest = moved(rest, 0, lines, level - outline[opener].level)  # the lines up to the next article
    place = lines
    while place < len(rest) and rest[place].role != "block" and not _ends(rest[place], level):
        if rest[place].level <= level:
            stop = end_of(rest, place) if rest[place].opens else place + 1
            rest = moved(rest, place, stop, level + 1 - rest[place].level)
            place = stop
        else:
            place += 1
    return [*before, *opening, *rest]


def _ends(row: Row, level: int) -> bool:
    return row.role == "division" and row.level <= level


def _level_of_division(outline: Rows, opener: int, at: int, unit: str, pack: Pack) -> tuple[int, Rows]:
    """The level among the divisions that are open here: that of its own kind, else below those that are wider."""
    level, before = _level_of_new_unit(outline, opener, at)
    chain: list[Row] = []
    deepest = level + (opener >= 0 and outline[opener].role != "article")
    floor = 0
    for row in reversed(before):
        if row.role == "block":
            floor = row.level + 1 if row.unit not in FRAME else 0
            break
        if row.role == "division" and row.level < deepest:
            chain.insert(0, row)
            deepest = row.level
    ranks = {rule.name: place for place, rule in enumerate(pack.divisions)}
    for row in chain:
        if row.unit == unit or ranks.get(row.unit, 99) >= ranks.get(unit, 99):
            return row.level, before
    return (chain[-1].level + 1 if chain else floor), before


def heading(outline: Rows, at: int, pack: Pack) -> Rows | None:
    """The line is the title of the unit next to it (of the other one, if it is a title already), else of a section
    that begins here."""
    was = outline[at]
    if was.role == "block" or not outline[at].printed or outline[at].unit == "table":
        return None
    plain = as_text(outline, at, pack)
    if plain is None:
        return None
    outline, at = plain
    row = outline[at]
    over, under = neighbour(outline, at, -1), neighbour(outline, at, 1)
    found: list[tuple[Row, bool]] = []
    if over >= 0 and outline[over].role in ("article", "division", "block", "heading"):
        main = named_by(outline, over)
        if main is not None and not has_heading(outline, main, above=True):
            found.append((outline[main], False))
    if under >= 0 and (outline[under].role == "article" or (outline[under].role == "heading" and outline[under].above)):
        main = named_by(outline, under)
        if main is not None and not has_heading(outline, main, above=False):
            found.append((outline[main], True))
    if was.role == "heading":
        found = [(main, above) for main, above in found if (main.unit, above) != (was.unit, was.above)]
    if not found:
        opener = home(outline, at)
        if was.role == "heading" or opener < 0 or outline[opener].role == "block":
            return None
        return _divided(outline, at, _unit_without_number(outline, at), "", row.printed, (), pack)
    law = pack.heading_above if (usual := headings_above(outline)) is None else usual
    unit, above = next((each for each in found if each[1] == law), found[0])
    fresh = replace(
        row, role="heading", unit=unit.unit, level=unit.level + (not above), num="", text=row.printed, above=above
    )
    return in_step([*outline[:at], fresh, *outline[at + 1 :]])
