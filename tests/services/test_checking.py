"""The checks of a dossier, through the service that runs them all."""

from __future__ import annotations

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import checking, drafting, messages
from tomas_desktop.services.dossiers import OpenDossier


def test_upset_references_are_told_with_the_wording_that_puts_them_right(citing_laws: OpenDossier) -> None:
    drafting.propose(citing_laws, "p", Ref("igre", "art_1__para_1"), text="(2) Park ima ogradu.", insert_after=True)
    found = [each for each in checking.check(citing_laws, "p") if each.code.startswith("reference-")]
    assert {each.code for each in found} == {"reference-moved"}
    assert "stava 3. ovog člana" in messages.of_finding(found[0])
