"""Key to paint: a letter typed into an article until its redline is on screen. Once in a made-up article of 1,000 words
that is already 10 % changed, beside the naive way; once in the program's own window, in the longest article of a
national criminal code, with the time to bring that article up and to scroll it."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from diff_match_patch import diff_match_patch
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from benchmarks.importing import places
from benchmarks.laws import article, edited
from benchmarks.row import Row, UnavailableError, milliseconds
from tomas_desktop.model.canonical import Line, lines
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision, walk
from tomas_desktop.services import dossiers, importing
from tomas_desktop.ui import application
from tomas_desktop.ui.main_window import MainWindow
from tomas_desktop.ui.views.tracked_editor import TrackedEditor

NAME = "key to paint"
WORDS = 1000
TIMES = 25
KEYS = 400  # of which the slowest are told too
RESTS = 20


def measure() -> list[Row]:
    """Ours; beside it the naive way: the article compared by characters and set as a page in a second pane."""
    running = application.make()
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
            timed(ours, running.processEvents),
            {"diff-match-patch by characters, second pane as HTML": timed(naive, compare_all)},
            timed(bare, running.processEvents),
            "a bare QTextEdit",
        ),
        *in_the_window(running),
    ]


def in_the_window(running: QApplication) -> list[Row]:
    """The same in the program's window, with everything around it; nothing where the laws are not at hand."""
    try:
        laws = places()
    except UnavailableError:
        return []
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TOMAS_CONFIG"] = folder  # a measurement leaves no trace in what the program remembers
        path = Path(folder) / "bench.tomas"
        with dossiers.opened(path, create=True) as opened:
            for country, language, file in laws:
                importing.store(
                    opened, importing.preview(file, country, language), file, country=country, language=language
                )
            code = next(work.key for work in opened.dossier.works if work.country != "eu")
            articles = [one for one in walk(opened.nodes(opened.expression(code))) if one.unit == "article"]
        articles.sort(key=size)
        with window_on(path) as window:
            return [*opening(running, window, code, articles), *typing(running, window), *scrolling(window)]


def opening(running: QApplication, window: MainWindow, code: str, articles: list[Provision]) -> list[Row]:
    """From the wish to see an article of the code until it is painted; the longest one stays on the desk."""
    start = time.perf_counter()
    show(running, window, Ref(code, articles[-1].eid))
    first = (time.perf_counter() - start) * 1000
    turns = iter([*articles[:TIMES], articles[-1]] * 2)
    usual = milliseconds(lambda: show(running, window, Ref(code, next(turns).eid)), TIMES)
    show(running, window, Ref(code, articles[-1].eid))
    words = sum(len(line.text.split()) for line in lines((articles[-1],)))
    return [
        Row(f"the code's longest article ({words:,} words) opened, the first time", first),
        Row("another article of the code opened", usual),
    ]


def typing(running: QApplication, window: MainWindow) -> list[Row]:
    """Letters, blanks, Backspace and Enter in the middle of the longest article, as marked and side by side."""
    rows = []
    for view, name in (("view_all", "all markup"), ("view_beside", "side by side")):
        window.do(view)
        running.processEvents()
        editor = window.proposal.editor
        editor.setFocus()
        cursor = editor.textCursor()
        cursor.setPosition(editor.document().characterCount() // 2)
        editor.setTextCursor(cursor)
        taken = []
        for number in range(KEYS):
            typed = (Qt.Key.Key_A, Qt.Key.Key_E, Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_Return)[
                4 if number % 40 == 39 else 3 if number % 8 == 7 else 2 if number % 6 == 5 else number % 2
            ]
            start = time.perf_counter()
            QTest.keyClick(editor, typed)
            editor.viewport().repaint()
            taken.append((time.perf_counter() - start) * 1000)
            running.processEvents()
        rows += [
            Row(f"{KEYS} keys in it, {name}", statistics.median(taken)),
            Row("  the slowest of a hundred", sorted(taken)[-max(KEYS // 100, 1)]),
        ]
    window.do("view_all")
    return [*rows, *after_rests(window)]


def after_rests(window: MainWindow) -> list[Row]:
    """The first keys after each pause, while a worker writes the amending clause anew."""
    editor = window.proposal.editor
    taken = []
    for number in range(RESTS * 10):
        start = time.perf_counter()
        QTest.keyClick(editor, Qt.Key.Key_A)
        editor.viewport().repaint()
        taken.append((time.perf_counter() - start) * 1000)
        QTest.qWait(40)
        if number % 10 == 9:
            window.proposal.keep()
    return [
        Row("a key while the clause is worked out", statistics.median(taken)),
        Row("  the slowest of a hundred", sorted(taken)[-max(len(taken) // 100, 1)]),
    ]


def scrolling(window: MainWindow) -> list[Row]:
    """Frames while that article is scrolled from end to end."""
    editor = window.proposal.editor
    bar, taken = editor.verticalScrollBar(), []
    for place in range(0, bar.maximum(), 48):
        start = time.perf_counter()
        bar.setValue(place)
        editor.viewport().repaint()
        taken.append((time.perf_counter() - start) * 1000)
    return [Row("a frame while it is scrolled", statistics.median(taken)), Row("  the slowest frame", max(taken))]


@contextmanager
def window_on(path: Path) -> Iterator[MainWindow]:
    """The window on a dossier, as large as a small laptop's screen."""
    window = application.open_window(path)
    window.resize(1366, 768)
    window.show()
    QTest.qWaitForWindowExposed(window)
    try:
        yield window
    finally:
        window.close()


def show(running: QApplication, window: MainWindow, national: Ref) -> None:
    """Bring an article of a national law up, both sheets of it painted."""
    window.desk.show(national)
    running.processEvents()
    for sheet in (window.national.page, window.proposal.editor):
        sheet.viewport().repaint()


def size(node: Provision) -> int:
    """How long the printed lines of a provision are."""
    return sum(len(line.text) for line in lines((node,)))


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
