"""Two texts of a law become the clauses that lead from the one to the other (drafting.md 2.5).

Applied to the old text they give the new one, byte for byte: that is proven before they are handed out. What no
clause can say is told as a finding and never dropped silently.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tomas_desktop.amend.consolidate import consolidate
from tomas_desktop.amend.law_clauses import AMENDED, LawClauses
from tomas_desktop.amend.tree_diff import differences
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.clause import Clause
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.provision import DIVISIONS, Provision, walk
from tomas_desktop.model.wording import Size

__all__ = ["Derivation", "Size", "derive"]


@dataclass(frozen=True, slots=True)
class Derivation:
    """The clauses in the order in which an act says them, and the changes that no clause can say."""

    clauses: tuple[Clause, ...]
    unexpressed: tuple[Finding, ...] = ()


def derive(
    base: Sequence[Provision], new: Sequence[Provision], pack: Pack, sizes: Mapping[str, Size] | None = None
) -> Derivation:
    """The clauses that turn `base` into `new`. `sizes` gives the least size of the clauses for an article of the
    base, by its eId: words (where it is not named), whole units, the whole article."""
    law = LawClauses(pack, sizes or {})
    clauses = law.run(differences(base, new, pack), base)
    result = consolidate(base, clauses, pack)
    failed = {id(failure.clause) for failure in result.failed}
    told = {finding.eid for finding in law.unexpressed if finding.severity == "error"}
    told |= {below.eid for node in (*walk(base), *walk(new)) if node.eid in told for below in node.walk()}
    lost = [Finding("error", "change-not-expressed", eid) for eid in _unlike(result.nodes, new) if eid not in told]
    return Derivation(tuple(each for each in clauses if id(each) not in failed), (*law.unexpressed, *lost))


def _unlike(made: Sequence[Provision], wanted: Sequence[Provision]) -> list[str]:
    """The eIds of the articles and divisions that are not as they should be; where only their order is not, all."""
    texts, right = dict(own_texts(made)), dict(own_texts(wanted))
    if list(texts.items()) == list(right.items()):
        return []
    apart = [eid for eid in (right | texts) if texts.get(eid) != right.get(eid)]
    return apart or list(right)


def own_texts(nodes: Sequence[Provision]) -> Iterator[tuple[str, str]]:
    """The text of each article and annex of the law and the heading of each division, in order, with its eId."""
    for node in nodes:
        if node.unit in DIVISIONS:
            yield node.eid, canonical_text((replace(node, children=()),))
            yield from own_texts(node.children)
        elif node.unit in AMENDED:
            yield node.eid, canonical_text((node,))
