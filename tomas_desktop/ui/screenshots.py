"""`python -m tomas_desktop.ui.screenshots DOSSIER DIR [WORK#EID]`: pictures of the window, light and dark."""

from __future__ import annotations

import sys
from pathlib import Path

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.ui import application, theme
from tomas_desktop.ui.main_window import MainWindow

SIZE = (1440, 860)


def take(dossier: Path, folder: Path, place: str = "") -> list[Path]:
    """Draw the window on a dossier at an EU article (the first that a proposal serves) in both themes."""
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
        window.desk.go(Ref.parse(place).eid if place else _served(window))
        window.show()
        for _ in range(3):
            app.processEvents()
        picture = folder / ("window.png" if name == "light" else f"window-{name}.png")
        window.grab().save(str(picture))
        pictures.append(picture)
        window.close()
        window.deleteLater()
    return pictures


def _served(window: MainWindow) -> str:
    """The first EU article whose national answer a proposal changes."""
    for article in window.desk.articles():
        window.desk.go(article.eid)
        draft = window.desk.draft()
        if draft is not None and draft.modifications:
            return article.eid
    return ""


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
