"""The amending act of a proposal: the derived clauses, and in their place those worded by hand where they fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from tomas_desktop.amend import amending_act, proof
from tomas_desktop.amend.amending_act import Act, AmendingArticle
from tomas_desktop.amend.apply import apply
from tomas_desktop.errors import NotFoundError
from tomas_desktop.jurisdiction import act_frame, clause_reading, formula_words
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.clause import Clause
from tomas_desktop.model.finding import Finding
from tomas_desktop.services import clauses
from tomas_desktop.services.clauses import ArticleClauses
from tomas_desktop.services.dossiers import OpenDossier


@dataclass(frozen=True, slots=True)
class ActOfProposal:
    """The amending act of a proposal, and what it does not say: changes without a clause, wordings by hand that no
    longer fit."""

    act: Act
    findings: tuple[Finding, ...] = ()


def act_of_proposal(opened: OpenDossier, proposal_key: str) -> ActOfProposal:
    """The amending act of a proposal: its clauses, as large as a person chose, worded by hand where such a wording says
    the draft exactly, under the name and with the gazettes of the law's card. Until a person has checked the card the
    act says so itself.

    Raises NotFoundError("no-proposal"), TomasError("no-formulas").
    """
    proposal = opened.proposal(proposal_key)
    expression = opened.proposal_expression(proposal)
    law, pack = opened.nodes(expression), opened.pack(expression)
    proposed = apply(law, opened.dossier.modifications(proposal.key), pack)
    least = {chosen.article: chosen.size for chosen in opened.dossier.clause_sizes(proposal.key)}
    kept = {
        text.article: _by_hand(opened, proposal.key, text.article) for text in opened.dossier.clause_texts(proposal.key)
    }
    card, work = opened.dossier.card(proposal.work), opened.work(proposal.work)
    name = act_frame.named(card.official_name or work.title, pack, card.name_as_cited)
    gazettes = act_frame.gazette(card.gazette, pack)
    compose = partial(amending_act.compose, law=name, gazettes=gazettes, pack=pack, is_checked=card.is_checked)
    found = proof.proven(law, proposed.nodes, pack, least, compose)
    act = compose(found.clauses)
    opening = act_frame.opening(name, gazettes, pack)
    worded, used = _worded(act, {eid: pair for eid, pair in kept.items() if pair}, opening, pack)
    unused = (Finding("warning", "clause-text-not-used", eid) for eid in kept if eid not in used)
    return ActOfProposal(worded, (*found.unexpressed, *unused))


@dataclass(frozen=True, slots=True)
class _Pair:
    """The derived clauses of an article, and the wording by hand that says the same."""

    derived: tuple[Clause, ...]
    by_hand: ArticleClauses


def _by_hand(opened: OpenDossier, proposal: str, article: str) -> _Pair | None:
    """The wording by hand of an article; None where it does not say the draft, or needs several amending articles."""
    case = clauses.situation(opened, proposal, article)
    try:
        by_hand, derived = clauses.derive(case), clauses.derive(replace(case, by_hand=None))
    except NotFoundError:  # a new article that the proposal no longer brings in
        return None
    if not by_hand.is_by_hand or len(amending_act.amended(by_hand.clauses)) != 1:
        return None
    return _Pair(derived.clauses, by_hand)


def _worded(act: Act, kept: Mapping[str, _Pair], opening: str, pack: Pack) -> tuple[Act, set[str]]:
    """The act with the lines written by hand, and the articles that they are about. In an act of points (the EU) all
    clauses stand in one article: there the derived sentences stay."""
    used: set[str] = set()
    articles: list[AmendingArticle] = []
    for place, article in enumerate(act.articles):
        eid = next((eid for eid, pair in kept.items() if article.clauses and pair.derived == article.clauses), None)
        if eid is not None:
            used.add(eid)
            by_hand = kept[eid].by_hand
            lines = _opened(by_hand.lines, opening if place == 0 else "", pack)
            article = replace(article, lines=lines, clauses=by_hand.clauses)
        articles.append(article)
    return replace(act, articles=tuple(articles)), used


def _opened(lines: tuple[str, ...], opening: str, pack: Pack) -> tuple[str, ...]:
    """The lines with the words that name the law before the first, unless it names the law itself."""
    if not opening or clause_reading.law_named(lines[0], pack):
        return lines
    words = formula_words.formulas(pack)
    sentence = lines[0][:1].lower() + lines[0][1:]
    first = formula_words.fill(words.form("opening"), opening=opening.strip().rstrip(","), sentence=sentence)
    return (first, *lines[1:])
