"""Real articles to edit, where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tomas_desktop.importers import base
from tomas_desktop.jurisdiction import pack
from tomas_desktop.model.provision import Provision, walk


@pytest.fixture(scope="session")
def criminal_code(shared: Path) -> tuple[Provision, ...]:
    """The Serbian Criminal Code, read from its text."""
    file = shared / "data" / "national-rs" / "rs_KZ_krivicni-zakonik.lat.txt"
    return base.read(file, pack.load("rs", "sr-Latn")).nodes


@pytest.fixture(scope="session")
def shared_articles(criminal_code: tuple[Provision, ...]) -> list[str]:
    """The texts of its paragraphs, each on one line."""
    return [node.text for node in walk(criminal_code) if node.unit == "paragraph" and len(node.text) > 40]
