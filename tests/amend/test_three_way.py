"""Two changes of one text put together, or shown as a clash; never guessed, no word of either side dropped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomas_desktop.amend.three_way import Clash, merged

BASE = (
    "Sud na zahtev tela nalaže pružaocu usluge da ukloni materijal u roku od 48 časova od prijema naloga. "
    "Protiv naloga pružalac može izjaviti žalbu neposredno višem sudu u roku od osam dana."
)
DRAFT = BASE.replace("48 časova", "24 časa")


@pytest.mark.parametrize(
    ("draft", "onto", "expected"),
    [
        (DRAFT, BASE, DRAFT),
        (BASE, DRAFT, DRAFT),
        (DRAFT, DRAFT, DRAFT),
        (
            DRAFT,
            BASE.replace("osam dana", "petnaest dana"),
            DRAFT.replace("osam dana", "petnaest dana"),
        ),
        (  # both made the same change, and each another one
            DRAFT.replace("Sud na", "Nadležni sud na"),
            DRAFT.replace("osam", "deset"),
            DRAFT.replace("Sud na", "Nadležni sud na").replace("osam", "deset"),
        ),
        (  # the other side put the sentences in another order
            DRAFT,
            ". ".join(reversed(BASE.rstrip(".").split(". "))) + ".",
            ". ".join(reversed(DRAFT.rstrip(".").split(". "))) + ".",
        ),
    ],
)
def test_changes_that_do_not_meet_stand_side_by_side(draft: str, onto: str, expected: str) -> None:
    assert merged(BASE, draft, onto) == expected


@pytest.mark.parametrize(
    "onto",
    [
        BASE.replace("48 časova", "36 časova"),
        BASE.replace("48 časova", "48 sati"),
        BASE.replace(" u roku od 48 časova", ""),
        BASE.replace("48 časova od", "48 časova računato od"),  # right beside it
    ],
)
def test_the_same_words_changed_differently_clash(onto: str) -> None:
    found = merged(BASE, DRAFT, onto)
    assert isinstance(found, Clash)
    assert (found.reason, found.old, found.draft) == ("same-words", "48 časova", "24 časa")


def test_a_text_that_was_written_anew_clashes() -> None:
    found = merged(BASE, DRAFT, "Materijal se može zadržati samo po odluci tužioca.")
    assert isinstance(found, Clash)
    assert found.reason == "changed-too-much"


def test_a_change_is_never_made_in_a_sentence_that_only_looks_alike() -> None:
    """The sentence that the draft changed went; the other one is not to be changed in its stead."""
    rest = "u javnom vrtu, kazniće se zatvorom do tri godine."
    base = f"Ko gazi travu {rest} Ko gazi cveće {rest}"
    draft = base.replace("tri", "pet", 1)
    onto = base.split(". ", 1)[1]
    assert isinstance(merged(base, draft, onto), Clash)


PHRASES = "sud ; nalog ; u roku ; od 48 časova ; žalba, ; može. ; i telo ; vrt ; trava. ; do tri godine".split(" ; ")
repeated = st.lists(st.sampled_from(PHRASES), min_size=4, max_size=20)
once = st.integers(4, 24).map(lambda size: [f"reč{i}" for i in range(size)])


@st.composite
def changed_twice(draw: st.DrawFn, texts: st.SearchStrategy[list[str]]) -> tuple[str, str, str]:
    """A text and two changes of it, made by replacing, putting in and taking out phrases."""
    base = draw(texts)
    sides = []
    for name in ("moje", "njihovo"):
        side = list(base)
        for number in range(draw(st.integers(0, 3))):
            at = draw(st.integers(0, len(side) - 1)) if side else 0
            fresh = [f"{name}{number}"] if draw(st.booleans()) else []
            side[at : at + draw(st.integers(0, 1))] = fresh
        sides.append(side)
    return " ".join(base), " ".join(sides[0]), " ".join(sides[1])


@given(changed_twice(repeated))
def test_where_only_one_side_changed_something_its_text_stands(three: tuple[str, str, str]) -> None:
    base, draft, onto = three
    assert merged(base, base, onto) == onto
    assert merged(base, draft, base) == draft
    assert merged(base, draft, draft) == draft


@given(changed_twice(once))
def test_every_word_is_there_that_nobody_took_out_and_none_that_somebody_did(three: tuple[str, str, str]) -> None:
    base, draft, onto = three
    found = merged(base, draft, onto)
    if isinstance(found, Clash):
        return
    old, mine, theirs = (set(text.split()) for text in three)
    assert sorted(found.split()) == sorted((mine & theirs) | (mine - old) | (theirs - old))
    kept = [word for word in found.split() if word in old]
    assert kept == sorted(kept, key=base.split().index)


@given(changed_twice(repeated))
def test_it_does_not_matter_which_side_is_which(three: tuple[str, str, str]) -> None:
    base, draft, onto = three
    one, other = merged(base, draft, onto), merged(base, onto, draft)
    if isinstance(one, str) and isinstance(other, str):
        assert sorted(one.split()) == sorted(other.split())
