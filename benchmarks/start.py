"""Start: from the shell's call to the end of `--help`, and to the first painted window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.row import Row, milliseconds
from tomas_desktop.services import demo
from tomas_desktop.services.dossiers import opened

NAME = "start"

# Shows a window, waits until its events are through, and ends.
_SHOW = "from PySide6.QtCore import QTimer; w.show(); QTimer.singleShot(0, a.quit); a.exec()"
_OURS = (
    "import sys; from pathlib import Path; from tomas_desktop.ui import application; a = application.make(); "
    f"w = application.open_window(Path(sys.argv[1])); {_SHOW}"
)
_BARE = f"from PySide6.QtWidgets import QApplication, QMainWindow; a = QApplication([]); w = QMainWindow(); {_SHOW}"


def measure() -> list[Row]:
    """Whole processes: our command line, another command line made with click, an empty Python."""

    def process(*arguments: str) -> float:
        return milliseconds(lambda: subprocess.run([sys.executable, *arguments], capture_output=True, check=True))

    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(TOMAS_CONFIG=folder, QT_QPA_PLATFORM="offscreen")
        with opened(Path(folder) / "workshop.tomas", create=True) as dossier:
            demo.fill(dossier)
        window = process("-c", _OURS, str(Path(folder) / "workshop.tomas"))
    return [
        Row(
            "the command line, --help",
            process("-m", "tomas_desktop", "--help"),
            {"sqlite-utils --help": process("-m", "sqlite_utils", "--help")},
            process("-c", "pass"),
            "python -c pass",
        ),
        Row("the window on the workshop dossier", window, {}, process("-c", _BARE), "an empty QMainWindow"),
    ]
