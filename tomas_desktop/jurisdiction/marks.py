"""What a single line says about itself: the number of an article, of a division, a heading, a note."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from tomas_desktop.jurisdiction import letter_spacing, numerals
from tomas_desktop.jurisdiction.numerals import NUMBER, ROMAN
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import SourceLine
from tomas_desktop.model.provision import Note

# Marks that a publisher hangs on a number: Član 189[s1], Član 5 (*), Article 3 (1)
_TRAILING = re.compile(r"\s*(\[[a-z]?\d{1,3}\]|\(\*+\)|\*+)$")
_PLACEHOLDERS = {
    "I": r"(?-i:[IVXL]+[a-zа-ш]?)", "A": r"(?-i:[A-ZÇËА-Ш])", "1": r"\d+[^\W\d_]?", "1.1": r"\d+(?:\.\d+)+",
}  # fmt: skip
_BESIDE = re.compile(r"\s+[–—-]\s+[^\W\d_]{2}")  # Neni 1 - Qëllimi: what stands between a number and its title
_HEADING_LIMIT = 400  # characters; the longest heading of the laws we know has 260


@dataclass(frozen=True, slots=True)
class Mark:
    """A line that opens an article or a division. `order` is the value of its number, where it has one that can
    be read; `title` is what stands after the number on the same line."""

    unit: str
    num: str
    order: int | None = None
    title: str = ""
    notes: tuple[Note, ...] = ()
    misprint: bool = False


def article(line: SourceLine, pack: Pack) -> Mark | None:
    """The line as the number of an article, or None. A word in front of a number is enough when nothing else
    stands in the line; a format that says so may have the title on the same line."""
    if line.role in ("text", "heading", "table", "recital", "citation", "division", "annex"):
        return None
    printed = line.num or line.text
    closed = letter_spacing.closed(printed, _heads(pack.article.forms))
    if closed != printed:
        return _as_printed(article(_reworded(line, closed), pack), printed)
    if line.role != "article" and not _may_be(printed, pack.article.forms):
        return None
    text, notes = without_marks(printed)
    title = line.text if line.num else ""
    for form in pack.article.forms:
        match = _form(form, pack.joint).match(text)
        order = _article_order(match["number"], pack) if match else None
        if match and order is not None:
            after = (match["title"] or "").strip(" .:–—-")
            if not after:
                return Mark("article", text, order, title, notes)
            if line.role == "article" or (_BESIDE.match(match["title"]) and _is_title(after)):
                return Mark("article", match["head"].strip(), order, after, notes)
    return Mark("article", text, _first_number(text), title, notes) if line.role == "article" and text else None


def division(line: SourceLine, pack: Pack) -> Mark | None:
    """The line as the number of a part, chapter, section, or None. A number with a title and no word ("1. Opšte
    odredbe") may as well be a point: the structure decides by what follows."""
    if line.role in ("text", "article", "table", "recital", "citation", "annex"):
        return None
    printed = line.num or line.text
    closed = letter_spacing.closed(printed, _heads(_division_forms(pack)))
    if closed != printed:
        return _as_printed(division(_reworded(line, closed), pack), printed)
    if not printed or len(printed) > _HEADING_LIMIT or not _may_divide(printed, pack):
        return None
    text, notes = without_marks(printed)
    title = line.text if line.num else ""
    for rule in pack.divisions:
        for form in rule.forms:
            match = _form(form, pack.joint).match(text)
            if match is None:
                continue
            if "{" not in form:
                return Mark(rule.name, "", None, text, notes)
            after = title or (match["title"] or "").strip(" .:–—-")
            if after and (not _is_title(after) or (form in ("{I} {title}", "{A}. {title}") and not after.isupper())):
                continue
            if after and match["number"].islower() and numerals.roman(match["number"]):
                continue  # "Titulli i nenit 3": a word
            order, is_number, misprint = _division_number(match["number"], pack)
            if is_number:
                return Mark(rule.name, match["head"].strip(), order, after, notes, misprint)
    return None


def unspaced(printed: str, pack: Pack) -> str:
    """A number without the blanks between the letters of its word: `Ч л е н 1` -> `Член 1`."""
    return letter_spacing.closed(printed, _heads((*pack.article.forms, *_division_forms(pack), *pack.annex)))


def _reworded(line: SourceLine, text: str) -> SourceLine:
    return replace(line, num=text) if line.num else replace(line, text=text)


def _as_printed(mark: Mark | None, printed: str) -> Mark | None:
    """The mark that a line is when its spaced letters are closed up, in the words that it prints."""
    if mark is None:
        return None
    if not mark.num:
        return replace(mark, title=printed)
    number, title = letter_spacing.as_printed(mark.num, printed)
    return replace(mark, num=number, title=mark.title and title.strip(" .:–—-"))


@cache
def _heads(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The words of these forms: "Глава", "Општ дел", "дел"."""
    return tuple(word for form in forms for word in re.sub(r"\{.*?\}", " ", form).split())


def _article_order(number: str, pack: Pack) -> int | None:
    """The value of an article's number: its first digits, or an ordinal word ("Article premier")."""
    digits = _first_number(number)
    return numerals.ordinal(number, pack)[0] if digits is None else digits


@cache
def _words_around(forms: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """How a number of these forms may begin, and how one may end that has its word behind it; in small letters."""
    small = [form.casefold() for form in forms]
    begins_with = {form.partition("{")[0].split()[0] for form in small if not form.startswith("{")}
    return tuple(begins_with), tuple(form.split("}")[1] for form in small if form.startswith("{n}"))


def _may_be(text: str, forms: tuple[str, ...]) -> bool:
    """A quick look, before the patterns: could this line be a number of one of these forms?"""
    starts, ends = _words_around(forms)
    if text[:24].casefold().startswith(starts):
        return True
    return bool(ends) and len(text) < 60 and any(end in text.casefold() for end in ends)


@cache
def _division_forms(pack: Pack) -> tuple[str, ...]:
    return tuple(form for rule in pack.divisions for form in rule.forms)


def _may_divide(text: str, pack: Pack) -> bool:
    if text[0] in "IVXL0123456789" or _may_be(text, _division_forms(pack)):
        return True
    return text[1:2] == "." and text[0].isupper()  # A. TITLE


def names_article(text: str, pack: Pack) -> bool:
    """Does the text begin with the number of an article and go on about it?"""
    words = text.split(maxsplit=2)
    return len(words) == 3 and _may_be(text, pack.article.forms) and words[1][0].isdigit() and words[2][0].islower()


def is_bare(mark: Mark) -> bool:
    """Does the division have only a number ("1." and a title), no word such as Glava?"""
    return bool(mark.num) and not re.search(r"[^\W\d_IVXLC]", mark.num)


def annex(line: SourceLine, pack: Pack) -> bool:
    """Does this line open an annex?"""
    text = letter_spacing.closed(line.num or line.text, _heads(pack.annex))
    if line.role not in ("", "annex", "title", "division"):
        return False
    return any(
        (match := _form(form, pack.joint).match(text)) is not None and not (match["title"] or "").strip(" .:–—-")
        for form in pack.annex
    )


def leftover(line: SourceLine, pack: Pack) -> bool:
    """Does this line stand over articles of amending acts?"""
    return begins(line.text, pack.leftover) and not line.text.endswith((".", ";"))


def is_heading(line: SourceLine, pack: Pack) -> bool:
    """Could this line be a title? The format says so, or it is short, unnumbered and not a sentence."""
    if line.role in ("heading", "division"):
        return True
    if line.role or line.num or not line.text or len(line.text) > _HEADING_LIMIT:
        return False
    text = line.text
    if deleted(text, pack) or history(text, pack) or begins(text, pack.clause_starts):
        return False
    return not numbered_line(text, pack) and _is_title(text)


def _is_title(text: str) -> bool:
    first = text[0]
    if not (first.isupper() or first.isdigit() or first in '„“‘"«'):
        return False
    return not text.endswith((".", ";", ":", ",")) or (text.isupper() and text.endswith("."))


def ends_in_number(text: str) -> bool:
    """Is it a title but for a stop that belongs to a number at its end ("... čl. 38. i 39.")?"""
    return re.search(r"\d[^\W\d_]?\.$", text) is not None and _is_title(text[:-1]) and len(text) < 120


def numbered_line(text: str, pack: Pack) -> bool:
    """Does the line begin with the number of a paragraph, a point, an indent?"""
    return bool(numerals.numbered(text, styles(pack), pack))


@cache
def _styles(rules: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(style for styles in rules for style in styles))


def styles(pack: Pack) -> tuple[str, ...]:
    """Every number style of the units below the article."""
    return _styles(tuple(rule.styles for rule in pack.units.values()))


def deleted(text: str, pack: Pack) -> bool:
    """Is this line the word that stands for a provision that is no more, alone or with the act that deleted it in
    brackets?"""
    return text in pack.deleted or any(text.startswith(f"{word} (") and text.endswith(")") for word in pack.deleted)


def history(text: str, pack: Pack) -> bool:
    """Is this line a bracketed note on when the provision was added or changed? The bare word that it is no more is its
    text."""
    return text not in pack.deleted and text.endswith((")", ").")) and begins(text, pack.history)


def begins(text: str, starts: tuple[str, ...]) -> bool:
    """Does the text begin with one of these words, capitals and spaced letters aside?"""
    if not starts:
        return False
    spaced = letter_spacing.joined(text)
    return text[:120].casefold().startswith(_small(starts)) or (
        bool(spaced) and spaced.casefold().startswith(tuple(word.rstrip(":") for word in _small(starts)))
    )


@cache
def _small(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words)


def follows_formula(before: str, text: str, pack: Pack) -> bool:
    """Is this line the formula with which a preamble opens, or its next one after another that ends in a comma? In some
    languages formulas begin with small letters, as what goes on with a sentence does."""
    if text.endswith((",", ":")) and text[:1].isupper() and begins(text, pack.enacting):
        return True
    formulas = (*pack.citation, *pack.recital_intro, *pack.enacting)
    return before.endswith((",", "–", "-")) and begins(before, formulas) and begins(text, formulas)


def without_marks(text: str) -> tuple[str, tuple[Note, ...]]:
    """A number or heading without the publisher's trailing marks, and these as notes."""
    notes: list[Note] = []
    while match := _TRAILING.search(text):
        notes.insert(0, Note("editorial", match[1]))
        text = text[: match.start()]
    return text.strip(), tuple(notes)


def _first_number(text: str) -> int | None:
    digits = re.search(r"\d+", text)
    return int(digits.group()) if digits else None


def _division_number(number: str, pack: Pack) -> tuple[int | None, bool, bool]:
    """(value, is it a number, is it misprinted) of the number of a division."""
    if re.fullmatch(rf"{NUMBER}|\d+(\.\d+)+", number):
        return int(re.findall(r"\d+", number)[-1 if "." in number else 0]), True, False
    value = numerals.roman(number)
    if value:
        return value, True, False
    if re.fullmatch(r"[A-ZА-Ш]", number):
        return numerals.letter_order(number, pack), True, False
    if number == "#":  # not yet numbered: what drafting tools print
        return None, True, False
    value, is_number = numerals.ordinal(number, pack)
    return value, is_number, is_number and value is None


@cache
def _form(form: str, joint: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of a form: `head` is the word with its `number`, `title` what follows it on the line."""
    before, placeholder, after = re.fullmatch(r"([^{]*)(?:\{(.+?)\}(.*))?", form).groups("")  # type: ignore[union-attr]
    blank = r"\s+"
    behind = blank.join(re.escape(part) for part in after.split(" "))  # " deo", ". cikk"
    start = blank.join(re.escape(word) for word in before.split()) + (blank if before.endswith(" ") else "")
    if not placeholder:
        return re.compile(rf"(?P<head>{start})(?P<number>)(?P<title>)\.?$", re.IGNORECASE)
    if placeholder == "n":
        several = "|".join(re.escape(word) for word in joint) or "(?!)"
        words = r"[^\W\d_]+(?:\s[^\W\d_]+){0,2}"
        number = rf"(?:{NUMBER}(?:\s?(?:{several})\s?{NUMBER})*|{ROMAN}[a-zа-ш]?|{words}|#)"
        end, title = (r"\.?", r"(?P<title>\W.*)?") if not after else (behind, "(?P<title>)")
    else:
        number = {
            "I": r"(?-i:[IVXL]+[a-zа-ш]?)",
            "A": r"(?-i:[A-ZÇËА-Ш])",
            "1": r"\d+[^\W\d_]?",
            "1.1": r"\d+(?:\.\d+)+",
        }[placeholder]
        mark = after.removesuffix("{title}").strip()
        end, title = re.escape(mark), r"(?:\s+(?P<title>.+))?"
    return re.compile(rf"(?P<head>{start}(?P<number>{number}){end}){title}$", re.IGNORECASE)
