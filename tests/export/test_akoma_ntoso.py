"""Akoma Ntoso: valid by the standard's schema, and read back as the tree that it was."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.export.samples import ACT, DATE
from tests.importers import trees
from tests.importers.laws import LAWS
from tests.importers.laws import Law as File
from tests.importers.read_once import ReadOnce
from tests.importers.readings import unaccounted
from tests.importers.test_declared_text import opened as any_tree
from tomas_desktop.amend.apply import apply
from tomas_desktop.export import akoma_ntoso_writer as writer
from tomas_desktop.export.akoma_ntoso_meta import Draft, Law, language
from tomas_desktop.export.akoma_ntoso_tree import AKN, OWN
from tomas_desktop.importers import akoma_ntoso
from tomas_desktop.importers.base import Reading
from tomas_desktop.jurisdiction.numbering import with_eids
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.card import Card
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.provision import Note, Provision
from tomas_desktop.model.work import Expression, Work

Tree = tuple[Provision, ...]


def text_of(nodes: Tree, country: str = "rs", tag: str = "sr-Latn", as_of: str = "2026-01-15") -> Law:
    work = Work("probni", country, "Probni zakon")
    card = Card("probni", "Probni <zakon> & drugo", gazette=("Glasilo, br. 1/20",), as_of=as_of)
    return Law(work, Expression("probni", tag, "in-force", "", ""), card, nodes, DATE)


def read(content: bytes, order: Pack) -> Reading:
    return akoma_ntoso.read(content, Path("law.akn.xml"), order)


def parsed(content: bytes) -> etree._Element:
    return etree.fromstring(content)


def found(root: etree._Element, path: str) -> list[etree._Element]:
    return root.findall(".//" + "/".join(f"{{{AKN}}}{name}" for name in path.split("/")))


@pytest.fixture(scope="session")
def schema(shared: Path) -> etree.XMLSchema:
    """The schema of Akoma Ntoso 3.0."""
    return etree.XMLSchema(etree.parse(str(shared / "data" / "eu-akn" / "xsd" / "akomantoso30.xsd")))


def faults(schema: etree.XMLSchema, content: bytes) -> str:
    schema.validate(parsed(content))
    return str(schema.error_log)


@given(trees.SEEDS)
def test_a_law_of_any_order_comes_back_as_it_was(seed: int) -> None:
    for make, order in (
        (trees.rs_law, trees.RS), (trees.eu_act, trees.EU), (trees.mk_law, trees.MK), (trees.al_law, trees.AL),
    ):  # fmt: skip
        law = make(seed)
        again = read(writer.law(text_of(law)), order)
        assert again.nodes == law
        assert unaccounted(again) == 0
        assert again.unplaced == ()


@given(trees.SEEDS, st.sampled_from((trees.RS, trees.EU)))
def test_a_tree_of_no_order_at_all_comes_back_too(seed: int, order: Pack) -> None:
    law = with_eids(any_tree(Random(seed), 0), order)[0]
    assert read(writer.law(text_of(law)), order).nodes == law


def test_notes_tables_and_annexes_come_back() -> None:
    notes = (Note("footnote", "Prva."), Note("history", "(izm. 2020)"), Note("editorial", "Vidi."))
    paragraph = Provision("", "paragraph", "(1)", text="Tekst.", notes=notes, children=(
        Provision("", "table", text="a | b || c |  || | d"), Provision("", "wrapup", text="Kraj."),
    ))  # fmt: skip
    law = with_eids([
        Provision("", "article", "Član 1.", "Naslov", "", notes[:1], (paragraph,), heading_above=True),
        Provision("", "annex", "Prilog 1", "Obrazac", "Uvod.", children=(Provision("", "paragraph", text="X"),)),
        Provision("", "article", "Član 2.", "", "", notes[1:], (Provision("", "paragraph"),)),
    ], trees.RS)[0]  # fmt: skip
    assert read(writer.law(text_of(law)), trees.RS).nodes == law


@pytest.mark.parametrize("law", [law for law in LAWS if not law.refused], ids=lambda law: law.file)
def test_every_real_law_is_valid_and_comes_back(read_once: ReadOnce, schema: etree.XMLSchema, law: File) -> None:
    reading = read_once(law)
    content = writer.law(text_of(reading.nodes, law.country, law.language))
    assert faults(schema, content) == ""
    again = read(content, law.pack)
    assert again.nodes == reading.nodes
    assert unaccounted(again) == 0


def test_other_programs_find_the_same_articles() -> None:
    """Without what we add of our own, the standard's elements alone say what is an article and what is its title."""
    law = trees.rs_law(7)
    content = writer.law(text_of(law)).decode().replace(OWN, "urn:somebody-else")
    plain = read(content.encode(), trees.RS)

    def articles(nodes: Tree) -> list[tuple[str, str]]:
        return [(node.num, node.heading) for top in nodes for node in top.walk() if node.unit == "article"]

    assert articles(plain.nodes) == articles(law)


class TestTheLawAsProposed:
    BASE = with_eids(
        [
            Provision("", "article", f"Član {n}.", f"Naslov {n}", children=tuple(
                Provision("", "paragraph", f"({i})", text=f"Stav {i} člana {n}.") for i in (1, 2, 3)
            ), heading_above=True)
            for n in (1, 2, 3)
        ],
        trees.RS,
    )[0]  # fmt: skip
    CHANGES = (
        Modification("p", "substitution", "art_1__para_2", (Provision("", "paragraph", "(2)", text="Drugačije."),)),
        Modification("p", "insertion", "art_1__para_2", (Provision("", "paragraph", "(3)", text="Novo."),)),
        Modification("p", "repeal", "art_2__para_3"),
        Modification("p", "heading", "art_3", heading="Drugi naslov"),
    )

    def draft(self) -> Draft:
        proposal = Proposal("p", "probni", "", "Predlog", "Ana Anić", DATE)
        return Draft(proposal, apply(self.BASE, self.CHANGES, trees.RS), self.CHANGES, ACT)

    def test_every_change_says_what_it_did_and_where(self) -> None:
        root = parsed(writer.proposed_law(text_of(self.BASE), self.draft(), trees.RS))
        changes = found(root, "passiveModifications/textualMod")
        assert [one.get("type") for one in changes] == [
            "substitution", "insertion", "repeal", "substitution", "renumbering",
        ]  # fmt: skip
        there = {element.get("eId") for element in root.iter()}
        for one in changes:
            for new in one.findall(f"{{{AKN}}}new"):
                assert (new.get("href") or "").removeprefix("#") in there
        repealed = changes[2].find(f"{{{AKN}}}old")
        assert repealed is not None
        assert (repealed.get("href") or "").endswith("/srp-Latn@2026-01-15#art_2__para_3")

    def test_a_provision_whose_number_moved_remembers_its_old_name(self) -> None:
        root = parsed(writer.proposed_law(text_of(self.BASE), self.draft(), trees.RS))
        moved = {one.get("eId"): one.get("wId") for one in root.iter() if one.get("wId")}
        assert moved == {"art_1__para_4": "art_1__para_3"}

    def test_it_comes_back_as_proposed_and_is_valid(self, schema: etree.XMLSchema) -> None:
        draft = self.draft()
        content = writer.proposed_law(text_of(self.BASE), draft, trees.RS)
        assert faults(schema, content) == ""
        assert read(content, trees.RS).nodes == draft.applied.nodes

    def test_its_name_says_who_and_when_and_no_gazette_is_made_up(self) -> None:
        root = parsed(writer.proposed_law(text_of(self.BASE), self.draft(), trees.RS))
        uris = [one.get("value") for one in root.iter(f"{{{AKN}}}FRBRuri")]
        assert uris[:2] == [
            "/akn/rs/act/2026-01-15/probni", "/akn/rs/act/2026-01-15/probni/srp-Latn@2026-11-21_p",
        ]  # fmt: skip
        gazettes = [one.get("value") for one in root.iter(f"{{{AKN}}}FRBRalias") if one.get("name") == "gazette"]
        assert gazettes == ["Glasilo, br. 1/20"]

    def test_where_no_day_is_known_the_name_says_that_it_is_the_day_of_writing(self) -> None:
        root = parsed(writer.law(text_of(self.BASE, as_of="")))
        first = next(root.iter(f"{{{AKN}}}FRBRdate"))
        assert (first.get("date"), first.get("name")) == (DATE[:10], "generation")

    def test_the_act_says_what_each_article_would_do(self, schema: etree.XMLSchema) -> None:
        content = writer.amending_act(text_of(self.BASE), self.draft(), ACT, trees.RS)
        assert faults(schema, content) == ""
        root = parsed(content)
        assert [one.text for one in found(root, "longTitle/p")] == list(ACT.title)
        assert [one.text for one in found(root, "body/article/num")] == ["Član 1.", "Član 2.", "Član 3."]
        assert [one.get("type") for one in found(root, "activeModifications/textualMod")] == [
            "substitution", "insertion",
        ]  # fmt: skip
        news = [one.get("href") for one in found(root, "activeModifications/textualMod/new")]
        assert news == ["#art_1__mod_1__qstr_1", "#art_2__mod_1__qstr_1"]

    def test_the_act_prints_every_line_once(self) -> None:
        content = writer.amending_act(text_of(self.BASE), self.draft(), ACT, trees.RS)
        printed = ["".join(str(t) for t in one.itertext()).strip() for one in found(parsed(content), "body")]
        for article in ACT.articles:
            for line in article.lines:
                assert printed[0].count(line) == 1

    def test_what_is_quoted_stands_in_the_sentence_that_quotes_it(self) -> None:
        root = parsed(writer.amending_act(text_of(self.BASE), self.draft(), ACT, trees.RS))
        quoted = [[line.text for line in one] for one in found(root, "mod/quotedStructure")]
        assert quoted == [list(article.lines[1:]) for article in ACT.articles[:2]]


def test_languages_are_named_as_the_standard_names_them() -> None:
    assert [language(tag) for tag in ("sr-Cyrl", "mk", "sq", "sq-MK", "xx")] == [
        "srp-Cyrl", "mkd", "sqi", "sqi-MK", "xx",
    ]  # fmt: skip
