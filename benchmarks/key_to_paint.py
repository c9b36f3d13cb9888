"""Key to paint: a letter typed into an article of 1,000 words that is already 10 % changed, until it is on screen."""

from __future__ import annotations

from collections.abc import Callable

from diff_match_patch import diff_match_patch
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from benchmarks.laws import article, edited
from benchmarks.row import Row, milliseconds
from tomas_desktop.model.canonical import Line
from tomas_desktop.ui.views.tracked_editor import TrackedEditor

NAME = "key to paint"
WORDS = 1000
TIMES = 25


def measure() -> list[Row]:
    """Ours; beside it the naive way: the article compared by characters and set as a page in a second pane."""
    application = QApplication.instance() or QApplication([])
    old = article(WORDS)
    new = edited(old, 0.1)
    ours, bare, naive, marked = TrackedEditor(), QTextEdit(), QTextEdit(), QTextEdit()
    ours.set_texts(as_lines(old), as_lines(new))
    bare.setPlainText(new)
    naive.setPlainText(new)
    for editor in (ours, bare, naive, marked):
        shown(editor)

    def compare_all() -> None:
        engine = diff_match_patch()
        found = engine.diff_main(old, naive.toPlainText())
        engine.diff_cleanupSemantic(found)
        marked.setHtml(engine.diff_prettyHtml(found))
        marked.viewport().repaint()

    def timed(editor: QTextEdit, then: Callable[[], object]) -> float:
        return milliseconds(lambda: key(editor, then), TIMES)

    return [
        Row(
            f"{WORDS} words, 10 % changed, one letter in the middle",
            timed(ours, application.processEvents),
            {"diff-match-patch by characters, second pane as HTML": timed(naive, compare_all)},
            timed(bare, application.processEvents),
            "a bare QTextEdit",
        )
    ]


def as_lines(text: str) -> tuple[Line, ...]:
    """The paragraphs of a made-up article, as the editor takes them."""
    return tuple(Line(f"art_1__para_{n}", "paragraph", "text", line) for n, line in enumerate(text.splitlines(), 1))


def shown(editor: QTextEdit) -> None:
    """Show an editor with the caret in the middle of what it holds."""
    editor.resize(700, 500)
    editor.show()
    QTest.qWaitForWindowExposed(editor)
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().characterCount() // 2, QTextCursor.MoveMode.MoveAnchor)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()


def key(editor: QTextEdit, then: Callable[[], object]) -> None:
    """Type one letter, let the program answer it, and paint."""
    QTest.keyClick(editor, Qt.Key.Key_A)
    then()
    editor.viewport().repaint()
