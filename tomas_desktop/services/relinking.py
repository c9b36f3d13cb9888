"""Moving links: another end, several links become one, one becomes several; each is one step that undo takes back.

A grade was given to the pair that was looked at. It goes over to another pair only where the person says so
(`keep_grade`); reason, note, deadline and planned act go along, for they are words that can be read and changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tomas_desktop.amend.session import drop, put
from tomas_desktop.errors import TomasError
from tomas_desktop.model.change import Step
from tomas_desktop.model.correlation import Correlation, Status
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import path_to
from tomas_desktop.services import clock
from tomas_desktop.services.correlating import Pair, find, known
from tomas_desktop.services.dossiers import OpenDossier


def relink(
    opened: OpenDossier,
    eu: Ref,
    national: Ref,
    *,
    to_eu: Ref | None = None,
    to_national: Ref | None = None,
    keep_grade: bool = False,
    author: str = "",
) -> Correlation:
    """Move one end of a link, or both.

    Raises NotFoundError("no-correlation"), ("no-provision"), TomasError("linked-already") where the other pair is a
    link of its own.
    """
    present = known(opened, eu, national)
    pair = (to_eu or eu, to_national or national)
    if pair == (eu, national):
        return present
    return _replaced(opened, [present], [pair], "relink", keep_grade, author)[0]


def merge(
    opened: OpenDossier,
    pairs: Sequence[Pair],
    *,
    into: Pair | None = None,
    keep_grade: bool = False,
    author: str = "",
) -> Correlation:
    """Make one link of several: two paragraphs that answer one EU provision become the article that holds both, unless
    `into` names another pair. What was said of each stands one after the other; a grade is kept only where all have the
    same.

    Raises NotFoundError("no-correlation"), TomasError("nothing-in-common") where no provision holds the ends of all,
    ("linked-already").
    """
    present = [known(opened, *pair) for pair in dict.fromkeys(pairs)]
    into = into or common(opened, [(each.eu, each.national) for each in present])
    return _replaced(opened, present, [into], "merge", keep_grade, author)[0]


def common(opened: OpenDossier, pairs: Sequence[Pair]) -> Pair:
    """The narrowest pair of provisions that holds all of these; raises TomasError("nothing-in-common")."""
    return _common(opened, [eu for eu, _ in pairs]), _common(opened, [national for _, national in pairs])


def split(
    opened: OpenDossier,
    eu: Ref,
    national: Ref,
    pairs: Sequence[Pair],
    *,
    keep_grade: bool = False,
    status: Status = "confirmed",
    author: str = "",
) -> tuple[Correlation, ...]:
    """Make several narrower links of one. A pair that is linked already keeps what was said of it.

    Raises NotFoundError("no-correlation"), TomasError("outside-the-link") for an end that does not lie in the one it
    comes from, ("split-into-nothing") for no pairs.
    """
    present = known(opened, eu, national)
    ends = [each for pair in pairs for each in zip(pair, (eu, national), strict=True)]
    wrong = [end for end, whole in ends if not _lies_in(opened, end, whole)]
    if wrong:
        raise TomasError("outside-the-link", reference=str(wrong[0]), eu=str(eu), national=str(national))
    if not pairs:
        raise TomasError("split-into-nothing", eu=str(eu), national=str(national))
    return _replaced(opened, [present], pairs, "split", keep_grade, author, status)


def _replaced(
    opened: OpenDossier,
    old: Sequence[Correlation],
    pairs: Iterable[Pair],
    label: str,
    keep_grade: bool,
    author: str,
    status: Status | None = None,
) -> tuple[Correlation, ...]:
    """Put links of these pairs in the place of the old ones, with what was said of those."""
    now = clock.now()
    gone = {each.id for each in old}
    grades = {each.grade for each in old}
    said = replace(
        old[0],
        grade=old[0].grade if keep_grade and len(grades) == 1 and status != "suggested" else None,
        reason=_joined(each.reason for each in old),
        note=_joined(each.note for each in old),
        deadline=_joined(each.deadline for each in old),
        planned_act=_joined(each.planned_act for each in old),
        author=author or old[0].author,
        at=now,
        status=status or _least(each.status for each in old),
    )
    new = []
    for eu, national in dict.fromkeys(pairs):
        opened.provision(eu)
        if national.eid:
            opened.provision(national)
        there = find(opened, eu, national)
        if there is None or there.id in gone or not there.is_standing:
            new.append(replace(said, eu=eu, national=national))
        elif label == "split":
            new.append(there)
        else:
            raise TomasError("linked-already", eu=str(eu), national=str(national))
    kept = {each.id for each in new}
    changes = (*drop(*(each for each in old if each.id not in kept)), *put(opened.dossier, *new))
    detail = f"{', '.join(each.id for each in old)} => {', '.join(each.id for each in new)}"
    opened.session.perform(Step(label, changes, detail, author, now))
    return tuple(new)


def _joined(texts: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(text for text in texts if text))


def _least(statuses: Iterable[Status]) -> Status:
    """The status of links taken together: that of the least certain."""
    found = set(statuses)
    order: tuple[Status, ...] = ("rejected", "suggested", "to-recheck")
    return next((status for status in order if status in found), "confirmed")


def _common(opened: OpenDossier, refs: Sequence[Ref]) -> Ref:
    """The narrowest provision that is, or holds, all of these."""
    first = refs[0]
    paths = [_path(opened, each) for each in refs]
    shared = [eid for eid in paths[0] if all(eid in path for path in paths)]
    if not shared or any(each.work != first.work for each in refs):
        raise TomasError("nothing-in-common", references=", ".join(map(str, dict.fromkeys(refs))))
    return Ref(first.work, shared[-1])


def _lies_in(opened: OpenDossier, inner: Ref, outer: Ref) -> bool:
    return inner.work == outer.work and (not outer.eid or outer.eid in _path(opened, inner))


def _path(opened: OpenDossier, ref: Ref) -> tuple[str, ...]:
    """The provisions that a provision lies in, from the top down, and itself: articles lie in chapters too, which their
    eIds do not say."""
    opened.provision(ref)
    return tuple(node.eid for node in path_to(opened.nodes(opened.expression(ref.work)), ref.eid))
