"""The command line as a person calls it, in this process."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.services.conftest import EU_ACT, LAW
from tomas_desktop.cli.program import run


@dataclass
class Answer:
    """Exit code, standard output and standard error of one command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Tomas = Callable[..., Answer]


@pytest.fixture
def tomas(capsys: pytest.CaptureFixture[str]) -> Tomas:
    """`tomas("works", path)` runs one command."""

    def call(*arguments: object) -> Answer:
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return call


@pytest.fixture
def small(tomas: Tomas, tmp_path: Path) -> Path:
    """A dossier with a small EU act (key `eu`) and a small Serbian law (key `law`), made by `import`."""
    dossier = tmp_path / "small.tomas"
    for key, text, country, language in (("eu", EU_ACT, "eu", "en"), ("law", LAW, "rs", "sr-Latn")):
        file = tmp_path / f"{key}.txt"
        file.write_text(text, encoding="utf-8")
        answer = tomas("import", dossier, file, "--country", country, "--language", language, "--key", key)
        assert answer.code == 0, answer.err
    return dossier
