"""Inside a linked pair: which EU sentence is answered by none, and which national sentence is not from the EU text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tomas_desktop.align import sentences
from tomas_desktop.align.sentences import Counterpart, Read, Sentence
from tomas_desktop.align.similarity import rarity_in
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.work import Expression
from tomas_desktop.services import correlating, eu_acts, messages, suggesting
from tomas_desktop.services.correlating import Pair
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.suggesting import Lexicon
from tomas_desktop.text.stems import rules_of

_NAMED = 4  # concepts that a reason names


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence with the one of the other side that fits best, how well (0 to 1) and why; `other` is None where no
    sentence of the other side is taken for its counterpart. That is a hint: a person reads both."""

    sentence: Sentence
    other: Sentence | None
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentences:
    """Both sides, each in reading order."""

    eu: tuple[Found, ...]
    national: tuple[Found, ...]

    @property
    def unanswered(self) -> tuple[Sentence, ...]:
        """What of the EU text has no counterpart."""
        return tuple(each.sentence for each in self.eu if each.other is None)

    @property
    def own(self) -> tuple[Sentence, ...]:
        """What of the national text is not from the EU text."""
        return tuple(each.sentence for each in self.national if each.other is None)


def of_link(opened: OpenDossier, correlation: Correlation) -> Sentences:
    """The sentences of the two ends of a link; see `of_pair`."""
    return of_pair(opened, correlation.eu, correlation.national)


def of_pair(opened: OpenDossier, eu: Ref, national: Ref) -> Sentences:
    """The sentences of an EU provision and a national one. Both texts are read whole to know which words are rare in
    them and which articles answer each other, by links and, where there are none, by suggestions.

    Raises NotFoundError("no-work"), ("no-provision"), ("no-terms-for-language"), TomasError("bad-glossary").
    """
    first, second = (
        suggesting.comparable(opened, each)
        for each in (eu_acts.quoted(opened, eu.work), opened.expression(national.work))
    )
    lexicon = suggesting.lexicon()
    packs = eu_acts.pack(opened, first), opened.pack(second)
    sides = [
        _read(opened, ref, text, pack, lexicon)
        for ref, text, pack in zip((eu, national), (first, second), packs, strict=True)
    ]
    laws = [[unit.body for unit in suggesting.profiles(opened, work)] for work in (eu.work, national.work)]
    rarity = rarity_in(laws[0], laws[1], lexicon.importance)
    found = sentences.compare(sides[0], sides[1], rarity, _answers(opened, eu.work, national.work))
    of_eu = [_found(here, there, sides[1], lexicon, second) for here, there in zip(sides[0], found.eu, strict=True)]
    own = [_found(here, there, sides[0], lexicon, second) for here, there in zip(sides[1], found.national, strict=True)]
    return Sentences(tuple(of_eu), tuple(own))


def _read(opened: OpenDossier, ref: Ref, text: Expression, pack: Pack, lexicon: Lexicon) -> list[Read]:
    vocabulary = lexicon.vocabulary(text.language)
    node = opened.provision(ref, text.id)
    return [sentences.read(each, vocabulary, pack) for each in sentences.of_provision(node, pack)]


def _found(
    here: Read, there: Counterpart | None, others: Sequence[Read], lexicon: Lexicon, national: Expression
) -> Found:
    if there is None:
        return Found(here.sentence, None, 0.0, ())
    why = []
    if there.concepts:
        language = rules_of(national.language)
        names = [lexicon.concepts[number] for number in there.concepts[:_NAMED]]
        said = ", ".join(dict.fromkeys(f"{one.preferred('en')} ({one.preferred(language)})" for one in names))
        why.append(messages.sentence("suggestion-concepts", {"concepts": said}))
    if there.figures:
        why.append(messages.sentence("suggestion-figures", {"figures": ", ".join(there.figures)}))
    other = others[there.other].sentence if there.is_one else None
    return Found(here.sentence, other, round(there.score, 3), tuple(why))


def _answers(opened: OpenDossier, eu: str, national: str) -> Mapping[str, frozenset[str]]:
    """The national articles that answer each EU article, by eId."""
    out: dict[str, frozenset[str]] = {}
    for link in correlating.standing_of(opened.dossier, eu):
        if link.national.work == national and link.national.eid:
            article = link.eu.eid.partition("__")[0]
            out[article] = out.get(article, frozenset()) | {link.national.eid.partition("__")[0]}
    for one in suggesting.suggest(opened, eu, [national], top=1):
        if not one.is_gap and one.national:
            out.setdefault(one.eu.eid, frozenset({one.national[0].national.eid}))
    return out


def paragraph_pairs(opened: OpenDossier, eu: Ref, national: Ref) -> tuple[Pair, ...]:
    """The paragraphs (or points of one paragraph) of two provisions that answer each other, as far as their sentences
    do: what a link of the two could be split into. None where nothing below them does."""
    pairs: dict[Pair, None] = {}
    for each in of_pair(opened, eu, national).eu:
        if each.other is not None:
            inner = _below(eu, each.sentence.eid), _below(national, each.other.eid)
            if inner != (eu, national):
                pairs[inner] = None
    return tuple(pairs)


def _below(whole: Ref, eid: str) -> Ref:
    """The provision right below one that holds another; itself where that is the one."""
    if eid == whole.eid:
        return whole
    return Ref(whole.work, f"{whole.eid}__{eid.removeprefix(f'{whole.eid}__').partition('__')[0]}")
