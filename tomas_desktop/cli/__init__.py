"""The command line: a fixed contract, see `docs/cli.md`."""

from __future__ import annotations


def main() -> None:
    """Run the command line with the arguments of this process and exit with its code."""
    from tomas_desktop.cli.program import run

    raise SystemExit(run())
