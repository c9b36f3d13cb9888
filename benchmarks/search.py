"""Search: a dossier of 50 laws in four languages, from the query to the hits with their snippets."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.laws import SHARED, real
from benchmarks.row import Row, milliseconds
from tomas_desktop.model.change import Change, Step, key_of
from tomas_desktop.model.provision import Provision
from tomas_desktop.model.work import Expression, Work
from tomas_desktop.services import dossiers, importing, search_words, searching
from tomas_desktop.storage.dossier_store import DossierStore, tree_hash
from tomas_desktop.storage.search import TITLE_WEIGHT, passages

NAME = "search"
LAWS = 50
FILES = (
    ("eu", "en", "eu-html/52022PC0209_CSAR_EN.html"),
    ("eu", "en", "eu-html/32016R0679_GDPR_EN.html"),
    ("eu", "en", "eu-formex/32022R2065_DSA_EN.fmx.xml"),
    ("eu", "en", "eu-formex/32017R1001_EUTM_EN.fmx.xml"),
    ("rs", "sr-Latn", "national-rs/rs_KZ_krivicni-zakonik.lat.txt"),
    ("rs", "sr-Cyrl", "national-rs/rs_ZZPL_87-2018.cyr.html"),
    ("rs", "sr-Cyrl", "national-rs/rs_ZET.cyr.html"),
    ("rs", "sr-Cyrl", "national-rs/rs_ZIB.cyr.html"),
    ("rs", "sr-Cyrl", "national-rs/rs_eUprava.cyr.html"),
    ("mk", "mk", "national-mk/mk_KZ_krivicen-zakonik.pdf"),
    ("al", "sq", "national-al/al_KP_7895-1995.txt"),
    ("al", "sq", "national-al/al_kushtetuta.pdf"),
)
QUERIES = {
    "words": "krivicno delo|КРИВИЧНОГ ДЕЛА|zaštita podataka|maloletno lice|кривично дело|vepër penale|i mitur|"
    "personal data|removal order|hosting service provider|rukovalac|lični podaci deteta",
    "one very common word": "član|lice|the|provider|neni|член",
    "phrases": '"zaštita podataka o ličnosti"|"vepra penale"|"child sexual abuse material"|"кривично дело"',
    "citations": "čl. 12 st. 3|čl. 185 KZ|Article 4(1)|член 193 став (2)|neni 117|185b",
}


def measure() -> list[Row]:
    """Ours; beside it FTS5 as it comes (its own folding of letters, no endings, its own snippets) over the same
    passages. The floor is what FTS5 takes to score the passages that answer ours."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.tomas"
        plain = build(path)
        with dossiers.opened(path) as opened:
            rows = []
            for what, row in QUERIES.items():
                queries = row.split("|")
                rows.append(
                    Row(
                        f"{LAWS} laws, {what}: the median of {len(queries)} queries",
                        median(lambda query: searching.search(opened, query), queries),
                        {"FTS5 as it comes": median(lambda query: stock(plain, query), queries)},
                        None if what == "citations" else median(lambda query: scored(opened, query), queries),
                        "FTS5 scores what answers",
                    )
                )
            return rows


def median(job: Callable[[str], object], queries: Iterable[str]) -> float:
    """The median over the queries of the median time of each."""
    return statistics.median(milliseconds(lambda query=query: job(query)) for query in queries)  # type: ignore[misc]


def build(path: Path) -> sqlite3.Connection:
    """A dossier of 50 laws (each real one several times, with a unit that makes it another) and the same passages in a
    plain FTS5 table."""
    read = [
        (country, language, importing.preview(real(SHARED / file), country, language))
        for country, language, file in FILES
    ]
    store = DossierStore.create(path)
    plain = sqlite3.connect(":memory:")
    plain.execute("CREATE VIRTUAL TABLE s USING fts5 (title, words, tokenize = 'unicode61 remove_diacritics 2')")
    for number in range(LAWS):
        country, language, reading = read[number % len(read)]
        nodes = (*reading.nodes, Provision("anx_copy", "annex", heading=f"Copy {number}"))
        work = Work(f"{country}-{number}", country, reading.title)
        expression = Expression(work.key, language, "in-force", "", tree_hash(nodes))
        changes = tuple(Change(key_of(fact), None, fact) for fact in (work, expression))
        store.record(Step("import", changes, work.key), trees={expression.tree: nodes})
        plain.executemany("INSERT INTO s VALUES (?, ?)", ((node.heading, node.words()) for node in passages(nodes)))
    store.close()
    return plain


def stock(plain: sqlite3.Connection, query: str) -> list[tuple[str, ...]]:
    match = query if query.startswith('"') else " ".join(f'"{word}"' for word in query.split())
    return plain.execute(
        "SELECT title, snippet(s, 1, '[', ']', '…', 30) FROM s WHERE s MATCH ?"
        f" ORDER BY bm25(s, {TITLE_WEIGHT}, 1.0) LIMIT 20",
        (match,),
    ).fetchall()


def scored(opened: dossiers.OpenDossier, query: str) -> int:
    texts = searching.searched(opened)
    return opened.find(texts, {rules: search_words.expression(query, rules) for rules in ("sr", "mk", "sq", "en")}, 0)[
        1
    ]
