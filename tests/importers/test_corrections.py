"""A person puts right what was misread: lines change what they are, words stay accounted for."""

from __future__ import annotations

import tomllib
from pathlib import Path
from random import Random
from typing import get_args

import pytest
from hypothesis import given

from tests.importers.readings import codes, outline, own_articles, unaccounted
from tests.importers.trees import EU, RS, SEEDS, eu_act, rs_law
from tomas_desktop.importers import base, plain_text
from tomas_desktop.importers.base import Reading
from tomas_desktop.importers.corrections import (
    Corrected,
    Correction,
    Kind,
    corrected,
    outline_of,
    read_off,
    step,
    step_for_all,
)
from tomas_desktop.importers.outline import Row
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.provision import walk
from tomas_desktop.paths import resources

LAW = """\
ZAKON O RADIONICI

Glava prva

OSNOVNE ODREDBE

Predmet

Član 1
(1) Ovaj zakon uređuje radionice.
(2) Radionica je:
1) sastanak;
2) vežba.

Pojmovi

Član 2
(1) Učesnik je svako ko dođe.
(2) Vodič je svako ko vodi.

Kazne

Član 3
Ko ne dođe, kazniće se opomenom.
"""
DAMAGED = LAW.replace("Član 2", "ČIan 2")  # a scanner's capital I


def reading(text: str, pack: Pack = RS) -> Reading:
    return plain_text.read(text.encode(), Path("law.txt"), pack)


def line(rows: tuple[Row, ...], begins: str) -> int:
    return next(i for i, row in enumerate(rows) if row.printed.startswith(begins))


def after(text: str, *steps: tuple[Kind, str] | tuple[Kind, str, str], pack: Pack = RS) -> Corrected:
    """The text after these corrections, each of the line that begins so (a split before the words that follow)."""
    read = reading(text, pack)
    done: list[Correction] = []
    out = corrected(read, done, pack)
    for kind, begins, *before in steps:
        at = line(out.rows, begins)
        done.append(Correction(kind, at, out.rows[at].printed.find(before[0]) if before else 0))
        assert step(out.rows, done[-1], pack) is not None, (kind, begins)
        out = corrected(read, done, pack)
    assert unaccounted(out.reading) == 0
    assert out.reading.words_in == read.words_in
    return out


def articles(out: Corrected) -> list[tuple[str, str]]:
    return [(node.num, node.heading) for node in own_articles(out.reading)]


def body(out: Corrected, number: str) -> list[str]:
    return outline(next(node for node in own_articles(out.reading) if node.num == number))


def test_without_corrections_it_is_the_reading_itself() -> None:
    read = reading(LAW)
    assert corrected(read, (), RS).reading is read


def test_a_misprinted_number_is_made_an_article_and_takes_its_title() -> None:
    assert [number for number, _ in articles(after(DAMAGED))] == ["Član 1", "Član 3"]
    out = after(DAMAGED, ("article", "ČIan 2"))
    assert articles(out) == [("Član 1", "Predmet"), ("ČIan 2", "Pojmovi"), ("Član 3", "Kazne")]
    assert body(out, "ČIan 2") == ["paragraph (1) Učesnik je svako ko dođe.", "paragraph (2) Vodič je svako ko vodi."]
    assert body(out, "Član 1") == [
        "paragraph (1) Ovaj zakon uređuje radionice.", "paragraph (2) Radionica je:", "  point 1) sastanak;",
        "  point 2) vežba.",
    ]  # fmt: skip
    assert [row.eid for row in out.rows if row.printed == "ČIan 2"] == ["art_2"]


def test_an_article_that_is_none_goes_on_as_text_of_the_one_before() -> None:
    out = after(LAW, ("paragraph", "Član 2"))
    assert [number for number, _ in articles(out)] == ["Član 1", "Član 3"]
    assert body(out, "Član 1")[-4:] == [
        "paragraph Pojmovi", "paragraph Član 2", "paragraph (1) Učesnik je svako ko dođe.",
        "paragraph (2) Vodič je svako ko vodi.",
    ]  # fmt: skip
    assert "number-twice" in codes(out.reading)


def test_a_line_is_made_the_title_of_the_article_next_to_it() -> None:
    text = LAW.replace("Kazne\n\nČlan 3\n", "Član 3\n").replace("(2) Vodič je svako ko vodi.\n", "(2) Vodič.\nKazne.\n")
    out = after(text, ("heading", "Kazne."))
    assert articles(out)[-1] == ("Član 3", "Kazne.")
    below = LAW.replace("Predmet\n\nČlan 1\n", "Član 1\nPredmet.\n")
    assert articles(after(below, ("heading", "Predmet.")))[0] == ("Član 1", "Predmet.")


def test_a_title_that_is_text_goes_back_to_the_text() -> None:
    out = after(LAW, ("paragraph", "Kazne"))
    assert articles(out)[-1] == ("Član 3", "")
    assert body(out, "Član 2")[-1] == "paragraph Kazne"


def test_a_line_is_made_a_chapter_that_holds_what_follows() -> None:
    text = LAW.replace("Pojmovi\n\nČlan 2", "GIava druga\n\nPojmovi\n\nČlan 2")
    out = after(text, ("division", "GIava druga"))
    chapters = [node for node in out.reading.nodes if node.unit != "preface"]
    assert [[each.num for each in walk([node]) if each.unit == "article"] for node in chapters] == [
        ["Član 1", "Član 2", "Član 3"]
    ]
    section = chapters[0].children[-1]
    assert (section.unit, section.heading) == ("section", "GIava druga")
    assert [child.num for child in section.children] == ["Član 2", "Član 3"]


def test_a_title_changes_over_to_the_unit_on_its_other_side() -> None:
    text = LAW.replace("Pojmovi\n\nČlan 2", "Glava druga\n\nPojmovi\n\nČlan 2")
    assert articles(after(text))[1] == ("Član 2", "")  # taken for the title of the chapter
    assert articles(after(text, ("heading", "Pojmovi")))[1] == ("Član 2", "Pojmovi")


def test_a_point_is_made_a_paragraph() -> None:
    out = after(LAW, ("paragraph", "2) vežba"))
    assert body(out, "Član 1")[-2:] == ["  point 1) sastanak;", "paragraph 2) vežba."]


def test_lines_are_merged_and_split() -> None:
    out = after(LAW, ("merge", "2) vežba"))
    assert body(out, "Član 1")[-1] == "  point 1) sastanak; 2) vežba."
    again = after(LAW, ("merge", "2) vežba"), ("split", "1) sastanak", "2)"))
    assert body(again, "Član 1")[-2:] == ["  point 1) sastanak;", "  point 2) vežba."]
    assert canonical_text(again.reading.nodes) == canonical_text(reading(LAW).nodes)


def test_a_split_never_cuts_a_word() -> None:
    out = after(LAW, ("split", "Ko ne dođe", "iće"))
    assert body(out, "Član 3") == ["paragraph Ko ne dođe, kazniće", "paragraph se opomenom."]


def test_a_number_glued_to_its_sentence_is_split_off_and_made_an_article() -> None:
    text = LAW.replace("Član 3\nKo ne", "Član 3 Ko ne")
    out = after(text, ("split", "Član 3", "Ko"), ("article", "Član 3"))
    assert articles(out)[-1][0] == "Član 3"
    assert body(out, "Član 3") == ["paragraph Ko ne dođe, kazniće se opomenom."]


def test_what_is_ignored_is_furniture_with_a_reason_and_comes_back() -> None:
    out = after(LAW, ("ignore", "(2) Vodič"))
    assert out.reading.furniture == ("(2) Vodič je svako ko vodi.",)
    assert "line-ignored" in codes(out.reading)
    back = after(LAW, ("ignore", "(2) Vodič"), ("paragraph", "(2) Vodič"))
    assert back.reading.furniture == ()
    assert back.reading.nodes == reading(LAW).nodes


def test_a_text_in_which_nothing_was_recognised_is_built_line_by_line() -> None:
    text = LAW.replace("Član", "ČIan").replace("Glava", "GIava")
    read = after(text)
    assert articles(read) == []
    out = after(text, ("article", "ČIan 1"), ("article", "ČIan 2"), ("article", "ČIan 3"))
    assert [number for number, _ in articles(out)] == ["ČIan 1", "ČIan 2", "ČIan 3"]
    assert body(out, "ČIan 1") == body(after(LAW), "Član 1")
    assert out.reading.nodes[0].unit == "preface"


def test_all_lines_alike_are_corrected_at_once() -> None:
    """A scanner makes the same mistake on every page."""
    text = (
        LAW.replace("Član", "ČIan")
        .replace("\nPojmovi", "- str. 12 -\n\nPojmovi")
        .replace("\nKazne", "- str. 13 -\n\nKazne")
    )
    read = reading(text)
    rows = outline_of(read)
    rows = step_for_all(rows, Correction("ignore", line(rows, "- str. 13")), RS) or rows
    rows = step_for_all(rows, Correction("article", line(rows, "ČIan 2")), RS) or rows
    out = read_off(read, rows, RS)
    assert unaccounted(out.reading) == 0
    assert [number for number, _ in articles(out)] == ["ČIan 1", "ČIan 2", "ČIan 3"]
    assert out.reading.furniture == ("- str. 12 -", "- str. 13 -")
    assert body(out, "ČIan 2") == body(after(LAW), "Član 2")
    assert step_for_all(rows, Correction("article", line(rows, "ČIan 2")), RS) is None


def test_what_was_not_understood_stands_where_it_was_and_can_be_placed() -> None:
    text = LAW.replace("OSNOVNE ODREDBE\n", "OSNOVNE ODREDBE\n\nOva glava je kratka, a važna.\n")
    read = after(text)
    assert read.reading.unplaced == ("Ova glava je kratka, a važna.",)
    finding = next(each for each in read.reading.findings if each.code == "text-not-placed")
    assert finding.eid == "chp_1"
    assert [row.printed for row in read.rows][line(read.rows, "Ova glava") - 1] == "OSNOVNE ODREDBE"
    out = after(text, ("paragraph", "Ova glava"))
    assert out.reading.unplaced == ()
    assert "text-not-placed" not in codes(out.reading)
    assert after(text, ("ignore", "Ova glava")).reading.furniture == ("Ova glava je kratka, a važna.",)


def test_an_article_that_was_not_understood_at_all_comes_back_whole() -> None:
    """The first article of a chapter: without its number nothing of it has a place."""
    out = after(LAW.replace("Član 1\n", "ČIan 1\n"), ("article", "ČIan 1"))
    assert out.reading.unplaced == ()
    assert articles(out)[0] == ("ČIan 1", "Predmet")
    assert body(out, "ČIan 1") == body(after(LAW), "Član 1")


def test_a_conclusion_that_is_text_joins_the_last_article() -> None:
    text = "Article 1\nScope\n\nThis applies.\n\nDone at Brussels, 1 May 2026.\nThe President\n"
    read = after(text, pack=EU)
    assert read.reading.nodes[-1].unit == "conclusions"
    at = next(i for i, row in enumerate(read.rows) if row.role == "block")
    out = corrected(read.reading, [Correction("paragraph", at)], EU).reading
    assert outline(own_articles(out)[-1])[-1] == "paragraph The President"


@pytest.mark.parametrize("kind", get_args(Kind))
def test_what_cannot_be_done_changes_nothing(kind: Kind) -> None:
    read = reading(LAW)
    assert corrected(read, [Correction(kind, 10_000), Correction(kind, -1)], RS).reading is read


# ---- laws --------------------------------------------------------------------------------------------------


def some_corrections(read: Reading, pack: Pack, dice: Random) -> list[Correction]:
    done: list[Correction] = []
    rows = outline_of(read)
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(rows))
        if done and dice.random() < 0.5:
            at = min(max(done[-1].line + dice.randint(-2, 2), 0), len(rows) - 1)
        done.append(Correction(dice.choice(get_args(Kind)), at, dice.randint(0, 60)))
        rows = corrected(read, done, pack).rows
    return done


def holds(read: Reading, pack: Pack, dice: Random) -> None:
    done = some_corrections(read, pack, dice)
    out = corrected(read, done, pack)
    assert unaccounted(out.reading) == unaccounted(read), done
    assert out.reading.words_in == read.words_in
    eids = [node.eid for node in walk(out.reading.nodes)]
    assert all(eids)
    assert len(set(eids)) == len(eids), done
    for node in walk(out.reading.nodes):
        if node.unit == "article":
            inside = {child.unit for child in node.children}
            assert inside, done
            assert not inside & {"article", "chapter", "section", "point", "subpoint", "wrapup", "preface"}, done
    assert {row.eid for row in out.rows} - {""} <= set(eids)


def _as_reading(text: str, pack: Pack) -> Reading:
    return plain_text.read(text.encode(), Path("law.txt"), pack)


@given(SEEDS)
def test_words_stay_accounted_for_in_serbian_laws(seed: int) -> None:
    holds(_as_reading(canonical_text(rs_law(seed)), RS), RS, Random(seed))


@given(SEEDS)
def test_words_stay_accounted_for_in_acts_of_the_union(seed: int) -> None:
    holds(_as_reading(canonical_text(eu_act(seed)), EU), EU, Random(seed))


WORKS = tomllib.loads((resources() / "demo" / "demo.toml").read_text(encoding="utf-8"))["works"]


@pytest.mark.parametrize("work", WORKS, ids=[work["key"] for work in WORKS])
def test_words_stay_accounted_for_in_the_workshop_texts(work: dict[str, str]) -> None:
    pack = packs.load(work["country"], work["language"])
    read = base.read(resources() / "demo" / work["file"], pack)
    for seed in range(10):
        holds(read, pack, Random(seed))


@given(SEEDS)
def test_a_correction_changes_nothing_in_the_articles_it_does_not_touch(seed: int) -> None:
    """A line inside an article is no business of the others."""
    read = _as_reading(canonical_text(rs_law(seed)), RS)
    dice, rows = Random(seed), outline_of(read)
    inside = [i for i, row in enumerate(rows) if row.role == "text" and row.printed and row.eid.startswith("art_")]
    at = dice.choice(inside)
    kinds: tuple[Kind, ...] = ("paragraph", "merge", "split", "ignore")
    kind = dice.choice(kinds)
    out = corrected(read, [Correction(kind, at, dice.randint(0, 40))], RS).reading
    own = rows[at].eid.split("__")[0]
    before = {node.eid: node for node in walk(read.nodes) if node.unit == "article" and node.eid != own}
    now = {node.eid: node for node in walk(out.nodes) if node.unit == "article"}
    assert all(now.get(eid) == node for eid, node in before.items())
