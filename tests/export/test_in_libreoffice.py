"""What a second word processor, which never saw our code, makes of the files."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest

from tests.export.samples import base_text, proposed_text, random_marked, sample_law, sample_submission
from tests.export.word_proposals import (
    LAWS,
    Desk,
    Exported,
    cells,
    difference,
    exported,
    fault,
    imported,
    propose,
)
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

# The same around a table of the law; `|` ends a cell, `||` a row.
TABLE = "Vrsta | Iznos || A | 1 || B | 2"
HARD_TABLES = {
    "stays": ([TABLE], [TABLE]),
    "a row comes": ([TABLE], [f"{TABLE} || C | 3"]),
    "a row goes": ([TABLE], ["Vrsta | Iznos || B | 2"]),
    "the first row goes": ([TABLE], ["A | 1 || B | 2"]),
    "words of a cell": ([TABLE], ["Vrsta | Iznos || A | 15 dinara || B | 2"]),
    "another column": ([TABLE], ["Vrsta | Iznos | Rok || A | 1 || B | 2"]),
    "comes": (["a b.", "c d."], ["a b.", TABLE, "c d."]),
    "goes": (["a b.", TABLE, "c d."], ["a b.", "c d."]),
    "comes alone": ([], [TABLE]),
    "goes alone": ([TABLE], []),
    "changes its place": (["a b.", TABLE, "c d."], ["a b.", "c d.", TABLE]),
    "the paragraph before it goes": (["a b.", TABLE, "c d."], [TABLE, "c d."]),
    "one comes before it": ([TABLE, "c d."], ["a b.", TABLE, "c d."]),
    "new words and one more before it": (["a b c.", TABLE, "c d."], ["a b c d;", "nov stav", TABLE, "c d."]),
    "the paragraph behind it goes": (["a b.", TABLE, "c d."], ["a b.", TABLE]),
    "one comes behind it": (["a b.", TABLE], ["a b.", TABLE, "c d."]),
    "one comes and one is changed behind it": (
        ["a.", TABLE, "jedan dva tri"],
        ["a.", TABLE, "novo", "x jedan dva tri"],
    ),
    "two side by side": ([TABLE, "X | Y || 1 | 2"], ["X | Y || 1 | 3", TABLE]),
    "rows of several lengths": (["A | B | C || d | e || f"], ["A | B | C || d | e || g || h | i | j"]),
    "empty cells": (["A | | C || | e | || f | g | h"], ["A | | C || | e | x || f | | h"]),
    "a paragraph becomes one": (["a b."], [TABLE]),
    "too wide to be drawn": ([" | ".join("k" * 25)], [" | ".join(["k"] * 24 + ["novo"])]),
}


def lines(texts):
    return [Line(f"art_1__para_{i}", "paragraph", "text", text) for i, text in enumerate(texts)]


def table_lines(texts):
    """Paragraphs, and tables where a text has cells."""
    return [
        Line(f"art_1__{i}", "table" if " | " in text else "paragraph", "text", text) for i, text in enumerate(texts)
    ]


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


def test_they_are_exact_around_a_table_and_in_it(word_oracle, tmp_path):
    files = {}
    for i, (name, (base, proposed)) in enumerate(HARD_TABLES.items()):
        old, new = table_lines(base), table_lines(proposed)
        submission = sample_submission(sample_law(compare(old, new), key=f"rs-{i}"))
        written, _ = write(submission, form("rs"), tmp_path, roles=["tracked"])
        files[name] = Exported(written[0].path, in_one_row(name, cells(new)), in_one_row(name, cells(old)))
        assert fault(files[name]) == "", name
    for (name, file), report in zip(files.items(), word_oracle.inspect([f.path for f in files.values()]), strict=True):
        assert report["ok"], (name, report.get("error"))
        assert difference(file, report["accepted"], report["rejected"]) == "", name
        assert report["left_after_accept"] == report["left_after_reject"] == 0, name


def in_one_row(name, texts):
    return [" | ".join(texts)] if name.startswith("too wide") else texts


def test_random_proposals_over_real_laws_are_exact(shared, word_oracle, docx_schema, tmp_path):
    """The campaign `word`, with few proposals and always the same ones."""
    from tomas_desktop.services.dossiers import opened

    dice, files = random.Random(20260522), {}
    with opened(tmp_path / "a.tomas", create=True) as dossier:
        for number in range(12):
            law = number % 4
            if number == law:
                imported(dossier, shared / "data", LAWS[law], f"law-{law}", dice)
            desk = Desk(dossier, f"law-{law}", f"p-{number}", dice)
            made = ", ".join(propose(desk))
            if dossier.dossier.proposal(desk.proposal) is None:
                continue
            for file in exported(desk, tmp_path / str(number)):
                assert fault(file) == "", (number, made)
                assert docx_schema.check(file.path) == [], (number, made)
                files[f"{number}: {made}"] = file  # the amended articles alone, which come last
    for (name, file), report in zip(files.items(), word_oracle.inspect([f.path for f in files.values()]), strict=True):
        assert difference(file, report["accepted"], report["rejected"]) == "", name


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


def test_a_row_of_a_comparison_that_is_all_new_comes_and_goes_whole(word_oracle, tmp_path):
    """Nothing of the EU act or of the law in force stands in it; the rows around it stay."""
    above = HEAD + 1 + 3  # the name of the EU act, the heads of the columns
    old, new = lines(["a b c."]), lines(["a b d."])
    rows = (
        ComparisonRow((), tuple(old), compare(old, new)),
        ComparisonRow((), (), compare([], lines(["novi član"]))),
        ComparisonRow(tuple(lines(["EU text"])), (), compare([], table_lines(["nov stav", "X | Y || 1 | 2"]))),
    )
    files, _ = write(sample_submission(replace(sample_law(), rows=rows)), form("rs"), tmp_path, roles=["comparison"])
    report = word_oracle.inspect([files[0].path])[0]
    assert [text for text in report["accepted"][above:] if text] == [
        "a b c.", "a b d.", "novi član", "EU text", "nov stav", "X", "Y", "1", "2",
    ]  # fmt: skip
    assert [text for text in report["rejected"][above:] if text] == ["a b c.", "a b c.", "EU text"]
    numbers = {re.search(r":A(\d+)$", where) for where in report["rejected_where"]}
    assert {found[1] for found in numbers if found} == {"1", "2", "3"}
