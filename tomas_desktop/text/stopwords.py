"""The small words that may stand between two changes without keeping them apart (all four languages)."""

from __future__ import annotations

STOP_WORDS = frozenset(
    # English
    "a an and as at by for from in is it of on or that the this to with "
    # Serbian, Latin and Cyrillic
    "i u na za od do po sa s o iz je se su ili a da ne k pri kod uz "
    "и у на за од до по са с о из је се су или а да не к при код уз "
    # Macedonian
    "во со ќе го ја ги да е по при кон како "
    # Albanian
    "dhe e i të së në me për nga ose që një si do u nuk".split()
)
