"""Citations of provisions in a running text: found, and said which provisions they name.

"čl. 178. stav 4, 179. stav 3 i 180. st. 1. i 2. ovog zakonika", "pika 2 e nenit 5", "point (b) of Article 4(1)":
in every legal order a citation is a chain of units, from the wide to the narrow or back, whose numbers may be
lists and ranges; the words differ and are data (`[citations]` of the language's file). Laws cite so by the
drafting rules of each order (for the Union: Joint practical guide, guideline 16).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tomas_desktop.jurisdiction import citation_words, cited_acts
from tomas_desktop.jurisdiction.citation_chains import RANGE, Chains, Group, Path
from tomas_desktop.jurisdiction.citation_words import RANK
from tomas_desktop.jurisdiction.numbering import label
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.provision import Provision
from tomas_desktop.text.scripts import eid_letters

_ARTICLE = RANK["article"]
_NARROWER = {"para": ("point", "subpara", "indent"), "point": ("subpoint", "indent", "para"), "subpoint": ("point",)}


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation. `targets` are eIds as the citation spells them, in the order of the text; a range is one
    target, its ends joined by RANGE. Where `external` names another act the targets are of that act. Where
    nothing says what is meant (a paragraph cited outside any article) there are no targets."""

    start: int
    end: int
    text: str
    targets: tuple[str, ...] = ()
    external: str = ""


def find(text: str, pack: Pack, within: str = "") -> tuple[Citation, ...]:
    """The citations of a text in their order. `within` is the eId of the provision that the text stands in;
    "stava 1. ovog člana" is read from there. A language without citation words has none."""
    lex = citation_words.lexicon(pack)
    if not lex.words:
        return ()
    tokens = citation_words.tokens(text, lex)
    acts = cited_acts.whole_acts(text, tokens, lex)
    out: list[Citation] = []
    before: tuple[str, ...] = ()
    for group in Chains(text, tokens, lex, pack).groups():
        start, end = tokens[group.first].start, tokens[group.last].end
        named = [text[act[0] : act[1]] for act in acts if act[1] <= start]
        if (
            group.there and not group.of and (group.external or RANK[group.top] <= _ARTICLE)
        ):  # of that Regulation, Article 5 thereof
            group.external = named[-1] if named else group.external or text[tokens[group.last].start : end]
        elif within.startswith("anx") and group.definite:
            group.external = ""
        targets = []
        for path in group.paths:
            base = () if group.external else _base(path, group, within, before)
            if base is None:
                continue
            parts = (*base, *_parts(path))
            targets.append("__".join(parts))
            before = () if group.external else parts
        out.append(Citation(start, end, text[start:end], tuple(dict.fromkeys(targets)), group.external))
    return _with_whole_acts(text, out, acts)


def _with_whole_acts(text: str, found: list[Citation], acts: Iterable[tuple[int, int]]) -> tuple[Citation, ...]:
    """The citations and, where no provision is cited, the acts that are named as a whole."""
    alone = [
        Citation(start, end, text[start:end], (), text[start:end])
        for start, end in acts
        if not any(each.start < end and start < each.end for each in found)
    ]
    return tuple(sorted((*found, *alone), key=lambda each: each.start))


def _parts(path: Path) -> tuple[str, ...]:
    """A path as the parts of an eId. A sentence has no eId; an article is not prefixed by its chapter."""
    kept = [(unit, number) for unit, number in path if unit != "sentence"]
    article = next((place for place, (unit, _) in enumerate(kept) if unit == "article"), 0)
    return tuple(_label(unit, number) for unit, number in kept[article:])


def _label(unit: str, number: str) -> str:
    first, _, last = number.partition(RANGE)
    return f"{label(unit, first)}{RANGE}{label(unit, last)}" if last else label(unit, first)


def _base(path: Path, group: Group, within: str, before: tuple[str, ...]) -> tuple[str, ...] | None:
    """What the path is to be read below; None when nothing says it."""
    unit = path[0][0]
    here = tuple(within.split("__")) if within else ()
    if RANK[unit] <= _ARTICLE:
        return here[:1] if here and here[0].startswith("left_") and unit == "article" else ()
    whole = before if group.there else here
    if whole and whole[0].startswith("anx_") and not group.of:
        return whole[:1]  # points of an annex stand where they stand
    wide = RANK[group.of] + 1 if group.of else RANK[unit]
    kept = tuple(part for part in whole if part.startswith("left_") or _rank(part) < wide)
    return kept if any(_rank(part) in (_ARTICLE, RANK["annex"]) for part in kept) else None


def _rank(part: str) -> int:
    """The rank of the unit that a part of an eId names; narrower than all for what is no cited unit (a wrapup)."""
    prefix = part.partition("_")[0]
    return next((RANK[unit] for unit in RANK if label(unit, "") == prefix), len(RANK))


# ---- what exists -------------------------------------------------------------------------------------------


def resolve(citation: Citation, nodes: Sequence[Provision]) -> tuple[str, ...]:
    """The eIds among these provisions that the targets name: ranges with all that stands between their ends, a
    joint article for either of its numbers. What does not exist is left out. A point cited without its paragraph,
    a definition cited as if it were one (Article 4(7) for the seventh point of an only paragraph), and a unit that
    the law numbers as a narrower one are found below."""
    out: dict[str, None] = {}
    for target in citation.targets:
        for found in _resolved(target.split("__"), Provision("", "", children=tuple(nodes))):
            out[found.eid] = None
    return tuple(out)


def _resolved(parts: Sequence[str], place: Provision) -> list[Provision]:
    """The provisions that the parts name one below the other; where a name stands more than once ("Kreu II" of
    either part) the first below which the rest is found."""
    if not parts:
        return [place]
    first, _, last = parts[0].partition(RANGE)
    if first == "subpara_1":  # the first subparagraph is the paragraph's own text
        return _resolved(parts[1:], place)
    for start in _named(place, first):
        end = next((node for node in _named(place, last) if node.unit == start.unit), None) if last else None
        between = _between(place, start, end) if end else [start]
        found = [each for node in between for each in _resolved(parts[1:], node)]
        if found:
            return found
    return []


def _between(place: Provision, start: Provision, end: Provision) -> list[Provision]:
    """From one provision to another of its kind, in order."""
    siblings = _siblings(place, start)
    ends = [at for at, node in enumerate(siblings) if node is end or node is start]
    return siblings[min(ends) : max(ends) + 1] if len(ends) == 2 else [start, end]


def _siblings(place: Provision, node: Provision) -> list[Provision]:
    """The units of the same kind in order: below one parent, articles wherever they stand."""
    if node.unit == "article":
        return [each for each in _law(place) if each.unit == "article"]
    parent = next(each for each in place.walk() if any(child is node for child in each.children))
    return [child for child in parent.children if child.unit == node.unit]


def _law(place: Provision) -> Iterator[Provision]:
    """All below, but what amending acts left is not the law's own."""
    for child in place.children:
        yield child
        if child.unit != "leftover":
            yield from _law(child)


def _named(place: Provision, part: str) -> Iterator[Provision]:
    """The provisions below this one that a part may mean, likeliest first: a child, what bears the name farther
    down, a narrower unit with that number."""
    children = [child for child in place.children if _prints(child, part)]
    children = children or [child for child in place.children if _is(child, part)]
    yield from children
    named = len(children)
    for node in _law(place):
        if _is(node, part) and not any(node is child for child in children):
            named += 1
            yield node
    prefix, _, number = part.partition("_")
    for other in _NARROWER.get(prefix, ()) if place.eid and not named else ():
        yield from (node for node in _law(place) if _is(node, f"{other}_{number}"))


def _prints(node: Provision, part: str) -> bool:
    """Is it a point that prints this letter? In a translated act its eId may have another: that of the original."""
    prefix, _, letter = part.partition("_")
    if prefix not in ("point", "subpoint") or not letter.isalpha():
        return False
    return label(node.unit, eid_letters(node.num.strip("().] "), "")) == part


def _is(node: Provision, part: str) -> bool:
    """Does the last part of its eId say so? `art_188-189` is both 188 and 189."""
    own = node.eid.rpartition("__")[2]
    if own == part:
        return True
    prefix, _, number = part.partition("_")
    if node.unit != "article" or not own.startswith(f"{prefix}_") or "-" not in own or not number.isdigit():
        return False
    ends = own.partition("_")[2].split("-")
    if len(ends) != 2 or not all(each.isdigit() for each in ends) or "/" in node.num:
        return False
    return int(ends[0]) <= int(number) <= int(ends[1])
