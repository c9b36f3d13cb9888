"""The files beside the Word documents: which there are, what they are called, that they say the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import demo, drafting, importing, renditions, submitting
from tomas_desktop.services.dossiers import OpenDossier, opened

DEMO = {"rs": ["rs-kz-deca", "rs-zet-nalozi"], "mk": ["mk-kz-deca"], "al": ["al-kp-femijet"]}


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenDossier]:
    """The workshop dossier, as `demo` fills it."""
    with opened(tmp_path_factory.mktemp("workshop") / "workshop.tomas", create=True) as dossier:
        demo.fill(dossier)
        yield dossier


def names(package: submitting.Package) -> list[str]:
    return [path.name for _, path in package.files]


def test_each_document_has_its_page_each_table_its_csv_each_law_and_act_its_file(
    workshop: OpenDossier, tmp_path: Path
) -> None:
    package = submitting.export(workshop, DEMO["rs"], "rs", tmp_path, also=renditions.KINDS)
    by_format: dict[str, list[str]] = {}
    for _, path in package.files:
        assert path.is_file()
        by_format.setdefault(renditions.format_of(path.name), []).append(path.name)
    assert [name.replace(".docx", ".html") for name in by_format["docx"]] == by_format["html"]
    assert by_format["csv"] == ["rs-kz-comparison.csv", "rs-zet-comparison.csv", "rs-csar-concordance.csv"]
    assert by_format["akn"] == [
        "rs-kz-tracked.akn.xml", "rs-kz-act.akn.xml", "rs-zet-tracked.akn.xml", "rs-zet-act.akn.xml",
    ]  # fmt: skip


def test_the_word_files_come_first_and_are_the_same_with_and_without(workshop: OpenDossier, tmp_path: Path) -> None:
    alone = submitting.export(workshop, DEMO["mk"], "mk", tmp_path / "alone")
    beside = submitting.export(workshop, DEMO["mk"], "mk", tmp_path / "beside", also=["html"])
    assert names(beside)[: len(alone.files)] == names(alone)
    assert beside.findings == alone.findings


def test_only_the_roles_that_are_asked_for(workshop: OpenDossier, tmp_path: Path) -> None:
    package = submitting.export(workshop, DEMO["al"], "al", tmp_path, roles=["act"], also=["akn", "csv"])
    assert names(package) == ["al-kp-act.docx", "al-kp-act.akn.xml"]


def test_a_package_in_one_file_is_one_page_and_one_file_of_tables(workshop: OpenDossier, tmp_path: Path) -> None:
    package = submitting.export(workshop, DEMO["mk"], "mk", tmp_path, combined=True, also=renditions.KINDS)
    assert names(package) == [
        "mk-kz-package.docx", "mk-kz-package.html", "mk-kz-package.csv", "mk-kz-tracked.akn.xml", "mk-kz-act.akn.xml",
    ]  # fmt: skip


def test_the_comparison_is_a_page_to_be_read_in_the_words_of_the_form(workshop: OpenDossier, tmp_path: Path) -> None:
    submitting.export(workshop, DEMO["rs"], "rs", tmp_path, roles=["comparison"], also=["html"])
    text = (tmp_path / "rs-kz-comparison.html").read_text("utf-8")
    assert '<html lang="sr-Latn-RS">' in text
    assert "Važeći tekst" in text
    assert "<del>brisano</del> <ins>novo</ins>" in text


def test_in_the_other_script_the_page_is_too(workshop: OpenDossier, tmp_path: Path) -> None:
    submitting.export(workshop, DEMO["rs"], "rs", tmp_path, ["comparison"], "Cyrl", also=["html", "csv"])
    text = (tmp_path / "rs-kz-comparison.html").read_text("utf-8")
    assert '<html lang="sr-Cyrl-RS">' in text
    assert "Важећи текст" in text
    assert "Члан 185" in text
    assert "Важећи текст" in (tmp_path / "rs-kz-comparison.csv").read_text("utf-8-sig")


@pytest.mark.parametrize("country", DEMO)
def test_the_law_as_proposed_is_valid_and_is_imported_as_it_would_stand(
    shared: Path, workshop: OpenDossier, tmp_path: Path, country: str
) -> None:
    schema = etree.XMLSchema(etree.parse(str(shared / "data" / "eu-akn" / "xsd" / "akomantoso30.xsd")))
    package = submitting.export(workshop, DEMO[country], country, tmp_path, ["tracked", "act"], also=["akn"])
    files = [path for _, path in package.files if path.name.endswith(".akn.xml")]
    for path in files:
        schema.validate(etree.parse(str(path)))
        assert str(schema.error_log) == "", path.name
    for key, path in zip(DEMO[country], files[::2], strict=True):
        proposal = workshop.proposal(key)
        language = workshop.proposal_expression(proposal).language
        assert importing.preview(path, country, language).nodes == drafting.applied(workshop, proposal).nodes


def test_every_law_of_the_dossier_comes_back(workshop: OpenDossier, tmp_path: Path) -> None:
    for work in workshop.dossier.works:
        (expression,) = workshop.dossier.expressions(work.key)
        file = tmp_path / f"{work.key}.akn.xml"
        file.write_text(renditions.law_document(workshop, Ref(work.key)), "utf-8")
        assert importing.preview(file, work.country, expression.language).nodes == workshop.nodes(expression)


def test_one_provision_as_a_document(workshop: OpenDossier) -> None:
    text = renditions.law_document(workshop, Ref("rs-kz", "art_185"), proposal_key="rs-kz-deca")
    assert text.count("<article ") == 1
    assert 'eId="art_185__para_8"' in text


@pytest.mark.parametrize(
    ("name", "known"), [("a.docx", "docx"), ("a.html", "html"), ("a.b.csv", "csv"), ("a.akn.xml", "akn")]
)
def test_a_file_is_known_by_its_name(name: str, known: str) -> None:
    assert renditions.format_of(name) == known
