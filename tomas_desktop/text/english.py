"""English among Serbian words: what a law or a reason quotes of an EU act and does not translate."""

from __future__ import annotations

import re

from tomas_desktop.text.stopwords import of_language

# Words that EU acts on the internet and on children are made of, without those that are Serbian words too (`mere`,
# `data`) or are spelt the same in Serbian (`hosting`, `internet`).
_WORDS = frozenset(
    """
    abuse abusive access account act acts age anonymous appeal article artificial assessment authority based
    blocking cache cached caching captcha centre chat child children cloud code combat commission common
    communication communications competent computer conduit consent consumer content contents control convention
    cookie cookies council court crime criminal cyber damages dark deep deepfake delisting detection digital
    directive disclosure domain download due duty electronic emergency encrypted end enforcement engine erasure
    european evidence exploitation exposure fake filtering flagger flaggers freedom gatekeeper grooming hash hashing
    hate help hotline human illegal image images impact information injunction intelligence intent interpersonal
    knowledge known law learning liability live machine market material materials measure measures messages misuse
    mitigation network new notice number observed offence offences offender office old older online only open
    operator order orders other party peer performance personal platforms pornography preservation prevention
    privacy procedure proposal protection provider providers publication recipient record register regulation
    removal report reporting request retention revenge review right rights risk risks rules safeguards safety search
    sender service services session sexting sexual sharing single social society software solicitation source speech
    stalking statement storage store stores streaming strict surveillance system target task technical term terms
    text third tool tools tracing traffic transfer transparency trusted unclear union upload uploading user users
    vendor very victim victims voice voluntary vulnerable web wide
    """.split()
)
# What Serbian words in Latin letters do not have, and English ones often do.
_SIGN = re.compile(r"[qwxy]|ch|ck|ph|gh|ll|tt|ss|oo(?!rd)|ee|^th|th$|tion|ough", re.IGNORECASE)
_SERBIAN = re.compile(r"[čćžšđ]|lj|nj|dž|ij[aeiu]$", re.IGNORECASE)
# Endings that no English word has, and words that reviewers of laws write: a note of two words has little else.
_SERBIAN_END = re.compile(r"[a-z](?:[uae]je|iti|ati|eti|[nkvg]om|[gkv]im|enog|ovan[aeio]|enj[aeu]|nosti?)$")
_SERBIAN_WORDS = frozenset(
    """
    aktom biti delo delom deo deca dete drugi drugim kazna kazne lice lica nacrt nacrta nadzor nalog napomena
    napomene navodi nejasno nema nisu obaveza obaveze obuhvata odredba odredbe odredbi pojam prevod prevoda propis
    propisa propisu razlog razlozi rok roka rokovi samo slika slike sud suda treba uredba uredbe uslov uslovi vidi
    videti zakon zakona zakonik zakonika zakonu
    """.split()
)
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"[„“\"«]([^„“”\"«»\n]{2,300})[”“\"»]|\(([^()\n]{5,300})\)")


def passages(text: str) -> list[tuple[int, int]]:
    """Where English stands between quotation marks, or several words of it in brackets: from, to."""
    found = []
    for match in _QUOTED.finditer(text):
        group = 1 if match[1] else 2
        words = _WORD.findall(match[group])
        if (group == 1 or len(words) > 1) and _is_english(words):
            found.append(match.span(group))
    return found


def shares(text: str) -> tuple[int, int]:
    """How many words of a text in Latin letters show that they are English, and how many that they are Serbian."""
    return _shares(_WORD.findall(text))


def _is_english(words: list[str]) -> bool:
    """Most words are English, none is Serbian."""
    english, serbian = _shares([word for word in words if len(word) > 1])
    return english > 0 and not serbian and 2 * english >= len(words)


def _shares(words: list[str]) -> tuple[int, int]:
    of_serbian, of_english = of_language("sr-Latn"), of_language("en")
    english = serbian = 0
    for word in words:
        small = word.lower()
        if _SERBIAN.search(small):
            serbian += 1
        elif small in _WORDS or _SIGN.search(small) or (small in of_english and small not in of_serbian):
            english += 1
        elif small in of_serbian or small in _SERBIAN_WORDS or _SERBIAN_END.search(small):
            serbian += 1
    return english, serbian
