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


OTHER_ACTS = [
    ("sr-Latn", "(2) Žalba iz čl. 185. KZ je dozvoljena."),
    ("sr-Cyrl", "(2) Жалба по члану 12. ЗКП је дозвољена."),
    ("sr-Latn", "(2) Žalba iz člana 9. Statuta je dozvoljena."),
    ("sr-Latn", "(2) Žalba iz člana 14. Ugovora o funkcionisanju Evropske unije je dozvoljena."),
    ("sr-Latn", "(2) Žalba iz člana 77. i 78. Zakona o parničnom postupku je dozvoljena."),
    ("mk", "(2) Жалба од член 15 од Статутот е дозволена."),
    ("sq", "2. Ankimi sipas nenit 117 të KP lejohet."),
]


@pytest.mark.parametrize(("language", "text"), OTHER_ACTS)
def test_an_act_may_be_named_by_its_initials(tmp_path: Path, language: str, text: str) -> None:
    with drafted(tmp_path, language, text) as dossier:
        assert found(dossier, "cited-not-there") == []


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


POINTS = {
    "sr-Latn": (
        "Član 1\n(1) Sud odlučuje.\n(2) Žalba je dozvoljena.\n\n"
        "Član 2\n(1) Nalog sadrži:\n1) ime;\n2) adresu;\n3) rok.\n(2) Nalog se dostavlja.\n"
    ),
    "mk": (
        "Член 1\n(1) Судот одлучува.\n(2) Жалба е дозволена.\n\n"
        "Член 2\n(1) Наредбата содржи:\n1) име;\n2) адреса;\n3) рок.\n(2) Наредбата се доставува.\n"
    ),
}
BEYOND = [
    ("sr-Latn", "(2) Žalba na nalog iz člana 2. stav 3. ovog zakona je dozvoljena.", "art_2__para_3"),
    ("mk", "(2) Жалба на наредбата од член 2 став 3 на овој закон е дозволена.", "art_2__para_3"),
    ("sr-Latn", "(2) Žalba iz čl. 1. do 9. ovog zakona je dozvoljena.", "art_9"),
    ("sr-Latn", "(2) Žalba iz člana 2. stav 1. tač. 2) do 5) ovog zakona je dozvoljena.", "art_2__para_1__point_5"),
]


@pytest.mark.parametrize(("language", "text", "cited"), BEYOND)
def test_a_point_is_no_paragraph_and_a_range_has_two_ends(tmp_path: Path, language: str, text: str, cited: str) -> None:
    with drafted(tmp_path, language, text, law=POINTS[language]) as dossier:
        (remark,) = found(dossier, "cited-not-there")
    assert dict(remark.values)["cited"] == cited
