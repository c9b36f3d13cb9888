"""The neighbour-language aid: off unless asked for, and what it adds."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tomas_desktop.align import kindred
from tomas_desktop.model.provision import Provision

CROATIAN = {1: "Svatko ima pravo na slobodu mišljenja.", 2: "Tijelo odlučuje o zahtjevu u roku od tri dana."}
SERBIAN = {1: "Telo odlučuje o zahtevu u roku od tri dana.", 2: "Svako ima pravo na slobodu mišljenja."}
CYRILLIC = {1: "Тело одлучује о захтеву у року од три дана.", 2: "Свако има право на слободу мишљења."}
BULGARIAN = {1: "Всеки има право на свобода на мнение.", 2: "Органът решава за жалбата в срок от три дни."}
MACEDONIAN = {1: "Органот решава за жалбата во рок од три дена.", 2: "Секој има право на слобода на мнение."}


def law(texts: dict[int, str]) -> tuple[Provision, ...]:
    return tuple(Provision(f"art_{n}", "article", f"{n}.", text=text) for n, text in texts.items())


def best(eu: dict[int, str], aid: str, national: dict[int, str], language: str) -> list[int]:
    one, other = kindred.words(law(eu), aid), kindred.words(law(national), language)
    rows = kindred.likeness(list(one.values()), list(other.values()))
    return [max(row, key=row.__getitem__, default=-1) for row in rows]


@pytest.mark.parametrize(
    ("eu", "aid", "national", "language"),
    [
        (CROATIAN, "hr", SERBIAN, "sr-Latn"),
        (CROATIAN, "hr", CYRILLIC, "sr-Cyrl"),
        (BULGARIAN, "bg", MACEDONIAN, "mk"),
    ],
)
def test_kindred_words_are_found_in_either_script(eu, aid, national, language):
    assert best(eu, aid, national, language) == [1, 0]


def test_only_kindred_languages_help_and_none_helps_itself():
    assert kindred.helps("hr", "sr-Cyrl")
    assert kindred.helps("bg", "mk")
    assert not kindred.helps("hr", "sq")
    assert not kindred.helps("de", "sr-Latn")
    assert not kindred.helps("sr-Latn", "sr-Cyrl")


@pytest.mark.parametrize(("file", "language"), [("srp_latn", "sr-Latn"), ("srp_cyrl", "sr-Cyrl"), ("mkd", "mk")])
def test_the_declaration_of_human_rights_is_found_by_croatian_alone(shared: Path, file: str, language: str):
    """30 articles; the aid is measured here, since no act of the Union is at hand in a kindred language."""
    folder = shared / "data" / "parallel" / "udhr"
    found = best(_declaration(folder / "udhr_hrv.xml"), "hr", _declaration(folder / f"udhr_{file}.xml"), language)
    assert sum(n == other for n, other in enumerate(found)) >= 28


def _declaration(file: Path) -> dict[int, str]:
    articles = [each for each in ET.parse(file).iter() if each.tag.endswith("}article")]
    return {n: " ".join(" ".join(each.itertext()).split()) for n, each in enumerate(articles, start=1)}
