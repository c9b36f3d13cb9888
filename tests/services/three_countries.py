"""A made-up EU act and a law in each of three countries, Serbia with one in each script."""

from __future__ import annotations

from pathlib import Path

from tests.services.conftest import add
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services.dossiers import OpenDossier

ACT = """\
CHAPTER I
General

Article 1
Removal orders

1. A court may order a provider to remove material.

2. The provider acts within 24 hours.

Article 2
Reports

1. Each provider shall report to the competent authority once a year. The report is public.

2. The Commission shall publish a summary of the reports.

Article 3
Committee procedure

The Commission shall be assisted by a committee.

Article 4
Entry into force

This Regulation shall enter into force on the twentieth day following that of its publication.
"""

SERBIAN = """\
Nalog za uklanjanje

Član 1
(1) Sud može naložiti pružaocu usluge da ukloni materijal.
(2) Pružalac usluge postupa u roku od 24 časa.

Izveštaj

Član 2
Pružalac usluge jednom godišnje podnosi izveštaj nadležnom organu.
"""

CYRILLIC = """\
Казне

Члан 1
Пружалац који не поступи по налогу казниће се новчаном казном.
"""

MACEDONIAN = """\
Налог за отстранување

Член 1
(1) Судот може да му наложи на давателот на услуга да отстрани материјал.
(2) Давателот на услуга постапува во рок од 24 часа.
"""

ALBANIAN = """\
Neni 1
Raportimi
Ofruesi raporton çdo vit tek autoriteti kompetent.
"""

LAWS = (
    ("act", ACT, "eu", "en"),
    ("rs-lat", SERBIAN, "rs", "sr-Latn"),
    ("rs-cyr", CYRILLIC, "rs", "sr-Cyrl"),
    ("mk", MACEDONIAN, "mk", "mk"),
    ("al", ALBANIAN, "al", "sq"),
)


def fill(dossier: OpenDossier, folder: Path) -> OpenDossier:
    """Put them all into a dossier, without any link."""
    for key, text, country, language in LAWS:
        add(dossier, folder, key, text, country, language)
    return dossier


def ref(text: str) -> Ref:
    return Ref.parse(text)
