"""Clauses in the legal language of each country: every row of the catalogue of formulas, word for word."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomas_desktop.errors import TomasError
from tomas_desktop.jurisdiction import cited_units, formulas, pack
from tomas_desktop.model.clause import Clause, Step
from tomas_desktop.text.scripts import to_cyrillic

GOLDEN = Path(__file__).parent / "golden"
LANGUAGES = {"sr-Latn": "rs", "mk": "mk", "sq-MK": "mk", "sq": "al", "en": "eu"}
# The frame of an act (its opening words, its last article) is written elsewhere; see tests/amend.
FRAME = {"S28", "M18", "A1", "A19", "E1", "E10"}


def _steps(chain: str) -> tuple[Step, ...]:
    """ "article 5 > indent 2 counted" as steps."""
    out = []
    for part in filter(None, chain.split(" > ")):
        unit, *numbers = part.split()
        counted = numbers[-1:] == ["counted"]
        out.append(Step(unit, tuple(numbers[:-1] if counted else numbers), counted))
    return tuple(out)


def _clause(written: dict[str, Any]) -> Clause:
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in written.items()}
    return Clause(**(values | {"target": _steps(values.get("target", ""))}))


@cache
def _cases(language: str) -> list[dict[str, Any]]:
    with (GOLDEN / f"formulas.{language}.toml").open("rb") as file:
        return list(tomllib.load(file)["case"])


def _all_cases() -> list[Any]:
    return [
        pytest.param(language, case, id=f"{language}-{place}-{'-'.join(case['rows'])}")
        for language in LANGUAGES
        for place, case in enumerate(_cases(language))
    ]


@pytest.mark.parametrize(("language", "case"), _all_cases())
def test_the_wording_of_the_catalogue(language: str, case: dict[str, Any]) -> None:
    clauses = [_clause(written) for written in case["clauses"]]
    lines = formulas.write(clauses, pack.load(LANGUAGES[language], language), case.get("opening", ""))
    assert list(lines) == case["lines"]


def _cyrillic(clause: Clause) -> Clause:
    steps = tuple(replace(step, numbers=tuple(map(to_cyrillic, step.numbers))) for step in clause.target)
    words: dict[str, Any] = {name: to_cyrillic(getattr(clause, name)) for name in ("old", "new", "anchor", "append")}
    content, numbers = tuple(map(to_cyrillic, clause.content)), tuple(map(to_cyrillic, clause.new_numbers))
    return replace(clause, target=steps, content=content, new_numbers=numbers, **words)


@pytest.mark.parametrize("case", _cases("sr-Latn"), ids=lambda case: "-".join(case["rows"]))
def test_cyrillic_is_the_latin_wording_letter_for_letter(case: dict[str, Any]) -> None:
    clauses = [_cyrillic(_clause(written)) for written in case["clauses"]]
    lines = formulas.write(clauses, pack.load("rs", "sr-Cyrl"), to_cyrillic(case.get("opening", "")))
    assert list(lines) == [to_cyrillic(line) for line in case["lines"]]


def test_every_row_of_the_catalogue_has_a_golden_sentence(shared: Path) -> None:
    text = (shared / "reference" / "drafting.md").read_text(encoding="utf-8")
    rows = set(re.findall(r"^\| ([SMAE]\d+[a-z]?) \|", text, re.MULTILINE))
    covered = {row for language in LANGUAGES for case in _cases(language) for row in case["rows"]}
    assert len(rows) > 70
    assert rows - covered - FRAME == set()


@pytest.mark.parametrize(
    ("country", "language", "printed", "unit", "cited"),
    [
        ("rs", "sr-Latn", "Član 185.", "article", "185"),
        ("rs", "sr-Latn", "Član 185a", "article", "185a"),
        ("rs", "sr-Latn", "(2)", "paragraph", "2"),
        ("rs", "sr-Latn", "3)", "point", "3)"),
        ("rs", "sr-Latn", "(1)", "subpoint", "(1)"),
        ("rs", "sr-Latn", "–", "indent", ""),
        ("rs", "sr-Latn", "GLAVA OSAMNAESTA", "chapter", "18"),
        ("rs", "sr-Latn", "Glava IIa", "chapter", "IIa"),
        ("mk", "mk", "Член 193-б", "article", "193-б"),
        ("mk", "mk", "(2)", "paragraph", "2"),
        ("al", "sq", "Neni 117/1", "article", "117/1"),
        ("al", "sq", "2.", "paragraph", "2"),
        ("al", "sq", "ç)", "point", "ç"),
        ("al", "sq", "c/1)", "point", "c/1"),
        ("eu", "en", "Article 9a", "article", "9a"),
        ("eu", "en", "1.", "paragraph", "1"),
        ("eu", "en", "(ba)", "point", "(ba)"),
    ],
)
def test_a_printed_number_as_it_is_cited(country: str, language: str, printed: str, unit: str, cited: str) -> None:
    assert cited_units.as_cited(printed, unit, pack.load(country, language)) == cited


@pytest.mark.parametrize(
    ("number", "before"), [("9a", "9"), ("9b", "9a"), ("(ba)", "(b)"), ("9", ""), ("(b)", ""), ("", "")]
)
def test_an_inserted_number_says_after_which_one_it_comes(number: str, before: str) -> None:
    assert cited_units.number_before(number, pack.load("eu", "en")) == before


def test_what_a_language_has_no_words_for_is_refused_by_name() -> None:
    clause = Clause("delete_unit", _steps("article 5 > wrapup 1"))
    with pytest.raises(TomasError) as refused:
        formulas.write([clause], pack.load("rs", "sr-Latn"))
    assert refused.value.code == "formula-missing"
    with pytest.raises(TomasError) as unknown:
        formulas.write([clause], pack.load("eu", "fr"))
    assert unknown.value.code == "no-formulas"


PLAIN = st.text("abcde фг.,;–1 ", min_size=1, max_size=12).map(str.strip).filter(bool)
CHAINS = st.sampled_from(
    ["article 5", "article 5 > paragraph 2", "article 5 > paragraph 2 > point b)", "article 5 > indent 3 counted"]
).map(_steps)
POSITIONS = st.sampled_from(["after", "before", "start", "end"])


@st.composite
def _wordings(draw: st.DrawFn) -> Clause:
    operation: Any = draw(st.sampled_from(["replace_words", "insert_words", "delete_words", "punctuation"]))
    anchor = draw(PLAIN)
    clause = Clause(operation, draw(CHAINS), new=draw(PLAIN))
    if operation == "insert_words":
        return replace(clause, anchor=anchor, position=draw(st.sampled_from(["after", "before"])))
    if operation == "punctuation":
        return replace(clause, old=draw(st.sampled_from(".,;:")), position="end", new=draw(st.sampled_from(".,;:")))
    clause = replace(clause, old=draw(PLAIN), anchor=draw(st.sampled_from(["", anchor])))
    return replace(clause, new="") if operation == "delete_words" else clause


@pytest.mark.parametrize(("language", "country"), [*LANGUAGES.items(), ("sr-Cyrl", "rs")])
@given(clauses=st.lists(_wordings(), min_size=1, max_size=4))
def test_every_sentence_is_closed(language: str, country: str, clauses: list[Clause]) -> None:
    grammar = pack.load(country, language)
    stop = ";" if language == "en" else "."
    lines = formulas.write(clauses, grammar)
    for line in lines:
        assert line.endswith((stop, ":"))
        assert not line.endswith("..")
        opening, closing = grammar.quotes
        assert line.count(opening) == line.count(closing)
    assert "  " not in re.sub(r"„.*?”|„.*?“|“.*?”|‘.*?’", "x", " ".join(lines))
    words = " ".join(lines)
    for clause in clauses:
        for said in (clause.anchor, *((clause.old, clause.new) if clause.operation == "replace_words" else ())):
            assert said in words
