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

GRADES = ("full", "partial", "gap", "untransposable")
TEXT = [
    ("ink", "desk"), ("ink", "panel"), ("ink", "paper"), ("ink", "accent_soft"), ("soft", "desk"), ("soft", "panel"),
    ("soft", "paper"), ("on_accent", "accent"), ("accent", "paper"), ("accent", "accent_soft"),
    ("inserted", "inserted_paper"), ("deleted", "deleted_paper"), ("inserted", "paper"), ("deleted", "paper"),
    ("accent", "panel"), ("accent", "desk"), ("soft", "accent_soft"), ("inserted", "panel"), ("deleted", "panel"),
    # Grades: in the navigator, on the coverage board, in the row that is chosen.
    *((grade, "panel") for grade in GRADES), *((grade, "paper") for grade in GRADES),
    *((grade, "accent_soft") for grade in GRADES),
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


@pytest.mark.parametrize("name", get_args(ThemeName))
def test_what_a_field_is_for_is_readable_before_anything_is_typed(name: ThemeName) -> None:
    """Qt's own way is the ink at half its strength, which is too faint."""
    look = themes.load(name)
    assert f"placeholder-text-color: {look.soft}" in themes.style_sheet(look)
    assert contrast(look.colour("soft"), look.colour("paper")) >= 4.5


@pytest.mark.parametrize("name", get_args(ThemeName))
@pytest.mark.parametrize("marks", themes.mark_choices())
def test_changes_are_readable_in_every_colour_that_can_be_chosen(name: ThemeName, marks: str) -> None:
    """On their own paper and, accepted, on the sheet; told from the text around them by more than a shade."""
    look = themes.load(name, marks)
    for role in ("inserted", "deleted"):
        assert contrast(look.colour(role), look.colour(f"{role}_paper")) >= 4.5
        assert contrast(look.colour(role), look.colour("paper")) >= 4.5
        assert look.colour(role) != look.colour("ink")
        assert contrast(look.colour("ink"), look.colour(f"{role}_paper")) >= 4.5
        assert name != "contrast" or contrast(look.colour(role), look.colour(f"{role}_paper")) >= 7


def test_the_colours_of_changes_are_all_that_is_chosen() -> None:
    assert themes.mark_choices()[0] == ""
    for marks in themes.mark_choices()[1:]:
        for name in get_args(ThemeName):
            usual, other = vars(themes.load(name, "")), vars(themes.load(name, marks))
            assert {role for role in usual if usual[role] != other[role]} == {
                "inserted", "inserted_paper", "deleted", "deleted_paper"
            }  # fmt: skip
            assert themes.load(name, "never heard of") == themes.load(name, "")


def test_changes_differ_in_more_than_colour(qtbot: QtBot) -> None:
    marks = themes.load("light").marks
    assert character_format(Look("+", "text"), marks, reading_font()).fontUnderline()
    assert character_format(Look("-", "text"), marks, reading_font()).fontStrikeOut()
    agreed = character_format(Look("+", "text", is_agreed=True), marks, reading_font())
    assert agreed.underlineStyle() == agreed.UnderlineStyle.DashUnderline
    assert character_format(Look("-", "text", is_agreed=True), marks, reading_font()).fontStrikeOut()
    assert len({glyph for glyph, _ in themes.GRADES.values()}) >= 5
