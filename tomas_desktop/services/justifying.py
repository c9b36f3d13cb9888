"""Why a law is to be changed: said of an article, or of one change of it alone."""

from __future__ import annotations

from dataclasses import replace

from tomas_desktop.amend.revisions import Stretch, nearest, revision, stretches_of
from tomas_desktop.amend.session import put
from tomas_desktop.model.change import Step
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.revision import Revision
from tomas_desktop.services import clock, drafting
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.drafting import Draft


def justification(opened: OpenDossier, proposal_key: str, article: str) -> str:
    """Why an article is to be changed: the justification of its modifications."""
    texts = [m.justification for m in _of_article(opened, proposal_key, article) if m.justification]
    return "\n".join(dict.fromkeys(texts))


def justify(opened: OpenDossier, proposal_key: str, article: str, text: str, author: str = "") -> None:
    """Set the justification of every modification of an article; nothing happens where there is none."""
    changed = tuple(replace(m, justification=text) for m in _of_article(opened, proposal_key, article))
    where = f"{opened.proposal(proposal_key).work}#{article}" if changed else ""
    opened.session.perform(Step("justify", put(opened.dossier, *changed), where, author, clock.now()))


def justify_change(
    opened: OpenDossier, proposal_key: str, article: str, change: Stretch, text: str, basis: str = "", author: str = ""
) -> None:
    """Say why one change of an article is made and which EU provision it answers ("" for none of its own): one durable
    step. In a new article, all of which is one change, it is said of the article.

    Raises NotFoundError("no-provision") for a new basis that is not there; nothing happens where no change stands
    there.
    """
    draft = drafting.article_draft(opened, opened.proposal(proposal_key).work, article, proposal_key)
    base = [line.base for line in draft.marked if line.base]
    cause, known = _change_at(draft, change)
    if cause is None:
        return
    if basis and basis not in cause.bases:
        opened.provision(Ref.parse(basis))
    if base:
        by = next((one for one in known if one.at), known[0] if known else revision(change, base))
        said = replace(by, justification=text, basis=basis)
        others = tuple(one for one in cause.revisions if one not in known)
        is_said = any((said.justification, said.basis, said.author, said.at))
        changed = replace(cause, revisions=(*others, *((said,) if is_said else ())))
    else:
        changed = replace(cause, justification=text, basis=basis)
    if changed != cause:
        where = f"{opened.proposal(proposal_key).work}#{article}"
        opened.session.perform(Step("justify", put(opened.dossier, changed), where, author, clock.now()))


def _change_at(draft: Draft, change: Stretch) -> tuple[Modification | None, tuple[Revision, ...]]:
    """The modification behind a change as it is shown, and what is known of the change alone."""
    of_lines = stretches_of(draft.marked)
    places = [(line, nth) for line, here in zip(draft.marked, of_lines, strict=True) for nth in range(len(here))]
    place = nearest(change, [each for here in of_lines for each in here])
    if place is None:
        return None, ()
    line, nth = places[place]
    return line.cause, line.revisions[nth] if line.revisions else ()


def _of_article(opened: OpenDossier, proposal_key: str, article: str) -> tuple[Modification, ...]:
    below = f"{article}__"
    return tuple(
        m for m in opened.dossier.modifications(proposal_key) if m.target == article or m.target.startswith(below)
    )
