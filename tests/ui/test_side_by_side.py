"""Side by side: both texts of one sheet, paragraph beside paragraph, whatever is typed."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.test_tracked_editor import CTRL, article, document, lines, put
from tomas_desktop.amend.redline import Segment
from tomas_desktop.amend.tracked import Tracked
from tomas_desktop.model.canonical import Line
from tomas_desktop.services import settings
from tomas_desktop.ui.main_window import MainWindow
from tomas_desktop.ui.views import tracked_voice
from tomas_desktop.ui.views.tracked_beside import SideBySide
from tomas_desktop.ui.views.tracked_editor import TrackedEditor
from tomas_desktop.ui.views.tracked_patch import STATE
from tomas_desktop.ui.views.tracked_rows import Row, rows

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
Key = Qt.Key


@pytest.fixture
def pair(qtbot: QtBot) -> SideBySide:
    it = SideBySide(TrackedEditor())
    qtbot.addWidget(it)
    it.resize(640, 400)
    it.show()
    qtbot.waitExposed(it)
    it.activateWindow()
    it.editor.setFocus()
    qtbot.waitUntil(it.editor.hasFocus)
    return it


def settled() -> None:
    """Painted, and laid out anew where a scroll bar came or went."""
    for _ in range(3):
        QApplication.processEvents()


def load(pair: SideBySide, base: list[Line], proposed: list[Line]) -> None:
    pair.editor.set_texts(base, proposed)
    pair.editor.set_view("beside")
    settled()
    check(pair)


def tops(text: QTextDocument) -> list[float]:
    found, block = [], text.begin()
    while block.isValid():
        found.append(text.documentLayout().blockBoundingRect(block).top())
        block = block.next()
    return found


def states(text: QTextDocument) -> set[str]:
    found, block = set(), text.begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            found.add(iterator.fragment().charFormat().property(STATE))
            iterator += 1
        block = block.next()
    return found


def check(pair: SideBySide) -> None:
    """Each side is its text, with its own marks only; rows begin equally low; both ends are equally low."""
    tracked = pair.editor.sheet.tracked
    left, right = pair.page.document(), pair.editor.document()
    assert document(pair.editor) == tracked.proposed[:-1]
    assert pair.page.toPlainText() == tracked.base[:-1]
    assert states(left) <= {"=", "-"}
    assert states(right) <= {"=", "+"}
    y = tops(left), tops(right)
    place = [0, 0]
    for row in rows(tracked.runs()):
        if all(row):
            assert y[0][place[0]] == pytest.approx(y[1][place[1]], abs=0.6), (row, place)
        place = [place[0] + row.left, place[1] + row.right]
    assert place[0] == (len(y[0]) if tracked.base else 0)
    assert place[1] == len(y[1])
    assert left.size().height() == pytest.approx(right.size().height(), abs=1.1)
    for text in (left, right):
        assert sorted(tops(text)) == tops(text)


def test_words_that_share_a_line_stand_beside_each_other() -> None:
    assert rows([Segment("=", "a\n"), Segment("-", "gone\n"), Segment("=", "b\n")]) == [Row(1, 1), Row(1, 0), Row(1, 1)]
    assert rows([Segment("=", "a"), Segment("+", "\nnew"), Segment("=", "\n")]) == [Row(1, 2)]
    assert rows([Segment("-", "x\ny\n"), Segment("+", "z\n")]) == [Row(1, 1), Row(1, 0)]
    assert rows([Segment("+", "z\n"), Segment("-", "x\n")]) == [Row(0, 1), Row(1, 0)]
    assert rows([Segment("=", "one "), Segment("-", "\n"), Segment("=", "two\n")]) == [Row(2, 1)]


def test_paragraphs_stand_beside_those_they_come_from(pair: SideBySide) -> None:
    long = "a paragraph that is long enough to be broken into several lines of a narrow page " * 3
    load(
        pair,
        [*article(), *lines("goes away altogether, all of it", "the end stays")],
        [
            *article()[:2],
            *lines(f"(1) Ko prikaže, {long}kazniće se.", "1) slike;", "brand new"),
            *lines("the end stays"),
        ],
    )
    assert pair.is_open
    assert pair.editor.width() == pytest.approx(pair.page.width(), abs=1)


def test_a_new_and_a_repealed_article_leave_the_other_side_blank(pair: SideBySide) -> None:
    load(pair, [], article())
    load(pair, article(), [])


def test_typing_keeps_both_sides_in_line(pair: SideBySide) -> None:
    load(pair, article(), article())
    put(pair.editor, 30)
    for char in "mnogo novih reci koje traze jos jedan red u uskom stupcu ":
        QTest.keyClick(pair.editor, char)  # type: ignore[call-overload]
        check(pair)
    QTest.keyClick(pair.editor, Key.Key_Return)
    check(pair)
    pair.resize(480, 400)
    settled()
    check(pair)


def test_both_sides_scroll_as_one(pair: SideBySide) -> None:
    text = lines(*(f"paragraph {i} of a long text that has many words in it" for i in range(40)))
    load(pair, text, [*text[:5], *text[9:], *lines("one more", "and one more")])
    ours, theirs = pair.editor.verticalScrollBar(), pair.page.verticalScrollBar()
    assert ours.maximum() == theirs.maximum()
    for value in (300, ours.maximum(), 0):
        ours.setValue(value)
        assert theirs.value() == value
    theirs.setValue(200)
    assert ours.value() == 200


def test_the_caret_stays_in_sight_when_the_view_changes(pair: SideBySide) -> None:
    text = lines(*(f"paragraph {i} of a long text that has many words in it, so many" for i in range(60)))
    pair.editor.set_texts(text, [*text[:30], *lines("another one"), *text[31:]])
    put(pair.editor, len(document(pair.editor)) // 2)
    pair.editor.ensureCursorVisible()
    for view in ("beside", "all", "beside", "final"):
        pair.editor.set_view(view)
        settled()
        assert pair.editor.viewport().rect().intersects(pair.editor.cursorRect())


def test_leaving_the_view_leaves_nothing_behind(pair: SideBySide) -> None:
    new = [*article(), *lines("brand new")]
    pair.editor.set_texts(article(), new)
    before = tops(pair.editor.document()), pair.editor.width()
    put(pair.editor, 5)
    pair.editor.set_view("beside")
    settled()
    assert pair.editor.width() < before[1]
    pair.editor.set_view("all")
    settled()
    assert not pair.page.isVisible()
    assert (tops(pair.editor.document()), pair.editor.width()) == before
    assert pair.editor.textCursor().position() == 5


def test_a_copy_from_either_side_is_clean_text(pair: SideBySide) -> None:
    load(pair, lines("the court shall", "decide"), lines("the judge shall", "decide at once"))
    for widget, words in ((pair.page, "the court shall\ndecide"), (pair.editor, "the judge shall\ndecide at once")):
        widget.selectAll()
        widget.copy()
        data = QGuiApplication.clipboard().mimeData()
        assert data.text() == words
        assert not data.hasHtml()


def test_a_screen_reader_hears_the_changes_of_either_side(pair: SideBySide, monkeypatch: pytest.MonkeyPatch) -> None:
    spoken: list[str] = []
    monkeypatch.setattr(tracked_voice, "announce", lambda _widget, text: spoken.append(text))
    load(pair, lines("the court shall", "decide"), lines("the judge shall", "decide at once"))
    put(pair.editor, 5)
    put(pair.editor, 6)
    put(pair.editor, 12)
    assert spoken == ["inserted: judge"]
    cursor = pair.page.textCursor()
    for place in (1, 5, 6, 12):
        cursor.setPosition(place)
        pair.page.setTextCursor(cursor)
    assert spoken == ["inserted: judge", "deleted: court"]


def test_the_side_in_force_cannot_be_edited_and_has_a_name(pair: SideBySide) -> None:
    load(pair, lines("the court"), lines("the judge"))
    pair.page.setFocus()
    for key in (Key.Key_X, Key.Key_Delete, Key.Key_Return):
        QTest.keyClick(pair.page, key)
    check(pair)
    assert pair.page.accessibleName()


@pytest.mark.parametrize("seed", range(3))
def test_150_random_keys_and_undos_beside_each_other(pair: SideBySide, seed: int) -> None:
    """Against the model: what was told last is what stands there; going back to any earlier state shows that."""
    rng = random.Random(seed)
    words = "Ko drugome prikaže sliku , zvuk ili tekst kazniće se i zatvorom do tri godine .".split()

    def text() -> str:
        return " ".join(rng.choice(words) for _ in range(rng.randint(1, 14)))

    base = [*article()[:2], *lines(*(text() for _ in range(4)))]
    load(pair, base, [*base[:2], *(line for line in base[2:] if rng.random() < 0.8), *lines(text())])
    editor = pair.editor
    told = [editor.sheet.proposed()]
    editor.edited.connect(told.append)
    for _ in range(150):
        kind = rng.random()
        if kind < 0.5:
            QTest.keyClick(editor, rng.choice("abcdeio ,."))  # type: ignore[call-overload]
        elif kind < 0.7:
            QTest.keyClick(editor, rng.choice([Key.Key_Backspace, Key.Key_Delete]))
        elif kind < 0.78:
            QTest.keyClick(editor, Key.Key_Return)
        elif kind < 0.92:
            put(editor, rng.randint(0, len(document(editor))))
        elif kind < 0.95:
            editor.set_view(rng.choice(["all", "final"]))
            editor.set_view("beside")
        else:
            then = rng.choice(told)
            editor.refresh(base, lines(*then), caret=editor.caret())
            told.append(editor.sheet.proposed())
            assert told[-1] == then
        settled()
        check(pair)
        assert editor.sheet.proposed() == told[-1]
    model = Tracked([line.text for line in base], told[-1])
    assert model.proposed == editor.sheet.tracked.proposed


def test_the_window_shows_both_sides_and_makes_room_for_them(window: MainWindow, qtbot: QtBot) -> None:
    pair = window.proposal.findChild(SideBySide)
    assert isinstance(pair, SideBySide)
    window.proposal.editor.setFocus()
    qtbot.keyClick(window.proposal.editor, Key.Key_4, CTRL | Qt.KeyboardModifier.ShiftModifier)
    settled()
    assert pair.is_open
    assert window.actions_by_name["view_beside"].isChecked()
    assert not window.national.isVisible()  # what it shows stands in the proposal's sheet now
    assert "Sud može naložiti" in pair.page.toPlainText()
    put(window.proposal.editor, len(document(window.proposal.editor)))
    qtbot.keyClicks(window.proposal.editor, " Hitno.")
    window.proposal.keep()
    settled()
    check(pair)
    window.do("view_all")
    settled()
    assert pair.page.isHidden()
    assert window.national.isVisible()
    assert settings.load().layout in ("", "three")
    window.do("theme_dark")
    window.do("view_beside")
    assert pair.page.colours == window.proposal.editor.colours
