"""Tables, coverage, three countries side by side, borrowing, and what needs no national answer."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.three_countries import fill, ref
from tomas_desktop import paths
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.correlation import Correlation, Grade
from tomas_desktop.services import (
    borrowing,
    correlating,
    correlation_table,
    coverage,
    drafting,
    messages,
    not_transposable,
    regional,
    relinking,
    sentence_level,
)
from tomas_desktop.services.correlating import Said
from tomas_desktop.services.dossiers import OpenDossier, opened


@pytest.fixture
def region(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenDossier]:
    monkeypatch.setenv("TOMAS_CACHE", str(tmp_path / "cache"))
    with opened(tmp_path / "region.tomas", create=True) as it:
        yield fill(it, tmp_path)


def link(region: OpenDossier, eu: str, national: str, grade: Grade | None = None) -> Correlation:
    return correlating.link(region, ref(f"act#{eu}"), ref(national), grade=grade)


def states(region: OpenDossier, article: str) -> dict[str, str]:
    line = next(each for each in coverage.board(region, "act").lines if each.eu.eid == article)
    return {country: cell.state for country, cell in line.cells.items()}


# ---- tables ------------------------------------------------------------------------------------------------


def test_the_table_goes_both_ways_and_links_may_cross(region):
    link(region, "art_1", "rs-lat#art_2")
    link(region, "art_2", "rs-lat#art_1", "partial")
    by_eu = correlation_table.table(region, "act", ["rs-lat"])
    assert [(row.ref.eid, [str(one.ref) for one in row.others]) for row in by_eu.rows] == [
        ("art_1", ["rs-lat#art_2"]), ("art_2", ["rs-lat#art_1"]), ("art_3", []), ("art_4", []),
    ]  # fmt: skip
    assert [row.ref.eid for row in by_eu.gaps()] == ["art_3", "art_4"]
    by_law = correlation_table.table(region, "act", ["rs-lat"], by="national")
    assert [(row.number, [one.number for one in row.others]) for row in by_law.rows] == [("1", ["2"]), ("2", ["1"])]
    assert by_law.gaps() == ()


def test_what_is_linked_below_an_article_has_its_row_and_the_rest_is_open(region):
    link(region, "art_1__para_2", "rs-lat#art_1__para_2")
    first, second, *_ = correlation_table.table(region, "act").rows
    assert (first.ref.eid, first.is_gap, [each.eid for each in first.open_parts]) == ("art_1", False, ["art_1__para_1"])
    assert (second.ref.eid, second.number, second.others[0].number) == ("art_1__para_2", "1.2", "1.2")


def test_who_answers_a_chapter_answers_its_articles(region):
    link(region, "chp_I", "rs-lat#art_1")
    assert correlation_table.table(region, "act").gaps() == ()
    assert states(region, "art_4")["rs"] == "ungraded"


def test_suggestions_and_rejected_ones_are_in_no_table(region):
    correlating.link_all(region, [(ref("act#art_1"), ref("rs-lat#art_1"))], Said(status="suggested"))
    correlating.reject(region, [(ref("act#art_2"), ref("rs-lat#art_2"))])
    found = correlation_table.table(region, "act", ["rs-lat"])
    assert len(found.gaps()) == 4
    cell = coverage.board(region, "act").lines[0].cells["rs"]
    assert (cell.state, cell.suggested) == ("gap", 1)


# ---- coverage ----------------------------------------------------------------------------------------------


def test_an_article_is_what_its_paragraphs_are_and_the_worst_of_them_is_said(region):
    link(region, "art_1__para_1", "rs-lat#art_1__para_1", "full")
    assert states(region, "art_1") == {"rs": "gap", "mk": "gap", "al": "gap"}
    link(region, "art_1__para_2", "rs-lat#art_1__para_2", "partial")
    cell = coverage.board(region, "act").lines[0].cells["rs"]
    assert (cell.state, cell.best, cell.is_mixed, cell.is_gap) == ("partial", "full", True, False)
    link(region, "art_1", "rs-cyr#art_1", "full")
    assert states(region, "art_1")["rs"] == "full"


@pytest.mark.parametrize(
    ("grades", "state"),
    [
        (["partial", "full"], "full"),
        (["none", "partial"], "partial"),
        ([None, "none"], "ungraded"),
        (["none"], "none"),
        (["not_transposable"], "not_transposable"),
        (["not_relevant", "discretionary"], "discretionary"),
    ],
)
def test_of_several_links_of_one_provision_the_best_counts(region, grades, state):
    for national, grade in zip(["rs-lat#art_1", "rs-lat#art_2"], grades, strict=False):
        link(region, "art_1", national, grade)
    assert states(region, "art_1")["rs"] == state


def test_a_part_that_needs_no_answer_does_not_count(region):
    link(region, "art_2__para_1", "rs-lat#art_2", "full")
    link(region, "art_2__para_2", "rs-lat", "not_transposable")
    assert states(region, "art_2")["rs"] == "full"


def test_totals_count_articles_and_leave_out_what_needs_no_answer(region):
    link(region, "art_1", "rs-lat#art_1", "full")
    link(region, "art_2__para_1", "rs-lat#art_2", "partial")
    for article in ("art_3", "art_4"):
        link(region, article, "rs-lat", "not_transposable")
    total = coverage.board(region, "act").totals["rs"]
    assert (total.articles, total.needed, total.begun, total.answered, total.graded) == (4, 2, 2, 1, 3)
    assert (total.share("full"), total.share("not_transposable"), total.answered_share) == (25.0, 50.0, 50.0)


def test_the_board_is_filtered_by_gaps_and_by_what_is_to_be_checked_again(region):
    correlating.link_all(region, [(ref(f"act#art_{n}"), ref("rs-lat#art_1")) for n in (1, 2, 3, 4)])
    correlating.link(region, ref("act#art_2"), ref("rs-lat#art_1"), status="to-recheck")
    board = coverage.board(region, "act", ["rs"])
    assert (board.gaps(), [line.eu.eid for line in board.to_recheck()]) == ((), ["art_2"])


# ---- three countries ---------------------------------------------------------------------------------------


def test_one_provision_in_every_country(region):
    link(region, "art_1", "rs-lat#art_1", "full")
    link(region, "art_1__para_2", "mk#art_1__para_2", "partial")
    view = regional.view(region, ref("act#art_1"))
    assert [(side.country, side.state, len(side.answers)) for side in view.sides] == [
        ("rs", "full", 1), ("mk", "gap", 1), ("al", "gap", 0),
    ]  # fmt: skip
    answer = view.sides[1].answers[0]
    assert (answer.number, answer.language, answer.lines[0].text[:3]) == ("1.2", "mk", "(2)")
    assert [side.country for side in regional.view(region, ref("act#art_1__para_1")).sides if side.answers] == ["rs"]


def test_where_one_country_is_ahead_of_another(region):
    link(region, "art_1", "rs-lat#art_1", "full")
    link(region, "art_1", "al", "not_relevant")
    link(region, "art_2", "al#art_1", "none")
    [ahead] = regional.gaps(region, "act")
    assert (ahead.eu.eid, ahead.has, ahead.has_not) == ("art_1", {"rs": (ref("rs-lat#art_1"),)}, ("mk",))


# ---- borrowing ---------------------------------------------------------------------------------------------


def test_serbian_is_borrowed_in_the_script_of_the_law_it_comes_to(region):
    done = borrowing.borrow(region, "p", ref("rs-cyr#art_1"), ref("rs-lat#art_2"), author="Ana")
    [article] = [node for node in drafting.text_of(region, ref("rs-cyr"), None, "p") if node.eid == "art_2"]
    assert "Пружалац услуге једном годишње" in canonical_text((article,))
    assert (article.heading, done.is_transliterated, done.is_foreign) == ("Извештај", True, False)
    [comment] = region.dossier.comments(ref("rs-cyr#art_1"))
    assert (comment.author, "rs-lat#art_2" in comment.text, bool(comment.at)) == ("Ana", True, True)
    step = region.session.next_undo
    assert step is not None
    assert (step.label, step.author) == ("borrow", "Ana")
    region.session.undo()
    assert region.dossier.comments(ref("rs-cyr#art_1")) == region.dossier.proposals == ()


def test_another_language_is_put_into_the_script_of_the_law_and_said_to_be_foreign(region):
    done = borrowing.borrow(region, "p", ref("rs-lat#art_1"), ref("mk#art_1"))
    assert (done.is_foreign, done.is_transliterated, done.language) == (True, True, "mk-Latn")
    assert "foreign language (mk), written in the other script and not translated" in done.comment.text
    assert "Sudot može" in canonical_text(drafting.text_of(region, ref("rs-lat"), None, "p"))


@pytest.mark.parametrize(
    ("target", "source", "is_transliterated", "language"),
    [
        ("rs-cyr", "mk", False, "mk"),
        ("mk", "rs-lat", True, "sr-Cyrl"),
        ("mk", "rs-cyr", False, "sr-Cyrl"),
        ("al", "mk", True, "mk-Latn"),
        ("mk", "al", False, "sq"),
        ("rs-lat", "al", False, "sq"),
    ],
)
def test_what_has_letters_in_both_scripts_is_written_in_those_of_the_law(
    region, target, source, is_transliterated, language
):
    done = borrowing.borrow(region, "p", ref(f"{target}#art_1"), ref(f"{source}#art_1"))
    assert (done.is_foreign, done.is_transliterated, done.language) == (True, is_transliterated, language)
    assert borrowing.marking(region, ref(f"{source}#art_1"), target) == done.comment.text


def test_a_wording_may_take_the_place_of_a_paragraph(region):
    target = ref("rs-lat#art_1__para_2")
    borrowing.borrow(region, "p", target, ref("rs-cyr#art_1__para_1"), replacing=True)
    [paragraph] = drafting.text_of(region, target, None, "p")
    assert (paragraph.num, paragraph.text[:21]) == ("(2)", "Pružalac koji ne post")


def test_what_does_not_fit_is_not_borrowed(region):
    with pytest.raises(TomasError):  # an article for a paragraph
        borrowing.borrow(region, "p", ref("rs-lat#art_1__para_2"), ref("rs-cyr#art_1"))
    with pytest.raises(NotFoundError):
        borrowing.borrow(region, "p", ref("rs-lat#art_1"), ref("mk#art_9"))
    borrowing.borrow(region, "p", ref("rs-lat#art_1"), ref("mk#art_1"))
    with pytest.raises(TomasError):  # there is a wording already, perhaps worked on since
        borrowing.borrow(region, "p", ref("rs-lat#art_1"), ref("rs-cyr#art_1"))


# ---- what needs no answer ----------------------------------------------------------------------------------


def test_the_assistant_lists_with_reasons_and_writes_nothing(region):
    found = not_transposable.assist(region, "act")
    assert [(each.eu.eid, each.is_whole) for each in found] == [
        ("art_2__para_2", False), ("art_3__para_1", True), ("art_4__para_1", True),
    ]  # fmt: skip
    assert found[0].why == ("is about what a body of the Union does (“Commission”)",)
    assert region.dossier.correlations == ()


def test_what_a_person_accepts_is_said_of_the_law_in_one_step_with_the_reason(region):
    said = not_transposable.accept(region, not_transposable.assist(region, "act"), ["rs-lat", "mk"], author="Ana")
    assert [(each.eu.eid, str(each.national), each.grade) for each in said[:3]] == [
        ("art_2__para_2", "rs-lat", "not_transposable"),
        ("art_3", "rs-lat", "not_transposable"),
        ("art_4", "rs-lat", "not_transposable"),
    ]
    assert len(said) == 6
    assert {each.author for each in said} == {"Ana"}
    assert said[0].reason == "Govori o tome šta čini organ Unije („Commission”)."
    assert not_transposable.accept(region, not_transposable.assist(region, "act"), ["rs-lat"]) == ()
    region.session.undo()
    assert region.dossier.correlations == ()


def test_what_a_country_has_linked_is_left_as_it_is(region):
    link(region, "art_3__para_1", "mk#art_1", "partial")
    found = not_transposable.assist(region, "act")
    assert found[1].linked_in == {"mk"}
    said = not_transposable.accept(region, found, ["rs-lat", "mk"])
    assert [each.national.work for each in said if each.eu.eid == "art_3"] == ["rs-lat"]


# ---- sentences ---------------------------------------------------------------------------------------------


def test_a_sentence_without_counterpart_is_a_hint(region):
    found = sentence_level.of_pair(region, ref("act#art_2__para_1"), ref("rs-lat#art_2"))
    assert [each.text for each in found.unanswered] == ["The report is public."]
    assert (found.own, found.eu[0].other and found.eu[0].other.eid) == ((), "art_2__para_1")
    assert "competent authority (nadležni organ)" in found.eu[0].why[0]


def test_a_link_may_be_split_into_the_paragraphs_that_answer_each_other(region):
    link(region, "art_1", "rs-lat#art_1", "full")
    pairs = sentence_level.paragraph_pairs(region, ref("act#art_1"), ref("rs-lat#art_1"))
    assert [(eu.eid, national.eid) for eu, national in pairs] == [
        ("art_1__para_1", "art_1__para_1"), ("art_1__para_2", "art_1__para_2"),
    ]  # fmt: skip
    relinking.split(region, ref("act#art_1"), ref("rs-lat#art_1"), pairs, status="suggested")
    assert [each.status for each in region.dossier.correlations] == ["suggested", "suggested"]


def test_every_reason_has_its_sentence_and_every_language_the_same_reasons():
    files = sorted((paths.resources() / "not_transposable").glob("*.toml"))
    assert [file.stem for file in files] == ["en", "mk", "sq", "sr"]
    for file in files:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        codes = {
            *data["phrases"],
            *data["titles"],
            "union-body",
            "about-union-body",
            "union-division",
            "rest-of-article",
        }
        assert {messages.sentence(f"no-answer-{code}", {"words": "x"}) for code in codes}.isdisjoint(
            f"no-answer-{code} words=x" for code in codes
        )
