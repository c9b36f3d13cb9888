"""What this program is and what it is made of: its version, its licence, and those of its parts."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from importlib import metadata

from tomas_desktop import __version__

LICENCE = "EUPL-1.2"

# The licence of each part, as its own packages give it (SPDX).
_PARTS = {
    "PySide6-Essentials": "LGPL-3.0-only", "charset-normalizer": "MIT", "click": "BSD-3-Clause",
    "diff-match-patch": "Apache-2.0", "lxml": "BSD-3-Clause", "platformdirs": "MIT",
    "pypdfium2": "BSD-3-Clause OR Apache-2.0", "python-docx": "MIT", "rapidfuzz": "MIT", "rich": "MIT",
    "snowballstemmer": "BSD-3-Clause", "sqlite-utils": "Apache-2.0",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A library that the program uses; no version where the build does not tell it."""

    name: str
    version: str
    licence: str


def version() -> str:
    """The version of the program."""
    return __version__


def system() -> str:
    """What it runs on, for a report of a fault."""
    return f"Python {platform.python_version()}, {platform.system()} {platform.release()}"


def parts() -> tuple[Part, ...]:
    """The libraries with their versions and licences."""
    return tuple(Part(name, _version(name), licence) for name, licence in _PARTS.items())


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
