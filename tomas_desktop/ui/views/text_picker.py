"""Which text of the EU act a sheet shows: its languages, its stages, its working translations."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.ui import names

# The stages of a legislative procedure in their order; what is not here has no place in it.
_STAGES = ("proposal", "parliament", "council", "compromise", "adopted", "consolidated")
WORKING = "working:"  # and the language


class TextPicker(QComboBox):
    """`picked` carries the id of an expression, or `working:` and the language of working translations."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Language and stage of the EU text"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(9)
        self.activated.connect(lambda: self.picked.emit(self.currentData()))

    def show_texts(self, opened: OpenDossier, work: str, chosen: str) -> None:
        """Offer what the dossier has of an act. Hidden where there is nothing to choose."""
        self.clear()
        for one in opened.dossier.expressions(work):
            self.addItem(f"{one.language} · {names.of_stage(one.stage)} {one.date}".rstrip(), one.id)
        for language in dict.fromkeys(one.language for one in opened.dossier.translations(work)):
            self.addItem(f"{language} · {self.tr('working translation')}", f"{WORKING}{language}")
        self.setCurrentIndex(max(self.findData(chosen), 0))
        self.setVisible(self.count() > 1)


def newer_stages(opened: OpenDossier, work: str, shown: str) -> int:
    """How many later stages of an act the dossier has than the one that is shown."""
    stages = {one.stage for one in opened.dossier.expressions(work)}
    if shown not in _STAGES:
        return 0
    return sum(_STAGES.index(stage) > _STAGES.index(shown) for stage in stages if stage in _STAGES)
