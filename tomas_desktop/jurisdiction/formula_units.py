"""Whole units that are replaced, go, come in or get other numbers, as the country says it: "menja se i glasi", "се
брише", "shtohet neni 5/1 me këtë përmbajtje", "is replaced by the following"."""

from __future__ import annotations

from dataclasses import replace

from tomas_desktop.jurisdiction import numbering, sentences
from tomas_desktop.jurisdiction.cited_units import articles_in, cite, number_before, units
from tomas_desktop.jurisdiction.formula_words import Formulas, fill
from tomas_desktop.model.clause import Clause, Step
from tomas_desktop.model.provision import DIVISIONS


def change(clause: Clause, words: Formulas, start: int, present: frozenset[int], *, moving: bool) -> str:
    """The sentence of a clause on whole units, up to the colon where `content` follows. `start` is the first step
    that it cites; `moving` says that the units after new ones get other numbers."""
    if clause.operation == "insert_unit":
        return _inserted(clause, words, start, present, moving=moving)
    last = len(clause.target) - 1
    step = clause.target[last]
    many = len(step.numbers) > 1
    values = {
        "subject": _subject(clause, words, start, present),
        "present": cite(step, "subject", words, present=True),
        "object": cite(Step(step.unit, clause.new_numbers or step.numbers, step.counted), "object", words),
    }
    if clause.operation == "renumber":  # a sentence on old numbers anyway
        values["subject"] = cite(step, "subject", words)
        return _outer(clause, words, start, present) + fill(words.form("unit", "becomes", many=many), **values)
    kind = {"replace_unit": "replace", "delete_unit": "delete"}[clause.operation]
    if clause.unit == "preface":  # S25: the name of the law together with an article
        return fill(words.form("heading", "law_and"), heading=words.form("heading", "law"), **values)
    if clause.with_heading and words.has("unit", f"{kind}_with_heading"):  # S13, S19
        values["heading"] = cite(step, "heading", words)
        return fill(words.form("unit", f"{kind}_with_heading"), **values)
    return fill(words.form("unit", kind, many=many), **values)


def _subject(clause: Clause, words: Formulas, start: int, present: frozenset[int]) -> str:
    """The unit that the sentence is about, with what it lies in: "u članu 5. stav 2.", "pika 2 e nenit 5"."""
    last = len(clause.target) - 1
    step = clause.target[last]
    subject = cite(step, "subject", words, present=last in present)
    if start < last and words.has("units", step.unit, "joined"):  # point (a)(iii)
        subject = cite(clause.target[last - 1], "subject", words) + cite(step, "inner", words)
        return _outer(replace(clause, target=clause.target[:-1]), words, start, present) + subject
    if start == last - 1 and words.has("unit", "of") and not present:
        of = cite(clause.target[start], "of", words)
        return fill(words.form("unit", "of"), subject=subject, link=cite(step, "link", words), of=of)
    return _outer(clause, words, start, present) + subject


def _outer(clause: Clause, words: Formulas, start: int, present: frozenset[int]) -> str:
    """The units above the last one, as the beginning of the sentence."""
    outer = clause.target[:-1]
    return words.form("place").replace("{units}", units(outer, words, present, start)) if start < len(outer) else ""


def _inserted(clause: Clause, words: Formulas, start: int, present: frozenset[int], *, moving: bool) -> str:
    if not clause.target:
        return insertion(clause, words, "", moving=moving)
    last = len(clause.target) - 1
    step = clause.target[last]
    if clause.position in ("after", "before"):
        where = "" if _is_deduced(clause, words) else cite(step, clause.position, words, present=last in present)
        return _outer(clause, words, start, present) + insertion(clause, words, where, moving=moving)
    if _has(words, clause, "end_of") and clause.position == "end":  # A16: në fund të pikës 2
        where = cite(step, "end", words, present=last in present)
        return _outer(clause, words, start, present) + insertion(clause, words, where, moving=False)
    cited = units(clause.target, words, present, start)
    short = start == last and words.has("place_before_verb")  # A10: Në pikën 3 shtohet
    place = words.form("place_before_verb" if short else "place").replace("{units}", cited)
    return place + insertion(clause, words, "", moving=False)


def _is_deduced(clause: Clause, words: Formulas) -> bool:
    """Does the number itself say after which unit the new one comes (E4: Article 9a)?"""
    first = clause.new_numbers[0] if clause.new_numbers else ""
    return (
        words.flag("deduced")
        and clause.position == "after"
        and clause.target[-1].unit == clause.unit
        and number_before(first, words.pack) == clause.target[-1].number
    )


def insertion(clause: Clause, words: Formulas, where: str, *, moving: bool) -> str:
    """What comes in, without the place: "posle stava 2. dodaje se novi stav 3, koji glasi:"."""
    step = Step(clause.unit, clause.new_numbers, _is_counted(clause))
    many = len(clause.new_numbers) > 1 or (clause.unit == "sentence" and _are_sentences(clause, words))
    new = _added(step, words, many, moving=moving)
    holds = clause.unit in DIVISIONS and bool(articles_in(clause.content, words.pack))
    if holds and words.has("units", clause.unit, "with_articles"):  # S18
        articles = Step("article", articles_in(clause.content, words.pack))
        form = words.form("units", clause.unit, "with_articles")
        new = fill(form, added=new, articles=cite(articles, "with", words))
    which = ""
    if words.has("units", clause.unit, "which"):
        which = words.form("units", clause.unit, "which", many=many or holds)
    if holds and words.has("units", clause.unit, "which_with_articles"):  # a Glava and its članovi
        which = words.form("units", clause.unit, "which_with_articles")
    return fill(_form(clause, words, many, moving=moving), where=where, new=new, which=which)


def _added(step: Step, words: Formulas, many: bool, *, moving: bool) -> str:
    role = "added_moving" if moving else "added"
    if step.numbers:
        return cite(step, role, words)
    return fill(words.form("units", step.unit, "added", many=many), n="", count="")


def _form(clause: Clause, words: Formulas, many: bool, *, moving: bool) -> str:
    kinds: list[str] = [clause.position, "after"]
    if moving:
        kinds.insert(0, "after_moving")
    if clause.with_heading and clause.unit == "article":
        kinds.insert(0, "with_heading")
    if clause.position == "end" and _has(words, clause, "end_of"):
        kinds.insert(0, "end_of")
    for kind in kinds:
        for path in (("units", clause.unit, "insert", kind), ("unit", "insert", kind)):
            if words.has(*path):
                return words.form(*path, many=many)
    return words.form("unit", "insert", clause.position)


def _has(words: Formulas, clause: Clause, kind: str) -> bool:
    return words.has("units", clause.unit, "insert", kind)


def _is_counted(clause: Clause) -> bool:
    """Does the new unit print no number?"""
    if clause.target and clause.target[-1].unit == clause.unit and clause.position in ("after", "before"):
        return clause.target[-1].counted
    first = clause.content[0] if clause.content else ""
    core = numbering.number_in(clause.new_numbers[0])[1] if clause.new_numbers else ""
    return not (core and first.lstrip("([").startswith(core))


def _are_sentences(clause: Clause, words: Formulas) -> bool:
    found = [span for line in clause.content for span in sentences.sentences(line, words.pack)]
    return len(found) > 1
