"""The reason for one change of a paragraph comes out as a Word comment at that change, with who made it and when."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from tests.export.test_docx_revisions import commented
from tests.export.word_reading import W
from tests.services.test_justifying import BOTH, ONLY_FIRST, change, justify, typed
from tomas_desktop.export.form import Script
from tomas_desktop.services import clock, drafting, justifying, submitting
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.text.scripts import to_cyrillic


def exported(dossier: OpenDossier, folder: Path, script: Script | None = None) -> Path:
    package = submitting.export(dossier, ["p"], "rs", folder, roles=["tracked"], script=script)
    return package.files[0][1]


def tree(path: Path) -> etree._Element:
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read("word/document.xml"))


@pytest.mark.parametrize("script", [None, "Cyrl"])
def test_it_stands_at_that_change(dossier: OpenDossier, tmp_path: Path, script: Script | None) -> None:
    typed(dossier, BOTH)
    justify(dossier, "24", "Rok je predug.", "eu#art_1__para_2")
    justify(dossier, "hitno", "Sud mora znati odmah.")
    path = exported(dossier, tmp_path, script)
    comments = list(docx.Document(str(path)).comments)
    spell = to_cyrillic if script else str
    assert [comment.text.split("\n")[0] for comment in comments] == [
        spell("Rok je predug."), spell("Sud mora znati odmah."),
    ]  # fmt: skip
    assert "1" in comments[0].text.split("\n")[1]
    places = [[words for _, _, words in commented(tree(path), comment.comment_id)] for comment in comments]
    assert places == [[spell("48 časova"), spell("24 časa")], [spell("hitno ")]]


def test_it_stands_beside_the_reason_for_the_whole_article(dossier: OpenDossier, tmp_path: Path) -> None:
    typed(dossier, BOTH)
    justifying.justify(dossier, "p", "art_1", "Usklađivanje.")
    justify(dossier, "hitno", "Odmah.")
    path = exported(dossier, tmp_path)
    assert [comment.text for comment in docx.Document(str(path)).comments] == ["Usklađivanje.", "Odmah."]


def test_each_change_of_a_paragraph_is_of_who_made_it(
    dossier: OpenDossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for hour, author, words in ((9, "Ana", ONLY_FIRST), (10, "Marko", BOTH)):
        monkeypatch.setattr(clock, "now", lambda hour=hour: f"2026-11-22T{hour:02}:00:00Z")
        typed(dossier, words, author)
    body = tree(exported(dossier, tmp_path))
    made = {
        "".join(t.text or "" for t in each.iter(f"{W}t", f"{W}delText")).strip(): each.get(f"{W}author")
        for each in body.iter(f"{W}ins", f"{W}del")
    }
    assert made == {"48 časova": "Ana", "24 časa": "Ana", "hitno": "Marko"}


def test_a_reason_for_a_whole_new_paragraph_and_for_one_that_goes(dossier: OpenDossier, tmp_path: Path) -> None:
    typed(dossier, BOTH, more=["(4) Žalba ne zadržava izvršenje."])
    justify(dossier, "Žalba ne", "Inače nema svrhe.")
    path = exported(dossier, tmp_path)
    [comment] = docx.Document(str(path)).comments
    assert comment.text == "Inače nema svrhe."
    assert commented(tree(path), comment.comment_id)[0][2] == "(4) Žalba ne zadržava izvršenje."
    assert change(dossier, "Žalba").cause == drafting.article_draft(dossier, "law", "art_1", "p").modifications[-1].id
