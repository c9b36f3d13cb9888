"""Files that are dropped: taken over a widget and over its fields, once the drop is over; a text stays a text."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dragging import drop
from tomas_desktop.ui import arrivals
from tomas_desktop.ui.dialogs.bring_translations import BringTranslations
from tomas_desktop.ui.file_drop import FileDrop
from tomas_desktop.ui.main_window import MainWindow
from tomas_desktop.ui.stopping import Stopping

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[QLineEdit]:
    """A field in a widget on which files can be dropped."""
    widget = QWidget()
    qtbot.addWidget(widget)
    field = QLineEdit()
    QVBoxLayout(widget).addWidget(field)
    yield field
    widget.close()


@pytest.fixture
def got(field: QLineEdit) -> list[Path]:
    taken: list[Path] = []
    FileDrop(field.window(), arrivals.dropped, taken.append)
    return taken


def test_a_file_is_taken_when_the_drop_is_over(field: QLineEdit, got: list[Path], tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "law.txt"
    file.write_text("x", encoding="utf-8")
    for widget in (field.window(), field):
        assert drop(widget, file)
        assert got == []
        qtbot.waitUntil(lambda: got == [file])
        assert field.text() == ""
        got.clear()


def test_what_is_not_wanted_is_left_alone(field: QLineEdit, got: list[Path], tmp_path: Path, qtbot: QtBot) -> None:
    assert not drop(field.window(), tmp_path)
    assert not drop(field.window(), tmp_path / "gone.txt")
    files = [tmp_path / name for name in ("a.txt", "b.txt")]
    for file in files:
        file.write_text("x", encoding="utf-8")
    assert not drop(field.window(), *files)
    qtbot.wait(20)
    assert got == []


def test_a_text_that_is_dragged_into_a_field_stays_a_text(field: QLineEdit, got: list[Path], qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("čl. 12")
    event = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    field.dropEvent(event)
    assert field.text() == "čl. 12"
    assert not FileDrop(field.window(), arrivals.dropped, got.append).eventFilter(field, event)
    assert got == []


def test_two_files_come_with_the_older_first_and_three_do_not(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("new.txt", "old.txt", "other.txt")]
    for age, file in enumerate(files):
        file.write_text("x", encoding="utf-8")
        os.utime(file, (1000 - age, 1000 - age))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files[:2]])
    assert arrivals.dropped_files(data) == (files[1], files[0])
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    assert arrivals.dropped_files(data) is None


def test_a_dossier_comes_alone(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("one.tomas", "two.tomas")]
    data = QMimeData()
    for file in files:
        file.write_text("x", encoding="utf-8")
    data.setUrls([QUrl.fromLocalFile(str(files[0]))])
    assert arrivals.dropped_files(data) == (files[0],)
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    assert arrivals.dropped_files(data) is None


def test_a_translation_memory_is_dropped_on_its_field(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "memory.csv"
    file.write_text("A court may order.,Sud može naložiti.\n", encoding="utf-8")
    assert window.desk.opened is not None
    dialog = BringTranslations(window.desk.opened, "", window)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    assert drop(dialog.file, file)
    qtbot.waitUntil(lambda: dialog.file.text() == str(file) and not dialog.progress.isVisible())
    dialog.done(0)


def test_stopping_is_too_late_once_it_is_written() -> None:
    stopping = Stopping()
    assert stopping.ask()
    assert not stopping.may_keep()
    late = Stopping()
    assert late.may_keep()
    assert not late.ask()
    assert not late.is_asked
