"""A translated act has the eIds of the original, whatever alphabet its translator counted the points in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tomas_desktop.importers import plain_text
from tomas_desktop.jurisdiction import citations, pack
from tomas_desktop.model.provision import Provision, walk

LATIN = "a b c d e f g h i j k l m n o p q r s t u v w x y z aa ab".split()
AZBUKA = "а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш".split()
AZBUKA_IN_LATIN = "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split()
MACEDONIAN = "а б в г д ѓ е ж з ѕ и ј к л љ м н њ о п р с т ќ у ф х ц ч џ ш".split()
ALBANIAN = "a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v x xh y z zh".split()
CHANGED_SCRIPT = "а б ц д е ф г х и ј к л м н о п".split()  # (a) (b) (c) (d) ... gone over into Cyrillic
LOOK_ALIKES = "а b с d е f g h i ј k l m n о р q r ѕ t u v w х у z".split()  # Cyrillic where it looks the same

ARTICLE = {"sr-Latn": "Član 1.", "sr-Cyrl": "Члан 1.", "mk": "Член 1", "sq": "Neni 1"}
WORDS = {"sr-Latn": "da leti", "sr-Cyrl": "да лети", "mk": "да лета", "sq": "të fluturojë"}


def read(language: str, letters: list[str], style: str = "({})", more: str = "") -> tuple[Provision, ...]:
    words = WORDS[language]
    points = "".join(f"{style.format(letter)} {words};\n" for letter in letters)
    act = f"{ARTICLE[language]}\nA\n1. {words.capitalize()}:\n{points}{more}2. {words.capitalize()}.\n"
    return plain_text.read(act.encode(), Path("act.txt"), pack.load("eu", language)).nodes


def points(nodes: tuple[Provision, ...]) -> list[str]:
    return [node.eid.rpartition("_")[2] for node in walk(nodes) if node.unit == "point"]


@pytest.mark.parametrize("style", ["({})", "{})"])
@pytest.mark.parametrize("many", [2, 3, 5, 9, 12, 26])
@pytest.mark.parametrize(
    ("language", "letters"),
    [
        ("sr-Latn", LATIN), ("sr-Latn", AZBUKA_IN_LATIN), ("sr-Cyrl", AZBUKA), ("sr-Cyrl", LATIN),
        ("sr-Cyrl", CHANGED_SCRIPT), ("sr-Cyrl", LOOK_ALIKES), ("mk", MACEDONIAN), ("mk", LATIN),
        ("mk", LOOK_ALIKES), ("sq", LATIN), ("sq", ALBANIAN),
    ],
    ids=lambda value: "" if isinstance(value, str) else "".join(value[:7]),
)  # fmt: skip
def test_the_points_are_those_of_the_original(language: str, letters: list[str], many: int, style: str) -> None:
    nodes = read(language, letters[:many], style)
    assert points(nodes) == LATIN[: len(letters[:many])]
    assert [node.num for node in nodes[0].children] == ["1.", "2."]
    printed = [node.num for node in walk(nodes) if node.unit == "point"]
    assert [each.strip("()") for each in printed] == [
        each.strip("()") for each in (style.format(letter) for letter in letters[:many])
    ] or letters is LATIN or letters is LOOK_ALIKES  # a Latin letter among Cyrillic words may be put right  # fmt: skip


@pytest.mark.parametrize(("language", "letters"), [("sr-Latn", LATIN), ("sr-Cyrl", LATIN), ("mk", LATIN)])
def test_after_z_the_original_goes_on_with_two_letters(language: str, letters: list[str]) -> None:
    assert points(read(language, letters)) == letters


def test_a_long_list_of_the_azbuka_goes_on_with_two_letters_of_the_original() -> None:
    assert points(read("sr-Cyrl", AZBUKA))[-5:] == ["z", "aa", "ab", "ac", "ad"]


@pytest.mark.parametrize("place", [7, 8, 9])
@pytest.mark.parametrize(("language", "letters"), [("sr-Cyrl", AZBUKA), ("mk", MACEDONIAN), ("sr-Latn", LATIN)])
def test_numerals_below_a_point_are_no_letters(language: str, letters: list[str], place: int) -> None:
    words = WORDS[language]
    held = f"({letters[place]}) {words}:\n(i) {words};\n(ii) {words};\n({letters[place + 1]}) {words}.\n"
    nodes = read(language, letters[:place], more=held)
    assert points(nodes) == LATIN[: place + 2]
    below = [node for node in walk(nodes) if node.unit == "subpoint"]
    assert [node.num for node in below] == ["(i)", "(ii)"]
    assert {node.eid.split("__")[2] for node in below} == {f"point_{LATIN[place]}"}


def test_an_inserted_point_keeps_its_two_letters() -> None:
    assert points(read("sr-Cyrl", "а б в ва вб г д".split())) == ["a", "b", "c", "ca", "cb", "d", "e"]


def test_inserted_articles_too() -> None:
    act = "".join(f"Члан {number}\nСврха\nПчела лети.\n" for number in ("9", "9а", "9б", "9в", "9г", "10"))
    nodes = plain_text.read(act.encode(), Path("act.txt"), pack.load("eu", "sr-Cyrl")).nodes
    assert [node.eid for node in nodes] == ["art_9", "art_9a", "art_9b", "art_9c", "art_9d", "art_10"]


def test_a_cited_letter_is_the_printed_one() -> None:
    """In a list of the azbuka "тачка (д)" is the fifth point, which the original calls (e)."""
    order = pack.load("eu", "sr-Cyrl")
    azbuka, latin = read("sr-Cyrl", AZBUKA[:7]), read("sr-Cyrl", CHANGED_SCRIPT[:7])
    (cited,) = citations.find("у складу са чланом 1. став 1. тачка (д) ове уредбе", order)
    assert citations.resolve(cited, azbuka) == ("art_1__para_1__point_e",)
    assert citations.resolve(cited, latin) == ("art_1__para_1__point_d",)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr-Latn", "u skladu sa članom 5. stav 2. tačka (a) ove uredbe"),
        ("sr-Cyrl", "из члана 5. став 2. тачка (а) ове уредбе"),
        ("mk", "согласно член 5 став 2 точка (а) од оваа регулатива"),
        ("sq", "sipas nenit 5, paragrafi 2, shkronja “a” e kësaj rregulloreje"),
        ("sq", "sipas shkronjës “a” të paragrafit 2 të nenit 5 të kësaj rregulloreje"),
    ],
)
def test_citations_are_read_in_every_language(language: str, text: str) -> None:
    (cited,) = citations.find(text, pack.load("eu", language))
    assert (cited.targets, cited.external) == (("art_5__para_2__point_a",), "")


def test_a_national_law_keeps_its_own_letters() -> None:
    """Only translated acts are counted by an original: the point (v) of a Serbian law is (v)."""
    act = "Члан 1.\n(1) Пчела може:\n1) да лети:\n(а) јутром;\n(б) увече;\n(в) ноћу.\n"
    nodes = plain_text.read(act.encode(), Path("act.txt"), pack.load("rs", "sr-Cyrl")).nodes
    assert [node.eid.rpartition("_")[2] for node in walk(nodes) if node.unit == "subpoint"] == ["a", "b", "v"]
