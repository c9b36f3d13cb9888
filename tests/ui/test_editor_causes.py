"""Why the editor is quick, said without a stopwatch: one key marks one paragraph anew and touches that paragraph of the
document; what is not in view is not laid out; nothing heavy is done on the thread that paints."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui import gui_thread
from tests.ui.test_main_window import put_caret_at_end
from tests.ui.test_tracked_editor import document, editor, lines, put
from tomas_desktop.amend import groups
from tomas_desktop.amend.marks import rest
from tomas_desktop.model.canonical import Line
from tomas_desktop.services import importing
from tomas_desktop.ui.main_window import MainWindow
from tomas_desktop.ui.views import tracked_view
from tomas_desktop.ui.views.tracked_editor import TrackedEditor
from tomas_desktop.ui.views.tracked_patch import Patch, patch

__all__ = ["editor"]


def long_article(paragraphs: int) -> list[Line]:
    return lines(
        *(
            f"paragraph {n} says that the court shall impose a fine of {n} euro on the provider"
            for n in range(paragraphs)
        )
    )


@pytest.fixture
def long(editor: TrackedEditor) -> TrackedEditor:
    base = long_article(120)
    changed = [*base[:20], *lines("another text altogether"), *base[21:]]
    editor.set_texts(base, changed)
    return editor


@pytest.mark.parametrize("view", ["all", "beside"])
def test_one_key_marks_one_paragraph_anew_and_patches_it(
    long: TrackedEditor, monkeypatch: pytest.MonkeyPatch, view: str
) -> None:
    derived: list[str] = []
    patches: list[Patch] = []

    def watched_rest(base: str, proposed: str, tail: int = 0) -> object:
        derived.append(proposed)
        return rest(base, proposed, tail)

    def watched_patch(*values: object) -> Patch:
        patches.append(patch(*values))  # type: ignore[arg-type]
        return patches[-1]

    monkeypatch.setattr(groups, "rest", watched_rest)
    monkeypatch.setattr(tracked_view, "patch", watched_patch)
    long.set_view(view)  # type: ignore[arg-type]
    put(long, document(long).index("paragraph 60 says") + 30)
    QApplication.processEvents()
    derived.clear()
    patches.clear()
    for key in "abc":
        QTest.keyClick(long, key)  # type: ignore[call-overload]
    assert all(text.startswith("paragraph 60 ") and text.count("\n") == 1 for text in derived)
    assert len(patches) <= 3
    for done in patches:
        assert "\n" not in done.removed + done.inserted
        assert len(done.removed + done.inserted) < 20


def test_what_is_not_in_view_is_not_laid_out(editor: TrackedEditor, qtbot: QtBot) -> None:
    """Qt breaks the lines of what is painted, and the rest while nobody waits; we ask for no more."""
    base = long_article(600)
    editor.set_texts(base[:60], base[:60])  # the scroll bar is there already
    QApplication.processEvents()
    editor.set_texts(base, base)
    editor.viewport().repaint()
    last = editor.document().lastBlock()
    assert editor.document().firstBlock().layout().lineCount() > 0
    assert last.layout().lineCount() == 0
    put(editor, 5)
    QTest.keyClick(editor, "x")  # type: ignore[call-overload]
    editor.viewport().repaint()
    qtbot.waitUntil(lambda: last.layout().lineCount() > 0)


def test_drafting_does_nothing_heavy_on_the_thread_that_paints(window: MainWindow, qtbot: QtBot) -> None:
    gui_thread.calls.clear()
    put_caret_at_end(window)
    qtbot.keyClicks(window.proposal.editor, " Hitno.")
    window.proposal.keep()
    for name in ("view_beside", "view_final", "view_all", "accept_all", "next_article", "previous_article", "undo"):
        window.do(name)
        QApplication.processEvents()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    done = {name for name, _ in gui_thread.calls}
    assert "services.clauses:derive_all" in done  # the clause was written, by a worker
    assert [name for name, is_gui in gui_thread.calls if is_gui] == []


def test_a_worker_never_keeps_a_key_waiting_for_long(window: MainWindow) -> None:
    assert sys.getswitchinterval() <= 0.001


def test_the_watch_over_the_thread_sees_what_the_window_would_do(tmp_path: Path) -> None:
    """What a test calls itself does not count; what code of the window calls on this thread does."""
    file = tmp_path / "law.txt"
    file.write_text("Član 1\nOvaj zakon važi.\n", encoding="utf-8")
    importing.preview(file, "rs", "sr-Latn")
    assert gui_thread.offences == []
    code = compile("importing.preview(file, 'rs', 'sr-Latn')", gui_thread._WINDOW + "/made_up.py", "exec")
    exec(code, {"importing": importing, "file": file})
    assert len(gui_thread.offences) == 1
    gui_thread.offences.clear()
