"""Parallel provisions in five languages, in our own words, with figures in digits and in words.

A sentence is a frame with slots; a slot holds a figure, which each language writes in one of its ways. Frames are full
of what is no figure: citations, numbers of acts, enumerations, "one of", "third country".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from tests.checks.spelt_numbers import albanian, english, macedonian, serbian
from tomas_desktop.text.scripts import to_cyrillic

LANGUAGES = ("en", "sr-Latn", "sr-Cyrl", "mk", "sq")
COUNTRY = {"en": "eu", "sr-Latn": "rs", "sr-Cyrl": "rs", "mk": "mk", "sq": "al"}


@dataclass(frozen=True)
class Amount:
    """A figure: how many of what; a date is day, month, year."""

    what: str
    value: tuple[int, ...]


SPELL: Mapping[str, Callable[..., str]] = {"en": english, "sr-Latn": serbian, "mk": macedonian, "sq": albanian}

# Unit by language: gender, then the forms after 1, after 2 to 4, after more.
UNITS = {
    "hour": {
        "en": ("", "hour", "hours", "hours"),
        "sr-Latn": ("m", "čas", "časa", "časova"),
        "mk": ("m", "час", "часа", "часа"),
        "sq": ("f", "orë", "orë", "orë"),
    },
    "day": {
        "en": ("", "day", "days", "days"),
        "sr-Latn": ("m", "dan", "dana", "dana"),
        "mk": ("m", "ден", "дена", "дена"),
        "sq": ("f", "ditë", "ditë", "ditë"),
    },
    "month": {
        "en": ("", "month", "months", "months"),
        "sr-Latn": ("m", "mesec", "meseca", "meseci"),
        "mk": ("m", "месец", "месеци", "месеци"),
        "sq": ("m", "muaj", "muaj", "muaj"),
    },
    "year": {
        "en": ("", "year", "years", "years"),
        "sr-Latn": ("f", "godinu", "godine", "godina"),
        "mk": ("f", "година", "години", "години"),
        "sq": ("m", "vit", "vjet", "vite"),
    },
    "percent": {
        "en": ("", "%", "%", "per cent"),
        "sr-Latn": ("m", "%", "odsto", "odsto"),
        "mk": ("m", "%", "отсто", "проценти"),
        "sq": ("m", "%", "për qind", "përqind"),
    },
    "euro": {
        "en": ("", "euro", "euros", "euros"),
        "sr-Latn": ("m", "evro", "evra", "evra"),
        "mk": ("n", "евро", "евра", "евра"),
        "sq": ("m", "euro", "euro", "euro"),
    },
    "members": {
        "en": ("", "member", "members", "members"),
        "sr-Latn": ("m", "član", "člana", "članova"),
        "mk": ("m", "член", "члена", "члена"),
        "sq": ("m", "anëtar", "anëtarë", "anëtarë"),
    },
}
MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "sr-Latn": ("januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra").split(),
    "mk": "јануари февруари март април мај јуни јули август септември октомври ноември декември".split(),
    "sq": "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor".split(),
}
SEPARATORS = {"en": ["\u00a0", " ", ","], "sr-Latn": ["."], "mk": ["."], "sq": [" ", "."]}

FRAMES = (
    {
        "en": "Whoever does so shall be punished by imprisonment of {0} to {1}, or by a fine of at least {2}.",
        "sr-Latn": "Ko to učini, kazniće se zatvorom od {0} do {1} ili novčanom kaznom od najmanje {2}.",
        "mk": "Тој што ќе го стори тоа ќе се казни со затвор од {0} до {1} или со парична казна од најмалку {2}.",
        "sq": "Kushdo që e bën këtë dënohet me burgim nga {0} deri në {1} ose me gjobë prej të paktën {2}.",
    },
    {
        "en": "The provider referred to in Article 5(2) informs the authority within {0} and keeps the data for {1}.",
        "sr-Latn": "Pružalac iz člana 12. stav 3. ovog zakona obaveštava organ u roku od {0} i čuva podatke {1}.",
        "mk": "Давателот од член 9 став (2) од законов го известува органот во рок од {0}, а податоците ги чува {1}.",
        "sq": "Ofruesi i përmendur në nenin 7 të këtij ligji njofton organin brenda {0} dhe ruan të dhënat për {1}.",
    },
    {
        "en": "One of the following applies by {0}: a child below {1}, or a third country, as laid down in point (a).",
        "sr-Latn": "Primenjuje se jedno od sledećeg do {0}: dete mlađe od {1} ili treća zemlja, zbog toga što je tako.",
        "mk": "Се применува едно од следново до {0}: дете помладо од {1} или трета земја, затоа што е така.",
        "sq": "Zbatohet një nga këto deri më {0}: një fëmijë nën {1}, ose një vend i tretë, siç parashikohet.",
    },
    {
        "en": "The fine is up to {0} of turnover, and not more than {1}, under Regulation (EU) 2016/679.",
        "sr-Latn": "Kazna iznosi do {0} prometa, a ne više od {1} („Službeni glasnik RS”, br. 85/05 i 88/05).",
        "mk": "Казната изнесува до {0} од прометот, но не повеќе од {1} („Службен весник” бр. 37/96 и 80/99).",
        "sq": "Gjoba është deri në {0} të xhiros, por jo më shumë se {1}, sipas ligjit nr. 7895, datë 27.1.1995.",
    },
    {
        "en": "The board has {0}, meets every {1} and reports for the first time on {2}.",
        "sr-Latn": "Odbor ima {0}, sastaje se svakih {1} i prvi put izveštava {2}.",
        "mk": "Одборот има {0}, се состанува на секои {1} и првпат известува на {2}.",
        "sq": "Bordi ka {0}, mblidhet çdo {1} dhe raporton për herë të parë më {2}.",
    },
)
SLOTS = (
    ("term", "years", "euro"),
    ("hours", "months"),
    ("date", "age"),
    ("percent", "euro"),
    ("members", "term", "date"),
)


def amount(slot: str, random: Random) -> Amount:
    """A figure that may stand in a slot."""
    if slot == "date":
        return Amount("date", (random.randint(1, 28), random.randint(1, 12), random.randint(2001, 2039)))
    if slot == "euro":
        return Amount("euro", (random.choice([random.randint(2, 99) * 1000, random.randint(2, 20) * 1_000_000]),))
    what, few, many = {
        "term": (random.choice(["day", "month"]), 2, 30),
        "years": ("year", 2, 30),
        "hours": (random.choice(["hour", "day"]), 1, 120),
        "months": (random.choice(["month", "year"]), 1, 36),
        "age": ("year", 11, 21),
        "percent": ("percent", 2, 40),
        "members": ("members", 2, 300),
    }[slot]
    return Amount(what, (random.randint(few, many),))


def altered(one: Amount, slot: str, random: Random) -> Amount:
    """The figure with another number."""
    while True:
        other = amount(slot, random)
        if other.value != one.value:
            return Amount(one.what, other.value)


def written(one: Amount, language: str, random: Random) -> str:
    """The figure as a language writes it, in one of its ways."""
    if language == "sr-Cyrl":
        return to_cyrillic(written(one, "sr-Latn", random))
    if one.what == "date":
        return _date(one.value, language, random)
    gender, after_one, after_few, after_many = UNITS[one.what][language]
    value = one.value[0]
    last = value % 10 if value % 100 not in (11, 12, 13, 14) else 9
    noun = (
        after_one if last == 1 and (language != "en" or value == 1) else after_few if last in (2, 3, 4) else after_many
    )
    if one.what == "year" and value == 1 and language == "sr-Latn" and random.random() < 0.4:
        return "godinu dana"
    if value >= 1_000_000:
        millions = value // 1_000_000
        word = {"en": "million", "mk": "милиони", "sq": "milionë", "sr-Latn": "miliona"}[language]
        if random.random() < 0.4:
            number = SPELL[language](millions, random) if random.random() < 0.5 else str(millions)
            return f"{number} {word} {after_many}"
        return f"{_grouped(value, language, random)} {after_many}"
    if noun == "%" or (one.what == "percent" and random.random() < 0.3):
        return f"{value}{random.choice(['', ' ', chr(0xA0)])}%"
    if language == "en" and one.what == "euro" and random.random() < 0.5:
        return f"{random.choice(['EUR ', '€'])}{_grouped(value, language, random)}"
    if random.random() < 0.5:
        number = _grouped(value, language, random)
    else:
        number = SPELL[language](value, random, gender) if gender else SPELL[language](value, random)
    if random.random() < 0.1 and number.isdigit() and value > 1:
        spelt = SPELL[language](value, random, gender) if gender else SPELL[language](value, random)
        number = f"{number} ({spelt})"
    return f"{number} {noun}"


def _grouped(value: int, language: str, random: Random) -> str:
    return f"{value:,}".replace(",", random.choice(SEPARATORS[language])) if value >= 1000 else str(value)


def _date(value: tuple[int, ...], language: str, random: Random) -> str:
    day, month, year = value
    name = MONTHS[language][month - 1]
    if language != "en" and random.random() < 0.4:
        return f"{day}.{month}.{year}" if random.random() < 0.5 else f"{day:02}.{month:02}.{year}"
    return {
        "en": random.choice([f"{day} {name} {year}", f"{name} {day}, {year}"]),
        "sr-Latn": random.choice([f"{day}. {name} {year}. godine", f"{day}. {name} {year}"]),
        "mk": random.choice([f"{day} {name} {year} година", f"{day} {name} {year}"]),
        "sq": f"{day} {name} {year}",
    }[language]


def sentence(frame: int, amounts: tuple[Amount, ...], language: str, random: Random) -> str:
    """A frame with its figures."""
    pattern = FRAMES[frame]["sr-Latn" if language == "sr-Cyrl" else language]
    if language == "sr-Cyrl":
        pattern = to_cyrillic(pattern)
    return pattern.format(*(written(each, language, random) for each in amounts))
