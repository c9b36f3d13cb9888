"""The amending clauses of one article as it is proposed, derived or worded by hand.

A wording by hand is used as long as it says exactly the draft, which is found out by reading and applying it; where
it no longer does, the derived one is used and the other stays until a person drops it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tomas_desktop.amend import proof
from tomas_desktop.amend.amending_act import amended
from tomas_desktop.amend.apply import apply
from tomas_desktop.amend.comparison import MarkedLine, compare
from tomas_desktop.amend.consolidate import consolidate
from tomas_desktop.amend.session import drop as dropped
from tomas_desktop.amend.session import put
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.jurisdiction import act_frame, clause_reading, formulas
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.canonical import Line
from tomas_desktop.model.canonical import lines as printed
from tomas_desktop.model.change import Step
from tomas_desktop.model.clause import Clause
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.provision import DIVISIONS, NOT_LAW, Provision, find, path_to, rewrite
from tomas_desktop.model.wording import ClauseSize, ClauseText, Size
from tomas_desktop.services import clock, drafting, messages
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.failures import Failed, all_told

Law = tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """All that the clauses of one article depend on: values only, so that a worker may look at them while the dossier
    goes on changing. `article` is its eId in the law in force; of one that the proposal brings in, in the draft.
    `size` is how large its clauses are at least."""

    law: Law
    modifications: tuple[Modification, ...]
    pack: Pack
    article: str
    by_hand: ClauseText | None = None
    size: Size = "words"


@dataclass(frozen=True, slots=True)
class ArticleClauses:
    """The clauses of an article, and the lines of the amending article that says them; no lines where nothing changes.
    `findings` are changes that no clause can say. `by_hand` is the wording that a person kept; `is_by_hand` tells
    whether it still says the draft, and so whether `lines` are it."""

    lines: tuple[str, ...]
    clauses: tuple[Clause, ...]
    findings: tuple[Finding, ...] = ()
    by_hand: ClauseText | None = None
    is_by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """What a wording by hand does to the law in force. `is_exact`: it gives the draft, and nothing else. Otherwise
    `differences` are the redlines from the draft to what it gives, `failures` what is not read or cannot be applied.
    `result` is the article that it makes (None: it takes the article out); `is_alone` tells that no other changes."""

    lines: tuple[str, ...]
    clauses: tuple[Clause, ...]
    is_exact: bool
    result: Provision | None
    is_alone: bool
    differences: tuple[MarkedLine, ...] = ()
    failures: tuple[Failed, ...] = ()

    @property
    def proposed_text(self) -> tuple[str, ...]:
        """The printed lines of the article that it makes."""
        return tuple(line.text for line in printed((self.result,))) if self.result else ()


# ---- the clauses of an article ---------------------------------------------------------------------------------


def situation(opened: OpenDossier, proposal_key: str, article: str) -> Situation:
    """What the clauses of an article depend on, as it stands now; raises NotFoundError("no-proposal")."""
    proposal = opened.proposal(proposal_key)
    expression = opened.proposal_expression(proposal)
    chosen = opened.dossier.clause_size(proposal.key, article)
    return Situation(
        opened.nodes(expression),
        opened.dossier.modifications(proposal.key),
        opened.pack(expression),
        article,
        opened.dossier.clause_text(proposal.key, article),
        chosen.size if chosen else "words",
    )


def of_article(opened: OpenDossier, proposal_key: str, article: str) -> ArticleClauses:
    """The clauses of one article of a proposal; see `derive`. Raises NotFoundError("no-proposal") too."""
    return derive(situation(opened, proposal_key, article))


def derive(case: Situation) -> ArticleClauses:
    """The clauses of an article as proposed, in the legal language of its law: those worded by hand while they say the
    draft exactly, else the smallest ones that do and are as large as a person chose.

    Raises NotFoundError("no-provision") where the article is neither in the law nor in the draft,
    TomasError("no-formulas") for a language in which no clauses can be written.
    """
    before, after = _texts(case)
    if case.by_hand is not None:
        checked = _checked(before, after, case.by_hand.text, case)
        if checked.is_exact and checked.clauses:
            return ArticleClauses(checked.lines, checked.clauses, (), case.by_hand, True)
    around = _around(before, after, case.article)
    over = frozenset(node.eid for law in (before, after) for eid in around for node in path_to(law, eid)[:-1])
    sheets = _sheet(before, around, over), _sheet(after, around, over)
    found = proof.proven(*sheets, case.pack, {case.article: case.size})
    written = tuple(line for group in amended(found.clauses) for line in formulas.write(group, case.pack))
    return ArticleClauses(written, found.clauses, found.unexpressed, case.by_hand)


def derive_all(case: Situation) -> tuple[ArticleClauses, ...]:
    """The clauses of an article, and after them those of each new article that the draft brings in behind it."""
    proposed = apply(case.law, case.modifications, case.pack)
    known = {article.eid for article in _articles(case.law)}
    new = (node.eid for node in _articles(proposed.nodes) if node.eid not in known)
    here = [eid for eid in new if eid in proposed.causes and proposed.causes[eid].target == case.article]
    return (derive(case), *(derive(replace(case, article=eid, by_hand=None, size="words")) for eid in here))


def _texts(case: Situation) -> tuple[Law, Law]:
    """The law before and after the change of this article alone."""
    proposed = apply(case.law, case.modifications, case.pack)
    base = find(case.law, case.article)
    if base is None:
        if find(proposed.nodes, case.article) is None:
            raise NotFoundError("no-provision", reference=case.article)
        return rewrite(proposed.nodes, lambda node: () if node.eid == case.article else None), proposed.nodes
    now = proposed.moved.get(base.eid, base.eid)
    is_taken = now == base.eid and base.eid in proposed.moved.values()  # by another that got its number
    new = None if is_taken else find(proposed.nodes, now)
    return case.law, rewrite(case.law, lambda node: ((new,) if new else ()) if node is base else None)


def _around(before: Law, after: Law, article: str) -> frozenset[str]:
    """The article, and for one that comes in the article before it, which the clause names."""
    if find(before, article) is not None:
        new = {node.eid for node in _articles(after)} - {node.eid for node in _articles(before)}
        return frozenset({article, *new})
    order = [node.eid for node in _articles(after)]
    place = order.index(article) if article in order else 0
    return frozenset(order[max(place - 1, 0) : place + 1] if place else order[:2])


def _sheet(nodes: Sequence[Provision], eids: frozenset[str], over: frozenset[str]) -> Law:
    """Only these articles, and the divisions over them."""
    out: list[Provision] = []
    for node in nodes:
        if node.eid in eids:
            out.append(node)
        elif node.eid in over:
            out.append(replace(node, children=_sheet(node.children, eids, over)))
    return tuple(out)


def _articles(nodes: Sequence[Provision]) -> list[Provision]:
    out: list[Provision] = []
    for node in nodes:
        if node.unit == "article":
            out.append(node)
        elif node.unit in DIVISIONS:
            out.extend(_articles(node.children))
    return out


# ---- their size ------------------------------------------------------------------------------------------------


def choose_size(opened: OpenDossier, proposal_key: str, article: str, size: Size, author: str = "") -> None:
    """Say as one step how large the clauses of an article of the law in force are at least: its words where they say
    it (`words`, as the drafting rules have it), whole units, the whole article.

    Raises NotFoundError("no-proposal"), ("no-provision").
    """
    proposal = opened.proposal(proposal_key)
    if find(opened.nodes(opened.proposal_expression(proposal)), article) is None:
        raise NotFoundError("no-provision", reference=_place(proposal, article))
    present = opened.dossier.clause_size(proposal.key, article)
    if size == (present.size if present else "words"):
        return
    by_the_rules = dropped(present) if present else ()
    chosen = ClauseSize(proposal.key, article, size, author, clock.now())
    changes = by_the_rules if size == "words" else put(opened.dossier, chosen)
    opened.session.perform(Step("clause-size", changes, _place(proposal, article), author, clock.now()))


def drafting_rules(pack: Pack) -> str:
    """The name of the country's rules for drafting laws, by which the size is chosen; empty where none is known."""
    return str(act_frame.words(pack).get("rules", ""))


# ---- by hand ---------------------------------------------------------------------------------------------------


def check(opened: OpenDossier, proposal_key: str, article: str, text: str) -> Checked:
    """What a wording by hand would do; see `check_in`. Raises NotFoundError("no-proposal") too."""
    return check_in(situation(opened, proposal_key, article), text)


def check_in(case: Situation, text: str) -> Checked:
    """Read a wording of the clauses of an article, apply it to the law in force and set the result against the draft.

    Raises NotFoundError("no-provision") where the article is neither in the law nor in the draft.
    """
    before, after = _texts(case)
    return _checked(before, after, text, case)


def _checked(before: Law, after: Law, text: str, case: Situation) -> Checked:
    written = tuple(line.strip() for line in text.splitlines() if line.strip())
    read = clause_reading.read(written, case.pack)
    said = tuple(each for each in read if isinstance(each, Clause))
    made = consolidate(before, said, case.pack)
    unread = [each for each in read if not isinstance(each, Clause)]
    failures = all_told(made.failed, unread, before, case.pack)
    wanted, given = _by_eid(after), _by_eid(made.nodes)
    unlike = [eid for eid in {**wanted, **given} if wanted.get(eid) != given.get(eid)]
    return Checked(
        written,
        tuple(replace(each, sentence="") for each in said),
        not failures and not unlike,
        find(made.nodes, case.article),
        all(eid == case.article for eid in unlike),
        tuple(line for eid in unlike for line in compare(wanted.get(eid, ()), given.get(eid, ()))),
        failures,
    )


def _by_eid(nodes: Sequence[Provision]) -> dict[str, tuple[Line, ...]]:
    """The printed lines of each article, and of each division without what stands in it, by eId."""
    out: dict[str, tuple[Line, ...]] = {}
    for node in nodes:
        if node.unit in DIVISIONS:
            out[node.eid] = tuple(printed((replace(node, children=()),)))
            out |= _by_eid(node.children)
        elif node.unit not in NOT_LAW:
            out[node.eid] = tuple(printed((node,)))
    return out


def keep(opened: OpenDossier, proposal_key: str, article: str, text: str, author: str = "") -> ClauseText | None:
    """Keep a wording by hand as one step, whether it fits the draft now or not; an empty one drops what was kept."""
    proposal = opened.proposal(proposal_key)
    if not text.strip():
        drop(opened, proposal_key, article)
        return None
    present = opened.dossier.clause_text(proposal.key, article)
    if present is not None and present.text == text.strip():
        return present
    kept = ClauseText(proposal.key, article, text.strip(), author, clock.now())
    step = Step("clause-text", put(opened.dossier, kept), _place(proposal, article), author, clock.now())
    opened.session.perform(step)
    return kept


def drop(opened: OpenDossier, proposal_key: str, article: str) -> None:
    """Drop the wording by hand as one step; nothing happens where there is none."""
    proposal = opened.proposal(proposal_key)
    present = opened.dossier.clause_text(proposal.key, article)
    if present is not None:
        opened.session.perform(Step("clause-text", dropped(present), _place(proposal, article), at=clock.now()))


def take(opened: OpenDossier, proposal_key: str, article: str, text: str, author: str = "") -> Checked:
    """Make the draft what a wording by hand gives, and keep the wording: two steps, the wording first.

    Raises TomasError("clause-not-applied") where something of it cannot be read or applied, or it changes other
    articles too; then nothing has changed.
    """
    checked = check(opened, proposal_key, article, text)
    if checked.failures or not checked.is_alone or not checked.clauses:
        reason = checked.failures[0].reason if checked.failures else messages.sentence("clause-changes-others", {})
        raise TomasError("clause-not-applied", reason=reason)
    proposal = opened.proposal(proposal_key)
    keep(opened, proposal_key, article, text, author)
    if checked.is_exact:
        return checked
    if checked.result is None:
        drafting.propose(opened, proposal.key, Ref(proposal.work, article), delete=True, author=author)
    else:
        drafting.reword_article(opened, proposal.key, proposal.work, article, checked.proposed_text, author)
    return check(opened, proposal_key, article, text)


def _place(proposal: Proposal, article: str) -> str:
    return f"{proposal.work}#{article}"
