"""The card of a law: reading and filling it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from tomas_desktop.amend.session import put
from tomas_desktop.errors import TomasError
from tomas_desktop.model.card import Card
from tomas_desktop.model.change import Step
from tomas_desktop.services import clock
from tomas_desktop.services.dossiers import OpenDossier

_FIELDS = tuple(field.name for field in fields(Card) if field.name != "work")


def card(opened: OpenDossier, work: str) -> Card:
    """The card of a work, empty where nobody filled it; raises NotFoundError("no-work")."""
    opened.work(work)
    return opened.dossier.card(work)


def update(opened: OpenDossier, work: str, settings: Sequence[str]) -> Card:
    """Set fields given as `FIELD=VALUE`; `gazette` takes its citations separated by semicolons.

    Raises TomasError("bad-setting"), ("bad-card-field"); then nothing has changed.
    """
    values: dict[str, Any] = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals:
            raise TomasError("bad-setting", setting=setting)
        if name not in _FIELDS:
            raise TomasError("bad-card-field", field=name, known=", ".join(_FIELDS))
        values[name] = tuple(part.strip() for part in value.split(";") if part.strip()) if name == "gazette" else value
    fresh = replace(card(opened, work), **values)
    opened.session.perform(Step("card", put(opened.dossier, fresh), work, at=clock.now()))
    return fresh
