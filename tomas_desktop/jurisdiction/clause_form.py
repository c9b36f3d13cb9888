"""Clauses in a form that other programs read: one JSON object for a sentence, units by the names that the language
gives them (what a tree calls a paragraph is a point in Albanian).

Keys: `op`, `target` (`article`, `paragraph`, `point` always; other units where cited; `level`, the unit that goes or
comes in), `old`, `new`, and where they say something `anchor`, `append`, `new_unit`, `position`, `noun`, `scope`,
`with_heading`, `partial`, `ordinal_paragraph`, `compound`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tomas_desktop.jurisdiction import clause_numbers
from tomas_desktop.jurisdiction.clause_words import DIVISIONS, Lexicon, lexicon
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.clause import Clause, Step

_ALWAYS = ("article", "paragraph", "point")
_OF_UNITS = frozenset({"replace_unit", "insert_unit", "delete_unit", "renumber"})


def document(clauses: Sequence[Clause], pack: Pack) -> dict[str, Any]:
    """The clauses of one sentence as one object: the first that is not a renumbering, all of them under `compound` when
    there are several. An empty object for no clauses."""
    if not clauses:
        return {}
    lex = lexicon(pack)
    main = next((clause for clause in clauses if clause.operation != "renumber"), clauses[0])
    out: dict[str, Any] = {"op": main.operation, "target": _target(main, lex), "old": _old(main), "new": _new(main)}
    out |= _details(main, lex)
    if len(clauses) > 1:
        out["compound"] = [_part(clause, lex) for clause in clauses]
    return out


def _target(clause: Clause, lex: Lexicon) -> dict[str, Any]:
    out: dict[str, Any] = dict.fromkeys(_ALWAYS)
    for step in clause.target:
        out[_name(step, lex)] = "intro" if step.unit == "intro" else ",".join(step.numbers)
    if clause.operation in _OF_UNITS and (clause.target or clause.unit):
        unit = clause.unit if clause.operation == "insert_unit" else clause.target[-1].unit
        out["level"] = _name(Step(unit, ("1",)), lex)
    return out


def _name(step: Step, lex: Lexicon) -> str:
    if step.unit == "intro":
        return "sentence"
    if step.unit == "paragraph" and step.counted:  # paragrafi i dytë
        return step.unit
    return lex.names.get(step.unit, step.unit)


def _old(clause: Clause) -> str | None:
    if clause.operation == "renumber":
        return ",".join(clause.target[-1].numbers)
    return clause.old or None


def _new(clause: Clause) -> str | None:
    if clause.operation == "renumber":
        return ",".join(clause.new_numbers)
    return " ".join(clause.content) or clause.new or None


def _details(clause: Clause, lex: Lexicon) -> Mapping[str, Any]:
    out: dict[str, Any] = {}
    for key in ("anchor", "append"):
        if getattr(clause, key):
            out[key] = getattr(clause, key)
    numbers = _new_units(clause, lex)
    if numbers:
        out["new_unit"] = numbers
    is_place = clause.operation in ("insert_words", "insert_unit")
    if is_place and clause.position != "after":
        out["position"] = clause.position
    if clause.noun and clause.operation != "punctuation":
        out["noun"] = lex.nouns.get(clause.noun, clause.noun)
    if clause.everywhere:
        out["scope"] = "target" if clause.target else "global"
    if clause.with_heading:
        out["with_heading"] = True
    if clause.operation == "replace_heading" and clause.old:
        out["partial"] = True
    if any(step.unit == "paragraph" and step.counted for step in clause.target) and "paragraph" not in lex.bracketed:
        out["ordinal_paragraph"] = True
    return out


def _new_units(clause: Clause, lex: Lexicon) -> str:
    """The numbers of what comes in; of a division those of its articles."""
    if clause.operation != "insert_unit":
        return ""
    articles = clause_numbers.articles(clause.content, lex.pack) if clause.unit in DIVISIONS else ()
    return ",".join(articles or clause.new_numbers)


def _part(clause: Clause, lex: Lexicon) -> dict[str, Any]:
    worded = {key: value for key, value in (("old", _old(clause)), ("new", _new(clause))) if value is not None}
    return {"op": clause.operation, "target": _target(clause, lex), **worded, **_details(clause, lex)}
