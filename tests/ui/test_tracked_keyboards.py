"""Keyboards of the region: Cyrillic layouts, dead keys, input methods; whatever they send is marked like any other
letter and lands where the caret stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from tests.ui.test_tracked_editor import CTRL, check, compose, document, editor, load, put, seen
from tomas_desktop.ui.views.tracked_editor import TrackedEditor

__all__ = ["editor"]
PLAIN, SHIFT, ALT_GR = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.GroupSwitchModifier,
)


def send(editor: TrackedEditor, text: str, modifier: Qt.KeyboardModifier = PLAIN, key: int = 0) -> None:
    """A key as a layout sends it: on Cyrillic ones Qt's key code is the letter's own, or none."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(editor, QKeyEvent(kind, key or ord(text[0].upper()), modifier, text))
    check(editor)


@pytest.mark.parametrize(
    "words", ["Љубав и њиве, џеп ђак ћуп", "Ѓорѓи, ќебе и ѕвезда џ", "Çështje ë Ë ç", "čćžšđ ČĆŽŠĐ"]
)
def test_letters_of_every_layout_are_typed(editor: TrackedEditor, words: str) -> None:
    load(editor, "суд ")
    put(editor, 4)
    for char in words:
        send(editor, char, SHIFT if char.isupper() else PLAIN)
    assert document(editor) == "суд " + words
    assert seen(editor) == f"суд +{words}+‸"
    for _ in words:
        send(editor, "\b", key=Qt.Key.Key_Backspace.value)
    assert seen(editor) == "суд ‸"


def test_a_letter_in_a_cyrillic_word_marks_the_word(editor: TrackedEditor) -> None:
    load(editor, "врховни суд одлучује")
    put(editor, 11)
    send(editor, "њ")
    assert seen(editor) == "врховни +судњ+‸~суд~ одлучује"


def test_alt_gr_types_and_ctrl_with_a_cyrillic_letter_does_not(editor: TrackedEditor) -> None:
    load(editor, "суд")
    put(editor, 3)
    send(editor, "€", ALT_GR)
    send(editor, "@", ALT_GR | SHIFT)
    assert document(editor) == "суд€@"
    send(editor, "\x16", CTRL, key=ord("В"))
    assert document(editor) == "суд€@"


@pytest.mark.parametrize(
    ("dead", "letter"), [("´", "ѓ"), ("´", "ќ"), ("¨", "ë"), ("ˇ", "č"), ("´", "ć"), ("˘", "ğ"), ("^", "â")]
)
def test_a_dead_key_shows_its_accent_and_gives_one_letter(editor: TrackedEditor, dead: str, letter: str) -> None:
    load(editor, "word end")
    put(editor, 5)
    compose(editor, dead)
    assert editor.textCursor().block().layout().preeditAreaText() == dead
    assert editor.sheet.proposed() == ["word end"]  # nothing is proposed before the letter is whole
    compose(editor, "", letter)
    check(editor)
    assert editor.sheet.proposed() == [f"word {letter}end"]


def test_a_letter_with_a_combining_accent_is_one_backspace_apart(editor: TrackedEditor) -> None:
    """Macedonian texts carry а̀ as two characters: erasing takes the accent first, Delete takes both."""
    load(editor, "за̀ сè")
    put(editor, 1)
    send(editor, "\x7f", key=Qt.Key.Key_Delete.value)
    assert editor.sheet.proposed() == ["з сè"]


def test_a_composition_of_several_steps_is_one_edit(editor: TrackedEditor) -> None:
    load(editor, "суд")
    put(editor, 3)
    told: list[list[str]] = []
    editor.edited.connect(told.append)
    for preedit in ("п", "пр", "при"):
        compose(editor, preedit)
    compose(editor, "", " при")
    assert told == [["суд при"]]


def test_a_composition_taken_back_changes_nothing(editor: TrackedEditor) -> None:
    load(editor, "we shall impose it", "we  it")
    put(editor, 9)  # among deleted words
    before = editor.sheet.proposed()
    compose(editor, "´")
    compose(editor, "´a")
    QCoreApplication.sendEvent(editor, QInputMethodEvent())
    check(editor)
    assert editor.sheet.proposed() == before
    assert editor.textCursor().block().layout().preeditAreaText() == ""
