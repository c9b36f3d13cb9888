from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.export.samples import random_marked, sample_law
from tomas_desktop.export.respelling import respelt
from tomas_desktop.export.submission import Reason
from tomas_desktop.text.scripts import to_cyrillic


@given(st.integers(0, 10**9))
def test_both_versions_of_every_line_are_respelt_whole(seed):
    law = sample_law(random_marked(seed))
    spelt = respelt(law, to_cyrillic)
    for before, after in zip(law.marked, spelt.marked, strict=True):
        old = "".join(text for op, text in after.segments if op != "+")
        new = "".join(text for op, text in after.segments if op != "-")
        assert old == (to_cyrillic(before.base.text) if before.base else "")
        assert new == (to_cyrillic(before.proposed.text) if before.proposed else "")


def test_the_letters_of_an_eu_provision_stay():
    law = replace(sample_law(), reasons=(Reason("m", "Član 185v", "Zato.", "Član 2. tačka (l)"),))
    assert respelt(law, to_cyrillic).reasons == (Reason("m", "Члан 185в", "Зато.", "Члан 2. тачка (l)"),)


def test_the_eu_act_is_not_touched_and_the_reasons_are():
    law = respelt(sample_law(), to_cyrillic)
    assert law.rows[0].eu == sample_law().rows[0].eu
    assert law.modifications[0].justification == "Процена мора бити брза."
    assert law.card.official_name == "Пробни закон"
