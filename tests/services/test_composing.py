"""A package before it is written: which documents, which proposals belong together, what a document looks like."""

from __future__ import annotations

from pathlib import Path

from tests.services.conftest import LAW, add
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import composing, correlating, drafting, previewing, submitting
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.submitting import Sender


def draft(dossier: OpenDossier, proposal: str, work: str) -> None:
    basis = Ref("eu", "art_1")
    drafting.propose(dossier, proposal, Ref(work, "art_1__para_3"), text="Žalba je dozvoljena.", basis=basis)


def test_what_is_composed_is_what_is_exported(dossier: OpenDossier, tmp_path: Path) -> None:
    draft(dossier, "p", "law")
    papers = composing.gather(dossier, ["p"], "rs")
    written = submitting.export(dossier, ["p"], "rs", tmp_path / "out").files
    listed = composing.documents(papers)
    assert [(one.role, one.name) for one in listed] == [(role, path.name) for role, path in written]
    act = composing.compose(papers, "law-act.docx")
    assert act is not None
    assert act.listed.title == "Nacrt zakona"
    assert composing.compose(papers, "none.docx") is None


def test_a_combined_package_is_one_document(dossier: OpenDossier) -> None:
    draft(dossier, "p", "law")
    papers = composing.gather(dossier, ["p"], "rs")
    (whole,) = composing.documents(papers, ("act", "cover"), combined=True)
    assert (whole.role, whole.name) == ("package", "law-package.docx")
    made = composing.compose(papers, whole.name, roles=("act", "cover"))
    assert made is not None
    assert made.content.startswith(b"PK")


def test_a_preview_has_the_words_on_the_forms_paper(dossier: OpenDossier) -> None:
    draft(dossier, "p", "law")
    sender = Sender(recipient="Ministarstvu", author="Ana Anić")
    papers = composing.from_sender(composing.gather(dossier, ["p"], "rs"), sender)
    letter = previewing.preview(papers, "law-cover.docx", "Cyrl")
    table = previewing.preview(papers, "law-concordance.docx")
    assert letter is not None
    assert table is not None
    assert "Поштовани" in letter.sections[0].html
    assert "Ana Anić" in letter.sections[0].html
    assert letter.sections[0].size == (210.0, 297.0)
    assert table.sections[0].size == (297.0, 210.0)
    assert previewing.NUMBER in table.sections[0].footer
    assert "<thead" in table.sections[0].html
    assert previewing.preview(papers, "none.docx") is None


def test_proposals_that_answer_the_same_eu_act_belong_together(dossier: OpenDossier, tmp_path: Path) -> None:
    for key in ("second", "third", "fourth"):
        add(dossier, tmp_path, key, LAW, "rs", "sr-Latn")
    draft(dossier, "p", "law")
    draft(dossier, "q", "second")
    draft(dossier, "q-otherwise", "second")  # of two drafts of one law the first
    drafting.propose(dossier, "r", Ref("third", "art_2"), delete=True)  # answers nothing
    drafting.propose(dossier, "s", Ref("fourth", "art_2"), delete=True)
    correlating.link(dossier, Ref("eu", "art_2"), Ref("fourth", "art_2"))
    assert composing.belonging(dossier.dossier, "p") == ("p", "q", "s")
    assert composing.belonging(dossier.dossier, "q-otherwise") == ("p", "q-otherwise", "s")
    assert composing.belonging(dossier.dossier, "r") == ("r",)
    assert composing.belonging(dossier.dossier, "none") == ()
