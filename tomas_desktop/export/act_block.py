"""The amending act: its title, its articles, what it quotes set in, and a frame around what nobody has checked yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tomas_desktop.amend.amending_act import AmendingArticle
from tomas_desktop.export.form import Block
from tomas_desktop.export.law_blocks import as_it_stands, look_of
from tomas_desktop.export.placeholders import BLANK, fill
from tomas_desktop.export.sheet import Sheet
from tomas_desktop.export.submission import AmendedLaw
from tomas_desktop.model.canonical import Line
from tomas_desktop.model.finding import Finding

_OPENING = tuple("„“‘‚«»\"'")
_LONGEST_TITLE = 120  # characters; a paragraph without a stop at its end is longer

_HAS_DIGIT = re.compile(r"\d")

# What opens a table (or what else is not law) in plain text, behind the quotation mark if it comes first.
_MARK = re.compile(r"(\W?)== \w+ ==")


def act(sheet: Sheet, _block: Block) -> str:
    """The act of every law that the document is about; a visible blank where there is none."""
    return "".join(_act(sheet, law) for law in sheet.laws)


def _act(sheet: Sheet, law: AmendedLaw) -> str:
    made = law.act
    if made is None:
        sheet.warn("act-missing", law=law.work.key)
        return sheet.paragraph("act_title", law.act_name or BLANK) + sheet.paragraph("paragraph", BLANK)
    out = [sheet.paragraph("frame", remark) for remark in (*made.remarks, *_left_out(sheet, law))]
    out.extend(sheet.paragraph("act_title", line) for line in made.title)
    out.extend(  # "VENDOSI:" stands by itself, a sentence does not
        sheet.paragraph("act_formula" if line.isupper() else "act_opening", sheet.bound(line)) for line in made.before
    )
    for article in made.articles:
        out.append(sheet.paragraph("article", article.num))
        out.extend(_lines(sheet, law, article))
    return "".join(out)


def _left_out(sheet: Sheet, law: AmendedLaw) -> Iterator[str]:
    """What the act does not say although it is proposed: nobody must take the draft for the whole of it. Each article
    is named once, what has no number by a blank."""
    numbers = {one.eid: one.text for line in law.marked if (one := line.proposed or line.base) and one.kind == "number"}
    said = sheet.form.texts.get("not_in_act", f"{{number}}: {BLANK}")

    def about(finding: Finding) -> str:
        told = dict(finding.values).get("number", "")
        return numbers.get(finding.eid.partition("__")[0]) or (sheet.spell(told) if _HAS_DIGIT.search(told) else "")

    def filled(place: str) -> str:
        return sheet.bound(fill(said, lambda _field: place, sheet.spell))

    places = dict.fromkeys(about(finding) for finding in law.remarks if finding.severity == "error")
    yield from (filled(place) for place in places)


def _lines(sheet: Sheet, law: AmendedLaw, article: AmendingArticle) -> Iterator[str]:
    """The lines of an article; a table that is quoted in it is one here too."""
    opening: str | None = None  # what stood before the mark of a table
    for line, style in _styled(article):
        mark = _MARK.fullmatch(line) if style != "paragraph" else None
        if mark:
            opening = mark[1]
        elif opening is not None:
            cells = Line("", "table", "text", sheet.bound(opening + line))
            yield as_it_stands(sheet, cells, sheet.style(style), sheet.run_properties(), look_of(sheet, law))
            opening = None
        else:
            yield sheet.paragraph(style, sheet.bound(line))


def _styled(article: AmendingArticle) -> Iterator[tuple[str, str]]:
    """The lines of an article, each with the part that its style plays: a sentence of the act, or a line quoted in it.
    How many lines a sentence quotes its clause knows, so a quotation mark inside them ends nothing."""
    quoted = iter([clause.content for clause in article.clauses if clause.content])
    within: Sequence[str] = ()
    done = 0
    for before, line in pairwise(("", *article.lines)):
        if done >= len(within) and before.endswith(":") and line[:1] in _OPENING:
            within, done = next(quoted, ()), 0
        if done < len(within):
            yield line, "quoted_article" if _is_centred(within, done) else "quoted"
            done += 1
        else:
            yield line, "paragraph"


def _is_centred(content: Sequence[str], place: int) -> bool:
    """Is this line a number or a title of a quoted article? It has no stop or comma at its end and more follows."""
    line = content[place]
    return place + 1 < len(content) and len(line) < _LONGEST_TITLE and (line[-1:].isalnum() or _is_number(line))


def _is_number(line: str) -> bool:
    """ "Član 9." ends with the stop of its ordinal."""
    head, _, number = line.rpartition(" ")
    return bool(head) and " " not in head and number[:1].isdigit() and len(number) <= 6
