"""A working translation of the EU article in hand, typed beside the original, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tomas_desktop.model.canonical import lines
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.ui import names

LANGUAGES = ("sr-Latn", "sr-Cyrl", "mk", "sq")
_LEAST = 76  # pixels of a field


@dataclass(frozen=True)
class Typed:
    """A translation as it was typed; an empty one takes the present one out."""

    ref: Ref
    language: str
    text: str


class WorkingTranslation(QDialog):
    """What differs from the present translations is kept; the others stay as they are."""

    def __init__(self, opened: OpenDossier, work: str, article: Provision, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Working translation"))
        self.resize(980, 640)
        self._opened = opened
        title = QLabel(f"{article.num} {article.heading}".strip())
        title.setObjectName("title")
        title.setWordWrap(True)
        hint = QLabel(
            self.tr("It stands marked with your name in the forms, and only where no official text is at hand.")
        )
        hint.setObjectName("soft")
        hint.setWordWrap(True)
        self.language = QComboBox()
        self.language.setAccessibleName(self.tr("Language of the translation"))
        for tag in LANGUAGES:
            self.language.addItem(names.of_language(tag), tag)
        self._tag = LANGUAGES[0]
        self.fields: dict[Ref, QPlainTextEdit] = {}
        self._drafts: dict[tuple[Ref, str], str] = {}
        paper = QWidget()
        grid = QGridLayout(paper)
        grid.setSpacing(8)
        for row, node in enumerate(child for child in article.children if child.text or child.children):
            original = QLabel("\n".join(line.text for line in lines((node,)) if line.kind == "text"))
            original.setWordWrap(True)
            field = QPlainTextEdit()
            field.setAccessibleName(self.tr("Translation of {name}").format(name=node.num or article.num))
            field.setTabChangesFocus(True)
            field.setMinimumHeight(max(_LEAST, original.sizeHint().height()))
            grid.addWidget(original, row, 0)
            grid.addWidget(field, row, 1)
            self.fields[Ref(work, node.eid)] = field
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        scroll = QScrollArea()
        scroll.setWidget(paper)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the fields in it take the keyboard
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.tr("Keep"), QDialogButtonBox.ButtonRole.AcceptRole).setObjectName("primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (title, hint, self.language, scroll, buttons):
            layout.addWidget(widget)
        self.language.activated.connect(self._turn)
        self._fill()

    @staticmethod
    def ask(opened: OpenDossier, work: str, article: Provision, parent: QWidget | None = None) -> Sequence[Typed]:
        """What is to be kept; nothing when cancelled."""
        dialog = WorkingTranslation(opened, work, article, parent)
        typed = dialog.typed() if dialog.exec() == QDialog.DialogCode.Accepted else ()
        dialog.deleteLater()
        return typed

    def typed(self) -> tuple[Typed, ...]:
        """The translations that say something else than before, in every language that was shown."""
        self._note()
        return tuple(
            Typed(ref, language, text)
            for (ref, language), text in self._drafts.items()
            if text.strip() != self._present(ref, language).strip()
        )

    def _turn(self) -> None:
        """Show another language; what was typed in this one is remembered."""
        self._note()
        self._tag = self.language.currentData()
        self._fill()

    def _note(self) -> None:
        for ref, field in self.fields.items():
            self._drafts[ref, self._tag] = field.toPlainText()

    def _fill(self) -> None:
        for ref, field in self.fields.items():
            field.setPlainText(self._drafts.get((ref, self._tag), self._present(ref, self._tag)))

    def _present(self, ref: Ref, language: str) -> str:
        there = self._opened.dossier.translation(ref, language)
        return there.text if there else ""
