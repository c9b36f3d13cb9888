"""An EU act in the language of another country, provision by provision: the text that was imported in it, else what
somebody translated, else nothing. Nothing is ever translated here, and no other language stands in for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tomas_desktop.align import language_versions, stages
from tomas_desktop.amend.noise import Noise, folded
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.wording import read_provision
from tomas_desktop.model.canonical import Line, lines
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision, own_articles, walk
from tomas_desktop.model.translation import Translation
from tomas_desktop.model.work import Expression
from tomas_desktop.services import eu_acts
from tomas_desktop.services.dossiers import OpenDossier

_NOISE: frozenset[Noise] = frozenset({"quotes", "dashes", "spaces"})
_WITHOUT_WORDS = frozenset({"paragraph", "subparagraph", "point", "subpoint", "indent", "recital"})  # in their numbers
_PAIRS_KEPT = 16  # pairs of texts whose provisions are paired; an act has few stages and languages


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of a provision in the language asked for; "" where that unit has no text in it. `working` is the working
    translation it comes from, None for the act's own text."""

    line: Line
    working: Translation | None = None


class EuTexts:
    """An EU act in one language (`sr`, in either script, or `sr-Latn`), by the provisions of the text that is quoted;
    with `only` nothing but what was translated of one provision, by its eId."""

    def __init__(self, opened: OpenDossier, work: str, language: str, *, only: str = "") -> None:
        known = Translations(opened, work)
        self.expression = None if only else eu_acts.in_language(opened, work, language)
        self._official = provisions(opened, known.quoted, self.expression) if self.expression else {}
        self._working: dict[str, tuple[Provision, Translation]] = {}
        for one in _latest(opened.dossier.translations(work), language):
            target = known.target(one.ref.eid)
            if target is not None and _lies_in(only, target.eid):
                tree = known.read(one, target)
                self._working |= {eid: (node, one) for eid, node in language_versions.below(target, tree).items()}

    def shown(self, node: Provision, with_all: bool = True) -> tuple[ShownLine, ...]:
        """A provision of the quoted text with all below it, or its own words alone. Where parts of it have a text, the
        others are lines without words; none where no part has."""
        return tuple(self._shown(node, with_all)) if self._has(node, with_all) else ()

    def language_of(self, shown: Sequence[ShownLine]) -> str:
        """The language, in its script, of these lines; "" where none has words."""
        for each in shown:
            if each.line.text and (each.working or self.expression):
                return each.working.language if each.working else self.expression.language if self.expression else ""
        return ""

    def _has(self, node: Provision, with_all: bool) -> bool:
        below = node.children if with_all else ()
        return node.eid in self._official or node.eid in self._working or any(self._has(each, True) for each in below)

    def _shown(self, node: Provision, with_all: bool) -> Iterator[ShownLine]:
        official = self._official.get(node.eid)
        if official is not None:
            yield from map(ShownLine, _printed(official, with_all))
        elif node.eid in self._working:
            tree, one = self._working[node.eid]
            yield from (ShownLine(line, one) for line in _printed(tree, with_all=False))
            yield from self._below(node, tree, one) if with_all else ()
        elif not self._has(node, with_all):
            yield ShownLine(Line(node.eid, node.unit, "text", "", node.num if node.unit != "article" else ""))
        else:
            if node.text:
                yield ShownLine(Line(node.eid, node.unit, "text", "", node.num))
            for child in node.children:
                yield from self._shown(child, True)

    def _below(self, node: Provision, tree: Provision, one: Translation) -> Iterator[ShownLine]:
        """What stands below a provision in its working translation, with what is translated apart in its place."""
        own = {id(b): a for a, b in _paired(node, tree)}
        for child in tree.children:
            original = own.get(id(child))
            if original is not None:
                yield from self._shown(original, True)
            else:
                yield from (ShownLine(line, one) for line in _printed(child, with_all=True))
        if len(own) < len(tree.children):  # divided in another way: what is missing nobody can tell
            return
        paired = {id(original) for original in own.values()}
        for child in node.children:
            if id(child) not in paired and not (child.num and child.num in tree.text):
                yield from self._shown(child, True)


def _paired(node: Provision, tree: Provision) -> list[tuple[Provision, Provision]]:
    found = language_versions.below(node, tree)
    return [(child, found[child.eid]) for child in node.children if child.eid in found]


def _lies_in(one: str, other: str) -> bool:
    """Does one of two provisions lie in the other, or is no one asked for?"""
    return not one or f"{one}__".startswith(f"{other}__") or other.startswith(f"{one}__")


def _latest(translations: Sequence[Translation], language: str) -> list[Translation]:
    """The translations into a language, those of wide provisions before those of what lies in them; of two into its two
    scripts the older first."""
    own = [one for one in translations if language in (one.language, one.language.partition("-")[0])]
    return sorted(own, key=lambda one: (one.ref.eid.count("__"), one.at))


def _printed(node: Provision, with_all: bool) -> tuple[Line, ...]:
    shown = node if with_all else replace(node, children=())
    return tuple(line for line in lines((shown,)) if line.kind != "block" and line.text)


# ---- reading and pairing -------------------------------------------------------------------------------------


class Translations:
    """The working translations of one act, read as the provisions of the text that is quoted."""

    def __init__(self, opened: OpenDossier, work: str) -> None:
        self.quoted = eu_acts.quoted(opened, work)
        self._opened = opened
        self._nodes = {node.eid: node for node in walk(opened.nodes(self.quoted))}
        self._packs: dict[str, Pack] = {}

    def target(self, eid: str) -> Provision | None:
        """The provision that is translated."""
        return self._nodes.get(eid)

    def read(self, one: Translation, target: Provision) -> Provision:
        """A working translation as the provision that it is of, its points as units of their own. Words of the original
        that it does not repeat, such as "Article 5", are left out."""
        if "\n" not in one.text and target.unit in _WITHOUT_WORDS and one.text[:1].isalpha():
            return replace(target, text=one.text, children=(), notes=())
        first, *more = read_provision(one.text, target, self._pack(one.language))
        said = one.text.splitlines()
        if target.unit not in _WITHOUT_WORDS or target.heading:
            first = replace(
                first,
                num=first.num if any(line.strip().startswith(first.num) for line in said) else "",
                heading=first.heading if any(first.heading in line for line in said) else "",
            )
        rest = tuple(replace(each, unit="subparagraph", eid="") for each in more)
        return replace(first, children=(*first.children, *rest))

    def _pack(self, language: str) -> Pack:
        """The grammar of a language: its own, that of its other country, or of the text that is quoted."""
        if language not in self._packs:
            country = self._opened.work(self.quoted.work).country
            known = packs.languages(country)
            tag = next((each for each in (language, language.partition("-")[0]) if each in known), None)
            self._packs[language] = packs.load(country, tag) if tag else eu_acts.pack(self._opened, self.quoted)
        return self._packs[language]


def provisions(opened: OpenDossier, own: Expression, other: Expression) -> Mapping[str, Provision]:
    """What each provision of one text of a work is in another of its texts, in whatever language and of whatever stage.

    Two languages are compared by numbers, which hold within a stage only; from one stage to another the way goes
    through two texts in one language. Without these, numbers are trusted as long as both texts have as many articles.
    """
    return _provisions(opened, own, other)


@lru_cache(maxsize=_PAIRS_KEPT)
def _provisions(opened: OpenDossier, own: Expression, other: Expression) -> Mapping[str, Provision]:
    nodes, others = opened.nodes(own), opened.nodes(other)
    if own.tree == other.tree:
        return {node.eid: node for top in nodes for node in top.walk()}
    if own.language == other.language:
        return stages.correspondence(nodes, others, fold)
    if own.stage == other.stage:
        return language_versions.counterparts(nodes, others)
    for bridge in opened.dossier.expressions(own.work):
        if bridge.stage == other.stage and bridge.language == own.language:
            there = language_versions.counterparts(opened.nodes(bridge), others)
            twins = stages.correspondence(nodes, opened.nodes(bridge), fold)
            return {eid: there[twin.eid] for eid, twin in twins.items() if twin.eid in there}
        if bridge.stage == own.stage and bridge.language == other.language:
            here = language_versions.counterparts(nodes, opened.nodes(bridge))
            twins = stages.correspondence(opened.nodes(bridge), others, fold)
            return {eid: twins[node.eid] for eid, node in here.items() if node.eid in twins}
    as_many = len(list(own_articles(nodes))) == len(list(own_articles(others)))
    return language_versions.counterparts(nodes, others) if as_many else {}


def fold(text: str) -> str:
    """A text without what a typesetter decides."""
    return "".join(folded(text, _NOISE).keys).strip()


# ---- for the window ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ProvisionText:
    """A text of an EU provision: that of an expression, by its id, or of working translations, which are `working`.
    `older` tells that they translate a wording that is no more; a line without words is a part without a text."""

    language: str
    stage: str
    date: str
    lines: tuple[Line, ...]
    expression: str = ""
    working: tuple[Translation, ...] = ()
    older: bool = False


def texts_of(opened: OpenDossier, ref: Ref) -> tuple[ProvisionText, ...]:
    """Every text there is of an EU provision, named by the numbers of the text that is quoted: that one first, then the
    other stages and languages in which it is found, then its working translations.

    Raises NotFoundError("no-work"), ("no-provision").
    """
    quoted = eu_acts.quoted(opened, ref.work)
    node = opened.provision(ref, quoted.id)
    out: list[ProvisionText] = []
    for one in (quoted, *(each for each in opened.dossier.expressions(ref.work) if each.id != quoted.id)):
        found = provisions(opened, quoted, one).get(ref.eid)
        if found is not None:
            out.append(ProvisionText(one.language, one.stage, one.date, _printed(found, with_all=True), one.id))
    translations = opened.dossier.translations(ref.work)
    for language in dict.fromkeys(one.language for one in translations):
        shown = EuTexts(opened, ref.work, language, only=ref.eid).shown(node)
        if shown:
            working = tuple(dict.fromkeys(each.working for each in shown if each.working))
            out.append(ProvisionText(language, quoted.stage, "", tuple(each.line for each in shown), working=working))
    for older in translations:
        eid, _, stage = older.ref.eid.partition("~")
        if stage and eid == ref.eid:
            printed = _printed(Translations(opened, ref.work).read(older, node), with_all=True)
            out.append(ProvisionText(older.language, stage, "", printed, working=(older,), older=True))
    return tuple(out)
