"""The look of the window: roles of colour read from `resources/themes`, one palette, one style sheet."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Literal, get_args

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from tomas_desktop import paths
from tomas_desktop.services import settings
from tomas_desktop.ui.views.tracked_look import MarkColours

ThemeName = Literal["light", "dark", "contrast"]

# How a grade is told: a glyph and a role, never colour alone.
GRADES = {
    "full": ("●", "full"),
    "partial": ("◐", "partial"),
    "none": ("○", "gap"),
    "not_transposable": ("–", "untransposable"),
    "not_relevant": ("–", "untransposable"),
    "discretionary": ("◇", "untransposable"),
    None: ("·", "soft"),
    "suggested": ("?", "accent"),
}


@dataclass(frozen=True)
class Theme:
    """The colours of a theme by role, as `#rrggbb`."""

    name: str
    dark: bool
    desk: str
    panel: str
    paper: str
    ink: str
    soft: str
    line: str
    accent: str
    accent_soft: str
    on_accent: str
    inserted: str
    inserted_paper: str
    deleted: str
    deleted_paper: str
    full: str
    partial: str
    gap: str
    untransposable: str

    def colour(self, role: str) -> QColor:
        """The colour of a role."""
        return QColor(getattr(self, role))

    @property
    def marks(self) -> MarkColours:
        """The colours of the tracked editor and of every redline."""
        return MarkColours(
            self.inserted, self.inserted_paper, self.deleted, self.deleted_paper, self.ink, self.soft, self.paper
        )


def load(name: ThemeName, marks: str | None = None) -> Theme:
    """A theme from its file, its changes in the colours that are asked for, else in those of the settings; roles it
    does not know are passed over."""
    return _read(name, settings.load().marks if marks is None else marks)


@cache
def _read(name: ThemeName, marks: str) -> Theme:
    data = _file(name) | _file("marks").get(marks, {}).get(name, {})
    return Theme(**{field.name: data[field.name] for field in fields(Theme)})


@cache
def _file(name: str) -> dict[str, Any]:
    return tomllib.loads((paths.resources() / "themes" / f"{name}.toml").read_text(encoding="utf-8"))


def mark_choices() -> tuple[str, ...]:
    """The colours of changes that can be chosen; "" are the theme's own."""
    return ("", *_file("marks"))


def chosen(setting: str) -> Theme:
    """The theme of a setting: "system", or the name of one."""
    for name in get_args(ThemeName):
        if name == setting:
            return load(name)
    dark = QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return load("dark" if dark else "light")


def apply(theme: Theme) -> None:
    """Put the theme on the whole application."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setPalette(palette(theme))
    application.setStyleSheet(style_sheet(theme))


def palette(theme: Theme) -> QPalette:
    """The palette for what the style sheet does not paint."""
    out = QPalette()
    role = QPalette.ColorRole
    for where, name in (
        (role.Window, "desk"), (role.WindowText, "ink"), (role.Base, "paper"), (role.AlternateBase, "panel"),
        (role.Text, "ink"), (role.Button, "panel"), (role.ButtonText, "ink"), (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"), (role.PlaceholderText, "soft"), (role.ToolTipBase, "panel"),
        (role.ToolTipText, "ink"), (role.Link, "accent"), (role.Mid, "line"),
    ):  # fmt: skip
        out.setColor(where, theme.colour(name))
    for where in (role.Text, role.WindowText, role.ButtonText):
        out.setColor(QPalette.ColorGroup.Disabled, where, theme.colour("soft"))
    return out


def style_sheet(theme: Theme) -> str:
    """The one style sheet. Scroll bars are flat: Fusion's cost more to paint than a redline to derive."""
    t = theme
    icons, ink = (paths.resources() / "icons").as_posix(), "dark" if theme.dark else "light"
    return f"""
    QMainWindow, QDialog, QSplitter {{ background: {t.desk}; }}
    QWidget#bar {{ background: {t.desk}; border-bottom: 1px solid {t.line}; }}
    QWidget#navigator, QWidget#inspector {{ background: {t.panel}; }}
    QFrame#sheet {{ background: {t.paper}; border: 1px solid {t.line}; border-radius: 8px; }}
    QFrame#sheet QTextEdit {{ background: {t.paper}; border: none; selection-background-color: {t.accent};
        selection-color: {t.on_accent}; }}
    QFrame#clause {{ background: {t.accent_soft}; border-radius: 6px; }}
    QFrame#clause QTextEdit#clauseText {{ background: transparent; }}
    QFrame#clause QLabel, QFrame#clause QToolButton {{ color: {t.ink}; background: transparent; }}
    QFrame#clause QToolButton {{ padding: 2px 6px; }}
    QFrame#clause QToolButton:hover, QFrame#clause QToolButton:focus {{ background: {t.paper}; }}
    QFrame#clause QToolButton::menu-indicator {{ image: none; }}
    QFrame#clause QToolButton:disabled {{ color: {t.soft}; background: transparent; border-color: transparent; }}
    QFrame#clause QTextEdit#difference {{ border-radius: 6px; }}
    QTextEdit#paper {{ background: {t.paper}; border: 1px solid {t.line}; border-radius: 8px; padding: 4px; }}
    QTextEdit#paper:focus {{ border-color: {t.accent}; }}
    QLabel#overline {{ color: {t.soft}; font-size: 8.5pt; letter-spacing: 1px; }}
    QLabel#title {{ color: {t.ink}; font-weight: 600; }}
    QLabel#soft, QStatusBar, QStatusBar QLabel {{ color: {t.soft}; }}
    QLabel#empty {{ color: {t.soft}; padding: 24px; }}
    QStatusBar {{ background: {t.desk}; border-top: 1px solid {t.line}; padding: 2px 12px; }}
    QStatusBar::item {{ border: none; }}
    QPushButton, QToolButton, QComboBox {{ background: {t.panel}; color: {t.ink}; border: 1px solid {t.line};
        border-radius: 6px; padding: 4px 12px; }}
    QToolButton#quiet, QPushButton#quiet {{ background: transparent; border-color: transparent; }}
    QPushButton:hover, QToolButton:hover, QToolButton#quiet:hover {{ background: {t.accent_soft}; }}
    QPushButton:focus, QToolButton:focus, QComboBox:focus {{ border-color: {t.accent}; }}
    QToolButton:checked {{ background: {t.accent_soft}; color: {t.accent}; border-color: {t.accent_soft}; }}
    QToolButton#small {{ padding: 4px 8px; }}
    QPushButton#primary {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; font-weight: 600; }}
    QPushButton#primary:focus {{ border: 2px solid {t.ink}; }}
    QPushButton#find {{ background: {t.paper}; color: {t.soft}; text-align: left; padding: 5px 12px; }}
    QPushButton:disabled, QPushButton#primary:disabled, QToolButton:disabled {{ color: {t.soft};
        background: {t.desk}; border-color: {t.line}; }}
    QComboBox::drop-down {{ border: none; width: 22px; }}
    QComboBox::down-arrow {{ image: url("{icons}/chevron-{ink}.svg"); width: 12px; height: 12px; }}
    QComboBox QAbstractItemView {{ background: {t.panel}; color: {t.ink}; border: 1px solid {t.line};
        selection-background-color: {t.accent_soft}; selection-color: {t.ink}; outline: none; }}
    QCheckBox::indicator, QListView::indicator {{ width: 14px; height: 14px; border: 1px solid {t.soft};
        border-radius: 4px; background: {t.paper}; }}
    QCheckBox::indicator:checked, QListView::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
        image: url("{icons}/check-{ink}.svg"); }}
    QCheckBox:focus {{ color: {t.accent}; }}
    QLineEdit, QPlainTextEdit {{ background: {t.paper}; color: {t.ink}; border: 1px solid {t.line};
        border-radius: 6px; padding: 5px 8px; selection-background-color: {t.accent};
        selection-color: {t.on_accent}; }}
    QLineEdit:focus, QPlainTextEdit:focus {{ border-color: {t.accent}; }}
    QTreeView, QListView {{ background: {t.panel}; color: {t.ink}; border: none; outline: none; }}
    QListWidget#sentences {{ border: 1px solid {t.line}; border-radius: 8px; padding: 4px; }}
    QListWidget#sentences:focus {{ border-color: {t.accent}; }}
    QTreeView::item, QListView::item {{ padding: 3px 0; border-radius: 4px; }}
    QTreeView::item:selected, QListView::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
    QTreeView::branch {{ background: {t.panel}; }}
    QTreeView::branch:has-children:open {{ image: url("{icons}/chevron-{ink}.svg"); }}
    QTreeView::branch:has-children:closed {{ image: url("{icons}/closed-{ink}.svg"); }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
    QScrollBar::handle {{ background: {t.line}; border-radius: 4px; min-height: 32px; min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {t.soft}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QTabBar::tab {{ background: transparent; color: {t.ink}; border: none; border-radius: 6px; padding: 5px 10px; }}
    QTabBar::tab:selected {{ background: {t.accent_soft}; color: {t.accent}; }}
    QToolButton#section {{ background: transparent; border: none; color: {t.soft}; font-size: 8.5pt; padding: 2px 0;
        text-align: left; }}
    QToolButton#section:hover, QToolButton#section:focus {{ color: {t.accent}; }}
    QScrollArea#inspector, QWidget#inspector {{ background: {t.panel}; border: none; }}
    QTabBar::scroller {{ width: 48px; }}
    QTabBar QToolButton {{ background: {t.paper}; border: none; padding: 0; }}
    QTabBar QToolButton::left-arrow {{ image: url("{icons}/before-{ink}.svg"); width: 12px; height: 12px; }}
    QTabBar QToolButton::right-arrow {{ image: url("{icons}/closed-{ink}.svg"); width: 12px; height: 12px; }}
    QTabBar::tab:focus {{ border: 1px solid {t.accent}; }}
    QFrame#palette {{ background: {t.panel}; border: 1px solid {t.line}; border-radius: 8px; }}
    QDockWidget {{ color: {t.soft}; titlebar-close-icon: none; titlebar-normal-icon: none; }}
    QDockWidget::title {{ background: {t.panel}; padding: 6px 12px 2px 12px; }}
    QDockWidget::close-button, QDockWidget::float-button {{ border: none; background: transparent; padding: 0; }}
    QMainWindow::separator {{ background: {t.desk}; width: 4px; height: 4px; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QToolBar {{ border: none; padding: 0; spacing: 0; background: {t.desk}; }}
    QSplitter::handle {{ background: transparent; }}
    QMenu {{ background: {t.panel}; color: {t.ink}; border: 1px solid {t.line}; padding: 4px; }}
    QMenu::item {{ padding: 5px 24px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {t.accent_soft}; }}
    QMenu::item:disabled {{ color: {t.soft}; background: transparent; }}
    QMenuBar {{ background: {t.desk}; color: {t.ink}; }}
    QMenuBar::item:selected {{ background: {t.accent_soft}; }}
    QToolTip {{ background: {t.panel}; color: {t.ink}; border: 1px solid {t.line}; padding: 4px; }}
    QProgressBar {{ background: {t.desk}; border: 1px solid {t.line}; border-radius: 4px; height: 6px; }}
    QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
    QTableView#board {{ background: {t.paper}; color: {t.ink}; border: 1px solid {t.line}; border-radius: 8px;
        outline: none; selection-background-color: {t.accent_soft}; selection-color: {t.ink}; }}
    QTableView#board::item {{ border-bottom: 1px solid {t.line}; }}
    QTableView#board::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
    QTableView#board QHeaderView {{ background: {t.paper}; border: none; }}
    QTableView#board QHeaderView::section {{ background: {t.paper}; color: {t.soft}; border: none;
        border-bottom: 1px solid {t.line}; padding: 8px 12px; }}
    QTreeView#rows::item {{ border-radius: 0; padding: 5px 6px; }}
    QToolButton#menu::menu-indicator {{ image: none; }}
    QFrame#tour {{ background: {t.panel}; border: 1px solid {t.accent}; border-radius: 8px; }}
    QFrame#tourAround {{ background: transparent; border: 2px solid {t.accent}; border-radius: 8px; }}
    QTreeView#rows QHeaderView {{ background: {t.panel}; border: none; }}
    QTreeView#rows QHeaderView::section {{ background: {t.panel}; color: {t.soft}; border: none; padding: 4px 6px; }}
    QPushButton#quiet::menu-indicator {{ image: none; width: 0; }}
    QLabel#deletedWords {{ color: {t.deleted}; text-decoration: line-through; }}
    QLabel#insertedWords {{ color: {t.inserted}; text-decoration: underline; }}
    QLineEdit, QTextEdit, QPlainTextEdit {{ placeholder-text-color: {t.soft}; }}
    """
