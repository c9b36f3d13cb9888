"""One notion under two names in a proposal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.drafts import drafted, found

TWO = {
    "en": ("2. The court decides on a working day.", "3. An appeal is lodged on a business day."),
    "sr-Latn": ("(2) Štiti se teritorijalni integritet.", "(3) Ko napadne teritorijalnu celokupnost, kazniće se."),
    "sr-Cyrl": ("(2) Штити се територијални интегритет.", "(3) Ко нападне територијалну целокупност, казниће се."),
    "mk": ("(2) Се штити националната припадност.", "(3) Забранета е разлика по национално потекло."),
    "sq": ("2. Kërkohet autorizim paraprak.", "3. Gjykata jep autorizimin e mëparshëm."),
}
ONE = {
    "en": ("2. The court decides on working days.", "3. An appeal is lodged on a working day."),
    "sr-Latn": ("(2) Štiti se teritorijalni integritet.", "(3) Povreda teritorijalnog integriteta se kažnjava."),
    "sr-Cyrl": ("(2) Штити се територијални интегритет.", "(3) Повреда територијалног интегритета се кажњава."),
    "mk": ("(2) Се штити националната припадност.", "(3) Разлика по национална припадност е забранета."),
    "sq": ("2. Kërkohet autorizim paraprak.", "3. Gjykata jep autorizimin paraprak."),
}


@pytest.mark.parametrize("language", TWO)
def test_two_names_are_told_at_the_second(tmp_path: Path, language: str) -> None:
    with drafted(tmp_path, language, *TWO[language]) as dossier:
        (remark,) = found(dossier, "two-names")
    values = dict(remark.values)
    assert remark.severity == "info"
    assert values["term"] in TWO[language][1]
    assert values["other"] in TWO[language][0]
    assert values["at"] == "law#art_1__para_2"


@pytest.mark.parametrize("language", ONE)
def test_one_name_in_several_forms_is_not_told(tmp_path: Path, language: str) -> None:
    with drafted(tmp_path, language, *ONE[language]) as dossier:
        assert found(dossier, "two-names") == []


def test_names_that_stand_side_by_side_are_told_apart(tmp_path: Path) -> None:
    with drafted(tmp_path, "sr-Latn", "(2) Vodi se privatni sektor i javni sektor.", "(3) Privatni sektor.") as dossier:
        assert found(dossier, "two-names") == []
