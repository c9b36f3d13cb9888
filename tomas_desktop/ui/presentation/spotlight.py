"""The spotlight: which paragraphs of which column stand in the light."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tomas_desktop.ui.presentation.reveal import Shown
from tomas_desktop.ui.presentation.scene import Kind, Scene

Lines = Mapping[Kind, Sequence[Shown]]


def lit(scene: Scene, columns: Lines, kind: Kind, block: int) -> dict[Kind, frozenset[int]]:
    """The paragraphs in the light when this one is pointed at, by column: itself, the same paragraph of the other
    version, and the provisions of the other law that it is linked with."""
    if kind not in columns or not 0 <= block < len(columns[kind]):
        return {other: frozenset() for other in columns}
    text = columns[kind][block].text
    out: dict[Kind, frozenset[int]] = {}
    for other, lines in columns.items():
        if other == kind:
            out[other] = frozenset({block})
        elif "eu" in (kind, other):
            eu = other == "eu"
            wanted = scene.paired(text.base or text.line.eid) if eu else _answers(scene, text.line.eid)
            out[other] = frozenset(i for i, each in enumerate(lines) if _is_in(_eid(each, eu), wanted))
        else:
            out[other] = frozenset(
                i
                for i, each in enumerate(lines)
                if text.base and each.text.base == text.base and each.text.line.kind == text.line.kind
            )
    return out


def linked(scene: Scene, columns: Lines) -> dict[Kind, frozenset[int]]:
    """The paragraphs that a link names, by column."""
    return {
        kind: frozenset(
            i
            for i, each in enumerate(lines)
            if _is_in(_eid(each, kind == "eu"), [pair[kind != "eu"] for pair in scene.links])
        )
        for kind, lines in columns.items()
    }


def _eid(shown: Shown, is_eu: bool) -> str:
    return shown.text.line.eid if is_eu else shown.text.base


def _answers(scene: Scene, eu: str) -> tuple[str, ...]:
    return tuple(other for own, other in scene.links if _is_in(eu, (own,)) or own.startswith(f"{eu}__"))


def _is_in(eid: str, wanted: Sequence[str]) -> bool:
    return any(eid == each or eid.startswith(f"{each}__") for each in wanted)
