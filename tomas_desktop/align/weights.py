"""How much each kind of evidence counts when provisions of two laws are compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tomas_desktop.align.glossary import Concept

# What the concepts of a field count beside those of the others: words that every law uses little, those of the
# protection of children much, which name what a provision is about where the others say what is done about it.
_OF_FIELD = {"general": 0.4, "child_protection": 1.7}


@dataclass(frozen=True, slots=True)
class Weights:
    """Title, body, headings and surroundings are shares of what the texts say, which counts 1 in all; the title's is
    reached where titles and texts of two laws agree everywhere. The others are added to it."""

    title: float = 2.0
    body: float = 1.0
    headings: float = 0.3
    around: float = 0.3  # the whole division
    figures: float = 0.05
    structure: float = 0.08
    citations: float = 0.3
    beside: float = 0.15
    position: float = 0.12
    kindred: float = 0.5  # a text in a neighbour's language, where a person asked for it

    @property
    def most(self) -> float:
        """What a pair has at most for which all evidence speaks, but for a neighbour's language."""
        return 1.0 + self.figures + self.structure + self.citations + self.beside + self.position


WEIGHTS = Weights()
GLOSSARY_ALONE = Weights(figures=0, structure=0, citations=0, beside=0, position=0)


def importance(concepts: Sequence[Concept]) -> tuple[float, ...]:
    """What each concept of the glossary counts beside the others, however rare it is."""
    return tuple(_OF_FIELD.get(concept.field, 1.0) for concept in concepts)
