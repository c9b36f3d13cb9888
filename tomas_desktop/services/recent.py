"""The dossiers that were open last, as the settings keep them: one path a line, the last one first."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

KEPT = 12  # of which the first page shows some


def listed(text: str) -> tuple[Path, ...]:
    """The paths of a list that is kept as text."""
    return tuple(dict.fromkeys(Path(line) for line in text.splitlines() if line.strip()))


def with_first(text: str, path: Path) -> str:
    """The list with this path at its head."""
    own = path.resolve()
    return _joined((own, *(each for each in listed(text) if each != own)))


def without(text: str, path: Path) -> str:
    """The list without this path; the file itself is left alone."""
    return _joined(tuple(each for each in listed(text) if each != path))


def others(text: str, path: Path | None) -> tuple[Path, ...]:
    """The paths of the list but this one: that of the dossier that is open."""
    own = path.resolve() if path else None
    return tuple(each for each in listed(text) if each != own)


def missing(paths: Iterable[Path]) -> frozenset[Path]:
    """Those that are not there. It may take long: a path may lead to another computer."""
    return frozenset(path for path in paths if not path.is_file())


def _joined(paths: tuple[Path, ...]) -> str:
    return "\n".join(str(each) for each in paths[:KEPT])
