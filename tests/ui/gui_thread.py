"""What must never run on the thread that paints: reading files, comparing laws, writing packages.

The functions that do such work are wrapped once for all tests of the window; a call on the GUI thread that comes from
the window's own code is remembered and fails the test in which it happened. What a test itself calls to prepare its
dossier does not count.
"""

from __future__ import annotations

import functools
import importlib
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from tomas_desktop import ui

HEAVY = (
    "services.importing:preview",
    "services.applying:preview",
    "services.comparing:of_texts",
    "services.comparing:of_files",
    "services.renewing:renew",
    "services.composing:gather",
    "services.composing:compose",
    "services.composing:beside",
    "services.previewing:preview",
    "services.submitting:export",
    "services.filling:tables",
    "services.filling:rows",
    "services.filling:draft",
    "services.filling:write",
    "services.checking:check",
    "services.clauses:derive_all",
    "services.suggesting:suggest",
    "amend.tree_diff:differences",
)
_WINDOW = str(Path(next(iter(ui.__path__))).resolve())

calls: list[tuple[str, bool]] = []  # every call: which, and whether it was on the GUI thread
offences: list[str] = []


def watch() -> None:
    """Wrap the functions wherever they have been imported to."""
    for name in HEAVY:
        module, _, function = name.partition(":")
        known = getattr(importlib.import_module(f"tomas_desktop.{module}"), function)
        watched = _watched(name, known)
        for other in list(sys.modules.values()):
            if getattr(other, "__name__", "").startswith("tomas_desktop.") and vars(other).get(function) is known:
                setattr(other, function, watched)


def _watched(name: str, known: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(known)
    def call(*values: Any, **named: Any) -> Any:
        is_gui = threading.current_thread() is threading.main_thread()
        calls.append((name, is_gui))
        if is_gui and (where := _from_the_window(sys._getframe(1))):
            offences.append(f"{name} from {where}")
        return known(*values, **named)

    return call


def _from_the_window(frame: FrameType | None) -> str:
    """The nearest code of the window above a call; "" where a test called."""
    while frame is not None:
        if frame.f_code.co_filename.startswith(_WINDOW):
            return f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno} {frame.f_code.co_name}"
        frame = frame.f_back
    return ""
