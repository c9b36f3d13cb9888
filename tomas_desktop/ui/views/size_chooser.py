"""How large the clauses of an article are at least: a quiet button that shows what is chosen and opens the choice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from tomas_desktop.model.wording import Size


class SizeChooser(QToolButton):
    """`chosen` tells the size that a person chose. The button says by whose rules, or that a person chose it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quiet")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._said: dict[Size, tuple[str, str]] = {
            "words": (self.tr("Words"), self.tr("where few change, else the unit, else the article")),
            "unit": (self.tr("Unit"), self.tr("whole paragraphs and points")),
            "article": (self.tr("Article"), self.tr("the whole article")),
        }
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Size of the clauses"))
        group = QActionGroup(menu)
        self.choices: dict[Size, QAction] = {}
        for size, (name, meaning) in self._said.items():
            choice = menu.addAction(f"{name} – {meaning}")
            choice.setCheckable(True)
            choice.setActionGroup(group)
            choice.setData(size)
            self.choices[size] = choice
        group.triggered.connect(lambda choice: self.chosen.emit(choice.data()))
        self.setMenu(menu)
        self.show_choice("words", "")

    def show_choice(self, size: Size, rules: str) -> None:
        """Show what is chosen. `rules` is the name of the country's rules for drafting, empty where none is known."""
        name, meaning = self._said[size]
        by_rules = self.tr("By the drafting rules") + (f" ({rules})" if rules else "")
        source = by_rules if size == "words" else self.tr("Chosen for this article")
        self.choices[size].setChecked(True)
        self.setText(f"{name} ▾")
        self.setAccessibleName(self.tr("Size of the clauses: {size}").format(size=name))
        self.setToolTip(f"{source}: {name} – {meaning}")
        self.setAccessibleDescription(self.toolTip())
