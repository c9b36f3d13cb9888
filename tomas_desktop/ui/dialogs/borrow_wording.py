"""Borrow a neighbour's wording: which one, for which place, and what will be said of where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tomas_desktop.model.canonical import lines
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import walk
from tomas_desktop.services import borrowing, provision_names
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.ui import names
from tomas_desktop.ui.models.provision_tree import label
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.law_page import LawPage
from tomas_desktop.ui.views.two_lines import TwoLines

_REF = int(Qt.ItemDataRole.UserRole) + 1
_WORDS = int(Qt.ItemDataRole.UserRole) + 2
_ALL = int(Qt.ItemDataRole.UserRole) + 3  # number and words, to be looked for


@dataclass(frozen=True)
class Choice:
    """What a person chose: the wording of `source` behind `target`, or in its place."""

    source: Ref
    target: Ref
    replacing: bool


class BorrowWording(QDialog):
    """`sources` are the neighbours' provisions to begin with; `country` is whose law gets the wording; the places are
    of the kind of unit that is borrowed, those of `near` first in hand."""

    def __init__(
        self,
        opened: OpenDossier,
        country: str,
        sources: Sequence[Ref],
        near: Ref | None,
        look: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._opened, self._near = opened, near
        name = names.of_country(country)
        self.setWindowTitle(self.tr("Borrow a neighbour's wording for {country}").format(country=name))
        self.resize(860, 560)
        self.source = QComboBox()
        self.source.setAccessibleName(self.tr("Wording to borrow"))
        for ref in sources:
            work = opened.work(ref.work)
            expression = opened.expression(work.key)
            number = provision_names.compact(opened.nodes(expression), ref.eid, opened.pack(expression))
            self.source.addItem(f"{work.country.upper()} · {work.title} · {number}", ref)
        self.law = QComboBox()
        self.law.setAccessibleName(self.tr("Law that gets the wording"))
        for work in opened.dossier.works:
            if work.country == country and opened.dossier.expressions(work.key):
                self.law.addItem(work.title, work.key)
        if near is not None:
            self.law.setCurrentIndex(max(self.law.findData(near.work), 0))
        self.page = LawPage(self.tr("Wording to borrow"), points=11.0)
        self.page.set_colours(look.marks)
        self.page.setObjectName("paper")
        self.marking = QLabel()
        self.marking.setWordWrap(True)
        self.marking.setObjectName("soft")
        self._model = QStandardItemModel(self)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(self._model)
        self._proxy.setFilterRole(_ALL)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Number or words of the place"))
        self.filter.setAccessibleName(self.tr("Filter the places"))
        self.places = QListView()
        self.places.setModel(self._proxy)
        self.places.setUniformItemSizes(True)
        self.places.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.places.setItemDelegate(TwoLines(look, _WORDS, self.places))
        self.places.setAccessibleName(self.tr("Place behind which the wording goes"))
        self.replacing = QCheckBox(self.tr("In the place of this provision, not behind it"))

        fields = QFormLayout()
        fields.addRow(self.tr("Wording"), self.source)
        fields.addRow(self.tr("For the law"), self.law)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.page, 1)
        left.addWidget(self.marking)
        right.addWidget(self.filter)
        right.addWidget(self.places, 1)
        right.addWidget(self.replacing)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addLayout(left, 1)
        middle.addLayout(right, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        take = buttons.addButton(self.tr("Borrow"), QDialogButtonBox.ButtonRole.AcceptRole)
        take.setObjectName("primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(fields)
        layout.addLayout(middle, 1)
        layout.addWidget(buttons)
        self.source.currentIndexChanged.connect(self._source_changed)
        self.law.currentIndexChanged.connect(self._source_changed)
        self.filter.textChanged.connect(self._narrow)
        self._source_changed()

    @staticmethod
    def ask(
        opened: OpenDossier,
        country: str,
        sources: Sequence[Ref],
        near: Ref | None,
        look: Theme,
        parent: QWidget | None = None,
    ) -> Choice | None:
        """What a person chose; None when cancelled."""
        dialog = BorrowWording(opened, country, sources, near, look, parent)
        return dialog.choice() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def choice(self) -> Choice | None:
        """What is chosen now; None while no place is."""
        source, target = self.source.currentData(), self.places.currentIndex().data(_REF)
        if isinstance(source, Ref) and isinstance(target, Ref):
            return Choice(source, target, self.replacing.isChecked())
        return None

    def _source_changed(self) -> None:
        source, law = self.source.currentData(), self.law.currentData()
        if not isinstance(source, Ref) or not law:
            return
        node = self._opened.provision(source)
        self.page.show_lines(lines((node,)))
        self.marking.setText(f"✎ {borrowing.marking(self._opened, source, law)}")
        self._model.clear()
        in_force = (each for each in self._opened.nodes(self._opened.expression(law)) if each.unit != "leftover")
        for article in walk(in_force):
            if article.unit == "article":
                for place in article.walk():
                    if place.unit == node.unit:
                        number = article.num if place is article else f"{article.num} {place.num}".strip()
                        words = place.heading or next((each.text for each in place.walk() if each.text), "")
                        item = QStandardItem(number or label(place))
                        item.setData(Ref(law, place.eid), _REF)
                        item.setData(words, _WORDS)
                        item.setData(f"{number} {words}", _ALL)
                        item.setToolTip(words)
                        item.setEditable(False)
                        self._model.appendRow(item)
        self._narrow(self.filter.text())

    def _narrow(self, text: str) -> None:
        self._proxy.setFilterFixedString(text.strip())
        rows = [self._proxy.index(row, 0) for row in range(self._proxy.rowCount())]
        near = self._near
        close = [row for row in rows if near is not None and row.data(_REF).eid.startswith(near.eid)]
        if rows:
            self.places.setCurrentIndex((close or rows)[-1 if close else 0])
            self.places.scrollTo(self.places.currentIndex())
