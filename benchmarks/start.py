"""Start: from the shell's call to the end of `--help`."""

from __future__ import annotations

import subprocess
import sys

from benchmarks.row import Row, milliseconds

NAME = "start"


def measure() -> list[Row]:
    """Whole processes: our command line, another command line made with click, an empty Python."""

    def process(*arguments: str) -> float:
        return milliseconds(lambda: subprocess.run([sys.executable, *arguments], capture_output=True, check=True))

    return [
        Row(
            "the command line, --help",
            process("-m", "tomas_desktop", "--help"),
            {"sqlite-utils --help": process("-m", "sqlite_utils", "--help")},
            process("-c", "pass"),
            "python -c pass",
        )
    ]
