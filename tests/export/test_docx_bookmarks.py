"""The names by which a returned file is read: hidden, short, each once, and what they say can be read back."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.samples import random_marked, sample_law, sample_submission
from tests.export.test_in_libreoffice import table_lines
from tests.export.word_reading import W, accepted, tree
from tomas_desktop.amend.comparison import MarkedLine, compare
from tomas_desktop.export.composer import write
from tomas_desktop.export.docx_bookmarks import (
    ABSENT,
    LONGEST,
    Bookmarks,
    fingerprint,
    key_of,
    law_of,
    name_of,
    read,
    read_law,
)
from tomas_desktop.export.template_pack import form
from tomas_desktop.model.canonical import Line
from tomas_desktop.services import importing

EIDS = st.one_of(
    st.from_regex(r"\A[a-z]{2,4}_[A-Za-z0-9]{1,4}(__[a-z]{4,8}_[0-9]{1,3}){0,4}\Z"),
    st.text(min_size=1, max_size=60),
    st.sampled_from(["art_117-a", "art_193v", "art_185ž__para_2", "chp_II__sec_1", "art_5-bis2", "preface", "art_1_2"]),
)
LINES = st.builds(
    lambda eid, kind, text: Line(eid, "paragraph", kind, text),
    EIDS,
    st.sampled_from(["number", "heading", "text"]),
    st.text(min_size=1),
)
MARKED = st.tuples(st.none() | LINES, st.none() | LINES).filter(any).map(lambda pair: MarkedLine(*pair, ()))


@given(MARKED)
def test_a_name_is_hidden_and_one_that_word_takes(line):
    name = name_of(line)
    assert re.fullmatch(r"_[A-Za-z0-9_]+", name)
    assert len(f"{name}_99") <= LONGEST


@given(MARKED, st.integers(2, 99))
def test_what_a_name_says_is_read_back_also_where_it_had_to_be_told_from_another(line, number):
    there = line.base or line.line
    said = read(name_of(line))
    assert said is not None
    assert said.key == key_of(there.eid)
    assert said.kind == {"number": "n", "heading": "h", "text": "t"}[there.kind]
    assert said.in_force == (fingerprint(line.base.text) if line.base else ABSENT)
    assert said.proposed == (fingerprint(line.proposed.text) if line.proposed else ABSENT)
    assert read(f"{name_of(line)}_{number}") == said


@given(st.lists(MARKED, max_size=12))
def test_no_name_is_given_twice_and_capitals_make_no_difference(lines):
    book = Bookmarks()
    names = [book.name(line) for line in [*lines, *lines]] + [book.law_name("p", "e"), book.law_name("p", "e")]
    assert len({name.casefold() for name in names}) == len(names)


@given(EIDS, EIDS)
def test_two_provisions_have_two_keys(one, other):
    assert (key_of(one) == key_of(other)) == (one == other)


@pytest.mark.parametrize(
    ("eid", "is_plain"),
    [
        ("art_185__para_2__point_3", True),
        ("chp_II__sec_1", True),
        ("art_185__para_2__point_13", False),  # too long
        ("art_117-a", False),
        ("art_185ž", False),
        ("preface", False),
    ],
)
def test_a_short_plain_eid_is_its_own_key(eid, is_plain):
    assert (key_of(eid) == eid) is is_plain


@pytest.mark.parametrize("name", ["_GoBack", "_Toc123456789", "_Hlk98765432", "_Ref1", "note", "", "_tabc_art_1"])
def test_bookmarks_of_others_say_nothing(name):
    assert read(name) is None
    assert read_law(name) is None


@given(st.text())
def test_a_fingerprint_does_not_see_what_word_processors_change_on_their_own(text):
    assert fingerprint(text) == fingerprint(text.replace(" ", "\u00a0")) == fingerprint(f"  {text.replace(' ', '  ')} ")
    assert re.fullmatch("[a-z2-7]{5}", fingerprint(text))


@pytest.mark.parametrize(
    ("one", "other"), [("Rok je 30 dana.", "Rok je 30 dana"), ("ne važi", "nevaži"), ("Ё", "Е"), ("član 5", "član 6")]
)
def test_it_sees_everything_else(one, other):
    assert fingerprint(one) != fingerprint(other)


def test_letters_in_two_pieces_are_the_same_letters():
    assert fingerprint("z\u030cena") == fingerprint("žena")


def test_the_law_says_which_proposal_it_is_and_what_was_sent():
    def named(texts: list[str], proposal: str) -> str:
        book = Bookmarks()
        for i, text in enumerate(texts):
            line = Line(f"art_{i}", "paragraph", "text", text)
            book.name(MarkedLine(line, line, ()))
        return book.law_name(proposal, "rs-kz/sr-Latn/in-force")

    said = read_law(named(["a", "b"], "p"))
    assert said is not None
    assert said.law == law_of("p", "rs-kz/sr-Latn/in-force") != law_of("q", "rs-kz/sr-Latn/in-force")
    assert said == read_law(named(["a", "b"], "p"))
    shorter = read_law(named(["a"], "p"))
    assert shorter is not None
    assert shorter.all != said.all


def bookmarks_in(path):
    return [str(mark.get(f"{W}name")) for mark in tree(path).iter(f"{W}bookmarkStart")]


@pytest.mark.parametrize("seed", range(20))
def test_every_line_of_the_file_is_found_by_its_bookmark(tmp_path, seed):
    def at(line: Line | None, number: int) -> Line | None:
        return line and replace(line, eid=f"art_{number}")

    marked = tuple(
        replace(line, base=at(line.base, i), proposed=at(line.proposed, i))
        for i, line in enumerate(random_marked(seed))
    )
    files, _ = write(sample_submission(sample_law(marked)), form("rs"), tmp_path, roles=["tracked"])
    found = {}
    for paragraph in tree(files[0].path).iter(f"{W}p"):
        for mark in paragraph.iter(f"{W}bookmarkStart"):
            ends = [end.get(f"{W}id") for end in paragraph.iter(f"{W}bookmarkEnd")]
            assert mark.get(f"{W}id") in ends
            text = {tag: "".join(t.text or "" for t in paragraph.iter(f"{W}{tag}")) for tag in ("t", "delText")}
            found[mark.get(f"{W}name")] = text["t"] or text["delText"]
    for i, line in enumerate(marked):
        [name] = [one for one in found if (said := read(one)) and said.key == f"art_{i}"]
        if line.state != "changed":
            assert found[name] == line.line.text


def test_ids_are_one_space_and_every_bookmark_ends(tmp_path):
    files, _ = write(sample_submission(), form("rs"), tmp_path, roles=["tracked"])
    root = tree(files[0].path)
    ids = [mark.get(f"{W}id") for mark in root.iter(f"{W}bookmarkStart", f"{W}ins", f"{W}del", f"{W}commentReference")]
    assert len(set(ids)) == len(ids)
    ends = [mark.get(f"{W}id") for mark in root.iter(f"{W}bookmarkEnd")]
    assert sorted(ends) == sorted(mark.get(f"{W}id") for mark in root.iter(f"{W}bookmarkStart"))


def test_two_laws_in_one_file_keep_their_names_apart(tmp_path):
    laws = [sample_law(key=f"rs-{i}") for i in range(2)]
    files, _ = write(sample_submission(*laws), form("rs"), tmp_path, roles=["tracked"], combined=True)
    names = bookmarks_in(files[0].path)
    assert len({name.casefold() for name in names}) == len(names)
    assert all(read(name) or read_law(name) for name in names)
    said = [read(name) for name in names if read(name)]
    assert len(said) == 2 * len(set(said))
    assert {len(name) <= LONGEST for name in names} == {True}


def test_every_provision_of_a_real_law_has_a_key_of_its_own(shared):
    nodes = importing.preview(shared / "data" / "national-rs" / "rs_ZET.cyr.html", "rs", "sr-Cyrl").nodes
    eids = [one.eid for node in nodes for one in node.walk()]
    assert len({key_of(eid).casefold() for eid in eids}) == len(eids)


def test_another_word_processor_keeps_them(word_oracle, tmp_path):
    """LibreOffice reads the file and writes it anew, with a table in it."""
    texts = ["Prvi stav.", "Vrsta | Iznos || A | 1 || B | 2", "Drugi stav ima 30 dana."]
    new = ["Prvi stav, dopunjen.", "Vrsta | Iznos || B | 2 || C | 3", "Novi stav.", "Drugi stav ima 15 dana."]
    marked = compare(table_lines(texts), table_lines(new))
    files, _ = write(sample_submission(sample_law(marked)), form("rs"), tmp_path, roles=["tracked"])
    again = tmp_path / "again.docx"
    assert word_oracle.compare(files[0].path, files[0].path, again)["ok"]
    kept = {name for name in bookmarks_in(again) if read(name)}
    assert kept == {name for name in bookmarks_in(files[0].path) if read(name)}
    assert accepted(tree(again))
