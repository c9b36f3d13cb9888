"""What the program says in a language on a sheet, for somebody who speaks it: handed out, corrected, brought back.

The translations that come with the program were not reviewed by native speakers. A reviewer needs no program but one
for tables: a row holds the English text, what the program says now, and a cell for what it should say. A sentence is
named by its code, a text of the window by `interface` (and the number of its form, where it counts) and its English.
"""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tomas_desktop.errors import TomasError
from tomas_desktop.model.finding import Finding
from tomas_desktop.services import interface_words, messages

COLUMNS = ("code", "english", "translation", "corrected", "remark")
_FILE = "reviewed.toml"
_INTERFACE = re.compile(r"interface(?: (\d+))?")


@dataclass(frozen=True, slots=True)
class Applied:
    """How many texts are told otherwise from now on, and which rows were left out and why."""

    corrected: int
    findings: tuple[Finding, ...]


class _Row(NamedTuple):
    line: int
    code: str
    english: str
    text: str


def sheet(language: str) -> str:
    """All sentences and texts of the window as a table; to be written in UTF-8 with a mark. Raises
    TomasError("review-language")."""
    _known(language)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    now = messages.templates(language)
    for code, english in messages.templates("en").items():
        writer.writerow([code, english, now.get(code, ""), "", ""])
    for english, forms in interface_words.words(language).items():
        for number, text in enumerate(forms, start=1):
            writer.writerow([f"interface {number}" if len(forms) > 1 else "interface", english, text, "", ""])
    return out.getvalue()


def write(language: str, path: Path) -> None:
    """Write the sheet of a language to a file. Raises TomasError("review-language"), OSError."""
    text = sheet(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8-sig", newline="")


def apply(language: str, path: Path) -> Applied:
    """Take over what a reviewer wrote into `corrected`, or over the translation itself. A text is left out whose fields
    in braces are not those of the English one.

    Raises TomasError("review-language"), ("review-sheet") and UnreadableError for what is no such table.
    """
    _known(language)
    findings: list[Finding] = []
    sentences: dict[str, str] = {}
    words: dict[str, interface_words.Forms] = {}
    for row in _rows(path):
        if form := _INTERFACE.fullmatch(row.code):
            trouble = _enter_words(words, row, int(form[1] or 1) - 1, language)
        else:
            trouble = _enter_sentence(sentences, row, language)
        if trouble:
            values = (("line", str(row.line)), ("code", row.english if form else row.code))
            findings.append(Finding("warning", trouble, values=values))
    if sentences:
        file = messages.own_folder() / language / _FILE
        _keep(file, {**_kept(file), **{code: _quoted(text) for code, text in sentences.items()}})
        messages.refresh()
    if words:
        file = interface_words.own_folder() / f"{language}.toml"
        forms = {source: f"[{', '.join(map(_quoted, found))}]" for source, found in words.items()}
        _keep(file, {**_kept(file), **forms})
        interface_words.refresh()
    return Applied(len(sentences) + len(words), tuple(findings))


def _enter_sentence(into: dict[str, str], row: _Row, language: str) -> str:
    """Take over a sentence that is told otherwise; the code of what is wrong with it, or nothing."""
    english = messages.templates("en").get(row.code)
    if english is None:
        return "review-code-unknown"
    if row.text and not _is_same(row.text, messages.templates(language).get(row.code, "")):
        try:
            fits = messages.fields(row.text) == messages.fields(english)
        except ValueError:
            fits = False
        if not fits:
            return "review-fields-differ"
        into[row.code] = row.text
    return ""


def _enter_words(into: dict[str, interface_words.Forms], row: _Row, form: int, language: str) -> str:
    """The same of a text of the window, in one of its forms."""
    now = into.get(row.english) or interface_words.words(language).get(row.english, ())
    if form >= len(now):
        return "review-code-unknown"
    if row.text and not _is_same(row.text, now[form]):
        if not set(interface_words.fields(row.text)) <= set(interface_words.fields(row.english)):
            return "review-fields-differ"
        into[row.english] = (*now[:form], row.text, *now[form + 1 :])
    return ""


def _is_same(one: str, other: str) -> bool:
    """Are two texts the same but for blanks, which spreadsheets change?"""
    return one.split() == other.split()


def _rows(path: Path) -> Iterator[_Row]:
    from tomas_desktop.importers import base

    text = base.decode(base.load(path), path)
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        if not {"code", "translation"} <= {(name or "").strip() for name in rows.fieldnames or ()}:
            raise TomasError("review-sheet", file=path.name)
        for row in rows:
            wording = (row.get("corrected") or "").strip() or (row.get("translation") or "").strip()
            if code := (row.get("code") or "").strip():
                yield _Row(rows.line_num, code, row.get("english") or "", " ".join(wording.split()))
    except csv.Error as error:
        raise TomasError("review-sheet", file=path.name) from error


# ---- the files ---------------------------------------------------------------------------------------------


def _kept(file: Path) -> dict[str, str]:
    """What is corrected already, each as TOML writes it; nothing of a damaged file."""
    try:
        read = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {key: _quoted(value) for key, value in read.items()}


def _keep(file: Path, texts: Mapping[str, str]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.new")
    draft.write_text("".join(f"{_quoted(key)} = {text}\n" for key, text in texts.items()), encoding="utf-8")
    draft.replace(file)


def _known(language: str) -> None:
    if language not in messages.LANGUAGES:
        raise TomasError("review-language", language=language, known=", ".join(messages.LANGUAGES))


def _quoted(value: object) -> str:
    """A text or a list of texts as TOML writes it, which is as JSON does but for one control character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
