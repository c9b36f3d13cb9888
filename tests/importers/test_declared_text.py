"""Canonical text of any tree reads back as that tree: marks say what its wording alone would not."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importers import trees
from tests.importers.readings import unaccounted
from tomas_desktop.importers import plain_text, unit_marks
from tomas_desktop.importers.base import Reading
from tomas_desktop.importers.declared_text import printed, shape
from tomas_desktop.jurisdiction import numbering
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import Declared
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.provision import Provision, walk

EU = trees.EU
ORDERS = (trees.RS, trees.EU, trees.MK, trees.AL)

NUMBERS = (
    "",
    "",
    "1",
    "(1)",
    "1.",
    "a",
    "(a)",
    "a)",
    "i",
    "(i)",
    "–",
    "#",
    "Article 3",
    "Član 3.",
    "5 bis",
    "§ 7",
    "IV",
)
TEXTS = (
    "", "Plain words.", "and so on", "Introduced here:", "“quoted words", "(b) bears a letter", "2 of them", "Words",
    "Chapter IV", "Glava druga", "Annex I", "Done at a place", "Having regard to the matter", "== preface ==",
    "Article 5", "ends in the middle,", "== article / paragraph ==",
)  # fmt: skip


def read(text: str, order: Pack) -> Reading:
    return plain_text.read(text.encode(), Path("law.txt"), order)


def marks(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("== ")]


def body(random: Random, depth: int) -> tuple[Provision, ...]:
    units = ("paragraph", "subparagraph", "point", "subpoint", "indent", "wrapup")
    out = []
    for _ in range(random.randint(0 if depth else 1, 3)):
        below = body(random, depth + 1) if depth < 3 and random.random() < 0.4 else ()
        num, text = random.choice(NUMBERS), random.choice(TEXTS)
        out.append(Provision("", random.choice(units), num, "", text, (), below))
    return tuple(out)


def opened(random: Random, depth: int) -> tuple[Provision, ...]:
    """Articles and divisions in no legal order at all."""
    out = []
    for _ in range(random.randint(1, 3)):
        num = random.choice(NUMBERS)
        heading = random.choice(TEXTS)
        above = random.random() < 0.5 and bool(num and heading)
        if depth > 2 or random.random() < 0.5:
            out.append(Provision("", "article", num, heading, "", (), body(random, 0), above))
        else:
            unit = random.choice(("part", "title", "chapter", "section"))
            own = body(random, 0) if random.random() < 0.2 else ()
            out.append(Provision("", unit, num, heading, "", (), (*own, *opened(random, depth + 1)), above))
    return tuple(out)


@given(trees.SEEDS, st.sampled_from(ORDERS))
def test_any_tree_printed_and_read_back_is_the_same(seed: int, order: Pack):
    tree = numbering.with_eids(opened(Random(seed), 0), order)[0]
    again = read(printed(tree, order), order)
    assert shape(again.nodes) == shape(tree)
    assert unaccounted(again) == 0
    assert again.unplaced == ()


@given(trees.SEEDS)
def test_an_ordinary_law_has_no_marks(seed: int):
    for law, order in ((trees.rs_law(seed), trees.RS), (trees.eu_act(seed), EU)):
        assert printed(law, order) == canonical_text(law)


def test_sections_of_another_order_are_marked_and_the_rest_goes_on():
    points = tuple(Provision("", "point", num, "", f"matter {num},") for num in "abc")
    paragraphs = (
        Provision("", "paragraph", "1", "", "This applies to—", (), points),
        Provision("", "paragraph", "2", "", "It applies elsewhere."),
        Provision("", "paragraph", "3", "", "It binds."),
    )
    section = Provision("", "article", "1", "Where it applies", "", (), paragraphs)
    tree = numbering.with_eids([Provision("", "part", "Part 1", "Beginnings", "", (), (section,))], EU)[0]
    text = printed(tree, EU)
    assert marks(text) == [
        "== part / article, heading below ==",
        "== article / paragraph ==",
        "== article / paragraph / point ==",
    ]
    assert text.splitlines()[-6:] == [
        "== article / paragraph / point ==",
        "a matter a,",
        "b matter b,",
        "c matter c,",
        "2 It applies elsewhere.",
        "3 It binds.",
    ]
    assert shape(read(text, EU).nodes) == shape(tree)


def test_a_title_stands_beside_a_part_that_has_no_number_yet():
    def article(order: int) -> Provision:
        return Provision(
            "",
            "article",
            f"Article {order}",
            f"Matter {order}",
            "",
            (),
            (Provision("", "paragraph", text="It binds."),),
        )

    tree = numbering.with_eids([
        Provision("", "part", "Part #", "First", children=(article(1),)),
        Provision("", "title", "Title #", "Second", children=(article(2),)),
    ], EU)[0]  # fmt: skip
    text = printed(tree, EU)
    assert marks(text) == ["== title, heading below =="]
    assert shape(read(text, EU).nodes) == shape(tree)


@pytest.mark.parametrize(
    ("declared", "has_line", "run", "mark"),
    [
        (Declared(("part", "title"), "Title #", "Scope"), True, 1, "== part / title, heading below =="),
        (Declared(("section",), "", "Scope"), False, 1, "== section, heading only =="),
        (Declared(("article",), "Član 2", "Pojmovi", True), True, 1, "== article, heading above =="),
        (Declared(("article", "paragraph"), "1"), True, 1, "== article / paragraph =="),
        (Declared(("article", "paragraph"), "5 bis"), True, 1, "== article / paragraph, number of 2 words =="),
        (Declared(("article", "paragraph")), False, 1, "== article / paragraph, empty =="),
        (Declared(("annex", "paragraph", "subparagraph")), True, 4, "== annex / paragraph / subparagraph, 4 lines =="),
    ],
)
def test_a_mark_says_what_stands_under_it(declared: Declared, has_line: bool, run: int, mark: str):
    assert unit_marks.written(declared, has_line, run) == mark
    there = unit_marks.read(mark)
    assert there is not None
    assert (there.units, there.run) == (declared.units, run)


@pytest.mark.parametrize("line", ["== preface ==", "== table ==", "== leftover ==", "== a / b ==", "part / title"])
def test_the_mark_of_a_block_declares_no_unit(line: str):
    assert unit_marks.read(line) is None


@given(trees.SEEDS)
def test_marks_in_the_wrong_place_lose_no_word(seed: int):
    random = Random(seed)
    units = ("article", "annex", "preamble", "preface", "recital", "paragraph", "point", "part", "table", "leftover")
    lines = []
    for _ in range(30):
        path = " / ".join(random.choices(units, k=random.randint(1, 4)))
        how = random.choice(("", ", empty", ", 3 lines", ", heading below", ", number of 4 words", ", heading only"))
        lines.append(
            random.choice((f"== {path}{how} ==", random.choice(TEXTS), "Article 2", "Annex I", "(1) It binds."))
        )
    assert unaccounted(read("\n".join(lines), EU)) == 0


def test_a_mark_at_the_end_of_a_text_harms_nothing():
    reading = read("Article 1\n\nScope\nIt binds.\n\n== article, heading below ==\n", EU)
    assert [node.eid for node in walk(reading.nodes)][:2] == ["art_1", "art_1__para_1"]
    assert unaccounted(reading) == 0
