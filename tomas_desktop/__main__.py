"""`python -m tomas_desktop`: a known command goes to the command line, anything else opens the window."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    """Decide by the first argument; a dossier's path or nothing opens the window."""
    from tomas_desktop.cli.program import COMMANDS, run

    first = sys.argv[1] if len(sys.argv) > 1 else ""
    if first in COMMANDS or (first.startswith("-") and first not in ("-platform", "-style")):
        return run(open_window=present)
    return window()


def window() -> int:
    """Open the window on the dossier named first, the last one, or the welcome page."""
    from tomas_desktop.ui.application import run

    return run(sys.argv[1:])


def present(dossier: Path, place: str) -> int:
    """Open the window straight into presentation mode."""
    from tomas_desktop.ui.application import run_presentation

    return run_presentation(dossier, place)


if __name__ == "__main__":
    sys.exit(main())
