"""What a person says of a package: which form, which proposals, which documents of it, in which script, where to."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tomas_desktop.model.dossier import Dossier
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.services import composing, submitting
from tomas_desktop.services.submitting import FormInfo, Script
from tomas_desktop.ui import file_places, names
from tomas_desktop.ui.typed_path import typed_path

_KEY = int(Qt.ItemDataRole.UserRole) + 1
_ROWS = 9  # of a list, before it scrolls


class ExportFields(QWidget):
    """`content_changed`: another form or other proposals. `roles_changed`: other documents. `script_changed`, and
    `folder_changed` with every letter. `shown` carries the role of the document that a person points at."""

    content_changed = Signal()
    roles_changed = Signal()
    script_changed = Signal()
    folder_changed = Signal()
    shown = Signal(str)

    def __init__(self, path: Path, dossier: Dossier, proposal: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path, self._dossier, self._usual = path, dossier, composing.belonging(dossier, proposal)
        self._own_folder = False
        first = dossier.proposal(proposal)
        home = self._country(first) if first else ""
        countries = dict.fromkeys([home, *(self._country(each) for each in dossier.proposals)])
        self._forms: dict[str, FormInfo] = {}
        self.form = self._combo(self.tr("Form"))
        known = submitting.forms()
        for country in countries:
            of_country = [form for form in known if form.country == country]
            for form in sorted(of_country, key=lambda form: not form.is_default):
                self._forms[form.id] = form
                name = form.name if len(countries) == 1 else f"{names.of_country(country)} · {form.name}"
                self.form.addItem(name, form.id)
                self.form.setItemData(self.form.count() - 1, name, Qt.ItemDataRole.ToolTipRole)
        self.proposals = self._list(self.tr("Proposals that go in"))
        self.documents = self._list(self.tr("Documents"))
        self.script = self._combo(self.tr("Script"))
        self.combined = QCheckBox(self.tr("All in one Word file"))
        self.also = {kind: QCheckBox(kind.upper()) for kind in ("pdf", "html", "csv", "akn")}
        for kind, meaning in (
            ("pdf", self.tr("Each document as PDF")),
            ("html", self.tr("Each document as a page for the browser")),
            ("csv", self.tr("The tables for a spreadsheet")),
            ("akn", self.tr("The law as proposed and the act as Akoma Ntoso")),
        ):
            self.also[kind].setAccessibleName(meaning)
            self.also[kind].setToolTip(meaning)
        self.folder = QLineEdit()
        self.folder.setAccessibleName(self.tr("Folder"))
        self.browse = QPushButton(self.tr("Choose…"))
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(self._browse)

        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.folder, 1)
        row.addWidget(self.browse)
        kinds = QHBoxLayout()
        kinds.setSpacing(12)
        for box in self.also.values():
            kinds.addWidget(box)
        kinds.addStretch(1)
        above = QFormLayout()
        below = QFormLayout()
        for form_layout in (above, below):
            form_layout.setContentsMargins(0, 0, 0, 0)
            form_layout.setVerticalSpacing(4)
            form_layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        above.addRow(self.tr("Form"), self.form)
        below.addRow(self.tr("Script"), self.script)
        below.addRow(self.tr("Folder"), row)
        below.addRow("", self.combined)
        below.addRow(self.tr("Also as"), kinds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(above)
        column.addWidget(self._head(self.tr("Proposals that go in"), self.proposals))
        column.addWidget(self.proposals)
        column.addWidget(self._head(self.tr("Documents"), self.documents))
        column.addWidget(self.documents)
        column.addLayout(below)
        self._fill()
        self.form.activated.connect(self._form_chosen)
        self.proposals.itemChanged.connect(self.content_changed)
        self.documents.itemChanged.connect(self.roles_changed)
        self.documents.currentItemChanged.connect(self._point)
        self.script.activated.connect(self.script_changed)
        self.folder.textEdited.connect(self._folder_typed)
        self.folder.textChanged.connect(self.folder_changed)
        self.combined.toggled.connect(self.folder_changed)

    # ---- what is chosen ------------------------------------------------------------------------------------

    @property
    def chosen_form(self) -> FormInfo | None:
        """The form; None where the country has none."""
        return self._forms.get(str(self.form.currentData()))

    def chosen_proposals(self) -> tuple[str, ...]:
        """The keys of the proposals that are ticked."""
        return _ticked(self.proposals)

    def chosen_roles(self) -> tuple[str, ...]:
        """The roles of the documents that are ticked."""
        return _ticked(self.documents)

    def chosen_script(self) -> Script | None:
        """The script; None keeps the law's own."""
        chosen = self.script.currentData()
        return chosen if chosen in ("Latn", "Cyrl") else None

    def chosen_kinds(self) -> tuple[str, ...]:
        """As what else the documents are wanted."""
        return tuple(kind for kind, box in self.also.items() if box.isChecked())

    def chosen_folder(self) -> Path | None:
        """Where to; None while no folder is named."""
        return typed_path(self.folder)

    def choose(self, form: str, proposals: Collection[str] | None = None, roles: Collection[str] | None = None) -> None:
        """Choose as a person does; what is None is left as it comes."""
        self.form.setCurrentIndex(self.form.findData(form))
        self._fill()
        for listed, keys in ((self.proposals, proposals), (self.documents, roles)):
            for place in range(listed.count() if keys is not None else 0):
                item = listed.item(place)
                item.setCheckState(
                    Qt.CheckState.Checked if item.data(_KEY) in (keys or ()) else Qt.CheckState.Unchecked
                )
        self.content_changed.emit()

    # ---- filling -------------------------------------------------------------------------------------------

    def _form_chosen(self) -> None:
        self._fill()
        self.content_changed.emit()

    def _fill(self) -> None:
        """What the form has: its country's proposals, its documents, its scripts."""
        form = self.chosen_form
        self.form.setToolTip(self.form.currentText())
        for listed in (self.proposals, self.documents):
            listed.blockSignals(True)
            listed.clear()
        here = [each for each in self._dossier.proposals if form and self._country(each) == form.country]
        usual = set(self._usual) if any(each.key in self._usual for each in here) else {each.key for each in here}
        for each in here:
            work = self._dossier.work(each.work)
            law = self._dossier.card(each.work).official_name or (work.title if work else each.work)
            changes = self.tr("%n changes", "", len(self._dossier.modifications(each.key)))
            self._add(self.proposals, each.key, f"{law} · {changes}", each.title or each.key, each.key in usual)
        titles: dict[str, list[str]] = {}
        for role, title in form.documents if form else ():
            titles.setdefault(role, []).append(title or self._role(role))
        for role, named in titles.items():
            self._add(self.documents, role, " · ".join(dict.fromkeys(named)), self._role(role), True)
        for listed in (self.proposals, self.documents):
            listed.blockSignals(False)
            _fit(listed)
        self.script.clear()
        self.script.addItem(self.tr("As the law is written"), None)
        scripts = form.scripts if form else ()
        for script in scripts if len(scripts) > 1 else ():
            self.script.addItem(self.tr("Latin") if script == "Latn" else self.tr("Cyrillic"), script)
        self.script.setEnabled(len(scripts) > 1)
        if not self._own_folder and form is not None:
            self.folder.setText(str(self._path.parent / f"{self._path.stem}-{form.country}"))

    def _role(self, role: str) -> str:
        return {
            "act": self.tr("The amending act"),
            "tracked": self.tr("The law with tracked changes"),
            "comparison": self.tr("Comparison in three columns"),
            "provisions": self.tr("Review of the amended provisions"),
            "concordance": self.tr("Table of concordance"),
            "statement": self.tr("Statement of compatibility"),
            "explanatory": self.tr("Explanatory memorandum"),
            "cover": self.tr("Covering letter"),
        }.get(role, role)

    def _add(self, listed: QListWidget, key: str, text: str, meaning: str, is_ticked: bool) -> None:
        item = QListWidgetItem(text)
        item.setData(_KEY, key)
        item.setToolTip(meaning)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, meaning)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        listed.addItem(item)

    def _country(self, proposal: Proposal) -> str:
        work = self._dossier.work(proposal.work)
        return work.country if work else ""

    # ---- doing ---------------------------------------------------------------------------------------------

    def _point(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.shown.emit(str(item.data(_KEY)))

    def _folder_typed(self) -> None:
        self._own_folder = True

    def _browse(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, self.tr("Choose a folder"), file_places.beginning(self.folder.text())
        )
        if name:
            self._own_folder = True
            self.folder.setText(name)

    def _combo(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(10)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return box

    def _list(self, name: str) -> QListWidget:
        listed = QListWidget()
        listed.setObjectName("sentences")
        listed.setAccessibleName(name)
        listed.setTextElideMode(Qt.TextElideMode.ElideRight)
        listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return listed

    def _head(self, words: str, listed: QListWidget) -> QLabel:
        label = QLabel(words)
        label.setBuddy(listed)
        return label


def _ticked(listed: QListWidget) -> tuple[str, ...]:
    items = (listed.item(place) for place in range(listed.count()))
    return tuple(str(item.data(_KEY)) for item in items if item.checkState() == Qt.CheckState.Checked)


def _fit(listed: QListWidget) -> None:
    """As high as its rows, within reason."""
    rows = min(max(listed.count(), 1), _ROWS)
    height = listed.sizeHintForRow(0) if listed.count() else listed.fontMetrics().height() + 8
    listed.setFixedHeight(rows * height + 2 * listed.frameWidth() + 2)
