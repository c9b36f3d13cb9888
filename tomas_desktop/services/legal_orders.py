"""The legal orders a law can be imported into: whatever lies in the folder of jurisdictions."""

from __future__ import annotations

from dataclasses import dataclass

from tomas_desktop.jurisdiction import pack as packs

# Where a country has several languages, the one that most of its laws are read in comes first.
_LIKELIEST = ("en", "sr-Latn", "mk", "sq")


@dataclass(frozen=True, slots=True)
class LegalOrder:
    """`country` is the folder's short name, `name` what its own description calls it."""

    country: str
    name: str
    languages: tuple[str, ...]


def known() -> tuple[LegalOrder, ...]:
    """All of them, the Union first. Raises TomasError("bad-pack") for a description that cannot be read."""
    out = []
    for country in packs.countries():
        languages = tuple(sorted(packs.languages(country), key=lambda tag: (tag not in _LIKELIEST, tag)))
        out.append(LegalOrder(country, packs.load(country, languages[0]).name, languages))
    return tuple(sorted(out, key=lambda order: order.country != "eu"))
