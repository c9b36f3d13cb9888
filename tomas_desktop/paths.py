"""Where the program's own data lies: in a checkout, in a wheel and in a frozen build."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path


@cache
def _home() -> Path:
    """The folder that holds `resources/` and `templates/`."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen)
    package = Path(__file__).resolve().parent
    bundled = package / "_data"  # a wheel carries both folders inside the package
    return bundled if bundled.is_dir() else package.parent


def resources() -> Path:
    """The bundled data folder: jurisdictions, messages, themes, icons, the workshop dossier."""
    return _home() / "resources"


def jurisdictions() -> tuple[Path, ...]:
    """The folders that hold legal orders, one folder each: the user's own, named by the environment variable
    TOMAS_JURISDICTIONS, before the bundled one."""
    own = os.environ.get("TOMAS_JURISDICTIONS")
    return (*([Path(own)] if own else []), resources() / "jurisdictions")


def templates() -> Path:
    """The bundled ministry forms, one folder per country and form."""
    return _home() / "templates"
