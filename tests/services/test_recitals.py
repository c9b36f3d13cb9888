"""Which recitals explain an article: those that speak in its words."""

from __future__ import annotations

from pathlib import Path

from tests.services.conftest import add
from tomas_desktop.services import recitals
from tomas_desktop.services.dossiers import OpenDossier

ACT = """REGULATION ON TOYS

THE EUROPEAN PARLIAMENT AND THE COUNCIL OF THE EUROPEAN UNION,

Having regard to the Treaty,

Whereas:

(1) Dolls must not contain lead, because children put dolls into their mouths.

(2) Importers should keep records of every consignment so that authorities can trace it.

(3) This Regulation respects fundamental rights.

HAVE ADOPTED THIS REGULATION:

Article 1
Lead in dolls

Dolls shall not contain lead.

Article 2
Records of importers

Importers shall keep records of consignments for five years.
"""


def test_a_recital_stands_beside_the_article_in_whose_words_it_speaks(dossier: OpenDossier, tmp_path: Path) -> None:
    add(dossier, tmp_path, "toys", ACT, "eu", "en")
    found = recitals.of_act(dossier, "toys")
    assert [each.number for each in found["art_1"]] == ["(1)"]
    assert [each.number for each in found["art_2"]] == ["(2)"]


def test_an_act_without_recitals_has_none(dossier: OpenDossier, tmp_path: Path) -> None:
    add(dossier, tmp_path, "plain", "Član 1\nIgračka je predmet.", "rs", "sr-Latn")
    assert recitals.of_act(dossier, "plain") == {"art_1": ()}
