"""Amending acts as people write them, read into clauses: variants of the formulas, marks that are mixed or missing,
sentences that leave out the article or the verb, lists, several changes in one sentence.

The sentences with what they say are data: `clauses/<language>.txt`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.jurisdiction import amending_laws
from tomas_desktop.jurisdiction import clause_form, pack
from tomas_desktop.jurisdiction.clause_reading import Unread, law_named, read, read_clause
from tomas_desktop.model.clause import Clause, Step
from tomas_desktop.text.scripts import to_cyrillic

CASES = Path(__file__).parent / "clauses"
LANGUAGES = {"sr-Latn": "rs", "sr-Cyrl": "rs", "mk": "mk", "sq-MK": "mk", "sq": "al", "en": "eu"}
SERBIAN = pack.load("rs", "sr-Latn")
HINTS = {"lang", "clause", "note", "nested_quotes", "inflected"}  # of the examples, not of what is read


def _cases(language: str) -> list[tuple[list[str], list[str]]]:
    """The lines of each case, and the clauses that it says."""
    text = (CASES / f"{language}.txt").read_text(encoding="utf-8")
    blocks = [[line for line in block.split("\n") if line and line[0] != "#"] for block in text.split("\n\n")]
    return [([x for x in block if x[0] not in "=!"], [x for x in block if x[0] in "=!"]) for block in blocks if block]


def _all() -> list[Any]:
    return [
        pytest.param(language, lines, expected, id=f"{language}-{lines[0][:60]}")
        for language in LANGUAGES
        if language != "sr-Cyrl"
        for lines, expected in _cases(language)
        if lines
    ]


def told(clause: Clause | Unread) -> str:
    """A clause in one line."""
    if isinstance(clause, Unread):
        return f"! {clause.reason}"
    out = [clause.operation, " > ".join(map(_step, clause.target))]
    words = ("old", "new", "anchor", "append", "noun", "unit")
    out += [f"{name}={getattr(clause, name)}" for name in words if getattr(clause, name)]
    if clause.position != "after":
        out.append(f"position={clause.position}")
    if clause.new_numbers:
        out.append("new_numbers=" + " ".join(clause.new_numbers))
    if clause.content:
        out.append("content=" + " / ".join(clause.content))
    return "= " + " | ".join([*out, *(name for name in ("everywhere", "with_heading") if getattr(clause, name))])


def _step(step: Step) -> str:
    if step.unit == "intro":
        return step.unit
    counted = step.counted and step.unit not in ("indent", "sentence", "subparagraph")
    return " ".join([step.unit, *step.numbers, *(["counted"] if counted else [])])


@pytest.mark.parametrize(("language", "lines", "expected"), _all())
def test_what_a_sentence_says(language: str, lines: list[str], expected: list[str]) -> None:
    assert [told(each) for each in read(lines, pack.load(LANGUAGES[language], language))] == expected


def test_the_same_in_cyrillic() -> None:
    """The Cyrillic table is the Latin one letter for letter."""
    cyrillic = pack.load("rs", "sr-Cyrl")
    for lines, _ in _cases("sr-Latn"):
        latin = [_cyrillic(each) for each in read(lines, SERBIAN)]
        assert [replace(each, sentence="") for each in read([*map(to_cyrillic, lines)], cyrillic)] == latin, lines


def _cyrillic(clause: Clause | Unread) -> Clause | Unread:
    if isinstance(clause, Unread):
        return replace(clause, sentence="")
    steps = tuple(replace(step, numbers=tuple(map(to_cyrillic, step.numbers))) for step in clause.target)
    words: dict[str, Any] = {name: to_cyrillic(getattr(clause, name)) for name in ("old", "new", "anchor", "append")}
    content, numbers = tuple(map(to_cyrillic, clause.content)), tuple(map(to_cyrillic, clause.new_numbers))
    return replace(clause, target=steps, content=content, new_numbers=numbers, sentence="", **words)


def test_every_language_has_its_sentences() -> None:
    counts = {language: len(_cases(language)) for language in LANGUAGES if language != "sr-Cyrl"}
    assert all(counts[language] >= 60 for language in ("sr-Latn", "mk", "sq", "en")), counts


# the examples of the catalogue


def test_every_example_is_read(shared: Path) -> None:
    """Operation, target, old and new words, and all else that an example says but for its hints."""
    lines = (shared / "data" / "clauses" / "examples.jsonl").read_text(encoding="utf-8").splitlines()
    examples = [json.loads(line) for line in lines]
    assert len(examples) == 76
    for example in examples:
        law = pack.load(LANGUAGES[example["lang"]], example["lang"])
        found = read_clause(example["clause"], law)
        clauses = [each for each in found if isinstance(each, Clause)]
        assert len(clauses) == len(found), example["clause"]
        expected = {key: value for key, value in example.items() if key not in HINTS}
        document = clause_form.document(clauses, law)
        parts = document.pop("compound", [])
        for part in expected.pop("compound", []):
            assert any(part.items() <= each.items() for each in parts), example["clause"]
        assert document == expected, example["clause"]


# real laws


@pytest.mark.parametrize("name", amending_laws.LAWS)
def test_the_replacements_of_real_laws_are_recognised_with_their_target(shared: Path, name: str) -> None:
    count, failures = amending_laws.compared(shared / "data" / "national-rs" / name)
    assert count > 300
    assert len(failures) <= 0.02 * count, failures


def test_sentences_of_real_laws_that_are_no_replacement_are_handed_back(shared: Path) -> None:
    """They announce the act, enter it into force, or say that an article ceased to be."""
    for name in amending_laws.LAWS:
        for article in amending_laws.articles(shared / "data" / "national-rs" / name):
            text = " ".join(article.lines)
            if not any(isinstance(each, Clause) for each in article.read()):
                assert "реч" not in text, article.name
                assert any(isinstance(each, Unread) for each in article.read()) or not text


def test_a_law_of_kosovo_without_quotation_marks(shared: Path) -> None:
    text = (shared / "data" / "national-al" / "xk_AMENDING_08-L-142.sq.txt").read_text(encoding="utf-8")
    paragraphs = [" ".join(part.split()) for part in text.split("\n\n")]
    found = [each for part in paragraphs if "ndryshohet" in part for each in read(_cut(part), pack.load("al", "sq"))]
    targets = [[(step.unit, *step.numbers) for step in each.target] for each in found if isinstance(each, Clause)]
    assert targets == [
        [("article", "16A"), ("paragraph", "3"), ("point", "3.1")],
        [("article", "7"), ("paragraph", "2")],
        [("article", "7"), ("paragraph", "1")],
        [("article", "6")],
        [("article", "57"), ("paragraph", "1")],
    ]


def _cut(part: str) -> list[str]:
    """The announcing sentence and what follows it, as two lines."""
    head, _, rest = part.partition("vijim: ") if "vijim: " in part else part.partition("vijon: ")
    return [head + "vijim:", rest]


# what is inherited


def test_units_that_a_sentence_leaves_out_are_those_of_the_sentence_before() -> None:
    lines = [
        "U članu 5. stav 2. tačka 3) reč: „most” briše se.",
        "U tački 4) reč: „luka” briše se.",
        "Stav 5. briše se.",
    ]
    assert [_chain(each) for each in read(lines, SERBIAN)] == [
        "article 5 > paragraph 2 > point 3)",
        "article 5 > paragraph 2 > point 4)",
        "article 5 > paragraph 5",
    ]


def test_the_first_sentence_takes_them_from_what_it_is_read_within() -> None:
    within = (Step("article", ("5",)), Step("paragraph", ("2",)))
    found = read(["Reč: „most” briše se.", "Stav 3. briše se."], SERBIAN, within)
    assert [_chain(each) for each in found] == ["article 5 > paragraph 2", "article 5 > paragraph 3"]


def _chain(clause: Clause | Unread) -> str:
    assert isinstance(clause, Clause), clause
    return " > ".join(map(_step, clause.target))


def test_an_act_in_one_sentence_keeps_its_wording_for_each_clause() -> None:
    text = "U članu 5. reč: „most” briše se, a u stavu 2. reč: „luka” briše se."
    assert {each.sentence for each in read_clause(text, SERBIAN)} == {text}


# what is not understood


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Ovaj zakon stupa na snagu osmog dana.", "not-a-clause"),
        ("U članu 5. reči do pet godina zamenjuju se rečima do osam godina.", "clause-without-words"),
        ("Član 5. menja se i glasi:", "clause-without-content"),
        ("Reč: „most” briše se.", "clause-without-target"),
        ("Dosadašnji st. 3. i 4. postaju stav 4.", "clause-numbers-unequal"),
        ("U članu 5. stav 2. i u članu 7. stav 1. menjaju se i glase: „Jedno.”.", "clause-several-targets"),
    ],
)
def test_what_is_not_understood_comes_back_with_a_reason(sentence: str, reason: str) -> None:
    assert read_clause(sentence, SERBIAN) == (Unread(sentence, reason),)


def test_a_language_without_words_reads_nothing() -> None:
    found = read(["L'article 5 est supprimé."], pack.load("eu", "fr"))
    assert [each.reason for each in found if isinstance(each, Unread)] == ["not-a-clause"]


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_nothing_that_can_be_written_is_refused(language: str, data: st.DataObject) -> None:
    """Whatever the words and marks of acts come together to, there is a clause or a sentence that was not read."""
    soup = [word for lines, _ in _cases(language.replace("Cyrl", "Latn")) for line in lines for word in line.split()]
    words = st.sampled_from([*soup, "„", "”", "\n", "–", "(", ")", ":", "", "1)", "i", "“", "’"])
    lines = " ".join(data.draw(st.lists(words, min_size=1, max_size=25))).split("\n")
    if language == "sr-Cyrl":
        lines = [to_cyrillic(line) for line in lines]
    law = pack.load(LANGUAGES[language], language)
    assert all(isinstance(each, (Clause, Unread)) for each in read(lines, law))
    assert isinstance(law_named(lines[0], law), str)


# the law that is named


@pytest.mark.parametrize(
    ("language", "sentence", "name"),
    [
        ("sr-Latn", "U Zakonu o skelama („List”, br. 1/01 i 2/02), u članu 5. reč „a” briše se.", "Zakonu o skelama"),
        ("sr-Latn", "U Rečnom zakoniku („Službeni glasnik RS”, broj 1/01):", "Rečnom zakoniku"),
        ("sr-Latn", "Posle člana 5. ovog zakona dodaje se član 5a, koji glasi:", ""),
        ("sr-Latn", "U celom tekstu zakona reč: „a” briše se.", ""),
        ("mk", "Во Законот за скели („Службен весник“ бр. 1/01), во членот 5 зборот „а“ се брише.", "Законот за скели"),
        ("mk", "Во Законот зборот „а“ се брише.", ""),
        ("sq", "Në ligjin nr. 12, datë 1.2.2003, “Për trapat”, bëhen këto shtesa:", "ligjin nr. 12, datë 1.2.2003"),
        ("sq", "Neni 7, pika 2 i Ligjit Nr. 04/L – 09 për Trapat, hiqet.", "Ligjit Nr. 04/L – 09 për Trapat"),
        ("en", "Regulation (EU) 2021/1232 is amended as follows:", "Regulation (EU) 2021/1232"),
        ("en", "in Article 5, the words ‘this law’ are deleted;", ""),
    ],
)  # fmt: skip
def test_the_law_that_a_sentence_names(language: str, sentence: str, name: str) -> None:
    assert law_named(sentence, pack.load(LANGUAGES[language], language)) == name


# quotations


@pytest.mark.parametrize(
    ("quoted", "words"),
    [
        ("„stari most”", "stari most"),
        ("„stari most“", "stari most"),
        ('"stari most"', "stari most"),
        (",,stari most''", "stari most"),
        ("“stari mostˮ", "stari most"),
        ("»stari most«", "stari most"),
        ("” stari most”", "stari most"),
        ("„stari most„", "stari most"),
        ("„stari most", "stari most"),
        ("stari most”", "stari most"),
        ("„stari „most” i”", "stari „most” i"),
        ("„stari „most i”", "stari „most i"),
        ("„i, a u stavu 2. reči”", "i, a u stavu 2. reči"),
    ],
)
def test_quotation_marks_are_told_by_the_part_they_play(quoted: str, words: str) -> None:
    sentence = f"U članu 5. reči: {quoted} zamenjuju se rečima: „novi most”."
    assert [told(each) for each in read_clause(sentence, SERBIAN)] == [
        f"= replace_words | article 5 | old={words} | new=novi most"
    ]


CONTENTS: tuple[Sequence[str], ...] = (
    ("Član 6.", "Most je od kamena.", "Član 7.", "Skela je od drveta."),
    ("(1) „Most” je „prelaz”.", "(2) Skela je „lađa”."),
    ("Stav 3. briše se.", "U članu 9. reč: „most” zamenjuje se rečju: „luka”."),
    ("1) most;", "2) „skela”;"),
    ("Most je „stari „kameni” most”.",),
)


@pytest.mark.parametrize("content", CONTENTS)
def test_quoted_units_end_where_their_marks_are_balanced(content: Sequence[str]) -> None:
    lines = ["Član 5. menja se i glasi:", *content, "U članu 8. reč: „most” briše se."]
    lines[1] = "„" + lines[1]
    lines[len(content)] += "”."
    first, second = read(lines, SERBIAN)
    assert isinstance(first, Clause)
    assert first.content == tuple(content)
    assert _chain(second) == "article 8"


@pytest.mark.parametrize("content", [each for each in CONTENTS if not each[0].startswith("Stav")])
def test_quoted_units_without_marks_end_where_a_clause_begins(content: Sequence[str]) -> None:
    first, second = read(["Član 5. menja se i glasi:", *content, "U članu 8. reč: „most” briše se."], SERBIAN)
    assert isinstance(first, Clause)
    assert first.content == tuple(content)
    assert _chain(second) == "article 8"


@pytest.mark.parametrize("last", ["Skela je lađa.”.", "Skela je lađa.”", "Skela je lađa”.", "Skela je lađa."])
def test_a_mark_that_is_missing_before_or_behind_units(last: str) -> None:
    bare = last.removesuffix(".").removesuffix("”") if "”" in last else last
    for opening in ("„", ""):
        lines = ["Stav 2. menja se i glasi:", f"{opening}Most je most.", last, "Stav 3. briše se."]
        first, second = read(lines, SERBIAN, (Step("article", ("5",)),))
        assert isinstance(first, Clause)
        assert first.content == ("Most je most.", bare)
        assert _chain(second) == "article 5 > paragraph 3"
