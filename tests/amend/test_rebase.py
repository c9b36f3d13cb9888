"""A draft carried onto a newer text of the law: what applies is applied, what does not is shown with its reason."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.amend.laws import RS, read
from tests.amend.random_drafts import changed, fault, random_draft
from tomas_desktop.amend.apply import apply
from tomas_desktop.amend.modify import Edit, modify
from tomas_desktop.amend.rebase import Rebased, rebase
from tomas_desktop.importers import base as importers
from tomas_desktop.jurisdiction import pack
from tomas_desktop.jurisdiction.wording import read_provision, read_unit
from tomas_desktop.model.canonical import canonical_text, lines
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.provision import Provision, find, rewrite, walk
from tomas_desktop.model.revision import Revision

TEXT = """
Nalog
Član 1.
(1) Sud na zahtev nadležnog tela nalaže pružaocu usluge hostinga da ukloni materijal.
(2) Pružalac usluge postupa po nalogu u roku od 48 časova i o tome obaveštava:
1) sud koji je izdao nalog;
2) telo koje je nalog tražilo.
(3) Protiv naloga je dozvoljena žalba u roku od osam dana od prijema.
Kazne
Član 2.
Ko ne postupi po nalogu kazniće se novčanom kaznom od sto hiljada dinara.
Evidencija
Član 3.
(1) Sud vodi evidenciju izdatih naloga i o njoj izveštava jednom godišnje.
(2) Podaci iz evidencije čuvaju se pet godina od dana unosa.
Stupanje na snagu
Član 4.
Ovaj zakon stupa na snagu osmog dana od dana objavljivanja.
"""
LAW = read(TEXT, RS)


def drafted(*edits: Edit, law: Sequence[Provision] = LAW) -> tuple[Modification, ...]:
    found: tuple[Modification, ...] = ()
    for edit in edits:
        template = Modification("p", edit.kind, edit.target, author="Ana", justification=f"because of {edit.target}")
        found = modify(law, found, edit, template, RS)
    return found


def reword(eid: str, old: str, new: str) -> Edit:
    """A new wording of a provision, these words replaced."""
    node = find(LAW, eid)
    assert node is not None
    text = canonical_text((node,))
    assert old in text
    return Edit("substitution", eid, read_provision(text.replace(old, new), node, RS))


def after(eid: str, text: str) -> Edit:
    node = find(LAW, eid)
    assert node is not None
    return Edit("insertion", eid, read_unit(text, node.unit, node, RS))


def newer(*changes: tuple[str, str]) -> tuple[Provision, ...]:
    """The law with these words replaced, read anew."""
    text = TEXT
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return read(text, RS)


def outcome(found: Rebased) -> tuple[list[str], list[tuple[str, str]]]:
    """Where the applied modifications are now, and the conflicts by their old places."""
    return (
        [each.target for each in found.applied],
        [(each.modification.target, each.reason) for each in found.conflicts],
    )


def text_after(law: Sequence[Provision], found: Rebased, eid: str) -> str:
    node = find(apply(law, found.applied, RS).nodes, eid)
    assert node is not None
    return canonical_text((node,))


HOURS = reword("art_1__para_2", "48 časova", "24 časa")


def test_an_untouched_provision_takes_the_draft_as_it_is() -> None:
    law = newer(("jednom godišnje", "dva puta godišnje"))
    found = rebase(LAW, law, drafted(HOURS), RS)
    assert outcome(found) == (["art_1__para_2"], [])
    assert found.applied == drafted(HOURS)


def test_a_provision_reworded_elsewhere_takes_both_changes() -> None:
    law = newer(("i o tome obaveštava", "i o tome bez odlaganja obaveštava"))
    found = rebase(LAW, law, drafted(HOURS), RS)
    assert outcome(found) == (["art_1__para_2"], [])
    assert "u roku od 24 časa i o tome bez odlaganja obaveštava:" in text_after(law, found, "art_1__para_2")


def test_the_same_words_changed_differently_are_a_conflict_with_the_words_of_all_three() -> None:
    law = newer(("48 časova", "36 časova"))
    found = rebase(LAW, law, drafted(HOURS), RS)
    assert outcome(found) == ([], [("art_1__para_2", "same-words")])
    conflict = found.conflicts[0]
    assert (conflict.old, conflict.draft) == ("48 časova", "24 časa")
    assert "36 časova" in conflict.now
    assert conflict.modification == drafted(HOURS)[0]


def test_what_is_known_of_a_change_alone_goes_with_it() -> None:
    law = newer(("i o tome obaveštava", "i o tome odmah obaveštava"), ("Pružalac usluge", "Svaki pružalac usluge"))
    [modification] = drafted(HOURS)
    [old], [now] = ([line.text for line in lines(each) if "48 časova" in line.text] for each in (LAW, law))
    known = Revision("art_1__para_2", old.index("48"), 9, "24 časa", "Predugo.")
    found = rebase(LAW, law, [replace(modification, revisions=(known,))], RS)
    assert found.applied[0].revisions == (replace(known, start=now.index("48")),)


def test_a_paragraph_that_moved_down_is_followed() -> None:
    law = newer(("(3) Protiv", "(4) Protiv"), ("(2) Pružalac", "(2) Nalog sadrži rok za postupanje.\n(3) Pružalac"))
    edits = (
        HOURS,
        reword("art_1__para_3", "osam", "petnaest"),
        reword("art_1__para_2__point_2", "tražilo", "tražilo, ako postoji"),
    )
    found = rebase(LAW, law, drafted(HOURS, edits[1]), RS)
    assert outcome(found) == (["art_1__para_3", "art_1__para_4"], [])
    assert text_after(law, found, "art_1__para_3").startswith("(3) Pružalac usluge postupa po nalogu u roku od 24 časa")
    assert (
        text_after(law, found, "art_1__para_4")
        == "(4) Protiv naloga je dozvoljena žalba u roku od petnaest dana od prijema.\n"
    )
    assert outcome(rebase(LAW, law, drafted(edits[2]), RS)) == (["art_1__para_3__point_2"], [])


def test_an_article_that_moved_is_followed_and_what_is_put_in_after_it_is_numbered_on() -> None:
    law = newer(
        ("Kazne\nČlan 2.\nKo ne postupi po nalogu kazniće se novčanom kaznom od sto hiljada dinara.\n", ""),
        (
            "Stupanje",
            "Kazne\nČlan 3a\nKo ne postupi po nalogu kazniće se novčanom kaznom od sto hiljada dinara.\nStupanje",
        ),
    )
    edits = drafted(
        reword("art_2__para_1", "sto hiljada", "dvesta hiljada"),
        after("art_2", "Pokušaj\nČlan 2a\nPokušaj je kažnjiv."),
    )
    found = rebase(LAW, law, edits, RS)
    assert outcome(found) == (["art_3a__para_1", "art_3a"], [])
    nodes = apply(law, found.applied, RS).nodes
    assert [node.num for node in walk(nodes) if node.unit == "article"] == [
        "Član 1.",
        "Član 3.",
        "Član 3a",
        "Član 3b",
        "Član 4.",
    ]
    assert "dvesta hiljada" in canonical_text(nodes)


def test_a_deleted_provision_is_a_conflict_and_its_deletion_is_done_already() -> None:
    law = newer(("\n(2) Podaci iz evidencije čuvaju se pet godina od dana unosa.", ""), ("(1) Sud vodi", "Sud vodi"))
    assert outcome(rebase(LAW, law, drafted(reword("art_3__para_2", "pet", "deset")), RS)) == (
        [],
        [("art_3__para_2", "provision-gone")],
    )
    assert outcome(rebase(LAW, law, drafted(Edit("repeal", "art_3__para_2")), RS)) == (
        [],
        [("art_3__para_2", "already-so")],
    )
    gone = newer(("(2) Podaci iz evidencije čuvaju se pet godina od dana unosa.", "(2) (Brisano)"))
    assert (
        outcome(rebase(LAW, gone, drafted(after("art_3__para_2", "Podaci se brišu.")), RS))[1][0][1] == "provision-gone"
    )


def test_what_was_reworded_is_not_deleted_unseen() -> None:
    law = newer(("pet godina od dana unosa", "najduže pet godina od dana unosa"))
    assert outcome(rebase(LAW, law, drafted(Edit("repeal", "art_3__para_2")), RS)) == (
        [],
        [("art_3__para_2", "same-words")],
    )


def test_a_whole_article_reworded_takes_what_came_into_it_meanwhile() -> None:
    whole = reword("art_1", "osam dana", "petnaest dana")
    law = newer(("(3) Protiv", "(3) Nalog se dostavlja elektronski.\n(4) Protiv"), ("od 48 časova", "od 36 časova"))
    found = rebase(LAW, law, drafted(whole), RS)
    assert outcome(found) == (["art_1"], [])
    expected = apply(law, (), RS).nodes
    article = find(expected, "art_1")
    assert article is not None
    assert text_after(law, found, "art_1") == canonical_text((article,)).replace("osam dana", "petnaest dana")


def test_points_put_in_and_taken_out_on_both_sides_are_counted_on() -> None:
    mine = reword(
        "art_1__para_2", "1) sud koji je izdao nalog;", "1) sud koji je izdao nalog;\n2) nadležno tužilaštvo;"
    )
    law = newer(("2) telo koje je nalog tražilo.", "2) telo koje je nalog tražilo;\n3) korisnika usluge."))
    found = rebase(LAW, law, drafted(mine), RS)
    assert outcome(found) == (["art_1__para_2"], [])
    assert text_after(law, found, "art_1__para_2").splitlines()[1:] == [
        "1) sud koji je izdao nalog;",
        "2) nadležno tužilaštvo;",
        "3) telo koje je nalog tražilo;",
        "4) korisnika usluge.",
    ]


def test_headings_are_carried_like_texts() -> None:
    title = Edit("heading", "art_3", heading="Evidencija naloga")
    assert outcome(rebase(LAW, newer(("jednom", "dva puta")), drafted(title), RS)) == (["art_3"], [])
    assert outcome(rebase(LAW, newer(("Evidencija\n", "Registar\n")), drafted(title), RS))[1] != []
    same = rebase(LAW, newer(("Evidencija\n", "Evidencija naloga\n")), drafted(title), RS)
    assert outcome(same) == ([], [("art_3", "already-so")])


def test_a_number_that_was_given_away_meanwhile_is_a_conflict() -> None:
    mine = after("art_2", "Pokušaj\nČlan 2a\nPokušaj je kažnjiv.")
    law = newer(("Evidencija\n", "Odgovornost\nČlan 2a\nOdgovara i odgovorno lice.\nEvidencija\n"))
    assert outcome(rebase(LAW, law, drafted(mine), RS)) == ([], [("art_2", "number-taken")])
    same = newer(("Evidencija\n", "Pokušaj\nČlan 2a\nPokušaj je kažnjiv.\nEvidencija\n"))
    assert outcome(rebase(LAW, same, drafted(mine), RS)) == ([], [("art_2", "already-so")])


def test_a_paragraph_written_anew_is_a_conflict() -> None:
    law = newer(
        (
            "Sud vodi evidenciju izdatih naloga i o njoj izveštava jednom godišnje.",
            "O svemu što je preduzeto ministarstvo pravde javno objavljuje podatke na svojoj stranici.",
        )
    )
    found = rebase(LAW, law, drafted(reword("art_3__para_1", "izdatih", "svih izdatih")), RS)
    assert found.applied == ()
    assert found.conflicts[0].reason in ("changed-too-much", "provision-gone")


# ---- laws --------------------------------------------------------------------------------------------------------


@given(st.integers(0, 10**6), st.integers(1, 5), st.integers(0, 6))
def test_every_modification_is_in_one_list_and_no_word_of_either_side_is_dropped(
    seed: int, size: int, count: int
) -> None:
    dice = random.Random(seed)
    draft = random_draft(LAW, dice, RS, size)
    assert fault(LAW, changed(LAW, dice, RS, count), draft, RS) == ""


@given(st.integers(0, 10**6), st.integers(1, 5))
def test_onto_the_text_it_was_drafted_on_a_draft_stays_as_it_is(seed: int, size: int) -> None:
    draft = random_draft(LAW, random.Random(seed), RS, size)
    assert rebase(LAW, LAW, draft, RS) == Rebased(draft, ())


@given(st.integers(0, 10**6), st.integers(1, 5))
def test_what_only_the_draft_changed_is_as_the_draft_wants_it(seed: int, size: int) -> None:
    """The newer text differs only in an article that the draft does not touch."""
    dice = random.Random(seed)
    draft = tuple(m for m in random_draft(LAW, dice, RS, size) if not m.target.startswith("art_3"))
    law = newer(("(1) Sud vodi", "(1) Svaki sud vodi"), ("pet godina", "tri godine"))
    found = rebase(LAW, law, draft, RS)
    assert found == Rebased(draft, ())
    wanted, now = apply(LAW, draft, RS).nodes, apply(law, draft, RS).nodes
    for eid in ("art_1", "art_2", "art_4"):
        assert find(now, eid) == find(wanted, eid)


# ---- the must-show -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def code(shared: Path) -> tuple[Provision, ...]:
    """The Criminal Code of North Macedonia, in the text of 2013."""
    return importers.read(shared / "data" / "national-mk" / "mk_KZ_krivicen-zakonik.pdf", pack.load("mk", "mk")).nodes


def test_a_draft_on_the_macedonian_code_of_2013_is_carried_to_an_edited_copy(
    code: tuple[Provision, ...], tmp_path: Path
) -> None:
    """The copy is edited, printed and read again as another file; the draft is carried onto what was read."""
    mk = pack.load("mk", "mk")
    place = {
        "elsewhere": "art_50__para_2",  # its first words are reworded in the copy, its last ones in the draft
        "same words": "art_51__para_3",  # its last words are changed on both sides
        "moved": "art_133__para_1",  # its article stands at the end of its division under another number
        "deleted": "art_50__para_3",  # is not in the copy
        "shifted": "art_52__para_2",  # a paragraph was put in before it
        "untouched": "art_123__para_1",
        "rewritten": "art_54__para_1",  # says something else in the copy
    }
    edits = [
        Edit("substitution", node.eid, (replace(node, text=ending(node.text, "нова мерка")),))
        for node in (node_of(code, eid) for eid in place.values())
    ]
    edits.append(Edit("heading", "art_53", heading=f"{node_of(code, 'art_53').heading} и мерки"))
    edits.append(Edit("insertion", "art_133", (new_article(node_of(code, "art_133")),)))
    draft: tuple[Modification, ...] = ()
    for edit in edits:
        draft = modify(code, draft, edit, Modification("p", edit.kind, edit.target, author="Ана"), mk)
    assert len(draft) == 9

    copy = rewrite(code, lambda node: edited_copy(node, place))
    moved = node_of(code, place["moved"].partition("__")[0])
    copy = rewrite(copy, lambda node: placed_last(node, moved))
    file = tmp_path / "copy.txt"
    file.write_text(canonical_text(copy), encoding="utf-8")
    law = importers.read(file, mk).nodes

    found = rebase(code, law, draft, mk)
    last = next(node for node in walk(law) if node.unit == "article" and node.heading == moved.heading)
    now, conflicts = outcome(found)
    assert sorted(now) == sorted(
        ["art_50__para_2", f"{last.eid}__para_1", "art_52__para_3", "art_123__para_1", "art_53", last.eid]
    )
    assert sorted(conflicts) == sorted(
        [
            (place["same words"], "same-words"),
            (place["deleted"], "provision-gone"),
            (place["rewritten"], "changed-too-much"),
        ]
    )
    nodes = apply(law, found.applied, mk).nodes
    both = node_of(nodes, place["elsewhere"]).text
    assert both.startswith("Исклучително, ")
    assert both.endswith("нова мерка.")
    assert text_without(nodes, {each.target for each in found.applied}) == text_without(
        law, {each.target for each in found.applied}
    )


def node_of(law: Sequence[Provision], eid: str) -> Provision:
    node = find(law, eid)
    assert node is not None, eid
    return node


def ending(text: str, words: str) -> str:
    """The text with its last three words replaced."""
    return " ".join(text.rstrip(" .;:").split(" ")[:-3]) + f" {words}."


def new_article(like: Provision) -> Provision:
    paragraph = replace(like.children[0], num="", text="Ова е нов член за пробата.", children=())
    return replace(like, num=f"{like.num}-а", heading="Нов член", children=(paragraph,))


def edited_copy(node: Provision, place: dict[str, str]) -> tuple[Provision, ...] | None:
    if node.eid == place["elsewhere"]:
        return (replace(node, text="Исклучително, " + node.text[0].lower() + node.text[1:]),)
    if node.eid == place["same words"]:
        return (replace(node, text=ending(node.text, "друга санкција")),)
    if node.eid in (place["deleted"], place["moved"].partition("__")[0]):
        return ()
    if node.eid == place["shifted"]:
        fresh = replace(node, text="Судот за тоа го известува центарот за социјална работа.", num="(2)")
        return (fresh, replace(node, num="(3)"))
    if node.eid == place["rewritten"]:
        return (replace(node, text="Министерството секоја година објавува извештај и го доставува до Собранието."),)
    return None


def placed_last(node: Provision, moved: Provision) -> tuple[Provision, ...] | None:
    """The division that ended before another, with the article after its last one."""
    if node.children and node.children[-1].eid == "art_136":
        return (replace(node, children=(*node.children, replace(moved, num="Член 136-а"))),)
    return None


def text_without(law: Sequence[Provision], eids: set[str]) -> list[str]:
    """The own texts of all provisions but those with these eIds and what was put in."""
    return [node.text for node in walk(law) if node.eid not in eids and "проба" not in node.text and node.text]
