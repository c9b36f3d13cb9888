"""A Word file made of a template and a body: the parts that change are written, the others stay as they are.

The same input gives the same bytes: nothing here looks at a clock, and the entries of the zip bear no time.
"""

from __future__ import annotations

import errno
import io
import os
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from tomas_desktop.errors import TomasError
from tomas_desktop.export.docx_metadata import Properties, extended, set_properties
from tomas_desktop.export.docx_template import Template
from tomas_desktop.export.form import Orientation

_NO_TIME = (1980, 1, 1, 0, 0, 0)
_EMPTY_BODY = b"<w:body>"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def docx_bytes(
    template: Template,
    body: str,
    comments: str,
    properties: Properties,
    orientation: Orientation = "portrait",
    keeps_recording: bool = False,
) -> bytes:
    """The finished file. `body` is the XML of all paragraphs and tables, `comments` that of the part of that name
    ("" for none); with `keeps_recording` Word tracks what the reader changes too, if the template says so."""
    document = template.document
    set_properties(template, properties)
    turn(template, orientation)
    if not keeps_recording:
        for switch in document.settings.element.findall(qn("w:trackRevisions")):
            document.settings.element.remove(switch)
    content = document.element.body
    for child in list(content):
        if child.tag != qn("w:sectPr"):
            content.remove(child)
    content.get_or_add_sectPr()  # an empty body would be written as one tag
    if comments:
        _ = document.part._comments_part  # python-docx makes the part and its relationship
    saved = io.BytesIO()
    document.save(saved)
    return _repacked(saved, comments, extended(properties), body)


def _repacked(saved: io.BytesIO, comments: str, properties: bytes, body: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            blob = source.read(name)
            if name == "word/document.xml":
                head, opening, tail = blob.partition(_EMPTY_BODY)
                blob = b"".join([head, opening, body.encode("utf-8"), tail])
            elif name == "word/comments.xml" and comments:
                blob = _DECLARATION + comments.encode("utf-8")
            elif name == "docProps/app.xml":
                blob = properties
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system
            entry.external_attr = 0o644 << 16
            target.writestr(entry, blob)
    return out.getvalue()


def turn(template: Template, orientation: Orientation) -> None:
    """Lay the pages of the template across or upright."""
    for section in template.document.sections:
        width, height = sorted((section.page_width, section.page_height))
        landscape = orientation == "landscape"
        section.page_width, section.page_height = (height, width) if landscape else (width, height)
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write each file under another name first and move them to their places when all are written: no half file is
    ever seen, and half a package only where another program holds one of the old files. Folders are made. Raises
    TomasError("cannot-write")."""
    written: dict[Path, Path] = {}  # the place of each, and where it lies until then
    try:
        for path, content in files.items():
            try:
                written[path] = _aside(path, content)
            except OSError as error:
                raise _trouble(path, error) from error
        for path, aside in written.items():
            try:
                aside.replace(path)
            except OSError as error:
                raise _trouble(path, error) from error
    finally:
        for aside in written.values():
            aside.unlink(missing_ok=True)


def _aside(path: Path, content: bytes) -> Path:
    """A file with this content beside the place that it is for."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".tomas-", suffix=".tmp")
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        aside.chmod(0o644)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
    return aside


def _trouble(path: Path, error: OSError) -> TomasError:
    return TomasError("cannot-write", path=str(path), reason=error.strerror or str(error))
