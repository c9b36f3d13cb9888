"""The same Serbian law in Cyrillic and in Latin: the same eIds and, put into one script, the same words."""

from __future__ import annotations

from pathlib import Path

from tomas_desktop.importers import base
from tomas_desktop.jurisdiction import pack
from tomas_desktop.model.provision import walk
from tomas_desktop.text.scripts import to_cyrillic, to_latin


def test_the_criminal_code_in_both_scripts(shared: Path, tmp_path: Path) -> None:
    latin = shared / "data" / "national-rs" / "rs_KZ_krivicni-zakonik.lat.txt"
    cyrillic = tmp_path / "kz.cyr.txt"
    cyrillic.write_text(to_cyrillic(latin.read_text(encoding="utf-8")), encoding="utf-8")
    one = list(walk(base.read(latin, pack.load("rs", "sr-Latn")).nodes))
    other = list(walk(base.read(cyrillic, pack.load("rs", "sr-Cyrl")).nodes))
    assert [node.eid for node in other] == [node.eid for node in one]
    differing = [
        (a.eid, a.text, b.text)
        for a, b in zip(one, other, strict=True)
        if (to_latin(b.num), to_latin(b.heading), to_latin(b.text)) != (a.num, a.heading, a.text)
    ]
    assert differing == []
