"""Random drafting through the window itself, in every view: typing, pasting, compositions, restoring, accepting, undo.

Each round is an article of the workshop dossier on the desk. After every event the page shows what its sheet says, side
by side both pages stand in line; after every rest the dossier holds what the editor shows; at the end everything is
taken back, the window is closed and opened again on the way, and the law in force stands there as it stood.
"""

from __future__ import annotations

import os
import random
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, Qt, QThreadPool
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.campaigns.report import Report, rounds
from tomas_desktop.amend.marks import units
from tomas_desktop.amend.redline import Op
from tomas_desktop.model.canonical import lines
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import demo, drafting
from tomas_desktop.services.dossiers import opened
from tomas_desktop.ui import application
from tomas_desktop.ui.main_window import MainWindow
from tomas_desktop.ui.views.tracked_beside import SideBySide
from tomas_desktop.ui.views.tracked_editor import TrackedEditor
from tomas_desktop.ui.views.tracked_rows import rows

Key, Modifier = Qt.Key, Qt.KeyboardModifier
PLAIN, CTRL, SHIFT = Modifier.NoModifier, Modifier.ControlModifier, Modifier.ShiftModifier
LETTERS = "aeiounkrst  ,.ščćжњљќѓëç"
PASTED = (
    "два збора",
    "prvi stav\ndrugi stav",
    "<p>jedan <del>dva</del> tri</p><table><tr><td>(a)</td><td>tačka</td></tr></table>",
    "a\u00adb\u200bc\ufffc",
)
MOVES = (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End, Key.Key_PageDown)
VIEWS = ("view_all", "view_final", "view_original", "view_beside")
ACTIONS = (
    "redo", "next_change", "previous_change", "restore_change", "restore_selection", "accept_change", "accept_all",
)  # fmt: skip
EVENTS = 60  # a round
_HIDDEN: dict[str, Op | str] = {"all": "", "final": "-", "original": "+"}


def run(seconds: float, seed: int) -> Report:
    """Each round takes one article and sixty events."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    dice = random.Random(seed)
    report = Report()
    events = 0
    with tempfile.TemporaryDirectory() as folder:
        before = os.environ.get("TOMAS_CONFIG")
        os.environ["TOMAS_CONFIG"] = folder
        path = Path(folder) / "a.tomas"
        with opened(path, create=True) as dossier:
            demo.fill(dossier)
        running = application.make()
        window = _open(path)
        try:
            for number in rounds(seconds):
                if number % 4 == 3:
                    _close(running, window)
                    window = _open(path)
                fault = _round(running, window, dice)
                report.tried += 1
                events += EVENTS
                if fault:
                    report.failures.append(f"round {number} (seed {seed}): {fault}")
                    break
        finally:
            _close(running, window)
            if before is None:
                del os.environ["TOMAS_CONFIG"]
            else:
                os.environ["TOMAS_CONFIG"] = before
    report.told = f"{events} events"
    return report


def _open(path: Path) -> MainWindow:
    window = application.open_window(path)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    return window


def _close(running: QApplication, window: MainWindow) -> None:
    window.close()
    QThreadPool.globalInstance().waitForDone()
    window.deleteLater()
    running.processEvents()
    QGuiApplication.clipboard().clear()  # what lies there belongs to Python, which ends before Qt does


def _round(running: QApplication, window: MainWindow, dice: random.Random) -> str:
    desk = window.desk
    opened = desk.opened
    assert opened is not None
    linked = sorted({str(Ref(c.national.work, c.national.eid.partition("__")[0])) for c in opened.dossier.correlations})
    window.leave(lambda: desk.show(Ref.parse(dice.choice(linked))))
    if desk.answer is None:
        return ""
    where = str(desk.answer.ref)
    facts, top = dict(opened.dossier.facts), len(opened.session._done)
    editor = window.proposal.editor
    editor.setFocus()
    for _ in range(EVENTS):
        done = _event(window, editor, dice, can_undo=len(opened.session._done) > top)
        if dice.random() < 0.4:
            running.processEvents()
        fault = _page_fault(editor) or (_beside_fault(running, window) if dice.random() < 0.2 else "")
        if fault:
            return f"{where} after {done}: {fault}"
        if dice.random() < 0.1:
            window.proposal.keep_all()
            fault = _kept_fault(window, editor)
            if fault:
                return f"{where} kept after {done}: {fault}"
    window.proposal.keep_all()
    for _ in range(500):
        if len(opened.session._done) <= top:
            break
        window.do("undo")
        running.processEvents()
    window.do("view_all")
    if dict(opened.dossier.facts) != facts:
        return f"{where}: taking everything back does not lead to where it began"
    return ""


def _event(window: MainWindow, editor: TrackedEditor, dice: random.Random, *, can_undo: bool) -> str:
    """One random thing that a person does; what it was."""
    kind = dice.random()
    if kind < 0.4:
        char = dice.choice(LETTERS)
        _send(editor, char)
        return f"typing {char!r}"
    if kind < 0.52:
        key = dice.choice([Key.Key_Backspace, Key.Key_Delete])
        QTest.keyClick(editor, key, dice.choice([PLAIN, PLAIN, PLAIN, CTRL]))
        return key.name
    if kind < 0.57:
        QTest.keyClick(editor, Key.Key_Return)
        return "Return"
    if kind < 0.7:
        key = dice.choice(MOVES)
        QTest.keyClick(editor, key, dice.choice([PLAIN, PLAIN, SHIFT, CTRL]))
        return key.name
    if kind < 0.76:
        cursor = QTextCursor(editor.document())
        cursor.setPosition(dice.randint(0, editor.document().characterCount() - 1))
        if dice.random() < 0.4:
            cursor.setPosition(dice.randint(0, editor.document().characterCount() - 1), cursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        return "a click"
    if kind < 0.8:
        data, text = QMimeData(), dice.choice(PASTED)
        (data.setHtml if text.startswith("<") else data.setText)(text)
        QGuiApplication.clipboard().setMimeData(data)
        editor.paste()
        return f"pasting {text!r}"
    if kind < 0.84:
        for event in (QInputMethodEvent("´", []), QInputMethodEvent()):
            if event.preeditString() == "" and dice.random() < 0.7:
                event.setCommitString("ѓ")
            QCoreApplication.sendEvent(editor, event)
        return "a dead key"
    names = [*VIEWS, *ACTIONS]
    names += ["undo", "undo"] if can_undo else []
    names += ["restore_article"] if dice.random() < 0.3 else []
    name = dice.choice(names)
    window.do(name)
    return name


def _send(editor: TrackedEditor, char: str) -> None:
    QCoreApplication.sendEvent(editor, QKeyEvent(QKeyEvent.Type.KeyPress, ord(char.upper()[0]), PLAIN, char))


def _page_fault(editor: TrackedEditor) -> str:
    tracked = editor.sheet.tracked
    shown = units(editor.document().toRawText().replace("\u2029", "\n"))
    wanted = "".join(text for op, text in tracked.runs() if op != _HIDDEN[editor._view])[:-1]
    if editor._composing or editor._strange:
        return ""
    if shown != wanted:
        return f"the page shows {shown[-80:]!r} and not {wanted[-80:]!r}"
    if "".join(text for op, text in tracked.runs() if op != "-") != tracked.proposed:
        return "the runs are not the proposed text"
    return ""


def _beside_fault(running: QApplication, window: MainWindow) -> str:
    pair = window.proposal.findChild(SideBySide)
    assert isinstance(pair, SideBySide)
    if not pair.is_open:
        return ""
    running.processEvents()
    while pair.is_waiting:  # for the widths to settle
        running.processEvents()
    tracked = pair.editor.sheet.tracked
    sides = (pair.page.document(), pair.editor.document())
    if units(sides[0].toRawText().replace("\u2029", "\n")) != tracked.base[:-1]:
        return "the side in force is not the text in force"
    place = [0, 0]
    for row in rows(tracked.runs()):
        if all(row):
            low = [
                side.documentLayout().blockBoundingRect(side.findBlockByNumber(at)).top()
                for side, at in zip(sides, place, strict=True)
            ]
            if abs(low[0] - low[1]) > 1:
                return f"paragraphs {place} stand at {low}"
        place = [place[0] + row.left, place[1] + row.right]
    return ""


def _kept_fault(window: MainWindow, editor: TrackedEditor) -> str:
    """Kept is what the editor shows: its words, without blanks at the ends of lines and empty lines."""
    opened, answer, key = window.desk.opened, window.desk.answer, window.desk.proposal_key()
    if opened is None or answer is None or key is None:
        return ""
    draft = drafting.article_draft(opened, answer.ref.work, answer.ref.eid, key)
    kept = " ".join(" ".join(line.text.split()) for line in lines((draft.proposed,))) if draft.proposed else ""
    typed = " ".join(" ".join(text.split()) for text in editor.sheet.proposed() if text.strip())
    return "" if kept.split() == typed.split() else f"kept {kept[-80:]!r}, shown {typed[-80:]!r}"
