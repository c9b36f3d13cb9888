"""Words that should not be written any more, in a proposal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.drafts import LAWS, drafted, found

OLD = {
    "en": ("2. Possession of Child Pornography is punished.", "child sexual abuse material"),
    "sr-Latn": (
        "(2) Ko se služi dečijom pornografijom, kazniće se.",
        "materijal koji prikazuje seksualno zlostavljanje dece",
    ),
    "sr-Cyrl": (
        "(2) Поседовање дечје порнографије је забрањено.",
        "материјал који приказује сексуално злостављање деце",
    ),
    "mk": (
        "(2) Поседувањето на детската порнографија е казниво.",
        "материјал со сексуална злоупотреба на деца",
    ),
    "sq": ("2. Posedimi i pornografisë me të mitur dënohet.", "material i abuzimit seksual të fëmijëve"),
}
NEW = {
    "en": "2. Possession of child sexual abuse material is punished, pornography of adults is not.",
    "sr-Latn": "(2) Zabranjen je materijal koji prikazuje seksualno zlostavljanje dece, pornografija nije.",
    "sr-Cyrl": "(2) Забрањен је материјал који приказује сексуално злостављање деце.",
    "mk": "(2) Забранет е материјал со сексуална злоупотреба на деца, а порнографијата не е.",
    "sq": "2. Ndalohet materiali i abuzimit seksual të fëmijëve.",
}


@pytest.mark.parametrize("language", OLD)
def test_an_old_word_is_told_with_the_one_to_prefer(tmp_path: Path, language: str) -> None:
    text, preferred = OLD[language]
    with drafted(tmp_path, language, text) as dossier:
        (remark,) = found(dossier, "deprecated-term", "deprecated-term-of-law")
    values = dict(remark.values)
    assert (remark.severity, remark.code, remark.eid) == ("warning", "deprecated-term", "art_1__para_2")
    assert values["preferred"] == preferred
    assert values["term"].casefold() in text.casefold()
    assert "Luxembourg" in values["source"]


@pytest.mark.parametrize("language", NEW)
def test_the_words_to_prefer_are_not_told(tmp_path: Path, language: str) -> None:
    with drafted(tmp_path, language, NEW[language]) as dossier:
        assert found(dossier, "deprecated-term", "deprecated-term-of-law") == []


def test_a_term_of_art_of_the_law_is_told_with_where_it_stands(tmp_path: Path) -> None:
    law = LAWS["sr-Latn"] + "\nČlan 3\nDečija pornografija je predmet iz člana 1. ovog zakona.\n"
    with drafted(tmp_path, "sr-Latn", OLD["sr-Latn"][0], law=law) as dossier:
        (remark,) = found(dossier, "deprecated-term", "deprecated-term-of-law")
    assert (remark.code, dict(remark.values)["count"]) == ("deprecated-term-of-law", "1")
