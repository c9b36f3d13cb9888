"""Everything that the window can show, one after the other: every action is run, every dialog and tab is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QTabBar, QWidget

from tests.export.forms_of_others import form, saved
from tomas_desktop import paths
from tomas_desktop.services import proposed_act
from tomas_desktop.services.sources import Source
from tomas_desktop.ui.commands import ENTRIES, comparing, helping, presenting, reviewing
from tomas_desktop.ui.dialogs.apply_act import ApplyAct
from tomas_desktop.ui.dialogs.export_package import ExportPackage
from tomas_desktop.ui.dialogs.fill_form import FillForm
from tomas_desktop.ui.dialogs.import_law import ImportLaw
from tomas_desktop.ui.main_window import MainWindow
from tomas_desktop.ui.presentation.stage import Stage
from tomas_desktop.ui.views.tour import Tour

_MOMENT_MS = 20

Look = Callable[[str, QWidget], None]

DEMO = paths.resources() / "demo"
SCREEN = QSize(1366, 768)  # pixels: the smallest that the window is made for


class _Screen:
    def availableSize(self) -> QSize:  # noqa: N802
        return SCREEN


# What would end the walk, or begin it anew; opening another dossier is not shown by itself.
_NOT_RUN = ("close", "reset_workshop", "open_last")


def walk(window: MainWindow, look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run every action and hand all that stands then to `look`, with the name of the action. Files are never asked for;
    a dialog is looked at, then dismissed."""
    running = ["start"]

    def shown_instead(dialog: QDialog) -> int:
        dialog.show()
        settle()
        _look_through(running[0], dialog, look)
        dialog.hide()
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(QDialog, "exec", shown_instead)
    for large in (ExportPackage, FillForm):
        monkeypatch.setattr(large, "screen", lambda _dialog: _Screen())  # the real one is smaller offscreen
    for asked in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, asked, lambda *_args, **_named: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_named: "")
    settle()
    _look_through("start", window, look)
    for entry in ENTRIES:
        if entry.name in _NOT_RUN or entry.group == "language":
            continue
        running[0] = entry.name
        window.show_page(window.table)
        window.do(entry.name)
        settle()
        others = [each for each in QApplication.topLevelWidgets() if _is_beside(each, window)]
        for top in others:
            if isinstance(top, Stage):  # the screen is smaller offscreen
                top.showNormal()
                top.resize(SCREEN)
                settle()
            _look_through(entry.name, top, look)
            top.close()
        _look_through(entry.name, window, look)
        window.palette_line.leave()
        for tour in window.findChildren(Tour):
            tour.end()
    _show_more(window, look)


def _show_more(window: MainWindow, look: Look) -> None:
    """What takes more than one action to see: texts read and compared, a wording borrowed, the keys on the stage."""
    opened = window.desk.opened
    assert opened is not None
    law, other = (DEMO / name for name in ("rs-kz.sr-Latn.txt", "rs-zet.sr-Latn.txt"))
    reading = ImportLaw(window, law, opened.dossier)
    reading.show()
    settle()
    _look_through("a law that is read", reading, look)
    _dismiss(reading)
    key = window.desk.proposal_key()
    if key is not None:
        filling = FillForm(opened, key, window)
        filling.show()
        filling.fields.choose(saved(form(), opened.path.parent))
        settle()
        _look_through("a form that is understood", filling, look)
        filling.write()
        settle()
        _look_through("a form that is filled", filling, look)
        _dismiss(filling)
        act = proposed_act.act_of_proposal(opened, key).act
        applied = ApplyAct(opened, window)
        applied.show()
        applied.choose(opened.proposal(key).work, Source(" ".join(act.title), act.text.encode()))
        settle()
        _look_through("an act that is applied", applied, look)
        _dismiss(applied)
    comparing.compare_files(window, law, other)
    settle()
    _look_through("two files compared", window, look)
    window.desk.go("art_14")
    window.do("countries")
    settle()
    reviewing.borrow(window, "rs")
    window.show_page(window.table)
    stage = presenting.present(window)
    if stage is not None:
        stage.showNormal()
        stage.resize(SCREEN)
        for key_name in ("?", "N"):
            QTest.keyClicks(stage, key_name)
            settle()
            for top in QApplication.topLevelWidgets():
                if _is_beside(top, window):
                    look(f"the stage, {key_name}", top)
        stage.close()
    tour = helping.first_steps(window)
    for step in range(1, 3):
        if tour is not None:
            tour.go(step)
            settle()
            look(f"step {step + 1}", window)


def _dismiss(dialog: QDialog) -> None:
    dialog.close()
    dialog.deleteLater()
    settle()


def settle() -> None:
    """Wait for what the workers are at and for what waits a moment before it begins, and let it be shown."""
    for _ in range(4):
        QThreadPool.globalInstance().waitForDone()
        QTest.qWait(_MOMENT_MS)


def parts(top: QWidget) -> Iterator[QWidget]:
    """The widget and all in it that is seen."""
    yield top
    for each in top.findChildren(QWidget):
        if each.isVisibleTo(top) and not (each.isWindow() and each is not top):
            yield each


def menus(window: MainWindow) -> Iterator[QMenu]:
    """The menus of the menu bar and of buttons."""
    yield from window.findChildren(QMenu)


def _is_beside(widget: QWidget, window: MainWindow) -> bool:
    return widget.isVisible() and widget is not window and not isinstance(widget, MainWindow | QMenu)


def _look_through(name: str, top: QWidget, look: Look) -> None:
    """Look at it, and once at every tab of it. Tabs of laws lead to more laws, not to more of the window."""
    look(name, top)
    for bar in top.findChildren(QTabBar):
        if not bar.isVisible() or type(bar) is not QTabBar or bar.property("looked_through"):
            continue
        bar.setProperty("looked_through", True)
        before = bar.currentIndex()
        for tab in range(bar.count()):
            if tab != before and bar.isVisible() and bar.isTabEnabled(tab):
                bar.setCurrentIndex(tab)
                settle()
                look(f"{name}, {bar.tabText(tab)}", top)
        bar.setCurrentIndex(before)


def keep_pictures(folder: Path) -> Look:
    """Look at it by writing a picture of it."""
    return partial(_keep_picture, folder)


def _keep_picture(folder: Path, name: str, top: QWidget) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    top.grab().save(str(folder / f"{name.replace('/', '-')}-{type(top).__name__}.png"))
