"""The outline of a law: its printed lines, and the tree made of them again."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given

from tests.importers.trees import EU, RS, SEEDS, eu_act, rs_law
from tomas_desktop.importers import base, outline
from tomas_desktop.jurisdiction import numbering
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.provision import Note, Provision


def gives_its_tree_again(nodes: tuple[Provision, ...], pack: Pack) -> None:
    rows = tuple(outline.rows(nodes))
    again = numbering.with_eids(outline.tree(rows), pack)[0]
    assert again == nodes
    assert outline.with_eids(rows, again) == rows
    assert sum(row.word_count for row in rows) == sum(base.count_words(node) for top in nodes for node in top.walk())


def test_each_line_says_what_it_is() -> None:
    note = Note("footnote", "A note.")
    law = (
        Provision("chp_1", "chapter", "Glava prva", "OPŠTE", children=(
            Provision("art_1", "article", "Član 1", "Predmet", "", (note,), (
                Provision("art_1__para_1", "paragraph", "", "", "", (), (
                    Provision("art_1__para_1__point_1", "point", "1)", "", "reč."),
                )),
            ), heading_above=True),
        )),
    )  # fmt: skip
    rows = list(outline.rows(law))
    assert [(row.role, row.level, row.printed) for row in rows] == [
        ("division", 0, "Glava prva"),
        ("heading", 1, "OPŠTE"),
        ("heading", 1, "Predmet"),
        ("article", 1, "Član 1"),
        ("text", 2, ""),
        ("text", 3, "1) reč."),
    ]
    assert [row.above for row in rows if row.role == "heading"] == [False, True]
    assert [row.is_shown for row in rows].count(False) == 1
    assert rows[3].notes == (note,)
    assert outline.with_eids(rows, law) == tuple(rows)


@given(SEEDS)
def test_serbian_laws_come_back_whole(seed: int) -> None:
    gives_its_tree_again(rs_law(seed), RS)


@given(SEEDS)
def test_acts_of_the_union_come_back_whole(seed: int) -> None:
    gives_its_tree_again(eu_act(seed), EU)


def test_real_laws_of_every_kind_come_back_whole(shared: Path) -> None:
    for file, country, language in (
        ("national-rs/rs_KZ_krivicni-zakonik.lat.txt", "rs", "sr-Latn"),
        ("eu-html/52022PC0209_CSAR_EN.html", "eu", "en"),
        ("eu-formex/32016R0679_GDPR_EN.fmx.xml", "eu", "en"),
        ("national-rs/rs_ZKI.cyr.html", "rs", "sr-Cyrl"),
    ):
        pack = packs.load(country, language)
        gives_its_tree_again(base.read(shared / "data" / file, pack).nodes, pack)
