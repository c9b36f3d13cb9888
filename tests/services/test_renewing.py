"""Going over to a newer text: what is to be looked at again is marked, what only got another number is followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.conftest import LAW
from tests.services.two_stages import PROPOSAL, fill, stage
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import checking, correlating, drafting, importing, monitoring, renewing
from tomas_desktop.services.dossiers import OpenDossier, opened
from tomas_desktop.services.monitoring import Row


@pytest.fixture
def two_stages(dossier: OpenDossier) -> OpenDossier:
    """The small dossier with an act at two stages."""
    fill(dossier)
    return dossier


def renew(dossier: OpenDossier, old: str = "proposal", new: str = "council", work: str = "act") -> renewing.Renewed:
    return renewing.renew(dossier, *monitoring.pair(dossier, work, old, new), author="Marko")


def impact(dossier: OpenDossier) -> tuple[Row, ...]:
    return monitoring.impact(dossier, *monitoring.pair(dossier, "act", "proposal", "council"))


def state(dossier: OpenDossier) -> list[tuple[str, str, str]]:
    return [(each.eu.eid, each.national.eid, each.status) for each in dossier.dossier.correlations]


def test_correlations_follow_and_those_on_changed_provisions_are_to_be_checked(two_stages: OpenDossier) -> None:
    renewed = renew(two_stages)
    assert sorted(state(two_stages)) == [
        ("art_1__para_1", "art_1__para_1", "confirmed"),
        ("art_2", "art_1", "to-recheck"),
        ("art_2__para_1__point_a", "art_1__para_2", "to-recheck"),
        ("art_2__para_2", "art_1__para_3", "confirmed"),
        ("art_3__para_1", "art_2", "to-recheck"),
        ("art_3~proposal", "art_2", "to-recheck"),  # went; its number belongs to the penalties now
    ]
    assert len(renewed.rechecked) == 4
    assert renewed.followed == (("art_3", "art_3~proposal"), ("art_4__para_1", "art_3__para_1"))
    assert [each.grade for each in two_stages.dossier.correlations] == ["full"] * 6
    assert {each.author for each in renewed.rechecked} == {"Ana"}  # who judged, not who went over


def test_the_basis_of_a_proposal_follows_too(two_stages: OpenDossier) -> None:
    renew(two_stages)
    assert [each.basis for each in two_stages.dossier.modifications("p")] == ["act#art_3__para_1"]


def test_the_newer_text_is_the_one_worked_with(two_stages: OpenDossier) -> None:
    renew(two_stages)
    assert two_stages.expression("act").stage == "council"
    correlating.link(two_stages, Ref("act", "art_1a"), Ref("law", "art_3"))
    assert two_stages.provision(Ref("act", "art_3")).heading == "Penalties"


def test_the_list_is_the_same_before_and_after(two_stages: OpenDossier) -> None:
    before = impact(two_stages)
    rows = renew(two_stages).rows
    assert [row.change.eid for row in rows] == [row.change.eid for row in before]
    assert [{each.national for each in row.correlations} for row in rows] == [
        {each.national for each in row.correlations} for row in before
    ]
    assert {each.status for row in rows for each in row.correlations} == {"to-recheck"}


def test_one_undo_takes_it_back(two_stages: OpenDossier) -> None:
    facts = dict(two_stages.dossier.facts)
    renew(two_stages)
    two_stages.session.undo()
    assert dict(two_stages.dossier.facts) == facts
    two_stages.session.redo()
    assert two_stages.expression("act").stage == "council"


def test_the_second_time_nothing_is_left_to_do(two_stages: OpenDossier) -> None:
    renew(two_stages)
    correlating.confirm(two_stages, [(Ref("act", "art_2"), Ref("law", "art_1"))])
    before = two_stages.path.read_bytes()
    again = renew(two_stages)
    assert (again.rechecked, again.followed, two_stages.path.read_bytes()) == ((), (), before)


def test_there_and_back_is_where_it_was(two_stages: OpenDossier) -> None:
    before = {(eu, national) for eu, national, _ in state(two_stages)}
    renew(two_stages)
    renew(two_stages, "council", "proposal")
    assert {(eu, national) for eu, national, _ in state(two_stages)} == before


def test_articles_that_change_numbers_in_a_circle(dossier: OpenDossier) -> None:
    stage(dossier, PROPOSAL, "proposal")
    for eid in ("art_3", "art_4"):
        correlating.link(dossier, Ref("act", eid), Ref("law", "art_2"), note=eid)
    new = PROPOSAL.replace("Article 3", "Article x").replace("Article 4", "Article 3").replace("Article x", "Article 4")
    stage(dossier, new, "council")
    renew(dossier)
    assert sorted((each.eu.eid, each.note) for each in dossier.dossier.correlations) == [
        ("art_3", "art_4"), ("art_4", "art_3"),
    ]  # fmt: skip


def test_links_to_a_third_text_are_not_touched(two_stages: OpenDossier) -> None:
    stage(two_stages, PROPOSAL, "adopted")
    renew(two_stages)
    with pytest.raises(TomasError, match="links-elsewhere"):
        renew(two_stages, "proposal", "adopted")
    rows = monitoring.impact(two_stages, *monitoring.pair(two_stages, "act", "proposal", "adopted"))
    assert rows == ()
    hanging = impact(two_stages)[3]
    assert [each.eu.eid for each in hanging.correlations] == ["art_3__para_1"]


def test_an_older_dossier_opens_and_goes_over(two_stages: OpenDossier) -> None:
    renew(two_stages)
    path = two_stages.path
    two_stages.close()
    with opened(path) as again:
        assert again.expression("act").stage == "council"
        assert sum(each.status == "to-recheck" for each in again.dossier.correlations) == 4


# ---- clearing ----------------------------------------------------------------------------------------------------


def test_each_is_cleared_by_itself_and_stops_being_a_finding(two_stages: OpenDossier) -> None:
    renew(two_stages)

    def open_ones() -> int:
        return sum(finding.code == "correlation-to-recheck" for finding in checking.check(two_stages))

    assert open_ones() == 4
    (cleared,) = correlating.confirm(two_stages, [(Ref("act", "art_2"), Ref("law", "art_1"))], author="Vesna")
    assert (cleared.status, cleared.author, cleared.grade) == ("confirmed", "Vesna", "full")
    assert open_ones() == 3
    two_stages.session.undo()
    assert open_ones() == 4


def test_who_grades_a_pair_anew_has_looked_at_it(two_stages: OpenDossier) -> None:
    renew(two_stages)
    pair = (Ref("act", "art_2"), Ref("law", "art_1"))
    assert correlating.link(two_stages, *pair, note="ask the ministry").status == "to-recheck"
    assert correlating.link(two_stages, *pair, grade="partial", reason="hours").status == "confirmed"


def test_several_are_cleared_as_one_step(two_stages: OpenDossier) -> None:
    renew(two_stages)
    pairs = [(each.eu, each.national) for each in two_stages.dossier.correlations]
    assert len(correlating.confirm(two_stages, pairs)) == 4
    assert correlating.confirm(two_stages, pairs) == ()
    two_stages.session.undo()
    assert sum(each.status == "to-recheck" for each in two_stages.dossier.correlations) == 4


def test_what_is_not_linked_cannot_be_cleared(two_stages: OpenDossier) -> None:
    with pytest.raises(NotFoundError, match="no-correlation"):
        correlating.confirm(two_stages, [(Ref("act", "art_1"), Ref("law", "art_3"))])


# ---- a newer text of the national law ----------------------------------------------------------------------------

LATER = LAW.replace("Član 2\nPružalac", "Član 2\nSud vodi evidenciju naloga.\n\nČlan 3\nPružalac").replace(
    "Član 2a", "Član 3a"
)
LATER = LATER.replace("Stupanje na snagu\n\nČlan 3", "Stupanje na snagu\n\nČlan 4").replace("48 časova", "24 časa")


@pytest.fixture
def newer_law(dossier: OpenDossier, tmp_path: Path) -> OpenDossier:
    """A newer text of the law of the small dossier, with a new second article, after links and a draft were made."""
    correlating.link(dossier, Ref("eu", "art_2"), Ref("law", "art_2"), grade="full")
    correlating.link(dossier, Ref("eu", "art_1__para_2"), Ref("law", "art_1__para_2"), grade="partial")
    drafting.propose(dossier, "p", Ref("law", "art_2__para_1"), text="Pružalac koji ne postupi po nalogu odgovara.")
    drafting.propose(dossier, "p", Ref("law", "art_1__para_2"), text="(2) Pružalac usluge postupa u roku od 12 časova.")
    file = tmp_path / "later.txt"
    file.write_text(LATER.replace("Kazne\n\nČlan 2\nSud", "Evidencija\n\nČlan 2\nSud").replace(
        "naloga.\n\nČlan 3", "naloga.\n\nKazne\n\nČlan 3"), encoding="utf-8")  # fmt: skip
    reading = importing.preview(file, "rs", "sr-Latn")
    importing.store(dossier, reading, file, country="rs", language="sr-Latn", key="law", date="2026-01-01")
    return dossier


def test_correlations_stay_with_their_national_provision(newer_law: OpenDossier) -> None:
    renew(newer_law, "law/sr-Latn/in-force", "in-force", work="law")
    assert sorted(state(newer_law)) == [
        ("art_1__para_2", "art_1__para_2", "to-recheck"),
        ("art_2", "art_3", "to-recheck"),
    ]


def test_proposals_are_carried_over_on_request_and_conflicts_listed(newer_law: OpenDossier) -> None:
    texts = monitoring.pair(newer_law, "law", "law/sr-Latn/in-force", "in-force")
    assert renewing.renew(newer_law, *texts).carried == ()
    (carried,) = renewing.renew(newer_law, *texts, rebase=True).carried
    assert (carried.origin, carried.proposal.key) == ("p", "p-2")
    assert [each.target for each in carried.applied] == ["art_3__para_1"]
    assert [(each.modification.target, each.reason) for each in carried.conflicts] == [("art_1__para_2", "same-words")]
    assert renewing.renew(newer_law, *texts, rebase=True).carried == ()  # not twice
