"""What a clause does to the words of a law: each text of its target is looked at by itself, and one place is meant.

Numbers and headings are no words of a text; how the blanks around a change fall is told in `wordings`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tomas_desktop.amend import cited, wordings
from tomas_desktop.amend.cited import Place
from tomas_desktop.amend.wordings import Edit, Span
from tomas_desktop.amend.working_copy import Unit, WorkingCopy
from tomas_desktop.errors import TomasError
from tomas_desktop.model.clause import Clause

Text = tuple[Unit, Span | None]  # the own text of a unit, or a part of it


def apply(law: WorkingCopy, clause: Clause) -> None:
    """Reword the law as the clause says, in every one of the places that it names; or change nothing and raise
    TomasError: what `cited.places` raises, "words-not-found", "words-nearly-found", "words-several",
    "words-not-at-end"."""
    if clause.everywhere:
        edits = _everywhere(law, clause)
    else:
        edits = [_edit(_texts(place), clause) for place in cited.places(law, clause.target)]
    for unit, edit in edits:
        unit.edit(edit, clause)


def _texts(place: Place) -> list[Text]:
    span = place.span()
    return [(unit, span) for unit in place.texts() if unit.text]


def _edit(texts: Sequence[Text], clause: Clause) -> tuple[Unit, Edit]:
    """The one edit that the clause makes in these texts."""
    if clause.operation == "insert_words":
        if clause.position in ("start", "end"):
            unit, span = _edge(texts, clause)
            put = wordings.at_start if clause.position == "start" else wordings.at_end
            return unit, put(unit.text, clause.new, span)
        unit, anchor = _only(texts, clause.anchor)
        return unit, (wordings.before if clause.position == "before" else wordings.after)(anchor, clause.new)
    if clause.operation == "punctuation" and clause.position == "end":
        unit, span = _edge(texts, clause)
        edit = wordings.ending(unit.text, clause.old, clause.new, clause.append, span)
        if edit is None:
            end = unit.text[: span[1]] if span else unit.text
            raise TomasError("words-not-at-end", words=clause.old, nearest=end.rstrip()[-20:], where=unit.eid)
        return unit, edit
    unit, span = _meant(texts, clause)
    return unit, _changed(unit.text, span, clause)


def _changed(text: str, span: Span, clause: Clause) -> Edit:
    if clause.operation == "delete_words":
        return wordings.deleted(text, span)
    if clause.operation == "punctuation":
        return wordings.punctuated(text, span, clause.new, clause.append)
    if clause.operation == "insert_words":
        return (wordings.before if clause.position == "before" else wordings.after)(span, clause.new)
    return wordings.replaced(span, clause.new)


def _edge(texts: Sequence[Text], clause: Clause) -> Text:
    """The first or the last of the texts."""
    if not texts:
        raise TomasError("words-not-found", words=clause.old or clause.anchor or clause.new)
    return texts[0 if clause.position == "start" else -1]


def _meant(texts: Sequence[Text], clause: Clause) -> tuple[Unit, Span]:
    """Where the clause's old words stand: in one place, or next to their anchor."""
    if not clause.anchor:
        return _only(texts, clause.old)
    unit, (start, end) = _only(texts, clause.anchor)
    if clause.operation == "punctuation" and not clause.old:  # a mark that comes in
        return unit, (end, end)
    within = next((span for each, span in texts if each is unit), None) or (0, len(unit.text))
    before = clause.position == "before"
    side = (within[0], start) if before else (end, within[1])
    spans = wordings.found(unit.text, clause.old, side) or wordings.found_alike(unit.text, clause.old, side)
    if not spans:
        raise _missing(clause.old, [(unit, side)])
    return unit, spans[-1 if before else 0]


def _only(texts: Sequence[Text], words: str) -> tuple[Unit, Span]:
    """The one place of the texts where the words stand: as they are, else drawn in another way. A clause cites the
    law in force: of several places those do not count where the act itself put the words."""
    for search in (wordings.found, wordings.found_alike):
        spans = [(unit, span) for unit, within in texts for span in search(unit.text, words, within)]
        if len(spans) > 1:
            spans = [each for each in spans if not _is_new(*each)] or spans
        if len(spans) == 1:
            return spans[0]
        if spans:
            where = ", ".join(dict.fromkeys(unit.eid for unit, _ in spans))
            raise TomasError("words-several", words=words, count=str(len(spans)), where=where)
    raise _missing(words, texts)


def _is_new(unit: Unit, span: Span) -> bool:
    """Is any of these words one that this act put in?"""
    return any(start < span[1] and span[0] < end for start, end in unit.brought_in())


def _missing(words: str, texts: Iterable[Text]) -> TomasError:
    parts = ((unit.eid, unit.text[slice(*span)] if span else unit.text) for unit, span in texts)
    nearest, where = wordings.nearest(words, parts)
    if nearest:
        return TomasError("words-nearly-found", words=words, nearest=nearest, where=where)
    return TomasError("words-not-found", words=words)


def _everywhere(law: WorkingCopy, clause: Clause) -> list[tuple[Unit, Edit]]:
    """The edits in all places, those of one text from its end."""
    if clause.target:
        scope = [unit for place in cited.places(law, clause.target) for unit in place.texts()]
    else:
        scope = [unit for article in law.every_article() for unit in article.walk()]
    words = clause.old or clause.anchor
    out: list[tuple[Unit, Edit]] = []
    for search in (wordings.found, wordings.found_alike):
        for unit in scope:
            text = unit.text
            for span in reversed(search(text, words)):
                edit = _changed(text, span, clause)
                text = edit.applied(text)
                out.append((unit, edit))
        if out:
            return out
    raise _missing(words, [(unit, None) for unit in scope])
