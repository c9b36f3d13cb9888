"""One line that says where a text will go: to which work of the dossier, as which of its texts, or why it cannot."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from tomas_desktop.errors import TomasError
from tomas_desktop.model.dossier import Dossier
from tomas_desktop.services import importing, messages
from tomas_desktop.services.importing import Candidate, Place
from tomas_desktop.services.sources import Source
from tomas_desktop.ui import names

_TITLE = 70  # letters of a title that are shown


class ImportPlace(QLabel):
    """`can_keep` tells whether the text has a place there."""

    def __init__(self, dossier: Dossier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dossier = dossier
        self.place: Place | None = None
        self.can_keep = False
        self.needs_title = False  # of a new work that comes from no file and does not say one
        self.setWordWrap(True)
        self.setMinimumHeight(self.fontMetrics().lineSpacing())  # nothing jumps when it has something to say
        self.setAccessibleName(self.tr("Where it goes"))

    def warn(self, sentence: str) -> None:
        """Say why nothing can be kept."""
        self.setText(f"▲ {sentence}")

    def show_candidate(self, candidate: Candidate | None, is_order_sure: bool = True) -> None:
        """Say where this text would go; nothing for none. `is_order_sure` tells that nobody has to look at the legal
        order again."""
        self.place, self.can_keep, self.needs_title = None, False, False
        if candidate is None:
            self.clear()
            return
        try:
            self.place = importing.place(self.dossier, candidate)
        except TomasError as error:
            self.warn(messages.of_error(error))
            return
        said = candidate.title or candidate.reading.title
        self.needs_title = self.place.is_new and isinstance(candidate.source, Source) and not said
        sentence, self.can_keep = self._of(self.place)
        if not is_order_sure:
            sentence += " " + self.tr("Please check the legal order and the language.")
        self.setText(sentence) if self.can_keep else self.warn(sentence)

    def _of(self, place: Place) -> tuple[str, bool]:
        title, what = _short(place.work.title), names.of_expression(place.expression)
        key = place.work.key
        if self.needs_title:
            return self.tr("Give it a title: the text does not say one."), False
        if place.is_there:
            return self.tr("It is in the dossier already: {title} ({key}), {what}.").format(
                title=title, key=key, what=what
            ), False
        if place.is_taken:
            return self.tr(
                "The dossier has another text of {title} ({key}) as {what}: give this one another stage or date."
            ).format(title=title, key=key, what=what), False
        if place.is_new:
            return self.tr("It becomes a new work, {key}: {what}.").format(key=key, what=what), True
        return self.tr("It joins {title} ({key}) as another text: {what}.").format(
            title=title, key=key, what=what
        ), True


def _short(title: str) -> str:
    return title if len(title) <= _TITLE else f"{title[:_TITLE].rsplit(' ', 1)[0]}…"
