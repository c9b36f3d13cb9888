"""Putting right what was misread in a file, line by line, before it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tomas_desktop.jurisdiction import pack as packs

if TYPE_CHECKING:
    from tomas_desktop.importers.base import Reading
    from tomas_desktop.importers.corrections import Corrected as Corrected
    from tomas_desktop.importers.corrections import Kind as Kind
    from tomas_desktop.importers.outline import Row as Row

# The room of the importers is loaded when a file is read, not when the window starts.


def lines_of(reading: Reading) -> tuple[Row, ...]:
    """The printed lines of a reading, with what each was taken for."""
    from tomas_desktop.importers import corrections

    return corrections.outline_of(reading)


def step(
    rows: Sequence[Row], kind: Kind, line: int, country: str, language: str, at: int = 0
) -> tuple[Row, ...] | None:
    """The lines after one of them was corrected (`at` is the character before which to split it); None where that
    cannot be done. Undo is to go back to the lines before."""
    from tomas_desktop.importers import corrections

    return corrections.step(rows, corrections.Correction(kind, line, at), packs.load(country, language))


def step_for_all(
    rows: Sequence[Row], kind: Kind, line: int, country: str, language: str, at: int = 0
) -> tuple[Row, ...] | None:
    """The lines after this one and all that are printed like it but for their digits were corrected alike."""
    from tomas_desktop.importers import corrections

    return corrections.step_for_all(rows, corrections.Correction(kind, line, at), packs.load(country, language))


def read_off(reading: Reading, rows: Sequence[Row], country: str, language: str) -> Corrected:
    """The reading that corrected lines make, and these lines with the units they belong to now."""
    from tomas_desktop.importers import corrections

    return corrections.read_off(reading, rows, packs.load(country, language))
