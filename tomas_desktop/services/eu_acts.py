"""The EU act that proposals serve: its names and numbers, its provisions as printed, its text in another language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import TYPE_CHECKING

from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.canonical import Line, lines
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision, article_of, find, walk
from tomas_desktop.model.work import Expression, Work
from tomas_desktop.services.dossiers import OpenDossier

if TYPE_CHECKING:
    from tomas_desktop.export.submission import EuAct

# The stages after which an act is law; any other one is a proposal, whatever it is called.
_LAW = frozenset({"adopted", "consolidated", "in-force"})
_LONGEST_TITLE = 600  # characters; titles of EU acts are long
_CELEX = re.compile(r"\b\d{5}[A-Z]{1,2}\d{4}\b")


def acts(opened: OpenDossier, refs: Sequence[Ref], language: str) -> tuple[EuAct, ...]:
    """The acts that these references name, in their order, each with the provisions named. `language` is the form's."""
    works = [opened.dossier.work(key) for key in dict.fromkeys(ref.work for ref in refs)]
    return tuple(_act(opened, work, refs, language) for work in works if work)


def _act(opened: OpenDossier, work: Work, refs: Sequence[Ref], language: str) -> EuAct:
    from tomas_desktop.export.submission import EuAct, EuProvision

    expression = quoted(opened, work.key)
    nodes = opened.nodes(expression)
    named = {str(node.eid): node for node in walk(nodes)}
    provisions = tuple(
        EuProvision(ref, _name(article_of(nodes, ref.eid) or named[ref.eid]))
        for ref in dict.fromkeys(refs)
        if ref.work == work.key and ref.eid in named
    )
    card = opened.dossier.card(work.key)
    own = in_language(opened, work.key, language)
    celex = _CELEX.search(" ".join((card.name_as_cited, card.source, *card.gazette)))
    return EuAct(
        work.key,
        card.official_name or work.title,
        expression.language,
        provisions,
        name=_title(opened, own),
        cited=card.name_as_cited or card.source,
        celex=celex.group() if celex else "",
        is_adopted=expression.stage in _LAW,
        quoted=expression,
        own=own,
    )


def quoted(opened: OpenDossier, work: str) -> Expression:
    """The text that an act is quoted from: the one to show first, unless it is a translation into the language of a
    country outside the act's legal order."""
    first = opened.expression(work)
    if _is_own_language(opened, first):
        return first
    return next((one for one in opened.dossier.expressions(work) if _is_own_language(opened, one)), first)


def _is_own_language(opened: OpenDossier, expression: Expression) -> bool:
    try:
        return not opened.pack(expression).is_translation
    except TomasError:  # no grammar of its legal order
        return False


def pack(opened: OpenDossier, expression: Expression) -> Pack:
    """The grammar of an act's legal order, in the language of this text or in one that it has."""
    country = opened.work(expression.work).country
    known = packs.languages(country)
    return packs.load(country, expression.language if expression.language in known else known[0])


def in_language(opened: OpenDossier, work: str, language: str) -> Expression | None:
    """The text of an act in a language (`sr`, in either script), at the stage that is quoted otherwise if there is
    such a one; None where the dossier has none: nothing is ever translated here."""
    found = [one for one in opened.dossier.expressions(work) if one.language.partition("-")[0] == language]
    stage = quoted(opened, work).stage
    return next((one for one in found if one.stage == stage), found[0] if found else None)


def _title(opened: OpenDossier, expression: Expression | None) -> str:
    """What a text calls itself: the words of its preface; none where they are more than a title."""
    nodes = opened.nodes(expression) if expression else ()
    preface = next((node for node in nodes if node.unit == "preface"), None)
    words = " ".join(line.text for line in lines((preface,)) if line.kind != "block") if preface else ""
    return words if len(words) <= _LONGEST_TITLE else ""


def printed(opened: OpenDossier, refs: Iterable[Ref], named: bool = False) -> tuple[Line, ...]:
    """EU provisions as printed, those of one article together under its number and title, in the act's order; with
    `named` those of one act under its own name. What is not there is left out; a provision whose whole is named is not
    printed twice."""
    grouped: dict[tuple[str, str], set[str]] = {}
    for ref in refs:
        grouped.setdefault((ref.work, ref.eid.partition("__")[0]), set()).add(ref.eid)
    out: list[Line] = []
    above = ""
    order = list(dict.fromkeys(work for work, _ in grouped))
    for (work, top), eids in sorted(grouped.items(), key=lambda each: order.index(each[0][0])):
        try:
            node = find(opened.nodes(quoted(opened, work)), top)
        except NotFoundError:
            continue
        if node is None:
            continue
        if named and work != above:
            card = opened.dossier.card(work)
            name = card.name_as_cited or card.source or card.official_name or opened.work(work).title
            out.append(Line("", "act", "heading", name))
            above = work
        chosen = [node] if top in eids else list(_named(node, eids))
        if chosen and top not in eids:
            out.extend(line for line in lines((node,)) if line.kind != "text" and line.eid == node.eid)
        out.extend(lines(chosen))
    return tuple(out)


def _named(node: Provision, eids: Set[str]) -> Iterator[Provision]:
    """The provisions below a node that are named, without those inside one that is."""
    for child in node.children:
        if child.eid in eids:
            yield child
        else:
            yield from _named(child, eids)


def _name(node: Provision) -> str:
    return " ".join(part for part in (node.num, node.heading) if part)
