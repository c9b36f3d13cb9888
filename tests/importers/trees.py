"""Random laws as they are well formed in each of the four legal orders, for what must hold of every law.

They are made from a seed: shrinking a tree of a hundred choices costs more than reading the one that failed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from hypothesis import strategies as st

from tomas_desktop.jurisdiction import pack
from tomas_desktop.jurisdiction.numbering import with_eids
from tomas_desktop.model.provision import Provision
from tomas_desktop.text.scripts import to_cyrillic

RS, EU = pack.load("rs", "sr-Latn"), pack.load("eu", "en")
MK, AL = pack.load("mk", "mk"), pack.load("al", "sq")
_LETTERS = "abcdefghijkl"
_ROMAN = ("i", "ii", "iii", "iv", "v")
_ORDINALS = ("prva", "druga", "treća", "četvrta", "peta", "šesta")
_MK_ORDINALS = ("прва", "втора", "трета")
_AL_LETTERS = ("a", "b", "c", "ç", "d", "dh", "e", "ë")
_WORDS = "delo učinilac sud pravo 12 čl. stav dete list (tekst) žiro-račun „znak”".split()

Items = Callable[[Random], list[Provision]]


SEEDS = st.integers(0, 2**32)


def rs_law(seed: int) -> tuple[Provision, ...]:
    """A Serbian law: a title, chapters with sections or without, articles, what amending acts left."""
    return _rs_law(Random(seed))


def eu_act(seed: int) -> tuple[Provision, ...]:
    """An act of the Union: a title, citations, recitals, chapters, articles, conclusions, an annex."""
    return _eu_act(Random(seed))


def mk_law(seed: int) -> tuple[Provision, ...]:
    """A Macedonian law: headings above, `Член 1-а`, numbered paragraphs; its words are the Serbian ones in Cyrillic."""
    dice = Random(seed)
    nodes = [_in_cyrillic(node) for node in _national(dice, MK_MANNER)]
    return with_eids(nodes, MK)[0]


def al_law(seed: int) -> tuple[Provision, ...]:
    """An Albanian law: headings below, `Neni 1/1`, points `1.` and letters in the order of its alphabet."""
    return with_eids(_national(Random(seed), AL_MANNER), AL)[0]


def _phrase(dice: Random, first: str) -> str:
    return " ".join([dice.choice(first.split()), *(dice.choice(_WORDS) for _ in range(dice.randint(0, 6)))])


def sentence(dice: Random) -> str:
    return _phrase(dice, "Ko Sud Organ U Pravo") + " reči."


def _intro(dice: Random) -> str:
    return _phrase(dice, "Sud Organ") + " sledeće:"


def _heading(dice: Random) -> str:
    return _phrase(dice, "Predmet Opseg Dužnost Pravo Mesto Rok") + " reč"


def _list(dice: Random, unit: str, numbers: Sequence[str], below: Items | None = None) -> list[Provision]:
    """Every item ends in a semicolon but the last, which ends in a stop."""
    items = []
    for place, num in enumerate(numbers):
        inside = below(dice) if below and dice.random() < 0.2 else []
        mark = ":" if inside else "." if place + 1 == len(numbers) else ";"
        text = _phrase(dice, "učini Ima ne ako") + mark
        items.append(Provision("", unit, num, "", text, children=tuple(inside)))
    return items


def _indents(dice: Random) -> list[Provision]:
    return _list(dice, "indent", ["–"] * dice.randint(1, 3))


def _rs_points(dice: Random) -> list[Provision]:
    def subpoints(dice: Random) -> list[Provision]:
        return _list(dice, "subpoint", [f"({i + 1})" for i in range(dice.randint(2, 3))])

    return _list(dice, "point", [f"{i + 1})" for i in range(dice.randint(2, 6))], subpoints)


def _eu_points(dice: Random) -> list[Provision]:
    def subpoints(dice: Random) -> list[Provision]:
        return _list(dice, "subpoint", [f"({each})" for each in _ROMAN[: dice.randint(2, 5)]], _indents)

    return _list(dice, "point", [f"({each})" for each in _LETTERS[: dice.randint(2, 12)]], subpoints)


def _paragraph(dice: Random, num: str, points: Items, has_subparagraphs: bool) -> Provision:
    kind = dice.choice(("plain", "plain", "points", "indents", "wrapup"))
    node = Provision("", "paragraph", num, "", sentence(dice))
    if kind != "plain":
        items = _indents(dice) if kind == "indents" else points(dice)
        if kind == "wrapup":
            items[-1] = _with_comma(items[-1])
            items.append(Provision("", "wrapup", text=_phrase(dice, "dakle onda") + " kraj."))
        node = replace(node, text=_intro(dice), children=tuple(items))
    if has_subparagraphs and num and dice.random() < 0.4:
        node = replace(node, children=(*node.children, Provision("", "subparagraph", text=sentence(dice))))
    return node


def _with_comma(node: Provision) -> Provision:
    """The item with a comma for its last stop: the sentence goes on after the list."""
    if node.children:
        return replace(node, children=(*node.children[:-1], _with_comma(node.children[-1])))
    return replace(node, text=node.text[:-1] + ",")


def _al_letters(dice: Random) -> list[Provision]:
    return _list(dice, "point", [f"{each})" for each in _AL_LETTERS[: dice.randint(2, 8)]])


@dataclass(frozen=True)
class Manner:
    """How a country prints: number of an article and of one put in after it, paragraph, chapter; its lists."""

    article: str
    inserted: str
    paragraph: str
    chapters: tuple[str, ...]
    points: Items
    heading_above: bool


MK_MANNER = Manner("Член {}", "Член {}-а", "({})", tuple(f"Глава {each}" for each in _MK_ORDINALS), _rs_points, True)
AL_MANNER = Manner("Neni {}", "Neni {}/1", "{}.", ("KREU I", "KREU II", "KREU III"), _al_letters, False)


def _national(dice: Random, manner: Manner) -> list[Provision]:
    """Chapters or none, articles numbered on, some of them put in later, some with a heading."""
    nodes: list[Provision] = []
    first, chapters = 1, dice.randint(0, 3)
    for place in range(max(chapters, 1)):
        nums = []
        for number in range(first, first + dice.randint(1, 3)):
            nums.append(manner.article.format(number))
            if dice.random() < 0.2:
                nums.append(manner.inserted.format(number))
        first += 3
        articles = [_national_article(dice, num, manner) for num in nums]
        if chapters:
            heading = _heading(dice).upper()
            articles = [Provision("", "chapter", manner.chapters[place], heading, children=tuple(articles))]
        nodes.extend(articles)
    return nodes


def _national_article(dice: Random, num: str, manner: Manner) -> Provision:
    node = Provision("", "article", num, _heading(dice), heading_above=manner.heading_above)
    count, numbered = dice.randint(1, 4), dice.random() < 0.5
    nums = [manner.paragraph.format(i + 1) if numbered else "" for i in range(count)]
    return replace(node, children=tuple(_paragraph(dice, num, manner.points, False) for num in nums))


def _in_cyrillic(node: Provision) -> Provision:
    return replace(
        node,
        heading=to_cyrillic(node.heading),
        text=to_cyrillic(node.text),
        children=tuple(_in_cyrillic(child) for child in node.children),
    )


def _article(dice: Random, num: str, eu: bool) -> Provision:
    heading = _heading(dice) if eu or dice.random() < 0.8 else ""
    node = Provision("", "article", num, heading, heading_above=not eu)
    if not eu and dice.random() < 0.1:
        return replace(node, children=(Provision("", "paragraph", text="(Brisano)"),))
    count, numbered = dice.randint(1, 4), dice.random() < 0.5
    nums = [("{}." if eu else "({})").format(i + 1) if numbered else "" for i in range(count)]
    points = _eu_points if eu else _rs_points
    return replace(node, children=tuple(_paragraph(dice, num, points, eu) for num in nums))


def _articles(dice: Random, first: int, eu: bool) -> list[Provision]:
    word, stop = ("Article", "") if eu else ("Član", ".")
    nums = []
    for number in range(first, first + dice.randint(1, 3)):
        nums.append(f"{word} {number}{stop}")
        if dice.random() < 0.2:
            nums.append(f"{word} {number}a")
    return [_article(dice, num, eu) for num in nums]


def _body(dice: Random, eu: bool) -> list[Provision]:
    nodes: list[Provision] = []
    first, chapters = 1, dice.randint(0, 3)
    for place in range(max(chapters, 1)):
        articles = _articles(dice, first, eu)
        first += len(articles)
        if chapters and dice.random() < 0.4:
            articles = [Provision("", "section", "SECTION 1" if eu else "1.", _heading(dice), children=tuple(articles))]
        if chapters:
            num = f"CHAPTER {'I' * (place + 1)}" if eu else f"Glava {_ORDINALS[place]}"
            articles = [Provision("", "chapter", num, _heading(dice).upper(), children=tuple(articles))]
        nodes.extend(articles)
    return nodes


def _rs_law(dice: Random) -> tuple[Provision, ...]:
    nodes = [_block("preface", ["ZAKON", _heading(dice).upper()])] if dice.random() < 0.5 else []
    nodes.extend(_body(dice, eu=False))
    if dice.random() < 0.3:
        inside = tuple(_articles(dice, 2, eu=False))
        heading = f"Samostalni članovi {_heading(dice)}"
        nodes.append(Provision("", "leftover", "", heading, '("Gl.", br. 1/20)', children=inside))
    return with_eids(nodes, RS)[0]


def _eu_act(dice: Random) -> tuple[Provision, ...]:
    preamble = [Provision("", "citation", text=f"Having regard to {_phrase(dice, 'the a')},") for _ in range(2)]
    preamble += [Provision("", "recital", f"({i + 1})", "", sentence(dice)) for i in range(dice.randint(0, 3))]
    preamble.append(Provision("", "enacting", text="HAVE ADOPTED THIS REGULATION:"))
    nodes = [_block("preface", ["REGULATION", _heading(dice)]), Provision("", "preamble", children=tuple(preamble))]
    nodes.extend(_body(dice, eu=True))
    if dice.random() < 0.5:
        nodes.append(_block("conclusions", ["Done at Brussels, 1 May 2026.", sentence(dice)]))
    if dice.random() < 0.5:
        inside = tuple(Provision("", "paragraph", text=sentence(dice)) for _ in range(dice.randint(1, 2)))
        nodes.append(Provision("", "annex", "ANNEX I", _heading(dice).upper(), children=inside, heading_above=True))
    return with_eids(nodes, EU)[0]


def _block(unit: str, lines: list[str]) -> Provision:
    return Provision("", unit, children=tuple(Provision("", "paragraph", text=line) for line in lines))
