"""Commands that hand in and hand on: export, forms, demo, selftest."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Literal

import click

from tomas_desktop.cli import options, output
from tomas_desktop.services import demo as workshop
from tomas_desktop.services import renditions, submitting
from tomas_desktop.services import selftest as proofs
from tomas_desktop.services.dossiers import opened


@click.command()
@options.dossier
@click.argument("proposals", nargs=-1, required=True)
@click.option("--form", required=True, help="CC/NAME, or CC for that country's usual form.")
@click.option("--out", required=True, type=options.PATH, help="The folder to write into.")
@click.option("--script", type=click.Choice(["Latn", "Cyrl"]), help="The script; without it the law's own.")
@click.option("--combined", is_flag=True, help="All documents in one Word file.")
@click.option("--role", "roles", multiple=True, help="Only this document; may be repeated.")
@click.option(
    "--also",
    multiple=True,
    type=click.Choice(renditions.KINDS),
    help="Beside the Word files: pages (html), tables (csv), law and act as Akoma Ntoso (akn); may be repeated.",
)
@click.option("--organisation", default="", help="Who hands in: the letterhead of the covering letter.")
@click.option("--contact", default="", help="Its address, telephone or e-mail.")
@click.option("--recipient", default="", help="Whom the letter is addressed to.")
@options.as_json
def export(
    dossier: Path,
    proposals: tuple[str, ...],
    form: str,
    out: Path,
    script: Literal["Latn", "Cyrl"] | None,
    combined: bool,
    roles: tuple[str, ...],
    also: tuple[str, ...],
    organisation: str,
    contact: str,
    recipient: str,
    as_json: bool,
) -> None:
    """Write the Word package of a form for one or several PROPOSALS, and other files beside it."""
    sender = submitting.Sender(organisation, contact, recipient)
    with opened(dossier) as it:
        package = submitting.export(it, proposals, form, out, roles or None, script, sender, combined, also)
    document = {
        "files": [
            {"role": role, "format": renditions.format_of(path.name), "path": output.absolute(path)}
            for role, path in package.files
        ],
        "findings": [output.finding(finding) for finding in package.findings],
    }
    output.answer(as_json, document, "\n".join(f"{role}: {path}" for role, path in package.files))
    if not as_json:
        output.remarks(package.findings)


@click.command()
@click.option("--check", "checked", is_flag=True, help="Check each form against its own document.")
@options.as_json
def forms(checked: bool, as_json: bool) -> None:
    """The forms there are."""
    rows = [{"id": f.id, "country": f.country, "name": f.name, "roles": list(f.roles)} for f in submitting.forms()]
    findings = submitting.check_forms() if checked else ()
    document = {"forms": rows, "findings": [output.finding(finding) for finding in findings]}
    output.answer(as_json, document, "\n".join(f"{row['id']}  {row['name']}" for row in rows))
    if not as_json:
        output.remarks(findings)


@click.command()
@click.argument("folder", metavar="DIR", type=options.PATH)
@click.option("--no-window", is_flag=True, help="Do not open the window afterwards.")
@options.as_json
def demo(folder: Path, no_window: bool, as_json: bool) -> None:
    """Build the workshop dossier in DIR and export every country's Word package from it."""
    built = workshop.build(folder)
    document = {
        "dossier": output.absolute(built.dossier),
        "files": [
            {"country": country, "role": role, "format": path.suffix[1:], "path": output.absolute(path)}
            for country, role, path in built.files
        ],
    }
    plain = "\n".join([str(built.dossier), *(f"{country} {role}: {path}" for country, role, path in built.files)])
    output.answer(as_json, document, plain)
    if not no_window and _has_display():
        program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "tomas_desktop"]
        subprocess.Popen([*program, str(built.dossier)], start_new_session=True)


def _has_display() -> bool:
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@click.command()
@options.as_json
def selftest(as_json: bool) -> None:
    """Prove that everything the program needs came along."""
    results = proofs.selftest()
    ok = all(result == "ok" for result in results.values())
    output.answer(as_json, {"ok": ok, "proofs": results}, "\n".join(f"{name}: {r}" for name, r in results.items()))
    if not ok:
        raise click.exceptions.Exit(1)


COMMANDS = (export, forms, demo, selftest)
