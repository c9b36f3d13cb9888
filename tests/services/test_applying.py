"""An amending act applied to a law: what each sentence changed, what failed and why, and the three ways to keep it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import applying, drafting, lawcards, proposed_act
from tomas_desktop.services.applying import Preview
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.sources import Source
from tomas_desktop.text import scripts

ACT = """\
ZAKON
O IZMENAMA ZAKONA O NALOZIMA

Član 1.
U Zakonu o nalozima („Službeni glasnik RS”, br. 1/20), u članu 1. stav 2. broj: „48” zamenjuje se brojem: „24”.
Posle stava 2. dodaje se novi stav 3, koji glasi:
„(3) Rok teče od prijema naloga.”.
Dosadašnji stav 3. postaje stav 4.

Član 2.
U članu 2. reči: „novčanom globom” zamenjuju se rečju: „opomenom”.

Član 3.
Član 9. briše se.

Član 4.
Ovaj zakon stupa na snagu osmog dana od dana objavljivanja u „Službenom glasniku Republike Srbije”.
"""


def seen(dossier: OpenDossier, text: str = ACT) -> Preview:
    (law,) = applying.targets(dossier)
    return applying.preview(law, Source("Izmene", text.encode()))


def said(it: Preview) -> list[tuple[str, list[str]]]:
    """Each applied sentence, shortened, with the lines that it changed."""
    return [(each.sentence[:12], [it.lines[place].line.text[:16] for place in each.places]) for each in it.sentences]


def test_every_changed_line_is_put_down_to_its_sentence(dossier: OpenDossier) -> None:
    assert said(seen(dossier)) == [
        ("U Zakonu o n", ["(2) Pružalac usl"]),
        ("Posle stava ", ["(3) Rok teče od "]),
        ("Dosadašnji s", ["(4) Na nalog je "]),
    ]


def test_what_cannot_be_applied_is_told_with_its_reason_and_the_nearest_words(dossier: OpenDossier) -> None:
    words, article = seen(dossier).failed
    assert words.clause.startswith("U članu 2. reči")
    assert "novčanom kaznom" in words.reason
    assert article.reason == "The law has no article 9."
    at, nowhere = seen(dossier).failed_at
    assert at is not None
    assert seen(dossier).lines[at].line.eid.startswith("art_2")
    assert nowhere is None


def test_the_acts_own_sentences_change_nothing(dossier: OpenDossier) -> None:
    (own,) = seen(dossier).own
    assert own.startswith("Ovaj zakon stupa na snagu")


def test_only_the_changed_articles_are_shown(dossier: OpenDossier) -> None:
    it = seen(dossier)
    shown = [it.lines[place].line.eid.partition("__")[0] for place in it.around_changes()]
    assert set(shown) == {"art_1", "art_2"}  # in the second a change was meant
    assert len(shown) == 11


def test_a_deleted_article_is_put_down_to_the_sentence_that_deletes_it(dossier: OpenDossier) -> None:
    it = seen(dossier, "Član 1.\nČlan 2. briše se.\n")
    assert said(it) == [("Član 2. briš", ["Kazne", "Član 2", "Pružalac koji ne"])]


def test_an_act_in_the_other_script_is_put_into_that_of_the_law(dossier: OpenDossier) -> None:
    it = seen(dossier, scripts.to_cyrillic(ACT))
    assert said(it) == said(seen(dossier))
    assert canonical_text(it.nodes) == canonical_text(seen(dossier).nodes)


def test_what_an_act_says_of_other_laws_is_left_out_and_told(dossier: OpenDossier) -> None:
    lawcards.update(dossier, "law", ["official_name=Zakon o nalozima"])
    omnibus = """\
Član 1.
U Zakonu o parkovima („Službeni glasnik RS”, br. 2/20), član 1. briše se.

Član 2.
Član 2. briše se.

Član 3.
U Zakonu o nalozima („Službeni glasnik RS”, br. 1/20), u članu 1. stav 2. broj: „48” zamenjuje se brojem: „24”.

Član 4.
Ovaj zakon stupa na snagu osmog dana od dana objavljivanja u „Službenom glasniku Republike Srbije”.
"""
    it = seen(dossier, omnibus)
    assert [each.sentence[:18] for each in it.sentences] == ["U Zakonu o nalozim"]
    assert [each.clause[:18] for each in it.failed] == ["U Zakonu o parkovi", "Član 2. briše se."]
    assert it.failed[0].reason == "This amends another law: “Zakonu o parkovima”."
    assert len(it.own) == 1


def test_a_law_that_is_called_otherwise_is_for_a_person_to_see(dossier: OpenDossier) -> None:
    assert seen(dossier).other_name == "Zakonu o nalozima"
    lawcards.update(dossier, "law", ["official_name=Zakon o nalozima"])
    assert seen(dossier).other_name == ""


def test_what_amends_nothing_is_refused(dossier: OpenDossier, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no-file"):
        applying.preview(applying.targets(dossier)[0], tmp_path / "missing.txt")


# ---- keeping ---------------------------------------------------------------------------------------------------


def test_the_result_is_kept_as_a_further_text_in_one_step(dossier: OpenDossier) -> None:
    it = seen(dossier)
    kept = applying.keep_as_text(dossier, it, "in-force", "2027-01-01")
    assert dossier.nodes(kept) == it.nodes
    assert dossier.expression("law") == kept
    assert kept.source == "Izmene"
    dossier.session.undo()
    assert len(dossier.dossier.expressions("law")) == 1


def test_a_text_of_that_stage_and_date_that_is_there_stays(dossier: OpenDossier) -> None:
    it = seen(dossier)
    with pytest.raises(TomasError, match="expression-exists"):
        applying.keep_as_text(dossier, it, it.target.expression.stage, it.target.expression.date)
    kept = applying.keep_as_text(dossier, it, "draft", "")
    assert applying.keep_as_text(dossier, it, "draft", "") == kept


def test_the_result_is_kept_as_a_proposal_that_says_the_same(dossier: OpenDossier) -> None:
    it = seen(dossier)
    proposal = applying.keep_as_proposal(dossier, it, "Ana")
    assert canonical_text(drafting.applied(dossier, proposal).nodes) == canonical_text(it.nodes)
    assert proposal.title == "Izmene"
    again = applying.keep_as_proposal(dossier, it, "Ana")
    assert again.key != proposal.key
    dossier.session.undo()
    dossier.session.undo()
    assert dossier.dossier.proposals == ()


def test_the_act_of_a_proposal_gives_the_proposal_again(dossier: OpenDossier) -> None:
    new = "Član 2b\nŽalba ne zadržava izvršenje."
    drafting.propose(dossier, "p", Ref("law", "art_2a"), text=new, insert_after=True)
    drafting.propose(dossier, "p", Ref("law", "art_1__para_1"), delete=True)
    drafting.propose(dossier, "p", Ref("law", "art_2"), heading="Novčane kazne")
    it = seen(dossier, proposed_act.act_of_proposal(dossier, "p").act.text)
    assert it.failed == ()
    wanted = drafting.applied(dossier, dossier.proposal("p")).nodes
    assert canonical_text(it.nodes) == canonical_text(wanted)
    assert it.edits is not None
