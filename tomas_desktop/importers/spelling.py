"""What is repaired in the letters of a document before its structure is read; the wording is never touched.

What the document shows as a whole is decided first (its script, a code or an encoding it was mistaken for), then
each line is put right. No-break and other blanks count as blanks and are printed as such, without a remark: they
are no spelling. A line that was changed is kept as it was printed, and every kind of repair is told with examples.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tomas_desktop.jurisdiction import structure
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import SourceLine
from tomas_desktop.jurisdiction.structure import Structure
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.provision import Note
from tomas_desktop.text import letters, mistaken, yuscii
from tomas_desktop.text.look_alikes import Script, homoglyphs
from tomas_desktop.text.scripts import script_of
from tomas_desktop.text.tokens import words

Kind = Literal[
    "letters-in-brackets-code", "letters-misread", "accents-composed", "hidden-characters", "letters-of-another-script",
    "digraphs-spelt-out", "eth-for-dj",
]  # fmt: skip
Change = tuple[Kind, str, str]  # what was repaired, a word before, the same word after

_EXAMPLES = 20
_ROUNDS = 5  # more than any line needs; a bound, so that no line can go round for ever
_SAMPLE = 50_000  # letters that show in which script a document is


@dataclass(frozen=True, slots=True)
class Repair:
    """A line as it is now and as it was printed, and the words that differ. Putting `before` for `after` undoes it."""

    after: str
    before: str
    changes: tuple[Change, ...]

    @property
    def words_gained(self) -> int:
        """How many words more the line has now: a code in which brackets were letters cuts words apart."""
        return len(words(self.after)) - len(words(self.before))


@dataclass(frozen=True, slots=True)
class Repaired:
    """The lines in their places, and those of them that were changed."""

    lines: tuple[SourceLine, ...]
    repairs: tuple[Repair, ...]


@dataclass(frozen=True, slots=True)
class Built(Structure):
    """A structure with the repairs that were made before it was read."""

    repairs: tuple[Repair, ...] = ()


def of_texts(texts: Sequence[str], pack: Pack) -> tuple[list[str], tuple[Repair, ...]]:
    """The lines of a document repaired, and what was done. Repairing them again changes nothing."""
    steps = _steps(texts, pack.language)
    out: list[str] = []
    repairs: list[Repair] = []
    for text in texts:
        after = text
        changes: list[Change] = []
        for kind, step in steps:
            before, after = after, step(after)
            changes.extend((kind, *pair) for pair in _differing(before, after))
        out.append(after)
        if changes:
            repairs.append(Repair(after, text, tuple(changes)))
    return out, tuple(repairs)


def of_lines(lines: Sequence[SourceLine], pack: Pack) -> Repaired:
    """The same for lines with their numbers and notes."""
    texts = [text for line in lines for text in (line.num, line.text, *(note.text for note in line.notes))]
    mended, repairs = of_texts(texts, pack)
    if not repairs:
        return Repaired(tuple(lines), ())
    place, out = 0, []
    for line in lines:
        num, text, *notes = mended[place : place + 2 + len(line.notes)]
        place += 2 + len(line.notes)
        told = tuple(Note(note.kind, text) for note, text in zip(line.notes, notes, strict=True))
        out.append(replace(line, num=num, text=text, notes=told))
    return Repaired(tuple(out), repairs)


def build(lines: Sequence[SourceLine], pack: Pack) -> Built:
    """The structure of the repaired lines, its findings telling of the repairs first."""
    repaired = of_lines(lines, pack)
    built = structure.build(repaired.lines, pack)
    told = (*findings(repaired.repairs), *built.findings)
    return Built(built.nodes, told, built.unplaced, repaired.repairs)


def findings(repairs: Iterable[Repair]) -> tuple[Finding, ...]:
    """One remark for each kind of repair: how many words it changed, and examples with their originals."""
    kinds: dict[Kind, Counter[tuple[str, str]]] = {}
    for repair in repairs:
        for kind, before, after in repair.changes:
            kinds.setdefault(kind, Counter())[before, after] += 1
    return tuple(
        Finding("info", kind, values=(("count", str(found.total())), ("words", _examples(found))))
        for kind, found in kinds.items()
    )


def _examples(found: Counter[tuple[str, str]]) -> str:
    told = [f"{before} → {after}" + (f" ({n})" if n > 1 else "") for (before, after), n in found.items()]
    return ", ".join((*told[:_EXAMPLES], *(["…"] if len(told) > _EXAMPLES else [])))


def _steps(texts: Sequence[str], language: str) -> list[tuple[Kind, Callable[[str], str]]]:
    """The repairs that this document needs, in order: each may rely on those before it."""
    steps: list[tuple[Kind, Callable[[str], str]]] = []
    was = mistaken.mistake(texts, language)
    if was is not None:
        steps.append(("letters-misread", lambda text: mistaken.read_right(text, was)))
    if yuscii.is_yuscii(texts, language):
        steps.append(("letters-in-brackets-code", lambda text: yuscii.decoded(text, language)))
    done = [text for text in texts if text.strip()]
    for _, step in steps:
        done = [step(text) for text in done]
    sample = " ".join(done)[:_SAMPLE]
    script = script_of(sample)
    script = script_of(_in_one_script(sample, script))  # what is repaired counts too: the answer must not turn with it
    other = re.compile(r"[\u0400-\u04ff]" if script == "Latn" else r"[A-Za-zÀ-ž]")
    return [
        *steps,
        ("accents-composed", letters.composed),
        ("hidden-characters", letters.without_hidden),
        ("letters-of-another-script", lambda text: _in_one_script(text, script) if other.search(text) else text),
        ("digraphs-spelt-out", letters.two_letters),
        ("eth-for-dj", lambda text: letters.dj(text, language)),
    ]


def _in_one_script(text: str, script: Script) -> str:
    """The line in its script. A short word is judged by its neighbours, so each round may settle another one."""
    for _ in range(_ROUNDS):
        text, changed = homoglyphs(text, script)
        if not changed:
            break
    return text


def _differing(before: str, after: str) -> list[tuple[str, str]]:
    """The words that differ, without the marks around them that they share."""
    if before == after:
        return []
    old, new = before.split(), after.split()
    if len(old) != len(new):
        return [(before, after)]
    return [_bare(a, b) for a, b in zip(old, new, strict=True) if a != b]


def _bare(old: str, new: str) -> tuple[str, str]:
    marks = "()[].,;:!?„“”\"'«»–-"
    while old and new and old[0] == new[0] and old[0] in marks:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1] and old[-1] in marks:
        old, new = old[:-1], new[:-1]
    return old, new
