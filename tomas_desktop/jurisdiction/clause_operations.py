"""What one piece of a sentence says, as clauses: the ordered rules of drafting.md 2.6, told by the kinds of its parts
and not by the words of a language.

Words are called by a noun or stand in quotation marks; marks are named; units have numbers; a heading has its own
word. So "is replaced" is about words, a mark, a unit or a heading by what stands before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tomas_desktop.jurisdiction import clause_numbers
from tomas_desktop.jurisdiction.clause_parts import Move, Part
from tomas_desktop.jurisdiction.clause_roles import Roles, roles
from tomas_desktop.jurisdiction.clause_targets import Chain, below, inner_point, merged, placed, single
from tomas_desktop.jurisdiction.clause_words import DIVISIONS, RANK, Lexicon
from tomas_desktop.model.clause import Clause, Operation, Position, Step

_TIGHT = ",.;:)!?…"


class NotUnderstood(Exception):  # noqa: N818 - it never leaves clause_reading
    """A piece of a sentence that says no clause; its code names the reason."""


def clauses(move: Move, context: Chain, before: Sequence[Clause], lex: Lexicon) -> tuple[list[Clause], Chain]:
    """The clauses of a sentence up to this piece, and the chain that the next piece may leave out. `before` are those
    of its earlier pieces. Raises NotUnderstood."""
    said = roles(move, context, lex)
    found = _OPERATIONS[said.verb](said)
    place = _context(said, found)
    if said.becoming:
        last = said.becoming[-1][-1]
        former = next((chain for chain in said.targets if any(step.unit == last.unit for step in chain)), None)
        if former is None:
            raise NotUnderstood("clause-without-target")
        cut = next(at for at, step in enumerate(former) if step.unit == last.unit) + 1
        found.append(Clause("renumber", former[:cut], new_numbers=last.numbers))
        place = (*former[: cut - 1], Step(last.unit, last.numbers, last.counted))
    if said.at is None and not said.chains:
        if _is_appended(before, found):
            return [*before[:-1], replace(before[-1], append=found[0].new)], place
        if _follows_mark(before, found):
            return [*before[:-1], replace(before[-1], new=f"{before[-1].new} {found[0].new}")], place
    return [*before, *found], place


def _is_appended(before: Sequence[Clause], found: Sequence[Clause]) -> bool:
    """Are these the words that come behind a mark exchanged at the end, a part of that clause (S22)?"""
    last = before[-1] if before else None
    if last is None or last.operation != "punctuation" or last.position != "end" or last.append or len(found) != 1:
        return False
    new = found[0]
    return new.operation == "insert_words" and new.position == "end" and new.target == last.target


def _follows_mark(before: Sequence[Clause], found: Sequence[Clause]) -> bool:
    """Are these the words that come in behind a mark that was put in ("stavlja se zapeta i dodaju se reči: „Y”")?"""
    last = before[-1] if before else None
    if last is None or last.operation != "insert_words" or not last.anchor or last.position != "after":
        return False
    new = found[0]
    is_next = len(found) == 1 and new.operation == "insert_words" and not new.anchor and new.target == last.target
    return is_next and not any(letter.isalnum() for letter in last.new)


def _context(said: Roles, found: Sequence[Clause]) -> Chain:
    clause = found[-1]
    if clause.operation == "insert_unit":
        return said.chains[-1] if said.chains else clause.target[:-1] if said.sibling else said.context
    if clause.operation == "renumber" and clause.target:
        last = clause.target[-1]
        return (*clause.target[:-1], Step(last.unit, clause.new_numbers, last.counted))
    return clause.target or said.context


def joined(found: Sequence[Part]) -> str:
    """Words and named marks as they come to stand in the text (S8: "zapeta i reči" is ", reči")."""
    out = ""
    for part in found:
        out += part.text if not out or part.text[:1] in _TIGHT else f" {part.text}"
    return out


def _grouped(found: Sequence[Part]) -> list[Part]:
    """Words and marks named together are one text; several words by themselves are several."""
    if len(found) > 1 and any(part.kind == "mark" for part in found) and any(part.kind == "words" for part in found):
        return [Part("words", joined(found), found[-1].noun)]
    return list(found)


# words


def _wording(said: Roles, operation: Operation, **values: str) -> list[Clause]:
    """A clause on words for each of the places that are named."""
    if (said.everywhere and not said.chains) or (not said.chains and not said.context and said.law):
        return [_clause(operation, (), everywhere=True, **values)]
    if not any(said.targets):
        raise NotUnderstood("clause-without-target")
    return [
        _clause(operation, target, everywhere=said.places or said.everywhere, **values)
        for chain in said.targets
        for target in single(chain, last=True)
    ]


def _clause(operation: Operation, target: Chain, *, everywhere: bool = False, **values: str) -> Clause:
    position = values.pop("position", "after")
    clause = Clause(operation, target, everywhere=everywhere, **values)  # type: ignore[arg-type]
    return replace(clause, position=position)  # type: ignore[arg-type]


def _replaced(said: Roles) -> list[Clause]:
    if said.heading:
        return _headings(said)
    old, new = _grouped(said.subjects), _grouped(said.objects)
    if not new and old and said.content:
        new = [Part("words", " ".join(said.content))]
    if not old and said.content:
        return _restated(said)
    if not old or not new:
        raise NotUnderstood("clause-without-words")
    pairs = zip(old, new, strict=True) if len(old) == len(new) else ((each, new[-1]) for each in old)
    out: list[Clause] = []
    for one, other in pairs:
        noun = one.noun
        if "mark" in (one.kind, other.kind):
            position = "end" if said.at == "end" else said.position
            values = {"position": position, "anchor": said.anchor, "noun": noun}
            out += _wording(said, "punctuation", old=one.text, new=other.text, **values)
        else:
            values = {"anchor": said.anchor, "noun": noun, "position": said.position}
            out += _wording(said, "replace_words", old=one.text, new=other.text, **values)
    return out


def _deleted(said: Roles) -> list[Clause]:
    gone = _grouped([*said.subjects, *said.objects])
    if said.heading and not said.second:
        return _headings(said)
    out: list[Clause] = []
    for each in gone:
        values = {"anchor": said.anchor, "noun": each.noun, "position": said.position}
        if each.kind == "mark" and said.at == "end":
            out += _wording(said, "punctuation", old=each.text, position="end")
        else:
            out += _wording(said, "delete_words", old=each.text, **values)
    if gone:
        return out
    if not said.chains:
        raise NotUnderstood("clause-without-target")
    if said.loose:
        raise NotUnderstood("clause-subject-unknown")
    cut = [chain for each in said.chains for chain in single(each, last=False)]
    return [Clause("delete_unit", chain, with_heading=said.second) for chain in merged(cut)]


def _inserted_words(said: Roles) -> list[Clause]:
    if said.several_anchors:
        raise NotUnderstood("clause-several-anchors")
    text, first = joined(said.objects), said.objects[0]
    noun = next((part.noun for part in said.objects if part.noun), "")
    if said.anchor and said.anchor_is_mark and said.position == "before" and said.anchor in ".;":
        mark = first.text if first.kind == "mark" else ""
        rest = joined(said.objects[1:] if mark else said.objects) + said.anchor
        return _wording(said, "punctuation", old=said.anchor, new=mark, append=rest, position="end")
    if said.anchor:
        return _wording(said, "insert_words", anchor=said.anchor, new=text, position=said.position, noun=noun)
    position = said.at or "end"
    if first.kind == "mark" and position == "end":  # S8 at an end: the mark, and the words after it
        return _wording(said, "punctuation", new=first.text, position="end", append=joined(said.objects[1:]))
    return _wording(said, "insert_words", new=text, position=position, noun=noun)


# units


def _inserted(said: Roles) -> list[Clause]:
    if said.named and said.content and not said.units:  # "the following words are added at the end: ‘...’"
        said.objects, said.content = [*said.objects, Part("words", " ".join(said.content))], ()
    if said.objects and said.heading and not said.units:
        return _headings(said)
    if said.objects and not said.content:
        return _inserted_words(said)
    if not said.content:
        raise NotUnderstood("clause-without-content")
    if said.heading and not said.units and said.new_heading:
        return _headings(said)
    unit, numbers = _coming(said)
    place = _place(said, unit, numbers)
    if place is None:
        raise NotUnderstood("clause-without-target")
    target, position = place
    sibling = target[-1] if target else None
    if said.sibling and unit == "paragraph" and any(step.unit == unit for step in target[:-1]) and sibling:
        unit = sibling.unit  # "pas pikës 10, të paragrafit të parë, shtohet pika 11"
    if unit == "sentence":
        numbers = ()
    elif not numbers and position in ("after", "before") and sibling and sibling.counted and sibling.unit == unit:
        count = len(said.content) if any(part.many for part in said.units) else 1
        first = int(sibling.number) + (position == "after")
        numbers = tuple(str(first + place) for place in range(count))
    return [
        Clause("insert_unit", target, position=position, content=said.content, unit=unit, new_numbers=numbers,
               with_heading=said.heading)
    ]  # fmt: skip


def _coming(said: Roles) -> tuple[str, tuple[str, ...]]:
    """The kind of the units that come in, and their numbers."""
    chains = [chain for part in said.units for chain in part.chains]
    if chains:
        step = chains[0][0] if chains[0][0].unit in DIVISIONS else chains[0][-1]
        numbers = [number for chain in chains for each in chain if each.unit == step.unit for number in each.numbers]
        return step.unit, tuple(dict.fromkeys(numbers))
    bare = next((part.text for part in said.units), "")
    if not bare and said.chains and not said.sibling:  # "in Article 3, point (d) is inserted"
        *rest, step = said.chains.pop()
        if rest:
            said.chains.append(tuple(rest))
        return step.unit, step.numbers
    if not bare and said.sibling:
        bare = said.sibling[1][-1][-1].unit
    if not bare:
        raise NotUnderstood("clause-without-target")
    if said.targets[-1] and bare == "paragraph" == said.targets[-1][-1].unit and not said.sibling:
        bare = "subparagraph"  # "në pikën 3 shtohet një paragraf"
    beside = placed(said.targets[-1], said.sibling[1][-1]) if said.sibling else ()
    if bare == "paragraph" and beside and beside[-1].unit == "subparagraph":
        bare = "subparagraph"
    printed = clause_numbers.printed(said.content, bare, said.lex)
    if bare == "point" and printed and said.targets[-1] and said.lex.roman and not said.sibling:
        bare = inner_point(said.targets[-1][-1], Step("point", printed)).unit  # point (g): ‘(viii) ...’
    return bare, printed if any(part.many for part in said.units) or not said.units else printed[:1]


def _place(said: Roles, unit: str, numbers: Sequence[str]) -> tuple[Chain, Position] | None:
    """The unit beside or in which new ones come, and where."""
    if said.sibling:
        position, chains = said.sibling
        found = below(said.chains[-1], chains[-1], said.lex) if said.chains else placed(said.context, chains[-1])
        several = found[-1].numbers
        if len(several) > 1:  # after points 3 and 4: after the last of them
            kept = several[-1 if position == "after" else 0]
            found = (*found[:-1], Step(found[-1].unit, (kept,), found[-1].counted))
        return (found, position) if len(chains) == 1 and found else None
    holder = said.targets[-1]
    explicit = said.at is not None
    deduced = clause_numbers.before(numbers[0], said.lex.pack) if numbers and unit not in DIVISIONS else ""
    is_inserted = bool(numbers) and (clause_numbers.is_inserted(numbers[0], said.lex.pack) or unit == "article")
    says_itself = bool(deduced) and is_inserted and not explicit and said.verb == "insert"
    if not explicit and holder and holder[-1].unit == unit and (said.chains or not says_itself):
        return holder, "after"
    holder = tuple(step for step in holder if RANK[step.unit] < RANK[unit])
    if unit == "sentence" and said.targets[-1] and said.targets[-1][-1].unit == "intro":
        holder = said.targets[-1]
    if says_itself:
        counted = False
        return (*holder, Step(unit, (deduced,), counted)), "after"
    if not holder:
        return None
    return holder, said.at or "end"


def _restated(said: Roles) -> list[Clause]:
    if said.heading and not said.second and not (said.of_law and said.chains):
        return _headings(said)
    if said.subjects and said.content:  # "reči: „A” menjaju se i glase: „B”"
        said.objects = [Part("words", " ".join(said.content))]
        return _replaced(said)
    if not said.content:
        raise NotUnderstood("clause-without-content")
    if said.loose:
        raise NotUnderstood("clause-subject-unknown")
    targets = merged([chain for each in said.targets for chain in single(each, last=False)])
    if len(targets) != 1 or not targets[0]:
        raise NotUnderstood("clause-several-targets" if any(targets) else "clause-without-target")
    preface = "preface" if said.heading and not said.second else ""
    return [Clause("replace_unit", targets[0], content=said.content, with_heading=said.second, unit=preface)]


def _renumbered(said: Roles) -> list[Clause]:
    if not said.units or not (said.chains or said.context):
        raise NotUnderstood("clause-without-target")
    new = said.units[-1].chains[-1][-1].numbers
    targets = merged([chain for each in said.targets for chain in single(each, last=False)])
    if len(targets) != 1 or not targets[0] or len(targets[0][-1].numbers) != len(new):
        raise NotUnderstood("clause-numbers-unequal")
    return [Clause("renumber", targets[0], new_numbers=new)]


# headings


def _headings(said: Roles) -> list[Clause]:
    """A heading that is replaced, goes or comes in, or some words of it. Without a unit it is the name of the law."""
    target = said.heading_chain or (() if said.of_law else said.targets[-1])
    if said.sibling and said.verb == "insert" and not said.anchor:  # "пред членот 5 се додава наслов"
        target = placed(target, said.sibling[1][-1])
    if not target and not said.law:
        raise NotUnderstood("clause-without-target")
    new = " ".join(said.content)
    if said.verb == "insert":
        if said.objects and said.anchor:
            new = joined(said.objects)
            return [Clause("replace_heading", target, new=new, anchor=said.anchor, position=said.position)]
        if said.objects:
            raise NotUnderstood("clause-without-words")
        return [Clause("replace_heading", target, new=new, unit="heading")]
    old = _grouped(said.subjects if said.verb != "delete" else [*said.subjects, *said.objects])
    if said.verb == "delete":
        return [Clause("replace_heading", target, old=each.text) for each in old] or [Clause("replace_heading", target)]
    other = [*_grouped(said.objects), *([Part("words", new)] if new else [])]
    if not other:
        raise NotUnderstood("clause-without-content")
    if not old:
        return [Clause("replace_heading", target, new=other[0].text)]
    pairs = zip(old, other, strict=True) if len(old) == len(other) else ((each, other[-1]) for each in old)
    return [Clause("replace_heading", target, old=one.text, new=two.text, anchor=said.anchor) for one, two in pairs]


_OPERATIONS = {
    "replace": _replaced,
    "insert": _inserted,
    "delete": _deleted,
    "amend": _restated,
    "become": _renumbered,
}
