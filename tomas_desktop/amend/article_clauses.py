"""One article worded anew, as clauses: its words where few of them change, else the unit, else the whole article.

The clauses come in the order of the text and cite the old numbers; what is only numbered anew is told after them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tomas_desktop.amend import citing, sibling_clauses
from tomas_desktop.amend.cited_text import FIRST, INTRO, Holder
from tomas_desktop.amend.renumbering import renumberings
from tomas_desktop.amend.sibling_clauses import NEVER_CITED, Chain, Level, printed
from tomas_desktop.amend.tree_diff import Difference
from tomas_desktop.amend.word_clauses import word_clauses
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.clause import Clause
from tomas_desktop.model.provision import Provision
from tomas_desktop.model.wording import Size

REWRITTEN = 0.5  # the share of its units worded anew beyond which the unit above is restated


@dataclass(frozen=True, slots=True)
class Manner:
    """How an article is amended: the least `size` of a clause, and whether the number of changes that may be told as
    words is `limited`."""

    pack: Pack
    size: Size = "words"
    limited: bool = True


class _NotHereError(Exception):
    """A change that only the unit above can say."""


def article_clauses(change: Difference, target: Chain, manner: Manner) -> tuple[Clause, ...]:
    """The clauses for an article that is in both versions, but for its own number. They are not proven yet."""
    base, new = _both(change)
    if manner.size == "article" or base.text != new.text:
        return tuple(_whole(base, new, target))
    heading: list[Clause] = []
    if base.heading != new.heading:
        heading = [heading_clause(base.heading, new.heading, target, manner)]
    below = _below(change, target, target, manner)
    return tuple(_whole(base, new, target)) if below is None else (*heading, *below)


def heading_clause(old: str, new: str, target: Chain, manner: Manner) -> Clause:
    """Another heading of an article or a division: some of its words where that says it, else all of it (S21); one
    that had none gets one."""
    few = word_clauses(old, new, Holder(target, None), manner.pack) if manner.size == "words" else None
    if few and len(few) == 1 and few[0].operation == "replace_words" and not few[0].anchor:
        return Clause("replace_heading", target, old=few[0].old, new=few[0].new)
    return Clause("replace_heading", target, new=new, unit="" if old else "heading")


def _whole(base: Provision, new: Provision, target: Chain) -> Iterator[Clause]:
    """The article restated (S12, S13)."""
    with_heading = base.heading_above and base.heading != new.heading and bool(new.heading)
    if base.heading_above and base.heading and not new.heading:
        yield Clause("replace_heading", target)
    heading = new.heading if with_heading or not base.heading_above else ""
    content = printed(replace(new, heading=heading, heading_above=base.heading_above))
    yield Clause("replace_unit", target, content=content, with_heading=with_heading)


def _both(change: Difference) -> tuple[Provision, Provision]:
    assert change.base is not None
    assert change.new is not None
    return change.base, change.new


def _below(change: Difference, full: Chain, cited: Chain, manner: Manner) -> list[Clause] | None:
    """The clauses for what stands below a unit; None where the unit itself is to be restated."""
    base, new = _both(change)
    items = change.inside
    if all(each.state == "kept" for each in items):
        return []
    if not any(each.base and each.new for each in items):
        return None
    level = Level(items, base.children, new.children, full, cited, manner.pack)
    try:
        made = [_inside(each, change, level, manner) for each in items]
    except _NotHereError:
        return None
    restated = [each is None for each in made]
    lost = sum(restated) + sum(each.new is None for each in items)
    parts = sum(each.base is not None for each in items) + bool(base.text)
    if (any(restated) or any(each.base is None for each in items)) and lost > REWRITTEN * parts:
        return None
    out: list[Clause] = []
    for run in sibling_clauses.runs(level, restated):
        state = items[run[0]].state
        if restated[run[0]]:
            out.extend(sibling_clauses.restatements(level, run))
        elif state == "deleted":
            out.extend(sibling_clauses.deletions(level, run))
        elif state != "inserted":
            out.extend(made[run[0]] or [])
        elif clause := sibling_clauses.insertion(level, run):
            out.append(clause)
        else:
            return None
    return [*out, *renumberings(level)]


def _inside(each: Difference, above: Difference, level: Level, manner: Manner) -> list[Clause] | None:
    """The clauses inside one unit: none for one that is kept, comes or goes; None for one to be restated."""
    if each.state == "kept":
        return []
    if each.unit in NEVER_CITED:
        return _wrapup(each, above, level, manner)
    step = level.step(each.base) if each.base is not None else None
    if each.base is not None and step is None:  # its number stands twice
        raise _NotHereError
    if step is None or each.new is None:
        return []
    base, new = _both(each)
    if base.num != new.num and not citing.is_renumbering(base, new, level.pack):
        if new.num:
            return None
        raise _NotHereError  # a quoted unit without a number keeps the one it has
    if base.heading != new.heading:
        return None
    full = level.target(step)
    is_only = above.unit == "article" and len(level.old) == len(level.new) == 1 and step.counted
    cited = level.full if is_only else full
    own = _own_text(base, new, full, cited, manner) if base.text != new.text else []
    below = _below(each, full, cited, manner) if own is not None else None
    return None if own is None or below is None else [*own, *below]


def _own_text(base: Provision, new: Provision, full: Chain, cited: Chain, manner: Manner) -> list[Clause] | None:
    if not base.text or not new.text:
        return None
    if manner.size == "words":
        others = tuple(dict.fromkeys(n.text for side in (base, new) for n in side.walk() if n is not side and n.text))
        part = (FIRST if base.children[0].unit == "subparagraph" else INTRO) if base.children else None
        holder = Holder(cited, full, others, part)
        few = word_clauses(base.text, new.text, holder, manner.pack, manner.limited)
        if few is not None:
            return list(few)
    return [Clause("replace_unit", (*full, INTRO), content=(new.text,))] if base.children and new.children else None


def _wrapup(each: Difference, above: Difference, level: Level, manner: Manner) -> list[Clause]:
    """The words after a list are cited as words of the unit that the list is in."""
    if manner.size != "words" or each.unit != "wrapup" or each.base is None or each.new is None:
        raise _NotHereError
    own = (each.base, each.new)
    others = dict.fromkeys(n.text for side in _both(above) for n in side.walk() if n not in own and n.text)
    is_last = level.old[-1] is each.base and level.new[-1] is each.new
    holder = Holder(level.cited, None, tuple(others), has_end=is_last)
    few = word_clauses(each.base.text, each.new.text, holder, manner.pack, manner.limited)
    if few is None:
        raise _NotHereError
    return list(few)
