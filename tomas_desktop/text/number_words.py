"""Numbers written in words, as laws write terms and penalties: "od šest meseci do pet godina", "twenty-four hours"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tomas_desktop.text.stems import fold, rules_of


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Words by what they stand for, folded to plain small Latin letters: `ones` 1 to 19, `tens` from 20, `hundreds`,
    and what a number before it is multiplied with; `joints` may stand between tens and ones."""

    values: Mapping[str, int]
    times: Mapping[str, int]
    joints: frozenset[str]


def _words(ones: str, tens: str, hundreds: str, times: str, joints: str = "") -> NumberWords:
    values: dict[str, int] = {}
    for step, line in ((1, ones), (10, tens), (100, hundreds)):
        for place, variants in enumerate(line.split(), 2 if step == 10 else 1):
            values |= {word: place * step for word in variants.split("/") if word != "-"}
    pairs = (each.split("=") for each in times.split())
    return NumberWords(values, {word: int(value) for word, value in pairs}, frozenset(joints.split()))


_BY_LANGUAGE = {
    "en": _words(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen",
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "",
        "hundred=100 thousand=1000 million=1000000 billion=1000000000",
        "and",
    ),
    "sr": _words(
        "jedan/jedna/jedno/jednog/jedne/jednu dva/dve/dvoje tri/troje cetiri pet sest sedam osam devet deset jedanaest "
        "dvanaest trinaest cetrnaest petnaest sesnaest sedamnaest osamnaest devetnaest",
        "dvadeset trideset cetrdeset pedeset sezdeset sedamdeset osamdeset devedeset",
        "sto/stotinu dvesta/dvesto trista/tristo cetiristo petsto seststo sedamsto osamsto devetsto",
        "hiljada=1000 hiljade=1000 hiljadu=1000 milion=1000000 miliona=1000000 milijardi=1000000000",
        "i",
    ),
    "mk": _words(
        "eden/edna/edno dva/dve tri cetiri pet sest sedum osum devet deset edinaeset/edinaest dvanaeset/dvanaest "
        "trinaeset/trinaest cetirinaeset/cetirinaest petnaeset/petnaest sesnaeset/sesnaest sedumnaeset/sedumnaest "
        "osumnaeset/osumnaest devetnaeset/devetnaest",
        "dvaeset/dvaest trieset/triest cetirieset/cetiriest peeset/pedeset seeset/seest sedumdeset osumdeset devedeset",
        "sto dveste trista cetiristotini petstotini seststotini sedumstotini osumstotini devetstotini",
        "iljada=1000 iljadi=1000 hiljadi=1000 milion=1000000 milioni=1000000 milijardi=1000000000",
        "i",
    ),
    "sq": _words(
        "nje dy tre/tri kater pese gjashte shtate tete nente dhjete njembedhjete dymbedhjete trembedhjete "
        "katermbedhjete pesembedhjete gjashtembedhjete shtatembedhjete tetembedhjete nentembedhjete",
        "njezet tridhjete dyzet/katerdhjete pesedhjete gjashtedhjete shtatedhjete tetedhjete nentedhjete",
        "njeqind dyqind treqind katerqind peseqind gjashteqind shtateqind teteqind nenteqind",
        "qind=100 mije=1000 milion=1000000 milione=1000000 miliard=1000000000",
        "e",
    ),
}
_WORD = re.compile(r"[^\W\d_]+")


def numbers(text: str, language: str) -> Iterator[int]:
    """The numbers that a text writes in words, in order; none for a language whose words are not known."""
    own = rules_of(language)
    known = _BY_LANGUAGE.get(own)
    if known is None:
        return
    number = total = 0
    waiting = False  # a number has begun
    joined = False
    for word in [fold(each, own) for each in _WORD.findall(text)]:
        if not waiting and word not in known.values and word not in known.times:
            continue
        value = known.values.get(word)
        factor = known.times.get(word)
        if value is not None and waiting and not _goes_on(number, value):
            yield total + number
            number = total = 0
        if value is not None:
            number, waiting, joined = number + value, True, False
        elif factor is not None and (waiting or factor < _ALONE):
            number = max(1, number) * factor
            if factor > 100:
                total, number = total + number, 0
            waiting, joined = True, False
        elif waiting and not joined and word in known.joints:
            joined = True
        elif waiting:
            yield total + number
            number, total, waiting, joined = 0, 0, False, False
    if waiting:
        yield total + number


_ALONE = 1_000_000  # "hiljadu dinara" is a number, "million" alone is not


def _goes_on(number: int, value: int) -> bool:
    """Can a smaller number stand behind this one: twenty, five?"""
    return number == 0 or (number % 100 == 0 and value < 100) or (number % 10 == 0 and number % 100 > 10 and value < 10)
