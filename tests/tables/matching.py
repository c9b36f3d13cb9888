"""What matching reaches beside suggestions: no answer needed, sentences of a pair, a neighbour's language."""

from __future__ import annotations

import random
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

from tests.align import needless_articles, sentence_judgements
from tests.align.correlation_tables import HALVES, glossary
from tomas_desktop.align import correlate, kindred, profile
from tomas_desktop.align.vocabulary import Vocabulary
from tomas_desktop.align.weights import importance
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.provision import Provision

HEAD = """# Matching measured

Made by `python -m tests.tables matching`. What suggestions reach is another table.

## What needs no national answer

Whole articles of three EU acts against lists made by hand from reading them (`tests/align/not_transposable.toml`). The
words were chosen on the odd articles.

| act | articles | right | wrong | missed | precision | recall |
|---|---|---:|---:|---:|---:|---:|"""
SENTENCES = """
## Sentences of a linked pair

Fifteen GDPR articles against those of the Serbian law, sentence by sentence (`tests/align/sentences_gdpr_zzpl.toml`).
"Without": EU sentences without a counterpart, by nature or because it was taken out, one at a time.

| articles | answered | counterpart first | taken for it | without | told | not from the EU | told |
|---|---:|---:|---:|---:|---:|---:|---:|"""
KINDRED = """
## A neighbour's language

No act of the Union in Croatian, Slovenian or Bulgarian is at hand, so this is the Declaration of Human Rights: 30
articles in English against the Serbian and the Macedonian text, in a made-up order and without citations, with the
whole glossary and with a random tenth of it (five times), for a field that the glossary does not know. hit@1:

| law | glossary | without | with Croatian |
|---|---|---:|---:|"""
_FILES = {"sr-Latn": ("rs", "srp_latn"), "mk": ("mk", "mkd")}


def table(data: Path) -> str:
    """The tables in Markdown."""
    lines = [HEAD]
    for act in needless_articles.ACTS:
        for name, half in HALVES.items():
            found = needless_articles.figures(data, act, half)
            counts = " | ".join(str(len(each)) for each in (found.right, found.wrong, found.missed))
            lines.append(f"| {act} | {name} | {counts} | {found.precision:.3f} | {found.recall:.3f} |")
    lines.append(SENTENCES)
    for name, half in HALVES.items():
        of = sentence_judgements.figures(data, half)
        lines.append(
            f"| {name} | {of.answered} | {of.right / of.answered:.3f} | {of.kept / of.answered:.3f} | {of.without} | "
            f"{of.found / of.without:.3f} | {of.own} | {of.own_found / of.own:.3f} |"
        )
    lines.append(KINDRED)
    for language in _FILES:
        for share, said in ((1.0, "whole"), (0.1, "a tenth")):
            without, aided = _declaration(data, language, share)
            lines.append(f"| {language} | {said} | {without:.3f} | {aided:.3f} |")
    return "\n".join(lines) + "\n"


def _declaration(data: Path, language: str, share: float) -> tuple[float, float]:
    """hit@1 without and with Croatian, over five orders of the articles."""
    country, file = _FILES[language]
    english, croatian, national = (_articles(data, each) for each in ("eng", "hrv", file))
    said, there = kindred.words(croatian, "hr"), kindred.words(national, language)
    hits = [0, 0]
    for seed in range(5):
        chance = random.Random(seed)
        concepts = tuple(chance.sample(glossary(), int(len(glossary()) * share)))
        eu = profile.profiles(english, Vocabulary(concepts, "en"), packs.load("eu", "en"))
        own = list(profile.profiles(national, Vocabulary(concepts, language), packs.load(country, language)))
        chance.shuffle(own)
        own = [replace(each, cites=()) for each in own]
        akin = kindred.likeness([said[each.eid] for each in eu], [there[each.eid] for each in own])
        for place, aid in enumerate((None, akin)):
            answers = correlate.correlate(eu, [own], importance(concepts), kindred=aid)
            hits[place] += sum(
                bool(one.matches) and eu[one.eu].eid == own[one.matches[0].national].eid for one in answers
            )
    return hits[0] / (5 * len(english)), hits[1] / (5 * len(english))


def _articles(data: Path, language: str) -> tuple[Provision, ...]:
    file = data / "parallel" / "udhr" / f"udhr_{language}.xml"
    found = [each for each in ET.parse(file).iter() if each.tag.endswith("}article")]
    return tuple(
        Provision(f"art_{n}", "article", str(n), text=" ".join(" ".join(each.itertext()).split()))
        for n, each in enumerate(found, start=1)
    )
