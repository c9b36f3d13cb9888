"""Export: the Criminal Code as a Word file with tracked changes, one article of it amended."""

from __future__ import annotations

import io
import tempfile
import zipfile
import zlib
from pathlib import Path

import docx

from benchmarks.importing import places
from benchmarks.row import Row, milliseconds
from tomas_desktop.model.canonical import lines
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import dossiers, drafting, importing, submitting

NAME = "export"


def measure() -> list[Row]:
    """Ours; beside it python-docx writing the same paragraphs as plain text, without a single change in them."""
    country, language, file = places()[-1]
    with tempfile.TemporaryDirectory() as folder, dossiers.opened(Path(folder) / "b.tomas", create=True) as opened:
        reading = importing.preview(file, country, language)
        importing.store(opened, reading, file, country=country, language=language, key="kz")
        drafting.propose(opened, "bench", Ref("kz", "art_185__para_2"), text="One new wording.", author="Bench")
        out = Path(folder) / "out"

        def ours() -> None:
            submitting.export(opened, ["bench"], country, out, roles=["tracked"])

        ours()
        [written] = out.rglob("*.docx")
        with zipfile.ZipFile(written) as parts:
            body = parts.read("word/document.xml")
        paragraphs = [line.text for line in lines(reading.nodes) if line.kind != "block"]
        return [
            Row(
                f"the whole law, tracked: {len(paragraphs)} paragraphs, {len(body) / 1e6:.1f} MB of XML",
                milliseconds(ours, times=3),
                {"python-docx, plain paragraphs": milliseconds(lambda: plain(paragraphs), times=3)},
                milliseconds(lambda: zlib.compress(body, 6)),
                "compress the document's bytes",
            )
        ]


def plain(paragraphs: list[str]) -> None:
    """The same words through the usual library."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(io.BytesIO())
