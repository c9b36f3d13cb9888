"""The workshop dossier: texts in our own words that say so, and references that lead somewhere."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.demo import official, reading
from tests.demo.reading import DEMO
from tomas_desktop.model.correlation import GRADES
from tomas_desktop.model.identifiers import Ref

DATA = reading.demo()
WORKS: dict[str, dict[str, Any]] = {work["key"]: work for work in DATA["works"]}
FILES = {key: DEMO / work["file"] for key, work in WORKS.items()}
PROPOSALS: list[dict[str, Any]] = DATA["proposals"]
COUNTRIES = ("rs", "mk", "al")

DISCLAIMER = {
    "en": "Working summary for workshops, written in our own words. It is not the official text: "
    "import the official text before anything is submitted.",
    "sr-Latn": "Radni sažetak za radionice, napisan našim rečima. Ovo nije zvanični tekst: "
    "pre nego što se bilo šta podnese, uvezite zvanični tekst.",
    "mk": "Работно резиме за работилници, напишано со наши зборови. Ова не е службен текст: "
    "пред да се поднесе што било, увезете го службениот текст.",
    "sq": "Përmbledhje pune për punëtori, e shkruar me fjalët tona. Nuk është teksti zyrtar: "
    "importoni tekstin zyrtar para se të dorëzohet diçka.",
}
OUTDATED_TERM = {"rs-kz": "Dečija pornografija", "mk-kz": "Детска порнографија", "al-kp": "pornografia e fëmijëve"}
TOO_LONG_A_RUN = 8  # words


@pytest.mark.parametrize("key", WORKS)
def test_every_text_says_on_its_face_that_it_is_not_the_official_one(key: str) -> None:
    first = FILES[key].read_text(encoding="utf-8").split("\n")[:3]
    assert first[0] == "== preface =="
    assert first[2] == DISCLAIMER[WORKS[key]["language"]]


@pytest.mark.parametrize("key", WORKS)
def test_every_text_is_canonical(key: str) -> None:
    text = FILES[key].read_bytes().decode("utf-8")
    assert text == unicodedata.normalize("NFC", text)
    assert "\r" not in text
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert all(line == line.strip() for line in text.split("\n"))
    numbers = [line for line in reading.lines(FILES[key]) if line.eid]
    assert len(numbers) == len({line.eid for line in numbers})
    assert not [line.text for line in numbers if line.kind == "text" and reading.ARTICLE.fullmatch(line.text)]


def test_the_eu_act_has_its_89_articles_in_order() -> None:
    articles = [line.text for line in reading.lines(FILES["csar"]) if line.kind == "article"]
    assert articles == [f"Article {number}" for number in range(1, 90)]


def test_the_articles_of_the_eu_act_bear_their_own_titles(shared: Path) -> None:
    source = [re.sub(r"\s+", " ", part).strip() for part in official.text(shared / "data" / official.CSAR).split("\n")]
    printed = [part for part in source if part]
    given = list(reading.lines(FILES["csar"]))
    for line, title in pairwise(given):
        if line.kind == "article":
            assert title.kind == "heading"
            following = {printed[at + 1] for at, part in enumerate(printed[:-1]) if part == line.text}
            assert title.text in following, line.text


def test_the_articles_a_workshop_discusses_have_paragraphs_and_the_others_one_sentence() -> None:
    discussed = {1, *range(3, 7), *range(12, 19), *range(25, 29), 35}
    eids = reading.eids(FILES["csar"])
    assert {n for n in range(1, 90) if f"art_{n}__para_2" in eids} == discussed
    assert {"art_2__para_1__point_w", "art_3__para_2__point_e__subpoint_iii", "art_19__para_1"} <= eids


@pytest.mark.parametrize("country", COUNTRIES)
def test_correlations_join_provisions_that_exist(country: str) -> None:
    rows = DATA["correlations"][country]
    assert 30 <= len(rows) <= 45
    for row in rows:
        eu, national = Ref.parse(row["eu"]), Ref.parse(row["national"])
        assert WORKS[national.work]["country"] == country
        for ref in (eu, national):
            assert ref.eid in reading.eids(FILES[ref.work]), str(ref)
    assert len({(row["eu"], row["national"]) for row in rows}) == len(rows)


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_correlation_is_graded_and_reasoned_but_none_is_full(country: str) -> None:
    for row in DATA["correlations"][country]:
        assert row["grade"] in set(GRADES) - {"full"}, row
        assert row["reason"], row


@pytest.mark.parametrize("country", COUNTRIES)
def test_gaps_have_no_correlation(country: str) -> None:
    answered = {int(re.findall(r"art_(\d+)", row["eu"])[0]) for row in DATA["correlations"][country]}
    assert answered.isdisjoint({*range(3, 12), *range(40, 85)})


def test_cards_are_there_and_nobody_pretends_to_have_checked_them() -> None:
    assert [card["work"] for card in DATA["cards"]] == list(WORKS)
    assert all(card["official_name"] and card["name_as_cited"] for card in DATA["cards"])
    assert not any(card["checked_by"] for card in DATA["cards"])


def test_each_country_has_a_package_and_serbias_changes_two_laws() -> None:
    assert [proposal["work"] for proposal in PROPOSALS] == ["rs-kz", "rs-zet", "mk-kz", "al-kp"]


@pytest.mark.parametrize("proposal", PROPOSALS, ids=lambda proposal: proposal["key"])
def test_edits_change_what_exists_on_an_eu_basis(proposal: dict[str, Any]) -> None:
    law = reading.eids(FILES[proposal["work"]])
    assert 2 <= len(proposal["edits"]) <= 4
    for edit in proposal["edits"]:
        assert edit["target"] in law, edit["target"]
        assert edit["mode"] in {"text", "insert-after", "delete", "heading"}
        assert bool(edit["text"].strip()) == (edit["mode"] != "delete")
        assert edit["justification"]
        basis = Ref.parse(edit["basis"])
        assert basis.eid in reading.eids(FILES[basis.work]), edit["basis"]


def test_the_serbian_proposal_rewords_article_185_and_adds_a_paragraph() -> None:
    edits = {(edit["target"], edit["mode"]): edit["text"] for edit in PROPOSALS[0]["edits"]}
    assert "maloletno lice" in edits["art_185__para_2", "text"]
    assert edits["art_185__para_5", "insert-after"].strip().startswith("(6) ")
    assert "Član 185v" in edits["art_185b", "insert-after"]


@pytest.mark.parametrize(("key", "term"), OUTDATED_TERM.items())
def test_the_law_in_force_keeps_an_outdated_term_of_art(key: str, term: str) -> None:
    assert term in FILES[key].read_text(encoding="utf-8")


@pytest.mark.parametrize("country", ["eu", *COUNTRIES])
def test_no_run_of_eight_words_is_taken_from_an_official_text(shared: Path, country: str) -> None:
    """Titles of articles and divisions are the act's own: they are left out."""
    there = official.runs(shared / "data", country, TOO_LONG_A_RUN)
    keys = {key for key, work in WORKS.items() if work["country"] == country}
    ours = [line.text for key in keys for line in reading.lines(FILES[key]) if line.kind == "text"]
    ours += [edit["text"] for proposal in PROPOSALS if proposal["work"] in keys for edit in proposal["edits"]]
    copied = {line: found for line in ours if (found := official.shared_runs(line, there, TOO_LONG_A_RUN))}
    assert not copied
