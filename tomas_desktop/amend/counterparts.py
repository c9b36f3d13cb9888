"""Which provision of a newer text of a law is which of an older one, wherever it stands and whatever its number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz

from tomas_desktop.amend import tree_diff
from tomas_desktop.amend.tree_diff import Difference
from tomas_desktop.jurisdiction import marks
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.provision import Provision, walk

# A provision that went from its place is one that came at another where they share this much of their wording.
MOVED = 80.0

# A shorter wording is not looked for elsewhere: it stands in many places.
MOVED_WORDS = 6


def counterparts(base: Sequence[Provision], onto: Sequence[Provision], pack: Pack) -> Mapping[str, Provision]:
    """For each provision of `base` that is in `onto` too, by eId: what it is there. A provision that was taken out,
    or of which only the word "deleted" is left, has none; no two have the same one."""
    twins: dict[str, Provision] = {}
    gone: list[Provision] = []
    came: list[Provision] = []
    _note(tree_diff.differences(base, onto, pack), twins, gone, came)
    for node in gone:
        other = _moved_to(node, came)
        if other is not None:
            came.remove(other)
            twins[node.eid] = other
            _note(tree_diff.differences(node.children, other.children, pack), twins, [], [])
    known = {node.eid: node for node in walk(base)}
    return {
        eid: other for eid, other in twins.items() if not (is_deleted(other, pack) and not is_deleted(known[eid], pack))
    }


def _note(
    found: Iterable[Difference], twins: dict[str, Provision], gone: list[Provision], came: list[Provision]
) -> None:
    for each in found:
        if each.base is None or each.new is None:
            (gone if each.new is None else came).append(each.present)
        elif each.state == "kept":
            twins.update((a.eid, b) for a, b in zip(each.base.walk(), each.new.walk(), strict=True))
        else:
            twins[each.base.eid] = each.new
            _note(each.inside, twins, gone, came)


def _moved_to(node: Provision, came: Sequence[Provision]) -> Provision | None:
    """The unit most like this one among those that came."""
    words = "\n".join(tree_diff.wording(node))
    if len(words.split()) < MOVED_WORDS:
        return None
    scored = [
        (fuzz.ratio(words, "\n".join(tree_diff.wording(other)), score_cutoff=MOVED), -place)
        for place, other in enumerate(came)
        if other.unit == node.unit
    ]
    score, place = max(scored, default=(0.0, 0))
    return came[-place] if score else None


def is_deleted(node: Provision, pack: Pack) -> bool:
    """Is only the word that says so left of this provision?"""
    texts = [each.text for each in node.walk() if each.text]
    return bool(texts) and all(marks.deleted(text, pack) for text in texts)
