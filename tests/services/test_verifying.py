"""Who compared an article with the gazette: a fact that undo takes back, true of one text only."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.conftest import LAW, add
from tomas_desktop.amend.session import put
from tomas_desktop.errors import NotFoundError
from tomas_desktop.model.change import Step
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import checking, drafting, verifying
from tomas_desktop.services.dossiers import OpenDossier


def unverified(dossier: OpenDossier) -> list[tuple[str, str]]:
    codes = ("article-not-verified", "verification-void")
    return [(each.code, each.eid) for each in checking.check(dossier, "p") if each.code in codes]


@pytest.fixture
def drafted(dossier: OpenDossier) -> OpenDossier:
    drafting.propose(dossier, "p", Ref("law", "art_1__para_3"), text="Žalba je dozvoljena.")
    return dossier


def test_a_provision_stands_for_its_article(drafted: OpenDossier) -> None:
    value = verifying.verify(drafted, Ref("law", "art_1__para_2__point_1"), gazette="12/34", author="Ana")
    assert (value.eid, value.gazette, value.author) == ("art_1", "12/34", "Ana")
    assert drafted.dossier.is_verified(drafted.expression("law"), "art_1")


def test_again_is_another_time_and_the_gazette_stays(drafted: OpenDossier) -> None:
    verifying.verify(drafted, Ref("law", "art_1"), gazette="12/34", author="Ana")
    assert verifying.verify(drafted, Ref("law", "art_1"), author="Boris").gazette == "12/34"
    assert verifying.verify(drafted, Ref("law", "art_1"), gazette="").gazette == ""


def test_it_is_one_step_that_undo_takes_back(drafted: OpenDossier) -> None:
    verifying.verify(drafted, Ref("law", "art_1"))
    drafted.session.undo()
    assert not drafted.dossier.is_verified(drafted.expression("law"), "art_1")


def test_it_can_be_withdrawn_once(drafted: OpenDossier) -> None:
    verifying.verify(drafted, Ref("law", "art_1"))
    verifying.withdraw(drafted, Ref("law", "art_1"))
    with pytest.raises(NotFoundError, match="no-verification"):
        verifying.withdraw(drafted, Ref("law", "art_1"))


def test_only_an_article_of_the_law_can_be_compared(drafted: OpenDossier) -> None:
    with pytest.raises(NotFoundError, match="no-provision"):
        verifying.verify(drafted, Ref("law", "art_9"))
    with pytest.raises(NotFoundError, match="no-provision"):
        verifying.verify(drafted, Ref("law"))


def test_what_is_amended_and_not_compared_is_a_finding(drafted: OpenDossier) -> None:
    assert unverified(drafted) == [("article-not-verified", "art_1")]
    verifying.verify(drafted, Ref("law", "art_1"))
    assert unverified(drafted) == []


def test_it_is_void_once_the_text_was_replaced(drafted: OpenDossier, tmp_path: Path) -> None:
    verifying.verify(drafted, Ref("law", "art_1"))
    add(drafted, tmp_path, "corrected", LAW.replace("48 časova", "84 časa"), "rs", "sr-Latn")
    replaced = replace(drafted.expression("law"), tree=drafted.expression("corrected").tree)
    drafted.session.perform(Step("import", put(drafted.dossier, replaced)))
    assert not drafted.dossier.is_verified(replaced, "art_1")
    assert unverified(drafted) == [("verification-void", "art_1")]


def test_a_new_article_quotes_nothing_of_the_law_in_force(dossier: OpenDossier) -> None:
    text = "Blokiranje\n\nČlan 1a\nSud može naložiti blokiranje."
    drafting.propose(dossier, "p", Ref("law", "art_1"), text=text, insert_after=True)
    assert unverified(dossier) == []
    drafting.propose(dossier, "p", Ref("law", "art_2"), delete=True)
    assert unverified(dossier) == [("article-not-verified", "art_2")]
