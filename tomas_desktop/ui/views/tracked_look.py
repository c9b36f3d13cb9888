"""How the tracked editor draws what it shows: colours, character formats, paragraph formats."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat

from tomas_desktop.ui.views.tracked_patch import STATE
from tomas_desktop.ui.views.tracked_sheet import Look, Style

# Serifs with full Serbian, Macedonian and Albanian coverage; the first one found is taken.
READING_FAMILIES = ("Noto Serif", "PT Serif", "Cambria", "Georgia", "DejaVu Serif")
READING_POINTS = 12.0
LINE_HEIGHT = 150.0  # per cent
INDENT = 28.0  # of each unit below the paragraph, in pixels at 100 %


@dataclass(frozen=True)
class MarkColours:
    """The colours of the editor, by role; the values here are those of the light theme."""

    inserted: str = "#0b5cad"
    inserted_paper: str = "#e4f0fc"
    deleted: str = "#a84a08"
    deleted_paper: str = "#fdeee0"
    ink: str = "#1d2328"
    soft: str = "#66707a"
    paper: str = "#ffffff"


def reading_font(points: float = READING_POINTS) -> QFont:
    """The serif in which law is set."""
    font = QFont()
    font.setFamilies(list(READING_FAMILIES))
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points)
    return font


def character_format(look: Look, colours: MarkColours, font: QFont) -> QTextCharFormat:
    """Inserted: underlined; deleted: struck; both on their own paper, so that a change is never colour alone. What is
    agreed keeps its line, the new one dashed, and gives up its paper and its colour."""
    form = QTextCharFormat()
    form.setFont(font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly)
    form.setProperty(STATE, look.state)
    if look.part == "heading":
        form.setFontWeight(QFont.Weight.Bold)
    if look.is_agreed and look.state == "+":
        form.setForeground(QColor(colours.ink))
        form.setFontUnderline(True)
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        form.setUnderlineColor(QColor(colours.inserted))
    elif look.is_agreed and look.state == "-":
        form.setForeground(QColor(colours.soft))
        form.setFontStrikeOut(True)
    elif look.state == "+":
        form.setForeground(QColor(colours.inserted))
        form.setBackground(QColor(colours.inserted_paper))
        form.setFontUnderline(True)
    elif look.state == "-":
        form.setForeground(QColor(colours.deleted))
        form.setBackground(QColor(colours.deleted_paper))
        form.setFontStrikeOut(True)
    else:
        form.setForeground(QColor(colours.soft if look.part in ("number", "num") else colours.ink))
    return form


def block_format(style: Style) -> QTextBlockFormat:
    """Headings and numbers stand centred, points are indented by their depth."""
    form = QTextBlockFormat()
    form.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    form.setBottomMargin(6)
    if style.kind in ("heading", "number"):
        form.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        form.setTopMargin(4)
    else:
        form.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        form.setLeftMargin(INDENT * style.depth)
    return form
