"""One text worded anew, as clauses about its words: "reči: „X” zamenjuju se rečima: „Y”".

A clause is taken only where it says exactly the new text and finds its one place in the old text and in the text as
it stands after the clauses before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tomas_desktop.amend import sentence_clauses, wordings
from tomas_desktop.amend.alignment import Hunk, hunks
from tomas_desktop.amend.cited_text import Holder, sentence_step
from tomas_desktop.amend.readable import bridged, whole_citations
from tomas_desktop.amend.word_forms import Change, forms, words_in
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.sentences import sentences
from tomas_desktop.model.clause import Clause, Step
from tomas_desktop.text.tokens import tokens

MOST_SPANS = 3  # separate changes in one text; beyond it the text is restated (Serbian rules, 5)
MOST_CHANGED = 0.5  # of the words of both versions

_QUOTES = frozenset('„“”"«»ˮ')  # a quoted word with a quotation mark in it cannot be read back for certain


@dataclass(frozen=True, slots=True)
class _Scope:
    """A stretch of text in which a clause looks for its words: as in the old law, and as it stands by now; `around`
    is what stands before and after it by now."""

    target: tuple[Step, ...]
    first: str
    now: str
    around: tuple[str, str]
    others: tuple[str, ...]
    has_end: bool  # is the end of the text the end of the target?


def word_clauses(old: str, new: str, holder: Holder, pack: Pack, limited: bool = True) -> tuple[Clause, ...] | None:
    """The clauses that turn the old text of a unit into the new one; None where the unit has to be restated: more
    than three changes or half of the words (not counted where not `limited`), or a change that no clause says
    exactly."""
    before, after = tokens(old), tokens(new)
    found = whole_citations(before, after, bridged(before, after, hunks(before, after)))
    if not old or not new or (limited and _is_rewritten(before, after, found)):
        return sentence_clauses.restated(old, new, holder, pack) if old and new else None
    out: list[Clause] = []
    now = old
    for place_, hunk in enumerate(found):
        goal = "".join(after[: hunk.b1]) + "".join(before[hunk.a1 :])
        left = found[place_ - 1].a1 if place_ else 0
        right = found[place_ + 1].a0 if place_ + 1 < len(found) else len(before)
        change = Change(
            before[left : hunk.a0],
            before[hunk.a0 : hunk.a1],
            after[hunk.b0 : hunk.b1],
            before[hunk.a1 : right],
            right == len(before),
        )
        clause = _clause(change, (old, now, goal), holder, pack)
        if clause is None:
            return sentence_clauses.restated(old, new, holder, pack)
        out.append(clause)
        now = goal
    return tuple(out)


def _is_rewritten(before: Sequence[str], after: Sequence[str], found: Sequence[Hunk]) -> bool:
    changed = sum(words_in(before[h.a0 : h.a1]) + words_in(after[h.b0 : h.b1]) for h in found)
    return len(found) > MOST_SPANS or changed >= MOST_CHANGED * (words_in(before) + words_in(after))


def _clause(change: Change, texts: tuple[str, str, str], holder: Holder, pack: Pack) -> Clause | None:
    """The first clause that says this change exactly."""
    first, now, goal = texts
    whole = sentence_clauses.came_or_went(texts, holder, pack)
    if whole is not None:
        return whole
    for scope in _scopes(first, now, goal, holder, pack):
        for clause in forms(change, scope.has_end):
            if _is_plain(clause, pack) and _fits(clause, scope, goal):
                return replace(clause, target=scope.target)
    return None


def _is_plain(clause: Clause, pack: Pack) -> bool:
    quoted = clause.old + clause.new + clause.anchor + clause.append
    return _QUOTES.isdisjoint(quoted) and not any(mark in quoted for mark in pack.quotes)


def _fits(clause: Clause, scope: _Scope, goal: str) -> bool:
    """Does the clause say the new text, and does it find its place whether the words before it are still the old
    ones or already the new ones?"""
    edit = _edit(clause, scope.now)
    if edit is None or scope.around[0] + edit.applied(scope.now) + scope.around[1] != goal:
        return False
    if clause.position in ("start", "end") and not clause.anchor:
        return True
    sought = clause.anchor or clause.old
    return _edit(clause, scope.first) is not None and not any(wordings.found(other, sought) for other in scope.others)


def _edit(clause: Clause, text: str) -> wordings.Edit | None:
    """What the clause does to a text; None where it does not find its one place in it."""
    if clause.position == "end":
        if clause.operation == "insert_words":
            return wordings.at_end(text, clause.new)
        return wordings.ending(text, clause.old, clause.new, clause.append)
    spans = wordings.found(text, clause.anchor or clause.old)
    if len(spans) != 1:
        return None
    if clause.operation == "insert_words":
        put = wordings.before if clause.position == "before" else wordings.after
        return put(spans[0], clause.new)
    if clause.anchor:
        spans = [span for span in wordings.found(text, clause.old) if span[0] >= spans[0][1]]
    if not spans:
        return None
    if clause.operation == "delete_words":
        return wordings.deleted(text, spans[0])
    put_mark = clause.operation == "punctuation"
    return wordings.punctuated(text, spans[0], clause.new) if put_mark else wordings.replaced(spans[0], clause.new)


def _scopes(first: str, now: str, goal: str, holder: Holder, pack: Pack) -> Iterator[_Scope]:
    """Where the words can be looked for: in the whole unit, in its words before the points, in one sentence."""
    yield _Scope(holder.cited, first, now, ("", ""), holder.others, holder.has_end and not holder.part)
    if holder.full is None:
        return
    if holder.part:
        yield _Scope((*holder.full, holder.part), first, now, ("", ""), (), True)
    old, present = sentences(first, pack), sentences(now, pack)
    if len(old) < 2 or len(old) != len(present):
        return
    start = next((i for i, (a, b) in enumerate(zip(now, goal, strict=False)) if a != b), min(len(now), len(goal)))
    place_ = next((i for i, span in enumerate(present) if start < span[1]), len(present) - 1)
    a, b = (text[span[0] : span[1]].rstrip() for text, span in ((first, old[place_]), (now, present[place_])))
    begin = present[place_][0]
    around = now[:begin], now[begin + len(b) :]
    yield _Scope((*holder.full, sentence_step(place_ + 1)), a, b, around, (), True)
