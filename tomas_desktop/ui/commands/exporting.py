"""The Word package goes out."""

from __future__ import annotations

from tomas_desktop.ui import outgoing
from tomas_desktop.ui.actions import Entry

ENTRIES = (Entry("export_package", "Export…", "File", outgoing.export, "Ctrl+E"),)
