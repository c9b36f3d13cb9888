"""An act applied to a law: what each operation does, in which order numbers hold, and what is refused and why."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.amend.laws import AL, AL_LAW, EU, EU_ACT, EU_LAW, RS, RS_LAW, after, at, printed, read, refused
from tests.importers import trees
from tomas_desktop.amend.consolidate import consolidate
from tomas_desktop.jurisdiction.numbering import number_in
from tomas_desktop.model.canonical import canonical_text, lines
from tomas_desktop.model.clause import Clause, Operation, Position, Step
from tomas_desktop.model.provision import find, walk
from tomas_desktop.services import messages

LINES = [line.text for line in lines(RS_LAW)]


def changed(*clauses: Clause) -> dict[str, str]:
    """The lines of the Serbian law that are not what they were, old to new, where none comes or goes."""
    return {old: new for old, new in zip(LINES, after(RS_LAW, *clauses), strict=True) if old != new}


# words


def test_words_are_changed_in_the_one_place_where_they_stand() -> None:
    replaced = Clause("replace_words", at("article 1", "paragraph 3"), old="ključ", new="ključeve")
    assert changed(replaced) == {"(3) Čuvar nosi ključ od vrta.": "(3) Čuvar nosi ključeve od vrta."}
    inserted = Clause("insert_words", at("article 2", "paragraph 2"), anchor="Deca", new="i starci")
    assert changed(inserted) == {"Deca ulaze bez pratnje.": "Deca i starci ulaze bez pratnje."}
    deleted = Clause("delete_words", at("article 2", "paragraph 3"), old="ne")
    assert changed(deleted) == {"Psi ne ulaze.": "Psi ulaze."}
    ended = Clause("punctuation", at("article 3"), old=".", new=",", position="end", append="i opomenom.")
    assert changed(ended) == {
        "kazniće se kaznom do 3 dinara.": "kazniće se kaznom do 3 dinara, i opomenom.",
    }


def test_the_whole_article_is_the_scope_and_each_text_by_itself() -> None:
    in_point = Clause("replace_words", at("article 1"), old="noću", new="uvek")
    assert changed(in_point) == {"2) noću.": "2) uvek."}
    assert refused(RS_LAW, Clause("delete_words", at("article 1"), old="vrt: danju"))[0] == "words-nearly-found"


def test_an_anchor_tells_which_of_several_is_meant() -> None:
    target = at("article 1", "paragraph 1")
    assert refused(RS_LAW, Clause("replace_words", target, old="Vrt", new="Park")) == (
        "words-several",
        {"words": "Vrt", "count": "3", "where": "art_1__para_1"},
    )
    assert changed(Clause("replace_words", target, old="Vrt", new="Park", anchor="ograđen")) == {
        LINES[4]: "(1) Vrt je ograđen. Park je zelen. Vrt je otvoren."
    }


def test_a_sentence_or_the_words_before_a_list_alone() -> None:
    third = Clause("replace_words", at("article 1", "paragraph 1", "sentence #3"), old="Vrt", new="Park")
    assert changed(third) == {LINES[4]: "(1) Vrt je ograđen. Vrt je zelen. Park je otvoren."}
    intro = Clause("insert_words", at("article 3", "intro"), new="ili cveće", anchor="travu")
    assert changed(intro) == {"Ko gazi travu:": "Ko gazi travu ili cveće:"}


def test_words_that_are_drawn_otherwise_are_found() -> None:
    clause = Clause("replace_words", at("article 3"), old="do\xa03  dinara", new="do 5 dinara")
    assert changed(clause) == {"kazniće se kaznom do 3 dinara.": "kazniće se kaznom do 5 dinara."}


def test_words_that_the_act_itself_put_in_are_not_those_that_it_cites() -> None:
    target = at("article 2", "paragraph 2")
    clauses = [
        Clause("replace_words", target, old="Deca", new="Bez pratnje i deca"),
        Clause("replace_words", target, old="pratnje", new="čuvara"),
    ]
    assert list(changed(*clauses).values()) == ["Bez pratnje i deca ulaze bez čuvara."]


def test_words_in_several_units_change_in_each_or_in_none() -> None:
    both = Clause("insert_words", at("article 2", "paragraph 2 3"), anchor="ulaze", new="danju")
    assert list(changed(both).values()) == ["Deca ulaze danju bez pratnje.", "Psi ne ulaze danju."]
    assert refused(RS_LAW, Clause("delete_words", at("article 2", "paragraph 2 3"), old="Deca"))[0] == "words-not-found"


def test_everywhere() -> None:
    result = consolidate(RS_LAW, [Clause("replace_words", old="ključ", new="bravu", everywhere=True)], RS)
    assert set(result.causes) == {"art_1__para_3"}  # another form of the word is another word
    everywhere = Clause("replace_words", old="vrt", new="park", everywhere=True)
    assert changed(everywhere) == {"(2) Čuvar čuva vrt:": "(2) Čuvar čuva park:"}
    assert refused(RS_LAW, Clause("replace_words", old="bašta", new="vrt", everywhere=True))[0] == "words-not-found"


# units


def test_a_unit_gets_another_wording() -> None:
    clause = Clause("replace_unit", at("article 1", "paragraph 2"), content=("(2) Čuvar spava:", "1) sedeći."))
    lines_ = after(RS_LAW, clause)
    assert lines_ == [*LINES[:5], "(2) Čuvar spava:", "1) sedeći.", *LINES[8:]]


def test_several_units_get_another_wording_at_once() -> None:
    clause = Clause("replace_unit", at("article 1", "paragraph 3 4"), content=("(3) Treći.", "(4) Četvrti."))
    assert after(RS_LAW, clause)[8:10] == ["(3) Treći.", "(4) Četvrti."]
    counted = Clause("replace_unit", at("article 2", "paragraph #1 #2"), content=("Prvi.", "Drugi."))
    assert after(RS_LAW, counted)[12:15] == ["Prvi.", "Drugi.", "Psi ne ulaze."]
    short = Clause("replace_unit", at("article 1", "paragraph 3 4"), content=("(3) Treći.",))
    assert refused(RS_LAW, short)[0] == "quoted-units-missing"


@pytest.mark.parametrize(
    ("content", "with_heading", "heading", "num"),
    [
        (("Član 2.", "Novi tekst."), False, "Ulaz", "Član 2."),
        (("Novi tekst.",), False, "Ulaz", "Član 2."),
        (("Kapija", "Član 2.", "Novi tekst."), True, "Kapija", "Član 2."),
        (("Član 2.", "Novi tekst."), True, "", "Član 2."),
        (("Kapija", "Član 2.", "Novi tekst."), False, "Kapija", "Član 2."),  # the clause shows it all the same
    ],
)
def test_an_article_gets_another_wording(content: tuple[str, ...], with_heading: bool, heading: str, num: str) -> None:
    clause = Clause("replace_unit", at("article 2"), content=content, with_heading=with_heading)
    article = find(consolidate(RS_LAW, [clause], RS).nodes, "art_2")
    assert article is not None
    assert (article.num, article.heading, [child.text for child in article.children]) == (num, heading, ["Novi tekst."])


def test_several_articles_get_another_wording_and_keep_their_headings() -> None:
    clause = Clause("replace_unit", at("article 2 3"), content=("Član 2.", "Dva.", "Član 3.", "Tri."))
    assert after(RS_LAW, clause)[10:] == [
        "Ulaz", "Član 2.", "Dva.", "Glava druga", "KAZNE", "Gaženje trave", "Član 3.", "Tri.", *LINES[-2:],
    ]  # fmt: skip


def test_headings_below_are_part_of_the_article() -> None:
    clause = Clause("replace_unit", at("article 2"), content=("Article 2", "Gate", "The gate is shut."))
    article = find(consolidate(EU_LAW, [clause], EU).nodes, "art_2")
    assert article is not None
    assert (article.heading, [child.text for child in article.children]) == ("Gate", ["The gate is shut."])


def test_new_units_come_in_beside_others_or_at_the_ends() -> None:
    after_2 = Clause(
        "insert_unit", at("article 1", "paragraph 2"), unit="paragraph", new_numbers=("3",), content=("(3) Novi.",)
    )
    assert after(RS_LAW, after_2)[8:10] == ["(3) Novi.", "(3) Čuvar nosi ključ od vrta."]
    before = Clause("insert_unit", at("article 1", "point 1)"), position="before", unit="point", content=("0) zorom;",))
    assert after(RS_LAW, before)[6:8] == ["0) zorom;", "1) danju;"]
    at_end = Clause("insert_unit", at("article 3"), position="end", unit="point", content=("3) kolima,",))
    assert after(RS_LAW, at_end)[21:24] == ["2) točkom,", "3) kolima,", "kazniće se kaznom do 3 dinara."]
    at_start = Clause("insert_unit", at("article 2"), position="start", unit="paragraph", content=("Vrt ima ulaz.",))
    assert after(RS_LAW, at_start)[12:14] == ["Vrt ima ulaz.", "Ulaz je slobodan."]


def test_new_articles_stand_beside_the_one_that_is_named() -> None:
    first = Clause("insert_unit", at("article 2"), unit="article", new_numbers=("2a",), content=("Član 2a", "Novi."))
    second = Clause(
        "insert_unit", at("article 2a"), unit="article", new_numbers=("2b",), with_heading=True,
        content=("Kapija", "Član 2b", "Još jedan.", "I stav."),
    )  # fmt: skip
    result = consolidate(RS_LAW, [first, second], RS)
    assert printed(result)[15:21] == ["Član 2a", "Novi.", "Kapija", "Član 2b", "Još jedan.", "I stav."]
    assert [node.eid for node in result.nodes[0].children] == ["art_1", "art_2", "art_2a", "art_2b"]
    assert find(result.nodes, "art_2b__para_2") is not None


def test_two_articles_after_the_same_one_stand_as_the_act_has_them() -> None:
    clauses = [
        Clause("insert_unit", at("article 2"), unit="article", content=(f"Član 2{letter}", "Novi.")) for letter in "ab"
    ]
    nodes = consolidate(RS_LAW, clauses, RS).nodes
    assert [node.eid for node in nodes[0].children] == ["art_1", "art_2", "art_2a", "art_2b"]


def test_a_new_chapter_comes_in_with_its_articles() -> None:
    clause = Clause(
        "insert_unit", at("article 2"), unit="chapter", new_numbers=("prva a",),
        content=("Glava treća", "ČUVANJE", "Noć", "Član 2a", "Noću se čuva.", "Član 2b", "Danju ne."),
    )  # fmt: skip
    result = consolidate(RS_LAW, [clause], RS)
    assert result.failed == ()
    assert [(node.num, node.heading) for node in result.nodes] == [
        ("Glava prva", "OPŠTE ODREDBE"), ("Glava treća", "ČUVANJE"), ("Glava druga", "KAZNE"),
    ]  # fmt: skip
    assert [node.eid for node in result.nodes[1].walk()] == [
        "chp_3", "art_2a", "art_2a__para_1", "art_2b", "art_2b__para_1",
    ]  # fmt: skip
    assert result.nodes[1].children[0].heading == "Noć"
    assert result.nodes[0] is RS_LAW[0]


def test_divisions_are_named_anew_where_one_comes_in() -> None:
    law = read("I. VRT\nČlan 1\nVrt.\nO CVEĆU\nRuže\nČlan 2\nRuža.\nO TRAVI\nGaženje\nČlan 3\nTrava.", RS)
    clause = Clause(
        "insert_unit", at("article 1"), unit="chapter", content=("O STAZAMA", "Hodanje", "Član 1a", "Staza.")
    )
    result = consolidate(law, [clause], RS)
    fresh = read(canonical_text(result.nodes).replace("\n\n", "\n"), RS)
    assert [node.eid for node in walk(result.nodes)] == [node.eid for node in walk(fresh)]
    (eid,) = (eid for eid in result.causes if "art" not in eid)
    new = find(result.nodes, eid)
    assert new is not None
    assert new.heading == "O STAZAMA"


def test_recitals_and_annexes() -> None:
    clauses = [
        Clause("replace_unit", at("recital 2"), content=("(2) Dogs dig deep.",)),
        Clause("insert_unit", at("recital 2"), unit="recital", new_numbers=("2a",), content=("(2a) Cats sleep.",)),
        Clause("replace_words", at("annex I", "point (a)"), old="red", new="blue"),
        Clause("insert_unit", at("annex I", "point 2"), unit="point", content=("3. Lily",)),
        Clause("replace_unit", at("annex II"), content=("ANNEX II", "PERMIT", "Other form.")),
        Clause("insert_unit", at("annex II"), unit="annex", content=("ANNEX III", "TREES", "1. Oak")),
    ]
    result = consolidate(EU_ACT, clauses, EU)
    assert result.failed == ()
    assert [line for line in printed(result) if line not in [each.text for each in lines(EU_ACT)]] == [
        "(2) Dogs dig deep.", "(2a) Cats sleep.", "(a) blue;", "3. Lily", "PERMIT", "Other form.",
        "TREES", "ANNEX III", "1. Oak",
    ]  # fmt: skip
    assert list(result.causes) == [
        "rec_2", "rec_2a", "anx_I__para_2__point_a", "anx_I__para_3", "anx_II", "anx_II__para_1", "anx_III",
        "anx_III__para_1",
    ]  # fmt: skip
    assert consolidate(EU_ACT, [Clause("delete_unit", at("annex II"))], EU).nodes == EU_ACT[:-1]


def test_an_article_comes_in_at_the_end_of_the_law() -> None:
    clause = Clause("insert_unit", unit="article", position="end", content=("Article 2", "Gate", "The gate is open."))
    nodes = consolidate(EU_ACT, [clause], EU).nodes
    assert [node.eid for node in nodes] == ["preface", "preamble", "art_1", "art_2", "anx_I", "anx_II"]


def test_units_go_with_all_that_is_in_them() -> None:
    assert after(RS_LAW, Clause("delete_unit", at("article 1", "paragraph 2"))) == [*LINES[:5], *LINES[8:]]
    assert after(RS_LAW, Clause("delete_unit", at("article 2"))) == [*LINES[:10], *LINES[15:]]
    assert after(RS_LAW, Clause("delete_unit", at("chapter 1"))) == LINES[15:]
    assert after(RS_LAW, Clause("delete_unit", at("article 1", "paragraph 1 4"))) == [
        *LINES[:4],
        *LINES[5:9],
        *LINES[10:],
    ]


def test_sentences_come_go_and_change() -> None:
    second = at("article 1", "paragraph 1", "sentence #2")
    text = "(1) Vrt je ograđen. Vrt je zelen. Vrt je otvoren."
    assert changed(Clause("delete_unit", second)) == {text: "(1) Vrt je ograđen. Vrt je otvoren."}
    last = Clause("delete_unit", at("article 1", "paragraph 1", "sentence #2 #3"))
    assert changed(last) == {text: "(1) Vrt je ograđen."}
    put_in = Clause("insert_unit", second, unit="sentence", content=("Ima i cveća.",))
    assert changed(put_in) == {text: "(1) Vrt je ograđen. Vrt je zelen. Ima i cveća. Vrt je otvoren."}
    new = Clause("replace_unit", second, content=("Vrt je žut.",))
    assert changed(new) == {text: "(1) Vrt je ograđen. Vrt je žut. Vrt je otvoren."}
    at_end = Clause("insert_unit", at("article 2", "paragraph 1"), position="end", unit="sentence", content=("Uvek.",))
    assert changed(at_end) == {"Ulaz je slobodan.": "Ulaz je slobodan. Uvek."}


def test_sentences_are_counted_as_they_stood() -> None:
    paragraph = "paragraph 1"
    clauses = [
        Clause("insert_unit", at("article 1", paragraph, "sentence #1"), unit="sentence", content=("Nova.",)),
        Clause("delete_unit", at("article 1", paragraph, "sentence #2")),
        Clause("replace_words", at("article 1", paragraph, "sentence #3"), old="Vrt", new="Park"),
    ]
    assert list(changed(*clauses).values()) == ["(1) Vrt je ograđen. Nova. Park je otvoren."]


def test_the_words_before_a_list_get_another_wording() -> None:
    clause = Clause("replace_unit", at("article 1", "paragraph 2", "intro"), content=("Čuvar radi:",))
    assert changed(clause) == {"(2) Čuvar čuva vrt:": "(2) Čuvar radi:"}


def test_the_first_subparagraph_gets_another_wording() -> None:
    target = at("article 1", "paragraph 1", "subparagraph #1")
    clause = Clause("replace_unit", target, content=("1. The garden is:", "(a) big."))
    lines_ = after(EU_LAW, clause, grammar=EU)
    assert lines_[2:6] == ["1. The garden is:", "(a) big.", "The guard waters it.", "Children help."]
    new = Clause("insert_unit", target, unit="subparagraph", content=("It has a gate.",))
    assert after(EU_LAW, new, grammar=EU)[5:7] == ["It has a gate.", "The guard waters it."]


def test_headings() -> None:
    assert changed(Clause("replace_heading", at("article 2"), new="Kapija")) == {"Ulaz": "Kapija"}
    words = Clause("replace_heading", at("article 3"), old="trave", new="cveća")
    assert changed(words) == {"Gaženje trave": "Gaženje cveća"}
    assert changed(Clause("replace_heading", at("chapter 2"), new="KAZNENE ODREDBE")) == {"KAZNE": "KAZNENE ODREDBE"}
    assert "Ulaz" not in after(RS_LAW, Clause("replace_heading", at("article 2"), new=""))
    gone = Clause("replace_heading", at("article 3"), old="psi", new="mačke")
    assert refused(RS_LAW, gone)[0] == "words-nearly-found"


# numbers


def test_numbers_are_those_of_the_law_in_force_until_the_act_renumbers() -> None:
    clauses = [
        Clause("delete_unit", at("article 1", "paragraph 2")),
        Clause("replace_words", at("article 1", "paragraph 3"), old="nosi", new="drži"),
        Clause("renumber", at("article 1", "paragraph 3 4"), new_numbers=("2", "3")),
        Clause("replace_words", at("article 1", "paragraph 3"), old="drugom", new="deci"),
    ]
    assert after(RS_LAW, *clauses)[5:7] == ["(2) Čuvar drži ključ od vrta.", "(3) Ključ se ne daje deci."]


def test_a_number_that_an_old_and_a_new_unit_have_means_the_old_one() -> None:
    clauses = [
        Clause(
            "insert_unit", at("article 1", "paragraph 2"), unit="paragraph", new_numbers=("3",), content=("(3) Novi.",)
        ),
        Clause("replace_words", at("article 1", "paragraph 3"), old="nosi", new="drži"),
        Clause("renumber", at("article 1", "paragraph 3"), new_numbers=("4",)),
        Clause("renumber", at("article 1", "paragraph 4"), new_numbers=("5",)),
        Clause("replace_words", at("article 1", "paragraph 3"), old="Novi", new="Noviji"),
    ]
    assert after(RS_LAW, *clauses)[8:11] == [
        "(3) Noviji.", "(4) Čuvar drži ključ od vrta.", "(5) Ključ se ne daje drugom.",
    ]  # fmt: skip


def test_units_without_printed_numbers_are_renumbered_in_name_only() -> None:
    clauses = [
        Clause("delete_unit", at("article 2", "paragraph #1")),
        Clause("renumber", at("article 2", "paragraph #2 #3"), new_numbers=("1", "2")),
        Clause("replace_words", at("article 2", "paragraph #2"), old="Psi", new="Mačke"),
    ]
    assert after(RS_LAW, *clauses)[12:14] == ["Deca ulaze bez pratnje.", "Mačke ne ulaze."]


def test_letters_in_the_manner_of_the_country() -> None:
    clauses = [
        Clause(
            "insert_unit", at("article 1", "point b"), unit="point", new_numbers=("c",), content=("c) në pranverë;",)
        ),
        Clause("renumber", at("article 1", "point c)"), new_numbers=("ç",)),
    ]
    assert after(AL_LAW, *clauses, grammar=AL)[5:8] == ["b) natën;", "c) në pranverë;", "ç) në dimër."]


def test_the_number_of_a_deleted_article_is_free() -> None:
    clauses = [
        Clause("delete_unit", at("article 2")),
        Clause("insert_unit", at("article 1"), unit="article", new_numbers=("2",), content=("Član 2.", "Novi ulaz.")),
        Clause("replace_words", at("article 2"), old="Novi", new="Drugi"),
    ]
    assert after(RS_LAW, *clauses)[10:12] == ["Član 2.", "Drugi ulaz."]


# what is refused


@pytest.mark.parametrize(
    ("clause", "reason"),
    [
        (Clause("delete_unit", at("article 7")), "cited-article-missing"),
        (Clause("delete_unit", at("article 1", "paragraph 7")), "cited-unit-missing"),
        (Clause("replace_words", at("article 1", "paragraph 3"), old="nosi kljuc", new="x"), "words-nearly-found"),
        (Clause("punctuation", at("article 2"), old=";", new=".", position="end"), "words-not-at-end"),
        (Clause("replace_unit", at("article 2"), content=()), "quoted-unit-unread"),
        (Clause("replace_unit", at("article 2"), content=("A", "B", "Član 2.", "C")), "quoted-unit-unread"),
        (Clause("insert_unit", at("article 2"), unit="chapter", content=("Psi ne ulaze;",)), "quoted-unit-unread"),
        (Clause("renumber", at("article 1", "paragraph 3 4"), new_numbers=("5",)), "renumbered-unlike"),
        (Clause("renumber", at("article 1"), new_numbers=("2",)), "number-taken"),
        (Clause("insert_unit", at("article 1"), unit="article", content=("Član 2.", "Dva.")), "number-taken"),
        (Clause("delete_words", old="vrt"), "cited-nothing"),
    ],
)
def test_what_does_not_fit_changes_nothing_and_says_why(clause: Clause, reason: str) -> None:
    code, values = refused(RS_LAW, clause)
    assert code == reason
    sentence = messages.sentence(code, values)
    assert "{" not in sentence
    assert code not in sentence


def test_what_this_act_deleted_is_no_more() -> None:
    clauses = [
        Clause("delete_unit", at("article 1", "paragraph 2")),
        Clause("delete_words", at("article 1", "paragraph 2"), old="noću"),
        Clause("delete_unit", at("article 1", "paragraph 2", "point 1)")),
    ]
    result = consolidate(RS_LAW, clauses, RS)
    assert result.applied == (clauses[0],)
    assert [failure.reason for failure in result.failed] == ["cited-unit-deleted", "cited-unit-deleted"]


def test_the_nearest_words_are_told_with_their_place() -> None:
    clause = Clause("replace_words", at("article 1"), old="nosi kljuc od vrta", new="x")
    assert refused(RS_LAW, clause) == (
        "words-nearly-found",
        {"words": "nosi kljuc od vrta", "nearest": "nosi ključ od vrta", "where": "art_1__para_3"},
    )


# what stays


def test_what_no_clause_touches_is_the_same_object() -> None:
    nodes = consolidate(RS_LAW, [Clause("delete_words", at("article 2", "paragraph 3"), old="ne")], RS).nodes
    assert nodes[1] is RS_LAW[1]
    assert nodes[0].children[0] is RS_LAW[0].children[0]
    assert consolidate(RS_LAW, [], RS).nodes == RS_LAW


def test_every_change_is_put_down_to_its_clause() -> None:
    clauses = [
        Clause("delete_unit", at("article 1", "paragraph 2")),
        Clause("renumber", at("article 1", "paragraph 3"), new_numbers=("2",)),
        Clause("replace_words", at("article 2", "paragraph 3"), old="Psi", new="Mačke"),
        Clause("replace_heading", at("article 3"), new="Trava"),
        Clause("insert_unit", at("article 3"), unit="article", content=("Član 3a", "Novi.", "Drugi:", "1) treći.")),
    ]
    causes = consolidate(RS_LAW, clauses, RS).causes
    assert {eid: clauses.index(clause) for eid, clause in causes.items()} == {
        "art_1__para_2": 1,
        "art_2__para_3": 2,
        "art_3": 3,
        "art_3a": 4,
        "art_3a__para_1": 4,
        "art_3a__para_2": 4,
        "art_3a__para_2__point_1": 4,
    }


@given(trees.SEEDS)
def test_restating_every_article_changes_nothing(seed: int) -> None:
    law = trees.rs_law(seed)
    own = [node for top in law if top.unit != "leftover" for node in walk((top,)) if node.unit == "article"]
    clauses = [
        Clause(
            "replace_unit", at(f"article {number_in(node.num)[1]}"), with_heading=True,
            content=tuple(line.text for line in lines((node,))),
        )
        for node in own
    ]  # fmt: skip
    result = consolidate(law, clauses, RS)
    assert result.failed == ()
    assert canonical_text(result.nodes) == canonical_text(law)
    assert result.nodes == law


_UNITS = (
    "article",
    "paragraph",
    "subparagraph",
    "point",
    "subpoint",
    "indent",
    "sentence",
    "intro",
    "chapter",
    "wrapup",
)
_NUMBERS = ("1", "2", "3", "1a", "4", "1)", "(2)", "b", "II", "x", "")
_WORDS = ("vrt", "Vrt", "Čuvar", "ne", ".", ",", "nema", "", "Vrt je zelen.", "travu:")
_LINES = (
    "(1) Prvi.",
    "1) prva;",
    "Član 2.",
    "Član 1a",
    "Naslov",
    "Treći.",
    "Glava treća",
    "– crta",
    ":",
    "== table ==",
)
_STEPS = st.builds(
    Step, st.sampled_from(_UNITS), st.lists(st.sampled_from(_NUMBERS), max_size=2).map(tuple), st.booleans()
)
_CLAUSES = st.builds(
    Clause,
    operation=st.sampled_from(get_args(Operation)),
    target=st.lists(_STEPS, max_size=3).map(
        lambda steps: (*at("article 1"), *steps) if len(steps) % 2 else tuple(steps)
    ),
    old=st.sampled_from(_WORDS),
    new=st.sampled_from(_WORDS),
    anchor=st.sampled_from(_WORDS),
    position=st.sampled_from(get_args(Position)),
    content=st.lists(st.sampled_from(_LINES), max_size=4).map(tuple),
    unit=st.sampled_from(("", *_UNITS)),
    new_numbers=st.lists(st.sampled_from(_NUMBERS), max_size=2).map(tuple),
    append=st.sampled_from(_WORDS),
    everywhere=st.booleans(),
    with_heading=st.booleans(),
)


@given(st.lists(_CLAUSES, max_size=4))
def test_whatever_an_act_says_is_done_or_refused(clauses: list[Clause]) -> None:
    result = consolidate(RS_LAW, clauses, RS)
    assert len(result.applied) + len(result.failed) == len(clauses)
    assert consolidate(RS_LAW, result.applied, RS).nodes == result.nodes  # a refused clause left no trace
    eids = [node.eid for node in walk(result.nodes)]
    assert set(result.causes) <= set(eids)
    assert "" not in eids
