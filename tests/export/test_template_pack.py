"""Forms are found in folders and checked against their own Word template; a bad one is reported, never crashed on."""

from __future__ import annotations

import shutil

import pytest

from tests.export.samples import sample_submission
from tomas_desktop import paths
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.export.composer import write
from tomas_desktop.export.form import ROLES
from tomas_desktop.export.template_pack import check, form, forms

BUNDLED = [one.id for one in forms()]


def codes(folder):
    return [(finding.code, dict(finding.values)) for finding in check([folder])]


@pytest.fixture
def overlay(tmp_path):
    """A user's folder with a copy of the Serbian form in it, to be changed by the test."""
    shutil.copytree(paths.templates() / "rs" / "zakonodavstvo", tmp_path / "rs" / "moj")
    toml = tmp_path / "rs" / "moj" / "template.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace("default = true\n", ""), encoding="utf-8")
    return tmp_path


def change(overlay, old, new):
    toml = overlay / "rs" / "moj" / "template.toml"
    text = toml.read_text(encoding="utf-8")
    assert old in text
    toml.write_text(text.replace(old, new), encoding="utf-8")


def test_the_bundled_forms_are_sound():
    assert check() == []


@pytest.mark.parametrize("name", BUNDLED)
def test_the_bundled_word_templates_are_valid(docx_schema, name):
    files = {form(name).folder / document.template for document in form(name).documents}
    assert {file.name: docx_schema.check(file) for file in files} == {file.name: [] for file in files}


@pytest.mark.parametrize("country", ["rs", "mk", "al"])
def test_every_country_has_a_form_for_every_role(country):
    assert set(form(country).roles) == set(ROLES)


def test_tables_go_both_ways_where_the_country_asks_for_both():
    names = {one: [d.name for d in form(one).documents if d.role == "concordance"] for one in ("rs", "mk", "al")}
    assert names == {"rs": [""], "mk": ["eu-mk", "mk-eu"], "al": ["be-al", "al-be"]}


def test_a_country_names_its_default_form(overlay):
    assert form("rs", [overlay]).id == "rs/zakonodavstvo"
    assert form("rs/moj", [overlay]).folder == overlay / "rs" / "moj"


def test_an_unknown_form_is_named_with_those_there_are():
    with pytest.raises(NotFoundError) as trouble:
        form("xx")
    assert trouble.value.code == "unknown-form"
    assert "rs/zakonodavstvo" in str(trouble.value.values["known"])


def test_a_new_form_is_a_folder_and_exports_without_code(overlay, tmp_path, docx_schema):
    change(overlay, "Pregled odredaba koje se menjaju, odnosno dopunjuju", "Naš pregled")
    assert "rs/moj" in [one.id for one in forms("rs", [overlay])]
    files, findings = write(sample_submission(), form("rs/moj", [overlay]), tmp_path / "out")
    assert {file.role for file in files} == set(ROLES)
    assert [finding.code for finding in findings if finding.severity != "info"] == []
    assert all(docx_schema.check(file.path) == [] for file in files)


def test_an_overlay_takes_the_place_of_a_bundled_form_of_the_same_name(tmp_path):
    shutil.copytree(paths.templates() / "rs" / "zakonodavstvo", tmp_path / "rs" / "zakonodavstvo")
    assert form("rs", [tmp_path]).folder == tmp_path / "rs" / "zakonodavstvo"


def test_a_style_that_the_template_lacks_is_reported_and_the_export_goes_on(overlay, tmp_path):
    change(overlay, '"Tomas Article"', '"Ministry Article"')
    missing = {"form": "rs/moj", "role": "article", "style": "Ministry Article"}
    assert codes(overlay) == [("form-style-missing", missing)]
    assert write(sample_submission(), form("rs/moj", [overlay]), tmp_path / "out")[0]


def test_a_style_role_without_a_style_is_reported(overlay):
    change(overlay, 'point = "Tomas Point"\n', "")
    assert codes(overlay) == [("form-style-unset", {"form": "rs/moj", "role": "point"})]


@pytest.mark.parametrize("old", ['text = "{law}"', "{author}", 'required = ["law"'])
def test_a_field_that_does_not_exist_is_reported(overlay, old):
    change(overlay, old, old.replace("law", "zakon").replace("author", "zakon"))
    assert codes(overlay) == [("form-unknown-field", {"form": "rs/moj", "field": "zakon"})]


def test_a_missing_word_template_is_reported(overlay):
    (overlay / "rs" / "moj" / "template.docx").unlink()
    assert [code for code, _ in codes(overlay)] == ["form-docx-unreadable"]


def test_a_word_template_that_is_no_word_file_is_reported(overlay, tmp_path):
    (overlay / "rs" / "moj" / "template.docx").write_bytes(b"PK\x03\x04 not a zip")
    assert [code for code, _ in codes(overlay)] == ["form-docx-unreadable"]
    with pytest.raises(TomasError):
        write(sample_submission(), form("rs/moj", [overlay]), tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("title = ", "title == ", "form-unreadable"),
        ('kind = "tracked"', 'kind = "magic"', "form-field"),
        ('role = "tracked"', "role = 7", "form-field"),
        ('role = "tracked"', 'role = "minutes"', "form-field"),
        ("width = 33", 'width = "wide"', "form-field"),
        ('source = "eu"', 'source = "us"', "form-field"),
        ('orientation = "landscape"', 'orientation = "sideways"', "form-field"),
        ('template = "letter.docx"', 'template = "../letter.docx"', "form-field"),
        ('none = "NU"', 'nothing = "NU"', "form-field"),
        ('needed_for = ["partial"', 'needed_for = ["partly"', "form-field"),
        ('scripts = ["Latn", "Cyrl"]', "scripts = []", "form-field"),
        ("[styles]", "[style]", "form-field"),
    ],
)
def test_a_form_that_cannot_be_read_is_reported_and_named(overlay, old, new, code):
    change(overlay, old, new)
    assert [found for found, _ in codes(overlay)] == [code]
    assert "rs/moj" not in [one.id for one in forms("rs", [overlay])]
    with pytest.raises(TomasError) as trouble:
        form("rs/moj", [overlay])
    assert trouble.value.code == code


def test_a_folder_that_is_not_there_holds_no_forms(tmp_path):
    assert [one.id for one in forms(overlays=[tmp_path / "none"])] == BUNDLED
