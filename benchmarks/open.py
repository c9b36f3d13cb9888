"""Open: a dossier with the EU act and a national code in it, to the first provision in hand."""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path

from benchmarks.importing import places
from benchmarks.row import Row, milliseconds
from tomas_desktop.services import dossiers, importing

NAME = "open"


def measure() -> list[Row]:
    """Our dossier; beside it the same two texts parsed again, as a program without a dossier has to."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.tomas"
        with dossiers.opened(path, create=True) as opened:
            for country, language, file in places():
                reading = importing.preview(file, country, language)
                importing.store(opened, reading, file, country=country, language=language)
            works = [work.key for work in opened.dossier.works]

        def ours() -> None:
            with dossiers.opened(path) as again:
                for work in works:
                    again.nodes(again.expression(work))

        def parsed() -> None:
            for country, language, file in places():
                importing.preview(file, country, language)

        def bytes_only() -> None:
            with sqlite3.connect(path) as connection:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            connection.close()
            path.read_bytes()

        return [
            Row(
                "dossier with the CSA proposal and the Criminal Code, all provisions",
                milliseconds(ours),
                {"both files read again": milliseconds(parsed, times=3)},
                milliseconds(bytes_only),
                "connect to SQLite and read the file's bytes",
            )
        ]
