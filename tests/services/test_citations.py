"""The citations of a provision as references into the dossier."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.conftest import add
from tomas_desktop.errors import NotFoundError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import citations
from tomas_desktop.services.dossiers import OpenDossier

LAW = """\
ZAKON O IGRAČKAMA

Član 1
(1) Igračka je predmet iz stava 2. ovog člana.
(2) Na nju se primenjuju čl. 2. i 9. ovog zakona, član 1. Zakona o lutkama i Direktiva 2030/12/EU.

Član 2
Lutka je igračka.
"""
DOLLS = 'ZAKON O LUTKAMA\n("Sl. glasnik RS", br. 1/2020)\n\nČlan 1\nLutka ima glavu.\n\nČlan 2\nRok je dan.\n'


@pytest.fixture
def toys(dossier: OpenDossier, tmp_path: Path) -> OpenDossier:
    add(dossier, tmp_path, "toys", LAW, "rs", "sr-Latn")
    add(dossier, tmp_path, "dolls", DOLLS, "rs", "sr-Latn")
    return dossier


def test_what_a_provision_cites_is_named_where_it_exists(toys: OpenDossier) -> None:
    found = citations.of_provision(toys, Ref("toys", "art_1"))
    assert [(str(each.at), [str(target) for target in each.targets], each.external) for each in found] == [
        ("toys#art_1__para_1", ["toys#art_1__para_2"], ""),
        ("toys#art_1__para_2", ["toys#art_2"], ""),
        ("toys#art_1__para_2", ["dolls#art_1"], "Zakona o lutkama"),
        ("toys#art_1__para_2", [], "Direktiva 2030/12/EU"),
    ]


def test_a_provision_that_is_not_there_is_said_so(toys: OpenDossier) -> None:
    with pytest.raises(NotFoundError):
        citations.of_provision(toys, Ref("toys", "art_77"))
