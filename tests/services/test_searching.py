"""Searching a dossier as a person would."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.conftest import add
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import correlating, importing, searching
from tomas_desktop.services.dossiers import OpenDossier, opened
from tomas_desktop.services.searching import CITED, Hit

EU = """\
Article 1
Removal orders

1. A court may order a provider to remove the material.

2. The provider's duty begins within 24 hours.

Article 2
Children

(a) Children are heard.
"""
SERBIAN = """\
== preface ==
ZAKON O ZAŠTITI IGRE

Glava I

O KRIVIČNIM DELIMA

Krivično delo

Član 1
(1) Učinilac krivičnog dela odgovara.
(2) Podaci o učiniocu čuvaju se u evidenciji krivičnih dela.

Zaštita podataka o ličnosti

Član 2
(1) Obrađivač štiti podatke.
(2) Ličnost je zaštićena.

Član 2a
Deca se igraju.
"""
CYRILLIC = """\
== preface ==
ЗАКОН О ПАРКУ

Члан 1
Кривична дела у парку пријављују се.

Члан 2
(1) Парк се затвара.
(2) Кључ има чувар.
"""
MACEDONIAN = """\
== preface ==
ЗАКОН ЗА ПАРКОТ

Член 1
(1) Кривичното дело се пријавува.
(2) Паркот е отворен.

Член 1-а
Децата играат.
"""
ALBANIAN = """\
== preface ==
LIGJ PËR PARKUN

Neni 1

Vepra penale
1. Kryerja e veprës penale njoftohet.
2. Fëmijët luajnë.

Neni 2

Çelësi
Çelësin e mban rojtari.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenDossier]:
    """One EU act, two Serbian laws (one in each script), a Macedonian and an Albanian one."""
    folder = tmp_path_factory.mktemp("library")
    with opened(folder / "a.tomas", create=True) as it:
        add(it, folder, "eu", EU, "eu", "en")
        add(it, folder, "rs-igra", SERBIAN, "rs", "sr-Latn")
        add(it, folder, "rs-park", CYRILLIC, "rs", "sr-Cyrl")
        add(it, folder, "mk-park", MACEDONIAN, "mk", "mk")
        add(it, folder, "al-park", ALBANIAN, "al", "sq")
        yield it


def refs(dossier: OpenDossier, query: str, *, work: str = "", country: str = "") -> list[str]:
    return [str(hit.ref) for hit in searching.search(dossier, query, work=work, country=country).hits]


def first(dossier: OpenDossier, query: str) -> Hit:
    return searching.search(dossier, query).hits[0]


def marked(hit: Hit) -> list[str]:
    return [hit.snippet[start:end] for start, end in hit.marks]


# ---- words ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("queries", "found"),
    [
        (
            ("krivicno delo", "КРИВИЧНОГ ДЕЛА", "krivična dela", "кривичним делима", "Krivičnom delu"),
            {"rs-igra#chp_I", "rs-igra#art_1__para_1", "rs-park#art_1__para_1", "mk-park#art_1__para_1"},
        ),
        (("krivichno delo", "кривичните дела"), {"mk-park#art_1__para_1"}),
        (("vepër penale", "VEPRAVE PENALE", "veprat penale", "veper penale"), {"al-park#art_1__para_1"}),
        (("removal order", "ORDERS to remove", "remove, order"), {"eu#art_1__para_1"}),
        (("child", "children"), {"eu#art_2__para_1__point_a"}),
        (("çelësi", "celesin"), {"al-park#art_2__para_1"}),
        (("obradjivac", "obrađivača", "ОБРАЂИВАЧИ"), {"rs-igra#art_2__para_1"}),
        (("provider's", "the provider", "providers"), {"eu#art_1__para_1"}),
    ],
)
def test_script_accents_and_endings_do_not_matter(
    library: OpenDossier, queries: tuple[str, ...], found: set[str]
) -> None:
    for query in queries:
        assert found <= set(refs(library, query)), query
    same = {frozenset(refs(library, query)) for query in queries if query not in ("krivichno delo", "кривичните дела")}
    assert len(same) <= 1


def test_all_words_must_occur_in_the_article_and_the_narrowest_place_that_has_all_is_the_hit(
    library: OpenDossier,
) -> None:
    assert refs(library, "učinilac evidencija") == ["rs-igra#art_1__para_2"]
    assert refs(library, "obrađivač ličnost") == ["rs-igra#art_2"]
    assert refs(library, "obrađivač igra") == []
    hit = first(library, "krivično delo učinilac")
    assert [str(place) for place in hit.places] == ["rs-igra#art_1__para_1", "rs-igra#art_1__para_2"]
    assert hit.unit == Ref("rs-igra", "art_1")


def test_small_words_count_in_a_phrase_only(library: OpenDossier) -> None:
    assert refs(library, "podaci o učiniocu") == refs(library, "podaci učinioci") == ["rs-igra#art_1__para_2"]
    assert refs(library, '"podaci o učiniocu"') == ["rs-igra#art_1__para_2"]
    assert refs(library, '"podaci učinioci"') == []
    assert refs(library, "„podataka o ličnostima“ zaštita") == ["rs-igra#art_2"]
    assert "al-park#art_1__para_1" in refs(library, "e")


def test_the_hit_is_marked_in_the_words_of_the_law(library: OpenDossier) -> None:
    hit = first(library, "EVIDENCIJOM ucinilac")
    assert hit.snippet == "Podaci o učiniocu čuvaju se u evidenciji krivičnih dela."
    assert marked(hit) == ["učiniocu", "evidenciji"]
    assert marked(first(library, '"zaštite podataka"')) == ["Zaštita podataka"]
    assert (hit.number, hit.heading, hit.work.key) == ("Član 1", "Krivično delo", "rs-igra")


def test_a_long_text_is_cut_around_the_hits(tmp_path: Path) -> None:
    filler = "Reč po reč teče dugačka rečenica. " * 20
    with opened(tmp_path / "a.tomas", create=True) as it:
        add(it, tmp_path, "law", f"Član 1\n{filler}Sud štiti dete odmah. {filler}\n", "rs", "sr-Latn")
        hit = first(it, "dete sud")
    assert marked(hit) == ["Sud", "dete"]
    assert hit.snippet[0] == hit.snippet[-1] == "…"
    assert len(hit.snippet) <= 202
    assert hit.snippet.strip("…") in filler + "Sud štiti dete odmah. " + filler


def test_a_search_can_be_kept_to_a_work_or_a_country(library: OpenDossier) -> None:
    assert {ref.partition("#")[0] for ref in refs(library, "krivično delo", country="rs")} == {"rs-igra", "rs-park"}
    assert refs(library, "krivično delo", work="rs-park") == ["rs-park#art_1__para_1"]
    with pytest.raises(NotFoundError, match="no-work"):
        searching.search(library, "delo", work="nothing")


@pytest.mark.parametrize("query", ["", "  ", "„”", "?!", '"'])
def test_a_query_without_a_word_is_refused(library: OpenDossier, query: str) -> None:
    with pytest.raises(TomasError, match="empty-query"):
        searching.search(library, query)


@pytest.mark.parametrize(
    "query", ['a" OR b', "NEAR(a b)", "title:igra", "igra*", "-igra", "^igra", "a AND", "čl.", "x#y", "1-", "a''s"]
)
def test_signs_of_the_index_are_no_signs_here(library: OpenDossier, query: str) -> None:
    searching.search(library, query)


def test_there_may_be_more_than_are_shown(library: OpenDossier) -> None:
    answer = searching.search(library, "krivično delo", limit=1)
    assert (len(answer.hits), answer.total) == (1, 4)


# ---- citations -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("čl. 1 st. 2", ["rs-igra#art_1__para_2", "mk-park#art_1__para_2"]),
        ("član 2. stav 2. Zakona o parku", ["rs-park#art_2__para_2"]),
        ("clan 2 stav 2", ["rs-igra#art_2__para_2", "rs-park#art_2__para_2"]),
        ("ЧЛАН 2А", ["rs-igra#art_2a"]),
        ("2a", ["rs-igra#art_2a"]),
        ("čl. 1 ZZI", ["rs-igra#art_1"]),
        ("čl. 1 park", ["rs-park#art_1"]),
        ("čl. 1 rs-igra", ["rs-igra#art_1"]),
        ("član 1 st. 2 zaštita igre", ["rs-igra#art_1__para_2"]),
        ("čl. 1-2 igra", ["rs-igra#art_1", "rs-igra#art_2"]),
        ("glava I", ["rs-igra#chp_I"]),
        ("Article 1(2)", ["eu#art_1__para_2"]),
        ("art. 2", ["eu#art_2"]),
        ("art 2", ["eu#art_2"]),
        ("ZZI 2", ["rs-igra#art_2"]),
        ("ззи 2а", ["rs-igra#art_2a"]),
        ("point (a) of Article 2", ["eu#art_2__para_1__point_a"]),
        ("член 1 став (2)", ["mk-park#art_1__para_2"]),
        ("clen 1-a", ["mk-park#art_1a"]),
        ("1-а", ["mk-park#art_1a"]),
        ("neni 1 pika 2", ["al-park#art_1__para_2"]),
        ("NENI 2", ["al-park#art_2"]),
        ("neni 2 i Ligjit për parkun", ["al-park#art_2"]),
        ("rs-igra#art_2__para_1", ["rs-igra#art_2__para_1"]),
    ],
)
def test_a_citation_leads_to_the_provision(library: OpenDossier, query: str, found: list[str]) -> None:
    answer = searching.search(library, query)
    cited = [str(hit.ref) for hit in answer.hits if hit.score == CITED]
    assert [ref for ref in cited if ref in found] == found
    assert cited[0] in found


def test_a_paragraph_that_no_law_has_leads_to_the_article(library: OpenDossier) -> None:
    assert refs(library, "čl. 2 st. 9", work="rs-igra") == ["rs-igra#art_2"]


def test_words_beside_a_citation_that_name_no_law_are_searched_for(library: OpenDossier) -> None:
    hits = searching.search(library, "čl. 2 učinilac", work="rs-igra").hits
    assert (str(hits[0].ref), hits[0].score) == ("rs-igra#art_2", CITED)
    assert "rs-igra#art_1__para_1" in [str(hit.ref) for hit in hits]


def test_a_number_that_is_no_article_is_a_word(library: OpenDossier) -> None:
    assert refs(library, "24") == ["eu#art_1__para_2"]


# ---- both sides ----------------------------------------------------------------------------------------------


def test_a_hit_tells_what_its_provisions_are_linked_with(dossier: OpenDossier) -> None:
    correlating.link(dossier, Ref("eu", "art_1__para_2"), Ref("law", "art_1__para_2"))
    correlating.link(dossier, Ref("eu", "art_1"), Ref("law", "art_3"))
    correlating.link(dossier, Ref("eu", "art_2"), Ref("law", "art_2"))
    assert first(dossier, "remove material").linked == (Ref("law", "art_1__para_2"), Ref("law", "art_3"))
    assert first(dossier, "čl. 2").linked == (Ref("eu", "art_2"),)


def test_of_several_texts_the_one_in_force_is_searched_and_two_scripts_are_one_hit(
    dossier: OpenDossier, tmp_path: Path
) -> None:
    for language, stage, text in (
        ("sr-Cyrl", "in-force", "Члан 1\nСуд може.\n"),
        ("sr-Latn", "draft", "Član 1\nSud mora raketa.\n"),
    ):
        file = tmp_path / f"{stage}.txt"
        file.write_text(text, encoding="utf-8")
        reading = importing.preview(file, "rs", language)
        importing.store(dossier, reading, file, country="rs", language=language, key="law", stage=stage)
    assert refs(dossier, "raketa") == []
    assert len(refs(dossier, "sud")) == len(set(refs(dossier, "sud")))


# ---- real laws -----------------------------------------------------------------------------------------------


def test_in_the_criminal_code_three_spellings_find_the_same_provisions(shared: Path, tmp_path: Path) -> None:
    file = shared / "data" / "national-rs" / "rs_KZ_krivicni-zakonik.lat.txt"
    with opened(tmp_path / "kz.tomas", create=True) as it:
        importing.store(
            it, importing.preview(file, "rs", "sr-Latn"), file, country="rs", language="sr-Latn", key="rs-kz"
        )
        answers = [searching.search(it, q, limit=2000) for q in ("krivicno delo", "КРИВИЧНОГ ДЕЛА", "krivična dela")]
        assert answers[0] == answers[1] == answers[2]
        assert answers[0].total > 150
        assert refs(it, "čl. 112 st. 3 KZ") == ["rs-kz#art_112__para_3"]
        assert refs(it, "čl. 188") == ["rs-kz#art_188-189"]
        assert refs(it, "185b") == ["rs-kz#art_185b"]
        assert refs(it, "iskorišćavanje maloletnika za pornografiju")[0].startswith("rs-kz#art_185")
