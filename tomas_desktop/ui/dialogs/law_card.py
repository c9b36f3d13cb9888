"""The card of a law: what it is called, how it is cited, where it was published, who checked that."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from tomas_desktop.model.card import Card


class LawCard(QDialog):
    """Every field as a line; the citations of the gazette stand in their order, parted by semicolons."""

    def __init__(self, card: Card, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("The card of the law"))
        self.resize(620, 320)
        self._card = card
        fields = {
            "official_name": self.tr("Official name"), "name_as_cited": self.tr("As it is cited (in its case)"),
            "gazette": self.tr("Official gazette, in order"), "source": self.tr("Source of the text"),
            "as_of": self.tr("Text as of (YYYY-MM-DD)"), "checked_by": self.tr("Checked by"),
        }  # fmt: skip
        self.fields: dict[str, QLineEdit] = {}
        form = QFormLayout()
        for name, words in fields.items():
            self.fields[name] = QLineEdit(self._present(name))
            self.fields[name].setAccessibleName(words)
            form.addRow(words, self.fields[name])
        head = QLabel(title)
        head.setObjectName("title")
        head.setWordWrap(True)
        hint = QLabel(self.tr("The opening of an amending act and the forms are written with these words."))
        hint.setObjectName("soft")
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.tr("Keep"), QDialogButtonBox.ButtonRole.AcceptRole).setObjectName("primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(head)
        layout.addWidget(hint)
        layout.addLayout(form)
        layout.addStretch(1)
        layout.addWidget(buttons)

    @staticmethod
    def ask(card: Card, title: str, field: str = "", parent: QWidget | None = None) -> Sequence[str] | None:
        """What was changed, as `FIELD=VALUE`; None when cancelled. `field` has the keyboard first."""
        dialog = LawCard(card, title, parent)
        dialog.fields.get(field, dialog.fields["official_name"]).setFocus()
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        changed = dialog.changed() if accepted else None
        dialog.deleteLater()
        return changed

    def changed(self) -> Sequence[str]:
        """The fields that say something else than the card."""
        now = {name: line.text().strip() for name, line in self.fields.items()}
        return [f"{name}={text}" for name, text in now.items() if text != self._present(name)]

    def _present(self, name: str) -> str:
        value = getattr(self._card, name)
        return "; ".join(value) if isinstance(value, tuple) else str(value)
