"""Zip files: read within limits, refused with one sentence."""

from __future__ import annotations

import io
import warnings
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import archive

FILE = Path("law.docx")


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        warnings.simplefilter("ignore")  # of names that stand twice
        for name, content in members:
            package.writestr(name, content)
    return out.getvalue()


def read(data: bytes, name: str, as_xml: bool) -> object:
    package = archive.opened(data, FILE)
    return package.tree(name) if as_xml else package.read(name)


def refusal(data: bytes, name: str = "a.xml", as_xml: bool = False) -> str:
    """The code with which reading a member is refused."""
    with pytest.raises(UnreadableError) as refused:
        read(data, name, as_xml)
    assert refused.value.values["file"] == FILE.name
    return refused.value.code


def test_members_are_found_whatever_the_capitals():
    package = archive.opened(zipped(("Word/Document.XML", b"<a/>"), ("folder/", b"")), FILE)
    assert package.names == ("Word/Document.XML",)
    name = package.name_of("/word/document.xml")
    assert name is not None
    assert package.read(name) == b"<a/>"
    assert package.name_of("word/styles.xml") is None


def test_what_harms_or_is_broken_is_refused():
    whole = zipped(("a.xml", b"<a>" + b"x" * 500 + b"</a>"))
    assert refusal(b"no archive at all") == "archive-broken"
    assert refusal(whole[:-30]) == "archive-broken"
    assert refusal(whole[:40] + b"\xff" * 10 + whole[50:]) == "archive-broken"
    assert refusal(whole, "b.xml") == "archive-member-missing"
    assert refusal(zipped(("a.xml", bytes(30_000_000)))) == "archive-too-large"
    assert refusal(zipped(*((f"{i}", b"") for i in range(archive.LIMIT_MEMBERS + 1)))) == "archive-too-large"


def test_a_member_with_a_password_is_said_to_have_one():
    data = bytearray(zipped(("a.xml", b"<a/>")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(signature) + offset] |= 1
    assert refusal(bytes(data)) == "archive-encrypted"


def test_all_members_together_have_a_limit(monkeypatch):
    monkeypatch.setattr(archive, "LIMIT_MEMBER_BYTES", 1000)
    package = archive.opened(zipped(("a", bytes(900)), ("b", bytes(900)), ("c", bytes(1100))), FILE)
    package.left = 1500
    package.read("a")
    for name in ("b", "c"):
        with pytest.raises(UnreadableError):
            package.read(name)


def test_xml_that_brings_entities_is_refused():
    secret = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'
    laughs = b'<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a>&y;</a>'
    for content in (secret, laughs, b"<a>", b"", b"<a/><b/>"):
        assert refusal(zipped(("a.xml", content)), as_xml=True) == "archive-member-not-xml"
    assert archive.opened(zipped(("a.xml", "<a>član<!-- ne --></a>".encode())), FILE).tree("a.xml").text == "član"


@given(st.binary(max_size=400), st.integers(0, 400), st.integers(0, 255))
def test_a_damaged_archive_is_read_or_refused(content: bytes, at: int, byte: int):
    data = bytearray(zipped(("a.xml", content), ("b.xml", content)))
    data[at % len(data)] = byte
    try:
        package = archive.opened(bytes(data), FILE)
        for name in package.names:
            package.read(name)
    except UnreadableError:
        return
