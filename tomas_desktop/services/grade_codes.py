"""How a country itself writes the grades of alignment: the codes of its table of concordance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from tomas_desktop.errors import TomasError
from tomas_desktop.model.correlation import Grade
from tomas_desktop.services import settings


def of_country(country: str) -> Mapping[Grade, str]:
    """The code of each grade in the forms of a country, the default form first; empty where no form has any."""
    from tomas_desktop.export import template_pack

    own = (settings.file().parent / "templates",)
    try:
        first = template_pack.form(country, own)
    except TomasError:
        return {}
    for form in (first, *template_pack.forms(country, own)):
        for document in form.documents:
            for block in document.blocks:
                for column in block.columns:
                    if column.codes:
                        return cast("Mapping[Grade, str]", column.codes)
    return {}
