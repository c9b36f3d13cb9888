"""Random changes of a tree that no drafter would make in one draft: units out of their order, numbers that stand
twice, divisions that come and go, lists that become sentences. What holds for them holds for every pair of texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from tomas_desktop.jurisdiction.numbering import with_eids
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.provision import DIVISIONS, NOT_LAW, Provision, rewrite

Siblings = list[Provision]
Change = Callable[[Siblings, int, Random], None]


def wild(nodes: Sequence[Provision], count: int, dice: Random, pack: Pack) -> tuple[Provision, ...]:
    """The law with so many wild changes made to it."""
    new = tuple(nodes)
    for _ in range(count):
        new = with_eids(_once(new, dice), pack)[0]
    return new


def _once(nodes: tuple[Provision, ...], dice: Random) -> tuple[Provision, ...]:
    holders = [node for node in _law(nodes) if node.children]
    tops = [place for place, node in enumerate(nodes) if node.unit == "article" or node.unit in DIVISIONS]
    if not holders or not tops or dice.random() < 0.1:
        if not tops:
            return nodes
        siblings = list(nodes[tops[0] : tops[-1] + 1])  # not even here does an article stand behind the signatures
        dice.choice(_CHANGES)(siblings, dice.choice(tops) - tops[0], dice)
        return (*nodes[: tops[0]], *siblings, *nodes[tops[-1] + 1 :])
    holder = dice.choice(holders)
    siblings = list(holder.children)
    dice.choice(_CHANGES)(siblings, dice.randrange(len(siblings)), dice)
    return rewrite(nodes, lambda n: (replace(n, children=tuple(siblings)),) if n is holder else None)


def _law(nodes: Sequence[Provision]) -> list[Provision]:
    out: list[Provision] = []
    for node in nodes:
        if node.unit == "article" or node.unit in DIVISIONS:
            out.extend(each for each in node.walk() if each.unit not in NOT_LAW)
    return out


def _gone(siblings: Siblings, place: int, dice: Random) -> None:
    if len(siblings) > 1:
        del siblings[place]


def _moved(siblings: Siblings, place: int, dice: Random) -> None:
    node = siblings.pop(place)
    siblings.insert(dice.randint(0, len(siblings)), node)


def _copied(siblings: Siblings, place: int, dice: Random) -> None:
    """Another unit of the same wording; below the article its number stands twice."""
    node = siblings[place]
    if node.unit == "article":
        node = replace(node, num=re.sub(r"\d+", lambda found: f"9{found.group()}", node.num, count=1))
    if node.unit not in DIVISIONS:
        siblings.insert(dice.randint(place, len(siblings)), node)


def _numbered_on(siblings: Siblings, place: int, dice: Random) -> None:
    """This one and those after it take the next number."""
    for at in range(place, len(siblings)):
        num = re.sub(r"\d+", lambda found: str(int(found.group()) + 1), siblings[at].num, count=1)
        siblings[at] = replace(siblings[at], num=num)


def _new_before(siblings: Siblings, place: int, dice: Random) -> None:
    sibling = siblings[place]
    _numbered_on(siblings, place, dice)
    text = _reworded(sibling.text, dice) if sibling.text else ""
    siblings.insert(place, replace(sibling, text=text, children=sibling.children[:1]))


def _words(siblings: Siblings, place: int, dice: Random) -> None:
    if siblings[place].text:
        siblings[place] = replace(siblings[place], text=_reworded(siblings[place].text, dice))


def _other_heading(siblings: Siblings, place: int, dice: Random) -> None:
    node = siblings[place]
    if node.unit == "article" or node.unit in DIVISIONS:
        siblings[place] = replace(node, heading=dice.choice(("", "Nova reč", _reworded(node.heading, dice))))


def _joined(siblings: Siblings, place: int, dice: Random) -> None:
    if place + 1 < len(siblings) and siblings[place].unit == siblings[place + 1].unit != "article":
        a, b = siblings[place : place + 2]
        if a.text and b.text:
            siblings[place : place + 2] = [replace(a, text=f"{a.text} {b.text}", children=(*a.children, *b.children))]


def _parted(siblings: Siblings, place: int, dice: Random) -> None:
    node = siblings[place]
    words = node.text.split(" ")
    if len(words) > 3:
        cut = dice.randint(1, len(words) - 1)
        first, second = " ".join(words[:cut]), " ".join(words[cut:])
        siblings[place : place + 1] = [replace(node, text=first, children=()), replace(node, text=second)]


def _list_gone(siblings: Siblings, place: int, dice: Random) -> None:
    node = siblings[place]
    if node.text and node.unit != "article":
        siblings[place] = replace(node, children=())


def _around(siblings: Siblings, place: int, dice: Random) -> None:
    """A new chapter around articles, or a division taken away from around them."""
    node = siblings[place]
    if node.unit == "article":
        siblings[place] = Provision("", "chapter", "Glava deveta", "NOVA GLAVA", children=(node,))
    elif node.unit in DIVISIONS:
        siblings[place : place + 1] = node.children


def _reworded(text: str, dice: Random) -> str:
    words = text.split(" ")
    at = dice.randrange(len(words))
    fresh = " ".join(dice.choice(_FRESH) for _ in range(dice.randint(1, 3)))
    way = dice.randrange(6)
    if way == 0 and len(words) > 2:
        del words[at]
    elif way == 1:
        words.insert(at, fresh)
    elif way == 2:
        words.append(fresh)
    elif way == 3 and len(words) > 3:
        words[at : at + 2] = words[at : at + 2][::-1]
    elif way == 4:
        words[at] += dice.choice((",", ";", "."))
    else:
        words[at] = fresh
    return " ".join(words).strip()


_FRESH = ("nov", "sud", "dete.", "„znak”", "8%", "500.000", "i", ",", "(2)", "Rok", "delo")
_CHANGES: tuple[Change, ...] = (
    _gone, _moved, _copied, _numbered_on, _new_before, _words, _words, _words, _words,
    _other_heading, _joined, _parted, _list_gone, _around,
)  # fmt: skip
