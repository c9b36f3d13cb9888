"""Plain sentences for codes: what the command line and the window say of errors and findings."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache

from tomas_desktop import paths
from tomas_desktop.errors import TomasError
from tomas_desktop.model.finding import Finding

_TWO_STOPS = re.compile(r"(?<![.])[.]{2}(?=$| )")  # a number that bears a stop at the end of a sentence: "Član 3.."


@cache
def _sentences(language: str) -> Mapping[str, str]:
    merged: dict[str, str] = {}
    for file in sorted((paths.resources() / "messages" / language).glob("*.toml")):
        merged.update(tomllib.loads(file.read_text(encoding="utf-8")))
    return merged


def sentence(code: str, values: Mapping[str, object], language: str = "en") -> str:
    """The sentence for a code; a code without one is shown with its values, never hidden."""
    template = _sentences(language).get(code) or _sentences("en").get(code)
    if template is None:
        return " ".join([code, *(f"{name}={value}" for name, value in values.items())])
    try:
        return _TWO_STOPS.sub(".", template.format_map(values))
    except (KeyError, IndexError, ValueError):
        return template


def of_error(error: TomasError, language: str = "en") -> str:
    """One plain sentence that says what could not be done."""
    return sentence(error.code, error.values, language)


def of_finding(finding: Finding, language: str = "en") -> str:
    """One plain sentence for a remark."""
    return sentence(finding.code, dict(finding.values), language)
