"""Units quoted by an act, read line by line: what is printed again is what was quoted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importers import trees
from tomas_desktop.errors import TomasError
from tomas_desktop.jurisdiction import pack, verbatim, verbatim_body
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.canonical import lines
from tomas_desktop.model.provision import DIVISIONS, Provision, walk

RS, EU = pack.load("rs", "sr-Latn"), pack.load("eu", "en")
MK, AL = pack.load("mk", "mk"), pack.load("al", "sq")
RS_ARTICLE = Provision("", "article", "Član 5.", "Predmet", heading_above=True)
EU_ARTICLE = Provision("", "article", "Article 5", "Aim")


def printed(*nodes: Provision) -> list[str]:
    return [line.text for line in lines(nodes)]


def shape(nodes: tuple[Provision, ...]) -> list[tuple[str, str, str]]:
    return [(node.unit, node.num, node.text) for node in walk(nodes)]


# lines are never joined


def test_a_line_that_goes_on_with_a_sentence_stays_a_line() -> None:
    quoted = ["(1) Ko gazi vrt,", "kazniće se."]
    assert printed(*verbatim_body.body(quoted, RS)) == quoted
    assert printed(*verbatim_body.units(quoted, RS_ARTICLE, ("1",), RS, unit="paragraph")) == quoted


def test_a_line_like_a_remark_stays_text() -> None:
    quoted = ["Kopshti është i gjelbër.", "(Shtuar një paragraf)"]
    assert printed(*verbatim_body.body(quoted, AL)) == quoted


def test_a_table_stays_one() -> None:
    quoted = ["Cene:", "== table ==", "ruža | 5 || lala | 3"]
    assert printed(*verbatim_body.body(quoted, RS)) == quoted


@given(st.lists(st.text(alphabet="aBž1.)(:,;– „”", min_size=1, max_size=9), min_size=1, max_size=6))
def test_whatever_the_lines_are_none_is_lost(quoted: list[str]) -> None:
    wanted = [line for line in (" ".join(each.split()) for each in quoted) if line]
    if wanted:
        assert printed(*verbatim_body.body(wanted, RS)) == wanted
        assert printed(*verbatim_body.units(wanted, RS_ARTICLE, ("1",), RS, unit="paragraph")) == wanted


# units


def test_units_are_told_apart_by_their_numbers() -> None:
    like = Provision("", "paragraph", "(2)")
    two = verbatim_body.units(["(5) Peti:", "1) prvo;", "2) drugo.", "(6) Šesti."], like, ("5", "6"), RS)
    assert shape(two) == [
        ("paragraph", "(5)", "Peti:"), ("point", "1)", "prvo;"), ("point", "2)", "drugo."),
        ("paragraph", "(6)", "Šesti."),
    ]  # fmt: skip


def test_units_without_numbers_are_told_apart_by_their_count() -> None:
    like = Provision("", "subparagraph")
    assert len(verbatim_body.units(["Second.", "Third."], like, ("2", "3"), EU)) == 2
    dashes = verbatim_body.units(["– prva;", "– druga."], Provision("", "indent", "–"), ("1", "2"), RS)
    assert shape(dashes) == [("indent", "–", "prva;"), ("indent", "–", "druga.")]


def test_a_unit_in_force_lends_its_lines_their_places() -> None:
    """By their wording alone these lines are a point of the paragraph; in the law they are a subparagraph of it."""
    present = Provision("", "paragraph", "1.", text="Two things:", children=(
        Provision("", "subparagraph", text="(a) Rose. (b) Tulip."),
    ))  # fmt: skip
    assert verbatim_body.units(printed(present), present, ("1",), EU, [present]) == (present,)


def test_a_number_that_begins_no_count_is_known_from_the_article_in_force() -> None:
    present = Provision("", "article", "Article 5", children=(
        Provision("", "paragraph", "1.", text="Gates open."), Provision("", "paragraph", "2.", text="Gates close."),
        Provision("", "paragraph", "3.", text="Keys turn."),
    ))  # fmt: skip
    assert shape(verbatim_body.body(["2. Gates close.", "3. Keys do not turn."], EU, present)) == [
        ("paragraph", "2.", "Gates close."), ("paragraph", "3.", "Keys do not turn."),
    ]  # fmt: skip


# articles


@pytest.mark.parametrize(
    ("quoted", "heading", "text"),
    [
        (["Član 5.", "Vrt je velik."], "Predmet", "Vrt je velik."),
        (["Vrt je velik."], "Predmet", "Vrt je velik."),
        (["Svrha", "Član 5.", "Vrt je velik."], "Svrha", "Vrt je velik."),
        (["Član 5.", "Naslov ispod", "(1) Vrt je velik."], "Naslov ispod", "Vrt je velik."),
    ],
)
def test_an_article_in_force(quoted: list[str], heading: str, text: str) -> None:
    (article,) = verbatim.articles(quoted, RS_ARTICLE, ("5",), RS, [RS_ARTICLE])
    assert (article.num, article.heading, article.children[0].text) == ("Član 5.", heading, text)


def test_the_heading_is_not_kept_where_the_clause_quotes_it_too() -> None:
    (article,) = verbatim.articles(["Član 5.", "Vrt."], RS_ARTICLE, ("5",), RS, [RS_ARTICLE], titled=True)
    assert article.heading == ""


@pytest.mark.parametrize(
    ("quoted", "titled", "heading"),
    [
        (["Article 5a", "Gate", "The gate is open."], False, "Gate"),
        (["Article 5a", "1. The gate is open.", "2. Always."], False, ""),
        (["Article 5a", "The gate is open."], False, ""),
        (["Article 5a", "Gate etc.", "1. The gate is open."], False, "Gate etc."),  # this law has headings
        (["Article 5a", "Gate etc.", "The gate is open."], True, "Gate etc."),
    ],
)
def test_the_heading_of_a_new_article_stands_where_the_law_prints_headings(
    quoted: list[str], titled: bool, heading: str
) -> None:
    (article,) = verbatim.articles(quoted, EU_ARTICLE, ("5a",), EU, titled=titled)
    assert (article.num, article.heading) == ("Article 5a", heading)
    assert printed(article) == quoted


def test_a_new_article_without_a_printed_number_gets_the_one_that_the_clause_names() -> None:
    (article,) = verbatim.articles(["Vrt je velik."], RS_ARTICLE, ("5a",), RS)
    assert article.num == "Član 5a"


def test_several_articles_with_and_without_headings() -> None:
    quoted = ["Kapija", "Član 5a", "Ima kapije.", "Član 5b", "Nema je.", "Ključ", "Član 5v", "Ima ga."]
    found = verbatim.articles(quoted, RS_ARTICLE, ("5a", "5b", "5v"), RS)
    assert [(each.heading, each.num, each.children[0].text) for each in found] == [
        ("Kapija", "Član 5a", "Ima kapije."), ("", "Član 5b", "Nema je."), ("Ključ", "Član 5v", "Ima ga."),
    ]  # fmt: skip


def test_the_number_of_another_article_inside_is_text() -> None:
    quoted = ["Član 5.", "Ostaje na snazi:", "Član 7.", "Stari tekst."]
    (article,) = verbatim.articles(quoted, RS_ARTICLE, ("5",), RS, [RS_ARTICLE])
    assert printed(article) == ["Predmet", *quoted]


def test_an_annex_with_its_title_over_or_under_its_number() -> None:
    like = Provision("", "annex", "ANNEX I", "FLOWERS", heading_above=True)
    for quoted in (["FLOWERS", "ANNEX II", "1. Rose"], ["ANNEX II", "FLOWERS", "1. Rose"]):
        (annex,) = verbatim.annex(quoted, like, EU, present=False)
        assert (annex.num, annex.heading, annex.children[0].text) == ("ANNEX II", "FLOWERS", "Rose")


# divisions


def test_a_division_with_sections_and_articles() -> None:
    quoted = [
        "CHAPTER II", "RULES", "Section 1", "Gates", "Article 5", "Opening", "1. They open.",
        "Article 6", "Closing", "They close,", "always.",
    ]  # fmt: skip
    (chapter,) = verbatim.division(quoted, "chapter", above=False, pack=EU)
    opened = [node for node in chapter.walk() if node.unit in (*DIVISIONS, "article")]
    assert [(node.unit, node.num, node.heading) for node in opened] == [
        ("chapter", "CHAPTER II", "RULES"), ("section", "Section 1", "Gates"),
        ("article", "Article 5", "Opening"), ("article", "Article 6", "Closing"),
    ]  # fmt: skip


def test_a_title_that_does_not_say_what_it_stands_over() -> None:
    (section,) = verbatim.division(["Cveće i trava", "Član 5a", "Cveće se ne bere."], "section", above=True, pack=RS)
    assert [(node.unit, node.heading) for node in section.walk()][:2] == [("section", "Cveće i trava"), ("article", "")]
    assert printed(section) == ["Cveće i trava", "Član 5a", "Cveće se ne bere."]


def test_a_title_over_the_heading_of_its_first_article() -> None:
    quoted = ["Cveće i trava", "Branje", "Član 5a", "Cveće se ne bere."]
    (chapter,) = verbatim.division(quoted, "chapter", above=True, pack=RS)
    assert [(node.unit, node.heading) for node in chapter.walk()][:2] == [
        ("chapter", "Cveće i trava"), ("article", "Branje"),
    ]  # fmt: skip
    assert printed(chapter) == quoted


@pytest.mark.parametrize("quoted", [["Vrt je velik."], ["Vrt je velik.", "I lep.", "Ima i cveća.", "Član 5."]])
def test_what_is_no_division_is_refused(quoted: list[str]) -> None:
    with pytest.raises(TomasError) as error:
        verbatim.division(quoted, "chapter", above=True, pack=RS)
    assert error.value.code == "quoted-unit-unread"


# laws


@pytest.mark.parametrize(
    ("law", "grammar"), [(trees.rs_law, RS), (trees.eu_act, EU), (trees.mk_law, MK), (trees.al_law, AL)]
)
@given(seed=trees.SEEDS)
def test_an_article_quoted_as_it_is_is_what_it_is(
    law: Callable[[int], tuple[Provision, ...]], grammar: Pack, seed: int
) -> None:
    for article in (node for node in walk(law(seed)) if node.unit == "article"):
        number = article.num.split()[-1]
        (same,) = verbatim.articles(printed(article), article, (number,), grammar, [article], titled=True)
        assert shape((same,)) == shape((article,))
        assert (same.num, same.heading, same.heading_above) == (article.num, article.heading, article.heading_above)
