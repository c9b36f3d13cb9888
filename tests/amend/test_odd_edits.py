"""What a drafter does to the file of a law, line by line, small laws of all legal orders: the act says it in the
expected sentences, and applied to the old file it gives the new one. The laws and the edits are data (`odd_edits/`).
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tomas_desktop.jurisdiction import clause_reading
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.clause import Clause, Step
from tomas_desktop.model.provision import Provision
from tomas_desktop.services import amending, importing
from tomas_desktop.text.scripts import to_cyrillic

EDITS = Path(__file__).parent / "odd_edits"
COUNTRIES = {"sr-Latn": "rs", "sr-Cyrl": "rs", "mk": "mk", "sq-MK": "mk", "sq": "al", "en": "eu"}


@cache
def _edits(name: str) -> list[dict[str, Any]]:
    return list(tomllib.loads((EDITS / f"{name}.toml").read_text(encoding="utf-8"))["edit"])


def _all(*names: str) -> list[Any]:
    return [
        pytest.param(name, edit, id=f"{name}-{place}-{edit['changes'][0][1].split(chr(10))[0][:40]}")
        for name in names
        for place, edit in enumerate(_edits(name))
    ]


def _as_it_is(text: str) -> str:
    return text


def _drafted(folder: Path, name: str, edit: dict[str, Any], spelt: Callable[[str], str] = _as_it_is) -> str:
    """The act from a law to its edited text, which it has to bring about."""
    language = "sr-Cyrl" if spelt is to_cyrillic else name.split(".")[0]
    country = COUNTRIES[language]
    text = (EDITS / f"{name}.law.txt").read_text(encoding="utf-8")
    base, new, act = (folder / f"{each}.txt" for each in ("base", "new", "act"))
    base.write_text(spelt(text), encoding="utf-8")
    for old, changed in edit["changes"]:
        assert old in text
        text = text.replace(old, changed, 1)
    new.write_text(spelt(text), encoding="utf-8")
    drafted = amending.draft(base, new, country, language)
    assert not [finding for finding in drafted.findings if finding.severity == "error"]
    amending.save(drafted.act.text, act)
    result = amending.consolidate_files(base, act, country, language)
    wanted = importing.canonical(importing.preview(new, country, language).nodes, country, language)
    assert unicodedata.normalize("NFC", result.text) == unicodedata.normalize("NFC", wanted)
    assert not result.failed
    assert not result.findings
    return drafted.act.text


@pytest.mark.parametrize(("name", "edit"), _all("sr-Latn", "sr-Latn.one", "mk", "sq-MK", "sq", "en"))
def test_the_act_brings_about_what_was_edited(name: str, edit: dict[str, Any], tmp_path: Path) -> None:
    act = _drafted(tmp_path, name, edit)
    assert [sentence for sentence in edit["says"] if sentence.removesuffix(";") not in act] == []


@pytest.mark.parametrize(("name", "edit"), _all("sr-Latn")[::4])
def test_in_cyrillic_too(name: str, edit: dict[str, Any], tmp_path: Path) -> None:
    _drafted(tmp_path, name, edit, to_cyrillic)


def test_two_equal_texts_leave_nothing_to_amend(tmp_path: Path) -> None:
    law = EDITS / "sr-Latn.law.txt"
    drafted = amending.draft(law, law, "rs", "sr-Latn")
    assert (drafted.rows, [finding.code for finding in drafted.findings]) == ((), ["nothing-to-amend"])
    amending.save(drafted.act.text, tmp_path / "act.txt")
    result = amending.consolidate_files(law, tmp_path / "act.txt", "rs", "sr-Latn")
    assert (result.applied, result.failed) == ((), ())


def _applied(folder: Path, act: str) -> amending.Result:
    (folder / "act.txt").write_text(act, encoding="utf-8")
    return amending.consolidate_files(EDITS / "sr-Latn.law.txt", folder / "act.txt", "rs", "sr-Latn")


def test_an_act_that_names_another_law_is_applied_with_a_warning(tmp_path: Path) -> None:
    act = "Član 1.\nU Zakonu o osnovnoj školi („Službeni glasnik RS”, broj [__]), u članu 4. reč: „psi” briše se.\n"
    result = _applied(tmp_path, act)
    assert [finding.code for finding in result.findings] == ["act-names-other-law"]


def test_what_is_not_there_is_told_with_the_nearest_words(tmp_path: Path) -> None:
    act = (
        "Član 1.\nU članu 99. reč: „dužan” briše se.\n\nČlan 2.\nU članu 3. stav 9. briše se.\n\n"
        "Član 3.\nU članu 3. stav 1. reč: „dužen” briše se.\n\nČlan 4.\nU članu 4. navodnici brišu se.\n"
    )
    result = _applied(tmp_path, act)
    assert result.applied == ()
    assert len(result.failed) == 4
    assert "“dužan”" in " ".join(each.reason for each in result.failed)
    assert ".." not in " ".join(each.reason for each in result.failed)


def test_a_sentence_behind_a_quotation_may_stand_on_the_same_line(tmp_path: Path) -> None:
    act = (
        "Član 1.\nU članu 1. stav 1. na kraju dodaje se rečenica koja glasi:\n„Novo.”. Stav 2. briše se.\n\n"
        "Član 2.\nU članu 4. reč: „psi” zamenjuje se rečju: „pasovi”.\n"
    )
    result = _applied(tmp_path, act)
    assert [row.kind for row in result.applied] == ["insert_unit", "delete_unit", "replace_words"]
    assert not result.failed


def test_quotation_marks_of_two_kinds_do_not_swallow_the_next_article(tmp_path: Path) -> None:
    act = (
        "Član 1.\nU članu 1. stav 1. menja se i glasi:\n„Zakon uređuje „igrališta“ i “opremu”.”.\nStav 2. briše se.\n\n"
        "Član 2.\nU članu 4. reč: „psi” zamenjuje se rečju: „pasovi”.\n\n"
        "Član 3.\nPosle člana 4. dodaje se član 4a, koji glasi:\n„Član 4a\nNovo.“\n\n"
        "Član 4.\nOvaj zakon stupa na snagu osmog dana od dana objavljivanja.\n"
    )
    result = _applied(tmp_path, act)
    assert [row.kind for row in result.applied] == ["replace_unit", "delete_unit", "replace_words", "insert_unit"]
    assert not result.failed
    assert len(result.own) == 1


def test_a_heading_in_the_first_sentence_is_not_the_name_of_the_law(tmp_path: Path) -> None:
    act = (
        "Član 1.\nU Zakonu o dečijim igralištima („Službeni glasnik RS”, broj [__]), naziv Glave II menja se i glasi: "
        "„IGRALIŠTA”.\n"
    )
    result = _applied(tmp_path, act)
    assert [row.kind for row in result.applied] == ["replace_heading"]
    assert "Obaveze upravljača" in result.text


def _first_article(folder: Path, lines: str) -> Provision:
    law = (EDITS / "sq.law.txt").read_text(encoding="utf-8")
    (folder / "law.txt").write_text(law.replace("Qëllimi\nKy ligj ka për qëllim mbrojtjen e fëmijëve.", lines), "utf-8")
    nodes = importing.preview(folder / "law.txt", "al", "sq").nodes
    return next(node for top in nodes for node in top.walk() if node.unit == "article")


@pytest.mark.parametrize("title", ["Titulli i pronësisë", "Seksioni i posaçëm i policisë"])
def test_an_albanian_word_is_no_roman_number(title: str, tmp_path: Path) -> None:
    article = _first_article(tmp_path, f"{title}\nUra është e lirë.")
    assert (article.num, article.heading) == ("Neni 1", title)


def test_the_bare_word_for_a_deleted_provision_is_its_text(tmp_path: Path) -> None:
    article = _first_article(tmp_path, "Qëllimi\n(Shfuqizuar)")
    assert (article.heading, article.children[0].text) == ("Qëllimi", "(Shfuqizuar)")


@pytest.mark.parametrize(
    ("country", "language", "sentence"),
    [
        ("rs", "sr-Latn", "Naziv Glave I menja se i glasi: „NOVO”."),
        ("rs", "sr-Cyrl", "Назив Главе I мења се и гласи: „НОВО”."),
        ("mk", "mk", "Насловот на Главата I се менува и гласи: „НОВО“."),
        ("al", "sq", "Titulli i Kreut I ndryshohet si vijon: “E RE”."),
    ],
)
def test_the_number_one_of_a_division_is_no_word(country: str, language: str, sentence: str) -> None:
    (clause,) = clause_reading.read((sentence,), packs.load(country, language))
    assert isinstance(clause, Clause)
    assert (clause.operation, clause.target) == ("replace_heading", (Step("chapter", ("I",)),))
