"""What a clause does to the units of a law: another wording, a new unit, one that goes, numbers, headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tomas_desktop.amend import cited, coming_in, wordings
from tomas_desktop.amend.cited import Place
from tomas_desktop.amend.wordings import Edit
from tomas_desktop.amend.working_copy import Unit, WorkingCopy, opened
from tomas_desktop.errors import TomasError
from tomas_desktop.jurisdiction import numbering, verbatim, verbatim_body
from tomas_desktop.model import canonical
from tomas_desktop.model.clause import Clause
from tomas_desktop.model.provision import DIVISIONS, Note, Provision, walk


def replace_unit(law: WorkingCopy, clause: Clause) -> None:
    """Every unit that is named gets the wording that is quoted for it."""
    places = cited.places(law, clause.target)
    if places[0].sentence or places[0].part == "intro":
        _reword_text(places, clause)
        return
    in_force = [place.unit.closed() for place in places]
    nodes = list(_read(clause, in_force[0], clause.new_numbers or clause.target[-1].numbers, law, in_force))
    if len(nodes) < len(places):
        raise TomasError("quoted-units-missing", count=str(len(nodes)), wanted=str(len(places)))
    extra = nodes[len(places) :]
    if places[0].part == "first":
        _reword_first_part(places[0].unit, nodes[0], clause)
        return
    for order, node in enumerate(nodes):
        coming_in.number_is_free(law, node, places[order].unit if order < len(places) else None)
    for place, node in zip(places, nodes, strict=False):
        place.unit.reworded(node, clause)
        if node.unit == "article":
            law.index_as(place.unit, numbering.eid_number(node.num, law.pack))
    if extra:
        coming_in.put(law, clause, extra, places[-1].unit, "after")


def insert_unit(law: WorkingCopy, clause: Clause) -> None:
    """New units come in beside the unit that is named, or at the beginning or the end of it."""
    if clause.unit == "sentence" or (not clause.unit and clause.target and clause.target[-1].unit == "sentence"):
        _insert_sentence(law, clause)
        return
    places = cited.places(law, clause.target, gone_too=True)
    if clause.position in ("start", "end"):
        holder, beside, kind = coming_in.inside(places[-1].unit, clause)
        like = coming_in.sample(holder, kind, law)
        nodes = _read(clause, like, clause.new_numbers, law, unit=kind)
        coming_in.come_in(law, clause, nodes, holder, beside)
        return
    place = places[-1 if clause.position == "after" else 0]
    sibling, kind = place.unit, clause.unit or place.unit.unit
    named = clause.target[-1].unit if clause.target else ""
    if place.part == "first":  # after the first subparagraph: behind the list that stands in it
        nodes = _read(clause, coming_in.sample(sibling, "subparagraph", law), clause.new_numbers, law)
        first = cited.first_part(sibling)
        coming_in.come_in(law, clause, nodes, sibling, sibling.children.index(first[-1]) + 1 if first else 0)
        return
    if kind == named:
        kind = sibling.unit  # as the law calls it
    like = sibling.closed() if sibling.unit == kind else coming_in.sample(sibling.parent or sibling, kind, law)
    nodes = _read(clause, like, clause.new_numbers, law, unit=kind)
    if kind in DIVISIONS:
        sibling = coming_in.end_of_division(sibling, kind, law) if clause.position == "after" else sibling
    coming_in.put(law, clause, nodes, sibling, clause.position)


def delete_unit(law: WorkingCopy, clause: Clause) -> None:
    """The units that are named go."""
    places = cited.places(law, clause.target)
    sentences = [(place.unit, span) for place in places if (span := place.span())]
    for unit, (start, end) in reversed(sentences):
        tail = len(unit.text[end:]) - len(unit.text[end:].lstrip())
        cut = Edit(start, end + tail, "") if tail else Edit(len(unit.text[:start].rstrip()), end, "")
        unit.edit(cut, clause)
    for place in places:
        if place.sentence:
            continue
        if place.part:
            place.unit.edit(Edit(0, len(place.unit.text), ""), clause)
            for child in cited.first_part(place.unit) if place.part == "first" else ():
                child.go()
        else:
            place.unit.go()


def renumber(law: WorkingCopy, clause: Clause) -> None:
    """The printed numbers of these units become others; from then on they are cited by them."""
    places = cited.places(law, clause.target)
    if len(places) != len(clause.new_numbers):
        raise TomasError("renumbered-unlike", count=str(len(places)), wanted=str(len(clause.new_numbers)))
    units = [place.unit for place in places]
    for unit, number in zip(units, clause.new_numbers, strict=True):
        if unit.unit == "article":
            wanted = numbering.eid_number(number, law.pack)
            if any(each not in units and not each.gone for each in law.articles(wanted)):
                raise TomasError("number-taken", unit=unit.unit, number=number)
    for unit, number in zip(units, clause.new_numbers, strict=True):
        unit.renumber(number, clause)
        if unit.unit == "article":
            law.index_as(unit, unit.number)


def replace_heading(law: WorkingCopy, clause: Clause) -> None:
    """The heading of an article or a division becomes another, or only some words of it."""
    units = [place.unit for place in cited.places(law, clause.target)]
    headings = [_new_heading(unit, clause) for unit in units]
    for unit, heading in zip(units, headings, strict=True):
        unit.heading = heading
        unit.cause = clause


def _new_heading(unit: Unit, clause: Clause) -> str:
    words = clause.old or clause.anchor
    if not words:
        return clause.new
    spans = wordings.found(unit.heading, words) or wordings.found_alike(unit.heading, words)
    if not spans:
        code = "words-nearly-found" if unit.heading else "words-not-found"
        raise TomasError(code, words=words, nearest=unit.heading, where=unit.eid)
    if len(spans) > 1:
        raise TomasError("words-several", words=words, count=str(len(spans)), where=unit.eid)
    if not clause.old:
        put = wordings.before if clause.position == "before" else wordings.after
        return put(spans[0], clause.new).applied(unit.heading)
    edit = wordings.replaced(spans[0], clause.new) if clause.new else wordings.deleted(unit.heading, spans[0])
    return edit.applied(unit.heading)


# what is quoted


def _read(
    clause: Clause,
    like: Provision,
    numbers: Sequence[str],
    law: WorkingCopy,
    in_force: Sequence[Provision] = (),
    unit: str = "",
) -> tuple[Provision, ...]:
    """The quoted units, just as their lines show them; `in_force` are those whose place they take."""
    lines = [" ".join(line.split()) for line in clause.content if line.strip()]
    unit = unit or like.unit
    if not lines:
        raise TomasError("quoted-unit-unread", line="")
    if unit == "article":
        nodes = verbatim.articles(lines, like, numbers, law.pack, in_force, clause.with_heading)
    elif unit in DIVISIONS:
        above = next((article.node.heading_above for article in law.every_article()), law.pack.heading_above)
        nodes = verbatim.division(lines, unit, above, law.pack)
    elif unit == "annex":
        nodes = verbatim.annex(lines, like, law.pack, bool(in_force))
    else:
        nodes = verbatim_body.units(lines, like, numbers, law.pack, in_force, unit)
    if not _shows(nodes, lines):
        raise TomasError("quoted-unit-unread", line=lines[0])
    noted = {(node.num, node.text): node.notes for node in walk(in_force) if node.notes}
    return tuple(_with_notes(node, noted) for node in nodes) if noted else nodes


def _shows(nodes: Sequence[Provision], lines: Sequence[str]) -> bool:
    """Are these the lines of the units? A number and a heading that are kept may be missing in front; the title of an
    annex may be quoted under its number, though a law prints it above."""
    printed = [line.text for line in canonical.lines(nodes)]
    if nodes and nodes[0].unit == "annex" and printed[:2] == lines[1::-1]:
        printed[:2] = lines[:2]
    elif nodes and nodes[0].unit == "article":  # further articles keep their headings too, where none is quoted
        kept = {node.heading for node in nodes[1:] if node.heading_above} - set(lines)
        printed = [line for line in printed if line not in kept]
    return printed[-len(lines) :] == lines


def _with_notes(node: Provision, noted: Mapping[tuple[str, str], tuple[Note, ...]]) -> Provision:
    """The unit with the remarks on those parts of it that keep their wording: they are not part of what is quoted."""
    children = tuple(_with_notes(child, noted) for child in node.children)
    return replace(node, notes=node.notes or noted.get((node.num, node.text), ()), children=children)


def _reword_text(places: Sequence[Place], clause: Clause) -> None:
    """The words before a list, or sentences: what is quoted takes their place, line by line where there are more."""
    lines = list(clause.content) or [clause.new]
    if len(lines) != len(places):
        lines = [" ".join(lines)]
    if len(lines) != len(places):
        raise TomasError("quoted-units-missing", count=str(len(lines)), wanted=str(len(places)))
    spans = [place.span() or (0, len(place.unit.text)) for place in places]
    for place, (start, end), line in reversed(list(zip(places, spans, lines, strict=True))):
        num = place.unit.num
        text = line[len(num) :].strip() if num and start == 0 and line.startswith(f"{num} ") else line
        place.unit.edit(Edit(start, end, text), clause)


def _reword_first_part(unit: Unit, node: Provision, clause: Clause) -> None:
    """The first subparagraph gets another wording; those after it stay."""
    kept = unit.children[unit.children.index(first[-1]) + 1 :] if (first := cited.first_part(unit)) else unit.children
    text = f"{node.num} {node.text}".strip() if not unit.num else node.text
    unit.edit(Edit(0, len(unit.text), text), clause)
    fresh = opened(node.children, unit, unit.pack, False)
    for child in first:
        child.go()
    for each in (below for new in fresh for below in new.walk()):
        each.cause = clause
    unit.children[:] = [*first, *fresh, *kept]


def _insert_sentence(law: WorkingCopy, clause: Clause) -> None:
    new = " ".join(clause.content) or clause.new
    place = cited.places(law, clause.target)[-1]
    span = place.span()
    unit = place.unit
    if span is None:  # at the beginning or the end of a unit: of its first or its last text
        texts = [each for each in place.texts() if each.text] or [unit]
        unit = texts[0 if clause.position == "start" else -1]
        span = (0, len(unit.text))
    if clause.position in ("before", "start"):
        edit = wordings.at_start(unit.text, new, span)
    else:
        edit = wordings.at_end(unit.text, new, span)
    unit.edit(replace(edit, apart=True), clause)
