"""Running every check there is."""

from __future__ import annotations

import importlib

from tomas_desktop.checks.subject import Subject
from tomas_desktop.model.finding import Finding
from tomas_desktop.services import consequences
from tomas_desktop.services.discovery import modules
from tomas_desktop.services.dossiers import OpenDossier

_ORDER = {"error": 0, "warning": 1, "info": 2}


def check(opened: OpenDossier, proposal: str | None = None) -> tuple[Finding, ...]:
    """The findings of all checks, gravest first, over the whole dossier or one proposal.

    Raises NotFoundError("no-proposal").
    """
    proposals = opened.dossier.proposals if proposal is None else (opened.proposal(proposal),)
    subject = Subject(opened.dossier, proposals, opened.nodes)
    found: list[Finding] = []
    for name in modules("tomas_desktop.checks"):
        module = importlib.import_module(name)
        if hasattr(module, "check"):
            found.extend(module.check(subject))
    for each in proposals:
        found.extend(_upset(opened, each.key))
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
