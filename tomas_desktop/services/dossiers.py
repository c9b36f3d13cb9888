"""Opening dossiers, and asking them for works, texts and provisions."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tomas_desktop.amend.session import Session
from tomas_desktop.errors import NotFoundError
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.change import Step
from tomas_desktop.model.dossier import Dossier
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.provision import Provision, find
from tomas_desktop.model.work import Expression, Work
from tomas_desktop.storage.dossier_store import DossierStore
from tomas_desktop.text.stems import rules_of

TREES_KEPT = 12  # parsed laws kept in memory; a dossier of workshops has fewer


class OpenDossier:
    """A dossier that is open: its session (the only way to change it) and its texts."""

    def __init__(self, store: DossierStore) -> None:
        self._store = store
        self._trees: OrderedDict[str, tuple[Provision, ...]] = OrderedDict()
        self._packs: dict[tuple[str, str], Pack] = {}  # loading looks into folders each time
        self.session = Session(store)
        self.path = store.path

    @property
    def dossier(self) -> Dossier:
        """Every fact as it stands now."""
        return self.session.dossier

    def close(self) -> None:
        self._store.close()

    # ---- texts ---------------------------------------------------------------------------------------------

    def nodes(self, expression: Expression) -> tuple[Provision, ...]:
        """The provisions of an expression."""
        if expression.tree not in self._trees:
            self._trees[expression.tree] = self._store.tree(expression.tree)
            while len(self._trees) > TREES_KEPT:
                self._trees.popitem(last=False)
        self._trees.move_to_end(expression.tree)
        return self._trees[expression.tree]

    def work(self, key: str) -> Work:
        """The work with this key; raises NotFoundError("no-work")."""
        work = self.dossier.work(key)
        if work is None:
            raise NotFoundError("no-work", work=key, known=", ".join(w.key for w in self.dossier.works) or "none")
        return work

    def expression(self, work: str, id: str | None = None) -> Expression:
        """The expression with this id, or the one to show first: the one that is worked with, in force, else the newest
        that came in.

        Raises NotFoundError("no-work"), ("no-expression").
        """
        current = self.work(work).current
        expressions = self.dossier.expressions(work)
        if id is None and any(e.id == current for e in expressions):
            id = current
        if id is not None:
            expressions = tuple(e for e in expressions if e.id == id)
        if not expressions:
            raise NotFoundError("no-expression", work=work, expression=id or "")
        return shown_first(expressions)

    def proposal(self, key: str) -> Proposal:
        """The proposal with this key; raises NotFoundError("no-proposal")."""
        proposal = self.dossier.proposal(key)
        if proposal is None:
            known = ", ".join(p.key for p in self.dossier.proposals) or "none"
            raise NotFoundError("no-proposal", proposal=key, known=known)
        return proposal

    def proposal_expression(self, proposal: Proposal) -> Expression:
        """The text that a proposal amends."""
        return self.expression(proposal.work, proposal.expression)

    def provision(self, ref: Ref, expression: str | None = None) -> Provision:
        """The provision a reference names; raises NotFoundError("no-provision")."""
        found = find(self.nodes(self.expression(ref.work, expression)), ref.eid)
        if found is None:
            raise NotFoundError("no-provision", reference=str(ref))
        return found

    def pack(self, expression: Expression) -> Pack:
        """The grammar of the legal order and language of an expression."""
        order = self.work(expression.work).country, expression.language
        if order not in self._packs:
            self._packs[order] = packs.load(*order)
        return self._packs[order]

    # ---- the history ---------------------------------------------------------------------------------------

    def history(self) -> list[tuple[int, int | None]]:
        """The ids of all steps that were ever taken, each with the step that it took back or brought again."""
        return self._store.history()

    def step(self, id: int) -> Step:
        """A step of the history."""
        return self._store.step(id)

    # ---- searching -----------------------------------------------------------------------------------------

    def find(
        self, texts: Collection[Expression], queries: Mapping[str, str], limit: int
    ) -> tuple[list[tuple[Expression, Provision, float]], int]:
        """The best passages of these texts that answer, with their scores, and how many there are in all; `queries`
        is what `storage.search.find` takes."""
        of_text = _of_text(texts)
        found, total = self._store.find(list(of_text), queries, limit)
        return [(of_text[each.text], each.provision, each.score) for each in found], total

    def passages(self, texts: Collection[Expression], first: str, last: str = "") -> list[tuple[Expression, Provision]]:
        """The passages of these texts with an eId, or from one to another; see `storage.search.at`."""
        of_text = _of_text(texts)
        return [(of_text[each.text], each.provision) for each in self._store.passages(list(of_text), first, last)]


def shown_first(expressions: Collection[Expression]) -> Expression:
    """Of several texts of a work the one to show first: in force, else the newest that came in."""
    in_force = [e for e in expressions if e.stage == "in-force"]
    return max(in_force or expressions, key=lambda e: e.date)


def _of_text(texts: Collection[Expression]) -> dict[tuple[str, str], Expression]:
    """The expressions by tree and language rules; of two works with the very same text the first."""
    return {(one.tree, rules_of(one.language)): one for one in reversed(tuple(texts))}


@contextmanager
def opened(path: Path, *, create: bool = False) -> Iterator[OpenDossier]:
    """The dossier at `path`, made when missing and `create` is set; closed at the end."""
    store = DossierStore.create(path) if create and not path.exists() else DossierStore.open(path)
    dossier = OpenDossier(store)
    try:
        yield dossier
    finally:
        dossier.close()


def open_file(path: Path) -> OpenDossier:
    """The dossier at `path`, to be closed by the caller (a window keeps it open)."""
    return OpenDossier(DossierStore.open(path))


def create_file(path: Path) -> OpenDossier:
    """A new, empty dossier at `path`, to be closed by the caller."""
    return OpenDossier(DossierStore.create(path))
