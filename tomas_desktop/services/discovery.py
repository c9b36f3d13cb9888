"""What a room holds, found on disk: a new importer, check, writer or command is a new file and nothing else.

The installer's recipe calls the same functions, because a frozen program contains only what it was
told to take along; `selftest` then compares what it finds with the list made at build time.
"""

from __future__ import annotations

import importlib
import pkgutil

ROOMS = tuple(f"tomas_desktop.{room}" for room in ("importers", "export", "checks", "jurisdiction", "cli"))


def modules(package: str) -> list[str]:
    """The full names of the modules directly inside `package`, sorted; those that begin with _ are private."""
    found = pkgutil.iter_modules(importlib.import_module(package).__path__)
    return sorted(f"{package}.{module.name}" for module in found if not module.name.startswith("_"))


def discovered() -> dict[str, list[str]]:
    """Every room whose modules are loaded by name, with these modules."""
    return {room: modules(room) for room in ROOMS}
