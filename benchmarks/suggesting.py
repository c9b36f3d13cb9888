"""Suggest: an EU act against national laws, the first time and again."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from benchmarks.laws import EU_ACT, NATIONAL_LAW, SHARED, real
from benchmarks.row import Row, milliseconds
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import correlating, dossiers, importing, suggesting

NAME = "suggest"
TRADE = SHARED / "national-rs" / "rs_ZET.cyr.html"


def measure() -> list[Row]:
    """89 articles of the CSA proposal against 500 of the Criminal Code and the law on electronic commerce. The first
    time includes reading the glossary; after a new link only the laws are not read again. What is reached is another
    table: `python -m tests.tables suggestions`."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TOMAS_CACHE"] = folder
        path = Path(folder) / "bench.tomas"
        with dossiers.opened(path, create=True) as opened:
            texts = ("eu", "en", EU_ACT), ("rs", "sr-Latn", NATIONAL_LAW), ("rs", "sr-Cyrl", TRADE)
            for country, language, file in texts:
                reading = importing.preview(real(file), country, language)
                importing.store(opened, reading, file, country=country, language=language)
            eu, *national = (work.key for work in opened.dossier.works)
            start = time.perf_counter()
            suggesting.suggest(opened, eu, national)
            first = (time.perf_counter() - start) * 1000
            again = milliseconds(lambda: suggesting.suggest(opened, eu, national))
            units = [
                each.national[0].national for each in suggesting.suggest(opened, eu, national)[:9] if each.national
            ]

            def linked() -> None:
                correlating.link(opened, Ref(eu, "art_9"), units.pop(), grade="partial")

            after = milliseconds(lambda: suggesting.suggest(opened, eu, national), times=3, before=linked)
    return [
        Row("89 EU articles x 500 national ones, the first time", first),
        Row("again, after a new link", after),
        Row("again", again),
    ]
