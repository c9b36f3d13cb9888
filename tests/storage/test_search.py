"""The index of a dossier: in step with its expressions, made up when it is missing, no burden to the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tomas_desktop.errors import StaleChangeError
from tomas_desktop.model.change import Change, Step, key_of
from tomas_desktop.model.provision import Note, Provision
from tomas_desktop.model.work import Expression, Work
from tomas_desktop.storage import search
from tomas_desktop.storage.dossier_store import DossierStore, tree_hash
from tomas_desktop.text import stems

LAW = (
    Provision(
        "chp_I", "chapter", "Glava I", "O igri", heading_above=True,
        children=(
            Provision(
                "art_1", "article", "Član 1", "Lopta", heading_above=True,
                children=(
                    Provision("art_1__para_1", "paragraph", "(1)", text="Dete se igra „u parku”."),
                    Provision(
                        "art_1__para_2", "paragraph", "(2)", text="Mrežu drži čuvar.",
                        notes=(Note("history", "(dodat)"),),
                    ),
                ),
            ),
            Provision(
                "art_2-3", "article", "Čl. 2 i 3", "Igra deteta",
                children=(Provision("art_2-3__para_1", "paragraph", text="Šuma."),),
            ),
        ),
    ),
    Provision(
        "left_1", "leftover", children=(Provision("left_1__art_1", "article", "Član 1", text="Park je otvoren."),)
    ),
)  # fmt: skip
TEXT = (tree_hash(LAW), "sr-Latn")


def importing(key: str, tree: tuple[Provision, ...], language: str = "sr-Latn") -> Step:
    work, expression = Work(key, "rs", key), Expression(key, language, "in-force", "", tree_hash(tree))
    return Step("import", (Change(key_of(work), None, work), Change(key_of(expression), None, expression)), key)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DossierStore]:
    store = DossierStore.create(tmp_path / "a.tomas")
    store.record(importing("law", LAW), trees={TEXT[0]: LAW})
    yield store
    store.close()


def eids(store: DossierStore, query: str, texts: tuple[search.Text, ...] = (TEXT,)) -> list[str]:
    return [each.provision.eid for each in store.find(texts, {"sr": query}, 10)[0]]


def without_index(path: Path) -> None:
    """The dossier as a program without search made it."""
    with sqlite3.connect(path) as db:
        for table in ("search", "search_passage", "search_text"):
            db.execute(f"DROP TABLE {table}")
        db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm002_search'")
    db.close()


def test_a_passage_is_an_article_or_a_heading_and_comes_back_as_it_is_in_its_tree(store: DossierStore) -> None:
    found, total = store.find([TEXT], {"sr": "igr OR suma OR mreg OR park"}, 10)
    assert total == len(found) == 4
    by_eid = {each.provision.eid: each.provision for each in found}
    assert by_eid["art_1"] == LAW[0].children[0]
    assert by_eid["chp_I"] == Provision("chp_I", "chapter", "Glava I", "O igri")
    assert set(by_eid) == {"chp_I", "art_1", "art_2-3", "left_1__art_1"}


def test_a_word_in_a_title_counts_more_than_one_in_the_text(store: DossierStore) -> None:
    assert eids(store, "igr AND det") == ["art_2-3", "art_1"]


def test_no_phrase_goes_over_the_border_of_two_paragraphs(store: DossierStore) -> None:
    assert eids(store, '"u park"') == ["art_1"]
    assert eids(store, '"park mreg"') == []


def test_passages_are_found_by_eid_and_a_joint_article_is_among_them(store: DossierStore) -> None:
    def at(first: str, last: str = "") -> list[str]:
        return [each.provision.eid for each in store.passages([TEXT], first, last)]

    assert at("art_1") == ["art_1", "art_2-3"]
    assert at("chp_I") == ["chp_I"]
    assert at("art_9") == ["art_2-3"]
    assert at("art_1", "art_3") == ["art_1", "art_2-3"]


def test_only_the_texts_asked_for_are_searched(store: DossierStore) -> None:
    other = (Provision("art_1", "article", "Član 1", text="Dete raste."),)
    store.record(importing("other", other), trees={tree_hash(other): other})
    assert eids(store, "det") == ["art_2-3", "art_1"]
    assert eids(store, "det", ((tree_hash(other), "sr-Cyrl"),)) == ["art_1"]
    assert eids(store, "det", ()) == []


def test_the_index_is_made_in_the_transaction_of_the_import(store: DossierStore) -> None:
    before = store.path.read_bytes()
    assert eids(store, "det")
    assert store.path.read_bytes() == before
    tree = (Provision("art_1", "article", text="Dete."),)
    with pytest.raises(StaleChangeError):
        store.record(importing("law", tree), trees={tree_hash(tree): tree})
    assert store.path.read_bytes() == before
    with sqlite3.connect(store.path) as db:
        assert db.execute("SELECT count(*) FROM search_text").fetchone() == (1,)
    db.close()


def test_a_dossier_of_an_older_program_gets_its_index_when_it_is_searched(store: DossierStore) -> None:
    without_index(store.path)
    assert eids(store, "det") == ["art_2-3", "art_1"]
    with sqlite3.connect(store.path) as db:
        assert search.is_there(db)
        assert db.execute("SELECT count(*) FROM _sqlite_migrations").fetchone() == (2,)
    db.close()


def test_an_import_into_such_a_dossier_is_no_trouble(store: DossierStore) -> None:
    without_index(store.path)
    tree = (Provision("art_7", "article", text="Dete."),)
    store.record(importing("other", tree), trees={tree_hash(tree): tree})
    assert set(eids(store, "det", (TEXT, (tree_hash(tree), "sr-Latn")))) == {"art_7", "art_2-3", "art_1"}


def test_while_another_program_writes_the_index_is_held_in_memory(store: DossierStore) -> None:
    without_index(store.path)
    before = store.path.read_bytes()
    writer = sqlite3.connect(store.path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    assert eids(store, "det") == ["art_2-3", "art_1"]
    writer.execute("ROLLBACK")
    writer.close()
    assert eids(store, "det") == ["art_2-3", "art_1"]
    assert store.path.read_bytes() == before
    tree = (Provision("art_7", "article", text="Dete."),)
    store.record(importing("other", tree), trees={tree_hash(tree): tree})
    assert eids(store, "det", ((tree_hash(tree), "sr-Latn"),)) == ["art_7"]


def test_what_an_import_adds_is_found_by_a_store_that_was_open_before(store: DossierStore) -> None:
    reader = DossierStore.open(store.path)
    tree = (Provision("art_7", "article", text="Dete."),)
    store.record(importing("other", tree), trees={tree_hash(tree): tree})
    assert eids(reader, "det", ((tree_hash(tree), "sr-Latn"),)) == ["art_7"]
    reader.close()


def test_a_dossier_that_cannot_be_written_is_searched_all_the_same(store: DossierStore) -> None:
    without_index(store.path)
    connection = sqlite3.connect(f"{store.path.as_uri()}?mode=ro", uri=True, isolation_level=None)
    reader = DossierStore(store.path, connection)
    before = store.path.read_bytes()
    assert eids(reader, "det") == ["art_2-3", "art_1"]
    assert store.path.read_bytes() == before
    reader.close()


def test_an_index_of_older_stems_is_made_anew(store: DossierStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stems, "EDITION", stems.EDITION + 1)
    monkeypatch.setattr(stems, "stem", lambda word, language: f"x{word.casefold()}")
    assert eids(store, "xdete") == ["art_1"]
    assert eids(store, "det") == []


def test_an_undone_import_leaves_nothing_that_would_be_asked_for(store: DossierStore) -> None:
    step = store.step(1)
    store.record(Step("import", tuple(change.inverse for change in reversed(step.changes))), reverses=1)
    store.record(step, reverses=2)
    assert eids(store, "det") == ["art_2-3", "art_1"]
