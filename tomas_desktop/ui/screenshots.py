"""`python -m tomas_desktop.ui.screenshots DOSSIER DIR [WORK#EID]`: pictures of the window, light and dark."""

from __future__ import annotations

import sys
from pathlib import Path

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.ui import application, theme
from tomas_desktop.ui.main_window import MainWindow

SIZE = (1440, 860)


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
        for _ in range(3):
            app.processEvents()
        picture = folder / ("window.png" if name == "light" else f"window-{name}.png")
        window.grab().save(str(picture))
        pictures.append(picture)
        window.close()
        window.deleteLater()
    return pictures


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
