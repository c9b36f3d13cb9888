"""A dossier as a value: every fact it holds now, by key. The trees of provisions are fetched by hash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

from tomas_desktop.model.card import Card
from tomas_desktop.model.change import Change, Fact
from tomas_desktop.model.comment import Comment
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.running_order import RunningOrder
from tomas_desktop.model.translation import Translation
from tomas_desktop.model.verification import Verification
from tomas_desktop.model.wording import ClauseSize, ClauseText
from tomas_desktop.model.work import Expression, Work

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True)
class Dossier:
    """Facts in the order in which they came in."""

    facts: Mapping[str, Fact] = field(default_factory=lambda: MappingProxyType({}))

    def _all(self, kind: type[F]) -> tuple[F, ...]:
        return tuple(fact for fact in self.facts.values() if isinstance(fact, kind))

    @property
    def works(self) -> tuple[Work, ...]:
        return self._all(Work)

    @property
    def correlations(self) -> tuple[Correlation, ...]:
        return self._all(Correlation)

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        return self._all(Proposal)

    def expressions(self, work: str) -> tuple[Expression, ...]:
        return tuple(expression for expression in self._all(Expression) if expression.work == work)

    def modifications(self, proposal: str) -> tuple[Modification, ...]:
        return tuple(m for m in self._all(Modification) if m.proposal == proposal)

    def work(self, key: str) -> Work | None:
        fact = self.facts.get(f"work/{key}")
        return fact if isinstance(fact, Work) else None

    def expression(self, id: str) -> Expression | None:
        fact = self.facts.get(f"expression/{id}")
        return fact if isinstance(fact, Expression) else None

    def proposal(self, key: str) -> Proposal | None:
        fact = self.facts.get(f"proposal/{key}")
        return fact if isinstance(fact, Proposal) else None

    def card(self, work: str) -> Card:
        """The card of a work; an empty one where nobody has filled it."""
        fact = self.facts.get(f"card/{work}")
        return fact if isinstance(fact, Card) else Card(work)

    def clause_text(self, proposal: str, article: str) -> ClauseText | None:
        """The wording by hand of the clauses of an article."""
        fact = self.facts.get(f"clause-text/{proposal}/{article}")
        return fact if isinstance(fact, ClauseText) else None

    def clause_texts(self, proposal: str) -> tuple[ClauseText, ...]:
        """The wordings by hand of a proposal."""
        return tuple(text for text in self._all(ClauseText) if text.proposal == proposal)

    def clause_size(self, proposal: str, article: str) -> ClauseSize | None:
        """How large the clauses of an article are at least; None where the drafting rules choose."""
        fact = self.facts.get(f"clause-size/{proposal}/{article}")
        return fact if isinstance(fact, ClauseSize) else None

    def clause_sizes(self, proposal: str) -> tuple[ClauseSize, ...]:
        """The sizes that were chosen for articles of a proposal."""
        return tuple(size for size in self._all(ClauseSize) if size.proposal == proposal)

    def translation(self, ref: Ref, language: str) -> Translation | None:
        """The working translation of an EU provision into a language."""
        fact = self.facts.get(f"translation/{ref}/{language}")
        return fact if isinstance(fact, Translation) else None

    def translations(self, work: str) -> tuple[Translation, ...]:
        """The working translations of provisions of an act."""
        return tuple(one for one in self._all(Translation) if one.ref.work == work)

    def comments(self, about: Ref) -> tuple[Comment, ...]:
        """The conversation beside a provision, the first comment first."""
        return tuple(sorted((one for one in self._all(Comment) if one.about == about), key=lambda one: one.n))

    def is_verified(self, expression: Expression, eid: str) -> bool:
        """Was the article compared with the gazette, in the very text that the dossier has now?"""
        fact = self.facts.get(f"verification/{expression.id}#{eid}")
        return isinstance(fact, Verification) and fact.tree == expression.tree

    @property
    def running_orders(self) -> tuple[RunningOrder, ...]:
        return self._all(RunningOrder)

    def with_change(self, change: Change) -> Dossier:
        """The dossier after this change."""
        facts = dict(self.facts)
        if change.after is None:
            facts.pop(change.key, None)
        else:
            facts[change.key] = change.after
        return Dossier(MappingProxyType(facts))
