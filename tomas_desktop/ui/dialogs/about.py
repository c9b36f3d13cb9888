"""About the program: its version, that it stays on this computer, and the licences."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from tomas_desktop.services import about


class About(QDialog):
    """Nothing to decide: Esc closes it, and it does not hold up the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About tomas_desktop"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 460)
        title = QLabel(self.tr("tomas_desktop {version}").format(version=about.version()))
        title.setObjectName("title")
        words = QLabel(
            self.tr(
                "A regulation beside a law, an amendment drafted, a Word package out. It works offline: nothing that "
                "you open or write leaves this computer, no account is needed, and nothing is counted or reported."
            )
        )
        words.setWordWrap(True)
        care = QLabel(
            self.tr(
                "What it suggests, checks or writes is an aid to drafting. Whether the law says what it should is for "
                "the person who signs."
            )
        )
        care.setObjectName("soft")
        care.setWordWrap(True)
        self.parts = QPlainTextEdit()
        self.parts.setReadOnly(True)
        self.parts.setTabChangesFocus(True)
        self.parts.setAccessibleName(self.tr("Licences"))
        rows = "\n".join(f"{each.name} {each.version}  ·  {each.licence}" for each in about.parts())
        own = self.tr("Licence of the program: {licence}").format(licence=about.LICENCE)
        made = self.tr("It is made with:")
        self.parts.setPlainText(f"{own}\n{about.system()}\n\n{made}\n{rows}")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        for widget in (title, words, care, self.parts, buttons):
            layout.addWidget(widget)
        layout.setStretchFactor(self.parts, 1)

    @staticmethod
    def ask(parent: QWidget | None = None) -> About:
        """Show it beside the window."""
        dialog = About(parent)
        dialog.open() if parent is None else dialog.show()
        return dialog
