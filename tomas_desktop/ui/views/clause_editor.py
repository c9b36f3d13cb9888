"""The amending clause worded by hand: a plain text that is read and applied while one types, and what it would do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from tomas_desktop.amend.redline import Segment
from tomas_desktop.services import clauses
from tomas_desktop.services.clauses import Checked, Situation
from tomas_desktop.services.failures import Failed
from tomas_desktop.ui import tasks
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.flow_row import FlowRow
from tomas_desktop.ui.views.law_page import LawPage
from tomas_desktop.ui.views.tracked_look import reading_font

_REST_MS = 250  # of quiet before what was typed is checked
_POINTS = 10.5
_MOST = 3  # reasons that are shown at once
_BESIDE = 30  # characters of kept text shown beside a change
_BEGUN = 40  # characters of the sentence that a reason is about


class ClauseEditor(QWidget):
    """`kept`, `taken` and `dropped` are what a person decides: to keep the wording, to make the draft what it gives,
    to go back to the derived clause. `verdict` is what the check says, shown by the panel's header."""

    kept = Signal()
    taken = Signal()
    dropped = Signal()
    verdict = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._situation: Situation | None = None
        self._asked = 0
        self.checked: Checked | None = None
        self.text = QPlainTextEdit()
        self.text.setObjectName("clauseEdit")
        self.text.setAccessibleName(self.tr("Amending clause, by hand"))
        self.text.setFont(reading_font(_POINTS))
        self.text.setTabChangesFocus(True)
        self.text.viewport().setAcceptDrops(False)  # a file that is dropped goes to the window
        self.text.installEventFilter(self)
        self.reason = QLabel()
        self.reason.setWordWrap(True)
        self.reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.difference = LawPage(self.tr("What the clause changes otherwise than the draft"), points=_POINTS)
        self.difference.setObjectName("difference")
        self.text.setMinimumHeight(44)
        self.difference.setMinimumHeight(36)
        self.keep_button = self._button(self.tr("Keep"), self.tr("Use this wording in the act (Ctrl+Enter)"), self.kept)
        self.keep_button.setObjectName("primary")
        self.take_button = self._button(
            self.tr("Take as draft"), self.tr("Make the proposal what this clause says"), self.taken
        )
        self.drop_button = self._button(self.tr("Drop"), self.tr("Go back to the derived clause"), self.dropped)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_REST_MS)
        self._quiet.timeout.connect(self.check)
        self.text.textChanged.connect(self._typed)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.kept.emit, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

        below = FlowRow(gap=8)
        for button in (self.keep_button, self.take_button, self.drop_button):
            below.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.text, 3)
        layout.addWidget(self.reason)
        layout.addWidget(self.difference, 2)
        layout.addLayout(below)

    def _button(self, name: str, tip: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(name)
        button.setToolTip(tip)
        button.clicked.connect(signal)
        return button

    def set_theme(self, theme: Theme) -> None:
        self.difference.set_colours(theme.marks)

    # ---- the wording ---------------------------------------------------------------------------------------

    def begin(self, situation: Situation, text: str) -> None:
        """Begin with a wording; the caret stands at its end."""
        self._situation = situation
        self.text.setPlainText(text)
        cursor = self.text.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.text.setTextCursor(cursor)
        self.text.setFocus()
        self.check()

    def set_situation(self, situation: Situation) -> None:
        """The draft has changed meanwhile: check against it."""
        self._situation = situation
        self.check()

    def wording(self) -> str:
        """What is typed, without blanks at the ends of its lines and empty lines."""
        typed = (line.strip() for line in self.text.toPlainText().splitlines())
        return "\n".join(line for line in typed if line)

    # ---- the check -----------------------------------------------------------------------------------------

    def _typed(self) -> None:
        self._asked += 1  # what is being checked is no longer what stands there
        self.checked = None
        self._quiet.start()

    def check(self) -> None:
        """Read and apply what is typed, off the GUI thread; an answer that comes too late is thrown away."""
        self._quiet.stop()
        if self._situation is None or self.isHidden():
            return
        self._asked += 1
        asked, case, text = self._asked, self._situation, self.wording()
        tasks.run(
            lambda: clauses.check_in(case, text),
            lambda checked: self._answered(asked, checked),
            lambda sentence, _details: self._failed(asked, sentence),
            self,
        )

    def _failed(self, asked: int, sentence: str) -> None:
        if asked == self._asked:
            self.reason.setText(sentence)

    def _answered(self, asked: int, checked: Checked) -> None:
        if asked != self._asked:
            return
        self.checked = checked
        changed = [line for line in checked.differences if line.state != "kept"]
        self.difference.setVisible(bool(changed) and not checked.failures)
        self.difference.show_marked((line.line, _around(line.segments)) for line in changed)
        can_take = not checked.is_exact and not checked.failures and checked.is_alone and bool(checked.clauses)
        self.take_button.setEnabled(can_take)
        self.reason.setText("\n".join(_told(each, len(checked.lines) > 1) for each in checked.failures[:_MOST]))
        self.reason.setVisible(bool(checked.failures))
        if not checked.lines:
            self.verdict.emit(self.tr("○ empty"))
        elif checked.failures:
            self.verdict.emit(self.tr("✕ cannot be applied"))
        elif checked.is_exact:
            self.verdict.emit(self.tr("✓ applied back: exact"))
        else:
            self.verdict.emit(self.tr("≠ differs from the draft"))

    # ---- keys ----------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape ends the editing; what was typed is kept, as everywhere."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.kept.emit()
            return True
        return super().eventFilter(watched, event)


def _told(failed: Failed, is_one_of_several: bool) -> str:
    """What is wrong, and of several sentences with which."""
    if not is_one_of_several:
        return failed.reason
    begun = failed.clause.partition("\n")[0]
    return f"{begun[:_BEGUN].rstrip(' .…')}… – {failed.reason}"


def _around(segments: Sequence[Segment]) -> list[Segment]:
    """The changes of a line, and of what is kept only the words beside them."""
    out: list[Segment] = []
    for place, segment in enumerate(segments):
        head = segment.text[:_BESIDE].rpartition(" ")[0] if place else ""
        tail = segment.text[-_BESIDE:].partition(" ")[2] if place + 1 < len(segments) else ""
        if segment.op == "=" and len(segment.text) > 2 * _BESIDE:
            out.append(Segment("=", f"{head} … {tail}" if tail else f"{head} …"))
        else:
            out.append(segment)
    return out
