"""Writing a package in the background: document by document, with progress; stopped, it leaves nothing behind."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from tomas_desktop.model.finding import Finding
from tomas_desktop.services import composing, dossiers, previewing
from tomas_desktop.services.composing import Composed, Papers
from tomas_desktop.services.submitting import Script, Sender
from tomas_desktop.ui import printing
from tomas_desktop.ui.stopping import Stopping


@dataclass(frozen=True)
class Order:
    """What a person wants to have written: a form, the proposals that go in, the documents of it, where to; all in one
    Word file, and `also` as "pdf", or of `renditions.KINDS`."""

    form: str
    proposals: tuple[str, ...]
    roles: tuple[str, ...]
    script: Script | None
    folder: Path
    sender: Sender
    combined: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Written:
    """What lies in the folder now, and what a person should look at before it goes out."""

    folder: Path
    files: tuple[Path, ...]
    findings: tuple[Finding, ...] = ()


class PackageWriter(QObject):
    """`progressed` tells how many files are made, how many there will be, and which is being made now."""

    progressed = Signal(int, int, str)

    def __init__(
        self, dossier: Path, order: Order, papers: Papers | None = None, parent: QObject | None = None
    ) -> None:
        """`papers` are those of this order, if they were gathered already."""
        super().__init__(parent)
        self._dossier, self._order, self._papers = dossier, order, papers
        self._stopping = Stopping()

    def stop(self) -> bool:
        """Write nothing; False when it is too late: the files are being put into the folder."""
        return self._stopping.ask()

    def _stopped(self) -> bool:
        return self._stopping.is_asked

    def run(self) -> Written | None:
        """For a worker: compose everything, then write it; None when it was stopped. The dossier is read through a
        connection of its own. Raises TomasError."""
        try:
            contents, findings = self._made()
        except printing.StoppedError:
            return None
        if not self._stopping.may_keep():
            return None
        return Written(self._order.folder, composing.write(contents, self._order.folder), findings)

    def _made(self) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
        order = self._order
        papers = self._papers
        if papers is None:
            with dossiers.opened(self._dossier) as opened:
                papers = composing.gather(opened, order.proposals, order.form)
        papers = composing.from_sender(papers, order.sender)
        listed = composing.documents(papers, order.roles, order.combined)
        is_pdf, others = "pdf" in order.also, [kind for kind in order.also if kind != "pdf"]
        steps = len(listed) * (2 if is_pdf else 1) + bool(others)
        contents: dict[str, bytes] = {}
        documents: list[Composed] = []
        findings = list(composing.remarks(papers, order.roles, order.script))
        for each in listed:
            self._tell(len(contents), steps, each.title or each.name)
            composed = composing.compose(papers, each.name, order.script, order.roles)
            if composed is None:
                continue
            documents.append(composed)
            contents[each.name] = composed.content
            findings.extend(composed.findings)
            if is_pdf:
                name = f"{Path(each.name).stem}.pdf"
                self._tell(len(contents), steps, name)
                pages = printing.lay_out(previewing.of_word_file(composed.content), self._stopped)
                contents[name] = printing.pdf(pages, self._stopped)
        if others:
            self._tell(len(contents), steps, ", ".join(kind.upper() for kind in others))
            with dossiers.opened(self._dossier) as opened:
                contents |= composing.beside(opened, papers, documents, others, order.roles, order.script)
        self._tell(steps, steps, "")
        return contents, tuple(dict.fromkeys(findings))

    def _tell(self, made: int, steps: int, name: str) -> None:
        if self._stopped():
            raise printing.StoppedError
        self.progressed.emit(made, steps, name)
