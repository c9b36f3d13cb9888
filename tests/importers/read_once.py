"""Every real law is read once in a run of the tests, whoever asks for it and in whichever process.

What is asked of a reading, the tests say; that a file gives the same reading each time is none of their questions.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.importers.laws import Law
from tomas_desktop.importers import base
from tomas_desktop.importers.base import Reading

ReadOnce = Callable[[Law], Reading]


def reader(data: Path, factory: pytest.TempPathFactory) -> ReadOnce:
    """Reads the laws of this folder; readings lie in the folder of the run, which its processes share."""
    own = factory.getbasetemp()
    folder = (own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own) / "readings"
    folder.mkdir(exist_ok=True)

    def read(law: Law) -> Reading:
        name = hashlib.sha256(f"{law.file} {law.country} {law.language}".encode()).hexdigest()[:24]
        kept = folder / name
        if kept.is_file():
            found: Reading = pickle.loads(kept.read_bytes())
            return found
        reading = base.read(data / law.file, law.pack)
        draft = folder / f"{name}.{os.getpid()}"
        draft.write_bytes(pickle.dumps(reading, protocol=5))
        draft.replace(kept)
        return reading

    return read
