"""The recitals that explain the article above them, folded until somebody wants to read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from tomas_desktop.errors import TomasError
from tomas_desktop.model.canonical import Line
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import dossiers, recitals
from tomas_desktop.services.recitals import Recital
from tomas_desktop.ui import tasks
from tomas_desktop.ui.desk import Desk
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.law_page import LawPage

_POINTS = 10.5
_HEIGHT = 240  # pixels of the open list


class RecitalList(QWidget):
    """Hidden where no recital explains the article. Which do is found in the background."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted = ""  # an article
        self._asked = ""  # of which text the recitals are being looked for, by its tree
        self._known_of = ""
        self._known: Mapping[str, Sequence[Recital]] = {}
        self.head = QToolButton()
        self.head.setObjectName("quiet")
        self.head.setCheckable(True)
        self.head.setAccessibleName(self.tr("Recitals that explain this article"))
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setArrowType(Qt.ArrowType.RightArrow)
        self.head.toggled.connect(self._fold)
        self.page = LawPage(self.tr("Recitals that explain this article"), points=_POINTS)
        self.page.setMaximumHeight(_HEIGHT)
        self.page.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.page)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme's colours."""
        self.page.set_colours(theme.marks)

    def show_for(self, ref: Ref, expression: str) -> None:
        """Offer the recitals of an article in a text of its act; those of the whole act are looked for once."""
        opened = self._desk.opened
        if opened is None:
            self.hide()
            return
        path, tree = opened.path, opened.expression(ref.work, expression).tree
        self._wanted = ref.eid
        if self._known_of == tree:
            self._show(self._known.get(ref.eid, ()))
            return
        self.hide()
        if self._asked == tree:
            return
        self._asked = tree

        def work() -> Mapping[str, Sequence[Recital]]:
            try:
                with dossiers.opened(path) as it:
                    return recitals.of_act(it, ref.work, expression)
            except TomasError:
                return {}

        def found(those: Mapping[str, Sequence[Recital]]) -> None:
            if self._asked == tree:
                self._known_of, self._known, self._asked = tree, those, ""
                self._show(those.get(self._wanted, ()))

        tasks.run(work, found, lambda _sentence, _details: None, self)

    def _show(self, those: Sequence[Recital]) -> None:
        numbers = ", ".join(each.number.strip("()") for each in those)
        self.head.setText(self.tr("Recitals {numbers}").format(numbers=numbers))
        self.page.show_lines(Line(each.eid, "recital", "text", each.text, each.number) for each in those)
        self.setVisible(bool(those))

    def _fold(self, is_open: bool) -> None:
        self.head.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.page.setVisible(is_open)
