"""The clauses under a draft: derived, worded by hand, checked by applying them, and put into the act."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.conftest import LAW, add
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import find
from tomas_desktop.model.wording import Size
from tomas_desktop.services import clauses, demo, drafting, lawcards, proposed_act
from tomas_desktop.services.dossiers import OpenDossier, opened

SHORTER = "U članu 1. stav 2. broj: „48” zamenjuje se brojem: „24”."
OTHER_WORDS = "U članu 1. stav 2. reči: „od 48 časova” zamenjuju se rečima: „od 24 časova”."


def shorten(dossier: OpenDossier) -> None:
    """The draft: 24 hours instead of 48."""
    text = "(2) Pružalac usluge postupa u roku od 24 časova i o tome obaveštava:\n1) sud;\n2) nadležni organ."
    drafting.propose(dossier, "p", Ref("law", "art_1__para_2"), text=text)


def test_a_change_of_words_is_one_sentence(dossier: OpenDossier) -> None:
    shorten(dossier)
    found = clauses.of_article(dossier, "p", "art_1")
    assert found.lines == (SHORTER,)
    assert [clause.operation for clause in found.clauses] == ["replace_words"]
    assert found.findings == ()
    assert found.by_hand is None


def test_an_article_that_is_as_in_force_has_no_clause(dossier: OpenDossier) -> None:
    shorten(dossier)
    assert clauses.of_article(dossier, "p", "art_2").lines == ()


def test_a_new_article_comes_after_the_one_before_it(dossier: OpenDossier) -> None:
    text = "Član 2b\nŽalba ne zadržava izvršenje."
    drafting.propose(dossier, "p", Ref("law", "art_2a"), text=text, insert_after=True)
    found = clauses.of_article(dossier, "p", "art_2b")
    assert found.lines == (
        "Posle člana 2a dodaje se član 2b, koji glasi:",
        "„Član 2b",
        "Žalba ne zadržava izvršenje.”.",
    )
    assert clauses.check(dossier, "p", "art_2b", "\n".join(found.lines)).is_exact


def test_a_deleted_article_is_deleted_in_one_sentence(dossier: OpenDossier) -> None:
    drafting.propose(dossier, "p", Ref("law", "art_2"), delete=True)
    assert clauses.of_article(dossier, "p", "art_2").lines == ("Član 2. briše se.",)


def test_only_the_article_itself_is_said(dossier: OpenDossier) -> None:
    shorten(dossier)
    drafting.propose(dossier, "p", Ref("law", "art_2"), delete=True)
    assert clauses.of_article(dossier, "p", "art_1").lines == (SHORTER,)


def test_an_article_that_is_nowhere_is_refused(dossier: OpenDossier) -> None:
    shorten(dossier)
    with pytest.raises(NotFoundError):
        clauses.of_article(dossier, "p", "art_99")


# ---- by hand ---------------------------------------------------------------------------------------------------


def test_other_words_that_do_the_same_are_exact(dossier: OpenDossier) -> None:
    shorten(dossier)
    checked = clauses.check(dossier, "p", "art_1", OTHER_WORDS)
    assert checked.is_exact
    assert checked.failures == ()
    assert checked.differences == ()


def test_what_a_clause_does_otherwise_is_shown_against_the_draft(dossier: OpenDossier) -> None:
    shorten(dossier)
    checked = clauses.check(dossier, "p", "art_1", SHORTER.replace("24", "36"))
    assert not checked.is_exact
    assert checked.failures == ()
    changed = [line for line in checked.differences if line.state != "kept"]
    assert [[(s.op, s.text) for s in line.segments if s.op != "="] for line in changed] == [[("-", "24"), ("+", "36")]]
    assert any("36 časova" in line for line in checked.proposed_text)


def test_words_that_do_not_stand_there_are_told_with_the_nearest(dossier: OpenDossier) -> None:
    shorten(dossier)
    checked = clauses.check(dossier, "p", "art_1", SHORTER.replace("broj: „48”", "reči: „roku do 48 časova”"))
    assert not checked.is_exact
    assert [failed.clause for failed in checked.failures]
    assert "roku od 48 časova" in checked.failures[0].reason


def test_what_is_no_clause_is_told_too(dossier: OpenDossier) -> None:
    shorten(dossier)
    checked = clauses.check(dossier, "p", "art_1", "Nešto sasvim drugo se dešava.")
    assert checked.clauses == ()
    assert checked.failures[0].clause == "Nešto sasvim drugo se dešava."
    assert checked.failures[0].reason


def test_a_clause_that_changes_another_article_is_not_exact_and_not_taken(dossier: OpenDossier) -> None:
    shorten(dossier)
    both = f"{SHORTER}\nČlan 2. briše se."
    checked = clauses.check(dossier, "p", "art_1", both)
    assert not checked.is_exact
    assert not checked.is_alone
    with pytest.raises(TomasError, match="clause-not-applied"):
        clauses.take(dossier, "p", "art_1", both)


def test_a_wording_by_hand_is_used_while_it_says_the_draft(dossier: OpenDossier) -> None:
    shorten(dossier)
    clauses.keep(dossier, "p", "art_1", OTHER_WORDS, "Ana")
    found = clauses.of_article(dossier, "p", "art_1")
    assert found.is_by_hand
    assert found.lines == (OTHER_WORDS,)
    assert found.by_hand is not None
    assert found.by_hand.author == "Ana"


def test_a_wording_that_no_longer_fits_gives_way_and_is_not_lost(dossier: OpenDossier) -> None:
    shorten(dossier)
    clauses.keep(dossier, "p", "art_1", OTHER_WORDS)
    drafting.propose(dossier, "p", Ref("law", "art_1__para_3"), text="(3) Na nalog je dozvoljena žalba sudu.")
    found = clauses.of_article(dossier, "p", "art_1")
    assert not found.is_by_hand
    assert found.by_hand is not None
    assert found.by_hand.text == OTHER_WORDS
    assert len(found.lines) == 2
    dossier.session.undo()
    assert clauses.of_article(dossier, "p", "art_1").is_by_hand
    drafting.propose(dossier, "p", Ref("law", "art_1__para_3"), text="(3) Na nalog je dozvoljena žalba sudu.")
    clauses.drop(dossier, "p", "art_1")
    assert clauses.of_article(dossier, "p", "art_1").by_hand is None


def test_keeping_is_one_step_that_can_be_undone(dossier: OpenDossier) -> None:
    shorten(dossier)
    clauses.keep(dossier, "p", "art_1", OTHER_WORDS)
    clauses.keep(dossier, "p", "art_1", OTHER_WORDS)
    dossier.session.undo()
    assert dossier.dossier.clause_texts("p") == ()
    assert dossier.dossier.modifications("p") != ()
    dossier.session.redo()
    assert len(dossier.dossier.clause_texts("p")) == 1
    clauses.keep(dossier, "p", "art_1", "  ")
    assert dossier.dossier.clause_texts("p") == ()


def test_a_wording_survives_closing(tmp_path: Path) -> None:
    with opened(tmp_path / "a.tomas", create=True) as dossier:
        add(dossier, tmp_path, "law", LAW, "rs", "sr-Latn")
        shorten(dossier)
        clauses.keep(dossier, "p", "art_1", OTHER_WORDS)
    with opened(tmp_path / "a.tomas") as dossier:
        assert clauses.of_article(dossier, "p", "art_1").lines == (OTHER_WORDS,)


def test_a_clause_can_become_the_draft(dossier: OpenDossier) -> None:
    shorten(dossier)
    checked = clauses.take(dossier, "p", "art_1", SHORTER.replace("24", "36"))
    assert checked.is_exact
    proposed = find(drafting.text_of(dossier, Ref("law"), None, "p"), "art_1__para_2")
    assert proposed is not None
    assert "36 časova" in proposed.text
    dossier.session.undo()  # the draft is back, and the wording waits
    found = clauses.of_article(dossier, "p", "art_1")
    assert found.lines == (SHORTER,)
    assert found.by_hand is not None


def test_a_clause_that_deletes_becomes_a_deletion(dossier: OpenDossier) -> None:
    shorten(dossier)
    clauses.take(dossier, "p", "art_1", "Član 1. briše se.")
    assert find(drafting.text_of(dossier, Ref("law"), None, "p"), "art_1") is None


# ---- their size ------------------------------------------------------------------------------------------------


def test_a_larger_clause_can_be_chosen_for_an_article(dossier: OpenDossier) -> None:
    shorten(dossier)
    clauses.choose_size(dossier, "p", "art_1", "unit", "Ana")
    found = clauses.of_article(dossier, "p", "art_1")
    assert found.lines == (
        "U članu 1. stav 2. uvodna rečenica menja se i glasi:",
        "„Pružalac usluge postupa u roku od 24 časova i o tome obaveštava:”.",
    )
    clauses.choose_size(dossier, "p", "art_1", "article")
    found = clauses.of_article(dossier, "p", "art_1")
    assert [clause.operation for clause in found.clauses] == ["replace_unit"]
    assert found.lines[:2] == ("Član 1. menja se i glasi:", "„Član 1")
    assert len(found.lines) == 7
    assert clauses.check(dossier, "p", "art_1", "\n".join(found.lines)).is_exact
    clauses.choose_size(dossier, "p", "art_1", "words")
    assert clauses.of_article(dossier, "p", "art_1").lines == (SHORTER,)
    assert dossier.dossier.clause_sizes("p") == ()


def test_the_act_is_written_in_the_size_that_was_chosen(dossier: OpenDossier) -> None:
    shorten(dossier)
    drafting.propose(dossier, "p", Ref("law", "art_3"), text="Ovaj zakon stupa na snagu narednog dana.")
    clauses.choose_size(dossier, "p", "art_1", "article")
    made = proposed_act.act_of_proposal(dossier, "p")
    assert made.findings == ()
    first, second = made.act.articles[0].lines, made.act.articles[1].lines
    assert first[0].endswith(", član 1. menja se i glasi:")
    assert first[1:] == clauses.of_article(dossier, "p", "art_1").lines[1:]
    assert second[0].startswith("U članu 3. ")


def test_choosing_a_size_is_one_step_that_can_be_undone(dossier: OpenDossier) -> None:
    shorten(dossier)
    clauses.choose_size(dossier, "p", "art_1", "words")  # as it is
    clauses.choose_size(dossier, "p", "art_1", "article")
    clauses.choose_size(dossier, "p", "art_1", "article")
    step = dossier.session.undo()
    assert step is not None
    assert (step.label, step.detail) == ("clause-size", "law#art_1")
    assert clauses.of_article(dossier, "p", "art_1").lines == (SHORTER,)
    dossier.session.redo()
    assert [size.size for size in dossier.dossier.clause_sizes("p")] == ["article"]


def test_a_size_survives_closing(tmp_path: Path) -> None:
    with opened(tmp_path / "a.tomas", create=True) as dossier:
        add(dossier, tmp_path, "law", LAW, "rs", "sr-Latn")
        shorten(dossier)
        clauses.choose_size(dossier, "p", "art_1", "article", "Ana")
    with opened(tmp_path / "a.tomas") as dossier:
        chosen = dossier.dossier.clause_size("p", "art_1")
        assert chosen is not None
        assert (chosen.size, chosen.author) == ("article", "Ana")
        assert clauses.of_article(dossier, "p", "art_1").lines[0] == "Član 1. menja se i glasi:"


def test_a_size_is_chosen_for_an_article_of_the_law_in_force_only(dossier: OpenDossier) -> None:
    shorten(dossier)
    with pytest.raises(NotFoundError, match="no-provision"):
        clauses.choose_size(dossier, "p", "art_99", "article")
    assert dossier.dossier.clause_sizes("p") == ()


def test_a_wording_by_hand_goes_before_the_size(dossier: OpenDossier) -> None:
    shorten(dossier)
    clauses.choose_size(dossier, "p", "art_1", "article")
    clauses.keep(dossier, "p", "art_1", OTHER_WORDS)
    assert clauses.of_article(dossier, "p", "art_1").lines == (OTHER_WORDS,)
    made = proposed_act.act_of_proposal(dossier, "p")
    assert made.findings == ()
    assert "od 24 časova”." in made.act.articles[0].lines[0]


def test_a_new_article_has_no_size_but_its_own(dossier: OpenDossier) -> None:
    shorten(dossier)
    text = "Član 1a\nRok teče od prijema naloga."
    drafting.propose(dossier, "p", Ref("law", "art_1"), text=text, insert_after=True)
    clauses.choose_size(dossier, "p", "art_1", "article")
    own, new = clauses.derive_all(clauses.situation(dossier, "p", "art_1"))
    assert own.lines[0] == "Član 1. menja se i glasi:"
    assert new.lines[0] == "Posle člana 1. dodaje se član 1a, koji glasi:"


@pytest.mark.parametrize("size", ["unit", "article"])
def test_every_article_of_the_workshop_can_be_said_larger(tmp_path: Path, size: Size) -> None:
    with opened(demo.build(tmp_path).dossier) as dossier:
        for proposal in dossier.dossier.proposals:
            for article in {m.target.partition("__")[0] for m in dossier.dossier.modifications(proposal.key)}:
                clauses.choose_size(dossier, proposal.key, article, size)
                found = clauses.of_article(dossier, proposal.key, article)
                assert found.findings == ()
                assert not {"replace_words", "insert_words", "delete_words"} & {c.operation for c in found.clauses}
                if found.lines:
                    assert clauses.check(dossier, proposal.key, article, "\n".join(found.lines)).is_exact
            assert proposed_act.act_of_proposal(dossier, proposal.key).findings == ()


def test_the_rules_that_choose_are_those_of_the_country(dossier: OpenDossier) -> None:
    shorten(dossier)
    assert clauses.drafting_rules(clauses.situation(dossier, "p", "art_1").pack).startswith("Jedinstvena metodološka")


# ---- the act ---------------------------------------------------------------------------------------------------


def test_the_act_says_a_wording_by_hand_where_it_fits(dossier: OpenDossier) -> None:
    shorten(dossier)
    drafting.propose(dossier, "p", Ref("law", "art_2"), delete=True)
    clauses.keep(dossier, "p", "art_1", OTHER_WORDS)
    made = proposed_act.act_of_proposal(dossier, "p")
    assert made.findings == ()
    first, second = made.act.articles[0].lines, made.act.articles[1].lines
    assert first[0].endswith(", u članu 1. stav 2. reči: „od 48 časova” zamenjuju se rečima: „od 24 časova”.")
    assert second == ("Član 2. briše se.",)
    assert "[NIJE PROVERENO" in made.act.text


def test_the_act_tells_of_a_wording_that_it_does_not_use(dossier: OpenDossier) -> None:
    shorten(dossier)
    clauses.keep(dossier, "p", "art_1", SHORTER.replace("24", "36"))
    made = proposed_act.act_of_proposal(dossier, "p")
    assert [(finding.code, finding.eid) for finding in made.findings] == [("clause-text-not-used", "art_1")]
    assert "„24”" in made.act.text


def test_the_name_and_the_gazettes_are_those_of_the_card(dossier: OpenDossier) -> None:
    shorten(dossier)
    names = ["official_name=Zakon o nalozima", "name_as_cited=Zakona o nalozima"]
    lawcards.update(dossier, "law", [*names, "gazette=„Sl. glasnik RS”, br. 1/20", "checked_by=Ana"])
    text = proposed_act.act_of_proposal(dossier, "p").act.text
    assert "ZAKONA O NALOZIMA" in text
    assert "1/2020" in text or "1/20" in text
    assert "NIJE PROVERENO" not in text


def test_every_clause_of_the_workshop_applies_back_and_the_act_says_it_word_for_word(tmp_path: Path) -> None:
    """In each of the languages: the derived clauses, kept by hand as they are, leave the act as it is."""
    with opened(demo.build(tmp_path).dossier) as dossier:
        for proposal in dossier.dossier.proposals:
            before = proposed_act.act_of_proposal(dossier, proposal.key)
            assert before.findings == ()
            for article in {m.target.partition("__")[0] for m in dossier.dossier.modifications(proposal.key)}:
                text = "\n".join(clauses.of_article(dossier, proposal.key, article).lines)
                if text:  # some only bring in another article behind them
                    assert clauses.check(dossier, proposal.key, article, text).is_exact
                    clauses.keep(dossier, proposal.key, article, text)
            after = proposed_act.act_of_proposal(dossier, proposal.key)
            assert after.act.text == before.act.text
            assert after.findings == ()


def test_a_new_article_behind_the_one_that_is_drafted_is_said_with_it(dossier: OpenDossier) -> None:
    shorten(dossier)
    text = "Član 1a\nRok teče od prijema naloga."
    drafting.propose(dossier, "p", Ref("law", "art_1"), text=text, insert_after=True)
    own, new = clauses.derive_all(clauses.situation(dossier, "p", "art_1"))
    assert own.lines == (SHORTER,)
    assert new.lines[0] == "Posle člana 1. dodaje se član 1a, koji glasi:"
