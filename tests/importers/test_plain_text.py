"""Plain text: canonical text comes back as it went out; hard-wrapped laws come in whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from tests.importers import trees
from tomas_desktop.importers import base, plain_text
from tomas_desktop.importers.base import Reading
from tomas_desktop.jurisdiction import pack
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.provision import Provision, find, walk
from tomas_desktop.text.tokens import words as words_of

RS, EU = trees.RS, trees.EU
CODE = "data/national-rs/rs_KZ_krivicni-zakonik.lat.txt"


def _read(text: str, order: pack.Pack) -> Reading:
    return plain_text.read(text.encode(), Path("law.txt"), order)


def _shape(nodes: tuple[Provision, ...]) -> list[tuple[str, str, str, str, str, bool]]:
    return [(n.unit, n.eid, n.num, n.heading, n.text, n.heading_above) for n in walk(nodes)]


def _adds_up(reading: Reading) -> bool:
    rest = sum(len(words_of(text)) for text in (*reading.furniture, *reading.unplaced))
    return reading.words_in == reading.words_placed + rest


@given(trees.SEEDS)
def test_a_serbian_law_printed_and_read_back_is_the_same(seed: int) -> None:
    law = trees.rs_law(seed)
    reading = _read(canonical_text(law), RS)
    assert _shape(reading.nodes) == _shape(law)
    assert _adds_up(reading)
    assert reading.unplaced == ()


@given(trees.SEEDS)
def test_an_act_of_the_union_printed_and_read_back_is_the_same(seed: int) -> None:
    act = trees.eu_act(seed)
    reading = _read(canonical_text(act), EU)
    assert _shape(reading.nodes) == _shape(act)
    assert _adds_up(reading)


@given(trees.SEEDS)
def test_a_macedonian_law_printed_and_read_back_is_the_same(seed: int) -> None:
    law = trees.mk_law(seed)
    reading = _read(canonical_text(law), trees.MK)
    assert _shape(reading.nodes) == _shape(law)
    assert _adds_up(reading)


@given(trees.SEEDS)
def test_an_albanian_law_printed_and_read_back_is_the_same(seed: int) -> None:
    law = trees.al_law(seed)
    reading = _read(canonical_text(law), trees.AL)
    assert _shape(reading.nodes) == _shape(law)
    assert _adds_up(reading)


def test_a_wrapped_text_is_joined_and_its_paragraphs_are_not() -> None:
    wrapped = """ZAKON O ČUVANJU VRTOVA
Vrt i njegov čuvar, dužnosti onoga ko ga drži i prava svih
koji kroz njega prolaze
Član 1
Čuvar otvara vrt svakog jutra pre nego što sunce izađe, a zatvara ga
tek pošto ga napusti poslednji posetilac, osim ako je drugačije
propisano odlukom iz člana 5. ovog zakona, odnosno iz čl.
7. i 8. odluke. Ključ se predaje uveče.
Čuvar vodi dnevnik.
Kazne
Član 2
(1) Ko ošteti cvet, drvo ili ogradu u vrtu koji je otvoren za sve
ljude,
kazniće se zatvorom.
(2) Neće se kazniti ko:
1) je to učinio da bi spasao drugo drvo od vatre ili vode koja ga
ugrožava;
2) nije znao,
kazniće se samo čuvar.
"""
    reading = _read(wrapped, RS)
    law = {node.eid: node for node in walk(reading.nodes)}
    assert law["art_1"].heading == "Vrt i njegov čuvar, dužnosti onoga ko ga drži i prava svih koji kroz njega prolaze"
    assert [node.text.split()[-1] for node in law["art_1"].children] == ["uveče.", "dnevnik."]
    assert law["art_2__para_1"].text.endswith("za sve ljude, kazniće se zatvorom.")
    assert [child.unit for child in law["art_2__para_2"].children] == ["point", "point", "wrapup"]
    assert _adds_up(reading)


TITLED = {
    "rs": "Član {0}\n{1}\nSud odlučuje o tome.\nŽalba je dozvoljena.\n",
    "mk": "Член {0}\n{1}\nСудот одлучува за тоа.\nЖалба е дозволена.\n",
    "al": "Neni {0}\n{1}\n1. Gjykata vendos për këtë.\n2. Ankimi lejohet.\n",
    "eu": "Article {0}\n{1}\n1. The court decides.\n2. An appeal is possible.\n",
}


@pytest.mark.parametrize("country", TITLED)
def test_a_title_typed_right_under_its_number_is_a_title(country: str) -> None:
    order = {"rs": RS, "mk": trees.MK, "al": trees.AL, "eu": EU}[country]
    titles = ["Предмет", "Рок"] if country == "mk" else ["Predmet", "Rok"]
    typed = "\n".join(TITLED[country].format(n, title) for n, title in enumerate(titles, 1))
    reading = _read(typed, order)
    assert [node.heading for node in reading.nodes] == titles
    assert [len(node.children) for node in reading.nodes] == [2, 2]
    assert _shape(_read(canonical_text(reading.nodes), order).nodes) == _shape(reading.nodes)


def test_page_numbers_that_count_on_are_furniture() -> None:
    reading = _read("Član 1\nPrvi tekst.\n1\nČlan 2\nDrugi tekst.\n2\nČlan 3\nTreći tekst.\n3\n", RS)
    assert reading.furniture == ("1", "2", "3")
    assert reading.units["article"] == 3


def test_the_criminal_code_comes_in_whole(shared: Path) -> None:
    reading = base.read(shared / CODE, RS)
    own = [n for top in reading.nodes if top.unit != "leftover" for n in walk([top]) if n.unit == "article"]
    left = [n for top in reading.nodes if top.unit == "leftover" for n in walk([top]) if n.unit == "article"]
    assert reading.format == "plain-text"
    assert reading.title == "KRIVIČNI ZAKONIK"
    assert len(own) == 475
    assert reading.units["article"] == 475
    assert "art_188-189" in {node.eid for node in own}
    assert [node.eid for node in left] == [
        "left_1__art_189", "left_1__art_190", "left_2__art_45", "left_3__art_6", "left_4__art_42",
        "left_5__art_41", "left_5__art_42", "left_6__art_3",
    ]  # fmt: skip
    assert all(note.text.startswith("[s") for node in left for note in node.notes)
    assert all(node.notes for node in left)
    assert reading.units["chapter"] == 36
    assert reading.unplaced == ()
    assert reading.furniture == ()
    assert _adds_up(reading)
    orders = [int("".join(c for c in n.eid[4:].split("-")[0] if c.isdigit())) for n in own]
    assert orders == sorted(orders)
    assert len({node.eid for node in walk(reading.nodes)}) == sum(1 for _ in walk(reading.nodes))


def test_what_the_workshop_talks_about_stands_right(shared: Path) -> None:
    law = base.read(shared / CODE, RS).nodes
    article = find(law, "art_185")
    assert article is not None
    assert [child.num for child in article.children] == [f"({i})" for i in range(1, 8)]
    assert article.heading_above
    assert article.heading.endswith("za pornografiju")
    penalties = [child for child in article.children if "kazniće se" in child.text or "će se kazniti" in child.text]
    assert len(penalties) == 5
    assert all(child.text.endswith(".") and not child.children for child in article.children)
    for eid in ("art_185a", "art_185b", "art_188-189__para_1"):
        assert find(law, eid) is not None
    deleted = find(law, "art_186__para_1")
    assert deleted is not None
    assert deleted.text == "(Brisano)"
    assert not any(n.unit == "paragraph" and n.text[:1].islower() for n in walk(law))


def test_the_canonical_text_of_the_code_reads_back(shared: Path) -> None:
    law = base.read(shared / CODE, RS).nodes
    assert _shape(_read(canonical_text(law), RS).nodes) == _shape(law)


@pytest.mark.parametrize("name", ["rs_KZ_first29.cp1250.txt", "rs_KZ_first29.utf16le-bom.txt"])
def test_old_encodings_read_the_same(shared: Path, name: str) -> None:
    reading = base.read(shared / "data/derived" / name, RS)
    whole = (shared / CODE).read_text(encoding="utf-8")
    words = words_of(whole)[: reading.words_in]
    begin = _read(whole[: _length(whole, len(words))], RS)
    assert reading.nodes == begin.nodes
    assert reading.words_in == begin.words_in
    assert _adds_up(reading)


def _length(text: str, count: int) -> int:
    """Where the first so many words of a text end, at the end of their line."""
    lines, seen, length = text.splitlines(keepends=True), 0, 0
    for line in lines:
        if seen >= count:
            break
        seen += len(words_of(line))
        length += len(line)
    return length


@pytest.mark.parametrize(
    ("file", "country", "language"),
    [
        ("eu-html/52022PC0209_CSAR_EN.html", "eu", "en"),
        ("eu-html/32016R0679_GDPR_EN.html", "eu", "en"),
        ("national-rs/rs_ZZPL_87-2018.cyr.html", "rs", "sr-Cyrl"),
        ("national-al/al_KP_7895-1995.txt", "al", "sq"),
    ],
)
def test_the_canonical_text_of_real_laws_reads_back(shared: Path, file: str, country: str, language: str) -> None:
    order = pack.load(country, language)
    law = base.read(shared / "data" / file, order).nodes
    reading = _read(canonical_text(law), order)
    assert _shape(reading.nodes) == _shape(law)
    assert _adds_up(reading)
