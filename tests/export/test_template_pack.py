"""Forms are found in folders and checked against their own Word template; a bad one is reported, never crashed on."""

from __future__ import annotations

import shutil

import docx
import pytest

from tests.export.samples import sample_submission
from tests.export.word_reading import W
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


def test_a_default_form_that_cannot_be_read_gives_way_to_no_other(tmp_path):
    folder = tmp_path / "rs" / "zakonodavstvo"
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text("title = ", encoding="utf-8")
    with pytest.raises(TomasError) as trouble:
        form("rs", [tmp_path])
    assert trouble.value.code == "form-unreadable"
    assert form("rs/typographic", [tmp_path]).id == "rs/typographic"
    assert form("mk", [tmp_path]).is_default


def test_a_broken_form_beside_a_sound_default_hinders_nothing(tmp_path):
    folder = tmp_path / "rs" / "broken"
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text("title = ", encoding="utf-8")
    assert form("rs", [tmp_path]).id == "rs/zakonodavstvo"


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
    files, findings = write(sample_submission(), form("rs/moj", [overlay]), tmp_path / "out")
    assert files
    assert [dict(one.values) for one in findings if one.code == "form-style-missing"] == [missing]


def test_a_style_role_without_a_style_is_reported(overlay):
    change(overlay, 'point = "Tomas Point"\n', "")
    assert codes(overlay) == [("form-style-unset", {"form": "rs/moj", "role": "point"})]


@pytest.mark.parametrize("old", ['text = "{law}"', "{author}", 'required = ["law"'])
def test_a_field_that_does_not_exist_is_reported(overlay, old):
    change(overlay, old, old.replace("law", "zakon").replace("author", "zakon"))
    assert codes(overlay) == [("form-unknown-field", {"form": "rs/moj", "field": "zakon"})]


def test_a_text_that_the_documents_print_is_missed(overlay):
    for text in ("eu_basis", "if_proposal", "no_translation"):
        change(overlay, f"{text} = ", f"no_{text} = ")
    form_of = {"form": "rs/moj"}
    assert codes(overlay) == [
        ("form-text-missing", form_of | {"text": text}) for text in ("eu_basis", "if_proposal", "no_translation")
    ]


@pytest.mark.parametrize(("role", "style", "kind"), [
    ("table", "Tomas Paragraph", "table"), ("article", "Tomas Table", "paragraph"),
    ("deleted", "Tomas Paragraph", "character"),
])  # fmt: skip
def test_a_style_of_the_wrong_kind_is_reported(overlay, role, style, kind):
    own = {"table": "Tomas Table", "article": "Tomas Article", "deleted": "Tomas Deleted"}[role]
    change(overlay, f'{role} = "{own}"\n', f'{role} = "{style}"\n')
    said = ("form-style-kind", {"form": "rs/moj", "role": role, "style": style, "kind": kind})
    assert set(map(str, codes(overlay))) == {str(said)}  # once for each Word file


@pytest.mark.parametrize(("old", "new", "key"), [
    ("date_format = ", "defualt = true\ndate_format = ", "defualt"),
    ('orientation = "landscape"', 'oreintation = "landscape"', "document.oreintation"),
    ('kind = "text", style', 'kind = "text", bold = true, style', "block.bold"),
    ("width = 33", "whidth = 33", "column.whidth"),
])  # fmt: skip
def test_a_key_that_means_nothing_is_reported(overlay, old, new, key):
    change(overlay, old, new)
    assert ("form-unknown-key", {"form": "rs/moj", "key": key}) in codes(overlay)


def test_two_documents_that_would_be_one_file_are_reported(overlay):
    change(overlay, 'role = "cover"', 'role = "statement"')
    assert codes(overlay) == [("form-document-twice", {"form": "rs/moj", "role": "statement", "name": "-"})]


def test_a_folder_with_a_word_file_and_no_description_is_reported(overlay):
    (overlay / "rs" / "moj" / "template.toml").unlink()
    assert [code for code, _ in codes(overlay)] == ["form-not-described"]


def test_a_missing_word_template_is_reported(overlay):
    (overlay / "rs" / "moj" / "template.docx").unlink()
    assert [code for code, _ in codes(overlay)] == ["form-docx-unreadable"]


def test_a_damaged_word_template_is_reported(overlay):
    path = overlay / "rs" / "moj" / "template.docx"
    data = path.read_bytes()
    for at in range(200, len(data) - 200, len(data) // 12):
        path.write_bytes(data[:at] + b"\xff" * 40 + data[at + 40 :])
        assert {code for code, _ in codes(overlay)} <= {"form-docx-unreadable"}


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


@pytest.mark.parametrize("name", [name for name in BUNDLED if name != "eu/redline"])
def test_every_document_can_be_found_in_the_navigation_pane(name):
    """Its first heading has a level of its own there: a title, an act's title, or the subject of a letter."""
    for document in form(name).documents:
        template = docx.Document(str(form(name).folder / document.template))
        headed = [block.style for block in document.blocks if block.kind == "text"]
        headed += ["act_title" for block in document.blocks if block.kind == "act"]
        assert any(_level(template.styles[form(name).styles[style]]) == "0" for style in headed), document.role


def _level(style):
    while style is not None:
        found = style.element.find(f".//{W}outlineLvl")
        if found is not None:
            return found.get(f"{W}val")
        style = style.base_style
    return None
