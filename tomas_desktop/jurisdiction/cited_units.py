"""How a sentence of an amending act cites a unit and a chain of units: "članu 185. stav 2", "pikës 3, të nenit 12".

Which unit of a chain is inflected, and how, is data of the language; so are lists, ranges and the stop of an
ordinal number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tomas_desktop.jurisdiction import marks, numbering, numerals
from tomas_desktop.jurisdiction.formula_words import Formulas, fill, formulas, joined
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import SourceLine
from tomas_desktop.model.clause import Step
from tomas_desktop.model.provision import DIVISIONS

Chain = tuple[Step, ...]

_RANK = {
    unit: rank
    for rank, units in enumerate(
        (("annex",), ("part",), ("title",), ("chapter",), ("section",), ("subsection",), ("article", "recital"),
         ("paragraph",), ("subparagraph",), ("point",), ("subpoint",), ("indent",), ("intro", "sentence", "wrapup"))
    )
    for unit in units
}  # fmt: skip
_RANGE = 3  # so many consecutive numbers are cited as a range
_ORDINAL = re.compile(r"\{ord\}(\w*)")


def as_cited(printed: str, unit: str, pack: Pack) -> str:
    """A printed number as a clause and its sentence cite it: "Član 185." -> "185", "(2)" -> "2" where paragraphs are
    cited bare (the sentence may print "(2)" all the same), "3)" -> "3)", "a)" -> "a" in Albanian, "Glava osamnaesta"
    -> "18"; what holds no number ("–") gives the empty string."""
    _, core, after = numbering.number_in(printed)
    if core and _is_bare(unit, formulas(pack)):
        return _inside(printed)
    if unit in DIVISIONS:
        is_word = core.isalpha() and not numerals.roman(core)  # Glava osamnaesta
        return (numbering.eid_number(printed, pack) if is_word else "") or core
    if not core or unit == "article":
        return core
    number = printed.strip()
    return number.removesuffix(".") if after in (".", "") else number


def _inside(printed: str) -> str:
    """A number without the brackets and the stop around it: "c/1)" -> "c/1"."""
    return printed.strip(" ()[].")


def _is_bare(unit: str, words: Formulas) -> bool:
    return bool(words.table.get("units", {}).get(unit, {}).get("bare"))


def cite(step: Step, role: str, words: Formulas, *, present: bool = False) -> str:
    """A unit in a role of the sentence: `subject`, `in`, `after`, `before`, `inner` (below another one), `of`,
    `object`, `added`, ... A `present` unit is told from a new one of the same number ("dosadašnji stav 3").
    Raises TomasError("formula-missing") where the language has no word for it."""
    place = _place(step, role, words, present)
    many = len(step.numbers) > 1
    form = words.form(*place, many=many)
    ordinal = _ORDINAL.search(form)
    if ordinal:
        spelt = [_ordinal(number, words) for number in step.numbers]
        if all(spelt):
            form = _ORDINAL.sub(joined([word + ordinal[1] for word in spelt], words), form)
        else:
            form = _ORDINAL.sub("{n}", form)
    blank = form[:1] if form[:1] == " " else ""
    return blank + fill(form, n=numbers(step, words), count=_count(step, words))


def _place(step: Step, role: str, words: Formulas, present: bool) -> tuple[str, ...]:
    base = ("units", step.unit)
    kinds: list[tuple[str, ...]] = [(*base, "counted"), base] if step.counted else [base]
    if _is_in_digits(step, words):
        kinds.insert(0, (*base, "digits"))
    if present:
        kinds = [(*kind, "present") for kind in kinds] + kinds
    roles = {"added_moving": ("added_moving", "added", "object", "subject"), "added": ("added", "object", "subject")}
    for kind in kinds:
        for each in roles.get(role, (role, "subject") if role == "object" else (role,)):
            if words.has(*kind, each):
                return (*kind, each)
    return (*base, role)


def numbers(step: Step, words: Formulas) -> str:
    """The numbers of a step: "5.", "5. i 6.", "5. do 8.", "“a” dhe “b”"."""
    listed = [_number(number, step, words) for number in step.numbers]
    if words.has("to") and len(listed) >= _RANGE and _are_consecutive(step.numbers):
        return listed[0] + words.form("to") + listed[-1]
    return joined(listed, words)


def _number(number: str, step: Step, words: Formulas) -> str:
    core = _inside(number) if _is_bare(step.unit, words) else number
    if words.flag("ordinal_stop") and core[-1:].isdigit():
        return f"{core}."
    printed = ("units", step.unit, "number")
    is_plain = step.counted or _is_in_digits(step, words) or not words.has(*printed)
    return core if is_plain else fill(words.form(*printed), n=core)


def _is_in_digits(step: Step, words: Formulas) -> bool:
    """Are these units, that are lettered as a rule, numbered, and called otherwise then?"""
    return words.has("units", step.unit, "digits") and all(number.lstrip("(")[:1].isdigit() for number in step.numbers)


def _are_consecutive(cited: Sequence[str]) -> bool:
    parts = [re.fullmatch(r"(\D*)(\d+)(\D*)", number) for number in cited]
    found = [(part[1], int(part[2]), part[3]) for part in parts if part]
    first = found[0] if found else ("", 0, "")
    return found == [(first[0], first[1] + place, first[2]) for place in range(len(cited))]


def _ordinal(number: str, words: Formulas) -> str:
    known = words.form("ordinals").split()
    core = number.strip("().")
    return known[int(core) - 1] if core.isdigit() and 0 < int(core) <= len(known) else ""


def _count(step: Step, words: Formulas) -> str:
    """How many units a step has, as a word where the language counts them so ("два нови става")."""
    known = words.form("units", step.unit, "counts").split() if words.has("units", step.unit, "counts") else []
    size = len(step.numbers)
    return known[size - 2] if 1 < size < len(known) + 2 else str(size)


def units(chain: Chain, words: Formulas, present: frozenset[int] = frozenset(), start: int = 0) -> str:
    """A chain from its step `start` on, the outermost unit inflected and the others as they stand below it."""
    return "".join(
        cite(step, "in" if place == start else "inner", words, present=place in present)
        for place, step in enumerate(chain)
        if place >= start
    )


def left_out(target: Chain, before: Chain, held: bool, words: Formulas) -> int:
    """How many outer steps a sentence may leave out because the one before it named them: those that a reader takes
    over, who keeps all units of that sentence which are wider than the first one named here. A unit that the other
    sentence itself changed or added to (`held` is False) is named again, an article is not."""
    if not words.flag("shortened"):
        return 0
    for start in range(len(target) - 1, 0, -1):
        outer, rank = target[:start], _RANK.get(target[start].unit, 0)
        if before[:start] != outer or _RANK.get(target[start - 1].unit, 0) >= rank:
            continue
        if len(before) > start and _RANK.get(before[start].unit, 0) < rank:
            continue
        if len(before) > start or held or outer[-1].unit == "article":
            return start
    return 0


def number_before(number: str, pack: Pack) -> str:
    """The number after which an inserted one comes where the number itself says so: "9a" -> "9", "9b" -> "9a",
    "(ba)" -> "(b)"; empty where it does not."""
    found = re.fullmatch(r"(\W*)(.*[^\W_])([^\W\d_])(\W*)", number)
    if found is None:
        return ""
    opening, stem, letter, closing = found.groups()
    if letter == pack.letters[0]:
        return opening + stem + closing
    if letter not in pack.letters or not stem[-1].isdigit():
        return ""
    return opening + stem + pack.letters[pack.letters.index(letter) - 1] + closing


def articles_in(content: Sequence[str], pack: Pack) -> tuple[str, ...]:
    """The numbers of the articles that the lines of a division hold."""
    found = (marks.article(SourceLine(line), pack) for line in content)
    return tuple(numbering.number_in(mark.num)[1] for mark in found if mark)
