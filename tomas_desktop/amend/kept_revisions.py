"""What was known of the changes of an article, after it was worded further.

A change that stands as it stood keeps who made it, when and why. One that is worded further keeps why; who and when are
those of the new wording. One that is gone takes what was known of it along.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tomas_desktop.amend.comparison import MarkedLine
from tomas_desktop.amend.revisions import Stretch, found, revision, starts, stretches_of
from tomas_desktop.model.canonical import Line
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.revision import Revision


def kept(
    before: Sequence[MarkedLine], after: Sequence[MarkedLine], modifications: Sequence[Modification]
) -> tuple[Modification, ...]:
    """`modifications` with what is known of their changes: `before` is the redline of the article as it was drafted,
    with its revisions, `after` the one that they make. Both are of the same text in force."""
    base = [line.base for line in after if line.base]
    new = [stretch for line in stretches_of(after) for stretch in line]
    old = _known(before, [line.base for line in before if line.base])
    of_new = found((("", one) for _, one in old), starts(base), [replace(each, cause="") for each in new])
    was = {one: stretch for stretch, one in old}
    causes = {one.id: one for one in modifications}
    out: dict[str, list[Revision]] = {}
    for place, revisions in sorted(of_new.items()):
        cause = causes.get(new[place].cause)
        if cause is not None:
            one = _as_now(new[place], revisions, was, revision(new[place], base), cause)
            if one.justification or one.basis or one.author or one.at:
                out.setdefault(cause.id, []).append(one)
    return tuple(replace(one, revisions=tuple(out.get(one.id, ()))) for one in modifications)


def _known(before: Sequence[MarkedLine], base: Sequence[Line]) -> list[tuple[Stretch, Revision]]:
    """Each change with all that is known of it, what is known by its modification too."""
    out: list[tuple[Stretch, Revision]] = []
    for line, stretches in zip(before, stretches_of(before), strict=True):
        for nth, stretch in enumerate(stretches):
            known = line.revisions[nth] if line.revisions else ()
            by = next((one for one in known if one.at), line.cause)
            one = replace(
                revision(stretch, base),
                justification="\n".join(dict.fromkeys(one.justification for one in known if one.justification)),
                basis=next((one.basis for one in known if one.basis), ""),
                author=by.author if by else "",
                at=by.at if by else "",
            )
            out.append((stretch, one))
    return out


def _as_now(
    stretch: Stretch,
    revisions: Sequence[Revision],
    was: dict[Revision, Stretch],
    fresh: Revision,
    cause: Modification,
) -> Revision:
    same = next((one for one in revisions if _is_same(was[one], stretch)), None)
    is_own = same is not None and (same.author, same.at) != (cause.author, cause.at)
    return replace(
        fresh,
        justification="\n".join(dict.fromkeys(one.justification for one in revisions if one.justification)),
        basis=next((one.basis for one in revisions if one.basis), ""),
        author=same.author if same and is_own else "",
        at=same.at if same and is_own else "",
    )


def _is_same(one: Stretch, other: Stretch) -> bool:
    return (one.start, one.end, one.words) == (other.start, other.end, other.words)
