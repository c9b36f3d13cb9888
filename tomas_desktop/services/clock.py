"""The time that goes into dossiers and documents, in one place so that tests and golden files can set it."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def now() -> str:
    """The present moment, ISO 8601 in UTC to the second. `SOURCE_DATE_EPOCH` (seconds) stops the clock."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(fixed), UTC) if fixed else datetime.now(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
