"""A label that is too long for its room."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tomas_desktop.ui.views.short_label import ShortLabel


def test_parts_that_have_no_room_are_left_away_from_the_end(qtbot: QtBot) -> None:
    label = ShortLabel("CLAUSE · SR-LATN")
    qtbot.addWidget(label)
    width = label.fontMetrics().horizontalAdvance
    assert label.fitting(width("CLAUSE · SR-LATN")) == "CLAUSE · SR-LATN"
    assert label.fitting(width("CLAUSE · SR-LAT")) == "CLAUSE"
    assert label.fitting(width("CLAUSE")) == "CLAUSE"
    assert label.fitting(width("CLAU")).endswith("…")
