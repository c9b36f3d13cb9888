"""Which screen is the audience's, and which the presenter's."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def for_window(window: QWidget) -> tuple[QScreen, QScreen | None]:
    """The screen for the audience, and the presenter's where there are two: the one that the window stands on."""
    return shared(window.screen(), QGuiApplication.screens())


def shared(here: QScreen, screens: Sequence[QScreen]) -> tuple[QScreen, QScreen | None]:
    """The audience has the first screen that shows something else than `here`: a projector that mirrors it is the same
    place of the desktop."""
    other = next((one for one in screens if one is not here and one.geometry() != here.geometry()), None)
    return (other, here) if other is not None else (here, None)
