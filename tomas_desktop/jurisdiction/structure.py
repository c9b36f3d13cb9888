"""From lines to a tree: which line is an article, a heading, a division, and what belongs to what.

The text is read in three steps. The lines are cut into the parts of the document (what stands before the law,
its body, what follows). The numbers of articles and divisions are found in the body, and whether this law
prints its headings above or below them is decided from all of them together. Then every line is placed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tomas_desktop.jurisdiction import frame, headings, marks, nesting, numbering
from tomas_desktop.jurisdiction.headings import Opening
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import SourceLine
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.provision import Note, Provision, walk


@dataclass(frozen=True, slots=True)
class Structure:
    """The forest with its eIds; what a person should look at; the lines that could not be placed."""

    nodes: tuple[Provision, ...]
    findings: tuple[Finding, ...] = ()
    unplaced: tuple[str, ...] = ()


def build(lines: Sequence[SourceLine], pack: Pack) -> Structure:
    """Read the lines of a document as a law of this legal order. Never refuses: every word of every line
    (number, text, notes) is in exactly one node or in `unplaced`. `preface`, `memorandum`, `statement`,
    `conclusions` and each `annex` become top nodes with a paragraph per line; the body becomes divisions and
    articles; eIds are given."""
    nodes: list[Provision] = []
    unplaced: list[str] = []
    for region, part in frame.parts([_on_one_line(line) for line in lines], pack):
        if region in ("body", "leftover"):
            made, lost = _body(part, pack, within_leftover=region == "leftover")
            nodes.extend(made)
            unplaced.extend(lost)
        else:
            nodes.extend(frame.read(region, part, pack))
    with_eids, findings = numbering.with_eids(nodes, pack)
    return Structure(with_eids, (*findings, *_remarks(with_eids)), tuple(unplaced))


def _on_one_line(line: SourceLine) -> SourceLine:
    text = " ".join(line.text.split())
    return line if text == line.text else replace(line, text=text)


def _body(lines: Sequence[SourceLine], pack: Pack, within_leftover: bool) -> tuple[list[Provision], list[str]]:
    """Divisions and articles, and after the law's own last article what belongs to amending acts."""
    openings = headings.openings(lines, pack)
    cut = 0 if within_leftover else headings.leftover_start(lines, openings, pack)
    own = [each for each in openings if each.start < cut]
    builder = _Body(pack)
    builder.read(lines[:cut], own)
    return [
        *builder.nodes(),
        *_leftovers(lines, cut, [each for each in openings if each.start >= cut], pack),
    ], builder.lost


@dataclass(slots=True)
class _Division:
    node: Provision
    children: list[Provision]


class _Body:
    """The divisions that are open while the articles go by, widest first."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.ranks: dict[str, float] = {rule.name: place for place, rule in enumerate(pack.divisions)}
        self.met: set[str] = set()  # the kinds of division that this law has had so far
        self.moved: set[str] = set()  # those of them that lie deeper than usual
        self.top: list[Provision] = []
        self.open: list[_Division] = []
        self.lost: list[str] = []

    def read(self, lines: Sequence[SourceLine], openings: Sequence[Opening]) -> None:
        self._stray(lines[: openings[0].start if openings else len(lines)])
        for place, opening in enumerate(openings):
            end = openings[place + 1].start if place + 1 < len(openings) else len(lines)
            own = lines[opening.end : end]
            if opening.unit == "article":
                self._put(article(opening, own, self.pack))
            else:
                self._divide(opening)
                self._stray(own)

    def nodes(self) -> list[Provision]:
        self._close(0)
        return self.top

    def _divide(self, opening: Opening) -> None:
        rank = self._rank(opening)
        depth = next(
            (i for i, each in enumerate(self.open) if self.ranks.get(each.node.unit, 99) >= rank), len(self.open)
        )
        self._close(depth)
        self.open.append(_Division(opening.node(), []))

    def _rank(self, opening: Opening) -> float:
        """Widest is lowest. A kind of division that first comes up inside a narrower one lies below it in this law
        (the Parts of a Section in Commission proposals); one that does not begin its count there stands beside it."""
        usual = self.ranks.setdefault(opening.unit, len(self.ranks))
        if self.open and opening.unit not in self.met:
            innermost = self.open[-1].node.unit
            if innermost in self.moved and (opening.order or 1) > 1:
                self.ranks[opening.unit] = self.ranks[innermost]
            elif usual < self.ranks[innermost] and (opening.order or 1) == 1:
                self.ranks[opening.unit] = self.ranks[innermost] + 0.5
                self.moved.add(opening.unit)
        self.met.add(opening.unit)
        return self.ranks[opening.unit]

    def _close(self, depth: int) -> None:
        while len(self.open) > depth:
            done = self.open.pop()
            self._put(replace(done.node, children=tuple(done.children)))

    def _put(self, node: Provision) -> None:
        (self.open[-1].children if self.open else self.top).append(node)

    def _stray(self, lines: Sequence[SourceLine]) -> None:
        """Text between a division and its first article: a table or a note has a place, a sentence has none."""
        for line in lines:
            if line.role == "table":
                self._put(Provision("", "table", text=line.text, notes=line.notes))
            elif self.open and marks.history(line.text, self.pack):
                holder = self.open[-1]
                notes = (*holder.node.notes, Note("history", line.text), *line.notes)
                holder.node = replace(holder.node, notes=notes)
            else:
                self.lost.append(" ".join([line.num, line.text, *(note.text for note in line.notes)]).strip())


def article(opening: Opening, lines: Sequence[SourceLine], pack: Pack) -> Provision:
    """An article from its opening and the lines of its body; it has at least one paragraph."""
    paragraphs, notes = nesting.body(lines, pack)
    node = opening.node()
    return replace(node, notes=(*node.notes, *notes), children=paragraphs or (Provision("", "paragraph"),))


def _leftovers(lines: Sequence[SourceLine], start: int, openings: Sequence[Opening], pack: Pack) -> list[Provision]:
    """Articles of amending acts, each act under its own node with the words that stand over them."""
    starts = [start] if start < len(lines) else []
    starts += [i for i in range(start + 1, len(lines)) if marks.leftover(lines[i], pack)]
    nodes = []
    for place, begin in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(lines)
        inside = [each for each in openings if begin <= each.start < end]
        titles = _titles(lines[begin:end], pack)
        number = next((each.number_at for each in inside if each.unit == "article"), end)
        first = inside[0].start if inside else end
        if first < begin + titles:  # the title of the act stands right over its first article: it is not that one's
            inside = [each for each in inside if each.unit == "article"]
            if inside:
                titled = lines[inside[0].start : number]
                theirs = sum(len(marks.without_marks(line.text)[1]) + len(line.notes) for line in titled)
                own = inside[0].notes[: len(inside[0].notes) - theirs]
                inside[0] = replace(inside[0], heading="", start=number, notes=own)
            first = number
        heading, text, notes = _over(lines[begin:first], pack)
        builder = _Body(pack)
        builder.read(lines[first:end], [each.moved(-first) for each in inside])
        stray = tuple(Provision("", "paragraph", text=each) for each in builder.lost)
        nodes.append(Provision("", "leftover", "", heading, text, notes, (*stray, *builder.nodes())))
    return nodes


def _over(lines: Sequence[SourceLine], pack: Pack) -> tuple[str, str, tuple[Note, ...]]:
    """The words over the articles of an amending act: its title, and what is no title (a gazette citation)."""
    count = _titles(lines, pack)
    heading = " ".join(line.text for line in lines[:count])
    text = " ".join(f"{line.num} {line.text}".strip() for line in lines[count:])
    return heading, text, tuple(note for line in lines for note in line.notes)


def _titles(lines: Sequence[SourceLine], pack: Pack) -> int:
    """How many lines of a title these begin with; none where no title says that they are of an amending act."""
    count = 0
    while count < len(lines) and (marks.leftover(lines[count], pack) or (count and _is_title(lines[count], pack))):
        count += 1
    return count


def _is_title(line: SourceLine, pack: Pack) -> bool:
    return marks.is_heading(line, pack) and marks.article(line, pack) is None


def _remarks(nodes: Sequence[Provision]) -> list[Finding]:
    """Articles that stand out of order, and articles without a word."""
    out: list[Finding] = []
    last = (0, "")
    own = [
        node for top in nodes if top.unit not in ("leftover", "annex") for node in walk([top]) if node.unit == "article"
    ]
    for node in own:
        number = numbering.number_in(node.num)[1]
        order = int("".join(c for c in number.split("-")[0].split("/")[0] if c.isdigit()) or 0)
        if order < last[0]:
            out.append(Finding("warning", "article-out-of-order", node.eid, (("number", node.num), ("after", last[1]))))
        last = (max(order, last[0]), node.num)
        if not any(each.text for each in node.walk()):
            out.append(Finding("info", "article-without-text", node.eid, (("number", node.num),)))
    return out
