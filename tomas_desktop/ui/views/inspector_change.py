"""The change at the caret of the draft: what goes and what comes, whose it is, and why; the why is typed here."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import article_of
from tomas_desktop.services import provision_names
from tomas_desktop.ui.desk import Desk
from tomas_desktop.ui.views.inspector_correlation import SmallText
from tomas_desktop.ui.views.proposal_changes import ChangeNote
from tomas_desktop.ui.views.proposal_pane import ProposalPane
from tomas_desktop.ui.views.short_label import ShortLabel

_REST_MS = 800  # of quiet before what was typed is kept


class ChangeFields(QWidget):
    """`asked` tells that a person wants another EU provision than those that are offered, `left` that he goes back to
    the draft."""

    asked = Signal()
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pane: ProposalPane | None = None
        self._note: ChangeNote | None = None
        self._is_filling = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.keep)
        self.what = QLabel()
        self.what.setObjectName("soft")
        self.what.setWordWrap(True)
        self.old, self.new = ShortLabel(), ShortLabel()
        self.old.setObjectName("deletedWords")
        self.new.setObjectName("insertedWords")
        self._room = QLabel(" ")  # where only one of them is shown, so that nothing below moves
        for words in (self.old, self.new):
            words.setTextFormat(Qt.TextFormat.PlainText)
        self.why = SmallText(self.tr("Why this change is made"), 3)
        self.why.setPlaceholderText(self.tr("Why is this change made?"))
        self.why.textChanged.connect(lambda: None if self._is_filling else self._rest.start())
        self.why.left.connect(self.keep)
        self.basis = QComboBox()
        self.basis.setAccessibleName(self.tr("EU basis of this change"))
        self.basis.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.basis.setMinimumContentsLength(8)
        self.basis.activated.connect(self._rest.start)  # the arrow keys choose step by step
        self.other = QToolButton()
        self.other.setObjectName("small")
        self.other.setText("…")
        self.other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.other.setToolTip(self.tr("Another EU provision"))
        self.other.setAccessibleName(self.tr("Another EU provision"))
        self.other.clicked.connect(self.asked)
        bases = QHBoxLayout()
        bases.setSpacing(4)
        bases.addWidget(self.basis, 1)
        bases.addWidget(self.other)
        named = QLabel(self.tr("EU basis"))
        named.setBuddy(self.basis)
        self.fields = QWidget()  # there as soon as the article has a change, so that nothing moves from one to the next
        inside = QVBoxLayout(self.fields)
        layout = QVBoxLayout(self)
        for box in (inside, layout):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(4)
        for widget in (self.old, self.new, self._room, self.why, named):
            inside.addWidget(widget)
        inside.addLayout(bases)
        layout.addWidget(self.what)
        layout.addWidget(self.fields)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.left)
        self.show_note(None)

    def take(self, pane: ProposalPane) -> None:
        """Show the changes of this draft."""
        self._pane = pane
        pane.changes.change_at_caret.connect(self.show_note)

    @property
    def note(self) -> ChangeNote | None:
        """The change that is shown."""
        return self._note

    # ---- showing -------------------------------------------------------------------------------------------

    def show_note(self, note: ChangeNote | None) -> None:
        """Show another change, or the same one with more known of it; None for no change."""
        before = self._note
        is_same = (
            before is not None and note is not None and (before.article, before.stretch) == (note.article, note.stretch)
        )
        if not is_same:
            self.keep()
        self._note = note
        self._is_filling = True
        told = self._pane.changes.head(note) if note is not None and self._pane is not None else ""
        self.what.setText(told or self.tr("The caret stands in no change."))
        old, new = (note.words.old, note.words.new) if note is not None else ("", "")
        self.old.setText(f"− {old}" if old else "")
        self.old.setAccessibleName(self.tr("deleted: {words}").format(words=old) if old else "")
        self.new.setText(f"+ {new}" if new else "")
        self.new.setAccessibleName(self.tr("inserted: {words}").format(words=new) if new else "")
        self.old.setHidden(bool(new) and not old)
        self.new.setHidden(bool(old) and not new)
        self._room.setVisible(bool(old) != bool(new))
        self.fields.setVisible(note is not None or (self._pane is not None and self._pane.editor.change_count() > 0))
        for field in (self.why, self.basis, self.other):
            field.setEnabled(note is not None)
        why = note.justification if note is not None else ""
        if not (is_same and self._rest.isActive()):
            if self.why.toPlainText().strip() != why:  # a blank that was typed last stays, and so does the caret
                self.why.setPlainText(why)
            self._fill_basis(note)
        self._is_filling = False

    def _fill_basis(self, note: ChangeNote | None) -> None:
        self.basis.clear()
        if note is None:
            return
        of_article = note.modification.basis if note.modification is not None and not note.is_new_article else ""
        as_whole = self.tr("as of the article: {name}").format(name=self._name(of_article)) if of_article else "–"
        self.basis.addItem(as_whole, "")
        for basis in self._offered(note.basis):
            self.basis.addItem(self._name(basis), basis)
        self.basis.setCurrentIndex(max(self.basis.findData(note.basis), 0))

    def _offered(self, present: str) -> tuple[str, ...]:
        """What is linked with the national article, then the EU article in hand with its paragraphs."""
        desk = self._desk
        refs = [str(link.eu) for link in desk.answer.correlations] if desk.answer is not None else []
        if desk.act is not None and desk.article is not None:
            own = (desk.article, *(node for node in desk.article.children if node.num))
            refs += [str(Ref(desk.act.work, node.eid)) for node in own]
        return tuple(dict.fromkeys([*refs, *([present] if present else [])]))

    def _name(self, basis: str) -> str:
        """An article by its printed number, what lies in it as tables name it (`16.1`); of another act with its
        title."""
        opened = self._desk.opened
        if opened is None or not basis:
            return basis
        ref = Ref.parse(basis)
        if opened.dossier.work(ref.work) is None:
            return basis
        text = opened.expression(ref.work)
        nodes = opened.nodes(text)
        article = article_of(nodes, ref.eid)
        short = provision_names.compact(nodes, ref.eid, opened.pack(text)) or ref.eid
        name = article.num if article is not None and article.eid == ref.eid and article.num else short
        is_here = self._desk.act is not None and self._desk.act.work == ref.work
        return name if is_here else f"{name} · {opened.work(ref.work).title}"

    # ---- keeping -------------------------------------------------------------------------------------------

    def keep(self) -> None:
        """Keep what was typed, as one step."""
        self._rest.stop()
        note = self._note
        if note is None or self._pane is None or self._is_filling:
            return
        self._say(self.why.toPlainText().strip(), self.basis.currentData() or "")

    def take_basis(self, basis: str) -> None:
        """Say which EU provision the change answers."""
        self._rest.stop()
        self._say(self.why.toPlainText().strip(), basis)

    def _say(self, text: str, basis: str) -> None:
        note = self._note
        if note is not None and self._pane is not None and (text, basis) != (note.justification, note.basis):
            self._pane.justify_change(note, text, basis)
