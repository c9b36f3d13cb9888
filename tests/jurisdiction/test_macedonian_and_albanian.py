"""What laws of North Macedonia and of Albania print in their own way."""

from __future__ import annotations

import pytest

from tomas_desktop.jurisdiction import marks, numbering, numerals, pack, sentences
from tomas_desktop.jurisdiction.source import SourceLine
from tomas_desktop.jurisdiction.structure import build
from tomas_desktop.model.provision import Note, Provision, walk

MK, SQ_MK, AL = pack.load("mk", "mk"), pack.load("mk", "sq-MK"), pack.load("al", "sq")


def law(text: str, order: pack.Pack) -> dict[str, Provision]:
    built = build([SourceLine(line.strip()) for line in text.strip().splitlines()], order)
    assert built.unplaced == ()
    return {node.eid: node for node in walk(built.nodes)}


@pytest.mark.parametrize(
    ("order", "printed", "eid"),
    [
        (MK, "Член 193-а", "193a"),
        (MK, "Член 38 – а", "38a"),
        (MK, "Член 96-ѓ", "96ǵ"),
        (MK, "Член 96-ѕ", "96dz"),
        (SQ_MK, "Neni 38-a", "38a"),
        (AL, "Neni 108/a", "108-a"),
        (AL, "Neni 130/a/1", "130-a-1"),
        (AL, "Neni 170/ç", "170-ç"),
        (AL, "Neni 319/dh", "319-dh"),
        (AL, "Neni 9/1", "9-1"),
    ],
)
def test_inserted_articles(order: pack.Pack, printed: str, eid: str) -> None:
    assert numbering.eid_number(printed, order) == eid
    assert marks.article(SourceLine(printed), order) is not None


@pytest.mark.parametrize(
    ("order", "words", "value"),
    [
        (MK, "осумнаесетта", 18),
        (MK, "дваесет и прва", 21),
        (MK, "дваесетипрва", 21),
        (MK, "дваесет ичетврта", 24),
        (MK, "триесетичетврта", 34),
        (SQ_MK, "njëzet e tretë", 23),
        (AL, "dytë", 2),
        (AL, "dhjetë", 10),
        (AL, "njëmbëdhjetë", 11),
        (AL, "tetëmbëdhjetë", 18),
    ],
)
def test_ordinals_of_chapters_and_parts(order: pack.Pack, words: str, value: int) -> None:
    assert numerals.ordinal(words, order) == (value, True)


@pytest.mark.parametrize("words", ["трвесетта", "трисетипетта"])
def test_a_misprinted_ordinal_is_one_all_the_same(words: str) -> None:
    assert numerals.ordinal(words, MK) == (None, True)


def test_a_word_that_is_no_ordinal_is_none() -> None:
    assert numerals.ordinal("градината", MK) == (None, False)


def test_parts_of_an_albanian_law_are_counted_by_words() -> None:
    found = law("PJESA E PARË\nKOPSHTI\nNeni 1\nRoja ruan.\nPJESA E DYTË\nROJA\nNeni 2\nRoja fle.", AL)
    assert [eid for eid in found if found[eid].unit == "part"] == ["part_1", "part_2"]
    assert found["part_2"].heading == "ROJA"


def test_a_heading_below_its_number_and_then_its_history() -> None:
    found = law("Neni 5/a\nRoja\n(Shtuar me ligjin nr. 1)\nRoja ruan.\nRoja fle.\nNeni 6\nLulja\nLulja çel.", AL)
    assert found["art_5-a"].heading == "Roja"
    assert found["art_5-a"].notes == (Note("history", "(Shtuar me ligjin nr. 1)"),)
    assert found["art_5-a__para_2"].text == "Roja fle."


def test_the_history_of_an_article_that_is_no_more_is_its_text() -> None:
    found = law(
        "Neni 5\nRoja\n(Shfuqizuar me ligjin nr. 1)\nNeni 6\nLulja\n(Ndryshuar me ligjin nr. 2)\nLulja çel.", AL
    )
    assert found["art_5__para_1"].text == "(Shfuqizuar me ligjin nr. 1)"
    assert found["art_5"].notes == ()
    assert found["art_6__para_1"].text == "Lulja çel."


def test_letters_of_points_in_the_order_of_each_alphabet() -> None:
    found = law("Neni 1\nKopshti ka:\na) lule;\nb) bar;\nc) gur;\nç) ujë;\nd) dru;\ndh) derë;\ne) rojë.", AL)
    assert [found["art_1__para_1"].children[i].num for i in (3, 5, 6)] == ["ç)", "dh)", "e)"]
    found = law("Член 1\n(1) Градината има:\n1) цвеќе:\nа) бело;\nб) жолто;\nв) црвено;\nг) плаво;\nд) ѕидно.", MK)
    assert found["art_1__para_1__point_1"].children[4].num == "д)"


def test_chapter_titles_above_their_numbers() -> None:
    found = law(
        """
        KODI I KOPSHTEVE
        LULET
        KREU I
        A. LULET E BARDHA
        Neni 1
        Lulja çel.
        BARI
        KREU II
        Neni 2
        Bari rritet.
        """,
        AL,
    )
    assert (found["chp_I"].heading, found["chp_II"].heading) == ("LULET", "BARI")
    assert found["chp_I__sec_a"].heading == "LULET E BARDHA"


def test_numbered_sections_lie_in_chapters_also_where_chapters_lie_in_sections() -> None:
    found = law(
        """
        ОДДЕЛ А. НАЧЕЛА
        Глава I
        ГРАДИНИ
        1. Цвеќе
        Член 1
        Цвеќето цвета.
        2. Трева
        Член 2
        Тревата расте.
        Глава II
        ЧУВАРИ
        1. Дневни
        Член 3
        Чуварот чува.
        """,
        MK,
    )
    sections = [eid for eid in found if found[eid].unit == "section"]
    assert sections == ["sec_a", "sec_a__chp_I__sec_1", "sec_a__chp_I__sec_2", "sec_a__chp_II__sec_1"]


def test_a_heading_below_in_a_law_that_prints_them_above() -> None:
    found = law("Цвеќе\nЧлен 1\nЦвета.\nТрева\nЧлен 2\nРасте.\nЧлен 2-а\nРегистар\n(1) Се води.\n(2) Се чува.", MK)
    assert found["art_2a"].heading == "Регистар"
    assert [child.num for child in found["art_2a"].children] == ["(1)", "(2)"]


@pytest.mark.parametrize("text", ["Избришан", "(се брише)", "Избришан (Закон за изменување, бр. 1/20)"])
def test_deleted_provisions(text: str) -> None:
    assert law(f"Цвеќе\nЧлен 1\n{text}\nТрева\nЧлен 2\nРасте.", MK)["art_1__para_1"].text == text


def test_what_a_text_tells_of_an_article_that_is_gone_is_a_note() -> None:
    text = "Глава прва\nГРАДИНИ\nУпатство\nЧлен 1 е укинат со одлука.\nЧлен 2\nЦвета."
    assert [note.kind for note in law(text, MK)["chp_1"].notes] == ["editorial", "editorial"]  # its heading, too


def test_articles_of_amending_acts_after_the_laws_own() -> None:
    own = "\n".join(f"Член {i}\nТекст." for i in range(1, 12))
    found = law(
        f"{own}\nЗакон за изменување на Законот за градини\n(„Сл. весник“ бр. 1/20)\nЧлен 4\nВлегува во сила.", MK
    )
    assert found["left_1__art_4"].num == "Член 4"
    assert "art_11" in found


def test_a_last_chapter_of_the_laws_own_is_no_leftover() -> None:
    found = law("Член 1\nТекст.\nЗавршна одредба\nЧлен 2\nВлегува во сила.", MK)
    assert "art_2" in found


def test_a_quotation_mark_left_over_hides_no_article() -> None:
    text = "Член 1\nТекст.\nЧлен 2\n„(1) Кој скрши.\n(2) Обидот.\nЧлен 3\n(1) Кој запали.\n(2) Обидот.“\nЧлен 4\nТекст."
    assert [each for each in law(text, MK) if each in ("art_2", "art_3", "art_4")] == ["art_2", "art_3", "art_4"]


def test_macedonian_law_in_albanian() -> None:
    found = law(
        """
        KREU I
        DISPOZITA TË PËRGJITHSHME
        Roja
        Neni 1
        (1) Roja ruan:
        1) lulet;
        2) drurët.
        (2) Roja fle.
        Gjobat
        Neni 1-a
        Shlyhet
        """,
        SQ_MK,
    )
    assert found["art_1"].heading == "Roja"
    assert found["art_1__para_1__point_2"].text == "drurët."
    assert found["art_1a__para_1"].text == "Shlyhet"


@pytest.mark.parametrize("text", ["Shlyhet", "(shlyhet)", "Shlyhet.", "(Shlyhet)"])
def test_in_skopje_an_albanian_provision_is_struck_by_another_word_than_in_tirana(text: str) -> None:
    assert marks.deleted(text, SQ_MK)
    assert not marks.deleted(text, AL)


def test_the_albanian_gazette_of_skopje_in_brackets_is_a_history() -> None:
    assert marks.history("(Gazeta Zyrtare e Republikës së Maqedonisë nr. 1/99)", SQ_MK)


def test_articles_are_put_in_with_a_hyphen_and_the_next_letter_of_the_albanian_alphabet() -> None:
    assert numbering.successor("Neni 73", "article", SQ_MK) == "Neni 73-a"
    assert numbering.successor("Neni 73-a", "article", SQ_MK) == "Neni 73-b"
    assert numbering.successor("Neni 73-c", "article", SQ_MK) == "Neni 73-ç"


def test_a_sentence_may_end_with_the_word_of_a_unit() -> None:
    text = "Roja zbatohet sipas këtij neni. Gjoba është nga nr. 5."
    assert [text[start:end].strip() for start, end in sentences.sentences(text, SQ_MK)] == [
        "Roja zbatohet sipas këtij neni.",
        "Gjoba është nga nr. 5.",
    ]
