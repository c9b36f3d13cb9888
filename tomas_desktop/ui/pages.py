"""The pages of the window: welcome, the table, and those made when they are first asked for, as the coverage board."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.trail import Spot, Trail

Page = TypeVar("Page", bound=QWidget)


class Pages(QStackedWidget):
    """`back` knows from which page one came to a place, so that going back leads to it again."""

    def __init__(self, trail: Trail, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trail = trail
        self._home: QWidget | None = None
        self._came: tuple[QWidget, Spot] | None = None

    def set_home(self, page: QWidget) -> None:
        """The page that all others are left to."""
        self._home = page

    def of_kind(self, kind: type[Page]) -> Page | None:
        """The page of a kind, if it was ever asked for."""
        found = (self.widget(number) for number in range(self.count()))
        return next((page for page in found if isinstance(page, kind)), None)

    def set_theme(self, look: Theme) -> None:
        """Draw every page that can be drawn so in a theme's colours."""
        for number in range(self.count()):
            draw = getattr(self.widget(number), "set_theme", None)
            if draw is not None:
                draw(look)

    def note_origin(self, page: QWidget) -> None:
        """The place where one stands now was reached from this page."""
        here = self._trail.here
        self._came = (page, here) if here is not None else None

    def back(self) -> bool:
        """Leave a page for the table, or the table for the page one came from; False where neither is so."""
        if self._home is not None and self.currentWidget() is not self._home:
            self.setCurrentWidget(self._home)
            return True
        if self._came is not None and self._came[1] == self._trail.here:
            page, _ = self._came
            self._came = None
            self.setCurrentWidget(page)
            page.setFocus()
            return True
        return False
