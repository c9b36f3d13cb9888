"""A provision as one would cite it in a letter."""

from __future__ import annotations

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import lawcards, quoting
from tomas_desktop.services.dossiers import OpenDossier


def test_a_provision_is_cited_with_its_law(dossier: OpenDossier) -> None:
    title = dossier.work("law").title
    assert quoting.citation(dossier, Ref("law", "art_1__para_2")) == f"Član 1. stav 2., {title}"


def test_the_card_says_how_the_law_is_cited_and_where_it_was_published(dossier: OpenDossier) -> None:
    lawcards.update(dossier, "law", ["name_as_cited=Zakona o probi", "gazette=Probni glasnik, br. 1"])
    assert quoting.citation(dossier, Ref("law", "art_1")) == "Član 1. Zakona o probi (Probni glasnik, br. 1)"
