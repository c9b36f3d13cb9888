"""Whole sentences of a text that come in, go or are restated, as clauses (S27, A16)."""

from __future__ import annotations

from tomas_desktop.amend.cited_text import Holder, sentence_step
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.sentences import sentences
from tomas_desktop.model.clause import Clause


def came_or_went(texts: tuple[str, str, str], holder: Holder, pack: Pack) -> Clause | None:
    """The clause for a change that brings in or takes out whole sentences; None for every other change. The texts
    are the old one, the one before the change and the one after it."""
    first, old, new = (_sentences(text, pack) for text in texts)
    if first is None or old is None or new is None or holder.full is None or len(old) == len(new):
        return None
    more, less = (new, old) if len(new) > len(old) else (old, new)
    count = len(more) - len(less)
    at = next((i for i, (a, b) in enumerate(zip(less, more, strict=False)) if a != b), len(less))
    if less[at:] != more[at + count :]:
        return None
    text_of = (*holder.full, holder.part) if holder.part else holder.cited
    if more is old:
        if not less or first[: at + count] != old[: at + count]:
            return None
        return Clause("delete_unit", (*holder.full, sentence_step(*range(at + 1, at + count + 1))))
    content = (" ".join(more[at : at + count]),)
    if at == len(less):
        return Clause("insert_unit", text_of, position="end", content=content, unit="sentence")
    if first[:at] != old[:at] or len(first) <= at:
        return None
    if at:
        return Clause("insert_unit", (*holder.full, sentence_step(at)), content=content, unit="sentence")
    first_one = (*holder.full, sentence_step(1))
    return Clause("insert_unit", first_one, position="before", content=content, unit="sentence")


def restated(old: str, new: str, holder: Holder, pack: Pack) -> tuple[Clause, ...] | None:
    """The sentences that changed, restated, where they are fewer than half of the text."""
    before, after = _sentences(old, pack), _sentences(new, pack)
    if before is None or after is None or holder.full is None or len(before) != len(after):
        return None
    changed = [i for i, (a, b) in enumerate(zip(before, after, strict=True)) if a != b]
    if 2 * len(changed) > len(before):
        return None
    steps = [(*holder.full, sentence_step(i + 1)) for i in changed]
    return tuple(Clause("replace_unit", step, content=(after[i],)) for step, i in zip(steps, changed, strict=True))


def _sentences(text: str, pack: Pack) -> list[str] | None:
    """The sentences of a text; None where they are not joined by one blank each."""
    out = [text[start:end].strip() for start, end in sentences(text, pack)]
    return out if " ".join(out) == text else None
