"""Agreeing: what accepting a change means while it is proposed.

The law in force is what a proposal is set against, so a change cannot be accepted *into* it: that is the legislator's
part. To accept a change here is to say "I have read this and agree with it", whoever made it, the person's own hand or
a colleague's whose proposal came back. The proposed words stay as they are and stay a change; they are drawn more
quietly from then on. It is kept as a closed comment on the provision, which names the words on both sides: so it has an
author and a time, can be undone, stands in the conversation, and is void by itself once either wording is another.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import NamedTuple

from tomas_desktop.amend.session import put
from tomas_desktop.model.change import Step
from tomas_desktop.model.comment import Comment
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import clock
from tomas_desktop.services.dossiers import OpenDossier


class Words(NamedTuple):
    """A change by the provision it stands in and its words in force and as proposed ("" where there are none)."""

    eid: str
    old: str
    new: str

    @property
    def sentence(self) -> str:
        """How it is written down; readable in every language."""
        if self.old and self.new:
            return f"✓ {self.old} → {self.new}"
        return f"✓ + {self.new}" if self.new else f"✓ − {self.old}"


def agreed(opened: OpenDossier, work: str, changes: Iterable[Words]) -> dict[Words, Comment]:
    """Those of the changes that somebody agreed with, each with who and when."""
    said = {
        (fact.about, fact.text): fact
        for fact in opened.dossier.facts.values()
        if isinstance(fact, Comment) and fact.is_done
    }
    found = {words: said.get((Ref(work, words.eid), words.sentence)) for words in changes}
    return {words: comment for words, comment in found.items() if comment is not None}


def agree(opened: OpenDossier, work: str, changes: Collection[Words], author: str) -> None:
    """Agree with these changes: one durable step. Those that are agreed already keep who agreed first."""
    _keep(opened, work, changes, author, is_done=True)


def withdraw(opened: OpenDossier, work: str, changes: Collection[Words], author: str) -> None:
    """Take the agreement with these changes back: one durable step; the comments stay, as open ones."""
    _keep(opened, work, changes, author, is_done=False)


def _keep(opened: OpenDossier, work: str, changes: Collection[Words], author: str, *, is_done: bool) -> None:
    now = clock.now()
    kept: list[Comment] = []
    for words in dict.fromkeys(changes):
        about = Ref(work, words.eid)
        there = opened.dossier.comments(about)
        comment = _of(there, words)
        if comment is not None and comment.is_done != is_done:
            kept.append(replace(comment, is_done=is_done, author=author, at=now))
        elif comment is None and is_done:
            n = max((each.n for each in (*there, *kept) if each.about == about), default=0) + 1
            kept.append(Comment(about, n, words.sentence, author, now, is_done=True))
    where = f"{work}#{kept[0].about.eid}" if kept else ""
    opened.session.perform(
        Step("agree" if is_done else "agree-withdraw", put(opened.dossier, *kept), where, author, now)
    )


def _of(comments: Iterable[Comment], words: Words) -> Comment | None:
    return next((comment for comment in comments if comment.text == words.sentence), None)
