"""Sentences inside a paragraph: where one ends, and where a stop ends nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.jurisdiction.sentences import sentences

RS, CYRILLIC = packs.load("rs", "sr-Latn"), packs.load("rs", "sr-Cyrl")
MK, AL, EU = packs.load("mk", "mk"), packs.load("al", "sq"), packs.load("eu", "en")


def _cut(text: str, pack: packs.Pack) -> list[str]:
    return [text[start:end].strip() for start, end in sentences(text, pack)]


@pytest.mark.parametrize(
    ("pack", "text", "count"),
    [
        (RS, "Sud odlučuje u roku od tri dana. Žalba je dozvoljena.", 2),
        (RS, "Postupa se po čl. 3. i 4. ovog zakona. Rok teče od prijema.", 2),
        (RS, "Po članu 5. Zakona o putevima nadležan je sud.", 1),
        (RS, "Po članu 5. Porodičnog zakona nadležan je sud.", 1),
        (RS, "Rok je iz člana 5. Sud ga može produžiti.", 2),
        (RS, "Objavljuje se u „Sl. glasniku RS”, br. 1/20. Stupa na snagu odmah.", 2),
        (RS, "Član glasi: „Prva misao. Druga misao.” Treća misao.", 2),
        (RS, "Ovde (Prva misao. Druga misao.) ide dalje.", 1),
        (RS, "Ko je dužan? Svako.", 2),
        (CYRILLIC, "Поступа се по чл. 3. и 4. овог закона. Рок тече.", 2),
        (MK, "Според чл. 3 и бр. 4 се постапува. Рокот тече.", 2),
        (AL, "Sipas ligjit nr. 7, datë 1.2.2020 vendoset. Afati fillon.", 2),
        (EU, "See No. 5 and Art. 6. The period runs.", 2),
        (EU, "It is laid down in Regulation (EU) 2022/1. That Regulation applies.", 2),
        (EU, "1. Providers keep records.", 1),
    ],
)
def test_how_many_sentences(pack: packs.Pack, text: str, count: int) -> None:
    assert len(_cut(text, pack)) == count, _cut(text, pack)


def test_an_empty_text_has_none() -> None:
    assert sentences("", RS) == ()


_PIECES = [*"Sud čl. 12. st. 1) „ ” ( ) Reč. Reč? A. Zakona IV. 5 reč … ! .".split(), "\xa0", "  "]


@given(st.lists(st.sampled_from(_PIECES), max_size=20), st.sampled_from([RS, EU, MK, AL]))
def test_sentences_joined_are_the_text(pieces: list[str], pack: packs.Pack) -> None:
    text = " ".join(pieces)
    assert "".join(text[start:end] for start, end in sentences(text, pack)) == text
    assert all(start < end for start, end in sentences(text, pack))
