"""Letters of another script: repaired by what the word itself says, told, and left alone where it is foreign."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomas_desktop.text.look_alikes import homoglyphs

LATIN_O, LATIN_A = "o", "a"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ЗАШТИТA", "ЗАШТИТА"),
        ("пoдaтaк o личнoсти je свaки", "податак о личности је сваки"),
        ("Члан 5a", "Члан 5а"),
        ("члана 5a став 1", "члана 5а став 1"),
        ("IХ. КАЗНЕНЕ", "IX. КАЗНЕНЕ"),
        ("глава VIIIa", "глава VIIIa"),
        ("напад TLP и VTS, мрежа CDN", "напад TLP и VTS, мрежа CDN"),
        ("енгл. a peace of code", "енгл. a peace of code"),
        ("категорија A или B", "категорија A или B"),
        ("снаге 5 kW", "снаге 5 kW"),
    ],
)
def test_a_cyrillic_text(before, after):
    assert homoglyphs(before, "Cyrl")[0] == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("p\u043ern\u043egr\u0430fsk\u0435", "pornografske"),
        ("Član 5\u0430", "Član 5a"),
        ("члан", "члан"),
        ("Zakon", "Zakon"),
    ],
)
def test_a_latin_text(before, after):
    assert homoglyphs(before, "Latn")[0] == after


def test_vowels_that_both_scripts_have_and_accents() -> None:
    assert homoglyphs("dat\u0451 e ligjit", "Latn")[0] == "datë e ligjit"  # Cyrillic ё in Albanian
    assert homoglyphs("с\u00e8 што", "Cyrl")[0] == "с\u0450 што"  # Latin è in Macedonian
    assert homoglyphs("сé што", "Cyrl") == ("сé што", ())
    assert homoglyphs("X ОДМОРИ", "Cyrl") == ("X ОДМОРИ", ())  # a Roman numeral


@given(
    st.lists(st.sampled_from("пo нa Zakon закон 5a IV je a TLP 12".split())).map(" ".join),
    st.sampled_from(["Latn", "Cyrl"]),
)
def test_a_repair_never_changes_the_number_of_words_nor_repairs_twice(text, script):
    once, _ = homoglyphs(text, script)
    assert len(once.split()) == len(text.split())
    assert homoglyphs(once, script) == (once, ())
