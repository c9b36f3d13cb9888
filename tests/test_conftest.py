"""What is missing is skipped with its reason, and fails where nothing may be missing."""

from __future__ import annotations

import pytest

from tests import conftest


@pytest.mark.parametrize(
    ("variable", "outcome"), [("", pytest.skip.Exception), ("0", pytest.skip.Exception), ("1", pytest.fail.Exception)]
)
def test_a_missing_tool_skips_or_under_full_fails(monkeypatch, variable, outcome):
    monkeypatch.setenv("TOMAS_FULL", variable)
    with pytest.raises(outcome, match="no office"):
        conftest._missing("no office")


def test_the_checking_tools_are_loaded_by_path(docx_schema, word_oracle):
    assert callable(docx_schema.check)
    assert callable(word_oracle.inspect)
