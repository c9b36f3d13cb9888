"""Numbers of units: the eIds made of them, and the number after a number.

eIds follow the Akoma Ntoso naming convention as the command-line contract spells it out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import cache

from tomas_desktop.jurisdiction import lettered_lists, marks, numerals
from tomas_desktop.jurisdiction.numerals import DASHES
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.provision import DIVISIONS, NOT_LAW, Provision
from tomas_desktop.text.scripts import eid_letters

_PREFIXES = {
    "article": "art", "chapter": "chp", "section": "sec", "subsection": "subsec", "paragraph": "para",
    "subparagraph": "subpara", "recital": "rec", "citation": "cit", "annex": "anx", "leftover": "left",
}  # fmt: skip
_ALONE = frozenset({"preface", "preamble", "memorandum", "statement", "conclusions", "enacting"})
_TOP = frozenset({"article", "recital", "citation", "enacting"})  # not prefixed by what holds them
_WORD = re.compile(r"[^\W\d_]+")


def eid_number(printed: str, pack: Pack) -> str:
    """The number of a unit as its eId writes it: `Član 185a.` -> `185a`, `Neni 117/1` -> `117-1`, `Čl. 188 i 189`
    -> `188-189`, `Glava osamnaesta` -> `18`, `KREU II` -> `II`, `(ii)` -> `ii`; empty when it cannot be read."""
    text = marks.unspaced(printed.strip().strip("()[]."), pack)
    text = _without_unit(text, pack)
    repeated = re.fullmatch(rf"([^\W\d_]{{1,3}}) ({'|'.join(numerals.TIMES)})", text)  # a bis)
    if repeated:
        return f"{eid_letters(repeated[1], pack.language)}{repeated[2]}"
    inserted = re.fullmatch(r"([^\W\d_]{1,2})/?(\d+)", text)  # ç/1)
    if inserted:
        return f"{eid_letters(inserted[1], pack.language)}-{inserted[2]}"
    digits = re.search(r"\d.*", text)
    if digits:
        return _arabic(digits.group(), pack)
    words = _WORD.findall(text)
    if not words or (len(text) == 1 and not text.isalpha()):
        return ""
    last = words[-1].translate(numerals.GREEK_ROMAN) if numerals.roman(words[-1]) else words[-1]
    if re.fullmatch(r"[IVXLC]+[a-zа-шђјљњћџ]?", last) and numerals.roman(last):
        return re.sub(r"[^IVXLC]+", lambda m: eid_letters(m.group(), pack.language), last)
    if (len(words) == 1 and len(last) <= 2) or len(last) == 1 or numerals.roman(last):
        return eid_letters(last, pack.language)
    value = _ordinal_inside(words, pack)
    return str(value) if value else ""


def _without_unit(text: str, pack: Pack) -> str:
    """The number without the word of the unit that stands behind it: `5. cikk`, `Prvi deo`."""
    small = text.casefold()
    after = next((word for word in _words_after(pack) if small.endswith(word)), "")
    return text[: len(text) - len(after)].rstrip(" .") or text


@cache
def _words_after(pack: Pack) -> tuple[str, ...]:
    forms = [form for rule in pack.units.values() for form in rule.forms]
    return tuple(form[3:].casefold() for form in (*forms, *pack.annex) if form.startswith("{n}") and form != "{n}")


def _ordinal_inside(words: Sequence[str], pack: Pack) -> int | None:
    """The value of ordinal words that stand before or after the word of the unit ("Deo prvi", "Prvi deo")."""
    for part in (words[1:], words[2:], words[:-1], words):  # PJESA E DYTË has an article between
        value, _ = numerals.ordinal(" ".join(part), pack)
        if value:
            return value
    return None


def _arabic(text: str, pack: Pack) -> str:
    for word in pack.joint:  # 188 i 189
        text = re.sub(rf"(?<=\d)\s*\b{re.escape(word)}\s+(?=\d)" if word.isalpha() else r"(?!)", "\x00", text)
    text = re.sub(rf"(?<=\d)\s*[{DASHES}]\s*(?=\d)", "\x00", text)
    text = eid_letters(text, pack.language).replace("/", "\x00")
    text = re.sub(r"(?<=\d)\.(?=\d)", "\x00", text)
    return re.sub(r"\W", "", text.replace("\x00", "_")).replace("_", "-")


_NOT_CITED = ("memorandum", "statement", "preface", "conclusions", "anx")  # their numbers begin again and again


def with_eids(
    nodes: Iterable[Provision], pack: Pack, within: str = ""
) -> tuple[tuple[Provision, ...], tuple[Finding, ...]]:
    """The same forest with an eId on every node, and a finding for each number that stands twice.

    `within` is the eId that all of it lies under (a provision read by itself keeps its place).
    """
    findings: list[Finding] = []
    seen: Counter[str] = Counter()
    out = _give(tuple(nodes), within, pack, seen, findings)
    return out, tuple(findings)


def _give(
    nodes: tuple[Provision, ...], within: str, pack: Pack, seen: Counter[str], findings: list[Finding]
) -> tuple[Provision, ...]:
    counts: Counter[str] = Counter()
    previous: dict[str, str] = {}
    out: list[Provision] = []
    numbers = [eid_number(node.num, pack) if _is_numbered(node) and within not in NOT_LAW else "" for node in nodes]
    if pack.is_translation:
        numbers = lettered_lists.as_in_original(nodes, numbers, pack)
    for node, number in zip(nodes, numbers, strict=True):
        counts[node.unit] += 1
        if not number and node.unit in DIVISIONS and node.num:  # a misprinted ordinal: the one after the last
            number = str(int(previous[node.unit]) + 1) if previous.get(node.unit, "").isdigit() else ""
            if number:
                findings.append(Finding("warning", "division-number-unread", "", (("number", node.num),)))
        number = number or _counted(node, counts)
        previous[node.unit] = number
        eid = _join(_above(node, within), label(node.unit, number))
        seen[eid] += 1
        if seen[eid] > 1:
            first, eid = eid, f"{eid}-bis{seen[eid]}"
            if not within.startswith(_NOT_CITED):
                findings.append(Finding("warning", "number-twice", eid, (("number", node.num), ("first", first))))
        inside = _give(node.children, eid, pack, seen, findings)
        out.append(replace(node, eid=eid, children=inside))
    return tuple(out)


def _is_numbered(node: Provision) -> bool:
    return node.unit not in ("subparagraph", "indent", "wrapup", "table", "leftover") and node.unit not in _ALONE


def _counted(node: Provision, counts: Counter[str]) -> str:
    """The number of a unit that prints none. The first subparagraph is the paragraph's own text."""
    if node.unit in _ALONE and counts[node.unit] == 1:
        return ""
    return str(counts[node.unit] + (1 if node.unit == "subparagraph" else 0))


def label(unit: str, number: str) -> str:
    """The last part of an eId: `art_5`, `para_2`, `wrapup`."""
    prefix = _PREFIXES.get(unit, unit)
    return f"{prefix}_{number}" if number else prefix


def _above(node: Provision, within: str) -> str:
    """What an eId begins with: articles and recitals stand by themselves but in a leftover or an annex."""
    if node.unit in _TOP and not within.startswith(("left_", "anx", "statement", "memorandum")):
        return ""
    if node.unit in _TOP:
        return within.split("__")[0]
    return within


def _join(above: str, label: str) -> str:
    return f"{above}__{label}" if above else label


def number_in(printed: str) -> tuple[str, str, str]:
    """A printed number cut in three: what stands before the number itself, the number, what stands after it."""
    found = list(re.finditer(numerals.NUMBER, printed))
    if found:
        return printed[: found[-1].start()], found[-1].group(), printed[found[-1].end() :]
    letters = list(re.finditer(r"[^\W_]+", printed))
    if not letters:
        return printed, "", ""
    number = next((each for each in reversed(letters) if numerals.roman(each.group())), letters[-1])  # I. FEJEZET
    return printed[: number.start()], number.group(), printed[number.end() :]


def with_number(printed: str, number: str) -> str:
    """A printed number with another number in it: `(3)` and `4` give `(4)`, `Član 5.` and `5a` give `Član 5a` (no
    stop after a letter). A dash, or nothing, stays."""
    before, core, after = number_in(printed)
    if not core:
        return printed
    new = number_in(number)[1] or number
    is_lettered = core[0].isdigit() and not new.isdigit() and after == "." and before != ""
    return before + new + ("" if is_lettered else after)


def successor(printed: str, unit: str, pack: Pack, taken: Collection[str] | None = None) -> str:
    """The number of a new unit placed right after the one printed so: "Član 185b" -> "Član 185v", "(3)" -> "(4)"
    where the others shift, "Article 9" -> "Article 9a" where they do not, "c)" -> "ç)" in Albanian.

    `taken` are the numbers of the siblings as printed: with them a number that is still free at the end is used
    before an inserted one.
    """
    before, core, after = number_in(printed)
    if not core:
        return printed  # a dash
    if unit == "article" and not core[0].isdigit():  # Article premier
        core = str(numerals.ordinal(core, pack)[0] or core)
    rule = pack.rule(unit)
    if unit == "article" and re.search(r"\d", before):  # after the joint "Čl. 188 i 189": "Član 189a"
        before = rule.forms[0].partition("{")[0]
    following = before + _next(core, unit, pack) + after
    if rule.renumber == "shift" and core.isdigit():
        return following
    free = taken is not None and following not in taken
    if core.isdigit():
        if free:
            return following
        inserted = _inserted(core, rule.insert, pack)
        return before + inserted + ("" if unit == "article" and after == "." else after)  # no stop after a letter
    if core[0].isdigit() or taken is None or free or rule.renumber == "shift":
        return following
    return before + _inserted(core, rule.insert, pack) + after


def _next(core: str, unit: str, pack: Pack) -> str:
    """The number after this one in its own series: 3 -> 4, 185b -> 185v, 117/1 -> 117/2, c -> ç, ii -> iii."""
    match = re.fullmatch(r"(.*?)(\d+|[^\W\d_]+)", core)
    assert match is not None
    stem, last = match.groups()
    if last.isdigit():
        return f"{stem}{int(last) + 1}"
    value = numerals.roman(last)
    if value and not stem and (len(last) > 1 or (unit == "subpoint" and last in "iIvVxX")):
        following = numerals.to_roman(value + 1)
        return following if last.isupper() else following.lower()
    return stem + _next_letter(last, pack)


def _next_letter(letter: str, pack: Pack) -> str:
    alphabet = list(pack.letters)
    lower = letter.lower()
    if lower in numerals.TIMES[:-1]:
        return numerals.TIMES[numerals.TIMES.index(lower) + 1]
    if lower not in alphabet:
        return letter + alphabet[0]
    place = alphabet.index(lower) + 1
    following = alphabet[place] if place < len(alphabet) else alphabet[0] * 2
    return following.upper() if letter.isupper() else following


def _inserted(core: str, specimen: str, pack: Pack) -> str:
    """The first number inserted after this one, after the specimen (`1a`, `1-а`, `1/1`, `1 bis`)."""
    sign = re.findall(r"[^\W\d_]+|\d+", specimen)[-1]
    mark = specimen[1 : -len(sign)]
    return core + mark + (sign if sign.isdigit() or sign in numerals.TIMES else pack.letters[0])
