"""Automatic numbers, spelt and counted."""

from __future__ import annotations

import pytest

from tests.importers.readings import EU
from tests.importers.word_files import level, lines_of, lists, p, read, t, word
from tomas_desktop.importers.list_numbering import Count, Level, NumberFormat, bullet


@pytest.mark.parametrize(
    ("number_format", "values"),
    [
        (NumberFormat(), {1: "1", 120: "120"}),
        (NumberFormat(width=2), {3: "03", 12: "12"}),
        (NumberFormat("roman"), {4: "iv", 1987: "mcmlxxxvii"}),
        (NumberFormat("roman", upper=True), {9: "IX", 49: "XLIX", 500: "D"}),
        (NumberFormat("letters"), {1: "a", 26: "z", 27: "aa", 53: "aaa"}),
        (NumberFormat("letters", doubles=False), {27: "aa", 28: "ab"}),
        (NumberFormat("letters", upper=True, alphabet="ru"), {4: "Г", 10: "К"}),
        (NumberFormat("letters", alphabet="sr"), {5: "д", 6: "ђ"}),
        (NumberFormat("letters", alphabet="mk"), {6: "ѓ", 10: "ѕ"}),
        (NumberFormat("letters"), {0: "0"}),
        (NumberFormat("none"), {1: ""}),
        (NumberFormat(ending="."), {2: "2."}),
    ],
)
def test_numbers_are_spelt(number_format, values):
    assert {value: number_format.spelt(value) for value in values} == values


def numbers(levels: dict[int, Level], *places: int) -> list[str]:
    count = Count()
    return [count.next(place, levels) for place in places]


def test_inner_levels_begin_anew_after_an_outer_one():
    levels = {0: Level(text="{0}."), 1: Level(NumberFormat("letters"), "{0}{1})"), 2: Level(text="{0}.{1}.{2}")}
    assert numbers(levels, 0, 1, 1, 0, 1, 2) == ["1.", "1a)", "1b)", "2.", "2a)", "2.a.1"]


def test_a_level_can_go_on_and_can_spell_all_in_digits():
    levels = {0: Level(NumberFormat("roman", upper=True), "Glava {0}"), 1: Level(text="Član {1}.", restarts_after=-1)}
    assert numbers(levels, 0, 1, 1, 0, 1) == ["Glava I", "Član 1.", "Član 2.", "Glava II", "Član 3."]
    levels[1] = Level(text="{0}.{1}", plain=True)
    assert numbers(levels, 0, 0, 1) == ["Glava I", "Glava II", "2.1"]


def test_a_level_restarts_only_after_the_level_it_names():
    levels = {0: Level(text="{0}"), 1: Level(text="{1}"), 2: Level(text="{2}", restarts_after=1)}
    assert numbers(levels, 0, 1, 2, 1, 2, 0, 2) == ["1", "1", "1", "2", "2", "2", "1"]


def test_a_level_whose_outer_one_never_came_counts_from_its_start():
    assert numbers({0: Level(text="{0}", start=3), 1: Level(text="{0}.{1}")}, 1, 1) == ["3.1", "3.2"]


def test_a_dash_stays_and_any_other_sign_is_a_bullet():
    assert [bullet(sign) for sign in ("–", "-", "\uf0b7", "o", "§")] == ["–", "-", "•", "•", "•"]


# what Word makes of its lists


def printed(body: str, **parts: str) -> list[str]:
    nodes = read(word(body, strict=False, **parts), EU).nodes
    return [child.num for child in nodes[0].children]


def items(*places: tuple[int, int]) -> str:
    return "".join(p(t(f"Item {at} of the sample text."), num=place) for at, place in enumerate(places))


def test_lists_of_one_pattern_count_on_unless_one_says_where_it_starts():
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = lists(level(0, "%1."), overrides={2: "", 3: override})
    assert printed(items((1, 0), (2, 0), (3, 0), (3, 0), (1, 0)), numbering=numbering) == ["1.", "2.", "5.", "6.", "7."]


def test_a_list_can_replace_a_level_of_its_pattern():
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "(%1)", "upperRoman")}</w:lvlOverride>'
    numbering = lists(level(0, "%1."), overrides={2: override})
    assert printed(items((1, 0), (2, 0)), numbering=numbering) == ["1.", "(II)"]


def test_levels_and_kinds_of_number():
    numbering = lists(
        level(0, "%1)", "russianLower") + level(1, "%1.%2", more="<w:isLgl/>") + level(2, "\uf0b7", "bullet")
    )
    assert printed(items((1, 0), (1, 0), (1, 1), (1, 2)), numbering=numbering) == ["а)", "б)", "2.1", "•"]


def test_a_style_brings_its_number_and_a_paragraph_can_refuse_it():
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = lists(level(0, "%1.", more='<w:pStyle w:val="A"/>') + level(1, "(%2)", more='<w:pStyle w:val="B"/>'))
    body = "".join(p(t("Words of a sample."), style=style) for style in "AABB")
    body += p(t("Words of a sample."), style="A", num=(0, 0)) + p(t("Words of a sample."), style="A")
    assert printed(body, styles=styles, numbering=numbering) == ["1.", "2.", "(1)", "(2)", "", "3."]


def test_a_pattern_that_lends_a_style_of_lists():
    numbering = (
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="S"/>{level(0, "(%1)")}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="S"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="2"/></w:num>'
    )
    assert printed(items((1, 0), (1, 0)), numbering=numbering) == ["(1)", "(2)"]


def test_a_number_before_nothing_is_not_printed_but_counts():
    body = items((1, 0)) + p(num=(1, 0)) + items((1, 0)) + lines_of("The end of it.")
    assert printed(body, numbering=lists(level(0, "%1."))) == ["1.", "3.", ""]
