"""The command that opens the window straight into presentation. What cannot be shown is refused here, in one sentence;
the window itself is opened by whoever ran the command line (`program.run`), because this room knows no Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from tomas_desktop.cli import options
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services.dossiers import opened


@click.command()
@options.dossier
@click.argument("reference", metavar="[WORK#EID]", required=False, type=options.REF)
@click.pass_obj
def present(open_window: Callable[[Path, str], int] | None, dossier: Path, reference: Ref | None) -> int:
    """Open DOSSIER on the whole screen: at a provision, or at the first stop of its running order. Press ? for keys."""
    with opened(dossier) as it:
        if reference is not None and reference.eid:
            it.provision(reference)
        elif reference is not None:
            it.work(reference.work)
    return open_window(dossier, str(reference or "")) if open_window is not None else 0


COMMANDS = (present,)
