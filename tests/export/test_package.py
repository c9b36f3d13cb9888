"""What a package holds besides the law: statement, rationale, letter, one of each for several laws, and who signs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.export.samples import EU_ACT, sample_law, sample_submission
from tests.export.word_reading import W, part, tree
from tomas_desktop.amend.comparison import compare
from tomas_desktop.export.composer import write
from tomas_desktop.export.form import ROLES, USUAL_SCOPE
from tomas_desktop.export.template_pack import form
from tomas_desktop.model.canonical import Line
from tomas_desktop.model.modification import Modification

LANGUAGES = {"rs": "sr-Latn", "mk": "mk", "al": "sq"}


def package(tmp_path, country="rs", laws=1, roles=None, **changes):
    named = [
        replace(law, work=replace(law.work, title=f"Zakon {i}"), card=replace(law.card, official_name=f"Zakon {i}"))
        for i in range(laws)
        for law in [sample_law(country=country, language=LANGUAGES[country], key=f"{country}-{i}")]
    ]
    submission = replace(sample_submission(*named, country=country), **changes)
    files, findings = write(submission, form(country), tmp_path, roles=roles)
    return files, findings


def printed(path):
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in tree(path).iter(f"{W}p")]


@pytest.mark.parametrize("country", LANGUAGES)
def test_two_laws_have_papers_of_their_own_and_share_the_others(tmp_path, country, docx_schema):
    files, _ = package(tmp_path, country, laws=2)
    assert {file.role for file in files} == set(ROLES)
    own = {file.role: [one.work for one in files if one.role == file.role] for file in files}
    for role, works in own.items():
        assert works == ([""] * len(works) if role in USUAL_SCOPE else [f"{country}-0", f"{country}-1"]), role
    assert all(file.path.name.startswith(file.work or f"{country}-eu-uzorak") for file in files)
    assert len({file.path for file in files}) == len(files)
    assert {file.path.name: docx_schema.check(file.path) for file in files} == {file.path.name: [] for file in files}


def test_the_papers_that_are_shared_speak_of_every_law(tmp_path):
    files, _ = package(tmp_path, laws=2, roles=["explanatory", "cover", "statement"])
    for file in files:
        text = " ".join(printed(file.path)) + part(file.path, "word/header1.xml")
        assert "O IZMENI I DOPUNI PROBNOG ZAKONA" in text
    rationale = printed(next(file.path for file in files if file.role == "explanatory"))
    assert [text for text in rationale if text in ("Zakon 0", "Zakon 1")] == ["Zakon 0", "Zakon 1"] * 2


def test_the_statement_leaves_to_the_proposer_what_is_the_proposers(tmp_path):
    files, _ = package(tmp_path, roles=["statement"])
    text = printed(files[0].path)
    assert text[text.index("1. Organ državne uprave, odnosno drugi ovlašćeni predlagač propisa") + 1] == (
        "________ [nacrt: popunjava ovlašćeni predlagač]"
    )
    assert [line[:2] for line in text if line[:1].isdigit()] == [f"{n}." for n in range(1, 9)]


@pytest.mark.parametrize(("is_adopted", "letter"), [(True, "b"), (False, "v")])
def test_a_proposal_of_the_eu_is_among_the_other_sources(tmp_path, is_adopted, letter):
    files, _ = package(tmp_path, roles=["statement"], eu_acts=(replace(EU_ACT, is_adopted=is_adopted),))
    text = printed(files[0].path)
    place = next(i for i, line in enumerate(text) if line.startswith("Uredba o uzorcima"))
    assert text[place - 1].startswith(f"{letter}) Navođenje")
    assert ("još nije usvojen" in text[place]) is not is_adopted


@pytest.mark.parametrize(("name", "title", "tag"), [("Uredba", "Uredba", "sr-Latn-RS"), ("", EU_ACT.title, "en-GB")])
def test_the_eu_act_has_its_name_in_the_language_of_the_form_where_it_is_known(tmp_path, name, title, tag):
    files, _ = package(tmp_path, roles=["cover"], eu_acts=(replace(EU_ACT, name=name),))
    tags = [
        ("".join(t.text or "" for t in run.iter(f"{W}t")), run.find(f"{W}rPr/{W}lang").get(f"{W}val"))
        for run in tree(files[0].path).iter(f"{W}r")
    ]
    assert f"Inicijativa se odnosi na akt Evropske unije: {title}, {EU_ACT.cited}." in printed(files[0].path)
    assert [known for text, known in tags if text.endswith((title, f"{title}, "))] == [tag]
    assert [known for text, known in tags if EU_ACT.cited in text] == ["en-GB"]


@pytest.mark.parametrize(
    ("recipient", "printed_as"),
    [("Ministarstvo pravde", "Министарство правде"), ("European Commission", "European Commission"), ("", "________")],
)
def test_a_letter_in_cyrillic_is_addressed_in_cyrillic(tmp_path, recipient, printed_as):
    about = replace(sample_submission(), recipient=recipient)
    files, _ = write(about, form("rs"), tmp_path, roles=["cover"], script="Cyrl")
    assert printed_as in printed(files[0].path)


def test_sections_for_which_there_may_be_no_reason_say_so(tmp_path):
    files, _ = package(tmp_path, roles=["explanatory"])
    text = printed(files[0].path)
    said = {line.partition(".")[0]: text[place + 1] for place, line in enumerate(text) if line[:2].strip(".IVX ") == ""}
    assert {number for number, line in said.items() if line.endswith("izostaviti]")} == {"V", "VI", "VII"}


def test_laws_of_which_nothing_is_said_share_a_blank(tmp_path):
    files, _ = package(tmp_path, laws=3, roles=["cover"])
    text = printed(files[0].path)
    reasons = text.index("Razlozi za inicijativu:")
    assert text[reasons + 1] == "________"
    assert text[reasons + 2].startswith("Inicijativa se odnosi")


def test_the_rationale_gives_the_reasons_by_provision_with_their_basis(tmp_path):
    files, _ = package(tmp_path, roles=["explanatory"])
    text = printed(files[0].path)
    place = text.index("Član 2. stav\u00a01.")
    assert text[place + 1 : place + 3] == ["Procena mora biti brza.", "Odredba EU: Član 4."]
    numbers = [line.partition(".")[0] for line in text if line.partition(".")[0] in "I II III IV V VI VII VIII".split()]
    assert numbers == "I II III IV V VI VII VIII".split()


def test_the_letter_is_the_organisations_and_lists_what_is_enclosed(tmp_path):
    files, _ = package(tmp_path)
    cover = next(file.path for file in files if file.role == "cover")
    header = part(cover, "word/header1.xml")
    assert "Udruženje za uzorke" in header
    assert "Trg 1, Grad" in header
    text = printed(cover)
    assert text[0] == "Ministarstvo za uzorke"
    assert text[text.index("Prilozi:") + 1 :] == [
        "1. Radni tekst sa predloženim izmenama",
        "2. Uporedni pregled",
        "3. Pregled odredaba koje se menjaju, odnosno dopunjuju",
        "4. Nacrt zakona",
        "5. Tabela usklađenosti",
        "6. Izjava o usklađenosti",
        "7. Obrazloženje",
    ]


def test_north_macedonia_and_albania_print_the_amended_articles_as_they_stand(tmp_path):
    for country in ("mk", "al"):
        files, _ = package(tmp_path / country, country, roles=["provisions"])
        text = printed(files[0].path)
        assert "(2) Rok iznosi 30 dana & teče od prijema." in text
        assert not any("15 dana" in line or "uređuje se uzorak" in line for line in text)


def test_what_is_left_to_fill_in_is_counted(tmp_path):
    _, findings = package(tmp_path, roles=["statement"])
    assert [(one.code, dict(one.values)["document"]) for one in findings] == [("blanks-left", "Izjava o usklađenosti")]


def test_an_unchecked_card_is_a_warning(tmp_path):
    law = replace(sample_law(), card=replace(sample_law().card, checked_by=""))
    _, findings = write(sample_submission(law), form("rs"), tmp_path, roles=["tracked"])
    assert [one.code for one in findings] == ["card-not-checked"]


def test_amendments_of_the_parliament_stand_in_two_columns_with_changes_in_bold_italics(tmp_path, docx_schema):
    law = sample_law(country="eu", language="en", key="eu-uzorak")
    files, _ = write(sample_submission(law, country="eu"), form("eu/ep-amendment"), tmp_path)
    assert docx_schema.check(files[0].path) == []
    body = tree(files[0].path)
    assert "Amendment 1" in printed(files[0].path)
    changed = [
        "".join(t.text for t in run.iter(f"{W}t"))
        for run in body.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}rStyle[@{W}val='TomasChanged']") is not None
    ]
    assert "bez odlaganja " in changed
    assert "deleted" in changed


def amended(tmp_path, *pairs):
    """The two cells of each amendment that takes the first text of a pair to the second ("" for none)."""
    marked = []
    for i, (old, new) in enumerate(pairs):
        cause = Modification(f"p{i}", "substitution", f"art_{i}", author="A", justification="J")
        base, proposed = (
            [Line(f"art_{i}__para_{n}", "paragraph", "text", text) for n, text in enumerate(each)]
            for each in (old, new)
        )
        marked += [replace(line, cause=cause) for line in compare(base, proposed)]
    law = replace(sample_law(tuple(marked), country="eu", language="en", key="eu-uzorak"), modifications=())
    files, _ = write(sample_submission(law, country="eu"), form("eu/ep-amendment"), tmp_path)
    return [
        [["".join(t.text for t in p.iter(f"{W}t")) for p in cell.iter(f"{W}p")] for cell in row.iter(f"{W}tc")]
        for table in tree(files[0].path).iter(f"{W}tbl")
        for row in list(table.iter(f"{W}tr"))[1:]
    ]


def test_deleted_stands_once_for_all_that_goes_and_not_where_something_comes_in_its_place(tmp_path):
    gone, reworded = amended(tmp_path, (["one two.", "three four."], []), (["one two three."], ["quite another."]))
    assert gone == [["one two.", "three four."], ["deleted"]]
    assert reworded == [["one two three."], ["quite another."]]
