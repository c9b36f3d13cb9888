"""Lettered lists of a translated act: their eIds are the original's, whatever alphabet the translator counted in.

The third point of a list is (c) in the original. A translation prints it (c), (в) or (v) in the order of the azbuka,
(ц) where a program changed the script of (c), and (с), a Cyrillic letter of the same drawing, where a keyboard did. One
letter does not tell which; the list does: in its own alphabet each letter is the one after the last. What a list of
another alphabet would be called by its letters alone names another point of the original: (г), g, is not (g).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from tomas_desktop.jurisdiction import numerals
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.provision import Provision
from tomas_desktop.text.look_alikes import drawn_in_latin
from tomas_desktop.text.scripts import eid_letters

_LETTERED = re.compile(r"(\d*)([^\W\d_]{1,3})")  # b, dž, 9a


def as_in_original(nodes: Sequence[Provision], numbers: Sequence[str], pack: Pack) -> list[str]:
    """The numbers of these siblings, as eIds write them, with their letters as the original's lists have them."""
    out = list(numbers)
    lists: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, number in enumerate(numbers):
        if found := _LETTERED.fullmatch(number):
            lists[nodes[place].unit, found[1]].append(place)
    for (_, digits), places in lists.items():
        letters = [numbers[place].removeprefix(digits) for place in places]
        drawn = [_drawn(nodes[place].num) for place in places]
        for place, letter in zip(places, _of_original(letters, drawn, pack), strict=True):
            out[place] = f"{digits}{letter}"
    return out


def _of_original(letters: Sequence[str], drawn: Sequence[str], pack: Pack) -> Sequence[str]:
    """The letters of one list in the original's alphabet: as they are, as they look, or by their places in the
    translation's alphabet, whichever makes a series."""
    original = [numerals.original_order(letter, pack) for letter in letters]
    looks = [numerals.original_order(letter, pack) if letter.isascii() else None for letter in drawn]
    own = [_own_order(letter, pack) for letter in letters]
    best = max((original, looks, own), key=_steps)
    if best is looks:
        return drawn
    return letters if best is original else [_counted(letter, pack) for letter in letters]


def _steps(orders: Sequence[int | None]) -> int:
    """How often a letter is the one after the last."""
    return sum(a is not None and b == a + 1 for a, b in pairwise(orders))


def _own_order(letter: str, pack: Pack) -> int | None:
    """The place of a letter, as eIds write it, in the translation's alphabet; doubled ones come after it."""
    alphabet = [eid_letters(each, pack.language) for each in pack.letters]
    if letter in alphabet:
        return alphabet.index(letter) + 1
    is_doubled = len(letter) == 2 and letter[0] == letter[1] and letter[0] in alphabet
    return len(alphabet) + alphabet.index(letter[0]) + 1 if is_doubled else None


def _counted(letter: str, pack: Pack) -> str:
    """A letter of the translation's alphabet as the letter of the same place in the original's; an inserted one, (va),
    by both its letters."""
    order, many = _own_order(letter, pack), len(pack.eid_letters)
    if order is None:
        return "".join(_counted(each, pack) for each in letter) if len(letter) > 1 else letter
    return pack.eid_letters[order - 1] if order <= many else pack.eid_letters[0] + pack.eid_letters[order - many - 1]


def _drawn(num: str) -> str:
    """The letters of a printed number as they look to a reader of Latin."""
    return drawn_in_latin("".join(re.findall(r"[^\W\d_]+", num)[-1:]).lower())
