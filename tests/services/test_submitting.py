"""What goes into a package: one row per changed article, EU provisions of one article together."""

from __future__ import annotations

import pytest

from tests.services.conftest import EU_ACT, add
from tomas_desktop.errors import TomasError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import correlating, drafting, submitting
from tomas_desktop.services.dossiers import OpenDossier


def propose(dossier: OpenDossier, eid: str, text: str, basis: str = "", **more: bool) -> None:
    ref = Ref("eu", basis) if basis else None
    drafting.propose(dossier, "p", Ref("law", eid), text=text, basis=ref, **more)  # type: ignore[arg-type]


def test_only_changed_articles_have_a_row_and_new_ones_too(dossier: OpenDossier) -> None:
    propose(dossier, "art_1__para_3", "Žalba je dozvoljena.")
    propose(dossier, "art_1", "Blokiranje\n\nČlan 1a\nSud može naložiti blokiranje.", insert_after=True)
    (law,) = submitting.submission(dossier, [dossier.proposal("p")]).laws
    assert [(bool(row.in_force), row.proposed[0].line.text) for row in law.rows] == [
        (True, "Nalog za uklanjanje"), (False, "Blokiranje"),
    ]  # fmt: skip


def test_eu_provisions_of_one_article_stand_together_under_its_title(dossier: OpenDossier) -> None:
    propose(dossier, "art_1__para_3", "Žalba je dozvoljena.", basis="art_1__para_2")
    correlating.link(dossier, Ref("eu", "art_2"), Ref("law", "art_1__para_1"))
    correlating.link(dossier, Ref("eu", "art_1__para_1"), Ref("law", "art_1__para_2"))
    (law,) = submitting.submission(dossier, [dossier.proposal("p")]).laws
    assert [line.text for line in law.rows[0].eu] == [
        "Article 1",
        "Removal orders",
        "1. A court may order a provider to remove material.",
        "2. The provider acts within 24 hours.",
        "Article 2",
        "Penalties",
        "Member States lay down penalties.",
    ]


def test_the_whole_law_is_in_the_redline(dossier: OpenDossier) -> None:
    propose(dossier, "art_1__para_3", "Žalba je dozvoljena.")
    (law,) = submitting.submission(dossier, [dossier.proposal("p")]).laws
    assert law.marked[-1].line.text == "Ovaj zakon stupa na snagu osmog dana od dana objavljivanja."


def test_a_form_of_another_country_is_refused(dossier: OpenDossier, tmp_path: object) -> None:
    propose(dossier, "art_1__para_3", "Žalba je dozvoljena.")
    with pytest.raises(TomasError, match="proposal-other-country"):
        submitting.export(dossier, ["p"], "mk", dossier.path.parent / "out")
    with pytest.raises(TomasError, match="no-proposals"):
        submitting.export(dossier, [], "rs", dossier.path.parent / "out")


def two_acts(dossier: OpenDossier) -> None:
    """A second EU act beside the first, and a third that only an article is linked with which nobody changes."""
    for key in ("dsa", "gdpr"):
        add(dossier, dossier.path.parent, key, EU_ACT, "eu", "en")
    correlating.link(dossier, Ref("gdpr", "art_1"), Ref("law", "art_3"))
    propose(dossier, "art_1__para_3", "Žalba je dozvoljena.", basis="art_1__para_2")
    correlating.link(dossier, Ref("dsa", "art_2"), Ref("law", "art_1__para_2"), grade="partial")


def test_the_acts_are_those_that_the_changes_name_or_their_articles_are_linked_with(dossier: OpenDossier) -> None:
    two_acts(dossier)
    whole = submitting.submission(dossier, [dossier.proposal("p")])
    assert [act.key for act in whole.eu_acts] == ["eu", "dsa"]
    assert [len(act.concordance) for act in whole.eu_acts] == [3, 3]
    assert [answer.number for row in whole.eu_acts[1].concordance for answer in row.answers] == ["1.2"]


def test_without_a_link_of_a_changed_article_the_linked_acts_of_the_law_are_meant(dossier: OpenDossier) -> None:
    correlating.link(dossier, Ref("eu", "art_1"), Ref("law", "art_3"))
    propose(dossier, "art_1__para_3", "Žalba je dozvoljena.")
    assert [act.key for act in submitting.submission(dossier, [dossier.proposal("p")]).eu_acts] == ["eu"]


def test_a_table_and_a_statement_are_written_for_each_act(dossier: OpenDossier) -> None:
    two_acts(dossier)
    package = submitting.export(dossier, ["p"], "rs", dossier.path.parent / "out", roles=["concordance", "statement"])
    assert [path.name for _, path in package.files] == [
        "law-eu-concordance.docx", "law-dsa-concordance.docx", "law-eu-statement.docx", "law-dsa-statement.docx",
    ]  # fmt: skip


def test_the_whole_package_can_be_one_file(dossier: OpenDossier) -> None:
    two_acts(dossier)
    package = submitting.export(dossier, ["p"], "rs", dossier.path.parent / "out", combined=True)
    assert [(role, path.name) for role, path in package.files] == [("package", "law-package.docx")]
