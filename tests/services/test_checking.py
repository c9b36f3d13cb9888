"""The checks of a dossier, through the service that runs them all."""

from __future__ import annotations

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import checking, correlating, drafting, messages
from tomas_desktop.services.dossiers import OpenDossier


def test_upset_references_are_told_with_the_wording_that_puts_them_right(citing_laws: OpenDossier) -> None:
    drafting.propose(citing_laws, "p", Ref("igre", "art_1__para_1"), text="(2) Park ima ogradu.", insert_after=True)
    found = [each for each in checking.check(citing_laws, "p") if each.code.startswith("reference-")]
    assert {each.code for each in found} == {"reference-moved"}
    assert "stava 3. ovog člana" in messages.of_finding(found[0])


def test_figures_of_the_eu_act_are_looked_for_in_the_law_as_proposed(dossier: OpenDossier) -> None:
    eu, law = Ref("eu", "art_1__para_2"), Ref("law", "art_1__para_2")
    correlating.link(dossier, eu, law, grade="full")
    (found,) = [each for each in checking.check(dossier) if each.code.startswith("figure-")]
    assert (found.severity, found.code, found.eid) == ("warning", "figure-differs", "art_1__para_2")
    assert "24 hours" in messages.of_finding(found)
    drafting.propose(dossier, "p", law, text="(2) Pružalac postupa u roku od dvadeset četiri časa.")
    assert not [each for each in checking.check(dossier, "p") if each.code.startswith("figure-")]


def test_a_link_with_a_whole_law_dangles_only_where_the_law_is_not_there(dossier: OpenDossier) -> None:
    correlating.link(dossier, Ref("eu", "art_2"), Ref("law"), grade="not_transposable", reason="For the Commission.")
    assert not [each for each in checking.check(dossier) if each.code == "correlation-dangling"]


def test_a_link_that_is_no_answer_is_not_looked_at(dossier: OpenDossier) -> None:
    eu, law = Ref("eu", "art_1__para_2"), Ref("law", "art_1__para_2")
    correlating.link(dossier, eu, law, status="suggested")
    assert not [each for each in checking.check(dossier) if each.code.startswith("figure-")]
    correlating.link(dossier, eu, law, grade="not_relevant", reason="x")
    assert not [each for each in checking.check(dossier) if each.code.startswith("figure-")]


def test_a_new_text_is_compared_with_the_eu_provision_that_it_names(dossier: OpenDossier) -> None:
    basis, law = Ref("eu", "art_1__para_2"), Ref("law", "art_1__para_2")
    drafting.propose(dossier, "p", law, text="(2) Pružalac postupa u roku od 36 časova.", basis=basis)
    (found,) = [each for each in checking.check(dossier, "p") if each.code.startswith("figure-")]
    assert dict(found.values)["proposal"] == "p"
    assert dict(found.values)["reference"] == "eu#art_1__para_2"
    drafting.propose(dossier, "p", law, text="(2) Pružalac postupa u roku od 24 časa.", basis=basis)
    assert not [each for each in checking.check(dossier, "p") if each.code.startswith("figure-")]


def test_one_provision_or_one_link_can_be_checked_alone(dossier: OpenDossier) -> None:
    eu, law, other = Ref("eu", "art_1__para_2"), Ref("law", "art_1__para_2"), Ref("law", "art_2")
    correlating.link(dossier, eu, law, grade="full")
    correlating.link(dossier, Ref("eu", "art_2"), other, grade="full")
    assert [each.code for each in checking.check_one(dossier, Ref("eu", "art_1"))] == ["figure-differs"]
    assert [each.code for each in checking.check_one(dossier, (eu, law))] == ["figure-differs"]
    assert checking.check_one(dossier, Ref("eu", "art_2")) == ()
    assert checking.check_one(dossier, (Ref("eu", "art_2"), other)) == ()


def test_one_provision_alone_says_what_the_whole_dossier_says_of_it(dossier: OpenDossier) -> None:
    correlating.link(dossier, Ref("eu", "art_1"), Ref("law", "art_1"), grade="full")
    correlating.link(dossier, Ref("eu", "art_1__para_2"), Ref("law", "art_2"), grade="partial", reason="x")
    whole = [each for each in checking.check(dossier) if dict(each.values).get("work") == "eu"]
    assert list(checking.check_one(dossier, Ref("eu", "art_1"))) == whole


def test_every_finding_about_a_text_says_where_it_stands(dossier: OpenDossier) -> None:
    correlating.link(dossier, Ref("eu", "art_1__para_2"), Ref("law", "art_1__para_2"), grade="full")
    text = "(1) Dečija pornografija iz člana 77. ovog zakona."
    drafting.propose(dossier, "p", Ref("law", "art_1__para_1"), text=text)
    about = {"figure-differs", "deprecated-term", "cited-not-there"}
    found = [each for each in checking.check(dossier) if each.code in about]
    assert {each.code for each in found} == about
    for each in found:
        values = dict(each.values)
        assert values["reference"] == f"{values['work']}#{values['eid']}"
        assert each.eid == values["eid"]
        assert "{" not in messages.of_finding(each)
