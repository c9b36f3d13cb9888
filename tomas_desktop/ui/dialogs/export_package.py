"""Export: which form and documents, what to look at before they go out, how they look; then they are written here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from tomas_desktop.services import checklist, composing, dossiers, previewing, settings, submitting
from tomas_desktop.services.checklist import Item, Place
from tomas_desktop.services.composing import Papers
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.previewing import Preview
from tomas_desktop.ui import tasks, theme
from tomas_desktop.ui.dialogs.writing_dialog import WritingDialog
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.checklist import Checklist
from tomas_desktop.ui.views.export_fields import ExportFields
from tomas_desktop.ui.views.preview_pane import PreviewPane
from tomas_desktop.ui.views.sender_fields import SenderFields
from tomas_desktop.ui.views.side_column import SideColumn
from tomas_desktop.ui.writing import Order, PackageWriter, Written

_RESTS = 350  # ms: what is typed or ticked is looked at when it rests


@dataclass(frozen=True)
class _Content:
    """What papers are gathered for."""

    form: str
    proposals: tuple[str, ...]


class ExportPackage(WritingDialog):
    """`outcome` is what was written, or the place that a person went to from the list; None for neither."""

    def __init__(
        self, opened: OpenDossier, proposal: str, parent: QWidget | None = None, look: Theme | None = None
    ) -> None:
        super().__init__(1300, parent)
        self.setWindowTitle(self.tr("Export"))
        self.bar.call_write(self.tr("Export"), self.tr("Write the documents (Ctrl+Enter)"))
        look = look or theme.chosen(settings.load().theme)
        self.outcome: Written | Place | None = None
        self._path = opened.path
        self._papers: Papers | None = None
        self._content: _Content | None = None
        self._looked: object = None  # of which content and document the preview that is being made is
        self._writer: PackageWriter | None = None

        self.fields = ExportFields(opened.path, opened.dossier, proposal)
        self.submitter = SenderFields()
        self.preview = PreviewPane(look)
        self.checklist = Checklist(look)
        self.checklist_head = QLabel()
        self.checklist_head.setBuddy(self.checklist)
        self._lay_out()

        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_RESTS)
        self._resting.timeout.connect(self._look)
        for changed in (self.fields.content_changed, self.fields.roles_changed):
            changed.connect(self._allow)
            changed.connect(self._resting.start)
        self.fields.script_changed.connect(self._look)
        self.fields.folder_changed.connect(self._allow)
        self.fields.shown.connect(self._show_role)
        self.submitter.changed.connect(self._resting.start)
        self.preview.asked.connect(self._preview)
        self.checklist.went.connect(self.go)
        self._allow()
        QTimer.singleShot(0, self, self._look)

    @staticmethod
    def ask(opened: OpenDossier, proposal: str, parent: QWidget | None = None) -> Written | Place | None:
        """What came of it: a package that lies in a folder, a place to mend something, or None."""
        dialog = ExportPackage(opened, proposal, parent)
        dialog.exec()
        outcome = dialog.outcome
        dialog.deleteLater()
        return outcome

    def order(self) -> Order | None:
        """What is chosen; None while it is nothing that could be written."""
        form, folder, fields = self.fields.chosen_form, self.fields.chosen_folder(), self.fields
        proposals, roles = fields.chosen_proposals(), fields.chosen_roles()
        if form is None or folder is None or not proposals or not roles:
            return None
        return Order(
            form.id, proposals, roles, fields.chosen_script(), folder, self.submitter.sender_named(),
            fields.combined.isChecked(), fields.chosen_kinds(),
        )  # fmt: skip

    # ---- looking -------------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Gather the papers, if the form or the proposals are others; then look at them in the background."""
        self._resting.stop()
        self._allow()
        form, proposals = self.fields.chosen_form, self.fields.chosen_proposals()
        if form is None or not proposals:
            self._papers = self._content = None
            self._say_of_list("")
            self.preview.offer(())
            self.preview.sheets.show_words(
                self.tr("This country has no form yet.") if form is None else self.tr("Tick a proposal that goes in.")
            )
            return
        content = _Content(form.id, proposals)
        if content == self._content:
            if self._papers is not None:
                self._look_at(self._papers)
            return
        self._content, self._papers, self._looked = content, None, None
        self.preview.sheets.show_words(self.tr("Reading the dossier…"))
        self._say_of_list(self.tr("Looking…"))
        path = self._path

        def gather() -> Papers:
            with dossiers.opened(path) as opened:
                papers = composing.gather(opened, content.proposals, content.form)
            composing.documents(papers)  # loads what writes Word files: not a thing to wait for in the window
            return papers

        def failed(words: str) -> None:
            self.preview.sheets.show_words(words)
            self._say_of_list("")

        self._in_background(gather, self._gathered, failed)

    def _gathered(self, papers: Papers) -> None:
        self._papers = papers
        self._look_at(papers)

    def _look_at(self, papers: Papers) -> None:
        """The checklist and the preview of what is chosen now."""
        roles = self.fields.chosen_roles()
        self.preview.offer(composing.documents(papers, roles))
        self._allow()
        self._preview()
        sent = composing.from_sender(papers, self.submitter.sender_named())
        path = self._path

        def check() -> tuple[Item, ...]:
            with dossiers.opened(path) as opened:
                return checklist.checklist(opened, sent, roles)

        self._in_background(check, self._checked, self._say_of_list)

    def _checked(self, items: tuple[Item, ...]) -> None:
        count = sum(item.finding.severity != "info" for item in items)
        self._say_of_list("" if items else self.tr("Nothing was found."))
        if count:
            self.checklist_head.setText(self.tr("Before it goes out: %n things", "", count))
        self.checklist.show_items(items)

    def _say_of_list(self, words: str) -> None:
        """Words in the place of the remarks."""
        self.checklist_head.setText(self.tr("Before it goes out"))
        self.checklist.show_words(words)

    def _preview(self, _name: str = "") -> None:
        """Set the document that is chosen in pages, unless these are shown or being made."""
        papers, name = self._papers, self.preview.chosen
        if papers is None or not name:
            self.preview.sheets.show_words(self.tr("Tick a document.") if papers is not None else "")
            self._looked = None
            return
        sent = composing.from_sender(papers, self.submitter.sender_named())
        script, roles = self.fields.chosen_script(), self.fields.chosen_roles()
        looked = (self._content, name, script, roles, self.submitter.sender_named())
        if looked == self._looked:
            return
        self._looked = looked
        tasks.run(
            lambda: previewing.preview(sent, name, script, roles),
            lambda seen: self._previewed(looked, seen),
            lambda words, _details: self._unseen(looked, words),
            self,
        )

    def _previewed(self, looked: object, seen: Preview | None) -> None:
        if looked == self._looked and seen is not None:
            self.preview.sheets.show_preview(seen)

    def _unseen(self, looked: object, words: str) -> None:
        if looked == self._looked:
            self.preview.sheets.show_words(words)

    def _show_role(self, role: str) -> None:
        """Show the first document of a role, unless one of it is shown."""
        listed = composing.documents(self._papers, (role,)) if self._papers else ()
        if listed and self.preview.chosen not in [each.name for each in listed]:
            self.preview.choose(listed[0].name)
            self._preview()

    def _in_background(
        self, work: Callable[[], object], done: Callable[..., None], failed: Callable[[str], None]
    ) -> None:
        """Do it in a worker; what comes back is dropped when something else was chosen in the meantime."""
        content = self._content

        def tell(listener: Callable[..., None], answer: object) -> None:
            if content == self._content:
                listener(answer)

        tasks.run(work, lambda answer: tell(done, answer), lambda words, _details: tell(failed, words), self)

    # ---- going ---------------------------------------------------------------------------------------------

    def go(self, place: Place) -> None:
        """Go to the place of a remark: here if it can be mended here, else the dialog makes room for the window."""
        if place.kind == "sender":
            self.submitter.fields[place.key].setFocus()
        elif place.kind == "form" and self._papers is not None:
            names = [each.name for each in composing.documents(self._papers, self.fields.chosen_roles())]
            if place.key in names:
                self.preview.choose(place.key)
                self._preview()
                self.preview.sheets.setFocus()
            else:
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(submitting.folder_of(place.key))))
        elif self._writer is None:
            self.outcome = place
            self.submitter.keep()
            self.accept()

    # ---- writing -------------------------------------------------------------------------------------------

    @property
    def is_writing(self) -> bool:
        return self._writer is not None

    def write(self) -> None:
        order = self.order()
        if order is None or self._writer is not None:
            return
        self.submitter.keep()
        is_gathered = _Content(order.form, order.proposals) == self._content
        writer = PackageWriter(self._path, order, self._papers if is_gathered else None, self)
        self._writer = writer
        writer.progressed.connect(self.bar.show_progress)
        self._enable(False)
        self.bar.show_busy()
        tasks.run(writer.run, self._wrote, self._failed, self)

    def stop(self) -> None:
        if self._writer is not None and self._writer.stop():
            self.bar.say(self.tr("Stopping…"))

    def _wrote(self, written: Written | None) -> None:
        self._enable(True)
        if written is None:
            self.bar.show_idle()
            self.bar.say(self.tr("Stopped; nothing was written."))
            return
        self.outcome = written
        told = self.tr("%n files lie in {folder}", "", len(written.files))
        self.bar.show_written(told.format(folder=str(written.folder)))

    def _failed(self, words: str, details: str) -> None:
        self._enable(True)
        self.bar.show_idle()
        self.bar.say(words, details)

    def _enable(self, is_enabled: bool) -> None:
        if is_enabled:
            self._writer = None
        for widget in (self.fields, self.submitter):
            widget.setEnabled(is_enabled)

    def open_folder(self) -> None:
        if isinstance(self.outcome, Written):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.outcome.folder.resolve())))

    def _allow(self) -> None:
        """Nothing but having chosen nothing stands in the way; say what will be replaced."""
        if self._writer is not None:
            return
        order = self.order()
        self.bar.write.setEnabled(order is not None)
        if order is None:
            self.bar.say(self.tr("Choose a form, a proposal, a document and a folder."))
        elif not isinstance(self.outcome, Written):
            listed = composing.documents(self._papers, order.roles, order.combined) if self._papers else ()
            there = sum((order.folder / each.name).exists() for each in listed)
            told = self.tr("%n files of these names are there and will be replaced.", "", there)
            self.bar.say(told if there else "")

    # ---- the dialog ----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        remarks = QWidget()
        remarks.setMinimumWidth(220)
        beside = QVBoxLayout(remarks)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(6)
        beside.addWidget(self.checklist_head)
        beside.addWidget(self.checklist, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        for widget in (SideColumn(self.fields, self.submitter), self.preview, remarks):
            both.addWidget(widget)
        both.setSizes([330, 610, 330])
        both.setStretchFactor(1, 1)
        both.setHandleWidth(12)
        both.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(10)
        layout.addWidget(both, 1)
        layout.addWidget(self.bar)

    def done(self, result: int) -> None:
        """What is still being looked at is not waited for."""
        self._looked = self._content = None
        self.preview.sheets.end()
        super().done(result)
