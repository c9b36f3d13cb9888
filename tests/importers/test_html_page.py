"""A page's body and words: safe to open, in whatever encoding, nothing counted that is not printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers.html_page import body_of, decode, one_line, text_of
from tomas_desktop.text.tokens import words

PAGE = Path("page.html")


def printed(page: str) -> str:
    return text_of(body_of(page.encode("utf-8"), PAGE))


def test_spans_cut_words_and_blocks_part_them():
    page = "<body><p><span>o</span><span>bliga</span><b>tions</b></p><p>next</p><div>cell<br>below</div></body>"
    assert printed(page) == "obligations next cell below"


def test_scripts_styles_and_comments_are_never_printed():
    page = "<body><style>p {}</style><!-- hidden --><p>seen</p><script>var unseen = '</p>';</script> too</body>"
    assert printed(page) == "seen too"


def test_blanks_of_every_kind_are_one_blank_and_soft_hyphens_none():
    assert one_line(" a\u00a0\t\u2009b\r\n c\u00ad d ") == "a b c d"
    assert one_line("z\u030c") == "ž"
    assert one_line("p. 1 .") == "p. 1."


def test_markup_in_attributes_and_entities_is_not_taken_for_text():
    assert printed('<body><p title="a > b <i>">x &lt; y &amp;amp; z</p></body>') == "x < y &amp; z"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
def test_the_encoding_is_found(encoding):
    page = f'<html><head><meta charset="{encoding}"></head><body><p>Закон о нечему, члан 5а</p></body></html>'
    assert text_of(body_of(page.encode(encoding), PAGE)) == "Закон о нечему, члан 5а"


def test_a_charset_that_does_not_exist_does_no_harm():
    page = '<html><head><meta content="text/html; charset=UNICODE-1-1-UTF-8"></head><body>é</body></html>'
    assert decode(page.encode("utf-8"), PAGE) == page


def test_a_page_that_declares_the_wrong_charset_is_read_as_what_it_is():
    page = '<html><head><meta charset="windows-1252"></head><body>Ђак</body></html>'
    assert text_of(body_of(page.encode("utf-8"), PAGE)) == "Ђак"


def test_no_depth_of_nesting_cuts_the_text_off():
    page = "<body>" + "<font>" * 3000 + "<p>the last word</p></body>"
    assert printed(page) == "the last word"


def test_an_entity_of_the_documents_own_is_not_expanded(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("password")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><body><p>a &x; b</p></body></html>'
    assert "password" not in printed(page)


def test_a_page_of_frames_has_no_text():
    with pytest.raises(UnreadableError):
        body_of(b"<html><frameset><frame src='a.html'></frameset></html>", PAGE)


def test_words_are_those_of_the_body_only():
    page = b"<html><head><title>not these</title></head><body>three words here</body></html>"
    assert len(words(text_of(body_of(page, PAGE)))) == 3


def test_one_damaged_character_does_not_change_the_encoding():
    page = "<body><p>Закон о пчелама и меду и о свему другом што пчеле праве и чувају.</p></body>".encode()
    text = text_of(body_of(page.replace("м".encode(), b"\xd0", 1), PAGE))
    assert text.startswith("Закон о пчела")


@pytest.mark.parametrize("written", ["\x02", "&#2;", "&#x1f;", "\x7f", "\ufffe"])
def test_control_characters_print_nothing(written):
    assert printed(f"<body><p>ab{written}cd</p></body>") == "abcd"


def test_characters_named_by_their_place_in_windows_1252_are_those_characters():
    assert printed("<body><p>1992&#150;1993 &#132;a&#147;</p></body>") == "1992–1993 „a“"
