"""`python -m tomas_desktop.ui.screenshots DOSSIER DIR [WORK#EID]`: pictures of the window, light and dark: the draft
with its amending clause, the clause worded by hand, an amending act applied."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QWidget

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import proposed_act
from tomas_desktop.services.sources import Source
from tomas_desktop.ui import application, theme
from tomas_desktop.ui.dialogs.apply_act import ApplyAct
from tomas_desktop.ui.main_window import MainWindow

SIZE = (1440, 860)
_ENDS = "”"  # of the words that go, and of those that come in


def take(dossier: Path, folder: Path, place: str = "") -> list[Path]:
    """Draw the window on a dossier in both themes, at an EU article or where a proposal rewords something."""
    app = application.make()
    folder.mkdir(parents=True, exist_ok=True)
    pictures: list[Path] = []
    names: tuple[theme.ThemeName, ...] = ("light", "dark")
    for name in names:
        look = theme.load(name)
        theme.apply(look)
        window = MainWindow(look)
        window.resize(*SIZE)
        window.open(dossier)
        if place:
            window.desk.go(Ref.parse(place).eid)
        else:
            _go_where_something_is_reworded(window)
        window.show()
        _settle(app)

        def keep(widget: QWidget, what: str, suffix: str = "" if name == "light" else f"-{name}") -> None:
            _settle(app)
            pictures.append(folder / f"{what}{suffix}.png")
            widget.grab().save(str(pictures[-1]))

        keep(window, "window")
        _word_otherwise(window, app)
        if window.proposal.clause.is_editing:
            keep(window, "clause")
            window.proposal.clause.leave()
        if (dialog := _act_applied(window, look)) is not None:
            keep(dialog, "apply-act")
            dialog.close()
        window.close()
        window.deleteLater()
    return pictures


def _settle(app: QApplication) -> None:
    """Wait for what the workers are at, and draw it."""
    for _ in range(3):
        QThreadPool.globalInstance().waitForDone()
        app.processEvents()


def _word_otherwise(window: MainWindow, app: QApplication) -> None:
    """Begin to word the clause by hand, so that it says something else than the draft. Nothing of it is kept."""
    clause = window.proposal.clause
    clause.edit()
    if clause.is_editing:
        gone, *coming = clause.page.toPlainText().split(_ENDS, 1)
        clause.editor.text.setPlainText(_ENDS.join([gone, *(text.replace(_ENDS, f" …{_ENDS}", 1) for text in coming)]))
        clause.editor.check()
        _settle(app)


def _act_applied(window: MainWindow, look: theme.Theme) -> ApplyAct | None:
    """The act of the proposal that is shown, applied to its law."""
    opened, key = window.desk.opened, window.desk.proposal_key()
    if opened is None or key is None:
        return None
    act = proposed_act.act_of_proposal(opened, key).act
    dialog = ApplyAct(opened, window, look=look)
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


def main() -> int:
    """Write the pictures and say where they are."""
    if len(sys.argv) not in (3, 4):
        sys.stderr.write("usage: python -m tomas_desktop.ui.screenshots DOSSIER DIR [WORK#EID]\n")
        return 2
    for picture in take(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:]):
        sys.stdout.write(f"{picture}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
