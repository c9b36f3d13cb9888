"""The articles and divisions of a law as clauses: what is amended, comes in, goes or gets another number, in order.

The smallest clauses that bring an article about exactly are taken, which is proven by applying them to it; what
none can say comes back as a finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tomas_desktop.amend import citing
from tomas_desktop.amend.article_clauses import Manner, article_clauses, heading_clause
from tomas_desktop.amend.citing import printed_number
from tomas_desktop.amend.consolidate import consolidate
from tomas_desktop.amend.renumbering import renumberings
from tomas_desktop.amend.sibling_clauses import Chain, Level, printed
from tomas_desktop.amend.tree_diff import Difference
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.clause import Clause, Step
from tomas_desktop.model.finding import Finding, Severity
from tomas_desktop.model.provision import DIVISIONS, Note, Provision
from tomas_desktop.model.wording import Size

# From the least size of a clause upwards; at last words again, however many they are.
_LADDER: Mapping[Size, tuple[tuple[Size, bool], ...]] = {
    "words": (("words", True), ("unit", True), ("article", True), ("words", False)),
    "unit": (("unit", True), ("article", True)),
    "article": (("article", True),),
}
AMENDED = DIVISIONS | {"article", "annex"}  # what an amending act reaches


@dataclass(slots=True)
class LawClauses:
    """The clauses of a law while they are made. Articles that get another number get it after everything that cites
    the old ones (`renumbered`), and then come those that come in (`inserted`); where none does, all is in `clauses`.
    `gone_first` are clauses that make room: what moves forward in the law has to go before it can come."""

    pack: Pack
    sizes: Mapping[str, Size]
    gone_first: list[Clause] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    renumbered: list[Clause] = field(default_factory=list)
    inserted: list[Clause] = field(default_factory=list)
    unexpressed: list[Finding] = field(default_factory=list)
    _moved: frozenset[str] = frozenset()
    _counts_anew: bool = False
    _wanted: Counter[str] = field(default_factory=Counter)
    _numbers: Counter[tuple[str, str]] = field(default_factory=Counter)
    _moves: list[tuple[Provision, Provision]] = field(default_factory=list)

    def run(self, found: Sequence[Difference], base: Sequence[Provision]) -> tuple[Clause, ...]:
        """The clauses for the differences of a law from `base`, in the order in which an act says them."""
        every = [each for top in found for each in top.walk() if each.unit in AMENDED]
        came = {number for each in every if each.base is None for number in self._articles_in(each.new)}
        gone = {number for each in every if each.new is None for number in self._articles_in(each.base)}
        self._moved = frozenset(came & gone)
        self._counts_anew = any(each.unit == "article" and each.is_renumbered for each in every)
        self._wanted = Counter(number for top in found for number in self._articles_in(top.new) if top.unit in AMENDED)
        self._numbers = Counter((node.unit, printed_number(node.num, self.pack)) for node in _law(base))
        self._level(found, (), base, [each.new for each in found if each.new])
        self._renumber_articles()
        return (*self.gone_first, *self.clauses, *self.renumbered, *self.inserted)

    def _articles_in(self, node: Provision | None) -> Iterator[str]:
        return (printed_number(each.num, self.pack) for each in (node.walk() if node else ()) if each.unit == "article")

    def _say(self, code: str, node: Provision, severity: Severity = "error") -> None:
        self.unexpressed.append(Finding(severity, code, node.eid, (("number", node.num or node.unit),)))

    # one list of siblings

    def _level(
        self, items: Sequence[Difference], holder: Chain, old: Sequence[Provision], new: Sequence[Provision]
    ) -> None:
        for place, each in enumerate(items):
            if each.unit not in DIVISIONS or each.state == "kept":
                self._notes(each)
            if each.state == "kept":
                continue
            if each.unit not in AMENDED:
                self._say("unit-not-amended", each.present)
            elif each.base is None:
                self._insertion(items, place, holder)
            elif each.new is None:
                self._deletion(each, holder, old)
            elif each.unit in DIVISIONS:
                self._division(each, holder, old)
            else:
                self._article(each, holder, old)
        divisions = [each for each in items if each.unit in DIVISIONS]
        level = Level(tuple(divisions), tuple(old), tuple(new), holder, holder, self.pack)
        self.renumbered.extend(renumberings(level))

    def _step(self, node: Provision, siblings: Sequence[Provision]) -> Step | None:
        """The step to an article or a division of the law in force; None where its number stands twice."""
        if node.unit == "article" and self._numbers["article", printed_number(node.num, self.pack)] > 1:
            return None
        return citing.step(node, siblings, self.pack)

    def _chain(self, node: Provision, holder: Chain, siblings: Sequence[Provision]) -> Chain | None:
        """The steps to an article or a division: articles, and divisions whose number stands once, by themselves."""
        step = self._step(node, siblings)
        if step is None:
            return None
        alone = node.unit == "article" or (
            not step.counted and self._numbers[node.unit, printed_number(node.num, self.pack)] == 1
        )
        return (step,) if alone else (*holder, step)

    def _notes(self, each: Difference) -> None:
        """Notes are not text of the law: no clause changes them. Those of a unit that goes go with it."""
        if each.base is each.new or each.new is None:
            return
        if each.state == "changed":
            differ = each.base is not None and each.base.notes != each.new.notes
        else:
            differ = _notes_of(each.base) != _notes_of(each.new)
        if differ:
            self._say("notes-not-amended", each.new, "info")
        for below in each.inside:
            self._notes(below)

    # what is in both versions

    def _article(self, each: Difference, holder: Chain, siblings: Sequence[Provision]) -> None:
        base, new = each.base, each.new
        assert base is not None
        assert new is not None
        target = self._chain(base, holder, siblings)
        if target is None:
            self._say("number-stands-twice", base)
            return
        if each.is_renumbered and citing.is_renumbering(base, new, self.pack):
            self._moves.append((base, new))
            new = replace(new, num=base.num)
        if canonical_text((base,)) == canonical_text((new,)):
            return
        for size, limited in _LADDER[self.sizes.get(base.eid, "words")]:
            clauses = article_clauses(replace(each, new=new), target, Manner(self.pack, size, limited))
            if self._brings_about((base,), clauses, (new,)):
                self.clauses.extend(clauses)
                return
        self._say("article-not-expressed", base)

    def _brings_about(self, base: Sequence[Provision], clauses: Sequence[Clause], wanted: Sequence[Provision]) -> bool:
        result = consolidate(base, clauses, self.pack)
        return not result.failed and canonical_text(result.nodes) == canonical_text(wanted)

    def _division(self, each: Difference, holder: Chain, siblings: Sequence[Provision]) -> None:
        base, new = each.base, each.new
        assert base is not None
        assert new is not None
        target = self._chain(base, holder, siblings)
        heading_changes = base.heading != new.heading
        only_number = base.num == new.num or citing.is_renumbering(base, new, self.pack)
        if target is None and (heading_changes or base.num != new.num):
            self._say("number-stands-twice", base)
        elif base.text != new.text or not only_number:
            self._say("unit-not-amended", base)
        elif target is not None and heading_changes:
            self.clauses.append(heading_clause(base.heading, new.heading, target, Manner(self.pack)))
        step = citing.step(base, siblings, self.pack)
        self._level(each.inside, (*holder, step) if step else holder, base.children, new.children)

    def _renumber_articles(self) -> None:
        """All articles with another number in one sentence: read one after the other they would meet the numbers of
        others."""
        if self._moves:
            step = Step("article", tuple(citing.cited(base, self.pack) for base, _ in self._moves))
            numbers = tuple(citing.cited(new, self.pack) for _, new in self._moves)
            self.renumbered.insert(0, Clause("renumber", (step,), new_numbers=numbers))

    # what goes and what comes

    def _deletion(self, each: Difference, holder: Chain, siblings: Sequence[Provision]) -> None:
        base = each.base
        assert base is not None
        target = self._chain(base, holder, siblings)
        if target is None:
            self._say("number-stands-twice", base)
            return
        makes_room = not self._moved.isdisjoint(self._articles_in(base))
        (self.gone_first if makes_room else self.clauses).append(Clause("delete_unit", target))

    def _insertion(self, items: Sequence[Difference], place: int, holder: Chain) -> None:
        """A new article or division by itself, after the one before it (S17, S18), else before the next one."""
        node = items[place].new
        assert node is not None
        if any(self._wanted[number] > 1 for number in self._articles_in(node)):
            self._say("number-stands-twice", node)
            return
        numbers = (citing.cited(node, self.pack),) if node.num else ()
        titled = node.unit == "article" and node.heading_above and bool(node.heading)
        clause = Clause(
            "insert_unit", holder, content=printed(node), unit=node.unit, new_numbers=numbers, with_heading=titled
        )
        before = next((each.new for each in items[:place][::-1] if each.new and each.unit in AMENDED), None)
        after = next((e.new for e in items[place + 1 :] if e.new and e.base and e.unit in AMENDED), None)
        sibling = before or after
        into = self.inserted if self._counts_anew else self.clauses
        if sibling is None:
            if holder:
                into.append(replace(clause, position="end"))
            else:
                self._say("unit-not-amended", node)
            return
        target = self._beside(sibling, holder, [each.new for each in items if each.new])
        if target is None:
            self._say("number-stands-twice", sibling)
            return
        clause = replace(clause, target=target[-1:], position="after" if before else "before")
        wanted = (sibling, node) if before else (node, sibling)
        if self._brings_about((sibling,), (clause,), wanted):
            into.append(replace(clause, target=target))
        else:
            self._say("unit-not-read-back", node)

    def _beside(self, sibling: Provision, holder: Chain, siblings: Sequence[Provision]) -> Chain | None:
        """The steps to the unit beside which another comes in, by the number that it has by then; None where that
        number stands twice."""
        if sibling.unit == "article":
            return (Step("article", (citing.cited(sibling, self.pack),)),)
        step = citing.step(sibling, siblings, self.pack)
        return (*holder, step) if step else None


def _notes_of(node: Provision | None) -> list[tuple[Note, ...]]:
    return [each.notes for each in node.walk() if each.notes] if node is not None else []


def _law(nodes: Sequence[Provision]) -> Iterator[Provision]:
    """The law's own articles and divisions in their order."""
    for node in nodes:
        if node.unit in DIVISIONS or node.unit == "article":
            yield node
        if node.unit in DIVISIONS:
            yield from _law(node.children)
