"""Two versions line by line: which paragraph became which."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tomas_desktop.amend.comparison import compare
from tomas_desktop.model.canonical import Line

PHRASES = (
    "Sud izriče kaznu.",
    "Nalog izdaje sud na zahtev tela.",
    "Pružalac usluge čuva podatke.",
    "Delo je kažnjivo.",
)
texts = st.lists(st.sampled_from(PHRASES), max_size=8)


def paragraphs(texts: list[str]) -> list[Line]:
    return [Line(f"art_1__para_{i}", "paragraph", "text", f"({i}) {t}", f"({i})") for i, t in enumerate(texts, 1)]


@given(texts, texts)
def test_every_line_of_both_versions_stands_once_and_in_order(old: list[str], new: list[str]) -> None:
    base, proposed = paragraphs(old), paragraphs(new)
    marked = compare(base, proposed)
    assert [m.base for m in marked if m.base] == base
    assert [m.proposed for m in marked if m.proposed] == proposed


def test_a_paragraph_that_only_moved_its_number_is_not_shown_as_new() -> None:
    old = paragraphs(["Sud izriče kaznu.", "Pružalac usluge čuva podatke."])
    new = paragraphs(["Sud izriče kaznu.", "Nalog izdaje sud na zahtev tela.", "Pružalac usluge čuva podatke."])
    assert [m.state for m in compare(old, new)] == ["kept", "inserted", "changed"]
    assert "".join(s.text for s in compare(old, new)[2].segments if s.op == "-") == "2"


def test_a_paragraph_mostly_rewritten_is_deleted_and_inserted() -> None:
    old, new = paragraphs(["Sud izriče kaznu zatvora od tri godine."]), paragraphs(["Pružalac čuva prijave korisnika."])
    assert [m.state for m in compare(old, new)] == ["deleted", "inserted"]


def test_a_reworded_paragraph_is_one_line() -> None:
    old, new = (
        paragraphs(["Nalog izdaje sud u roku od 48 časova."]),
        paragraphs(["Nalog izdaje sud u roku od 24 časa."]),
    )
    assert [m.state for m in compare(old, new)] == ["changed"]


def test_a_heading_is_never_paired_with_a_paragraph() -> None:
    heading = Line("art_1", "article", "heading", "Kazna")
    assert [m.state for m in compare([heading], paragraphs(["Kazna"]))] == ["deleted", "inserted"]
