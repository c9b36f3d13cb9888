"""Numbers as people write them in words, in every language of the checks: written anew here, from the grammars, so
that the words the program knows are tested and not repeated. Each function gives one of the usual spellings."""

from __future__ import annotations

from random import Random

_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_EN_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()


def english(n: int, random: Random) -> str:
    """twenty-four, one hundred and five, two thousand five hundred."""
    if n >= 1000:
        rest = n % 1000
        joint = " and " if 0 < rest < 100 else " "
        return f"{english(n // 1000, random)} thousand" + (joint + english(rest, random) if rest else "")
    if n >= 100:
        joint = random.choice([" and ", " "])
        return f"{_EN[n // 100]} hundred" + (joint + english(n % 100, random) if n % 100 else "")
    if n >= 20:
        return _EN_TENS[n // 10] + (f"{random.choice('- ')}{_EN[n % 10]}" if n % 10 else "")
    return _EN[n]


_SR_TEENS = ("deset jedanaest dvanaest trinaest četrnaest petnaest šesnaest sedamnaest osamnaest devetnaest").split()
_SR_TENS = "- - dvadeset trideset četrdeset pedeset šezdeset sedamdeset osamdeset devedeset".split()
_SR_HUNDREDS = (
    "- sto|stotinu dvesta|dvesto|dve_stotine trista|tristo|tri_stotine četiristo|četiri_stotine petsto|pet_stotina "
    "šeststo|šest_stotina sedamsto osamsto devetsto"
).split()
_SR_FROM_5 = "pet šest sedam osam devet".split()
_SR_SMALL = {  # by gender: of the noun that is counted, in the cases that such sentences have
    "m": {1: "jedan jednog jednom", 2: "dva dvaju", 3: "tri triju", 4: "četiri četiriju"},
    "f": {1: "jedna jedne jednu jednoj", 2: "dve dveju dvema", 3: "tri triju trima", 4: "četiri četiriju četirima"},
}


def serbian(n: int, random: Random, gender: str = "m") -> str:
    """dve hiljade petsto, dvadeset (i) pet, sto pet."""
    if n >= 1000:
        many = n // 1000
        if many == 1:
            thousands = random.choice(["hiljadu", "jedna hiljada"])
        else:
            form = "hiljade" if many % 10 in (2, 3, 4) and many % 100 not in (12, 13, 14) else "hiljada"
            thousands = f"{_serbian_nominative(many, random)} {form}"
        return thousands + (f" {serbian(n % 1000, random, gender)}" if n % 1000 else "")
    if n >= 100:
        hundred = random.choice(_SR_HUNDREDS[n // 100].split("|")).replace("_", " ")
        return hundred + (f"{random.choice([' ', ' i '])}{serbian(n % 100, random, gender)}" if n % 100 else "")
    if n >= 20:
        joint = random.choice([" ", " i "])
        return _SR_TENS[n // 10] + (f"{joint}{serbian(n % 10, random, gender)}" if n % 10 else "")
    if n >= 10:
        return _SR_TEENS[n - 10]
    if n >= 5:
        return _SR_FROM_5[n - 5]
    return random.choice(_SR_SMALL[gender][n].split())


def _serbian_nominative(n: int, random: Random) -> str:
    spelt = serbian(n, random, "f")
    for form, plain in (("dveju", "dve"), ("dvema", "dve"), ("triju", "tri"), ("trima", "tri")):
        spelt = spelt.replace(form, plain)
    return spelt.replace("četiriju", "četiri").replace("četirima", "četiri")


_MK_TEENS = (
    "десет единаесет дванаесет тринаесет четиринаесет петнаесет шеснаесет седумнаесет осумнаесет деветнаесет"
).split()
_MK_TENS = "- - дваесет триесет четириесет педесет шеесет седумдесет осумдесет деведесет".split()
_MK_HUNDREDS = "- сто двесте триста четиристотини петстотини шестотини седумстотини осумстотини деветстотини".split()
_MK_SMALL = {
    "m": "- еден два три четири пет шест седум осум девет".split(),
    "f": "- една две три четири пет шест седум осум девет".split(),
    "the": "- едната двете трите четирите петте шестте седумте осумте деветте".split(),
}


def macedonian(n: int, random: Random, gender: str = "m") -> str:
    """две илјади и петстотини, дваесет и пет, сто и пет."""
    if n >= 1000:
        many = n // 1000
        thousands = "илјада" if many == 1 else f"{macedonian(many, random, 'f')} илјади"
        rest = n % 1000
        if not rest:
            return thousands
        joint = " и " if rest < 100 or rest % 100 == 0 else " "
        return thousands + joint + macedonian(rest, random, gender)
    if n >= 100:
        rest = n % 100
        joint = " и " if rest < 20 or rest % 10 == 0 else " "
        return _MK_HUNDREDS[n // 100] + (joint + macedonian(rest, random, gender) if rest else "")
    if n >= 20:
        return _MK_TENS[n // 10] + (f" и {macedonian(n % 10, random, gender)}" if n % 10 else "")
    if n >= 10:
        return _MK_TEENS[n - 10]
    return random.choice([_MK_SMALL[gender], _MK_SMALL["the"]])[n] if n > 1 else _MK_SMALL[gender][n]


_SQ = "zero një dy tre katër pesë gjashtë shtatë tetë nëntë dhjetë".split()
_SQ_TENS = "- - njëzet tridhjetë dyzet pesëdhjetë gjashtëdhjetë shtatëdhjetë tetëdhjetë nëntëdhjetë".split()


def albanian(n: int, random: Random, gender: str = "m") -> str:
    """njëzet e pesë, dy mijë e pesëqind; tri before a feminine noun."""
    if n >= 1000:
        rest = n % 1000
        return f"{albanian(n // 1000, random)} mijë" + (f" e {albanian(rest, random, gender)}" if rest else "")
    if n >= 100:
        return f"{_SQ[n // 100]}qind" + (f" e {albanian(n % 100, random, gender)}" if n % 100 else "")
    if n >= 20:
        return _SQ_TENS[n // 10] + (f" e {albanian(n % 10, random, gender)}" if n % 10 else "")
    if n > 10:
        return f"{_SQ[n - 10]}mbëdhjetë"
    return "tri" if n == 3 and gender == "f" else _SQ[n]
