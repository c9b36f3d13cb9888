"""The campaigns there are: every other module of this folder."""

from __future__ import annotations

import pkgutil
from pathlib import Path

NOT_CAMPAIGNS = {"__main__", "discovery", "report", "test_campaigns"}


def names() -> list[str]:
    """Their names, sorted."""
    found = {module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)])}
    return sorted(found - NOT_CAMPAIGNS)
