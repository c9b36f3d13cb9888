"""What the program says of itself."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tomas_desktop.services import about


def test_every_library_that_is_needed_is_named_with_its_licence() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {each.split(">")[0].split("=")[0].strip().lower() for each in project["dependencies"]}
    assert {each.name.lower() for each in about.parts()} == needed
    assert all(each.licence and each.version for each in about.parts())
    assert project["license"] == about.LICENCE
    assert about.version()
    assert about.system()
