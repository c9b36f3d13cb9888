"""The conversation beside a provision, and its past."""

from __future__ import annotations

import pytest

from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import clock, commenting, correlating, past
from tomas_desktop.services.dossiers import OpenDossier

HERE = Ref("law", "art_1__para_2")


def test_comments_stand_in_their_order_and_are_closed_and_opened(dossier: OpenDossier) -> None:
    commenting.comment(dossier, HERE, "Zašto 48?", author="Ana")
    commenting.comment(dossier, HERE, "  Zbog EU.  ", author="Bo")
    commenting.close(dossier, HERE, 1)
    said = dossier.dossier.comments(HERE)
    assert [(each.n, each.text, each.author, each.is_done) for each in said] == [
        (1, "Zašto 48?", "Ana", True),
        (2, "Zbog EU.", "Bo", False),
    ]
    commenting.close(dossier, HERE, 1, is_done=False)
    dossier.session.undo(clock.now())
    assert dossier.dossier.comments(HERE)[0].is_done


def test_a_number_is_never_given_twice_while_comments_stand(dossier: OpenDossier) -> None:
    for _ in range(3):
        commenting.comment(dossier, HERE, "Da.")
    assert [each.n for each in dossier.dossier.comments(HERE)] == [1, 2, 3]


def test_nothing_is_said_without_words_and_nothing_closed_that_is_not_there(dossier: OpenDossier) -> None:
    with pytest.raises(TomasError, match="empty-comment"):
        commenting.comment(dossier, HERE, "  ")
    with pytest.raises(NotFoundError, match="no-comment"):
        commenting.close(dossier, HERE, 4)


def test_the_past_of_an_article_is_what_touched_it(dossier: OpenDossier) -> None:
    commenting.comment(dossier, HERE, "Da.", author="Ana")
    correlating.link(dossier, Ref("eu", "art_1"), Ref("law", "art_2"))
    dossier.session.undo(clock.now())
    commenting.comment(dossier, HERE, "Ne.", author="Bo")
    found = past.of_provision(dossier, Ref("law", "art_1"))
    assert [(each.author, each.label) for each in found] == [("Bo", "comment"), ("Ana", "comment")]
    assert [each.is_undo for each in past.of_provision(dossier, Ref("law", "art_2"))] == [True, False]
