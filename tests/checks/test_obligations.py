"""What obliges, permits and forbids on one side of a pair only."""

from __future__ import annotations

import pytest

from tests.checks.texts import pair
from tomas_desktop.checks.obligations import of_pairs, said

WORDS = [
    ("en", "The provider shall inform the court.", {"must"}),
    ("en", "The provider may inform the court.", {"may"}),
    ("en", "The provider shall not disclose the order.", {"must_not"}),
    ("en", "The provider shall not be required to wait.", {"exempt"}),
    ("sr-Latn", "Pružalac je dužan da obavesti sud.", {"must"}),
    ("sr-Latn", "Pružalac može da obavesti sud.", {"may"}),
    ("sr-Latn", "Pružalac ne sme da otkrije nalog.", {"must_not"}),
    ("sr-Latn", "Pružalac nije dužan da čeka.", {"exempt"}),
    ("sr-Cyrl", "Пружалац је дужан да обавести суд.", {"must"}),
    ("sr-Cyrl", "Пружалац може да обавести суд.", {"may"}),
    ("sr-Cyrl", "Забрањено је откривање налога.", {"must_not"}),
    ("mk", "Давателот е должен да го извести судот.", {"must"}),
    ("mk", "Давателот може да го извести судот.", {"may"}),
    ("mk", "Давателот не смее да го открие налогот.", {"must_not"}),
    ("mk", "Давателот не е должен да чека.", {"exempt"}),
    ("sq", "Ofruesi duhet të njoftojë gjykatën.", {"must"}),
    ("sq", "Ofruesi mund të njoftojë gjykatën.", {"may"}),
    ("sq", "Ofruesi nuk duhet të zbulojë urdhrin.", {"must_not"}),
    ("sq", "Ofruesi nuk detyrohet të presë.", {"exempt"}),
]
DUTY, OPTION, BAN = (
    "The provider shall inform the court.",
    "The provider may inform the court.",
    "The provider shall not disclose the order.",
)
PAIRS = [
    (DUTY, "en", "The provider may inform the court.", "duty-became-option"),
    (DUTY, "sr-Latn", "Pružalac može da obavesti sud.", "duty-became-option"),
    (DUTY, "sr-Cyrl", "Пружалац може да обавести суд.", "duty-became-option"),
    (DUTY, "mk", "Давателот може да го извести судот.", "duty-became-option"),
    (DUTY, "sq", "Ofruesi mund të njoftojë gjykatën.", "duty-became-option"),
    (DUTY, "en", "The provider must inform the court.", ""),
    (DUTY, "sr-Latn", "Pružalac je dužan da obavesti sud.", ""),
    (DUTY, "sr-Latn", "Pružalac obaveštava sud.", ""),
    (DUTY, "sr-Cyrl", "Пружалац обавештава суд.", ""),
    (DUTY, "mk", "Давателот го известува судот.", ""),
    (DUTY, "sq", "Ofruesi njofton gjykatën.", ""),
    (OPTION, "en", "The provider shall inform the court.", "option-became-duty"),
    (OPTION, "sr-Latn", "Pružalac mora da obavesti sud.", "option-became-duty"),
    (OPTION, "sr-Cyrl", "Пружаоци су дужни да обавесте суд.", "option-became-duty"),
    (OPTION, "mk", "Давателот мора да го извести судот.", "option-became-duty"),
    (OPTION, "sq", "Ofruesi detyrohet të njoftojë gjykatën.", "option-became-duty"),
    (OPTION, "sr-Latn", "Pružalac ima pravo da obavesti sud.", ""),
    (OPTION, "mk", "Давателите можат да го известат судот.", ""),
    (OPTION, "sq", "Ofruesi ka të drejtë të njoftojë gjykatën.", ""),
    (BAN, "en", "The provider discloses the order.", "ban-missing"),
    (BAN, "sr-Latn", "Pružalac otkriva nalog.", "ban-missing"),
    (BAN, "sr-Cyrl", "Пружалац открива налог.", "ban-missing"),
    (BAN, "mk", "Давателот го открива налогот.", "ban-missing"),
    (BAN, "sq", "Ofruesi zbulon urdhrin.", "ban-missing"),
    (BAN, "sr-Latn", "Pružalac ne otkriva nalog.", ""),
    (BAN, "sr-Cyrl", "Забрањено је откривање налога.", ""),
    (BAN, "mk", "Се забранува откривање на налогот.", ""),
    (BAN, "sq", "Ndalohet zbulimi i urdhrit.", ""),
    (DUTY, "sr-Latn", "Pružalac ne sme da obavesti sud.", "ban-added"),
    (DUTY, "sr-Latn", "Pružalac bi mogao da obavesti sud.", "duty-became-option"),
    ("The authority shall have the power to order removal.", "sr-Latn", "Organ može naložiti uklanjanje.", ""),
    ("The authority shall have the power to order removal.", "mk", "Органот е овластен да нареди отстранување.", ""),
    ("The authority shall be empowered to impose a fine.", "sq", "Autoriteti mund të vendosë gjobë.", ""),
    ("The authority shall have the power to order removal.", "sr-Cyrl", "Орган мора наложити.", "option-became-duty"),
    ("Providers shall be allowed to keep data.", "sq", "Ofruesit mund të ruajnë të dhëna.", ""),
    ("The court shall be able to order removal.", "sr-Latn", "Sud može naložiti uklanjanje.", ""),
    ("The provider shall be able to prove consent.", "sr-Latn", "Pružalac mora moći da dokaže pristanak.", ""),
    ("This shall be without prejudice to other claims.", "sr-Latn", "Ostali zahtevi mogu se podneti.", ""),
    ("It shall be possible to complain online.", "sr-Latn", "Pritužba se može podneti elektronski.", ""),
    ("Data shall be used only for that purpose.", "sr-Latn", "Podaci se mogu koristiti samo u tu svrhu.", ""),
    ("Data shall be used only for that purpose.", "mk", "Податоците можат да се користат само за таа цел.", ""),
    ("Data shall be used for that purpose.", "mk", "Податоците можат да се користат за таа цел.", "duty-became-option"),
    ("The period shall not exceed 30 days.", "sr-Latn", "Rok je najviše 30 dana.", ""),
    ("The period shall not exceed 30 days.", "sr-Latn", "Rok ne može biti duži od 30 dana.", ""),
    ("The period shall not exceed 30 days.", "sq", "Afati është jo më shumë se 30 ditë.", ""),
    (DUTY, "mk", "Давателот не смее да го извести судот.", "ban-added"),
    (DUTY, "sq", "Ofruesi nuk duhet të njoftojë gjykatën.", "ban-added"),
]


@pytest.mark.parametrize(("language", "text", "meaning"), WORDS)
def test_modal_words(language: str, text: str, meaning: set[str]) -> None:
    assert set(said(text, language)) - {"negation", "only"} == meaning


@pytest.mark.parametrize(("eu", "language", "national", "code"), PAIRS)
def test_pairs(eu: str, language: str, national: str, code: str) -> None:
    assert [each.code for each in of_pairs([pair(eu, national, language)])] == ([code] if code else [])


def test_a_text_of_several_norms_is_not_judged() -> None:
    long = " ".join(["The provider may inform the court of what it found."] * 12)
    assert list(of_pairs([pair(DUTY, long, "en")])) == []
    assert [each.severity for each in of_pairs([pair(DUTY, long[:300], "en")])] == ["info"]
