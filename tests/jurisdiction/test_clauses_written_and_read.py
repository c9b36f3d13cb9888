"""What is written is read back: `read(write(clauses)) == clauses`, in every language that has both tables.

The clauses are those that a redline makes: one article, in the order of its text, words that stand in it verbatim.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.jurisdiction import test_formulas
from tomas_desktop.jurisdiction import formulas, pack
from tomas_desktop.jurisdiction.clause_reading import Unread, read
from tomas_desktop.model.clause import Clause, Position, Step

LANGUAGES = {"sr-Latn": "rs", "sr-Cyrl": "rs", "mk": "mk", "sq-MK": "mk", "sq": "al", "en": "eu"}
# Words of laws, and words with which acts amend them: inside quotation marks they are only words.
WORDS = {
    language: text.split()
    for language, text in {
        "sr-Latn": "most skele i reč stav 2. briše se do pet godina, a luka: (1) član 5. zapeta U Posle 8% koji glasi",
        "sr-Cyrl": "мост скеле и реч став 2. брише се до пет година, а лука: (1) члан 5. запета У После 8% који гласи",
        "mk": "мост скеле и збор став (2) се брише до пет години, а лука: точка 5 запирка Во По 8% кој гласи",
        "sq-MK": "ura dhe fjala paragrafi 2 shlyhet deri pesë vjet, ndërsa porti: pika 5 presje Në Pas 8% si vijon",
        "sq": "ura dhe fjala pika 2 hiqet deri pesë vjet, ndërsa porti: neni 5 presje Në Pas 8% si vijon",
        "en": "the ferry word paragraph 2 is deleted up to five years, while port: Article 5 comma In After provider’s",
    }.items()
}
NUMBERS = {
    "sr-Latn": ("5 185a 185v", "1 2 3 12", "1) 3) 7a)", "(1) (2)", "II VIIIa"),
    "sr-Cyrl": ("5 185а 185в", "1 2 3 12", "1) 3) 7а)", "(1) (2)", "II VIIIа"),
    "mk": ("5 193-б 20", "1 2 3 12", "1) 3) 7)", "а) б)", "II XIX"),
    "sq-MK": ("5 73-a 20", "1 2 3 12", "1) 3) 7)", "a) b)", "II XIX"),
    "sq": ("5 117/1 108/a", "1 2 2/1 12", "a c ç dh", "i) ii)", "II IX"),
    "en": ("5 9a 12", "1 2 3 12", "(a) (b) (ba)", "(ii) (iv)", "II IV"),
}


def _told(clause: Clause) -> Clause:
    """The clause as far as a sentence can tell it: units that print no number and come in at an end are not counted."""
    is_told = clause.position in ("after", "before") or clause.unit not in ("paragraph", "subparagraph", "indent")
    first = clause.content[0] if clause.content else ""
    if not is_told and clause.new_numbers and not any(c.isdigit() for c in first[:4]):
        clause = replace(clause, new_numbers=())
    return replace(clause, sentence="")


def _read_back(clauses: list[Clause], language: str) -> tuple[list[str], list[Clause | Unread], list[Clause]]:
    law = pack.load(LANGUAGES[language], language)
    lines = formulas.write(clauses, law)
    found = [_told(each) if isinstance(each, Clause) else each for each in read(lines, law)]
    return list(lines), found, [_told(clause) for clause in clauses]


@pytest.mark.parametrize("language", test_formulas.LANGUAGES)
def test_the_golden_sentences_are_read_back(language: str) -> None:
    for case in test_formulas._cases(language):
        law = pack.load(LANGUAGES[language], language)
        found = [_told(each) if isinstance(each, Clause) else each for each in read(case["lines"], law)]
        assert found == [_told(test_formulas._clause(written)) for written in case["clauses"]], case["lines"]


# generated clauses


@st.composite
def texts(draw: st.DrawFn, language: str, most: int = 5) -> str:
    return " ".join(draw(st.lists(st.sampled_from(WORDS[language]), min_size=1, max_size=most)))


@st.composite
def targets(draw: st.DrawFn, language: str, article: str) -> tuple[Step, ...]:
    """A place in an article, as a redline cites it."""
    _, paragraphs, points, subpoints, _ = NUMBERS[language]
    chain = [Step("article", (article,))]
    if draw(st.booleans()):
        chain.append(Step("paragraph", (draw(st.sampled_from(paragraphs.split())),)))
    kind = draw(st.integers(0, 5))
    if kind in (1, 2):
        chain.append(Step("point", (draw(st.sampled_from(points.split())),)))
        if kind == 2:
            chain.append(Step("subpoint", (draw(st.sampled_from(subpoints.split())),)))
    elif kind == 3:
        chain.append(Step("indent", (draw(st.sampled_from("123")),), counted=True))
    elif kind == 4 and len(chain) == 2:
        chain.append(Step("subparagraph", (draw(st.sampled_from("23")),), counted=True))
    part = draw(st.integers(0, 6))
    if part == 1:
        chain.append(Step("intro", ("1",), counted=True))
    elif part == 2:
        chain.append(Step("sentence", (draw(st.sampled_from("1234")),), counted=True))
    return tuple(chain)


@st.composite
def wordings(draw: st.DrawFn, language: str, article: str) -> Clause:
    """A change of words, as a redline makes it."""
    words = texts(language).filter(lambda text: text[-1] not in ".,;:")
    clause = Clause("replace_words", draw(targets(language, article)), anchor=draw(st.one_of(st.just(""), words)))
    kind = draw(st.integers(0, 7))
    if kind == 0:
        noun = draw(st.sampled_from(["", "", "number", "amount"]))
        return replace(clause, old=draw(words), new=draw(words), noun=noun)
    if kind == 1:
        return replace(clause, operation="delete_words", old=draw(st.one_of(words, st.sampled_from(",;"))))
    if kind == 2:
        place: Position = draw(st.sampled_from(["after", "before"]))
        new = draw(st.one_of(words, words.map(", {}".format), words.map(", {},".format), st.just(",")))
        return replace(clause, operation="insert_words", anchor=draw(words), new=new, position=place)
    if kind == 3:
        return replace(clause, operation="insert_words", anchor="", new=draw(words), position="end")
    if kind == 4:
        return replace(clause, operation="insert_words", anchor="", new=draw(words), position="start")
    if kind == 5:
        old, new = draw(st.sampled_from([(".", ";"), (".", ","), (";", "."), (".", ""), ("", ";"), (";", ",")]))
        append = draw(st.one_of(words, st.just("")))
        return replace(clause, operation="punctuation", anchor="", old=old, new=new, position="end", append=append)
    old, new = draw(st.sampled_from([(",", ";"), (WORDS[language][2], ","), (",", WORDS[language][2])]))
    return replace(clause, operation="punctuation", old=old, new=new)


@st.composite
def contents(draw: st.DrawFn, language: str, number: str) -> tuple[str, ...]:
    """Quoted lines: with quotations inside, with a line that looks like a clause or an article of the act."""
    law = pack.load(LANGUAGES[language], language)
    opening, closing = law.quotes
    inside = [
        f"{number} {WORDS[language][0]} {opening}{WORDS[language][1]}{closing} {WORDS[language][0]}.",
        law.article.forms[0].format(n="2"),
        f"{opening}{WORDS[language][0]}{closing}; {WORDS[language][1]}",
    ]
    more = draw(st.lists(st.one_of(texts(language), st.sampled_from(inside)), max_size=3))
    return (f"{number} {draw(texts(language))}".strip(), *more)


@st.composite
def changes(draw: st.DrawFn, language: str, article: str) -> Clause:
    """A change of whole units in an article."""
    target = draw(targets(language, article).filter(lambda chain: len(chain) > 1 and chain[-1].unit != "intro"))
    last = target[-1]
    kind = draw(st.integers(0, 5))
    if kind == 0:
        return Clause("delete_unit", target)
    if kind == 1:
        return Clause("replace_unit", target, content=draw(contents(language, last.number)))
    if kind == 2 and last.unit in ("paragraph", "point"):
        pool = NUMBERS[language][1 if last.unit == "paragraph" else 2].split()
        return Clause("renumber", (*target[:-1], replace(last, numbers=tuple(pool[:2]))), new_numbers=tuple(pool[1:3]))
    if kind == 3:
        return Clause("replace_heading", target[:1], new=draw(texts(language)))
    if last.unit == "sentence":
        return Clause("insert_unit", target, content=draw(contents(language, ""))[:1], unit="sentence")
    number = str(int(last.number) + 1) if last.counted else draw(st.sampled_from(_pool(language, last.unit)))
    printed = "" if last.counted else _printed(number, last.unit, language)
    position: Position = draw(st.sampled_from(["after", "before"]))
    content = draw(contents(language, printed))[: 1 if last.counted else 4]
    if last.counted:
        position = "after"
    return Clause("insert_unit", target, content=content, unit=last.unit, new_numbers=(number,), position=position)


def _pool(language: str, unit: str) -> list[str]:
    return NUMBERS[language][{"article": 0, "paragraph": 1, "point": 2, "subpoint": 3}[unit]].split()


def _printed(number: str, unit: str, language: str) -> str:
    """A number as the law prints it: 2., (2), a)."""
    if unit == "paragraph":
        return f"{number}." if language in ("sq", "en") else f"({number})"
    return f"{number})" if unit == "point" and language == "sq" else number


@st.composite
def bodies(draw: st.DrawFn, language: str) -> list[Clause]:
    article = draw(st.sampled_from(NUMBERS[language][0].split()))
    clause = st.one_of(wordings(language, article), changes(language, article))
    return draw(st.lists(clause, min_size=1, max_size=4))


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_clauses_on_an_article_are_read_back(language: str, data: st.DataObject) -> None:
    clauses = data.draw(bodies(language))
    lines, found, expected = _read_back(clauses, language)
    assert found == expected, "\n".join(lines)
