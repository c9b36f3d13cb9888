"""The amending clause under the draft: it writes itself while the draft changes, and can be worded by hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedLayout,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tomas_desktop.errors import TomasError
from tomas_desktop.model.wording import Size
from tomas_desktop.services import clauses, messages
from tomas_desktop.services.clauses import ArticleClauses, Situation
from tomas_desktop.ui import names, tasks
from tomas_desktop.ui.desk import Desk
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.clause_editor import ClauseEditor
from tomas_desktop.ui.views.short_label import ShortLabel
from tomas_desktop.ui.views.size_chooser import SizeChooser
from tomas_desktop.ui.views.tracked_look import reading_font

_POINTS = 10.5
# Pixels: while it is read, while it is edited, and that in a low window. It never grows with its text.
_LOW, _HIGH, _SQUEEZED = 152, 272, 204


class ClausePanel(QFrame):
    """Shows the clauses of the desk's article. Everything is worked out by a worker; stale answers are dropped."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clause")
        self._desk = desk
        self._situation: Situation | None = None
        self._asked = 0
        self._found: tuple[ArticleClauses, ...] = ()
        self._proposal = ""

        self.toggle = self._tool("▾", self.tr("Hide or show the amending clause"), self._fold)
        self.toggle.setCheckable(True)
        self.overline = ShortLabel()
        self.overline.setObjectName("overline")
        self.overline.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # it may be cut short
        self.status = QLabel()
        self.status.setWordWrap(True)
        self.size_chooser = SizeChooser()
        self.size_chooser.chosen.connect(self.choose_size)
        self.copy_button = self._tool(self.tr("Copy"), self.tr("Copy the amending clause"), self.copy)
        self.edit_button = self._tool(
            self.tr("Edit"), self.tr("Word the clause by hand (Ctrl+Shift+E)"), self._edit_or_finish
        )
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.toggle)
        head.addWidget(self.overline, 1)
        head.addWidget(self.size_chooser)
        head.addWidget(self.copy_button)
        head.addWidget(self.edit_button)

        self.page = QTextEdit()
        self.page.setObjectName("clauseText")
        self.page.setReadOnly(True)
        self.page.setAccessibleName(self.tr("Amending clause"))
        self.page.setTabChangesFocus(True)
        self.page.setFont(reading_font(_POINTS))
        self.page.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.drop_button = self._tool(self.tr("Drop"), self.tr("Drop the wording by hand"), self.drop)
        said = QHBoxLayout()
        said.setContentsMargins(6, 0, 0, 0)
        said.addWidget(self.status, 1)
        said.addWidget(self.drop_button, 0, Qt.AlignmentFlag.AlignTop)
        self.editor = ClauseEditor()
        self.editor.kept.connect(self.finish)
        self.editor.taken.connect(self.take)
        self.editor.dropped.connect(self.drop)
        self.editor.verdict.connect(self._checked)
        self.body = QWidget()
        self._pages = QStackedLayout(self.body)
        self._pages.addWidget(self.page)
        self._pages.addWidget(self.editor)
        self.empty = QLabel(self.tr("The amending clause writes itself here as soon as the wording changes."))
        self.empty.setWordWrap(True)
        self.empty.setMinimumWidth(1)  # it wraps in a narrow sheet instead of widening it
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.empty.setContentsMargins(6, 4, 6, 4)
        self._pages.addWidget(self.empty)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 8, 8)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addLayout(said)
        layout.addWidget(self.body, 1)
        self.setFixedHeight(_LOW)
        desk.content_changed.connect(self.refresh)
        self._show(())

    def set_theme(self, theme: Theme) -> None:
        self.editor.set_theme(theme)

    # ---- showing -------------------------------------------------------------------------------------------

    @property
    def is_editing(self) -> bool:
        """Is a person wording the clause by hand?"""
        return self._pages.currentWidget() is self.editor

    def show_answer(self) -> None:
        """Another article is shown; a wording that was being typed is kept first."""
        self.keep_typed()
        self.leave()
        self._situation = None
        self._asked += 1  # what is being worked out is another article's
        self._show(())
        self.refresh()

    def refresh(self) -> None:
        """Work the clause out anew, if anything it depends on has changed."""
        situation = self._desk.clause_situation()
        if situation == self._situation:
            return
        self._situation = situation
        self._proposal = self._desk.proposal_key() or ""
        self._asked += 1
        if situation is None:
            self._show(())
            return
        if self.is_editing:
            self.editor.set_situation(situation)
        asked = self._asked
        tasks.run(
            lambda: clauses.derive_all(situation),
            lambda found: self._derived(asked, found),
            lambda sentence, _details: self._failed(asked, sentence),
            self,
        )

    def _derived(self, asked: int, found: tuple[ArticleClauses, ...]) -> None:
        if asked == self._asked:
            self._show(found)

    def _failed(self, asked: int, sentence: str) -> None:
        if asked == self._asked:
            self._show(())
            self._say(sentence)

    def _show(self, found: tuple[ArticleClauses, ...]) -> None:
        self._found = found
        text = "\n\n".join("\n".join(each.lines) for each in found if each.lines)
        if self.page.toPlainText() != text:
            self.page.setPlainText(text)
        if not self.is_editing:
            self._pages.setCurrentWidget(self.page if text else self.empty)
        tag = self._situation.pack.language if self._situation else ""
        self.overline.setText(" · ".join(part for part in (self.tr("Clause"), tag) if part).upper())
        self.overline.setToolTip(names.of_language(tag) if tag else "")
        self.copy_button.setEnabled(bool(text))
        self.edit_button.setEnabled(self._situation is not None and bool(text or self._by_hand_text()))
        own = found[0] if found else None
        kept = own is not None and own.by_hand is not None
        self.drop_button.setVisible(kept and not self.is_editing)
        self._show_size(own)
        if not self.is_editing:
            self._say(self._verdict(found, text))

    def _show_size(self, own: ArticleClauses | None) -> None:
        """A clause that is worded by hand has the size that its words have."""
        case = self._situation
        is_derived = own is not None and bool(own.lines) and not own.is_by_hand
        self.size_chooser.setVisible(is_derived and not self.is_editing)
        if case is not None:
            self.size_chooser.show_choice(case.size, clauses.drafting_rules(case.pack))

    def _verdict(self, found: tuple[ArticleClauses, ...], text: str) -> str:
        lost = [finding for each in found for finding in each.findings]
        if lost:
            return "! " + " ".join(messages.of_finding(finding) for finding in lost)
        own = found[0] if found else None
        if own is None or own.by_hand is None:
            return self.tr("✓ applied back: exact") if text else ""
        if own.is_by_hand:
            return self.tr("✎ by hand · ✓ applied back: exact")
        return self.tr("≠ The wording by hand does not give this draft; this is the derived clause.")

    def _checked(self, words: str) -> None:
        if self.is_editing:  # the check may end after the editing
            self._say(words)

    def _say(self, words: str) -> None:
        self.status.setText(words)
        self.status.setVisible(bool(words) and not self.toggle.isChecked())
        for widget in (self.page, self.editor.text):
            widget.setAccessibleDescription(words)

    def _by_hand_text(self) -> str:
        kept = self._situation.by_hand if self._situation else None
        return kept.text if kept else ""

    # ---- by hand -------------------------------------------------------------------------------------------

    def edit(self) -> None:
        """Word the clause by hand, beginning with what was kept, else with what is derived."""
        if self._situation is None or not self.edit_button.isEnabled() or self.is_editing:
            return
        self.unfold()
        self.setMinimumHeight(_SQUEEZED)
        self.setMaximumHeight(_HIGH)
        self._pages.setCurrentWidget(self.editor)
        self.drop_button.hide()
        self.edit_button.setText(self.tr("Done"))
        self.size_chooser.hide()
        self.editor.begin(self._situation, self._by_hand_text() or self._own_lines())

    def _edit_or_finish(self) -> None:
        self.finish() if self.is_editing else self.edit()

    def finish(self) -> None:
        """Keep what was typed and show the clause again."""
        if self.is_editing:
            self.keep_typed()
            self.leave()

    def keep_typed(self) -> None:
        """Keep what was typed, where it is another wording than the derived one and the one that was kept."""
        opened, situation = self._desk.opened, self._situation
        if not self.is_editing or opened is None or situation is None:
            return
        typed = self.editor.wording()
        if typed == (self._by_hand_text() or self._own_lines()):
            return
        own = self._found[0] if self._found else None
        is_derived = own is not None and not own.is_by_hand and typed == "\n".join(own.lines)
        if is_derived:
            clauses.drop(opened, self._proposal, situation.article)
        else:
            clauses.keep(opened, self._proposal, situation.article, typed, self._desk.author)

    def drop(self) -> None:
        """Go back to the derived clause; a wording that was kept is dropped."""
        opened, situation = self._desk.opened, self._situation
        self.leave()
        if opened is not None and situation is not None:
            clauses.drop(opened, self._proposal, situation.article)

    def take(self) -> None:
        """Make the draft what the wording gives, and keep the wording."""
        opened, situation = self._desk.opened, self._situation
        if opened is None or situation is None or not self.is_editing:
            return
        typed = self.editor.wording()
        try:
            clauses.take(opened, self._proposal, situation.article, typed, self._desk.author)
        except TomasError as error:
            self.editor.reason.setText(messages.of_error(error))
            self.editor.reason.setVisible(True)
            return
        self.leave()

    def _own_lines(self) -> str:
        return "\n".join(self._found[0].lines) if self._found else ""

    def leave(self) -> None:
        """Show the clause again, whatever was typed."""
        if not self.is_editing:
            return
        focused = QApplication.focusWidget()
        had_focus = focused is not None and (self.editor.isAncestorOf(focused) or focused is self.edit_button)
        self._pages.setCurrentIndex(0)
        self.setFixedHeight(_LOW)
        self.edit_button.setText(self.tr("Edit"))
        self._show(self._found)
        if had_focus:
            self.page.setFocus()

    # ---- its size ------------------------------------------------------------------------------------------

    def choose_size(self, size: Size) -> None:
        """Keep how large the clauses are at least; they change at once."""
        opened, situation = self._desk.opened, self._situation
        if opened is not None and situation is not None:
            clauses.choose_size(opened, self._proposal, situation.article, size, self._desk.author)

    # ---- the rest ------------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the clause on the clipboard."""
        QGuiApplication.clipboard().setText(self.page.toPlainText())

    def go(self) -> None:
        """Put the keyboard into the clause."""
        self.unfold()
        shown = self._pages.currentWidget()
        (self.editor.text if self.is_editing else self.toggle if shown is self.empty else self.page).setFocus()

    def unfold(self) -> None:
        """Show the clause if it is hidden."""
        if self.toggle.isChecked():
            self.toggle.setChecked(False)
            self._fold()

    def _fold(self) -> None:
        is_folded = self.toggle.isChecked()
        if is_folded:
            self.finish()
        self.toggle.setText("▸" if is_folded else "▾")
        self.body.setVisible(not is_folded)
        self.status.setVisible(not is_folded and bool(self.status.text()))
        self.setFixedHeight(self.minimumSizeHint().height() if is_folded else _LOW)

    def _tool(self, sign: str, name: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setObjectName("quiet")
        button.setText(sign)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda _checked=False: act())
        return button
