"""Texts find their work, and a new work's card is filled from its text."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tomas_desktop.errors import TomasError
from tomas_desktop.services import importing
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.importing import Candidate
from tomas_desktop.services.sources import Source

ARTICLES = "\n\nArticle 1\nSubject\n\nToys are safe.\n\nArticle 2\nPenalties\n\nMember States lay down penalties.\n"
TITLE = "REGULATION (EU) 2030/12 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL"


def _import(
    dossier: OpenDossier, folder: Path, name: str, text: str, country: str = "eu", language: str = "en", **said: str
) -> tuple[str, str]:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    reading = importing.preview(file, country, language)
    work, expression = importing.store(dossier, reading, file, country=country, language=language, **said)
    return work.key, expression.id


def test_a_language_version_joins_the_work_of_its_celex_number(dossier: OpenDossier, tmp_path: Path) -> None:
    first, _ = _import(dossier, tmp_path, "32030R0012_EN.txt", TITLE + ARTICLES)
    danish = "FORORDNING (EU) 2030/12\n\nArtikel 1\n\nLegetøj er sikkert.\n"
    second, expression = _import(dossier, tmp_path, "32030R0012_DA.txt", danish, language="da")
    assert second == first
    assert expression == f"{first}/da/adopted"


def test_a_key_that_the_user_gives_wins(dossier: OpenDossier, tmp_path: Path) -> None:
    _import(dossier, tmp_path, "32030R0012_EN.txt", TITLE + ARTICLES)
    key, _ = _import(dossier, tmp_path, "32030R0012_b_EN.txt", TITLE + ARTICLES + "\nMore.\n", key="toys")
    assert key == "toys"


def test_the_card_of_a_new_work_says_what_its_text_says(dossier: OpenDossier, tmp_path: Path) -> None:
    law = '("Sl. glasnik RS", br. 1/2020 i 2/2021)\n\nČlan 1\nIgračka je predmet.\n\nČlan 2\nRok je dan.\n'
    key, _ = _import(dossier, tmp_path, "igracke.txt", "ZAKON O IGRAČKAMA\n" + law, "rs", "sr-Latn")
    card = dossier.dossier.card(key)
    assert card.gazette == ('"Sl. glasnik RS", br. 1/2020 i 2/2021',)
    assert card.official_name == "ZAKON O IGRAČKAMA"
    assert card.source == "igracke.txt"
    assert not card.is_checked


def test_one_title_in_two_scripts_is_one_law_and_other_gazettes_make_another(
    dossier: OpenDossier, tmp_path: Path
) -> None:
    def law(gazette: str, word: str = "Члан") -> str:
        return f"({gazette})\n\n{word} 1\nТекст.\n\n{word} 2\nТекст.\n"

    latin = law('"Sl. glasnik RS", br. 1/2020', "Član").replace("Текст", "Tekst")
    first, _ = _import(dossier, tmp_path, "a.txt", "ZAKON O IGRAČKAMA\n" + latin, "rs", "sr-Latn")
    cyrillic = "ЗАКОН О ИГРАЧКАМА\n"
    same, _ = _import(dossier, tmp_path, "b.txt", cyrillic + law('"Сл. гласник РС", бр. 1/2020'), "rs", "sr-Cyrl")
    other, _ = _import(dossier, tmp_path, "c.txt", cyrillic + law('"Сл. гласник РС", бр. 9/2031'), "rs", "sr-Cyrl")
    assert same == first
    assert other != first


class TestATextWithoutAFile:
    """Its key is made of its title, and what lies beside the program is never taken for a part of it."""

    LAW = 'ZAKON O IGRAČKAMA\n("Sl. glasnik RS", br. 1/2020)\n\nČlan 1\nIgračka je predmet.\n\nČlan 2\nRok je dan.\n'

    def _place(self, dossier: OpenDossier, text: str, **said: str) -> importing.Place:
        source = Source("Pasted text", text.encode())
        reading = importing.preview(source, "rs", "sr-Latn")
        return importing.place(dossier.dossier, Candidate(reading, source, "rs", "sr-Latn", **said))

    def _store(self, dossier: OpenDossier, text: str) -> tuple[str, str]:
        source = Source("Pasted text", text.encode())
        reading = importing.preview(source, "rs", "sr-Latn")
        work, expression = importing.store(dossier, reading, source, country="rs", language="sr-Latn")
        assert expression.source == "Pasted text"
        assert expression.source_hash == hashlib.sha256(text.encode()).hexdigest()
        return work.key, expression.id

    def test_it_is_stored_like_a_file(self, dossier: OpenDossier) -> None:
        assert self._store(dossier, self.LAW) == ("zakon-o-igračkama", "zakon-o-igračkama/sr-Latn/in-force")
        assert len(dossier.nodes(dossier.expression("zakon-o-igračkama", None))) == 3

    def test_two_laws_never_share_a_key_by_chance(self, dossier: OpenDossier) -> None:
        first, _ = self._store(dossier, self.LAW)
        other, _ = self._store(dossier, self.LAW.replace("IGRAČKAMA", "IGRAČKAMA!").replace("1/2020", "9/2031"))
        assert other == f"{first}-2"

    def test_before_it_is_stored_one_sees_where_it_goes(self, dossier: OpenDossier) -> None:
        new = self._place(dossier, self.LAW)
        assert (new.is_new, new.is_there, new.is_taken) == (True, False, False)
        self._store(dossier, self.LAW)
        assert self._place(dossier, self.LAW).is_there
        changed = self.LAW.replace("dan.", "dva dana.")
        taken = self._place(dossier, changed)
        assert (taken.is_new, taken.is_taken, taken.work.key) == (False, True, "zakon-o-igračkama")
        later = self._place(dossier, changed, date="2031-01-01")
        assert (later.is_new, later.is_taken) == (False, False)
        assert later.expression.id == "zakon-o-igračkama/sr-Latn/in-force/2031-01-01"
        with pytest.raises(TomasError) as other_country:
            self._place(dossier, self.LAW, key="eu")
        assert other_country.value.code == "work-other-country"
