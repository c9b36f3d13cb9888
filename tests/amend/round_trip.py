"""A law, its new text and the act between them, through the files that a user handles: is what the act brings about
the new text, byte for byte?"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from tests.amend.realistic_edits import edited
from tests.amend.wild_edits import wild
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.provision import Provision
from tomas_desktop.services import amending, importing

# Laws of all four legal orders and all languages that acts are written in; the quickly read ones first.
LAWS = (
    ("national-rs/rs_ZKI.cyr.html", "rs", "sr-Cyrl"),
    ("national-al/al_KP_7895-1995.txt", "al", "sq"),
    ("eu-html/32016R0679_GDPR_EN.html", "eu", "en"),
    ("national-mk/mk_zakon-javni-sobiri.pdf", "mk", "mk"),
    ("national-rs/rs_KZ_krivicni-zakonik.lat.txt", "rs", "sr-Latn"),
    ("eu-html/52022PC0209_CSAR_EN.html", "eu", "en"),
    ("national-mk/mk_KZ_krivicen-zakonik.pdf", "mk", "mk"),
    ("national-al/al_kodi_punes.pdf", "al", "sq"),
    ("national-rs/rs_ZZPL_87-2018.cyr.html", "rs", "sr-Cyrl"),
    ("national-mk/mk_zakon-rabotnite-odnosi.pdf", "mk", "mk"),
    ("national-al/al_kodi_proc_admin.pdf", "al", "sq"),
    ("eu-formex/32022R2065_DSA_EN.fmx.xml", "eu", "en"),
    ("national-rs/rs_ZIB.cyr.html", "rs", "sr-Cyrl"),
    ("national-rs/rs_eUprava.cyr.html", "rs", "sr-Cyrl"),
    ("national-mk/mk_ZKP_150-2010.pdf", "mk", "mk"),
    ("national-mk/mk_zakon-sopstvenost_kons2018.pdf", "mk", "mk"),
    ("national-al/al_kushtetuta.pdf", "al", "sq"),
    ("national-rs/rs_ZET.cyr.html", "rs", "sr-Cyrl"),
)


@dataclass(frozen=True)
class Law:
    """A law as its canonical text in a file, and how to read it."""

    file: Path
    country: str
    language: str
    nodes: tuple[Provision, ...]


def prepared(source: Path, country: str, language: str, folder: Path) -> Law:
    """The law of a file, printed as canonical text into a folder."""
    file = folder / f"{source.stem}.txt"
    file.write_text(importing.canonical(importing.preview(source, country, language).nodes, country, language), "utf-8")
    return Law(file, country, language, importing.preview(file, country, language).nodes)


def trip(law: Law, articles: int, dice: random.Random, *, wildly: bool = False) -> tuple[int, str]:
    """Edit so many articles, draft the act, apply it. How many edits were made, and what is wrong (empty: nothing).
    Of edits that nobody makes on purpose (`wildly`) the act may leave some out, if it tells so."""
    pack = packs.load(law.country, law.language)
    if wildly:
        new, made = wild(law.nodes, articles, dice, pack), articles
    else:
        new, made = edited(law.nodes, articles, dice, pack)
    wanted, act = law.file.with_name("new.txt"), law.file.with_name("act.txt")
    wanted.write_text(canonical_text(new), encoding="utf-8")  # as a person edits it: nothing says what a line is
    drafted = amending.draft(law.file, wanted, law.country, law.language)
    amending.save(drafted.act.text, act)
    result = amending.consolidate_files(law.file, act, law.country, law.language)
    read = importing.preview(wanted, law.country, law.language).nodes
    there = importing.canonical(read, law.country, law.language)
    failed = [f"{each.clause[:300]} ({each.reason})" for each in result.failed]
    if wildly and not failed and any(each.severity == "error" for each in drafted.findings):
        return made, ""  # no clause can say it, and the drafter is told
    return made, _fault(result.text, there, failed)


def _fault(made: str, wanted: str, failed: Sequence[str]) -> str:
    if unicodedata.normalize("NFC", made) == unicodedata.normalize("NFC", wanted) and not failed:
        return ""
    apart = list(unified_diff(wanted.splitlines(), made.splitlines(), "new", "made", lineterm="", n=0))
    return "\n".join([*failed[:3], *apart[:12]])
