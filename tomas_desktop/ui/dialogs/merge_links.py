"""Make one link of several: which ones, and what they become."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tomas_desktop.errors import TomasError
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.services import relinking
from tomas_desktop.services.correlating import Pair
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.ui import names


@dataclass(frozen=True)
class Merging:
    """The links that become one, and whether it keeps the grade that all of them have."""

    pairs: tuple[Pair, ...]
    keep_grade: bool


class MergeLinks(QDialog):
    """`links` are offered, those of `chosen` (ids) are ticked."""

    def __init__(
        self, opened: OpenDossier, links: Sequence[Correlation], chosen: Collection[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Merge links"))
        self.resize(460, 360)
        self._opened, self._links = opened, tuple(links)
        self.list = QListWidget()
        self.list.setObjectName("sentences")
        self.list.setSpacing(2)
        self.list.setAccessibleName(self.tr("Links that become one"))
        for link in self._links:
            said = " · ".join(filter(None, (names.of_pair(opened, link.eu, link.national), names.of_grade(link.grade))))
            item = QListWidgetItem(said)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if link.id in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.outcome = QLabel()
        self.outcome.setWordWrap(True)
        self.grade = QCheckBox(self.tr("The grade that all of them have holds for it too"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.merge = buttons.addButton(self.tr("Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.merge.setObjectName("primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        hint = QLabel(self.tr("Reasons and notes are put one after the other; undo takes it back."))
        hint.setObjectName("soft")
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self.list, 1)
        for widget in (self.outcome, self.grade, hint, buttons):
            layout.addWidget(widget)
        self.list.itemChanged.connect(self._tell)
        self._tell()

    @staticmethod
    def ask(
        opened: OpenDossier, links: Sequence[Correlation], chosen: Collection[str], parent: QWidget | None = None
    ) -> Merging | None:
        """What a person wants merged; None when cancelled."""
        dialog = MergeLinks(opened, links, chosen, parent)
        taken = dialog.taken() if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        return taken

    def taken(self) -> Merging:
        """What is ticked now."""
        chosen = self._chosen()
        keep_grade = self._has_one_grade and self.grade.isChecked()
        return Merging(tuple((each.eu, each.national) for each in chosen), keep_grade)

    @property
    def _has_one_grade(self) -> bool:
        grades = {each.grade for each in self._chosen()}
        return len(grades) == 1 and grades != {None}

    def _chosen(self) -> list[Correlation]:
        ticked = (self.list.item(row).checkState() == Qt.CheckState.Checked for row in range(self.list.count()))
        return [link for link, is_ticked in zip(self._links, ticked, strict=True) if is_ticked]

    def _tell(self) -> None:
        chosen = self._chosen()
        can_merge = False
        said = self.tr("Choose two links or more.")
        if len(chosen) > 1:
            try:
                pair = relinking.common(self._opened, [(each.eu, each.national) for each in chosen])
            except TomasError:
                said = self.tr("No provision holds the ends of all of them.")
            else:
                said = self.tr("They become {name}.").format(name=names.of_pair(self._opened, *pair))
                can_merge = True
        self.outcome.setText(said)
        self.merge.setEnabled(can_merge)
        self.grade.setEnabled(self._has_one_grade)
