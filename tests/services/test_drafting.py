"""Proposing new wording: what it replaces, what moves, what undoes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.conftest import add
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import own_articles
from tomas_desktop.services import drafting, justifying
from tomas_desktop.services.dossiers import OpenDossier


def propose(dossier: OpenDossier, eid: str, text: str | None = None, **more: object) -> drafting.Outcome:
    return drafting.propose(dossier, "p", Ref("law", eid), text=text, **more)  # type: ignore[arg-type]


def proposed(dossier: OpenDossier, eid: str = "") -> list[str]:
    """The lines of the law (or a provision) as proposed, without blank ones."""
    nodes = drafting.text_of(dossier, Ref("law", eid), None, "p")
    return [line for line in canonical_text(nodes).splitlines() if line]


def in_force(dossier: OpenDossier, eid: str = "") -> list[str]:
    return [line for line in canonical_text(drafting.text_of(dossier, Ref("law", eid))).splitlines() if line]


def test_a_new_wording_replaces_the_paragraph_and_keeps_its_number(dossier: OpenDossier) -> None:
    propose(dossier, "art_1__para_3", "Žalba na nalog ne odlaže izvršenje.")
    assert proposed(dossier, "art_1")[-1] == "(3) Žalba na nalog ne odlaže izvršenje."


def test_the_printed_number_in_front_is_optional(dossier: OpenDossier) -> None:
    propose(dossier, "art_1__para_3", "  (3) Žalba ne odlaže izvršenje.\n")
    assert proposed(dossier, "art_1")[-1] == "(3) Žalba ne odlaže izvršenje."


def test_the_wording_takes_all_below_with_it(dossier: OpenDossier) -> None:
    propose(dossier, "art_1__para_2", "(2) Pružalac postupa odmah.")
    assert proposed(dossier, "art_1")[3:] == ["(2) Pružalac postupa odmah.", "(3) Na nalog je dozvoljena žalba."]


def test_lines_with_a_lower_number_become_points(dossier: OpenDossier) -> None:
    propose(dossier, "art_1__para_1", "(1) Sud može naložiti:\n1) uklanjanje;\n2) blokiranje.")
    paragraph = drafting.text_of(dossier, Ref("law", "art_1__para_1"), None, "p")[0]
    assert [child.eid for child in paragraph.children] == ["art_1__para_1__point_1", "art_1__para_1__point_2"]


def test_other_lines_become_new_paragraphs_and_the_rest_moves_on(dossier: OpenDossier) -> None:
    outcome = propose(dossier, "art_1__para_1", "(1) Sud može naložiti uklanjanje.\n(2) Nalog se obrazlaže.")
    assert [line[:3] for line in proposed(dossier, "art_1")[2:]] == ["(1)", "(2)", "(3)", "1) ", "2) ", "(4)"]
    assert outcome.moved["art_1__para_2"] == "art_1__para_3"
    assert outcome.moved["art_1__para_2__point_1"] == "art_1__para_3__point_1"


def test_an_inserted_paragraph_takes_the_next_number(dossier: OpenDossier) -> None:
    propose(dossier, "art_1__para_3", "Sud odlučuje hitno.", insert_after=True)
    assert proposed(dossier, "art_1")[-1] == "(4) Sud odlučuje hitno."


def test_an_inserted_article_takes_a_letter_and_moves_nothing(dossier: OpenDossier) -> None:
    propose(dossier, "art_1", "Nalog za blokiranje\n\nČlan 1a\nSud može naložiti blokiranje.", insert_after=True)
    assert "Član 1a" in proposed(dossier)
    assert [line for line in proposed(dossier) if line.startswith("Član")] == [
        "Član 1", "Član 1a", "Član 2", "Član 2a", "Član 3",
    ]  # fmt: skip
    assert proposed(dossier, "art_1a") == ["Nalog za blokiranje", "Član 1a", "Sud može naložiti blokiranje."]


def test_a_deleted_point_moves_the_next_one_up(dossier: OpenDossier) -> None:
    propose(dossier, "art_1__para_2__point_1", delete=True)
    assert proposed(dossier, "art_1__para_2") == [in_force(dossier, "art_1__para_2")[0], "1) nadležni organ."]


def test_a_deleted_article_leaves_a_gap(dossier: OpenDossier) -> None:
    propose(dossier, "art_2", delete=True)
    assert [line for line in proposed(dossier) if line.startswith("Član")] == ["Član 1", "Član 2a", "Član 3"]


def test_a_new_article_does_not_take_the_number_of_a_deleted_one(dossier: OpenDossier) -> None:
    """A law that cites the deleted article must not come to cite the new one."""
    propose(dossier, "art_2", delete=True)
    propose(dossier, "art_1", "Sud može naložiti blokiranje.", insert_after=True)
    assert [line for line in proposed(dossier) if line.startswith("Član")] == ["Član 1", "Član 1a", "Član 2a", "Član 3"]


def test_only_the_heading_changes(dossier: OpenDossier) -> None:
    propose(dossier, "art_1", heading="Nalog")
    assert proposed(dossier, "art_1") == ["Nalog", *in_force(dossier, "art_1")[1:]]


def test_heading_and_paragraph_changes_of_one_article_stand_together(dossier: OpenDossier) -> None:
    propose(dossier, "art_1", heading="Nalog")
    propose(dossier, "art_1__para_3", "Žalba je dozvoljena.")
    propose(dossier, "art_1__para_3", "Sud odlučuje hitno.", insert_after=True)
    assert proposed(dossier, "art_1")[0] == "Nalog"
    assert proposed(dossier, "art_1")[-2:] == ["(3) Žalba je dozvoljena.", "(4) Sud odlučuje hitno."]


def test_a_text_equal_to_the_law_removes_the_modification(dossier: OpenDossier) -> None:
    propose(dossier, "art_1__para_3", "Drugo.")
    outcome = propose(dossier, "art_1__para_3", "(3) Na nalog je dozvoljena žalba.")
    assert outcome.modifications == ()
    assert dossier.dossier.modifications("p") == ()
    assert proposed(dossier) == in_force(dossier)


def test_a_new_article_wording_takes_the_place_of_changes_inside_it(dossier: OpenDossier) -> None:
    propose(dossier, "art_1__para_3", "Žalba je dozvoljena.")
    propose(dossier, "art_1", "Nalog\n\nČlan 1\nSud može naložiti uklanjanje.")
    assert len(dossier.dossier.modifications("p")) == 1
    assert proposed(dossier, "art_1") == ["Nalog", "Član 1", "Sud može naložiti uklanjanje."]


def test_a_change_inside_a_reworded_article_is_made_in_its_wording(dossier: OpenDossier) -> None:
    propose(dossier, "art_1", "Nalog\n\nČlan 1\n(1) Sud odlučuje.\n(2) Rok je 24 časa.\n(3) Žalba je dozvoljena.")
    propose(dossier, "art_1__para_2", "(2) Rok je 12 časova.")
    assert len(dossier.dossier.modifications("p")) == 1
    assert proposed(dossier, "art_1")[2:] == ["(1) Sud odlučuje.", "(2) Rok je 12 časova.", "(3) Žalba je dozvoljena."]


def test_what_a_proposal_brought_in_can_be_reworded_and_taken_out(dossier: OpenDossier) -> None:
    propose(
        dossier, "art_1", "Blokiranje\n\nČlan 1a\n(1) Sud može naložiti blokiranje.\n(2) Rok je dan.", insert_after=True
    )
    propose(dossier, "art_1a__para_2", "(2) Rok je 24 časa.")
    assert proposed(dossier, "art_1a")[-1] == "(2) Rok je 24 časa."
    propose(dossier, "art_1a", delete=True)
    assert dossier.dossier.modifications("p") == ()


def test_unnumbered_paragraphs_are_counted(dossier: OpenDossier) -> None:
    propose(dossier, "art_2__para_1", "Pokušaj je kažnjiv.", insert_after=True)
    assert [n.eid for n in drafting.text_of(dossier, Ref("law", "art_2"), None, "p")[0].children] == [
        "art_2__para_1", "art_2__para_2",
    ]  # fmt: skip


def test_one_step_can_be_undone_and_redone(dossier: OpenDossier) -> None:
    propose(dossier, "art_1__para_3", "Drugo.")
    dossier.session.undo()
    assert dossier.dossier.proposals == ()
    dossier.session.redo()
    assert proposed(dossier, "art_1")[-1] == "(3) Drugo."


@pytest.mark.parametrize(
    ("eid", "more", "code"),
    [
        ("art_9", {"text": "x"}, "no-provision"),
        ("art_1__para_9", {"delete": True}, "no-provision"),
        ("art_1__para_1", {"text": " \n "}, "empty-text"),
        ("art_1__para_1", {"text": "x", "basis": Ref("eu", "art_9")}, "no-provision"),
    ],
)
def test_what_cannot_be_done_changes_nothing(
    dossier: OpenDossier, eid: str, more: dict[str, object], code: str
) -> None:
    before = dossier.dossier
    with pytest.raises(TomasError, match=code):
        propose(dossier, eid, **more)  # type: ignore[arg-type]
    assert dossier.dossier == before


def test_a_proposal_amends_one_law(dossier: OpenDossier) -> None:
    propose(dossier, "art_1__para_1", "x.")
    with pytest.raises(TomasError, match="proposal-other-work"):
        drafting.propose(dossier, "p", Ref("eu", "art_1__para_1"), text="y.")
    with pytest.raises(NotFoundError, match="no-work"):
        drafting.propose(dossier, "q", Ref("other", "art_1"), text="y.")


class TestTypingAnArticle:
    """`reword_article`: what the editor hands over when typing rests."""

    def lines(self, dossier: OpenDossier) -> list[str]:
        return in_force(dossier, "art_1")

    def type(self, dossier: OpenDossier, lines: list[str]) -> drafting.Draft:
        draft = drafting.reword_article(dossier, "p", "law", "art_1", lines, "Ana")
        assert [line.proposed.text for line in draft.marked if line.proposed] == lines
        return draft

    def test_one_reworded_paragraph_is_one_modification(self, dossier: OpenDossier) -> None:
        lines = self.lines(dossier)
        lines[-1] = "(3) Na nalog je dozvoljena žalba u roku od osam dana."
        draft = self.type(dossier, lines)
        assert [(m.kind, m.target, m.author) for m in draft.modifications] == [("substitution", "art_1__para_3", "Ana")]

    def test_a_paragraph_put_in_with_its_number_shifts_the_rest(self, dossier: OpenDossier) -> None:
        lines = self.lines(dossier)
        lines[3:] = ["(2) Nalog se obrazlaže.", "(3) " + lines[3][4:], *lines[4:6], "(4) " + lines[6][4:]]
        draft = self.type(dossier, lines)
        assert [(m.kind, m.target) for m in draft.modifications] == [("insertion", "art_1__para_1")]

    def test_a_heading_a_deletion_and_a_rewording_at_once(self, dossier: OpenDossier) -> None:
        lines = self.lines(dossier)
        lines = ["Nalog suda", lines[1], lines[2], "(2) Na nalog je dozvoljena posebna žalba."]
        draft = self.type(dossier, lines)
        assert sorted(m.kind for m in draft.modifications) == ["heading", "repeal", "substitution"]

    def test_typing_the_law_again_removes_everything(self, dossier: OpenDossier) -> None:
        lines = self.lines(dossier)
        self.type(dossier, [*lines[:-1], "(3) Drugo."])
        draft = self.type(dossier, lines)
        assert draft.modifications == ()

    def test_justifications_survive_more_typing(self, dossier: OpenDossier) -> None:
        lines = self.lines(dossier)
        self.type(dossier, [*lines[:-1], "(3) Drugo."])
        justifying.justify(dossier, "p", "art_1", "Zato.")
        self.type(dossier, [*lines[:-1], "(3) Drugo i treće."])
        assert justifying.justification(dossier, "p", "art_1") == "Zato."

    def test_an_article_that_the_proposal_brought_in(self, dossier: OpenDossier) -> None:
        propose(dossier, "art_1", "Blokiranje\n\nČlan 1a\nSud može naložiti blokiranje.", insert_after=True)
        draft = drafting.reword_article(
            dossier, "p", "law", "art_1a", ["Blokiranje", "Član 1a", "Sud nalaže blokiranje."]
        )
        assert draft.article is None
        assert {line.state for line in draft.marked} == {"inserted"}
        assert draft.marked[-1].line.text == "Sud nalaže blokiranje."


def test_every_marked_line_names_its_modification(dossier: OpenDossier) -> None:
    propose(dossier, "art_1__para_1", "(1) Sud može naložiti uklanjanje.\n(2) Nalog se obrazlaže.", author="Ana")
    draft = drafting.article_draft(dossier, "law", "art_1", "p")
    changed = [line for line in draft.marked if line.state != "kept"]
    assert changed
    assert all(line.cause is not None and line.cause.author == "Ana" for line in changed)


CHAPTERS = """\
GLAVA I
OSNOVNE ODREDBE

Član 1
Zakon uređuje naloge.

Član 2
Nalog izdaje sud.

GLAVA II
ZAVRŠNE ODREDBE

Član 3
Zakon stupa na snagu osmog dana.
"""


def test_an_article_behind_the_last_one_of_a_chapter_does_not_take_the_number_of_the_next_chapter(
    dossier: OpenDossier, tmp_path: Path
) -> None:
    add(dossier, tmp_path, "divided", CHAPTERS, "rs", "sr-Latn")
    drafting.propose(dossier, "d", Ref("divided", "art_2"), text="Nalog je hitan.", insert_after=True)
    drafting.propose(dossier, "d", Ref("divided", "art_3"), text="Nalog je javan.", insert_after=True)
    nodes = drafting.applied(dossier, dossier.proposal("d")).nodes
    assert [node.num for node in own_articles(nodes)] == ["Član 1", "Član 2", "Član 2a", "Član 3", "Član 4"]
