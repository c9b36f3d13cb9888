"""Which act a text is: read off its title, its first lines, the name of its file and what its format states.

Nothing is invented: a field is filled from what is printed or stated. The one derivation is the CELEX number, whose
form follows from the printed number of the act (EUR-Lex, "How CELEX numbers are composed"): sector, year, kind,
four digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.identity import Identity
from tomas_desktop.model.provision import Provision, walk

_CELEX = re.compile(r"(?<![\w])(?P<sector>[0-9CE])(?P<rest>\d{4}[A-Z]{1,2}\d{4})(?:-(?P<day>\d{8}))?(?![\d])")
_CONSOLIDATED = re.compile(r"0?(?P<rest>\d{4}[A-Z]\d{4}) [—–-] (?P<language>[A-Z]{2}) [—–-] (?P<day>\d\d\.\d\d\.\d{4})")
_ELI = re.compile(
    r"(?:ELI:\s*)?(?:https?://data\.europa\.eu/)?eli/(?P<kind>[a-z_]+)/(?P<year>\d{4})/(?P<number>\d+)(?:/oj)?"
)
_COM = re.compile(r"\b(?P<kind>COM|JOIN|C)\s?\(\s?(?P<year>\d{4})\s?\)\s*(?P<number>\d{1,4})(?P<final>\s+final)?(?!\d)")
_PROCEDURE = re.compile(r"\b(?P<number>\d{4}/\d{4}[A-Z]?)\s?\((?P<kind>COD|CNS|APP|NLE|SYN|AVC|INI|BUD)\)")
_NUMBER = r"(?P<first>\d{1,4})/(?P<second>\d{1,4})"
_BODIES = r"\((?P<body>[^\W\d_]{2,8}(?:,\s?[^\W\d_]{2,8})?)\)"
_NEW = re.compile(rf"{_BODIES}\s*(?P<no>(?:No|Nr\.?|br\.|nr\.?|αριθ\.|№)\s*)?{_NUMBER}(?!/)", re.IGNORECASE)
_OLD = re.compile(rf"{_NUMBER}/(?P<body>[^\W\d_]{{2,8}})\b")
# The first letters of the kinds of acts in the languages of the Union: a title that opens with one of these words is
# a regulation, a directive, a decision.
_KINDS = (
    ("R", ("regulation", "verordnung", "règlement", "regolamento", "uredb", "регламент", "forordning", "rendelet",
           "κανονισμ", "regulament", "förordning", "reglamento", "nariadeni", "nařízení", "rozporządzeni")),
    ("L", ("directive", "richtlinie", "direttiva", "direktiv", "директив", "irányelv", "οδηγ", "directiv", "smernic",
           "směrnice", "dyrektyw")),
    ("D", ("decision", "beschluss", "entscheidung", "décision", "decisione", "odluk", "решение", "afgørelse",
           "határozat", "απόφαση", "decizi", "sklep", "beslut", "decisión", "rozhodnut", "decyzj")),
)  # fmt: skip
_ELI_KINDS = {"reg": "R", "reg_impl": "R", "reg_del": "R", "dir": "L", "dir_impl": "L", "dir_del": "L", "dec": "D",
              "dec_impl": "D", "dec_del": "D"}  # fmt: skip
_LAW_NUMBER = re.compile(
    r"^(?:ligj|ligji|kod|kodi)?\s*nr\.?\s*(?P<number>\d[\d ]*?)(?:\s*/\s*(?P<year>\d{4}))?"
    r"(?:,?\s*dat[ëёe]\s+(?P<date>\d{1,2}\.\s?\d{1,2}\.\s?\d{4}))?(?!\d)",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?<!\d)(?P<day>\d{1,2})[./]\s?(?P<month>\d{1,2})[./]\s?(?P<year>\d{4})(?!\d)")
_PROPOSAL = re.compile(r"^(?:amended )?proposal for", re.IGNORECASE)
_MASTHEAD = re.compile(r"(?P<issue>[LC] \d{1,3}(?: [A-Z])?)/(?P<page>\d{1,4})")
_ISSUE_WORD = r"(?:br(?:oj|\.)?|бр(?:ој|\.)?|nr\.?)"
_ISSUE = (  # 88/05 – ispr.; 41 od 2. juna 2009; 87, datë 28 maj 2015
    r"\d{1,3}(?:\s?/\s?\d{2,4}(?:-\d+)?)?(?!\d)(?:\s*[–-]\s*[^\W\d_]+\.?(?:\s(?:zakon\w*|закон\w*|US|УС))?)?"
    r"(?:\sгод(?:ина|\.)|\sgod(?:ine|\.))?(?:,?\s(?:od|од|dat[ëёe])\s\d{1,2}\.?\s?(?:[^\W\d_]+|\d{1,2})\.?\s?\d{4})?"
)
_FIRST_LINES = 40  # a preface has fewer
_LINE_LIMIT = 6_000  # characters; a longer line is no title page


def of_text(
    title: str,
    nodes: Sequence[Provision],
    file_name: str,
    pack: Pack,
    *,
    furniture: Sequence[str] = (),
    stated: Identity | None = None,
) -> Identity:
    """The identity of a text that was read. What its format states counts before what is printed, and what is printed
    before the name of its file; `furniture` are the lines of the page, among which the masthead may stand."""
    first = [line for node in nodes if node.unit == "preface" for line in _lines(node)][:_FIRST_LINES]
    page = [line for line in furniture[:_FIRST_LINES] if len(line) < 300]
    links = [line for line in furniture if _ELI.fullmatch(line)]
    printed = of_lines([title, *first, *page, *links[:1]], pack).or_else(Identity(gazette=_masthead(page)))
    name = of_file_name(file_name)
    found = (stated or Identity()).or_else(printed)
    if found.celex and name.celex != found.celex:
        name = Identity(celex=name.celex)
    return found.or_else(name).or_else(Identity(title=title, celex=_celex_of_proposal(found, title)))


def _lines(node: Provision) -> Iterable[str]:
    for each in walk([node]):
        yield from (text for text in (each.num, each.heading, each.text) if text)
        yield from (note.text for note in each.notes)


def of_lines(lines: Iterable[str], pack: Pack) -> Identity:
    """What lines of a title page say: the first of each kind of number that they print."""
    found = Identity()
    gazette: list[str] = []
    for line in (each for each in lines if each and len(each) < _LINE_LIMIT):
        found = found.or_else(_of_line(line, pack))
        gazette.extend(each for each in gazettes(line, pack) if each not in gazette)
    return found.or_else(Identity(gazette=tuple(gazette)))


def _of_line(line: str, pack: Pack) -> Identity:
    consolidated = _CONSOLIDATED.match(line)
    if consolidated:
        return Identity(
            celex=f"3{consolidated['rest']}",
            language=consolidated["language"].lower(),
            consolidated_on=_iso(consolidated["day"]),
        )
    com, procedure, eli = _COM.match(line), _PROCEDURE.match(line), _ELI.fullmatch(line)
    law = _LAW_NUMBER.match(line)
    stated = _CELEX.search(line) if len(line) < 80 else None
    number = law_number(law) if law and pack.country != "eu" else ""
    return Identity(
        celex=_own_celex(stated) if stated else celex_of(line) or celex_of_eli(line),
        eli=line.removeprefix("ELI:").strip() if eli else "",
        com=f"{com['kind']}({com['year']}) {com['number']}{' final' if com['final'] else ''}" if com else "",
        procedure=f"{procedure['number']}({procedure['kind']})" if procedure else "",
        number=number,
        date=_iso(law["date"] or "") if law else "" if gazettes(line, pack) else _date_of(line, pack),
    )


def law_number(match: re.Match[str]) -> str:
    """The number of a law with its year, `7895/1995`: laws of the old series count on, those of the new begin again
    each year."""
    year = match["year"] or (match["date"] or "")[-4:]
    digits = match["number"].replace(" ", "")
    return f"{digits}/{year}" if year else digits


def number_of(text: str) -> str:
    """The number of a national law that a citation names by it ("ligjit nr. 7703, datë 11.5.1993")."""
    found = re.search(r"nr\.?\s*\d.*", text, re.IGNORECASE)
    match = _LAW_NUMBER.match(found.group()) if found else None
    return law_number(match) if match else ""


def celex_of(text: str) -> str:
    """The CELEX number of an act of the Union whose title or name begins so; empty for any other text."""
    new, old = _NEW.search(text[:200]), _OLD.search(text[:200])
    match = new if new and (old is None or new.start() <= old.start()) else old
    if match is None:
        return ""
    before = text[: match.start()].casefold()
    kind = next((letter for letter, words in _KINDS if any(word in before for word in words)), "")
    if not kind or _PROPOSAL.match(text):
        return ""
    first, second = int(match["first"]), int(match["second"])
    if kind == "R" and match is new and match["no"]:  # (EU) No 575/2013: the number, then the year
        number, year = first, second
    else:
        year, number = first, second
    year += 1900 if year < 100 else 0
    if not 1951 <= year <= 2100:
        return ""
    return f"3{year}{kind}{number:04d}"


def of_file_name(name: str) -> Identity:
    """What the name under which EUR-Lex hands out a file says: `32016R0679_GDPR_EN.html`."""
    match = _CELEX.match(PurePath(name).name)
    if not match:
        return Identity()
    language = re.search(r"[_.-]([A-Z]{2})(?=[_.-])", PurePath(name).name[match.end() :])
    return Identity(
        celex=_own_celex(match),
        language=language[1].lower() if language else "",
        consolidated_on=_iso_digits(match["day"] or ""),
    )


def gazettes(line: str, pack: Pack) -> list[str]:
    """The gazette citations of a line as printed: „Službeni glasnik RS”, br. 85/05, 88/05 – ispr."""
    if not pack.gazettes:
        return []
    names = "|".join(re.escape(name) for name in pack.gazettes)
    found = re.finditer(
        rf"[„“\"«]?(?:{names})[^„“\"«()\d;]{{0,50}}?[”“\"»]?[,\s–-]*{_ISSUE_WORD}\s*{_ISSUE}(?:(?:\s?,|\s[iи])\s?{_ISSUE})*",
        line,
        re.IGNORECASE,
    )
    return [each.group().strip(" ,") for each in found]


def _masthead(page: Sequence[str]) -> tuple[str, ...]:
    """The issue, day and page of the Official Journal that the head of a page prints apart."""
    head = next((match for line in page if (match := _MASTHEAD.fullmatch(line))), None)
    day = next((line for line in page if _DATE.fullmatch(line)), "")
    return (f"{head['issue']}, {day}, p. {head['page']}",) if head and day else ()


def _own_celex(match: re.Match[str]) -> str:
    """The act's own number; a consolidated text (sector 0) is one of its act."""
    sector = "3" if match["sector"] == "0" else match["sector"]
    return f"{sector}{match['rest']}"


def celex_of_eli(eli: str) -> str:
    """The CELEX number that an ELI names; empty where it names no regulation, directive or decision."""
    match = _ELI.fullmatch(eli)
    if not match:
        return ""
    kind = _ELI_KINDS.get(match["kind"], "")
    return f"3{match['year']}{kind}{int(match['number']):04d}" if kind else ""


def _celex_of_proposal(found: Identity, title: str) -> str:
    match = _COM.match(found.com)
    if not match or match["kind"] != "COM" or not _PROPOSAL.match(title):
        return ""
    return f"5{match['year']}PC{int(match['number']):04d}"


def _date_of(line: str, pack: Pack) -> str:
    """The date of a title page: "of 27 April 2016", "Brussels, 11.5.2022"."""
    months = "|".join(re.escape(month) for month in pack.months)
    if months:
        match = re.search(rf"(?<!\d)(\d{{1,2}})\.?\s(?:de\s)?({months})\s(?:de\s)?(\d{{4}})(?!\d)", line, re.IGNORECASE)
        if match:
            place = [month.casefold() for month in pack.months].index(match[2].casefold()) % 12
            return f"{match[3]}-{place + 1:02d}-{int(match[1]):02d}"
    place_and_date = re.fullmatch(r"[^\W\d_]+(?:\s[^\W\d_]+)?,\s+(\d{1,2}\.\d{1,2}\.\d{4})", line)
    return _iso(place_and_date[1]) if place_and_date else ""


def _iso(text: str) -> str:
    match = _DATE.search(text)
    return f"{match['year']}-{int(match['month']):02d}-{int(match['day']):02d}" if match else ""


def _iso_digits(text: str) -> str:
    return f"{text[:4]}-{text[4:6]}-{text[6:]}" if text else ""
