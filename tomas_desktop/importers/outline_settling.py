"""An outline after a correction made whole again where it changed; all the rest stays as it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tomas_desktop.importers.outline import Row
from tomas_desktop.importers.outline_places import end_of, home, lifted


def settled(before: Sequence[Row], after: list[Row]) -> list[Row]:
    """The rows with every article that changed made whole: it has at least one paragraph, no empty one beside
    others, and no point without a paragraph to hang under."""
    start = 0
    while start < min(len(before), len(after)) and before[start] is after[start]:
        start += 1
    same = 0
    while same < min(len(before), len(after)) - start and before[-1 - same] is after[-1 - same]:
        same += 1
    first = max(home(after, start), 0)
    if first and home(after, first) >= 0:
        first = home(after, first)  # a heading may have gone to the next article
    last = next((i for i in range(len(after) - same, len(after)) if after[i].opens), len(after))
    if last < len(after):  # and the article after the change may have had its heading changed
        last = next((i for i in range(last + 1, len(after)) if after[i].opens), len(after))
    out = after[:first]
    place = first
    while place < last:
        row = after[place]
        out.append(row)
        place += 1
        if row.role == "article":
            end = place
            while end < len(after) and (after[end].level > row.level and not after[end].opens):
                end += 1
            while after[end - 1].role == "heading" and after[end - 1].above:
                end -= 1
            out.extend(_body(after[place:end], row))
            place = end
    return _side_by_side([*out, *after[place:]])


def _side_by_side(rows: Sequence[Row]) -> list[Row]:
    """No article holds another: one that would lies beside it, with all that it holds."""
    out = list(rows)
    within: Row | None = None  # the article that is open
    for place, row in enumerate(rows):
        row = out[place]
        if not row.opens:
            continue
        if within is not None and row.level > within.level:
            by = within.level - row.level
            for inside in range(place, end_of(out, place)):
                out[inside] = lifted(out[inside], by)
            for over in range(place - 1, -1, -1):
                if out[over].role != "heading" or not out[over].above:
                    break
                out[over] = lifted(out[over], by)
            row = out[place]
        within = row if row.role == "article" else None
    return out


def _body(rows: Sequence[Row], article: Row) -> list[Row]:
    titles = [row for row in rows if row.role == "heading"]
    units = [row for row in rows if row.role == "text" and not row.is_own_text]
    full = [i for i, row in enumerate(units) if not _is_hollow(units, i)]
    hollow = {id(row) for i, row in enumerate(units) if _is_hollow(units, i)} if full else set()
    base = article.level + 1
    shell = Row("text", "paragraph", base, eid=article.eid, was=article.was)
    if not units:
        place = max((i + 1 for i, row in enumerate(rows) if row in titles or row.is_own_text), default=0)
        return [*rows[:place], shell, *rows[place:]]
    out: list[Row] = []
    is_open = False
    for row in rows:
        if id(row) in hollow:
            continue
        if row.role == "text" and not row.is_own_text:
            if row.level <= base and row.unit in ("wrapup", "subparagraph"):
                row = replace(row, unit="paragraph", level=base)
            elif not is_open and row.unit in ("point", "subpoint", "indent", "wrapup", "subparagraph"):
                out.append(shell)
                row = replace(row, level=max(row.level, base + 1))
                is_open = True
            is_open = is_open or row.unit == "paragraph"
        out.append(row)
    return out


def _is_hollow(units: Sequence[Row], at: int) -> bool:
    """Is this a paragraph without words, notes and anything below it?"""
    row = units[at]
    below = at + 1 < len(units) and units[at + 1].level > row.level
    return row.unit == "paragraph" and not row.num and not row.text and not row.notes and not below
