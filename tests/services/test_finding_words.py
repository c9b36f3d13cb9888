"""What the window says of a finding: titles and numbers for keys and eIds."""

from __future__ import annotations

from tomas_desktop.model.finding import Finding
from tomas_desktop.services import finding_words
from tomas_desktop.services.dossiers import OpenDossier


def said(dossier: OpenDossier, code: str, **values: str) -> str:
    return finding_words.sentence(dossier, Finding("warning", code, values=tuple(values.items())))


def test_a_law_is_called_by_its_title(dossier: OpenDossier) -> None:
    title = dossier.work("law").title
    assert f"“date of the text” of {title};" in said(dossier, "field-missing", field="as_of", law="law")
    assert "of other;" in said(dossier, "field-missing", field="as_of", law="other")


def test_a_provision_is_called_by_its_number(dossier: OpenDossier) -> None:
    words = said(
        dossier, "child-is-younger", word="dete", national="law#art_1__para_2__point_1", age="14", eu_age="18",
        defined_in="law#art_2", definition="x", reference="eu#art_1__para_2",
    )  # fmt: skip
    assert "law 1.2(1)" in words
    assert "eu 1.2" in words
    assert "#art_" not in words


def test_what_is_not_there_stays_as_it_is(dossier: OpenDossier) -> None:
    assert "other#art_9" in said(dossier, "correlation-dangling", reference="other#art_9")
    assert "law#art_99" in said(dossier, "correlation-dangling", reference="law#art_99")
