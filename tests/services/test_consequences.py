"""References that a proposal upsets become follow-up amendments, in its own law and in the others."""

from __future__ import annotations

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import consequences, drafting
from tomas_desktop.services.dossiers import OpenDossier


def _found(dossier: OpenDossier) -> tuple[consequences.Consequence, ...]:
    return consequences.of_proposal(dossier, "p")


def test_paragraphs_that_are_counted_on_are_cited_by_their_new_numbers(citing_laws: OpenDossier) -> None:
    drafting.propose(citing_laws, "p", Ref("igre", "art_1__para_1"), text="(2) Park ima ogradu.", insert_after=True)
    found = sorted((each.follow_up.text, each.follow_up.proposed) for each in _found(citing_laws))
    assert found == [
        ("stava 2. ovog člana", "stava 3. ovog člana"),
        ("stava 3. ovog člana", "stava 4. ovog člana"),
        ("člana 1. st. 3. i 4. ovog zakona", "člana 1. st. 4. i 5. ovog zakona"),
        (
            "člana 1. stav 3. Zakona o igrama na sreću dece plaća",
            "člana 1. stav 4. Zakona o igrama na sreću dece plaća",
        ),
        ("člana 1. stav 4. ovog zakona", "člana 1. stav 5. ovog zakona"),
    ]


def test_what_cites_a_provision_that_goes_is_left_to_a_person(citing_laws: OpenDossier) -> None:
    drafting.propose(citing_laws, "p", Ref("igre", "art_2"), delete=True)
    found = consequences.of_proposal(citing_laws, "p")
    assert [(each.at.eid, each.follow_up.is_gone, each.follow_up.proposed) for each in found] == [
        ("art_1__para_4", True, "")
    ]


def test_an_accepted_follow_up_is_drafted_in_the_proposal_and_found_no_more(citing_laws: OpenDossier) -> None:
    drafting.propose(citing_laws, "p", Ref("igre", "art_1__para_1"), text="(2) Park ima ogradu.", insert_after=True)
    for each in consequences.of_proposal(citing_laws, "p"):
        consequences.accept(citing_laws, "p", each, "A. B.")
    assert [each.work for each in consequences.of_proposal(citing_laws, "p")] == ["opomene"]
    fines = drafting.text_of(citing_laws, Ref("opomene", "art_1"), proposal_key="p-opomene")
    assert "člana 1. stav 4. Zakona o igrama" in fines[0].words()
    games = drafting.text_of(citing_laws, Ref("igre", ""), proposal_key="p")
    assert "iz stava 4. ovog člana upisuje" in " ".join(node.words() for node in games)
