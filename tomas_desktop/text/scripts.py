"""Two scripts of one language: Serbian Cyrillic and Latin, and the Latin letters of an eId.

Cyrillic to Latin is safe: one letter, one letter, but for three digraphs. Latin to Cyrillic is not: `nj`, `lj`
and `dž` are sometimes two letters, and what is not Serbian (Roman numerals, addresses, numbers of EU acts)
must stay as it is.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from tomas_desktop.text.english import passages

_CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш"
_LATIN = "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split()
_TO_LATIN = dict(zip(_CYRILLIC, _LATIN, strict=True))
_TO_CYRILLIC = {latin: cyrillic for cyrillic, latin in _TO_LATIN.items()}

# Letters of the other alphabets, as an eId writes them.
_BULGARIAN = {
    "ж": "zh",
    "й": "y",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "sht",
    "ъ": "a",
    "ь": "y",
    "ю": "yu",
    "я": "ya",
}
# ISO 843: one Latin form for each Greek letter.
_GREEK = dict(
    zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z ī th i k l m n x o p r s s t y f ch ps ō".split(), strict=True)
)
_EID_LETTERS = _TO_LATIN | _GREEK | {"ѓ": "ǵ", "ќ": "ḱ", "ѕ": "dz", "ѐ": "e", "ѝ": "i"}
_EID_LETTERS_OF = {"bg": _EID_LETTERS | _BULGARIAN}

# Beginnings of words (prefixes may stand before them) in which two letters are two letters.
_TWO_LETTERS = (
    "injekc injekt injicir injunkc injurij konjekt konjunk konjug anjon kenjon tanjug vanjezičk "
    "nadživ nadžnj nadžup nadžet nadždrel odživ odžal odžval odžubor odžvak podžanr podže podžil podžig podžiž "
    "podžup predžal predželud predžen predživ"
).split()
_STEM = re.compile(r"(?<![^\W\d_])(?:ne|ko|pre|sa|u)?(" + "|".join(_TWO_LETTERS) + ")", re.IGNORECASE)

# Written in Latin in Cyrillic texts too.
_ACRONYMS = frozenset(
    "IP URL CSAM GDPR CELEX ELI HTML XML PDF USB GPS SMS TCP HTTP HTTPS AI COM DNS ICANN PKI TLD TLP API IMEI IMSI "
    "ISO SRPS EUR".split()
)
_WORDS_OF_THE_NET = frozenset(
    "online offline email mail chat cloud cookie cookies grooming hash phishing streaming livestreaming upload "
    "download login cache hardware provider google facebook microsoft apple snapchat".split()
)
_UNITS = frozenset("h m cm mm km g kg t l ml kV V kHz MHz GHz Hz MB GB kB".split())

_CODE_POINTS = {
    "ǆ": "dž",
    "ǅ": "Dž",
    "Ǆ": "DŽ",
    "ǉ": "lj",
    "ǈ": "Lj",
    "Ǉ": "LJ",
    "ǌ": "nj",
    "ǋ": "Nj",
    "Ǌ": "NJ",
    "Ð": "Đ",
}
_ADDRESS = re.compile(r"://|^www\.|@|\.(?:rs|com|org|net|eu|int|info|gov)(?:/|$)|^eli/", re.IGNORECASE)
_ACT_NUMBER = re.compile(  # 2011/93/EU, COM(2022), 2022/0155(COD), C-131/12
    r"\d+/\d+/[A-Z]{2,}$|^[A-Z]{2,}/\d+|^[A-Z]+\(\d{4}\)|^\d{4}/\d+\([A-Z]{3}\)?$|^[CT]-\d+/\d+"
)
_SMALL_ROMAN = re.compile(r"\((?:i{2,3}|i?v|vi{1,3}|ix|xi{0,3})\)")  # the points of an EU act
_HEADS = frozenset("GLAVA ODELJAK PODODELJAK PRILOG ANEKS".split())
_SMALL_LETTER = re.compile(r"[a-zčćžšđ]")
_ROMAN = re.compile(r"(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"nj|lj|dž|.", re.IGNORECASE | re.DOTALL)


def to_latin(text: str) -> str:
    """Serbian Cyrillic in Latin; what is Latin already stays. `Љ` becomes `LJ` in a word of capitals, else `Lj`."""
    return _WORD.sub(lambda match: _word_to_latin(match.group()), unicodedata.normalize("NFC", text))


def _word_to_latin(word: str) -> str:
    capitals = word.isupper() and sum(c.isalpha() for c in word) > 1
    out = []
    for letter in word:
        latin = _TO_LATIN.get(letter.lower(), letter)
        if latin is not letter and letter.isupper():
            latin = latin.upper() if capitals else latin.capitalize()
        out.append(latin)
    return "".join(out)


def to_cyrillic(text: str) -> str:
    """Serbian Latin in Cyrillic, but for what is not Serbian: Roman numerals, addresses, numbers of acts, words
    with q, w, x, y, acronyms such as IP. The letter of a number goes over: `185v` becomes `185в`."""
    text = unicodedata.normalize("NFC", text)
    for point, letters in _CODE_POINTS.items():
        text = text.replace(point, letters)
    out, end = [], 0
    kept = passages(text)
    for start, stop in zip([0, *(one for _, one in kept)], [*(one for one, _ in kept), len(text)], strict=True):
        for match in _CHUNK.finditer(text, start, stop):
            out.append(text[end : match.start()])
            out.append(_chunk_to_cyrillic(match.group(), text, match.start()))
            end = match.end()
    return "".join([*out, text[end:]])


def _chunk_to_cyrillic(chunk: str, text: str, start: int) -> str:
    bare = chunk.strip("()[]„”“\"'‚’‘,;:.!?–-")
    if _ADDRESS.search(bare) or _ACT_NUMBER.search(bare) or _SMALL_ROMAN.match(chunk):
        return chunk
    if bare == "final" and re.search(r"\d\s?$", text[max(0, start - 3) : start]):  # COM(2022) 209 final
        return chunk
    return _WORD.sub(lambda m: _word_to_cyrillic(m.group(), text, start + m.start()), chunk)


def _word_to_cyrillic(word: str, text: str, start: int) -> str:
    if any(c.isdigit() for c in word):
        number = re.fullmatch(r"(\d+)([a-zšđčćž]{1,2})", word)
        return number[1] + _letters(number[2]) if number and (len(number[2]) == 1 or number[2] not in _UNITS) else word
    if _is_foreign(word, text, start):
        return word
    suffixed = re.fullmatch(r"([IVXL]{2,})([a-zšđčćž])", word)  # VIIIa
    if suffixed and _ROMAN.fullmatch(suffixed[1]):
        return suffixed[1] + _letters(suffixed[2])
    return _letters(word)


def _is_foreign(word: str, text: str, start: int) -> bool:
    if word in _ACRONYMS or (any(c in "qwxyQWXY" for c in word) and not _ROMAN.fullmatch(word)):
        return True
    if word.lower() in _WORDS_OF_THE_NET or (word == "e" and text.startswith("-mail", start + 1)):
        return True
    if (word in ("C", "F") and text.endswith("°", 0, start)) or (word == "Fi" and text.endswith("Wi-", 0, start)):
        return True
    if word in _UNITS and re.search(r"\d\s?$", text[max(0, start - 3) : start]):
        return True
    if not _ROMAN.fullmatch(word):
        return False
    after = text[start + len(word) : start + len(word) + 2]
    if word in ("I", "LI", "VI"):  # words of the language too: a numeral inside a sentence of small letters, else
        # only where a mark or a line end follows
        if _leads_to_numeral(text, start):
            return True
        return not (after[:1] == " " and after[1:].isalpha()) or (word == "VI" and not after[1:].isupper())
    return True


def _leads_to_numeral(text: str, start: int) -> bool:
    """Does a word with a small letter, or the name of a division, stand one blank before this place?"""
    if not text.endswith(" ", 0, start):
        return False
    begin = start - 1
    while begin and (text[begin - 1].isalnum() or text[begin - 1] == "_"):
        begin -= 1
    before = text[begin : start - 1]
    return before in _HEADS or (before == "DEO" and not begin) or _SMALL_LETTER.search(before) is not None


def _letters(word: str) -> str:
    split = {position for match in _STEM.finditer(word) for position in _cuts(match)}
    out, position = [], 0
    while position < len(word):
        match = _LETTERS.match(word, position)
        assert match is not None  # the last alternative takes any letter
        piece = match.group()
        if len(piece) == 2 and position + 1 in split:
            piece = piece[0]
        cyrillic = _TO_CYRILLIC.get(piece.lower(), piece)
        out.append(cyrillic.upper() if piece[0].isupper() and cyrillic is not piece else cyrillic)
        position += len(piece)
    return "".join(out)


def _cuts(match: re.Match[str]) -> list[int]:
    """The places inside a stem where two letters that look like one must be cut apart: its first such pair."""
    pair = re.search(r"nj|dž", match.group(1), re.IGNORECASE)
    return [match.start(1) + pair.start() + 1] if pair else []


def script_of(text: str) -> Literal["Latn", "Cyrl"]:
    """The script of most letters of a text."""
    cyrillic = sum("\u0400" <= c <= "\u04ff" for c in text)
    return "Cyrl" if cyrillic * 2 > sum(c.isalpha() for c in text) else "Latn"


def eid_letters(suffix: str, language: str) -> str:
    """Letters as an eId writes them: lower case, Cyrillic in the language's own Latin form (`в` -> `v`,
    `ѓ` -> `ǵ`), Greek ones after ISO 843, Latin ones with their diacritics."""
    forms = _EID_LETTERS_OF.get(language, _EID_LETTERS)
    return "".join(forms.get(letter, letter) for letter in unicodedata.normalize("NFC", suffix).lower())
