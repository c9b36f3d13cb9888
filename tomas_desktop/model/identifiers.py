"""How things are named: a work by a key, a provision by `KEY#EID`, an expression by what makes it one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NewType

from tomas_desktop.errors import TomasError

WorkKey = NewType("WorkKey", str)

_KEY = re.compile(r"[^\W_](?:[\w.-]*[^\W_])?")


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A provision of a work (`rs-kz#art_185__para_2`), or the work itself when `eid` is empty."""

    work: str
    eid: str = ""

    @classmethod
    def parse(cls, text: str) -> Ref:
        """Read `KEY` or `KEY#EID`; raises TomasError("bad-reference") for anything else."""
        work, _, eid = text.strip().partition("#")
        if not _KEY.fullmatch(work) or any(c.isspace() for c in eid):
            raise TomasError("bad-reference", reference=text)
        return cls(work, eid)

    def __str__(self) -> str:
        return f"{self.work}#{self.eid}" if self.eid else self.work


def expression_id(work: str, language: str, stage: str, date: str = "") -> str:
    """The name of an expression inside a dossier: `rs-kz/sr-Latn/in-force` or with a date at the end."""
    return "/".join(part for part in (work, language, stage, date) if part)


def key_from(title: str) -> str:
    """A short work key made from a title or a file name: lower-case letters, digits and hyphens."""
    words = re.findall(r"[^\W_]+", title.casefold())
    return "-".join(words)[:40].strip("-") or "work"
