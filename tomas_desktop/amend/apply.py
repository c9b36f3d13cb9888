"""A law with the modifications of a proposal applied: the text as it would stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count, islice

from tomas_desktop.amend import eids
from tomas_desktop.amend.renumber import Sibling, renumbered
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.provision import Provision, own_articles, walk

# While the text is put together, what a modification brings carries a mark instead of an eId: the modification's
# index and the provision's place in its content, so that it cannot be taken for the provision of the law in
# force that has the same number.
_MARK = "+{index}:{place}"


@dataclass(frozen=True, slots=True)
class Applied:
    """`moved` tells where a provision of the law in force now stands (only those whose eId changed); `causes`
    which modification worded a provision of the proposed text, `places` where in its content (counted in reading
    order from 0); `unused` are the modifications whose target is not in the law."""

    nodes: tuple[Provision, ...]
    moved: Mapping[str, str]
    causes: Mapping[str, Modification]
    places: Mapping[str, int]
    unused: tuple[Modification, ...] = ()


def apply(nodes: Sequence[Provision], modifications: Iterable[Modification], pack: Pack) -> Applied:
    """The proposed text. Provisions that no modification touches are the same objects as in `nodes`."""
    return _Application(tuple(modifications), pack).run(nodes)


class _Application:
    def __init__(self, modifications: tuple[Modification, ...], pack: Pack) -> None:
        self.modifications = modifications
        self.pack = pack
        self.by_slot = {(m.target, m.id.rpartition("/")[2]): i for i, m in enumerate(modifications)}
        self.targets = {m.target for m in modifications}
        # The eIds of what lies in an article begin with the article's: no article need be walked to know.
        self.holders = {"__".join(t.split("__")[:depth]) for t in self.targets for depth in range(1, t.count("__") + 2)}
        self.used: set[int] = set()
        self.moved: dict[str, str] = {}
        self.causes: dict[str, Modification] = {}
        self.places: dict[str, int] = {}
        self.articles: tuple[str, ...] = ()  # the numbers of those in force, those that go too

    def run(self, nodes: Sequence[Provision]) -> Applied:
        if any(each.unit == "article" for m in self.modifications for each in m.content):
            self.articles = tuple(each.num for each in own_articles(nodes))
        siblings = [sibling for node in nodes for sibling in self._visit(node)]
        changed = self._settled(siblings)
        final = tuple(self._identified(node) for node in changed)
        unused = tuple(m for i, m in enumerate(self.modifications) if i not in self.used)
        return Applied(final, self.moved, self.causes, self.places, unused)

    def _visit(self, node: Provision) -> list[Sibling]:
        index = self.by_slot.get((node.eid, "text"))
        if index is None:
            own = [Sibling(self._with_children(node))]
        elif self.modifications[index].kind == "repeal":
            self.used.add(index)
            own = [Sibling(node, "gone")]
        else:
            self.used.add(index)
            first, *more = _marked(self.modifications[index].content, index)
            own = [Sibling(first), *(Sibling(each, "new") for each in more)]
        heading = self.by_slot.get((node.eid, "heading"))
        if heading is not None and own[0].role != "gone":
            self.used.add(heading)
            title = self.modifications[heading].heading
            own[0] = replace(own[0], provision=replace(own[0].provision, heading=title))
        after = self.by_slot.get((node.eid, "after"))
        if after is not None:
            self.used.add(after)
            own.extend(Sibling(each, "new") for each in _marked(self.modifications[after].content, after))
        return own

    def _with_children(self, node: Provision) -> Provision:
        if not self._holds_target(node):
            return node
        siblings = [sibling for child in node.children for sibling in self._visit(child)]
        return replace(node, children=self._settled(siblings))

    def _holds_target(self, node: Provision) -> bool:
        if node.unit == "article":
            return node.eid in self.holders
        return any(child.eid in self.targets or self._holds_target(child) for child in node.children)

    def _settled(self, siblings: Sequence[Sibling]) -> tuple[Provision, ...]:
        if any(sibling.role != "kept" for sibling in siblings):
            return renumbered(siblings, self.pack, self.articles)
        return tuple(sibling.provision for sibling in siblings)

    def _identified(self, node: Provision) -> Provision:
        """The node with final eIds in every article that was touched; notes what moved and what caused what."""
        if node.unit == "article":
            touched = node.eid.startswith("+") or node.eid in self.holders
            return self._article(node) if touched else node
        children = tuple(self._identified(child) for child in node.children)
        same = all(a is b for a, b in zip(children, node.children, strict=True))
        if not same:
            node = replace(node, children=children)
        if node.eid.startswith("+"):  # outside articles a provision keeps the eId that its own reading gave it
            index, place = _unmarked(node.eid)
            read = next(islice(walk(self.modifications[index].content), place, None))
            self._came_from(node.eid, eid := self._known_eid(node) or read.eid)
            node = replace(node, eid=eid)
        if (heading := self.by_slot.get((node.eid, "heading"))) is not None:
            self.causes.setdefault(node.eid, self.modifications[heading])
        return node

    def _known_eid(self, node: Provision) -> str:
        """The eId of the law in force that a node has or takes the place of; empty for what is new."""
        if not node.eid.startswith("+"):
            return node.eid
        index, place = _unmarked(node.eid)
        modification = self.modifications[index]
        return modification.target if modification.kind == "substitution" and place == 0 else ""

    def _came_from(self, mark: str, eid: str) -> None:
        index, place = _unmarked(mark)
        self.causes[eid] = self.modifications[index]
        self.places[eid] = place

    def _article(self, article: Provision) -> Provision:
        numbered = eids.of_article(article, self._known_eid(article), self.pack)
        for before, after in zip(walk((article,)), walk((numbered,)), strict=True):
            old = self._known_eid(before)
            if before.eid.startswith("+"):
                self._came_from(before.eid, after.eid)
            if old and old != after.eid:
                self.moved[old] = after.eid
            if (heading := self.by_slot.get((old, "heading"))) is not None:
                self.causes.setdefault(after.eid, self.modifications[heading])
        return numbered


def _marked(content: Sequence[Provision], index: int) -> list[Provision]:
    places = count()

    def mark(node: Provision) -> Provision:
        own = _MARK.format(index=index, place=next(places))
        return replace(node, eid=own, children=tuple(mark(child) for child in node.children))

    return [mark(node) for node in content]


def _unmarked(eid: str) -> tuple[int, int]:
    index, _, place = eid[1:].partition(":")
    return int(index), int(place)
