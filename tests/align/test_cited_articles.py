"""The articles of its own law that a text names."""

from __future__ import annotations

import pytest

from tomas_desktop.align.cited_articles import cited_articles, without_citations
from tomas_desktop.jurisdiction import pack as packs


@pytest.mark.parametrize(
    ("country", "language", "text", "found"),
    [
        ("eu", "en", "referred to in Articles 6, 9 and 12(3)", "6 9 12"),
        ("eu", "en", "in accordance with Articles 15 to 18 of this Regulation", "15 16 17 18"),
        ("eu", "en", "Article 5 of Directive 2002/58/EC and Article 7", "7"),
        ("rs", "sr-Latn", "iz čl. 29. do 31. i člana 33. ovog zakona", "29 30 31 33"),
        ("rs", "sr-Cyrl", "дело из члана 185б став 2. овог законика", "185b"),
        ("rs", "sr-Latn", "iz člana 5. Zakona o radu", ""),
        ("mk", "mk", "од член 193-а став (1)", "193a"),
        ("al", "sq", "sipas nenit 12 dhe neneve 14 e 15 të këtij ligji", "12 14 15"),
    ],
)
def test_lists_ranges_and_letters_are_read(country, language, text, found):
    pack = packs.load(country, language)
    assert [each.removeprefix("art_") for each in cited_articles(text, pack)] == found.split()


def test_figures_stay_when_citations_go():
    pack = packs.load("rs", "sr-Latn")
    assert without_citations("u roku od 72 časa iz stava 3. člana 12.", pack).split() == "u roku od 72 časa iz".split()
