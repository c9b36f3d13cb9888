"""A part in which single elements are written anew: all other bytes stay, whatever they look like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tomas_desktop.export.xml_part import XmlPart

ODD = """<?xml version='1.0'  standalone="yes"?>
<!-- <a> --><w:d xmlns:w="urn:w" xmlns:v="urn:v"  v:x='a>b' ><w:p
 w:s="&quot;"><w:t>čl. 5 &lt; &#x2014; <![CDATA[<w:t>]]></w:t><w:e/><?pi <w:e/>?></w:p>
<w:p/>\t<v:p xmlns:v="urn:other"><v:q></v:q></v:p></w:d><!-- end -->
""".encode()


def texts() -> st.SearchStrategy[str]:
    """Whatever XML 1.0 can hold: no surrogates, no controls, not the two code points that are no characters."""
    return st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=8)


def xml() -> st.SearchStrategy[str]:
    """Small documents in one namespace, with text and tails of any letters."""

    def escaped(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")

    leaf = st.builds(lambda a, t: f'<w:t a="{escaped(a)}"/>{escaped(t)}', texts(), texts())
    inner = st.recursive(
        leaf,
        lambda more: st.builds(
            lambda c, t: f"<w:p>{''.join(c)}</w:p>{escaped(t)}", st.lists(more, max_size=3), texts()
        ),
    )
    return inner.map(lambda content: f'<w:d xmlns:w="urn:w">{content}</w:d>')


@given(xml(), st.integers(0, 50))
def test_only_the_place_of_the_element_changes(document: str, choice: int) -> None:
    data = document.encode()
    part = XmlPart(data)
    assert part.data() == data
    elements = list(part.root.iter())
    chosen = elements[choice % len(elements)]
    part.replace(chosen, b"@")
    head, _, tail = part.data().partition(b"@")
    if b"@" not in data:
        assert data.startswith(head)
        assert data.endswith(tail)
        middle = data[len(head) : len(data) - len(tail)]
        written = middle if chosen is part.root else b'<w:d xmlns:w="urn:w">' + middle + b"</w:d>"
        found = etree.fromstring(written)
        again = found if chosen is part.root else found[0]
        assert etree.tostring(again, method="c14n", with_tail=False) == etree.tostring(
            chosen, method="c14n", with_tail=False
        )


@given(xml(), st.integers(0, 50))
def test_an_element_written_back_means_the_same(document: str, choice: int) -> None:
    part = XmlPart(document.encode())
    elements = list(part.root.iter())
    chosen = elements[choice % len(elements)]
    if chosen is not part.root:
        part.replace(chosen, part.serialized(chosen))
        assert b"xmlns" not in part.data().partition(b">")[2]
    same = etree.tostring(etree.fromstring(part.data()), method="c14n")
    assert same == etree.tostring(etree.fromstring(document.encode()), method="c14n")


@pytest.mark.parametrize("number", range(7))
def test_odd_spellings_are_found_at_their_places(number: int) -> None:
    part = XmlPart(ODD)
    elements = [one for one in part.root.iter() if isinstance(one.tag, str)]
    wanted = [b"<w:d", b"<w:p\n", b"<w:t>", b"<w:e/>", b"<w:p/>", b"<v:p", b"<v:q>"]
    ends = [b"</w:d>", b"</w:p>", b"]]></w:t>", b"<w:e/>", b"<w:p/>", b"</v:p>", b"</v:q>"]
    part.replace(elements[number], b"")
    start = len(part.data()) and ODD.index(wanted[number], ODD.index(b"<w:d"))
    end = ODD.rindex(ends[number]) + len(ends[number]) if number != 3 else start + len(b"<w:e/>")
    assert part.data() == ODD[:start] + ODD[end:]


@pytest.mark.parametrize("data", [b"", b"<a>", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])
def test_what_is_no_part_of_a_word_file_is_refused(data: bytes) -> None:
    with pytest.raises((etree.XMLSyntaxError, ValueError)):
        XmlPart(data)
