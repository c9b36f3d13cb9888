"""The one door through which a dossier changes: every step goes in here, and undo and redo are steps too.

A step is kept in an append-only history before it counts. Undoing appends the inverse step, marked with the
step it reverses; redoing appends the inverse of that. The two stacks are therefore read off the history and
survive closing the program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from tomas_desktop.errors import StaleChangeError
from tomas_desktop.model.change import Change, Fact, Step, key_of
from tomas_desktop.model.dossier import Dossier
from tomas_desktop.model.provision import Provision

Trees = Mapping[str, Sequence[Provision]]
_NO_TREES: Trees = MappingProxyType({})


class Log(Protocol):
    """Where steps are kept durably (the dossier file)."""

    def dossier(self) -> Dossier: ...
    def history(self) -> list[tuple[int, int | None]]: ...
    def step(self, id: int) -> Step: ...
    def record(self, step: Step, reverses: int | None = None, trees: Trees = ...) -> int: ...


class Session:
    """The present dossier and its history. `changed` is called after every step, undo and redo."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self.dossier = log.dossier()
        self._done, self._undone = stacks(log.history())
        self._listeners: list[Callable[[Step], None]] = []

    def on_change(self, listener: Callable[[Step], None]) -> None:
        """Call `listener` with every step from now on."""
        self._listeners.append(listener)

    def perform(self, step: Step, trees: Trees = _NO_TREES) -> None:
        """Take a step. One that changes nothing is dropped.

        Raises StaleChangeError when a `before` is not the present value; then nothing has changed.
        """
        changes = tuple(change for change in step.changes if change.before != change.after)
        if not changes:
            return
        step = Step(step.label, changes, step.detail, step.author, step.at)
        self._done.append(self._take(step, None, trees))
        self._undone.clear()
        self._tell(step)

    def undo(self, at: str = "") -> Step | None:
        """Take back the last step; returns it, or None when there is nothing to take back."""
        return self._reverse(self._done, self._undone, at)

    def redo(self, at: str = "") -> Step | None:
        """Bring back the last step taken back; returns it, or None."""
        return self._reverse(self._undone, self._done, at)

    @property
    def next_undo(self) -> Step | None:
        return self._log.step(self._done[-1]) if self._done else None

    @property
    def next_redo(self) -> Step | None:
        return self._log.step(self._undone[-1]) if self._undone else None

    def _reverse(self, source: list[int], target: list[int], at: str) -> Step | None:
        if not source:
            return None
        step = self._log.step(source[-1])
        inverse = Step(
            step.label, tuple(change.inverse for change in reversed(step.changes)), step.detail, step.author, at
        )
        target.append(self._take(inverse, source[-1], _NO_TREES))
        source.pop()
        self._tell(inverse)
        return inverse

    def _take(self, step: Step, reverses: int | None, trees: Trees) -> int:
        dossier = self.dossier
        for change in step.changes:
            if dossier.facts.get(change.key) != change.before:
                raise StaleChangeError("stale-change", key=change.key)
            dossier = dossier.with_change(change)
        id = self._log.record(step, reverses, trees)
        self.dossier = dossier
        return id

    def _tell(self, step: Step) -> None:
        for listener in self._listeners:
            listener(step)


def stacks(history: Iterable[tuple[int, int | None]]) -> tuple[list[int], list[int]]:
    """The ids of the steps that can be undone and redone, last one first to go, read off the history."""
    done: list[int] = []
    undone: list[int] = []
    for id, reverses in history:
        if reverses is None:
            done.append(id)
            undone.clear()
        elif done and done[-1] == reverses:
            done.pop()
            undone.append(id)
        else:
            undone.pop()
            done.append(id)
    return done, undone


def put(dossier: Dossier, *facts: Fact) -> tuple[Change, ...]:
    """The changes that set these facts, whether they are there already or not."""
    return tuple(Change(key_of(fact), dossier.facts.get(key_of(fact)), fact) for fact in facts)


def drop(*facts: Fact) -> tuple[Change, ...]:
    """The changes that remove these facts."""
    return tuple(Change(key_of(fact), fact, None) for fact in facts)
