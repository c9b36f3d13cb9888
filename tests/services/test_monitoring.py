"""What a newer text of an EU act changes for what was linked to it and proposed because of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.conftest import add
from tests.services.two_stages import COUNCIL, PROPOSAL, fill, stage
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import correlating, importing, monitoring
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.monitoring import Row


@pytest.fixture
def two_stages(dossier: OpenDossier) -> OpenDossier:
    """The small dossier with an act at two stages."""
    fill(dossier)
    return dossier


def impact(dossier: OpenDossier, old: str = "proposal", new: str = "council") -> tuple[Row, ...]:
    return monitoring.impact(dossier, *monitoring.pair(dossier, "act", old, new))


def links(row: Row) -> list[str]:
    return [each.eu.eid for each in row.correlations]


def test_exactly_the_changed_articles_are_listed_with_what_hangs_on_them(two_stages: OpenDossier) -> None:
    rows = impact(two_stages)
    assert [(row.change.eid, row.change.to, row.change.kind) for row in rows] == [
        ("art_1a", "art_1a", "inserted"),
        ("art_2", "art_2", "reworded"),
        ("art_3", "", "deleted"),
        ("art_4", "art_3", "renumbered"),
    ]
    assert [links(row) for row in rows] == [
        [], ["art_2", "art_2__para_1__point_a"], ["art_3"], ["art_4__para_1"],
    ]  # fmt: skip
    assert [[each.target for each in row.modifications] for row in rows] == [[], [], [], ["art_2__para_1"]]


def test_a_point_hangs_on_the_words_that_introduce_it_and_not_on_the_paragraph_beside_it(
    two_stages: OpenDossier,
) -> None:
    (inside,) = impact(two_stages)[1].inside
    assert (inside.change.eid, links(inside)) == ("art_2__para_1", ["art_2__para_1__point_a"])


def test_who_answers_a_chapter_answers_each_article_of_it(two_stages: OpenDossier) -> None:
    correlating.link(two_stages, Ref("act", "chp_I"), Ref("law", "art_3"))
    assert all("chp_I" in links(row) for row in impact(two_stages))


def test_the_redline_shows_the_words_that_came(two_stages: OpenDossier) -> None:
    row = impact(two_stages)[1]
    changed = [line for line in monitoring.redline(row.change) if line.state != "kept"]
    assert [[segment.text for segment in line.segments if segment.op == "+"] for line in changed] == [[" of the year"]]
    kept = "".join(text for op, text in monitoring.segments(row.change) if op != "+")
    assert "on every day:\n(a) opens the gate" in kept


def test_looking_writes_nothing(two_stages: OpenDossier) -> None:
    before = two_stages.path.read_bytes()
    impact(two_stages)
    assert two_stages.path.read_bytes() == before


def test_looked_at_the_other_way_round_it_is_the_other_way_round(two_stages: OpenDossier) -> None:
    assert [(row.change.eid, row.change.to, row.change.kind) for row in impact(two_stages, "council", "proposal")] == [
        ("art_1a", "", "deleted"),
        ("art_2", "art_2", "reworded"),
        ("art_3", "art_3", "inserted"),
        ("art_3", "art_4", "renumbered"),
    ]


def test_marks_and_blanks_of_a_typesetter_are_no_change(two_stages: OpenDossier) -> None:
    stage(two_stages, PROPOSAL.replace("day and night", "day\N{NO-BREAK SPACE}and night"), "parliament")
    assert impact(two_stages, "proposal", "parliament") == ()


def test_the_same_act_from_two_sources_is_the_same(shared: Path, dossier: OpenDossier) -> None:
    """The GDPR as the Publications Office sends it and as its page shows it."""
    for source, name in (("eu-formex/32016R0679_GDPR_EN.fmx.xml", "one"), ("eu-html/32016R0679_GDPR_EN.html", "two")):
        reading = importing.preview(shared / "data" / source, "eu", "en")
        importing.store(
            dossier, reading, shared / "data" / source, country="eu", language="en", key="act", stage=name, date="d"
        )
    assert impact(dossier, "one", "two") == ()


def test_a_stage_that_is_not_there_is_refused_with_what_is_there(two_stages: OpenDossier) -> None:
    with pytest.raises(NotFoundError, match="no-stage") as refused:
        impact(two_stages, "proposal", "adopted")
    assert refused.value.values["known"] == "proposal, council"


def test_a_text_is_not_compared_with_itself(two_stages: OpenDossier) -> None:
    with pytest.raises(TomasError, match="same-stage"):
        impact(two_stages, "council", "council")


def test_a_stage_of_several_dates_is_named_with_its_date(two_stages: OpenDossier) -> None:
    stage(two_stages, PROPOSAL, "consolidated", "2025-01-01")
    stage(two_stages, COUNCIL, "consolidated", "2026-01-01")
    assert [row.change.kind for row in impact(two_stages, "consolidated/2025-01-01", "consolidated")] == [
        "inserted", "reworded", "deleted", "renumbered",
    ]  # fmt: skip
    with pytest.raises(TomasError, match="same-stage") as refused:
        impact(two_stages, "consolidated", "consolidated")
    assert "consolidated/2025-01-01, consolidated/2026-01-01" in str(refused.value.values["known"])


def test_texts_in_different_languages_are_not_compared(two_stages: OpenDossier) -> None:
    stage(two_stages, COUNCIL, "adopted", language="hr")
    with pytest.raises(TomasError, match="no-common-language"):
        impact(two_stages, "proposal", "adopted")


def test_a_national_law_is_compared_likewise(dossier: OpenDossier, tmp_path: Path) -> None:
    correlating.link(dossier, Ref("eu", "art_2"), Ref("law", "art_2"))
    add(dossier, tmp_path, "other", "Član 1\nNešto drugo.\n", "rs", "sr-Latn")
    file = tmp_path / "law.txt"
    file.write_text(file.read_text("utf-8").replace("novčanom kaznom", "kaznom zatvora"), encoding="utf-8")
    reading = importing.preview(file, "rs", "sr-Latn")
    importing.store(dossier, reading, file, country="rs", language="sr-Latn", key="law", date="2026-01-01")
    (row,) = monitoring.impact(dossier, *monitoring.pair(dossier, "law", "law/sr-Latn/in-force", "in-force"))
    assert (row.change.eid, row.change.kind, links(row)) == ("art_2", "reworded", ["art_2"])
