"""The tracked editor through its real widget: keys, mouse, input methods, clipboard.

After every key the document is what the runs say, the runs are both texts, and each character carries its state.
"""

from __future__ import annotations

import logging
import random

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleTextInsertEvent,
    QAccessibleTextRemoveEvent,
    QAction,
    QDropEvent,
    QFontMetricsF,
    QGuiApplication,
    QInputMethodEvent,
    QInputMethodQueryEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from tomas_desktop.amend.caret import position_in
from tomas_desktop.amend.marks import joined, units
from tomas_desktop.amend.redline import redline
from tomas_desktop.model.canonical import Line
from tomas_desktop.ui.views.tracked_editor import MarkColours, TrackedEditor
from tomas_desktop.ui.views.tracked_patch import STATE
from tomas_desktop.ui.views.tracked_sheet import cleaned

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def lines(*texts: str) -> list[Line]:
    return [Line("", "", "text", text) for text in texts]


def pairs(base: list[Line], proposed: list[Line]) -> list[tuple[Line | None, Line | None]] | None:
    return list(zip(base, proposed, strict=True)) if len(base) == len(proposed) else None


@pytest.fixture
def editor(qtbot):
    widget = TrackedEditor()
    qtbot.addWidget(widget)
    widget.resize(520, 400)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    return widget


def load(editor: TrackedEditor, base: str | list[str], proposed: str | list[str] | None = None) -> TrackedEditor:
    old = lines(*([base] if isinstance(base, str) else base))
    new = old if proposed is None else lines(*([proposed] if isinstance(proposed, str) else proposed))
    editor.set_texts(old, new, pairs(old, new))
    check(editor)
    return editor


def document(editor: TrackedEditor) -> str:
    return units(editor.document().toRawText().replace("\u2029", "\n"))


def check(editor: TrackedEditor) -> None:
    """The document is what the view's runs say, each character in the state of its run, the caret in its place."""
    tracked = editor._sheet.tracked
    runs = tracked.runs()
    assert "".join(text for op, text in runs if op != "+") == tracked.base
    assert "".join(text for op, text in runs if op != "-") == tracked.proposed
    hidden = {"all": "", "final": "-", "original": "+"}[editor._view]
    runs = tuple(run for run in runs if run.op != hidden)
    assert document(editor) + "\n" == "".join(text for _, text in runs)
    states = "".join(op * len(text) for op, text in runs) if editor._view == "all" else "=" * 10**5
    block = editor.document().begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            carried = fragment.charFormat().property(STATE)
            at, end = fragment.position(), fragment.position() + fragment.length()
            end = min(end, block.position() + block.length() - 1)  # a fragment may run on over the paragraph break
            assert set(states[at:end]) == {carried}, fragment.text()
            form = fragment.charFormat()
            assert form.fontUnderline() == (carried == "+")
            assert form.fontStrikeOut() == (carried == "-")
            iterator += 1
        block = block.next()
    if not editor.textCursor().hasSelection():
        assert editor.textCursor().position() == position_in(tracked.runs(), tracked.caret, editor._view)


def seen(editor: TrackedEditor) -> str:
    """The text as a reader sees it: ~deleted~, +inserted+, ‸ caret, | break."""
    out, place = "", editor.textCursor().position()
    at, last = 0, "="
    for char, state in states_of(editor):
        mark = {"=": "", "-": "~", "+": "+"}
        if state != last:
            out += mark[last]
        if at == place:
            out += "‸"
        if state != last:
            out += mark[state]
        out, last, at = out + char, state, at + 1
    out += {"=": "", "-": "~", "+": "+"}[last]
    return (out + ("‸" if at == place else "")).replace("\n", "|")


def states_of(editor: TrackedEditor) -> list[tuple[str, str]]:
    found = [(char, str(op)) for op, text in editor._sheet.tracked.runs() for char in text][:-1]
    assert "".join(char for char, _ in found) == document(editor)
    return found


def put(editor: TrackedEditor, position: int, anchor: int | None = None) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(position if anchor is None else anchor)
    cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    QApplication.processEvents()


def press(editor: TrackedEditor, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> str:
    for key in keys:
        QTest.keyClick(editor, key, modifier)
        check(editor)
    return seen(editor)


def letter(editor: TrackedEditor, char: str) -> None:
    QTest.keyClick(editor, char)  # type: ignore[call-overload]


def write(editor: TrackedEditor, text: str) -> str:
    for char in text:
        letter(editor, char)
        check(editor)
    return seen(editor)


def caret_x(editor: TrackedEditor) -> int:
    return editor.cursorRect().left()


# Typing


def test_a_letter_in_a_kept_word_moves_the_caret_by_its_width(editor):
    load(editor, "the court shall decide")
    put(editor, 6)
    before = caret_x(editor)
    assert write(editor, "n") == "the +con‸urt+~court~ shall decide"
    width = QFontMetricsF(editor.currentFont()).horizontalAdvance("n")
    assert abs(caret_x(editor) - before - width) < 2


def test_the_mark_takes_its_rest_when_the_caret_leaves_and_later_text_stays(editor, qtbot):
    load(editor, "the court shall decide")
    put(editor, 6)
    write(editor, "n")
    cursor = editor.textCursor()
    cursor.setPosition(document(editor).index("shall"))
    x = editor.cursorRect(cursor).left()
    put(editor, document(editor).index("decide"))
    qtbot.waitUntil(lambda: seen(editor) == "the ~court~+conurt+ shall ‸decide")
    check(editor)
    cursor.setPosition(document(editor).index("shall"))
    assert abs(editor.cursorRect(cursor).left() - x) <= 1


def test_backspace_through_two_words_never_moves_right(editor):
    load(editor, "the death penalty is abolished")
    put(editor, 17)
    x = caret_x(editor)
    for _ in range(11):
        press(editor, Key.Key_Backspace)
        assert caret_x(editor) <= x
        x = caret_x(editor)
    assert seen(editor) == "the +de+‸~death penalty~ is abolished"


def test_delete_goes_on_behind_a_word(editor):
    load(editor, "we shall impose it")
    put(editor, 3)
    assert press(editor, Key.Key_Delete) == "we ‸+hall+~shall~ impose it"
    assert press(editor, *[Key.Key_Delete] * 4) == "we ~shall~‸ impose it"
    assert press(editor, *[Key.Key_Delete] * 2) == "we ~shall ~‸+mpose+~impose~ it"


@pytest.mark.parametrize(
    ("place", "key", "then"),
    [(8, Key.Key_Backspace, "we ‸~shall~ go"), (3, Key.Key_Delete, "we ~shall~‸ go")],
)
def test_deleted_words_are_skipped(editor, place, key, then):
    load(editor, "we shall go", "we  go")
    put(editor, place)
    assert press(editor, key) == then


@pytest.mark.parametrize(
    ("place", "then"),
    [
        (15, "we ~shall impose~+may+‸ it"),
        (3, "we +may+‸~shall impose~ it"),
        (9, "we ~shall ~+may+‸~impose~ it"),
        (11, "we ~shall ~+may+‸~impose~ it"),
    ],
)
def test_typing_beside_and_inside_deleted_words(editor, place, then):
    load(editor, "we shall impose it", "we  it")
    put(editor, place)
    assert write(editor, "may") == then


def test_typing_over_a_selection_and_erasing_it(editor):
    load(editor, "the quick brown fox")
    put(editor, 9, 4)
    assert write(editor, "slow") == "the ~quick~+slow+‸ brown fox"
    assert press(editor, *[Key.Key_Backspace] * 4) == "the ~quick~‸ brown fox"
    assert press(editor, Key.Key_Backspace) == "the ‸~quick~ brown fox"


def test_a_selection_over_kept_and_deleted_words(editor):
    load(editor, "we shall impose it", "we  it")
    put(editor, 18, 0)
    assert write(editor, "x") == "~we shall impose it~+x+‸"


def test_a_selection_of_deleted_words_is_left_alone(editor, qtbot):
    load(editor, "we shall impose it", "we  it")
    put(editor, 12, 4)
    with qtbot.assertNotEmitted(editor.edited):
        assert press(editor, Key.Key_Backspace) == "we ~s‸hall impose~ it"
        put(editor, 12, 4)
        assert press(editor, Key.Key_Delete) == "we ~shall imp‸ose~ it"


def test_retyping_restores(editor):
    load(editor, "the penalty is")
    put(editor, 11)
    press(editor, *[Key.Key_Backspace] * 5)
    assert write(editor, "nalty") == "the penalty‸ is"
    assert editor.change_count() == 0


# Paragraphs


def test_split_and_backspace_join_and_enter(editor):
    load(editor, ["one two", "three"])
    put(editor, 4)
    assert press(editor, Key.Key_Return) == "one +|+‸two|three"
    assert press(editor, Key.Key_Backspace) == "one ‸two|three"
    assert press(editor, Key.Key_Return, modifier=SHIFT) == "one +|+‸two|three"
    press(editor, Key.Key_Backspace)
    put(editor, 7)
    assert press(editor, Key.Key_Delete) == "one +two‸three+~two|three~"
    assert press(editor, Key.Key_Return) == "one two|‸three"


def test_replacement_over_a_deleted_break(editor):
    load(editor, ["aa bb", "gone", "cc dd"], ["aa bb", "cc dd"])
    put(editor, 13, 3)
    assert write(editor, "x") == "aa ~bb|gone|cc~+x+‸ dd"


def test_new_paragraphs_are_set_like_text(editor):
    editor.set_texts(
        [Line("", "", "heading", "Title"), *lines("text")], [Line("", "", "heading", "Title"), *lines("text")]
    )
    put(editor, 5)
    press(editor, Key.Key_Return)
    write(editor, "new")
    blocks = [editor.document().findBlockByNumber(i) for i in range(3)]
    centred = [bool(block.blockFormat().alignment() & Qt.AlignmentFlag.AlignHCenter) for block in blocks]
    assert centred == [True, False, False]
    assert blocks[0].begin().fragment().charFormat().fontWeight() > 500
    assert blocks[1].begin().fragment().charFormat().fontWeight() < 500


# Locked lines


def article() -> list[Line]:
    return [
        Line("art_185", "article", "heading", "Prikazivanje"),
        Line("art_185", "article", "number", "Član 185", "Član 185"),
        Line("art_185__para_1", "paragraph", "text", "(1) Ko prikaže, kazniće se.", "(1)"),
        Line("art_185__para_1__point_1", "point", "text", "1) slike;", "1)", 1),
    ]


def test_the_line_with_the_number_cannot_be_edited(editor, qtbot):
    editor.set_texts(article(), article())
    put(editor, 16)
    for key in (Key.Key_X, Key.Key_Return, Key.Key_Backspace, Key.Key_Delete):
        with qtbot.waitSignal(editor.refused), qtbot.assertNotEmitted(editor.edited):
            press(editor, key) if key != Key.Key_X else write(editor, "x")
    press(editor, Key.Key_A, modifier=CTRL)
    with qtbot.waitSignal(editor.refused):
        write(editor, "x")
    assert editor.textCursor().hasSelection()
    compose(editor, "é")
    compose(editor, "", "é")
    check(editor)
    assert document(editor) == "\n".join([*(line.text for line in article()[:3]), "1) slike;é"])


def test_kinds_are_drawn(editor):
    editor.set_texts(article(), article())
    blocks = [editor.document().findBlockByNumber(i) for i in range(4)]
    middle = Qt.AlignmentFlag.AlignHCenter
    assert [bool(block.blockFormat().alignment() & middle) for block in blocks] == [True, True, False, False]
    assert blocks[3].blockFormat().leftMargin() > blocks[2].blockFormat().leftMargin()
    assert {block.blockFormat().lineHeight() for block in blocks} == {150.0}
    soft = MarkColours().soft
    assert blocks[1].begin().fragment().charFormat().foreground().color().name() == soft
    assert blocks[2].begin().fragment().text() == "(1)"
    assert blocks[2].begin().fragment().charFormat().foreground().color().name() == soft


def test_a_deleted_and_a_new_provision(editor, qtbot):
    editor.set_texts(article(), [])
    check(editor)
    assert editor.change_count() == 1
    with qtbot.waitSignal(editor.edited):
        editor.reject_change()
    check(editor)
    assert editor._sheet.proposed() == [line.text for line in article()]
    editor.set_texts([], article())
    check(editor)
    assert document(editor) == "\n".join(line.text for line in article())
    editor.set_texts([], [])
    write(editor, "new")
    assert editor._sheet.proposed() == ["new"]


# Clipboard and mouse


def test_hostile_characters_are_cleaned_at_the_door(editor):
    load(editor, "ab cd")
    put(editor, 3)
    data = QMimeData()
    data.setText("x\ufffc\r\ny\u2028z\ufdd0\ufdd1\x07\n\n\nw\u00a0\U0001d538\tv\n")
    editor.insertFromMimeData(data)
    check(editor)
    assert editor._sheet.proposed() == ["ab x", "y", "z", "w\u00a0\U0001d538 vcd"]
    assert cleaned("a\ud800b") == "ab"


def test_copy_is_the_proposed_text_and_only_text(editor):
    load(editor, ["we shall go", "gone", "x"], ["we may go", "x"])
    press(editor, Key.Key_A, modifier=CTRL)
    press(editor, Key.Key_C, modifier=CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "we may go\nx"
    assert not data.hasHtml()


def test_cut_and_paste(editor, qtbot):
    load(editor, "the quick brown fox")
    put(editor, 9, 4)
    with qtbot.waitSignals([editor.edited, editor.rested]):
        assert press(editor, Key.Key_X, modifier=CTRL) == "the ~quick~‸ brown fox"
    put(editor, document(editor).index("fox"))
    assert press(editor, Key.Key_V, modifier=CTRL) == "the ~quick~ brown ~fox~+quick‸fox+"
    assert editor._sheet.proposed() == ["the  brown quickfox"]


def test_ctrl_backspace_and_ctrl_delete(editor):
    load(editor, "we shall go there")
    put(editor, 8)
    assert press(editor, Key.Key_Backspace, modifier=CTRL) == "we ‸~shall~ go there"
    put(editor, 9)
    assert press(editor, Key.Key_Delete, modifier=CTRL) == "we ~shall~ ~go ~‸there"


def test_word_moves_stop_between_a_pair(editor):
    load(editor, "we shall go", "we may go")
    put(editor, 0)
    places = []
    for _ in range(4):
        press(editor, Key.Key_Right, modifier=CTRL)
        places.append(editor.textCursor().position())
    assert places == [3, 8, 12, 14]
    press(editor, Key.Key_Left, Key.Key_Left, modifier=CTRL)
    assert editor.textCursor().position() == 8
    press(editor, Key.Key_Right, modifier=CTRL | SHIFT)
    assert editor.textCursor().selectedText() == "may "


def test_double_click_takes_one_word_of_a_pair(editor, qtbot):
    load(editor, "we shall go", "we may go")
    for place, word in ((5, "shall"), (9, "may"), (1, "we")):
        cursor = editor.textCursor()
        cursor.setPosition(place)
        point = editor.cursorRect(cursor).center() + QPoint(2, 0)
        QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=point)
        QTest.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=point)
        QTest.mouseRelease(editor.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert editor.textCursor().selectedText() == word
        QTest.qWait(QApplication.doubleClickInterval() + 20)


def drop(editor: TrackedEditor, text: str, position: int, *, move: bool) -> None:
    data = QMimeData()
    data.setText(text)
    cursor = editor.textCursor()
    cursor.setPosition(position)
    action = Qt.DropAction.MoveAction if move else Qt.DropAction.CopyAction
    point = QPointF(editor.cursorRect(cursor).center())
    event = QDropEvent(point, action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    editor.dropEvent(event)
    check(editor)


def test_a_drop_is_a_paste_where_it_falls(editor):
    load(editor, "the quick brown fox")
    drop(editor, "very\u00a0\r\n", 4, move=False)
    assert editor._sheet.proposed() == ["the very\u00a0quick brown fox"]


@pytest.mark.parametrize(("target", "then"), [(16, "the brown quick fox"), (0, "quick the brown fox")])
def test_dragging_inside_is_one_edit(editor, qtbot, target, then):
    load(editor, "the quick brown fox")
    edits: list[list[str]] = []
    editor.edited.connect(edits.append)
    put(editor, 10, 4)
    editor._dragged = editor._selection()
    with qtbot.waitSignal(editor.rested):
        drop(editor, "quick ", target, move=True)
    assert edits == [[then]]


def test_a_drag_across_a_locked_line_changes_nothing(editor, qtbot):
    editor.set_texts(article(), article())
    put(editor, 12, 3)
    editor._dragged = editor._selection()
    with qtbot.assertNotEmitted(editor.edited):
        drop(editor, "kazivanje", 16, move=True)
    assert editor._sheet.proposed() == [line.text for line in article()]


# Undo, shortcuts, net

offscreen_noise = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)


@pytest.fixture
def window(qtbot, editor):
    main = QMainWindow()
    qtbot.addWidget(main)
    main.setCentralWidget(editor)
    main.show()
    main.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    return main


@offscreen_noise
@pytest.mark.parametrize("view", ["all", "original"])
def test_undo_and_redo_reach_the_window(window, editor, qtbot, view):
    load(editor, "we shall go")
    put(editor, 8)
    write(editor, "x")
    editor.set_view(view)
    undo, redo = QAction("undo", window), QAction("redo", window)
    undo.setShortcut(QKeySequence("Ctrl+Z"))
    redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
    window.addActions([undo, redo])
    before = document(editor)
    for action, key, modifier in (
        (undo, Key.Key_Z, CTRL),
        (redo, Key.Key_Z, CTRL | SHIFT),
        (redo, Key.Key_Y, CTRL),
    ):
        with qtbot.waitSignal(action.triggered, timeout=1000):
            QTest.keyClick(editor, key, modifier)
    assert document(editor) == before


@offscreen_noise
def test_shortcuts_a_window_may_use(window, editor, qtbot):
    load(editor, "we shall go")
    for sequence in ("Ctrl+K", "Ctrl+D", "Ctrl+B", "Ctrl+E", "Ctrl+H", "F8", "Alt+Down", "Ctrl+Return"):
        action = QAction(sequence, window)
        action.setShortcut(QKeySequence(sequence))
        window.addAction(action)
        combination = QKeySequence(sequence)[0]  # type: ignore[index]
        with qtbot.waitSignal(action.triggered, timeout=1000):
            QTest.keyClick(editor, combination.key(), combination.keyboardModifiers())
    assert document(editor) == "we shall go"


def test_a_restored_text_brings_its_caret(editor):
    load(editor, "we shall go there")
    put(editor, 8)
    kept = editor.caret()
    write(editor, "s")
    editor.refresh(lines("we shall go there"), lines("we shall go there"), caret=kept)
    check(editor)
    assert seen(editor) == "we shall‸ go there"


def test_a_refresh_keeps_caret_and_scroll(editor):
    base = lines(*(f"paragraph {i} of a long text that has many words" for i in range(60)))
    editor.set_texts(base, base)
    put(editor, 20)
    editor.verticalScrollBar().setValue(500)
    changed = [*base[:50], *lines("another text altogether"), *base[51:]]
    editor.refresh(base, changed)
    check(editor)
    assert editor.textCursor().position() == 20
    assert editor.verticalScrollBar().value() == 500


def test_settling_does_not_scroll(editor):
    base = lines(*(f"paragraph {i} of a long text that has many words" for i in range(60)))
    editor.set_texts(base, base)
    put(editor, 3)
    write(editor, "x")
    editor.verticalScrollBar().setValue(500)
    editor._settle()
    check(editor)
    assert editor.verticalScrollBar().value() == 500


def test_a_foreign_change_is_adopted_and_logged(editor, qtbot, caplog):
    load(editor, ["we shall go", "there"])
    with caplog.at_level(logging.WARNING), qtbot.waitSignal(editor.edited) as heard:
        cursor = QTextCursor(editor.document())
        cursor.setPosition(3)
        cursor.setPosition(8, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText("may")
    check(editor)
    assert heard.args == [["we may go", "there"]]
    assert "from outside" in caplog.text


def test_a_foreign_change_before_the_next_key(editor):
    load(editor, "we shall go")
    put(editor, 11)
    QTextCursor(editor.document()).insertText("And ")
    write(editor, "x")
    assert editor._sheet.proposed() == ["And xwe shall go"]  # the caret follows what was adopted


def test_the_standard_menu_would_be_seen(editor, qtbot):
    load(editor, "we shall go")
    put(editor, 9, 3)
    menu = editor.createStandardContextMenu()
    delete = next(action for action in menu.actions() if "Delete" in action.text())
    with qtbot.waitSignal(editor.edited):
        delete.trigger()
    check(editor)
    assert editor._sheet.proposed() == ["we go"]


# Input methods


def compose(editor: TrackedEditor, preedit: str = "", commit: str = "", replace: tuple[int, int] = (0, 0)) -> None:
    event = QInputMethodEvent(preedit, [])
    if commit or replace[1]:
        event.setCommitString(commit, *replace)
    QApplication.sendEvent(editor, event)


def preedit_formats(editor: TrackedEditor) -> list:
    return editor.textCursor().block().layout().formats()


def test_compose_and_commit(editor, qtbot):
    load(editor, "we shall go", "we  go")
    put(editor, 8)
    before = document(editor)
    compose(editor, "´")
    assert document(editor) == before
    layout = editor.textCursor().block().layout()
    assert layout.preeditAreaText() == "´"
    assert layout.preeditAreaPosition() == 8
    assert [form.format.fontStrikeOut() for form in preedit_formats(editor)] == [False]
    assert [form.format.fontUnderline() for form in preedit_formats(editor)] == [True]
    compose(editor, "´m")
    with qtbot.waitSignal(editor.edited):
        compose(editor, "", "é")
    check(editor)
    assert layout.preeditAreaText() == ""
    assert seen(editor) == "we ~shall~+é+‸ go"


def test_a_composition_cancelled_changes_nothing(editor, qtbot):
    load(editor, "we shall go")
    put(editor, 4)
    with qtbot.assertNotEmitted(editor.edited):
        compose(editor, "abc")
        compose(editor, "")
    check(editor)
    assert seen(editor) == "we s‸hall go"
    assert write(editor, "x") == "we +sx‸hall+~shall~ go"


def test_a_composition_over_a_selection(editor):
    load(editor, "the quick fox")
    put(editor, 9, 4)
    compose(editor, "s")
    assert editor._sheet.proposed() == ["the  fox"]
    compose(editor, "", "slow")
    check(editor)
    assert seen(editor) == "the ~quick~+slow+‸ fox"


def test_a_composition_inside_a_deleted_word_starts_before_it(editor):
    load(editor, "we shall impose it", "we  it")
    put(editor, 11)
    compose(editor, "m")
    assert editor.textCursor().block().layout().preeditAreaPosition() == 9
    compose(editor, "", "may")
    check(editor)
    assert seen(editor) == "we ~shall ~+may+‸~impose~ it"


def test_a_replacement_counts_in_the_proposed_text(editor):
    load(editor, "we shall go", "we may go")
    put(editor, 11)
    compose(editor, "", "can", (-3, 3))
    check(editor)
    assert seen(editor) == "we ~shall~+can+‸ go"


def test_nothing_is_patched_while_composing(editor, qtbot):
    load(editor, "the court shall decide")
    put(editor, 6)
    write(editor, "n")
    marked = seen(editor)
    put_without_events = editor.textCursor()
    put_without_events.setPosition(len(document(editor)))
    editor.setTextCursor(put_without_events)
    compose(editor, "ab")
    QTest.qWait(20)
    assert "".join(char for char, _ in states_of(editor)) == document(editor)
    assert seen(editor).replace("‸", "") == marked.replace("‸", "")
    compose(editor, "", "ab")
    qtbot.waitUntil(lambda: seen(editor).startswith("the ~court~+conurt+ shall"))
    check(editor)
    assert editor._sheet.proposed() == ["the conurt shall decideab"]


def test_a_refresh_waits_for_the_composition(editor):
    load(editor, "we shall go")
    put(editor, 3)
    compose(editor, "x")
    editor.refresh(lines("we shall go"), lines("we shall go home"))
    assert document(editor) == "we shall go"
    compose(editor, "")
    check(editor)
    assert editor._sheet.proposed() == ["we shall go home"]


def test_the_input_method_reads_the_proposed_text(editor):
    load(editor, ["first", "we shall go"], ["first", "we may go"])
    put(editor, 6 + 11)
    queries = Qt.InputMethodQuery
    event = QInputMethodQueryEvent(
        queries.ImSurroundingText | queries.ImCursorPosition | queries.ImTextBeforeCursor | queries.ImTextAfterCursor
    )
    QApplication.sendEvent(editor, event)
    assert event.value(queries.ImSurroundingText) == "we may go"
    assert event.value(queries.ImCursorPosition) == 6
    assert event.value(queries.ImTextBeforeCursor) == "first\nwe may"
    assert event.value(queries.ImTextAfterCursor) == " go"
    assert editor.inputMethodQuery(queries.ImEnabled)


# Views, changes


def test_views_keep_the_caret_and_the_final_text_can_be_edited(editor):
    load(editor, "we shall go now", "we may go")
    put(editor, 13)
    here = editor.caret()
    for view, place in (("final", 8), ("original", 10), ("all", 13)):
        editor.set_view(view)
        check(editor)
        assert editor.textCursor().position() == place
        assert editor.caret() == here
    editor.set_view("final")
    assert document(editor) == "we may go"
    put(editor, 9)
    letter(editor, "!")
    check(editor)
    assert document(editor) == "we may go!"
    QTest.keyClick(editor, Key.Key_Backspace)
    QTest.keyClick(editor, Key.Key_Backspace)
    check(editor)
    assert document(editor) == "we may g"
    editor.set_view("original")
    assert document(editor) == "we shall go now"
    letter(editor, "x")
    QTest.keyClick(editor, Key.Key_Right)
    check(editor)
    assert editor._sheet.proposed() == ["we may g"]


def test_next_previous_and_restore(editor, qtbot):
    load(editor, ["the court shall impose a fine", "gone", "end"], ["the judge shall impose a term", "end"])
    assert editor.change_count() == 3
    put(editor, 0)
    places = []
    while editor.go_to_change(1):
        places.append(editor.textCursor().position())
        assert editor.current_change() == len(places) - 1
    assert len(places) == 3
    assert editor.go_to_change(-1)
    assert editor.textCursor().position() == places[1]
    with qtbot.waitSignals([editor.edited, editor.rested]):
        assert editor.reject_change()
    check(editor)
    assert editor._sheet.proposed() == ["the judge shall impose a fine", "end"]
    editor.go_to_change(1)
    assert editor.reject_change()
    check(editor)
    assert editor._sheet.proposed() == ["the judge shall impose a fine", "gone", "end"]
    assert not editor.reject_change()


def test_changes_are_found_in_the_final_view_too(editor):
    load(editor, "we shall always go there", "we shall go far")
    editor.set_view("final")
    put(editor, 0)
    assert [editor.go_to_change(1) and editor.current_change() for _ in range(3)] == [0, 1, False]
    assert editor.go_to_change(-1)
    assert editor.reject_change()
    check(editor)
    assert document(editor) == "we shall always go far"


def test_a_window_that_aligns_anew_at_every_rest_disturbs_nothing(editor, qtbot):
    """The change is looked up, the words are pasted, after the window has answered."""
    base = lines("the court shall decide", "and the judge signs")
    editor.set_texts(base, base)
    editor.rested.connect(lambda: editor.refresh(base, lines(*editor._sheet.proposed())))
    put(editor, 9)
    press(editor, Key.Key_Return)
    write(editor, "new")
    assert editor.reject_change()
    check(editor)
    assert editor._sheet.proposed() == [line.text for line in base]
    write(editor, "x")
    put(editor, 12)
    QApplication.processEvents()
    check(editor)


def test_the_menu_restores_the_change_at_the_caret(editor):
    load(editor, "the court shall", "the judge shall")
    put(editor, 0)
    assert not editor.context_menu().actions()[-1].isEnabled()
    put(editor, 6)
    restore = editor.context_menu().actions()[-1]
    assert restore.isEnabled()
    restore.trigger()
    assert document(editor) == "the court shall"


def test_editor_and_word_file_show_the_same_marks(editor):
    old, new = "The court shall impose a fine of 1.500 euro.", "The judge may impose a term of 2.500 euro."
    load(editor, old, new)
    shown = "".join(
        {"=": "", "-": "~", "+": "+"}[op] + text + {"=": "", "-": "~", "+": "+"}[op] for op, text in redline(old, new)
    )
    assert seen(editor).replace("‸", "") == shown


# Rest


def test_typing_comes_to_rest_when_the_caret_leaves_or_time_passes_or_focus_goes(editor, qtbot):
    load(editor, "we shall go")
    put(editor, 8)
    with qtbot.assertNotEmitted(editor.rested):
        write(editor, "abc")
    with qtbot.waitSignal(editor.rested):
        press(editor, Key.Key_Left)
    write(editor, "d")
    with qtbot.waitSignal(editor.rested, timeout=2000):
        pass
    write(editor, "e")
    with qtbot.waitSignal(editor.rested):
        editor.clearFocus()
    check(editor)
    assert editor._sheet.tracked.hot_place() is None


def test_a_refresh_with_equal_text_waits_until_the_caret_leaves_the_mark(editor, qtbot):
    load(editor, "the court shall")
    put(editor, 6)
    marked = write(editor, "n")
    editor.refresh(lines("the court shall"), lines("the conurt shall"))
    assert seen(editor) == marked
    put(editor, 16)
    qtbot.waitUntil(lambda: seen(editor).startswith("the ~court~+conurt+"))


def test_a_pause_at_a_blank_or_in_an_empty_paragraph_loses_neither(editor, qtbot):
    """The window keeps what was typed without blanks at the ends and empty paragraphs, and shows that."""
    base = lines("the court", "decides")
    editor.set_texts(base, base)

    def keep() -> None:
        kept = [text.strip() for text in editor._sheet.proposed()]
        editor.refresh(base, lines(*filter(None, kept)))

    editor.rested.connect(keep)
    put(editor, 9)
    write(editor, " shall ")
    editor._rest()
    assert write(editor, "x").startswith("the court+ shall x+‸|")
    press(editor, Key.Key_Return)
    editor._rest()
    assert write(editor, "y").startswith("the court+ shall x|y+‸|")
    press(editor, Key.Key_Return)
    press(editor, Key.Key_Down, Key.Key_Down)
    qtbot.waitUntil(lambda: editor._sheet.proposed() == ["the court shall x", "y", "decides"])
    check(editor)


def test_a_caret_follows_what_changes_left_of_it(editor):
    load(editor, "the court shall decide at once")
    put(editor, 22)
    editor.refresh(lines("the court shall decide at once"), lines("the high court shall decide at once"))
    check(editor)
    assert seen(editor) == "the +high +court shall decide‸ at once"


def test_colours_change_in_place(editor):
    load(editor, "we shall go", "we may go")
    put(editor, 9)
    editor.set_colours(MarkColours(inserted="#8cc4ff", paper="#282d32", ink="#e7e5e0"))
    check(editor)
    assert editor.textCursor().position() == 9
    cursor = editor.textCursor()
    cursor.setPosition(10)
    assert cursor.charFormat().foreground().color().name() == "#8cc4ff"


def test_the_caret_entering_a_mark_is_announced(editor, monkeypatch):
    spoken = []
    monkeypatch.setattr("tomas_desktop.ui.views.tracked_voice.announce", lambda widget, text: spoken.append(text))
    load(editor, "we shall go", "we may go")
    put(editor, 1)
    for place in (4, 5, 9, 13):
        put(editor, place)
    assert spoken == ["deleted: shall", "inserted: may"]
    assert editor.accessibleName()


def test_a_screen_reader_is_told_the_letters_that_came_and_went(editor, monkeypatch):
    told: list[tuple[str, str]] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleTextInsertEvent):
            told.append(("inserted", event.textInserted()))
        elif isinstance(event, QAccessibleTextRemoveEvent):
            told.append(("removed", event.textRemoved()))

    load(editor, "we shall go")
    put(editor, 8)
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    write(editor, "s")
    assert told == [("inserted", "sshall")]  # the new letter, and the word it struck
    told.clear()
    write(editor, "x")
    press(editor, Key.Key_Backspace)
    assert told == [("inserted", "x"), ("removed", "x")]


# Units and random keys


def test_positions_count_utf16_units(editor):
    load(editor, "a\U0001d538b c", "a\U0001d539b c")
    check(editor)
    put(editor, 2 * len(units("a\U0001d538b")))
    assert write(editor, "x").endswith("x+‸ c")
    assert editor._sheet.proposed() == ["a\U0001d539bx c"]
    assert joined(document(editor)) == editor.document().toRawText()
    load(editor, "a\U0001d538b")
    put(editor, 3)
    press(editor, Key.Key_Backspace)
    assert editor._sheet.proposed() == ["ab"]


KEYS = [Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End]


@pytest.mark.parametrize("seed", range(3))
def test_400_random_keys(editor, seed):
    rng = random.Random(seed)
    words = "Ko drugome prikaže sliku , zvuk ili tekst kazniće se i zatvorom do tri godine .".split()

    def text() -> str:
        return " ".join(rng.choice(words) for _ in range(rng.randint(0, 12)))

    base = [*article()[:2], *lines(*(text() for _ in range(3)))]
    new = [
        *article()[:2],
        *lines(*(text() if rng.random() < 0.5 else line.text for line in base[2:] if rng.random() < 0.9)),
    ]
    editor.set_texts(base, new)
    told: list[list[str]] = []
    editor.edited.connect(told.append)
    for _ in range(400):
        kind = rng.random()
        if kind < 0.45:
            letter(editor, rng.choice("abcdeio  ,.x"))
        elif kind < 0.65:
            QTest.keyClick(
                editor,
                rng.choice([Key.Key_Backspace, Key.Key_Delete]),
                rng.choice([CTRL, *[Qt.KeyboardModifier.NoModifier] * 4]),
            )
        elif kind < 0.70:
            QTest.keyClick(editor, Key.Key_Return)
        elif kind < 0.9:
            modifier = rng.choice([SHIFT, CTRL, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.NoModifier])
            QTest.keyClick(editor, rng.choice(KEYS), modifier)
        elif kind < 0.93:
            QTest.keyClick(editor, rng.choice([Key.Key_X, Key.Key_C, Key.Key_V]), CTRL)
        elif kind < 0.96:
            editor.go_to_change(rng.choice([1, -1]))
        elif kind < 0.98:
            editor.set_view(rng.choice(["all", "final", "original"]))
        else:
            editor.reject_change()
        check(editor)
        if rng.random() < 0.3:
            QApplication.processEvents()
            check(editor)
    assert told
    editor.set_view("all")
    editor._settle()
    check(editor)
    assert told[-1] == editor._sheet.proposed()


@pytest.mark.parametrize("seed", range(2))
def test_150_random_events_of_every_kind(editor, seed):
    """Compositions, replacements by an input method, drops, drags, undo, foreign changes, a window that aligns anew."""
    rng = random.Random(seed)
    words = "Ko drugome prikaže sliku , zvuk ili tekst kazniće se i zatvorom . \U0001d538x e\u0301".split()

    def text() -> str:
        return " ".join(rng.choice(words) for _ in range(rng.randint(0, 9)))

    def place() -> int:
        shown = document(editor)
        at = rng.randint(0, len(shown))
        return at - ("\udc00" <= shown[at : at + 1] <= "\udfff")

    base = [*article()[:2], *lines(*(text() for _ in range(3)))]
    editor.set_texts(base, base)
    editor.rested.connect(lambda: editor.refresh(base, lines(*editor._sheet.proposed())))
    history = [(base, editor.caret())]
    for _ in range(150):
        kind = rng.randrange(9)
        put(editor, place(), place() if rng.random() < 0.3 else None)
        if kind == 0:
            compose(editor, "a")
            editor._settle()
            compose(editor, "ab")
            compose(editor, "", rng.choice(["", "é", "\U0001d538"]))
        elif kind == 1:
            compose(editor, "", rng.choice(["q", ""]), (-rng.randint(0, 3), rng.randint(0, 3)))
        elif kind == 2:
            drop(editor, text() or "z", place(), move=False)
        elif kind == 3:
            editor._dragged = editor._selection()
            drop(editor, "x", place(), move=True)
        elif kind == 4:
            cursor = QTextCursor(editor.document())
            cursor.setPosition(place())
            cursor.setPosition(place(), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(rng.choice(["", "w", "w\nx"]))
            editor._adopt()
        elif kind == 5:
            lines_then, caret = rng.choice(history)
            editor.refresh(base, lines_then, caret=caret)
        elif kind == 6:
            history.append((lines(*editor._sheet.proposed()), editor.caret()))
        else:
            for char in text()[:5]:
                letter(editor, char) if char.isascii() else None
        check(editor)
        if rng.random() < 0.3:
            QApplication.processEvents()
            check(editor)
