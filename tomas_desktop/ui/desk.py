"""What lies on the desk: the open dossier, the EU article in hand, the national provision beside it, the draft.

The panes show it and nothing else; every change of place or content is one signal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from tomas_desktop.model.change import Step
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision, article_of, walk
from tomas_desktop.model.work import Expression, Work
from tomas_desktop.services import clauses, clock, correlating, dossiers, drafting
from tomas_desktop.services.clauses import Situation
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.drafting import Draft


@dataclass(frozen=True)
class Answer:
    """A national article that answers the EU article in hand, with the correlations that say so."""

    ref: Ref
    article: Provision
    correlations: tuple[Correlation, ...]


class Desk(QObject):
    """`act_changed`: another dossier or EU act. `place_changed`: another EU article. `answer_changed`: another
    national provision. `content_changed`: something in the dossier changed."""

    act_changed = Signal()
    place_changed = Signal()
    answer_changed = Signal()
    content_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.opened: OpenDossier | None = None
        self.act: Expression | None = None
        self.article: Provision | None = None
        self.author = ""
        self._answer = 0
        self._kept: Ref | None = None

    # ---- the dossier ---------------------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Open a dossier in the place of the one that is open; raises TomasError and leaves that one."""
        opened = dossiers.open_file(path)
        self.close()
        self.opened = opened
        opened.session.on_change(self._changed)
        self._choose_act()

    def close(self) -> None:
        """Put the dossier away."""
        if self.opened is not None:
            self.opened.close()
        self.opened = self.act = self.article = None
        self._answer, self._kept = 0, None

    def refresh_act(self) -> None:
        """Look again which EU act there is (after an import)."""
        place = self.article.eid if self.article else ""
        self._choose_act(place)

    def _choose_act(self, place: str = "") -> None:
        assert self.opened is not None
        eu = next((work for work in self.opened.dossier.works if work.country == "eu"), None)
        self.act = self.opened.expression(eu.key) if eu else None
        articles = self.articles()
        self.article = next((a for a in articles if a.eid == place), articles[0] if articles else None)
        self._answer = 0
        self.act_changed.emit()
        self.place_changed.emit()
        self.answer_changed.emit()

    def _changed(self, _step: Step) -> None:
        self.content_changed.emit()

    # ---- the EU act ----------------------------------------------------------------------------------------

    def nodes(self) -> tuple[Provision, ...]:
        """The provisions of the EU act."""
        return self.opened.nodes(self.act) if self.opened and self.act else ()

    def articles(self) -> tuple[Provision, ...]:
        """The articles of the EU act in order."""
        law = (node for node in self.nodes() if node.unit != "leftover")
        return tuple(node for node in walk(law) if node.unit == "article")

    def go(self, eid: str) -> None:
        """Take another EU article in hand."""
        if self.article is not None and self.article.eid == eid:
            return
        article = next((a for a in self.articles() if a.eid == eid), None)
        if article is not None:
            self.article = article
            self._answer = 0
            self.place_changed.emit()
            self.answer_changed.emit()

    def step(self, by: int) -> None:
        """Go to the next or the previous EU article."""
        articles = self.articles()
        at = next((i for i, a in enumerate(articles) if self.article is not None and a.eid == self.article.eid), -1)
        if 0 <= at + by < len(articles):
            self.go(articles[at + by].eid)

    # ---- what answers it -----------------------------------------------------------------------------------

    def answers(self) -> tuple[Answer, ...]:
        """The national articles linked with the EU article in hand, in the order they were linked."""
        if self.opened is None or self.act is None or self.article is None:
            return ()
        groups: dict[Ref, list[Correlation]] = {}
        articles: dict[Ref, Provision] = {}
        for correlation in correlating.of_eu_provision(self.opened, Ref(self.act.work, self.article.eid)):
            found = self._national_article(correlation.national)
            if found is not None:
                ref = Ref(correlation.national.work, found.eid)
                articles[ref] = found
                groups.setdefault(ref, []).append(correlation)
        return tuple(Answer(ref, articles[ref], tuple(group)) for ref, group in groups.items())

    def _national_article(self, ref: Ref) -> Provision | None:
        assert self.opened is not None
        expressions = self.opened.dossier.expressions(ref.work)
        return article_of(self.opened.nodes(self.opened.expression(ref.work)), ref.eid) if expressions else None

    @property
    def answer(self) -> Answer | None:
        """The national article that is shown."""
        answers = self.answers()
        return answers[min(self._answer, len(answers) - 1)] if answers else None

    @property
    def answer_number(self) -> int:
        """Which of the answers is shown, from 0."""
        return min(self._answer, max(len(self.answers()) - 1, 0))

    def choose_answer(self, number: int) -> None:
        """Show another of the answers."""
        if number != self.answer_number and 0 <= number < len(self.answers()):
            self._answer = number
            self.answer_changed.emit()

    def show(self, national: Ref) -> None:
        """Go where a national provision is answered by: here if it is among the answers, else to the first EU
        article that is linked with it."""
        if self.opened is None or self.act is None:
            return
        article = national.eid.partition("__")[0]
        linked = [
            c.eu.eid.partition("__")[0]
            for c in self.opened.dossier.correlations
            if c.eu.work == self.act.work
            and c.national.work == national.work
            and c.national.eid.partition("__")[0] == article
        ]
        if linked and (self.article is None or self.article.eid not in linked):
            self.go(linked[0])
        refs = [answer.ref for answer in self.answers()]
        if Ref(national.work, article) in refs:
            self.choose_answer(refs.index(Ref(national.work, article)))

    def link(self, national: Ref) -> None:
        """Link the EU article in hand with a national provision and show it."""
        if self.opened is None or self.act is None or self.article is None:
            return
        correlating.link(self.opened, Ref(self.act.work, self.article.eid), national, author=self.author)
        article = self._national_article(national)
        refs = [answer.ref for answer in self.answers()]
        if article is not None and Ref(national.work, article.eid) in refs:
            self._answer = refs.index(Ref(national.work, article.eid))
        self.answer_changed.emit()

    # ---- the draft -----------------------------------------------------------------------------------------

    def law(self) -> Work | None:
        """The national law that is shown."""
        answer = self.answer
        return self.opened.work(answer.ref.work) if self.opened and answer else None

    def proposal_key(self) -> str | None:
        """The proposal that is drafted for the law that is shown; None when there is none yet."""
        law = self.law()
        if self.opened is None or law is None:
            return None
        proposals = drafting.proposals_of(self.opened, law.key)
        return proposals[0].key if proposals else None

    def draft(self) -> Draft | None:
        """The article that is shown, in force and as proposed."""
        answer = self.answer
        if self.opened is None or answer is None:
            return None
        return drafting.article_draft(self.opened, answer.ref.work, answer.ref.eid, self.proposal_key())

    def type(self, ref: Ref, lines: Sequence[str]) -> Draft | None:
        """Keep what was typed for a national article; the proposal is made when there is none."""
        if self.opened is None:
            return None
        proposals = drafting.proposals_of(self.opened, ref.work)
        key = proposals[0].key if proposals else f"{ref.work}-proposal"
        return drafting.reword_article(self.opened, key, ref.work, ref.eid, lines, self.author)

    def justify(self, ref: Ref, text: str) -> None:
        """Keep the justification of a national article's changes."""
        if self.opened is None:
            return
        proposals = drafting.proposals_of(self.opened, ref.work)
        if proposals and drafting.justification(self.opened, proposals[0].key, ref.eid) != text:
            drafting.justify(self.opened, proposals[0].key, ref.eid, text)

    def clause_situation(self) -> Situation | None:
        """What the amending clauses of the article that is shown depend on; None where nothing is drafted."""
        answer, key = self.answer, self.proposal_key()
        if self.opened is None or answer is None or key is None:
            return None
        return clauses.situation(self.opened, key, answer.ref.eid)

    def undo(self) -> Step | None:
        """Take back the last step."""
        return self.opened.session.undo(clock.now()) if self.opened else None

    def redo(self) -> Step | None:
        """Bring back the last step that was taken back."""
        return self.opened.session.redo(clock.now()) if self.opened else None
