"""`impact` and `renew`: shapes, exit codes, one plain sentence for a text that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Tomas
from tests.services.conftest import LAW
from tests.services.two_stages import fill
from tomas_desktop import paths
from tomas_desktop.services import demo
from tomas_desktop.services.dossiers import opened


@pytest.fixture
def dossier(small: Path) -> Path:
    """The small dossier with an act at two stages."""
    with opened(small) as it:
        fill(it)
    return small


STAGES = ("--from", "proposal", "--to", "council")


def test_what_changed_and_what_hangs_on_it(tomas: Tomas, dossier: Path) -> None:
    changed = tomas("impact", dossier, "act", *STAGES, "--json").json["changed"]
    assert [{name: row[name] for name in ("eu", "kind", "national", "proposals")} for row in changed] == [
        {"eu": "art_1a", "kind": "inserted", "national": [], "proposals": []},
        {"eu": "art_2", "kind": "reworded", "national": ["law#art_1", "law#art_1__para_2"], "proposals": []},
        {"eu": "art_3", "kind": "deleted", "national": ["law#art_2"], "proposals": []},
        {"eu": "art_4", "kind": "renumbered", "national": ["law#art_2"], "proposals": ["p"]},
    ]
    assert [row["to"] for row in changed] == ["art_1a", "art_2", None, "art_3"]
    assert ["+", " of the year"] in changed[1]["redline"]
    assert [(row["eu"], row["kind"]) for row in changed[1]["inside"]] == [("art_2__para_1", "reworded")]


def test_in_words_only_the_lines_that_changed_are_printed(tomas: Tomas, dossier: Path) -> None:
    assert tomas("impact", dossier, "act", *STAGES).out.splitlines() == [
        "art_1a: inserted",
        "art_2: reworded (law#art_1, law#art_1__para_2)",
        "    1. The warden of the garden does two things on every day{+ of the year+}:",
        "art_3: deleted (law#art_2)",
        "art_4 -> art_3: renumbered (law#art_2, proposal p)",
    ]


def test_recheck_marks_follows_and_is_undone_as_one(tomas: Tomas, dossier: Path) -> None:
    answer = tomas("impact", dossier, "act", *STAGES, "--recheck", "--json").json
    assert {row["status"] for row in answer["rechecked"]} == {"to-recheck"}
    assert {"from": "art_4__para_1", "to": "art_3__para_1"} in answer["followed"]
    cleared = tomas("link", dossier, "act#art_2", "law#art_1", "--status", "confirmed", "--json").json
    assert cleared["correlation"]["status"] == "confirmed"
    codes = [finding["code"] for finding in tomas("check", dossier, "--json").json["findings"]]
    assert codes.count("correlation-to-recheck") == 3
    assert tomas("undo", dossier, "--json").json == {"undone": "link"}
    assert tomas("undo", dossier, "--json").json == {"undone": "renew"}
    codes = [finding["code"] for finding in tomas("check", dossier, "--json").json["findings"]]
    assert "correlation-to-recheck" not in codes


@pytest.mark.parametrize(
    ("key", "old", "new", "sentence"),
    [
        ("act", "proposal", "adopted", "The dossier has no text “adopted” of “act”; it has: proposal, council."),
        (
            "act",
            "council",
            "council",
            "“council” of “act” cannot be compared with itself; there are: proposal, council.",
        ),
        ("deed", "proposal", "council", "The dossier has no work “deed”; it has: eu, law, act."),
        ("eu", "adopted", "council", "The dossier has no text “council” of “eu”; it has: adopted."),
    ],
)
def test_what_is_not_there_is_one_plain_sentence(
    tomas: Tomas, dossier: Path, key: str, old: str, new: str, sentence: str
) -> None:
    before = dossier.read_bytes()
    for more in ((), ("--recheck",)):
        answer = tomas("impact", dossier, key, "--from", old, "--to", new, *more)
        assert (answer.code, answer.out, answer.err.strip()) == (1, "", sentence)
    assert dossier.read_bytes() == before


def test_a_newer_text_of_the_national_law_with_its_proposals(tomas: Tomas, dossier: Path, tmp_path: Path) -> None:
    file = tmp_path / "later.txt"
    file.write_text(LAW.replace("kazniće se novčanom kaznom", "kazniće se zatvorom"), encoding="utf-8")
    place = ("--country", "rs", "--language", "sr-Latn", "--key", "law", "--date", "2026-01-01")
    assert tomas("import", dossier, file, *place).code == 0
    texts = ("--from", "law/sr-Latn/in-force", "--to", "in-force/2026-01-01")
    answer = tomas("renew", dossier, "law", *texts, "--rebase", "--json").json
    assert [(row["national"], row["kind"], row["eu"]) for row in answer["changed"]] == [
        ("art_2", "reworded", ["act#art_3", "act#art_4__para_1"])
    ]
    (proposal,) = answer["proposals"]
    assert (proposal["proposal"], proposal["to"], proposal["applied"]) == ("p", None, 0)
    assert "the newer text changed the same words" in proposal["conflicts"][0]["message"]


def test_two_stages_of_the_demo_regulation(tomas: Tomas, tmp_path: Path) -> None:
    """An inserted, a deleted, a renumbered and a reworded article are listed, and no other one."""
    path = tmp_path / "workshop.tomas"
    with opened(path, create=True) as it:
        demo.fill(it)
    text = (paths.resources() / "demo" / "csar.en.txt").read_text(encoding="utf-8")
    start, end = text.index("Article 6\n"), text.index("Section 2\n\nDetection")
    later = text[:start] + text[end:]
    for old, new in (
        (
            "Article 5\n",
            "Article 4a\n\nAge verification\nNobody learns who a user is by verifying an age.\n\nArticle 5\n",
        ),
        ("to be given within two weeks", "to be given within four weeks"),
        ("Article 12\n", "Article 12a\n"),
    ):
        assert later.count(old) == 1
        later = later.replace(old, new)
    file = tmp_path / "council.txt"
    file.write_text(later, encoding="utf-8")
    place = ("--country", "eu", "--language", "en", "--key", "csar", "--stage", "council")
    assert tomas("import", path, file, *place).code == 0
    changed = tomas("impact", path, "csar", *STAGES, "--json").json["changed"]
    assert [(row["eu"], row["to"], row["kind"]) for row in changed] == [
        ("art_4a", "art_4a", "inserted"),
        ("art_5", "art_5", "reworded"),
        ("art_6", None, "deleted"),
        ("art_12", "art_12a", "renumbered"),
    ]
    assert "rs-zet#art_20__para_1" in changed[3]["national"]


def test_any_two_texts_of_a_dossier_are_set_against_each_other(tomas: Tomas, dossier: Path, tmp_path: Path) -> None:
    texts = ("act/en/proposal#art_2", "act/en/council#art_2", "--in", dossier)
    segments = tomas("redline", *texts, "--json").json["segments"]
    assert [text for op, text in segments if op != "="] == [" of the year"]
    assert tomas("redline", *texts, "--as", "docx", "--out", tmp_path / "a.docx").code == 0
    assert (tmp_path / "a.docx").stat().st_size > 1000
    whole = tomas("redline", "act/en/proposal", "act/en/council", "--in", dossier)
    assert "Dogs stay outside" in "".join(part.partition("-]")[0] for part in whole.out.split("[-")[1:])
    refused = tomas("redline", "act/en/proposal", "act/en/adopted", "--in", dossier)
    assert refused.code == 1
    assert "it has: eu/en/adopted, law/sr-Latn/in-force, act/en/proposal, act/en/council." in refused.err
