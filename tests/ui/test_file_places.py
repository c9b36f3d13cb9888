"""Where dialogs for files begin."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from tomas_desktop.services import settings
from tomas_desktop.ui import file_places


def test_among_the_documents_before_there_is_a_dossier() -> None:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    assert Path(file_places.beginning()) == Path(documents)
    assert Path(file_places.beginning("terms.tbx")) == Path(documents) / "terms.tbx"


def test_beside_the_last_dossier_as_long_as_its_folder_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    settings.save(replace(settings.load(), last_dossier=str(folder / "a.tomas")))
    assert Path(file_places.beginning("b.html")) == folder / "b.html"
    folder.rmdir()
    assert Path(file_places.beginning("b.html")).parent != folder


def test_a_whole_path_stays(tmp_path: Path) -> None:
    assert Path(file_places.beginning(str(tmp_path / "law.docx"))) == tmp_path / "law.docx"
