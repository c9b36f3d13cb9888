"""What was said of the columns of forms is kept beside the settings, whatever their headings are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tomas_desktop.services import known_forms, settings


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOMAS_CONFIG", str(tmp_path / "config"))


def test_an_odd_heading_spoils_nothing_that_was_said_of_other_forms() -> None:
    known_forms.remember(["A", "B"], ["article", "proposal"])
    known_forms.remember(["A\x7f", 'B "\\'], ["proposal", "article"])
    assert [*known_forms.remembered().values()] == [["article", "proposal"], ["proposal", "article"]]


def test_a_damaged_file_is_as_none() -> None:
    known_forms.remember(["A", "B"], ["article", "proposal"])
    (settings.file().parent / "consultation-forms.toml").write_bytes(b"[\xff")
    assert known_forms.remembered() == {}
