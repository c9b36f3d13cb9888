"""What poppler's `pdftotext` reads in a PDF: a second pair of eyes that shares nothing with the importer."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import full

# Letters and digits that the importer sets right, each told in a finding: look-alikes of the other script and of
# digits, and the two Albanian and Macedonian vowels that exist in both scripts.
_LOOK_ALIKE = str.maketrans("aeopcyxjsëèABCEHJKMOPTXYSI3З6lbbÉ", "аеорсухјѕёѐАВСЕНЈКМОРТХУЅІЗЗбІЬЬЕ")


def text_of(path: Path) -> str:
    """The text of a PDF as poppler reads it; skips (fails under --full) where poppler is missing."""
    if not shutil.which("pdftotext"):
        reason = "no pdftotext (poppler): a PDF cannot be read by a second program"
        pytest.fail(reason) if full() else pytest.skip(reason)
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def letters(text: str) -> Counter[str]:
    """How often each letter and digit stands in a text, look-alikes taken for the same."""
    return Counter(as_looked_at("".join(re.findall(r"\w", text)).replace("_", "")))


def as_looked_at(text: str) -> str:
    """A text with look-alikes of two scripts and of digits as one letter."""
    return text.translate(_LOOK_ALIKE)
