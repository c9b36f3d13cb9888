"""Whole acts: clauses put into amending articles, and acts read back, whatever the text that they quote."""

from __future__ import annotations

from tests.amend.laws import EU, RS
from tomas_desktop.amend import act_reading, amending_act
from tomas_desktop.jurisdiction import act_frame, pack
from tomas_desktop.model.clause import Clause, Step

SQ = pack.load("al", "sq")
LAW = act_frame.named("Zakon o igrama", RS)
WORDS = Clause("replace_words", (Step("article", ("3",)), Step("paragraph", ("2",))), old="mrak", new="sumrak")
OTHER = Clause("delete_words", (Step("article", ("3",)), Step("paragraph", ("4",))), old="uvek")
FRESH = Clause(
    "insert_unit",
    (Step("article", ("3",)),),
    content=("Član 3a", "Igra se i zimi.", "Član 2. ne važi."),
    unit="article",
    new_numbers=("3a",),
)
LATER = Clause("delete_unit", (Step("article", ("9",)),))


def _act(*clauses: Clause) -> amending_act.Act:
    return amending_act.compose(clauses, LAW, "„Službeni glasnik RS”, broj 1/90", RS)


def test_each_amended_article_has_one_amending_article_and_a_new_one_its_own():
    act = _act(WORDS, OTHER, FRESH, LATER)
    assert [article.num for article in act.articles] == ["Član 1.", "Član 2.", "Član 3.", "Član 4."]
    assert [len(article.clauses) for article in act.articles] == [2, 1, 1, 0]
    assert (
        act.articles[0].lines[0].startswith("U Zakonu o igrama („Službeni glasnik RS”, broj 1/90), u članu 3. stav 2.")
    )
    assert act.articles[-1].lines[0].startswith("Ovaj zakon stupa na snagu")


def test_the_act_says_that_its_law_was_not_checked_until_a_person_did():
    assert "NIJE PROVERENO" in _act(WORDS).text
    checked = amending_act.compose((WORDS,), LAW, "", RS, is_checked=True)
    assert checked.remarks == ()
    assert checked.text.startswith("ZAKON\nO IZMENI ZAKONA O IGRAMA\n")


def test_an_act_reads_back_as_its_clauses_with_quoted_articles_inside():
    act = _act(WORDS, OTHER, FRESH, LATER)
    read = act_reading.read([line for line in act.text.splitlines() if line], RS)
    assert [(c.operation, c.article, c.old, c.new) for c in read.clauses] == [
        (c.operation, c.article, c.old, c.new) for c in act.clauses
    ]
    assert read.clauses[2].content == FRESH.content
    assert read.unread == ()
    assert len(read.own) == 1


def test_changes_of_a_union_act_are_the_points_of_one_article():
    words = Clause("delete_words", (Step("article", ("3",)), Step("paragraph", ("2",))), old="always")
    unit = Clause(
        "replace_unit", (Step("article", ("4",)), Step("paragraph", ("1",))), content=("1. Games end.", "All.")
    )
    act = amending_act.compose((words, unit), act_frame.named("Regulation (EU) 2099/1", EU), "", EU)
    assert act.articles[0].lines == (
        "Regulation (EU) 2099/1 is amended as follows:",
        "(1) in Article 3(2), the word ‘always’ is deleted;",
        "(2) in Article 4, paragraph 1 is replaced by the following:",
        "‘1. Games end.",
        "All.’.",
    )
    read = act_reading.read([line for line in act.text.splitlines() if line], EU)
    assert [clause.operation for clause in read.clauses] == ["delete_words", "replace_unit"]
    assert read.clauses[1].content == unit.content


def test_the_opening_sentence_of_an_albanian_act_stands_before_its_articles():
    act = amending_act.compose((LATER,), act_frame.named("LIGJ Nr. 1/2090 KODI I LOJËRAVE", SQ), "", SQ)
    assert act.before[-1].startswith("Në ligjin nr. 1/2090")
    read = act_reading.read([line for line in act.text.splitlines() if line], SQ)
    assert [(clause.operation, clause.article) for clause in read.clauses] == [("delete_unit", "9")]


def test_a_number_inside_a_quotation_without_marks_is_no_article_of_the_act():
    lines = [
        "Član 1.",
        "Posle člana 2. dodaje se član 2a, koji glasi:",
        "„Član 2a",
        "Igra počinje.”.",
        "Član 2.",
        "Član 5. briše se.",
    ]
    assert [len(body) for body in act_reading.bodies(lines, RS)] == [3, 1]


def test_a_mark_that_is_never_closed_inside_a_quotation_swallows_no_article():
    lines = [
        "Član 1.",
        "U članu 2. stav 1. menja se i glasi:",
        "„Kapija se zove „velika” i „mala, i otvara se.”.",
        "Član 2.",
        "U članu 3. stav 2. briše se.",
        "Član 3.",
        "Ovaj zakon stupa na snagu osmog dana.",
    ]
    read = act_reading.read(lines, RS)
    assert [(clause.operation, clause.article) for clause in read.clauses] == [
        ("replace_unit", "2"),
        ("delete_unit", "3"),
    ]
    assert (read.unread, len(read.own)) == ((), 1)
