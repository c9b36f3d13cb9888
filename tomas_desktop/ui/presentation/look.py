"""Black on white and white on black: the two looks of the presentation, whatever the theme of the window."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tomas_desktop.ui import theme
from tomas_desktop.ui.views.tracked_look import MarkColours


@dataclass(frozen=True)
class Look:
    """Colours by role: `line` parts columns, `soft` is for what is not the law."""

    marks: MarkColours
    soft: str
    line: str
    accent: str


def of(is_dark: bool) -> Look:
    """The marks are those of the window's light or dark theme, on pure paper."""
    base = theme.load("dark" if is_dark else "light")
    ink, paper, soft = ("#ffffff", "#000000", "#b4bac0") if is_dark else ("#000000", "#ffffff", "#565d64")
    return Look(replace(base.marks, ink=ink, paper=paper, soft=soft), soft, base.line, base.accent)


def style_sheet(look: Look, size: int) -> str:
    """What the law does not set itself; `size` of its letters in pixels."""
    ink, paper = look.marks.ink, look.marks.paper
    return f"""
    QWidget#stage, QWidget#presenter {{ background: {paper}; }}
    QLabel {{ color: {look.soft}; font-size: {size}px; background: transparent; }}
    QLabel#overline {{ color: {look.soft}; font-size: {size}px; letter-spacing: 1px; }}
    QLabel#empty {{ color: {look.soft}; font-size: {size * 3 // 2}px; padding: 0; }}
    QLabel#clock {{ color: {ink}; font-size: {size * 5 // 4}px; }}
    QLabel#clock[over="true"] {{ color: {look.marks.deleted}; font-weight: 700; }}
    QLabel#heading {{ color: {ink}; font-size: {size * 3 // 2}px; font-weight: 600; }}
    QLabel#notes {{ color: {ink}; font-size: {size * 5 // 4}px; }}
    QFrame#rule {{ background: {look.line}; border: none; }}
    QFrame#strip {{ background: {paper}; border: none; border-top: 1px solid {look.line}; }}
    QFrame#keys {{ background: {paper}; border: 1px solid {look.line}; border-radius: 8px; }}
    QLabel#key {{ color: {look.accent}; font-weight: 600; }}
    """
