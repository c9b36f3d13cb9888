"""The endings of each language, written as they are looked up: folded to plain Latin letters (see `text.stems`).

An ending is cut only where enough of the word stays. A word's last vowel may come and go (postupak, postupka) and its
last consonant may change (nalog, nalozi; posrednik, posrednici): `rewritten` gives such stems one spelling. What comes
of it is no word, but the forms of a word come to the same. Measured against lists of forms in tests/text/test_stems.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Endings:
    """`cut` is taken off first, then one of `second` (with which stems end like a case, and plurals such as sud-ov-i),
    then one of `nouns` (of nouns and forms made of verbs). Before and after these each pair of `rewritten` goes over
    the end of the stem in turn; `old` are the first of each. `irregular` are stems that are another's."""

    cut: frozenset[str]
    second: frozenset[str]
    nouns: frozenset[str]
    rewritten: tuple[tuple[str, str], ...]
    old: tuple[str, ...]
    irregular: Mapping[str, str]


def _endings(cut: str, second: str, nouns: str, rewritten: str, irregular: str) -> Endings:
    pairs = [pair.split(">") for pair in rewritten.split()]
    return Endings(
        frozenset(cut.split()),
        frozenset(second.split()),
        frozenset(nouns.split()),
        tuple((old, new) for old, new in pairs),
        tuple(old for old, _ in pairs),
        dict(pair.split(">") for pair in irregular.split()),
    )


ENDINGS: Mapping[str, Endings] = {
    "sr": _endings(
        cut="a e i o u om em im oj og eg ih oga ega ome omu emu ama ima",
        second="om em im oj og am ov ev",  # nalog, sistem, razvoj and program end like a case of another word
        nouns="anj enj at et it ut aj",  # uklanj-anj-e, uklanj-at-i, uklanj-aj-u; so predmet and slucaj lose theirs too
        rewritten="lac>oc sc>st c>k z>g h>s anin>an stav>stv kat>kt ak>k ar>r an>n tk>k ak>k",
        irregular="detet>det dec>det ljud>covek deo>del posa>posl misa>misl",
    ),
    "mk": _endings(
        cut="a e i o u ot iot ata oto ite eto aat",
        second="ov ev",
        nouns="anj at",
        rewritten="ij>i c>k z>g h>s ok>k ek>k ak>k ar>r en>n",
        irregular="dec>det lug>covek",
    ),
    "sq": _endings(
        cut="a e i u at et it ut en in un es ve ave eve ive ia ise ine ite ohet ohen het hen",
        second="et es en in at uar",
        nouns="it",
        rewritten="er>r",
        irregular="vjet>vit vjec>vit",
    ),
}
