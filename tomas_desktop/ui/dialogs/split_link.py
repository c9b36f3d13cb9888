"""Make narrower links of one: which paragraphs answer each other. What the program finds is offered, a person ticks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tomas_desktop.errors import TomasError
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision, walk
from tomas_desktop.services import dossiers, provision_names, sentence_level
from tomas_desktop.services.correlating import Pair
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.ui import names, tasks

_ROOM = 200  # pixels for the words of a provision in a choice
_PAIR = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True)
class Splitting:
    """The pairs that a link becomes, and whether its grade holds for each of them."""

    pairs: tuple[Pair, ...]
    keep_grade: bool


class SplitLink(QDialog):
    """Paragraphs that answer each other are looked for in the background; others can be added by hand."""

    def __init__(self, opened: OpenDossier, link: Correlation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = names.of_pair(opened, link.eu, link.national)
        self.setWindowTitle(self.tr("Split the link {name}").format(name=name))
        self.resize(640, 440)
        self._opened, self._link = opened, link
        self.said = QLabel(self.tr("Looking for paragraphs that answer each other…"))
        self.said.setWordWrap(True)
        self.list = QListWidget()
        self.list.setObjectName("sentences")
        self.list.setSpacing(2)
        self.list.setAccessibleName(self.tr("Links that it becomes"))
        self.list.itemChanged.connect(self._tell)
        self.eu = self._ends(link.eu, self.tr("EU provision"))
        self.national = self._ends(link.national, self.tr("National provision"))
        self.add = QPushButton(self.tr("Add"))
        self.add.setAutoDefault(False)
        self.add.setToolTip(self.tr("Add this pair to the list"))
        self.add.clicked.connect(self._add)
        ends = QHBoxLayout()
        ends.setSpacing(8)
        ends.addWidget(self.eu, 1)
        ends.addWidget(self.national, 1)
        ends.addWidget(self.add)
        self.grade = QCheckBox(self.tr("The grade holds for each of them too"))
        self.grade.setVisible(link.grade is not None)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.split = buttons.addButton(self.tr("Split"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.split.setObjectName("primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self.said)
        layout.addWidget(self.list, 1)
        layout.addLayout(ends)
        layout.addWidget(self.grade)
        layout.addWidget(buttons)
        self._tell()
        path = opened.path

        def look() -> Sequence[Pair]:
            try:
                with dossiers.opened(path) as it:
                    return sentence_level.paragraph_pairs(it, link.eu, link.national)
            except TomasError:  # no words of this language to compare by, or nothing that can be compared
                return ()

        tasks.run(look, self._found, lambda _sentence, _details: self._found(()), self)

    @staticmethod
    def ask(opened: OpenDossier, link: Correlation, parent: QWidget | None = None) -> Splitting | None:
        """What a person wants of the link; None when cancelled."""
        dialog = SplitLink(opened, link, parent)
        taken = dialog.taken() if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        return taken

    def taken(self) -> Splitting:
        """The pairs that are ticked now."""
        rows = [self.list.item(row) for row in range(self.list.count())]
        pairs = tuple(row.data(_PAIR) for row in rows if row.checkState() == Qt.CheckState.Checked)
        return Splitting(pairs, self.grade.isChecked())

    def _ends(self, ref: Ref, name: str) -> QComboBox:
        """What lies in one end of the link, and the end itself."""
        box = QComboBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(16)
        text = self._opened.expression(ref.work)
        nodes, pack = self._opened.nodes(text), self._opened.pack(text)
        for node in _inside(nodes, ref):
            number = provision_names.compact(nodes, node.eid, pack) or node.num
            said = f"{number} · {node.text or node.heading}"
            short = box.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, _ROOM)
            box.addItem(short, Ref(ref.work, node.eid))
            box.setItemData(box.count() - 1, said, Qt.ItemDataRole.ToolTipRole)
        return box

    def _found(self, pairs: Sequence[Pair]) -> None:
        for pair in pairs:
            self._put(pair)
        self.said.setText(
            self.tr("These paragraphs answer each other, by their words. Tick those that become links.")
            if pairs
            else self.tr("No paragraphs were found that answer each other by their words. Add the pairs below.")
        )
        if pairs:
            self.list.setCurrentRow(0)

    def _add(self) -> None:
        eu, national = self.eu.currentData(), self.national.currentData()
        if eu is not None and national is not None:
            self._put((eu, national))

    def _put(self, pair: Pair) -> None:
        """Add a pair, ticked; one that stands there already is ticked."""
        row = next((n for n in range(self.list.count()) if self.list.item(n).data(_PAIR) == pair), None)
        if row is None:
            item = QListWidgetItem(names.of_pair(self._opened, *pair))
            item.setData(_PAIR, pair)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setToolTip(" → ".join(self._opened.provision(ref).text for ref in pair))
            self.list.addItem(item)
            row = self.list.count() - 1
        self.list.item(row).setCheckState(Qt.CheckState.Checked)
        self.list.setCurrentRow(row)
        self._tell()

    def _tell(self) -> None:
        self.split.setEnabled(bool(self.taken().pairs))


def _inside(nodes: Sequence[Provision], ref: Ref) -> list[Provision]:
    """The end itself and all that is numbered or says something in it; of a whole law its articles."""
    if not ref.eid:
        return [node for node in walk(nodes) if node.unit == "article"]
    end = next((node for node in walk(nodes) if node.eid == ref.eid), None)
    return [node for node in end.walk() if node.num or node.text] if end is not None else []
