"""The pack of a legal order: everything a country decides about the form of its laws, read from data.

A folder in `resources/jurisdictions` is a country, a file in it named by a language tag is a language; a folder of
the user's own adds to these and goes before them. The forms and number styles are specimens, written as a law
prints them: `"Član {n}"`, `"(1)"`, `"a)"`, `"–"`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from tomas_desktop.errors import TomasError
from tomas_desktop.paths import jurisdictions
from tomas_desktop.text.scripts import to_cyrillic

Renumber = Literal["shift", "suffix"]

_NAMES = frozenset({"renumber", "word_language", "eid_letters"})  # values that are not words of the law
_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


@dataclass(frozen=True, slots=True)
class UnitRule:
    """One kind of unit. `forms` are the lines that open it by a word (`Glava {n}`; `{title}` for what follows
    on the same line), `styles` the numbers that open it by themselves, likeliest first. `renumber` says what
    happens to the units after an insertion; `insert` is the specimen of an inserted number (`185a`, `193-а`)."""

    name: str
    forms: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    renumber: Renumber = "suffix"
    insert: str = "1a"


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """The grammar of one legal order in one language. Compared by identity: a pack is loaded once."""

    country: str
    language: str
    name: str
    word_language: str  # the language tag a Word run carries
    letters: tuple[str, ...]  # in the order in which inserted units and lettered points take them
    eid_letters: tuple[str, ...]  # of a translated order: those of the original, by which its eIds count (see below)
    units: Mapping[str, UnitRule]  # from the widest division down to the indent
    heading_above: bool  # where a heading stands unless the law itself shows otherwise
    joint: tuple[str, ...]  # words between the two numbers of a joint heading
    quotes: tuple[str, str]
    inner_quotes: tuple[str, str]
    deleted: tuple[str, ...]  # words that stand for a provision that is no more
    history: tuple[str, ...]  # how a bracketed note on the history of a provision begins
    kinds: frozenset[str]  # of acts, in small letters: with one of these words a title begins
    leftover: tuple[str, ...]  # how the title over articles of amending acts begins
    clause_starts: tuple[str, ...]  # words that begin the second half of a sentence on a line of their own
    abbreviations: tuple[str, ...]  # words whose stop ends no sentence
    citation: tuple[str, ...]  # how the citations of a preamble begin
    enacting: tuple[str, ...]  # the enacting formula
    recital_intro: tuple[str, ...]  # the line before the recitals
    conclusions: tuple[str, ...]  # how the place and date at the end begin
    annex: tuple[str, ...]  # forms of the line that opens an annex
    ordinals: Mapping[str, int]  # stems of ordinal number words and whole cardinal tens
    cardinals: Mapping[str, int]
    months: tuple[str, ...]  # as a date writes them, January first; several rounds where a language has several forms
    gazettes: tuple[str, ...]  # how the names of the official gazettes are printed
    citations: Mapping[str, Any]  # the words with which provisions are cited, see `citation_words`

    @property
    def divisions(self) -> tuple[UnitRule, ...]:
        """The rules of the units above the article, widest first."""
        names = tuple(self.units)
        return tuple(self.units[name] for name in names[: names.index("article")])

    @property
    def article(self) -> UnitRule:
        """The rule of the article."""
        return self.units["article"]

    @property
    def is_translation(self) -> bool:
        """Are the acts of this order only translated into this language? Their lists may then count in the alphabet of
        the translation or of the original; the eIds are those of the original (`lettered_lists`)."""
        return bool(self.eid_letters)

    def rule(self, unit: str) -> UnitRule:
        """The rule of a unit; a bare one for a unit this legal order does not number."""
        return self.units.get(unit) or UnitRule(unit)


def countries(root: Path | None = None) -> tuple[str, ...]:
    """The legal orders there are, by their short names."""
    found = (path for folder in _roots(root) if folder.is_dir() for path in folder.iterdir())
    return tuple(sorted({path.name for path in found if path.is_dir() and _files(path)}))


def languages(country: str, root: Path | None = None) -> tuple[str, ...]:
    """The languages of a country; raises TomasError("unknown-country")."""
    known = countries(root)
    if country not in known:
        raise TomasError("unknown-country", country=country, known=", ".join(known))
    return tuple(sorted({file.stem for folder in _roots(root) for file in _files(folder / country)}))


def load(country: str, language: str, root: Path | None = None) -> Pack:
    """The pack of a country in one of its languages.

    Raises TomasError("unknown-country"), ("unknown-language") naming what there is, or ("bad-pack") for a
    file that cannot be read.
    """
    known = languages(country, root)
    if language not in known:
        raise TomasError("unknown-language", language=language, country=country, known=", ".join(known))
    files = (folder / country / f"{language}.toml" for folder in _roots(root))
    return _load(next(file for file in files if file.is_file()))


def table(pack: Pack, kind: str, root: Path | None = None) -> Mapping[str, Any]:
    """What a language has to say about one matter (`formulas`, `clauses`), as its file `<country>/<kind>/<language>`
    says it; a folder of the user's own goes before the bundled one. Empty when there is no such file.

    All strings are words of the law or patterns of them: where the file is transliterated they go over into the
    other script, what stands in braces and the keys stay. Raises TomasError("bad-pack") for a broken file.
    """
    files = (folder / pack.country / kind / f"{pack.language}.toml" for folder in _roots(root))
    file = next((file for file in files if file.is_file()), None)
    return _table(file) if file else {}


@cache
def _table(path: Path) -> Mapping[str, Any]:
    try:
        return _data(path)
    except (tomllib.TOMLDecodeError, OSError, UnicodeDecodeError) as error:
        raise TomasError("bad-pack", file=f"{path.parent.name}/{path.name}", reason=str(error)) from error


def _roots(root: Path | None) -> tuple[Path, ...]:
    return (root,) if root else jurisdictions()


def _files(folder: Path) -> list[Path]:
    """The languages of a country's folder."""
    return [path for path in folder.glob("*.toml") if _LANGUAGE_TAG.fullmatch(path.stem)]


@cache
def _load(path: Path) -> Pack:
    try:
        return _pack(_data(path), path.parent.name, path.stem)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise TomasError("bad-pack", file=path.name, reason=str(error)) from error


def _data(path: Path) -> dict[str, Any]:
    """The file's tables; a file that says `transliterated_from` takes over the other script's in its own."""
    with path.open("rb") as file:
        data = tomllib.load(file)
    source = data.pop("transliterated_from", None)
    return _in_cyrillic(_data(path.with_name(f"{source}.toml"))) | data if source else data


def _in_cyrillic(value: Any) -> Any:
    if isinstance(value, str):  # placeholders in braces stay
        return "".join(part if part.startswith("{") else to_cyrillic(part) for part in re.split(r"(\{[^}]*\})", value))
    if isinstance(value, list):
        return [_in_cyrillic(item) for item in value]
    if isinstance(value, dict):
        return {key: _in_cyrillic(item) if key not in _NAMES else item for key, item in value.items()}
    return value


def _pack(data: dict[str, Any], country: str, language: str) -> Pack:
    def words(key: str) -> tuple[str, ...]:
        return tuple(data.get(key, ()))

    units = {name: _unit(name, table) for name, table in data["units"].items()}
    opening, closing = data["quotes"]
    inner_opening, inner_closing = data["inner_quotes"]
    return Pack(
        country=country,
        language=language,
        name=data["name"],
        word_language=data["word_language"],
        letters=tuple(data["letters"].split()),
        eid_letters=tuple(data.get("eid_letters", "").split()),
        units=units,
        heading_above=data["heading_above"],
        joint=words("joint"),
        quotes=(opening, closing),
        inner_quotes=(inner_opening, inner_closing),
        deleted=words("deleted"),
        history=words("history"),
        kinds=frozenset(word.casefold() for word in words("kinds")),
        leftover=words("leftover"),
        clause_starts=words("clause_starts"),
        abbreviations=words("abbreviations"),
        citation=words("citation"),
        enacting=words("enacting"),
        recital_intro=words("recital_intro"),
        conclusions=words("conclusions"),
        annex=words("annex"),
        ordinals=_counted(data.get("ordinals", ""), 1),
        cardinals=_counted(data.get("cardinals", ""), 10),
        months=tuple(data.get("months", "").split()),
        gazettes=words("gazettes"),
        citations=data.get("citations", {}),
    )


def _counted(stems: str, step: int) -> dict[str, int]:
    """The value of each stem of a series: one, two, ... or ten, twenty, ...; a stem may have two spellings (`a|b`)."""
    return {stem: step * place for place, spelt in enumerate(stems.split(), start=1) for stem in spelt.split("|")}


def _unit(name: str, table: dict[str, Any]) -> UnitRule:
    return UnitRule(
        name=name,
        forms=tuple(table.get("forms", ())),
        styles=tuple(table.get("styles", ())),
        renumber=table.get("renumber", "suffix"),
        insert=table.get("insert", "1a"),
    )
