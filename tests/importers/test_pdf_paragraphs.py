"""Paragraphs of a PDF: which line goes on with the one above, by where they stand."""

from __future__ import annotations

from dataclasses import replace

from tomas_desktop.importers import pdf_paragraphs
from tomas_desktop.importers.pdf_lines import PrintedLine
from tomas_desktop.jurisdiction import pack

AL, MK = pack.load("al", "sq"), pack.load("mk", "mk")
LEFT, RIGHT, LEADING = 60.0, 540.0, 14.0
FULL = "Ky ligj përcakton rregullat për kopshtet, për rojat e tyre dhe për të gjithë ata që kalojnë aty"


class Sheet:
    """A page that is written line by line: full to the margin, ending earlier, indented, centred."""

    def __init__(self) -> None:
        self.lines: list[PrintedLine] = []
        self.base = 740.0

    def line(self, text: str, left: float = LEFT, right: float = RIGHT, gap: float = LEADING, **more: object) -> Sheet:
        self.base -= gap
        first = len(text.split()[0]) * 5.0
        made = PrintedLine(text, 0, 0, left, right, self.base, 11.0, first)
        self.lines.append(replace(made, **more))  # type: ignore[arg-type]
        return self

    def full(self, text: str = FULL, **more: object) -> Sheet:
        return self.line(text, **more)  # type: ignore[arg-type]

    def short(self, text: str, **more: object) -> Sheet:
        return self.line(text, right=LEFT + 5 * len(text), **more)  # type: ignore[arg-type]

    def centred(self, text: str, **more: object) -> Sheet:
        half = len(text) * 2.5
        return self.line(text, left=300 - half, right=300 + half, **more)  # type: ignore[arg-type]

    def read(self, order: pack.Pack = AL) -> list[str]:
        return [each.text for each in pdf_paragraphs.join(self.lines, order).paragraphs]


def sheet() -> Sheet:
    """A page whose margins and line distance are plain from its first paragraph."""
    return (
        Sheet()
        .full()
        .full("dhe i ruajnë ato nga zjarri, uji, era dhe njerëzit që nuk i duan, në çdo kohë të vitit")
        .full("si dhe nga kafshët e egra të pyllit që vijnë natën kur askush nuk është aty për t’i parë ato")
        .full("ose kur roja fle, sepse edhe roja është njeri dhe fle si të gjithë të tjerët kur vjen nata e errët")
        .short("dhe e gjatë.")
    )


def test_full_lines_run_on_and_a_short_one_ends_the_paragraph() -> None:
    read = sheet().full().short("tjetër.").short("Fund.").read()
    assert len(read) == 3
    assert read[0].endswith("dhe e gjatë.")
    assert read[1:] == [f"{FULL} tjetër.", "Fund."]


def test_an_indented_line_begins_a_paragraph_also_after_a_full_one() -> None:
    read = sheet().full(FULL + ".").full(left=LEFT + 30).short("tjetër.").read()
    assert read[1:] == [FULL + ".", f"{FULL} tjetër."]


def test_white_space_parts_two_paragraphs() -> None:
    read = sheet().full(FULL + ".").full(gap=22).short("tjetër.").read()
    assert len(read) == 3


def test_a_numbered_line_is_a_paragraph_and_hanging_lines_belong_to_it() -> None:
    read = sheet().full("1) " + FULL + ".").line("Kjo vlen për të gjithë.", left=LEFT + 12, right=200).read()
    assert read[1:] == [f"1) {FULL}. Kjo vlen për të gjithë."]


def test_a_number_that_the_sentence_cites_is_not_one_of_a_paragraph() -> None:
    long = "(1) Кој ќе ја скрши оградата на градината ќе се казни, освен во случаите од ставот"
    read = sheet().full(long).short("(2) на овој член.").short("(2) Обидот е казнив.").read(MK)
    assert read[1:] == [f"{long} (2) на овој член.", "(2) Обидот е казнив."]


def test_a_word_parted_at_the_end_of_a_line_is_one_and_a_real_hyphen_stays() -> None:
    made = (
        sheet().full("Rojat e kopshtit janë të detyruara të mbajnë shënim për çdo njeri që hyn në kop-").short("sht.")
    )
    joined = pdf_paragraphs.join(made.lines, AL)
    assert joined.paragraphs[1].text.endswith("hyn në kopsht.")
    assert joined.hyphens == (("kop-sht", "kopsht"),)
    law = "Кој ќе ја скрши оградата на градината во која никој не живее ќе се казни според член 193-"
    assert sheet().full(law).short("а од законот.").read(MK)[1] == law + "а од законот."


def test_a_compound_keeps_the_hyphen_that_it_has_elsewhere() -> None:
    read = sheet().full(
        "Kopshti socialo-kulturor hapet në mëngjes dhe mbyllet në mbrëmje kur bie nata, si kopshti socialo-"
    )
    assert read.short("sportiv.").read()[1].endswith("socialo-sportiv.")


def test_the_lines_of_a_heading_are_one_and_two_headings_are_two() -> None:
    read = sheet().centred("KREU I", gap=30).centred("KOPSHTET", gap=20).centred("Neni 1", gap=30)
    read = read.centred("Detyrat e rojës", gap=20).centred("dhe të drejtat e tij").short("Roja ruan.", gap=20)
    assert read.read()[1:] == ["KREU I", "KOPSHTET", "Neni 1", "Detyrat e rojës dhe të drejtat e tij", "Roja ruan."]


def test_a_long_title_in_capitals_goes_on_in_capitals() -> None:
    read = (
        sheet()
        .centred("KREU II", gap=30)
        .centred("VEPRA KUNDËR KOPSHTEVE DHE", gap=20)
        .centred("RUAJTËSVE TË TYRE")
        .read()
    )
    assert read[2] == "VEPRA KUNDËR KOPSHTEVE DHE RUAJTËSVE TË TYRE"


def test_a_bracketed_history_is_one_up_to_its_bracket() -> None:
    history = "(Ndryshuar me ligjin nr. 1, datë 2.3.2004;"
    read = (
        sheet()
        .centred("Neni 2", gap=30)
        .centred(history, gap=20)
        .centred("shtuar me ligjin nr. 5)")
        .short("Roja ruan.", gap=20)
    )
    assert read.read()[2] == f"{history} shtuar me ligjin nr. 5)"


def test_a_paragraph_goes_on_over_a_page() -> None:
    made = sheet().full()
    made.base = 760.0
    made.line("i kopshtit.", right=120)
    made.lines[-1] = replace(made.lines[-1], page=1)
    assert made.read()[1] == f"{FULL} i kopshtit."


def test_other_type_is_another_paragraph() -> None:
    read = sheet().full(bold=True).short("Roja ruan.").read()
    assert read[1:] == [FULL, "Roja ruan."] or read[1:] == [f"{FULL} Roja ruan."]
