"""Random edits of a law as drafters make them: the new text of the law, and how many edits it took."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from tests.amend.law_words import words_of
from tomas_desktop.jurisdiction.numbering import eid_number, label, successor
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.provision import NOT_LAW, Provision, own_articles, rewrite

Edit = Callable[[Provision, random.Random, list[str], Pack], "Provision | None"]


def edited(
    nodes: Sequence[Provision], articles: int, dice: random.Random, pack: Pack
) -> tuple[tuple[Provision, ...], int]:
    """The law with so many of its articles edited, one to four edits each, and the number of edits made."""
    every = list(own_articles(nodes))
    twice = {node.eid.partition("-bis")[0] for node in every if "-bis" in node.eid}
    own = [node for node in every if _is_plain(node) and node.eid not in twice]
    chosen = {node.eid for node in dice.sample(own, min(articles, len(own)))}
    vocabulary = words_of(own)
    taken = {node.eid.partition("-bis")[0] for node in every}
    made = 0

    def change(node: Provision) -> tuple[Provision, ...] | None:
        nonlocal made
        if node.unit in NOT_LAW:
            return (node,)
        if node.unit != "article":
            return None
        if node.eid not in chosen:
            return (node,)
        kind = dice.random()
        if kind < 0.06:
            made += 1
            return ()
        if kind < 0.14:
            fresh = _new_article(node, dice, vocabulary, taken, pack)
            if fresh is not None:
                made += 1
                return (node, fresh)
        article = node
        for _ in range(dice.choice((1, 1, 1, 2, 3, 4))):
            after = dice.choice(_EDITS)(article, dice, vocabulary, pack)
            if after is not None and after != article:
                article, made = after, made + 1
        return (article,)

    return rewrite(nodes, change), made


def _is_plain(article: Provision) -> bool:
    """No number stands twice in it and no table is in it: what those mean is another question."""
    inside = list(article.walk())
    return bool(article.children) and not any("-bis" in node.eid or node.unit in NOT_LAW for node in inside)


def _phrase(dice: random.Random, vocabulary: list[str], low: int = 1, high: int = 4) -> str:
    return " ".join(dice.choice(vocabulary) for _ in range(dice.randint(low, high)))


def _sentence(dice: random.Random, vocabulary: list[str]) -> str:
    text = _phrase(dice, vocabulary, 5, 14)
    return text[0].upper() + text[1:] + "."


def _some_text(article: Provision, dice: random.Random) -> Provision | None:
    texts = [node for node in article.walk() if len(node.text.split()) > 3 and node.unit not in NOT_LAW]
    return dice.choice(texts) if texts else None


def _with_text(article: Provision, eid: str, text: str) -> Provision:
    return rewrite((article,), lambda node: (replace(node, text=text),) if node.eid == eid else None)[0]


def _on_text(change: Callable[[list[str], random.Random, list[str]], list[str] | None]) -> Edit:
    def edit(article: Provision, dice: random.Random, vocabulary: list[str], pack: Pack) -> Provision | None:
        node = _some_text(article, dice)
        if node is None:
            return None
        words = change(node.text.split(" "), dice, vocabulary)
        return None if not words else _with_text(article, node.eid, " ".join(words))

    return edit


def _replaced(words: list[str], dice: random.Random, vocabulary: list[str]) -> list[str]:
    at, width = dice.randrange(len(words)), dice.randint(1, 3)
    return [*words[:at], _phrase(dice, vocabulary), *words[at + width :]]


def _inserted(words: list[str], dice: random.Random, vocabulary: list[str]) -> list[str]:
    at = dice.randint(1, len(words) - 1)
    return [*words[:at], _phrase(dice, vocabulary), *words[at:]]


def _at_start(words: list[str], dice: random.Random, vocabulary: list[str]) -> list[str]:
    first = words[0][0].lower() + words[0][1:]
    return [_phrase(dice, vocabulary).capitalize(), first, *words[1:]]


def _at_end(words: list[str], dice: random.Random, vocabulary: list[str]) -> list[str]:
    last = words[-1]
    body, stop = (last[:-1], last[-1]) if last[-1] in ".;:," else (last, "")
    return [*words[:-1], f"{body}{dice.choice(('', ',', ';'))}", _phrase(dice, vocabulary) + stop]


def _more_at_end(words: list[str], dice: random.Random, vocabulary: list[str]) -> list[str]:
    return [*words, _sentence(dice, vocabulary)]


def _taken_out(words: list[str], dice: random.Random, vocabulary: list[str]) -> list[str] | None:
    at, width = dice.randrange(len(words)), dice.randint(1, 3)
    rest = [*words[:at], *words[at + width :]]
    return rest if len(rest) > 2 else None


def _punctuated(words: list[str], dice: random.Random, vocabulary: list[str]) -> list[str]:
    at = dice.randrange(len(words))
    word = words[at]
    changed = word[:-1] if word[-1] in ",;" else word + "," if word[-1].isalpha() else word
    return [*words[:at], changed, *words[at + 1 :]]


def _numbers(article: Provision, dice: random.Random, vocabulary: list[str], pack: Pack) -> Provision | None:
    texts = [node for node in article.walk() if re.search(r"\b\d+\b", node.text)]
    if not texts:
        return None
    node = dice.choice(texts)
    found = dice.choice(list(re.finditer(r"\b\d+\b", node.text)))
    changed = str(int(found.group()) + dice.randint(1, 9))
    return _with_text(article, node.eid, node.text[: found.start()] + changed + node.text[found.end() :])


def _heading(article: Provision, dice: random.Random, vocabulary: list[str], pack: Pack) -> Provision | None:
    if not article.heading:
        return None
    if dice.random() < 0.5:
        return replace(article, heading=_phrase(dice, vocabulary, 2, 5).capitalize())
    words = article.heading.split(" ")
    at = dice.randrange(len(words))
    word = dice.choice(vocabulary)
    if words[at][:1].isupper():  # a title begins as it began
        word = word[:1].upper() + word[1:]
    return replace(article, heading=" ".join([*words[:at], word, *words[at + 1 :]]))


def _siblings(article: Provision, dice: random.Random) -> tuple[Provision, int] | None:
    """A holder and the place of one of its units."""
    holders = [
        node
        for node in article.walk()
        if any(child.unit in ("paragraph", "point", "indent", "subpoint") for child in node.children)
    ]
    if not holders:
        return None
    holder = dice.choice(holders)
    places = [i for i, child in enumerate(holder.children) if child.unit not in ("wrapup", "subparagraph")]
    return holder, dice.choice(places)


def _new_unit(article: Provision, dice: random.Random, vocabulary: list[str], pack: Pack) -> Provision | None:
    found = _siblings(article, dice)
    if found is None:
        return None
    holder, place = found
    sibling = holder.children[place]
    following = [child for child in holder.children[place + 1 :] if child.unit == sibling.unit]
    shifts = pack.rule(sibling.unit).renumber == "shift" and sibling.num[:1].isascii() and dice.random() < 0.6
    num = sibling.num
    if any(letter.isalnum() for letter in sibling.num):
        num = successor(sibling.num, sibling.unit, pack, None if shifts else [child.num for child in holder.children])
        if not shifts and any(child.num == num for child in following):
            return None
    text = _sentence(dice, vocabulary)
    if sibling.text.endswith((";", ",")):
        text = text[:-1] + sibling.text[-1]
    fresh = Provision("", sibling.unit, num, "", text)
    after = [
        _renumbered(child, 1) if shifts and child.unit == sibling.unit else child
        for child in holder.children[place + 1 :]
    ]
    return _with_children(article, holder, [*holder.children[: place + 1], fresh, *after])


def _gone_unit(article: Provision, dice: random.Random, vocabulary: list[str], pack: Pack) -> Provision | None:
    found = _siblings(article, dice)
    if found is None:
        return None
    holder, place = found
    sibling = holder.children[place]
    if sum(child.unit == sibling.unit for child in holder.children) < 3:
        return None
    shifts = pack.rule(sibling.unit).renumber == "shift" and dice.random() < 0.6
    after = [
        _renumbered(child, -1) if shifts and child.unit == sibling.unit else child
        for child in holder.children[place + 1 :]
    ]
    return _with_children(article, holder, [*holder.children[:place], *after])


def _worded_anew(article: Provision, dice: random.Random, vocabulary: list[str], pack: Pack) -> Provision | None:
    found = _siblings(article, dice)
    if found is None:
        return None
    holder, place = found
    sibling = holder.children[place]
    fresh = replace(sibling, text=_sentence(dice, vocabulary), children=())
    return _with_children(article, holder, [*holder.children[:place], fresh, *holder.children[place + 1 :]])


def _renumbered(node: Provision, by: int) -> Provision:
    return replace(node, num=re.sub(r"\d+", lambda found: str(int(found.group()) + by), node.num, count=1))


def _with_children(article: Provision, holder: Provision, children: Sequence[Provision]) -> Provision:
    return rewrite(
        (article,), lambda node: (replace(node, children=tuple(children)),) if node.eid == holder.eid else None
    )[0]


def _new_article(
    after: Provision, dice: random.Random, vocabulary: list[str], taken: set[str], pack: Pack
) -> Provision | None:
    num = successor(after.num, "article", pack, [after.num])
    eid = label("article", eid_number(num, pack))
    if not num or eid in taken:
        return None
    taken.add(eid)
    style = after.children[0].num
    texts = [_sentence(dice, vocabulary) for _ in range(dice.randint(1, 3))]
    numbered = any(letter.isdigit() for letter in style)
    paragraphs = tuple(
        Provision("", "paragraph", re.sub(r"\d+", str(n), style, count=1) if numbered else "", "", text)
        for n, text in enumerate(texts, start=1)
    )
    heading = _phrase(dice, vocabulary, 2, 4).capitalize() if after.heading else ""
    return replace(after, eid="", num=num, heading=heading, notes=(), text="", children=paragraphs)


_EDITS: tuple[Edit, ...] = (
    *(_on_text(change) for change in (_replaced, _replaced, _inserted, _at_start, _at_end, _more_at_end)),
    *(_on_text(change) for change in (_taken_out, _punctuated)),
    _numbers, _heading, _new_unit, _new_unit, _gone_unit, _worded_anew,
)  # fmt: skip
