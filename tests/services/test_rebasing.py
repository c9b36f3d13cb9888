"""A proposal carried onto a later text of its law: a new proposal beside the old one, as one step."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.conftest import LAW
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import drafting, importing, rebasing
from tomas_desktop.services.dossiers import OpenDossier

LATER = "law/sr-Latn/in-force/2026-01-01"
CHANGES = (
    ("u roku od 48 časova i o tome", "u roku od 48 časova i o tome bez odlaganja"),
    ("Član 2\nPružalac koji ne postupi po nalogu", "Član 2\nPružalac usluge koji namerno ne postupi po nalogu"),
    ("Stupanje na snagu", "Evidencija\n\nČlan 2b\nSud vodi evidenciju naloga.\n\nStupanje na snagu"),
)


@pytest.fixture
def two_texts(dossier: OpenDossier, tmp_path: Path) -> OpenDossier:
    """A draft on the law of the small dossier, and a later text of that law."""
    draft = "(2) Pružalac usluge postupa u roku od 24 časa i o tome obaveštava:\n1) sud;\n2) nadležni organ."
    drafting.propose(dossier, "p", Ref("law", "art_1__para_2"), text=draft, author="Ana", justification="Hitnost.")
    drafting.propose(dossier, "p", Ref("law", "art_2__para_1"), text="Ko ne postupi po nalogu kazniće se kaznom.")
    later = LAW
    for old, new in CHANGES:
        assert old in later
        later = later.replace(old, new)
    file = tmp_path / "later.txt"
    file.write_text(later, encoding="utf-8")
    reading = importing.preview(file, "rs", "sr-Latn")
    importing.store(dossier, reading, file, country="rs", language="sr-Latn", key="law", date="2026-01-01")
    return dossier


def test_what_applies_is_a_new_proposal_over_the_later_text(two_texts: OpenDossier) -> None:
    before = two_texts.dossier.modifications("p")
    carried = rebasing.carry(two_texts, "p", LATER, author="Marko")
    assert (carried.proposal.key, carried.proposal.expression) == ("p-2", LATER)
    assert [m.target for m in carried.applied] == ["art_1__para_2"]
    assert [(c.modification.target, c.reason) for c in carried.conflicts] == [("art_2__para_1", "same-words")]
    assert two_texts.dossier.modifications("p") == before
    assert two_texts.dossier.modifications("p-2") == carried.applied
    assert (carried.applied[0].author, carried.applied[0].justification) == ("Ana", "Hitnost.")
    text = canonical_text(drafting.applied(two_texts, carried.proposal).nodes)
    assert "postupa u roku od 24 časa i o tome bez odlaganja obaveštava:" in text
    assert "Sud vodi evidenciju naloga." in text


def test_one_undo_takes_it_back(two_texts: OpenDossier) -> None:
    facts = dict(two_texts.dossier.facts)
    rebasing.carry(two_texts, "p", LATER)
    two_texts.session.undo()
    assert dict(two_texts.dossier.facts) == facts


def test_names_of_new_proposals_never_meet(two_texts: OpenDossier) -> None:
    assert [rebasing.carry(two_texts, "p", LATER).proposal.key for _ in range(2)] == ["p-2", "p-3"]
    assert rebasing.carry(two_texts, "p", LATER, key="mine").proposal.key == "mine"
    with pytest.raises(TomasError, match="proposal-exists"):
        rebasing.carry(two_texts, "p", LATER, key="mine")


def test_where_nothing_applies_no_proposal_is_made(two_texts: OpenDossier) -> None:
    drafting.propose(two_texts, "q", Ref("law", "art_2__para_1"), text="Kazniće se svako.")
    modifications = two_texts.dossier.modifications("q")
    carried = rebasing.carry(two_texts, "q", "law/sr-Latn/in-force")  # drafted on the later text, carried back
    assert carried.applied == ()
    assert [conflict.modification for conflict in carried.conflicts] == list(modifications)
    assert two_texts.dossier.proposal(carried.proposal.key) is None


def test_what_cannot_be_done_is_refused(two_texts: OpenDossier) -> None:
    with pytest.raises(TomasError, match="rebase-same-text"):
        rebasing.carry(two_texts, "p", "law/sr-Latn/in-force")
    with pytest.raises(NotFoundError):
        rebasing.carry(two_texts, "p", "law/sr-Latn/nowhere")
    with pytest.raises(NotFoundError):
        rebasing.carry(two_texts, "nobody", LATER)
