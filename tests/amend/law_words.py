"""The vocabulary of a law, for edits that look like its own text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tomas_desktop.model.provision import Provision, walk

_WORD = re.compile(r"[^\W\d_]{2,}")


def words_of(nodes: Iterable[Provision]) -> list[str]:
    """The small words of the texts, each as often as a reader meets it (at most the first 20,000)."""
    found: list[str] = []
    for node in walk(nodes):
        found.extend(word for word in _WORD.findall(node.text) if word.islower())
        if len(found) > 20_000:
            break
    return found or ["suma"]
