"""What a person calls a provision: by its article, or by the word for what stands outside of the articles."""

from __future__ import annotations

import pytest

from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.provision import Provision
from tomas_desktop.services import provision_names

RECITAL = Provision("rec_3", "recital", "(3)", text="Whereas this is so.")
ANNEX = Provision("anx_I", "annex", "ANNEX I", heading="List")
ARTICLE = Provision(
    "art_4", "article", "Article 4", children=(Provision("art_4__para_1", "paragraph", "1.", text="A."),)
)


@pytest.mark.parametrize(
    ("eid", "name"),
    [("rec_3", "Recital 3"), ("anx_I", "ANNEX I"), ("art_4__para_1", "Article 4(1)"), ("art_9", "")],
)
def test_a_provision_is_called_by_its_article_or_by_what_it_is(eid: str, name: str) -> None:
    nodes = (RECITAL, ARTICLE, ANNEX)
    assert provision_names.in_words(nodes, eid, packs.load("eu", "en")) == name
    assert provision_names.Names(nodes, packs.load("eu", "en")).in_words(eid) == name
