"""Commands about newer texts of a work: impact, renew."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from tomas_desktop.cli import options, output
from tomas_desktop.cli.rebasing import conflict_row
from tomas_desktop.services import monitoring, renewing
from tomas_desktop.services.dossiers import opened
from tomas_desktop.services.monitoring import Row

_STAGE = "A stage (council), with its date where it has several texts (consolidated/2025-01-01), or a text's id."
_FROM = click.option("--from", "old", required=True, metavar="STAGE", help=_STAGE)
_TO = click.option("--to", "new", required=True, metavar="STAGE", help=_STAGE)


@click.command()
@options.dossier
@click.argument("key")
@_FROM
@_TO
@click.option(
    "--recheck", is_flag=True, help="Go over to the newer text: what hangs on a change is to be checked again."
)
@click.option("--author", default="")
@options.as_json
def impact(dossier: Path, key: str, old: str, new: str, recheck: bool, author: str, as_json: bool) -> None:
    """What a newer text of KEY changes for our correlations and proposals."""
    with opened(dossier) as it:
        before, after = monitoring.pair(it, key, old, new)
        is_eu = it.work(key).country == "eu"
        if recheck:
            renewed = renewing.renew(it, before, after, author=author)
            rows, acted = renewed.rows, _acted(renewed)
        else:
            rows, acted = monitoring.impact(it, before, after), {}
    document = {"from": before.id, "to": after.id, "changed": [_row(row, is_eu) for row in rows], **acted}
    output.answer(as_json, document, "\n".join([*_plain(rows, is_eu), *_told(acted)]))


@click.command()
@options.dossier
@click.argument("key")
@_FROM
@_TO
@click.option("--rebase", is_flag=True, help="Carry the proposals that amend the older text over, as new proposals.")
@click.option("--author", default="")
@options.as_json
def renew(dossier: Path, key: str, old: str, new: str, rebase: bool, author: str, as_json: bool) -> None:
    """Work with a newer text of KEY from now on: correlations follow their provisions, proposals on request."""
    with opened(dossier) as it:
        before, after = monitoring.pair(it, key, old, new)
        renewed = renewing.renew(it, before, after, rebase=rebase, author=author)
        is_eu = it.work(key).country == "eu"
    document = {
        "from": before.id,
        "to": after.id,
        "changed": [_row(row, is_eu) for row in renewed.rows],
        **_acted(renewed),
        "proposals": [
            {
                "proposal": carried.origin,
                "to": carried.proposal.key if carried.applied else None,
                "applied": len(carried.applied),
                "conflicts": [conflict_row(conflict) for conflict in carried.conflicts],
            }
            for carried in renewed.carried
        ],
    }
    plain = [*_plain(renewed.rows, is_eu), *_told(document)]
    for row in document["proposals"]:
        where = f" to {row['to']}" if row["to"] else ""
        plain.append(f"{row['proposal']}: {row['applied']} carried over{where}, {len(row['conflicts'])} not")
        plain += [f"  {each['target']}: {each['message']}" for each in row["conflicts"]]
    output.answer(as_json, document, "\n".join(plain))


def _acted(renewed: renewing.Renewed) -> dict[str, Any]:
    return {
        "rechecked": [output.correlation(each) for each in renewed.rechecked],
        "followed": [{"from": old, "to": new} for old, new in renewed.followed],
    }


def _row(row: Row, is_eu: bool) -> dict[str, Any]:
    """A changed provision of an EU act with the national ones that answer it, of a national law the other way round."""
    own, other = ("eu", "national") if is_eu else ("national", "eu")
    return {
        own: row.change.eid,
        "to": row.change.to or None,
        "kind": row.change.kind,
        "kinds": list(row.change.kinds),
        other: _others(row, is_eu),
        "proposals": list(dict.fromkeys(each.proposal for each in row.modifications)),
        "correlations": [output.correlation(each) for each in row.correlations],
        "modifications": [
            {"proposal": each.proposal, "kind": each.kind, "target": each.target} for each in row.modifications
        ],
        "redline": [list(segment) for segment in monitoring.segments(row.change)],
        "inside": [_row(each, is_eu) for each in row.inside],
    }


def _others(row: Row, is_eu: bool) -> list[str]:
    return list(dict.fromkeys(str(each.national if is_eu else each.eu) for each in row.correlations))


def _plain(rows: Sequence[Row], is_eu: bool) -> list[str]:
    out = []
    for row in rows:
        change = row.change
        number = f"{change.eid} -> {change.to}" if change.to and change.to != change.eid else change.eid
        proposals = dict.fromkeys(f"proposal {each.proposal}" for each in row.modifications)
        hanging = ", ".join([*_others(row, is_eu), *proposals])
        out.append(f"{number}: {' and '.join(change.kinds)}{f' ({hanging})' if hanging else ''}")
        out += [f"    {line}" for line in _changed_lines(row)]
    return out or ["Nothing is changed."]


def _changed_lines(row: Row) -> list[str]:
    """The lines of a reworded provision that are not the same, in brackets what went and what came."""
    marks = {"=": ("", ""), "-": ("[-", "-]"), "+": ("{+", "+}")}
    return [
        "".join(f"{marks[op][0]}{text}{marks[op][1]}" for op, text in line.segments)
        for line in monitoring.redline(row.change)
        if line.state != "kept" and "reworded" in row.change.kinds
    ]


def _told(acted: dict[str, Any]) -> list[str]:
    if not acted:
        return []
    told = [f"{row['from']} is now {row['to']}" for row in acted["followed"]]
    return [*told, f"{len(acted['rechecked'])} correlations to check again"]


COMMANDS = (impact, renew)
