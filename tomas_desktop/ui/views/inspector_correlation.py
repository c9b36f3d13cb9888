"""How well the pair in hand answers each other, and what is said of it: judged by a person, never by the program."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tomas_desktop.errors import TomasError
from tomas_desktop.model.correlation import GRADES, Correlation
from tomas_desktop.services import correlating, grade_codes, messages
from tomas_desktop.services.correlating import Said
from tomas_desktop.ui import names
from tomas_desktop.ui import theme as themes
from tomas_desktop.ui.desk import Desk
from tomas_desktop.ui.views.flow_row import FlowRow

_REST_MS = 800  # of quiet before what was typed is kept


class SmallText(QPlainTextEdit):
    """A few lines of text; Tab goes on."""

    left = Signal()

    def __init__(self, name: str, lines: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.viewport().setAcceptDrops(False)  # a file that is dropped goes to the window
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 24)

    def text(self) -> str:
        """What stands in it, on one line."""
        return " ".join(self.toPlainText().split())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class CorrelationFields(QWidget):
    """`failed` carries one sentence. Where several provisions of the pair are linked, one link is shown at a time."""

    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: Correlation | None = None
        self._is_filling = False
        self.which = QComboBox()
        self.which.setAccessibleName(self.tr("Which of the links"))
        self.which.activated.connect(self._show_chosen)
        self.grade = QComboBox()
        self.grade.setAccessibleName(self.tr("Grade"))
        self.grade.activated.connect(self._grade)
        self.reason = self._field(self.tr("Reason"), 3)
        self.note = self._field(self.tr("Note"), 2)
        self.deadline = self._field(self.tr("Deadline"))
        self.planned = self._field(self.tr("Planned act"))
        self.said = QLabel()
        self.said.setObjectName("soft")
        self.said.setWordWrap(True)
        self.confirm = QPushButton(self.tr("Confirm"))
        self.confirm.clicked.connect(self._confirm)
        self.unlink = QPushButton(self.tr("Unlink"))
        self.unlink.setObjectName("quiet")
        self.unlink.clicked.connect(self._unlink)
        self.empty = QLabel(self.tr("Nothing is linked here."))
        self.empty.setObjectName("soft")
        self._fields = QWidget()
        form = QFormLayout(self._fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(4)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, field in (
            (self.tr("Reason"), self.reason), (self.tr("Note"), self.note),
            (self.tr("Deadline"), self.deadline), (self.tr("Planned act"), self.planned),
        ):  # fmt: skip
            form.addRow(name, field)
        self._row = FlowRow()
        self._row.addWidget(self.confirm)
        self._row.addWidget(self.unlink)
        self._moves: dict[str, QPushButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.empty, self.which, self.grade, self._fields, self.said):
            layout.addWidget(widget)
        layout.addLayout(self._row)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.keep)

    def take_actions(self, actions: Mapping[str, QAction]) -> None:
        """Buttons for what can be done with a link as a whole; the keys are those of the menu."""
        ends = QMenu(self)
        for name in ("relink", "relink_eu"):
            ends.addAction(actions[name])
        for name, text in (("relink", self.tr("Move")), ("split", self.tr("Split…")), ("merge", self.tr("Merge…"))):
            button = self._moves[name] = QPushButton(text)
            button.setObjectName("quiet")
            key = actions[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{actions[name].text()} ({key})")
            button.setAccessibleName(actions[name].text())
            if name != "relink":
                button.clicked.connect(actions[name].trigger)
            self._row.addWidget(button)
        self._moves["relink"].setText(f"{self._moves['relink'].text()} ▾")
        self._moves["relink"].setMenu(ends)
        for before, after in pairwise((self.unlink, *self._moves.values())):
            QWidget.setTabOrder(before, after)
        self.show_answer()

    @property
    def link(self) -> Correlation | None:
        """The link that is shown."""
        return self._shown

    def show_link(self, id: str) -> None:
        """Show one of the links of the pair in hand."""
        self.which.setCurrentIndex(max(self.which.findData(id), 0))
        self._show_chosen()

    def _field(self, name: str, lines: int = 1) -> SmallText:
        field = SmallText(name, lines)
        field.textChanged.connect(lambda: None if self._is_filling else self._rest.start())
        field.left.connect(self.keep)
        return field

    # ---- showing -------------------------------------------------------------------------------------------

    def show_answer(self) -> None:
        """Show what is said of the pair in hand."""
        answer, opened = self._desk.answer, self._desk.opened
        links = answer.correlations if answer else ()
        before = self._shown.id if self._shown else ""
        shown = next((each for each in links if each.id == before), links[0] if links else None)
        if self._rest.isActive() and (shown is None or shown.id != before):
            self.keep()  # it was typed for the other link
        self.which.clear()
        for each in links:
            self.which.addItem(names.of_pair(opened, each.eu, each.national) if opened else each.id, each.id)
        self.which.setVisible(len(links) > 1)
        self._show(shown)

    def _show_chosen(self) -> None:
        self.keep()
        answer = self._desk.answer
        chosen = self.which.currentData()
        self._show(next((each for each in answer.correlations if each.id == chosen), None) if answer else None)

    def _show(self, link: Correlation | None) -> None:
        self._shown = link
        self.empty.setVisible(link is None)
        for widget in (self.grade, self._fields, self.said, self.confirm, self.unlink, *self._moves.values()):
            widget.setVisible(link is not None)
        if link is None:
            return
        if "merge" in self._moves:
            of_law = [one for each in self._desk.answers() for one in each.correlations]
            self._moves["merge"].setVisible(sum(one.national.work == link.national.work for one in of_law) > 1)
        self.which.setCurrentIndex(max(self.which.findData(link.id), 0))
        self._is_filling = True
        self._fill_grades(link)
        for field, text in self._texts(link):
            if field.text() != text and not (field.hasFocus() and self._rest.isActive()):
                field.setPlainText(text)
        self._is_filling = False
        to_check = link.status == "to-recheck"
        who = " · ".join(part for part in (link.author, link.at[:16].replace("T", " ")) if part)
        self.said.setText(" · ".join(filter(None, (self.tr("To be checked again") if to_check else "", who))))
        self.said.setVisible(bool(self.said.text()))
        self.confirm.setVisible(to_check)

    def _texts(self, link: Correlation) -> tuple[tuple[SmallText, str], ...]:
        return (
            (self.reason, link.reason), (self.note, link.note), (self.deadline, link.deadline),
            (self.planned, link.planned_act),
        )  # fmt: skip

    def _fill_grades(self, link: Correlation) -> None:
        opened = self._desk.opened
        codes = grade_codes.of_country(opened.work(link.national.work).country) if opened else {}
        self.grade.clear()
        self.grade.addItem(f"· {names.of_grade(None)}", None)
        for grade in GRADES:
            code = codes.get(grade, "")
            name = f"{themes.GRADES[grade][0]} {names.of_grade(grade)}"
            self.grade.addItem(f"{name} ({code})" if code and code.casefold() not in name.casefold() else name, grade)
        self.grade.setCurrentIndex(GRADES.index(link.grade) + 1 if link.grade else 0)

    # ---- keeping -------------------------------------------------------------------------------------------

    def keep(self) -> None:
        """Keep what was typed, as one step."""
        self._rest.stop()
        link, opened = self._shown, self._desk.opened
        if link is None or opened is None or self._is_filling:
            return
        if any(field.text().strip() != text for field, text in self._texts(link)):
            said = Said(
                reason=self.reason.text().strip(), note=self.note.text().strip(),
                deadline=self.deadline.text().strip(), planned_act=self.planned.text().strip(),
            )  # fmt: skip
            self._say(said)

    def _grade(self) -> None:
        grade = self.grade.currentData()
        if grade is not None and self._shown is not None and grade != self._shown.grade:
            self._say(Said(grade=grade))

    def _confirm(self) -> None:
        self._say(Said(status="confirmed"))

    def _say(self, said: Said) -> None:
        link, opened = self._shown, self._desk.opened
        if link is None or opened is None:
            return
        try:
            [self._shown] = correlating.annotate(opened, [(link.eu, link.national)], said, author=self._desk.author)
        except TomasError as error:
            self.failed.emit(messages.of_error(error))
        self._desk.answer_changed.emit()

    def _unlink(self) -> None:
        link, opened = self._shown, self._desk.opened
        if link is not None and opened is not None:
            self._shown = None
            correlating.unlink(opened, link.eu, link.national, author=self._desk.author)
            self._desk.answer_changed.emit()
