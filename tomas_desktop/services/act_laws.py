"""Acts that amend several laws at once: only what an act says of the chosen law is applied to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tomas_desktop.amend import act_reading
from tomas_desktop.amend.act_reading import ReadAct
from tomas_desktop.jurisdiction import clause_reading
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.canonical import lines as lines_of
from tomas_desktop.model.provision import Provision
from tomas_desktop.services import messages
from tomas_desktop.services.citations import means
from tomas_desktop.services.failures import Failed


@dataclass(frozen=True, slots=True)
class LawNames:
    """What the chosen law may be called: its names, and its number where laws are cited by it."""

    names: tuple[str, ...]
    number: str = ""

    def is_meant(self, name: str) -> bool:
        """Is this law meant by a name as it stands in a sentence?"""
        return bool(self.number and self.number in name) or any(means(name, each) for each in self.names if each)


_OPENING = tuple("„“‘‚«»\"'")


def printed(nodes: Sequence[Provision], spell: Callable[[str], str] = str) -> Iterator[str]:
    """The lines of an act to be read, in another spelling if need be. Those that quote a table keep the mark that tells
    it, behind the quotation mark that opens its first cell."""
    mark = ""
    for line in lines_of(nodes):
        text = spell(line.text)
        if line.kind == "block":
            mark = line.text if line.unit == "table" else ""
            continue
        if mark:
            opening = text[:1] if text.startswith(_OPENING) else ""
            yield opening + mark
            text, mark = text.removeprefix(opening), ""
        yield text


def read(lines: Sequence[str], law: LawNames, pack: Pack) -> tuple[ReadAct, tuple[Failed, ...], str]:
    """What an act says of this law; its articles on other laws, with the reason why they are left out; and, where the
    only law it names is called otherwise than this one, that name: a person has to see whether it is this law."""
    bodies = list(act_reading.bodies(lines, pack))
    parts = [act_reading.read(body, pack) for body in bodies]
    named = [
        _named(body, pack) if each.clauses or each.unread else "" for body, each in zip(bodies, parts, strict=True)
    ]
    others = [name for name in named if name and not law.is_meant(name)]
    if not others:
        return act_reading.read(lines, pack), (), ""
    if not any(law.is_meant(name) for name in named if name) and all(means(name, others[0]) for name in others):
        return act_reading.read(lines, pack), (), others[0]
    current, out = "", ReadAct(())
    left_out: list[Failed] = []
    for body, name, part in zip(bodies, named, parts, strict=True):
        current = name or current
        is_this = not current or law.is_meant(current)
        if not is_this and (part.clauses or part.unread):
            left_out.append(Failed(body[0], messages.sentence("clause-of-other-law", {"law": current})))
        out = ReadAct(
            (*out.clauses, *(part.clauses if is_this else ())),
            (*out.unread, *(part.unread if is_this else ())),
            (*out.own, *part.own),
        )
    return out, tuple(left_out), ""


def _named(body: Sequence[str], pack: Pack) -> str:
    """The law that an article of an act names, in its first sentence or the one after that."""
    return next((name for line in body[:2] if (name := clause_reading.law_named(line, pack))), "")
