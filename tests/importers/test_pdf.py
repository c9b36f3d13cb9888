"""PDF: from letters at places to a law; real codes of three countries come in whole."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tests.importers.pdf_files import LEFT, Text, centred, lines, locked, pdf
from tests.importers.pdf_words import letters, text_of
from tests.importers.readings import at, codes, outline, own_articles, unaccounted
from tomas_desktop.errors import UnreadableError
from tomas_desktop.importers import base, plain_text
from tomas_desktop.importers import pdf as importer
from tomas_desktop.importers.base import Reading
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.provision import Note, Provision, walk
from tomas_desktop.text.tokens import words

AL = packs.load("al", "sq")
PAPER = Path("law.pdf")


def law(*pages: list[Text]) -> Reading:
    return importer.read(pdf(*pages), PAPER, AL)


FIRST = [
    centred(740, "LIGJ"),
    centred(726, "PËR KOPSHTET"),
    centred(690, "KREU I"),
    centred(676, "RREGULLA"),
    centred(650, "Neni 1"),
    centred(636, "Roja"),
    *lines(
        "Roja e kopshtit ruan lulet, drurët, bankat dhe shatërvanin nga zjarri, uji, era e fortë dhe nga nje-",
        "rëzit, si dhe i tregon atyre që hyjnë, ku mund të ulen dhe ku nuk mund të ecin në asnjë stinë të vitit,",
        "edhe kur bie shi ose borë.",
        top=610,
    ),
    *lines("Roja fle ditën.", top=560),
]
SECOND = [
    centred(740, "Neni 2"),
    Text(315, 744, "7", 6),
    centred(726, "Gjobat"),
    *lines("1. Kush thyen:", "a) lule;", "b) dru,", "2. Roja nuk gjobitet.", top=700),
    Text(LEFT, 104, "7", 5),
    Text(LEFT + 5, 100, "Shih atje.", 8),
]


def test_a_small_law() -> None:
    reading = law(FIRST, SECOND)
    assert reading.title == "LIGJ PËR KOPSHTET"
    assert at(reading, "chp_I").heading == "RREGULLA"
    assert [(article.num, article.heading) for article in own_articles(reading)] == [
        ("Neni 1", "Roja"),
        ("Neni 2", "Gjobat"),
    ]
    first, second = own_articles(reading)
    assert [child.text.split()[-1] for child in first.children] == ["borë.", "ditën."]
    assert "nga njerëzit, si dhe" in first.children[0].text
    assert outline(second) == [
        "paragraph 1. Kush thyen:",
        "  point a) lule;",
        "  point b) dru,",
        "paragraph 2. Roja nuk gjobitet.",
    ]
    assert second.notes == (Note("footnote", "Shih atje."),)
    assert reading.unplaced == ()
    assert unaccounted(reading) == 0


def test_a_joined_word_is_told() -> None:
    (finding,) = (each for each in law(FIRST, SECOND).findings if each.code == "words-parted-at-line-end")
    assert dict(finding.values) == {"count": "1", "words": "nje-rëzit → njerëzit"}


def test_a_mark_without_a_note_is_kept_beside_its_number() -> None:
    reading = law(FIRST, SECOND[:-2])
    assert own_articles(reading)[1].notes == (Note("editorial", "7"),)
    assert unaccounted(reading) == 0


def test_a_page_without_text_among_others_is_told() -> None:
    (finding,) = (each for each in law(FIRST, [], SECOND).findings if each.code == "pdf-pages-without-text")
    assert dict(finding.values) == {"count": "1", "pages": "2"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (locked(), "pdf-needs-password"),
        (pdf([], []), "pdf-is-scanned"),
        (pdf([Text(60, 60, "Skanuar")], []), "pdf-is-scanned"),
        (b"%PDF-1.7\nnothing of the kind", "pdf-is-broken"),
        (pdf(FIRST)[:400], "pdf-is-broken"),
    ],
)
def test_what_holds_no_text_is_refused_in_one_sentence(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "law.pdf"
    path.write_bytes(data)
    with pytest.raises(UnreadableError) as refusal:
        base.read(path, AL)
    assert refusal.value.code == code
    assert refusal.value.values["file"] == "law.pdf"


# Real laws. (file, country, language) -> own articles, articles of amending acts, chapters, pieces of furniture
MK, ME = "national-mk/", "national-other/"
FILES = {
    (MK + "mk_KZ_krivicen-zakonik.pdf", "mk", "mk"): (474, 17, 35, 189),
    (MK + "mk_ZKP_150-2010.pdf", "mk", "mk"): (568, 0, 38, 364),
    (MK + "mk_zakon-rabotnite-odnosi.pdf", "mk", "mk"): (297, 7, 26, 0),
    (MK + "mk_zakon-sopstvenost_kons2018.pdf", "mk", "mk"): (260, 0, 9, 0),
    (MK + "mk_zakon-javni-sobiri.pdf", "mk", "mk"): (15, 0, 1, 3),
    (MK + "mk_zakon-prekrsoci-JRM.pdf", "mk", "mk"): (41, 2, 6, 18),
    ("national-al/al_KP_7895-1995_perditesuar.pdf", "al", "sq"): (499, 0, 19, 106),
    ("national-al/al_kodi_punes.pdf", "al", "sq"): (233, 0, 22, 0),
    ("national-al/al_kodi_proc_admin.pdf", "al", "sq"): (189, 0, 29, 52),
    ("national-al/al_kushtetuta.pdf", "al", "sq"): (183, 0, 12, 0),
    (ME + "me_KZ_Crne_Gore.pdf", "rs", "sr-Latn"): (500, 4, 37, 226),
    (ME + "me_ribarstvo.pdf", "rs", "sr-Latn"): (86, 0, 11, 0),
    (ME + "me_zakon_o_duvanu.pdf", "rs", "sr-Latn"): (51, 0, 12, 0),
}
LAWS = pytest.mark.parametrize(
    ("file", "country", "language"),
    [pytest.param(*key, id=Path(key[0]).stem, marks=pytest.mark.xdist_group(key[0])) for key in FILES],
)

# Numbers as they are misprinted in a file, and as every reader takes them.
MISPRINTED = {
    "Члсн 193": "Член 193",
    "Члсн 313": "Член 313",
    "Члсн 317": "Член 317",
    "Член 58-6": "Член 58-б",
    "Член 251-6": "Член 251-б",
    "Член 2б7": "Член 267",
    "Член З86": "Член 386",
    "Член 145 4": "Член 145",  # the digits of notes
    "Член 253 6": "Член 253",
    "Neni 197/l0": "Neni 197/10",
}
_NUMBER = re.compile(r"(?m)^[\f\s]*((?:Чл[ес]н|Neni|Član)\s+[З\d][^\n]{0,9}?)\s*$")


@cache
def _read(path: Path, country: str, language: str) -> Reading:
    module = importer if path.suffix == ".pdf" else plain_text
    return module.read(path.read_bytes(), path, packs.load(country, language))


def numbers_printed(text: str) -> list[str]:
    """The article numbers that stand alone in a line, in order; misprints set right by hand."""
    found = [" ".join(number.split()) for number in _NUMBER.findall(text)]
    return [MISPRINTED.get(number, number) for number in found]


@LAWS
def test_every_article_is_there_in_order_and_no_other(shared: Path, file: str, country: str, language: str) -> None:
    path = shared / "data" / file
    reading = _read(path, country, language)
    articles = [node for node in walk(reading.nodes) if node.unit == "article"]
    own = own_articles(reading)
    expected = numbers_printed(text_of(path))
    assert [article.num.replace("-a", "-а") for article in articles] == [each.replace("-a", "-а") for each in expected]
    own_count, of_amending_acts, chapters, furniture = FILES[file, country, language]
    assert (len(own), len(articles) - len(own)) == (own_count, of_amending_acts)
    assert reading.units["chapter"] == chapters
    assert len(reading.furniture) == furniture
    assert "article-out-of-order" not in codes(reading)
    assert "article-without-text" not in codes(reading)


@LAWS
def test_no_word_is_lost_or_invented(shared: Path, file: str, country: str, language: str) -> None:
    path = shared / "data" / file
    reading = _read(path, country, language)
    assert reading.unplaced == ()
    assert unaccounted(reading) == 0
    text = text_of(path)
    # poppler joins words parted at a line end in other places: blanks differ, letters do not
    assert abs(reading.words_in - len(words(text))) * 1000 < len(words(text))
    placed = " ".join(
        part
        for node in walk(reading.nodes)
        for part in (node.num, node.heading, node.text, *(note.text for note in node.notes))
    )
    ours, theirs = letters(f"{placed} {' '.join(reading.furniture)}"), letters(text)
    assert sum((ours - theirs).values()) + sum((theirs - ours).values()) <= 6  # Члсн → Член, thrice


@LAWS
def test_the_canonical_text_reads_back(shared: Path, file: str, country: str, language: str) -> None:
    nodes = _read(shared / "data" / file, country, language).nodes
    order = packs.load(country, language)
    again = plain_text.read(canonical_text(nodes).encode(), Path("law.txt"), order).nodes
    assert _shape(again) == _shape(nodes)


def _shape(nodes: tuple[Provision, ...]) -> list[tuple[str, str, str, str, str, bool]]:
    return [(n.unit, n.eid, n.num, n.heading, n.text, n.heading_above) for n in walk(nodes)]


def test_the_albanian_criminal_code_is_the_same_from_pdf_and_from_text(shared: Path) -> None:
    folder = shared / "data/national-al"
    paper = _read(folder / "al_KP_7895-1995_perditesuar.pdf", "al", "sq")
    text = _read(folder / "al_KP_7895-1995.txt", "al", "sq")
    assert [article.eid for article in own_articles(paper)] == [article.eid for article in own_articles(text)]
    assert [article.heading for article in own_articles(paper)][:20] == [a.heading for a in own_articles(text)][:20]
    assert paper.words_in == text.words_in


@pytest.mark.parametrize(
    ("file", "country", "language", "title"),
    [
        (MK + "mk_KZ_krivicen-zakonik.pdf", "mk", "mk", "КРИВИЧЕН ЗАКОНИК"),
        (MK + "mk_zakon-rabotnite-odnosi.pdf", "mk", "mk", "ЗАКОН ЗА РАБОТНИТЕ ОДНОСИ"),
        ("national-al/al_kushtetuta.pdf", "al", "sq", "KUSHTETUTA E REPUBLIKËS SË SHQIPËRISË"),
        (ME + "me_ribarstvo.pdf", "rs", "sr-Latn", "ZAKON O SLATKOVODNOM RIBARSTVU I AKVAKULTURI"),
    ],
)
def test_titles(shared: Path, file: str, country: str, language: str, title: str) -> None:
    assert _read(shared / "data" / file, country, language).title == title


def test_what_workshops_use_of_the_macedonian_code(shared: Path) -> None:
    reading = _read(shared / "data" / MK / "mk_KZ_krivicen-zakonik.pdf", "mk", "mk")
    assert at(reading, "art_193").heading.startswith("Прикажување на порнографски")
    assert at(reading, "art_193a").num == "Член 193 - а"
    assert [child.num for child in at(reading, "art_193").children] == [f"({i})" for i in range(1, 8)]
    assert at(reading, "part_2__chp_30").num == "Глава трвесетта"  # a misprint: it stands between 29 and 31
    assert at(reading, "left_1").heading.startswith("Закон за изменување и дополнување")
    assert any(note.kind == "footnote" for node in reading.nodes for each in node.walk() for note in each.notes)


def test_what_workshops_use_of_the_albanian_code(shared: Path) -> None:
    reading = _read(shared / "data/national-al/al_KP_7895-1995_perditesuar.pdf", "al", "sq")
    article = at(reading, "art_108-a")
    assert article.heading == "Ngacmimi seksual"
    assert [(note.kind, note.text[:7]) for note in article.notes] == [("history", "(Shtuar")]
    assert [child.eid for child in article.children] == ["art_108-a__para_1", "art_108-a__para_2"]
    assert at(reading, "art_143-a-7").num == "Neni 143/a/7"
    assert [child.num for child in at(reading, "art_7-a__para_1").children] == ["a)", "b)", "c)", "ç)", "d)", "dh)"]
    assert at(reading, "art_239__para_1").text.endswith("shfuqizuar me ligjin nr. 23/2012, datë 1.3.2012)")
    assert "letters-of-another-script" in codes(reading)
