"""The EU text: the article in hand in the language and at the stage that a person picked, and the recitals that
explain it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tomas_desktop.errors import TomasError
from tomas_desktop.model.canonical import Line, lines
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import dossiers, eu_texts
from tomas_desktop.services.eu_texts import ProvisionText
from tomas_desktop.ui import names, tasks
from tomas_desktop.ui.cited import CitedLinks
from tomas_desktop.ui.desk import Desk
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.law_page import LawPage
from tomas_desktop.ui.views.recital_list import RecitalList
from tomas_desktop.ui.views.sheet import SheetFrame
from tomas_desktop.ui.views.text_picker import WORKING, TextPicker, newer_stages


class EuPane(QWidget):
    """Shows the desk's EU article. `link_followed` carries the target of a citation."""

    link_followed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, is_second: bool = False) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_second = is_second  # it begins with another text than the first sheet shows
        self._chosen = ""
        self._wanted: object = None
        self.page = LawPage(self.tr("EU article"))
        self.sheet = SheetFrame(self.page)
        self.picker = TextPicker()
        self.picker.picked.connect(self.choose)
        self.sheet.corner.addWidget(self.picker)
        self.recitals = RecitalList(desk)
        self.sheet.add_below_page(self.recitals)
        self._links = CitedLinks(desk, self.page)
        self.page.asked.connect(self.link_followed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sheet)
        desk.act_changed.connect(self._forget)
        desk.place_changed.connect(self.show_place)

    def set_theme(self, theme: Theme) -> None:
        self.page.set_colours(theme.marks)
        self.recitals.set_theme(theme)

    def choose(self, text: str) -> None:
        """Show another text of the act: the id of an expression, or `working:` and a language."""
        self._chosen = text
        self.show_place()

    def _forget(self) -> None:
        self._chosen = ""

    def show_place(self) -> None:
        """Show the article in hand."""
        opened, act, article = self._desk.opened, self._desk.act, self._desk.article
        self._wanted = None
        if opened is None or act is None or article is None:
            self.picker.hide()
            self.recitals.hide()
            self.sheet.set_head(self.tr("EU act"), "")
            self.sheet.show_empty(self.tr("No EU act yet. Import one with Ctrl+I."))
            return
        if not self._chosen:
            others = [one.id for one in opened.dossier.expressions(act.work) if one.id != act.id]
            self._chosen = others[0] if self._is_second and others else act.id
            if self._is_second and not others and not opened.dossier.translations(act.work):
                self._chosen = ""
                self.picker.hide()
                self.sheet.set_head(self.tr("EU act"), "")
                self.sheet.show_empty(self.tr("Another language or stage of the act stands here once it is imported."))
                return
        self.picker.show_texts(opened, act.work, self._chosen)
        ref = Ref(act.work, article.eid)
        if self._chosen == act.id:
            self._show(tuple(lines((article,))), act.stage, act.language, f"{article.num}  {article.heading}".strip())
            self._links.show(ref, act.id)
        else:
            self._show_other(ref)
        if self._is_second:
            self.recitals.hide()
        else:
            self.recitals.show_for(ref, self._chosen if not self._chosen.startswith(WORKING) else act.id)

    def _show_other(self, ref: Ref) -> None:
        """Find the article in another text of the act, in the background, and show it."""
        assert self._desk.opened is not None
        path, chosen = self._desk.opened.path, self._chosen
        asked = self._wanted = (str(path), str(ref), chosen)

        def work() -> Sequence[ProvisionText]:
            try:
                with dossiers.opened(path) as it:
                    return eu_texts.texts_of(it, ref)
            except TomasError:
                return ()

        def found(texts: Sequence[ProvisionText]) -> None:
            if asked != self._wanted:
                return
            one = next((text for text in texts if chosen in (text.expression, f"{WORKING}{text.language}")), None)
            article = self._desk.article
            if one is None or article is None:
                self.sheet.set_head(self.tr("EU act"), article.num if article else "")
                self.sheet.show_empty(self.tr("This text of the act has no such provision."))
                return
            title = " ".join(line.text for line in one.lines if line.eid == ref.eid and line.kind != "text")
            self._show(one.lines, one.stage, one.language, title or article.num, is_working=bool(one.working))

        tasks.run(work, found, lambda _sentence, _details: None, self)

    def _show(
        self, printed: Sequence[Line], stage: str, language: str, title: str, *, is_working: bool = False
    ) -> None:
        act, article, opened = self._desk.act, self._desk.article, self._desk.opened
        if act is None or article is None or opened is None:
            return
        said = [self.tr("EU act"), self.tr("working translation") if is_working else names.of_stage(stage), language]
        newer = newer_stages(opened, act.work, stage)
        if newer:
            said.append(self.tr("%n newer stages", "", newer))
        self.sheet.set_head(" · ".join(said), title)
        self.page.show_lines(line for line in printed if line.kind == "text" or line.eid != article.eid)
        self.sheet.show_page()
