"""What the audience reads: the columns side by side, in one size of type, with pages and a spotlight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from tomas_desktop.ui import names
from tomas_desktop.ui.presentation import spotlight, typesetting
from tomas_desktop.ui.presentation.column import Column
from tomas_desktop.ui.presentation.panel import Panel
from tomas_desktop.ui.presentation.performance import Performance
from tomas_desktop.ui.presentation.reveal import letter_of, line_of
from tomas_desktop.ui.presentation.scene import Kind
from tomas_desktop.ui.views.tracked_look import MarkColours

_STEP = 1.1  # from one size of type to the next
_KINDS: tuple[Kind, ...] = ("eu", "law", "proposal")


class Slide(QWidget):
    """Shows where a performance stands. `turned` when another page is shown, or there are more or fewer."""

    turned = Signal()

    def __init__(self, performance: Performance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.performance = performance
        self.size_of_type = 0
        self.is_lit = False
        self._screen = 0
        self._colours = MarkColours()
        self._factor = 0  # steps larger or smaller than what fits
        self._again: Callable[[], None] | None = None  # what brought the pages that are shown
        self._pointed: tuple[Kind, int] | None = None  # what the mouse pointed at since the last key
        self._fitted: dict[object, int] = {}
        self.panels: dict[Kind, Panel] = {kind: Panel() for kind in _KINDS}
        self._rules = {kind: QFrame() for kind in _KINDS[1:]}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for kind, panel in self.panels.items():
            if kind in self._rules:
                self._rules[kind].setObjectName("rule")
                self._rules[kind].setFixedWidth(1)
                self._row.addWidget(self._rules[kind])
            self._row.addWidget(panel, 1)

    def dress(self, colours: MarkColours, screen: int) -> None:
        """Draw in these colours, for a screen so many pixels high."""
        self._colours, self._screen = colours, screen
        self._row.setSpacing(max(screen // 36, 10))

    # ---- the text ------------------------------------------------------------------------------------------

    def show_text(self, *, afresh: bool = False) -> None:
        """Show where the performance stands; `afresh` from the first page on."""
        show = self.performance
        kinds = show.kinds
        for kind, panel in self.panels.items():
            panel.setVisible(kind in kinds)
            self._row.setStretchFactor(panel, 3 if kind in show.scene.papers else 1)  # a gap needs no room
            if kind in self._rules:
                self._rules[kind].setVisible(kind in kinds and kind != kinds[0])
            if kind in kinds:
                panel.set_head(self._name(kind))
        self._row.activate()
        self.size_of_type = self._size()
        for kind in kinds:
            panel = self.panels[kind]
            if kind in show.scene.papers:
                panel.show_text()
                panel.column.set_text(show.lines(kind), self.size_of_type, self._colours)
            else:
                panel.show_empty(self._missing())
            if afresh:
                panel.column.go_to(0)
        if afresh:
            self._again = None
        self.show_light()
        self.turned.emit()

    def scale(self, by: int) -> None:
        """Larger or smaller by some steps; 0 is what fits again."""
        self._factor = max(-10, min(self._factor + by, 12)) if by else 0
        self._in_other_room()

    def _size(self) -> int:
        """The largest size at which the longest column fits with all its changes shown, so that none moves the type."""
        show = self.performance
        kinds = [kind for kind in show.kinds if kind in show.scene.papers]
        room = [(self.panels[kind].column.width(), self.panels[kind].column.height()) for kind in kinds]
        papers = [show.scene.papers[kind].lines for kind in kinds]
        key = (*papers, *room, self._screen)
        if key not in self._fitted:
            smallest, most = typesetting.sizes(self._screen)
            found = typesetting.largest(
                lambda size: all(
                    typesetting.height(lines, width, size) <= height
                    for lines, (width, height) in zip(papers, room, strict=True)
                ),
                smallest,
                most,
            )
            self._fitted = {key: found or smallest}  # only the one in hand is asked for again
        return max(10, round(self._fitted[key] * _STEP**self._factor))

    def _name(self, kind: Kind) -> str:
        paper = self.performance.scene.papers.get(kind)
        if paper is None:
            return self.tr("Law in force")
        country = names.of_country(paper.work.country, paper.work.title)
        if kind == "eu":
            return f"{country} · {paper.work.title}"
        state = self.tr("in force") if kind == "law" else self.tr("proposal")
        return f"{country} · {state} · {paper.work.title}"

    def _missing(self) -> str:
        if not self.performance.scene.papers:
            return self.tr("This provision is no longer in the dossier.")
        if not self.performance.scene.is_eu:
            return self.tr("This provision is not in the law in force.")
        return self.tr("A gap: nothing in the national laws is linked with this provision.")

    def _in_other_room(self) -> None:
        """Show the same, in letters or columns of another size."""
        self.show_text()
        if self._again is not None:
            self._again()

    # ---- pages ---------------------------------------------------------------------------------------------

    def pages(self) -> tuple[int, int]:
        """Which page is shown, from 0, and how many the longest column has."""
        longest = max(self._columns(), key=lambda column: column.count, default=None)
        return (longest.page, longest.count) if longest is not None else (0, 1)

    def _columns(self) -> list[Column]:
        show = self.performance
        return [self.panels[kind].column for kind in show.kinds if kind in show.scene.papers]

    def turn(self, by: int) -> bool:
        """Turn the pages of all columns that have another one; says whether there was one."""
        longer = [column for column in self._columns() if 0 <= column.page + by < column.count]
        for column in longer:
            column.go_to(column.page + by)
            self._again = None
        self.turned.emit()
        return bool(longer)

    def bring_change(self) -> None:
        """Turn to the page of the change that was shown last, and beside it to what belongs to it."""
        at = self._change_at()
        if at is not None:
            self._again = self.bring_change
            show = self.performance
            lines = show.lines("proposal")
            letter = letter_of(show.scene.papers["proposal"].lines, show.steps, show.revealed)
            self.panels["proposal"].column.bring(at, letter)
            # Beside a paragraph that is new stands the last one before it that is not.
            known = next((i for i in range(at, -1, -1) if lines[i].text.base), at)
            for kind, blocks in self._lit(("proposal", known)).items():
                if kind != "proposal":
                    self.panels[kind].column.bring_one(blocks)
        self.turned.emit()

    def bring_linked(self) -> None:
        """Turn to where the provisions begin that are linked with each other."""
        self._again = self.bring_linked
        show = self.performance
        lines = {kind: show.lines(kind) for kind in show.kinds if kind in show.scene.papers}
        for kind, blocks in spotlight.linked(show.scene, lines).items():
            self.panels[kind].column.bring_one(blocks)
        self.turned.emit()

    def _change_at(self) -> int | None:
        """The paragraph of the proposal's column in which the change stands that was shown last."""
        show = self.performance
        if not show.revealed or "proposal" not in show.kinds:
            return None
        line = line_of(show.steps[show.revealed - 1])
        return next((i for i, each in enumerate(show.lines("proposal")) if each.place == line), None)

    # ---- the spotlight -------------------------------------------------------------------------------------

    def turn_light(self, at: QPointF) -> None:
        """Put the spotlight on or out: on the change that was shown last, else on what is under the mouse."""
        self.is_lit = not self.is_lit
        self._pointed = self._under(at) if self._change_at() is None else None
        self.show_light()

    def point(self, at: QPointF | None) -> None:
        """Let the spotlight follow the mouse, or, with None, the changes again."""
        self._pointed = None if at is None else self._under(at)
        self.show_light()

    def show_light(self) -> None:
        """Put the spotlight where the mouse points, else on the change, else on the first paragraph."""
        if not self.is_lit:
            for panel in self.panels.values():
                panel.column.light(None)
            return
        at = self._change_at()
        first = next(iter(self.performance.kinds))
        target = self._pointed or (("proposal", at) if at is not None else (first, self._first_text(first)))
        for kind, blocks in self._lit(target).items():
            self.panels[kind].column.light(blocks)

    def _lit(self, target: tuple[Kind, int]) -> dict[Kind, frozenset[int]]:
        show = self.performance
        columns = {kind: show.lines(kind) for kind in show.kinds if kind in show.scene.papers}
        return spotlight.lit(show.scene, columns, *target)

    def _first_text(self, kind: Kind) -> int:
        lines = self.performance.lines(kind)
        return next((i for i, each in enumerate(lines) if each.text.line.kind == "text"), 0)

    def _under(self, at: QPointF) -> tuple[Kind, int] | None:
        for kind in self.performance.kinds:
            column = self.panels[kind].column
            inside = QPointF(column.mapFrom(self, at.toPoint()))
            if column.isVisible() and column.rect().contains(inside.toPoint()):
                block = column.block_at(inside)
                return (kind, block) if block is not None else None
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._in_other_room()
