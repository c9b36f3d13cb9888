"""Lines that open articles and numbered units in the less usual ways that real texts show."""

from __future__ import annotations

from tomas_desktop.jurisdiction import pack, structure
from tomas_desktop.jurisdiction.source import SourceLine
from tomas_desktop.model.provision import Provision, walk

AL, EU, MK = pack.load("al", "sq"), pack.load("eu", "en"), pack.load("mk", "mk")


def build(text: str, order: pack.Pack) -> list[Provision]:
    return list(walk(structure.build([SourceLine(line) for line in text.splitlines()], order).nodes))


def articles(text: str, order: pack.Pack) -> list[tuple[str, str]]:
    return [(node.num, node.heading) for node in build(text, order) if node.unit == "article"]


def below(text: str, order: pack.Pack = EU) -> list[tuple[str, str, str]]:
    return [(node.unit, node.num, node.text) for node in build(text, order) if node.unit not in ("article", "chapter")]


def test_a_title_may_stand_beside_its_number():
    text = "Neni 1 - Qëllimi\nKy ligj rregullon bletët.\nNeni 2 – Hyrja në fuqi\nNeni 1, paragrafi 2 hyn në fuqi."
    assert articles(text, AL) == [("Neni 1", "Qëllimi"), ("Neni 2", "Hyrja në fuqi")]


def test_an_article_that_is_put_in_without_marks_may_bear_the_number_of_the_next_one():
    text = """Neni 5 - Ndryshimi i parë
Neni 6 i ligjit ndryshohet si në vijim:
Neni 6
Bletët
Bletët fluturojnë.
Neni 6 - Ndryshimi i dytë
Neni 57 i ligjit ndryshohet si në vijim:
Neni 57
Mjalti është i ëmbël.
Neni 7 - Hyrja në fuqi
Ky ligj hyn në fuqi nesër."""
    assert [num for num, _ in articles(text, AL)] == ["Neni 5", "Neni 6", "Neni 7"]


def test_the_first_article_after_the_enacting_formula_is_the_acts_own():
    text = "HAVE ADOPTED THIS REGULATION:\nArticle 1\nAim\nBees fly.\nArticle 1a\nScope\nAll bees."
    assert articles(text, EU) == [("Article 1", "Aim"), ("Article 1a", "Scope")]


def test_a_line_that_begins_with_a_whole_quotation_quotes_no_article():
    text = "Член 1\nСо глоба од\n„50 до 500 евра“ ќе се казни.\nЧлен 2\nПчела лета.\nЧлен 3\nСе вика „пчела“.“"
    assert [num for num, _ in articles(text, MK)] == ["Член 1", "Член 2", "Член 3"]


def test_numbers_of_two_parts_are_points_of_the_paragraph_they_count_on():
    text = "Article 1\nAim\n1. A bee:\n1.1. flies;\n1.2. sleeps.\n2. A hive:\n2.1. stands."
    assert below(text) == [
        ("paragraph", "1.", "A bee:"), ("point", "1.1.", "flies;"), ("point", "1.2.", "sleeps."),
        ("paragraph", "2.", "A hive:"), ("point", "2.1.", "stands."),
    ]  # fmt: skip


def test_a_paragraph_put_in_before_the_first_one_has_a_number_below_nought():
    assert below("Article 1\nAim\n-1. Bees rest.\n1. Bees fly.") == [
        ("paragraph", "-1.", "Bees rest."),
        ("paragraph", "1.", "Bees fly."),
    ]


def test_a_division_may_have_no_number_yet():
    nodes = build("Chapter #\nBees\nArticle 1\nAim\nBees fly.", EU)
    assert [(node.unit, node.num, node.heading) for node in nodes][:2] == [
        ("chapter", "Chapter #", "Bees"),
        ("article", "Article 1", "Aim"),
    ]


def test_a_sentence_after_the_list_of_a_point_that_is_numbered_like_a_paragraph_is_the_points():
    text = "Article 1\nAim\nA bee shall:\n1. Fly:\n(a) high;\n(b) low.\nNobody shall stop it.\n2. Sleep."
    assert below(text) == [
        ("paragraph", "", "A bee shall:"), ("point", "1.", "Fly:"), ("subpoint", "(a)", "high;"),
        ("subpoint", "(b)", "low."), ("subparagraph", "", "Nobody shall stop it."), ("point", "2.", "Sleep."),
    ]  # fmt: skip
