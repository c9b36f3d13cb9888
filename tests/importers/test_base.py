"""Files are read by what is in them; what is no text gets a sentence that says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import base
from tomas_desktop.jurisdiction import pack
from tomas_desktop.model.provision import walk
from tomas_desktop.text.tokens import words as words_of

RS, MK = pack.load("rs", "sr-Latn"), pack.load("mk", "mk")
LAW = "Član 1\nČuvar čuva vrt, šuma nije vrt, đak i žaba žive u ćošku.\nČlan 2\nNiko ne dira cveće.\n"


def _file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.txt", b"", "file-empty"),
        ("blank.txt", b"\xef\xbb\xbf \r\n\t", "file-empty"),
        ("picture.html", b"\x89PNG\r\n\x1a\n\x00\x00", "file-is-picture"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "file-is-word-97"),
        ("law.rtf", b"{\\rtf1\\ansi text}", "file-is-rtf"),
        ("dossier.tomas", b"SQLite format 3\0" + b"\0" * 100, "file-is-dossier"),
        ("noise.txt", bytes(range(1, 32)) * 50, "file-is-binary"),
        ("zeros.txt", b"ab\0\0\0cd\0\1\2" * 40, "file-is-binary"),
    ],
)
def test_what_holds_no_text_is_refused_by_name(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        base.read(_file(tmp_path, name, data), RS)
    assert refused.value.code == code
    assert refused.value.values["file"] == name


def test_a_missing_file_a_folder_and_a_giant_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "LIMIT_BYTES", 100)
    cases = {
        "file-missing": tmp_path / "none.txt",
        "file-is-folder": tmp_path,
        "file-too-large": _file(tmp_path, "big.txt", b"a" * 101),
    }
    for code, path in cases.items():
        with pytest.raises(UnreadableError) as refused:
            base.read(path, RS)
        assert refused.value.code == code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1250", "iso8859-2"])
def test_every_encoding_gives_the_same_law(tmp_path: Path, encoding: str) -> None:
    reading = base.read(_file(tmp_path, "law.txt", (LAW * 3).encode(encoding)), RS)
    assert reading.nodes == base.read(_file(tmp_path, "plain.txt", (LAW * 3).encode()), RS).nodes


@pytest.mark.parametrize("encoding", ["cp1251", "iso8859-5"])
def test_cyrillic_encodings_too(tmp_path: Path, encoding: str) -> None:
    law = "Член 1\nГрадинарот ја чува градината и сите нејзини цвеќиња.\nЧлен 2\nНикој не ги допира цвеќињата.\n" * 3
    reading = base.read(_file(tmp_path, "law.txt", law.encode(encoding, "replace").replace(b"?", b"k")), MK)
    assert reading.units["article"] == 6
    assert next(node for node in walk(reading.nodes) if node.unit == "article").num == "Член 1"


def test_words_and_units_are_counted(tmp_path: Path) -> None:
    reading = base.read(_file(tmp_path, "law.txt", LAW.encode()), RS)
    assert reading.units == {"article": 2, "paragraph": 2}
    assert reading.words_in == reading.words_placed == len(words_of(LAW))


def test_importers_are_found() -> None:
    assert "plain-text" in base.importers_found()
