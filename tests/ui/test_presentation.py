"""The presentation: one key a step, type as large as fits, and afterwards everything where it was."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QTextDocument
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.test_theme import contrast
from tomas_desktop.amend.comparison import compare
from tomas_desktop.amend.redline import Segment
from tomas_desktop.model.canonical import Line
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.running_order import Stop
from tomas_desktop.services import demo, drafting, running_orders
from tomas_desktop.services.dossiers import opened
from tomas_desktop.ui import application
from tomas_desktop.ui.commands import presenting
from tomas_desktop.ui.main_window import MainWindow
from tomas_desktop.ui.presentation import keys, look, reveal, screens, spotlight, typesetting
from tomas_desktop.ui.presentation import stage as stages
from tomas_desktop.ui.presentation.column import pages
from tomas_desktop.ui.presentation.order_panel import OrderPanel
from tomas_desktop.ui.presentation.reveal import Shown
from tomas_desktop.ui.presentation.scene import MarkedText, Scene
from tomas_desktop.ui.presentation.stage import Stage
from tomas_desktop.ui.presentation.timer import Timer
from tomas_desktop.ui.views import tracked_voice
from tomas_desktop.ui.views.tracked_look import MarkColours

Key = Qt.Key
LAW = Ref("law", "art_1")


@pytest.fixture
def drafted(window: MainWindow) -> MainWindow:
    """Article 1 of the law reworded in two places and with a paragraph more."""
    dossier = window.desk.opened
    assert dossier is not None
    drafting.propose(
        dossier, "p", Ref("law", "art_1__para_1"), text="(1) Sud nalaže pružaocu usluge da ukloni materijal."
    )
    drafting.propose(dossier, "p", Ref("law", "art_1__para_2"), text="(2) Pružalac usluge postupa u roku od 24 časa.")
    drafting.propose(dossier, "p", Ref("law", "art_1__para_2"), text="Rok teče od prijema.", insert_after=True)
    window.desk.answer_changed.emit()
    return window


@pytest.fixture
def stage(drafted: MainWindow, qtbot: QtBot) -> Stage:
    drafted.do("present")
    it = drafted.findChild(Stage)
    assert it is not None
    qtbot.waitUntil(it.isVisible)
    return it


def words(stage: Stage, kind: str) -> str:
    """What stands in a column, as a screen reader says it."""
    panel = stage.slide.panels[kind]  # type: ignore[index]
    return panel.column.accessibleDescription() if not panel.isHidden() else ""


def press(stage: Stage, *pressed: Qt.Key | str) -> None:
    for key in pressed:
        if isinstance(key, str):
            QTest.keyClicks(stage, key)
        else:
            QTest.keyClick(stage, key)


# ---- the keys, through the window ------------------------------------------------------------------------------


def test_f5_shows_the_provision_in_hand_in_three_columns(drafted: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(drafted, Key.Key_F5)
    qtbot.waitUntil(lambda: drafted.findChild(Stage) is not None)
    stage = drafted.findChild(Stage)
    assert stage is not None
    assert stage.isFullScreen()
    assert "A court may order" in words(stage, "eu")
    assert "48 časova" in words(stage, "law")
    assert "48 časova" in words(stage, "proposal")
    assert "24 časa" not in words(stage, "proposal")


def test_space_shows_one_change_after_the_other_then_the_next_article(stage: Stage) -> None:
    count = len(stage.performance.steps)
    assert count >= 3
    seen = [words(stage, "proposal")]
    for _ in range(count):
        press(stage, Key.Key_Space)
        seen.append(words(stage, "proposal"))
    assert len(set(seen)) == count + 1
    assert "Sud nalaže" in seen[1]
    assert "Rok teče" not in seen[count - 1] or "Rok teče" in seen[count]
    assert "Rok teče" in seen[count]
    press(stage, Key.Key_Space)
    assert stage.performance.scene.title == "Article 2 – Penalties"
    press(stage, Key.Key_Backspace)
    assert stage.performance.scene.title == "Article 1 – Removal orders"
    assert stage.performance.revealed == count
    press(stage, Key.Key_Left)
    assert stage.performance.revealed == count - 1


def test_a_screen_reader_hears_each_change(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(tracked_voice, "announce", lambda _widget, sentence: said.append(sentence))
    press(stage, Key.Key_Space)
    assert said == ["deleted: može naložiti; inserted: nalaže"]


def test_all_changes_at_once_and_none_again(stage: Stage) -> None:
    press(stage, "a")
    assert "Rok teče" in words(stage, "proposal")
    press(stage, "a")
    assert "Rok teče" not in words(stage, "proposal")


def test_no_change_moves_the_type(stage: Stage) -> None:
    size = stage.slide.size_of_type
    for _ in stage.performance.steps:
        press(stage, Key.Key_Right)
        assert stage.slide.size_of_type == size


def test_a_gap_is_shown_as_one(stage: Stage) -> None:
    press(stage, Key.Key_PageDown)
    assert words(stage, "eu").startswith("Article 2")
    assert "A gap" in stage.slide.panels["law"].empty.text()
    assert stage.slide.panels["proposal"].isHidden()
    press(stage, Key.Key_PageDown)  # there is no third
    assert stage.performance.at == 1
    press(stage, Key.Key_PageUp)
    assert stage.performance.at == 0


def test_one_two_three_columns_and_another_choice_of_them(stage: Stage) -> None:
    def shown() -> list[str]:
        return [kind for kind, panel in stage.slide.panels.items() if not panel.isHidden()]

    assert shown() == ["eu", "law", "proposal"]
    press(stage, "1")
    assert shown() == ["eu"]
    press(stage, "1")
    assert shown() == ["proposal"]
    press(stage, "2")
    assert shown() == ["eu", "proposal"]
    press(stage, "2")
    assert shown() == ["law", "proposal"]
    press(stage, "3")
    assert shown() == ["eu", "law", "proposal"]


def test_fewer_columns_never_make_smaller_type(stage: Stage) -> None:
    sizes = []
    for number in "321":
        press(stage, number)
        sizes.append(stage.slide.size_of_type)
    assert sizes == sorted(sizes)


def test_larger_smaller_and_as_it_fits(stage: Stage) -> None:
    size = stage.slide.size_of_type
    press(stage, "+")
    assert stage.slide.size_of_type > size
    press(stage, "-", "-")
    assert stage.slide.size_of_type < size
    press(stage, "0")
    assert stage.slide.size_of_type == size


def test_what_is_larger_than_the_screen_is_turned_page_by_page(stage: Stage) -> None:
    for _ in range(12):
        press(stage, "+")
    _, count = stage.slide.pages()
    assert count > 1
    assert not stage.page.isHidden()
    press(stage, Key.Key_Down)
    assert stage.slide.pages()[0] == 1
    press(stage, Key.Key_Up)
    assert stage.slide.pages()[0] == 0
    for _ in stage.performance.steps:  # a change that is shown is on the page that is shown
        press(stage, Key.Key_Space)
        column = stage.slide.panels["proposal"].column
        before = column.page
        stage.slide.bring_change()
        assert column.page == before


def test_the_spotlight_follows_the_change_and_the_mouse(stage: Stage, qtbot: QtBot) -> None:
    press(stage, Key.Key_Space, "s")
    proposal = stage.slide.panels["proposal"].column
    lit = proposal.lit
    assert lit is not None
    assert len(lit) == 1
    assert stage.slide.panels["law"].column.lit  # the same paragraph as it is in force
    press(stage, Key.Key_Space)
    assert proposal.lit is not None
    law = stage.slide.panels["law"].column
    at = law.mapTo(stage, QPoint(law.width() // 2, 4))
    QTest.mouseMove(stage.windowHandle(), at)
    qtbot.waitUntil(lambda: law.lit == frozenset({0}))
    press(stage, "s")
    assert law.lit is None


def test_black_and_white_screens_and_back(stage: Stage) -> None:
    press(stage, "b")
    assert stage.blank.isVisible()
    revealed = stage.performance.revealed
    press(stage, Key.Key_Space)  # only puts the light on again
    assert not stage.blank.isVisible()
    assert stage.performance.revealed == revealed
    press(stage, "w")
    assert stage.blank.isVisible()
    press(stage, "w")
    assert not stage.blank.isVisible()


def test_white_on_black(stage: Stage) -> None:
    light = stage.grab().toImage().pixelColor(3, 3)
    press(stage, "i")
    dark = stage.grab().toImage().pixelColor(3, 3)
    assert {light.name(), dark.name()} == {"#ffffff", "#000000"}


def test_the_keys_are_shown(stage: Stage) -> None:
    press(stage, "?")
    assert stage.card.isVisible()
    press(stage, Key.Key_Escape)
    assert not stage.card.isVisible()
    assert stage.isVisible()


def test_the_pointer_hides(stage: Stage, qtbot: QtBot) -> None:
    stage._hide_cursor.setInterval(1)
    QTest.mouseMove(stage.windowHandle(), QPoint(5, 5))
    QTest.mouseMove(stage.windowHandle(), QPoint(9, 9))
    qtbot.waitUntil(lambda: stage.cursor().shape() == Qt.CursorShape.BlankCursor)
    stage._hide_cursor.setInterval(stages.HIDE_CURSOR_MS)
    QTest.mouseMove(stage.windowHandle(), QPoint(50, 50))
    qtbot.waitUntil(lambda: stage.cursor().shape() != Qt.CursorShape.BlankCursor)


def test_esc_leaves_to_exactly_where_one_was(drafted: MainWindow, qtbot: QtBot) -> None:
    drafted.proposal.editor.setFocus()
    cursor = drafted.proposal.editor.textCursor()
    cursor.setPosition(12)
    drafted.proposal.editor.setTextCursor(cursor)
    article, answer, spots = drafted.desk.article, drafted.desk.answer, drafted.trail.recent()
    drafted.do("present")
    stage = drafted.findChild(Stage)
    assert stage is not None
    press(stage, Key.Key_PageDown, Key.Key_Escape)
    qtbot.waitUntil(lambda: drafted.findChild(Stage) is None)
    assert (drafted.desk.article, drafted.desk.answer, drafted.trail.recent()) == (article, answer, spots)
    assert drafted.proposal.editor.textCursor().position() == 12
    assert drafted.focusWidget() is drafted.proposal.editor


def test_what_is_undone_meanwhile_is_shown(stage: Stage, drafted: MainWindow) -> None:
    press(stage, "a")
    drafted.do("undo")
    assert "Rok teče" not in words(stage, "proposal")
    assert stage.isVisible()


def test_another_dossier_ends_it(stage: Stage, drafted: MainWindow, qtbot: QtBot) -> None:
    assert drafted.desk.opened is not None
    drafted.open(drafted.desk.opened.path)
    qtbot.waitUntil(lambda: drafted.findChild(Stage) is None)


@pytest.mark.parametrize(
    ("text", "does"),
    [("s", "spotlight"), ("с", "spotlight"), ("Б", "black"), ("њ", "white"), ("?", "help"), ("ш", ""), ("1", "one")],
)
def test_letters_are_found_on_cyrillic_keyboards_too(text: str, does: str) -> None:
    code = ord(text.upper())
    event = QKeyEvent(QKeyEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, text)
    assert keys.meaning(event) == does


def test_every_key_does_something_and_is_explained() -> None:
    for one in keys.PRESSES:
        assert hasattr(Stage, f"_{one.does}")
    assert len({key for one in keys.PRESSES for key in one.keys}) == sum(len(one.keys) for one in keys.PRESSES)


def test_the_timer_counts_up_and_down() -> None:
    timer = Timer(began=100.0)
    assert timer.text(160.0) == ""
    timer.turn()
    assert timer.text(3825.5) == "1:02:05"
    timer.turn()
    timer.minutes = 5
    assert timer.text(160.0) == "4:00"
    assert not timer.is_over(399.0)
    assert timer.is_over(400.0)
    assert timer.text(430.0) == "+0:30"
    timer.turn()
    assert timer.mode == "off"


def test_the_audience_has_the_other_screen(monkeypatch: pytest.MonkeyPatch, drafted: MainWindow, qtbot: QtBot) -> None:
    here = QGuiApplication.primaryScreen()
    monkeypatch.setattr(screens, "for_window", lambda _window: (here, here))
    running_orders.add(drafted.desk.opened, Ref("eu", "art_1"), notes="Ask the judges.")  # type: ignore[arg-type]
    running_orders.add(drafted.desk.opened, Ref("eu", "art_2"))  # type: ignore[arg-type]
    stage = presenting.present_order(drafted)
    assert stage is not None
    presenter = stage.presenter
    assert presenter is not None
    assert presenter.isVisible()
    assert presenter.notes.text() == "Ask the judges."
    assert "Article 2" in presenter.next.text()
    QTest.keyClick(presenter, Key.Key_PageDown)  # its keys are those of the stage
    assert stage.performance.at == 1
    QTest.keyClicks(stage, "n")
    assert not presenter.isVisible()


def test_a_mirrored_projector_is_no_other_screen() -> None:
    here = QGuiApplication.primaryScreen()
    assert screens.shared(here, [here]) == (here, None)


@pytest.fixture
def workshop(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on the workshop dossier."""
    path = tmp_path / "workshop" / demo.NAME
    path.parent.mkdir()
    with opened(path, create=True) as dossier:
        demo.fill(dossier)
    application.make()
    window = application.open_window(path)
    qtbot.addWidget(window)
    yield window
    window.close()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_every_provision_of_the_workshop_fits_or_has_the_smallest_type(
    workshop: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    stage = presenting.present(workshop)
    assert stage is not None
    stage.setWindowState(Qt.WindowState.WindowNoState)
    stage.resize(*size)
    qtbot.waitUntil(lambda: stage.height() == size[1])
    smallest, most = typesetting.sizes(size[1])
    for number in "312":
        press(stage, number, Key.Key_Home)
        for _ in stage.performance.stops:
            page, count = stage.slide.pages()
            assert page == 0
            assert smallest <= stage.slide.size_of_type <= most
            assert (count == 1) or stage.slide.size_of_type == smallest, stage.performance.scene.title
            press(stage, Key.Key_PageDown)
    assert stage.performance.at == len(stage.performance.stops) - 1


def test_the_same_country_stays_beside_it(workshop: MainWindow) -> None:
    stage = presenting.present(workshop, Ref("csar", "art_12"))
    assert stage is not None
    countries = []
    for _ in range(3):
        countries.append(stage.performance.scene.country)
        press(stage, Key.Key_Tab)
    assert countries == ["rs", "mk", "al"]
    press(stage, Key.Key_Tab)
    assert stage.performance.scene.country == "mk"
    press(stage, Key.Key_PageDown)
    assert stage.performance.scene.country == "mk"


def test_the_workshop_is_set_back_in_one_click(workshop: MainWindow, qtbot: QtBot) -> None:
    window, desk = workshop, workshop.desk
    assert desk.opened is not None
    correlation = desk.opened.dossier.correlations[0]
    running_orders.add(desk.opened, correlation.eu, notes="mine")
    window.do("reset_workshop")
    qtbot.waitUntil(lambda: "kept as" in window.notice.text(), timeout=20000)
    assert desk.opened is not None
    assert desk.opened.path.name == demo.NAME
    assert all(stop.notes != "mine" for stop in running_orders.of_name(desk.opened).stops)
    [kept] = desk.opened.path.parent.glob("workshop kept *.tomas")
    with opened(kept) as own:
        assert running_orders.of_name(own).stops[-1].notes == "mine"


# ---- the running order -----------------------------------------------------------------------------------------


@pytest.fixture
def panel(drafted: MainWindow, qtbot: QtBot) -> OrderPanel:
    """The running order beside the window, with three stops."""
    QAbstractItemModelTester(presenting.show_order(drafted).model, drafted)
    drafted.do("add_stop")
    drafted.do("next_article")
    drafted.do("add_stop")
    drafted.do("previous_article")
    drafted.proposal.editor.setFocus()
    drafted.do("add_stop")
    it = drafted.findChild(OrderPanel)
    assert it is not None
    it.choose(0)
    it.list.setFocus()
    return it


def order(window: MainWindow) -> list[str]:
    assert window.desk.opened is not None
    return [str(stop.ref) for stop in running_orders.of_name(window.desk.opened).stops]


def test_the_provision_in_hand_is_added(panel: OrderPanel, drafted: MainWindow) -> None:
    assert order(drafted) == ["eu#art_1", "eu#art_2", "law#art_1"]
    assert panel.model.rowCount() == 3


def test_stops_are_moved_by_keyboard_and_by_dragging(panel: OrderPanel, drafted: MainWindow) -> None:
    QTest.keyClick(panel.list, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert order(drafted) == ["eu#art_2", "eu#art_1", "law#art_1"]
    assert panel.current == 1
    assert drafted.desk.article is not None
    assert drafted.desk.article.eid == "art_1"  # the window did not go anywhere
    root = panel.list.rootIndex()
    assert panel.model.moveRow(root, 2, root, 0)  # what a list does when a row is dropped
    assert order(drafted) == ["law#art_1", "eu#art_2", "eu#art_1"]
    drafted.do("undo")
    assert order(drafted) == ["eu#art_2", "eu#art_1", "law#art_1"]


def test_a_stop_is_taken_out_and_comes_back(panel: OrderPanel, drafted: MainWindow) -> None:
    QTest.keyClick(panel.list, Key.Key_Delete)
    assert order(drafted) == ["eu#art_2", "law#art_1"]
    drafted.do("undo")
    assert order(drafted) == ["eu#art_1", "eu#art_2", "law#art_1"]
    assert drafted.desk.article is not None
    assert drafted.desk.article.eid == "art_1"


def test_notes_are_kept_when_typing_rests_or_the_stop_is_left(panel: OrderPanel, drafted: MainWindow) -> None:
    assert drafted.desk.opened is not None
    QTest.keyClicks(panel.notes, "Ask first")
    panel.choose(1)
    assert panel.notes.toPlainText() == ""
    stops = running_orders.of_name(drafted.desk.opened).stops
    assert [stop.notes for stop in stops] == ["Ask first", "", ""]
    panel.choose(0)
    assert panel.notes.toPlainText() == "Ask first"
    assert panel.model.rowCount() == 3


def test_a_pause_between_two_words_of_the_notes_moves_nothing(panel: OrderPanel, drafted: MainWindow) -> None:
    QTest.keyClicks(panel.notes, "Ask ")
    panel.keep_notes()
    QTest.keyClicks(panel.notes, "first")
    assert panel.notes.toPlainText() == "Ask first"


def test_the_running_order_is_presented_with_its_notes(panel: OrderPanel, drafted: MainWindow) -> None:
    QTest.keyClicks(panel.notes, "Welcome")
    panel.columns.setCurrentIndex(0)
    panel.columns.activated.emit(0)
    drafted.do("present_order")
    stage = drafted.findChild(Stage)
    assert stage is not None
    assert len(stage.performance.stops) == 3
    assert stage.performance.kinds == ("eu",)
    press(stage, "n")
    assert stage.strip.isVisible()
    assert stage.strip.notes.text() == "Welcome"
    press(stage, Key.Key_End)
    assert stage.performance.scene.stop.ref == LAW
    assert "Removal orders" in words(stage, "eu")  # what it answers
    press(stage, "o")
    assert len(stage.performance.stops) == 2  # all articles of the act
    assert stage.performance.scene.title == "Article 1 – Removal orders"


def test_a_stop_is_gone_to(panel: OrderPanel, drafted: MainWindow) -> None:
    panel.choose(1)
    QTest.keyClick(panel.list, Key.Key_Return)
    assert drafted.desk.article is not None
    assert drafted.desk.article.eid == "art_2"


@pytest.mark.parametrize("is_away", [False, True])
def test_the_running_order_stands_where_it_stood_at_the_next_start(
    panel: OrderPanel, drafted: MainWindow, qtbot: QtBot, is_away: bool
) -> None:
    assert drafted.desk.opened is not None
    path = drafted.desk.opened.path
    drafted.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, drafted.dock("running_order"))
    if is_away:
        drafted.do("running_order")
    drafted.close()
    again = application.open_window(path)
    qtbot.addWidget(again)
    again.show()
    dock = again.dock("running_order")
    assert dock.isHidden() == is_away
    assert again.dockWidgetArea(dock) == Qt.DockWidgetArea.LeftDockWidgetArea
    shown = again.findChild(OrderPanel)
    assert shown is not None
    if not is_away:
        qtbot.waitUntil(lambda: shown.model.rowCount() == 3)
        shown.choose(1)
        QTest.keyClick(shown.list, Key.Key_Return)
        assert again.desk.article is not None
        assert again.desk.article.eid == "art_2"
    again.close()


def test_it_is_put_away_until_it_is_asked_for(window: MainWindow) -> None:
    assert window.dock("running_order").isHidden()
    window.do("show_welcome")
    window.show_page(window.table)
    assert window.dock("running_order").isHidden()


def test_without_stops_it_says_what_to_do(drafted: MainWindow) -> None:
    panel = presenting.show_order(drafted)
    assert not panel.present.isEnabled()
    drafted.do("present_order")
    assert "no running order" in drafted.notice.text()
    assert drafted.findChild(Stage) is None


# ---- the look --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_dark", [False, True])
def test_everything_is_readable_on_pure_paper(is_dark: bool) -> None:
    it = look.of(is_dark)
    marks = it.marks
    pairs = [(marks.ink, marks.paper), (it.soft, marks.paper), (marks.soft, marks.paper), (it.accent, marks.paper)]
    pairs += [(marks.inserted, marks.inserted_paper), (marks.deleted, marks.deleted_paper)]
    for front, back in pairs:
        assert contrast(QColor(front), QColor(back)) >= 4.5, (front, back)


def test_the_spotlight_lights_what_belongs_together() -> None:
    eu = tuple(Shown(i, MarkedText(line, (), line.eid)) for i, line in enumerate(printed(["a", "b", "c"])))
    law = tuple(Shown(i, MarkedText(line, (), line.eid)) for i, line in enumerate(printed(["x", "y"])))
    new = MarkedText(Line("new", "paragraph", "text", "n"), (), "")
    scene = Scene(Stop(LAW), "", {}, links=(("art_1__para_3", "art_1__para_2"),))
    columns: spotlight.Lines = {"eu": eu, "law": law, "proposal": (law[0], Shown(1, new), Shown(2, law[1].text))}
    everything = {"eu": frozenset({2}), "law": frozenset({1}), "proposal": frozenset({2})}
    for kind, block in (("eu", 2), ("law", 1), ("proposal", 2)):
        assert spotlight.lit(scene, columns, kind, block) == everything  # type: ignore[arg-type]
    alone = spotlight.lit(scene, columns, "proposal", 1)
    assert alone == {"eu": frozenset(), "law": frozenset(), "proposal": frozenset({1})}


# ---- laws ------------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(["sud", "nalaže", "uklanjanje", "материјал", "злоупотреба", "fëmijëve", "24", "a", "član", "i"])
SENTENCES = st.lists(WORDS, min_size=1, max_size=90).map(" ".join)
TEXTS = st.lists(SENTENCES, min_size=1, max_size=14)


def printed(sentences: list[str], depth: int = 0) -> list[Line]:
    return [Line(f"art_1__para_{i}", "paragraph", "text", text, depth=depth) for i, text in enumerate(sentences, 1)]


def plain(sentences: list[str]) -> list[MarkedText]:
    return [MarkedText(line, (Segment("=", line.text),), line.eid) for line in printed(sentences)]


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.integers(150, 1800), st.integers(200, 1100))
def test_the_type_is_the_largest_that_fits(qapp: QApplication, sentences: list[str], width: int, height: int) -> None:
    lines = plain(sentences)
    smallest, most = typesetting.sizes(height)

    def fits(size: int) -> bool:
        return typesetting.height(lines, width, size) <= height

    found = typesetting.largest(fits, smallest, most)
    if found is None:
        assert not fits(smallest)
    else:
        assert smallest <= found <= most
        assert fits(found)
        assert found == most or not fits(found + 1)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.integers(150, 1800), st.integers(40, 900), st.integers(12, 60))
def test_pages_show_every_line_once_and_whole(
    qapp: QApplication, sentences: list[str], width: int, height: int, size: int
) -> None:
    document = QTextDocument()
    typesetting.typeset(document, plain(sentences), width, size, MarkColours())
    found = pages(document, height)
    assert all(before.bottom == after.top for before, after in pairwise(found))
    assert found[0].top == 0
    assert found[-1].bottom == document.size().height()
    line = document.begin().layout().lineAt(0).height()
    assert all(page.bottom - page.top <= height + typesetting.AFTER * size or height < 2 * line for page in found)


@settings(max_examples=80, deadline=None)
@given(TEXTS, TEXTS, st.data())
def test_changes_come_one_by_one_from_the_law_to_the_proposal(
    qapp: QApplication, before: list[str], after: list[str], data: st.DataObject
) -> None:
    marked = [
        MarkedText(line.line, line.segments, line.base.eid if line.base else "")
        for line in compare(printed(before), printed(after))
    ]
    steps = reveal.steps(marked)
    assert sorted(place for step in steps for place in step) == [
        (i, j) for i, text in enumerate(marked) for j, segment in enumerate(text.segments) if segment.op != "="
    ]

    def text(count: int, without: str) -> list[str]:
        shown = reveal.shown(marked, steps, count)
        lines = ("".join(s.text for s in each.text.segments if s.op != without) for each in shown)
        return [line for line in lines if line]

    assert text(0, "+") == before
    assert text(len(steps), "-") == after
    count = data.draw(st.integers(0, len(steps)))
    assert text(count, "+") == before  # whatever is shown of the proposal, the law can be read in it
    shown = [each.text for each in reveal.shown(marked, steps, count)]
    assert typesetting.height(shown, 500, 20) <= typesetting.height(marked, 500, 20)


def test_a_number_that_moves_on_comes_with_the_change_that_moves_it() -> None:
    base = [Line(f"p{i}", "paragraph", "text", f"({i}) {text}", f"({i})") for i, text in enumerate("abc", 1)]
    proposed = [
        base[0],
        Line("new", "paragraph", "text", "(2) nov stav", "(2)"),
        *(Line(f"p{i}", "paragraph", "text", f"({i + 1}) {text}", f"({i + 1})") for i, text in ((2, "b"), (3, "c"))),
    ]
    marked = [
        MarkedText(line.line, line.segments, line.base.eid if line.base else "") for line in compare(base, proposed)
    ]
    assert len(reveal.steps(marked)) == 1


def test_a_line_that_is_replaced_is_one_change() -> None:
    base, proposed = printed(["sud nalaže uklanjanje", "rok"]), printed(["материјал со злоупотреба на деца", "rok"])
    marked = [
        MarkedText(line.line, line.segments, line.base.eid if line.base else "") for line in compare(base, proposed)
    ]
    assert len(marked) == 3
    assert len(reveal.steps(marked)) == 1


def test_the_place_in_a_long_text_stays_when_the_room_changes(workshop: MainWindow, qtbot: QtBot) -> None:
    stage = presenting.present(workshop, Ref("al-kp", "art_117"))
    assert stage is not None
    stage.setWindowState(Qt.WindowState.WindowNoState)
    column = stage.slide.panels["eu"].column
    for size in ((900, 600), (1366, 768), (700, 700)):
        stage.resize(*size)
        qtbot.waitUntil(lambda: (stage.width(), stage.height()) == size)  # noqa: B023
        at = next(i for i, each in enumerate(stage.performance.lines("eu")) if each.text.line.eid.endswith("point_l"))
        before = column.page
        column.bring_one([at])
        assert column.page == before


def test_a_stop_whose_provision_is_gone_says_so(drafted: MainWindow) -> None:
    dossier = drafted.desk.opened
    assert dossier is not None
    running_orders.add(dossier, Ref("eu", "art_2"))
    stage = presenting.present_order(drafted)
    assert stage is not None
    stage.performance.stops = (Stop(Ref("eu", "art_77")),)
    stage.performance.go_to(0)
    stage.slide.show_text(afresh=True)
    assert "no longer" in stage.slide.panels["law"].empty.text()
