"""A dossier on disk: one SQLite file, every step one durable transaction.

The rollback journal and full synchronisation are used on purpose: dossiers travel on USB sticks and lie on
network shares, where SQLite's write-ahead log is not supported, and a finished change must survive a
power cut. Opening writes nothing, so a command that fails leaves the file byte for byte as it was.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType

from tomas_desktop.errors import NotFoundError, StaleChangeError, TomasError
from tomas_desktop.model.change import Change, Step
from tomas_desktop.model.dossier import Dossier
from tomas_desktop.model.provision import Provision
from tomas_desktop.model.work import Expression
from tomas_desktop.storage import search
from tomas_desktop.storage.codec import decode_fact, decode_tree, encode_fact, encode_tree, respelled

APPLICATION_ID = 0x544F4D53  # "TOMS": tells a dossier from any other SQLite file
VERSION = 1  # rises when an older program could no longer read the file
BUSY_MS = 5_000  # how long to wait for another program that is writing the same dossier


def tree_hash(nodes: Sequence[Provision]) -> str:
    """The name of a tree: the SHA-256 of its JSON form."""
    return hashlib.sha256(encode_tree(nodes).encode()).hexdigest()


class DossierStore:
    """One open dossier file."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def create(cls, path: Path) -> DossierStore:
        """A new, empty dossier. It appears under its name only when it is whole.

        Raises TomasError("dossier-exists") when the file is there, "cannot-write" when it cannot be made.
        """
        if path.exists():
            raise TomasError("dossier-exists", path=str(path))
        from sqlite_utils import Database  # takes longer to load than a dossier to open

        from tomas_desktop.storage.schema import migrations

        draft = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(draft)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
            migrations.apply(Database(connection))
            connection.close()
            draft.rename(path)
        except (OSError, sqlite3.Error) as error:
            raise TomasError("cannot-write", path=str(path), reason=str(error)) from error
        finally:
            with suppress(OSError):
                draft.unlink()
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> DossierStore:
        """Open a dossier that is there.

        Raises NotFoundError("no-dossier"), TomasError("not-a-dossier") or TomasError("dossier-too-new").
        """
        if not path.is_file():
            raise NotFoundError("no-dossier", path=str(path))
        connection: sqlite3.Connection | None = None
        try:
            connection = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False
            )
            connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
            connection.execute("PRAGMA synchronous = FULL")
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.Error as error:
            if connection is not None:
                connection.close()
            raise TomasError("not-a-dossier", path=str(path)) from error
        if application != APPLICATION_ID:
            connection.close()
            raise TomasError("not-a-dossier", path=str(path))
        if version > VERSION:
            connection.close()
            raise TomasError("dossier-too-new", path=str(path), version=version)
        return cls(path, connection)

    def close(self) -> None:
        self._connection.close()

    # ---- reading -------------------------------------------------------------------------------------------

    def dossier(self) -> Dossier:
        """Every fact as it stands now, oldest key first."""
        rows = self._connection.execute("SELECT key, value FROM fact ORDER BY position").fetchall()
        facts = {key: decode_fact(key, value) for key, value in rows}
        return Dossier(MappingProxyType({key: fact for key, fact in facts.items() if fact is not None}))

    def tree(self, hash: str) -> tuple[Provision, ...]:
        """The provisions of an expression; raises NotFoundError("no-tree")."""
        row = self._connection.execute("SELECT nodes FROM tree WHERE hash = ?", (hash,)).fetchone()
        if row is None:
            raise NotFoundError("no-tree", hash=hash)
        return decode_tree(row[0])

    def history(self) -> list[tuple[int, int | None]]:
        """Every step's id and the step it reverses (None for a step that a person took), oldest first."""
        return [tuple(row) for row in self._connection.execute("SELECT id, reverses FROM step ORDER BY id")]

    def step(self, id: int) -> Step:
        """A step of the history with its changes."""
        label, detail, author, at = self._connection.execute(
            "SELECT label, detail, author, at FROM step WHERE id = ?", (id,)
        ).fetchone()
        rows = self._connection.execute("SELECT key, before, after FROM change WHERE step = ? ORDER BY id", (id,))
        changes = tuple(Change(key, decode_fact(key, before), decode_fact(key, after)) for key, before, after in rows)
        return Step(label, changes, detail, author, at)

    # ---- searching -----------------------------------------------------------------------------------------

    def find(
        self, texts: Collection[search.Text], queries: Mapping[str, str], limit: int
    ) -> tuple[list[search.Found], int]:
        """The passages that answer and how many there are; see `storage.search.find`."""
        self._make_searchable(texts)
        return search.find(self._connection, texts, queries, limit)

    def passages(self, texts: Collection[search.Text], first: str, last: str = "") -> list[search.Found]:
        """The passages with an eId; see `storage.search.at`."""
        self._make_searchable(texts)
        return search.at(self._connection, texts, first, last)

    def _make_searchable(self, texts: Collection[search.Text]) -> None:
        """Index what is not: in the file if it can be written at once, else in memory."""
        db = self._connection
        if search.is_there(db) and not search.missing(db, texts):
            return
        if not search.is_in_memory(db) and not self._index_in_file(texts):
            for statement in search.TABLES:
                db.execute(statement.format(schema="temp"))
        search.fill(db, texts)

    def _index_in_file(self, texts: Collection[search.Text]) -> bool:
        db = self._connection
        db.execute("PRAGMA busy_timeout = 0")  # a search does not wait for what it can do without
        try:
            with self._transaction():
                if not search.is_there(db):
                    from sqlite_utils import Database

                    from tomas_desktop.storage.schema import migrations

                    migrations.apply(Database(db))
                search.fill(db, texts)
        except TomasError:
            return False
        finally:
            db.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        return True

    # ---- writing -------------------------------------------------------------------------------------------

    def record(
        self, step: Step, reverses: int | None = None, trees: Mapping[str, Sequence[Provision]] = MappingProxyType({})
    ) -> int:
        """Keep a step, the facts it leaves and the trees it brings, in one transaction; returns its id.

        Raises StaleChangeError when another program changed one of its facts in the meantime.
        """
        with self._transaction() as db:
            cursor = db.execute(
                "INSERT INTO step (at, author, label, detail, reverses) VALUES (?, ?, ?, ?, ?)",
                (step.at, step.author, step.label, step.detail, reverses),
            )
            id = cursor.lastrowid
            assert id is not None
            for hash, nodes in trees.items():
                db.execute("INSERT OR IGNORE INTO tree (hash, nodes) VALUES (?, ?)", (hash, encode_tree(nodes)))
            for change in step.changes:
                self._apply(db, id, change)
            texts = [(it.tree, it.language) for it in (c.after for c in step.changes) if isinstance(it, Expression)]
            if texts and search.is_there(db):
                search.fill(db, texts)
        return id

    @staticmethod
    def _apply(db: sqlite3.Connection, step: int, change: Change) -> None:
        before, after = encode_fact(change.before), encode_fact(change.after)
        row = db.execute("SELECT value FROM fact WHERE key = ?", (change.key,)).fetchone()
        if respelled(change.key, row[0] if row else None) != before:
            raise StaleChangeError("stale-change", key=change.key)
        db.execute(
            "INSERT INTO change (step, key, before, after) VALUES (?, ?, ?, ?)", (step, change.key, before, after)
        )
        if after is None:
            db.execute("DELETE FROM fact WHERE key = ?", (change.key,))
        elif before is None:
            db.execute(
                "INSERT INTO fact (key, value, position) VALUES (?, ?, "
                "(SELECT COALESCE(MIN(c.id), 0) FROM change c WHERE c.key = ?))",
                (change.key, after, change.key),
            )
        else:
            db.execute("UPDATE fact SET value = ? WHERE key = ?", (after, change.key))

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise TomasError("dossier-busy", path=str(self.path)) from error
        try:
            yield self._connection
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._connection.execute("ROLLBACK")
            raise TomasError("cannot-write", path=str(self.path), reason=str(error)) from error
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
