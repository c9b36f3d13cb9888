"""The command group, and the one place where trouble becomes a sentence and an exit code.

0: done. 1: it could not be done, one plain sentence on standard error. 2: wrong usage.
"""

from __future__ import annotations

import gc
import importlib
import sys
from collections.abc import Callable, Mapping, Sequence

import click

from tomas_desktop import __version__
from tomas_desktop.errors import TomasError

# Each command with the module that holds it and its line in the list of commands, so that showing the list and
# running one command load nothing that others need.
COMMANDS = {
    "structure": ("texts", "What an import would make of a file."),
    "import": ("dossier", "Add works or texts of works to a dossier."),
    "works": ("dossier", "What is in a dossier."),
    "card": ("dossier", "The card of a law."),
    "show": ("dossier", "A law, a provision, or the text as proposed."),
    "search": ("searching", "Find provisions by words, phrases or citations."),
    "suggest": ("suggesting", "Ranked national matches for an EU act."),
    "link": ("linking", "Correlate an EU provision with a national one."),
    "confirm": ("linking", "Confirm or reject several links at once."),
    "table": ("matching", "The table of correlation, either way, with its gaps."),
    "assist": ("matching", "What of an EU act needs no national answer."),
    "sentences": ("matching", "The sentences of a pair that answer each other."),
    "coverage": ("regional", "How far each country answers an EU act."),
    "regional": ("regional", "One EU provision in every country."),
    "borrow": ("regional", "Begin a proposal with a neighbour's wording."),
    "verify": ("dossier", "Note that an article was compared with the gazette."),
    "translate": ("translating", "Working translations of an EU act."),
    "propose": ("drafting", "Propose a new text for a provision."),
    "undo": ("drafting", "Take back the last step."),
    "redo": ("drafting", "Bring back the last step taken back."),
    "rebase": ("rebasing", "Carry a proposal onto another text of its law."),
    "impact": ("monitoring", "What a newer text changes for correlations and proposals."),
    "renew": ("monitoring", "Work with a newer text of a work from now on."),
    "draft": ("amending", "The amending act between two texts of a law."),
    "consolidate": ("amending", "A law with an amending act applied to it."),
    "clause": ("amending", "What one amending clause says."),
    "follow-ups": ("amending", "The references that a proposal upsets."),
    "terms": ("terms", "Concepts of the glossary by a word of any language."),
    "terms-in": ("terms", "The terms of an EU provision and of the linked national ones."),
    "terms-set": ("terms", "A term of your own."),
    "terms-remove": ("terms", "Take a term or a concept out of your glossary."),
    "terms-import": ("terms", "Bring in a termbase (TBX) or a table (CSV) of terms."),
    "terms-export": ("terms", "Write the glossary as a termbase or a table."),
    "redline": ("texts", "The word-level difference of two texts."),
    "check": ("dossier", "All checks over a dossier or a proposal."),
    "present": ("presenting", "Open a dossier in presentation mode, at a provision or the running order."),
    "export": ("package", "Write the Word package of a form."),
    "fill": ("filling", "Fill a consultation form from a proposal."),
    "forms": ("package", "The forms there are."),
    "demo": ("package", "Build the workshop dossier and its packages."),
    "reviewers-sheet": ("languages", "The program's sentences for a native speaker to review."),
    "selftest": ("package", "Prove that everything needed came along."),
}


_YOUNG = 100_000  # values made before Python looks for circles of dead ones; by itself 700, a sixth of a suggestion


class LazyGroup(click.Group):
    """A group whose commands are loaded when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"tomas_desktop.cli.{COMMANDS[cmd_name][0]}")
        commands: tuple[click.Command, ...] = module.COMMANDS
        return next(command for command in commands if command.name == cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tomas-desktop")
@click.option("--debug", is_flag=True, help="Show the details of a fault of the program itself.")
@click.option("--lang", envvar="TOMAS_LANGUAGE", default="en", help="Answer in en, sr-Latn, sr-Cyrl, mk or sq.")
def program(debug: bool, lang: str) -> None:  # noqa: ARG001 - `run` looks for --debug itself
    """Align national laws with an EU act: import, compare, draft, export. Without a command the window opens."""
    from tomas_desktop.services import messages

    messages.speak(messages.nearest(lang) or "en")


def run(arguments: Sequence[str] | None = None, open_window: Callable[..., int] | None = None) -> int:
    """Run the command line and return its exit code; `open_window` is what a command calls that opens the window."""
    gc.set_threshold(_YOUNG)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console may not be UTF-8
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = program.main(
            args=list(arguments) if arguments is not None else None, standalone_mode=False, obj=open_window
        )
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        click.echo("Stopped.", err=True)
        return 1
    except TomasError as error:
        click.echo(_sentence(error.code, error.values), err=True)
        return 1
    except OSError as error:
        click.echo(_sentence("no-access", {"reason": error.strerror or error, "path": error.filename or ""}), err=True)
        return 1
    except Exception as error:  # a fault of the program itself: one sentence, and the details on demand
        if "--debug" in sys.argv:
            raise
        click.echo(_sentence("internal", {"kind": type(error).__name__, "detail": error}), err=True)
        return 1


def _sentence(code: str, values: Mapping[str, object]) -> str:
    from tomas_desktop.services import messages

    return messages.sentence(code, values)
