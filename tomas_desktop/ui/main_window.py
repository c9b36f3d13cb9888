"""The window: the EU act's articles at the left, and three sheets of paper on a desk.

It puts the parts together and answers the actions; what is shown is the desk's (`ui.desk`), what is drafted is
the panes'.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, Qt, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QMainWindow,
    QMessageBox,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from tomas_desktop.amend.caret import View
from tomas_desktop.errors import TomasError
from tomas_desktop.model.change import Step
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import clock, demo, dossiers, messages, settings, submitting
from tomas_desktop.services.demo import Demo
from tomas_desktop.services.submitting import Package
from tomas_desktop.ui import actions, arrivals, intake, tasks, theme
from tomas_desktop.ui.desk import Desk
from tomas_desktop.ui.dialogs.export_package import ExportPackage, Order
from tomas_desktop.ui.dialogs.pick_provision import PickProvision
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.eu_pane import EuPane
from tomas_desktop.ui.views.national_pane import NationalPane
from tomas_desktop.ui.views.navigator import Navigator
from tomas_desktop.ui.views.proposal_pane import ProposalPane
from tomas_desktop.ui.views.top_bar import TopBar
from tomas_desktop.ui.views.welcome import Welcome

_FILTER = "Dossier (*.tomas)"


class MainWindow(QMainWindow):
    """One dossier at a time."""

    def __init__(self, look: Theme) -> None:
        super().__init__()
        self.setWindowTitle("tomas_desktop")
        self.setMinimumSize(960, 600)
        self.setAcceptDrops(True)
        self.settings = settings.load()
        self.desk = Desk(self)
        self.desk.author = self.settings.author
        self.actions_by_name = actions.build(self)

        self.navigator = Navigator(look)
        self.eu = EuPane(self.desk)
        self.national = NationalPane(self.desk)
        self.proposal = ProposalPane(self.desk)
        self.bar = TopBar(self.actions_by_name)
        sheets = QSplitter(Qt.Orientation.Horizontal)
        for pane in (self.eu, self.national, self.proposal):
            sheets.addWidget(pane)
        sheets.setSizes([330, 300, 420])
        sheets.setHandleWidth(10)
        sheets.setChildrenCollapsible(False)
        table = QWidget()
        margins = QVBoxLayout(table)
        margins.setContentsMargins(10, 10, 10, 10)
        margins.addWidget(sheets)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(self.navigator)
        across.addWidget(table)
        across.setSizes([260, 1100])
        across.setStretchFactor(1, 1)
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(across, 1)

        self.welcome = Welcome(self.actions_by_name)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.welcome)
        self.pages.addWidget(work)
        self.setCentralWidget(self.pages)

        self.kept = QLabel()
        self.notice = QLabel()
        self.notice.linkActivated.connect(lambda link: QDesktopServices.openUrl(QUrl(link)))
        self.statusBar().addWidget(self.kept)
        self.statusBar().addWidget(self.notice, 1)
        self.statusBar().setSizeGripEnabled(False)

        self.navigator.chosen.connect(self._choose)
        self.national.link_asked.connect(self.link_provision)
        self.welcome.workshop_asked.connect(self.open_workshop)
        self.welcome.last_asked.connect(lambda: self.open(Path(self.settings.last_dossier)))
        self.desk.act_changed.connect(self._act_changed)
        self.desk.place_changed.connect(self._place_changed)
        self.desk.content_changed.connect(self._content_changed)
        self.actions_by_name["view_all"].setChecked(True)
        theme_action = f"theme_{self.settings.theme}"
        self.actions_by_name.get(theme_action, self.actions_by_name["theme_system"]).setChecked(True)
        self.welcome.offer_last(self.settings.last_dossier)
        self.restoreGeometry(QByteArray.fromHex(self.settings.geometry.encode()))
        self.set_theme(look)
        self._show_undo()

    # ---- dossiers ------------------------------------------------------------------------------------------

    def open(self, path: Path) -> bool:
        """Open a dossier; a failure is one sentence in the status bar and leaves the present one."""
        self.proposal.keep_all()
        try:
            self.desk.open(path)
        except TomasError as error:
            self.say(messages.of_error(error))
            return False
        self._remember(last_dossier=str(path.resolve()))
        self.setWindowTitle(f"{path.stem} – tomas_desktop")
        self.pages.setCurrentIndex(1)
        self.kept.setText(self.tr("All changes kept"))
        self._show_undo()
        return True

    def new_dossier(self) -> None:
        """Ask for a name and begin an empty dossier there."""
        name, _ = QFileDialog.getSaveFileName(self, self.tr("New dossier"), "", _FILTER)
        if name:
            path = Path(name if name.endswith(".tomas") else f"{name}.tomas")
            try:
                dossiers.create_file(path).close()
            except TomasError as error:
                self.say(messages.of_error(error))
                return
            self.open(path)

    def open_dossier(self) -> None:
        """Ask for a dossier and open it."""
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Open dossier"), "", _FILTER)
        if name:
            self.open(Path(name))

    def open_workshop(self) -> None:
        """Ask for a folder, build the workshop dossier there and open it."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where should the workshop dossier be kept?"))
        if folder:
            self.say(self.tr("Building the workshop dossier…"))
            tasks.run(lambda: demo.build(Path(folder)), self._workshop_built, self._failed, self)

    def _workshop_built(self, built: Demo) -> None:
        self.open(built.dossier)

    def import_law(self) -> None:
        """Ask for a law, show what was understood, keep it."""
        intake.bring_in(self, None)

    def apply_act(self) -> None:
        """Ask for an amending act, show what it makes of a law, keep that."""
        intake.apply_act(self)

    def paste_law(self) -> None:
        """The same for the law that was copied in another program."""
        try:
            intake.bring_in(self, arrivals.copied())
        except TomasError as error:
            self.say(messages.of_error(error))

    # ---- export --------------------------------------------------------------------------------------------

    def export_package(self) -> None:
        """Ask which documents, write them in the background, say where they are."""
        self.proposal.keep_all()
        opened, law, key = self.desk.opened, self.desk.law(), self.desk.proposal_key()
        if opened is None or law is None or key is None:
            self.say(self.tr("There is no proposal to export here yet."))
            return
        order = ExportPackage.ask(law.country, opened.path.parent / f"{opened.path.stem}-{law.country}", self)
        if order is not None:
            self.export(order, key)

    def export(self, order: Order, proposal: str) -> None:
        """Write the documents that were ordered. The work reads the dossier through a connection of its own."""
        assert self.desk.opened is not None
        path = self.desk.opened.path
        self.say(self.tr("Exporting…"))

        def work() -> Package:
            with dossiers.opened(path) as opened:
                return submitting.export(opened, [proposal], order.form, order.folder, order.roles, order.script)

        tasks.run(work, lambda package: self._exported(order, package), self._failed, self)

    def _exported(self, order: Order, package: Package) -> None:
        count = len(package.files)
        link = QUrl.fromLocalFile(str(order.folder.resolve())).toString()
        self.say(
            self.tr("{count} documents written to").format(count=count) + f' <a href="{link}">{order.folder}</a>'
            + (f" · {len(package.findings)} " + self.tr("remarks") if package.findings else "")
        )  # fmt: skip

    # ---- undo, changes, places -----------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back what was typed last, or the last step."""
        self.proposal.keep_all()
        self._took(self.desk.undo())

    def redo(self) -> None:
        """Bring back the last step that was taken back."""
        self.proposal.keep_all()
        self._took(self.desk.redo())

    def _took(self, step: Step | None) -> None:
        """Show what was taken back or brought again, where it stands."""
        if step is None:
            return
        if any(change.key.startswith("correlation/") for change in step.changes):
            self.desk.answer_changed.emit()
        elif "#" in step.detail:
            self.desk.show(Ref.parse(step.detail))
            self.proposal.refresh()

    def next_change(self) -> None:
        self.proposal.go_to_change(1)

    def previous_change(self) -> None:
        self.proposal.go_to_change(-1)

    def restore_change(self) -> None:
        """Put the text in force back for the change at the caret."""
        if not self.proposal.editor.reject_change():
            self.say(self.tr("The caret stands in no change."))

    def next_article(self) -> None:
        self._leave(lambda: self.desk.step(1))

    def previous_article(self) -> None:
        self._leave(lambda: self.desk.step(-1))

    def next_answer(self) -> None:
        self._leave(lambda: self.desk.choose_answer(self.desk.answer_number + 1))

    def previous_answer(self) -> None:
        self._leave(lambda: self.desk.choose_answer(self.desk.answer_number - 1))

    def _choose(self, eid: str) -> None:
        self._leave(lambda: self.desk.go(eid))

    def _leave(self, go: Any) -> None:
        """Keep what was typed here, then go."""
        self.proposal.keep_all()
        go()

    def link_provision(self) -> None:
        """Ask for a national provision and link it with the EU article in hand."""
        if self.desk.opened is None or self.desk.article is None:
            self.say(self.tr("Open a dossier with an EU act first."))
            return
        ref = PickProvision.ask(self.desk.opened, self)
        if ref is not None:
            self._leave(lambda: self.desk.link(ref))

    def focus_navigator(self) -> None:
        self.navigator.tree.setFocus()

    def focus_proposal(self) -> None:
        self.proposal.editor.setFocus()

    def focus_clause(self) -> None:
        self.proposal.clause.go()

    def edit_clause(self) -> None:
        self.proposal.clause.edit()

    def focus_justification(self) -> None:
        self.proposal.justification.setFocus()

    # ---- how it looks --------------------------------------------------------------------------------------

    def view_all(self) -> None:
        self._view("all")

    def view_final(self) -> None:
        self._view("final")

    def view_original(self) -> None:
        self._view("original")

    def _view(self, view: View) -> None:
        self.actions_by_name[f"view_{view}"].setChecked(True)
        self.proposal.editor.set_view(view)

    def theme_system(self) -> None:
        self._choose_theme("system")

    def theme_light(self) -> None:
        self._choose_theme("light")

    def theme_dark(self) -> None:
        self._choose_theme("dark")

    def _choose_theme(self, name: str) -> None:
        self._remember(theme=name)
        look = theme.chosen(name)
        theme.apply(look)
        self.set_theme(look)

    def set_theme(self, look: Theme) -> None:
        """Draw law and glyphs in a theme's colours; the rest follows the style sheet."""
        self.navigator.set_theme(look)
        for pane in (self.eu, self.national, self.proposal):
            pane.set_theme(look)

    # ---- what the desk says --------------------------------------------------------------------------------

    def _act_changed(self) -> None:
        self.navigator.model.set_act(self.desk.nodes())
        self.navigator.expand()
        self._show_grades()

    def _place_changed(self) -> None:
        article = self.desk.article
        self.navigator.select(article.eid if article else "")
        self.bar.place.setText(f"{article.num} · {article.heading}" if article else "")

    def _content_changed(self) -> None:
        self.kept.setText(self.tr("All changes kept · {time} UTC").format(time=clock.now()[11:16]))
        self.notice.clear()
        self._show_undo()
        self._show_grades()
        self.proposal.refresh()

    def _show_undo(self) -> None:
        session = self.desk.opened.session if self.desk.opened else None
        self.actions_by_name["undo"].setEnabled(session is not None)
        self.actions_by_name["redo"].setEnabled(session is not None and session.next_redo is not None)

    def _show_grades(self) -> None:
        if self.desk.opened is None:
            return
        dossier = self.desk.opened.dossier
        countries = {work.key: work.country for work in dossier.works if work.country != "eu"}
        order = [c for c in ("rs", "mk", "al") if c in countries.values()]
        order += sorted(set(countries.values()) - set(order))
        act = self.desk.act.work if self.desk.act else ""
        self.navigator.model.set_correlations(dossier.correlations, act, countries, order)
        self.navigator.set_countries(order)

    def say(self, words: str) -> None:
        """One calm sentence in the status bar."""
        self.notice.setText(words)

    def _failed(self, sentence: str, details: str) -> None:
        self.say(sentence)
        if details:
            box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Something went wrong"), sentence, parent=self)
            box.setDetailedText(details)
            box.open()

    def _remember(self, **changed: str) -> None:
        self.settings = replace(self.settings, **changed)
        settings.save(self.settings)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if arrivals.dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A dossier that is dropped is opened, any other file is a law to import."""
        file = arrivals.dropped(event.mimeData())
        if file is None:
            return
        event.acceptProposedAction()
        # The drop has to be over before a dialog comes, or the file manager waits for it.
        QTimer.singleShot(0, self, lambda: self.open(file) if file.suffix == ".tomas" else intake.bring_in(self, file))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.proposal.keep_all()
        self._remember(geometry=bytes(self.saveGeometry().toHex().data()).decode())
        self.desk.close()
        super().closeEvent(event)
