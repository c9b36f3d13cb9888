"""What a person puts right in a reading before it is kept, line by line.

A correction names a line of the outline as the corrections before it have left it. Only the unit it stands in
changes; every word of the source stays where it was, or goes to the furniture because a person said so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tomas_desktop.importers import outline as outlines
from tomas_desktop.importers import outline_openings, outline_text
from tomas_desktop.importers.base import Reading
from tomas_desktop.importers.furniture import Furniture
from tomas_desktop.importers.outline import ASIDE, Row
from tomas_desktop.importers.outline_settling import settled
from tomas_desktop.jurisdiction import numbering, remarks
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.finding import Finding

Kind = Literal["article", "heading", "paragraph", "division", "merge", "split", "ignore"]

# Findings that are made anew from the corrected tree; what an importer says of its file stays.
_OF_THE_TREE = frozenset({*remarks.CODES, "no-articles"})

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Correction:
    """`line` counts the rows of the outline at the time; `at` is the character before which to split."""

    kind: Kind
    line: int
    at: int = 0


@dataclass(frozen=True, slots=True)
class Corrected:
    """A reading with its outline."""

    reading: Reading
    rows: tuple[Row, ...]


def outline_of(reading: Reading) -> tuple[Row, ...]:
    """The rows of a reading. What was not understood stands where a finding says, else at the end."""
    out = list(outlines.rows(reading.nodes))
    where = [finding for finding in reading.findings if finding.code == "text-not-placed"]
    for text in reading.unplaced:
        known = next((f for f in where if ("text", text) in f.values), None)
        row = Row("lost", "", ASIDE, text=text)
        place = len(out)
        if known is not None:
            where.remove(known)
            place = max((i + 1 for i, each in enumerate(out) if each.eid == known.eid), default=place)
            while place < len(out) and out[place].role == "lost":
                place += 1
        out.insert(place, row)
    return tuple(out)


def step(rows: Sequence[Row], correction: Correction, pack: Pack) -> tuple[Row, ...] | None:
    """The rows after one correction; None where it cannot be done."""
    done = _done(list(rows), correction, pack)
    return None if done is None else tuple(settled(rows, done))


def alike(rows: Sequence[Row], line: int) -> list[int]:
    """The lines that are printed like this one but for their digits, and were taken for the same: the running head of
    every page, every "ČIan 5" of a scan. The line itself is among them."""
    if not 0 <= line < len(rows) or not rows[line].printed:
        return []
    role, shape = rows[line].role, _shape(rows[line])
    return [i for i, row in enumerate(rows) if row.role == role and _shape(row) == shape]


def step_for_all(rows: Sequence[Row], correction: Correction, pack: Pack) -> tuple[Row, ...] | None:
    """The rows after the same correction of all lines alike, those where it cannot be done passed over."""
    out = tuple(rows)
    for line in reversed(alike(rows, correction.line)):  # from the end: what lies before keeps its place, or nearly
        shape = _shape(rows[line])
        near = sorted(range(max(line - 3, 0), min(line + 4, len(out))), key=lambda i: abs(i - line))
        at = next((i for i in near if _shape(out[i]) == shape), -1)
        out = step(out, replace(correction, line=at), pack) or out
    return None if out == tuple(rows) else out


def _shape(row: Row) -> str:
    return _DIGITS.sub("0", row.printed)


def corrected(reading: Reading, corrections: Iterable[Correction], pack: Pack) -> Corrected:
    """The reading after these corrections, in order; one that cannot be done is passed over. Without any it is the
    reading itself."""
    first = rows = outline_of(reading)
    for correction in corrections:
        rows = step(rows, correction, pack) or rows
    return Corrected(reading, rows) if rows is first else read_off(reading, rows, pack)


def read_off(reading: Reading, rows: Sequence[Row], pack: Pack) -> Corrected:
    """The reading that these rows make, which are those of `reading` after corrections. `words_in` never changes:
    what is ignored joins the furniture, with a finding that says so."""
    nodes, twice = numbering.with_eids(outlines.tree(rows), pack)
    rows = outlines.with_eids(rows, nodes)
    ignored = [row for row in rows if row.role == "ignored"]
    found = [
        *_still_true(reading.findings, rows),
        *twice,
        *remarks.of_tree(nodes),
        *(Finding("info", "line-ignored", row.was, (("text", row.all_words),)) for row in ignored),
    ]
    if not any(row.role == "article" for row in rows):
        found.append(Finding("warning", "no-articles"))
    fresh = replace(
        reading,
        nodes=nodes,
        furniture=(*reading.furniture, *(Furniture(row.all_words, "ignored by hand") for row in ignored)),
        unplaced=tuple(row.all_words for row in rows if row.role == "lost"),
        findings=tuple(found),
    )
    return Corrected(fresh, rows)


def _done(rows: list[Row], correction: Correction, pack: Pack) -> list[Row] | None:
    line = correction.line
    if not 0 <= line < len(rows):
        return None
    if correction.kind == "split":
        return outline_text.split(rows, line, pack, correction.at)
    return {
        "article": outline_openings.article,
        "heading": outline_openings.heading,
        "paragraph": outline_text.paragraph,
        "division": outline_openings.division,
        "merge": outline_text.merge,
        "ignore": outline_text.ignore,
    }[correction.kind](rows, line, pack)


def _still_true(findings: Iterable[Finding], rows: Sequence[Row]) -> list[Finding]:
    """The importer's own findings, at the units where their lines stand now."""
    now: dict[str, str] = {}
    for row in rows:
        now.setdefault(row.was, row.eid)
    lost = {row.text for row in rows if row.role == "lost"}
    out = []
    for finding in findings:
        if finding.code in _OF_THE_TREE:
            continue
        if finding.code == "text-not-placed" and not lost & {value for _, value in finding.values}:
            continue
        out.append(replace(finding, eid=now.get(finding.eid, "") if finding.eid else ""))
    return out
