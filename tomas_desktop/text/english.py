"""English among Serbian words: what a law or a reason quotes of an EU act and does not translate."""

from __future__ import annotations

import re

from tomas_desktop.text.stopwords import of_language

# Words that EU acts on the internet and on children are made of, without those that are Serbian words too (`mere`,
# `data`) or are spelt the same in Serbian (`hosting`, `internet`).
_WORDS = frozenset(
    """
    abuse abusive access account act acts address addresses age anonymous appeal article artificial assessment
    authority based blocking cache cached caching captcha centre chat child children cloud code combat commission
    common communication communications competent computer conduit consent consumer content contents control
    convention cookie cookies council court crime criminal cyber damages dark deep deepfake delisting detection
    digital directive disclosure domain download due duty electronic emergency encrypted end enforcement engine
    erasure european evidence exploitation exposure fake filtering flagger flaggers freedom gatekeeper grooming hash
    hashing hate help hotline human illegal image images impact information infrastructure injunction intelligence
    intent interpersonal key knowledge known law learning liability live machine market material materials measure
    measures messages misuse mitigation name names network new notice number observed offence offences offender
    office old older online only open operator order orders other party peer performance personal platforms point
    pornography preservation prevention privacy procedure proposal protection provider providers public publication
    range recipient record register regulation removal report reporting request retention revenge review right
    rights risk risks root rules safeguards safety search sender service services session sexting sexual sharing
    single social society software solicitation source speech stalking statement storage store stores streaming
    strict surveillance system target task technical term terms text third tool tools tracing traffic transfer
    transparency trusted unclear union upload uploading user users vendor very victim victims voice voluntary
    vulnerable web wide
    """.split()
)
# Words of both languages: alone they tell nothing.
_OF_BOTH = frozenset("on to operator procedure personal transfer human market order term".split())
# What Serbian words in Latin letters do not have, and English ones often do. The vowels and letters that meet where
# a Serbian prefix or stem ends ("samo-odbrana", "ne-ophodno", "re-emitovanje", "koc-ka") are no sign.
_SIGN = re.compile(
    r"[qwxy]|ch|(?<!^o)(?<!neo)ph|gh|ll|tt|ss|^th|th$|tion|ough|ck(?:$|s|ed|er|et|ing|age|less)"
    r"|^[^aeiou]{1,3}oo[^aeiou]{1,2}(?:s|e|ed|er|ers|ie|ies|ing)?$|ook$|(?<!^[nrd])(?<!^pr)ee|eeds?$",
    re.IGNORECASE,
)
_SERBIAN = re.compile(r"[čćžšđ]|lj|nj|dž|ij[aeiu]$", re.IGNORECASE)
# English words seldom end in a vowel other than `e`.
_ENGLISH_VOWEL_END = frozenset(
    "also agenda area audio criteria data demo idea info into media metadata menu phenomena photo schema video".split()
)
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
# A mark that closes one quotation may open the one inside it ("„Pojam “EU Centre” znači”").
_QUOTED = re.compile(
    r"[„“«]([^„“”\"«»\n]{2,300})(?=[”“\"»])|\"([^„“”\"«»\n]{2,300})[”“\"]|‘([^‘’\n]{2,300})’"
    r"|\((?:en(?:gl?)?\. ?)?([^()\n]{5,300})\)"
)


def passages(text: str) -> list[tuple[int, int]]:
    """Where English stands between quotation marks, or several words of it in brackets: from, to."""
    found = []
    for match in _QUOTED.finditer(text):
        group = match.lastindex or 0
        words = _WORD.findall(match[group])
        if (group < 4 or len(words) > 1) and _is_english(words):
            found.append(match.span(group))
    return found


def shares(text: str) -> tuple[int, int]:
    """How many words of a text in Latin letters show that they are English, and how many that they are Serbian."""
    return _shares(_WORD.findall(text))


def _is_english(words: list[str]) -> bool:
    """Most words are English, none is Serbian."""
    english, serbian = _shares([word for word in words if len(word) > 1])
    alone = len(words) == 1 and words[0].lower() in _OF_BOTH
    return english > 0 and not serbian and 2 * english >= len(words) and not alone


def _shares(words: list[str]) -> tuple[int, int]:
    of_serbian, of_english = of_language("sr-Latn"), of_language("en")
    english = serbian = 0
    for word in words:
        small = word.lower()
        if _SERBIAN.search(small):
            serbian += 1
        elif small in _WORDS or _SIGN.search(small) or (small in of_english and small not in of_serbian):
            english += 1
        elif small in of_serbian or small in _SERBIAN_WORDS or _SERBIAN_END.search(small) or _ends_in_vowel(small):
            serbian += 1
    return english, serbian


def _ends_in_vowel(word: str) -> bool:
    return len(word) > 3 and word[-1] in "aiou" and word not in _ENGLISH_VOWEL_END
