"""A termbase as it is written; that it is read back the same is shown in tests/services/test_own_terms.py."""

from __future__ import annotations

import pytest
from lxml import etree

from tomas_desktop.align.glossary import Concept, Term
from tomas_desktop.export.tbx_writer import DIALECTS, Dialect, termbase

LAMP = Concept(
    "1-lamp",
    {"en": (Term("lamp"), Term("light")), "sr": (Term("lampa", True),)},
    {"en": (Term("lantern"),)},
    "R&D <note>\x07",
    "street",
    "us",
)


def written(dialect: Dialect) -> bytes:
    return termbase([LAMP, LAMP], "made", "to be checked", dialect)


def test_every_dialect_names_itself_and_says_the_same():
    v2, dca, dct = written("martif"), written("dca"), written("dct")
    assert b'<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n<martif' in v2
    assert b'<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>' in v2
    assert b'style="dca"' in dca
    assert b'<descrip type="subjectField">street</descrip>' in dca
    assert b'style="dct"' in dct
    assert b"<min:subjectField>street</min:subjectField>" in dct
    assert b"<basic:source>us</basic:source>" in dct


@pytest.mark.parametrize("dialect", DIALECTS)
def test_it_is_well_formed_with_names_of_languages_and_ids_that_xml_allows(dialect):
    root = etree.fromstring(written(dialect))
    entries = [each for each in root.iter("*") if each.get("id")]
    assert [each.get("id") for each in entries] == ["c-1-lamp", "c-1-lamp"]
    languages = [each.get("{http://www.w3.org/XML/1998/namespace}lang") for each in entries[0].iterchildren("*")]
    assert [each for each in languages if each] == ["en", "sr-Latn"]
    text = " ".join("".join(str(part) for part in entries[0].itertext()).split())
    assert "R&D <note> lamp preferredTerm-admn-sts light admittedTerm-admn-sts lantern deprecatedTerm" in text
    assert text.endswith("lampa preferredTerm-admn-sts to be checked")
