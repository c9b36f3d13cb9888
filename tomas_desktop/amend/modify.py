"""From a wording that a drafter typed to the modifications that bring it about.

A new modification of a provision takes the place of those of the provisions below it; a wording for something
that another modification brought in is written into that modification; a wording equal to the law in force
removes the modification.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count

from tomas_desktop.amend.apply import apply
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.canonical import Line, canonical_text, lines
from tomas_desktop.model.modification import Modification, ModificationKind
from tomas_desktop.model.provision import Provision, find, rewrite


@dataclass(frozen=True, slots=True)
class Edit:
    """What a drafter wants of a provision: new wording (first of `content`) with new siblings after it, an
    insertion after it, its removal, or another heading."""

    kind: ModificationKind
    target: str
    content: tuple[Provision, ...] = ()
    heading: str = ""


def modify(
    base: Sequence[Provision], present: Sequence[Modification], edit: Edit, template: Modification, pack: Pack
) -> tuple[Modification, ...]:
    """The modifications of a proposal after one more edit. `template` gives a new one its proposal, author, time,
    justification and basis; what it leaves empty is kept from the modification it replaces.

    Raises NotFoundError("no-provision") when the target is neither in the law nor in the proposed text,
    TomasError("provision-deleted") for a new heading of a provision that the proposal takes out.
    """
    holder = _holder(base, present, edit.target, pack)
    if holder is not None:
        modification, place = holder
        return tuple(
            m for each in present for m in (_inside(each, place, edit, template) if each is modification else (each,))
        )
    target = find(base, edit.target)
    assert target is not None
    if edit.kind == "heading" and any(m.kind == "repeal" and m.target == edit.target for m in present):
        raise TomasError("provision-deleted", reference=edit.target)
    fresh = replace(template, kind=edit.kind, target=edit.target, content=edit.content, heading=edit.heading)
    replaced = next((m for m in present if m.id == fresh.id), None)
    if replaced is not None:
        fresh = replace(
            fresh, justification=fresh.justification or replaced.justification, basis=fresh.basis or replaced.basis
        )
    covers = edit.kind in ("substitution", "repeal")
    kept = [m for m in present if m.id != fresh.id and not (covers and _covered(m, target))]
    return tuple(kept) if changes_nothing(fresh, target) else (*kept, fresh)


def changes_nothing(modification: Modification, target: Provision) -> bool:
    """Does this modification leave the law in force as it is?"""
    if modification.kind == "heading":
        return modification.heading == target.heading
    if modification.kind == "insertion":
        return not modification.content
    return modification.kind == "substitution" and canonical_text(modification.content) == canonical_text((target,))


def _covered(modification: Modification, target: Provision) -> bool:
    """Does this modification change something inside the target, its heading included (but not after it)?"""
    if modification.target == target.eid:
        return modification.kind == "heading"
    return any(node.eid == modification.target for node in target.walk())


def _holder(
    base: Sequence[Provision], present: Sequence[Modification], target: str, pack: Pack
) -> tuple[Modification, int] | None:
    """The modification in whose content the target stands, and its place there; None for a provision of the law
    that none of them replaced. A number of the law in force means the law's own provision, if that is still there."""
    replaced = next((m for m in present if _replaces(m, base, target)), None)
    if replaced is None and find(base, target) is not None:
        return None
    result = apply(base, present, pack)
    cause = result.causes.get(target)
    if cause is None or (replaced is not None and cause is not replaced):
        raise NotFoundError("no-provision", reference=target)
    return cause, result.places[target]


def _replaces(modification: Modification, base: Sequence[Provision], target: str) -> bool:
    """Does this modification put something else in the place of what the target stands in?"""
    if modification.kind not in ("substitution", "repeal") or modification.target == target:
        return False
    node = find(base, modification.target)
    return node is not None and find((node,), target) is not None


def _inside(holder: Modification, place: int, edit: Edit, template: Modification) -> Iterable[Modification]:
    """The holder with the edit made at a place of its content (none when nothing of it is left)."""
    places = count()
    content = rewrite(holder.content, lambda node: _edited(node, edit) if next(places) == place else None)
    changed = replace(
        holder,
        content=content,
        author=template.author or holder.author,
        at=template.at,
        justification=template.justification or holder.justification,
        basis=template.basis or holder.basis,
    )
    if content:
        yield changed
    elif holder.kind == "substitution":
        yield replace(changed, kind="repeal")


def _edited(node: Provision, edit: Edit) -> tuple[Provision, ...]:
    if edit.kind == "repeal":
        return ()
    if edit.kind == "heading":
        return (replace(node, heading=edit.heading),)
    return (node, *edit.content) if edit.kind == "insertion" else edit.content


def split_article(base: Provision, proposed: Provision) -> tuple[Edit, ...]:
    """The smallest edits that turn an article into its proposed wording: heading, paragraphs worded anew, put in
    or taken out. Paragraphs are matched by their wording, as a reader matches them."""
    from tomas_desktop.amend.comparison import pairs

    edits: list[Edit] = []
    if base.heading != proposed.heading:
        edits.append(Edit("heading", base.eid, heading=proposed.heading))
    old, new = _first_lines(base), _first_lines(proposed)
    after = ""
    for before, now in pairs([line for line, _ in old], [line for line, _ in new]):
        here = next((node for line, node in old if line is before), None)
        there = next((node for line, node in new if line is now), None)
        if here is not None:
            after = here.eid
        if here is None and there is not None:
            if not after:
                return (Edit("substitution", base.eid, (replace(proposed, eid=base.eid),)),)
            _insert(edits, after, there)
        elif here is not None and there is None:
            edits.append(Edit("repeal", here.eid))
        elif here is not None and there is not None and _wording(here) != _wording(there):
            worded = replace(there, eid=here.eid, num=here.num if _same_style(here, there) else there.num)
            edits.append(Edit("substitution", here.eid, (worded,)))
    return tuple(edits)


def _first_lines(article: Provision) -> list[tuple[Line, Provision]]:
    """Each paragraph with a line that stands for all of it."""
    return [
        (Line(child.eid, child.unit, "text", canonical_text((child,)).strip(), child.num), child)
        for child in article.children
    ]


def _wording(node: Provision) -> list[str]:
    first, *rest = [line.text for line in lines((node,))] or [""]
    return [first[len(node.num) :].strip(), *rest]


def _same_style(a: Provision, b: Provision) -> bool:
    return bool(a.num) and bool(b.num)


def _insert(edits: list[Edit], after: str, node: Provision) -> None:
    last = edits[-1] if edits else None
    if last is not None and last.kind == "insertion" and last.target == after:
        edits[-1] = replace(last, content=(*last.content, node))
    else:
        edits.append(Edit("insertion", after, (node,)))
