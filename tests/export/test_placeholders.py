from __future__ import annotations

import docx
import pytest

from tomas_desktop.export.docx_template import Template, open_template
from tomas_desktop.export.placeholders import fill, names_in
from tomas_desktop.export.template_pack import form


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{law} – nacrt", "Zakon – nacrt"),
        ("od {nobody}.", "od ________."),
        ("{law}{law}", "ZakonZakon"),
        ("bez polja { }", "bez polja { }"),
        ("", ""),
    ],
)
def test_fields_are_replaced_and_what_is_unknown_is_a_blank(text, filled):
    assert fill(text, lambda name: {"law": "Zakon"}.get(name, "")) == filled


def test_only_the_words_around_a_field_are_spelt():
    assert fill("od {law} do", lambda _name: "Law", str.upper) == "OD Law DO"


def test_the_names_in_texts():
    assert names_in("{law} {date}", "{law}") == {"law", "date"}


def test_a_field_that_word_cut_into_runs_is_filled_and_the_page_number_stays():
    document = docx.Document(str(form("rs").template))
    paragraph = document.sections[0].footer.paragraphs[1]
    for piece in (" {da", "t", "e} kraj"):
        paragraph.add_run(piece)
    template = Template(document, {})
    assert "date" in names_in(*template.printed())
    template.fill(lambda name: f"<{name}>")
    assert paragraph.text == "1 / 1 <date> kraj"


def test_styles_are_found_by_the_name_word_shows():
    assert open_template(form("rs").template).style_ids["Tomas Article"] == "TomasArticle"
