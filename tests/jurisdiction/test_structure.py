"""From lines to a tree: one decision of the grammar after the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomas_desktop.jurisdiction import pack
from tomas_desktop.jurisdiction.source import SourceLine
from tomas_desktop.jurisdiction.structure import Structure, build
from tomas_desktop.model.provision import Note, Provision, walk
from tomas_desktop.text.tokens import words

EU, RS = pack.load("eu", "en"), pack.load("rs", "sr-Latn")
CYRILLIC, MK, AL = pack.load("rs", "sr-Cyrl"), pack.load("mk", "mk"), pack.load("al", "sq")


def _build(text: str, order: pack.Pack = RS) -> Structure:
    return build([SourceLine(line.strip()) for line in text.strip().splitlines()], order)


def _law(text: str, order: pack.Pack = RS) -> dict[str, Provision]:
    return {node.eid: node for node in walk(_build(text, order).nodes)}


def test_chapters_sections_and_headings_above() -> None:
    law = _law("""
        ZAKON O VRTOVIMA
        OPŠTI DEO
        Glava prva
        OSNOVNE ODREDBE
        1. Šta je vrt
        Predmet
        Član 1
        Vrt je ograđen.
        Čuvar
        Član 2
        Čuvar čuva vrt.
    """)
    assert next(iter(law)) == "preface"
    assert law["part_1"].heading == "OPŠTI DEO"
    assert law["part_1__chp_1"].heading == "OSNOVNE ODREDBE"
    assert law["part_1__chp_1__sec_1"].heading == "Šta je vrt"
    assert (law["art_1"].heading, law["art_2"].heading) == ("Predmet", "Čuvar")
    assert law["art_2"].heading_above


def test_headings_below_are_seen_from_the_whole_law() -> None:
    law = _law("Член 1\nПредмет\nГрадината е оградена.\nЧлен 2\nЧувар\nЧуварот ја чува.", MK)
    assert (law["art_1"].heading, law["art_2"].heading) == ("Предмет", "Чувар")
    assert not law["art_1"].heading_above


def test_a_roman_chapter_has_its_title_on_its_line() -> None:
    law = _law("I. ОСНОВНЕ ОДРЕДБЕ\nПредмет\nЧлан 1.\nВрт је ограђен.\nII. ЧУВАР\nЧлан 2.\nЧува врт.", CYRILLIC)
    assert (law["chp_I"].num, law["chp_I"].heading) == ("I.", "ОСНОВНЕ ОДРЕДБЕ")
    assert law["chp_II"].heading == "ЧУВАР"
    assert law["art_1"].heading == "Предмет"


def test_the_same_article_in_both_scripts_has_the_same_eids() -> None:
    latin = _law("Član 5a\n(1) Ko:\n1) čuva;\n2) ne čuva.\n(2) Niko.")
    cyrillic = _law("Члан 5а\n(1) Ко:\n1) чува;\n2) не чува.\n(2) Нико.", CYRILLIC)
    assert list(latin) == list(cyrillic)


def test_a_joint_heading_is_one_article_and_deleted_words_are_its_text() -> None:
    law = _law("Član 1\nTekst.\nČl. 2 i 3\n(Brisano)\nČlan 4\nTekst.")
    assert law["art_2-3"].num == "Čl. 2 i 3"
    assert law["art_2-3__para_1"].text == "(Brisano)"


def test_the_penalty_goes_on_with_the_sentence_above() -> None:
    law = _law(
        "Član 1\n(1) Ko ošteti vrt,\nkazniće se.\n(2) Ko:\n1) gazi;\n2) bere,\nučinilac će se kazniti manje.\n(3) Da."
    )
    assert law["art_1__para_1"].text == "Ko ošteti vrt, kazniće se."
    assert law["art_1__para_2__wrapup_1"].text == "učinilac će se kazniti manje."
    assert law["art_1__para_3"].text == "Da."


def test_unnumbered_paragraphs_are_counted() -> None:
    law = _law("Član 1\nPrvi.\nDrugi:\n1) a;\n2) b.\nTreći.")
    assert [law[f"art_1__para_{i}"].text for i in (1, 2, 3)] == ["Prvi.", "Drugi:", "Treći."]
    assert law["art_1__para_2__point_2"].text == "b."


def test_bracketed_one_is_a_subpoint_below_a_point_and_a_paragraph_elsewhere() -> None:
    law = _law("Član 1\nOrgan:\n1) vodi:\n(1) knjigu;\n(2) dnevnik;\n2) čuva.\nČlan 2\n(1) Prvi.\n(2) Drugi.")
    assert law["art_1__para_1__point_1__subpoint_2"].text == "dnevnik;"
    assert law["art_1__para_1__point_2"].text == "čuva."
    assert law["art_2__para_2"].text == "Drugi."


@pytest.mark.parametrize(
    ("before", "unit", "eid"),
    [("(h) eighth;", "point", "point_i"), ("(h) eighth:", "subpoint", "point_h__subpoint_i")],
)
def test_i_is_a_letter_after_h_and_a_numeral_in_a_list_below(before: str, unit: str, eid: str) -> None:
    letters = "\n".join(f"({letter}) item;" for letter in "abcdefg")
    law = _law(f"Article 1\nAim\n1. All of this:\n{letters}\n{before}\n(i) it;\n", EU)
    assert law[f"art_1__para_1__{eid}"].unit == unit


def test_roman_numerals_below_a_letter() -> None:
    law = _law("Article 1\nAim\n1. All:\n(a) first:\n(i) one;\n(ii) two;\n(b) second.\nMore of it.\n2. Next.", EU)
    assert law["art_1__para_1__point_a__subpoint_ii"].text == "two;"
    assert law["art_1__para_1__point_b"].text == "second."
    assert law["art_1__para_1__subpara_2"].text == "More of it."
    assert law["art_1__para_2"].text == "Next."


def test_definitions_are_points_of_an_unnumbered_paragraph() -> None:
    law = _law(
        "Article 4\nDefinitions\nFor this Act:\n(1) ‘vert’ means green;\n(2) ‘red’ means:\n(a) rose;\n(b) blood.",
        EU,
    )
    assert law["art_4__para_1__point_1"].text == "‘vert’ means green;"
    assert law["art_4__para_1__point_2__subpoint_b"].text == "blood."


def test_recitals_need_no_citation_before_them() -> None:
    built = _build(
        """
        REGULATION ON GARDENS
        Whereas:
        (1) Gardens are green.
        (2) They shall remain so.
        HAVE ADOPTED THIS REGULATION:
        Article 1
        Aim
        This Regulation keeps gardens green.
        """,
        EU,
    )
    assert [node.unit for node in built.nodes] == ["preface", "preamble", "article"]
    assert [node.eid for node in walk(built.nodes) if node.unit == "recital"] == ["rec_1", "rec_2"]


def test_the_frame_of_an_act_of_the_union() -> None:
    built = _build(
        """
        REGULATION ON GARDENS
        Having regard to the Treaty,
        Whereas:
        (1) Gardens are green.
        (2) They shall remain so.
        HAVE ADOPTED THIS REGULATION:
        CHAPTER I
        GARDENS
        Article 1
        Aim
        This Regulation keeps gardens green.
        Done at Brussels.
        ANNEX I
        COLOURS
        Green.
        """,
        EU,
    )
    assert [node.unit for node in built.nodes] == ["preface", "preamble", "chapter", "conclusions", "annex"]
    law = {node.eid: node for node in walk(built.nodes)}
    assert law["rec_2"].text == "They shall remain so."
    assert law["anx_I"].heading == "COLOURS"
    assert law["anx_I__para_1"].text == "Green."
    assert built.unplaced == ()


def test_what_the_format_knows_is_used() -> None:
    lines = [
        SourceLine("Article 1 is not ours.", region="memorandum"),
        SourceLine("A Regulation", "title", region="preface"),
        SourceLine("The aim", "article", num="Article 1", notes=(Note("footnote", "See there."),)),
        SourceLine("for all.", num="1."),
        SourceLine("a | b || c | d", "table"),
        SourceLine("Costs", region="statement"),
    ]
    law = {node.eid: node for node in walk(build(lines, EU).nodes)}
    assert law["memorandum__para_1"].text == "Article 1 is not ours."
    assert (law["art_1"].num, law["art_1"].heading, law["art_1"].notes[0].text) == (
        "Article 1",
        "The aim",
        "See there.",
    )
    assert law["art_1__para_1"].num == "1."
    assert law["art_1__para_1__table_1"].text == "a | b || c | d"
    assert law["statement__para_1"].text == "Costs"


def test_articles_of_amending_acts_are_kept_apart() -> None:
    body = "\n".join(f"Član {i}\nTekst." for i in range(1, 31))
    law = _law(f"{body}\nSamostalni član Zakona o izmenama\n(„Glasnik”, br. 1/20)\nČlan 3[s1]\nStupa na snagu.\n")
    assert law["left_1"].heading == "Samostalni član Zakona o izmenama"
    assert law["left_1__art_3"].notes == (Note("editorial", "[s1]"),)
    assert law["art_30__para_1"].text == "Tekst."
    fallen_back = _law(f"{body}\nČlan 3\nStupa na snagu.")
    assert fallen_back["left_1__art_3"].num == "Član 3"


def test_an_article_in_quotation_marks_is_not_the_laws_own() -> None:
    law = _law("Član 1\nPosle člana 5. dodaje se član 5a, koji glasi:\n„Član 5a\nNovi tekst.”\nČlan 2\nStupa na snagu.")
    assert [eid for eid in law if law[eid].unit == "article"] == ["art_1", "art_2"]


def test_an_inserted_article_without_quotation_marks_is_not_either() -> None:
    law = _law("Član 1\nPosle člana 50. dodaje se:\nČlan 50a\nNovi tekst.\nČlan 2\nStupa na snagu.")
    assert [eid for eid in law if law[eid].unit == "article"] == ["art_1", "art_2"]


def test_histories_are_notes_and_albanian_letters_have_their_order() -> None:
    law = _law(
        "Neni 5/a\nKopshti\n(Shtuar me ligjin nr. 1)\n1. Kopshti ka:\na) lule;\nb) bar;\nc) gur;\nç) ujë.\n2. Fund.", AL
    )
    assert law["art_5-a"].notes == (Note("history", "(Shtuar me ligjin nr. 1)"),)
    assert law["art_5-a__para_1__point_ç"].text == "ujë."
    assert law["art_5-a__para_2"].text == "Fund."


def test_articles_out_of_order_are_reported() -> None:
    built = _build("Član 1\nPrvo.\nČlan 3\nDrugo.\nČlan 2\nTreće.\nČlan 4\nZadnje.")
    assert [(each.code, each.eid) for each in built.findings] == [("article-out-of-order", "art_2")]


LINES = st.lists(
    st.sampled_from(
        [
            "Član 1", "Član 2.", "Član 2a", "Glava prva", "NASLOV", "Naslov", "1. Odeljak", "(1) Stav.", "(2) stav,",
            "1) tačka;", "2) tačka.", "– alineja", "kazniće se.", "Rečenica.", "nastavak", "(Brisano)",
            "„Citat", "kraj”", "I. GLAVA", "Čl. 3 i 4",
            "Samostalni član Zakona", "(a) a", "(i) i", "", "2.", "Posebni deo", "1.1. Pododeljak",
            "Prilog | a || b", "b)", "(v) v",
        ]
    ),
    max_size=25,
)  # fmt: skip


def test_a_heading_stays_one_when_the_first_paragraph_was_repealed():
    """In a law whose headings stand above; without the rule the second would be a sentence of its article."""
    above = [
        "Igra",
        "Član 1",
        "(1) Igra je slobodna.",
        "(2) Igra je javna.",
        "Pravila",
        "Član 2",
        "(1) Pravila su ista.",
    ]
    nodes = build(
        [SourceLine(text) for text in [*above, "Član 3", "Rok igre", "(2) Igra traje.", "(3) Kraj."]], RS
    ).nodes
    assert [(node.heading, [each.num for each in node.children]) for node in nodes] == [
        ("Igra", ["(1)", "(2)"]),
        ("Pravila", ["(1)"]),
        ("Rok igre", ["(2)", "(3)"]),
    ]


def test_a_heading_under_its_number_is_no_beginning_of_an_amending_act():
    texts = ["Član 1", "Samostalni član Zakona", "Igra je slobodna.", "Član 2", "Rok", "Igra traje do mraka."]
    assert [(node.unit, node.heading) for node in build([SourceLine(text) for text in texts], RS).nodes] == [
        ("article", "Samostalni član Zakona"),
        ("article", "Rok"),
    ]


@pytest.mark.parametrize(
    ("order", "article", "annexes"),
    [
        (RS, "Član 1.", ("Prilog 1.", "PRILOG 2", "Prilog br. 3.")),
        (pack.load("rs", "sr-Cyrl"), "Члан 1.", ("Прилог 1.", "ПРИЛОГ 2", "Прилог бр. 3")),
        (MK, "Член 1", ("Прилог 1", "ПРИЛОГ 2", "Прилог бр. 3")),
        (AL, "Neni 1", ("Shtojca 1", "SHTOJCA 2", "Aneksi 3")),
    ],
    ids=["sr-Latn", "sr-Cyrl", "mk", "sq"],
)
def test_annexes_follow_the_last_article(order: pack.Pack, article: str, annexes: tuple[str, ...]):
    texts = [article, "abc.", *(line for each in annexes for line in (each, "def ghi."))]
    nodes = build([SourceLine(text) for text in texts], order).nodes
    assert [(node.unit, node.num) for node in nodes] == [("article", article), *(("annex", each) for each in annexes)]


@given(LINES, st.sampled_from([RS, EU, AL, MK]))
def test_no_word_is_lost_or_invented_whatever_the_lines_are(texts: list[str], order: pack.Pack) -> None:
    built = build([SourceLine(text, notes=(Note("footnote", "n"),) if "a" in text else ()) for text in texts], order)
    given_words = sorted(word for text in texts for word in [*words(text), *(["n"] if "a" in text else [])])
    parts = [
        part
        for node in walk(built.nodes)
        for part in (node.num, node.heading, node.text, *(note.text for note in node.notes))
    ]
    assert sorted(word for part in [*parts, *built.unplaced] for word in words(part)) == given_words
    eids = [node.eid for node in walk(built.nodes)]
    assert all(eids)
    assert len(set(eids)) == len(eids)
    for node in walk(built.nodes):
        assert node.unit != "article" or node.children


@pytest.mark.parametrize(
    "over", [["ZAKON O IGRAMA"], ["ZAKON", "O IGRAMA"], ["DEČJI ZAKONIK"], ["Zakon o igrama"]], ids=lambda over: over[0]
)
def test_the_title_right_over_the_first_article_is_no_heading_of_it(over: list[str]):
    text = [*over, "Član 1.", "Igra je slobodna.", "Član 2.", "Igra traje do mraka."]
    nodes = build([SourceLine(line) for line in text], RS).nodes
    assert [node.unit for node in nodes] == ["preface", "article", "article"]
    assert nodes[1].heading == ""


@pytest.mark.parametrize(
    ("order", "text"),
    [
        (EU, "Article 5\n2. Doors are open.\n4. Gates are shut."),
        (AL, "Neni 5\n2. Dyert hapen.\n4. Portat mbyllen."),
        (RS, "Član 5.\n(2) Vrata su otvorena.\n(4) Kapije su zatvorene."),
    ],
    ids=["eu", "al", "rs"],
)
def test_paragraphs_that_were_deleted_leave_a_gap_in_the_numbers(order: pack.Pack, text: str):
    assert [eid for eid in _law(text, order) if "para" in eid] == ["art_5__para_2", "art_5__para_4"]
