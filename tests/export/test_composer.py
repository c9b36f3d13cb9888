"""A package: which files, what stands in them, that the same input gives the same bytes."""

from __future__ import annotations

from dataclasses import replace

import docx
import pytest

from tests.export.samples import DATE, NBSP, base_text, proposed_text, sample_law, sample_submission
from tests.export.word_reading import W, accepted, part, rejected, tree
from tomas_desktop.errors import TomasError
from tomas_desktop.export.composer import write
from tomas_desktop.export.template_pack import form
from tomas_desktop.model.identifiers import Ref

COUNTRIES = {"rs": "sr-Latn", "mk": "mk", "al": "sq"}


def exported(tmp_path, country="rs", **options):
    law = sample_law(country=country, language=COUNTRIES[country], key=f"{country}-probni")
    files, findings = write(sample_submission(law, country=country), form(country), tmp_path, **options)
    return {file.path.stem.removeprefix(f"{country}-probni-"): file.path for file in files}, grave(findings)


def grave(findings):
    """Without the counts of blanks, which every draft has."""
    return tuple(finding for finding in findings if finding.severity != "info")


def texts(path):
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in tree(path).iter(f"{W}p")]


def finding_codes(findings):
    return [finding.code for finding in grave(findings)]


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_document_is_a_valid_word_file(docx_schema, tmp_path, country):
    files, findings = exported(tmp_path, country)
    assert findings == ()
    assert set(files) == {"-".join(filter(None, (one.role, one.name))) for one in form(country).documents}
    assert {role: docx_schema.check(path) for role, path in files.items()} == {role: [] for role in files}


def test_the_tracked_law_holds_both_texts(tmp_path):
    body = tree(exported(tmp_path)[0]["tracked"])
    marked = sample_law().marked
    assert accepted(body)[2:-1] == proposed_text(marked)
    assert rejected(body)[2:-1] == base_text(marked)


def test_the_same_submission_gives_the_same_bytes(tmp_path):
    once, again = exported(tmp_path / "a")[0], exported(tmp_path / "b")[0]
    assert [path.read_bytes() for path in once.values()] == [path.read_bytes() for path in again.values()]


def test_reasons_stand_in_the_margin(tmp_path):
    comments = docx.Document(str(exported(tmp_path)[0]["tracked"])).comments
    assert [(comment.author, comment.text) for comment in comments] == [
        ("Ana Anić", "Procena mora biti brza.\nOdredba EU: Article 4")
    ]


def test_the_reason_for_the_whole_proposal_stands_at_its_first_change(tmp_path):
    law = sample_law()
    law = replace(law, proposal=replace(law.proposal, justification="Zakon se usklađuje."))
    files, _ = write(sample_submission(law), form("rs"), tmp_path, roles=["tracked"])
    comments = [comment.text for comment in docx.Document(str(files[0].path)).comments]
    assert comments == ["Zakon se usklađuje.", "Procena mora biti brza.\nOdredba EU: Article 4"]


def test_a_reason_for_a_change_that_is_not_shown_is_a_finding(tmp_path):
    law = sample_law()
    unchanged = replace(law, marked=tuple(line for line in law.marked if line.state == "kept"))
    _, findings = write(sample_submission(unchanged), form("rs"), tmp_path, roles=["tracked"])
    assert finding_codes(findings) == ["nothing-proposed", "reason-not-shown"]


def test_the_overview_of_provisions_has_no_tracked_changes(tmp_path):
    """Deleted words are struck through, new ones stand in capitals; untouched articles are left out."""
    path = exported(tmp_path)[0]["provisions"]
    body = tree(path)
    assert not list(body.iter(f"{W}ins", f"{W}del"))
    assert "1) BEZ ODLAGANJA proceni rizik;" in texts(path)
    assert "Obaveze I ROKOVI" in texts(path)
    assert "(2) Rok iznosi 30 15 dana & teče od prijema <PRIJAVE>." in texts(path)
    assert not any("uređuje se uzorak" in text for text in texts(path))
    struck = [
        "".join(t.text or "" for t in run.iter(f"{W}t"))
        for run in body.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}rStyle[@{W}val='TomasDeleted']") is not None
    ]
    assert struck == [".", "30 ", "(3) Ova odredba prestaje."]


def test_the_comparison_lies_across_and_repeats_its_head(tmp_path):
    body = tree(exported(tmp_path)[0]["comparison"])
    assert body.find(f".//{W}pgSz").get(f"{W}orient") == "landscape"
    rows = list(body.iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False]
    assert rows[0].find(f"{W}trPr/{W}cantSplit") is not None  # the first row below it may break: it is long
    assert "Sample obligation" in texts(exported(tmp_path)[0]["comparison"])


@pytest.mark.parametrize(
    ("country", "script", "tags"),
    [
        ("rs", None, {"sr-Latn-RS"}),
        ("rs", "Cyrl", {"sr-Cyrl-RS"}),
        ("mk", None, {"mk-MK"}),
        ("al", None, {"sq-AL"}),
    ],
)
def test_every_run_says_which_language_it_is_in(tmp_path, country, script, tags):
    files, _ = exported(tmp_path, country, script=script)
    for role, also in (("tracked", set()), ("comparison", {"en-GB"})):
        runs = [r for r in tree(files[role]).iter(f"{W}r") if r.find(f"{W}commentReference") is None]
        assert {run.find(f"{W}rPr/{W}lang").get(f"{W}val") for run in runs} == tags | also


def test_serbian_can_be_written_in_cyrillic(tmp_path):
    path = exported(tmp_path, script="Cyrl")[0]["tracked"]
    lines = accepted(tree(path))
    assert lines[0] == "Пробни закон"
    assert f"(1) Пружалац услуге, у смислу чл.{NBSP}5. и 6, дужан је да:" in lines
    assert rejected(tree(path))[-2] == "(3) Ова одредба престаје."
    assert "Ana Anić" in lines[1]  # a name is printed as its bearer writes it


def test_a_law_in_cyrillic_stays_in_cyrillic(tmp_path):
    law = replace(sample_law(), expression=replace(sample_law().expression, language="sr-Cyrl"))
    files, _ = write(sample_submission(law), form("rs"), tmp_path, roles=["comparison"])
    assert "Предлог" in texts(files[0].path)


def test_a_script_or_a_role_that_the_form_lacks_is_a_finding(tmp_path):
    files, findings = exported(tmp_path, "mk", roles=["tracked", "minutes"], script="Latn")
    assert list(files) == ["tracked"]
    assert finding_codes(findings) == ["role-not-in-form", "script-not-in-form"]


def test_what_is_not_known_is_a_visible_blank_and_a_finding(tmp_path):
    law = sample_law()
    bare = replace(law, card=replace(law.card, as_of=""), expression=replace(law.expression, date=""))
    files, findings = write(sample_submission(bare), form("rs"), tmp_path, roles=["tracked"])
    assert [(finding.code, dict(finding.values)["field"]) for finding in findings] == [("field-missing", "as_of")]
    assert "stanje: ________;" in part(files[0].path, "word/footer1.xml")


def test_the_footer_says_where_the_text_comes_from(tmp_path):
    footer = part(exported(tmp_path)[0]["tracked"], "word/footer1.xml")
    assert "Izvor važećeg teksta: radni sažetak; stanje: 15.01.2026.; otisak: ab12ab12ab12." in footer
    assert " PAGE " in footer


def test_a_document_that_shows_the_eu_text_says_where_that_comes_from(tmp_path):
    files, _ = exported(tmp_path)

    def footer(role):
        return part(files[role], "word/footer1.xml")

    assert "Tekst akta EU: sample.txt; stanje: 01.03.2025.; otisak: eeeeeeeeeeee." in footer("comparison")
    assert "Tekst akta EU: uzorak.docx; stanje: 01.03.2025.; otisak: dddddddddddd." in footer("concordance")
    assert "Tekst akta EU" not in footer("tracked")


def test_the_properties_say_who_and_when_and_nothing_else(tmp_path):
    core = docx.Document(str(exported(tmp_path)[0]["tracked"])).core_properties
    assert core.title == "Radni tekst sa predloženim izmenama – Probni zakon"
    assert (core.author, core.last_modified_by) == ("Ana Anić", "Ana Anić")
    assert core.created.isoformat() == core.modified.isoformat() == DATE.replace("Z", "+00:00")
    assert [core.comments, core.keywords, core.subject, core.category] == [""] * 4


def test_word_keeps_recording_in_the_tracked_law_only(tmp_path):
    files, _ = exported(tmp_path)
    recording = {role: "<w:trackRevisions" in part(path, "word/settings.xml") for role, path in files.items()}
    assert [role for role, records in recording.items() if records] == ["tracked"]


def test_control_characters_are_dropped_and_told(tmp_path, docx_schema):
    law = sample_law()
    dirty = replace(law, proposal=replace(law.proposal, justification="a\x0bb"), work=replace(law.work, title="T\x01"),
                    card=replace(law.card, official_name=""))  # fmt: skip
    files, findings = write(sample_submission(dirty), form("rs"), tmp_path, roles=["tracked"])
    assert finding_codes(findings) == ["characters-dropped"]
    assert docx_schema.check(files[0].path) == []


def test_several_laws_make_one_package(tmp_path):
    laws = [sample_law(key="rs-kz"), sample_law(key="rs-zkp"), sample_law(key="rs-kz")]
    files, _ = write(sample_submission(*laws), form("rs"), tmp_path, roles=["tracked"])
    names = [file.path.name for file in files]
    assert names == ["rs-kz-1-tracked.docx", "rs-zkp-tracked.docx", "rs-kz-2-tracked.docx"]
    assert all(file.path.is_file() for file in files)


def test_nothing_but_the_package_is_left_in_the_folder(tmp_path):
    files, _ = exported(tmp_path / "new" / "folder")
    assert sorted((tmp_path / "new" / "folder").iterdir()) == sorted(files.values())


def test_a_folder_that_cannot_be_written_is_one_plain_trouble(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(TomasError) as trouble:
        exported(tmp_path / "file" / "out")
    assert trouble.value.code == "cannot-write"


def test_a_file_that_cannot_be_written_leaves_none_of_the_others(tmp_path):
    (tmp_path / "rs-probni-act.docx").mkdir()
    (tmp_path / "rs-probni-tracked.docx").write_bytes(b"of yesterday")
    with pytest.raises(TomasError) as trouble:
        write(sample_submission(), form("rs"), tmp_path)
    assert trouble.value.code == "cannot-write"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["rs-probni-act.docx", "rs-probni-tracked.docx"]
    assert (tmp_path / "rs-probni-tracked.docx").read_bytes() == b"of yesterday"


def test_without_an_eu_act_the_reference_itself_is_printed(tmp_path):
    submission = replace(sample_submission(), eu_acts=())
    files, _ = write(submission, form("rs"), tmp_path, roles=["tracked"])
    assert str(Ref("eu-uzorak", "art_4")) in part(files[0].path, "word/comments.xml")
