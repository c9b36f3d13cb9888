"""Work off the GUI thread: a plain function runs in the pool, its answer comes back as a signal.

The only place of the window where any exception is caught: a `TomasError` becomes its sentence, anything else
is a fault of the program and is shown with its details.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from tomas_desktop.errors import TomasError
from tomas_desktop.services import messages


class Task(QObject):
    """One piece of work under way. `done` carries its answer, `failed` a sentence and details (may be empty)."""

    done = Signal(object)
    failed = Signal(str, str)


_under_way: set[Task] = set()


class _Job(QRunnable):
    def __init__(self, task: Task, work: Callable[[], Any]) -> None:
        super().__init__()
        self._task = task
        self._work = work

    def run(self) -> None:
        try:
            answer = self._work()
        except TomasError as error:
            self._tell("failed", messages.of_error(error), "")
        except Exception as error:
            values = {"kind": type(error).__name__, "detail": error}
            self._tell("failed", messages.sentence("internal", values), traceback.format_exc())
        else:
            self._tell("done", answer)

    def _tell(self, signal: str, *values: Any) -> None:
        """Tell who asked; nobody where the program has ended in the meantime."""
        with suppress(RuntimeError):  # Qt has taken its side of the task away
            getattr(self._task, signal).emit(*values)


def run(
    work: Callable[[], Any],
    done: Callable[[Any], None],
    failed: Callable[[str, str], None],
    parent: QObject,
) -> Task:
    """Start `work` in the pool; `done` or `failed` is called on the GUI thread, or neither when the parent is gone."""
    task = Task()
    # Not a child of its parent: the worker must have someone to tell when a window was closed in the meantime.
    _under_way.add(task)
    gone: list[bool] = []
    parent.destroyed.connect(lambda: gone.append(True))

    def tell(listener: Callable[..., Any], *values: Any) -> None:
        _under_way.discard(task)
        if not gone:
            listener(*values)

    task.done.connect(lambda answer: tell(done, answer))
    task.failed.connect(lambda sentence, details: tell(failed, sentence, details))
    QThreadPool.globalInstance().start(_Job(task, work))
    return task
