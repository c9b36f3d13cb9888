"""The words in which a legal order amends its laws: forms of units and nouns, marks by name, sentences to fill.

All of them are data (`resources/jurisdictions/<country>/formulas/<language>.toml`). A form is one string, or a pair:
for one, for several. Forms have gaps in braces (`{n}`, `{q}`, `{where}`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tomas_desktop.errors import TomasError
from tomas_desktop.jurisdiction.pack import Pack, table

_GAP = re.compile(r"\{(\w+)\}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True, eq=False)
class Formulas:
    """The words of one language, looked up by their place in its file."""

    pack: Pack
    table: Mapping[str, Any]

    def has(self, *path: str) -> bool:
        """Is there a form at this place?"""
        return self._at(path) is not None

    def form(self, *path: str, many: bool = False) -> str:
        """The form at a place, for one or for several; raises TomasError("formula-missing")."""
        found = self._at(path)
        if isinstance(found, list):
            found = found[-1 if many else 0]
        if not isinstance(found, str):
            raise TomasError("formula-missing", form=".".join(path), language=self.pack.language)
        return found

    def flag(self, name: str) -> bool:
        """Does the language do this (`shortened`, `ordinal_stop`)? No, where its file is silent."""
        return bool(self.table.get(name, False))

    def _at(self, path: Iterable[str]) -> Any:
        found: Any = self.table
        for name in path:
            found = found.get(name) if isinstance(found, Mapping) else None
        return found


def formulas(pack: Pack) -> Formulas:
    """The words of a pack's language; raises TomasError("no-formulas") where it has none."""
    found = table(pack, "formulas")
    if not found:
        raise TomasError("no-formulas", language=pack.language)
    return Formulas(pack, found)


def fill(form: str, **values: str) -> str:
    """A form with its gaps filled. A number loses its ordinal's stop before a comma ("stav 4, koji")."""

    def put(gap: re.Match[str]) -> str:
        value = values[gap[1]]
        return value[:-1] if form.startswith(",", gap.end()) and re.search(r"\d\.$", value) else value

    return _GAP.sub(put, form).strip()


def joined(parts: Iterable[str], words: Formulas) -> str:
    """Several as a list: `a`, `a i b`, `a, b i c`."""
    out = list(parts)
    if len(out) < 2:
        return "".join(out)
    comma, last = words.form("comma"), words.form("and")
    before = [re.sub(r"(?<=\d)\.$", "", part) if comma.startswith(",") else part for part in out[:-2]]
    return comma.join([*before, out[-2]]) + last + out[-1]


def quoted(text: str, words: Formulas) -> str:
    """The text between the marks of the language; what is in it stays as it is."""
    opening, closing = words.pack.quotes
    return f"{opening}{text}{closing}"


def is_mark(text: str, words: Formulas) -> bool:
    """Is this a punctuation mark that the language calls by name?"""
    return words.has("marks", text)


def is_many_mark(text: str, words: Formulas) -> bool:
    """Is the name of this mark a plural ("dve tačke")?"""
    return text in str(words.table.get("many_marks", ""))


def mark(text: str, words: Formulas, role: str) -> str:
    """The name of a mark: as the one that is replaced (`subject`), takes the place (`with`) or comes in (`object`)."""
    forms = words.table["marks"][text]
    return str(forms[{"subject": 0, "with": 1, "object": 2}[role] % len(forms)])


def is_many(text: str, noun: str = "") -> bool:
    """Are these several words (several figures, where they are called number, percent or amount)?"""
    if noun in ("number", "percent", "amount"):
        return len(_NUMBER.findall(text)) > 1
    return sum(any(sign.isalnum() for sign in word) for word in text.split()) > 1


def named(text: str, words: Formulas, role: str, noun: str = "") -> str:
    """Words by what they are called, in a role: "reči: „X”" (`subject`), "rečima: „X”" (`with`), "posle reči: „X”"."""
    kind = noun if words.has("nouns", noun) else "word"
    place = ("nouns", kind, role) if words.has("nouns", kind, role) else ("nouns", kind, "subject")
    if role in ("after", "before") and place[2] == "subject":
        place = ("nouns", "word", role)
    return fill(words.form(*place, many=is_many(text, noun)), q=quoted(text, words))


def coming_in(text: str, words: Formulas, noun: str = "") -> tuple[str, bool]:
    """Words that are added, a comma at their ends called by its name (S8), and whether the verb is plural:
    "zapeta i reči: „Y”", "reč: „Y” i zapeta"."""
    if is_mark(text, words):
        return mark(text, words, "object"), is_many_mark(text, words)
    core, comma = text, words.has("marks", ",")
    lead = comma and core.startswith(", ")
    core = core[2:] if lead else core
    trail = comma and core.endswith(",")
    core = core[:-1] if trail else core
    if not core.strip() or core != core.strip():
        return named(text, words, "object", noun), is_many(text, noun)
    out = named(core, words, "object", noun)
    if lead and trail and words.has("words", "both_marks"):
        return fill(words.form("words", "both_marks"), mark=mark(",", words, "object"), words=out), True
    if lead:
        out = fill(words.form("words", "lead_mark"), mark=mark(",", words, "object"), words=out)
    if trail:
        out = fill(words.form("words", "trail_mark"), mark=mark(",", words, "object"), words=out)
    return out, lead or is_many(core, noun)
