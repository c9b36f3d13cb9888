"""Running every check there is, over a dossier, a proposal, or what is beside one provision."""

from __future__ import annotations

import importlib
from collections.abc import Sequence

from tomas_desktop.amend.apply import Applied
from tomas_desktop.checks import age_of_child, figures, obligations
from tomas_desktop.checks.pairs import Pair, Texts, is_within, pairs
from tomas_desktop.checks.subject import Subject
from tomas_desktop.errors import NotFoundError
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.work import Expression
from tomas_desktop.services import consequences, correlating, drafting, terms
from tomas_desktop.services.discovery import modules
from tomas_desktop.services.dossiers import OpenDossier

_ORDER = {"error": 0, "warning": 1, "info": 2}


def check(opened: OpenDossier, proposal: str | None = None) -> tuple[Finding, ...]:
    """The findings of all checks, gravest first, over the whole dossier or one proposal.

    Raises NotFoundError("no-proposal"), TomasError("bad-glossary").
    """
    proposals = opened.dossier.proposals if proposal is None else (opened.proposal(proposal),)
    texts = _texts(opened)
    known = terms.all_concepts() if any(opened.dossier.modifications(each.key) for each in proposals) else ()
    subject = Subject(opened.dossier, proposals, texts, pairs(opened.dossier, proposals, texts), known)
    found: list[Finding] = []
    for name in modules("tomas_desktop.checks"):
        module = importlib.import_module(name)
        if hasattr(module, "check"):
            found.extend(module.check(subject))
    for each in proposals:
        found.extend(_upset(opened, each.key))
    return _gravest_first(found)


def check_one(opened: OpenDossier, about: Ref | tuple[Ref, Ref], proposal: str | None = None) -> tuple[Finding, ...]:
    """What the checks of pairs say of one EU provision and all below it, or of one correlation (EU provision, national
    provision); gravest first. The national side is the law with `proposal` applied, with all proposals where none is
    named; other answers to the same EU provision count as they do in `check`.

    Raises NotFoundError("no-proposal").
    """
    proposals = opened.dossier.proposals if proposal is None else (opened.proposal(proposal),)
    eu, national = about if isinstance(about, tuple) else (about, None)
    all_pairs = pairs(opened.dossier, _concerned(opened, proposals, eu), _texts(opened), eu)
    mine = [pair for pair in all_pairs if pair.eu.ref.work == eu.work and _is_about(pair, eu, national)]
    found = [
        *figures.of_pairs(all_pairs, mine),
        *obligations.of_pairs(mine),
        *age_of_child.of_pairs(mine),
    ]
    return _gravest_first(found)


def _is_about(pair: Pair, eu: Ref, national: Ref | None) -> bool:
    if national is not None:
        return pair.eu.ref == eu and pair.national.ref == national
    return is_within(pair.eu.ref.eid, eu.eid)


def _concerned(opened: OpenDossier, proposals: Sequence[Proposal], eu: Ref) -> tuple[Proposal, ...]:
    """The proposals for laws that answer an EU act; no other law has to be put together."""
    laws = {each.national.work for each in correlating.standing_of(opened.dossier, eu.work)}
    return tuple(
        each
        for each in proposals
        if each.work in laws
        or any(basis.startswith(f"{eu.work}#") for m in opened.dossier.modifications(each.key) for basis in m.bases)
    )


def _texts(opened: OpenDossier) -> Texts:
    def current(work: str) -> Expression | None:
        try:
            return opened.expression(work)
        except NotFoundError:
            return None

    held: dict[str, Applied] = {}

    def applied(proposal: Proposal) -> Applied:
        if proposal.key not in held:
            held[proposal.key] = drafting.applied(opened, proposal)
        return held[proposal.key]

    return Texts(current, opened.nodes, opened.pack, applied)


def _gravest_first(found: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=lambda finding: _ORDER[finding.severity]))


def _upset(opened: OpenDossier, proposal: str) -> list[Finding]:
    """The references that a proposal upsets: followed up with a new wording, or left to a person."""
    out = []
    for each in consequences.of_proposal(opened, proposal):
        values = (
            ("proposal", proposal),
            ("reference", str(each.at)),
            ("text", each.follow_up.text),
            ("proposed", each.follow_up.proposed),
        )
        if each.follow_up.is_gone:
            code = "reference-gone"
        else:
            code = "reference-moved" if each.follow_up.proposed else "reference-unclear"
        out.append(Finding("warning", code, each.at.eid, values))
    return out
