"""Borrowing a neighbour's wording as the starting point of a proposal.

The wording is never passed off as one's own: a comment beside the provision says where it comes from, who took it over
and when, and the step in the history is named after it. Serbian and Macedonian are written in the script of the law
they come to. A wording in another language is said to be foreign, since nothing is ever translated here; Albanian has
no Cyrillic letters and stays as it is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from tomas_desktop.amend.modify import Edit
from tomas_desktop.errors import TomasError
from tomas_desktop.jurisdiction.numbering import with_eids
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.comment import Comment
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.modification import Modification, ModificationKind
from tomas_desktop.model.provision import Provision, find
from tomas_desktop.services import clock, drafting, messages
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.drafting import Outcome
from tomas_desktop.text.scripts import script_of, to_cyrillic, to_latin

_IN_CYRILLIC = "mk"  # always so written; Serbian in either script, Albanian in Latin letters
_TWO_SCRIPTS = frozenset({"sr", "mk"})  # languages that can be written letter for letter in the other script
_OWN_LETTERS = str.maketrans({"ѓ": "ǵ", "Ѓ": "Ǵ", "ќ": "ḱ", "Ќ": "Ḱ", "ѕ": "dz", "Ѕ": "Dz"})  # those of Macedonian


@dataclass(frozen=True, slots=True)
class Borrowed:
    """What came of it: the outcome of the draft, the comment that says whence, and what became of the letters.
    `language` is that of the wording as it stands now."""

    outcome: Outcome
    comment: Comment
    language: str
    is_transliterated: bool
    is_foreign: bool


def borrow(
    opened: OpenDossier,
    proposal_key: str,
    target: Ref,
    source: Ref,
    *,
    replacing: bool = False,
    basis: Ref | None = None,
    author: str = "",
    title: str = "",
) -> Borrowed:
    """Put the wording of `source` after the provision `target` of the proposal's law, or in its place (`replacing`);
    the proposal is made when missing. One durable step, with the comment.

    Raises NotFoundError for what is not there, TomasError("borrow-other-unit") where one is an article and the other
    a paragraph, ("borrow-over-draft") where the proposal has a wording of its own there, ("proposal-other-work").
    """
    if basis is not None:
        opened.provision(basis)
    proposal = drafting.proposal_of(opened, proposal_key, target.work, author, title)
    expression = opened.proposal_expression(proposal)
    like = find(opened.nodes(expression), target.eid) or opened.provision(target)
    theirs = opened.provision(source)
    if like.unit != theirs.unit:
        raise TomasError("borrow-other-unit", source=str(source), unit=theirs.unit, target=str(target), other=like.unit)
    kind: ModificationKind = "substitution" if replacing else "insertion"
    now = clock.now()
    template = Modification(proposal.key, kind, target.eid, author=author, at=now, basis=str(basis) if basis else "")
    inside = f"{target.eid}__"
    if any(
        m.id == template.id or (replacing and m.target.startswith(inside))
        for m in opened.dossier.modifications(proposal.key)
    ):
        raise TomasError("borrow-over-draft", target=str(target), proposal=proposal.key)
    of = opened.expression(source.work)
    is_foreign = _base(of.language) != _base(expression.language)
    spell = _spelling(theirs, of.language, expression.language)
    wording = _wording(theirs, spell or str, like)
    if replacing:
        children, _ = with_eids(wording.children, opened.pack(expression), like.eid)
        wording = replace(wording, eid=like.eid, num=like.num, children=children)
    text = _marking(opened, source, is_foreign=is_foreign, is_respelt=spell is not None)
    before = opened.dossier.comments(target)
    comment = Comment(target, max((one.n for one in before), default=0) + 1, text, author, now)
    outcome = drafting.perform(
        opened, proposal, Edit(kind, target.eid, (wording,)), template, label="borrow", beside=(comment,)
    )
    language = f"{_base(of.language)}-{_script(expression.language)}" if spell else of.language
    return Borrowed(outcome, comment, language, spell is not None, is_foreign)


def marking(opened: OpenDossier, source: Ref, work: str) -> str:
    """What a comment will say of the wording of `source` when it is borrowed for a law.

    Raises NotFoundError for what is not there.
    """
    theirs, language, own = opened.provision(source), opened.expression(source.work).language, opened.expression(work)
    is_respelt = _spelling(theirs, language, own.language) is not None
    return _marking(opened, source, is_foreign=_base(language) != _base(own.language), is_respelt=is_respelt)


def _marking(opened: OpenDossier, source: Ref, *, is_foreign: bool, is_respelt: bool) -> str:
    law = opened.dossier.card(source.work).official_name or opened.work(source.work).title
    if is_foreign:
        code = "borrowed-foreign-transliterated" if is_respelt else "borrowed-foreign"
    else:
        code = "borrowed-transliterated" if is_respelt else "borrowed"
    language = opened.expression(source.work).language
    return messages.sentence(code, {"source": source, "law": law, "language": language})


def _base(language: str) -> str:
    return language.partition("-")[0]


def _script(language: str) -> str:
    return "Cyrl" if language.endswith("-Cyrl") or _base(language) == _IN_CYRILLIC else "Latn"


def _spelling(theirs: Provision, language: str, wanted: str) -> Callable[[str], str] | None:
    """What brings a wording in one language into the script of a law in another (`wanted`); None where nothing has to,
    or can."""
    if _base(language) not in _TWO_SCRIPTS or script_of(canonical_text((theirs,))) == _script(wanted):
        return None
    return to_cyrillic if _script(wanted) == "Cyrl" else _in_latin


def _in_latin(text: str) -> str:
    return to_latin(unicodedata.normalize("NFC", text).translate(_OWN_LETTERS))


def _wording(node: Provision, spell: Callable[[str], str], like: Provision | None = None) -> Provision:
    """The provision without eIds and notes, in other letters; the outermost without its number, which is that of
    another law."""
    return replace(
        node,
        eid="",
        num="" if like else spell(node.num),
        heading=spell(node.heading),
        text=spell(node.text),
        notes=(),
        children=tuple(_wording(child, spell) for child in node.children),
        heading_above=like.heading_above if like else node.heading_above,
    )
