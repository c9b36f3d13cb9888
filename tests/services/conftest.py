"""A small dossier in our own words: an EU act of two articles and a Serbian law of three."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tomas_desktop.services import importing
from tomas_desktop.services.dossiers import OpenDossier, opened

EU_ACT = """\
Article 1
Removal orders

1. A court may order a provider to remove material.

2. The provider acts within 24 hours.

Article 2
Penalties

Member States lay down penalties.
"""

LAW = """\
Nalog za uklanjanje

Član 1
(1) Sud može naložiti pružaocu usluge da ukloni materijal.
(2) Pružalac usluge postupa u roku od 48 časova i o tome obaveštava:
1) sud;
2) nadležni organ.
(3) Na nalog je dozvoljena žalba.

Kazne

Član 2
Pružalac koji ne postupi po nalogu kazniće se novčanom kaznom.

Član 2a
(Brisan)

Stupanje na snagu

Član 3
Ovaj zakon stupa na snagu osmog dana od dana objavljivanja.
"""


def add(dossier: OpenDossier, folder: Path, key: str, text: str, country: str, language: str) -> None:
    """Put a text into the dossier through the front door."""
    file = folder / f"{key}.txt"
    file.write_text(text, encoding="utf-8")
    reading = importing.preview(file, country, language)
    importing.store(dossier, reading, file, country=country, language=language, key=key)


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[OpenDossier]:
    """The small dossier, open."""
    with opened(tmp_path / "small.tomas", create=True) as it:
        add(it, tmp_path, "eu", EU_ACT, "eu", "en")
        add(it, tmp_path, "law", LAW, "rs", "sr-Latn")
        yield it


GAMES = """\
== preface ==
ZAKON O IGRAMA NA SREĆU DECE

Član 1
(1) Deca se igraju u parku.
(2) Park je otvoren do mraka.
(3) Ko se igra posle mraka iz stava 2. ovog člana, opominje se.
(4) Opomena iz stava 3. ovog člana upisuje se u knjigu iz člana 2. stav 1. ovog zakona.

Član 2
(1) Knjiga opomena vodi se u opštini.
(2) Upis iz člana 1. stav 4. ovog zakona briše se posle godinu dana, a iz člana 1. st. 3. i 4. ovog zakona odmah.
"""

FINES = """\
== preface ==
ZAKON O OPOMENAMA

Član 1
Opomena iz člana 1. stav 3. Zakona o igrama na sreću dece plaća se odmah.
"""


@pytest.fixture
def citing_laws(tmp_path: Path) -> Iterator[OpenDossier]:
    """Two small laws of which one cites itself and the other cites the first."""
    with opened(tmp_path / "a.tomas", create=True) as it:
        for key, text in (("igre", GAMES), ("opomene", FINES)):
            file = tmp_path / f"{key}.txt"
            file.write_text(text, encoding="utf-8")
            reading = importing.preview(file, "rs", "sr-Latn")
            importing.store(it, reading, file, country="rs", language="sr-Latn", key=key)
        yield it
