"""What reading a Word file, a package of parts, can come to grief with."""

from __future__ import annotations

import zipfile
import zlib
from xml.parsers.expat import ExpatError

from lxml import etree

# RuntimeError is that of a password, and of a way of packing that nobody knows.
BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, KeyError, ValueError, etree.XMLSyntaxError,
    ExpatError,
)  # fmt: skip
