"""Running every check there is."""

from __future__ import annotations

import importlib

from tomas_desktop.checks.subject import Subject
from tomas_desktop.model.finding import Finding
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
    return tuple(sorted(found, key=lambda finding: _ORDER[finding.severity]))
