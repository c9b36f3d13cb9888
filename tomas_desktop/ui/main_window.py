"""The window: the EU act's articles at the left, the sheets of paper on the table, the inspector at the right.

It puts the parts together and says what happened; what is shown is the desk's (`ui.desk`), what is drafted is the
panes', what can be done is in `ui.commands`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QMessageBox, QToolBar, QWidget

from tomas_desktop.errors import TomasError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import clock, messages, recent, settings
from tomas_desktop.ui import actions, arrivals, finding, i18n
from tomas_desktop.ui.commands import ENTRIES, comparing, dossier, importing, inspecting, presenting
from tomas_desktop.ui.desk import Desk
from tomas_desktop.ui.file_drop import FileDrop
from tomas_desktop.ui.pages import Pages
from tomas_desktop.ui.reading_together import ReadingTogether
from tomas_desktop.ui.table import LAYOUTS, Table
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.trail import Trail
from tomas_desktop.ui.views.eu_pane import EuPane
from tomas_desktop.ui.views.inspector import Inspector
from tomas_desktop.ui.views.national_pane import NationalPane
from tomas_desktop.ui.views.navigator import Navigator
from tomas_desktop.ui.views.palette import Palette
from tomas_desktop.ui.views.proposal_pane import ProposalPane
from tomas_desktop.ui.views.suggestion_list import Suggestions
from tomas_desktop.ui.views.top_bar import TopBar
from tomas_desktop.ui.views.welcome import Welcome

_AT_CALL = ("suggestions", "running_order")  # parts at the edge that come when they are asked for


class MainWindow(QMainWindow):
    """One dossier at a time."""

    def __init__(self, look: Theme) -> None:
        super().__init__()
        self.setWindowTitle("tomas_desktop")
        self.setMinimumSize(960, 600)
        self.settings = settings.load()
        self.desk = Desk(self)
        self.desk.author = self.settings.author
        self.trail = Trail(self.desk)
        self.actions_by_name = actions.build(self, ENTRIES)
        dossier.offer_recent(self)

        self.navigator = Navigator(look)
        self.inspector = Inspector(self.desk, look)
        self.suggestions = Suggestions(self.desk, look)
        self.suggestions.said.connect(self.say)
        self.table = Table(self.desk)
        self.eu: EuPane = self.table.eu
        self.national: NationalPane = self.table.national
        self.proposal: ProposalPane = self.table.proposal
        self.bar = TopBar(self.actions_by_name)
        self.palette_line = Palette(self, look)
        self.welcome = Welcome(self.actions_by_name)
        self.pages = Pages(self.trail)
        for page in (self.welcome, self.table):
            self.pages.addWidget(page)
        self.pages.set_home(self.table)
        self.setCentralWidget(self.pages)
        self._bar = QToolBar(self.tr("Bar"))
        self._bar.setObjectName("top")
        self._bar.setMovable(False)
        self._bar.toggleViewAction().setEnabled(False)
        self._bar.addWidget(self.bar)
        self.addToolBar(self._bar)
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        self.docks: tuple[QDockWidget, ...] = (
            self._dock("navigator", self.tr("Articles"), self.navigator, left, 260),
            self._dock("inspector", self.tr("Inspector"), self.inspector, right, 270),
            self._dock("suggestions", self.tr("Suggestions"), self.suggestions, right, 270),
            self._dock("running_order", self.tr("Running order"), presenting.order_panel(self), right, 270),
        )
        for name in _AT_CALL:
            self.tabifyDockWidget(self.dock("inspector"), self.dock(name))

        self.kept = QLabel()
        self.notice = QLabel()
        self.notice.linkActivated.connect(lambda link: QDesktopServices.openUrl(QUrl(link)))
        self.statusBar().addWidget(self.kept)
        self.statusBar().addWidget(self.notice, 1)
        self.statusBar().setSizeGripEnabled(False)

        self.navigator.eu.chosen.connect(lambda eid: self.leave(lambda: self.desk.go(eid)))
        self.navigator.laws.chosen.connect(lambda ref: self.leave(lambda: self.desk.show(ref)))
        self.navigator.proposals.chosen.connect(lambda key: self.leave(lambda: self.desk.choose_proposal(key)))
        self.proposal.editor.addActions([self.actions_by_name[name] for name in ("accept_change", "describe_change")])
        self.inspector.take_proposal(self.proposal)
        self.inspector.correlation.take_actions(self.actions_by_name)
        self.inspector.change.asked.connect(lambda: inspecting.other_basis(self))
        self.inspector.went.connect(lambda target: finding.show(self, Ref.parse(target)))
        self.inspector.failed.connect(self.say)
        self.together = ReadingTogether(self.table, self.desk)
        for pane in (self.eu, self.table.second, self.national):
            pane.link_followed.connect(lambda target: finding.show(self, Ref.parse(target)))
        self.national.link_asked.connect(self.actions_by_name["link_provision"].trigger)
        self.national.suggestions_asked.connect(self.actions_by_name["suggest_here"].trigger)
        self.desk.act_changed.connect(self._act_changed)
        self.desk.place_changed.connect(self._place_changed)
        self.desk.content_changed.connect(self._content_changed)
        self.pages.currentChanged.connect(self._page_changed)
        self.actions_by_name["view_all"].setChecked(True)
        theme_action = f"theme_{self.settings.theme}"
        self.actions_by_name.get(theme_action, self.actions_by_name["theme_system"]).setChecked(True)
        self.actions_by_name.get(f"marks_{self.settings.marks}", self.actions_by_name["marks_"]).setChecked(True)
        self.actions_by_name[f"language_{i18n.chosen(self.settings.language)}"].setChecked(True)
        layout = self.settings.layout if self.settings.layout in LAYOUTS else "three"
        self.table.lay_out(layout)
        self.actions_by_name[f"layout_{layout}"].setChecked(True)
        self.welcome.open_asked.connect(self.open)
        self.restoreGeometry(QByteArray.fromHex(self.settings.geometry.encode()))
        self._arrangement = QByteArray.fromHex(self.settings.docks.encode())
        self._is_at_work = True
        FileDrop(self, arrivals.dropped_files, self.take)
        self.set_theme(look)
        self._show_undo()
        self._put_away()

    def _dock(self, name: str, title: str, widget: QWidget, area: Qt.DockWidgetArea, width: int) -> QDockWidget:
        """A part that stands at an edge, can be moved to another, taken off and put away."""
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setWidget(widget)
        self.addDockWidget(area, dock)
        self.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
        return dock

    # ---- the dossier ---------------------------------------------------------------------------------------

    def open(self, path: Path) -> bool:
        """Open a dossier; a failure is one sentence in the status bar and leaves the present one."""
        self.keep()
        try:
            self.desk.open(path)
        except TomasError as error:
            self.say(messages.of_error(error))
            return False
        self.remember(last_dossier=str(path.resolve()), recent=recent.with_first(settings.load().recent, path))
        self.setWindowTitle(f"{path.stem} – tomas_desktop")
        self.show_page(self.table)
        self.kept.setText(self.tr("All changes kept"))
        self._show_undo()
        return True

    def take(self, files: tuple[Path, ...]) -> None:
        """Open a dossier that was dropped, compare two files; any other one is a law to import."""
        if len(files) == 2:
            comparing.compare_files(self, *files)
        elif files[0].suffix == ".tomas":
            self.open(files[0])
        else:
            importing.bring_in(self, files[0])

    def do(self, name: str) -> None:
        """Do what an action does, whether or not its menu is open to a person now."""
        next(entry for entry in ENTRIES if entry.name == name).run(self)

    def keep(self) -> None:
        """Keep everything that was typed and is still waiting for a rest."""
        self.inspector.keep()
        self.proposal.keep_all()

    def leave(self, go: Callable[[], object]) -> None:
        """Keep what was typed here, then go."""
        self.keep()
        go()

    # ---- pages and parts -----------------------------------------------------------------------------------

    def show_page(self, page: QWidget) -> None:
        """Show a page of the window: the welcome page, the table, ..."""
        self.pages.setCurrentWidget(page)

    def _page_changed(self) -> None:
        """The bar and the docks belong to the work, not to the welcome page; they come back as they were. A page that
        wants all the room for itself has the bar only."""
        page = self.pages.currentWidget()
        wants_room = getattr(page, "wants_room", False)
        if page is self.welcome or wants_room:
            if self._is_at_work:
                self._arrangement = self.saveState()
            self._put_away()
            self._bar.setVisible(wants_room)
        elif not self._is_at_work:
            self._is_at_work = True
            for part in (self._bar, *self.docks):
                part.setVisible(part.objectName() not in _AT_CALL)
            self.restoreState(self._arrangement)

    def _put_away(self) -> None:
        self._is_at_work = False
        for part in (self._bar, *self.docks):
            part.hide()

    def go_to_navigator(self) -> None:
        """Show the navigator and give it the keyboard."""
        self.bring("navigator")
        self.navigator.take_keyboard()

    def go_to_justification(self) -> None:
        """Show where the justification stands and give it the keyboard."""
        self.bring("inspector")
        self.inspector.show_field("justification", self.proposal.justification)

    def bring(self, name: str) -> None:
        """Show a part at the edge, before those it shares its place with."""
        dock = self.dock(name)
        dock.show()
        dock.raise_()

    def dock(self, name: str) -> QDockWidget:
        """A part at the edge by its name."""
        return next(dock for dock in self.docks if dock.objectName() == name)

    def set_theme(self, look: Theme) -> None:
        """Draw law and glyphs in a theme's colours; the rest follows the style sheet."""
        self.navigator.set_theme(look)
        self.inspector.set_theme(look)
        self.suggestions.set_theme(look)
        self.palette_line.set_theme(look)
        self.pages.set_theme(look)

    # ---- what the desk says --------------------------------------------------------------------------------

    def _act_changed(self) -> None:
        self.navigator.eu.model.set_act(self.desk.nodes())
        self.navigator.eu.expand()
        self._show_grades()
        if self.desk.opened is not None and self.desk.act is None and self.desk.opened.dossier.works:
            self.navigator.show_laws()

    def _place_changed(self) -> None:
        article = self.desk.article
        self.navigator.eu.select(article.eid if article else "")
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
        self.navigator.show_dossier(self.desk.opened)
        if self.desk.opened is None:
            return
        dossier = self.desk.opened.dossier
        countries = {work.key: work.country for work in dossier.works if work.country != "eu"}
        order = [c for c in ("rs", "mk", "al") if c in countries.values()]
        order += sorted(set(countries.values()) - set(order))
        act = self.desk.act.work if self.desk.act else ""
        self.navigator.eu.model.set_correlations(dossier.correlations, act, countries, order)
        self.navigator.eu.set_countries(order)

    # ---- what the window says and remembers ----------------------------------------------------------------

    def say(self, words: str) -> None:
        """One calm sentence in the status bar."""
        self.notice.setText(words)

    def failed(self, sentence: str, details: str) -> None:
        """Say that something could not be done; of a bug the details can be opened."""
        self.say(sentence)
        if details:
            box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Something went wrong"), sentence, parent=self)
            box.setDetailedText(details)
            box.open()

    def remember(self, **changed: str) -> None:
        """Keep settings for the next start."""
        self.settings = replace(settings.load(), **changed)
        settings.save(self.settings)

    # ---- what Qt says --------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep()
        state = self.saveState() if self._is_at_work else self._arrangement
        self.remember(
            geometry=bytes(self.saveGeometry().toHex().data()).decode(), docks=bytes(state.toHex().data()).decode()
        )
        self.desk.close()
        super().closeEvent(event)
