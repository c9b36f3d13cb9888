"""How an amending act is laid out, and that a clause's quotation is set in as a whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.export.samples import ACT, sample_law, sample_submission
from tests.export.word_reading import W, tree
from tomas_desktop.amend.amending_act import AmendingArticle
from tomas_desktop.export.composer import write
from tomas_desktop.export.template_pack import form
from tomas_desktop.model.clause import Clause
from tomas_desktop.model.finding import Finding


def laid_out(tmp_path, act=ACT, script=None):
    """Each paragraph of the act with the name of its style, without the note above it."""
    law = replace(sample_law(), act=act)
    files, findings = write(sample_submission(law), form("rs"), tmp_path, roles=["act"], script=script)
    paragraphs = [
        (p.find(f"{W}pPr/{W}pStyle").get(f"{W}val").removeprefix("Tomas"), "".join(t.text for t in p.iter(f"{W}t")))
        for p in tree(files[0].path).iter(f"{W}p")
    ]
    return paragraphs[1:], findings


def test_title_articles_and_quotations_have_styles_of_their_own(tmp_path):
    assert laid_out(tmp_path)[0] == [
        ("Frame", "[NIJE PROVERENO]"),
        ("ActTitle", "ZAKON"),
        ("ActTitle", "O IZMENI I DOPUNI PROBNOG ZAKONA"),
        ("ActFormula", "ODLUČENO JE:"),
        ("ActOpening", "Menja se sledeće:"),
        ("Article", "Član 1."),
        ("Paragraph", "U članu\u00a02. stav\u00a02. menja se i glasi:"),
        ("Quoted", "„(2) Rok iznosi „15 dana”"),  # the mark at its end closes nothing
        ("Quoted", "i teče od prijema.”."),
        ("Article", "Član 2."),
        ("Paragraph", "Posle člana\u00a02. dodaje se član\u00a02a, koji glasi:"),
        ("QuotedArticle", "„Uzorak"),
        ("QuotedArticle", "Član 2a"),
        ("Quoted", "Uzorak se čuva.”."),
        ("Article", "Član 3."),
        ("Paragraph", "Ovaj zakon stupa na snagu osmog dana."),
    ]


def test_a_checked_act_has_no_frame(tmp_path):
    assert "Frame" not in dict(laid_out(tmp_path, replace(ACT, remarks=()))[0])


def test_a_sentence_that_announces_a_list_of_changes_quotes_nothing(tmp_path):
    lines = ("U članu 1. menja se:", "1. Naslov glasi: „Uzorak”.", "2. Dodaje se stav koji glasi:", "„Novo.”.")
    article = AmendingArticle("Član 1.", lines, (Clause("insert_unit", content=("Novo.",)),))
    styles = [style for style, _ in laid_out(tmp_path, replace(ACT, articles=(article,)))[0][5:]]
    assert styles == ["Article", "Paragraph", "Paragraph", "Paragraph", "Quoted"]


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("Latn", "[NACRT NIJE POTPUN: izmena „{}” nije mogla da se napiše kao odredba nacrta; dopuniti: ________]"),
        ("Cyrl", "[НАЦРТ НИЈЕ ПОТПУН: измена „{}” није могла да се напише као одредба нацрта; допунити: ________]"),
    ],
)
def test_a_change_that_the_act_could_not_say_is_framed_in_it(tmp_path, script, said):
    told = (
        Finding("error", "unit-not-read-back", "art_2a", (("number", "Član 2a"),)),
        Finding("error", "change-not-expressed", "art_2__para_1"),
        Finding("error", "change-not-expressed", "art_2__para_2"),
        Finding("error", "unit-not-amended", "left_1", (("number", "leftover"),)),
        Finding("info", "notes-not-amended", "art_1", (("number", "Član 1"),)),
    )
    law = replace(sample_law(), act=ACT, remarks=told)
    files, _ = write(sample_submission(law), form("rs"), tmp_path, roles=["act"], script=script)
    frames = [
        "".join(t.text for t in p.iter(f"{W}t"))
        for p in tree(files[0].path).iter(f"{W}p")
        if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "TomasFrame"
    ]
    numbers = ("Član 2a", "Član\u00a02.", "________") if script == "Latn" else ("Члан 2а", "Члан\u00a02.", "________")
    assert [frame.replace("\u00a0", " ") for frame in frames[1:]] == [
        said.format(number.replace("\u00a0", " ")) for number in numbers
    ]


@pytest.mark.parametrize("script", ["Latn", "Cyrl"])
def test_a_table_that_is_quoted_is_drawn_and_its_mark_is_not_printed(tmp_path, docx_schema, script):
    content = ("Iznosi su:", "== table ==", "Vrsta | Iznos || A | 15", "Plaća se odmah.")
    lines = ("U članu 2. stav 1. menja se i glasi:", "„Iznosi su:", *content[1:3], "Plaća se odmah.”.")
    alone = AmendingArticle("Član 2.", ("Dodaje se tabela:", "„== table ==", "A | 1 || B | 2”."), (
        Clause("insert_unit", content=("== table ==", "A | 1 || B | 2")),
    ))  # fmt: skip
    quoted = AmendingArticle("Član 1.", lines, (Clause("replace_unit", content=content),))
    law = replace(sample_law(), act=replace(ACT, articles=(quoted, alone)))
    files, _ = write(sample_submission(law), form("rs"), tmp_path, roles=["act"], script=script)
    assert docx_schema.check(files[0].path) == []
    body = tree(files[0].path)
    tables = [
        [["".join(t.text for t in c.iter(f"{W}t")) for c in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
        for table in body.iter(f"{W}tbl")
    ]
    first = [["Vrsta", "Iznos"], ["A", "15"]] if script == "Latn" else [["Врста", "Износ"], ["А", "15"]]
    last = [["„A", "1"], ["B", "2”."]] if script == "Latn" else [["„А", "1"], ["Б", "2”."]]
    assert tables == [first, last]
    assert "==" not in "".join(t.text for t in body.iter(f"{W}t"))


def test_without_an_act_there_is_a_blank_and_a_finding(tmp_path):
    law = replace(sample_law(), proposal=replace(sample_law().proposal, title="Zakon o izmeni"))
    paragraphs, findings = laid_out(tmp_path, None)
    assert [text for _, text in paragraphs] == ["________", "________"]
    assert "act-missing" in [finding.code for finding in findings]
    assert law.act_name == " ".join(ACT.title)
    assert replace(law, act=None).act_name == "Zakon o izmeni"


@pytest.mark.parametrize(
    ("style", "text"), [("ActTitle", "ЗАКОН"), ("Article", "Члан 1."), ("QuotedArticle", "Члан 2а")]
)
def test_the_act_goes_over_into_cyrillic(tmp_path, style, text):
    assert (style, text) in laid_out(tmp_path, script="Cyrl")[0]
