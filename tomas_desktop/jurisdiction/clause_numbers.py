"""Numbers of units that come in: those that quoted lines print, and the number after which an inserted one stands
("9a" after "9", "185v" after "185b", "(ba)" after "(b)", "2/1" after "2")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tomas_desktop.jurisdiction import marks, numerals
from tomas_desktop.jurisdiction.clause_targets import as_cited
from tomas_desktop.jurisdiction.clause_words import COUNTED, DIVISIONS, Lexicon
from tomas_desktop.jurisdiction.numbering import number_in
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import SourceLine


def printed(content: Sequence[str], unit: str, lex: Lexicon) -> tuple[str, ...]:
    """The numbers of the units of one kind that these lines print, as a sentence cites them."""
    if unit in COUNTED or not content:
        return ()
    if unit in DIVISIONS:
        forms = (form.partition("{")[0].casefold() for form in lex.pack.rule(unit).forms)
        is_numbered = any(form and content[0].casefold().startswith(form) for form in forms)
        return (number_in(content[0])[1],) if is_numbered else ()
    if unit == "article":
        return articles(content, lex.pack)
    styles = lex.pack.rule(unit).styles
    first = next(iter(numerals.numbered(content[0], styles, lex.pack)), None)
    if first is None:
        plain = re.match(
            r"(?:\(?[^\W\d_]{1,4}\)|\(?\d\w{0,3}[).])(?=\s)", content[0]
        )  # (ca), which may also be a Roman numeral
        return (as_cited(plain[0], unit, lex),) if plain else ()
    if numerals.kind_of(first.style) == "dash":
        return ()
    found = (next(iter(numerals.numbered(line, (first.style,), lex.pack)), None) for line in content)
    return tuple(as_cited(each.num, unit, lex) for each in found if each)


def articles(content: Sequence[str], pack: Pack) -> tuple[str, ...]:
    """The numbers of the articles that these lines hold, each on a line of its own or all on one."""
    found = [mark for line in content if (mark := marks.article(SourceLine(line), pack))]
    if found:
        return tuple(number_in(mark.num)[1] for mark in found)
    word = pack.article.forms[0].partition("{")[0].strip()
    names = re.findall(rf"(?<!\w){re.escape(word)}\s+({numerals.NUMBER})", "\n".join(content))
    return tuple(dict.fromkeys(each.strip() for each in names))


def is_inserted(number: str, pack: Pack) -> bool:
    """Was this number made to stand between two others?"""
    _, core, _ = number_in(number)
    core = number.strip("()[]. ") or core
    is_roman = re.fullmatch("[ivxlc]+", core, re.IGNORECASE) and numerals.roman(core)  # (ca) comes after (c)
    return not core.isdigit() and core not in pack.letters and not is_roman


def before(number: str, pack: Pack) -> str:
    """The number after which this one comes; empty for the first of a series."""
    match = re.fullmatch(r"(\W*)(.*?)(\W*)", number, re.DOTALL)
    if match is None:
        return ""
    opening, core, closing = match.groups()
    if core.isdigit():
        return f"{opening}{int(core) - 1}{closing}" if int(core) > 1 else ""
    if core in pack.letters:
        place = pack.letters.index(core)
        return f"{opening}{pack.letters[place - 1]}{closing}" if place else ""
    suffixed = re.fullmatch(r"(.+?)([/‑–-]?)(\d+|[^\W\d_]{1,2})", core)
    while suffixed and suffixed[3] not in pack.letters and not suffixed[3].isdigit() and len(suffixed[3]) > 1:
        suffixed = re.fullmatch(r"(.+)()([^\W\d_])", core)  # 1aa
    if suffixed is None:
        return ""
    stem, mark, last = suffixed.groups()
    if last.isdigit():
        earlier = f"{mark}{int(last) - 1}" if int(last) > 1 else ""
    elif last in pack.letters:
        place = pack.letters.index(last)
        earlier = f"{mark}{pack.letters[place - 1]}" if place else ""
    else:
        return ""
    return f"{opening}{stem}{earlier}{closing}"
