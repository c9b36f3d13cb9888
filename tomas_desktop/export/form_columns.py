"""What the columns of a consultation form are for, read from its header in Serbian, Macedonian, Albanian or English."""

from __future__ import annotations

import hashlib
import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, get_args

from tomas_desktop import paths
from tomas_desktop.text.scripts import eid_letters

ColumnRole = Literal["number", "article", "current", "proposal", "reasons", "basis", "leave"]
COLUMN_ROLES: tuple[ColumnRole, ...] = get_args(ColumnRole)


def roles(headings: Sequence[str]) -> tuple[ColumnRole, ...]:
    """What each column is for, by the wording that stands first in its heading; `leave` where none does. Of two columns
    for the same the first has it."""
    found: list[ColumnRole] = []
    for heading in headings:
        role = _role(heading)
        found.append(role if role not in found else "leave")
    return tuple(found)


def fingerprint(headings: Sequence[str]) -> str:
    """By what a form is known again: its headings, whatever their capitals, blanks and script."""
    return hashlib.sha256("\n".join(map(_folded, headings)).encode("utf-8")).hexdigest()[:16]


def is_sample(text: str) -> bool:
    """Does a row say of itself that it is an example?"""
    folded = _folded(text)
    return any(_place(wording, folded) >= 0 for wording in _wordings()["sample"]) or bool(re.search(r"\{\w+\}", text))


def is_signature(text: str) -> bool:
    """Does a cell begin as the place of a signature or a date does?"""
    folded = _folded(text)
    return any(_place(wording, folded) == 0 for wording in _wordings()["signature"])


def _role(heading: str) -> ColumnRole:
    folded = _folded(heading)
    if folded in ("no", "nr", "br", "rb", "#"):
        return "number"
    places = [
        (place, -len(wording), role)
        for role in COLUMN_ROLES
        for wording in _wordings().get(role, ())
        if (place := _place(wording, folded)) >= 0
    ]
    return min(places)[2] if places else "leave"


def _place(wording: str, text: str) -> int:
    """Where a word of the text begins as the wording does; -1 for nowhere."""
    found = re.search(rf"(?<!\w){re.escape(wording)}", text)
    return found.start() if found else -1


@cache
def _wordings() -> Mapping[str, tuple[str, ...]]:
    data = tomllib.loads((paths.resources() / "forms" / "consultation.toml").read_text(encoding="utf-8"))
    return {role: tuple(_folded(one) for each in by.values() for one in each) for role, by in data.items()}


def _folded(text: str) -> str:
    """Small Latin letters without their marks, single blanks, nothing but letters and digits at its ends."""
    latin = eid_letters(" ".join(text.split()), "sr")
    plain = "".join(one for one in unicodedata.normalize("NFD", latin) if not unicodedata.combining(one))
    return plain.replace("đ", "dj").strip(" .:;,-–/()")
