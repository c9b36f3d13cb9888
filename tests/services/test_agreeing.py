"""Agreeing with proposed changes: kept with author and time, undone as one step, void when the words are others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.conftest import LAW, add
from tomas_desktop.services import agreeing, clock
from tomas_desktop.services.agreeing import Words, agree, agreed, withdraw
from tomas_desktop.services.dossiers import OpenDossier, opened

REPLACED = Words("art_1__para_1", "court", "judge")
ADDED = Words("art_1__para_2", "", "at once")
GONE = Words("art_1__para_2", "always", "")


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[OpenDossier]:
    with opened(tmp_path / "d.tomas", create=True) as it:
        add(it, tmp_path, "law", LAW, "rs", "sr-Latn")
        yield it


def test_what_is_agreed_has_an_author_and_a_time(dossier: OpenDossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: "2026-11-22T10:00:00Z")
    agree(dossier, "law", [REPLACED, ADDED], "Ana")
    found = agreed(dossier, "law", [REPLACED, ADDED, GONE])
    assert set(found) == {REPLACED, ADDED}
    assert (found[ADDED].author, found[ADDED].at) == ("Ana", "2026-11-22T10:00:00Z")
    assert found[REPLACED].text == "✓ court → judge"
    assert [agreeing.Words("", "a", "").sentence, agreeing.Words("", "", "a").sentence] == ["✓ − a", "✓ + a"]


def test_other_words_or_another_place_are_not_agreed(dossier: OpenDossier) -> None:
    agree(dossier, "law", [REPLACED], "Ana")
    others = [REPLACED._replace(new="judges"), REPLACED._replace(old="courts"), REPLACED._replace(eid="art_1__para_2")]
    assert agreed(dossier, "law", others) == {}
    assert agreed(dossier, "other", [REPLACED]) == {}


def test_it_is_one_step_and_can_be_undone(dossier: OpenDossier) -> None:
    steps = len(dossier.dossier.facts)
    agree(dossier, "law", [REPLACED, ADDED, ADDED], "Ana")
    assert len(dossier.dossier.facts) == steps + 2
    dossier.session.undo()
    assert agreed(dossier, "law", [REPLACED, ADDED]) == {}
    dossier.session.redo()
    assert set(agreed(dossier, "law", [REPLACED, ADDED])) == {REPLACED, ADDED}


def test_who_agreed_first_stays_and_what_is_taken_back_stays_as_an_open_comment(dossier: OpenDossier) -> None:
    agree(dossier, "law", [REPLACED], "Ana")
    agree(dossier, "law", [REPLACED], "Marko")
    assert agreed(dossier, "law", [REPLACED])[REPLACED].author == "Ana"
    withdraw(dossier, "law", [REPLACED, GONE], "Marko")
    assert agreed(dossier, "law", [REPLACED, GONE]) == {}
    agree(dossier, "law", [REPLACED], "Marko")
    assert agreed(dossier, "law", [REPLACED])[REPLACED].author == "Marko"
