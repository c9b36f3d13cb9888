"""The proposal: the national article drafted in place; why it should change is shown by the inspector."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from tomas_desktop.model.canonical import Line, lines
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision
from tomas_desktop.services import justifying
from tomas_desktop.services.drafting import Draft
from tomas_desktop.ui.desk import Desk
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.clause_panel import ClausePanel
from tomas_desktop.ui.views.proposal_changes import ChangeNote, ProposalChanges
from tomas_desktop.ui.views.sheet import SheetFrame
from tomas_desktop.ui.views.tracked_beside import SideBySide
from tomas_desktop.ui.views.tracked_editor import TrackedEditor

_ABOVE = 72  # pixels of text in force shown above the first change
_REST_MS = 800  # of quiet in the justification before it is kept


class ProposalPane(QWidget):
    """The editor and the justification. What is typed is kept when typing rests; there is nothing to save."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ref: Ref | None = None
        self._typed: list[str] | None = None
        self._keeping = False

        self.editor = TrackedEditor()
        self.editor.setAccessibleName(self.tr("Proposed wording"))
        self.editor.edited.connect(self._edited)
        self.editor.rested.connect(self.keep)
        self.editor.change_at_caret.connect(lambda _change: self._show_counter())
        self.changes = ProposalChanges(desk, self.editor)
        self.clause = ClausePanel(desk)
        paper = QWidget()
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(8)
        column.addWidget(SideBySide(self.editor), 1)
        column.addWidget(self.clause, 3)  # as high as it may become, if the window is
        self.sheet = SheetFrame(paper)
        self.counter = QLabel()
        self.counter.setObjectName("soft")
        self.previous = self._arrow("◀", self.tr("Previous change (Shift+F8)"), -1)
        self.next = self._arrow("▶", self.tr("Next change (F8)"), 1)
        for widget in (self.previous, self.counter, self.next):
            self.sheet.corner.addWidget(widget)

        self.justification = QPlainTextEdit()  # the inspector shows it
        self.justification.viewport().setAcceptDrops(False)  # a file that is dropped goes to the window
        self.justification.setAccessibleName(self.tr("Justification of the changes to this article"))
        self.justification.setPlaceholderText(self.tr("Why should this article change?"))
        self.justification.setTabChangesFocus(True)
        self.justification.setFixedHeight(112)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_REST_MS)
        self._quiet.timeout.connect(self.keep_justification)
        self.justification.textChanged.connect(self._quiet.start)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.sheet, 1)
        desk.answer_changed.connect(self.show_answer)

    def set_theme(self, theme: Theme) -> None:
        self.editor.set_colours(theme.marks)
        self.clause.set_theme(theme)

    # ---- showing -------------------------------------------------------------------------------------------

    def show_answer(self) -> None:
        """Show the draft of another national article; what was typed before is kept first."""
        self.keep_all()
        answer, draft = self._desk.answer, self._desk.draft()
        self._ref = answer.ref if answer and draft else None
        if draft is None or self._ref is None:
            self.sheet.set_head(self.tr("Proposal"), "")
            self.sheet.show_empty(self.tr("The new wording of a national article is drafted here."))
        else:
            self.editor.set_texts(_lines(draft.article), _lines(draft.proposed))
            self.changes.show(self._ref, draft)
            self.sheet.show_page()
            self.editor.go_to_change(1)
            QTimer.singleShot(0, self._reveal)
        self._show_head(draft)
        self._show_justification()
        self.clause.show_answer()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self._reveal)  # only now is the width known, and with it where the lines stand

    def _reveal(self) -> None:
        """Bring the change at the caret near the top of the page."""
        bar, top = self.editor.verticalScrollBar(), self.editor.cursorRect().top()
        if self.editor.current_change() is not None:
            bar.setValue(bar.value() + top - _ABOVE)

    def refresh(self) -> None:
        """Show the same article after undo, redo or a change from elsewhere."""
        if self._ref is None or self._keeping:
            return
        draft = self._desk.draft()
        if draft is not None:
            self._refresh_editor(draft)
            self._show_justification()

    def _show_head(self, draft: Draft | None) -> None:
        if draft is not None and self._desk.opened is not None:
            key = self._desk.proposal_key()
            proposal = self._desk.opened.dossier.proposal(key) if key else None
            title = proposal.title if proposal else self.tr("No changes yet: type to begin")
            self.sheet.set_head(self.tr("Proposal · draft"), title)
        self._show_counter()

    def _show_counter(self) -> None:
        count = self.editor.change_count() if self._ref is not None else 0
        current = self.editor.current_change() if count else None
        named = self.tr("%n changes", "", count)
        self.counter.setText(f"{current + 1}/{count}" if current is not None else named if count else "")
        for button in (self.previous, self.next):
            button.setEnabled(count > 0)
        self.justification.setEnabled(count > 0)

    def _show_justification(self) -> None:
        opened, key = self._desk.opened, self._desk.proposal_key()
        known = justifying.justification(opened, key, self._ref.eid) if opened and key and self._ref else ""
        if self.justification.toPlainText().strip() != known and not self._quiet.isActive():
            self.justification.blockSignals(True)
            self.justification.setPlainText(known)
            self.justification.blockSignals(False)

    # ---- keeping -------------------------------------------------------------------------------------------

    def _edited(self, proposed: list[str]) -> None:
        self._typed = proposed
        self._show_counter()

    def keep(self) -> None:
        """Keep what was typed as one step, and show the numbers as they now stand."""
        if self._typed is None or self._ref is None or self._keeping:
            return
        typed, self._typed, self._keeping = self._typed, None, True
        try:
            draft = self._desk.type(self._ref, typed)
        finally:
            self._keeping = False
        if draft is not None:
            self._refresh_editor(draft)

    def _refresh_editor(self, draft: Draft) -> None:
        self.editor.refresh(_lines(draft.article), _lines(draft.proposed))
        self.changes.show(self._ref, draft)
        self._show_head(draft)

    def keep_justification(self) -> None:
        """Keep the justification as it stands."""
        self._quiet.stop()
        if self._ref is not None and self.justification.isEnabled():
            self.keep()
            self._desk.justify(self._ref, self.justification.toPlainText().strip())

    def justify_change(self, note: ChangeNote, text: str, basis: str) -> None:
        """Keep why one change is made; what was typed in the draft is kept first."""
        self.keep()
        self._desk.justify_change(note.article, note.stretch, text, basis)

    def keep_all(self) -> None:
        """Keep everything that was typed and is still waiting for a rest."""
        self.keep()
        self.clause.keep_typed()
        if self._quiet.isActive():
            self.keep_justification()

    # ---- moving --------------------------------------------------------------------------------------------

    def go_to_change(self, step: int) -> None:
        """Go to the next (1) or the previous (-1) change."""
        self.editor.go_to_change(1 if step > 0 else -1)
        self.editor.setFocus()
        self._show_counter()

    def _arrow(self, sign: str, name: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName("quiet")
        button.setText(sign)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self.go_to_change(step))
        return button


def _lines(article: Provision | None) -> tuple[Line, ...]:
    return tuple(lines((article,))) if article is not None else ()
