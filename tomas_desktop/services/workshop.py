"""Setting the workshop back to its beginning: the sample dossier fresh, the worked-on one kept beside it.

In two halves, because a file that is open cannot be moved everywhere: `prepare` builds the fresh dossier beside the one
in use and may take its time; `swap` puts it in its place once that one is closed, and takes none.
"""

from __future__ import annotations

from pathlib import Path

from tomas_desktop.errors import TomasError
from tomas_desktop.services import clock, demo
from tomas_desktop.services.dossiers import OpenDossier, opened

_FRESH = ".fresh"


def is_workshop(dossier: OpenDossier) -> bool:
    """Is this the workshop's dossier, or one that grew out of it? It has all of the sample's works."""
    keys = {work.key for work in dossier.dossier.works}
    return demo.work_keys() <= keys


def prepare(path: Path) -> Path:
    """Build the sample dossier beside the dossier at `path`; returns where it waits for `swap`.

    Raises TomasError("workshop-not-built") when the folder cannot be written; nothing has changed then.
    """
    fresh = path.with_name(f"{path.stem}{_FRESH}{path.suffix}")
    try:
        fresh.unlink(missing_ok=True)
        with opened(fresh, create=True) as dossier:
            demo.fill(dossier)
    except TomasError:
        fresh.unlink(missing_ok=True)
        raise
    except OSError as error:
        raise TomasError("workshop-not-built", path=str(path.parent), reason=error.strerror or str(error)) from error
    return fresh


def swap(path: Path, fresh: Path) -> Path:
    """Put the fresh dossier in the place of the one at `path`, which must be closed; returns where that is kept now:
    `workshop kept 2026-11-22 1405.tomas`, in the same folder.

    Raises TomasError("workshop-not-swapped"); then the dossier at `path` is where and what it was.
    """
    kept = _free(path)
    try:
        path.rename(kept)
        try:
            fresh.rename(path)
        except OSError:
            kept.rename(path)
            raise
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise TomasError("workshop-not-swapped", path=str(path), reason=error.strerror or str(error)) from error
    return kept


def _free(path: Path) -> Path:
    now = clock.now()
    stamp = f"{now[:10]} {now[11:13]}{now[14:16]}"
    number = 1
    while True:
        tail = f" ({number})" if number > 1 else ""
        candidate = path.with_name(f"{path.stem} kept {stamp}{tail}{path.suffix}")
        if not candidate.exists():
            return candidate
        number += 1
