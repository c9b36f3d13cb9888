"""A remark about content: nothing failed, but a person should look. Prose is made at the edge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` names a sentence of `resources/messages`, `values` fill it; `eid` is where to look."""

    severity: Severity
    code: str
    eid: str = ""
    values: tuple[tuple[str, str], ...] = ()
