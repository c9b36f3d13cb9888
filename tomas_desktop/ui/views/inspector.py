"""The inspector: what is known of the pair in hand beside its texts, in sections that fold.

What takes work (checks, sentences, terms, the past) is worked out in the background, after a rest, and only for
sections that are open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import checking, finding_words, past, sentence_level, terms
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.text.stems import rules_of
from tomas_desktop.ui.actions import spoken
from tomas_desktop.ui.desk import Desk
from tomas_desktop.ui.i18n import later
from tomas_desktop.ui.theme import Theme
from tomas_desktop.ui.views.inspector_change import ChangeFields
from tomas_desktop.ui.views.inspector_comments import Comments
from tomas_desktop.ui.views.inspector_correlation import CorrelationFields
from tomas_desktop.ui.views.inspector_notes import Note, Notes
from tomas_desktop.ui.views.inspector_section import Section
from tomas_desktop.ui.views.proposal_pane import ProposalPane

_REST_MS = 250
_SEVERITIES = {"error": "✕", "warning": "▲", "info": "·"}
_ORDER = ("deprecated", "preferred", "variant", "absent", "no-term")
_USES = {"preferred": "●", "variant": "◐", "deprecated": "▲", "absent": "○", "no-term": "–"}

# What the steps of the history are called here; another one is called a change.
_STEPS = {
    "propose": later("wording"), "type": later("wording"),
    "justify": later("justification"), "link": later("link"), "unlink": later("unlinked"),
    "comment": later("comment"), "agree": later("agreed"), "agree-withdraw": later("agreement withdrawn"),
    "relink": later("link moved"), "split": later("link split"), "merge": later("links merged"),
    "confirm": later("link confirmed"),
    "reject": later("suggestion rejected"), "apply-act": later("amending act applied"), "rebase": later("carried over"),
    "renew": later("newer text"),
}  # fmt: skip


class Inspector(QScrollArea):
    """`went` carries the reference that a person wants to see, `failed` one sentence."""

    went = Signal(str)
    failed = Signal(str)

    def __init__(self, desk: Desk, look: Theme, parent: QWidget | None = None) -> None:  # noqa: ARG002
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(230)
        self._desk = desk
        self.correlation = CorrelationFields(desk)
        self.comments = Comments(desk)
        self.checks = Notes(desk, self.tr("No remarks."))
        self.sentences = Notes(desk, self.tr("Every sentence has a counterpart."))
        self.terms = Notes(desk, self.tr("No terms of the glossary."))
        self.past = Notes(desk, self.tr("Nothing was changed here yet."))
        self.change = ChangeFields(desk)
        self._why = QWidget()
        holder = QVBoxLayout(self._why)
        holder.setContentsMargins(0, 0, 0, 0)
        self.sections = {
            "correlation": Section(self.tr("Correlation"), self.correlation),
            "change": Section(self.tr("Change at the caret"), self.change),
            "justification": Section(self.tr("Justification of the article"), self._why),
            "checks": Section(self.tr("Checks"), self.checks),
            "sentences": Section(self.tr("Sentences"), self.sentences, is_open=False),
            "terms": Section(self.tr("Terms"), self.terms, is_open=False),
            "comments": Section(self.tr("Comments"), self.comments),
            "history": Section(self.tr("History"), self.past, is_open=False),
        }
        paper = QWidget()
        paper.setObjectName("inspector")
        column = QVBoxLayout(paper)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(12)
        for section in self.sections.values():
            column.addWidget(section)
        column.addStretch(1)
        self.setWidget(paper)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._work_out)
        for name, notes in (
            ("checks", self.checks), ("sentences", self.sentences), ("terms", self.terms), ("history", self.past),
        ):  # fmt: skip
            notes.counted.connect(self.sections[name].set_count if name != "history" else lambda _count: None)
            notes.went.connect(self.went)
            self.sections[name].unfolded.connect(self._rest.start)
        self.comments.counted.connect(self.sections["comments"].set_count)
        for part in (self.comments, self.correlation):
            part.failed.connect(self.failed)
        desk.answer_changed.connect(self.show_answer)
        desk.content_changed.connect(self.show_answer)

    def take_proposal(self, pane: ProposalPane) -> None:
        """The justification of a draft and of its changes is typed here; the proposal pane keeps it."""
        layout = self._why.layout()
        assert layout is not None
        layout.addWidget(pane.justification)
        self.change.take(pane)
        self.change.left.connect(pane.editor.setFocus)

    def show_field(self, section: str, field: QWidget) -> None:
        """Open a section, bring a field of it into sight and give it the keyboard."""
        self.sections[section].open()
        field.setFocus()
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.sections[section], 0, 0))

    def set_theme(self, look: Theme) -> None:
        """The style sheet colours all there is."""

    def show_answer(self) -> None:
        """Show what is said of the pair in hand."""
        self.correlation.show_answer()
        self.comments.show_answer()
        self._rest.start()

    def keep(self) -> None:
        """Keep what was typed and is still waiting for a rest."""
        self.correlation.keep()
        self.change.keep()

    def _work_out(self) -> None:
        desk = self._desk
        eu, answer, key = desk.place, desk.answer, desk.proposal_key()
        if desk.opened is None or (eu or answer) is None or not self.isVisible():
            return
        place = (str(eu), str(answer.ref) if answer else "", len(desk.opened.history()))
        open_ = {name for name, section in self.sections.items() if section.is_open}
        if "checks" in open_ and eu is not None:
            about = (eu, answer.ref) if answer and answer.correlations else eu
            self.checks.ask(place, lambda it: _checked(it, about, key))
        if "sentences" in open_ and answer is not None and answer.correlations:
            first = answer.correlations[0]
            self.sentences.ask(place, lambda it: _unanswered(it, first.eu, first.national))
        if "terms" in open_ and eu is not None:
            self.terms.ask(place, lambda it: _spoken(it, eu, answer.ref if answer else None))
        if "history" in open_ and answer is not None:
            called = {label: spoken(name) for label, name in _STEPS.items()}
            change, undone = self.tr("change"), self.tr("taken back")
            self.past.ask(place, lambda it: _done(it, answer.ref, called, change, undone))


def _unanswered(opened: OpenDossier, eu: Ref, national: Ref) -> Sequence[Note]:
    if not national.eid:
        return ()
    found = sentence_level.of_pair(opened, eu, national)
    return [Note("○", each.text, f"{eu.work}#{each.eid}") for each in found.unanswered]


def _done(opened: OpenDossier, ref: Ref, called: Mapping[str, str], change: str, undone: str) -> Sequence[Note]:
    out = []
    for step in past.of_provision(opened, ref):
        who = " · ".join(part for part in (step.at[:16].replace("T", " "), step.author) if part)
        what = called.get(step.label, change) + (f" ({undone})" if step.is_undo else "")
        out.append(Note("", f"{who} · {what}".strip(" ·")))
    return out


def _checked(opened: OpenDossier, about: Ref | tuple[Ref, Ref], proposal: str | None) -> Sequence[Note]:
    out = []
    for finding in checking.check_one(opened, about, proposal):
        values = dict(finding.values)
        target = values.get("reference") or values.get("national", "")
        known = "#" in target and opened.dossier.work(target.partition("#")[0]) is not None
        words = finding_words.sentence(opened, finding)
        out.append(Note(_SEVERITIES[finding.severity], words, target if known else ""))
    return out


def _spoken(opened: OpenDossier, eu: Ref, national: Ref | None) -> Sequence[Note]:
    """The terms of the EU provision with what the law beside it should call them, and what it does; what should not be
    written any more comes first, what does not stand there last."""
    out: dict[str, tuple[int, Note]] = {}
    for used in terms.of_provision(opened, eu):
        english = used.concept.preferred("en")
        mine = [each for each in used.usage if national is not None and each.national.work == national.work]
        if used.is_general or not english or not mine:
            continue
        best = min(mine, key=lambda each: _ORDER.index(each.use))
        said = f" ({', '.join(best.words)})" if best.words and best.use in ("variant", "deprecated") else ""
        term = used.concept.preferred(rules_of(best.language))
        out.setdefault(
            english, (_ORDER.index(best.use), Note(_USES[best.use], f"{english}: {term}{said}".rstrip(": ")))
        )
    return [note for _, note in sorted(out.values(), key=lambda each: each[0])]
