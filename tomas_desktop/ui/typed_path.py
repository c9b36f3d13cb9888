"""The path that a person typed into a field."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit


def typed_path(field: QLineEdit) -> Path | None:
    """The path, `~` for the home folder; None while nothing is typed."""
    text = field.text().strip()
    try:
        return Path(text).expanduser() if text else None
    except RuntimeError:  # ~ and the name of nobody: a file may be called so
        return Path(text)
