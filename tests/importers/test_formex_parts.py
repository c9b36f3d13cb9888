"""A publication in several files: the manifest brings its parts, a zip file all of them, in order."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.importers.readings import EU, codes, unaccounted
from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import base

ISSUE = "<COLL>L</COLL><NO.OJ>7</NO.OJ>{year}<LG.OJ>EN</LG.OJ>"
DATED = ISSUE.format(year='<DATE ISO="20300101">20300101</DATE>')
MANIFEST = f"""<DOC><BIB.DOC/><PUBLICATION.REF>{DATED}</PUBLICATION.REF><FMX>
    <DOC.MAIN.PUB NO.SEQ="0001"><REF.PHYS FILE="a.xml"/></DOC.MAIN.PUB>
    <DOC.SUB.PUB NO.SEQ="0001.0001"><REF.PHYS FILE="b.xml"/></DOC.SUB.PUB></FMX></DOC>"""


def about(sequence: str) -> str:
    issue = ISSUE.format(year="<YEAR>2030</YEAR>")
    return f"<BIB.INSTANCE><DOCUMENT.REF>{issue}</DOCUMENT.REF><NO.SEQ>{sequence}</NO.SEQ></BIB.INSTANCE>"


ACT = f"""<ACT>{about("0001")}<TITLE><TI><P>Regulation on bees</P></TI></TITLE><ENACTING.TERMS><ARTICLE>
    <TI.ART>Article 1</TI.ART><ALINEA>Bees fly.</ALINEA></ARTICLE></ENACTING.TERMS></ACT>"""
ANNEX = (
    f"""<ANNEX>{about("0001.0001")}<TITLE><TI><P>ANNEX</P></TI></TITLE><CONTENTS><P>A form.</P></CONTENTS></ANNEX>"""
)


def saved(folder: Path, **files: str) -> Path:
    for name, content in files.items():
        (folder / f"{name}.xml").write_text(content, encoding="utf-8")
    return folder / "manifest.xml"


def zipped(path: Path, **files: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"delivery/{name}.xml", content)
    return path


def units(path: Path) -> list[str]:
    reading = base.read(path, EU)
    assert unaccounted(reading) == 0
    return [node.unit for node in reading.nodes]


def test_a_manifest_brings_the_parts_that_lie_beside_it(tmp_path):
    assert units(saved(tmp_path, manifest=MANIFEST, a=ACT, b=ANNEX)) == ["preface", "article", "annex"]


def test_parts_that_were_given_other_names_are_known_by_what_they_say_of_themselves(tmp_path):
    path = saved(
        tmp_path, manifest=MANIFEST, regulation=ACT, another=ANNEX, stranger=ACT.replace("<NO.OJ>7", "<NO.OJ>8")
    )
    assert units(path) == ["preface", "article", "annex"]


def test_a_missing_or_broken_part_is_told(tmp_path):
    path = saved(tmp_path, manifest=MANIFEST, a=ACT, b="<ANNEX><TITLE>")
    assert codes(base.read(path, EU)) == ["formex-part-missing"]


def test_a_manifest_alone_is_refused(tmp_path):
    with pytest.raises(UnreadableError) as refused:
        base.read(saved(tmp_path, manifest=MANIFEST), EU)
    assert refused.value.code == "formex-parts-missing"


def test_a_manifest_reaches_no_other_folder(tmp_path):
    (tmp_path / "inner").mkdir()
    saved(tmp_path, a=ACT)
    path = saved(tmp_path / "inner", manifest=MANIFEST.replace("a.xml", "../a.xml"), b=ANNEX)
    assert units(path) == ["annex"]


@pytest.mark.parametrize("files", [{"b": ANNEX, "a": ACT, "m": MANIFEST}, {"z": ACT, "b": ANNEX}])
def test_a_zip_file_brings_all_its_documents_in_order(tmp_path, files):
    reading = base.read(zipped(tmp_path / "act.zip", **files), EU)
    assert reading.format == "formex"
    assert [node.unit for node in reading.nodes] == ["preface", "article", "annex"]
    assert unaccounted(reading) == 0


def test_a_zip_bomb_and_a_broken_part_are_refused(tmp_path):
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", ACT)
        archive.writestr("b.xml", ANNEX + " " * 100_000_000)
    (tmp_path / "bomb.zip").write_bytes(bomb.getvalue())
    for path in (tmp_path / "bomb.zip", zipped(tmp_path / "broken.zip", a=ACT, b=ANNEX[:-9])):
        with pytest.raises(UnreadableError):
            base.read(path, EU)
