"""The main job on real texts: CSAR beside the Serbian Criminal Code, Article 185 changed, a Word file out.

A second word processor is asked what it sees: all accepted is the proposed law, all rejected the law in force.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

import pytest

from tomas_desktop.model.canonical import lines
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision
from tomas_desktop.services import correlating, drafting, importing, submitting
from tomas_desktop.services.dossiers import OpenDossier, opened


@pytest.fixture(scope="module")
def main_job(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[OpenDossier, Path]]:
    folder = tmp_path_factory.mktemp("main-job")
    with opened(folder / "job.tomas", create=True) as dossier:
        for key, name, country, language in (
            ("csar", "eu-html/52022PC0209_CSAR_EN.html", "eu", "en"),
            ("rs-kz", "national-rs/rs_KZ_krivicni-zakonik.lat.txt", "rs", "sr-Latn"),
        ):
            file = shared / "data" / name
            reading = importing.preview(file, country, language)
            importing.store(dossier, reading, file, country=country, language=language, key=key)
        correlating.link(dossier, Ref("csar", "art_2"), Ref("rs-kz", "art_185"), grade="partial", reason="term")
        paragraph = dossier.provision(Ref("rs-kz", "art_185__para_2"))
        drafting.propose(
            dossier,
            "kz",
            Ref("rs-kz", "art_185__para_2"),
            text=paragraph.text.replace("maloletnika", "dete ili maloletnika").replace("pet godina", "osam godina")
            + "\nPokušaj dela iz stava 2. ovog člana je kažnjiv.",
            author="Ana Anić",
            justification="Dete nije bilo obuhvaćeno.",
            basis=Ref("csar", "art_2"),
        )
        yield dossier, folder


def printed(nodes: Sequence[Provision]) -> list[str]:
    return [line.text for line in lines(nodes) if line.kind != "block" and line.text]


def test_the_tracked_file_says_the_same_to_another_word_processor(
    main_job: tuple[OpenDossier, Path], docx_schema: ModuleType, word_oracle: ModuleType
) -> None:
    dossier, folder = main_job
    package = submitting.export(dossier, ["kz"], "rs", folder / "out")
    files = dict(package.files)
    for path in files.values():
        assert docx_schema.check(path) == []
    report = word_oracle.inspect([str(files["tracked"])])[0]
    assert report["ok"], report.get("error")
    proposal = dossier.proposal("kz")
    in_force = printed(dossier.nodes(dossier.proposal_expression(proposal)))
    proposed = printed(drafting.applied(dossier, proposal).nodes)
    for name, expected in (("accepted", proposed), ("rejected", in_force)):
        seen = [text for text in report[name] if text]
        assert seen[-len(expected) :] == expected
        assert len(seen) - len(expected) == 2  # the document's own title and the line under it
    assert report["left_after_accept"] == report["left_after_reject"] == 0
    assert report["changes"]
    assert all(change["author"] == "Ana Anić" and change["date"] for change in report["changes"])
