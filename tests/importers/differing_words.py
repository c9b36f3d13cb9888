"""The words of a PDF that `pdftotext` and the import read differently, each with the rule that knows why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tests.importers.pdf_words import as_looked_at
from tomas_desktop.importers.base import Reading
from tomas_desktop.model.provision import walk
from tomas_desktop.text.tokens import words

LETTERS, NUMBER, KEPT, PARTED, NOTE, SPACED = (
    "letters put right", "number put right", "hyphen kept", "hyphen taken out", "note parted", "spaced capitals"
)  # fmt: skip
REASONS = {
    LETTERS: "the file has a letter of another script that looks alike; a finding tells it.",
    NUMBER: "a misprinted number; a finding tells it.",
    KEPT: "a word with a hyphen stood at the end of a line; `pdftotext` takes such hyphens out.",
    PARTED: "the import took a word parted at the end of a line together; a finding tells it.",
    NOTE: "the raised number of a note is glued to a word.",
    SPACED: "capitals set apart, which the page shows to be one word.",
}


@dataclass(frozen=True)
class Difference:
    """Words that only `pdftotext` reads (`lost`) and those that the import reads in their place (`invented`), how
    often, and why; no reason means that no rule knows it."""

    lost: str
    invented: str
    times: int
    reason: str = ""


def differing(reading: Reading, second: str) -> list[Difference]:
    """All differences between a reading and the text of the second reader, the unexplained ones first."""
    text = " ".join(_printed(reading))
    ours, theirs = Counter(words(text)), Counter(words(second))
    lost, invented = theirs - ours, ours - theirs
    found: Counter[Difference] = Counter()
    for difference in [*_one_for_one(lost, invented, reading), *_two_for_one(lost, invented, text, second, reading)]:
        found[difference] += 1
    out = [Difference(each.lost, each.invented, times, each.reason) for each, times in found.items()]
    rest = [*(Difference(word, "", times) for word, times in lost.items())]
    rest += [Difference("", word, times) for word, times in invented.items()]
    return [*rest, *sorted(out, key=lambda each: (each.reason, -each.times))]


def count(differences: list[Difference]) -> tuple[int, int]:
    """How many words are lost, and how many invented."""
    return (
        sum(each.times * len(words(each.lost)) for each in differences),
        sum(each.times * len(words(each.invented)) for each in differences),
    )


def _printed(reading: Reading) -> Iterator[str]:
    for node in walk(reading.nodes):
        yield from (node.num, node.heading, node.text, *(note.text for note in node.notes))
    yield from (*reading.furniture, *reading.unplaced)


def _take(counts: Counter[str], *taken: str) -> None:
    counts.subtract(taken)
    for word in taken:
        if not counts[word]:
            del counts[word]


def _told(reading: Reading, code: str) -> str:
    values = [dict(each.values) for each in reading.findings if each.code == code]
    return ", ".join(value for each in values for name, value in each.items() if name != "count")


def _one_for_one(lost: Counter[str], invented: Counter[str], reading: Reading) -> Iterator[Difference]:
    """The same word in other letters, as a finding tells it."""
    told = set(_pairs(_told(reading, "article-numbers-repaired")))
    for word in list(lost.elements()):
        for other in invented:
            alike = as_looked_at(word) == as_looked_at(other)
            number = (word, other) in told or (alike and other.isdigit())
            if number or (alike and reading.repairs):
                yield Difference(word, other, 1, NUMBER if number else LETTERS)
                _take(lost, word)
                _take(invented, other)
                break


def _pairs(told: str) -> Iterator[tuple[str, str]]:
    """The words before and after of "Члсн 193 → Член 193, ..."."""
    for each in told.split(", "):
        before, _, after = each.partition(" → ")
        yield from zip(words(before), words(after), strict=False)


def _two_for_one(
    lost: Counter[str], invented: Counter[str], text: str, second: str, reading: Reading
) -> Iterator[Difference]:
    """One word here that is several there."""
    notes = {note.text for node in walk(reading.nodes) for note in node.notes} | set(reading.furniture)
    for word in list(lost.elements()):  # the import parted it
        for cut in range(1, len(word)):
            first, last = word[:cut], word[cut:]
            if not (invented[first] and invented[last]) or (first == last and invented[first] < 2):
                continue
            reason = ""
            if re.search(rf"\b{first}[-‐–] ?{last}\b", text):
                reason = KEPT
            elif last.isdigit() and last in notes:
                reason = NOTE
            if reason:
                yield Difference(word, f"{first} {last}", 1, reason)
                _take(lost, word)
                _take(invented, first, last)
                break
    hyphens = _told(reading, "words-parted-at-line-end")
    for word in list(invented.elements()):  # the import joined it
        for cut in range(1, len(word)):
            first, last = word[:cut], word[cut:]
            if not (lost[first] and lost[last]) or f"{first}-{last} → {word}" not in hyphens:
                continue
            yield Difference(f"{first} {last}", word, 1, PARTED)
            _take(lost, first, last)
            _take(invented, word)
            break
        else:
            if len(word) > 2 and word.isupper() and " ".join(word) in second:
                yield Difference(" ".join(word), word, 1, SPACED)
                _take(lost, *word)
                _take(invented, word)
