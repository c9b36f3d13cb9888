"""The public gazette's pages: three generations of classes, one law; what editors added is a note, not text."""

from __future__ import annotations

import re

import pytest

from tests.importers.page_words import page_words
from tests.importers.readings import PAGE, SERBIA, codes, outline, own_articles, unaccounted
from tomas_desktop.importers import base, national_html
from tomas_desktop.importers.base import Reading
from tomas_desktop.model.provision import Note, walk

TITLE = '<p class="odluka-zakon">ЗАКОН</p><p class="odluka-zakon">о пчелама</p>'
GAZETTE = '<p class="centar">"Службени гласник РС", број 1 од 1. јануара 2020.</p>'


def law(*body: str) -> Reading:
    return national_html.read(f"<body>{TITLE}{GAZETTE}{''.join(body)}</body>".encode(), PAGE, SERBIA)


def p(style: str, text: str) -> str:
    return f'<p class="{style}">{text}</p>'


def test_one_class_marks_articles_and_chapters():
    reading = law(
        p("clan", "I. ОСНОВНЕ ОДРЕДБЕ"), p("bold", "Предмет"), p("clan", "Члан 1."), p("Basic-Paragraph", "Пчеле."),
        p("clan", "II. ПЧЕЛЕ"), p("clan", "Члан 2."), p("Basic-Paragraph", "Пчеле:"),
        p("Basic-Paragraph", "1) лете;"), p("Basic-Paragraph", "2) бодe."),
    )  # fmt: skip
    assert [(n.unit, n.num, n.heading) for n in walk(reading.nodes) if n.unit in ("chapter", "article")] == [
        ("chapter", "I.", "ОСНОВНЕ ОДРЕДБЕ"),
        ("article", "Члан 1.", "Предмет"),
        ("chapter", "II.", "ПЧЕЛЕ"),
        ("article", "Члан 2.", ""),
    ]
    assert outline(own_articles(reading)[1]) == ["paragraph Пчеле:", "  point 1) лете;", "  point 2) боде."]
    assert reading.title == "ЗАКОН о пчелама"


def test_changed_text_is_text_and_its_history_a_note_of_the_article():
    reading = law(
        p("v2-bold-1", "Пчеле"), p("hide-change", "*Службени гласник РС, број 3/2021"), p("v2-clan-1", "Члан 1."),
        p("v2-clan-left-1", "Пчеле лете."), p("hide-change", "**Службени гласник РС, број 2/2020"),
        p("hide-change", "НАПОМЕНА ИЗДАВАЧА: Примењује се од сутра."),
    )  # fmt: skip
    (article,) = own_articles(reading)
    assert (article.heading, outline(article)) == ("Пчеле", ["paragraph Пчеле лете."])
    assert article.notes == (
        Note("history", "Службени гласник РС, број 3/2021"),
        Note("history", "Службени гласник РС, број 2/2020"),
        Note("editorial", "НАПОМЕНА ИЗДАВАЧА: Примењује се од сутра."),
    )


def test_a_deleted_article_keeps_its_number_and_the_words_that_say_so():
    deleted = "Брисан је (види члан 7. Закона - 2/2020-14)"
    reading = law(p("bold", "Мед"), p("hide-change", "Члан 1."), p("hide-change", deleted))
    (article,) = own_articles(reading)
    assert (article.heading, outline(article), article.notes) == ("Мед", [f"paragraph {deleted}"], ())


def test_provisions_of_amending_acts_lie_under_a_leftover():
    reading = law(
        p("clan", "Члан 1."), p("Basic-Paragraph", "Пчеле лете."),
        p("bold", "ОДРЕДБЕ КОЈЕ НИСУ УНЕТЕ У „ПРЕЧИШЋЕН ТЕКСТ“ ЗАКОНА"),
        p("italik", "Закон о изменама Закона о пчелама"),
        p("clan", "Члан 1."), p("Basic-Paragraph", "Овај закон ступа на снагу."),
    )  # fmt: skip
    assert [article.eid for article in own_articles(reading)] == ["art_1"]
    assert [node.eid for node in walk(reading.nodes) if node.unit == "article"] == ["art_1", "left_1__art_1"]
    assert unaccounted(reading) == 0


def test_mixed_letters_are_repaired_and_told():
    reading = law(p("clan", "Х. ЗАВРШНE ОДРЕДБЕ"), p("clan", "Члан 5a"), p("Basic-Paragraph", "Пчеле летe."))
    assert [node.eid for node in walk(reading.nodes) if node.unit in ("chapter", "article")] == ["chp_X", "art_5a"]
    (remark,) = (finding for finding in reading.findings if finding.code == "letters-of-another-script")
    assert dict(remark.values) == {"count": "4", "words": "ЗАВРШНE → ЗАВРШНЕ, Х → X, 5a → 5а, летe → лете"}


def numbers_printed(source: str) -> list[str]:
    """The article numbers as the page prints them, each alone in its paragraph, up to the amending acts."""
    source = source.split("НИСУ УНЕТЕ")[0]
    found = re.findall(r">\s*(Члан\s+\d+\S*?)\s*</", source)
    return [" ".join(number.split()).replace("a", "а") for number in found]


@pytest.mark.parametrize(
    ("name", "articles", "chapters"),
    [
        ("rs_ZZPL_87-2018", 102, 10),
        ("rs_ZET", 25, 7),
        ("rs_ZIB", 58, 7),
        ("rs_ZKI", 25, 8),
        ("rs_eUprava", 55, 6),
    ],
)
def test_five_laws_have_all_articles_in_order_and_lose_no_word(shared, name, articles, chapters):
    path = shared / f"data/national-rs/{name}.cyr.html"
    reading = base.read(path, SERBIA)
    own = own_articles(reading)
    assert reading.format == "national-html"
    assert [article.num for article in own] == numbers_printed(path.read_text(encoding="utf-8"))
    assert (len(own), reading.units["chapter"]) == (articles, chapters)
    assert "article-out-of-order" not in codes(reading)
    assert reading.unplaced == ()
    assert unaccounted(reading) == 0
    assert reading.words_in == len(page_words(path))
    assert reading.title.startswith("ЗАКОН о ")
