"""A comparison for colleagues without the program: complete, readable, and the same on paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.two_stages import fill
from tomas_desktop.errors import TomasError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import comparing, drafting, handouts
from tomas_desktop.services.dossiers import OpenDossier

ARTICLE = (Ref("eu", "art_1"), Ref("law", "art_1"))


@pytest.fixture
def drafted(dossier: OpenDossier) -> OpenDossier:
    drafting.propose(
        dossier, "p", Ref("law", "art_2__para_1"), text="Ko ne postupi po nalogu kazniće se kaznom zatvora.",
        author="Ana", justification="Kazna je preblaga.", basis=Ref("eu", "art_2"),
    )  # fmt: skip
    return dossier


def test_of_a_proposal_all_changed_articles_in_the_words_of_the_country(drafted: OpenDossier) -> None:
    page = handouts.of_proposal(drafted, "p")
    assert page.is_wide
    assert "Member States lay down penalties." in page.html
    assert "<ins>" in page.html
    assert "<del>" in page.html
    assert "Kazna je preblaga." in page.html
    assert "<script" not in page.html
    assert "Sud može naložiti" not in page.html  # nobody changes it


def test_of_the_article_in_hand_whether_it_is_changed_or_not(drafted: OpenDossier) -> None:
    page = handouts.of_article(drafted, *ARTICLE, "p")
    assert "A court may order" in page.html
    assert page.html.count("Sud može naložiti") == 2
    assert "<ins>" not in page.html.partition("<table")[2]
    changed = handouts.of_article(drafted, Ref("eu", "art_2"), Ref("law", "art_2"), "p")
    assert "kaznom zatvora" in changed.html.replace("<ins>", "").replace("</ins>", "").replace("  ", " ")
    assert handouts.of_article(drafted, None, Ref("law", "art_1")).html


def test_a_proposal_without_a_change_has_nothing_to_compare(dossier: OpenDossier) -> None:
    with pytest.raises(TomasError):
        handouts.of_proposal(dossier, "nobody")


def test_of_two_versions_the_redline_of_each_change(dossier: OpenDossier) -> None:
    fill(dossier)
    old, new = (dossier.expression("act", f"act/en/{stage}") for stage in ("proposal", "council"))
    compared = comparing.of_texts(dossier, old, new)
    assert compared is not None
    page = handouts.of_versions(compared, ("Proposal", "Council"), {"deleted": "gestrichen"}, "Gardens")
    assert '<h2 id="art_1a">Article 1a · Definitions</h2>' in page.html
    assert "gestrichen" in page.html
    assert page.html.count("Opening hours") == 1
    assert "<ins>" in page.html
    assert not page.is_wide


def test_on_paper_nothing_is_left_that_printing_does_not_know(drafted: OpenDossier) -> None:
    preview = handouts.paper(handouts.of_proposal(drafted, "p"))
    (section,) = preview.sections
    assert section.size[0] > section.size[1]
    assert "var(" not in section.html
    assert "@media" not in section.html
    assert "Kazna je preblaga." in section.html


def test_it_is_kept_as_a_file_or_says_why_not(drafted: OpenDossier, tmp_path: Path) -> None:
    page = handouts.of_proposal(drafted, "p")
    path = handouts.write(page, tmp_path / "new" / handouts.named(page, "html"))
    assert path.read_text(encoding="utf-8") == page.html
    blocked = tmp_path / "file"
    blocked.write_text("x", encoding="utf-8")
    with pytest.raises(TomasError) as trouble:
        handouts.write(page, blocked / "page.html")
    assert trouble.value.code == "cannot-write"
