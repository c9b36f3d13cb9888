"""What Word, LibreOffice and browsers put on the clipboard, and what of it comes into a proposal."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from tests.ui.test_tracked_editor import check, editor, load, put
from tomas_desktop.ui.views.tracked_editor import TrackedEditor
from tomas_desktop.ui.views.tracked_paste import of_page, pasted

__all__ = ["editor"]

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>x</title>
<style><!-- p.MsoNormal {margin:0} --></style><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--></head>
<body lang=SR style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoNormal>The court <del cite="mailto:Ana" datetime="2026-01-02"><span class=msoDel>shall</span></del><ins
cite="mailto:Ana" datetime="2026-01-02T10:00"><span class=msoIns>may</span></ins> impose a
fine<span style='mso-hide:all'> (internal: ask the minister)</span>.<span class=MsoCommentReference><span
style='font-size:8.0pt'><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[AB1]</a></span></span><o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1)<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>first
point;<a style='mso-footnote-id:ftn1' href="#_ftn1"><span class=MsoFootnoteReference>[1]</span></a></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<!--EndFragment-->
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p>a footnote</p></div></div>
<div style='mso-element:comment-list'><p>a comment</p></div>
</body></html>"""


def test_word_leaves_behind_what_nobody_sees() -> None:
    assert of_page(WORD) == "The court may impose a fine.\n1) first point;"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>one<p>two", "one\ntwo"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("<div><div>one</div>\n<div>two <b>b</b>old</div></div>", "one\ntwo bold"),
        ("a <del>b</del> c", "a c"),
        ("a<span style='display: none'>b<span>c</span></span>d", "ad"),
        ("<p hidden>gone<p>stays", "stays"),
        ("<ol><li>one<li>two</ol><ul><li>three</ul>", "1. one\n2. two\nthree"),
        ('<ol start="4"><li>four</li><li>(5) five</li></ol>', "4. four\n(5) five"),
        ("x<script>y</script><style>z</style><!-- c -->w", "xw"),
        ("10&nbsp;000 euro &amp; more &lt;b&gt;", "10\u00a0000 euro & more <b>"),
        ("<p>  spaced\n   out  </p>", "spaced out"),
        ("со\u00adвет и\u200b ред \u202eна\u202c пат", "совет и ред на пат"),
        ("<br/><p/>only", "only"),
        ("Version:0.9\r\nStartHTML:0000\r\n<html><body>words</body></html>", "words"),
        ("", ""),
        ("<p>unclosed <b>bold", "unclosed bold"),
        ("<img src='http://example.com/x.png'>seen", "seen"),
    ],
)
def test_a_page_becomes_its_paragraphs(page: str, text: str) -> None:
    assert of_page(page) == text


def test_a_row_of_a_table_is_one_paragraph() -> None:
    points = "".join(
        f"<tr><td valign=top><p>({letter})</p></td><td><p>{words};</p></td></tr>"
        for letter, words in (("a", "risk assessment"), ("b", "removal"))
    )
    assert of_page(f"<p>Providers:</p><table>{points}</table><p>End.</p>") == (
        "Providers:\n(a) risk assessment;\n(b) removal;\nEnd."
    )
    nested = (
        "<table><tr><td>(a)</td><td><p>outer</p><table><tr><td>(i)</td><td>inner</td></tr></table></td></tr></table>"
    )
    assert of_page(nested) == "(a) outer\n(i) inner"


def mime(text: str, html: str = "") -> QMimeData:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    return data


def test_a_page_without_words_and_lines_shown_as_typed_leave_the_text() -> None:
    assert pasted(mime("plain", "<p> </p>")) == "plain"
    assert pasted(mime("two\nlines", "<pre>two\nlines</pre>")) == "two\nlines"
    assert pasted(mime("a\u00adb\tc")) == "ab c"


def test_pasted_word_text_is_one_edit_marked_like_typed_text(editor: TrackedEditor) -> None:
    load(editor, ["before", "after"])
    put(editor, 6)
    QGuiApplication.clipboard().setMimeData(mime("deleted words too", WORD))
    rested: list[bool] = []
    editor.rested.connect(lambda: rested.append(True))
    editor.paste()
    check(editor)
    assert editor.sheet.proposed() == ["beforeThe court may impose a fine.", "1) first point;", "after"]
    assert rested == [True]
