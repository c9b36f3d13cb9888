"""The own text of a unit that changes, and how it is cited: by its unit, its words before a list, its sentences."""

from __future__ import annotations

from dataclasses import dataclass

from tomas_desktop.model.clause import Step

INTRO = Step("intro", ("1",), counted=True)  # the words of a unit before the list in it
FIRST = Step("subparagraph", ("1",), counted=True)  # the same where other subparagraphs follow, not a list


def sentence_step(*counted: int) -> Step:
    """The step to one sentence of a text, or to several, counted from 1."""
    return Step("sentence", tuple(map(str, counted)), counted=True)


@dataclass(frozen=True, slots=True)
class Holder:
    """The unit whose own text changes. `cited` are the steps to it as a law is cited, `full` the steps without any
    left out, for parts of its text (None where those cannot be cited); `others` are the texts of both versions that
    the citation covers besides its own; `part` is the step to its text alone where units stand below it; `has_end`
    says that nothing that is cited stands behind the text."""

    cited: tuple[Step, ...]
    full: tuple[Step, ...] | None
    others: tuple[str, ...] = ()
    part: Step | None = None
    has_end: bool = True
