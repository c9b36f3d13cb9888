"""Whom a provision speaks to: examples in every language, and what is reached on real acts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.align.correlation_tables import HALVES
from tests.align.needless_articles import ACTS, figures, words
from tomas_desktop.align.addressees import needless
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.provision import Provision

NEEDS_NONE = {
    "en": [
        "The Commission shall publish a list.",
        "By 25 May 2030 and every two years thereafter, the Commission shall submit a report to the Council.",
        "Where the Board is asked for advice, it shall answer within a month.",
        "In each of the Member States the EU Centre shall have legal capacity.",
        "The Executive Director, acting on behalf of the Centre, may sign contracts.",
        "A delegated act adopted under Article 3 shall enter into force only if nobody objects.",
        "Where reference is made to this paragraph, Article 5 of Regulation (EU) No 182/2011 shall apply.",
        "Directive 1999/1/EC is repealed.",
        "This Regulation shall enter into force on the day after its publication.",
    ],
    "sr": [
        "Komisija objavljuje spisak.",
        "Najkasnije do 1. maja 2030. godine, Komisija podnosi izveštaj Savetu.",
        "Komisiji pomaže odbor.",
        "Ova uredba stupa na snagu dvadesetog dana od dana objavljivanja.",
        "Direktiva 1999/1/EZ stavlja se van snage.",
    ],
    "mk": [
        "Комисијата објавува список.",
        "Одборот донесува деловник.",
        "Оваа регулатива влегува во сила на дваесеттиот ден од објавувањето.",
        "Директивата 1999/1/ЕЗ се укинува.",
    ],
    "sq": [
        "Komisioni publikon një listë.",
        "Bordi miraton rregulloren e tij.",
        "Kjo rregullore hyn në fuqi ditën e njëzetë pas botimit.",
        "Direktiva 1999/1/KE shfuqizohet.",
    ],
}
NEEDS_ONE = {
    "en": [
        "Member States shall lay down penalties and shall notify the Commission of them.",
        "The Commission and the supervisory authorities shall cooperate.",
        "At the request of the Commission, the competent authority shall hand over the file.",
        "The provider shall report to the Board once a year.",
        "The Member State concerned may object where the Commission has not acted.",
        "Where the Commission has adopted a decision, providers shall comply with it.",
        "A removal order is addressed to the provider.",
        "The order shall state the reasons.",
    ],
    "sr": [
        "Države članice propisuju kazne i obaveštavaju Komisiju.",
        "Nadležni organ dostavlja spis Komisiji.",
        "Pružalac usluge postupa u roku od 24 časa.",
    ],
    "mk": ["Државите членки ја известуваат Комисијата.", "Давателот на услуги постапува во рок од 24 часа."],
    "sq": ["Shtetet anëtare njoftojnë Komisionin.", "Autoriteti kompetent i dërgon dosjen Komisionit."],
}
PACKS = {"en": ("eu", "en"), "sr": ("rs", "sr-Latn"), "mk": ("mk", "mk"), "sq": ("al", "sq")}


def told(text: str, language: str, heading: str = "", chapter: str = "") -> list[str]:
    """The codes that are told of an article of one paragraph."""
    paragraph = Provision("art_1__para_1", "paragraph", "1.", text=text)
    article = Provision("art_1", "article", "Article 1", heading, children=(paragraph,))
    nodes = (Provision("chp_I", "chapter", "CHAPTER I", chapter, children=(article,)),)
    return [
        one.code for each in needless(nodes, words(language), packs.load(*PACKS[language])) for one in each.evidence
    ]


@pytest.mark.parametrize(("language", "text"), [(each, text) for each, texts in NEEDS_NONE.items() for text in texts])
def test_what_speaks_to_the_union_needs_no_answer(language, text):
    assert told(text, language)


@pytest.mark.parametrize(("language", "text"), [(each, text) for each, texts in NEEDS_ONE.items() for text in texts])
def test_what_speaks_to_states_authorities_and_providers_may_need_one(language, text):
    assert told(text, language) == []


def test_serbian_is_read_in_cyrillic_too():
    assert told("Комисија објављује списак.", "sr") == ["union-body"]
    assert told("Државе чланице обавештавају Комисију.", "sr") == []


def test_titles_speak_for_what_says_little():
    assert told("The term is five years.", "en") == []
    assert told("The term is five years.", "en", chapter="The European Board") == ["union-division"]
    assert told("Articles 1 to 3 apply later.", "en", heading="Entry into force and application") == [
        "entry-into-force"
    ]
    assert told("Member States shall report.", "en", chapter="The European Board") == []


def test_one_paragraph_for_an_authority_and_the_article_is_no_matter_of_the_union_alone():
    parts = [
        Provision(f"art_1__para_{n}", "paragraph", f"{n}.", text=text)
        for n, text in enumerate(
            ["The Commission shall evaluate this Regulation.", "Member States shall send data to the Commission."], 1
        )
    ]
    nodes = (Provision("art_1", "article", "Article 1", "Review", children=tuple(parts)),)
    [found] = needless(nodes, words("en"), packs.load("eu", "en"))
    assert (found.eid, found.is_whole) == ("art_1__para_1", False)


@pytest.mark.parametrize("half", HALVES)
def test_articles_of_real_acts_are_told(shared: Path, half: str):
    found = [figures(shared / "data", act, HALVES[half]) for act in ACTS]
    right, wrong, missed = (sum(len(side) for side in sides) for sides in zip(*map(_sides, found), strict=True))
    assert right / (right + wrong) >= 0.95, [each.wrong for each in found]
    assert right / (right + missed) >= 0.8, [each.missed for each in found]


def _sides(found: object) -> tuple[tuple[int, ...], ...]:
    return tuple(getattr(found, name) for name in ("right", "wrong", "missed"))
