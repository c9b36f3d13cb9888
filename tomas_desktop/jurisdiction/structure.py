"""From lines to a tree: which line is an article, a heading, a division, and what belongs to what.

The text is read in three steps. The lines are cut into the parts of the document (what stands before the law,
its body, what follows). The numbers of articles and divisions are found in the body, and whether this law
prints its headings above or below them is decided from all of them together. Then every line is placed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tomas_desktop.jurisdiction import frame, headings, marks, nesting, numbering, remarks
from tomas_desktop.jurisdiction.headings import Opening
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import SourceLine
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.provision import DIVISIONS, Note, NoteKind, Provision, walk


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
    unplaced: list[tuple[int, str]] = []  # after how many articles and divisions
    for region, part in frame.parts([_on_one_line(line) for line in lines], pack):
        if region in ("body", "leftover"):
            made, lost = _body(part, pack, within_leftover=region == "leftover")
            before = len(_opened(nodes))
            unplaced.extend((before + place, text) for place, text in lost)
            nodes.extend(made)
        else:
            nodes.extend(frame.read(region, part, pack))
    with_eids, findings = numbering.with_eids(nodes, pack)
    opened = ["", *(node.eid for node in _opened(with_eids))]
    told = [Finding("warning", "text-not-placed", opened[place], (("text", text),)) for place, text in unplaced]
    return Structure(with_eids, (*findings, *told, *remarks.of_tree(with_eids)), tuple(text for _, text in unplaced))


def _opened(nodes: Sequence[Provision]) -> list[Provision]:
    """The divisions and articles of a forest in reading order."""
    return [node for node in walk(nodes) if node.unit == "article" or node.unit in DIVISIONS]


def _on_one_line(line: SourceLine) -> SourceLine:
    text = " ".join(line.text.split())
    return line if text == line.text else replace(line, text=text)


def _body(
    lines: Sequence[SourceLine], pack: Pack, within_leftover: bool
) -> tuple[list[Provision], list[tuple[int, str]]]:
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


def divided(lines: Sequence[SourceLine], openings: Sequence[Opening], pack: Pack) -> tuple[Provision, ...]:
    """Lines that are nothing but divisions and articles, without eIds; what stands before an opening is left out."""
    builder = _Body(pack)
    builder.read(lines, openings)
    return tuple(builder.nodes())


@dataclass(slots=True)
class _Division:
    node: Provision
    rank: float
    children: list[Provision]


class _Body:
    """The divisions that are open while the articles go by, widest first."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.ranks: dict[str, float] = {rule.name: place for place, rule in enumerate(pack.divisions)}
        self.met: set[str] = set()  # the kinds of division that this law has had so far
        self.top: list[Provision] = []
        self.open: list[_Division] = []
        self.lost: list[tuple[int, str]] = []  # what has no place, after how many openings
        self.read_so_far = 0

    def read(self, lines: Sequence[SourceLine], openings: Sequence[Opening]) -> None:
        self._stray(lines[: openings[0].start if openings else len(lines)])
        for place, opening in enumerate(openings):
            self.read_so_far = place + 1
            end = openings[place + 1].start if place + 1 < len(openings) else len(lines)
            own = lines[opening.end : end]
            if opening.within is not None:
                self._close(opening.within)
            if opening.unit == "article":
                self._put(article(opening, own, self.pack))
                continue
            self._divide(opening)
            if own and own[0].declared is not None:  # a division that has paragraphs and no articles
                body, notes = nesting.body(own, self.pack)
                self.open[-1].children.extend(body)
                self.open[-1].node = replace(self.open[-1].node, notes=(*self.open[-1].node.notes, *notes))
            else:
                self._stray(own)

    def nodes(self) -> list[Provision]:
        self._close(0)
        return self.top

    def _divide(self, opening: Opening) -> None:
        rank = self._rank(opening)
        if opening.within is None:
            self._close(next((i for i, each in enumerate(self.open) if each.rank >= rank), len(self.open)))
        elif self.open:
            rank = max(rank, self.open[-1].rank + 0.25)
        self.open.append(_Division(opening.node(), rank, []))

    def _rank(self, opening: Opening) -> float:
        """Widest is lowest. A kind of division that first comes up inside a narrower one lies below it in this law
        (the Parts of a Section in Commission proposals); one that does not begin its count there stands beside it."""
        is_bare = bool(opening.num) and not any(map(str.isalpha, opening.num))  # "1." and a title, no word
        kind = f"{opening.unit}, bare" if is_bare else opening.unit
        usual = self.ranks.setdefault(kind, self.ranks.setdefault(opening.unit, len(self.ranks)))
        if self.open and kind not in self.met:
            within = self.open[-1]
            is_first = (opening.order or 1) == 1
            is_deeper = usual < within.rank or (is_bare and usual == within.rank and within.node.num != "")
            if within.rank % 1 and not is_first:
                self.ranks[kind] = within.rank
            elif is_first and is_deeper:
                self.ranks[kind] = within.rank + 0.5
        self.met.add(kind)
        return self.ranks[kind]

    def _close(self, depth: int) -> None:
        while len(self.open) > depth:
            done = self.open.pop()
            self._put(replace(done.node, children=tuple(done.children)))

    def _put(self, node: Provision) -> None:
        (self.open[-1].children if self.open else self.top).append(node)

    def _stray(self, lines: Sequence[SourceLine]) -> None:
        """Text between a division and its first article: a table or a note has a place, a sentence has none unless
        it tells of an article that stood there ("Член 423 е укинат ...")."""
        told = bool(self.open) and any(marks.names_article(line.text, self.pack) for line in lines)
        for line in lines:
            if line.role == "table":
                self._put(Provision("", "table", text=line.text, notes=line.notes))
            elif self.open and (told or marks.history(line.text, self.pack)):
                holder = self.open[-1]
                kind: NoteKind = "editorial" if told else "history"
                notes = (*holder.node.notes, Note(kind, f"{line.num} {line.text}".strip()), *line.notes)
                holder.node = replace(holder.node, notes=notes)
            else:
                self.lost.append((self.read_so_far, line.words))


def article(opening: Opening, lines: Sequence[SourceLine], pack: Pack) -> Provision:
    """An article from its opening and the lines of its body; it has at least one paragraph."""
    paragraphs, notes = nesting.body(lines, pack)
    node = opening.node()
    if not paragraphs and (deletion := next((note for note in reversed(notes) if _says_deleted(note, pack)), None)):
        notes = tuple(note for note in notes if note is not deletion)
        paragraphs = (Provision("", "paragraph", text=deletion.text),)
    return replace(node, notes=(*node.notes, *notes), children=paragraphs or (Provision("", "paragraph"),))


def _says_deleted(note: Note, pack: Pack) -> bool:
    """Is this the history of an article that has no text any more, and says so?"""
    text = note.text.casefold()
    return note.kind == "history" and any(word.strip("().").casefold() in text for word in pack.deleted)


def _leftovers(lines: Sequence[SourceLine], start: int, openings: Sequence[Opening], pack: Pack) -> list[Provision]:
    """Articles of amending acts, each act under its own node with the words that stand over them."""
    starts = [start] if start < len(lines) else []
    opened = headings.opened(openings)
    starts += [i for i in range(start + 1, len(lines)) if i not in opened and marks.leftover(lines[i], pack)]
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
        stray = tuple(Provision("", "paragraph", text=text) for _, text in builder.lost)
        nodes.append(Provision("", "leftover", "", heading, text, notes, (*stray, *builder.nodes())))
    return nodes


def _over(lines: Sequence[SourceLine], pack: Pack) -> tuple[str, str, tuple[Note, ...]]:
    """The words over the articles of an amending act: its title, and what is no title (a gazette citation)."""
    count = _titles(lines, pack)
    heading = " ".join(line.text for line in lines[:count])
    text = " ".join(replace(line, notes=()).words for line in lines[count:])
    return heading, text, tuple(note for line in lines for note in line.notes)


def _titles(lines: Sequence[SourceLine], pack: Pack) -> int:
    """How many lines of a title these begin with; none where no title says that they are of an amending act."""
    count = 0
    while count < len(lines) and (marks.leftover(lines[count], pack) or (count and _is_title(lines[count], pack))):
        count += 1
    return count


def _is_title(line: SourceLine, pack: Pack) -> bool:
    return marks.is_heading(line, pack) and marks.article(line, pack) is None
