"""The circle closes: whatever a drafter does to a law, the act that is drafted, written out, read and applied gives
the new text. A state machine edits laws of four legal orders step by step; a fixed corpus of real laws follows."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.amend.realistic_edits import edited
from tests.amend.round_trip import LAWS, prepared, trip
from tomas_desktop.amend import act_reading, amending_act, citing, proof
from tomas_desktop.amend.consolidate import consolidate
from tomas_desktop.importers import plain_text
from tomas_desktop.jurisdiction import act_frame
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.provision import Provision, find, rewrite, walk
from tomas_desktop.model.wording import Size
from tomas_desktop.paths import resources

DEMO = {
    ("rs", "sr-Latn"): "rs-kz.sr-Latn.txt",
    ("mk", "mk"): "mk-kz.mk.txt",
    ("al", "sq"): "al-kp.sq.txt",
    ("eu", "en"): "csar.en.txt",
}


@dataclass(frozen=True)
class Order:
    """A law in our own words and the grammar of its legal order."""

    pack: Pack
    law: tuple[Provision, ...]


@cache
def order(country: str, language: str) -> Order:
    pack = packs.load(country, language)
    file = resources() / "demo" / DEMO[country, language]
    return Order(pack, plain_text.read(file.read_bytes(), file, pack).nodes)


def _read(text: str, pack: Pack) -> tuple[Provision, ...]:
    return plain_text.read(text.encode(), Path("law.txt"), pack).nodes


class Drafting(RuleBasedStateMachine):
    """A drafter at work on one law: each rule edits a few articles of the text as it stands then."""

    @initialize(which=st.sampled_from(sorted(DEMO)))
    def begin(self, which: tuple[str, str]) -> None:
        self.order = order(*which)
        self.now = self.order.law

    @rule(seed=st.integers(0, 2**32 - 1), articles=st.integers(1, 3))
    def edit(self, seed: int, articles: int) -> None:
        fresh, _ = edited(self.now, articles, random.Random(seed), self.order.pack)
        self.now = _read(canonical_text(fresh), self.order.pack)

    @rule()
    def take_back(self) -> None:
        self.now = self.order.law

    @invariant()
    def the_act_gives_the_new_text(self) -> None:
        if not hasattr(self, "order"):
            return
        base, pack = self.order.law, self.order.pack
        law = act_frame.named("Zakon o igrama", pack)
        compose = partial(amending_act.compose, law=law, gazettes="", pack=pack)
        found = proof.proven(base, self.now, pack, compose=compose)
        act = compose(found.clauses)
        read = act_reading.read([line for line in act.text.splitlines() if line], pack)
        assert [each for each in found.unexpressed if each.severity == "error"] == []
        assert read.unread == ()
        result = consolidate(base, read.clauses, pack)
        assert result.failed == ()
        assert canonical_text(result.nodes) == canonical_text(self.now)


TestDrafting = Drafting.TestCase
TestDrafting.settings = settings(
    max_examples=25, stateful_step_count=6, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


# The same when a drafter asks for larger clauses than the rules choose.

WORDS = {"replace_words", "insert_words", "delete_words", "punctuation"}


@pytest.mark.parametrize("size", ["unit", "article"])
@pytest.mark.parametrize("which", sorted(DEMO))
def test_larger_clauses_give_the_new_text_too(which: tuple[str, str], size: Size):
    base, pack = order(*which).law, order(*which).pack
    law = act_frame.named("Zakon o igrama", pack)
    articles = [node for node in walk(base) if node.unit == "article"]
    for seed in range(10):
        fresh, _ = edited(base, 3, random.Random(seed), pack)
        new = _read(canonical_text(fresh), pack)
        compose = partial(amending_act.compose, law=law, gazettes="", pack=pack)
        found = proof.proven(base, new, pack, {article.eid: size for article in articles}, compose)
        lines = compose(found.clauses).text.splitlines()
        result = consolidate(base, act_reading.read([line for line in lines if line], pack).clauses, pack)
        assert result.failed == ()
        assert canonical_text(result.nodes) == canonical_text(new)
        assert {finding.code for finding in found.unexpressed} <= {"clause-size-not-possible"}
        smaller = {finding.eid for finding in found.unexpressed}
        larger = {citing.cited(article, pack) for article in articles if article.eid not in smaller}
        for clause in found.clauses:
            if clause.article in larger:
                assert clause.operation not in WORDS
                assert size == "unit" or clause.operation == "renumber" or clause.target[-1].unit == "article"


def test_where_no_clause_so_large_is_exact_the_rules_choose_and_the_drafter_is_told():
    """The heading below the number would be read as the first paragraph, were the whole article restated."""
    base, pack = order("eu", "en").law, order("eu", "en").pack
    article = find(base, "art_85")
    assert article is not None
    new = rewrite(base, lambda node: (replace(node, heading="carries"),) if node is article else None)
    found = proof.proven(base, new, pack, {"art_85": "article"})
    assert [clause.operation for clause in found.clauses] == ["replace_heading"]
    assert [(each.severity, each.code, each.eid) for each in found.unexpressed] == [
        ("warning", "clause-size-not-possible", "art_85")
    ]


# Two rounds over one law of each legal order; the campaign `acts` goes on from here over all of them.
CORPUS = ("rs_ZKI", "al_KP_7895-1995.txt", "GDPR_EN.html", "javni-sobiri")


@pytest.mark.parametrize("name", CORPUS)
@pytest.mark.parametrize("seed", [20220511, 7895])
def test_the_fixed_corpus_comes_back_exactly(shared: Path, tmp_path: Path, name: str, seed: int):
    source, country, language = next(law for law in LAWS if name in law[0])
    law = prepared(shared / "data" / source, country, language, tmp_path)
    made, fault = trip(law, 40, random.Random(seed))
    assert made > 20
    assert fault == ""
