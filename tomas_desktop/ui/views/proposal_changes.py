"""The changes of the article that is drafted, with what the dossier knows of them: whose, since when, why, agreed by
whom. The editor shows it at the mouse and the caret; whoever listens to `change_at_caret` can show it too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from tomas_desktop.amend import revisions
from tomas_desktop.amend.revisions import Stretch
from tomas_desktop.amend.tracked import Change
from tomas_desktop.model.comment import Comment
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.revision import Revision
from tomas_desktop.services import agreeing
from tomas_desktop.services.agreeing import Words
from tomas_desktop.services.drafting import Draft
from tomas_desktop.ui.desk import Desk
from tomas_desktop.ui.views.tracked_editor import TrackedEditor

_TELL_AFTER = 60  # milliseconds without a move until the change at the caret is told


@dataclass(frozen=True)
class ChangeNote:
    """One change: its words, the modification behind it (None while it is still being typed), the comment by which
    somebody agreed with it, what is known of it alone, and where it stands."""

    words: Words
    modification: Modification | None
    agreement: Comment | None
    known: tuple[Revision, ...]
    article: Ref
    stretch: Stretch
    is_new_article: bool = False  # all of it is one change: what is said of it is said of the article

    @property
    def kind(self) -> Literal["inserted", "deleted", "replaced"]:
        """What it does to the text in force."""
        if self.words.old and self.words.new:
            return "replaced"
        return "inserted" if self.words.new else "deleted"

    @property
    def by(self) -> tuple[str, str]:
        """Who worded it, and when."""
        by = next((one for one in self.known if one.at), self.modification)
        return (by.author, by.at) if by is not None else ("", "")

    @property
    def justification(self) -> str:
        """Why it is made, where that was said of this change alone."""
        if self.is_new_article:
            return self.modification.justification if self.modification is not None else ""
        return "\n".join(dict.fromkeys(one.justification for one in self.known if one.justification))

    @property
    def basis(self) -> str:
        """The EU provision that it answers, where that was said of this change alone."""
        if self.is_new_article:
            return self.modification.basis if self.modification is not None else ""
        return next((one.basis for one in self.known if one.basis), "")


class ProposalChanges(QObject):
    """`change_at_caret`: the `ChangeNote` of the change the caret stands in, or None; told when the caret comes to
    stand in another one, and when more becomes known of this one."""

    change_at_caret = Signal(object)

    def __init__(self, desk: Desk, editor: TrackedEditor) -> None:
        super().__init__(editor)
        self._desk, self._editor = desk, editor
        self._ref: Ref | None = None
        self._causes: dict[str, Modification] = {}
        self._modifications: tuple[Modification, ...] = ()
        self._agreed: dict[Words, Comment] = {}
        editor.note = lambda change: self.told(self.note(change))
        self._told: ChangeNote | None = None
        # What is kept tells of a change too, and then the caret may leave it before the editor has told of it.
        self._rested = QTimer(self, singleShot=True, interval=_TELL_AFTER)
        self._rested.timeout.connect(self._tell)
        editor.cursorPositionChanged.connect(self._rested.start)
        editor.edited.connect(self._rested.start)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_agreed)
        desk.content_changed.connect(self._soon.start)

    def show(self, ref: Ref | None, draft: Draft | None) -> None:
        """Take another article, or the same one as it now stands."""
        self._ref, self._causes = ref, {}
        self._modifications = draft.modifications if draft else ()
        for line in draft.marked if draft else ():
            for side in (line.base, line.proposed):
                if side is not None and line.cause is not None:
                    self._causes[side.eid] = line.cause
        self._show_agreed()

    def note(self, change: Change) -> ChangeNote:
        """What is known of a change of the editor."""
        sheet, words = self._editor.sheet, self._words(change)
        line = sheet.proposed_line_of(change)
        cause = self._causes.get(line.eid) if line is not None else None
        cause = cause or self._causes.get(sheet.line_of(change).eid)
        [stretch], article = sheet.stretches([change]), self._ref or Ref("", "")
        return ChangeNote(words, cause, self._agreed.get(words), self._known(change), article, stretch, not sheet.base)

    def _known(self, change: Change) -> tuple[Revision, ...]:
        said = [("", one) for each in self._modifications for one in each.revisions]
        if not said:
            return ()
        sheet, changes = self._editor.sheet, self._editor.changes()
        found = revisions.found(said, revisions.starts(sheet.base), sheet.stretches(changes))
        return found.get(changes.index(change), ())

    def at_caret(self) -> ChangeNote | None:
        """What is known of the change the caret stands in."""
        index = self._editor.current_change() if self._ref is not None else None
        return None if index is None else self.note(self._editor.changes()[index])

    def _tell(self) -> None:
        note = self.at_caret()
        if note != self._told:
            self._told = note
            self.change_at_caret.emit(note)

    def told(self, note: ChangeNote) -> str:
        """A note as a person reads it: what, who, when; why; and who agreed."""
        if note.modification is None:
            return self._made(note)
        why = dict.fromkeys((note.justification, note.modification.justification))
        said = [text for text in why if text] or [self.tr("No justification yet.")]
        return "\n".join([self._made(note), *said, *self._agreement(note)])

    def head(self, note: ChangeNote) -> str:
        """A note without the reasons: what, who, when; on a second line who agreed."""
        return "\n".join([self._made(note), *self._agreement(note)])

    def _made(self, note: ChangeNote) -> str:
        kinds = {"inserted": self.tr("Inserted"), "deleted": self.tr("Deleted"), "replaced": self.tr("Replaced")}
        if note.modification is None:
            return self.tr("{kind}, not kept yet").format(kind=kinds[note.kind])
        author, at = note.by
        return " · ".join(part for part in (kinds[note.kind], author, _time(at)) if part)

    def _agreement(self, note: ChangeNote) -> Iterator[str]:
        """Who agreed; nothing where nobody did."""
        if note.modification is not None and note.agreement is not None:
            who = " · ".join(part for part in (note.agreement.author, _time(note.agreement.at)) if part)
            yield self.tr("Accepted: {who}").format(who=who)

    # ---- agreeing ------------------------------------------------------------------------------------------

    def accept(self) -> int:
        """Agree with the changes of the selection, or with the one at the caret; where all of them are agreed already,
        take that back. How many there were; 0 when there is none. What was typed has to be kept before."""
        return self._decide([self._words(change) for change in self._editor.selected_changes()])

    def accept_all(self) -> int:
        """Agree with every change of the article in one step."""
        open_ones = [words for words in map(self._words, self._editor.changes()) if words not in self._agreed]
        return self._decide(open_ones)

    def agreed_count(self) -> int:
        """How many of the changes that are shown somebody agreed with."""
        return sum(self._words(change) in self._agreed for change in self._editor.changes()) if self._agreed else 0

    def _decide(self, changes: list[Words]) -> int:
        opened, ref = self._desk.opened, self._ref
        if opened is None or ref is None or not changes:
            return 0
        is_open = any(words not in self._agreed for words in changes)
        act = agreeing.agree if is_open else agreeing.withdraw
        act(opened, ref.work, changes, self._desk.author)
        self._show_agreed()
        return len(changes)

    def _words(self, change: Change) -> Words:
        return self._editor.said(change)

    def _show_agreed(self) -> None:
        opened, ref = self._desk.opened, self._ref
        self._agreed = {}
        if opened is not None and ref is not None:
            self._agreed = agreeing.agreed(opened, ref.work, map(self._words, self._editor.changes()))
        self._editor.set_agreed(frozenset(self._agreed))
        self._tell()


def _time(at: str) -> str:
    return f"{at[:16].replace('T', ' ')} UTC" if at else ""
