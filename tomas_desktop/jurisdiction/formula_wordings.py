"""The words that a clause puts in, takes out or exchanges, as the country says it: "reči: „X” zamenjuju se rečima:
„Y”", "тачка на крају ..."; and the same for headings."""

from __future__ import annotations

from dataclasses import replace

from tomas_desktop.jurisdiction.cited_units import cite, units
from tomas_desktop.jurisdiction.formula_words import (
    Formulas,
    coming_in,
    fill,
    is_many,
    is_many_mark,
    is_mark,
    mark,
    named,
    quoted,
)
from tomas_desktop.model.clause import Clause


def names_mark(clause: Clause, words: Formulas) -> bool:
    """Does the sentence call a punctuation mark by its name?"""
    return clause.operation == "punctuation" or (
        clause.operation == "insert_words" and coming_in(clause.new, words)[0] != named(clause.new, words, "object")
    )


def place(clause: Clause, words: Formulas, start: int, present: frozenset[int]) -> str:
    """The beginning of the sentence that says where: "u članu 185. stav 2. "; empty for the whole law."""
    if clause.everywhere or not clause.target:
        return ""
    if not (_is_at_end(clause) and words.has("units", clause.target[-1].unit, "end")):
        if start == len(clause.target):
            return ""
        return _opened(words, units(clause.target, words, present, start))
    last = len(clause.target) - 1
    end = cite(clause.target[last], "end", words, present=last in present)
    outer = _opened(words, units(clause.target[:last], words, present, start)) if start < last else ""
    return f"{outer}{end} "


def _opened(words: Formulas, cited: str) -> str:
    return words.form("place").replace("{units}", cited)


def _is_at_end(clause: Clause) -> bool:
    return clause.operation == "insert_words" and clause.position == "end" and not clause.anchor


def change(clause: Clause, words: Formulas) -> str:
    """What happens to the words, without the place."""
    said = {
        "replace_words": _replaced,
        "insert_words": _inserted,
        "delete_words": _deleted,
        "punctuation": _punctuated,
    }[clause.operation](clause, words)
    if clause.anchor and clause.operation != "insert_words":  # S6
        said = fill(words.form("words", "anchored"), anchor=named(clause.anchor, words, "after"), change=said)
    return fill(words.form("words", "everywhere"), change=said) if clause.everywhere else said


def _replaced(clause: Clause, words: Formulas) -> str:
    one_for_one = not is_many(clause.old, clause.noun) and not is_many(clause.new, clause.noun)
    if one_for_one and words.has("words", "replace_one") and not clause.noun:  # E6
        return fill(words.form("words", "replace_one"), old=_old(clause, words), new=quoted(clause.new, words))
    kind = "everywhere_replace" if clause.everywhere and words.has("words", "everywhere_replace") else "replace"
    form = words.form("words", kind, many=is_many(clause.old, clause.noun))
    return fill(form, old=_old(clause, words), new=named(clause.new, words, "with", clause.noun))


def _old(clause: Clause, words: Formulas) -> str:
    return named(clause.old, words, "subject", clause.noun)


def _inserted(clause: Clause, words: Formulas) -> str:
    new, many = coming_in(clause.new, words, clause.noun)
    if clause.position in ("after", "before") or clause.anchor:
        where = named(clause.anchor, words, clause.position if clause.position == "before" else "after")
    elif clause.position == "end" and clause.target and words.has("units", clause.target[-1].unit, "end"):
        where = ""
    else:
        where = words.form("words", f"at_{clause.position}")
    return fill(words.form("words", "insert", many=many), where=where, new=new)


def _deleted(clause: Clause, words: Formulas) -> str:
    if is_mark(clause.old, words):
        form = words.form("words", "delete", many=is_many_mark(clause.old, words))
        return fill(form, old=mark(clause.old, words, "subject"))
    return fill(words.form("words", "delete", many=is_many(clause.old, clause.noun)), old=_old(clause, words))


def _punctuated(clause: Clause, words: Formulas) -> str:
    at_end = clause.position == "end"
    many = is_many_mark(clause.old, words) if is_mark(clause.old, words) else is_many(clause.old)
    if not clause.old:
        if clause.new == "," and clause.append:
            return _inserted(replace(clause, new=f", {clause.append}"), words)
        said = _inserted(clause, words)
    elif not clause.new:
        form = words.form("words", "mark_end_deleted" if at_end else "delete", many=many)
        said = fill(form, old=_side(clause.old, clause, words, "subject"))
    else:
        old, new = (_side(clause.old, clause, words, "subject"), _side(clause.new, clause, words, "with"))
        form = words.form("words", "mark_end" if at_end else "replace", many=many)
        said = fill(form, old=old, new=new)
    if not clause.append:
        return said
    form = words.form("words", "append", many=is_many(clause.append))
    return fill(form, change=said, new=named(clause.append, words, "object"))


def _side(text: str, clause: Clause, words: Formulas, role: str) -> str:
    """A mark by its name, anything else as words; a conjunction may be called one (S27a, M16)."""
    return mark(text, words, role) if is_mark(text, words) else named(text, words, role, clause.noun)


def heading(clause: Clause, words: Formulas) -> str:
    """A heading that is replaced, goes or comes in (`unit` "heading"), or words of it (S21, M15, A14, E9). Without a
    target it is the name of the law; a division is cited with those around it that the target names."""
    outer = _opened(words, units(clause.target[:-1], words)) if clause.target[:-1] else ""
    if clause.old or clause.anchor:
        within = replace(clause, operation="replace_words" if clause.old else "insert_words")
        if not clause.new:
            within = replace(clause, operation="delete_words")
        cited = cite(clause.target[-1], "heading_in", words) if clause.target else words.form("heading", "law_in")
        around = f"{outer.rstrip(' ,')}, " if outer else ""
        return around + _opened(words, cited) + change(within, words)
    if clause.unit == "heading" and clause.target and words.has("units", clause.target[-1].unit, "above"):
        above = cite(clause.target[-1], "above", words)
        return outer + fill(words.form("heading", "add"), above=above, new=quoted(clause.new, words))
    cited = cite(clause.target[-1], "heading", words) if clause.target else words.form("heading", "law")
    if not clause.new:
        return outer + fill(words.form("heading", "delete"), heading=cited)
    return outer + fill(words.form("heading", "replace"), heading=cited, new=quoted(clause.new, words))
