"""A redline without colour and without tracked changes."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.samples import base_text, proposed_text, random_marked, sample_law, sample_submission
from tests.export.word_reading import W, tree
from tomas_desktop.amend.redline import Segment, redline
from tomas_desktop.export.composer import write
from tomas_desktop.export.template_pack import form
from tomas_desktop.export.typographic_block import bracketed


def written(folder: Path, country: str = "rs", law=None) -> Path:
    files, _ = write(sample_submission(law or sample_law(country=country)), form(f"{country}/typographic"), folder)
    return files[0].path


def runs(path: Path) -> list[tuple[str, str]]:
    """The words of each run with "-" for struck, "+" for bold and underlined."""
    out = []
    for run in tree(path).iter(f"{W}r"):
        struck = run.find(f"{W}rPr/{W}strike") is not None
        new = run.find(f"{W}rPr/{W}b") is not None and run.find(f"{W}rPr/{W}u") is not None
        out.append(("-" if struck else "+" if new else "=", "".join(one.text or "" for one in run.iter(f"{W}t"))))
    return out


def test_what_goes_is_struck_in_brackets_what_comes_bold_and_underlined(tmp_path: Path) -> None:
    said = runs(written(tmp_path))
    assert ("-", "[30]") in said
    assert ("+", "15") in said
    assert ("-", "[(3) Ova odredba prestaje.]") in said


def test_it_has_no_colour_no_tracked_changes_and_says_how_to_read_it(tmp_path: Path) -> None:
    document = tree(written(tmp_path))
    assert not list(document.iter(f"{W}ins", f"{W}del", f"{W}color", f"{W}highlight"))
    assert "precrtan" in "".join(text.text or "" for text in document.iter(f"{W}t"))


@pytest.mark.parametrize("country", ["rs", "mk", "al"])
def test_it_is_valid_in_every_country(docx_schema, tmp_path: Path, country: str) -> None:
    path = written(tmp_path, country)
    assert path.name == "rs-probni-comparison-typographic.docx"
    assert docx_schema.check(path) == []


@pytest.mark.parametrize("seed", range(20))
def test_both_texts_can_be_read_off_it(tmp_path: Path, seed: int) -> None:
    marked = random_marked(seed)
    for line in marked:
        written_out = list(bracketed(line.segments))
        new = "".join(text for op, text in written_out if op != "-")
        old = "".join(
            text[1:-1] if op == "-" and text.startswith("[") else text for op, text in written_out if op != "+"
        )
        assert "".join(new.split()) == "".join(proposed_text([line])).replace(" ", "").replace("\u00a0", "")
        assert "".join(old.split()) == "".join(base_text([line])).replace(" ", "").replace("\u00a0", "")


@given(st.text(alphabet="ab 1", max_size=12), st.text(alphabet="ab 1", max_size=12))
def test_brackets_hold_no_blanks_at_their_ends_and_words_stay_apart(old: str, new: str) -> None:
    said = list(bracketed(redline(old, new)))
    for op, text in said:
        if op == "-" and text.strip():
            assert text.startswith("[")
            assert text[1:-1] == text[1:-1].strip()
    for one, following in pairwise(said):
        if one.op == "-" and following.op == "+" and one.text.strip():
            assert not following.text[0].isalnum()


def test_a_number_struck_and_a_number_new_are_two() -> None:
    assert list(bracketed([Segment("-", "30"), Segment("+", "15")])) == [
        Segment("-", "[30]"), Segment("=", " "), Segment("+", "15"),
    ]  # fmt: skip
