"""Back and forward, as in a browser."""

from __future__ import annotations

from tomas_desktop.ui.main_window import MainWindow


def place(window: MainWindow) -> str:
    assert window.desk.article is not None
    return window.desk.article.eid


def test_back_and_forward_walk_the_places_one_was_at(window: MainWindow) -> None:
    window.do("next_article")
    window.do("back")
    assert place(window) == "art_1"
    assert window.desk.answer is not None
    window.do("back")
    assert place(window) == "art_1"
    window.do("forward")
    assert place(window) == "art_2"
    window.do("forward")
    assert place(window) == "art_2"


def test_going_elsewhere_forgets_what_lay_before(window: MainWindow) -> None:
    window.do("next_article")
    window.do("back")
    window.desk.go("art_2")
    window.do("forward")
    assert place(window) == "art_2"
    assert [spot.eu.eid for spot in window.trail.recent() if spot.eu] == ["art_2", "art_1"]
