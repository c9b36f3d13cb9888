"""Who hands in: the organisation, how it is reached, whom it writes to, who signs. Kept in the settings."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from tomas_desktop.services import settings
from tomas_desktop.services.submitting import Sender


class SenderFields(QWidget):
    """`changed` is emitted with every letter."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        known = settings.load()
        self.fields: dict[str, QLineEdit] = {}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(4)
        for name, label, hint in (
            ("organisation", self.tr("Organisation"), ""),
            ("contact", self.tr("Contact"), self.tr("address, telephone or e-mail")),
            ("recipient", self.tr("To"), self.tr("the ministry that receives it")),
            ("author", self.tr("Signed by"), self.tr("as drafted")),
        ):
            field = QLineEdit(getattr(known, name))
            field.setAccessibleName(label)
            field.setPlaceholderText(hint)
            field.textChanged.connect(self.changed)
            form.addRow(label, field)
            self.fields[name] = field

    def sender_named(self) -> Sender:
        """What is filled in."""
        return Sender(**{name: field.text().strip() for name, field in self.fields.items()})

    def keep(self) -> None:
        """Remember it for the next package."""
        settings.save(replace(settings.load(), **{name: field.text().strip() for name, field in self.fields.items()}))
