"""Files that are no laws, or that mean harm: one plain refusal, or a reading; never a crash, never a secret."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importers.readings import EU
from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import base
from tomas_desktop.model.provision import walk

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde"


def docx(*parts: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return out.getvalue()


BOMB = docx(("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w:p/>" * 3_000_000))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("picture.html", PNG),
        ("picture.txt", PNG),
        ("empty.html", b""),
        ("blank.html", b" \r\n\t\n"),
        ("mark.html", b"\xef\xbb\xbf"),
        ("frames.html", b"<html><frameset><frame src='law.html'></frameset></html>"),
        ("deep.html", b"<html><body>" + b"<div>" * 5000 + b"law"),
        ("program.html", b"MZ\x90\x00\x03\x00\x00\x00" * 50),
        ("truncated.docx", docx(("word/document.xml", b"<w:document/>"))[:60]),
        ("bomb.docx", BOMB),
    ],
    ids=lambda value: value if isinstance(value, str) else "bytes",  # the bytes of a zip file bear the hour
)
def test_what_cannot_be_read_is_refused_with_a_code_and_the_files_name(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableError) as refusal:
        base.read(path, EU)
    assert refusal.value.values["file"] == name


def test_no_external_entity_is_ever_opened(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("password")
    document = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a><p>Article 1 &x;</p></a>'
    for name in ("law.xml", "law.html", "law.txt"):
        path = tmp_path / name
        path.write_text(document)
        try:
            reading = base.read(path, EU)
        except UnreadableError:
            continue
        assert "password" not in "".join(node.text for node in walk(reading.nodes))


def test_entities_that_multiply_stay_small(tmp_path):
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 8))
    page = f'<!DOCTYPE html [<!ENTITY e0 "law">{entities}]><html><body><p>Article 1 &e7;</p></body></html>'
    path = tmp_path / "laughs.html"
    path.write_text(page)
    assert base.read(path, EU).words_in < 50


@given(st.binary(max_size=300), st.sampled_from(["law.html", "law.htm", "law.txt"]))
def test_any_bytes_are_read_or_refused(tmp_path_factory, content: bytes, name: str):
    path = Path(tmp_path_factory.mktemp("any")) / name
    path.write_bytes(content)
    try:
        reading = base.read(path, EU)
    except UnreadableError:
        return
    assert reading.words_in >= 0
