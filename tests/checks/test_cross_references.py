"""What a new text cites and the law as proposed does not have."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.drafts import drafted, found

BROKEN = {
    "en": ("2. An appeal under Article 9 is possible.", "art_9"),
    "sr-Latn": ("(2) Žalba iz člana 9. ovog zakona je dozvoljena.", "art_9"),
    "sr-Cyrl": ("(2) Жалба из става 7. овог члана је дозвољена.", "art_1__para_7"),
    "mk": ("(2) Жалба од членот 9 од овој закон е дозволена.", "art_9"),
    "sq": ("2. Ankimi sipas nenit 9 të këtij ligji lejohet.", "art_9"),
}
WHOLE = {
    "en": "2. An appeal under Article 2 and Article 9 of Directive 2011/93/EU is possible.",
    "sr-Latn": "(2) Žalba iz stava 1. ovog člana, člana 2. ovog zakona i člana 99. Krivičnog zakonika je dozvoljena.",
    "sr-Cyrl": "(2) Жалба из става 1. овог члана и члана 2. овог закона је дозвољена.",
    "mk": "(2) Жалба од ставот (1) на овој член и членот 2 од овој закон е дозволена.",
    "sq": "2. Ankimi sipas pikës 1 të këtij neni dhe nenit 2 të këtij ligji lejohet.",
}


@pytest.mark.parametrize("language", BROKEN)
def test_what_is_not_there_is_told(tmp_path: Path, language: str) -> None:
    text, cited = BROKEN[language]
    with drafted(tmp_path, language, text) as dossier:
        (remark,) = found(dossier, "cited-not-there")
    values = dict(remark.values)
    assert (remark.severity, remark.eid, values["cited"]) == ("warning", "art_1__para_2", cited)
    assert values["text"] in text


@pytest.mark.parametrize("language", WHOLE)
def test_what_is_there_or_in_another_act_is_not_told(tmp_path: Path, language: str) -> None:
    with drafted(tmp_path, language, WHOLE[language]) as dossier:
        assert found(dossier, "cited-not-there") == []


def test_what_the_proposal_itself_brings_is_there(tmp_path: Path) -> None:
    texts = ("(2) Žalba iz stava 3. ovog člana je dozvoljena.", "(3) Žalba se podnosi sudu.")
    with drafted(tmp_path, "sr-Latn", *texts) as dossier:
        assert found(dossier, "cited-not-there") == []


def test_an_old_mistake_of_the_law_is_not_the_drafter_s(tmp_path: Path) -> None:
    law = "Član 1\n(1) Sud odlučuje.\n(2) Žalba iz člana 9. ovog zakona je dozvoljena.\n\nČlan 2\nPlaća se kazna.\n"
    with drafted(tmp_path, "sr-Latn", "(2) Žalba iz člana 9. ovog zakona nije dozvoljena.", law=law) as dossier:
        assert found(dossier, "cited-not-there") == []
