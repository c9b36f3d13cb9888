"""What a Word file tells about itself, however much the form's template tells about who made it."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tests.export.samples import sample_law, sample_submission
from tests.export.word_reading import W, part, tree
from tomas_desktop.export.composer import write
from tomas_desktop.export.docx_metadata import Properties
from tomas_desktop.export.docx_template import open_template
from tomas_desktop.export.docx_writer import docx_bytes
from tomas_desktop.export.template_pack import form, forms

LANGUAGES = {"rs": "sr-Latn", "mk": "mk", "al": "sq", "eu": "en"}
PROPERTIES = Properties("Nacrt", "Ana Anić", "2026-11-22T10:00:00Z", "sr-Cyrl-RS", "Udruženje & co\nTrg 1")
DC = "{http://purl.org/dc/elements/1.1/}"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def saved_by_somebody(path: Path) -> Path:
    """A template as Word saves it in an office: with its company, its sessions, its own properties and people."""
    source = form("rs").folder / "template.docx"
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Secret Clerk</dc:creator>'
        "<cp:lastPrinted>2020-01-01T00:00:00Z</cp:lastPrinted><cp:category>Secret</cp:category>"
        "<dc:identifier>Secret</dc:identifier><cp:version>Secret</cp:version></cp:coreProperties>"
    )
    app = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Template>Secret.dotm</Template><Company>Secret Ltd</Company><Manager>Secret</Manager></Properties>"
    )
    extra = {"docProps/custom.xml": "<Secret/>", "customXml/item1.xml": "<Secret/>", "word/people.xml": "<Secret/>"}
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode("utf-8")
            if name == "docProps/core.xml":
                text = core
            elif name == "docProps/app.xml":
                text = app
            elif name == "word/settings.xml":
                text = text.replace(
                    "<w:zoom", '<w:attachedTemplate r:id="rId9"/><w:rsids><w:rsid w:val="00AB12CD"/></w:rsids><w:zoom'
                )
                text = text.replace("<w:settings ", f'<w:settings xmlns:r="{RELATIONS}" ', 1)
            elif name.startswith("word/header"):
                text = text.replace("<w:p>", '<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD">')
            elif name == "_rels/.rels":
                text = text.replace(
                    "</Relationships>",
                    f'<Relationship Id="rId77" Type="{RELATIONS}/custom-properties" Target="docProps/custom.xml"/>'
                    "</Relationships>",
                )
            elif name == "word/_rels/document.xml.rels":
                text = text.replace(
                    "</Relationships>",
                    f'<Relationship Id="rId78" Type="{RELATIONS}/customXml" Target="../customXml/item1.xml"/>'
                    '<Relationship Id="rId79" Type="http://schemas.microsoft.com/office/2011/relationships/people" '
                    'Target="people.xml"/></Relationships>',
                )
            elif name == "[Content_Types].xml":
                text = text.replace("<Override", '<Default Extension="bin" ContentType="a/b"/><Override', 1)
            new.writestr(name, text)
        for name, text in extra.items():
            new.writestr(name, text)
    return path


@pytest.fixture
def written(tmp_path):
    path = tmp_path / "written.docx"
    template = open_template(saved_by_somebody(tmp_path / "template.docx"))
    path.write_bytes(docx_bytes(template, "<w:p/>", "", PROPERTIES))
    return path


def test_nothing_of_who_made_the_template_goes_out(written, docx_schema):
    with zipfile.ZipFile(written) as archive:
        assert [name for name in archive.namelist() if b"Secret" in archive.read(name)] == []
        assert [name for name in archive.namelist() if b"rsid" in archive.read(name)] == []
        assert not {"docProps/custom.xml", "customXml/item1.xml", "word/people.xml"} & set(archive.namelist())
    assert docx_schema.check(written) == []


def test_what_does_go_out_is_title_author_organisation_date_and_language(written):
    core = {child.tag.rpartition("}")[2]: child.text for child in tree(written, "docProps/core.xml")}
    assert core == {
        "title": "Nacrt",
        "creator": "Ana Anić",
        "lastModifiedBy": "Ana Anić",
        "revision": "1",
        "created": "2026-11-22T10:00:00Z",
        "modified": "2026-11-22T10:00:00Z",
        "language": "sr-Cyrl-RS",
    }
    app = {child.tag.rpartition("}")[2]: child.text for child in tree(written, "docProps/app.xml")}
    assert app == {"Application": "tomas_desktop", "Company": "Udruženje & co"}


def test_what_names_no_language_is_in_that_of_the_document(written):
    [language] = tree(written, "word/styles.xml").find(f"{W}docDefaults").iter(f"{W}lang")
    assert language.get(f"{W}val") == "sr-Cyrl-RS"


def every_file(tmp_path):
    for country, language in LANGUAGES.items():
        law = sample_law(country=country, language=language, key=f"{country}-probni")
        for one in forms(country):
            files, _ = write(sample_submission(law, country=country), one, tmp_path / one.id)
            for file in files:
                yield one, file


def test_no_document_of_any_form_tells_more(tmp_path):
    for _, file in every_file(tmp_path):
        core = {child.tag.rpartition("}")[2] for child in tree(file.path, "docProps/core.xml")}
        assert core == {"title", "creator", "lastModifiedBy", "revision", "created", "modified", "language"}
        with zipfile.ZipFile(file.path) as archive:
            assert not any(
                re.search(rb"rsid|lastPrinted|<Template>", archive.read(name)) for name in archive.namelist()
            )


def test_every_run_says_its_language_and_every_table_what_it_is(tmp_path):
    for _, file in every_file(tmp_path):
        root = tree(file.path)
        for run in root.iter(f"{W}r"):
            if run.find(f"{W}t") is not None or run.find(f"{W}delText") is not None:
                assert run.find(f"{W}rPr/{W}lang") is not None, (file.path, etree.tostring(run))
        for table in root.iter(f"{W}tbl"):
            properties = table.find(f"{W}tblPr")
            assert properties.find(f"{W}tblCaption").get(f"{W}val")
            assert properties.find(f"{W}tblDescription").get(f"{W}val")
            [*head, _body] = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.findall(f"{W}tr")][:2]
            assert head == [True]


def test_the_footer_tells_where_the_text_is_from(tmp_path):
    for one, file in every_file(tmp_path):
        if file.role == "cover" or one.id == "eu/redline":  # a letter quotes no law; two files are compared as they are
            continue
        footer = part(file.path, "word/footer1.xml")
        law = sample_law()
        for said in (law.card.source, (law.expression.source_hash or law.expression.tree)[:12]):
            assert said in footer, (one.id, file.role)


@pytest.mark.parametrize("name", [one.id for one in forms()])
def test_headings_stand_in_the_navigation_pane_and_stay_with_what_follows(name):
    """Outline levels make the pane; neither a heading nor a line of a paragraph stands alone at the foot of a page."""
    one = form(name)
    for file in {document.template for document in one.documents}:
        template = open_template(one.folder / file)
        styles = template.document.styles
        assert styles.element.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}widowControl") is not None
        for role in ("division", "division_heading", "article", "heading", "section", "law_name"):
            style = styles[one.styles[role]] if one.styles.get(role) in template.style_ids else None
            if style is None:
                continue
            levels, keeps = [], []
            while style is not None:
                levels += [level.get(f"{W}val") for level in style.element.iter(f"{W}outlineLvl")]
                keeps += list(style.element.iter(f"{W}keepNext"))
                style = style.base_style
            assert levels, (name, file, role)
            assert keeps, (name, file, role)
