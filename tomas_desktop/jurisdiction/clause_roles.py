"""What the parts of one piece of a sentence are for: where it goes, beside which unit, about which words, what comes
in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tomas_desktop.jurisdiction.clause_parts import Move, Part
from tomas_desktop.jurisdiction.clause_targets import Chain, below, inner_point, placed
from tomas_desktop.jurisdiction.clause_words import Lexicon
from tomas_desktop.model.clause import Position


@dataclass
class Roles:
    """The parts of a piece by what they are for. `context` is what the sentences before named, `chains` are the places
    that this one names; `subjects` stand before the verb, `objects` behind it."""

    context: Chain
    verb: str
    lex: Lexicon
    chains: list[Chain] = field(default_factory=list)
    sibling: tuple[Position, tuple[Chain, ...]] | None = None  # new units come beside it
    subjects: list[Part] = field(default_factory=list)
    objects: list[Part] = field(default_factory=list)
    units: list[Part] = field(default_factory=list)  # chains and bare units that come in
    anchor: str = ""
    anchor_is_mark: bool = False
    position: Position = "after"
    at: Position | None = None  # at the end, at the start
    heading: bool = False
    heading_chain: Chain | None = None
    second: bool = False  # the unit itself is named beside its heading
    new_heading: bool = False
    law: bool = False
    of_law: bool = False  # the heading is the name of the law
    has_words_before: bool = False  # the verb
    several_anchors: bool = False  # new words come beside each of several
    loose: bool = False  # words that mean nothing here stand between the unit and the verb
    named: bool = False  # what is quoted as whole lines is words
    everywhere: bool = False  # in the whole law
    places: bool = False  # wherever the words stand in the places that are named
    content: tuple[str, ...] = ()
    becoming: tuple[Chain, ...] = ()  # ", koji postaje stav 4,"

    def locate(self, found: Sequence[Chain]) -> None:
        """Go to these units: below the ones that this piece named before, or beside them."""
        for place, chain in enumerate(found):
            if not self.chains:
                self.chains.append(placed(self.context, self._inner(chain)))
                continue
            last = self.chains[-1]
            full = below(last, chain, self.lex)
            if full[: len(last)] == last and not place:
                self.chains[-1] = full
            else:
                self.chains.append(full)

    def _inner(self, chain: Chain) -> Chain:
        point = next((step for step in self.context if step.unit == "point"), None)
        return (inner_point(point, chain[0]), *chain[1:]) if point and self.lex.roman and chain else chain

    @property
    def targets(self) -> list[Chain]:
        """The places that are named, else the one that the sentence before named."""
        return self.chains or [self.context]


def roles(move: Move, context: Chain, lex: Lexicon) -> Roles:
    """The parts of a piece sorted. A preposition is for the next unit or words only."""
    said = Roles(context, "insert" if move.verb == "add" else move.verb, lex)
    said.loose = next((part.loose for part in reversed(move.before) if part.kind == "chain"), False)
    for is_after, found in ((False, move.before), (True, move.after)):
        mode, fresh, pending = "", False, False
        for part in found:
            if part.kind in ("after", "before", "instead"):
                mode = part.kind
            elif part.kind in ("end", "start"):
                said.at = "end" if part.kind == "end" else "start"
            elif part.kind == "in":
                mode = ""
            elif part.kind == "new":
                fresh = True
            elif part.kind == "heading":
                said.heading = pending = True
                said.new_heading = said.new_heading or fresh or is_after
            elif part.kind == "law":
                said.law = True
                said.of_law = said.of_law or pending
                pending = False
            elif part.kind == "named":
                said.named, fresh = True, False
            elif part.kind == "global":
                said.everywhere = True
            elif part.kind == "places":
                said.places = True
            elif part.kind == "content":
                said.content = tuple(part.text.split("\n"))
            elif part.kind == "becoming":
                said.becoming = part.chains
            elif part.kind == "chain":
                _chain(said, part, mode, fresh=fresh, is_after=is_after, pending=pending)
                mode, fresh, pending = "", False, False
            elif part.kind == "bare":
                if said.verb == "insert" and not pending and (fresh or is_after) and not mode:
                    said.units.append(part)
                mode, fresh = "", False
            elif part.kind in ("words", "mark"):
                _words(said, part, mode, is_after=is_after)
                mode, fresh = "", False
    if said.verb == "replace" and not said.subjects and len(said.objects) > 1:
        said.subjects, said.objects = said.objects[:1], said.objects[1:]  # "zamenjuju se reči: „A” rečima: „B”"
    return said


def _chain(said: Roles, part: Part, mode: str, *, fresh: bool, is_after: bool, pending: bool) -> None:
    if (said.verb == "become" and is_after) or _comes_in(said, part, mode, fresh=fresh, is_after=is_after):
        said.units.append(part)
    elif mode in ("after", "before") and not pending:
        said.sibling = ("after" if mode == "after" else "before", part.chains)
    elif said.verb == "replace" and is_after and said.chains:
        said.units.append(part)
    elif said.heading and said.heading_chain is None:
        said.locate(part.chains[:1])
        said.heading_chain = said.chains[-1]
        if len(part.chains) > 1:  # naslov iznad člana 12. i član 12.
            _chain(said, replace(part, chains=part.chains[1:]), "", fresh=False, is_after=is_after, pending=False)
    else:
        is_second = said.heading and not pending and said.heading_chain == placed(said.context, part.chains[0])
        said.second = said.second or is_second
        if not is_second:
            said.locate(part.chains)


def _comes_in(said: Roles, part: Part, mode: str, *, fresh: bool, is_after: bool) -> bool:
    """Is this what comes in, not the place where it does ("the following is added to paragraph 2")?"""
    if said.verb != "insert" or not (fresh or is_after):
        return False
    is_place = bool(said.objects or said.units) and part.chains[0][-1].unit != "article"
    return fresh or (mode not in ("after", "before") and not is_place)


def _words(said: Roles, part: Part, mode: str, *, is_after: bool) -> None:
    if mode in ("after", "before"):
        said.anchor, said.anchor_is_mark = part.text, part.kind == "mark"
        said.position = "after" if mode == "after" else "before"
    elif mode == "instead":
        said.subjects.append(part)
        said.at = "end" if (part.kind, part.text) == ("mark", ".") else said.at  # "umesto tačke stavlja se zapeta"
        said.verb = "replace" if said.verb == "insert" else said.verb
    elif is_after or (said.verb == "insert" and not mode):
        said.several_anchors = said.several_anchors or (is_after and said.anchor != "" and said.has_words_before)
        said.has_words_before = said.has_words_before or not is_after
        said.objects.append(part)
    else:
        said.subjects.append(part)
