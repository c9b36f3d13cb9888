"""The own text of a unit that changes, and how it is cited: by its unit, its words before a list, its sentences."""

from __future__ import annotations

from dataclasses import dataclass

from tomas_desktop.model.clause import Step

INTRO = Step("intro", ("1",), counted=True)


def sentence_step(*counted: int) -> Step:
    """The step to one sentence of a text, or to several, counted from 1."""
    return Step("sentence", tuple(map(str, counted)), counted=True)


@dataclass(frozen=True, slots=True)
class Holder:
    """The unit whose own text changes. `cited` are the steps to it as a law is cited, `full` the steps without any
    left out, for parts of its text (None where those cannot be cited); `others` are the texts of both versions that
    the citation covers besides its own; `is_intro` says that units stand below it, so that its text is cited as the
    words before them; `has_end`, that nothing that is cited stands behind the text."""

    cited: tuple[Step, ...]
    full: tuple[Step, ...] | None
    others: tuple[str, ...] = ()
    is_intro: bool = False
    has_end: bool = True
