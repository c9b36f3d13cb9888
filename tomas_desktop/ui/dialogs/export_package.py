"""Export: which form, which documents, which script, where to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tomas_desktop.services import submitting
from tomas_desktop.services.submitting import FormInfo

Script = Literal["Latn", "Cyrl"]

_ROLES = {
    "act": "The amending act",
    "tracked": "The law with tracked changes",
    "comparison": "Comparison in three columns",
    "provisions": "Review of the amended provisions",
    "concordance": "Table of concordance",
    "statement": "Statement of compatibility",
    "explanatory": "Explanatory memorandum",
    "cover": "Covering letter",
}
_SCRIPTS: tuple[tuple[str, Script | None], ...] = (
    ("As the law is written", None), ("Latin", "Latn"), ("Cyrillic", "Cyrl"),
)  # fmt: skip


@dataclass(frozen=True)
class Order:
    """What a person wants to have written."""

    form: str
    roles: tuple[str, ...]
    script: Script | None
    folder: Path


class ExportPackage(QDialog):
    """A form and the documents of it that are wanted."""

    def __init__(self, country: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self.resize(520, 320)
        self._forms: tuple[FormInfo, ...] = submitting.forms(country)
        self.form = QComboBox()
        self.form.setAccessibleName(self.tr("Form"))
        for form in self._forms:
            self.form.addItem(form.name, form.id)
        self.script = QComboBox()
        self.script.setAccessibleName(self.tr("Script"))
        for name, code in _SCRIPTS:
            self.script.addItem(name, code)
        self.script.setEnabled(country == "rs")
        self.folder = QLineEdit(str(folder))
        self.folder.setAccessibleName(self.tr("Folder"))
        browse = QPushButton(self.tr("Choose…"))
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(browse)
        self._boxes = QVBoxLayout()
        self.roles: dict[str, QCheckBox] = {}
        form_layout = QFormLayout()
        form_layout.addRow(self.tr("Form"), self.form)
        form_layout.addRow(self.tr("Documents"), self._boxes)
        form_layout.addRow(self.tr("Script"), self.script)
        form_layout.addRow(self.tr("Folder"), row)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        accept = buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        accept.setObjectName("primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form_layout)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.form.currentIndexChanged.connect(self._show_roles)
        self._show_roles()

    @staticmethod
    def ask(country: str, folder: Path, parent: QWidget | None = None) -> Order | None:
        """What a person wants to have written; None when cancelled."""
        dialog = ExportPackage(country, folder, parent)
        return dialog.order() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def order(self) -> Order:
        """What is chosen."""
        roles = tuple(role for role, box in self.roles.items() if box.isChecked())
        return Order(str(self.form.currentData()), roles, self.script.currentData(), Path(self.folder.text()))

    def _show_roles(self) -> None:
        for box in self.roles.values():
            box.deleteLater()
        self.roles = {}
        chosen = next((form for form in self._forms if form.id == self.form.currentData()), None)
        for role in chosen.roles if chosen else ():
            box = QCheckBox(_ROLES.get(role, role))
            box.setChecked(True)
            self._boxes.addWidget(box)
            self.roles[role] = box

    def _browse(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"), self.folder.text())
        if name:
            self.folder.setText(name)
