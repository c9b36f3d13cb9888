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

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest

from tomas_desktop.model.provision import DIVISIONS, NOT_LAW, Provision
from tomas_desktop.storage.codec import decode_tree, encode_tree
from tomas_desktop.text import stems

_JOINT = "eid GLOB 'art_*[0-9]-[0-9]*'"  # articles that bear several numbers (and some that are numbered 9/1)

# A text is a tree in the language by whose rules it is indexed. The number of a passage is that of its text, shifted,
# and its own: which text it is of is told without looking it up. A table of the same name in memory goes first.
TABLES = (
    """CREATE TABLE {schema}.search_text (
        id INTEGER PRIMARY KEY, tree TEXT NOT NULL, rules TEXT NOT NULL, edition INTEGER NOT NULL
    )""",
    """CREATE TABLE {schema}.search_passage (
        id INTEGER PRIMARY KEY, eid TEXT NOT NULL, start INTEGER NOT NULL, size INTEGER NOT NULL
    )""",
    "CREATE INDEX {schema}.search_passage_eid ON search_passage (eid)",
    f"CREATE INDEX {{schema}}.search_passage_joint ON search_passage (id) WHERE {_JOINT}",
    "CREATE VIRTUAL TABLE {schema}.search USING fts5 (title, words, content = '', tokenize = 'ascii')",
)
_SHIFT = 20
TITLE_WEIGHT = 4.0  # a word in a title tells more of an article than one in its text
_BORDER = " ¶ "  # between the stems of two paragraphs, so that no phrase goes over their border

# What holds passages and is itself one with no more than its own heading and words.
_CONTAINERS = DIVISIONS | (NOT_LAW - {"table"}) | {"annex", "preamble", "enacting"}

Text = tuple[str, str]  # the hash of a tree and the language (BCP 47) that it is in


@dataclass(frozen=True, slots=True)
class Found:
    """A passage: its tree and the rules of its language, its provision (of a chapter without what lies in it) and how
    well it answers, from 0 up."""

    text: Text
    provision: Provision
    score: float = 0.0


def passages(nodes: Iterable[Provision]) -> Iterator[Provision]:
    """The units that are searched for, in reading order; a chapter and its like without what lies in it."""
    for node in nodes:
        if node.unit in _CONTAINERS or any(each.unit == "article" for child in node.children for each in child.walk()):
            yield replace(node, children=(), heading_above=False)
            yield from passages(node.children)
        else:
            yield node


def segments(node: Provision) -> tuple[str, ...]:
    """The texts of a unit without those below it, each by itself: heading, words, notes."""
    return tuple(text for text in (node.heading, node.text, *(note.text for note in node.notes)) if text)


# ---- keeping it ----------------------------------------------------------------------------------------------


def is_there(db: sqlite3.Connection) -> bool:
    """Has this dossier, or the memory of this connection, the tables of the index?"""
    return db.execute("SELECT 1 FROM sqlite_master WHERE name = 'search'").fetchone() is not None or is_in_memory(db)


def is_in_memory(db: sqlite3.Connection) -> bool:
    """Does this connection hold an index of its own, which goes before that of the file?"""
    return db.execute("SELECT 1 FROM sqlite_temp_master WHERE name = 'search'").fetchone() is not None


def missing(db: sqlite3.Connection, texts: Iterable[Text]) -> list[Text]:
    """Which of these texts are not indexed by the present rules."""
    rows = db.execute("SELECT tree, rules FROM search_text WHERE edition = ?", (stems.EDITION,))
    there = set(rows.fetchall())
    wanted = {(tree, stems.rules_of(language)): (tree, language) for tree, language in texts}
    return [text for key, text in wanted.items() if key not in there]


def fill(db: sqlite3.Connection, texts: Iterable[Text]) -> None:
    """Index these texts as far as they are not, in the caller's transaction. An index of older stems is emptied."""
    if db.execute("SELECT 1 FROM search_text WHERE edition != ?", (stems.EDITION,)).fetchone():
        db.execute("INSERT INTO search (search) VALUES ('delete-all')")
        db.execute("DELETE FROM search_text")
        db.execute("DELETE FROM search_passage")
    for tree, language in missing(db, texts):
        kept = db.execute("SELECT nodes FROM tree WHERE hash = ?", (tree,)).fetchone()
        if kept is not None:
            _index(db, tree, language, kept[0])


def _index(db: sqlite3.Connection, tree: str, language: str, kept: str) -> None:
    text = db.execute(
        "INSERT INTO search_text (tree, rules, edition) VALUES (?, ?, ?)",
        (tree, stems.rules_of(language), stems.EDITION),
    ).lastrowid
    assert text is not None
    places, words = [], []
    at = start = 0  # in letters and in bytes
    for id, node in enumerate(passages(decode_tree(kept)), text << _SHIFT):
        shown = encode_tree((node,))[1:-2]  # up to the brace that closes it, or to its children
        found = kept.index(shown, at)
        start += len(kept[at:found].encode())
        at = found
        places.append((id, node.eid, start, len(shown.encode())))
        below = [each for unit in node.walk() for each in segments(unit)]
        title = below[:1] if node.heading and len(below) > 1 else []  # a mere heading is found as words are
        words.append((id, _stems(title, language), _stems(below[len(title) :], language)))
    db.executemany("INSERT INTO search_passage (id, eid, start, size) VALUES (?, ?, ?, ?)", places)
    db.executemany("INSERT INTO search (rowid, title, words) VALUES (?, ?, ?)", words)


def _stems(texts: Iterable[str], language: str) -> str:
    return _BORDER.join(" ".join(term.stem for term in stems.terms(text, language)) for text in texts)


# ---- asking it -----------------------------------------------------------------------------------------------


def find(
    db: sqlite3.Connection, texts: Collection[Text], queries: Mapping[str, str], limit: int
) -> tuple[list[Found], int]:
    """The passages of these texts that answer, the best first, and how many there are in all.

    `queries` says in FTS5's own language what is looked for, in the stems of each language's rules (`sr`, `en`).
    """
    trees = _trees(db, texts)
    rows: list[tuple[float, int]] = []
    for rules, query in queries.items():
        ids = ", ".join(str(id) for id, (_, own) in trees.items() if own == rules)
        rows += db.execute(
            f"SELECT bm25(search, {TITLE_WEIGHT}, 1.0), rowid FROM search"  # noqa: S608
            f" WHERE search MATCH ? AND rowid >> {_SHIFT} IN ({ids})",
            (query,),
        ).fetchall()
    best = nsmallest(limit, rows)
    nodes = _read(db, [id for _, id in best], trees)
    return [Found(trees[id >> _SHIFT], nodes[id], -score) for score, id in best], len(rows)


def at(db: sqlite3.Connection, texts: Collection[Text], first: str, last: str = "") -> list[Found]:
    """The passages with the eId `first`, or from there to `last`: joint articles too, which bear several numbers, and
    divisions whose eId ends so."""
    trees = _trees(db, texts)
    others = _JOINT if first.startswith("art_") else "eid GLOB '*__' || ?1"
    ids_where = "SELECT id FROM search_passage WHERE"
    named = f"{ids_where} eid = ?1 UNION ALL {ids_where} {others}"
    ids = [id for (id,) in db.execute(named, (first,)) if id >> _SHIFT in trees]
    if last:
        ends = [id for (id,) in db.execute(named, (last,)) if id >> _SHIFT in trees]
        ids = [
            id
            for start in ids
            for end in ends
            if start >> _SHIFT == end >> _SHIFT
            for (id,) in db.execute("SELECT id FROM search_passage WHERE id BETWEEN ? AND ?", (start, end))
        ]
    ids = sorted(set(ids))
    nodes = _read(db, ids, trees)
    return [Found(trees[id >> _SHIFT], nodes[id]) for id in ids]


def _trees(db: sqlite3.Connection, texts: Collection[Text]) -> dict[int, Text]:
    """The numbers of these texts with tree and rules."""
    wanted = {(tree, stems.rules_of(language)) for tree, language in texts}
    rows = db.execute("SELECT id, tree, rules FROM search_text WHERE edition = ?", (stems.EDITION,))
    return {id: (tree, rules) for id, tree, rules in rows if (tree, rules) in wanted}


def _read(db: sqlite3.Connection, ids: Sequence[int], trees: Mapping[int, Text]) -> dict[int, Provision]:
    """The provisions of these passages, cut out of their trees: a whole law takes long to read."""
    by_text: dict[int, list[int]] = defaultdict(list)
    for id in ids:
        by_text[id >> _SHIFT].append(id)
    nodes = {}
    for text, own in by_text.items():
        row = db.execute("SELECT rowid FROM tree WHERE hash = ?", (trees[text][0],)).fetchone()[0]
        with db.blobopen("tree", "nodes", row, readonly=True) as blob:
            for id in own:
                start, size = db.execute("SELECT start, size FROM search_passage WHERE id = ?", (id,)).fetchone()
                blob.seek(start)
                shown = blob.read(size).decode()
                nodes[id] = decode_tree(f"[{shown}}}]")[0]
    return nodes
