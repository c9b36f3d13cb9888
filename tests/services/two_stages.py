"""An act about gardens at two stages, linked to the law of the small dossier and named by a proposal."""

from __future__ import annotations

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import correlating, drafting, importing
from tomas_desktop.services.dossiers import OpenDossier

PROPOSAL = """\
CHAPTER I
RULES

Article 1
Scope

1. This act is about gardens that are open to everybody, day and night.
2. It leaves vegetable gardens behind private houses alone.

Article 2
Opening hours

1. The warden of the garden does two things on every day:
(a) opens the gate at sunrise;
(b) closes it when everybody has left.
2. The warden keeps the key.

Article 3
Dogs

Dogs stay outside unless a child leads them on a leash.

Article 4
Penalties

Member States lay down penalties for trampling on flowers.
"""
COUNCIL = """\
CHAPTER I
RULES

Article 1
Scope

1. This act is about gardens that are open to everybody, day and night.
2. It leaves vegetable gardens behind private houses alone.

Article 1a
Definitions

A garden is a place where more flowers grow than one person can pick.

Article 2
Opening hours

1. The warden of the garden does two things on every day of the year:
(a) opens the gate at sunrise;
(b) closes it when everybody has left.
2. The warden keeps the key.

Article 3
Penalties

Member States lay down penalties for trampling on flowers.
"""
LINKS = (
    ("act#art_1__para_1", "law#art_1__para_1"),
    ("act#art_2", "law#art_1"),
    ("act#art_2__para_1__point_a", "law#art_1__para_2"),
    ("act#art_2__para_2", "law#art_1__para_3"),
    ("act#art_3", "law#art_2"),
    ("act#art_4__para_1", "law#art_2"),
)


def stage(dossier: OpenDossier, text: str, name: str, date: str = "", language: str = "en") -> None:
    """Bring another text of the act `act` in."""
    file = dossier.path.parent / f"{name}.txt"
    file.write_text(text, encoding="utf-8")
    reading = importing.preview(file, "eu", "en")
    importing.store(dossier, reading, file, country="eu", language=language, key="act", stage=name, date=date)


def fill(dossier: OpenDossier) -> None:
    """Bring in the first text, link it, draft because of it, then bring in the second."""
    stage(dossier, PROPOSAL, "proposal")
    for eu, national in LINKS:
        correlating.link(dossier, Ref.parse(eu), Ref.parse(national), grade="full", author="Ana")
    drafting.propose(
        dossier, "p", Ref("law", "art_2__para_1"), text="Kazniće se svako.", basis=Ref("act", "art_4__para_1")
    )
    stage(dossier, COUNCIL, "council")
