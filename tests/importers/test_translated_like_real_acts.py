"""Real acts with their words replaced: the numbers, headings and punctuation of a long act in our countries' languages,
lists counted as translators there count them, give the units of the original."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tests.jurisdiction.test_lettered_lists import ALBANIAN, AZBUKA, AZBUKA_IN_LATIN, LATIN, MACEDONIAN
from tomas_desktop.align.language_versions import counterparts
from tomas_desktop.importers import base, plain_text
from tomas_desktop.jurisdiction import pack
from tomas_desktop.model.canonical import lines as canonical_lines
from tomas_desktop.model.provision import DIVISIONS, NOT_LAW, Provision, walk

ACTS = (
    "eu-formex/32016R0679_GDPR_EN.fmx.xml", "eu-formex/32022R2065_DSA_EN.fmx.xml",
    "eu-html/52022PC0209_CSAR_EN.html",
)  # fmt: skip
ALPHABETS = {
    "sr-Latn": (LATIN, AZBUKA_IN_LATIN), "sr-Cyrl": (LATIN, AZBUKA), "mk": (LATIN, MACEDONIAN), "sq": (LATIN, ALBANIAN),
}  # fmt: skip
WORDS = {
    "sr-Latn": ("pčela", "leti", "vrtom"), "sr-Cyrl": ("пчела", "лети", "вртом"), "mk": ("пчела", "лета", "градина"),
    "sq": ("bleta", "fluturon", "kopsht"),
}  # fmt: skip


@cache
def original(path: Path) -> tuple[Provision, ...]:
    """The articles of an act as a text file gives them: only mark-up tells some subparagraphs from paragraphs."""
    order = pack.load("eu", "en")
    nodes = base.read(path, order).nodes
    law = tuple(node for node in nodes if node.unit == "article" or node.unit in DIVISIONS)
    lines = [f"\n{line.text}" if line.kind != "text" else line.text for line in canonical_lines(law)]
    return plain_text.read("\n".join(lines).encode(), Path("act.txt"), order).nodes


def printed(nodes: tuple[Provision, ...], language: str, letters: list[str]) -> list[str]:
    """The lines of a translation: numbers in its words and letters, the rest as many other words."""
    order = pack.load("eu", language)
    out: list[str] = []
    for node in nodes:
        for each in node.walk():
            number = each.num
            if each.unit == "article" or each.unit in DIVISIONS:
                form = order.rule(each.unit).forms[0]
                core = re.split(r"\s", number)[-1]
                out.append(form.replace("{n}", core).upper() if each.unit != "article" else form.replace("{n}", core))
                if each.heading:
                    out.append(said(each.heading, language).capitalize())
            elif each.text or number:
                out.append(f"{counted(each, letters)} {said(each.text, language)}".strip())
    return out


def counted(node: Provision, letters: list[str]) -> str:
    letter = re.fullmatch(r"\((\w+)\)", node.num)
    if not letter or node.unit != "point" or letter[1] not in LATIN:
        return node.num
    return f"({letters[LATIN.index(letter[1])]})"


def said(text: str, language: str) -> str:
    """As many words, with the capital or the quotation mark at the beginning and the mark at the end."""
    words = WORDS[language]
    count = len(text.split())
    made = " ".join(words[place % len(words)] for place in range(count))
    mark = text[-1:] if text[-1:] in ".;:," else ""
    made = made.capitalize() if text[:1].isupper() else made
    if text.startswith("‘") and text.endswith("."):  # what an amending article brings into another act
        opening, closing = pack.load("eu", language).quotes
        return f"{opening}(68) {made}.{closing}."
    return made + mark


@pytest.mark.parametrize("national", [False, True], ids=["letters of the union", "own letters"])
@pytest.mark.parametrize("language", ALPHABETS)
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.rpartition("_")[0][-4:])
def test_a_long_act_has_the_units_of_the_original(shared: Path, act: str, language: str, national: bool) -> None:
    nodes = original(shared / "data" / act)
    text = "\n".join(printed(nodes, language, ALPHABETS[language][national]))
    read = plain_text.read(text.encode(), Path("act.txt"), pack.load("eu", language))
    own = [(node.eid, node.unit) for node in walk(nodes)]
    assert [(node.eid, node.unit) for node in walk(read.nodes)] == own
    assert len(counterparts(nodes, read.nodes)) == len(own)


def test_two_real_language_versions_pair_unit_by_unit(shared: Path) -> None:
    """GDPR in English and in Danish, from two publishers: nothing is left over and nothing crosses."""
    folder = shared / "data" / "eu-html"
    english = base.read(folder / "32016R0679_GDPR_EN.html", pack.load("eu", "en")).nodes
    danish = base.read(folder / "32016R0679_GDPR_DA.html", pack.load("eu", "da")).nodes
    found = counterparts(english, danish)
    law = [node for node in english if node.unit not in NOT_LAW]
    own = [node for node in walk(law) if node.unit in ("recital", "article", "paragraph", "point", "subparagraph")]
    assert len([node for node in own if node.eid not in found]) <= len(own) // 100
    assert all(node.unit == found[node.eid].unit for node in own if node.eid in found)
    assert len({id(node) for node in found.values()}) == len(found)
