"""A comparison goes out: look at its pages, then print it, or keep it as a PDF or as a page to be read anywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tomas_desktop.services import handouts
from tomas_desktop.services.handouts import Handout
from tomas_desktop.services.previewing import Preview
from tomas_desktop.ui import file_places, printing, tasks
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.page_preview import PagePreview


@dataclass(frozen=True)
class Offer:
    """What can go out: its name in the list, and how a worker makes it (with a connection of its own)."""

    name: str
    make: Callable[[], Handout]


class PrintComparison(QDialog):
    """`written` is the file that was kept last; None when nothing was."""

    def __init__(self, offers: Sequence[Offer], look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print or hand out a comparison"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(1080, 700)
        self.setMinimumSize(720, 480)
        self._offers = tuple(offers)
        self._asked = -1
        self._writing: list[bool] = []  # of the writer under way: was it stopped?
        self.handout: Handout | None = None
        self.preview: Preview | None = None
        self.written: Path | None = None

        self.what = QComboBox()
        self.what.setAccessibleName(self.tr("What goes out"))
        self.what.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.what.setMinimumContentsLength(24)
        for offer in self._offers:
            self.what.addItem(offer.name)
        self.what.activated.connect(self._make)
        self.sheets = PagePreview(look)
        self.place = QLabel()
        self.place.setObjectName("soft")
        self.sheets.turned.connect(self._tell)
        self.sheets.shown.connect(self._tell)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.what, 1)
        top.addWidget(self.place)
        for sign, name, act in (
            ("−", self.tr("Smaller (Ctrl+-)"), self.sheets.smaller),
            ("+", self.tr("Larger (Ctrl++)"), self.sheets.larger),
        ):
            top.addWidget(_sign(sign, name, act))
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(120)
        self.progress.setAccessibleName(self.tr("Working"))
        self.status = QLabel()
        self.status.setObjectName("soft")
        self.stop_button = _button(self.tr("Stop"), self.stop)
        self.cancel = _button(self.tr("Close"), self.reject)
        self.save_html = _button(self.tr("Save as a page (HTML)…"), self._ask_html)
        self.save_pdf = _button(self.tr("Save as PDF…"), self._ask_pdf)
        self.print = _button(self.tr("Print…"), self._print)
        self.print.setObjectName("primary")
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.progress)
        below.addWidget(self.status, 1)
        for button in (self.stop_button, self.cancel, self.save_html, self.save_pdf, self.print):
            below.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.sheets, 1)
        layout.addLayout(below)
        self._busy(False)
        self._make(0)
        self.sheets.setFocus()

    @staticmethod
    def ask(offers: Sequence[Offer], look: Theme, parent: QWidget | None = None) -> Path | None:
        """Let a person look and hand out; the file that was kept, if any was."""
        dialog = PrintComparison(offers, look, parent)
        dialog.exec()
        written = dialog.written
        dialog.deleteLater()
        return written

    # ---- looking -------------------------------------------------------------------------------------------

    def _make(self, number: int) -> None:
        """Make what is chosen, in the background, and show its pages."""
        if number == self._asked or not 0 <= number < len(self._offers):
            return
        self._asked, self.handout, self.preview = number, None, None
        self._busy(True, self.tr("Setting the pages…"))
        make = self._offers[number].make

        def made() -> tuple[Handout, Preview]:
            handout = make()
            return handout, handouts.paper(handout)

        tasks.run(
            made,
            lambda answer: self._made(number, *answer),
            lambda words, _details: self._unmade(number, words),
            self,
        )

    def _made(self, number: int, handout: Handout, preview: Preview) -> None:
        if number == self._asked:
            self.handout, self.preview = handout, preview
            self._busy(False)
            self.sheets.show_preview(preview)

    def _unmade(self, number: int, words: str) -> None:
        if number == self._asked:
            self._busy(False)
            self.sheets.show_words(words)

    def _tell(self) -> None:
        at, count = self.sheets.page, self.sheets.count
        self.place.setText(self.tr("Page {n} of {m}").format(n=at + 1, m=count) if count else "")

    # ---- handing out ---------------------------------------------------------------------------------------

    def _print(self) -> None:
        if self.preview is not None and printing.print_preview(self.preview, self, self._failed):
            self.status.setText(self.tr("Handed to the printer."))

    def _ask_pdf(self) -> None:
        path = self._name("pdf", self.tr("PDF (*.pdf)"))
        if path is not None:
            self.write_pdf(path)

    def _ask_html(self) -> None:
        path = self._name("html", self.tr("Page (*.html)"))
        if path is not None:
            self.write_html(path)

    def _name(self, ending: str, kinds: str) -> Path | None:
        if self.handout is None:
            return None
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save"), file_places.beginning(handouts.named(self.handout, ending)), kinds
        )
        return Path(name if name.endswith(f".{ending}") else f"{name}.{ending}") if name else None

    def write_pdf(self, path: Path) -> None:
        """Keep the pages as a PDF file, in the background."""
        preview = self.preview
        if preview is not None:
            stopped: list[bool] = []

            def write() -> Path | None:
                try:
                    content = printing.pdf(printing.lay_out(preview, lambda: bool(stopped)), lambda: bool(stopped))
                except printing.StoppedError:
                    return None
                return handouts.keep(path, content)

            self._write(write, stopped)

    def write_html(self, path: Path) -> None:
        """Keep the page that can be read anywhere and not changed by mistake."""
        handout = self.handout
        if handout is not None:
            self._write(lambda: handouts.write(handout, path), [])

    def _write(self, write: Callable[[], Path | None], stopped: list[bool]) -> None:
        self._writing = stopped
        self._busy(True, self.tr("Writing…"), can_stop=True)
        tasks.run(write, self._wrote, self._failed, self)

    def stop(self) -> None:
        """Write nothing."""
        self._writing.append(True)

    def _wrote(self, path: Path | None) -> None:
        self._busy(False)
        self.written = path or self.written
        self.status.setText(
            self.tr("Kept as {path}").format(path=path) if path else self.tr("Stopped; nothing was written.")
        )

    def _failed(self, words: str, _details: str) -> None:
        self._busy(False)
        self.status.setText(words)

    def _busy(self, is_busy: bool, words: str = "", can_stop: bool = False) -> None:
        self.progress.setVisible(is_busy)
        self.stop_button.setVisible(is_busy and can_stop)
        self.status.setText(words)
        for button in (self.save_html, self.save_pdf, self.print):
            button.setEnabled(not is_busy and self.handout is not None)

    # ---- the dialog ----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter prints nothing by itself: only a button does, or Ctrl+P."""
        if event.key() == Qt.Key.Key_P and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._print()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Whatever is still being set or written is not waited for."""
        self._asked = -1
        self.stop()
        self.sheets.end()
        super().done(result)


def _button(words: str, act: object) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    button.clicked.connect(act)
    return button


def _sign(sign: str, name: str, act: object) -> QToolButton:
    button = QToolButton()
    button.setObjectName("small")
    button.setText(sign)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.clicked.connect(act)
    return button
