"""Lines of a PDF page: letters at places become words, lines and columns; marks of notes stand apart."""

from __future__ import annotations

import pypdfium2

from tests.importers.pdf_files import LEFT, Text, lines, pdf
from tomas_desktop.importers import pdf_lines
from tomas_desktop.importers.pdf_lines import Page


def page_of(*texts: Text) -> Page:
    document = pypdfium2.PdfDocument(pdf(texts))
    page = document[0]
    textpage = page.get_textpage()
    return pdf_lines.read(textpage.raw, 0, *page.get_size())


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def test_lines_come_from_top_to_bottom_whatever_their_order_in_the_file() -> None:
    assert texts(page_of(Text(LEFT, 500, "below"), Text(LEFT, 700, "above"))) == ["above", "below"]


def test_pieces_on_one_base_line_are_one_line() -> None:
    page = page_of(Text(LEFT, 700, "Neni"), Text(LEFT + 120, 700, "5"))
    assert texts(page) == ["Neni 5"]


def test_a_small_raised_digit_is_the_mark_of_a_note() -> None:
    page = page_of(Text(LEFT, 700, "Neni 212", 12), Text(LEFT + 47, 705, "65", 7))
    (line,) = page.lines
    assert (line.text, line.marks) == ("Neni 212", ("65",))


def test_a_word_that_the_mark_was_glued_to_counts_as_parted() -> None:
    page = page_of(Text(LEFT, 700, "Neni 212", 12), Text(LEFT + 46.7, 705, "65", 7))
    assert page.parted == 1


def test_raised_digits_of_a_measure_or_an_hour_stay_in_the_text() -> None:
    assert texts(page_of(Text(LEFT, 700, "10 km", 12), Text(LEFT + 32.7, 705, "2", 7))) == ["10 km2"]
    assert texts(page_of(Text(LEFT, 700, "ora 19", 12), Text(LEFT + 35.4, 705, "00", 7)))[0].startswith("ora 19")
    assert page_of(Text(LEFT, 700, "ora 19", 12), Text(LEFT + 35.4, 705, "00", 7)).lines[0].marks == ()


def test_a_note_says_its_number() -> None:
    page = page_of(Text(LEFT, 104, "1", 6), Text(LEFT + 5, 100, "See there.", 9))
    assert [(line.note, line.text) for line in page.lines] == [("1", "See there.")]


def test_spaced_capitals_of_one_word_stay_as_they_were_typed() -> None:
    page = page_of(Text(LEFT, 700, "V E N D O S I :", 12))
    assert texts(page) == ["V E N D O S I :"]
    assert page.joined == 0


def test_a_word_is_parted_where_print_shows_a_blank_that_was_not_typed() -> None:
    before = Text(LEFT, 700, "under the conditions for", 12)
    end = page_of(before).lines[0].right
    assert texts(page_of(before, Text(end, 700, "ty bees", 12))) == ["under the conditions forty bees"]
    page = page_of(before, Text(end + 1.6, 700, "their imposition", 12))
    assert texts(page) == ["under the conditions for their imposition"]
    assert page.gaps == (("fortheir", "for their"),)


def test_spaced_capitals_are_words_again_where_a_wider_gap_parts_them() -> None:
    page = page_of(Text(LEFT, 700, "L I G J", 12), Text(LEFT + 60, 700, "P Ë R", 12))
    assert texts(page) == ["LIGJ PËR"]
    assert page.joined == 5


def test_two_columns_are_read_one_after_the_other_and_a_title_over_both_first() -> None:
    left = lines(*[f"left column line number {i} has words" for i in range(8)], top=700)
    right = lines(*[f"right column line number {i} has words" for i in range(8)], top=700, x=320)
    page = page_of(
        Text(LEFT, 740, "A title that runs over both of the columns of this page, from side to side of it"),
        *left,
        *right,
    )
    assert [line.column for line in page.lines] == [0, *[1] * 8, *[2] * 8]
    assert texts(page)[1].startswith("left column line number 0")


def test_a_list_of_short_words_side_by_side_is_no_second_column() -> None:
    names = lines(*["name"] * 9, top=700)
    sums = lines(*["100"] * 9, top=700, x=400)
    assert {line.column for line in page_of(*names, *sums).lines} == {0}


def test_turned_letters_are_a_watermark_and_come_last() -> None:
    page = page_of(Text(200, 300, "COPY", 40, turned=0.7), *lines("Neni 1", "Text."))
    assert [(line.text, line.turned) for line in page.lines] == [("Neni 1", False), ("Text.", False), ("COPY", True)]


def test_a_page_whose_lines_run_up_its_side_is_read_upright() -> None:
    page = page_of(*[Text(100 + 20 * i, 60, f"line number {i} of it", 10, turned=1.5708) for i in range(3)])
    assert texts(page) == [f"line number {i} of it" for i in range(3)]


def test_and_so_is_one_whose_lines_run_down() -> None:
    page = page_of(*[Text(500 - 20 * i, 740, f"line number {i} of it", 10, turned=-1.5708) for i in range(3)])
    assert texts(page) == [f"line number {i} of it" for i in range(3)]
