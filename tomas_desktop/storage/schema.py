"""The tables of a dossier and how they came to be: one migration a step, never edited afterwards.

`fact` holds the present value under each key. `step` and `change` are the history: append-only, each step
one transaction together with the facts it changes. `tree` holds the provisions of expressions by the hash of
their text; a tree is written once and never changed. What begins with `search` is an index that can be made again.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from tomas_desktop.storage import search

migrations = Migrations("dossier")


@migrations()
def m001_facts_and_history(db: Database) -> None:
    db["fact"].create({"key": str, "value": str, "position": int}, pk="key", not_null={"value"})  # type: ignore[union-attr]
    db["step"].create(  # type: ignore[union-attr]
        {"id": int, "at": str, "author": str, "label": str, "detail": str, "reverses": int}, pk="id"
    )
    db["change"].create(  # type: ignore[union-attr]
        {"id": int, "step": int, "key": str, "before": str, "after": str}, pk="id", foreign_keys=[("step", "step")]
    )
    db["change"].create_index(["step"])  # type: ignore[union-attr]
    db["tree"].create({"hash": str, "nodes": str}, pk="hash", not_null={"nodes"})  # type: ignore[union-attr]


@migrations()
def m002_search(db: Database) -> None:
    for statement in search.TABLES:
        db.execute(statement.format(schema="main"))
