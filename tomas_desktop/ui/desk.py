"""What lies on the desk: the open dossier, the EU article in hand, the national provision beside it, the draft.

The panes show it and nothing else; every change of place or content is one signal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from tomas_desktop.amend.revisions import Stretch
from tomas_desktop.model.change import Step
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision, article_of, walk
from tomas_desktop.model.work import Expression, Work
from tomas_desktop.services import clauses, clock, correlating, dossiers, drafting, justifying
from tomas_desktop.services.clauses import Situation
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.drafting import Draft


@dataclass(frozen=True)
class Answer:
    """A national article that answers the EU article in hand, with the correlations that say so; none of one that is
    only looked at beside it, of which `suggested` tells what is suggested and waits for a person."""

    ref: Ref
    article: Provision
    correlations: tuple[Correlation, ...]
    suggested: tuple[Correlation, ...] = ()


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
        self._act_key = ""
        self._answer = 0
        self._proposals: dict[str, str] = {}
        self._answered: tuple[tuple[object, ...], tuple[Answer, ...]] = ((None,), ())
        self._beside: Ref | None = None  # an article that is looked at, though nothing links it here

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
        self._act_key, self._answer, self._proposals = "", 0, {}

    def refresh_act(self) -> None:
        """Look again which EU act there is (after an import)."""
        place = self.article.eid if self.article else ""
        self._choose_act(place, self._beside)

    def choose_act(self, work: str, place: str = "") -> None:
        """Take another EU act in hand."""
        self._act_key = work
        self._choose_act(place)

    def _choose_act(self, place: str = "", beside: Ref | None = None) -> None:
        assert self.opened is not None
        keys = [work.key for work in self.opened.dossier.works if work.country == "eu"]
        key = self._act_key if self._act_key in keys else keys[0] if keys else None
        self.act = self.opened.expression(key) if key else None
        articles = self.articles()
        self.article = next((a for a in articles if a.eid == place), articles[0] if articles else None)
        self._answer, self._beside = 0, beside
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

    @property
    def place(self) -> Ref | None:
        """The EU article in hand."""
        return Ref(self.act.work, self.article.eid) if self.act and self.article else None

    def go(self, eid: str) -> None:
        """Take another EU article in hand."""
        if self.article is not None and self.article.eid == eid:
            return
        article = next((a for a in self.articles() if a.eid == eid), None)
        if article is not None:
            self.article = article
            self._answer, self._beside = 0, None
            self.place_changed.emit()
            self.answer_changed.emit()

    def go_to(self, eu: Ref) -> None:
        """Take an article of an EU act in hand, of another act too when the dossier has several."""
        if self.act is None or self.act.work != eu.work:
            self.choose_act(eu.work, eu.eid)
        else:
            self.go(eu.eid)

    def step(self, by: int) -> None:
        """Go to the next or the previous EU article."""
        articles = self.articles()
        at = next((i for i, a in enumerate(articles) if self.article is not None and a.eid == self.article.eid), -1)
        if 0 <= at + by < len(articles):
            self.go(articles[at + by].eid)

    # ---- what answers it -----------------------------------------------------------------------------------

    def answers(self) -> tuple[Answer, ...]:
        """The national articles linked with the EU article in hand, in the order they were linked; behind them the one
        that is looked at without a link: the only one as long as there is no EU act."""
        if self.opened is None:
            return ()
        # Asked for by every sheet; a dossier is a value, so the same one gives the same answers.
        eu = self.place
        asked = (self.opened.dossier, self.act.tree if self.act else "", eu, self._beside)
        before, found = self._answered
        if asked[0] is not before[0] or asked[1:] != before[1:]:
            found = self._found_answers(self.opened, eu)
            self._answered = asked, found
        return found

    def _found_answers(self, opened: OpenDossier, eu: Ref | None) -> tuple[Answer, ...]:
        groups: dict[Ref, list[Correlation]] = {}
        articles: dict[Ref, Provision] = {}
        suggested = []
        for correlation in correlating.of_eu_provision(opened, eu) if eu else ():
            found = self._national_article(correlation.national)
            if found is not None and correlation.is_standing:
                ref = Ref(correlation.national.work, found.eid)
                articles[ref] = found
                groups.setdefault(ref, []).append(correlation)
            elif found is not None and Ref(correlation.national.work, found.eid) == self._beside:
                suggested.append(correlation)
        answers = [Answer(ref, articles[ref], tuple(group)) for ref, group in groups.items()]
        if self._beside is not None and self._beside not in groups:
            found = self._national_article(self._beside)
            if found is not None:
                answers.append(Answer(self._beside, found, (), tuple(suggested)))
        return tuple(answers)

    def suggested(self) -> tuple[Correlation, ...]:
        """What is suggested for the EU article in hand and waits for a person."""
        if self.opened is None or self.place is None:
            return ()
        known = correlating.of_eu_provision(self.opened, self.place)
        return tuple(each for each in known if each.status == "suggested")

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
        """Show a national provision: here if it is among the answers, else beside the first EU article that is linked
        with it, else beside the one in hand, or alone where there is no EU act yet."""
        if self.opened is None:
            return
        found = self._national_article(national)
        article = found.eid if found else national.eid.partition("__")[0]
        linked = [
            c.eu.eid.partition("__")[0]
            for c in (correlating.standing_of(self.opened.dossier, self.act.work) if self.act else ())
            if c.national.work == national.work and c.national.eid.partition("__")[0] == article
        ]
        if linked and (self.article is None or self.article.eid not in linked):
            self.go(linked[0])
        self._look_at(Ref(national.work, article), lay_beside=not linked and found is not None)

    def look_at(self, national: Ref) -> None:
        """Show a national provision beside the EU article in hand, whatever is linked with it."""
        found = self._national_article(national) if self.opened else None
        if found is not None:
            self._look_at(Ref(national.work, found.eid), lay_beside=True)

    def _look_at(self, article: Ref, *, lay_beside: bool) -> None:
        before = self.answer.ref if self.answer else None
        if lay_beside:
            self._beside = article
        refs = [answer.ref for answer in self.answers()]
        if article in refs:
            self._answer = refs.index(article)
            if before != article:
                self.answer_changed.emit()

    def link(self, national: Ref) -> None:
        """Link the EU article in hand with a national provision and show it."""
        if self.opened is None or self.place is None:
            return
        correlating.link(self.opened, self.place, national, author=self.author)
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
        return self._proposal_of(law.key)

    def _proposal_of(self, work: str) -> str | None:
        assert self.opened is not None
        keys = [proposal.key for proposal in drafting.proposals_of(self.opened, work)]
        return self._proposals[work] if self._proposals.get(work) in keys else keys[0] if keys else None

    def choose_proposal(self, key: str) -> None:
        """Work on a proposal, where a law has several too, and show the first provision that it changes."""
        if self.opened is None:
            return
        proposal = self.opened.proposal(key)
        self._proposals[proposal.work] = key
        changed = self.opened.dossier.modifications(key)
        shown = self.answer.ref if self.answer else None
        if changed:
            self.show(Ref(proposal.work, changed[0].target))
        if shown == (self.answer.ref if self.answer else None):
            self.answer_changed.emit()

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
        key = self._proposal_of(ref.work) or f"{ref.work}-proposal"
        return drafting.reword_article(self.opened, key, ref.work, ref.eid, lines, self.author)

    def justify(self, ref: Ref, text: str) -> None:
        """Keep the justification of a national article's changes."""
        if self.opened is None:
            return
        key = self._proposal_of(ref.work)
        if key and justifying.justification(self.opened, key, ref.eid) != text:
            justifying.justify(self.opened, key, ref.eid, text, self.author)

    def justify_change(self, ref: Ref, change: Stretch, text: str, basis: str) -> None:
        """Keep why one change of a national article is made, and which EU provision it answers."""
        key = self._proposal_of(ref.work) if self.opened is not None else None
        if self.opened is not None and key:
            justifying.justify_change(self.opened, key, ref.eid, change, text, basis, self.author)

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
