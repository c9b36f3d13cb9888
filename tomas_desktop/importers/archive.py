"""A zip file as a package of documents: what is in it, and the bytes of one member, within limits.

Word and OpenDocument files, Formex deliveries and `.leg` packages are all of this kind. A member is unpacked only
when it is asked for, in memory, never on the disk. A small file can unpack to something enormous, and it says its
sizes itself: the limits hold for what really comes out.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from tomas_desktop.errors import UnreadableError

# A codified act has at most some hundred members; a Word file with pictures as well.
LIMIT_MEMBERS = 10_000
# The text of the longest acts takes 10 MB in one member; as a tree in memory it takes fifteen times its size.
LIMIT_MEMBER_BYTES = 32 * 1024 * 1024
# All that is unpacked while one file is read.
LIMIT_TOTAL_BYTES = 160 * 1024 * 1024
# Mark-up packs to a fortieth at best; only what was made to harm packs to a thousandth.
LIMIT_RATIO = 200
_SMALL_BYTES = 1024 * 1024  # below it no ratio matters

_START = b"PK\x03\x04"
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, EOFError, OSError, ValueError)


def is_archive(head: bytes) -> bool:
    """Do these first bytes begin a zip file?"""
    return head.startswith(_START)


@dataclass(slots=True)
class Package:
    """The members of one zip file. `file` is its name in sentences; `left` the bytes that may still come out."""

    archive: zipfile.ZipFile
    file: str
    left: int = LIMIT_TOTAL_BYTES

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the members as the archive spells them, folders left out, in the archive's order."""
        return tuple(name for name in self.archive.namelist() if not name.endswith("/"))

    def name_of(self, wanted: str) -> str | None:
        """The member with this name, capitals and a leading slash aside; None where there is none."""
        plain = wanted.lstrip("/").casefold()
        return next((name for name in self.names if name.lstrip("/").casefold() == plain), None)

    def read(self, name: str) -> bytes:
        """The bytes of a member. Raises UnreadableError("archive-member-missing"), ("archive-encrypted"),
        ("archive-too-large"), ("archive-broken")."""
        try:
            info = self.archive.getinfo(name)
        except KeyError as error:
            raise UnreadableError("archive-member-missing", file=self.file, member=name) from error
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableError("archive-encrypted", file=self.file)
        limit = min(LIMIT_MEMBER_BYTES, self.left)
        packed_tightly = info.file_size > max(_SMALL_BYTES, LIMIT_RATIO * info.compress_size)
        if info.file_size > limit or packed_tightly:
            raise UnreadableError("archive-too-large", file=self.file)
        try:
            with self.archive.open(info) as member:
                data = member.read(limit + 1)
        except _BROKEN as error:
            raise UnreadableError("archive-broken", file=self.file) from error
        except RuntimeError as error:  # what zipfile says where a password is wanted
            raise UnreadableError("archive-encrypted", file=self.file) from error
        if len(data) > limit:
            raise UnreadableError("archive-too-large", file=self.file)
        self.left -= len(data)
        return data

    def tree(self, name: str) -> etree._Element:
        """A member as XML without comments. Nothing is loaded from outside and no entity is expanded: a member that
        defines any is refused. Raises UnreadableError("archive-member-not-xml") and as `read` does."""
        data = self.read(name)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise UnreadableError("archive-member-not-xml", file=self.file, member=name) from error
        dtd: Any = root.getroottree().docinfo.internalDTD  # the stubs do not know its entities
        if dtd is not None and any(True for _ in dtd.iterentities()):
            raise UnreadableError("archive-member-not-xml", file=self.file, member=name)
        return root


def opened(data: bytes, path: Path) -> Package:
    """The package in these bytes. Raises UnreadableError("archive-broken") for what is no zip file or was cut off,
    ("archive-too-large") for one with too many members."""
    if data.count(_ENTRY) > LIMIT_MEMBERS:  # counted before the list is read: it alone can fill the memory
        raise UnreadableError("archive-too-large", file=path.name)
    try:
        return Package(zipfile.ZipFile(io.BytesIO(data)), path.name)
    except _BROKEN as error:
        raise UnreadableError("archive-broken", file=path.name) from error
