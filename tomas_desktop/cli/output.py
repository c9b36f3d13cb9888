"""How answers leave the command line: one JSON document, or plain lines; remarks go to standard error."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import click

from tomas_desktop.model.card import Card
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.identity import Identity
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.provision import Provision
from tomas_desktop.model.verification import Verification
from tomas_desktop.model.work import Expression
from tomas_desktop.services import messages


def answer(as_json: bool, document: Any, plain: str = "") -> None:
    """Print the answer: the document with `--json`, the plain text without."""
    if as_json:
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))
    elif plain:
        click.echo(plain, nl=not plain.endswith("\n"))


def node(provision: Provision) -> dict[str, Any]:
    """A provision as the contract's node, children included."""
    return {
        "eid": provision.eid,
        "unit": provision.unit,
        "num": provision.num,
        "heading": provision.heading,
        "text": provision.text,
        "notes": [{"kind": note.kind, "text": note.text} for note in provision.notes],
        "children": [node(child) for child in provision.children],
    }


def finding(remark: Finding) -> dict[str, Any]:
    return {
        "severity": remark.severity,
        "code": remark.code,
        "eid": remark.eid,
        "message": messages.of_finding(remark),
        **({"values": dict(remark.values)} if remark.values else {}),
    }


def correlation(value: Correlation) -> dict[str, Any]:
    return {
        "eu": str(value.eu),
        "national": str(value.national),
        "grade": value.grade,
        "reason": value.reason,
        "note": value.note,
        "status": value.status,
        "deadline": value.deadline,
        "planned_act": value.planned_act,
        "author": value.author,
        "at": value.at,
    }


def verification(value: Verification) -> dict[str, Any]:
    return {
        "expression": value.expression,
        "eid": value.eid,
        "gazette": value.gazette,
        "author": value.author,
        "at": value.at,
    }


def card(value: Card) -> dict[str, Any]:
    return {
        "work": value.work,
        "official_name": value.official_name,
        "name_as_cited": value.name_as_cited,
        "gazette": list(value.gazette),
        "source": value.source,
        "as_of": value.as_of,
        "checked_by": value.checked_by,
    }


def identity(value: Identity) -> dict[str, Any]:
    """What a text says of itself; empty is what it does not say."""
    document = {field.name: getattr(value, field.name) for field in fields(value)}
    return document | {"gazette": list(value.gazette)}


def expression(value: Expression, units: dict[str, int]) -> dict[str, Any]:
    return {
        "id": value.id,
        "language": value.language,
        "stage": value.stage,
        "date": value.date,
        "units": units,
        "source": value.source,
        "format": value.format,
    }


def modification(value: Modification, old: str, new: str) -> dict[str, Any]:
    return {
        "kind": value.kind,
        "target": value.target,
        "old": old,
        "new": new,
        "author": value.author,
        "at": value.at,
        "justification": value.justification,
        "basis": value.basis,
    }


def remarks(findings: Sequence[Finding]) -> None:
    """Findings in words on standard error."""
    for remark in findings:
        where = f" [{remark.eid}]" if remark.eid else ""
        click.echo(f"{remark.severity}: {messages.of_finding(remark)}{where}", err=True)


def absolute(path: Path) -> str:
    return str(path.resolve())
