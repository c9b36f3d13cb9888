"""Serbian goes from one script into the other through every document of a package, and what is no Serbian stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.export.samples import ACT, EU_ACT, NBSP, article, paragraph, sample_law, sample_submission
from tests.export.word_reading import W, accepted, part, rejected, tree
from tomas_desktop.amend.amending_act import AmendingArticle
from tomas_desktop.amend.comparison import compare
from tomas_desktop.export.composer import write
from tomas_desktop.export.form import Script
from tomas_desktop.export.submission import AmendedLaw, Reason
from tomas_desktop.export.template_pack import form
from tomas_desktop.model.canonical import lines
from tomas_desktop.model.provision import Provision
from tomas_desktop.text.scripts import to_cyrillic

# Each sentence in Latin and in Cyrillic letters; the marks are drawn inside such sentences.
SENTENCES = {
    "Injekcija i konjunktura će nadživeti odžak, a Njegoš i Ljubav džep.":
        "Инјекција и конјунктура ће надживети оџак, а Његош и Љубав џеп.",
    "Glava XIV, član VIIIa i deo I. ostaju.": "Глава XIV, члан VIIIа и део I. остају.",
    "Propis ima oznaku CELEX 52022PC0209, COM(2022) 209 final, 2022/0155(COD).":
        "Пропис има ознаку CELEX 52022PC0209, COM(2022) 209 final, 2022/0155(COD).",
    "Vidi https://eur-lex.europa.eu/eli/reg/2022/2065/oj i www.primer.rs ili ana@primer.rs.":
        "Види https://eur-lex.europa.eu/eli/reg/2022/2065/oj и www.primer.rs или ana@primer.rs.",
    "Izraz „hosting service” i “child sexual abuse material” zadržava se.":
        "Израз „hosting service” и “child sexual abuse material” задржава се.",
    "Direktiva 2011/93/EU i IP adresa provajdera važe 24 h.":
        "Директива 2011/93/EU и IP адреса провајдера важе 24 h.",
    "OBRAZLOŽENJE, POLJOPRIVREDA I DŽEP": "ОБРАЗЛОЖЕЊЕ, ПОЉОПРИВРЕДА И ЏЕП",
}  # fmt: skip


def law_in(script: Script) -> AmendedLaw:
    """A law in whose paragraphs a word at the end is new and a last paragraph is deleted."""
    said = [latin if script == "Latn" else cyrillic for latin, cyrillic in SENTENCES.items()]
    more, gone = (" Novo", "Briše se.") if script == "Latn" else (" Ново", "Брише се.")
    before = [paragraph("art_1", i, text) for i, text in enumerate([*said, gone], start=1)]
    after = [paragraph("art_1", i, text + more) for i, text in enumerate(said, start=1)]

    def act_of(paragraphs: list[Provision]) -> list[Provision]:
        made = article("1", said[0].split()[0], *paragraphs)
        return [made if script == "Latn" else replace(made, num="Члан 1.")]

    law = sample_law(compare(list(lines(act_of(before))), list(lines(act_of(after)))))
    words = " ".join(said)
    name = "Zakon o injekcijama" if script == "Latn" else "Закон о инјекцијама"
    number = "Član 1." if script == "Latn" else "Члан 1."
    return replace(
        law,
        expression=replace(law.expression, language=f"sr-{script}"),
        card=replace(law.card, official_name=name, source=""),
        act=replace(ACT, title=(said[-1],), before=(), remarks=(), articles=(AmendingArticle(number, tuple(said)),)),
        reasons=(Reason(law.modifications[0].id, f"{number.removesuffix('.')} stav 1.", words, ""),),
        rows=(),
    )


@pytest.fixture(scope="module", params=[("Latn", "Cyrl"), ("Cyrl", "Latn"), ("Latn", "Latn"), ("Cyrl", "Cyrl")])
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Script, dict[str, Path]]:
    """The package of a law in one script, written in one: the script it is written in and its files by role."""
    source, target = request.param
    submission = replace(sample_submission(law_in(source)), eu_acts=(replace(EU_ACT, concordance=()),))
    files, _ = write(submission, form("rs"), tmp_path_factory.mktemp("package"), script=target)
    return target, {file.role: file.path for file in files}


def paragraphs(path: Path) -> list[str]:
    return ["".join(t.text or "" for t in p.iter(f"{W}t", f"{W}delText")) for p in tree(path).iter(f"{W}p")]


def printed(path: Path) -> Iterator[str]:
    """The words of the body, of the header and of the footer."""
    yield from paragraphs(path)
    for name in ("word/header1.xml", "word/footer1.xml"):
        yield from ("".join(t.text or "" for t in p.iter(f"{W}t")) for p in tree(path, name).iter(f"{W}p"))


def sentences(target: Script) -> list[str]:
    return [latin if target == "Latn" else cyrillic for latin, cyrillic in SENTENCES.items()]


def test_accepted_and_rejected_every_sentence_is_right(written: tuple[Script, dict[str, Path]]) -> None:
    target, files = written
    new = " Novo" if target == "Latn" else " Ново"
    body = tree(files["tracked"])
    for i, text in enumerate(sentences(target), start=1):
        assert f"({i}) {text}" in rejected(body)
        assert f"({i}) {text}{new}" in accepted(body)


@pytest.mark.parametrize("role", ["act", "explanatory"])
def test_the_act_and_its_reasons_say_the_same(written: tuple[Script, dict[str, Path]], role: str) -> None:
    target, files = written
    text = " ".join(paragraphs(files[role])).replace(NBSP, " ")
    for said in sentences(target):
        assert said in text


def test_the_struck_and_capital_words_are_those_of_the_script(written: tuple[Script, dict[str, Path]]) -> None:
    target, files = written
    text = " ".join(paragraphs(files["provisions"]))
    assert ("NOVO" if target == "Latn" else "НОВО") in text
    assert all(said in text for said in sentences(target))


def test_the_title_of_the_rationale_has_its_digraph_in_capitals(written: tuple[Script, dict[str, Path]]) -> None:
    target, files = written
    title = paragraphs(files["explanatory"])[0]
    assert title == ("OBRAZLOŽENJE" if target == "Latn" else "ОБРАЗЛОЖЕЊЕ")
    for path in files.values():
        assert not re.search(r"[A-ZČĆŽŠĐ]{2}(?:Nj|Lj|Dž)(?![a-zčćžšđ])|[A-Z]{2}nj", part(path)), path.name
    numerals = [text.partition(".")[0] for text in paragraphs(files["explanatory"])]
    assert [one for one in numerals if one in "I II III IV V VI VII VIII".split()][
        :8
    ] == "I II III IV V VI VII VIII".split()


def test_no_word_is_of_two_scripts_and_the_form_speaks_one(written: tuple[Script, dict[str, Path]]) -> None:
    target, files = written
    for path in files.values():
        for text in printed(path):
            mixed = [
                word
                for word in re.findall(r"[^\W_]+", text)
                if re.search("[а-шђјљњћџ]", word, re.IGNORECASE) and re.search("[a-zčćžšđ]", word, re.IGNORECASE)
            ]
            assert [word for word in mixed if not re.fullmatch(r"[IVX]+[а-ш]", word)] == [], path.name
    body = " ".join(text for path in files.values() for text in printed(path))
    own = "Tabela usklađenosti"
    assert (own in body) is (target == "Latn")
    assert (to_cyrillic(own) in body) is (target == "Cyrl")
