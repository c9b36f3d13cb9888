"""The command group, and the one place where trouble becomes a sentence and an exit code.

0: done. 1: it could not be done, one plain sentence on standard error. 2: wrong usage.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from tomas_desktop import __version__
from tomas_desktop.cli import dossier, drafting, package, texts
from tomas_desktop.errors import TomasError
from tomas_desktop.services import messages


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tomas-desktop")
def program() -> None:
    """Align national laws with an EU act: import, compare, draft, export. Without a command the window opens."""


for _command in (*texts.COMMANDS, *dossier.COMMANDS, *drafting.COMMANDS, *package.COMMANDS):
    program.add_command(_command)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console may not be UTF-8
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        program.main(args=list(arguments) if arguments is not None else None, standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        click.echo("Stopped.", err=True)
        return 1
    except TomasError as error:
        click.echo(messages.of_error(error), err=True)
        return 1
    except OSError as error:
        click.echo(messages.sentence("no-access", {"reason": error.strerror or error, "path": error.filename or ""}), err=True)
        return 1
    except Exception as error:  # a fault of the program itself: one sentence, and the details on demand
        if "--debug" in sys.argv:
            raise
        click.echo(messages.sentence("internal", {"kind": type(error).__name__, "detail": error}), err=True)
        return 1
    return 0
