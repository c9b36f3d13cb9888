"""The frame of an act in every language, whole: title, preamble, opening, entry into force (rows S1, S28, M1, M18, A1,
A19, E1, E10 of the catalogue). The laws and their numbers are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tomas_desktop.amend import act_reading, amending_act
from tomas_desktop.jurisdiction import act_frame, pack
from tomas_desktop.model.clause import Clause, Step

GOLDEN = Path(__file__).parent / "golden"
GONE = Clause("delete_unit", (Step("article", ("9",)),))

# country, title, gazettes
FRAMES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "sr-Latn": ("rs", "ZAKON O IGRAMA", ('"Sl. glasnik RS", br. 1/90 i 2/91',)),
    "sr-Cyrl": ("rs", "ЗАКОН О ИГРАМА", ("„Службени гласник РС”, број 1/90",)),
    "mk": ("mk", "ЗАКОН ЗА ИГРИТЕ", ("„Службен весник на Република Македонија“ бр. 1/90, 2/91",)),
    "sq": ("al", "LIGJ Nr. 1/2090, datë 2.3.2090 KODI I LOJËRAVE", ()),
    "sq-MK": ("mk", "Ligji për lojërat", ()),
    "en": ("eu", "REGULATION (EU) 2099/1 OF THE EUROPEAN PARLIAMENT", ()),
}


def act(language: str) -> str:
    """An act that takes out one article."""
    country, title, gazettes = FRAMES[language]
    order = pack.load(country, language)
    law, printed = act_frame.named(title, order), act_frame.gazette(gazettes, order)
    return amending_act.compose((GONE,), law, printed, order, is_checked=True).text


@pytest.mark.parametrize("language", FRAMES)
def test_a_whole_act(language: str) -> None:
    assert act(language) == (GOLDEN / f"act.{language}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", FRAMES)
def test_the_frame_is_no_clause(language: str) -> None:
    order = pack.load(FRAMES[language][0], language)
    read = act_reading.read([line for line in act(language).splitlines() if line], order)
    assert [(clause.operation, clause.article) for clause in read.clauses] == [("delete_unit", "9")]
    assert read.unread == ()
