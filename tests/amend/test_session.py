"""The one door for changes: undo is the inverse step, history only grows, and both stacks survive a restart."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tomas_desktop.amend.session import Session, drop, put, stacks
from tomas_desktop.errors import StaleChangeError
from tomas_desktop.model.change import Change, Step
from tomas_desktop.model.dossier import Dossier
from tomas_desktop.model.work import Work
from tomas_desktop.storage.dossier_store import DossierStore


def work(key: str, title: str) -> Work:
    return Work(key, "rs", title)


class MemoryLog:
    """A log that keeps its steps in a list."""

    def __init__(self) -> None:
        self.steps: list[tuple[Step, int | None]] = []

    def dossier(self) -> Dossier:
        dossier = Dossier()
        for step, _ in self.steps:
            for change in step.changes:
                dossier = dossier.with_change(change)
        return dossier

    def history(self) -> list[tuple[int, int | None]]:
        return [(i, reverses) for i, (_, reverses) in enumerate(self.steps)]

    def step(self, id: int) -> Step:
        return self.steps[id][0]

    def record(self, step: Step, reverses: int | None = None, trees: object = None) -> int:
        self.steps.append((step, reverses))
        return len(self.steps) - 1


class UndoMachine(RuleBasedStateMachine):
    """Steps, undo, redo and restarts in any order, against two plain lists of whole states."""

    def __init__(self) -> None:
        super().__init__()
        self.log = MemoryLog()
        self.session = Session(self.log)
        self.past: list[dict[str, object]] = []
        self.now: dict[str, object] = {}
        self.future: list[dict[str, object]] = []

    @rule(key=st.sampled_from("abc"), title=st.sampled_from("xyz"))
    def write(self, key: str, title: str) -> None:
        before = dict(self.now)
        self.session.perform(Step("write", put(self.session.dossier, work(key, title))))
        self.now[f"work/{key}"] = work(key, title)
        self._took_step(before)

    @rule(key=st.sampled_from("abc"))
    def remove(self, key: str) -> None:
        fact = self.session.dossier.facts.get(f"work/{key}")
        before = dict(self.now)
        if fact is not None:
            self.session.perform(Step("remove", drop(fact)))
            self.now.pop(f"work/{key}")
        self._took_step(before)

    def _took_step(self, before: dict[str, object]) -> None:
        if before != self.now:
            self.past.append(before)
            self.future.clear()

    @rule()
    def undo(self) -> None:
        self.session.undo()
        if self.past:
            self.future.append(self.now)
            self.now = self.past.pop()

    @rule()
    def redo(self) -> None:
        self.session.redo()
        if self.future:
            self.past.append(self.now)
            self.now = self.future.pop()

    @rule()
    def restart(self) -> None:
        self.session = Session(self.log)

    @invariant()
    def state_is_the_expected_one(self) -> None:
        assert dict(self.session.dossier.facts) == self.now
        assert (self.session.next_undo is None) == (not self.past)
        assert (self.session.next_redo is None) == (not self.future)


TestUndo = UndoMachine.TestCase
TestUndo.settings = settings(max_examples=40, stateful_step_count=25)


def test_undo_and_redo_work_across_a_restart_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "a.tomas"
    store = DossierStore.create(path)
    session = Session(store)
    for title in ("one", "two"):
        session.perform(Step("write", put(session.dossier, work("a", title))))
    session.undo()
    store.close()

    store = DossierStore.open(path)
    session = Session(store)
    assert session.dossier.works == (work("a", "one"),)
    session.redo()
    assert session.dossier.works == (work("a", "two"),)
    assert len(store.history()) == 4  # nothing is ever taken out of the history
    store.close()


def test_a_step_that_changes_nothing_is_not_kept() -> None:
    log = MemoryLog()
    session = Session(log)
    session.perform(Step("write", put(session.dossier, work("a", "x"))))
    session.perform(Step("write", put(session.dossier, work("a", "x"))))
    assert len(log.steps) == 1


def test_a_stale_before_is_refused() -> None:
    session = Session(MemoryLog())
    with pytest.raises(StaleChangeError):
        session.perform(Step("write", (Change("work/a", work("a", "old"), work("a", "new")),)))
    assert session.dossier.works == ()


def test_listeners_hear_steps_undo_and_redo() -> None:
    session = Session(MemoryLog())
    heard: list[str] = []
    session.on_change(lambda step: heard.append(f"{step.label} {'redo' if session.next_redo else 'undo'}"))
    session.perform(Step("write", put(session.dossier, work("a", "x"))))
    session.undo()
    session.redo()
    assert heard == ["write undo", "write redo", "write undo"]  # and find the stacks as they are after it


def test_a_new_step_ends_the_way_forward() -> None:
    assert stacks([(1, None), (2, None), (3, 2), (4, None)]) == ([1, 4], [])
    assert stacks([(1, None), (2, 1), (3, 2)]) == ([3], [])
