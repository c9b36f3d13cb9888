"""The look: every theme whole, every pair of colours readable (WCAG AA), changes never told by colour alone."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tomas_desktop.ui import theme as themes
from tomas_desktop.ui.theme import ThemeName
from tomas_desktop.ui.views.tracked_look import character_format, reading_font
from tomas_desktop.ui.views.tracked_sheet import Look

TEXT = [
    ("ink", "desk"), ("ink", "panel"), ("ink", "paper"), ("ink", "accent_soft"), ("soft", "desk"), ("soft", "panel"),
    ("soft", "paper"), ("on_accent", "accent"), ("accent", "paper"), ("accent", "accent_soft"),
    ("inserted", "inserted_paper"), ("deleted", "deleted_paper"), ("inserted", "paper"), ("deleted", "paper"),
    ("full", "panel"), ("partial", "panel"), ("gap", "panel"), ("untransposable", "panel"),
]  # fmt: skip


def luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(a: QColor, b: QColor) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", get_args(ThemeName))
@pytest.mark.parametrize(("front", "back"), TEXT)
def test_text_is_readable(name: ThemeName, front: str, back: str) -> None:
    look = themes.load(name)
    assert contrast(look.colour(front), look.colour(back)) >= 4.5


def test_changes_differ_in_more_than_colour(qtbot: QtBot) -> None:
    marks = themes.load("light").marks
    assert character_format(Look("+", "text"), marks, reading_font()).fontUnderline()
    assert character_format(Look("-", "text"), marks, reading_font()).fontStrikeOut()
    assert len({glyph for glyph, _ in themes.GRADES.values()}) >= 5
