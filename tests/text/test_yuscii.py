"""The code in which brackets were letters: recognised by a whole document, read letter by letter."""

from __future__ import annotations

import pytest

from tomas_desktop.text.yuscii import decoded, is_yuscii


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("mk", "^len 1", "Член 1"),
        (
            "mk",
            "Gradinarot ja ~uva gradinata od ku}ata, {to e ve`ba",
            "Градинарот ја чува градината од куќата, што е вежба",
        ),
        ("mk", "GLAVA IV", "ГЛАВА IV"),
        ("mk", "ZAKON I RED", "ЗАКОН И РЕД"),
        ("mk", "^len 5-a", "Член 5-а"),
        ("mk", "|avol, yvezda i xeb", "ѓавол, ѕвезда и џеб"),
        ("mk", "pi{i na vrt@vrt.mk [1]", "пиши на vrt@vrt.mk [1]"),
        ("sr-Latn", "^lan 1. ]uprija, \\ak i [uma, @ivot", "Član 1. Ćuprija, Đak i Šuma, Život"),
        ("sr-Latn", "li~noj ku}i, `ivot, {uma, vo|a", "ličnoj kući, život, šuma, vođa"),
        ("sr-Cyrl", "^lan 1. |ak, ku}a, qubav", "Члан 1. ђак, кућа, љубав"),
    ],
)
def test_the_letters_behind_the_signs(language, before, after):
    assert decoded(before, language) == after


def test_a_document_full_of_signs_inside_its_words_is_in_the_code():
    assert is_yuscii(["^len 1", "Gradinarot ~uva, {to mo`e, cve}iwa vo ku}ata"], "mk")
    assert is_yuscii(["^lan 1", "^uvar ~uva {umu i `ivi u ku}i"], "sr-Latn")


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("sr-Latn", ["Čuvar čuva šumu {x} i ~ [1] vrt^2, a@b.rs"] * 9),
        ("sr-Latn", ["Cuvar cuva sumu bez kvacica, kao u poruci."] * 9),
        ("mk", ["Градинарот чува [с1] ~ градина"] * 9),
        ("mk", ["Gradinarot ja chuva gradinata"] * 9),
        ("en", ["a{b}c and d~e and f`g"] * 9),
        ("sq", ["kopsh{t}ari ruan"] * 9),
        ("sr-Latn", []),
    ],
)
def test_other_documents_are_not(language, texts):
    assert not is_yuscii(texts, language)
