"""A dossier as a value: every fact it holds now, by key. The trees of provisions are fetched by hash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

from tomas_desktop.model.card import Card
from tomas_desktop.model.change import Change, Fact
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.proposal import Proposal
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

    def with_change(self, change: Change) -> Dossier:
        """The dossier after this change."""
        facts = dict(self.facts)
        if change.after is None:
            facts.pop(change.key, None)
        else:
            facts[change.key] = change.after
        return Dossier(MappingProxyType(facts))
