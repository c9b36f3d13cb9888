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
from tomas_desktop.model.provision import Provision, path_to

_IN_BRACKETS = frozenset({"point", "subpoint", "indent"})


def compact(nodes: Sequence[Provision], eid: str, pack: Pack) -> str:
    """The number of a provision as tables of concordance give it: article, paragraph behind a stop, points in brackets
    ("185.2", "3.2(a)"); an annex or a division by its own printed number. "" for one that is not there."""
    path = path_to(nodes, eid)
    cited = list(_cited(nodes, path, pack))
    if not cited:
        return (path[-1].num or path[-1].heading).rstrip(" :.") if path else ""
    out = cited[0][1].number
    for node, step in cited[1:]:
        number = number_in(step.number)[1] or step.number
        out += f"({number})" if node.unit in _IN_BRACKETS else f".{number}"
    return out


def in_words(nodes: Sequence[Provision], eid: str, pack: Pack) -> str:
    """A provision as a sentence of the law of this country names it, with a capital; as `compact` where the language
    has no words for it. `nodes` may be those of another law, an EU act say."""
    path = path_to(nodes, eid)
    cited = list(_cited(nodes, path, pack))
    if not cited or not table(pack, "formulas"):
        return compact(nodes, eid, pack)
    words = formulas(pack)
    try:
        said = cite(cited[0][1], "object", words) + "".join(cite(step, "inner", words) for _, step in cited[1:])
    except TomasError:
        return compact(nodes, eid, pack)
    return said[:1].upper() + said[1:]


def _cited(nodes: Sequence[Provision], path: Sequence[Provision], pack: Pack) -> Iterator[tuple[Provision, Step]]:
    """From the article down, without the paragraph that is its only one and bears no number."""
    siblings: Sequence[Provision] = nodes
    within = False
    for node in path:
        same = [each for each in siblings if each.unit == node.unit]
        within = within or node.unit == "article"
        if within and not (node.unit == "paragraph" and len(same) == 1 and citing.is_counted(node, pack)):
            step = citing.step(node, siblings, pack)
            if step is None:  # another one has its number too
                return
            yield node, step
        siblings = node.children
