"""Two texts set against each other provision by provision: two stages or dates of a work, or two files.

Each changed provision comes with its redline and with what hangs on it in the dossier. Nothing is written.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise

from tomas_desktop.align import stages
from tomas_desktop.align.impact import ChangedProvision, changes
from tomas_desktop.align.impact import Kind as Kind
from tomas_desktop.amend.comparison import MarkedLine, compare
from tomas_desktop.amend.counterparts import counterparts
from tomas_desktop.amend.noise import KINDS, Noise
from tomas_desktop.errors import TomasError
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.canonical import lines
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.provision import DIVISIONS, Provision
from tomas_desktop.model.work import Expression
from tomas_desktop.services import importing, monitoring, recognition
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.provision_names import Names
from tomas_desktop.services.sources import Origin, name_of
from tomas_desktop.text.stems import fold

# How far it is: so many of so many, of 0 while that is not known. The answer tells whether anybody still waits.
Report = Callable[[int, int], bool]

NOISE: tuple[Noise, ...] = KINDS
USUAL = monitoring.USUAL
CHANGES: tuple[Kind, ...] = ("inserted", "deleted", "reworded", "renumbered", "moved")

_SURE = 0.3  # from here on a file is held to be of the legal order that its words tell


@dataclass(frozen=True, slots=True)
class Difference:
    """A changed provision. `eid` and `number` are those of the older text ("" for one that came), `to` and `number_now`
    those of the newer one ("" for one that went); `correlations` are ids, of links and suggestions alike."""

    kinds: tuple[Kind, ...]
    unit: str
    eid: str
    to: str
    number: str
    number_now: str
    heading: str
    lines: tuple[MarkedLine, ...]
    correlations: tuple[str, ...] = ()
    modifications: tuple[Modification, ...] = ()
    searched: str = ""  # all its words in both texts, folded as what is looked for

    @property
    def kind(self) -> Kind:
        """The gravest of what happened to it."""
        return self.kinds[0]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two texts, what they are called, and what is not the same in both, in reading order. `work` is empty for files;
    `names` are what people call the ends of the correlations, by reference."""

    old: str
    new: str
    language: str
    differences: tuple[Difference, ...]
    work: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


def _wait(_done: int, _of: int) -> bool:
    return True


def usual_pair(opened: OpenDossier, work: str) -> tuple[Expression, Expression] | None:
    """The two texts that a person most likely wants to compare: the one worked with and the newest of its language; the
    one before it where it is the newest itself. None where no two are in one language."""
    now = opened.expression(work)
    texts = sorted(opened.dossier.expressions(work), key=lambda one: (one.language, one.date, one.imported_at))
    own = [one for one in texts if one.language == now.language]
    if len(own) > 1:
        return (own[-2], now) if own[-1].id == now.id else (now, own[-1])
    return next(((a, b) for a, b in pairwise(texts) if a.language == b.language), None)


def comparable(opened: OpenDossier) -> tuple[str, ...]:
    """The works of which the dossier has two texts in one language."""
    out = []
    for work in opened.dossier.works:
        languages = [one.language for one in opened.dossier.expressions(work.key)]
        if len(set(languages)) < len(languages):
            out.append(work.key)
    return tuple(out)


def of_texts(
    opened: OpenDossier,
    old: Expression,
    new: Expression,
    ignore: Collection[Noise] = USUAL,
    report: Report = _wait,
) -> Compared | None:
    """Two texts of one work in one language; None when nobody waits any more. Raises TomasError("compared-same"),
    ("compared-languages")."""
    if old.id == new.id:
        raise TomasError("compared-same")
    if old.language != new.language:
        raise TomasError("compared-languages", old=old.language, new=new.language)
    if not report(0, 0):
        return None
    rows = monitoring.impact(opened, old, new, ignore)
    out = []
    for place, row in enumerate(rows):
        if not report(place, len(rows)):
            return None
        found = _difference(row.change, ignore)
        if found is not None:
            ids = tuple(each.id for each in row.correlations)
            out.append(replace(found, correlations=ids, modifications=row.modifications))
    hanging = (each for row in rows for each in row.correlations)
    names = _names(opened, dict.fromkeys(ref for each in hanging for ref in (each.eu, each.national)))
    return Compared(old.id, new.id, new.language, tuple(out), old.work, names)


def _names(opened: OpenDossier, refs: Iterable[Ref]) -> dict[str, str]:
    """What people call these provisions; one that is no more in the text worked with keeps its eId."""
    out: dict[str, str] = {}
    known: dict[str, Names] = {}
    for ref in refs:
        work = opened.work(ref.work)
        if work.key not in known:
            text = opened.expression(work.key)
            known[work.key] = Names(opened.nodes(text), opened.pack(text))
        said = known[work.key].in_words(ref.eid)
        article = known[work.key].article(ref.eid)
        if work.country == "eu" and article is not None and said[:1].isdigit():
            said = article.num + said[len(article.num.split()[-1]) :]
        out[str(ref)] = said or (ref.eid.replace("~", " ~ ") if ref.eid else work.title)
    return out


def of_files(old: Origin, new: Origin, ignore: Collection[Noise] = USUAL, report: Report = _wait) -> Compared | None:
    """Two files, or texts without one; None when nobody waits any more. Raises what reading them does, and
    TomasError("compared-unknown") where nothing tells the legal order, ("compared-orders") where they are of two."""
    read: list[tuple[Provision, ...]] = []
    guess: recognition.Guess | None = None
    for origin in (old, new):
        if not report(0, 0):
            return None
        own = recognition.of_source(origin)
        if guess and own and own.country != guess.country and own.confidence > _SURE:
            raise TomasError("compared-orders", old=guess.country, new=own.country)
        found = recognition.of_source(origin, guess.country) if guess else own
        if found is None:
            raise TomasError("compared-unknown", name=name_of(origin))
        guess = guess or found
        read.append(tuple(importing.preview(origin, guess.country, found.language).nodes))
    assert guess is not None
    if not report(0, 0):
        return None
    found_changes = _changes(read[0], read[1], guess, ignore)
    out = []
    for place, change in enumerate(found_changes):
        if not report(place, len(found_changes)):
            return None
        out.append(_difference(change, ignore))
    return Compared(name_of(old), name_of(new), guess.language, tuple(each for each in out if each is not None))


def _changes(
    old: Sequence[Provision], new: Sequence[Provision], guess: recognition.Guess, ignore: Collection[Noise]
) -> tuple[ChangedProvision, ...]:
    """What is not the same in two texts; where neither has any unit of a law, the texts as one."""
    if not any(stages.units(old)) and not any(stages.units(new)):
        before, after = (Provision("text", "paragraph", children=tuple(side)) for side in (old, new))
        return (ChangedProvision(before, after, ("reworded",), (), True),)
    pack = packs.load(guess.country, guess.language)
    is_eu = guess.country == "eu"
    twins = stages.correspondence(old, new, monitoring.fold) if is_eu else counterparts(old, new, pack)
    return changes(old, new, twins, pack, partial(monitoring.fold, ignore=ignore))


def _difference(change: ChangedProvision, ignore: Collection[Noise]) -> Difference | None:
    """A change as people look at it; None where all of it is of a kind that does not count."""
    old, new = (_alone(node) for node in (change.old, change.new))
    marked = compare(*(tuple(lines((node,))) if node else () for node in (old, new)), ignore=ignore)
    kinds = change.kinds
    if "reworded" in kinds and not any(each.state != "kept" for each in marked):
        kinds = tuple(kind for kind in kinds if kind != "reworded")
    if not kinds:
        return None
    shown = new or old
    assert shown is not None
    return Difference(
        kinds,
        shown.unit,
        old.eid if old else "",
        new.eid if new else "",
        old.num if old else "",
        new.num if new else "",
        shown.heading or _first_words(shown),
        marked,
        searched=fold(" ".join("".join(segment.text for segment in each.segments) for each in marked)),
    )


def _alone(node: Provision | None) -> Provision | None:
    """A division without what stands in it: its articles are compared by themselves."""
    return replace(node, children=()) if node is not None and node.unit in DIVISIONS else node


_FEW = 60  # letters


def _first_words(node: Provision) -> str:
    text = next((each.text for each in node.walk() if each.text), "")
    return text if len(text) <= _FEW else f"{text[:_FEW].rsplit(' ', 1)[0]}…"


def counts(differences: Iterable[Difference]) -> dict[Kind, int]:
    """How many provisions each kind of change happened to."""
    told = list(differences)
    return {kind: sum(kind in each.kinds for each in told) for kind in CHANGES}
