"""What a newer text of an EU act, or of a national law, changes for our correlations and proposals."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from tomas_desktop.align import stages
from tomas_desktop.align.impact import ChangedProvision, changes, is_deleted
from tomas_desktop.amend.comparison import MarkedLine, compare
from tomas_desktop.amend.counterparts import counterparts
from tomas_desktop.amend.noise import Noise, folded
from tomas_desktop.amend.passage import redline_passage
from tomas_desktop.amend.redline import Segment
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.model.canonical import canonical_text, lines
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.provision import DIVISIONS, Provision, path_to, walk
from tomas_desktop.model.work import Expression
from tomas_desktop.services import eu_acts
from tomas_desktop.services.dossiers import OpenDossier

# Two texts come from two files: what a typesetter decides is no change of the law.
USUAL: frozenset[Noise] = frozenset({"quotes", "dashes", "spaces"})
_GROUPED = re.compile(r"(?<=\d)\s(?=\d{3}(?!\d))")  # 10 000 000 is 10000000


@dataclass(frozen=True, slots=True)
class Row:
    """A changed provision with the correlations and the modifications of proposals that hang on it, or on what is
    changed below it; `inside` are the rows of what is changed below it."""

    change: ChangedProvision
    correlations: tuple[Correlation, ...]
    modifications: tuple[Modification, ...]
    inside: tuple[Row, ...]


def pair(opened: OpenDossier, work: str, old: str, new: str) -> tuple[Expression, Expression]:
    """The two texts of a work that a person names by their stages ("council"), with the date where a stage has several
    ("consolidated/2025-01-01"), or by their ids; both in one language, that of the text shown first if possible.

    Raises NotFoundError("no-work"), ("no-stage"), TomasError("same-stage"), ("no-common-language").
    """
    first = opened.expression(work).language
    before, after = (_named(opened, work, name) for name in (old, new))
    both = [one.language for one in before if any(each.language == one.language for each in after)]
    if not both:
        said = [", ".join(dict.fromkeys(one.language for one in side)) for side in (before, after)]
        raise TomasError("no-common-language", work=work, old=old, new=new, languages=said[0], others=said[1])
    language = first if first in both else both[0]
    one, other = (
        max((each for each in side if each.language == language), key=lambda each: each.date)
        for side in (before, after)
    )
    if one.id == other.id:
        raise TomasError("same-stage", work=work, stage=new, known=_known(opened, work))
    return one, other


def _named(opened: OpenDossier, work: str, name: str) -> list[Expression]:
    there = opened.dossier.expressions(work)
    found = [one for one in there if name in (one.id, one.stage, f"{one.stage}/{one.date}")]
    if not found:
        raise NotFoundError("no-stage", work=work, stage=name, known=_known(opened, work))
    return found


def _known(opened: OpenDossier, work: str) -> str:
    there = opened.dossier.expressions(work)
    dates = {one.stage: {each.date for each in there if each.stage == one.stage} for one in there}
    names = (f"{one.stage}/{one.date}" if one.date and len(dates[one.stage]) > 1 else one.stage for one in there)
    return ", ".join(dict.fromkeys(names))


def impact(opened: OpenDossier, old: Expression, new: Expression, ignore: Collection[Noise] = USUAL) -> tuple[Row, ...]:
    """What the text `new` changes in the text `old` of the same work: recitals, articles, annexes and divisions in
    reading order, each with what hangs on it. What is the same in both, but for differences of the kinds in `ignore`,
    is not among them. Nothing is written."""
    return Comparison(opened, old, new).rows(ignore)


def redline(change: ChangedProvision) -> tuple[MarkedLine, ...]:
    """A changed provision, line by line, as it was and as it is."""
    before, after = (tuple(lines((node,))) if node else () for node in (change.old, change.new))
    return compare(before, after, ignore=USUAL)


def segments(change: ChangedProvision) -> tuple[Segment, ...]:
    """The same in one piece: what is kept and deleted is the canonical text of the older provision."""
    before, after = (canonical_text((node,)) if node else "" for node in (change.old, change.new))
    return redline_passage(before, after, ignore=USUAL)


class Comparison:
    """Two texts of one work, and the numbers that the correlations of the dossier use: those of the text that is
    worked with, which is `old` as long as nobody has gone over to another one."""

    def __init__(self, opened: OpenDossier, old: Expression, new: Expression) -> None:
        self.old, self.new = old, new
        self._opened = opened
        self.pack = eu_acts.pack(opened, new)
        self.is_eu = opened.work(old.work).country == "eu"
        self.current = opened.dossier.expression(opened.work(old.work).current) or old
        self.twins = self._twins(new)
        self._origins = {twin.eid: eid for eid, twin in self.twins.items()}

    def _twins(self, other: Expression) -> Mapping[str, Provision]:
        """What each provision of `old` is in another text."""
        before, after = self._opened.nodes(self.old), self._opened.nodes(other)
        if self.is_eu:
            return stages.correspondence(before, after, fold)
        return counterparts(before, after, self.pack)

    def rows(self, ignore: Collection[Noise] = USUAL) -> tuple[Row, ...]:
        """The changed provisions with what hangs on them."""
        before, after = self._opened.nodes(self.old), self._opened.nodes(self.new)
        changed = changes(before, after, self.twins, self.pack, partial(fold, ignore=ignore))
        return tuple(self._row(each, tuple(self._around(each))) for each in changed)

    def _row(self, change: ChangedProvision, around: tuple[str, ...] = ()) -> Row:
        inside = tuple(self._row(each) for each in change.inside)
        below = [each for row in inside for each in row.correlations]
        own = self._name(change)
        found = [
            each
            for each in self._correlations
            if each in below or self._end(each).eid in around or _hangs(self._end(each).eid, own, change)
        ]
        amended = [each for row in inside for each in row.modifications]
        named = own if self.is_eu else change.eid  # a proposal names provisions of the text that it amends
        modifications = [each for each, eid in self._modifications if each in amended or _hangs(eid, named, change)]
        return Row(change, tuple(found), tuple(modifications), inside)

    def _name(self, change: ChangedProvision) -> str:
        """What correlations call a changed provision; empty where they cannot know it."""
        if change.old is not None:
            return self.numbers.get(change.old.eid, "")
        return change.to if self.current.id == self.new.id else ""

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """What correlations call each provision of `old`, by eId; without those that the text worked with has not."""
        known = [node.eid for node in walk(self._opened.nodes(self.old))]
        if self.current.id == self.old.id:
            return {eid: eid for eid in known}
        if self.current.id == self.new.id:
            return {eid: self.now(eid) for eid in known}
        return {eid: twin.eid for eid, twin in self._twins(self.current).items()}

    def now(self, eid: str) -> str:
        """What a provision of `old` is called in the numbers of `new`. One that went keeps its name, with its stage
        behind it where another provision has that name now; one that is back loses the stage again."""
        if eid in self.twins:
            return self.twins[eid].eid
        before, _, stage = eid.partition("~")
        if stage:
            return before if stage == self.new.stage and before in self._free else eid
        return f"{eid}~{self.old.stage}" if eid in self._taken else eid

    def keeps_wording(self, eid: str) -> bool:
        """Does a provision of `old` stand in `new` with the same words, whatever its number? One that is not in `old`
        is left alone."""
        old, new = self._known.get(eid), self.twins.get(eid)
        return old is None or (new is not None and _wording(old) == _wording(new))

    def set_aside(self, eid: str) -> str:
        """The name of what belongs to the wording that a provision had in `old`, under its number in `new`."""
        twin = self.twins.get(eid)
        return f"{twin.eid if twin else eid}~{self.old.stage}"

    @cached_property
    def _known(self) -> Mapping[str, Provision]:
        return {node.eid: node for node in walk(self._opened.nodes(self.old))}

    @cached_property
    def _free(self) -> frozenset[str]:
        return frozenset(node.eid for node in walk(self._opened.nodes(self.new))) - self._origins.keys()

    @cached_property
    def _taken(self) -> frozenset[str]:
        """The eIds of `new` under which provisions stand, not only the word that they were deleted."""
        return frozenset(
            node.eid
            for top in stages.units(self._opened.nodes(self.new))
            for node in top.walk()
            if not is_deleted(node, self.pack)
        )

    def _around(self, change: ChangedProvision) -> Iterator[str]:
        """What correlations call the divisions that a changed provision stands in: who answers a chapter answers each
        of its articles."""
        old = change.old is not None
        for node in path_to(self._opened.nodes(self.old if old else self.new), change.eid)[:-1]:
            eid = node.eid if old else self._origins.get(node.eid, "")
            if node.unit in DIVISIONS and eid in self.numbers:
                yield self.numbers[eid]

    def _end(self, correlation: Correlation) -> Ref:
        return correlation.eu if self.is_eu else correlation.national

    @cached_property
    def _correlations(self) -> tuple[Correlation, ...]:
        known = (c for c in self._opened.dossier.correlations if c.status != "rejected")
        return tuple(c for c in known if self._end(c).work == self.old.work)

    @cached_property
    def _modifications(self) -> tuple[tuple[Modification, str], ...]:
        """The modifications that name a provision of this work, with its eId: of an EU act as their basis."""
        dossier = self._opened.dossier
        out: list[tuple[Modification, str]] = []
        for proposal in dossier.proposals:
            for each in dossier.modifications(proposal.key):
                if not self.is_eu and proposal.expression == self.old.id:
                    out.append((each, each.target))
                elif self.is_eu:
                    bases = map(Ref.parse, each.bases)
                    out.extend((each, basis.eid) for basis in bases if basis.work == self.old.work)
        return tuple(out)


def _hangs(eid: str, name: str, change: ChangedProvision) -> bool:
    """Does what is linked to this eId hang on the changed provision of that name? What stands below it does where all
    of it came, went or got other numbers, and where the words that introduce it are others."""
    if not name or not eid.startswith(name):
        return False
    return eid == name or (eid.startswith(f"{name}__") and (change.kinds != ("reworded",) or change.has_other_text))


def _wording(node: Provision) -> list[tuple[str, str]]:
    return [(fold(each.heading), fold(each.text)) for each in node.walk()]


def fold(text: str, ignore: Collection[Noise] = USUAL) -> str:
    """A text without differences of these kinds, as a rule what a typesetter decides."""
    return "".join(folded(_GROUPED.sub("", text) if "spaces" in ignore else text, ignore).keys)
