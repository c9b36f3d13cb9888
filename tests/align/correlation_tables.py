"""Suggestions measured against tables that were made by hand from reading both laws."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from tomas_desktop import paths
from tomas_desktop.align.correlate import Answer, correlate
from tomas_desktop.align.glossary import Concept, concepts
from tomas_desktop.align.profile import Profile, profiles
from tomas_desktop.align.vocabulary import Vocabulary
from tomas_desktop.align.weights import GLOSSARY_ALONE, WEIGHTS, Weights, importance
from tomas_desktop.importers import base
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.provision import Provision

LAWS = {
    "gdpr": ("eu-formex/32016R0679_GDPR_EN.fmx.xml", "eu", "en"),
    "csar": ("eu-html/52022PC0209_CSAR_EN.html", "eu", "en"),
    "dsa": ("eu-formex/32022R2065_DSA_EN.fmx.xml", "eu", "en"),
    "zzpl": ("national-rs/rs_ZZPL_87-2018.cyr.html", "rs", "sr-Cyrl"),
    "rs kz": ("national-rs/rs_KZ_krivicni-zakonik.lat.txt", "rs", "sr-Latn"),
    "rs zet": ("national-rs/rs_ZET.cyr.html", "rs", "sr-Cyrl"),
    "mk kz": ("national-mk/mk_KZ_krivicen-zakonik.pdf", "mk", "mk"),
    "al kp": ("national-al/al_KP_7895-1995.txt", "al", "sq"),
}
BESIDE = {  # laws of the same country that nothing is expected of
    "mk": {"mk-zkp": ("national-mk/mk_ZKP_150-2010.pdf", "mk", "mk")},
    "al": {"al-kpa": ("national-al/al_kodi_proc_admin.pdf", "al", "sq")},
}
HALVES = {"odd articles": 1, "even articles": 0}
FIRST = 5


@dataclass(frozen=True)
class Figures:
    """How many articles of a table are answered, and what came out; lists hold what was missed."""

    answered: int
    gaps: int
    not_first: list[str] = field(default_factory=list)
    not_among_five: list[str] = field(default_factory=list)
    twins_first: list[str] = field(default_factory=list)
    gaps_not_seen: list[str] = field(default_factory=list)
    false_gaps: list[str] = field(default_factory=list)

    @property
    def hit(self) -> float:
        return 1 - len(self.not_first) / self.answered

    @property
    def recall(self) -> float:
        return 1 - len(self.not_among_five) / self.answered

    @property
    def gaps_seen(self) -> int:
        return self.gaps - len(self.gaps_not_seen)


@cache
def glossary() -> tuple[Concept, ...]:
    return concepts([paths.resources() / "glossary"])


def _law(name: str) -> tuple[str, str, str]:
    return LAWS.get(name) or next(laws[name] for laws in BESIDE.values() if name in laws)


@cache
def tree(data: Path, name: str) -> tuple[Provision, ...]:
    file, country, language = _law(name)
    return base.read(data / file, packs.load(country, language)).nodes


@cache
def of_law(data: Path, name: str) -> tuple[Profile, ...]:
    _, country, language = _law(name)
    return profiles(tree(data, name), Vocabulary(glossary(), language), packs.load(country, language))


def suggested(data: Path, eu: str, laws: Sequence[str], weights: Weights) -> Iterator[tuple[int, bool, list[str]]]:
    """For each EU article its number, whether it is a gap, and the candidates as "law article"."""
    units = of_law(data, eu)
    names = [f"{law} {unit.eid.removeprefix('art_')}" for law in laws for unit in of_law(data, law)]
    answers: tuple[Answer, ...] = correlate(
        units, [of_law(data, law) for law in laws], importance(glossary()), weights=weights, top=FIRST
    )
    for answer in answers:
        number = int(units[answer.eu].eid.removeprefix("art_"))
        yield number, answer.is_gap, [names[match.national] for match in answer.matches]


def gdpr(data: Path, half: int | None = None, weights: Weights = WEIGHTS) -> Figures:
    """GDPR against the Serbian law; `half` 1 takes the odd articles, 0 the even ones."""
    table = _table("gdpr_zzpl.toml")
    answers = {int(number): [f"zzpl {each}" for each in found] for number, found in table["answers"].items()}
    twins = {f"zzpl {each}" for each in table["twins"]}
    counted = [n for n in answers if n not in table["open"] and (half is None or n % 2 == half)]
    figures = Figures(sum(bool(answers[n]) for n in counted), sum(not answers[n] for n in counted))
    for number, is_gap, found in suggested(data, "gdpr", ["zzpl"], weights):
        if number not in counted:
            continue
        told = f"{number}: {', '.join(found[:3])}"
        if not answers[number]:
            figures.gaps_not_seen.extend([] if is_gap else [told])
            continue
        figures.not_first.extend([] if found[0] in answers[number] else [told])
        figures.not_among_five.extend([] if set(found) & set(answers[number]) else [told])
        figures.twins_first.extend([told] if found[0] in twins else [])
        figures.false_gaps.extend([told] if is_gap else [])
    return figures


def named(data: Path, country: str, weights: Weights = WEIGHTS, beside: Sequence[str] = ()) -> tuple[int, list[str]]:
    """The proposal against a country's laws, others `beside` them: how many articles the reference names a provision
    for, and those of which none of the named is among the first five."""
    table: Mapping[str, Sequence[str]] = _table("csar_named.toml")[country]
    laws = [*(law for law in LAWS if law.startswith(f"{country} ")), *beside]
    missed = [
        f"{number}: {', '.join(found)}"
        for number, _, found in suggested(data, "csar", laws, weights)
        if str(number) in table and not set(found) & {f"{country} {each}" for each in table[str(number)]}
    ]
    return len(table), missed


def dsa(data: Path, weights: Weights = WEIGHTS) -> Figures:
    """The Digital Services Act against the Serbian law on electronic commerce; a pair by which nothing was chosen."""
    table = {number: [f"rs zet {each}" for each in found] for number, found in _table("dsa_zet.toml").items()}
    figures = Figures(len(table), 0)
    for number, _, found in suggested(data, "dsa", ["rs zet"], weights):
        if answers := table.get(str(number)):
            told = f"{number}: {', '.join(found[:3])}"
            figures.not_first.extend([] if found[0] in answers else [told])
            figures.not_among_five.extend([] if set(found) & set(answers) else [told])
    return figures


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))


EVIDENCE = {"everything": WEIGHTS, "glossary alone": GLOSSARY_ALONE}
