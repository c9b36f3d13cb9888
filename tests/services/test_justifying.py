"""What is known of each change of a draft alone: who made it, when, and why; through further drafting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from tomas_desktop.amend.revisions import Stretch, stretches_of
from tomas_desktop.amend.session import put
from tomas_desktop.errors import NotFoundError
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.change import Step
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.revision import Revision
from tomas_desktop.services import clock, drafting, justifying, reasons
from tomas_desktop.services.dossiers import OpenDossier

SECOND = "(2) Pružalac usluge postupa u roku od 48 časova i o tome obaveštava:"
BOTH = "(2) Pružalac usluge postupa u roku od 24 časa i o tome hitno obaveštava:"
ONLY_FIRST = "(2) Pružalac usluge postupa u roku od 24 časa i o tome obaveštava:"


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def set_clock(time: str) -> None:
        monkeypatch.setattr(clock, "now", lambda: f"2026-11-22T{time}:00Z")

    set_clock("09:00")
    return set_clock


def typed(dossier: OpenDossier, second: str, author: str = "Ana", more: Sequence[str] = ()) -> drafting.Draft:
    lines = [line for line in canonical_text(drafting.text_of(dossier, Ref("law", "art_1"))).splitlines() if line]
    lines[lines.index(SECOND)] = second
    return drafting.reword_article(dossier, "p", "law", "art_1", [*lines, *more], author)


def shown(dossier: OpenDossier) -> dict[str, tuple[Revision, ...]]:
    """What is known of each change alone, by its words."""
    out: dict[str, tuple[Revision, ...]] = {}
    marked = drafting.article_draft(dossier, "law", "art_1", "p").marked
    for line, stretches in zip(marked, stretches_of(marked), strict=True):
        for nth, stretch in enumerate(stretches):
            out[stretch.words.strip()] = line.revisions[nth] if line.revisions else ()
    return out


def change(dossier: OpenDossier, words: str) -> Stretch:
    marked = drafting.article_draft(dossier, "law", "art_1", "p").marked
    return next(each for line in stretches_of(marked) for each in line if words in each.words)


def justify(dossier: OpenDossier, words: str, text: str, basis: str = "", author: str = "Ana") -> None:
    justifying.justify_change(dossier, "p", "art_1", change(dossier, words), text, basis, author)


def why(dossier: OpenDossier) -> dict[str, str]:
    return {words: "".join(one.justification for one in known) for words, known in shown(dossier).items()}


def test_each_change_of_a_paragraph_has_its_own_reason(dossier: OpenDossier) -> None:
    typed(dossier, BOTH)
    justify(dossier, "24", "Rok je predug.", "eu#art_1__para_2")
    justify(dossier, "hitno", "Sud mora znati odmah.")
    assert why(dossier) == {"24 časa": "Rok je predug.", "hitno": "Sud mora znati odmah."}
    [modification] = dossier.dossier.modifications("p")
    assert modification.reasons == ("Rok je predug.", "Sud mora znati odmah.")
    assert modification.bases == ("eu#art_1__para_2",)
    dossier.session.undo()
    assert why(dossier) == {"24 časa": "Rok je predug.", "hitno": ""}


def test_a_reason_stays_when_its_change_is_worded_further(dossier: OpenDossier) -> None:
    typed(dossier, BOTH)
    justify(dossier, "24", "Rok je predug.")
    typed(dossier, BOTH.replace("24 časa", "12 časova"))
    assert why(dossier) == {"12": "Rok je predug.", "hitno": ""}


def test_a_reason_goes_with_its_change_and_its_last_words_are_those_of_nobody(dossier: OpenDossier) -> None:
    typed(dossier, BOTH)
    justify(dossier, "hitno", "Odmah.")
    typed(dossier, ONLY_FIRST)
    assert why(dossier) == {"24 časa": ""}
    [modification] = dossier.dossier.modifications("p")
    assert modification.reasons == ()
    dossier.session.undo()
    assert why(dossier)["hitno"] == "Odmah."


def test_a_reason_survives_changes_beside_it_and_a_wording_of_the_whole_article(dossier: OpenDossier) -> None:
    typed(dossier, ONLY_FIRST)
    justify(dossier, "24", "Rok je predug.")
    typed(dossier, ONLY_FIRST, more=["(4) Žalba ne zadržava izvršenje."])
    assert why(dossier)["24 časa"] == "Rok je predug."
    whole = ["Nalog", "Član 1", "(1) Sud nalaže.", ONLY_FIRST, "1) sud.", "(3) Žalba je dozvoljena."]
    drafting.propose(dossier, "p", Ref("law", "art_1"), text="\n".join(whole), author="Ana")
    assert [m.target for m in dossier.dossier.modifications("p")] == ["art_1"]
    assert "Rok je predug." in why(dossier).values()


def test_an_empty_reason_is_none(dossier: OpenDossier) -> None:
    typed(dossier, BOTH)
    justify(dossier, "24", "Rok je predug.")
    justify(dossier, "24", "")
    [modification] = dossier.dossier.modifications("p")
    assert modification.revisions == ()


def test_two_reasons_that_met_in_one_change_become_the_one_that_is_said(dossier: OpenDossier) -> None:
    typed(dossier, BOTH)
    justify(dossier, "24", "Rok je predug.")
    [modification] = dossier.dossier.modifications("p")
    [first] = modification.revisions
    second = replace(first, words="12", justification="Žurno je.")  # as a newer text in force may bring them together
    met = replace(modification, revisions=(first, second))
    dossier.session.perform(Step("rebase", put(dossier.dossier, met), "law", "Ana", clock.now()))
    assert why(dossier)["24 časa"] == "Rok je predug.Žurno je."
    justify(dossier, "24", "Rok je predug i žurno je.")
    assert why(dossier)["24 časa"] == "Rok je predug i žurno je."


def test_a_whole_new_paragraph_and_one_that_goes_are_changes_too(dossier: OpenDossier) -> None:
    typed(dossier, SECOND, more=["(4) Žalba ne zadržava izvršenje.", "(5) O žalbi odlučuje viši sud."])
    justify(dossier, "Žalba ne", "Inače nema svrhe.")
    justify(dossier, "O žalbi", "Druga instanca.")
    found = {words[:12]: text for words, text in why(dossier).items()}
    assert found == {"(4) Žalba ne": "Inače nema svrhe.", "(5) O žalbi ": "Druga instanca."}


def test_who_worded_a_change_and_when_stays_though_another_is_made_beside_it(
    dossier: OpenDossier, at: Callable[[str], None]
) -> None:
    typed(dossier, ONLY_FIRST, "Ana")
    at("10:00")
    typed(dossier, BOTH, "Marko")
    [modification] = dossier.dossier.modifications("p")
    assert (modification.author, modification.at[11:16]) == ("Marko", "10:00")
    assert [(one.author, one.at[11:16]) for one in shown(dossier)["24 časa"]] == [("Ana", "09:00")]
    assert shown(dossier)["hitno"] == ()
    at("11:00")
    typed(dossier, BOTH.replace("hitno", "odmah"), "Jelena")
    assert [(one.author, one.at[11:16]) for one in shown(dossier)["24 časa"]] == [("Ana", "09:00")]
    at("12:00")
    typed(dossier, BOTH.replace("24 časa", "12 časova"), "Jelena")
    assert shown(dossier)["12"] == ()


def test_a_justification_of_the_article_leaves_those_of_its_changes(dossier: OpenDossier) -> None:
    typed(dossier, BOTH)
    justify(dossier, "24", "Rok je predug.")
    justifying.justify(dossier, "p", "art_1", "Usklađivanje.")
    assert why(dossier)["24 časa"] == "Rok je predug."
    proposal = dossier.proposal("p")
    [reason] = reasons.of(dossier, proposal, dossier.dossier.modifications("p"))
    assert reason.text == "Usklađivanje.\nRok je predug."


def test_a_basis_that_is_gone_leaves_no_mark_before_the_others(dossier: OpenDossier) -> None:
    typed(dossier, BOTH)
    justify(dossier, "24", "Rok je predug.", "eu#art_1__para_2")
    [modification] = dossier.dossier.modifications("p")
    [alone] = reasons.of(dossier, dossier.proposal("p"), [modification])
    [reason] = reasons.of(dossier, dossier.proposal("p"), [replace(modification, basis="eu#art_99")])
    assert reason.basis == alone.basis


def test_a_reason_is_kept_though_the_basis_of_its_change_is_gone(dossier: OpenDossier) -> None:
    typed(dossier, BOTH)
    justify(dossier, "24", "Rok je predug.", "eu#art_1__para_2")
    [modification] = dossier.dossier.modifications("p")
    gone = replace(modification, revisions=tuple(replace(one, basis="eu#art_99") for one in modification.revisions))
    dossier.session.perform(Step("renew", put(dossier.dossier, gone), "eu", "Ana", clock.now()))
    justify(dossier, "24", "Rok je mnogo predug.", "eu#art_99")
    assert why(dossier)["24 časa"] == "Rok je mnogo predug."
    with pytest.raises(NotFoundError):
        justify(dossier, "24", "Rok je predug.", "eu#art_98")


def test_the_justification_of_paragraphs_goes_over_to_a_wording_of_the_whole_article(dossier: OpenDossier) -> None:
    typed(dossier, ONLY_FIRST)
    justifying.justify(dossier, "p", "art_1", "Usklađivanje.")
    drafting.propose(dossier, "p", Ref("law", "art_1"), text="Nalog\nČlan 1\n(1) Sud nalaže.", author="Ana")
    [modification] = dossier.dossier.modifications("p")
    assert (modification.target, modification.justification) == ("art_1", "Usklađivanje.")


def test_in_a_new_article_the_reason_is_that_of_the_article(dossier: OpenDossier) -> None:
    drafting.propose(dossier, "p", Ref("law", "art_1"), text="Nalog je hitan.", insert_after=True, author="Ana")
    justifying.justify_change(dossier, "p", "art_1a", Stretch(0, 0, "Nalog je hitan."), "Hitno je.", "eu#art_1", "Ana")
    [modification] = dossier.dossier.modifications("p")
    assert (modification.justification, modification.basis) == ("Hitno je.", "eu#art_1")
