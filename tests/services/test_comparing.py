"""Two texts set against each other: stages of an act, dates of a law, two files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.conftest import LAW
from tests.services.two_stages import fill
from tomas_desktop.errors import TomasError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import comparing, correlating, rehearsing, renewing
from tomas_desktop.services.comparing import Compared
from tomas_desktop.services.dossiers import OpenDossier


@pytest.fixture
def two_stages(dossier: OpenDossier) -> OpenDossier:
    fill(dossier)
    return dossier


def compared(dossier: OpenDossier) -> Compared:
    old, new = (dossier.expression("act", f"act/en/{stage}") for stage in ("proposal", "council"))
    found = comparing.of_texts(dossier, old, new)
    assert found is not None
    return found


def test_each_changed_provision_says_what_happened_to_it(two_stages: OpenDossier) -> None:
    told = [(each.number, each.number_now, each.kinds) for each in compared(two_stages).differences]
    assert told == [
        ("", "Article 1a", ("inserted",)),
        ("Article 2", "Article 2", ("reworded",)),
        ("Article 3", "", ("deleted",)),
        ("Article 4", "Article 3", ("renumbered",)),
    ]


def test_what_hangs_on_it_comes_along(two_stages: OpenDossier) -> None:
    by_eid = {each.eid: each for each in compared(two_stages).differences}
    assert by_eid["art_3"].correlations == ("act#art_3->law#art_2",)
    assert [each.target for each in by_eid["art_4"].modifications] == ["art_2__para_1"]
    assert comparing.counts(by_eid.values())["deleted"] == 1


def test_only_works_with_two_texts_in_one_language_can_be_compared(two_stages: OpenDossier) -> None:
    assert comparing.comparable(two_stages) == ("act",)
    pair = comparing.usual_pair(two_stages, "act")
    assert pair is not None
    assert [each.stage for each in pair] == ["proposal", "council"]
    assert comparing.usual_pair(two_stages, "law") is None
    text = two_stages.expression("act")
    with pytest.raises(TomasError) as trouble:
        comparing.of_texts(two_stages, text, text)
    assert trouble.value.code == "compared-same"


def test_nobody_waits_any_more(two_stages: OpenDossier) -> None:
    old, new = (two_stages.expression("act", f"act/en/{stage}") for stage in ("proposal", "council"))
    assert comparing.of_texts(two_stages, old, new, report=lambda done, _of: done < 2) is None


def files(folder: Path, old: str, new: str) -> tuple[Path, Path]:
    paths = folder / "old.txt", folder / "new.txt"
    for path, text in zip(paths, (old, new), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_two_files_need_no_dossier(tmp_path: Path) -> None:
    found = comparing.of_files(*files(tmp_path, LAW, LAW.replace("48 časova", "24 časa")))
    assert found is not None
    (only,) = found.differences
    assert (found.old, found.new, found.work) == ("old.txt", "new.txt", "")
    assert (only.eid, only.kinds) == ("art_1", ("reworded",))
    gone = [segment.text for line in only.lines for segment in line.segments if segment.op == "-"]
    assert gone == ["48 časova"] or gone == ["48", "časova"]


def test_kinds_of_difference_that_do_not_count_make_no_change(tmp_path: Path) -> None:
    pair = files(tmp_path, LAW, LAW.replace("Sud može", "SUD MOŽE").replace("novčanom kaznom", "novčanom  kaznom"))
    assert [each.eid for each in comparing.of_files(*pair).differences] == ["art_1"]  # type: ignore[union-attr]
    assert comparing.of_files(*pair, ignore={"spaces", "case"}).differences == ()  # type: ignore[union-attr]


def test_files_that_are_no_law_are_compared_line_by_line(tmp_path: Path) -> None:
    letter = "Poštovani, sud i sudija su se sastali.\nRadionica je u petak.\n"
    found = comparing.of_files(*files(tmp_path, letter, letter.replace("petak", "subotu")))
    assert found is not None
    assert [each.kinds for each in found.differences] == [("reworded",)]


def test_laws_of_two_countries_are_not_compared(tmp_path: Path) -> None:
    english = "Article 1\nScope\n\n1. The Regulation shall apply to the Member States of the Union.\n" * 2
    with pytest.raises(TomasError) as trouble:
        comparing.of_files(*files(tmp_path, LAW, english))
    assert trouble.value.code == "compared-orders"


def test_a_rehearsal_changes_nothing_until_its_steps_are_taken(two_stages: OpenDossier) -> None:
    old, new = (two_stages.expression("act", f"act/en/{stage}") for stage in ("proposal", "council"))
    before = two_stages.dossier
    with rehearsing.rehearsal(two_stages.path) as (copy, log):
        renewed = renewing.renew(copy, old, new, author="Ana")
    assert two_stages.dossier == before
    assert renewed.rechecked
    rehearsing.perform(two_stages, log.taken)
    assert {each.status for each in two_stages.dossier.correlations} == {"confirmed", "to-recheck"}
    assert two_stages.expression("act").id == new.id
    two_stages.session.undo()
    assert two_stages.dossier == before


def test_a_rehearsal_of_what_is_another_dossier_by_now_is_refused(two_stages: OpenDossier) -> None:
    old, new = (two_stages.expression("act", f"act/en/{stage}") for stage in ("proposal", "council"))
    with rehearsing.rehearsal(two_stages.path) as (copy, log):
        renewing.renew(copy, old, new)
    correlating.link(two_stages, Ref("act", "art_2"), Ref("law", "art_1"), grade="partial")
    before = two_stages.dossier
    with pytest.raises(TomasError):
        rehearsing.perform(two_stages, log.taken)
    assert two_stages.dossier == before
