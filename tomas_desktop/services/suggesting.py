"""Suggestions: which national provisions may answer each provision of an EU act, each with its reasons in words."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tomas_desktop import __version__
from tomas_desktop.align import correlate, finer, kindred, profile
from tomas_desktop.align.correlate import Answer, Match
from tomas_desktop.align.glossary import LANGUAGES, Concept
from tomas_desktop.align.profile import Profile, Unit
from tomas_desktop.align.similarity import Rows
from tomas_desktop.align.vocabulary import Vocabulary
from tomas_desktop.align.weights import importance
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.work import Expression
from tomas_desktop.services import kept_suggestions, messages
from tomas_desktop.services import terms as glossary
from tomas_desktop.services.correlating import is_rejected
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.kept_suggestions import Candidate, Suggestion
from tomas_desktop.text.stems import rules_of

EDITION = 2  # rises with every change of how suggestions are made, so that none of an older program are shown
_KEPT = 32  # profiles of laws in memory
_NAMED = 4  # concepts that a reason names
_CLEAR = 0.15  # what a neighbour has to say to be named as a reason
_NO_ANSWER = frozenset({"none", "not_relevant"})  # a pair graded so was looked at and is none


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The glossary with what each of its concepts counts."""

    edition: glossary.Edition
    concepts: tuple[Concept, ...]
    importance: tuple[float, ...]
    vocabularies: dict[str, Vocabulary] = field(default_factory=dict)

    def vocabulary(self, language: str) -> Vocabulary:
        """The terms as they are found in a language; both scripts of Serbian have one."""
        own = rules_of(language)
        if own not in self.vocabularies:
            self.vocabularies[own] = Vocabulary(self.concepts, own)
        return self.vocabularies[own]


@dataclass(frozen=True, slots=True)
class _Law:
    """A text of a work; `name` is the hash of its tree with its legal order and language."""

    work: str
    language: str
    name: tuple[str, str, str]
    text: Expression

    @property
    def country(self) -> str:
        return self.name[1]


def suggest(
    opened: OpenDossier, eu: str, national: Sequence[str], *, top: int = 5, unit: Unit = "article", aid: str = ""
) -> tuple[Suggestion, ...]:
    """A suggestion for every article (or paragraph) of the EU work `eu` out of the national works, in the order of the
    act. Correlations of the dossier count as known: they stand first and the others are judged by them; a pair graded
    as no answer, or rejected, is left out. `aid` is a language akin to that of a law (hr, sl, bg) in which the dossier
    has the act too: its words are compared with those of the law directly.

    Raises NotFoundError("no-work"), ("no-expression"), ("no-terms-for-language"), ("no-aid"),
    TomasError("bad-glossary"), ("aid-not-akin").
    """
    laws = [_law(opened, key) for key in (eu, *dict.fromkeys(national))]
    edition = glossary.edition()
    judged = _judged(opened, [law.work for law in laws])
    helper = _aid(opened, laws, aid) if aid else None
    named, said = [(law.work, law.name) for law in laws], [(each.id, each.grade, each.status) for each in judged]
    asked = unit, top, messages.spoken()  # the reasons are kept in words
    parts = [__version__, EDITION, edition, asked, named, said, *((helper.language, helper.tree) if helper else ())]
    name = kept_suggestions.name(parts)
    kept = kept_suggestions.load(name)
    if kept is None:
        kept = _worked_out(opened, laws, _terms(edition), judged, top, unit, helper)
        kept_suggestions.save(name, kept)
    return kept


def lexicon() -> Lexicon:
    """The glossary as it is now; raises TomasError("bad-glossary")."""
    return _terms(glossary.edition())


def profiles(opened: OpenDossier, work: str) -> tuple[Profile, ...]:
    """What the articles of a work's text say; raises NotFoundError("no-work"), ("no-expression"),
    ("no-terms-for-language")."""
    return _profiles(opened, _law(opened, work), "article", lexicon())


def comparable(opened: OpenDossier, first: Expression) -> Expression:
    """This text of a work, or another of its stage where the glossary has no terms in its language, or only those of
    one akin to it: without terms nothing would seem to fit anything. Raises NotFoundError("no-terms-for-language")."""
    texts = [first, *(each for each in opened.dossier.expressions(first.work) if each.stage == first.stage)]
    by_language = [(each.language.partition("-")[0].lower(), each) for each in texts]
    for name, each in (*by_language, *((rules_of(name), each) for name, each in by_language)):
        if name in LANGUAGES:
            return each
    raise NotFoundError("no-terms-for-language", work=first.work, language=first.language)


def _worked_out(
    opened: OpenDossier,
    laws: Sequence[_Law],
    terms: Lexicon,
    judged: Sequence[Correlation],
    top: int,
    unit: Unit,
    aid: Expression | None,
) -> tuple[Suggestion, ...]:
    """Each country answers for itself: what fits in one says nothing of what fits by chance in another."""
    act, *national = laws
    countries: dict[str, list[_Law]] = {}
    for law in national:
        countries.setdefault(law.country, []).append(law)
    found = (
        _of_country(opened, [act, *own], terms, [each for each in judged if _is_of(each, own)], top, unit, aid)
        for own in list(countries.values()) or [[]]
    )
    return tuple(_together(same, top) for same in zip(*found, strict=True))


def _is_of(judged: Correlation, laws: Sequence[_Law]) -> bool:
    return any(judged.national.work == law.work for law in laws)


def _together(same: Sequence[Suggestion], top: int) -> Suggestion:
    """What several countries answer to one EU provision, the best first; a gap where none of them has an answer."""
    if len(same) == 1:
        return same[0]
    candidates = sorted((each for one in same for each in one.national), key=lambda each: -each.score)
    return Suggestion(same[0].eu, all(one.is_gap for one in same), tuple(candidates[:top]))


def _of_country(
    opened: OpenDossier,
    laws: Sequence[_Law],
    terms: Lexicon,
    judged: Sequence[Correlation],
    top: int,
    unit: Unit,
    aid: Expression | None,
) -> tuple[Suggestion, ...]:
    units, *others = (_profiles(opened, law, "article", terms) for law in laws)
    known, not_so = _pairs(judged, laws, [units, *others])
    most = top if unit == "article" else max(top, finer.ARTICLES)
    akin = _kindred(opened, laws, units, others, aid) if aid else None
    answers = correlate.correlate(
        units, others, terms.importance, confirmed=known, rejected=not_so, kindred=akin, top=most
    )
    if unit == "paragraph":
        counts = [len(law) for law in others]
        units, *others = (_profiles(opened, law, unit, terms) for law in laws)
        known, not_so = _pairs(judged, laws, [units, *others])
        answers = finer.paragraphs(
            units, others, counts, answers, terms.importance, confirmed=known, rejected=not_so, top=top
        )
    there = [(Ref(law.work, each.eid), law.language) for law, own in zip(laws[1:], others, strict=True) for each in own]
    eu = laws[0].work
    return tuple(_suggestion(Ref(eu, units[answer.eu].eid), answer, there, terms.concepts) for answer in answers)


def _suggestion(eu: Ref, answer: Answer, there: Sequence[tuple[Ref, str]], concepts: Sequence[Concept]) -> Suggestion:
    candidates = []
    for match in answer.matches:
        ref, language = there[match.national]
        candidates.append(Candidate(ref, round(match.score, 3), tuple(_why(match, concepts, language))))
    return Suggestion(eu, answer.is_gap, tuple(candidates))


# ---- a neighbour's language --------------------------------------------------------------------------------


def _aid(opened: OpenDossier, laws: Sequence[_Law], language: str) -> Expression:
    """The text of the act in a neighbour's language."""
    eu, *others = laws
    if not any(kindred.helps(language, law.language) for law in others):
        known = ", ".join(dict.fromkeys(law.language for law in others))
        raise TomasError("aid-not-akin", language=language, languages=known)
    found = [one for one in opened.dossier.expressions(eu.work) if one.language.partition("-")[0] == language]
    if not found:
        raise NotFoundError("no-aid", work=eu.work, language=language)
    return next((one for one in found if one.stage == eu.text.stage), found[0])


def _kindred(
    opened: OpenDossier,
    laws: Sequence[_Law],
    units: Sequence[Profile],
    others: Sequence[Sequence[Profile]],
    aid: Expression,
) -> Rows:
    said = kindred.words(opened.nodes(aid), aid.language)
    national: list[kindred.Words] = []
    for law, own in zip(laws[1:], others, strict=True):
        is_akin = kindred.helps(aid.language, law.language)
        words = kindred.words(opened.nodes(law.text), law.language) if is_akin else {}
        national += [words.get(each.eid, {}) for each in own]
    return kindred.likeness([said.get(each.eid, {}) for each in units], national)


# ---- why ---------------------------------------------------------------------------------------------------


def _why(match: Match, concepts: Sequence[Concept], language: str) -> Iterator[str]:
    """The reasons for a match, the weightiest first."""
    if match.is_confirmed:
        yield messages.sentence("suggestion-confirmed", {})
    for code, shared in (("suggestion-titles", match.titles), ("suggestion-concepts", match.concepts)):
        if shared:
            names = [_name(concepts[number], language) for number in shared[:_NAMED]]
            yield messages.sentence(code, {"concepts": ", ".join(dict.fromkeys(names))})
    if match.figures:
        yield messages.sentence("suggestion-figures", {"figures": ", ".join(match.figures)})
    for code, value in (
        ("suggestion-citations", match.citations),
        ("suggestion-beside", match.beside),
        ("suggestion-place", match.place),
        ("suggestion-kindred", match.kindred),
    ):
        if value >= _CLEAR:
            yield messages.sentence(code, {})


def _name(concept: Concept, language: str) -> str:
    """A concept in English with the national word."""
    english, national = concept.preferred("en"), concept.preferred(rules_of(language))
    return f"{english} ({national})" if english and national else english or national


# ---- what people said --------------------------------------------------------------------------------------


def _judged(opened: OpenDossier, works: Sequence[str]) -> tuple[Correlation, ...]:
    """What people said of pairs of the first work and the others."""
    return tuple(
        c
        for c in opened.dossier.correlations
        if (c.status == "confirmed" or is_rejected(c)) and c.eu.work == works[0] and c.national.work in works[1:]
    )


def _pairs(
    judged: Sequence[Correlation], laws: Sequence[_Law], units: Sequence[Sequence[Profile]]
) -> tuple[correlate.Pairs, correlate.Pairs]:
    """The pairs that people confirmed and those they said are none, by the numbers of the units. A correlation of
    narrower units is one of the units that hold them."""
    here = {Ref(laws[0].work, each.eid): number for number, each in enumerate(units[0])}
    others = [Ref(law.work, each.eid) for law, own in zip(laws[1:], units[1:], strict=True) for each in own]
    there = {ref: number for number, ref in enumerate(others)}
    known: dict[int, frozenset[int]] = {}
    not_so: dict[int, frozenset[int]] = {}
    for each in judged:
        eu, national = _holding(each.eu, here), _holding(each.national, there)
        if eu is None or national is None:
            continue
        if each.is_standing and each.grade not in _NO_ANSWER:
            known[eu] = known.get(eu, frozenset()) | {national}
        elif each.eu in here and each.national in there:
            not_so[eu] = not_so.get(eu, frozenset()) | {national}
    return known, not_so


def _holding(ref: Ref, units: dict[Ref, int]) -> int | None:
    """The number of the unit that is this provision or holds it."""
    eid = ref.eid
    while eid:
        if (number := units.get(Ref(ref.work, eid))) is not None:
            return number
        eid = eid.rpartition("__")[0]
    return None


# ---- what is kept in memory --------------------------------------------------------------------------------


def _law(opened: OpenDossier, key: str) -> _Law:
    text = comparable(opened, opened.expression(key))
    return _Law(key, text.language, (text.tree, opened.work(key).country, text.language), text)


@lru_cache(maxsize=1)
def _terms(edition: glossary.Edition) -> Lexicon:
    concepts = glossary.all_concepts()
    return Lexicon(edition, concepts, importance(concepts))


_kept: OrderedDict[tuple[object, ...], tuple[Profile, ...]] = OrderedDict()


def _profiles(opened: OpenDossier, law: _Law, unit: Unit, terms: Lexicon) -> tuple[Profile, ...]:
    """What the units of a law say. A text that was read once is not read again, for its tree never changes."""
    key = (law.name, unit, terms.edition)
    if key not in _kept:
        vocabulary, pack = terms.vocabulary(law.language), packs.load(*law.name[1:])
        if unit == "article":
            made = profile.profiles(opened.nodes(law.text), vocabulary, pack)
        else:
            made = profile.paragraphs(
                opened.nodes(law.text), _profiles(opened, law, "article", terms), vocabulary, pack
            )
        _kept[key] = made
        while len(_kept) > _KEPT:
            _kept.popitem(last=False)
    _kept.move_to_end(key)
    return _kept[key]
