"""What belongs to a PDF's pages: each kind is recognised by its own rule, and nothing else is taken for it."""

from __future__ import annotations

from collections.abc import Sequence

from tomas_desktop.importers import pdf_furniture
from tomas_desktop.importers.pdf_lines import Page, PrintedLine


def line(text: str, page: int, base: float, height: float = 10, column: int = 0) -> PrintedLine:
    left = 320.0 if column == 2 else 60.0
    return PrintedLine(text, page, column, left, left + 5 * len(text), base, height)


def pages(*contents: Sequence[tuple[str, float]]) -> list[Page]:
    return [
        Page(tuple(line(text, number, base) for text, base in content), 600, 800)
        for number, content in enumerate(contents)
    ]


def furniture(made: Sequence[Page], script: str = "Latn") -> list[str]:
    return sorted(each.text for each in pdf_furniture.of(made, script))


BODY = [(f"A line of the law that stands here, number {i} of them", 700.0 - 20 * i) for i in range(20)]


def body(page: int) -> list[tuple[str, float]]:
    """Lines of which none is like one of another page."""
    return [(f"{text} on {'abcdefgh'[page] * 3}", base) for text, base in BODY]


def test_the_same_words_at_the_same_place_on_many_pages_are_a_running_head() -> None:
    made = pages(*[[("Gazette of the gardens", 760), *body(i)] for i in range(4)])
    assert furniture(made) == ["Gazette of the gardens"] * 4


def test_digits_in_a_head_may_change() -> None:
    made = pages(*[[(f"Gazette, page {i + 7}", 760), *body(i)] for i in range(4)])
    assert len(furniture(made)) == 4


def test_words_that_come_again_in_the_middle_of_pages_are_the_laws() -> None:
    made = pages(*[[*body(i)[:9], ("(Deleted)", 500), *body(i)[11:]] for i in range(4)])
    assert furniture(made) == []


def test_a_number_alone_that_counts_with_the_pages_is_a_page_number() -> None:
    made = pages(*[[*body(i), (str(i + 41), 40)] for i in range(3)])
    assert furniture(made) == ["41", "42", "43"]


def test_a_number_alone_that_does_not_count_is_not() -> None:
    made = pages([*body(0), ("7", 40)], body(1), [*body(2), ("90", 40)])
    assert furniture(made) == []


def test_page_numbers_with_words_around_them() -> None:
    made = pages(*[[*body(i), (f"{i + 1} од 3", 40)] for i in range(3)])
    assert len(furniture(made)) == 3


def test_what_a_browser_prints_over_and_under_a_page() -> None:
    made = pages([("4.5.2026, 12:30 The law on gardens", 780), *body(0), ("https://laws.example/garden 1/1", 20)])
    assert len(furniture(made)) == 2


def test_an_address_in_the_text_is_no_furniture() -> None:
    made = pages([*body(0)[:5], ("https://laws.example/garden", 500), *body(0)[11:]])
    assert furniture(made) == []


def test_a_watermark_in_large_letters_in_the_middle() -> None:
    made = pages(*[body(i) for i in range(3)])
    made = [Page((*page.lines, line("DRAFT", i, 400, height=40)), 600, 800) for i, page in enumerate(made)]
    assert furniture(made) == ["DRAFT"] * 3


def test_a_table_of_contents_in_front_that_comes_again() -> None:
    titles = ["Gardens", "Gates and hedges", "Water", "Birds of the garden", "Fines", "Last words"]
    contents = [("Contents", 720.0)] + [(f"{title} {3 + i}", 700.0 - 20 * i) for i, title in enumerate(titles)]
    made = pages(contents, [(title, 700.0 - 60 * i) for i, title in enumerate(titles)])
    assert furniture(made) == sorted(text for text, _ in contents)


def test_a_table_of_contents_with_leaders() -> None:
    contents = [(f"Neni {i} {'.' * 20} {i // 2}", 700.0 - 20 * i) for i in range(1, 8)]
    assert len(furniture(pages(contents, body(1)))) == 7


def test_a_list_of_years_is_no_table_of_contents() -> None:
    years = [(f"Law of the year {1990 - i}", 700.0 - 20 * i) for i in range(8)]
    assert furniture(pages(years, body(1))) == []


def test_the_column_in_the_other_script_is_not_of_this_language() -> None:
    both = [line("Градината е зелена", 0, 700.0 - 20 * i, column=1) for i in range(6)]
    both += [line("Kopshti është i gjelbër", 0, 700.0 - 20 * i, column=2) for i in range(6)]
    made = [Page(tuple(both), 600, 800)]
    assert furniture(made, "Cyrl") == ["Kopshti është i gjelbër"] * 6
    assert furniture(made, "Latn") == ["Градината е зелена"] * 6


def test_two_columns_in_one_script_both_stay() -> None:
    both = [line(f"Left side number {'abcdef'[i]}", 0, 700.0 - 20 * i, column=1) for i in range(6)]
    both += [line(f"Right side number {'abcdef'[i]}", 0, 700.0 - 20 * i, column=2) for i in range(6)]
    assert furniture([Page(tuple(both), 600, 800)]) == []


def test_each_line_says_by_which_rule_it_was_recognised() -> None:
    made = pages(*([("Gazette", 780.0), *body(page), (f"{page + 1} of 5", 20.0)] for page in range(5)))
    assert set(pdf_furniture.of(made, "Latn").values()) == {"running head", "page number"}
