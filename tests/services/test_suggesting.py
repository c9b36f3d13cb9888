"""Suggestions out of a dossier: their reasons in words, what people said, and what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.conftest import EU_ACT, LAW, add
from tomas_desktop.errors import NotFoundError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import correlating, kept_suggestions, suggesting
from tomas_desktop.services.dossiers import OpenDossier


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TOMAS_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def works(dossier: OpenDossier, tmp_path: Path) -> OpenDossier:
    add(dossier, tmp_path, "csa", EU_ACT, "eu", "en")
    add(dossier, tmp_path, "zakon", LAW, "rs", "sr-Latn")
    return dossier


def chosen(works: OpenDossier, **options: object) -> list[str]:
    found = suggesting.suggest(works, "csa", ["zakon"], **options)  # type: ignore[arg-type]
    return [str(each.national[0].national) for each in found]


def test_every_eu_article_has_its_answer_first(works):
    assert chosen(works) == ["zakon#art_1", "zakon#art_2"]


def test_reasons_name_the_concepts_in_both_languages(works):
    why = suggesting.suggest(works, "csa", ["zakon"])[0].national[0].why
    assert "both titles: removal order (nalog za uklanjanje)" in why[0]
    assert why[1].startswith("both speak of ")
    assert "material (materijal)" in why[1]


def test_paragraphs_are_matched_inside_their_articles(works):
    found = suggesting.suggest(works, "csa", ["zakon"], unit="paragraph")
    assert [(str(each.eu), str(each.national[0].national)) for each in found] == [
        ("csa#art_1__para_1", "zakon#art_1__para_1"),
        ("csa#art_1__para_2", "zakon#art_1__para_2"),
        ("csa#art_2__para_1", "zakon#art_2__para_1"),
    ]


def test_what_a_person_linked_stands_first_also_from_a_narrower_unit(works):
    correlating.link(works, Ref("csa", "art_2"), Ref("zakon", "art_1__para_3"), grade="partial")
    first = suggesting.suggest(works, "csa", ["zakon"])[1].national[0]
    assert (str(first.national), first.score, first.why[0]) == ("zakon#art_1", 1.0, "linked by a person")


def test_a_pair_that_a_person_found_to_be_none_is_not_suggested_again(works):
    correlating.link(works, Ref("csa", "art_1"), Ref("zakon", "art_1"), grade="none")
    found = suggesting.suggest(works, "csa", ["zakon"])[0]
    assert "zakon#art_1" not in [str(each.national) for each in found.national]


def test_top_is_the_most_that_is_listed(works):
    assert all(len(each.national) <= 1 for each in suggesting.suggest(works, "csa", ["zakon"], top=1))


def test_countries_asked_for_together_answer_as_each_does_alone(works, tmp_path):
    add(works, tmp_path, "kz", LAW, "rs", "sr-Latn")
    add(works, tmp_path, "mkz", "Член 1\nНалог за отстранување\nСудот издава налог за отстранување.\n", "mk", "mk")
    together = suggesting.suggest(works, "csa", ["zakon", "mkz", "kz"], top=20)
    alone = [suggesting.suggest(works, "csa", keys, top=20) for keys in (["zakon", "kz"], ["mkz"])]
    for all_of_them, *each in zip(together, *alone, strict=True):
        assert {*all_of_them.national} == {candidate for one in each for candidate in one.national}
        assert all_of_them.is_gap == all(one.is_gap for one in each)
        assert [one.score for one in all_of_them.national] == sorted(
            (one.score for one in all_of_them.national), reverse=True
        )


def test_where_no_law_is_asked_every_article_is_a_gap(works):
    found = suggesting.suggest(works, "csa", [])
    assert [(str(each.eu), each.is_gap) for each in found] == [("csa#art_1", True), ("csa#art_2", True)]


def test_the_second_time_nothing_is_worked_out(works, monkeypatch):
    first = suggesting.suggest(works, "csa", ["zakon"])
    monkeypatch.setattr(suggesting, "_worked_out", lambda *_: pytest.fail("worked out again"))
    assert suggesting.suggest(works, "csa", ["zakon"]) == first


def test_a_new_correlation_is_seen_at_once(works):
    suggesting.suggest(works, "csa", ["zakon"])
    correlating.link(works, Ref("csa", "art_2"), Ref("zakon", "art_3"), grade="full")
    assert chosen(works)[1] == "zakon#art_3"


def test_a_term_of_ones_own_is_used_at_once(works, tmp_path, monkeypatch):
    monkeypatch.setenv("TOMAS_CONFIG", str(tmp_path))
    suggesting.suggest(works, "csa", ["zakon"])
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "own.csv").write_text("en,sr\nremoval orders,stupanje na snagu\n", encoding="utf-8")
    assert any(
        "removal orders (stupanje na snagu)" in why
        for one in suggesting.suggest(works, "csa", ["zakon"])[0].national
        for why in one.why
    )


def test_a_damaged_cache_is_no_hindrance(works, own_cache):
    first = suggesting.suggest(works, "csa", ["zakon"])
    for file in own_cache.rglob("*.json"):
        file.write_text("[[", encoding="utf-8")
    assert suggesting.suggest(works, "csa", ["zakon"]) == first


def test_few_files_are_kept(own_cache, monkeypatch):
    monkeypatch.setattr(kept_suggestions, "_MOST", 3)
    for number in range(5):
        kept_suggestions.save(str(number), ())
    assert len(list(own_cache.rglob("*.json"))) == 3
    assert not [file for file in own_cache.rglob("*") if file.is_file() and file.suffix != ".json"]


def test_a_text_in_a_language_without_terms_gives_way_to_another_of_the_act(works, tmp_path):
    act = "Artikel 1\nPåbud om fjernelse\n\nEn domstol kan påbyde en udbyder at fjerne materiale."
    add(works, tmp_path, "act", act, "eu", "da")
    with pytest.raises(NotFoundError) as error:
        suggesting.suggest(works, "act", ["zakon"])
    assert error.value.code == "no-terms-for-language"
    add(works, tmp_path, "act", EU_ACT, "eu", "hr")
    assert suggesting.comparable(works, works.expression("act")).language == "hr"
    add(works, tmp_path, "act", EU_ACT, "eu", "en")
    assert works.expression("act").language == "da"
    assert [str(each.national[0].national) for each in suggesting.suggest(works, "act", ["zakon"])] == [
        "zakon#art_1",
        "zakon#art_2",
    ]


def test_a_work_that_is_not_there_is_said(works):
    with pytest.raises(NotFoundError):
        suggesting.suggest(works, "csa", ["nothing"])
