"""Side by side: the text in force at the left, the proposed text at the right, paragraph beside paragraph.

Both are the same sheet, seen from its two sides: what goes is struck at the left, what comes is underlined at the
right, where it is typed. A paragraph without a counterpart has blank paper beside it, so both sides are equally high
and scroll as one.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from tomas_desktop.amend.caret import Caret
from tomas_desktop.amend.marks import joined
from tomas_desktop.ui.views import tracked_voice
from tomas_desktop.ui.views.tracked_editor import TrackedEditor
from tomas_desktop.ui.views.tracked_rows import align, rows, take_back
from tomas_desktop.ui.views.tracked_sheet import Sheet
from tomas_desktop.ui.views.tracked_view import MARGIN, TrackedView

_ARRIVES_IN = 250  # milliseconds in which the widths are still on the way after a change of view
_NARROW = 8.0  # the margin of a page that is one of two


class InForcePage(TrackedView):
    """The left side: read and copied from, never typed in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view, self._is_beside = "original", True
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Text in force"))
        self.document().setDocumentMargin(_NARROW)
        self._spoken = ""
        self.cursorPositionChanged.connect(self._tell)

    def _tell(self) -> None:
        """Have the deleted words spoken that the caret enters."""
        op, words = self._run_at(self.textCursor().position())
        words = joined(words).replace("\n", " ").strip() if op == "-" else ""
        if words and words != self._spoken:
            tracked_voice.announce(self, self.tr("deleted: {words}").format(words=words))
        self._spoken = words

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the side in force of a sheet that somebody else edits."""
        self._sheet = sheet
        self._render()

    def _place(self, *, follow: bool, anchor: Caret | None = None) -> None:
        """The caret of the sheet is on the other side; this page keeps its own."""

    def createMimeDataFromSelection(self) -> QMimeData:
        data, cursor = QMimeData(), self.textCursor()
        data.setText(joined(self._sheet.tracked.base[cursor.selectionStart() : cursor.selectionEnd()]))
        return data


class SideBySide(QWidget):
    """Holds an editor, and beside it the text in force when its view is "beside"."""

    def __init__(self, editor: TrackedEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.page = InForcePage()
        self._heads = [QLabel(self.tr("In force").upper()), QLabel(self.tr("Proposed").upper())]
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setRowStretch(1, 1)
        for column, (head, page) in enumerate(zip(self._heads, (self.page, editor), strict=True)):
            head.setObjectName("overline")
            grid.addWidget(head, 0, column)
            grid.addWidget(page, 1, column)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._settle)
        self._arriving = QTimer(self, singleShot=True, interval=_ARRIVES_IN)
        editor.view_changed.connect(self._show_view)
        editor.rendered.connect(self._follow)
        ours, theirs = editor.verticalScrollBar(), self.page.verticalScrollBar()
        ours.valueChanged.connect(theirs.setValue)
        theirs.valueChanged.connect(ours.setValue)
        for page in (self.page, editor):
            page.viewport().installEventFilter(self)
        self._show_view("all")

    @property
    def is_open(self) -> bool:
        """Are both sides shown?"""
        return not self.page.isHidden()

    @property
    def is_waiting(self) -> bool:
        """Is the width another, and the paragraphs not yet in line again?"""
        return self._again.isActive()

    def _show_view(self, view: str) -> None:
        is_open = view == "beside"
        for widget in (*self._heads, self.page):
            widget.setVisible(is_open)
        self._grid.setColumnStretch(0, int(is_open))
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(12 if is_open else 0)
        self.editor.document().setDocumentMargin(_NARROW if is_open else MARGIN)
        # A bar that comes and goes would change the width, and with it where lines break, while they are measured.
        policy = Qt.ScrollBarPolicy
        self.editor.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if is_open else policy.ScrollBarAsNeeded)
        if is_open:
            self.page.set_colours(self.editor.colours)
            self.page.set_reading_font(self.editor.reading_font)
        else:
            take_back(self.editor.document())
        self._arriving.start()
        self._again.start()  # the widths come with the new layout

    def _follow(self) -> None:
        """The editor shows something new: bring the other side and the paragraphs in line, before it is painted."""
        if not self.is_open:
            return
        if (self.page.colours, self.page.reading_font) != (self.editor.colours, self.editor.reading_font):
            self.page.set_colours(self.editor.colours)
            self.page.set_reading_font(self.editor.reading_font)
        self._align()

    def _align(self) -> None:
        if self.is_open:
            self.page.show_sheet(self.editor.sheet)
            align(self.page.document(), self.editor.document(), rows(self.editor.sheet.tracked.runs()))
            self.page.verticalScrollBar().setValue(self.editor.verticalScrollBar().value())

    def _settle(self) -> None:
        """The widths have changed; after a change of view the caret stays in sight."""
        self._align()
        if self._arriving.isActive():
            self.editor.ensureCursorVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and (self.is_open or self._arriving.isActive()):
            self._again.start()
        return super().eventFilter(watched, event)
