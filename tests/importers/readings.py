"""What tests ask of an imported web page."""

from __future__ import annotations

from pathlib import Path

from tomas_desktop.importers.base import Reading
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.provision import Provision, find, walk
from tomas_desktop.text.tokens import words

EU = packs.load("eu", "en")
SERBIA = packs.load("rs", "sr-Cyrl")
PAGE = Path("page.html")


def own_articles(reading: Reading) -> list[Provision]:
    """The law's own articles in order, without those of amending acts."""
    own = [node for node in reading.nodes if node.unit not in ("leftover", "annex")]
    return [node for node in walk(own) if node.unit == "article"]


def unaccounted(reading: Reading) -> int:
    """Words of the source that are nowhere (or, below nought, twice)."""
    beside = sum(len(words(text)) for text in (*reading.furniture, *reading.unplaced))
    return reading.words_in - reading.words_placed - beside


def at(reading: Reading, eid: str) -> Provision:
    """The provision with this eId."""
    found = find(reading.nodes, eid)
    assert found is not None, eid
    return found


def outline(node: Provision, depth: int = 0) -> list[str]:
    """What is below a provision, one line per unit, indented by its depth."""
    out: list[str] = []
    for child in node.children:
        out.append("  " * depth + " ".join(part for part in (child.unit, child.num, child.text) if part))
        out.extend(outline(child, depth + 1))
    return out


def codes(reading: Reading) -> list[str]:
    """The codes of the findings."""
    return [finding.code for finding in reading.findings]
