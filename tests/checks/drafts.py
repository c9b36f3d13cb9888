"""Small dossiers with one proposal, in every language, through the front door."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.checks.parallel_sentences import COUNTRY
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import checking, drafting, importing
from tomas_desktop.services.dossiers import OpenDossier, opened

LAWS = {
    "en": (
        "Article 1\nOrders\n\n1. A court may order removal.\n\n2. An appeal is possible.\n\n"
        "Article 2\nFines\n\nA fine is paid.\n"
    ),
    "sr-Latn": "Član 1\n(1) Sud može naložiti uklanjanje.\n(2) Žalba je dozvoljena.\n\nČlan 2\nPlaća se kazna.\n",
    "sr-Cyrl": "Члан 1\n(1) Суд може наложити уклањање.\n(2) Жалба је дозвољена.\n\nЧлан 2\nПлаћа се казна.\n",
    "mk": "Член 1\n(1) Судот може да нареди отстранување.\n(2) Жалба е дозволена.\n\nЧлен 2\nСе плаќа казна.\n",
    "sq": (
        "Neni 1\nUrdhrat\n\n1. Gjykata mund të urdhërojë heqjen.\n\n2. Ankimi lejohet.\n\n"
        "Neni 2\nGjobat\n\nPaguhet gjobë.\n"
    ),
}


def add(dossier: OpenDossier, folder: Path, key: str, text: str, language: str, country: str = "") -> None:
    """Put a text into a dossier."""
    country = country or COUNTRY[language]
    file = folder / f"{key}.txt"
    file.write_text(text, encoding="utf-8")
    importing.store(
        dossier, importing.preview(file, country, language), file, country=country, language=language, key=key
    )


@contextmanager
def drafted(
    folder: Path, language: str, *texts: str, at: str = "art_1__para_2", law: str = ""
) -> Iterator[OpenDossier]:
    """A dossier whose proposal `p` words a provision of the small law anew; further texts are put after it."""
    with opened(folder / "draft.tomas", create=True) as it:
        add(it, folder, "law", law or LAWS[language], language)
        first, *others = texts
        drafting.propose(it, "p", Ref("law", at), text=first)
        for text in others:
            drafting.propose(it, "p", Ref("law", at), text=text, insert_after=True)
        yield it


def found(dossier: OpenDossier, *codes: str) -> list[Finding]:
    """The findings of these codes about the proposal."""
    return [each for each in checking.check(dossier, "p") if each.code in codes]
