"""The ground that everything stands on: for every law beside the checkout, a unit that is restated in its own words
is what it was, and an article that goes and comes in again stands where it stood, as it stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

import pytest

from tests.importers.laws import LAWS, Law
from tests.importers.read_once import ReadOnce
from tomas_desktop.amend.consolidate import consolidate
from tomas_desktop.amend.working_copy import Unit, WorkingCopy
from tomas_desktop.jurisdiction.numbering import number_in
from tomas_desktop.model.canonical import canonical_text, lines
from tomas_desktop.model.clause import Clause, Step
from tomas_desktop.model.provision import Provision

READ = [law for law in LAWS if not law.refused and law.articles]
_COUNTED = ("subparagraph", "indent")
# Where the source prints a heading as if it were the first paragraph: nobody can tell that it is one.
_TITLES_AS_TEXT = {
    "mk_KZ_krivicen-zakonik.pdf": 1,
    "mk_ZKP_150-2010.pdf": 1,
    "al_KP_7895-1995_perditesuar.pdf": 4,
    "al_kodi_punes.pdf": 1,
}


def content(unit: Unit) -> tuple[str, ...]:
    return tuple(line.text for line in lines((unit.node,)))


def article_step(unit: Unit) -> Step:
    return Step("article", (number_in(unit.num)[1] or unit.number,))


def chain(unit: Unit) -> tuple[Step, ...]:
    """The steps to a unit in an article, as an act would cite it."""
    if unit.unit == "article" or unit.parent is None:
        return (article_step(unit),)
    counted = not unit.num or unit.unit in _COUNTED
    return (*chain(unit.parent), Step(unit.unit, (str(unit.place) if counted else unit.num,), counted))


def is_cited(unit: Unit) -> bool:
    """Is there one unit that this one's chain of steps means? (A number may stand twice, by misprint.)"""
    above: Unit | None = unit
    while above is not None and above.unit != "article":
        holder = above.parent
        assert holder is not None
        if above.unit == "wrapup" or sum(_same(above, each) for each in holder.children) > 1:
            return False
        above = holder
    return True


def _same(unit: Unit, other: Unit) -> bool:
    return other.unit == unit.unit and other.number == unit.number


def articles(law: WorkingCopy) -> list[Unit]:
    """The law's own articles whose number stands once."""
    own = list(law.every_article())
    return [unit for unit in own if len(law.articles(unit.number)) == 1]


def rounds(clauses: Iterable[tuple[Provision, Clause]]) -> Iterator[tuple[list[Provision], list[Clause]]]:
    """The clauses on the same article one after the other, those on different ones together."""
    by_article: dict[str, list[tuple[Provision, Clause]]] = {}
    for article, clause in clauses:
        by_article.setdefault(article.eid, []).append((article, clause))
    for together in zip_longest(*by_article.values()):
        there = [each for each in together if each is not None]
        yield [article for article, _ in there], [clause for _, clause in there]


@pytest.fixture(scope="module", params=READ, ids=lambda law: law.file)
def read(request: pytest.FixtureRequest, read_once: ReadOnce) -> tuple[Law, tuple[Provision, ...]]:
    """A law and its text."""
    law: Law = request.param
    return law, read_once(law).nodes


def test_articles_and_units_in_their_own_words(read: tuple[Law, tuple[Provision, ...]]) -> None:
    law, nodes = read
    own = articles(WorkingCopy(nodes, law.pack))
    whole = [
        Clause("replace_unit", (article_step(unit),), content=content(unit), with_heading=unit.node.heading_above)
        for unit in own
    ]
    result = consolidate(nodes, whole, law.pack)
    assert result.failed == ()
    assert canonical_text(result.nodes) == canonical_text(nodes)

    units = [
        (article.node, Clause("replace_unit", chain(unit), content=content(unit)))
        for article in own
        for unit in article.walk()
        if unit is not article and content(unit) and is_cited(unit)
    ]
    for some, clauses in rounds(units):
        result = consolidate(some, clauses, law.pack)
        assert result.failed == ()
        assert [canonical_text((node,)) for node in result.nodes] == [canonical_text((node,)) for node in some]


def test_articles_go_and_come_in_again(read: tuple[Law, tuple[Provision, ...]]) -> None:
    law, nodes = read
    own = articles(WorkingCopy(nodes, law.pack))
    again = [pair for unit in own if (pair := gone_and_back(unit, own))]
    unlike = 0
    for part in range(3):  # the article beside which one comes in stays where it is
        clauses = [clause for pair in again[part::3] for clause in pair]
        result = consolidate(nodes, clauses, law.pack)
        assert result.failed == ()
        before, after = (WorkingCopy(each, law.pack).every_article() for each in (nodes, result.nodes))
        pairs = zip(before, after, strict=True)
        unlike += sum(canonical_text((a.node,)) != canonical_text((b.node,)) for a, b in pairs)
    assert unlike == _TITLES_AS_TEXT.get(Path(law.file).name, 0)


def gone_and_back(unit: Unit, own: Sequence[Unit]) -> tuple[Clause, Clause] | None:
    """The clauses that take an article out and put it in again beside the one before it (or after it)."""
    assert unit.parent is not None
    place = unit.parent.children.index(unit)
    before, after = unit.parent.children[:place][-1:], unit.parent.children[place + 1 :][:1]
    for sibling, position in ((before, "after"), (after, "before")):
        if sibling and sibling[0] in own:
            back = Clause(
                "insert_unit", (article_step(sibling[0]),), content=content(unit), unit="article",
                position="after" if position == "after" else "before", new_numbers=article_step(unit).numbers,
                with_heading=bool(unit.node.heading),
            )  # fmt: skip
            return Clause("delete_unit", (article_step(unit),)), back
    return None
