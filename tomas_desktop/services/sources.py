"""Where a law comes from: a file, or bytes that lie in no file (the clipboard, standard input)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tomas_desktop.errors import NotFoundError

# One file is read at a time: the PDF library may not be used by two threads at once.
_READING = threading.Lock()


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes and what they are called in a sentence and in the dossier ("Pasted text"); a name that a file can bear."""

    name: str
    content: bytes


Origin = Path | Source


def name_of(origin: Origin) -> str:
    """What the file, or the text without one, is called."""
    return origin.name


def stem_of(origin: Origin) -> str:
    """The name without the ending of a file."""
    return origin.stem if isinstance(origin, Path) else origin.name


def content_of(origin: Origin) -> bytes:
    """All its bytes. Raises NotFoundError("no-file") for a file that is there no more."""
    if isinstance(origin, Source):
        return origin.content
    try:
        return origin.read_bytes()
    except FileNotFoundError as error:
        raise NotFoundError("no-file", path=str(origin)) from error


@contextmanager
def as_file(origin: Origin) -> Iterator[Path]:
    """The file to read, for as long as it is read. Bytes lie in a folder of their own meanwhile, which nobody else may
    open: a format that brings files along finds none there. Raises NotFoundError("no-file")."""
    with _READING:
        if isinstance(origin, Path):
            if not origin.is_file():
                raise NotFoundError("no-file", path=str(origin))
            yield origin
            return
        with TemporaryDirectory(prefix="tomas-") as folder:
            path = Path(folder) / origin.name
            path.write_bytes(origin.content)
            yield path
