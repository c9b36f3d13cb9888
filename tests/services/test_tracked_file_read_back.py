"""The tracked Word file we hand in, read like any law: accepted it is the proposed law, rejected the law in force."""

from __future__ import annotations

from pathlib import Path

from tests.services.conftest import LAW, add
from tomas_desktop.importers import docx
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import drafting, submitting
from tomas_desktop.services.dossiers import opened


def test_the_tracked_file_is_both_laws(tmp_path: Path) -> None:
    serbia = packs.load("rs", "sr-Latn")
    with opened(tmp_path / "job.tomas", create=True) as dossier:
        add(dossier, tmp_path, "rs-zakon", LAW, "rs", "sr-Latn")
        for eid, text in (
            ("art_1__para_2__point_2", "drugi organ;\ntreći organ."),
            ("art_2__para_1", "Pružalac koji ne postupi kazniće se novčanom kaznom ili opomenom.\nPokušaj je kažnjiv."),
        ):
            drafting.propose(dossier, "predlog", Ref("rs-zakon", eid), text=text, author="Ana Anić")
        files = dict(submitting.export(dossier, ["predlog"], "rs", tmp_path / "out").files)
        proposal = dossier.proposal("predlog")
        laws = {
            "final": drafting.applied(dossier, proposal).nodes,
            "original": dossier.nodes(dossier.proposal_expression(proposal)),
        }
        for kept, law in laws.items():
            reading = docx.read(files["tracked"].read_bytes(), files["tracked"], serbia, kept)  # type: ignore[arg-type]
            assert canonical_text(n for n in reading.nodes if n.unit != "preface") == canonical_text(law)
