"""`python -m tomas_desktop.ui.screenshots DOSSIER DIR [--all]`: pictures of the window, light and dark: the draft with
its amending clause; with `--all` every view, and the window in every language of the interface."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tomas_desktop.services import proposed_act, settings
from tomas_desktop.services.sources import Source
from tomas_desktop.ui import application, i18n, theme
from tomas_desktop.ui.commands import comparing, presenting, wording
from tomas_desktop.ui.dialogs.apply_act import ApplyAct
from tomas_desktop.ui.dialogs.export_package import ExportPackage
from tomas_desktop.ui.main_window import MainWindow

SIZE = (1440, 860)
_ENDS = "”"  # of the words that go, and of those that come in
_ALWAYS = ("window", "clause", "apply-act")
_MOMENT_MS = 450  # what waits for a rest before it begins has begun by then

View = Callable[[MainWindow], QWidget | None]


def take(dossier: Path, folder: Path, *, every: bool = False) -> list[Path]:
    """Draw the window on a dossier, where a proposal rewords something, in both themes; with `every` all its views."""
    app = application.make()
    folder.mkdir(parents=True, exist_ok=True)
    names: tuple[theme.ThemeName, ...] = ("light", "dark")
    pictures: list[Path] = []
    for name in names:
        suffix = "" if name == "light" else f"-{name}"
        views = VIEWS if every and name == "light" else {what: VIEWS[what] for what in _ALWAYS}
        for what, view in views.items():
            pictures.append(_picture(app, dossier, folder / f"{what}{suffix}.png", theme.load(name), view))
    if every:
        pictures.append(_picture(app, dossier, folder / "window-contrast.png", theme.load("contrast"), _as_it_is))
        for language in i18n.LANGUAGES:
            if language != "en":
                i18n.speak(language)
                path = folder / f"window-{language}.png"
                pictures.append(_picture(app, dossier, path, theme.load("light"), _as_it_is))
        i18n.speak("en")
    return [path for path in pictures if path.is_file()]


def _picture(app: QApplication, dossier: Path, path: Path, look: theme.Theme, view: View) -> Path:
    """One view of a window of its own, with settings of its own."""
    theme.apply(look)
    settings.save(settings.Settings(theme="light"))
    window = MainWindow(look)
    window.resize(*SIZE)
    window.open(dossier)
    _go_where_something_is_reworded(window)
    window.show()
    _settle(app)
    shown = view(window)
    _settle(app)
    if shown is not None:
        shown.grab().save(str(path), quality=0)  # as small as the format allows
        if shown is not window:
            shown.close()
    window.proposal.clause.leave()
    window.close()
    window.deleteLater()
    _settle(app)
    return path


def _settle(app: QApplication) -> None:
    """Wait for what the workers are at, and draw it."""
    for _ in range(3):
        loop = QEventLoop()
        QTimer.singleShot(_MOMENT_MS // 3, loop.quit)
        loop.exec()
        QThreadPool.globalInstance().waitForDone()
        app.processEvents()


def _as_it_is(window: MainWindow) -> QWidget:
    return window


def _doing(*names: str) -> View:
    """The window after these actions."""

    def view(window: MainWindow) -> QWidget:
        for name in names:
            window.do(name)
        return window

    return view


def _welcome(window: MainWindow) -> QWidget:
    window.do("show_welcome")
    return window


def _palette(window: MainWindow) -> QWidget:
    window.palette_line.open("nalog")
    return window


def _clause(window: MainWindow) -> QWidget | None:
    _word_otherwise(window)
    return window if window.proposal.clause.is_editing else None


def _export(window: MainWindow) -> QWidget | None:
    opened, key = window.desk.opened, window.desk.proposal_key()
    if opened is None or key is None:
        return None
    dialog = ExportPackage(opened, key, window)
    dialog.resize(1200, 690)  # as it opens on a laptop, whatever screen there is
    dialog.show()
    return dialog


def _stage(window: MainWindow) -> QWidget | None:
    stage = presenting.present(window)
    if stage is not None:
        stage.showNormal()
        stage.resize(1366, 768)
        stage.press("forward")
    return stage


def _terms(window: MainWindow) -> QWidget:
    return wording.show_terms(window)


def _compared(window: MainWindow) -> QWidget:
    comparing.compare(window)
    return window


def _word_otherwise(window: MainWindow) -> None:
    """Begin to word the clause by hand, so that it says something else than the draft. Nothing of it is kept."""
    clause = window.proposal.clause
    clause.edit()
    if clause.is_editing:
        gone, *coming = clause.page.toPlainText().split(_ENDS, 1)
        clause.editor.text.setPlainText(_ENDS.join([gone, *(text.replace(_ENDS, f" …{_ENDS}", 1) for text in coming)]))
        clause.editor.check()


def _act_applied(window: MainWindow) -> QWidget | None:
    """The act of the proposal that is shown, applied to its law."""
    opened, key = window.desk.opened, window.desk.proposal_key()
    if opened is None or key is None:
        return None
    act = proposed_act.act_of_proposal(opened, key).act
    dialog = ApplyAct(opened, window)
    dialog.show()
    dialog.choose(opened.proposal(key).work, Source(" ".join(act.title), act.text.encode()))
    return dialog


def _go_where_something_is_reworded(window: MainWindow) -> None:
    """The first EU article, and its answer, where words both go and come."""
    desk = window.desk
    for article in desk.articles():
        desk.go(article.eid)
        for number in range(len(desk.answers())):
            desk.choose_answer(number)
            draft = desk.draft()
            if draft and {"-", "+"} <= {s.op for line in draft.marked for s in line.segments}:
                return


VIEWS: dict[str, View] = {
    "window": _as_it_is,
    "clause": _clause,
    "apply-act": _act_applied,
    "welcome": _welcome,
    "palette": _palette,
    "side-by-side": _doing("view_beside"),
    "four-columns": _doing("layout_four"),
    "coverage": _doing("coverage"),
    "countries": _doing("countries"),
    "suggestions": _doing("suggest_here"),
    "export": _export,
    "compare": _compared,
    "terms": _terms,
    "keys": _doing("show_keys"),
    "running-order": _doing("running_order"),
    "presentation": _stage,
}


def main() -> int:
    """Write the pictures and say where they are."""
    arguments = [each for each in sys.argv[1:] if each != "--all"]
    if len(arguments) != 2:
        sys.stderr.write("usage: python -m tomas_desktop.ui.screenshots DOSSIER DIR [--all]\n")
        return 2
    with tempfile.TemporaryDirectory() as config:
        os.environ["TOMAS_CONFIG"] = config  # a person's settings stay as they are
        for picture in take(Path(arguments[0]), Path(arguments[1]), every="--all" in sys.argv):
            sys.stdout.write(f"{picture}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
