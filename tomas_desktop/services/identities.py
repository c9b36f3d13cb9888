"""Which work a text belongs to, and what its card says before anyone has checked it.

A work's numbers stand on its card ("CELEX 32016R0679; COM(2012) 11 final"); what the user changes there counts.
"""

from __future__ import annotations

import re

from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.card import Card
from tomas_desktop.model.dossier import Dossier
from tomas_desktop.model.identity import Identity
from tomas_desktop.model.work import Work
from tomas_desktop.text.scripts import to_latin

_CELEX = "CELEX "


def card(work: Work, identity: Identity, file_name: str) -> Card:
    """The card of a new work as far as its text fills it. Nothing on it is checked."""
    celex = f"{_CELEX}{identity.celex}" if identity.celex else ""
    numbers = [each for each in (celex, identity.com, identity.procedure, identity.eli) if each]
    return Card(
        work.key,
        official_name=identity.title,
        gazette=identity.gazette,
        source="; ".join(numbers) or file_name,
        as_of=identity.consolidated_on,
    )


def of_work(dossier: Dossier, work: Work) -> Identity:
    """The identity of a work that is in the dossier, from its title and its card."""
    from tomas_desktop.importers import identity  # the formats load when a file is read

    held = dossier.card(work.key)
    language = next((each.language for each in dossier.expressions(work.key)), packs.languages(work.country)[0])
    lines = [part.strip().removeprefix(_CELEX) for part in held.source.split(";")]
    found = identity.of_lines([*lines, work.title, held.official_name], packs.load(work.country, language))
    return found.or_else(Identity(title=held.official_name or work.title, gazette=held.gazette))


def same_work(dossier: Dossier, country: str, title: str, identity: Identity) -> Work | None:
    """The work of this country that a text is of: by its title, by a number it bears, else by its title in the other
    script. Two national laws of one title are two when their gazettes say so."""
    works = [work for work in dossier.works if work.country == country]
    exact = next((work for work in works if work.title == title), None)
    if exact is not None:
        return exact
    known = [(work, of_work(dossier, work)) for work in works]
    numbered = next((work for work, own in known if own.same_act(identity)), None)
    if numbered is not None or country == "eu":
        return numbered
    return next((work for work, own in known if _same_title(own, title) and not _other_gazette(own, identity)), None)


def _same_title(known: Identity, title: str) -> bool:
    return bool(title) and to_latin(known.title).casefold() == to_latin(title).casefold()


def _other_gazette(known: Identity, identity: Identity) -> bool:
    """Do both texts print gazettes, and not one of them in common?"""
    one, another = _issues(known), _issues(identity)
    return bool(one and another) and one.isdisjoint(another)


def _issues(identity: Identity) -> set[str]:
    """The issues as number and short year: 85/05 for 85/2005; as printed where there is no year behind a slash."""
    found = re.findall(
        r"(\d+)(?:\s?/\s?|\sод\s[^,;]*?|\sod\s[^,;]*?)(\d{2,4})(?=[\s,;.\-–]|$)", " ".join(identity.gazette)
    )
    return {f"{int(number)}/{year[-2:]}" for number, year in found}
