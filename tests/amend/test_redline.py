"""The redline of one paragraph: conservation of every character, whole words, small bridges."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.amend.random_edits import LAWS, cut_words, edited, measure, paragraphs, text_of
from tests.conftest import full
from tomas_desktop.amend.noise import KINDS
from tomas_desktop.amend.redline import Form, Segment, redline
from tomas_desktop.text.scripts import to_latin

WORDS = (
    "sud može da naloži uklanjanje materijala u roku od 24 časa i na zahtev tela dete, maloletno lice. stav 2.".split()
)
texts = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)


forms = st.sampled_from(("minimal", "words", "readable"))
MARKS = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}


def drawn(segments: tuple[Segment, ...]) -> str:
    return "".join(MARKS[segment.op].format(segment.text) for segment in segments)


@given(texts, texts, forms)
def test_every_character_of_both_texts_is_kept(old: str, new: str, form: Form) -> None:
    segments = redline(old, new, form=form)
    assert (text_of(segments, "+"), text_of(segments, "-")) == (old, new)


@given(st.text(max_size=60), st.text(max_size=60), forms)
def test_any_text_at_all_can_be_compared(old: str, new: str, form: Form) -> None:
    segments = redline(old, new, form=form)
    assert (text_of(segments, "+"), text_of(segments, "-")) == (old, new)


@given(texts, texts, forms)
def test_no_mark_cuts_a_word(old: str, new: str, form: Form) -> None:
    assert cut_words(redline(old, new, form=form)) == 0


@given(texts, texts)
def test_as_few_words_are_marked_as_can_be_and_only_declared_bridges_are_closed(old: str, new: str) -> None:
    found = measure([(old, new)])
    assert found.ratio <= 1.10
    assert found.undeclared == 0


@given(texts)
def test_equal_texts_have_no_marks(text: str) -> None:
    assert all(segment.op == "=" for segment in redline(text, text))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("the court shall pay", "the court may pay", "the court [-shall-]{+may+} pay"),
        ("a fine is due", "a large fine is due", "a {+large +}fine is due"),
        ("od 48 časova.", "od 24 časa.", "od [-48 časova-]{+24 časa+}."),
        ("rok od 48 časova.", "rok od 48 časova, ako je moguće.", "rok od 48 časova{+, ako je moguće+}."),
        ("Nadležni organ može", "Sud, na predlog tela, može", "[-Nadležni organ-]{+Sud, na predlog tela,+} može"),
        ("kazna 500.000 dinara", "kazna 600.000 dinara", "kazna [-500.000-]{+600.000+} dinara"),
        ("Prva. Druga.", "Prva. Nova. Druga.", "Prva. {+Nova. +}Druga."),
        ("jednog i drugog", "trećeg i četvrtog", "[-jednog i drugog-]{+trećeg i četvrtog+}"),
    ],
)
def test_marks_stand_where_a_reader_expects_them(old: str, new: str, expected: str) -> None:
    assert drawn(redline(old, new)) == expected


def test_deletions_come_before_the_insertions_that_replace_them() -> None:
    ops = [segment.op for segment in redline("jedan dva tri", "jedan pet tri")]
    assert ops == ["=", "-", "+", "="]


def test_random_edits_of_real_articles(shared: Path) -> None:
    """1,000 of them with --full, over a law of each legal order; fewer, over two, in an ordinary run."""
    dice = random.Random(185)
    real = paragraphs(shared / "data", LAWS if full() else LAWS[:2])
    found = measure((old, edited(old, dice)) for old in (dice.choice(real) for _ in range(1000 if full() else 300)))
    assert found.worst <= 1.10
    assert (found.lost, found.cut, found.undeclared) == (0, 0, 0)
    assert found.wholes > 0


# ---- what is replaced whole --------------------------------------------------------------------------------------

SENTENCE = "Sud u roku od osam dana donosi rešenje o uklanjanju materijala i dostavlja ga nadležnom organu."
ANOTHER = "Tužilac o uklanjanju obaveštava sve pružaoce usluga hostinga i traži od njih materijala radi popis."


def test_a_sentence_mostly_rewritten_is_replaced_whole_and_its_neighbours_stay() -> None:
    old, new = (
        f"Prvo pravilo ostaje. {SENTENCE} Žalba je dozvoljena.",
        f"Prvo pravilo ostaje. {ANOTHER} Žalba je dozvoljena.",
    )
    assert drawn(redline(old, new)) == f"Prvo pravilo ostaje. [-{SENTENCE}-]{{+{ANOTHER}+}} Žalba je dozvoljena."


def test_a_paragraph_mostly_rewritten_is_replaced_whole_but_for_its_number() -> None:
    assert drawn(redline(f"(2) {SENTENCE}", f"(2) {ANOTHER}")) == f"(2) [-{SENTENCE}-]{{+{ANOTHER}+}}"


def test_the_editor_never_sees_a_whole_replacement() -> None:
    assert sum(op != "=" for op, _ in redline(SENTENCE, ANOTHER, form="words")) > 2


def test_a_long_insertion_is_no_rewriting() -> None:
    longer = SENTENCE.replace(
        " i dostavlja", ", a po potrebi i sve ostale mere koje su predviđene ovim zakonom, i dostavlja"
    )
    assert all(op != "-" for op, _ in redline(SENTENCE, longer))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Direktiva 2011/93/EU važi", "Direktiva 2011/36/EU važi", "Direktiva [-2011/93/EU-]{+2011/36/EU+} važi"),
        ("član 193-a ovog", "član 193-b ovog", "član [-193-a-]{+193-b+} ovog"),
        ("sud ili/i organ", "sud ili/a organ", "sud ili/[-i-]{+a+} organ"),
    ],
)
def test_the_number_of_an_act_is_never_marked_in_part(old: str, new: str, expected: str) -> None:
    assert drawn(redline(old, new)) == expected


# ---- noise -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("quotes", "reči „sud” i ,,organ''", 'reči "sud" i «organ»'),
        ("dashes", "od 2 - 5 dana", "od 2 – 5 dana"),
        ("spaces", "u\u00a0roku  od 24 časa ", "u roku od 24 časa"),
        ("script", "Љубав и џеп, члан 193-в", "Ljubav i džep, član 193-v"),
        ("case", "Zakon o Radu", "ZAKON o radu"),
    ],
)
def test_what_is_ignored_is_shown_as_kept_as_the_new_text_spells_it(kind: str, old: str, new: str) -> None:
    assert redline(old, new, ignore={kind}) == (("=", new),)  # type: ignore[arg-type]
    assert len(redline(old, new)) > 1


def test_what_is_not_ignored_stays_a_change() -> None:
    old, new = "reči „sud” u roku od 48 časova", 'reči "sud" u roku od 24 časa'
    assert drawn(redline(old, new, ignore={"quotes"})) == 'reči "sud" u roku od [-48 časova-]{+24 časa+}'


@given(texts, texts, st.sets(st.sampled_from(KINDS)))
def test_the_new_text_is_kept_whatever_is_ignored_and_the_old_one_but_for_that(
    old: str, new: str, ignore: set[str]
) -> None:
    segments = redline(old, new, ignore=ignore)  # type: ignore[arg-type]
    assert text_of(segments, "-") == new
    assert _plain(text_of(segments, "+")) == _plain(old)


def _plain(text: str) -> str:
    return "".join(to_latin(text).casefold().split())
