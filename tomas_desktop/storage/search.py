"""Full-text search inside a dossier: an FTS5 index of stems over the trees that the dossier keeps.

What is found is a *passage*: an article with all below it, or outside articles the smallest unit that stands for itself
(a recital, a heading of a chapter, a point of an annex). SQLite's own folding knows Latin letters only and no endings,
so what it gets to index are our stems, joined by blanks (`text.stems`), and it is asked for stems. The words of a
passage are not kept a second time: the index holds no text, and a passage is read from its tree, by its place there.

A tree is never changed, so an index of it stays true until the stems of words change (`stems.EDITION`). It is made in
the transaction that brings the expression in. What is missing (a dossier of an older program) is made up when
somebody searches; where the dossier cannot be written then, because it is write-protected or another program is writing
it, the index is held in memory for as long as the dossier is open.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tomas_desktop.model.provision import DIVISIONS, NOT_LAW, Provision
from tomas_desktop.storage.codec import decode_tree, encode_tree
from tomas_desktop.text import stems

# A text is a tree in the language whose stems it is indexed by. The number of a passage is that of its text, shifted,
# and its own: which texts to search in is thus told without looking a passage up.
TABLES = (
    "CREATE TABLE {schema}.search_text (id INTEGER PRIMARY KEY, tree TEXT NOT NULL, rules TEXT NOT NULL,"
    " edition INTEGER NOT NULL, UNIQUE (tree, rules))",
    "CREATE TABLE {schema}.search_passage"
    " (id INTEGER PRIMARY KEY, eid TEXT NOT NULL, start INTEGER NOT NULL, size INTEGER NOT NULL)",
    "CREATE INDEX {schema}.search_passage_eid ON search_passage (eid)",
    "CREATE VIRTUAL TABLE {schema}.search USING fts5 (title, words, content = '', tokenize = 'ascii')",
)
_SHIFT = 20
TITLE_WEIGHT = 4.0  # a word in a title tells more of an article than one in its text
BETWEEN = "¶"  # stands between the stems of two paragraphs, so that no phrase goes over their border

# What holds passages and is none but for its own heading and words.
_CONTAINERS = DIVISIONS | (NOT_LAW - {"table"}) | {"annex", "preamble", "enacting"}
_CHILDREN = ',"children":['

Text = tuple[str, str]  # the hash of a tree and the language (BCP 47) that it is in


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that answers: the hash of its tree, its provision (of a chapter without what lies in it) and how well
    it answers, from 0 up."""

    tree: str
    provision: Provision
    score: float


def passages(nodes: Iterable[Provision]) -> Iterator[Provision]:
    """The units that are searched for, in reading order."""
    for node in nodes:
        if node.unit in _CONTAINERS or any(each.unit == "article" for each in node.walk() if each is not node):
            yield node
            yield from passages(node.children)
        else:
            yield node


def segments(node: Provision) -> Iterator[str]:
    """The texts of one unit itself but for its heading: its words and its notes, each by itself."""
    if node.text:
        yield node.text
    for note in node.notes:
        yield note.text


def is_there(db: sqlite3.Connection) -> bool:
    """Has this dossier the tables of the index?"""
    return db.execute("SELECT 1 FROM sqlite_master WHERE name = 'search'").fetchone() is not None


def missing(db: sqlite3.Connection, texts: Iterable[Text], schema: str = "main") -> list[Text]:
    """Which of these texts are not indexed by the present rules."""
    rows = db.execute(f"SELECT tree, rules FROM {schema}.search_text WHERE edition = ?", (stems.EDITION,))  # noqa: S608
    there = set(rows.fetchall())
    wanted = {(tree, stems.rules_of(language)): (tree, language) for tree, language in texts}
    return [text for key, text in wanted.items() if key not in there]


def fill(db: sqlite3.Connection, texts: Sequence[Text], schema: str = "main") -> None:
    """Index these texts, whose trees are in the dossier, inside the caller's transaction. An index of older stems is
    emptied first."""
    old = db.execute(f"SELECT 1 FROM {schema}.search_text WHERE edition != ?", (stems.EDITION,)).fetchone()  # noqa: S608
    if old:
        db.execute(f"INSERT INTO {schema}.search (search) VALUES ('delete-all')")  # noqa: S608
        db.execute(f"DELETE FROM {schema}.search_text")  # noqa: S608
        db.execute(f"DELETE FROM {schema}.search_passage")  # noqa: S608
    for tree, language in missing(db, texts, schema):
        _index(db, tree, language, schema)


def _index(db: sqlite3.Connection, tree: str, language: str, schema: str) -> None:
    kept: str = db.execute("SELECT nodes FROM tree WHERE hash = ?", (tree,)).fetchone()[0]
    text = db.execute(
        f"INSERT INTO {schema}.search_text (tree, rules, edition) VALUES (?, ?, ?)",  # noqa: S608
        (tree, stems.rules_of(language), stems.EDITION),
    ).lastrowid
    assert text is not None
    rows, words = [], []
    at = place = 0  # in letters and in bytes
    for number, node in enumerate(passages(decode_tree(kept)), text << _SHIFT):
        shown = _shown(node)
        begin = kept.index(shown, at)
        place += len(kept[at:begin].encode())
        at = begin
        rows.append((number, node.eid, place, len(shown.encode())))
        below = (node,) if shown.endswith("}") else tuple(node.walk())
        words.append((number, _stems([node.heading], language), _stems(_texts(node, below), language)))
    db.executemany(f"INSERT INTO {schema}.search_passage VALUES (?, ?, ?, ?)", rows)  # noqa: S608
    db.executemany(f"INSERT INTO {schema}.search (rowid, title, words) VALUES (?, ?, ?)", words)  # noqa: S608
