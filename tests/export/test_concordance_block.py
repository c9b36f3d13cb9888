"""The table of concordance in each country's columns: what stands in which cell for which grade, what is remarked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.export.samples import CONCORDANCE, EU_ACT, answer, row, sample_law, sample_submission
from tests.export.word_reading import W, tree
from tomas_desktop.export.composer import write
from tomas_desktop.export.submission import EuAct, WorkingText
from tomas_desktop.export.template_pack import form
from tomas_desktop.model.canonical import Line
from tomas_desktop.model.correlation import GRADES

BLANK = "________"
LANGUAGES = {"rs": "sr-Latn", "mk": "mk", "al": "sq"}


def table(tmp_path, country="rs", rows=CONCORDANCE, name="", eu: EuAct | None = EU_ACT):
    """The rows of the table as texts, its header first, and the codes of what was remarked."""
    law = sample_law(country=country, language=LANGUAGES[country])
    acts = (replace(eu, concordance=rows),) if eu else ()
    submission = replace(sample_submission(law, country=country), eu_acts=acts)
    files, findings = write(submission, form(country), tmp_path, roles=["concordance"], script=None)
    path = next(file.path for file in files if file.path.stem.endswith(name))
    cells = [
        [
            "\n".join("".join(t.text for t in p.iter(f"{W}t")) for p in cell.iter(f"{W}p"))
            for cell in line.iter(f"{W}tc")
        ]
        for line in tree(path).iter(f"{W}tr")
    ]
    return cells, [finding.code for finding in findings if finding.severity != "info"]


def test_serbias_table_has_its_seven_columns_and_codes(tmp_path):
    (header, *rows), found = table(tmp_path)
    assert [heading.partition(")")[0] for heading in header] == ["a", "a1", "b", "b1", "v", "g", "d"]
    eu = "1. Pružalac usluge procenjuje rizik."
    assert rows == [
        ["4.1", eu, "2.1", "Odredba 2.1.", "DU", "Rok je duži.", "Napomena."],
        ["", "", "1.1", "Odredba 1.1.", "PU", "", "Napomena."],  # the EU provision goes on in merged cells
        ["4.2", eu, "2.2", "Odredba 2.2.", "NP", "Obraća se telu EU.", "Napomena."],
    ]
    assert found == []


def test_the_header_row_repeats_and_short_rows_stay_whole(tmp_path):
    law = sample_law()
    files, _ = write(sample_submission(law), form("rs"), tmp_path, roles=["concordance"])
    body = tree(files[0].path)
    assert body.find(f".//{W}pgSz").get(f"{W}orient") == "landscape"
    rows = list(body.iter(f"{W}tr"))
    assert [line.find(f"{W}trPr/{W}tblHeader") is not None for line in rows] == [True, False, False, False]
    assert all(line.find(f"{W}trPr/{W}cantSplit") is not None for line in rows)
    merged = [cell.find(f"{W}tcPr/{W}vMerge") for cell in rows[2].iter(f"{W}tc")]
    assert [one is not None for one in merged] == [True, True, False, False, False, False, False]


@pytest.mark.parametrize(
    ("grade", "word", "later", "remark"),
    [
        ("full", "целосно", "", "Napomena."),
        ("partial", "делумно", BLANK, "Zato.\nNapomena."),
        ("none", "не се транспонира", BLANK, "Zato.\nNapomena."),
        ("not_transposable", "не е релевантно за РМ", "", "Zato.\nNapomena."),
        ("not_relevant", "не е релевантно за РМ", "", "Zato.\nNapomena."),
        ("discretionary", "дискрециона одредба", "", "Zato.\nNapomena."),
    ],
)
def test_which_columns_of_north_macedonia_stay_empty_is_told_by_the_grade(tmp_path, grade, word, later, remark):
    rows = (row("art_4", "4", answer("art_2__para_1", "2.1", grade, "" if grade == "full" else "Zato.")),)
    (_, cells), _ = table(tmp_path, "mk", rows, "eu-mk")
    assert cells[5:] == [word, later, later, remark]


@pytest.mark.parametrize(
    ("grade", "later"),
    [("full", ["", ""]), ("partial", ["Zakon X", "2027"]), ("none", ["Zakon X", "2027"]), ("discretionary", ["", ""])],
)
def test_how_and_when_it_is_to_be_full_stands_in_columns_of_its_own(tmp_path, grade, later):
    (_, cells), _ = table(tmp_path, "mk", (planned(grade),), "eu-mk")
    assert cells[6:] == [*later, "Zato.\nNapomena."]


@pytest.mark.parametrize(("country", "name"), [("mk", "mk-eu"), ("al", "be-al"), ("al", "al-be")])
def test_a_table_without_such_columns_has_it_among_its_remarks(tmp_path, country, name):
    (header, cells), _ = table(tmp_path, country, (planned("partial"),), name)
    place = next(i for i, text in enumerate(header) if "Забелешка" in text or text.startswith("Komente"))
    assert cells[place] == "Zato.\nNapomena.\nZakon X\n2027"


def planned(grade):
    of = answer("art_2__para_1", "2.1", grade, "Zato.")
    of = replace(of, correlation=replace(of.correlation, planned_act="Zakon X", deadline="2027"))
    return row("art_4", "4", of)


def test_the_other_table_of_north_macedonia_has_numbers_only_in_the_order_of_the_law(tmp_path):
    (header, *rows), _ = table(tmp_path, "mk", name="mk-eu")
    assert len(header) == 6
    assert [line[:4] for line in rows] == [
        ["1.1", "00000R0000", "4.1", "потполно"],
        ["2.1", "00000R0000", "4.1", "делумно"],
        ["2.2", "00000R0000", "4.2", "не е релевантно"],
    ]


def test_albanias_tables_go_both_ways(tmp_path):
    (_, *by_eu), _ = table(tmp_path, "al", name="be-al")
    (_, *by_law), _ = table(tmp_path, "al", name="al-be")
    assert [(line[0], line[3]) for line in by_eu] == [("4.1", "2.1"), ("", "1.1"), ("4.2", "2.2")]
    assert [(line[1], line[3]) for line in by_law] == [("1.1", "4.1"), ("2.1", "4.1"), ("2.2", "4.2")]


def test_every_grade_has_a_word_in_every_country():
    columns = [c for one in LANGUAGES for d in form(one).documents for b in d.blocks for c in b.columns if c.codes]
    assert len(columns) == 5
    assert all(set(column.codes) == set(GRADES) for column in columns)


def test_a_gap_is_a_row_with_a_blank_for_its_grade(tmp_path):
    (_, cells), found = table(tmp_path, rows=(row("art_5", "5"),))
    assert cells == ["5", "1. Pružalac usluge procenjuje rizik.", "", "", BLANK, "", ""]
    assert found == ["not-graded"]


def test_no_grade_is_ever_chosen_for_the_proposer(tmp_path):
    (_, cells), found = table(tmp_path, rows=(row("art_4", "4", answer("art_2__para_1", "2.1", None)),))
    assert cells[4] == BLANK
    assert found == ["not-graded"]


def test_the_eu_text_is_in_the_language_of_the_form_or_a_visible_blank(tmp_path):
    (_, cells), found = table(tmp_path, rows=(row("art_4", "4", answer("art_2__para_1", "2.1", "full"), lines=()),))
    assert cells[1] == "________ [nema prevoda na srpski]"
    assert found == ["eu-text-missing"]


WORKING = replace(
    row(
        "art_4", "4", answer("art_2__para_1", "2.1", "full"),
        lines=(
            Line("art_4__para_1", "paragraph", "text", "1. Pružalac:", "1."),
            Line("art_4__para_1__point_a", "point", "text", "(a) procenjuje;", "(a)"),
            Line("art_4__para_1__point_b", "point", "text", "", "(b)"),
            Line("art_4__para_1__point_c", "point", "text", "(c) javlja.", "(c)"),
        ),
    ),
    working=(WorkingText(0, 2, "Ana Anić", "2026-11-22"), WorkingText(3, 4, "", "2026-11-20", "memorija.tmx")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("country", "column", "mark", "blank"),
    [
        ("rs", 1, "[radni prevod: {}, {}.]", "________ [nema prevoda na srpski]"),
        ("mk", 1, "[работен превод: {}, {}]", "________ [нема превод на македонски]"),
        ("al", 1, "[përkthim pune: {}, {}]", "________ [nuk ka përkthim në shqip]"),
    ],
)
def test_a_working_translation_says_that_it_is_one_and_whose_and_what_is_missing_is_a_blank(
    tmp_path, docx_schema, country, column, mark, blank
):
    (_, cells), found = table(tmp_path, country, (WORKING,), {"rs": "", "mk": "eu-mk", "al": "be-al"}[country])
    assert cells[column].split("\n") == [
        "1. Pružalac:", "(a) procenjuje;", mark.format("Ana Anić", "22.11.2026"), f"(b) {blank}", "(c) javlja.",
        mark.format("memorija.tmx", "20.11.2026"),
    ]  # fmt: skip
    assert "eu-text-missing" in found
    for path in tmp_path.glob("*.docx"):
        assert docx_schema.check(path) == []


def test_a_working_translation_is_no_missing_text(tmp_path):
    whole = replace(WORKING, lines=WORKING.lines[:2], working=WORKING.working[:1])
    law = sample_law()
    submission = replace(sample_submission(law), eu_acts=(replace(EU_ACT, concordance=(whole,)),))
    _, findings = write(submission, form("rs"), tmp_path, roles=["concordance"])
    assert [(one.severity, one.code) for one in findings if "text" in one.code or "translation" in one.code] == [
        ("info", "working-translation")
    ]


def test_the_mark_goes_over_into_cyrillic_and_the_letters_of_the_union_stay(tmp_path):
    submission = replace(sample_submission(sample_law()), eu_acts=(replace(EU_ACT, concordance=(WORKING,)),))
    files, _ = write(submission, form("rs"), tmp_path, roles=["concordance"], script="Cyrl")
    printed = ["".join(t.text for t in p.iter(f"{W}t")) for p in tree(files[0].path).iter(f"{W}p")]
    for text in ("(c) јавља.", "[радни превод: Ana Anić, 22.11.2026.]", "(b) ________ [нема превода на српски]"):
        assert text in printed


def test_a_provision_is_named_with_its_law_where_there_are_several(tmp_path):
    rows = (row("art_4", "4", answer("art_2__para_1", "2.1", "full"), answer("art_3", "3", "full", law="Drugi zakon")),)
    (_, *cells), _ = table(tmp_path, rows=rows)
    assert [line[2] for line in cells] == ["Probni zakon, 2.1", "Drugi zakon, 3"]


def test_a_partial_grade_without_a_reason_is_a_blank_and_a_finding(tmp_path):
    (_, cells), found = table(tmp_path, rows=(row("art_4", "4", answer("art_2__para_1", "2.1", "partial")),))
    assert cells[5] == BLANK
    assert found == ["grade-without-reason"]


def test_nobody_is_fully_aligned_with_a_proposal(tmp_path):
    _, found = table(tmp_path, eu=replace(EU_ACT, is_adopted=False))
    assert found == ["full-with-proposal"]


def test_one_provision_that_is_not_transposed_makes_north_macedonias_alignment_partial(tmp_path):
    rows = (*CONCORDANCE, row("art_5", "5", answer("art_3", "3", "none", "Nema.")))
    assert table(tmp_path, "mk", rows)[1] == ["overall-partial"]
    assert table(tmp_path / "rs", "rs", rows)[1] == []


def test_without_correlations_there_is_a_finding_and_still_a_file(tmp_path, docx_schema):
    cells, found = table(tmp_path, rows=(), eu=None)
    assert len(cells) == 1
    assert found == ["concordance-empty"]
    assert docx_schema.check(next(tmp_path.glob("*.docx"))) == []


def test_the_table_goes_over_into_cyrillic_with_its_codes(tmp_path):
    submission = sample_submission()
    files, _ = write(submission, form("rs"), tmp_path, roles=["concordance"], script="Cyrl")
    printed = ["".join(t.text for t in p.iter(f"{W}t")) for p in tree(files[0].path).iter(f"{W}p")]
    for text in (
        "б1) Садржина одредбе",
        "ДУ",
        "1. Пружалац услуге процењује ризик.",
        "Рок је дужи.",
        "Уредба о узорцима",
    ):
        assert text in printed
    assert "naziv na jeziku izvora" not in " ".join(printed)


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("Nothing is said of hosting.", "Nothing is said of hosting."),
        ("Older term: trajno skladištenje.", "Older term: trajno skladištenje."),
        ("Dečija pornografija is still the term of art.", "Dečija pornografija is still the term of art."),
        ("Rok je duži, a „hosting service” nije uređen.", "Рок је дужи, а „hosting service” није уређен."),
        ("Рок је дужи.", "Рок је дужи."),
        ("Nedostaje rok", "Недостаје рок"),
        ("Pokriveno drugim zakonom", "Покривено другим законом"),
        ("Deadline missing", "Deadline missing"),
        ("No claim", "No claim"),
    ],
)
def test_a_remark_in_english_stays_as_it_is(tmp_path, said, printed):
    rows = (row("art_4", "4", answer("art_2__para_1", "2.1", "partial", said)),)
    submission = replace(sample_submission(), eu_acts=(replace(EU_ACT, concordance=rows),))
    files, _ = write(submission, form("rs"), tmp_path, roles=["concordance"], script="Cyrl")
    assert printed in "".join(t.text or "" for t in tree(files[0].path).iter(f"{W}t"))


def test_a_remark_in_cyrillic_goes_over_into_latin(tmp_path):
    rows = (row("art_4", "4", answer("art_2__para_1", "2.1", "partial", "Рок је дужи.")),)
    submission = replace(sample_submission(), eu_acts=(replace(EU_ACT, concordance=rows),))
    files, _ = write(submission, form("rs"), tmp_path, roles=["concordance"], script="Latn")
    assert "Rok je duži." in "".join(t.text or "" for t in tree(files[0].path).iter(f"{W}t"))
