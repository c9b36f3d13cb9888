"""A package that answers two EU acts: a table of concordance for each, the other papers name both."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from tests.export.samples import CONCORDANCE, EU_ACT, sample_law, sample_submission
from tests.export.word_reading import W, part, tree
from tomas_desktop.export.composer import ExportedFile, write
from tomas_desktop.export.form import USUAL_SCOPE
from tomas_desktop.export.submission import ConcordanceRow, EuAct, Submission
from tomas_desktop.export.template_pack import form
from tomas_desktop.model.identifiers import Ref

LANGUAGES = {"rs": "sr-Latn", "mk": "mk", "al": "sq"}
OF_ONE_ACT = [role for role, scope in USUAL_SCOPE.items() if scope == "eu_act"]


def on_law(act: EuAct, key: str) -> EuAct:
    """The act with all its answers in the law of this key."""

    def row(one: ConcordanceRow) -> ConcordanceRow:
        answers = tuple(
            replace(
                answer,
                correlation=replace(
                    answer.correlation,
                    eu=Ref(act.key, answer.correlation.eu.eid),
                    national=Ref(key, answer.correlation.national.eid),
                ),
            )
            for answer in one.answers
        )
        return replace(one, ref=Ref(act.key, one.ref.eid), answers=answers)

    return replace(act, concordance=tuple(map(row, CONCORDANCE)))


def submission(country: str = "rs", laws: int = 2) -> Submission:
    """The first law answers the sample act, the second (or the same one) another act, which is not adopted yet."""
    made = [
        replace(
            law,
            work=replace(law.work, title=f"Zakon {i}"),
            card=replace(law.card, official_name=f"Zakon {i}"),
            proposal=replace(law.proposal, title=f"O izmeni zakona {i}"),
            act=None,
            modifications=tuple(replace(one, basis="" if i else one.basis) for one in law.modifications),
        )
        for i in range(laws)
        for law in [sample_law(country=country, language=LANGUAGES[country], key=f"{country}-{i}")]
    ]
    second = replace(
        EU_ACT, key="eu-drugi", title="Second Sample Act", cited="COM(0000) 0", celex="00000PC000", name="",
        is_adopted=False,
    )  # fmt: skip
    acts = (on_law(EU_ACT, f"{country}-0"), on_law(second, f"{country}-{laws - 1}"))
    return replace(sample_submission(*made, country=country), eu_acts=acts)


def said(file: ExportedFile) -> str:
    return " ".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in tree(file.path).iter(f"{W}p"))


@pytest.mark.parametrize("country", LANGUAGES)
def test_each_act_has_its_tables(tmp_path: Path, country: str, docx_schema: ModuleType) -> None:
    files, _ = write(submission(country), form(country), tmp_path)
    assert {file.path.name: docx_schema.check(file.path) for file in files} == {file.path.name: [] for file in files}
    of_form = {role: [one for one in form(country).documents if one.role == role] for role in OF_ONE_ACT}
    for role, documents in of_form.items():
        names = sorted(file.path.name for file in files if file.role == role)
        assert names == sorted(
            "-".join(filter(None, (country, act, role, document.name))) + ".docx"
            for act in ("eu-uzorak", "eu-drugi")
            for document in documents
        )
    for role in ("statement", "explanatory", "cover"):
        assert [file.path.name for file in files if file.role == role] == [f"{country}-package-{role}.docx"]


@pytest.mark.parametrize("country", LANGUAGES)
def test_what_is_on_one_act_names_that_act_and_the_laws_that_answer_it(tmp_path: Path, country: str) -> None:
    files, _ = write(submission(country), form(country), tmp_path, roles=OF_ONE_ACT)
    for file in files:
        is_second = "eu-drugi" in file.path.name
        text = said(file)
        assert ("Second Sample Act" in text) is is_second, file.path.name
        assert ("Sample Regulation" in text) is not is_second, file.path.name
        assert f"O izmeni zakona {int(is_second)}" in text or f"Zakon {int(is_second)}" in text, file.path.name
        assert f"akona {int(not is_second)}" not in text, file.path.name


@pytest.mark.parametrize("country", LANGUAGES)
def test_what_is_on_all_names_every_act(tmp_path: Path, country: str) -> None:
    files, _ = write(submission(country), form(country), tmp_path, roles=["cover"])
    assert all("Uredba o uzorcima" in said(file) and "Second Sample Act" in said(file) for file in files)
    if country != "rs":  # Serbia's rationale names an act only where it is the reason of a change
        files, _ = write(submission(country), form(country), tmp_path, roles=["explanatory"])
        assert all("Uredba o uzorcima" in said(file) and "Second Sample Act" in said(file) for file in files)


@pytest.mark.parametrize(
    ("country", "adopted", "other"), [("rs", "b) ", "v) "), ("mk", "3.2 ", "3.3 "), ("al", "4.1 ", "4.2 ")]
)
def test_the_statement_names_each_act_where_it_belongs(tmp_path: Path, country: str, adopted: str, other: str) -> None:
    files, _ = write(submission(country), form(country), tmp_path, roles=["statement"])
    (statement,) = files
    text = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in tree(statement.path).iter(f"{W}p")]
    for name, mark in (("Uredba o uzorcima", adopted), ("Second Sample Act", other)):
        (place,) = [place for place, line in enumerate(text) if name in line]
        assert text[place - 1].startswith(mark), text[place - 1 : place + 1]
        assert text[place + 1].endswith("]")  # how well is for the proposer to say
    runs = [
        run for run in tree(statement.path).iter(f"{W}r") if "Act" in "".join(t.text or "" for t in run.iter(f"{W}t"))
    ]
    assert {run.find(f"{W}rPr/{W}lang").get(f"{W}val") for run in runs} == {"en-GB"}


def test_a_reason_tells_which_act_its_basis_stands_in(tmp_path: Path) -> None:
    files, _ = write(submission(laws=1), form("rs"), tmp_path, roles=["explanatory", "tracked"])
    assert "Odredba EU: Član 4. (Regulation (EU) 0000/0)" in said(files[-1]).replace("\u00a0", " ")
    comments = part(files[0].path, "word/comments.xml")
    assert "Odredba EU: Article 4, Regulation (EU) 0000/0" in comments


def test_one_law_that_answers_two_acts_has_a_table_for_each(tmp_path: Path) -> None:
    files, _ = write(submission(laws=1), form("rs"), tmp_path)
    assert [file.path.name for file in files if file.role in USUAL_SCOPE] == [
        "rs-0-eu-uzorak-concordance.docx",
        "rs-0-eu-drugi-concordance.docx",
        "rs-0-statement.docx",
        "rs-0-explanatory.docx",
        "rs-0-cover.docx",
    ]


def test_a_law_that_nobody_linked_stands_in_all_of_them(tmp_path: Path) -> None:
    whole = submission()
    acts = tuple(replace(act, concordance=()) for act in whole.eu_acts)
    assert [law.work.key for law in replace(whole, eu_acts=acts).on(acts[1]).laws] == ["rs-0", "rs-1"]


def test_a_law_that_answers_none_of_the_acts_is_compared_with_all(tmp_path: Path) -> None:
    whole = submission()
    other = replace(sample_law(key="rs-other"), modifications=())
    whole = replace(whole, laws=(*whole.laws, other))
    assert [act.key for act in whole.of(whole.laws[0]).eu_acts] == ["eu-uzorak"]
    assert [act.key for act in whole.of(other).eu_acts] == ["eu-uzorak", "eu-drugi"]
