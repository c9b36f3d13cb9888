"""How the words of a citation hang together: units with their lists of numbers, chained from the wide to the narrow
("člana 12. stav 3", "Article 4(1), point (b)") or back ("point (b) of Article 4(1)", "pika 2 e nenit 5")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tomas_desktop.jurisdiction import cited_acts, numerals
from tomas_desktop.jurisdiction.citation_words import RANK, Kind, Lexicon, Token
from tomas_desktop.jurisdiction.numbering import eid_number
from tomas_desktop.jurisdiction.pack import Pack

RANGE = "…"  # between the ends of a range: `305…310`

Path = tuple[tuple[str, str], ...]  # units with their numbers as eIds write them, from the wide to the narrow

_ARTICLE = RANK["article"]
_DIVISIONS = frozenset({"annex", "part", "title", "chapter", "section", "subsection"})
_LETTERED = frozenset({"point", "subpoint", "section", "subsection", "annex"})
_LIST = 30  # numbers of a list whose unit stands in the singular
# What stands behind the last number of a list after a unit in the singular: člana 77. i 78. Zakona o ...
_BEHIND_A_LIST = frozenset({None, "of", "this", "that", "law", "comma", "stop", "and", "unit", "mark", "bracket"})
_FAR = 15  # an open list of paragraphs that jumps this far has gone back to articles ("216. st. 1. do 3. i 221.")


@dataclass(slots=True)
class Group:
    """A unit with its numbers and all that is chained to it. `first` and `last` are places of tokens."""

    first: int
    last: int
    paths: list[Path] = field(default_factory=list)
    of: str = ""  # the unit it says it is of ("of this Article"): one that holds the citing provision
    there: bool = False  # of what was cited before ("thereof", "of that Article")
    own: bool = False  # of this act, in so many words
    external: str = ""  # the other act it is of
    definite: bool = False  # of "the Regulation" and no more: in an annex the act itself
    joined: bool = False  # by "and" or a comma to the group before

    @property
    def top(self) -> str:
        """The widest unit it names."""
        return self.paths[0][0][0]


class Chains:
    """A text's words, read for citations from left to right."""

    def __init__(self, text: str, tokens: Sequence[Token], lex: Lexicon, pack: Pack) -> None:
        self.text, self.tokens, self.lex, self.pack = text, tokens, lex, pack

    def groups(self) -> list[Group]:
        """Every chain of the text, in order."""
        out: list[Group] = []
        at = 0
        while at < len(self.tokens):
            group = self._group(at) if self._kind(at) in ("unit", "ordinal") else None
            if group is None:
                at += 1
                continue
            self._act(group)
            if out and out[-1].last + 1 < group.first:
                between = range(out[-1].last + 1, group.first)
                group.joined = all(self._kind(place) in ("and", "comma", "the") for place in between)
            out.append(group)
            at = group.last + 1
        _share(out)
        return out

    def _kind(self, at: int) -> Kind | None:
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else None

    def _is_unit(self, at: int) -> bool:
        return self._kind(at) == "unit"

    def _after(self, at: int, *kinds: Kind) -> int:
        """The place after all tokens of these kinds."""
        while self._kind(at) in kinds:
            at += 1
        return at

    # ---- from the wide to the narrow -----------------------------------------------------------------------

    def _group(self, at: int) -> Group | None:
        """The chain that begins here, with all that is chained to it on either side."""
        found = self._descending(at, outer=False)
        if found is None:
            return None
        paths, end = found
        group = Group(at, end - 1, paths)
        while self._ascend(group):
            pass
        return group

    def _descending(self, at: int, *, outer: bool) -> tuple[list[Path], int] | None:
        """A unit with its numbers and the narrower units below them. `outer` says that a list of a wider unit may
        go on behind it."""
        ordinals, place = self._ordinals(at)
        if ordinals:  # first and second subparagraphs, prva rečenica
            if not self._is_unit(place) or RANK[self.tokens[place].value] < _ARTICLE + 1:
                return None
            unit = self.tokens[place].value
            paths, end = self._narrower([((unit, number),) for number in ordinals], unit, place + 1, outer=outer)
            return paths, end
        if not self._is_unit(at):
            return None
        token = self.tokens[at]
        first = self._after(at + 1, "of") if token.many and self._kind(at + 1) == "of" else at + 1
        if self._number(first, token.value) is not None:
            return self._listed(first, token.value, many=token.many, outer=outer)
        ordinals, place = self._ordinals(self._after(at + 1, "of"))  # paragrafi i parë, alineja druga
        if ordinals and not self._is_unit(place):
            return self._narrower([((token.value, number),) for number in ordinals], token.value, place, outer=outer)
        return None

    def _ordinals(self, at: int) -> tuple[list[str], int]:
        numbers: list[str] = []
        while self._kind(at) == "ordinal":
            numbers.append(self.tokens[at].value)
            following = self._after(at + 1, "and", "comma", "the", "of")
            if self._kind(following) != "ordinal" or self._kind(at + 1) == "ordinal":
                return numbers, at + 1
            at = following
        return numbers, at

    def _listed(self, at: int, unit: str, *, many: bool, outer: bool) -> tuple[list[Path], int]:
        """The numbers of a unit, each with what is below it, and the place after them."""
        paths: list[Path] = []
        kind, closed, values = self._kind(at), False, []
        while True:
            number = self._number(at, unit) or ""
            values.append(number)
            at = self._after_number(at)
            items: list[Path] = [((unit, number),)]
            end = self._to(at, unit)
            if end is not None:
                items = [((unit, f"{number}{RANGE}{self._number(end, unit)}"),)]
                at = self._after_number(end)
            items, at = self._bracketed(items, unit, at)
            items, at = self._narrower(items, unit, at, outer=many or outer)
            paths.extend(items)
            following, joined = self._joined(at)
            if following == at or (closed and (outer or not many)):
                return paths, at
            if self._kind(following) != kind or not self._goes_on(following, unit, values, many, outer, joined):
                return paths, at
            closed, at = joined, following

    def _joined(self, at: int) -> tuple[int, bool]:
        """The place after a comma or an "and", and whether it was an "and"."""
        if self._kind(at) == "of" and self.tokens[at].text.casefold() in self.lex.joins:
            return at + 1, True
        end = self._after(at, "comma", "and")
        return end, any(self._kind(place) == "and" for place in range(at, end))

    def _goes_on(self, at: int, unit: str, values: list[str], many: bool, outer: bool, joined: bool) -> bool:
        """Is the number at this place one more of the list?"""
        number = self._number(at, unit)
        if number is None:
            return False
        behind = self._after_number(at)
        if outer:
            if not many or self._is_wider_item(behind, unit):
                return False
            last, this = values[-1].split(RANGE)[-1], number
            return not (last.isdigit() and this.isdigit() and int(this) - int(last) > _FAR)
        if many:
            return True
        for _ in range(_LIST):  # point 1, 6 or 7
            if joined:
                break
            following, joined = self._joined(behind)
            if following == behind or self._number(following, unit) is None:
                return False
            behind = self._after_number(following)
        return joined and self._kind(behind) in _BEHIND_A_LIST

    def _is_wider_item(self, at: int, unit: str) -> bool:
        """Does a unit of the same level (or a wider one) with its number stand here? Then the number in front of it
        is one of the wider list ("..., 179. stav 3")."""
        if not self._is_unit(at):
            return False
        return RANK[self.tokens[at].value] <= RANK[unit] and self._number(at + 1, self.tokens[at].value) is not None

    def _bracketed(self, items: list[Path], unit: str, at: int) -> tuple[list[Path], int]:
        """Numbers in brackets right behind a number: 4(1)(b), 33(1), (3) and (4), 5(2) to (6)."""
        if unit not in ("article", "paragraph", "point") or not (self._touches(at) or self._is_lettered(unit, at)):
            return items, at
        below: list[Path] = []
        while True:
            path: Path = ()
            levels = ["paragraph", "point", "subpoint"]
            if unit != "article":
                levels = levels[levels.index("point") if unit != "point" else 2 :]
            while self._kind(at) == "bracket" and (not path or self._touches(at)):
                level = "paragraph" if levels[:1] == ["paragraph"] else (levels or ["subpoint"])[0]
                path = (*path, (level, eid_number(self.tokens[at].value, self.pack)))
                levels, at = levels[1:], at + 1
            end = self._after(at, "to")
            if end > at and self._kind(end) == "bracket" and path:
                last = eid_number(self.tokens[end].value, self.pack)
                path, at = (*path[:-1], (path[-1][0], f"{path[-1][1]}{RANGE}{last}")), end + 1
            below.append(path)
            following = self._after(at, "comma", "and")
            if following == at or self._kind(following) != "bracket":
                break
            at = following
        return [(*item, *path) for item in items for path in below], at

    def _touches(self, at: int) -> bool:
        """Does a bracket stand here with no blank before it?"""
        return self._kind(at) == "bracket" and self.tokens[at].start == self.tokens[at - 1].end

    def _is_lettered(self, unit: str, at: int) -> bool:
        """Does a letter in brackets stand here, of a point whose number is apart ("points 5 (b) and (c)")?"""
        return unit == "point" and self._kind(at) == "bracket" and self.tokens[at].value.isalpha()

    def _narrower(self, items: list[Path], unit: str, at: int, *, outer: bool) -> tuple[list[Path], int]:
        """What stands below a number: "stav 3", ", point (b)", "(paragrafi i dytë)"."""
        place = self._after(at, "comma", "the")
        bracket = self._kind(place) == "mark" and self.tokens[place].text == "("
        place += bracket
        below: list[Path] = []
        end, same = at, ""
        while True:
            unit_at = self._unit_of(place)
            if unit_at is None or RANK[self.tokens[unit_at].value] <= RANK[unit]:
                break
            word = self.tokens[unit_at].text.casefold()
            if below and (word not in (same, *self.lex.bare) or (not bracket and self._is_own(place))):
                break
            found = self._descending(place, outer=outer)
            if found is None:
                break
            same = word
            more, end = found
            below.extend(more)
            place = self._after(end, "comma", "and", "the")
            if place == end or not (bracket or any(self._kind(each) == "and" for each in range(end, place))):
                break
        if bracket and below:
            if not (self._kind(end) == "mark" and self.tokens[end].text == ")"):
                return items, at
            end += 1
        if not below:
            return items, at
        return [(*item, *path) for item in items for path in below], end

    def _unit_of(self, at: int) -> int | None:
        """The place of the unit's word of a chain that begins here: here, or behind its ordinals."""
        _, place = self._ordinals(at)
        return place if self._is_unit(place) else None

    def _is_own(self, at: int) -> bool:
        """Is the chain that begins here said to be of something wider? Then it is none of what stood before."""
        found = self._descending(at, outer=False)
        if found is None:
            return False
        end = self._after(found[1], "of", "the")
        return self._kind(end) == "this" and self._is_unit(end + 1)

    # ---- numbers -------------------------------------------------------------------------------------------

    def _number(self, at: int, unit: str) -> str | None:
        """The number here as an eId writes it, if a unit of this kind can have it."""
        if not 0 <= at < len(self.tokens):
            return None
        token = self.tokens[at]
        if token.kind in ("number", "bracket", "letter"):
            if unit in ("article", "recital", "part", "title", "chapter") and not token.value[0].isdigit():
                return None
            return eid_number(token.value, self.pack) or None
        if unit in _DIVISIONS:
            if token.kind == "roman" or (numerals.roman(token.text) and token.text.isupper()):
                return eid_number(token.text, self.pack) or None
            if unit in _LETTERED and len(token.text) == 1 and token.text.isupper():
                return eid_number(token.text, self.pack) or None
            if token.kind == "word" and token.text.istitle() and numerals.ordinal(token.text, self.pack)[0]:
                return eid_number(token.text, self.pack) or None  # Part Three
        elif unit in _LETTERED and token.text.islower() and re.fullmatch(r"[^\W\d_]", token.text):
            return eid_number(token.text, self.pack) if self._kind(at + 1) in ("comma", "of") else None  # point a, of
        return None

    def _after_number(self, at: int) -> int:
        """The place after a number and the stop that makes it an ordinal ("12. stav"), not one that ends a
        sentence."""
        token = self.tokens[at]
        if (
            self._kind(at + 1) != "stop"
            or self.tokens[at + 1].start != token.end
            or not self.pack.citations.get("stop")
        ):
            return at + 1
        rest = self.text[self.tokens[at + 1].end :]
        ends = re.match(r"\s*$|\s*[”“\"’)\]]", rest) is not None
        if re.match(r"\s+[^\W\d_]", rest) and rest.lstrip()[0].isupper():
            ends = cited_acts.name_at(self.text, self.tokens, at + 2, self.lex) is None
        return at + 1 if ends else at + 2

    def _to(self, at: int, unit: str) -> int | None:
        """The place of the number that ends the range begun before this place."""
        if self._kind(at) != "to":
            return None
        place = at + 1
        if self._is_unit(place) and self.tokens[place].value == unit:
            place += 1
        if self._number(place, unit) is None:
            return None
        return place

    # ---- and back to the wide ------------------------------------------------------------------------------

    def _ascend(self, group: Group) -> bool:
        """Chain what the group is said to be of, if something is: "of Article 4(1)", "e nenit 5", "ovog člana"."""
        rank = RANK[group.top]
        at = group.last + 1
        comma = self._kind(at) == "comma"
        place = self._after(at + comma, "of", "the")
        linked = place > at + comma
        if self._kind(place) in ("this", "that"):
            if not self._is_unit(place + 1) or RANK[self.tokens[place + 1].value] >= rank or (comma and not linked):
                return False
            if self._number(place + 2, self.tokens[place + 1].value) is not None:
                return False
            group.of, group.there = self.tokens[place + 1].value, self._kind(place) == "that"
            group.last = place + 1
            return False
        if self._kind(at) == "there":
            group.there, group.last = True, at
            return False
        unit_at = self._unit_of(place)
        if unit_at is None or RANK[self.tokens[unit_at].value] >= rank or (comma and not linked):
            return False
        if not linked and self.lex.links:  # "paragraph 1 Article 5" is no chain where there are words for it
            return False
        found = self._descending(place, outer=False)
        if found is None:
            return False
        paths, end = found
        group.paths = [(*wide, *path) for wide in paths for path in group.paths]
        group.last = end - 1
        return True

    def _act(self, group: Group) -> None:
        """The act the group is said to be of, if one is named: of this Regulation, of that one, of another."""
        at = self._after(group.last + 1, "comma")
        place = self._after(at, "of", "the")
        apart, linked = at > group.last + 1, place > at
        if apart and not linked:
            return
        kind, following = self._kind(place), self._kind(place + 1)
        if kind == "this" and following == "law":
            group.own, group.last = True, place + 1
        elif kind == "that" and following == "law":
            group.external = self.text[self.tokens[place].start : self.tokens[place + 1].end]
            group.there, group.last = True, place + 1
        elif group.of:
            return
        elif kind == "treaty":
            group.external, group.last = self.tokens[place].text, place
        elif RANK[group.top] <= _ARTICLE and (linked or not self.lex.links):
            last = cited_acts.name_at(self.text, self.tokens, place, self.lex)
            if last is not None:
                name = self.text[self.tokens[place].start : self.tokens[last].end]
                group.definite = last == place and self._kind(place - 1) == "the"
                group.external, group.last = name, last


def _share(groups: list[Group]) -> None:
    """What is said once of several joined chains is said of each: "points (a) and point (b) of Article 5"; "člana 3. i
    člana 5. Zakona o ..."."""
    for place in range(len(groups) - 1, 0, -1):
        group, before = groups[place], groups[place - 1]
        if not group.joined or before.external or before.own or before.of or before.there:
            continue
        if before.top == group.top:
            before.external, before.own, before.definite = group.external, group.own, group.definite
            before.of, before.there = group.of, group.there
