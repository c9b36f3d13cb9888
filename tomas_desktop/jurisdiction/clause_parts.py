"""A sentence of an amending act as its parts - places, words, marks, units, verbs - and cut into one piece for each
thing it does: "reč: „X” briše se, a posle reči: „Z” dodaje se reč: „Y”" does two.

Each verb has before it what it is about and behind it what it takes; a dash between two quotations stands for the
verb before ("a u stavu 2. reči: „A” – rečima: „B”").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tomas_desktop.jurisdiction.clause_sentences import Token
from tomas_desktop.jurisdiction.clause_targets import Chain, cited
from tomas_desktop.jurisdiction.clause_words import Lexicon


@dataclass(frozen=True, slots=True)
class Part:
    """One part. `kind` is that of its token, or: `chain` (units with their numbers), `bare` (a unit without one),
    `words` (quoted; `noun` is what they are called), `content` (quoted units), `becoming` (", koji postaje stav 4,"),
    `named` (what is quoted later is words). `many` says that a bare unit is a plural, `loose` that words which mean
    nothing here stand behind a chain: what the sentence is about may be them."""

    kind: str
    text: str = ""
    noun: str = ""
    chains: tuple[Chain, ...] = ()
    many: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that a sentence does: the operation of its verb, what stands before it, what belongs to it behind."""

    verb: str
    before: tuple[Part, ...]
    after: tuple[Part, ...]


_KEPT = frozenset({
    "verb", "mark", "after", "before", "instead", "end", "start", "in", "and", "but", "new", "which", "reads",
    "heading", "global", "places", "header", "law", "comma", "semicolon", "dash",
})  # fmt: skip
_JOINING = frozenset({"and", "comma"})
_SUBJECTS = frozenset({"words", "mark", "chain", "heading", "bare"})
_PLACES = frozenset({"after", "before", "in", "end", "start"})
_TAKES = {  # what a verb takes behind it
    "replace": frozenset({"words", "mark", "content", "new", "heading"}),
    "insert": frozenset({"words", "mark", "content", "new", "heading", "chain", "bare"}) | _PLACES,
    "delete": frozenset({"in"}),
    "amend": frozenset({"content"}),
    "become": frozenset({"chain"}),
}


# parts


def parts(found: Sequence[Token], lex: Lexicon) -> list[Part]:
    """The parts of a sentence; words that say nothing about it are left out."""
    out: list[Part] = []
    at = 0
    while at < len(found):
        if found[at].kind in ("word", "law") and (last := _last_chain(out)) is not None:
            out[last] = replace(out[last], loose=found[at].kind == "word")
        more, at = _part(found, at, out, lex)
        out.extend(more)
    return out


def _last_chain(out: Sequence[Part]) -> int | None:
    """The place of the chain behind which a word stands, with no more than a comma between them."""
    for place in range(len(out) - 1, -1, -1):
        if out[place].kind != "comma":
            return place if out[place].kind == "chain" else None
    return None


def _part(found: Sequence[Token], at: int, before: Sequence[Part], lex: Lexicon) -> tuple[list[Part], int]:
    token = found[at]
    if token.kind in ("unit", "ordinal"):
        units = cited(found, at, lex)
        if units is None:
            return [], at + 1
        if units.chains:
            return [Part("chain", token.text, chains=units.chains)], units.end
        is_new = bool(before) and before[-1].kind == "new"
        following = found[units.end].kind if units.end < len(found) else ""
        if units.mark and not is_new and following not in ("which", "reads"):
            return [Part("mark", units.mark)], units.end
        return [Part("bare", units.bare, many=units.many or token.many)], units.end
    if token.kind == "noun":
        return _words(found, at + 1, token.value, lex)
    if token.kind == "quote":
        if token.role == "units":
            lines = "\n".join(" ".join(line.split()) for line in token.text.splitlines() if line.strip())
            return [Part("content", lines)], at + 1
        kind = "words" if token.role == "words" or _is_bound(before) else "loose"
        return [Part(kind, _plain(token.text, lex))], at + 1
    if token.kind in ("mark", "verb"):
        return [Part(token.kind, token.value)], at + 1
    return ([Part(token.kind, token.text)] if token.kind in _KEPT else []), at + 1


def _is_bound(before: Sequence[Part]) -> bool:
    """Does a quotation that nothing names follow a place ("U stavu 2. „X” zamenjuje se sa „Y”")?"""
    last = [part.kind for part in before[-2:]]
    return last[-1:] == ["chain"] or last == ["chain", "comma"]


def _words(found: Sequence[Token], at: int, noun: str, lex: Lexicon) -> tuple[list[Part], int]:
    """The quotations behind their name: "reči: „A” i „B”"."""
    while at < len(found) and found[at].kind in ("colon", "known"):
        at += 1
    kind = "" if noun == "word" else noun
    out: list[Part] = []
    end = at
    while at < len(found) and found[at].kind == "quote" and found[at].role != "units":
        out.append(Part("words", _plain(found[at].text, lex), kind))
        end = at = at + 1
        while at < len(found) and found[at].kind in _JOINING:
            at += 1
    return out or [Part("named", kind)], max(end, 1)


def _plain(text: str, lex: Lexicon) -> str:
    """The quoted words; an ellipsis that stands for what is not quoted is none of them."""
    text = " ".join(text.split())
    if lex.has_ellipses:
        for dots in ("...", "…"):
            text = text.removeprefix(f"{dots} ").removesuffix(f" {dots}")
    return text


# moves


def moves(found: Sequence[Part]) -> list[Move]:
    """What the sentence does, one after the other; nothing for a sentence without a verb."""
    marked = _with_verbs(_without_relatives(list(found)))
    out: list[Move] = []
    start = 0
    while start < len(marked):
        verb = next((place for place in range(start, len(marked)) if marked[place].kind == "verb"), None)
        if verb is None:
            break
        before = marked[start:verb]
        operation = marked[verb].text
        end = _taken(marked, verb + 1, "insert" if operation == "add" else operation, before)
        out.append(Move(operation, tuple(before), tuple(marked[verb + 1 : end])))
        start = end
    return out


def _without_relatives(found: list[Part]) -> list[Part]:
    """Relative clauses: "koji glasi" says nothing more, "koji postaje stav 4" is a part of its own."""
    out: list[Part] = []
    at = 0
    while at < len(found):
        if found[at].kind != "which":
            out.append(found[at])
            at += 1
            continue
        at += 1
        place = at
        while place < len(found) and found[place].kind in _JOINING:
            place += 1
        if place + 1 < len(found) and found[place].text == "become" and found[place].kind == "verb":
            chain = next((i for i in range(place + 1, min(place + 4, len(found))) if found[i].kind == "chain"), None)
            if chain is not None:
                out.append(replace(found[chain], kind="becoming"))
                at = chain + 1
    return out


def _with_verbs(found: list[Part]) -> list[Part]:
    """The parts with a verb where one is understood: a dash between quotations, "glasi" alone, "is amended as
    follows" before a quotation."""
    kinds = [part.kind for part in found]
    has_verb = "verb" in kinds
    out: list[Part] = []
    last = next((part.text for part in found if part.kind == "verb"), "replace")
    for place, part in enumerate(found):
        if part.kind == "verb":
            last = part.text
        before, after = (kinds[place - 1] if place else ""), (kinds[place + 1] if place + 1 < len(kinds) else "")
        if (before, part.kind) == ("words", "words") and has_verb and last == "replace":  # ", a reč: „A” rečju: „B”"
            is_anchored = place > 1 and kinds[place - 2] in ("after", "before", "verb")
            if not is_anchored and not _leads_to_verb(found, place) and out[-1].kind == "words":
                out.append(Part("verb", last))
        if part.kind == "dash":
            if before == "words" and after in ("words", "mark", "content"):
                out.append(Part("verb", last))
        elif part.kind in ("reads", "header"):
            if not has_verb and "content" in kinds[place:]:
                out.append(Part("verb", "amend"))
                has_verb = True
        elif not (part.kind == "and" and before == "verb" and after == "reads"):
            out.append(part)
    return out


def _taken(found: Sequence[Part], at: int, verb: str, before: Sequence[Part]) -> int:
    """The place after all that belongs to a verb behind it."""
    has_subject = any(part.kind in _SUBJECTS for part in before)
    takes = (_TAKES[verb] if has_subject else _TAKES[verb] | _SUBJECTS | _PLACES) | {"places"}
    is_about_words = any(part.kind in ("words", "mark", "heading") for part in before)
    following = found[at].kind if at < len(found) else ""
    if not is_about_words and verb in ("replace", "amend"):  # "tačka 5) zamenjuje se tačkom 5)"
        takes |= {"chain"}
    if not is_about_words and verb == "delete" and following in _SUBJECTS:  # "në nenin 5 hiqet fjala"
        takes |= _SUBJECTS
    subjects = sum(part.kind == "words" for part in before)
    words = 0
    while at < len(found):
        kind = found[at].kind
        if kind in _JOINING:
            place = at
            while place < len(found) and found[place].kind in (*_JOINING, "new"):
                place += 1
            more = place < len(found) and found[place].kind in takes and not _leads_to_verb(found, place)
            if more and found[place].kind in _PLACES and any(part.kind == "verb" for part in found[place:]):
                more = False  # a place behind "and" is that of the next verb
            is_full = verb == "replace" and words >= max(subjects, 1) and has_subject
            if is_full and more and found[place].kind != "places":
                more = False
            if not more:
                return at
            at = place
            continue
        if kind not in takes or (kind in _PLACES and _leads_to_verb(found, at)):
            return at
        words += kind in ("words", "mark")
        at += 1
        if kind == "content" or (verb == "become" and kind == "chain"):
            return at
    return at


def _leads_to_verb(found: Sequence[Part], at: int) -> bool:
    """Does a verb come before the sentence is cut again?"""
    for part in found[at:]:
        if part.kind in ("and", "comma", "but", "semicolon"):
            return False
        if part.kind == "verb":
            return True
    return False
