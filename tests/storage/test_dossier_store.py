"""A dossier on disk: durable steps, honest refusals, nothing half-written."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tomas_desktop.errors import NotFoundError, StaleChangeError, TomasError
from tomas_desktop.model.change import Change, Step
from tomas_desktop.model.provision import Note, Provision
from tomas_desktop.model.work import Work
from tomas_desktop.storage.dossier_store import DossierStore, tree_hash

LAW = Work("rs-kz", "rs", "Krivični zakonik")
ADD = Step("import", (Change("work/rs-kz", None, LAW),), "rs-kz", "Ana", "2026-11-21T10:00:00Z")
TREE = (
    Provision(
        "art_1", "article", "Član 1", "Naslov", heading_above=True,
        notes=(Note("history", "(dodat)"),),
        children=(Provision("art_1__para_1", "paragraph", "(1)", text="Tekst."),),
    ),
)  # fmt: skip


def test_a_step_is_there_after_closing_and_opening(tmp_path: Path) -> None:
    path = tmp_path / "a.tomas"
    store = DossierStore.create(path)
    store.record(ADD, trees={tree_hash(TREE): TREE})
    store.close()
    store = DossierStore.open(path)
    assert store.dossier().works == (LAW,)
    assert store.tree(tree_hash(TREE)) == TREE
    assert store.step(1) == ADD
    store.close()


def test_opening_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.tomas"
    DossierStore.create(path).close()
    before = path.read_bytes()
    store = DossierStore.open(path)
    store.dossier()
    store.close()
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["a.tomas"]


def test_a_step_against_an_old_value_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    store = DossierStore.create(tmp_path / "a.tomas")
    store.record(ADD)
    with pytest.raises(StaleChangeError):
        store.record(Step("x", (Change("work/other", None, Work("other", "rs", "B")), *ADD.changes)))
    assert store.dossier().works == (LAW,)
    assert store.history() == [(1, None)]
    store.close()


def test_files_that_are_no_dossiers_are_told_apart(tmp_path: Path) -> None:
    picture = tmp_path / "picture.tomas"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    other = tmp_path / "other.tomas"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE x (y)")
    connection.close()
    for path in (picture, other):
        with pytest.raises(TomasError, match="not-a-dossier"):
            DossierStore.open(path)
    with pytest.raises(NotFoundError, match="no-dossier"):
        DossierStore.open(tmp_path / "missing.tomas")
    with pytest.raises(TomasError, match="dossier-exists"):
        DossierStore.create(picture)


def test_a_dossier_of_a_newer_program_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.tomas"
    DossierStore.create(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(TomasError, match="dossier-too-new"):
        DossierStore.open(path)


def test_a_folder_that_cannot_be_written_gives_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(TomasError, match="cannot-write"):
        DossierStore.create(tmp_path / "file" / "a.tomas")
