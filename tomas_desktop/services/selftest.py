"""What an installed or frozen program proves about itself: everything it needs came along."""

from __future__ import annotations

import importlib
import json
import tempfile
from collections.abc import Callable
from pathlib import Path

from tomas_desktop import paths
from tomas_desktop.errors import TomasError
from tomas_desktop.services import demo, discovery, submitting


def selftest() -> dict[str, str]:
    """The name of each proof with "ok" or what was wrong."""
    proofs: dict[str, Callable[[], str]] = {
        "modules": _modules,
        "resources": _resources,
        "forms": _forms,
        "workshop": _workshop,
    }
    return {name: proof() for name, proof in proofs.items()}


def _modules() -> str:
    """Every room can be loaded whole, and holds what it held when the installer was built."""
    found = discovery.discovered()
    for names in found.values():
        for name in names:
            importlib.import_module(name)
    built = paths.resources() / "discovered.json"
    if built.is_file():
        expected = json.loads(built.read_text(encoding="utf-8"))
        missing = {name for room, names in expected.items() for name in names} - {
            n for ns in found.values() for n in ns
        }
        if missing:
            return "missing: " + ", ".join(sorted(missing))
    return "ok"


def _resources() -> str:
    missing = [
        name for name in ("jurisdictions", "messages", "themes", "demo") if not (paths.resources() / name).is_dir()
    ]
    return "missing: " + ", ".join(missing) if missing else "ok"


def _forms() -> str:
    faults = [finding.code for finding in submitting.check_forms() if finding.severity == "error"]
    return ", ".join(faults) or ("ok" if submitting.forms() else "no forms")


def _workshop() -> str:
    """The main job, whole: read, link, propose, export."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            built = demo.build(Path(folder))
        except TomasError as error:
            return error.code
        return "ok" if built.files and all(path.stat().st_size > 0 for *_, path in built.files) else "nothing written"
