"""Writing clauses in the legal language of a country: the sentences of one amending article.

The forms are the rows S1-S27, M1-M17, A2-A18 and E2-E9 of the catalogue (drafting.md 2), kept as data; this module
decides which of them a clause takes, what it cites in full, and which clauses make one sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tomas_desktop.jurisdiction import formula_units, formula_wordings
from tomas_desktop.jurisdiction.cited_units import Chain, left_out, units
from tomas_desktop.jurisdiction.formula_words import Formulas, fill, formulas
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.clause import Clause

_WORDS = frozenset({"replace_words", "insert_words", "delete_words", "punctuation"})
_OF_UNITS = frozenset({"replace_unit", "delete_unit", "renumber", "insert_unit"})
_QUOTES = frozenset("„“”«»‚‘’\"'ˮ")


@dataclass
class _Said:
    """What the sentences before have said: the last target, whether words in it were changed (and it still holds),
    and the numbers that units which came in have taken from old ones."""

    target: Chain = ()
    held: bool = True
    taken: dict[tuple[Chain, str], set[str]] = field(default_factory=dict)

    def present(self, target: Chain) -> frozenset[int]:
        """The steps whose number a new unit has too: they are cited as the present ones (pitfall 13)."""
        return frozenset(
            place for place, step in enumerate(target)
            if not self.taken.get((target[:place], step.unit), set()).isdisjoint(step.numbers)
        )  # fmt: skip

    def add(self, clause: Clause) -> None:
        """Take note of a clause that has been written."""
        self.target = () if _is_of_all(clause) and clause.operation == "insert_unit" else clause.target
        self.held = clause.operation in _WORDS
        if clause.operation == "insert_unit":
            holder = clause.target[:-1] if clause.position in ("after", "before") else clause.target
            self.taken.setdefault((holder, clause.unit), set()).update(clause.new_numbers)
        elif clause.operation == "renumber" and clause.target:
            self.taken.pop((clause.target[:-1], clause.target[-1].unit), None)


def write(clauses: Sequence[Clause], pack: Pack, opening: str = "") -> tuple[str, ...]:
    """The lines of one amending article, for clauses on one article in their order: each sentence a line, quoted
    units on lines of their own behind it. `opening` names the law before the first sentence ("U Krivičnom zakoniku
    („Službeni glasnik RS”, br. ...)").

    Raises TomasError("no-formulas") for a language without formulas and ("formula-missing") for what it has no words
    for; a larger clause then has to do.
    """
    words = formulas(pack)
    sentences = _sentences(clauses, words)
    said = _Said()
    lines: list[str] = []
    listed = len(sentences) > 1 and words.has("list") and _is_list(clauses)
    if listed:
        lines.append(_begun(_announced(clauses, words), opening, words))
    for place, sentence in enumerate(sentences):
        if listed:  # each item of a list goes on from its head
            said.target = clauses[0].target[:1]
        text, content = _written(sentence, clauses, said, words, listed=listed)
        text = _begun(text, "" if place or listed else opening, words)
        if listed:
            text = fill(words.form("list", "item"), n=str(place + 1)) + " " + text
        lines.extend(_closed(text, content, words))
    return tuple(lines)


def _sentences(clauses: Sequence[Clause], words: Formulas) -> list[tuple[Clause, ...]]:
    """The clauses that make one sentence each: two changes of words in one place, or a mark at the end of a unit and
    the unit that comes after it (S10, S23)."""
    out: list[tuple[Clause, ...]] = []
    for clause in clauses:
        if out and len(out[-1]) == 1 and (_goes_on(out[-1][0], clause, words) or _adds_unit(out[-1][0], clause)):
            out[-1] = (*out[-1], clause)
        else:
            out.append((clause,))
    return out


def _goes_on(first: Clause, second: Clause, words: Formulas) -> bool:
    """Can both stand in one sentence that nobody misreads? Not where marks in the quoted words or an anchor that
    seems to go for both would mislead."""
    both = (first, second)
    if not words.has("joint"):
        return False
    if first.target != second.target or any(each.operation not in _WORDS or each.everywhere for each in both):
        return False
    if any(each.append or _QUOTES & set(each.old + each.new + each.anchor) for each in both):
        return False
    at_an_end = second.operation in ("insert_words", "punctuation") and second.position in ("start", "end")
    if first.anchor and not (second.anchor or at_an_end):
        return False
    if at_an_end and second.operation == "punctuation" and not second.new:
        return False
    same = words.form("joint").strip() == words.form("and").strip()
    return not (same and any(formula_wordings.names_mark(each, words) for each in both))


def _adds_unit(first: Clause, second: Clause) -> bool:
    if first.operation != "punctuation" or first.position != "end" or first.append or second.operation != "insert_unit":
        return False
    if first.target != second.target or not first.target:
        return False
    sibling = second.unit == first.target[-1].unit
    return second.position == ("after" if sibling else "end")


def _is_list(clauses: Sequence[Clause]) -> bool:
    """Do these clauses make a list of changes in one article (A15)?"""
    article = clauses[0].target[:1]
    if not article or article[0].unit != "article" or len(article[0].numbers) != 1:
        return False
    return all(c.target[:1] == article and not c.everywhere and not _is_of_all(c) for c in clauses)


def _is_of_all(clause: Clause) -> bool:
    """Is this about the article itself, not about something in it?"""
    return len(clause.target) == 1 and clause.operation in _OF_UNITS and clause.position in ("after", "before")


def _announced(clauses: Sequence[Clause], words: Formulas) -> str:
    added = {clause.operation in ("insert_words", "insert_unit") for clause in clauses}
    kind = "both" if len(added) == 2 else "additions" if True in added else "changes"
    return fill(words.form("list", kind), units=units(clauses[0].target[:1], words))


def _written(
    sentence: tuple[Clause, ...], clauses: Sequence[Clause], said: _Said, words: Formulas, *, listed: bool
) -> tuple[str, tuple[str, ...]]:
    first = sentence[0]
    start = left_out(first.target, said.target, said.held, words)
    if listed and first.operation in _WORDS and first.target == clauses[0].target[:1]:  # the head has named the article
        start = len(first.target)
    present = said.present(first.target)
    for clause in sentence:
        said.add(clause)
    if first.operation in _WORDS:
        text = formula_wordings.place(first, words, start, present)
        text += formula_wordings.change(first, words)
    elif first.operation == "replace_heading":
        text = formula_wordings.heading(first, words)
    else:
        text = formula_units.change(first, words, start, present, moving=_is_moving(first, clauses))
    for clause in sentence[1:]:
        if clause.operation == "insert_unit":
            coming = formula_units.insertion(clause, words, "", moving=_is_moving(clause, clauses))
            text = fill(words.form("words", "unit_appended"), change=text, insertion=coming)
        else:
            text += words.form("joint") + formula_wordings.change(clause, words)
    return text, sentence[-1].content


def _is_moving(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Do the units after the ones that come in get new numbers (S14)?"""
    if clause.operation != "insert_unit" or clause.position not in ("after", "before"):
        return False
    place = (clause.target[:-1], clause.unit)
    later = clauses[clauses.index(clause) + 1 :]
    return any(c.operation == "renumber" and (c.target[:-1], c.target[-1].unit) == place for c in later)


def _begun(text: str, opening: str, words: Formulas) -> str:
    if opening:
        return fill(words.form("opening"), opening=opening.strip().rstrip(","), sentence=text)
    return text[:1].upper() + text[1:] if words.flag("capital") else text


def _closed(text: str, content: Sequence[str], words: Formulas) -> list[str]:
    """A sentence with its stop, which a number at its end may bring along; quoted lines have it behind their mark."""
    stop = words.form("stop")
    if not content:
        return [text if stop == "." and text.endswith(".") else text + stop]
    opening, closing = words.pack.quotes
    lines = list(content)
    lines[0] = opening + lines[0]
    lines[-1] += closing + stop
    return [text, *lines]
