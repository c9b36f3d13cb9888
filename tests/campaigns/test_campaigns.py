"""Every campaign, for a few seconds and with a fixed seed: what it searches for must not be found."""

from __future__ import annotations

import importlib

import pytest

from tests.campaigns.discovery import names
from tests.campaigns.report import Report, rounds

SECONDS = 5.0  # each; the ceiling the suite may spend on one is 20
SEED = 20220511


@pytest.mark.campaign
@pytest.mark.timeout(120)
@pytest.mark.parametrize("name", names())
def test_a_short_campaign_finds_nothing(name):
    report = importlib.import_module(f"tests.campaigns.{name}").run(SECONDS, SEED)
    assert isinstance(report, Report)
    assert report.tried > 0
    assert report.failures == []


def test_a_campaign_always_runs_once_and_ends():
    assert list(rounds(0)) == [0]
