"""The inspector: what is known of the pair in hand beside its texts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tomas_desktop.ui import theme as themes
from tomas_desktop.ui.desk import Desk
from tomas_desktop.ui.theme import Theme


class Inspector(QWidget):
    """How well the national provision answers the EU provision, and why."""

    def __init__(self, desk: Desk, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk, self._look = desk, look
        head = QLabel(self.tr("Correlation").upper())
        head.setObjectName("overline")
        self.grade = QLabel()
        self.reason = QLabel()
        self.reason.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.setSpacing(8)
        for widget in (head, self.grade, self.reason):
            layout.addWidget(widget)
        layout.addStretch(1)
        desk.answer_changed.connect(self.show_answer)
        desk.content_changed.connect(self.show_answer)

    def set_theme(self, look: Theme) -> None:
        """Draw in another theme's colours."""
        self._look = look

    def show_answer(self) -> None:
        """Show what is said of the pair in hand."""
        answer = self._desk.answer
        correlation = answer.correlations[0] if answer and answer.correlations else None
        if correlation is None:
            self.grade.setText(self.tr("Nothing is linked here."))
            self.reason.clear()
            return
        glyph, _ = themes.GRADES[correlation.grade]
        self.grade.setText(f"{glyph} {(correlation.grade or self.tr('not graded')).replace('_', ' ')}")
        self.reason.setText(correlation.reason)
