"""From two texts of a law to the clauses that a drafter would write (drafting.md 2.5), and the law of all of them:
applied to the old text they give the new one, byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given

from tests.amend.laws import AL, EU, MK, RS, read
from tests.amend.realistic_edits import edited
from tests.amend.wild_edits import wild
from tests.importers import trees
from tomas_desktop.amend.consolidate import consolidate
from tomas_desktop.amend.derive import Derivation, Size, derive
from tomas_desktop.importers import base
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.jurisdiction.numbering import with_eids
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.clause import Clause, Step
from tomas_desktop.model.provision import DIVISIONS, Note, Provision, rewrite

GARDEN = """
Glava prva
OPŠTE ODREDBE
Vrt
Član 1.
(1) Vrt je ograđen zidom visokim 3 metra.
(2) Čuvar čuva vrt danju, a pas čuva vrt noću.
(3) Ključ od vrta nosi samo čuvar.
(4) Ključ se ne daje drugom.
Ulaz
Član 2.
U vrt ne ulazi:
1) pas bez gospodara;
2) dete bez pratnje;
3) ko nosi loptu.
Deca ulaze na malu kapiju.
Glava druga
KAZNE
Kazna
Član 3.
Ko gazi travu plaća 500 dinara. Ko bere cveće vraća ga.
"""


def own(nodes: Sequence[Provision]) -> tuple[Provision, ...]:
    """The law's own articles and divisions."""
    return tuple(node for node in nodes if node.unit == "article" or node.unit in DIVISIONS)


def derived(old: str, new: str, pack: Pack = RS, **sizes: Size) -> tuple[Clause, ...]:
    """The clauses from one text to another; applied they give the other."""
    before, after = read(old, pack), read(new, pack)
    made = derive(before, after, pack, sizes)
    assert not made.unexpressed
    assert canonical_text(consolidate(before, made.clauses, pack).nodes) == canonical_text(after)
    return made.clauses


def change(*pairs: tuple[str, str], old: str = GARDEN, pack: Pack = RS, **sizes: Size) -> tuple[Clause, ...]:
    """The clauses for a text in which these words became those."""
    new = old
    for before, after in pairs:
        assert before in new
        new = new.replace(before, after, 1)
    return derived(old, new, pack, **sizes)


def art(number: str, *more: Step) -> tuple[Step, ...]:
    return (Step("article", (number,)), *more)


def para(*numbers: str) -> Step:
    return Step("paragraph", numbers)


def nth(unit: str, *numbers: str) -> Step:
    return Step(unit, numbers, counted=True)


# words


def test_words_become_other_words() -> None:
    assert change(("nosi samo čuvar", "nosi samo vrtlar")) == (
        Clause("replace_words", art("1", para("3")), old="čuvar", new="vrtlar"),
    )


def test_words_that_stand_twice_are_quoted_with_a_word_beside_them() -> None:
    (clause,) = change(("čuva vrt noću", "čuva baštu noću"))
    assert (clause.old, clause.new) == ("vrt noću", "baštu noću")


def test_words_come_after_others_and_a_mark_with_them() -> None:
    assert change(("zidom visokim", "zidom, ogradom i rovom, visokim")) == (
        Clause("insert_words", art("1", para("1")), new=", ogradom i rovom,", anchor="zidom"),
    )


def test_words_at_the_beginning_come_before_the_first_ones() -> None:
    assert change(("1) pas bez", "1) besni pas bez")) == (
        Clause("insert_words", art("2", nth("paragraph", "1"), Step("point", ("1)",))), new="besni", anchor="pas",
               position="before"),
    )  # fmt: skip


def test_words_go() -> None:
    assert change(("nosi samo čuvar", "nosi čuvar")) == (Clause("delete_words", art("1", para("3")), old="samo"),)


def test_words_at_the_end_push_the_full_stop_away() -> None:
    assert change(("drugom.", "drugom, osim vlasniku vrta.")) == (
        Clause("punctuation", art("1", para("4")), old=".", new=",", position="end", append="osim vlasniku vrta."),
    )


def test_a_list_that_goes_on() -> None:
    new = [("3) ko nosi loptu.", "3) ko nosi loptu;\n4) ko nosi praćku.")]
    point = art("2", nth("paragraph", "1"), Step("point", ("3)",)))
    assert change(*new) == (
        Clause("punctuation", point, old=".", new=";", position="end"),
        Clause("insert_unit", point, unit="point", new_numbers=("4)",), content=("4) ko nosi praćku.",)),
    )


def test_a_number_is_called_a_number() -> None:
    (clause,) = change(("500", "800"))
    assert (clause.old, clause.new, clause.noun) == ("500", "800", "number")


def test_a_conjunction_becomes_a_mark_named_in_words() -> None:
    old = "Član 1.\nČuvar čuva vrt i baštu i voćnjak i livadu danju."
    assert change(("baštu i voćnjak", "baštu, voćnjak"), old=old) == (
        Clause("punctuation", art("1"), old="i", new=",", anchor="baštu"),
    )


def test_a_sentence_comes_in_and_another_goes() -> None:
    assert change(("vraća ga.", "vraća ga. Ko ga vrati ne plaća.")) == (
        Clause("insert_unit", art("3"), position="end", unit="sentence", content=("Ko ga vrati ne plaća.",)),
    )
    assert change(("Ko gazi travu plaća 500 dinara. ", "")) == (
        Clause("delete_unit", art("3", nth("paragraph", "1"), nth("sentence", "1"))),
    )


def test_words_with_quotation_marks_in_them_are_not_quoted() -> None:
    (clause,) = change(("samo čuvar", "samo „čuvar”"))
    assert (clause.operation, clause.content) == ("replace_unit", ("(3) Ključ od vrta nosi samo „čuvar”.",))


def test_the_words_before_a_list_are_restated_without_the_list() -> None:
    assert change(("U vrt ne ulazi:", "Na kapiju se ne pušta:")) == (
        Clause("replace_unit", art("2", nth("paragraph", "1"), nth("intro", "1")), content=("Na kapiju se ne pušta:",)),
    )


# units


def test_a_paragraph_of_which_little_stayed_is_restated() -> None:
    assert change(("Čuvar čuva vrt danju, a pas čuva vrt noću.", "Vrt se danju i noću zaključava.")) == (
        Clause("replace_unit", art("1", para("2")), content=("(2) Vrt se danju i noću zaključava.",)),
    )


def test_two_paragraphs_side_by_side_are_restated_in_one_sentence() -> None:
    (clause,) = change(
        ("Ključ od vrta nosi samo čuvar.", "Brava je nova."), ("Ključ se ne daje drugom.", "Zid je star.")
    )
    assert clause == Clause(
        "replace_unit", art("1", para("3", "4")), content=("(3) Brava je nova.", "(4) Zid je star.")
    )


def test_an_article_mostly_rewritten_is_restated() -> None:
    (clause,) = change(
        ("Ključ od vrta nosi samo čuvar.", "Brava je nova."),
        ("Ključ se ne daje drugom.", "Zid je star."),
        ("Čuvar čuva vrt danju, a pas čuva vrt noću.", "Trava se ne gazi."),
    )
    assert (clause.operation, clause.target, clause.content[:2]) == (
        "replace_unit", art("1"), ("Član 1.", "(1) Vrt je ograđen zidom visokim 3 metra."),
    )  # fmt: skip


def test_new_paragraphs_come_in_one_sentence_and_those_after_them_are_renumbered_at_the_end() -> None:
    new = "(3) Pas laje.\n(4) Mačka spava.\n(5) Ključ"
    assert change(("(3) Ključ", new), ("(4) Ključ se", "(6) Ključ se"), ("samo", "jedino")) == (
        Clause("insert_unit", art("1", para("2")), unit="paragraph", new_numbers=("3", "4"),
               content=("(3) Pas laje.", "(4) Mačka spava.")),
        Clause("replace_words", art("1", para("3")), old="samo", new="jedino"),
        Clause("renumber", art("1", para("3", "4")), new_numbers=("5", "6")),
    )  # fmt: skip


def test_a_paragraph_goes_and_those_after_it_move_up() -> None:
    assert change(("(2) Čuvar čuva vrt danju, a pas čuva vrt noću.\n", ""), ("(3) Ključ", "(2) Ključ"),
                  ("(4) Ključ", "(3) Ključ")) == (
        Clause("delete_unit", art("1", para("2"))),
        Clause("renumber", art("1", para("3", "4")), new_numbers=("2", "3")),
    )  # fmt: skip


def test_paragraphs_without_numbers_are_counted_and_the_reader_is_told_what_they_are_now() -> None:
    assert change(("U vrt ne ulazi:", "Vrt ima dve kapije.\nU vrt ne ulazi:")) == (
        Clause("insert_unit", art("2", nth("paragraph", "1")), position="before", unit="paragraph", new_numbers=("1",),
               content=("Vrt ima dve kapije.",)),
        Clause("renumber", art("2", nth("paragraph", "1", "2")), new_numbers=("2", "3")),
    )  # fmt: skip


def test_the_only_paragraph_of_an_article_is_not_named() -> None:
    old = "Član 1.\nU vrt ne ulazi:\n1) pas bez gospodara;\n2) dete bez pratnje."
    assert change(("dete", "mačka"), old=old) == (
        Clause("replace_words", art("1", Step("point", ("2)",))), old="dete", new="mačka"),
    )


# articles, headings, divisions


def test_headings_of_articles_and_divisions() -> None:
    assert change(("Ulaz", "Izlaz"), ("OPŠTE ODREDBE", "O VRTU")) == (
        Clause("replace_heading", (Step("chapter", ("prva",)),), new="O VRTU"),
        Clause("replace_heading", art("2"), new="Izlaz"),
    )


def test_a_new_article_comes_after_its_predecessor() -> None:
    assert change(("Glava druga", "Trava\nČlan 2a\nTrava se kosi.\nGlava druga")) == (
        Clause("insert_unit", art("2"), unit="article", new_numbers=("2a",),
               content=("Trava", "Član 2a", "Trava se kosi."), with_heading=True),
    )  # fmt: skip


def test_a_new_article_before_the_first_one() -> None:
    (clause,) = change(("Vrt\nČlan 1.", "Pas\nČlan 0.\nPas laje.\nVrt\nČlan 1."))
    assert (clause.target, clause.position, clause.new_numbers) == (art("1"), "before", ("0",))


def test_an_article_goes_with_its_heading() -> None:
    gone = GARDEN[GARDEN.index("Ulaz") : GARDEN.index("Glava druga")]
    assert change((gone, "")) == (Clause("delete_unit", art("2")),)


def test_an_article_that_moves_goes_before_it_comes() -> None:
    moved = GARDEN[GARDEN.index("Kazna\n") :]
    new = GARDEN.replace(moved, "Kraj\nČlan 4.\nVrt se zatvara.").replace("Glava druga", f"{moved}Glava druga")
    assert [(each.operation, each.target[-1].number) for each in derived(GARDEN, new)] == [
        ("delete_unit", "3"),
        ("insert_unit", "2"),
        ("insert_unit", "druga"),
    ]


def test_articles_numbered_anew_make_room_for_those_that_come() -> None:
    new = GARDEN.replace("Član 3.", "Član 4.").replace("Glava druga", "Trava\nČlan 3.\nTrava se kosi.\nGlava druga")
    assert [(each.operation, each.target[-1].number, each.new_numbers) for each in derived(GARDEN, new)] == [
        ("renumber", "3", ("4",)),
        ("insert_unit", "2", ("3",)),
    ]


def test_a_new_chapter_comes_with_its_articles() -> None:
    (clause,) = change(("vraća ga.", "vraća ga.\nGlava treća\nKRAJ\nKraj\nČlan 4.\nVrt se zatvara."))
    assert (clause.operation, clause.unit, clause.target) == ("insert_unit", "chapter", (Step("chapter", ("druga",)),))


# the size of a clause, and what no clause can say


def test_the_size_of_the_clauses_of_an_article_can_be_raised() -> None:
    word = ("nosi samo čuvar", "nosi samo vrtlar")
    (unit,) = change(word, art_1="unit")
    assert (unit.operation, unit.target) == ("replace_unit", art("1", para("3")))
    (article,) = change(word, art_1="article")
    assert (article.operation, article.target) == ("replace_unit", art("1"))


def test_an_article_that_is_restated_with_another_heading() -> None:
    (clause,) = change(("Ulaz", "Izlaz"), ("ne ulazi:", "ne ulaze:"), art_2="article")
    assert (clause.with_heading, clause.content[:2]) == (True, ("Izlaz", "Član 2."))


def test_what_is_not_law_is_told_and_not_amended() -> None:
    before = read("ZAKON O VRTU\n" + GARDEN, RS)
    after = read("ZAKON O BAŠTI\n" + GARDEN, RS)
    made = derive(before, after, RS)
    assert (made.clauses, [finding.code for finding in made.unexpressed]) == ((), ["unit-not-amended"])


def test_a_number_that_stands_twice_is_told() -> None:
    law = "Član 1.\nVrt je zelen.\nČlan 1.\nVrt je plav."
    made = derive(read(law, RS), read(law.replace("plav", "beo"), RS), RS)
    assert {finding.code for finding in made.unexpressed} == {"number-stands-twice"}


def test_paragraphs_with_one_number_are_restated_with_their_article() -> None:
    law = "Član 1.\n(1) Vrt je zelen.\n(1) Vrt je plav.\n(2) Vrt je velik."
    (clause,) = change(("plav", "beo"), old=law)
    assert clause.target == art("1")


def test_notes_are_not_amended() -> None:
    before = read(GARDEN, RS)
    noted = rewrite(before, lambda n: (replace(n, notes=(Note("footnote", "*"),)),) if n.eid == "art_3" else None)
    made = derive(before, noted, RS)
    assert (made.clauses, [(each.severity, each.code) for each in made.unexpressed]) == (
        (), [("info", "notes-not-amended")],
    )  # fmt: skip


# the other legal orders


def test_a_point_in_albania_takes_a_suffix_and_nothing_moves() -> None:
    old = "Neni 1\nKopshti\n1. Kopshti është i gjelbër.\n2. Roja ruan natën.\n3. Qeni fle."
    assert change(("3. Qeni", "2/1. Macja luan.\n3. Qeni"), old=old, pack=AL) == (
        Clause("insert_unit", art("1", para("2")), unit="paragraph", new_numbers=("2/1",),
               content=("2/1. Macja luan.",)),
    )  # fmt: skip


def test_what_is_added_at_the_end_in_the_union() -> None:
    old = "Article 1\nAim\n1. The garden is green.\n2. The guard waters it."
    assert change(("waters it.", "waters it.\n3. Nobody pays."), old=old, pack=EU) == (
        Clause("insert_unit", art("1"), position="end", unit="paragraph", new_numbers=("3",),
               content=("3. Nobody pays.",)),
    )  # fmt: skip


def test_a_subparagraph_of_the_union() -> None:
    old = "Article 1\nAim\n1. It is green:\n(a) in spring;\n(b) in summer.\nThe guard waters it every day.\n2. It ends."
    assert change(("every day", "every night"), old=old, pack=EU) == (
        Clause("replace_words", art("1", para("1"), nth("subparagraph", "2")), old="day", new="night"),
    )


def test_a_macedonian_article_with_a_letter() -> None:
    old = "Врт\nЧлен 1\n(1) Вртот е зелен.\nЧувар\nЧлен 1-а\n(1) Чуварот го чува вртот.\n(2) Клучот е кај чуварот."
    assert change(("кај чуварот", "кај кучето"), old=old, pack=MK) == (
        Clause("replace_words", art("1-а", para("2")), old="чуварот", new="кучето"),
    )


# the law of all clauses

LAWS = [(trees.rs_law, trees.RS), (trees.eu_act, trees.EU), (trees.mk_law, trees.MK), (trees.al_law, trees.AL)]
Law = Callable[[int], tuple[Provision, ...]]


def holds(before: Sequence[Provision], after: Sequence[Provision], pack: Pack) -> Derivation:
    made = derive(before, after, pack)
    result = consolidate(before, made.clauses, pack)
    assert not result.failed
    if not any(finding.severity == "error" for finding in made.unexpressed):
        assert canonical_text(own(result.nodes)) == canonical_text(own(after))
    return made


@pytest.mark.parametrize(("law", "pack"), LAWS)
@given(trees.SEEDS)
def test_what_drafters_do_is_said_in_clauses_that_bring_it_about(law: Law, pack: Pack, seed: int) -> None:
    before, dice = law(seed), Random(seed)
    after = with_eids(edited(before, dice.randint(1, 4), dice, pack)[0], pack)[0]
    assert not holds(before, after, pack).unexpressed


@pytest.mark.parametrize(("law", "pack"), LAWS)
@given(trees.SEEDS)
def test_whatever_is_done_is_brought_about_or_told(law: Law, pack: Pack, seed: int) -> None:
    before, dice = law(seed), Random(seed)
    holds(before, wild(before, dice.randint(1, 4), dice, pack), pack)


REAL = [
    ("national-rs/rs_KZ_krivicni-zakonik.lat.txt", "rs", "sr-Latn"),
    ("national-rs/rs_ZZPL_87-2018.cyr.html", "rs", "sr-Cyrl"),
    ("eu-html/52022PC0209_CSAR_EN.html", "eu", "en"),
    ("national-al/al_KP_7895-1995.txt", "al", "sq"),
]


@pytest.mark.parametrize(("file", "country", "language"), REAL, ids=[name for name, _, _ in REAL])
def test_real_laws_edited_all_over(shared: Path, file: str, country: str, language: str) -> None:
    pack = packs.load(country, language)
    before = base.read(shared / "data" / file, pack).nodes
    after = with_eids(edited(before, 40, Random(2026), pack)[0], pack)[0]
    assert not [each for each in holds(before, after, pack).unexpressed if each.severity == "error"]
