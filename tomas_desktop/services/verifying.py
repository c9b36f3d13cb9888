"""Noting that an article was compared with the official gazette. It holds for the very text that was compared."""

from __future__ import annotations

from tomas_desktop.amend.session import drop, put
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.model.change import Step
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import article_of
from tomas_desktop.model.verification import Verification
from tomas_desktop.model.work import Expression
from tomas_desktop.services import clock
from tomas_desktop.services.dossiers import OpenDossier


def verify(
    opened: OpenDossier, ref: Ref, *, gazette: str | None = None, author: str = "", expression: str | None = None
) -> Verification:
    """Note that a person compared the article that holds this provision with the gazette, in this text of the law (the
    one to show first when it is not named). Again = compared again; the gazette stays where none is given.

    Raises NotFoundError("no-work"), ("no-expression"), ("no-provision"), TomasError("not-an-article").
    """
    text, eid = _article(opened, ref, expression)
    held = _present(opened, text, eid)
    issue = (held.gazette if held else "") if gazette is None else gazette
    fresh = Verification(text.id, eid, text.tree, issue, author or (held.author if held else ""), clock.now())
    opened.session.perform(Step("verify", put(opened.dossier, fresh), f"{text.work}#{eid}", author, fresh.at))
    return fresh


def withdraw(opened: OpenDossier, ref: Ref, *, author: str = "", expression: str | None = None) -> Verification:
    """Take back that the article was compared. Raises as `verify`, and NotFoundError("no-verification")."""
    text, eid = _article(opened, ref, expression)
    held = _present(opened, text, eid)
    if held is None:
        raise NotFoundError("no-verification", reference=f"{text.work}#{eid}")
    opened.session.perform(Step("withdraw", drop(held), f"{text.work}#{eid}", author, clock.now()))
    return held


def _article(opened: OpenDossier, ref: Ref, expression: str | None) -> tuple[Expression, str]:
    text = opened.expression(ref.work, expression)
    article = article_of(opened.nodes(text), ref.eid)
    if article is None:
        opened.provision(ref, expression)
        raise TomasError("not-an-article", reference=str(ref))
    return text, article.eid


def _present(opened: OpenDossier, text: Expression, eid: str) -> Verification | None:
    fact = opened.dossier.facts.get(f"verification/{text.id}#{eid}")
    return fact if isinstance(fact, Verification) else None
