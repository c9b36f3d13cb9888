"""Hidden bookmarks that tell, in a returned Word file, which paragraph is which provision and how it was sent.

Everything is in the name of the bookmark: names outlive tools that drop custom XML, content controls and document
variables. Word hides a bookmark whose name begins with `_`, takes ASCII letters, digits and `_` in it, at most 40 of
them, and does not tell capitals from small letters. This is the format, edition 1.

The paragraph of each line of a law bears one (of a table that stands in the law: one of its cells)

    _ KIND IN-FORCE PROPOSED _ KEY            _tcdq4tcdq4t_art_185__para_2
    1  1      5        5     1  1..24

- KIND: `n` the line of the number of an article or a division, `h` the line of its heading, `t` any other text.
- IN-FORCE, PROPOSED: `fingerprint` of the line as the law in force has it (what rejecting every change leaves) and as
  it is proposed (what accepting leaves); `00000` where the line is not there: a new line has no text in force, a
  deleted one none proposed. The two are equal for a line that nobody changes.
- KEY: `key_of` the eId: the eId itself where it has at most 24 characters and is plain (`unit_number`, ASCII letters
  and digits, joined by `__`), else `_` and 20 letters of its hash. The eId is that of the law in force; only a new
  line has that of the proposed law. A reader who has the law need not tell the two forms apart: it looks the key up
  among the keys of the provisions that it knows.
- A name that is taken already (two laws in one file) ends with `_2`, `_3` ...; no key ends so.

The whole of each law lies in one bookmark more, which tells what was sent and which of several laws a line is of:

    _w LAW _ ALL                              16 letters each
    LAW is the hash of the proposal's key and the id of the expression that it amends, ALL the hash of the names of
    the lines in their order: a paragraph that went together with its bookmark is missed. (LibreOffice parts a
    bookmark at a table; the first part keeps the name.)

A fingerprint does not see what word processors change on their own: the form of letters (NFC) and how wide a blank
is. Hashes are the first letters of the SHA-256 in base 32 (RFC 4648, small letters); five of them are 25 bits.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from tomas_desktop.amend.comparison import MarkedLine
from tomas_desktop.model.canonical import LineKind

LONGEST = 40  # characters of a name, Word's limit
ABSENT = "00000"  # no digit 0 is in base 32, so no fingerprint is this

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_PAIRS = tuple(a + b for a in _LETTERS for b in _LETTERS)
_KINDS: dict[LineKind, str] = {"number": "n", "heading": "h", "text": "t", "block": "t"}
_STEP = "[a-z]+_[a-zA-Z0-9]+"
_PLAIN = re.compile(rf"(?=.{{1,24}}$){_STEP}(?:__{_STEP})*")
_NAME = re.compile(
    rf"_([nht])([a-z2-7]{{5}}|0{{5}})([a-z2-7]{{5}}|0{{5}})_(_[a-z2-7]{{20}}|{_STEP}(?:__{_STEP})*)(?:_\d+)?"
)
_LAW_NAME = re.compile(r"_w([a-z2-7]{16})_([a-z2-7]{16})(?:_\d+)?")


class LineName(NamedTuple):
    """What the name of a line's bookmark says; fields as in the format above."""

    key: str
    kind: str
    in_force: str
    proposed: str


class LawName(NamedTuple):
    """What the name of a law's bookmark says; fields as in the format above."""

    law: str
    all: str


def fingerprint(text: str) -> str:
    """Five letters by which a line is known again, whatever became of its blanks."""
    text = unicodedata.normalize("NFC", text)
    if "  " in text or not text.isprintable():  # every blank but the plain one counts as not printable
        text = " ".join(text.split())
    return _hashed(text.strip(" "))


def key_of(eid: str) -> str:
    """The key of a provision."""
    return eid if _PLAIN.fullmatch(eid) else f"_{_hashed(eid, 4)}"


def law_of(proposal: str, expression: str) -> str:
    """How a file names the proposal that it was made of."""
    return _hashed(f"{proposal}\n{expression}", 4)[:16]


def read(name: str) -> LineName | None:
    """What the name of a bookmark says of a line; None for a bookmark that is not one of these."""
    found = _NAME.fullmatch(name)
    return LineName(found[4], found[1], found[2], found[3]) if found else None


def read_law(name: str) -> LawName | None:
    """What the name of a bookmark says of a law; None for a bookmark that is not one of these."""
    found = _LAW_NAME.fullmatch(name)
    return LawName(found[1], found[2]) if found else None


def name_of(line: MarkedLine) -> str:
    """The name for a line, whatever else is in the document."""
    base, proposed = line.base, line.proposed
    before = fingerprint(base.text) if base else ABSENT
    if proposed is None:
        after = ABSENT
    else:
        after = before if base and proposed.text == base.text else fingerprint(proposed.text)
    there = base or line.line
    return f"_{_KINDS[there.kind]}{before}{after}_{key_of(there.eid)}"


@dataclass(slots=True)
class Bookmarks:
    """The names of the bookmarks in one document, each given once; capitals make no difference to Word."""

    _taken: set[str] = field(default_factory=set)
    _of_law: list[str] = field(default_factory=list)

    def name(self, line: MarkedLine) -> str:
        """The name for this line."""
        name = name_of(line)
        self._of_law.append(name)
        return self._free(name)

    def law_name(self, proposal: str, expression: str) -> str:
        """The name for the law whose lines were named since the last one."""
        name = f"_w{law_of(proposal, expression)}_{_hashed(' '.join(self._of_law), 4)[:16]}"
        self._of_law.clear()
        return self._free(name)

    def _free(self, name: str) -> str:
        number, found = 1, name
        while found.casefold() in self._taken:
            number += 1
            found = f"{name}_{number}"
        self._taken.add(found.casefold())
        return found


def marked(name: str, number: int, content: str) -> str:
    """The content inside a bookmark."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def _hashed(text: str, fives: int = 1) -> str:
    """Five letters for 25 bits, as often as is asked for."""
    bits = int.from_bytes(sha256(text.encode("utf-8", "surrogatepass")).digest(), "big")
    if fives == 1:
        return f"{_PAIRS[bits >> 246]}{_PAIRS[bits >> 236 & 1023]}{_LETTERS[bits >> 231 & 31]}"
    return "".join(_LETTERS[bits >> 256 - 5 * place & 31] for place in range(1, 5 * fives + 1))
