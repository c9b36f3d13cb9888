"""The conversation beside a provision: comments are made, closed and opened again, each a step that undo takes back."""

from __future__ import annotations

from dataclasses import replace

from tomas_desktop.amend.session import put
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.model.change import Step
from tomas_desktop.model.comment import Comment
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import clock
from tomas_desktop.services.dossiers import OpenDossier


def comment(opened: OpenDossier, about: Ref, text: str, *, author: str = "") -> Comment:
    """Say something of a provision; raises TomasError("empty-comment"), NotFoundError("no-work")."""
    words = text.strip()
    if not words:
        raise TomasError("empty-comment")
    opened.work(about.work)
    n = max((each.n for each in opened.dossier.comments(about)), default=0) + 1
    made = Comment(about, n, words, author, clock.now())
    opened.session.perform(Step("comment", put(opened.dossier, made), str(about), author, made.at))
    return made


def close(opened: OpenDossier, about: Ref, n: int, *, is_done: bool = True, author: str = "") -> Comment:
    """Say that what a comment asks for is done, or that it is not; raises NotFoundError("no-comment")."""
    there = next((each for each in opened.dossier.comments(about) if each.n == n), None)
    if there is None:
        raise NotFoundError("no-comment", reference=str(about), number=n)
    changed = replace(there, is_done=is_done)
    if changed != there:
        opened.session.perform(Step("comment", put(opened.dossier, changed), str(about), author, clock.now()))
    return changed
