"""What the program remembers between two starts; never anything of a dossier's content."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from platformdirs import user_config_path


@dataclass(frozen=True, slots=True)
class Settings:
    """`theme` is "system" or the name of one; `marks` is the colours of changes ("" = the theme's own); `language` is
    that of the interface ("" = the system's); `geometry` and `docks` are Qt's own, as hexadecimal text; `layout` names
    the columns. `organisation`, `contact` and `recipient` are who hands in."""

    last_dossier: str = ""
    author: str = ""
    organisation: str = ""
    contact: str = ""
    recipient: str = ""
    theme: str = "system"
    language: str = ""
    geometry: str = ""
    docks: str = ""
    layout: str = ""
    marks: str = ""
    recent: str = ""  # see services.recent


def file() -> Path:
    """Where the settings lie; `TOMAS_CONFIG` (a folder) puts them elsewhere."""
    folder = os.environ.get("TOMAS_CONFIG")
    return (Path(folder) if folder else user_config_path("tomas_desktop", appauthor=False)) / "settings.json"


def load() -> Settings:
    """The settings; the usual ones where the file is missing or damaged."""
    try:
        data = json.loads(file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    known = {field.name for field in fields(Settings)}
    if not isinstance(data, dict):
        return Settings()
    return Settings(**{name: str(value) for name, value in data.items() if name in known})


def save(settings: Settings) -> None:
    """Remember the settings, replacing the file in one move."""
    path = file()
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps(asdict(settings), indent=2), encoding="utf-8")
    draft.replace(path)
