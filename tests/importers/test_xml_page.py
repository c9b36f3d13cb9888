"""XML is read safely: nothing from outside, nothing that grows, and a sentence that says where reading stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.readings import EU
from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import base, xml_page

PAGE = Path("law.xml")


def refused(data: bytes) -> UnreadableError:
    with pytest.raises(UnreadableError) as refusal:
        xml_page.parse(data, PAGE)
    return refusal.value


def test_mark_up_that_is_not_well_formed_is_refused_with_the_line():
    error = refused(b"<act>\n<p>Bees</act>")
    assert (error.code, error.values) == ("xml-not-well-formed", {"file": "law.xml", "line": 2})


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b'<!DOCTYPE a [<!ENTITY x "law"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>',
        b'<!DOCTYPE a [<!ENTITY % x SYSTEM "http://example.org/x.dtd"> %x;]><a/>',
    ],
)
def test_entities_of_the_documents_own_are_refused(data):
    assert refused(data).code == "xml-with-entities"


@pytest.mark.parametrize(
    "data", [b"<a>" * 5000 + b"</a>" * 5000, b"<?xml version='1.0' encoding='none'?><a/>", b"\x89PNG"]
)
def test_what_is_too_deep_or_no_text_is_refused(data):
    assert refused(data).values["file"] == "law.xml"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_first_element_is_found_in_every_encoding(encoding):
    head = '<?xml version="1.0"?><!-- <p> --><!DOCTYPE x>\n<an:akomaNtoso xmlns:an="u">'.encode(encoding)
    assert xml_page.root_name(head) == "akomaNtoso"


def test_words_are_counted_with_inline_parts_joined_and_deleted_ones_apart():
    root = xml_page.parse(b"<p>reg<i>ular</i><del>ion</del>ity<p>two</p>three</p>", PAGE)
    inline = frozenset({"i"})
    assert xml_page.text_of(root, inline, apart=frozenset({"del"})) == "regularity two three ion"


def test_a_law_in_xml_that_is_not_well_formed_gets_one_sentence(shared):
    with pytest.raises(UnreadableError) as refusal:
        base.read(shared / "data/national-other/me_ribarstvo.akn.xml", EU)
    assert refusal.value.code == "xml-not-well-formed"
