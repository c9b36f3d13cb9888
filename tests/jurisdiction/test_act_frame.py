"""The frame of an amending act: names of laws in their cases, gazettes, titles by what the act does."""

from __future__ import annotations

import pytest

from tomas_desktop.jurisdiction import act_frame, pack
from tomas_desktop.jurisdiction.act_frame import LawName

RS, CYRL = pack.load("rs", "sr-Latn"), pack.load("rs", "sr-Cyrl")
MK, SQ, EN = pack.load("mk", "mk"), pack.load("al", "sq"), pack.load("eu", "en")


@pytest.mark.parametrize(
    ("title", "genitive", "locative"),
    [
        ("KRIVIČNI ZAKONIK", "Krivičnog zakonika", "Krivičnom zakoniku"),
        ("ZAKON O IGRAMA NA SREĆU", "Zakona o igrama na sreću", "Zakonu o igrama na sreću"),
        ("Zakonik o igrama (prečišćen tekst)", "Zakonika o igrama", "Zakoniku o igrama"),
        ("REPUBLIKA SRBIJA ZAKON O IGRAMA", "Zakona o igrama", "Zakonu o igrama"),
        ("Porodični zakon", "Porodičnog zakona", "Porodičnom zakonu"),
        ("Opšti zakonik o igrama", "Opšteg zakonika o igrama", "Opštem zakoniku o igrama"),
    ],
)
def test_a_serbian_name_is_declined(title: str, genitive: str, locative: str):
    assert act_frame.named(title, RS) == LawName(act_frame.named(title, RS).nominative, genitive, locative)


def test_a_name_that_no_rule_knows_stands_in_brackets_and_a_person_says_its_genitive():
    assert not act_frame.named("Igrice", RS).is_known
    assert act_frame.named("Igrice", RS).genitive == "[Igrice]"
    assert act_frame.named("Igrice", RS, genitive="Igrica").genitive == "Igrica"


def test_other_orders_name_laws_in_their_own_way():
    assert act_frame.named("ЗАКОН о играма", CYRL).locative == "Закону о играма"
    assert act_frame.named("КРИВИЧЕН ЗАКОНИК", MK).genitive == "Кривичниот законик"
    assert act_frame.named("МИНИСТЕРСТВО З А К О Н ЗА ИГРИТЕ Службен весник бр. 1", MK).genitive == "Законот за игрите"
    code = act_frame.named("LIGJ Nr. 1, datë 2.3.2004 KODI I LOJËRAVE TË FËMIJËVE", SQ)
    assert code.genitive == "ligjin nr. 1, datë 2.3.2004, “Kodi i Lojërave të Fëmijëve”, të ndryshuar"
    assert act_frame.named("Kodi i lojërave", SQ).genitive.startswith("ligjin nr. [__], datë [__]")
    assert act_frame.named("REGULATION (EU) 2099/1 OF THE PARLIAMENT on games", EN).genitive == "Regulation (EU) 2099/1"


def test_a_title_says_how_many_changes_and_additions_there_are():
    law = act_frame.named("ZAKON O IGRAMA", RS)
    of = {(c, a): act_frame.title(c, a, law, RS)[1] for c in range(3) for a in range(3) if c or a}
    assert of[1, 0] == "O IZMENI ZAKONA O IGRAMA"
    assert of[2, 0] == "O IZMENAMA ZAKONA O IGRAMA"
    assert of[0, 1] == "O DOPUNI ZAKONA O IGRAMA"
    assert of[0, 2] == "O DOPUNAMA ZAKONA O IGRAMA"
    assert of[1, 1] == "O IZMENI I DOPUNI ZAKONA O IGRAMA"
    assert of[1, 2] == "O IZMENI I DOPUNAMA ZAKONA O IGRAMA"
    assert of[2, 2] == "O IZMENAMA I DOPUNAMA ZAKONA O IGRAMA"


@pytest.mark.parametrize(
    ("printed", "cited"),
    [
        ((), "„Službeni glasnik RS”, br. [__]"),
        (("„Službeni glasnik RS”, br. 1/90, 2/91, 3/92",), "„Službeni glasnik RS”, br. 1/90, 2/91 i 3/92"),
        (('"Sl. glasnik RS", br. 1/2090',), "„Službeni glasnik RS”, broj 1/2090"),
        (
            ('"Sl. glasnik RS", br. 1/2090, 2/2091 - ispr. i 3/92',),
            "„Službeni glasnik RS”, br. 1/2090, 2/2091 – ispravka i 3/92",
        ),
        (
            ("„Službeni list SRJ”, broj 1/90", "„Službeni glasnik RS”, broj 2/91"),
            "„Službeni list SRJ”, broj 1/90 i „Službeni glasnik RS”, broj 2/91",
        ),
    ],
)
def test_gazettes_are_cited_by_their_official_names(printed: tuple[str, ...], cited: str):
    assert act_frame.gazette(printed, RS) == cited
