"""Filling in a consultation form: whose columns hold what is told once, and remembered for every copy of the form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tomas_desktop.amend.redline import Segment
from tomas_desktop.errors import TomasError
from tomas_desktop.model.finding import Finding
from tomas_desktop.services import form_entries, known_forms
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.submitting import Script

if TYPE_CHECKING:
    from tomas_desktop.export.consultation_form import ConsultationForm
    from tomas_desktop.export.form_columns import ColumnRole

Content = tuple[tuple[Segment, ...], ...]  # paragraphs of kept ("="), struck ("-") and new ("+") words

_OLE = b"\xd0\xcf\x11\xe0"  # the container of old Word files, and of new ones with a password


@dataclass(frozen=True, slots=True)
class Column:
    """A column counted from 1, its heading and what it holds: `number`, `article`, `current`, `proposal`, `reasons`,
    `basis`, or `leave` for one that is left as it is."""

    index: int
    heading: str
    role: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a form, counted from 1. `is_known`: somebody said before what its columns hold. `taken` rows are
    written already, and stay."""

    number: int
    columns: tuple[Column, ...]
    is_known: bool = False
    taken: int = 0

    @property
    def understood(self) -> int:
        """How many of its columns have something to hold."""
        return sum(column.role != "leave" for column in self.columns)


@dataclass(frozen=True, slots=True)
class Filled:
    """What was written: the file, its table and columns, how many rows, and what a person should look at."""

    file: Path
    table: int
    columns: tuple[Column, ...]
    rows: int
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A filled form that is not written yet. `said`: what its columns hold was told, and is to be remembered."""

    content: bytes
    filled: Filled
    said: Table | None


def roles() -> tuple[str, ...]:
    """What a column can hold."""
    from tomas_desktop.export.form_columns import COLUMN_ROLES

    return COLUMN_ROLES


def tables(form: Path) -> tuple[Table, ...]:
    """The tables of a form and what their columns hold: as somebody said before, else as the headings tell.

    Raises TomasError("fill-not-word", "fill-word-97")."""
    return _tables(_read(form))


def best(tables: Sequence[Table]) -> Table | None:
    """The table that a person most likely means: a known one, else the one whose columns are understood best."""
    return max(tables, key=lambda one: (one.is_known, one.understood, -one.number), default=None)


def scripts(country: str) -> tuple[Script, ...]:
    """The scripts in which the forms of a country are written."""
    return form_entries.form_of(country).scripts


def rows(
    opened: OpenDossier, proposal: str, redline: bool = False, script: Script | None = None
) -> tuple[Mapping[str, Content], ...]:
    """What each change of the proposal puts into a column that holds this or that; see `fill`. Raises
    NotFoundError("no-proposal")."""
    entries = form_entries.gathered(opened, proposal, redline, script).entries
    return tuple({field.name: getattr(entry, field.name) for field in fields(entry)} for entry in entries)


def fill(
    opened: OpenDossier,
    proposal: str,
    form: Path,
    out: Path,
    table: int | None = None,
    columns: Mapping[int, str] | None = None,
    redline: bool = False,
    script: Script | None = None,
) -> Filled:
    """Write a copy of the form with one row for each change of the proposal. Without `table` the one whose columns are
    understood best is taken; `columns` (counted from 1) says what they hold and is remembered. With `redline` the
    proposal shows what is struck and what is new. Without `script` the law's own is kept.

    Raises NotFoundError("no-proposal"), TomasError("fill-not-word", "fill-word-97", "fill-no-table",
    "fill-table-missing", "fill-column-missing", "fill-role-unknown", "fill-columns-unknown", "fill-over-original",
    "fill-nothing-proposed", "cannot-write").
    """
    return write(draft(opened, proposal, form, out, table, columns, redline, script))


def draft(
    opened: OpenDossier,
    proposal: str,
    form: Path,
    out: Path,
    table: int | None = None,
    columns: Mapping[int, str] | None = None,
    redline: bool = False,
    script: Script | None = None,
) -> Draft:
    """What `fill` writes. Raises what that raises but "cannot-write"."""
    from tomas_desktop.export.fields import values

    if out.resolve() == form.resolve():
        raise TomasError("fill-over-original", file=str(form))
    read = _read(form)
    chosen, findings = _chosen(_tables(read), table, columns or {}, form)
    found = form_entries.gathered(opened, proposal, redline, script)
    if not found.entries:
        raise TomasError("fill-nothing-proposed", proposal=proposal)
    own = found.ministry.texts
    known = {name: text for name, text in values(found.ministry, found.whole, found.spell).items() if name not in own}
    by_index: Sequence[ColumnRole] = [column.role for column in chosen.columns]  # type: ignore[misc]
    content = read.filled(chosen.number, by_index, found.entries, known, found.language)
    filled = Filled(out, chosen.number, chosen.columns, len(found.entries), tuple(findings))
    return Draft(content, filled, chosen if columns else None)


def write(draft: Draft) -> Filled:
    """Write a filled form, and remember what was said of its columns. Raises TomasError("cannot-write")."""
    from tomas_desktop.export import docx_writer

    docx_writer.write_files({draft.filled.file: draft.content})
    if draft.said is not None:
        columns = draft.said.columns
        known_forms.remember([column.heading for column in columns], [column.role for column in columns])
    return draft.filled


def _read(form: Path) -> ConsultationForm:
    from tomas_desktop.export.consultation_form import ConsultationForm

    try:
        data = form.read_bytes()
    except OSError as error:
        raise TomasError("fill-not-word", file=str(form), reason=error.strerror or str(error)) from error
    if data.startswith(_OLE):
        raise TomasError("fill-word-97", file=str(form))
    return ConsultationForm(data, str(form))


def _tables(form: ConsultationForm) -> tuple[Table, ...]:
    known, out = known_forms.remembered(), []
    for one in form.tables:
        said = known.get(one.fingerprint, ())
        is_known = len(said) == len(one.columns)
        found = said if is_known else [column.role for column in one.columns]
        columns = tuple(
            Column(i, column.heading, role)
            for i, (column, role) in enumerate(zip(one.columns, found, strict=True), start=1)
        )
        out.append(Table(one.number, columns, is_known, one.taken))
    return tuple(out)


def _chosen(
    found: Sequence[Table], number: int | None, said: Mapping[int, str], form: Path
) -> tuple[Table, list[Finding]]:
    """The table to fill and what its columns hold."""
    if not found:
        raise TomasError("fill-no-table", file=str(form))
    if number is not None and not 1 <= number <= len(found):
        raise TomasError("fill-table-missing", table=str(number), count=str(len(found)))
    table = found[number - 1] if number else best(found)
    assert table is not None
    for index, role in said.items():
        if not 1 <= index <= len(table.columns):
            raise TomasError("fill-column-missing", column=str(index), count=str(len(table.columns)))
        if role not in roles():
            raise TomasError("fill-role-unknown", role=role, known=", ".join(roles()))
    findings: list[Finding] = []
    columns: list[Column] = []
    for column in table.columns:
        role = said.get(column.index, column.role)
        taken = {one.role for one in columns} | {
            other for index, other in said.items() if index > column.index and column.index not in said
        }
        if role != "leave" and role in taken:
            if column.index in said:
                findings.append(Finding("warning", "fill-role-twice", "", (("role", role),)))
            role = "leave"
        columns.append(Column(column.index, column.heading, role))
    if all(column.role in ("leave", "number") for column in columns):
        headings = " | ".join(column.heading for column in columns)
        raise TomasError("fill-columns-unknown", table=str(table.number), headings=headings)
    if all(column.role != "proposal" for column in columns):
        findings.append(Finding("warning", "fill-no-proposal-column", "", ()))
    return replace(table, columns=tuple(columns)), findings
