"""A reading corrected line by line through the front door, and the legal orders to read it in."""

from __future__ import annotations

from pathlib import Path

from tests.services.conftest import LAW
from tomas_desktop.model.provision import find
from tomas_desktop.services import correcting, importing, legal_orders


def test_lines_are_corrected_step_by_step_and_read_off(tmp_path: Path) -> None:
    file = tmp_path / "law.txt"
    file.write_text(LAW.replace("Član 2\n", "ČIan 2\n"), encoding="utf-8")
    reading = importing.preview(file, "rs", "sr-Latn")
    rows = correcting.lines_of(reading)
    at = next(i for i, row in enumerate(rows) if row.printed == "ČIan 2")
    after = correcting.step(rows, "article", at, "rs", "sr-Latn")
    assert after is not None
    done = correcting.read_off(reading, after, "rs", "sr-Latn")
    article = find(done.reading.nodes, "art_2")
    assert article is not None
    assert article.heading == "Kazne"
    assert done.reading.words_in == done.reading.words_placed
    assert next(row.eid for row in done.rows if row.printed == "ČIan 2") == "art_2"
    assert correcting.read_off(reading, rows, "rs", "sr-Latn").reading.nodes == reading.nodes


def test_what_cannot_be_done_is_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "law.txt"
    file.write_text(LAW, encoding="utf-8")
    rows = correcting.lines_of(importing.preview(file, "rs", "sr-Latn"))
    at = next(i for i, row in enumerate(rows) if row.role == "article")
    assert correcting.step(rows, "article", at, "rs", "sr-Latn") is None


def test_the_union_comes_first_and_each_order_has_its_languages() -> None:
    known = legal_orders.known()
    assert known[0].country == "eu"
    assert {order.country: order.languages[0] for order in known}.items() >= {
        "eu": "en", "rs": "sr-Latn", "mk": "mk", "al": "sq",
    }.items()  # fmt: skip
