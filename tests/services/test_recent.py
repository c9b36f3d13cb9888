"""The list of dossiers that were open last."""

from __future__ import annotations

from pathlib import Path

from tomas_desktop.services import recent


def test_the_last_one_comes_first_and_stands_once(tmp_path: Path) -> None:
    text = ""
    for name in ("a", "b", "a"):
        text = recent.with_first(text, tmp_path / f"{name}.tomas")
    assert [each.stem for each in recent.listed(text)] == ["a", "b"]


def test_one_can_be_taken_out(tmp_path: Path) -> None:
    text = recent.with_first(recent.with_first("", tmp_path / "a.tomas"), tmp_path / "b.tomas")
    assert [each.stem for each in recent.listed(recent.without(text, tmp_path / "b.tomas"))] == ["a"]
    assert recent.listed("\n \n") == ()


def test_the_list_does_not_grow_for_ever(tmp_path: Path) -> None:
    text = ""
    for number in range(40):
        text = recent.with_first(text, tmp_path / f"{number}.tomas")
    assert len(recent.listed(text)) == recent.KEPT
