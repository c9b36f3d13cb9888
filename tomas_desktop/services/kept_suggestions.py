"""Suggestions that were worked out before, kept in the user's cache folder so that the next start has them at once.

They hold numbers of provisions and names of concepts, no text of a law. A file that cannot be read or written is as if
there were none; the oldest go when there are too many. `TOMAS_CACHE` (a folder) puts them elsewhere.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from tomas_desktop.model.identifiers import Ref

_MOST = 60  # files


@dataclass(frozen=True, slots=True)
class Candidate:
    """A national provision that may answer, how well (0 to 1) and why, in short texts."""

    national: Ref
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What may answer an EU provision, best first. In a gap nothing fits; what is listed then is weak."""

    eu: Ref
    is_gap: bool
    national: tuple[Candidate, ...]


def name(parts: Sequence[object]) -> str:
    """The name of what was worked out from these; anything else has another name."""
    return hashlib.sha256(json.dumps(parts, default=str).encode()).hexdigest()


def load(name: str) -> tuple[Suggestion, ...] | None:
    """What is kept under a name."""
    try:
        rows = json.loads(_file(name).read_text(encoding="utf-8"))
        return tuple(
            Suggestion(Ref(*eu), bool(gap), tuple(Candidate(Ref(*ref), score, tuple(why)) for ref, score, why in found))
            for eu, gap, found in rows
        )
    except (OSError, ValueError, TypeError):
        return None


def save(name: str, suggestions: Sequence[Suggestion]) -> None:
    """Keep suggestions under a name."""
    rows = [
        [_pair(each.eu), each.is_gap, [[_pair(one.national), one.score, list(one.why)] for one in each.national]]
        for each in suggestions
    ]
    file = _file(name)
    draft = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
        draft.replace(file)
        kept = sorted(file.parent.glob("*.json"), key=lambda each: each.stat().st_mtime)
        for old in kept[:-_MOST]:
            old.unlink()


def _pair(ref: Ref) -> list[str]:
    return [ref.work, ref.eid]


def _file(name: str) -> Path:
    folder = os.environ.get("TOMAS_CACHE")
    base = Path(folder) if folder else user_cache_path("tomas_desktop", appauthor=False)
    return base / "suggestions" / f"{name}.json"
