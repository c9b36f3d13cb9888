"""Termbases as other programs write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import base, tbx
from tomas_desktop.importers.tbx import Entry, EntryTerm

V2 = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>made up</p></sourceDesc></fileDesc>
</martifHeader><text><body><termEntry id="c1"><descrip type="subjectField">lighting</descrip>
<descripGrp><descrip type="definition">What gives <hi>light</hi>.</descrip>
<admin type="source">A book</admin></descripGrp>
<langSet xml:lang="en"><ntig><termGrp><term>street
  lamp</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig>
<tig><term>lantern</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>
<termNote type="partOfSpeech">noun</termNote></tig></langSet>
<langSet xml:lang="sr-Cyrl"><tig><term>лампа</term><note>to be checked</note></tig></langSet>
</termEntry></body></text></martif>"""

V3 = """<tbx style="{style}" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><tbxHeader/><text><body>
<conceptEntry id="c1">{field}<langSec xml:lang="en"><termSec><term>street lamp</term>{preferred}</termSec>
<termSec><termNoteGrp>{avoided}</termNoteGrp><term>lantern</term></termSec></langSec>
<langSec xml:lang="sr-Cyrl"><termSec><term>лампа</term><note>to be checked</note></termSec></langSec>
<!-- a remark --></conceptEntry></body></text></tbx>"""

DCA = V3.format(
    style="dca",
    field='<descrip type="subjectField">lighting</descrip>',
    preferred='<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>',
    avoided='<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>',
)
DCT = V3.format(
    style="dct",
    field="<min:subjectField>lighting</min:subjectField>",
    preferred="<min:administrativeStatus>preferred</min:administrativeStatus>",
    avoided="<min:administrativeStatus>notRecommended</min:administrativeStatus>",
)
TERMS = (
    EntryTerm("en", "street lamp", "preferred"),
    EntryTerm("en", "lantern", "deprecated"),
    EntryTerm("sr-Cyrl", "лампа", "admitted", True),
)


def read(text: str | bytes) -> tuple[Entry, ...]:
    return tbx.read(text if isinstance(text, bytes) else text.encode(), Path("made.tbx"))


@pytest.mark.parametrize("text", [DCA, DCT], ids=["dca", "dct"])
def test_the_edition_of_2019_in_both_styles(text):
    assert read(text) == (Entry("c1", "lighting", "", "", TERMS),)


def test_the_edition_of_2008():
    assert read(V2) == (Entry("c1", "lighting", "What gives light.", "A book", TERMS),)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_other_encodings(encoding):
    assert read(V2.replace('<?xml version="1.0"?>', "").encode(encoding))[0].terms == TERMS


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<html><body/></html>", "tbx-not-a-termbase"),
        ("<tbx><text>", "xml-not-well-formed"),
        ('<!DOCTYPE tbx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><tbx>&b;</tbx>', "xml-with-entities"),
        ('<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/hostname">]><tbx>&a;</tbx>', "xml-with-entities"),
        (b"%PDF-1.7", "file-is-pdf"),
    ],
)
def test_what_is_no_termbase_is_said(text, code):
    with pytest.raises(UnreadableError) as trouble:
        read(text)
    assert trouble.value.code == code


def test_a_termbase_without_concepts_is_empty():
    assert read("<tbx><text><body/></text></tbx>") == ()


def test_it_is_told_by_its_root():
    assert tbx.is_tbx(V2.encode())
    assert tbx.is_tbx(DCT.encode())
    assert not tbx.is_tbx(b"<html/>")


def test_it_is_no_importer_of_laws():
    assert not any("tbx" in name for name in base.importers_found())
