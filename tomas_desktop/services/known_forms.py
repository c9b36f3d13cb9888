"""What the columns of somebody else's forms hold, as a person said it once: a file in the folder of the settings."""

from __future__ import annotations

import json
import os
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from tomas_desktop.services import settings


def remembered() -> Mapping[str, Sequence[str]]:
    """The roles of the columns of each form, by its fingerprint; nothing where the file is missing or damaged."""
    from tomas_desktop.export.form_columns import COLUMN_ROLES

    known = {form: said.get("roles") for form, said in _kept().items() if isinstance(said, dict)}
    return {
        form: said for form, said in known.items() if isinstance(said, list) and set(map(str, said)) <= {*COLUMN_ROLES}
    }


def remember(headings: Sequence[str], roles: Sequence[str]) -> None:
    """Keep what the columns of a form hold, with its headings for a person who reads the file. Where it cannot be kept
    the question is asked again next time."""
    from tomas_desktop.export.form_columns import fingerprint

    kept = {**_kept(), fingerprint(headings): {"headings": [*headings], "roles": [*roles]}}
    sections = [
        f"[{form}]\n" + "".join(f"{key} = {_toml(said[key])}\n" for key in ("headings", "roles"))
        for form, said in kept.items()
        if isinstance(said, dict) and {"headings", "roles"} <= said.keys()
    ]
    with suppress(OSError):
        _write("\n".join(sections))


def _file() -> Path:
    return settings.file().parent / "consultation-forms.toml"


def _kept() -> dict[str, object]:
    try:
        return tomllib.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _toml(texts: object) -> str:
    """A list of texts as TOML writes it: as JSON does, but for the one control character that JSON leaves."""
    return json.dumps(texts, ensure_ascii=False).replace("\x7f", "\\u007f")


def _write(text: str) -> None:
    _file().parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=_file().parent, prefix=".tomas-")
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
        draft.replace(_file())
    finally:
        draft.unlink(missing_ok=True)
