"""What goes into a package: one row per changed article, EU provisions of one article together."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.conftest import EU_ACT, add
from tomas_desktop.errors import TomasError
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import walk
from tomas_desktop.services import amending, correlating, drafting, lawcards, submitting
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


def test_eu_provisions_of_several_acts_stand_each_under_the_name_of_its_act(dossier: OpenDossier) -> None:
    two_acts(dossier)
    for key in ("eu", "dsa"):
        lawcards.update(dossier, key, [f"name_as_cited=Act {key}"])
    (law,) = submitting.submission(dossier, [dossier.proposal("p")]).laws
    shown = [line.text for row in law.rows for line in row.eu if line.kind != "text"]
    assert shown == ["Act eu", "Article 1", "Removal orders", "Act dsa", "Article 2", "Penalties"]


def test_the_reason_of_a_new_article_names_the_number_that_the_law_gives_it(dossier: OpenDossier) -> None:
    propose(dossier, "art_1__para_3", "Žalba je dozvoljena.")
    propose(dossier, "art_1", "Sud može naložiti blokiranje.", insert_after=True)
    (law,) = submitting.submission(dossier, [dossier.proposal("p")]).laws
    assert [reason.where for reason in law.reasons] == ["Član 1. stav 3.", "Član 1a"]


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


def test_a_role_that_no_form_can_have_is_refused_and_nothing_is_written(dossier: OpenDossier, tmp_path: Path) -> None:
    propose(dossier, "art_1__para_3", "Žalba je dozvoljena.")
    with pytest.raises(TomasError, match="unknown-role"):
        submitting.export(dossier, ["p"], "rs", tmp_path / "out", roles=["cover", "covr"])
    assert not (tmp_path / "out").exists()


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


def test_a_table_is_written_for_each_act_and_one_statement_for_all(dossier: OpenDossier) -> None:
    two_acts(dossier)
    package = submitting.export(dossier, ["p"], "rs", dossier.path.parent / "out", roles=["concordance", "statement"])
    assert [path.name for _, path in package.files] == [
        "law-eu-concordance.docx", "law-dsa-concordance.docx", "law-statement.docx",
    ]  # fmt: skip


def test_the_whole_package_can_be_one_file(dossier: OpenDossier) -> None:
    two_acts(dossier)
    package = submitting.export(dossier, ["p"], "rs", dossier.path.parent / "out", combined=True)
    assert [(role, path.name) for role, path in package.files] == [("package", "law-package.docx")]


WITH_TABLE = """\
Član 1
(1) Iznosi su:

== table ==
Vrsta | Iznos || A | 10

(2) Sud odlučuje.
"""


def test_an_act_with_a_table_is_read_back_from_its_word_file(dossier: OpenDossier, tmp_path: Path) -> None:
    add(dossier, tmp_path, "with-table", WITH_TABLE, "rs", "sr-Latn")
    table = next(node for node in walk(dossier.nodes(dossier.expression("with-table"))) if node.unit == "table")
    drafting.propose(dossier, "t", Ref("with-table", table.eid), text="Vrsta | Iznos || A | 15 || B | 20")
    package = submitting.export(dossier, ["t"], "rs", tmp_path / "out", roles=["act"])
    read = amending.consolidate_files(tmp_path / "with-table.txt", package.files[0][1], "rs", "sr-Latn")
    assert not read.failed
    assert read.text == canonical_text(drafting.applied(dossier, dossier.proposal("t")).nodes)
