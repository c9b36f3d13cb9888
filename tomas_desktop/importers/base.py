"""Reading a file: the right importer is found, limits are kept, and every word is accounted for.

An importer is a module of this package with three names: `FORMAT: str`, `sniff(head, path) -> float` (how sure
it is, 0 to 1, that these first bytes are its format) and `read(data, path, pack) -> Reading`.
"""

from __future__ import annotations

import codecs
import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from tomas_desktop import importers
from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import identity, stated
from tomas_desktop.importers.furniture import Furniture
from tomas_desktop.importers.spelling import Repair
from tomas_desktop.jurisdiction import letter_spacing
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.identity import UNKNOWN, Identity
from tomas_desktop.model.provision import Provision, walk
from tomas_desktop.text.tokens import words

# A codified act with annexes is under 10 MB in any format; a saved page with pictures reaches 40. Above this a
# file is not a law, and reading it whole would cost several times its size in memory.
LIMIT_BYTES = 64 * 1024 * 1024
HEAD_BYTES = 64 * 1024  # what `sniff` sees

# Encodings in which laws of these countries were saved before Unicode, and the letters that tell them apart.
_OLD_ENCODINGS = ("windows-1250", "windows-1251", "iso8859_2", "iso8859_5")
_CYRILLIC = "абвгдђѓежзѕијклљмнњопрстћќуфхцчџшѐѝ"
_OUR_LETTERS = frozenset("čćžšđëçäöüßéáóČĆŽŠĐËÇÄÖÜ" + _CYRILLIC + _CYRILLIC.upper())
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_MARKS_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MAGIC = (
    (b"\x89PNG", "file-is-picture"),
    (b"\xff\xd8\xff", "file-is-picture"),
    (b"GIF8", "file-is-picture"),
    (b"II*\0", "file-is-picture"),
    (b"MM\0*", "file-is-picture"),
    (b"\xd0\xcf\x11\xe0", "file-is-word-97"),
    (b"%PDF", "file-is-pdf"),
    (b"PK\x03\x04", "file-is-archive"),
    (b"{\\rtf", "file-is-rtf"),
    (b"SQLite format 3", "file-is-dossier"),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What an import makes of a file. `words_in` is counted by the importer on its source, apart from the tree:
    it equals `words_placed` + the words of `furniture` + the words of `unplaced`. `repairs` are the lines in which
    letters were put right, each with what was printed."""

    format: str
    title: str
    nodes: tuple[Provision, ...]
    words_in: int
    furniture: tuple[Furniture, ...] = ()
    unplaced: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    repairs: tuple[Repair, ...] = ()
    identity: Identity = UNKNOWN  # which act it is, as far as the file says it

    @property
    def words_placed(self) -> int:
        """Words of the tree: numbers, headings, texts and notes."""
        return sum(count_words(node) for node in walk(self.nodes))

    @property
    def units(self) -> dict[str, int]:
        """How many provisions of each unit there are; what stands under a leftover is counted as leftover only."""
        return dict(Counter(node.unit for node in _own(self.nodes)))


class Importer(Protocol):
    """The three names an importer module has."""

    FORMAT: str

    def sniff(self, head: bytes, path: Path) -> float: ...

    def read(self, data: bytes, path: Path, pack: Pack) -> Reading: ...


def count_words(node: Provision) -> int:
    """The words of one node without its children."""
    parts = (node.num, node.heading, node.text, *(note.text for note in node.notes))
    return sum(len(words(part)) for part in parts)


def _own(nodes: Iterable[Provision]) -> Iterable[Provision]:
    for node in nodes:
        yield node
        if node.unit != "leftover":
            yield from _own(node.children)


@cache
def importers_found() -> dict[str, Importer]:
    """The importers of this package by their format."""
    found = {}
    for module in pkgutil.iter_modules(importers.__path__):
        loaded = importlib.import_module(f"{importers.__name__}.{module.name}")
        if hasattr(loaded, "FORMAT") and hasattr(loaded, "sniff"):
            found[loaded.FORMAT] = cast(Importer, loaded)
    return found


def read(path: Path, pack: Pack) -> Reading:
    """Read a file with the importer that is surest of it.

    Raises UnreadableError when no text can be read at all: "file-missing", "file-empty", "file-too-large",
    "file-is-picture", "file-is-word-97", "file-is-archive", "file-is-binary", "file-encrypted", "format-unknown",
    and what an importer raises for its own format.
    """
    data = load(path)
    head = data[:HEAD_BYTES]
    sure = {name: importer.sniff(head, path) for name, importer in importers_found().items()}
    best = max(sure, key=lambda name: sure[name], default="")
    if not best or sure[best] <= 0:
        refuse_binary(head, path)
        raise UnreadableError("format-unknown", file=path.name)
    reading = importers_found()[best].read(data, path, pack)
    gained = sum(repair.words_gained for repair in reading.repairs)
    reading = replace(reading, words_in=reading.words_in + gained, findings=(*_of_encoding(data), *reading.findings))
    reading = replace(reading, title=letter_spacing.closed(reading.title, pack.citations.get("law", ())))
    reading = replace(reading, identity=_identity(reading, data, path, pack))
    if not any(node.unit == "article" for node in walk(reading.nodes)):
        return replace(reading, findings=(*reading.findings, Finding("warning", "no-articles")))
    return reading


def _identity(reading: Reading, data: bytes, path: Path, pack: Pack) -> Identity:
    said = stated.of_file(data)
    return identity.of_text(reading.title, reading.nodes, path.name, pack, furniture=reading.furniture, stated=said)


def load(path: Path) -> bytes:
    """The bytes of a file within the limit."""
    try:
        if path.is_dir():
            raise UnreadableError("file-is-folder", file=path.name)
        size = path.stat().st_size
        if size > LIMIT_BYTES:
            raise UnreadableError("file-too-large", file=path.name, limit=LIMIT_BYTES // 1024**2)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError("file-missing", file=path.name) from error
    except OSError as error:
        raise UnreadableError("file-not-opened", file=path.name, reason=error.strerror or "") from error
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableError("file-empty", file=path.name)
    return data


def refuse_binary(head: bytes, path: Path) -> None:
    """Raise UnreadableError for a file whose first bytes are not text, with a code that says what it is."""
    for magic, code in _MAGIC:
        if head.startswith(magic):
            raise UnreadableError(code, file=path.name)
    if b"\0" in head[:4096] and utf16_without_mark(head) is None and not head.startswith(_MARKS_16):
        raise UnreadableError("file-is-binary", file=path.name)


def decode(data: bytes, path: Path) -> str:
    """The text of a text file: by its byte order mark, as UTF-8, else in the likeliest of the encodings that laws
    of these countries were saved in. Line ends become LF. Raises UnreadableError("file-is-binary")."""
    refuse_binary(data[:HEAD_BYTES], path)
    text = _decoded(data)
    if (
        text is None
        or sum(c < " " and c not in "\t\n\r\f\v" for c in text[:HEAD_BYTES]) > len(text[:HEAD_BYTES]) // 100
    ):
        raise UnreadableError("file-is-binary", file=path.name)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str | None:
    if data.startswith(codecs.BOM_UTF32_LE):
        encodings = ["utf-32"]
    elif data.startswith(_MARKS_16):
        encodings = ["utf-16"]
    else:
        encodings = [utf16_without_mark(data) or "utf-8-sig"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    if data.startswith((*_MARKS_16, codecs.BOM_UTF32_LE)):
        return data.decode(encodings[0], errors="replace")
    return _in_old_encoding(data)


def _in_old_encoding(data: bytes) -> str:
    """The reading in which most letters are letters of our languages."""
    sample = data[: 4 * HEAD_BYTES]
    best = max(_OLD_ENCODINGS, key=lambda encoding: _likeness(sample.decode(encoding, errors="replace")))
    return data.decode(best, errors="replace")


def _likeness(text: str) -> int:
    """How much a text looks like one of our languages: its letters beyond ASCII that these have, less those that
    they do not have, and less capitals inside words, which a wrong reading is full of."""
    odd = [letter for letter in text if letter > "\x7f"]
    ours = sum(letter in _OUR_LETTERS for letter in odd)
    alien = sum(
        (letter.isalpha() or letter < "\xa0" or letter == "\ufffd") and letter not in _OUR_LETTERS for letter in odd
    )
    inside = len(re.findall(r"(?<=[a-zа-џčćžšđëç])[A-ZА-ЯЂ-ЏČĆŽŠĐËÇ]", text))
    return ours - 2 * alien - 2 * inside


def as_declared(data: bytes) -> tuple[str, str | None]:
    """The encoding that a marked-up file declares ("" where it declares none that exists), and its text in that
    encoding: None where it is not written in it, though it says so."""
    declared = _DECLARED.search(data[:HEAD_BYTES])
    name = declared[1].decode("ascii", errors="replace") if declared else ""
    try:
        text = data.decode(name) if name else ""
    except LookupError:  # "UNICODE-1-1-UTF-8"
        return "", None
    except UnicodeDecodeError:
        return name, None
    return name, text if name and _is_plausible(text[: 4 * HEAD_BYTES]) else None


def _is_plausible(text: str) -> bool:
    """No language has an accent on every third Latin letter, or words of letters of both scripts."""
    letters = sum(letter.isalpha() for letter in text)
    accented = sum("\xaa" < letter < "\u0250" and letter.isalpha() for letter in text)
    mixed = len(re.findall(r"(?i)[a-z][а-ш]|[а-ш][a-z]", text))
    return accented * 3 < letters and mixed * 20 < letters


def _of_encoding(data: bytes) -> tuple[Finding, ...]:
    """A remark on a file that says of itself another encoding than the one it is written in."""
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return ()
    name, text = as_declared(data)
    if not name or data.isascii():
        return ()
    utf_8 = data.decode("utf-8", errors="replace")
    if utf_8.count("\ufffd") * 50 < sum(letter > "\x7f" for letter in utf_8):
        is_other = codecs.lookup(name).name not in ("utf-8", "ascii") and text != utf_8
    else:
        is_other = text is None
    return (Finding("info", "encoding-not-as-declared", values=(("declared", name),)),) if is_other else ()


def utf16_without_mark(data: bytes) -> str | None:
    """The byte order of UTF-16 that has no mark, seen by the zero bytes of its blanks and digits."""
    head = data[:4096]
    if head[1::2].count(0) * 5 > len(head) and not head[::2].count(0):
        return "utf-16-le"
    if head[::2].count(0) * 5 > len(head) and not head[1::2].count(0):
        return "utf-16-be"
    return None


def decoded_lines(text: str) -> Iterator[str]:
    """The lines of a text, form feeds and vertical tabs taken as line ends."""
    yield from re.split(r"[\n\f\v\x85\u2028\u2029]", text)
