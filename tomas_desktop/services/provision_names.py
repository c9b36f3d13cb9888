"""How a person names a provision: "član 185. stav 2." in the words of a country's law, "185.2" in a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tomas_desktop.amend import citing
from tomas_desktop.errors import TomasError
from tomas_desktop.jurisdiction.cited_units import cite
from tomas_desktop.jurisdiction.formula_words import formulas
from tomas_desktop.jurisdiction.numbering import number_in
from tomas_desktop.jurisdiction.pack import Pack, table
from tomas_desktop.model.clause import Step
from tomas_desktop.model.provision import Provision, path_to, paths

_IN_BRACKETS = frozenset({"point", "subpoint", "indent"})


def compact(nodes: Sequence[Provision], eid: str, pack: Pack) -> str:
    """The number of a provision as tables of concordance give it: article, paragraph behind a stop, points in brackets
    ("185.2", "3.2(a)"); an annex or a division by its own printed number. "" for one that is not there."""
    path = path_to(nodes, eid)
    return _compact(path, list(_cited(nodes, path, pack)))


def in_words(nodes: Sequence[Provision], eid: str, pack: Pack) -> str:
    """A provision as a sentence of the law of this country names it, with a capital; as `compact` where the language
    has no words for it. `nodes` may be those of another law, an EU act say."""
    path = path_to(nodes, eid)
    return _in_words(path, list(_cited(nodes, path, pack)), pack)


class Names:
    """`in_words` for many provisions of one text: it is searched once, and what an article is called is kept."""

    def __init__(self, nodes: Sequence[Provision], pack: Pack) -> None:
        self._nodes, self._pack = nodes, pack
        self._paths = paths(nodes)
        self._steps: dict[int, Step | None] = {}

    def in_words(self, eid: str) -> str:
        """What the provision is called; "" for one that is not there."""
        path = self._paths.get(eid, ())
        return _in_words(path, list(_cited(self._nodes, path, self._pack, self._steps)), self._pack)

    def article(self, eid: str) -> Provision | None:
        """The article that holds (or is) the provision."""
        return next((node for node in self._paths.get(eid, ()) if node.unit == "article"), None)

    def last(self, eid: str) -> str:
        """The last provision of all that this one holds, itself where it holds none."""
        path = self._paths.get(eid)
        return [*path[-1].walk()][-1].eid if path else eid


_Cited = Sequence[tuple[Provision, Step]]


def _compact(path: Sequence[Provision], cited: _Cited) -> str:
    if not cited:
        return (path[-1].num or path[-1].heading).rstrip(" :.") if path else ""
    out = cited[0][1].number
    for node, step in cited[1:]:
        number = number_in(step.number)[1] or step.number
        out += f"({number})" if node.unit in _IN_BRACKETS else f".{number}"
    return out


def _in_words(path: Sequence[Provision], cited: _Cited, pack: Pack) -> str:
    if not cited:
        return _by_word(path, pack) or _compact(path, cited)
    if not table(pack, "formulas"):
        return _compact(path, cited)
    words = formulas(pack)
    try:
        said = cite(cited[0][1], "object", words) + "".join(cite(step, "inner", words) for _, step in cited[1:])
    except TomasError:
        return _compact(path, cited)
    return said[:1].upper() + said[1:]


def _by_word(path: Sequence[Provision], pack: Pack) -> str:
    """A numbered unit outside the articles by the word that it is cited with ("Recital 3"); "" where its number tells
    what it is, or nothing does."""
    node = path[-1] if path else None
    words = pack.citations.get(node.unit, {}).get("one") if node and node.num.strip("()[].").isdigit() else None
    return f"{words[0].capitalize()} {number_in(node.num)[1]}" if node and words else ""


def _cited(
    nodes: Sequence[Provision], path: Sequence[Provision], pack: Pack, known: dict[int, Step | None] | None = None
) -> Iterator[tuple[Provision, Step]]:
    """From the article down, without the paragraph that is its only one and bears no number. `known` are the steps of
    provisions that were asked for before."""
    known = {} if known is None else known
    siblings: Sequence[Provision] = nodes
    within = False
    for node in path:
        within = within or node.unit == "article"
        if within and not (node.unit == "paragraph" and citing.is_counted(node, pack) and _is_alone(node, siblings)):
            if id(node) not in known:
                known[id(node)] = citing.step(node, siblings, pack)
            step = known[id(node)]
            if step is None:  # another one has its number too
                return
            yield node, step
        siblings = node.children


def _is_alone(node: Provision, siblings: Sequence[Provision]) -> bool:
    return not any(each is not node and each.unit == node.unit for each in siblings)
