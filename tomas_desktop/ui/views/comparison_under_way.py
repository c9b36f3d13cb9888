"""A comparison under way in a worker: how far it is, what it found, or that nobody waits for it any more."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from tomas_desktop.services import comparing, dossiers
from tomas_desktop.services.comparing import Compared
from tomas_desktop.ui import tasks
from tomas_desktop.ui.views.compare_fields import Choice


class ComparisonUnderWay(QObject):
    """`progressed` tells so many of so many, `found` what is compared, `failed` a sentence; after `stop` nothing."""

    progressed = Signal(int, int)
    found = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_stopped = False

    def begin(self, choice: Choice, path: Path | None) -> None:
        """Compare what is chosen, in the dossier at `path` or two files. Nothing of it touches the dossier that the
        window has open."""
        work = partial(_compared, choice, path, self._report)
        tasks.run(work, self._done, lambda words, _details: self._fail(words), self)

    def stop(self) -> None:
        """Nobody waits for it any more."""
        self._is_stopped = True

    def _report(self, done: int, of: int) -> bool:
        """What the service calls, in the worker."""
        if not self._is_stopped:
            self.progressed.emit(done, of)
        return not self._is_stopped

    def _done(self, compared: Compared | None) -> None:
        if compared is not None and not self._is_stopped:
            self.found.emit(compared)

    def _fail(self, words: str) -> None:
        if not self._is_stopped:
            self.failed.emit(words)


def _compared(choice: Choice, path: Path | None, report: comparing.Report) -> Compared | None:
    if not choice.work or path is None:
        return comparing.of_files(Path(choice.old), Path(choice.new), choice.ignore, report)
    with dossiers.opened(path) as copy:
        old, new = (copy.expression(choice.work, id) for id in (choice.old, choice.new))
        return comparing.of_texts(copy, old, new, choice.ignore, report)
