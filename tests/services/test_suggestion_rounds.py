"""Suggestions to be looked through: for each article and country, with what was said of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.three_countries import fill, ref
from tomas_desktop.services import correlating, suggestion_rounds
from tomas_desktop.services.dossiers import OpenDossier, opened


@pytest.fixture
def region(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenDossier]:
    monkeypatch.setenv("TOMAS_CACHE", str(tmp_path / "cache"))
    with opened(tmp_path / "region.tomas", create=True) as it:
        yield fill(it, tmp_path)


def rounds(region: OpenDossier) -> tuple[suggestion_rounds.Round, ...]:
    return tuple(suggestion_rounds.of_country(region, "act", country) for country in ("rs", "mk", "al"))


def pairs(region: OpenDossier) -> list[tuple[str, str]]:
    said = suggestion_rounds.judged(region, "act")
    return [(g.eu.eid, str(n.national)) for g, n in suggestion_rounds.to_look_through(rounds(region), said)]


def test_every_country_has_its_best_in_the_order_of_the_act(region):
    found = pairs(region)
    assert ("art_1", "mk#art_1") in found
    assert ("art_1", "rs-lat#art_1") in found
    assert [eu for eu, _ in found] == sorted(eu for eu, _ in found)


def test_a_gap_is_said_as_such_and_not_offered(region):
    one = suggestion_rounds.of_country(region, "act", "al")
    gaps = {group.eu.eid for group in one.groups if group.is_gap}
    assert len(gaps) == one.gaps > 0
    assert not {eu for eu, national in pairs(region) if national.startswith("al#")} & gaps


def test_what_is_linked_by_a_part_is_not_offered_and_what_is_rejected_is_told(region):
    correlating.link(region, ref("act#art_1__para_1"), ref("mk#art_1__para_1"))
    assert ("art_1", "mk#art_1") not in pairs(region)
    correlating.reject(region, [(ref("act#art_1"), ref("rs-lat#art_1"))])
    assert suggestion_rounds.judged(region, "act")[ref("act#art_1"), ref("rs-lat#art_1")] == "rejected"


def test_all_are_kept_in_one_step_and_only_once(region):
    kept = suggestion_rounds.keep_all(region, rounds(region), author="Ana")
    assert {(each.status, each.grade, each.author) for each in kept} == {("suggested", None, "Ana")}
    assert suggestion_rounds.keep_all(region, rounds(region)) == ()
    region.session.undo()
    assert region.dossier.correlations == ()
