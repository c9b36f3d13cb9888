"""What a second word processor, which never saw our code, makes of the files."""

from __future__ import annotations

import re

import pytest

from tests.export.samples import base_text, proposed_text, random_marked, sample_law, sample_submission
from tests.export.word_reading import accepted, tree
from tomas_desktop.amend.comparison import compare
from tomas_desktop.export.composer import write
from tomas_desktop.export.form import Script
from tomas_desktop.export.submission import ComparisonRow
from tomas_desktop.export.template_pack import form
from tomas_desktop.model.canonical import Line

LANGUAGES = {"rs": "sr-Latn", "mk": "mk", "al": "sq", "eu": "en"}
HEAD = 2  # title and note, before the law begins

# Neighbourhoods that word processors get wrong: new words at the end of a paragraph with new paragraphs behind it,
# with new words at the beginning of the next, deletions side by side, the first and the last paragraph of all.
HARD = {
    "new words, then a new paragraph": (["a b.", "c."], ["a b d;", "x y z", "c."]),
    "new words, then two, then the end": (["a b."], ["a b d;", "x y z", "u v w"]),
    "new words, then new words at the beginning": (["a b c d", "e f g h"], ["a b c d novo", "novo e f g h"]),
    "new paragraph, then new words at the beginning": (
        ["a b c d", "e f g h"],
        ["a b c d novo", "sasvim treće", "novo e f g h"],
    ),
    "first goes": (["prvi stav", "drugi deo"], ["drugi deo"]),
    "last goes": (["prvi stav", "drugi deo"], ["prvi stav"]),
    "all go": (["prvi stav", "drugi deo"], []),
    "all come": ([], ["prvi stav", "drugi deo"]),
    "deleted words, then a deleted paragraph": (["a b c d", "x y z", "e f"], ["a b c", "e f"]),
    "one for two": (["prvi stav zakona"], ["sasvim drugo", "i još treće"]),
    "two for one": (["prvi stav zakona", "drugi deo"], ["sasvim nešto treće ovde"]),
    "nothing": (["prvi stav"], ["prvi stav"]),
}


def lines(texts):
    return [Line(f"art_1__para_{i}", "paragraph", "text", text) for i, text in enumerate(texts)]


def law_of(paragraphs):
    """Without head matter and without the empty paragraph that may close a document."""
    return paragraphs[HEAD:-1] if paragraphs[-1] == "" else paragraphs[HEAD:]


def test_accept_all_and_reject_all_are_exact_paragraph_by_paragraph(word_oracle, tmp_path):
    texts = {name: compare(lines(base), lines(proposed)) for name, (base, proposed) in HARD.items()}
    texts |= {f"random {seed}": random_marked(seed) for seed in range(1000, 1045)}
    paths = {}
    for i, (name, marked) in enumerate(texts.items()):
        submission = sample_submission(sample_law(marked, key=f"rs-{i}"))
        files, _ = write(submission, form("rs"), tmp_path, roles=["tracked"])
        paths[name] = files[0].path
    for (name, marked), report in zip(texts.items(), word_oracle.inspect(list(paths.values())), strict=True):
        assert report["ok"], (name, report.get("error"))
        assert law_of(report["accepted"]) == proposed_text(marked), name
        assert law_of(report["rejected"]) == base_text(marked), name
        assert all(change["author"] and change["date"] for change in report["changes"]), name


def test_every_document_of_every_country_opens_and_says_what_we_wrote(word_oracle, tmp_path):
    """Alone and as a package of two laws, in both scripts of Serbian."""
    paths = []
    written: tuple[tuple[str, Script | None], ...] = (
        ("rs", None), ("rs", "Cyrl"), ("mk", None), ("al", None), ("eu/ep-amendment", None),
    )  # fmt: skip
    for name, script in written:
        country = name[:2]
        laws = [sample_law(country=country, language=LANGUAGES[country], key=f"{country}-{i}") for i in range(2)]
        for count in (1, 2):
            folder = tmp_path / f"{country}-{script}-{count}"
            files, _ = write(sample_submission(*laws[:count], country=country), form(name), folder, script=script)
            paths += [file.path for file in files]
    for path, report in zip(paths, word_oracle.inspect(paths), strict=True):
        assert report["ok"], (path, report.get("error"))
        ours = [text for text in accepted(tree(path)) if text]
        assert [text.replace("\n", "") for text in report["accepted"] if text] == ours, path


@pytest.mark.parametrize("seed", [3])
def test_the_cells_of_a_comparison_are_exact_too(word_oracle, tmp_path, seed):
    from dataclasses import replace

    rows = [random_marked(seed + i) for i in range(12)]
    law = replace(
        sample_law(),
        rows=tuple(ComparisonRow((), tuple(one.base for one in row if one.base), row) for row in rows),
    )
    files, _ = write(sample_submission(law), form("rs"), tmp_path, roles=["comparison"])
    report = word_oracle.inspect([files[0].path])[0]
    assert report["ok"], report.get("error")

    def column(view, letter):
        cells: dict[int, list[str]] = {}
        for where, text in zip(report[f"{view}_where"], report[view], strict=True):
            cell = re.search(r":([A-Z])(\d+)$", where)
            if cell and cell[1] == letter and cell[2] != "1" and text:
                cells.setdefault(int(cell[2]), []).append(text)
        return cells

    def expected(side):
        return {i + 2: texts for i, row in enumerate(rows) if (texts := [one for one in side(row) if one])}

    assert column("accepted", "C") == expected(proposed_text)
    assert column("rejected", "C") == expected(base_text)
    assert column("rejected", "B") == column("accepted", "B") == expected(base_text)
