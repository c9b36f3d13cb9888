"""PDF files made for tests with pdfium itself: text at places, in a size, turned or not; and one that is locked."""

from __future__ import annotations

import ctypes
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, sin

import pypdfium2 as pdfium
import pypdfium2.raw as raw

WIDTH, HEIGHT = 600, 800
LEFT, RIGHT = 60.0, 540.0


@dataclass(frozen=True)
class Text:
    """One piece of text: where its first letter stands, how high its letters are, how far it is turned (radians)."""

    x: float
    y: float
    text: str
    size: float = 10
    turned: float = 0.0


def pdf(*pages: Sequence[Text]) -> bytes:
    """A PDF in Helvetica with these texts on its pages."""
    document = pdfium.PdfDocument.new()
    for texts in pages:
        page = document.new_page(WIDTH, HEIGHT)
        for text in texts:
            piece = raw.FPDFPageObj_NewTextObj(document.raw, b"Helvetica", text.size)
            encoded = (text.text + "\0").encode("utf-16-le")
            raw.FPDFText_SetText(piece, ctypes.cast(ctypes.create_string_buffer(encoded), raw.FPDF_WIDESTRING))
            across, up = cos(text.turned), sin(text.turned)
            raw.FPDFPageObj_Transform(piece, across, up, -up, across, text.x, text.y)
            raw.FPDFPage_InsertObject(page.raw, piece)
        raw.FPDFPage_GenerateContent(page.raw)
        page.close()
    return _saved(document)


def lines(*texts: str, top: float = 740, leading: float = 14, size: float = 10, x: float = LEFT) -> list[Text]:
    """Lines one under the other from the left margin."""
    return [Text(x, top - place * leading, text, size) for place, text in enumerate(texts) if text]


def centred(y: float, text: str, size: float = 10) -> Text:
    """A line in the middle, as nearly as an average letter of half its height tells."""
    return Text((WIDTH - len(text) * size * 0.5) / 2, y, text, size)


def locked() -> bytes:
    """A PDF that opens only with a password: 40-bit RC4, the oldest and simplest protection there is."""
    padding = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    identity, rights = b"0123456789abcdef", (-4).to_bytes(4, "little", signed=True)
    owner = _rc4(hashlib.md5(_padded(b"owner", padding)).digest()[:5], _padded(b"user", padding))
    key = hashlib.md5(_padded(b"user", padding) + owner + rights + identity).digest()[:5]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>",
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>"
        % (owner.hex().encode(), _rc4(key, padding).hex().encode()),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start, ids = len(out), identity.hex().encode()
    out += b"xref\n0 5\n0000000000 65535 f \n" + table
    trailer = b"trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<%s> <%s>] >>\nstartxref\n%d\n%%%%EOF\n"
    return out + trailer % (ids, ids, start)


def _padded(word: bytes, padding: bytes) -> bytes:
    return (word + padding)[:32]


def _rc4(key: bytes, data: bytes) -> bytes:
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def _saved(document: pdfium.PdfDocument) -> bytes:
    import io

    buffer = io.BytesIO()
    document.save(buffer)
    document.close()
    return buffer.getvalue()
