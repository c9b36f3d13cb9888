"""Which change a revision speaks of, when changes are drawn anew or the text in force is a newer one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tomas_desktop.amend.comparison import compare
from tomas_desktop.amend.revisions import Stretch, found, moved, nearest, revision, starts, stretches_of, with_revisions
from tomas_desktop.model.canonical import Line, lines
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.provision import Provision
from tomas_desktop.model.revision import Revision

BASE = [
    Line("art_1", "article", "heading", "Rok"),
    Line("art_1", "article", "number", "Član 1", "Član 1"),
    Line("art_1__para_1", "paragraph", "text", "Rok iznosi 30 dana."),
    Line("art_1__para_2", "paragraph", "text", "Sud odlučuje."),
]


def redlined(*texts: str) -> list[list[Stretch]]:
    new = [*BASE[:2], *(Line(f"art_1__para_{n}", "paragraph", "text", text) for n, text in enumerate(texts, 1))]
    return stretches_of(compare(BASE, new))


def test_the_changes_of_each_line_have_a_place_in_the_text_in_force() -> None:
    begin = starts(BASE)
    assert begin == {"art_1": 0, "art_1__para_1": 11, "art_1__para_2": 31}
    _, _, first, second, third = redlined("Rok iznosi 15 dana.", "Sud odlučuje odmah.", "Novo.")
    assert first == [Stretch(11 + 11, 11 + 13, "15")]
    assert second == [Stretch(31 + 12, 31 + 12, " odmah")]
    assert third == [Stretch(45, 45, "Novo.")]
    assert redlined("Rok iznosi 30 dana.")[-1] == [Stretch(31, 45, "")]


@pytest.mark.parametrize("nth", range(3))
def test_a_revision_of_a_change_is_found_at_it(nth: int) -> None:
    changes = [each for line in redlined("Rok iznosi 15 dana.", "Sud odlučuje odmah.", "Novo.") for each in line]
    one = revision(changes[nth], BASE)
    assert found([("", one)], starts(BASE), changes) == {nth: (one,)}


def test_of_changes_at_one_place_the_one_with_its_words_is_meant() -> None:
    changes = [Stretch(45, 45, "Žalba ne zadržava."), Stretch(45, 45, "O žalbi odlučuje sud.")]
    assert nearest(Stretch(45, 45, "O žalbi odlučuje viši sud."), changes) == 1
    assert nearest(Stretch(45, 45, "Žalba  ne zadržava."), changes) == 0


def test_a_change_beside_is_another_one() -> None:
    assert nearest(Stretch(10, 15, "a"), [Stretch(15, 20, "a"), Stretch(0, 10, "a")]) is None
    assert nearest(Stretch(10, 15, "a"), [Stretch(12, 13, "b")]) == 0
    assert nearest(Stretch(10, 15, "a", "p/x/text"), [Stretch(12, 13, "b", "p/y/text")]) is None


def test_a_line_tells_what_is_known_of_its_changes_alone() -> None:
    new = [*BASE[:2], replace(BASE[2], text="Taj rok iznosi 15 dana."), BASE[3]]
    known = Revision("art_1__para_1", 11, 2, "15", "Predugo.")
    cause = Modification("p", "substitution", "art_1__para_1", revisions=(known,))
    marked = [replace(each, cause=cause) if each.state != "kept" else each for each in compare(BASE, new)]
    assert [each.revisions for each in with_revisions(marked)] == [(), (), ((), (known,)), ()]


def test_in_a_newer_text_the_place_moves_along_with_the_words() -> None:
    old = Provision("art_1__para_2", "paragraph", "(2)", text="Pružalac postupa u roku od 48 časova.")
    now = replace(old, eid="art_1__para_3", num="(3)", text="Pružalac usluge postupa hitno, u roku od 48 časova.")
    [before], [after] = lines((old,)), lines((now,))
    at = before.text.index("48")
    one = Revision("art_1__para_2", at, 2, "24")
    assert moved(one, old, now) == replace(one, eid="art_1__para_3", start=after.text.index("48"))
    assert moved(one, old, old) == one
