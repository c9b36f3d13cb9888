"""What is copied in another program is read like a file."""

from __future__ import annotations

import pytest

from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.services import importing, pasting
from tomas_desktop.services.sources import Source

# As Word copies it: a page of its own dialect that declares another encoding, numbers of lists as text.
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40"><head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1250">
<meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=SR-LATN-RS><!--StartFragment-->
<p class=MsoNormal align=center><b>ZAKON O RADIONICI<o:p></o:p></b></p>
<p class=MsoNormal align=center>(„Službeni glasnik RS”, broj 1/2030)<o:p></o:p></p>
<p class=MsoNormal align=center><span style='mso-spacerun:yes'> </span>Predmet<o:p></o:p></p>
<p class=MsoNormal align=center>Član 1<o:p></o:p></p>
<p class=MsoNormal>Ovaj zakon uređuje:<o:p></o:p></p>
<p class=MsoListParagraph><![if !supportLists]>
<span style='mso-list:Ignore'>1)<span>&nbsp;&nbsp; </span></span><![endif]>
sastanke;<o:p></o:p></p>
<p class=MsoListParagraph><![if !supportLists]>
<span style='mso-list:Ignore'>2)<span>&nbsp;&nbsp; </span></span><![endif]>
vodiče.<o:p></o:p></p>
<!--EndFragment--></body></html>"""

READ = """\
== preface ==
ZAKON O RADIONICI
(„Službeni glasnik RS”, broj 1/2030)

Predmet

Član 1
Ovaj zakon uređuje:
1) sastanke;
2) vodiče.
"""


def read(source: Source | None, language: str = "sr-Latn") -> importing.Reading:
    assert source is not None
    return importing.preview(source, "rs", language)


def test_a_law_copied_in_word_is_read_with_its_numbers() -> None:
    reading = read(pasting.of_clipboard(WORD, "whatever"))
    assert canonical_text(reading.nodes) == READ
    assert reading.title == "ZAKON O RADIONICI"
    assert reading.words_in == reading.words_placed
    assert [finding.code for finding in reading.findings] == []  # it does not matter what encoding it declares


@pytest.mark.parametrize(
    "html",
    [
        "<!--StartFragment--><div><span>Član 1</span><br><span>Rok je dan.</span></div><!--EndFragment-->",
        "<b>Član 1</b><br>Rok je dan.",
        "<meta charset='utf-8'><li>Član 1</li><li>Rok je dan.</li>",
        "Version:0.9\r\nStartHTML:0097\r\n<html><body><p>Član 1</p><p>Rok je dan.</p></body></html>",
        "Član 1<br>Rok je dan.",
    ],
)
def test_a_piece_of_a_page_without_a_head_is_read(html: str) -> None:
    reading = read(pasting.of_clipboard(html, ""))
    assert reading.format == "html"
    assert canonical_text(reading.nodes) == "Član 1\nRok je dan.\n"


def test_plain_text_is_taken_where_there_is_no_page_or_it_shows_lines_as_they_are() -> None:
    text = "Član 1\nRok je dan.\n"
    for html in ("", "<pre>Član 1\nRok je dan.</pre>", "<meta charset='utf-8'>"):
        reading = read(pasting.of_clipboard(html, text))
        assert reading.format == "plain-text"
        assert canonical_text(reading.nodes) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [("", ""), ("", " \n\u00a0\n"), ('<img src="data:image/png;base64,AAAA"/>', ""), ("<p>&nbsp;</p>", "")],
)
def test_what_has_no_words_is_nothing(html: str, text: str) -> None:
    assert pasting.of_clipboard(html, text) is None
