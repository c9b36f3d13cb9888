"""What a proposal puts into the rows of somebody else's form: where, what is in force, what is proposed, why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tomas_desktop.amend.redline import Segment
from tomas_desktop.services import submitting
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.submitting import Script
from tomas_desktop.text.scripts import to_cyrillic, to_latin

if TYPE_CHECKING:
    from tomas_desktop.amend.comparison import MarkedLine
    from tomas_desktop.export.consultation_form import Entry
    from tomas_desktop.export.form import Form
    from tomas_desktop.export.submission import AmendedLaw, Submission
    from tomas_desktop.model.modification import Modification


class Gathered(NamedTuple):
    """A proposal for a form: its rows, the words and the language that go with them."""

    entries: tuple[Entry, ...]
    whole: Submission
    ministry: Form
    language: str
    spell: Callable[[str], str]


def gathered(opened: OpenDossier, proposal: str, redline: bool, script: Script | None) -> Gathered:
    """The rows of a proposal: a change a row, in the order of the law. With `redline` what is proposed shows what is
    struck and what is new; without `script` the law's own is kept. Raises NotFoundError("no-proposal")."""
    whole = submitting.submission(opened, [opened.proposal(proposal)], law_alone=True)
    ministry = form_of(whole.country)
    whole, language, spell = _in_script(whole, ministry, script)
    entries = _entries(whole, spell(ministry.texts.get("deleted", "–")), redline)
    return Gathered(tuple(entries), whole, ministry, language, spell)


def form_of(country: str) -> Form:
    """A form of the country: its words and how it prints dates."""
    from tomas_desktop.export import template_pack

    of_country = template_pack.forms(country)
    return next((one for one in of_country if one.is_default), (of_country or template_pack.forms())[0])


def _in_script(whole: Submission, form: Form, script: Script | None) -> tuple[Submission, str, Callable[[str], str]]:
    """The proposal in the script that is asked for, its language as Word spells it, and how the form's own words go
    over into that script."""
    from tomas_desktop.export.respelling import respelt

    own = next((one for one in form.scripts if whole.laws[0].expression.language.endswith(f"-{one}")), form.scripts[0])
    target = script if script in form.scripts else own
    spell = to_cyrillic if target == "Cyrl" else to_latin
    if target != own:
        whole = replace(whole, laws=tuple(respelt(law, spell) for law in whole.laws))
    language = form.language_tags.get(target, whole.laws[0].expression.language)
    return whole, language, str if target == form.scripts[0] else spell


def _entries(whole: Submission, deleted: str, redline: bool) -> list[Entry]:
    """One row for each change, in the order of the law."""
    from tomas_desktop.export.consultation_form import Entry

    out: list[Entry] = []
    titles = {act.key: act.cited or act.title for act in whole.eu_acts}
    for law in whole.laws:
        by_id = {one.id: one for one in law.modifications}
        for reason in law.reasons:
            change = by_id[reason.modification]
            lines = _lines(law, change)
            if not any(line.state != "kept" for line in lines):
                continue
            proposed = [_shown(line, redline) for line in lines if redline or line.proposed]
            acts = dict.fromkeys(titles.get(basis.partition("#")[0], "") for basis in change.bases)
            basis = ", ".join(filter(None, (reason.basis.rstrip("."), *acts)))
            out.append(
                Entry(
                    article=_plain(reason.where),
                    current=tuple((Segment("=", line.base.text),) for line in lines if line.base and line.base.text),
                    proposal=tuple(filter(None, proposed)) or _plain(deleted),
                    reasons=_plain(reason.text),
                    basis=_plain(basis if change.bases else ""),
                )
            )
    return out


def _lines(law: AmendedLaw, change: Modification) -> list[MarkedLine]:
    """The lines of the provision that a change is about, also those that it leaves as they are."""

    def belongs(line: MarkedLine) -> bool:
        if line.line.kind == "block":
            return False
        if line.cause is not None and line.state != "kept":
            return line.cause.id == change.id
        if line.base is None or change.kind == "insertion":
            return False
        if change.kind == "heading":
            return line.base.eid == change.target and line.base.kind != "text"
        return f"{line.base.eid}__".startswith(f"{change.target}__")

    return [line for line in law.marked if belongs(line)]


def _shown(line: MarkedLine, redline: bool) -> tuple[Segment, ...]:
    if redline:
        return tuple(_apart(one, after) for one, after in pairwise((*line.segments, Segment("=", ""))))
    return (Segment("=", line.proposed.text),) if line.proposed and line.proposed.text else ()


def _apart(one: Segment, after: Segment) -> Segment:
    """ "30" struck and "15" new must not read as one number."""
    touches = one.op == "-" and after.op == "+" and one.text[-1:].isalnum() and after.text[:1].isalnum()
    return Segment(one.op, f"{one.text} ") if touches else one


def _plain(text: str) -> tuple[tuple[Segment, ...], ...]:
    return ((Segment("=", text),),) if text else ()
