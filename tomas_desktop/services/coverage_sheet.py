"""The coverage board in words: what each cell says, and the board as a page of HTML or a Word file to send."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tomas_desktop.model.correlation import GRADES, Grade
from tomas_desktop.services import clock, coverage, grade_codes, messages
from tomas_desktop.services.coverage import NOT_NEEDED, OPEN, Board, Cell, Line, State, Total

if TYPE_CHECKING:
    from tomas_desktop.export.board_writer import BoardCell, Tone

# Told without colour too. What a person found to have no answer and what nobody has looked at differ in their words.
GLYPHS: Mapping[State, str] = {
    "full": "●", "partial": "◐", "discretionary": "◇", "ungraded": "·", "none": "○", "gap": "○",
    "not_transposable": "–", "not_relevant": "–",
}  # fmt: skip
Format = Literal["html", "docx"]


def word(state: State) -> str:
    """A state in a word or two of the language that the program speaks."""
    return messages.sentence(f"coverage-{state.replace('_', '-')}", {})


def code(state: State, codes: Mapping[Grade, str]) -> str:
    """How a country writes a state: the code of its forms; a word where they have none."""
    return (codes.get(state) if state in GRADES else None) or word(state)


def parts(cell: Cell) -> tuple[int, int]:
    """How many paragraphs of those that need an answer have one, and how many need one."""
    needed = [state for state in cell.parts.values() if state not in NOT_NEEDED]
    return sum(state not in OPEN for state in needed), len(needed)


def short(cell: Cell, codes: Mapping[Grade, str]) -> str:
    """A cell as the board shows it, in a glyph and a code; of a mixed one both ends."""
    glyphs = GLYPHS[cell.best] + GLYPHS[cell.state] if cell.is_mixed else GLYPHS[cell.state]
    return f"{glyphs} {said(cell, codes)}"


def said(cell: Cell, codes: Mapping[Grade, str]) -> str:
    """The same without the glyphs: the better end of a mixed cell first, with how many of its parts are answered."""
    if not cell.is_mixed:
        return code(cell.state, codes)
    done, needed = parts(cell)
    far = f" {done}/{needed}" if cell.state in OPEN else ""
    return f"{code(cell.best, codes)}{far} – {code(cell.state, codes)}"


def waiting(cell: Cell) -> str:
    """What is still to do for a person: links to check again, suggestions; empty where there is nothing."""
    said = []
    if cell.to_recheck:
        said.append(messages.sentence("coverage-to-recheck", {"count": cell.to_recheck}))
    if cell.suggested:
        said.append(messages.sentence("coverage-suggested", {"count": cell.suggested}))
    return ", ".join(said)


def spoken(cell: Cell, codes: Mapping[Grade, str]) -> str:
    """A cell for who listens, and for who asks what it means: the states in words, how far it is mixed, what waits."""
    said = [word(cell.state)]
    if cell.is_mixed:
        done, needed = parts(cell)
        values = {"best": word(cell.best), "worst": word(cell.state), "done": done, "needed": needed}
        said = [messages.sentence("coverage-mixed", values)]
    own = [text for state in (cell.best, cell.state) if (text := codes.get(state) if state in GRADES else None)]
    said += [f"({', '.join(dict.fromkeys(own))})"] if own else []
    return " ".join(said) + (f"; {waiting(cell)}" if waiting(cell) else "")


def summary(total: Total) -> str:
    """A country in a sentence: how many of the articles that need an answer have one, and the share."""
    values = {"answered": total.answered, "needed": total.needed, "percent": f"{total.answered_share:g}"}
    return messages.sentence("coverage-answered", values)


def counts(total: Total) -> str:
    """How many articles a country has of each state that occurs, with their share."""
    there = [state for state in coverage.STATES if total.counts.get(state)]
    return " · ".join(f"{GLYPHS[s]} {word(s)} {total.counts[s]} ({total.share(s):g} %)" for s in there)


def write(
    path: Path,
    board: Board,
    title: str,
    names: Mapping[str, str],
    form: Format,
    lines: Sequence[Line] | None = None,
    countries: Sequence[str] = (),
) -> Path:
    """Write the board to a file, whole or not at all; see `document`. Raises TomasError("cannot-write")."""
    from tomas_desktop.export.docx_writer import write_files

    write_files({path: document(board, title, names, form, lines, countries)})
    return path


def document(
    board: Board,
    title: str,
    names: Mapping[str, str],
    form: Format,
    lines: Sequence[Line] | None = None,
    countries: Sequence[str] = (),
) -> bytes:
    """The board as a file. `title` is that of the EU act, `names` what the countries are called; with `lines` only
    those, with `countries` only those, as a person filtered them."""
    from tomas_desktop.export import board_writer
    from tomas_desktop.export.board_writer import BoardTable

    shown = board.lines if lines is None else tuple(lines)
    there = tuple(countries) or board.countries
    codes = {country: grade_codes.of_country(country) for country in there}
    about = [messages.sentence("coverage-as-of", {"date": clock.now()[:10]})]
    if len(shown) < len(board.lines):
        about.append(messages.sentence("coverage-filtered", {"shown": len(shown), "count": len(board.lines)}))
    for country in there:
        total = board.totals[country]
        about.append(f"{names.get(country, country.upper())}: {summary(total)} {counts(total)}")
    table = BoardTable(
        messages.sentence("coverage-title", {"act": title}),
        tuple(about),
        (messages.sentence("coverage-article", {}), *(names.get(c, c.upper()) for c in there)),
        tuple(_row(line, there, codes) for line in shown),
        messages.spoken(),
    )
    return board_writer.html(table) if form == "html" else board_writer.docx(table)


def _row(line: Line, countries: Sequence[str], codes: Mapping[str, Mapping[Grade, str]]) -> tuple[BoardCell, ...]:
    from tomas_desktop.export.board_writer import BoardCell

    cells = [line.cells[country] for country in countries]
    return (
        BoardCell(f"{line.number} {line.heading}".strip()),
        *(
            BoardCell(short(cell, codes[country]), _tone(cell), waiting(cell))
            for country, cell in zip(countries, cells, strict=True)
        ),
    )


def _tone(cell: Cell) -> Tone:
    if cell.is_mixed and cell.best not in OPEN:
        return "partial"
    if cell.state in NOT_NEEDED or cell.state == "ungraded":
        return "needless"
    return "gap" if cell.state in OPEN else "full" if cell.state == "full" else "partial"
