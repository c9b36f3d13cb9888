"""What needs no national answer, measured against lists that were made by hand from reading three EU acts."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.align.correlation_tables import LAWS, tree
from tomas_desktop import paths
from tomas_desktop.align.addressees import Words, needless
from tomas_desktop.jurisdiction import pack as packs

ACTS = ("gdpr", "dsa", "csar")


@dataclass(frozen=True)
class Figures:
    """Article numbers: told rightly, told wrongly, missed."""

    right: tuple[int, ...]
    wrong: tuple[int, ...]
    missed: tuple[int, ...]

    @property
    def precision(self) -> float:
        return len(self.right) / max(1, len(self.right) + len(self.wrong))

    @property
    def recall(self) -> float:
        return len(self.right) / max(1, len(self.right) + len(self.missed))


def words(language: str) -> Words:
    file = paths.resources() / "not_transposable" / f"{language}.toml"
    return Words(tomllib.loads(file.read_text(encoding="utf-8")), language)


def figures(data: Path, act: str, half: int | None = None) -> Figures:
    """One act; `half` 1 takes the odd articles, by which the words were chosen, 0 the even ones."""
    table: Mapping[str, Any] = tomllib.loads(
        Path(__file__).with_name("not_transposable.toml").read_text(encoding="utf-8")
    )[act]
    _, country, language = LAWS[act]
    found = needless(tree(data, act), words(language), packs.load(country, language))
    told = {int(each.article.removeprefix("art_")) for each in found if each.is_whole} - set(table["open"])
    wanted = set(table["yes"])

    def counted(numbers: set[int]) -> tuple[int, ...]:
        return tuple(sorted(n for n in numbers if half is None or n % 2 == half))

    return Figures(counted(told & wanted), counted(told - wanted), counted(wanted - told))
