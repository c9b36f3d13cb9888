"""Which lines open the articles and divisions of a law, and which headings belong to which.

A heading stands above its number (Serbia, most of North Macedonia) or below it (Albania, the Union, some
Macedonian laws). That is decided for each law from all its articles together, never from one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tomas_desktop.jurisdiction import marks, numerals, quotations
from tomas_desktop.jurisdiction.marks import Mark
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import SourceLine
from tomas_desktop.model.provision import Note, Provision

_QUOTED_REACH = 400  # lines: how far a quotation may run before an unclosed mark is taken for a misprint


@dataclass(frozen=True, slots=True)
class Opening:
    """The lines `start` to `end` open a unit: its number at `number_at`, its heading above, below or beside it."""

    unit: str
    num: str
    heading: str
    start: int
    end: int
    number_at: int
    order: int | None = None
    heading_above: bool = False
    notes: tuple[Note, ...] = ()
    within: int | None = None  # in how many divisions it lies, where that is declared

    def node(self) -> Provision:
        """The provision without its body."""
        return Provision("", self.unit, self.num, self.heading, notes=self.notes, heading_above=self.heading_above)

    def moved(self, by: int) -> Opening:
        """The same opening in a list of lines that begins elsewhere."""
        return replace(self, start=self.start + by, end=self.end + by, number_at=self.number_at + by)


def openings(lines: Sequence[SourceLine], pack: Pack, above: bool | None = None) -> list[Opening]:
    """The openings of all divisions and articles of a body, in order, their headings attached: `above` or below
    their numbers where that is known, else as this law shows it."""
    found = numbers(lines, pack)
    if above is None:
        above = stand_above(lines, found, pack)
    taken: set[int] = set(found)
    titles_above = _titles_above(lines, found, pack)
    out: list[Opening] = []
    for place in sorted(found):
        mark = found[place]
        declared = lines[place].declared
        if declared is not None:
            title, within = declared.heading, len(declared.units) - 1
            over = declared.heading_above
            out.append(Opening(mark.unit, mark.num, title, place, place + 1, place, None, over, within=within))
            continue
        if mark.unit != "article":
            over_it = mark.unit in titles_above and not mark.title and _is_title_over(lines, place, taken, pack)
            out.append(_division(lines, place, mark, taken, pack, titles_over=over_it))
            continue
        run = _run_above(lines, place, taken, pack, above)
        out.extend(_unnumbered(lines, run[:-1] if above else run, out))
        out.append(_article(lines, place, mark, run[-1:] if above else [], above, taken, pack))
        taken.update(run)
    return out


def numbers(lines: Sequence[SourceLine], pack: Pack) -> dict[int, Mark]:
    """The lines that are the number of an article or a division, but for those inside a quotation."""
    quoted = _quoted(lines, pack)
    found: dict[int, Mark] = {}
    for place, line in enumerate(lines):
        declared = line.declared
        if declared is not None and declared.opens:
            found[place] = Mark(declared.unit, declared.num)
        if place in quoted or declared is not None:
            continue
        mark = marks.article(line, pack) or marks.division(line, pack)
        if mark is not None:
            found[place] = mark
    articles = [place for place, mark in found.items() if mark.unit == "article"]
    for place in _inserted_without_quotes(lines, articles, found):
        del found[place]
    last_article = max((p for p, mark in found.items() if mark.unit == "article"), default=-1)
    for place in sorted(found, reverse=True):
        mark = found[place]
        if lines[place].declared is not None:
            continue
        weak = marks.is_bare(mark) or not mark.num
        if mark.unit == "article" or (place < last_article and not weak):
            continue
        if place > last_article or not _leads_to_article(lines, place, found, pack):
            del found[place]
    return found


def _leads_to_article(lines: Sequence[SourceLine], place: int, found: dict[int, Mark], pack: Pack) -> bool:
    """Do only headings stand between this line and the next article or division?"""
    for after in range(place + 1, min(place + 6, len(lines))):
        if after in found:
            return True
        if not marks.is_heading(lines[after], pack):
            return False
    return False


def _inserted_without_quotes(lines: Sequence[SourceLine], articles: Sequence[int], found: dict[int, Mark]) -> list[int]:
    """Articles that an amending law puts in without quotation marks: they follow a colon and jump ahead, and the
    law's own count goes on after them, or they bear the number that its next one has."""
    out: list[int] = []
    last = 0
    for i, place in enumerate(articles):
        order = found[place].order or 0
        announced = place > 0 and lines[place - 1].text.endswith(":")
        later = [found[other] for other in articles[i + 1 :]]
        jumps = order > last + 1 and any(mark.order == last + 1 for mark in later)
        doubles = order == last + 1 > 1 and bool(later) and later[0].num == found[place].num
        if announced and (jumps or doubles):
            out.append(place)
        else:
            last = max(last, order)
    return out


def _quoted(lines: Sequence[SourceLine], pack: Pack) -> set[int]:
    """The lines of quotations that run over several lines: what they hold is not the law's own."""
    openers = {pack.quotes[0], "„", "“", "«", "‘", '"'}
    closers = ("”", "“", "»", "’", '"', "ˮ")
    inside: set[int] = set()
    place = 0
    while place < len(lines):
        text = lines[place].text
        is_closed = text[1:].rstrip(".,;").endswith(closers) or quotations.is_balanced(text)
        if text[:1] in openers and not is_closed:
            for end in range(place + 1, min(place + _QUOTED_REACH, len(lines))):
                if quotations.closes(lines[end].text):
                    if not _counts_through(lines, place, end, pack):
                        inside.update(range(place, end + 1))
                        place = end
                    break
        place += 1
    return inside


def _counts_through(lines: Sequence[SourceLine], start: int, end: int, pack: Pack) -> bool:
    """Do the articles between two quotation marks go on with those before, and those after with them? Then a mark
    was left over when the law was consolidated, and nothing is quoted."""

    def orders(part: Sequence[SourceLine]) -> list[int]:
        return [mark.order for line in part if (mark := marks.article(line, pack)) and mark.order is not None]

    within = orders(lines[start : end + 1])
    before, after = orders(lines[max(start - _QUOTED_REACH, 0) : start]), orders(lines[end + 1 : end + _QUOTED_REACH])
    return bool(within and before and after) and within[0] - before[-1] in (0, 1) and after[0] - within[-1] in (0, 1)


def stand_above(lines: Sequence[SourceLine], found: dict[int, Mark], pack: Pack) -> bool:
    """Does this law print the headings of its articles above their numbers? Capitals over a few of them are titles
    of sections, over most of them headings."""
    above = below = capitals = articles = 0
    for place, mark in found.items():
        if mark.unit != "article" or mark.title:
            continue
        articles += 1
        before, after = place - 1, place + 1
        over = before >= 0 and before not in found and marks.is_heading(lines[before], pack)
        if over and before - 1 in found and found[before - 1].unit != "article" and not found[before - 1].title:
            over = False  # the title of a division
        under = after < len(lines) and after not in found and marks.is_heading(lines[after], pack)
        if under and lines[after].role != "heading" and (after + 1 in found or after + 1 == len(lines)):
            under = False  # the only line of the article: its text, or the heading of the next one
        above, below = above + over, below + under
        capitals += over and lines[before].text.isupper()
    if capitals * 2 < articles:
        above -= capitals
    return pack.heading_above if above == below else above > below


def _run_above(lines: Sequence[SourceLine], place: int, taken: set[int], pack: Pack, above: bool) -> list[int]:
    """The lines right over an article's number that are headings. Where headings stand below, only such as a
    format calls a division or that stand in capitals."""
    run: list[int] = []
    if above and place > 1 and place - 1 not in taken and _is_numbered_title(lines, place - 1, taken, pack):
        run.append(place - 1)
    while (before := place - 1 - len(run)) >= 0 and before not in taken and marks.is_heading(lines[before], pack):
        if not above and lines[before].role != "division" and not lines[before].text.isupper():
            break
        if len(run) > 3:
            break
        run.insert(0, before)
    return run


def _is_numbered_title(lines: Sequence[SourceLine], place: int, taken: set[int], pack: Pack) -> bool:
    """A heading such as "... čl. 38. i 39.": its stop belongs to a number, and the sentence above it is closed."""
    line, before = lines[place], lines[place - 1]
    if line.role or line.num or place - 1 in taken or not before.text.endswith("."):
        return False
    return marks.ends_in_number(line.text) and not marks.numbered_line(line.text, pack)


def _unnumbered(lines: Sequence[SourceLine], run: Sequence[int], before: Sequence[Opening]) -> list[Opening]:
    """Divisions that have a title and no number."""
    out = []
    for place in run:
        text, notes = marks.without_marks(lines[place].text)
        capitals = [each.unit for each in before if each.unit != "article" and each.heading.isupper() and each.num]
        unit = capitals[-1] if text.isupper() and capitals else "section"
        heading = f"{lines[place].num} {text}".strip()
        out.append(Opening(unit, "", heading, place, place + 1, place, notes=(*notes, *lines[place].notes)))
    return out


def _titles_above(lines: Sequence[SourceLine], found: dict[int, Mark], pack: Pack) -> set[str]:
    """The divisions whose titles this law prints above their numbers, as some Albanian codes do with chapters."""
    counts: Counter[str] = Counter()
    for place, mark in found.items():
        if mark.unit != "article" and mark.num and not mark.title:
            after = place + 1
            counts[mark.unit] += _is_title_over(lines, place, set(found), pack)
            counts[mark.unit] -= after < len(lines) and after not in found and marks.is_heading(lines[after], pack)
    return {unit for unit, count in counts.items() if count > 0}


def _is_title_over(lines: Sequence[SourceLine], place: int, taken: set[int], pack: Pack) -> bool:
    """Is the line over a division's number a title in capitals that nothing else has?"""
    before = place - 1
    is_free = before >= 0 and before not in taken
    return is_free and lines[before].text.isupper() and marks.is_heading(lines[before], pack)


def _division(
    lines: Sequence[SourceLine], place: int, mark: Mark, taken: set[int], pack: Pack, titles_over: bool = False
) -> Opening:
    """A division with its title: on the same line, or the heading line after it (several where the format says
    that they are of a division, or where another division follows at once), or the line above."""
    if titles_over:
        taken.add(place - 1)
        text, more = marks.without_marks(lines[place - 1].text)
        notes_over = (*mark.notes, *lines[place].notes, *more, *lines[place - 1].notes)
        return Opening(mark.unit, mark.num, text, place - 1, place + 1, place, mark.order, True, notes_over)
    title, end = mark.title, place + 1
    notes = [*mark.notes, *lines[place].notes]
    titles = [title] if title else []
    while end < len(lines) and end not in taken and marks.is_heading(lines[end], pack):
        is_one_more = lines[end].role == "division" == lines[end - 1].role or _leads_to_division(lines, end, pack)
        if titles and not is_one_more:
            break
        text, more = marks.without_marks(lines[end].text)
        titles.append(f"{lines[end].num} {text}".strip())
        notes.extend((*more, *lines[end].notes))
        taken.add(end)
        end += 1
    return Opening(mark.unit, mark.num, " ".join(titles), place, end, place, mark.order, notes=tuple(notes))


def _leads_to_division(lines: Sequence[SourceLine], place: int, pack: Pack) -> bool:
    """Is the next line the number of another division? A second title before it has no other place."""
    following = lines[place + 1] if place + 1 < len(lines) else SourceLine("")
    return marks.article(following, pack) is None and marks.division(following, pack) is not None


def _article(
    lines: Sequence[SourceLine], place: int, mark: Mark, over: Sequence[int], above: bool, taken: set[int], pack: Pack
) -> Opening:
    heading, end = mark.title, place + 1
    notes = [*mark.notes, *lines[place].notes]
    rows = list(over)
    below = not above or (not over and _leads_to_first(lines, end, pack))
    if below and not heading and end < len(lines) and end not in taken and marks.is_heading(lines[end], pack):
        above = False
        rows, end = [end], end + 1
        taken.update(rows)
    for row in rows:
        text, more = marks.without_marks(lines[row].text)
        heading = f"{heading} {text}".strip()
        notes.extend((*more, *lines[row].notes))
    start = rows[0] if above and rows else place
    return Opening("article", mark.num, heading, start, end, place, mark.order, above and not mark.title, tuple(notes))


def _leads_to_first(lines: Sequence[SourceLine], place: int, pack: Pack) -> bool:
    """Is the line after this one the first of the numbered paragraphs (a later one where the first was repealed), or
    the word for a provision that is no more? Then this one is a heading, wherever the law prints its other headings."""
    place += 1
    while place < len(lines) and marks.history(lines[place].text, pack):
        place += 1
    if place >= len(lines):
        return False
    if marks.deleted(lines[place].text, pack):
        return True
    numbers = numerals.numbered(lines[place].text, pack.rule("paragraph").styles, pack)
    return any(number.order == 1 or (number.order and number.rest[:1].isupper()) for number in numbers)


def leftover_start(lines: Sequence[SourceLine], found: Sequence[Opening], pack: Pack) -> int:
    """The line after the law's own last article and its body: where the words over articles of amending acts
    stand, or where the count of articles falls back for good. Words over articles that go on with the count are
    the law's own, and so is a heading under its number."""
    inside = opened(found)
    for place, line in enumerate(lines):
        if place in inside or place <= (found[0].start if found else 0):
            continue
        if marks.leftover(line, pack) and not _counts_on(place, found):
            return place
    articles = [each for each in found if each.unit == "article" and each.order is not None]
    highest = 0
    for i, opening in enumerate(articles):
        order = opening.order or 0
        rest = [each.order or 0 for each in articles[i:]]
        if highest > 4 and order * 2 < highest and max(rest) < highest:
            return opening.start
        highest = max(highest, order)
    return len(lines)


def opened(found: Sequence[Opening]) -> frozenset[int]:
    """The lines of openings but for their first ones: nothing begins there."""
    return frozenset(place for each in found for place in range(each.start + 1, each.end))


def _counts_on(place: int, found: Sequence[Opening]) -> bool:
    """Does the article after this line follow the one before it?"""
    orders = [(each.number_at, each.order) for each in found if each.unit == "article" and each.order is not None]
    before = [order for at, order in orders if at < place]
    after = [order for at, order in orders if at > place]
    return bool(before and after) and after[0] in (before[-1], before[-1] + 1)
