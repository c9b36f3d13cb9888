"""Working translations of EU provisions: set, changed, taken out, brought in from a memory; each as one step."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.conftest import add
from tomas_desktop.errors import NotFoundError, TomasError, UnreadableError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import monitoring, renewing, searching, translating
from tomas_desktop.services.dossiers import OpenDossier, opened
from tomas_desktop.services.eu_texts import texts_of

FIRST, SECOND = Ref("eu", "art_1__para_1"), Ref("eu", "art_1__para_2")

ACT = """\
Article 1
Gates

1. The warden of the garden shall:
(a) open the gate at sunrise;
(b) close it when everybody has left. It stays closed at night.

2. The warden’s key is kept in the “office”.

Article 2
Penalties

Member States lay down penalties. They are proportionate.
"""


@pytest.fixture
def garden(dossier: OpenDossier, tmp_path: Path) -> OpenDossier:
    add(dossier, tmp_path, "garden", ACT, "eu", "en")
    return dossier


def texts(dossier: OpenDossier, work: str = "eu") -> dict[tuple[str, str], str]:
    return {(one.ref.eid, one.language): one.text for one in translating.of_work(dossier, work)}


def memory(folder: Path, pairs: list[tuple[str, str]], target: str = "mk", source: str = "en-GB") -> Path:
    """A TMX of these pairs, as programs write them."""
    units = "".join(
        f'<tu><tuv xml:lang="{source}"><seg>{one}</seg></tuv><tuv xml:lang="{target}"><seg>{other}</seg></tuv></tu>'
        for one, other in pairs
    )
    path = folder / "memory.tmx"
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
        f'<tmx version="1.4"><header srclang="en" segtype="block"/><body>{units}</body></tmx>',
        encoding="utf-8",
    )
    return path


# ---- one by one ----------------------------------------------------------------------------------------------


def test_a_translation_has_its_author_and_time_and_is_one_step(dossier: OpenDossier) -> None:
    made = translating.translate(dossier, FIRST, "sr-Latn", " Sud može  naložiti. \n", author="Ana")
    assert made is not None
    assert (made.text, made.author, made.source) == ("Sud može naložiti.", "Ana", "")
    assert made.at
    dossier.session.undo()
    assert texts(dossier) == {}
    dossier.session.redo()
    assert texts(dossier) == {("art_1__para_1", "sr-Latn"): "Sud može naložiti."}


def test_it_is_kept_in_the_file(dossier: OpenDossier) -> None:
    translating.translate(dossier, FIRST, "sq", "Gjykata mund të urdhërojë.", author="Çelë")
    with opened(dossier.path) as again:
        assert texts(again) == texts(dossier)


def test_the_same_text_again_changes_nothing(dossier: OpenDossier) -> None:
    first = translating.translate(dossier, FIRST, "mk", "Судот може.", author="Ана")
    assert translating.translate(dossier, FIRST, "mk", "Судот  може.", author="Борис") == first
    other = translating.translate(dossier, FIRST, "mk", "Судот смее.", author="Борис")
    assert other is not None
    assert other.author == "Борис"


def test_a_text_without_words_takes_it_out(dossier: OpenDossier) -> None:
    translating.translate(dossier, FIRST, "mk", "Судот може.")
    assert translating.translate(dossier, FIRST, "mk", " \n") is None
    assert texts(dossier) == {}
    with pytest.raises(NotFoundError):
        translating.remove(dossier, FIRST, "mk")


def test_each_language_and_script_has_its_own_in_the_order_of_the_act(dossier: OpenDossier) -> None:
    translating.translate(dossier, SECOND, "sr-Latn", "b")
    translating.translate(dossier, FIRST, "sr-Latn", "a")
    translating.translate(dossier, FIRST, "sr-Cyrl", "а")
    assert list(texts(dossier)) == [
        ("art_1__para_1", "sr-Cyrl"), ("art_1__para_1", "sr-Latn"), ("art_1__para_2", "sr-Latn"),
    ]  # fmt: skip
    assert [one.text for one in translating.of_work(dossier, "eu", "sr-Cyrl")] == ["а"]


@pytest.mark.parametrize(
    ("ref", "language", "code"),
    [
        (Ref("law", "art_1"), "mk", "not-eu-act"),
        (Ref("eu", "art_9"), "mk", "no-provision"),
        (Ref("none", "art_1"), "mk", "no-work"),
        (FIRST, "tlh", "unknown-language"),
        (FIRST, "en", "translation-own-language"),
    ],
)
def test_what_cannot_be_translated(dossier: OpenDossier, ref: Ref, language: str, code: str) -> None:
    with pytest.raises(TomasError) as trouble:
        translating.translate(dossier, ref, language, "x")
    assert trouble.value.code == code
    assert texts(dossier) == {}


# ---- many at once --------------------------------------------------------------------------------------------


def test_a_memory_translates_what_has_the_very_same_words(garden: OpenDossier, tmp_path: Path) -> None:
    """Quotation marks, blanks and the number in front do not count; codes of another program are no words."""
    file = memory(tmp_path, [
        ("The  warden of <bpt i='1'>&lt;b></bpt>the garden<ept i='1'/> shall:", "Чуварот на градината:"),
        ("(a) open the gate at sunrise;", "(а) ја отвора портата во зори;"),
        ("close it when everybody has left.", "ја затвора кога сите ќе си одат."),
        ("It stays closed at night.", "Ноќе останува затворена."),
        ("The warden's key is kept in the \"office\".", "Клучот се чува во „канцеларијата“."),
        ("Member States laid down the penalties.", "Државите членки пропишаа казни."),
    ])  # fmt: skip
    taken = translating.take_file(garden, "garden", "mk", file, author="Ана")
    assert texts(garden, "garden") == {
        ("art_1__para_1", "mk"): "Чуварот на градината:\n(a) ја отвора портата во зори;\n"
        "(b) ја затвора кога сите ќе си одат. Ноќе останува затворена.",
        ("art_1__para_2", "mk"): "Клучот се чува во „канцеларијата“.",
    }  # fmt: skip
    assert {(one.author, one.source) for one in taken.translations} == {("Ана", "memory.tmx")}
    assert taken.units == 6
    garden.session.undo()
    assert texts(garden, "garden") == {}


def test_what_is_only_similar_is_listed_and_not_taken(garden: OpenDossier, tmp_path: Path) -> None:
    file = memory(tmp_path, [("open the gates at sunrise;", "ги отвора портите;"), ("Something else.", "Друго.")])
    taken = translating.take_file(garden, "garden", "mk", file)
    assert taken.translations == ()
    (similar,) = taken.similar
    assert (similar.eid, similar.target) == ("art_1__para_1__point_a", "ги отвора портите;")
    assert 0.8 <= similar.share < 1


def test_parts_of_a_paragraph_are_translated_by_themselves(garden: OpenDossier, tmp_path: Path) -> None:
    file = memory(tmp_path, [("open the gate at sunrise;", "ја отвора портата;")])
    translating.take_file(garden, "garden", "mk", file)
    assert texts(garden, "garden") == {("art_1__para_1__point_a", "mk"): "ја отвора портата;"}


def test_two_ways_to_say_it_are_listed_and_none_is_taken(garden: OpenDossier, tmp_path: Path) -> None:
    words = "open the gate at sunrise;"
    file = memory(tmp_path, [(words, "ја отвора;"), (words, "ја отклучува;")])
    taken = translating.take_file(garden, "garden", "mk", file)
    assert (taken.translations, taken.ambiguous) == ((), (Ref("garden", "art_1__para_1__point_a"),))


def test_what_a_person_translated_stays(garden: OpenDossier, tmp_path: Path) -> None:
    ref = Ref("garden", "art_1__para_2")
    translating.translate(garden, ref, "mk", "Клучот е во канцеларијата.", author="Ана")
    taken = translating.take_file(
        garden, "garden", "mk", memory(tmp_path, [("The warden’s key is kept in the “office”.", "Друго.")])
    )
    assert (taken.translations, taken.kept) == ((), (ref,))
    assert texts(garden, "garden")["art_1__para_2", "mk"] == "Клучот е во канцеларијата."


def test_a_memory_in_the_other_script_is_spelt_in_the_one_asked_for(garden: OpenDossier, tmp_path: Path) -> None:
    file = memory(tmp_path, [("open the gate at sunrise;", "отвара капију;")], target="sr-RS")
    translating.take_file(garden, "garden", "sr-Latn", file)
    assert list(texts(garden, "garden").values()) == ["otvara kapiju;"]


@pytest.mark.parametrize(
    "table",
    [
        "open the gate at sunrise;\tја отвора портата;\n",
        '"open the gate at sunrise;","ја отвора портата;"\n',
        '"open the gate at sunrise;";"ја отвора портата;"\n',
        'sq;mk;en\nhap portën;"ја отвора портата;";"open the gate at sunrise;"\n',
        'English,Macedonian\n"open the gate at sunrise;","ја отвора портата;"\n',
    ],
)
def test_a_table_of_two_columns(garden: OpenDossier, tmp_path: Path, table: str) -> None:
    file = tmp_path / "pairs.csv"
    file.write_text(table, encoding="utf-8")
    translating.take_file(garden, "garden", "mk", file)
    assert list(texts(garden, "garden").values()) == ["ја отвора портата;"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("one column\nonly\n", "memory-not-a-table"),
        ('<tmx version="1.4"><body><tu>', "xml-not-well-formed"),
        ('<!DOCTYPE tmx [<!ENTITY a "b">]><tmx version="1.4"/>', "xml-with-entities"),
        ('<tmx><body><tu><tuv xml:lang="en"><seg>a</seg></tuv></tu></body></tmx>', "memory-without-language"),
        ("", "file-empty"),
    ],
)
def test_a_file_that_is_no_memory(garden: OpenDossier, tmp_path: Path, content: str, code: str) -> None:
    file = tmp_path / "x.tmx"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableError) as trouble:
        translating.take_file(garden, "garden", "mk", file)
    assert trouble.value.code == code


# ---- where it is seen ----------------------------------------------------------------------------------------


def test_its_words_are_found_as_words_of_the_provision(dossier: OpenDossier) -> None:
    translating.translate(dossier, FIRST, "sr-Latn", "Sud može naložiti pružaocu da ukloni slike.", author="Ana")
    for query in ("slika", "СЛИКАМА пружаоцем", '"naložiti pružaocu"'):
        (hit,) = [hit for hit in searching.search(dossier, query).hits if hit.translation]
        assert (str(hit.ref), str(hit.unit), hit.number) == ("eu#art_1__para_1", "eu#art_1", "Article 1")
        assert "slike" in hit.snippet
        assert hit.marks
    assert not [hit for hit in searching.search(dossier, "slika", country="rs").hits if hit.translation]


def test_the_narrowest_unit_is_found(garden: OpenDossier) -> None:
    translating.translate(
        garden, Ref("garden", "art_1__para_1"), "sr-Cyrl", "Чувар:\n(а) отвара капију;\n(б) затвара врата."
    )
    (hit,) = searching.search(garden, "врата").hits
    assert hit.ref == Ref("garden", "art_1__para_1__point_b")


def test_every_text_of_a_provision(garden: OpenDossier, tmp_path: Path) -> None:
    serbian = "Član 1.\nKapije\n\n1. Čuvar vrta:\n(a) otvara kapiju;\n(b) zatvara je.\n\n2. Ključ se čuva.\n"
    add(garden, tmp_path, "garden", serbian, "eu", "sr-Latn")
    ref = Ref("garden", "art_1__para_1__point_b")
    translating.translate(garden, ref, "mk", "ја затвора.", author="Ана")
    found = texts_of(garden, ref)
    assert [(one.language, one.expression, [line.text for line in one.lines]) for one in found] == [
        ("en", "garden/en/adopted", ["(b) close it when everybody has left. It stays closed at night."]),
        ("sr-Latn", "garden/sr-Latn/adopted", ["(b) zatvara je."]),
        ("mk", "", ["(b) ја затвора."]),
    ]
    assert [one.author for one in found[2].working] == ["Ана"]
    (whole,) = [one for one in texts_of(garden, Ref("garden", "art_1__para_1")) if one.language == "mk"]
    assert [line.text for line in whole.lines] == ["", "", "(b) ја затвора."]


def test_a_newer_text_keeps_the_translations_of_what_has_the_same_words(dossier: OpenDossier, tmp_path: Path) -> None:
    """A translation follows its provision to its new number; of a reworded one it is set aside, and shown as older."""
    from tests.services.two_stages import COUNCIL, PROPOSAL, stage

    stage(dossier, PROPOSAL, "proposal")
    stage(dossier, COUNCIL, "council")
    translating.translate(dossier, Ref("act", "art_4__para_1"), "mk", "Казни.")
    translating.translate(dossier, Ref("act", "art_2__para_1"), "mk", "Чуварот:\n(a) отвора;\n(b) затвора.")
    renewing.renew(dossier, *monitoring.pair(dossier, "act", "proposal", "council"))
    assert set(texts(dossier, "act")) == {("art_3__para_1", "mk"), ("art_2__para_1~proposal", "mk")}
    older = [one for one in texts_of(dossier, Ref("act", "art_2__para_1")) if one.older]
    assert [(one.language, one.stage) for one in older] == [("mk", "proposal")]
    dossier.session.undo()
    assert set(texts(dossier, "act")) == {("art_4__para_1", "mk"), ("art_2__para_1", "mk")}
