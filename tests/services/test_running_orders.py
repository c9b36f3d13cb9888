"""A running order is kept in the dossier, and every change of it is one step of undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.conftest import EU_ACT, add
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.running_order import Stop
from tomas_desktop.services import clock, demo, running_orders, workshop
from tomas_desktop.services.dossiers import OpenDossier, opened

FIRST, SECOND, LAW = Ref("eu", "art_1"), Ref("eu", "art_2"), Ref("law", "art_2")


def refs(dossier: OpenDossier) -> list[Ref]:
    return [stop.ref for stop in running_orders.of_name(dossier).stops]


@pytest.fixture
def talk(dossier: OpenDossier) -> OpenDossier:
    """A talk of three stops."""
    for ref in (FIRST, SECOND, LAW):
        running_orders.add(dossier, ref)
    return dossier


def test_a_dossier_begins_with_an_empty_one(dossier: OpenDossier) -> None:
    assert running_orders.of_name(dossier).stops == ()
    assert running_orders.of_name(dossier).name == running_orders.NAME


def test_stops_stand_in_the_order_in_which_they_came_or_where_they_were_put(talk: OpenDossier) -> None:
    assert refs(talk) == [FIRST, SECOND, LAW]
    running_orders.add(talk, SECOND, at=0, columns=1, notes="Why are we here?")
    assert running_orders.of_name(talk).stops[0] == Stop(SECOND, 1, "Why are we here?")


def test_a_provision_that_is_not_there_is_no_stop(dossier: OpenDossier) -> None:
    with pytest.raises(NotFoundError, match="no-provision"):
        running_orders.add(dossier, Ref("eu", "art_99"))
    with pytest.raises(TomasError, match="bad-columns"):
        running_orders.add(dossier, FIRST, columns=4)
    assert refs(dossier) == []


@pytest.mark.parametrize(
    ("place", "to", "expected"),
    [
        (0, 2, [SECOND, LAW, FIRST]),
        (2, 0, [LAW, FIRST, SECOND]),
        (1, 1, [FIRST, SECOND, LAW]),
        (0, 9, [SECOND, LAW, FIRST]),
        (2, -3, [LAW, FIRST, SECOND]),
    ],
)
def test_a_stop_is_moved(talk: OpenDossier, place: int, to: int, expected: list[Ref]) -> None:
    running_orders.move(talk, place, to)
    assert refs(talk) == expected


def test_a_stop_is_annotated_and_what_is_not_said_stays(talk: OpenDossier) -> None:
    running_orders.change(talk, 1, notes="Ask the judges first.")
    running_orders.change(talk, 1, columns=2)
    assert running_orders.of_name(talk).stops[1] == Stop(SECOND, 2, "Ask the judges first.")


def test_what_changes_nothing_is_no_step(talk: OpenDossier) -> None:
    step = talk.session.next_undo
    running_orders.change(talk, 1, columns=3)
    running_orders.move(talk, 1, 1)
    assert talk.session.next_undo == step


def test_every_change_is_one_step_back_and_forth(talk: OpenDossier) -> None:
    running_orders.change(talk, 0, notes="Welcome.")
    running_orders.remove(talk, 0)
    running_orders.move(talk, 0, 1)
    assert refs(talk) == [LAW, SECOND]
    for expected in ([SECOND, LAW], [FIRST, SECOND, LAW]):
        talk.session.undo(clock.now())
        assert refs(talk) == expected
    assert running_orders.of_name(talk).stops[0].notes == "Welcome."
    talk.session.redo(clock.now())
    assert refs(talk) == [SECOND, LAW]


def test_it_goes_with_its_last_stop_and_comes_back(dossier: OpenDossier) -> None:
    running_orders.add(dossier, FIRST)
    running_orders.remove(dossier, 0)
    assert dossier.dossier.running_orders == ()
    dossier.session.undo(clock.now())
    assert refs(dossier) == [FIRST]


@pytest.mark.parametrize("place", [-1, 3])
def test_a_stop_that_is_not_there(talk: OpenDossier, place: int) -> None:
    for act in (running_orders.change, running_orders.remove):
        with pytest.raises(NotFoundError, match="no-stop"):
            act(talk, place)
    assert len(refs(talk)) == 3


def test_it_is_kept_in_the_file(talk: OpenDossier) -> None:
    running_orders.change(talk, 2, columns=1, notes="Član 2: šta se menja?")
    with opened(talk.path) as again:
        assert running_orders.of_name(again).stops[2] == Stop(LAW, 1, "Član 2: šta se menja?")


# ---- the workshop from its beginning ---------------------------------------------------------------------------


@pytest.fixture
def workshop_file(tmp_path: Path) -> Path:
    path = tmp_path / demo.NAME
    with opened(path, create=True) as dossier:
        demo.fill(dossier)
    return path


def test_the_workshop_is_set_back_and_the_own_one_is_kept(workshop_file: Path) -> None:
    with opened(workshop_file) as dossier:
        assert workshop.is_workshop(dossier)
        links = len(dossier.dossier.correlations)
        stops = running_orders.of_name(dossier).stops
        running_orders.add(dossier, Ref("csar", "art_2"), notes="mine")
    before = workshop_file.read_bytes()
    kept = workshop.swap(workshop_file, workshop.prepare(workshop_file))
    assert kept.parent == workshop_file.parent
    assert kept.name.startswith("workshop kept ")
    assert kept.read_bytes() == before
    with opened(workshop_file) as dossier:
        assert running_orders.of_name(dossier).stops == stops
        assert len(dossier.dossier.correlations) == links
    assert sorted(path.name for path in workshop_file.parent.iterdir()) == sorted([workshop_file.name, kept.name])


def test_set_back_twice_in_a_minute_keeps_both(workshop_file: Path) -> None:
    kept = {workshop.swap(workshop_file, workshop.prepare(workshop_file)) for _ in range(2)}
    assert len(kept) == 2
    assert all(path.is_file() for path in kept)


def test_another_dossier_is_not_the_workshop(tmp_path: Path) -> None:
    with opened(tmp_path / "mine.tomas", create=True) as dossier:
        add(dossier, tmp_path, "csar", EU_ACT, "eu", "en")
        assert not workshop.is_workshop(dossier)


def test_what_cannot_be_moved_stays_as_it_is(workshop_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, fresh = workshop_file.read_bytes(), workshop.prepare(workshop_file)
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self == fresh:
            raise PermissionError(13, "in use")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(TomasError, match="workshop-not-swapped"):
        workshop.swap(workshop_file, fresh)
    assert workshop_file.read_bytes() == before
    assert [path.name for path in workshop_file.parent.iterdir()] == [workshop_file.name]
