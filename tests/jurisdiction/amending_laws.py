"""The two Serbian laws that amend fines in other laws, and a second, simpler reader of them to check the first by.

The second reader knows these acts only: it walks over the text outside quotation marks, remembers the last article,
paragraph, point and indent that were cited, and takes each "речима" or "речју" for one replacement.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tomas_desktop.jurisdiction import clause_reading, pack
from tomas_desktop.jurisdiction.clause_reading import Unread
from tomas_desktop.model.clause import Clause

LAWS = ("rs_AMENDING_fines_1.cyr.json", "rs_AMENDING_fines_federal.cyr.json")

_UNITS = {
    "члан": "article", "чл.": "article", "став": "paragraph", "ст.": "paragraph", "тачк": "point", "алинеј": "indent",
}  # fmt: skip
_RANK = ("article", "paragraph", "point", "indent")
_NUMBER = r"\d+[а-шђјљњћџ]?"
_WORD = re.compile(
    r"(?P<unit>члану?|чл\.|у?ставу?|ст\.|тачк[аи]|алинеј[аи])\s+"
    rf"(?P<numbers>{_NUMBER}[.)]*(?:(?:, | и ){_NUMBER}[.)]*)*)"
    r"|реч(?:има|ју)(?!\w)[^\d]{0,20}(?P<new>\d[\d.]*)"
)


@dataclass(frozen=True, slots=True)
class Replacement:
    """A replacement as the second reader sees it: the article and the paragraph of the last of its places."""

    article: str
    paragraph: str
    figures: str  # the first number of the new words


@dataclass(frozen=True, slots=True)
class Article:
    """One article of an amending law: its lines, and what each reader found."""

    name: str
    lines: tuple[str, ...]

    def read(self) -> tuple[Clause | Unread, ...]:
        return clause_reading.read(self.lines, pack.load("rs", "sr-Cyrl"))

    def expected(self) -> list[Replacement]:
        return list(_replacements(" \n ".join(self.lines)))


@dataclass(frozen=True, slots=True)
class Failure:
    """A replacement that was not read as it should be."""

    article: str
    reason: str
    expected: Replacement


def articles(file: Path) -> Iterator[Article]:
    """The articles of an amending law; hard line breaks become blanks."""
    for provision in json.loads(file.read_text(encoding="utf-8"))["provisions"]:
        lines = (" ".join(part.split()) for part in re.split(r"\n\s*\n", provision["content"]))
        yield Article(provision["provision_ref"], tuple(lines))


def compared(file: Path) -> tuple[int, list[Failure]]:
    """How many quoted replacements a law has, and those that were not recognised with their target."""
    failures: list[Failure] = []
    count = 0
    for article in articles(file):
        found = [each for each in article.read() if isinstance(each, Clause) and each.operation == "replace_words"]
        expected = article.expected()
        count += len(expected)
        for each in expected:
            match = next((clause for clause in found if _is(clause, each)), None)
            if match is None:
                near = any(clause.article == each.article for clause in found)
                reason = "read for another paragraph or with other words" if near else "not read"
                failures.append(Failure(article.name, reason, each))
            else:
                found.remove(match)
    return count, failures


def _is(clause: Clause, expected: Replacement) -> bool:
    paragraph = next((step.number for step in clause.target if step.unit == "paragraph"), "")
    figures = re.search(r"\d[\d.]*", clause.new)
    read = (clause.article, paragraph, figures[0].rstrip(".") if figures else "")
    is_clean = not re.search(r"[„”“\"]|замењују|реч", clause.old + clause.new)
    return is_clean and read == (expected.article, expected.paragraph, expected.figures)


def _replacements(text: str) -> Iterator[Replacement]:
    place: dict[str, str] = {}
    for word in _WORD.finditer(text):
        if word["new"]:
            yield Replacement(place.get("article", ""), place.get("paragraph", ""), word["new"].rstrip("."))
            continue
        cited = word["unit"].removeprefix("у")
        unit = next(unit for stem, unit in _UNITS.items() if cited.startswith(stem))
        place = {each: place[each] for each in _RANK[: _RANK.index(unit)] if each in place}
        place[unit] = re.findall(_NUMBER, word["numbers"])[-1]
