"""`python -m tests.pictures [DIR]`: the pictures of docs/forms, one of each form in each script: the first page of
every document that it gives for the workshop dossier. With DIR all pages are left there too, to be looked at.

Needs LibreOffice and pdftoppm.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.conftest import ROOT
from tomas_desktop.export.form import Script
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import demo, drafting, submitting
from tomas_desktop.services.dossiers import OpenDossier, opened

OUT = ROOT / "docs" / "forms"
PICTURES: Mapping[str, tuple[str, Script | None]] = {
    "rs": ("rs", "Latn"), "rs-cyrl": ("rs", "Cyrl"), "mk": ("mk", None), "al": ("al", None),
    "eu": ("eu/ep-amendment", None),
}  # fmt: skip
_COLUMNS, _WIDTH, _GAP = 4, 397, 12  # pixels


def main() -> None:
    """Make the pictures again."""
    with tempfile.TemporaryDirectory() as temporary:
        kept = Path(sys.argv[1]) if sys.argv[1:] else Path(temporary)
        os.environ["TOMAS_CONFIG"] = temporary  # nobody's own forms
        with opened(Path(temporary) / demo.NAME, create=True) as dossier:
            demo.fill(dossier)
            amend_the_eu_act(dossier)
            for name, (form, script) in PICTURES.items():
                pages = rendered(exported(dossier, form, script, kept / name))
                picture = OUT / f"{name}.png"
                sheet([first for first, *_ in pages], picture)
                sys.stderr.write(f"{picture}: {sum(map(len, pages))} pages\n")


def amend_the_eu_act(dossier: OpenDossier) -> None:
    """One amendment to the EU act itself: the workshop has none."""
    drafting.propose(
        dossier, "ep", Ref("csar", "art_3__para_1"), author="Workshop team",
        text="1. A hosting or interpersonal communications provider examines every year, service by service, how "
        "likely it is that the service is misused for online child sexual abuse.",
        justification="Misuse changes from one year to the next.",
    )  # fmt: skip


def exported(dossier: OpenDossier, form: str, script: Script | None, folder: Path) -> list[Path]:
    """The documents of a form for all proposals of its country."""
    country = form.partition("/")[0]
    proposals = [one.key for one in dossier.dossier.proposals if dossier.work(one.work).country == country]
    sender = submitting.Sender("Workshop team")
    package = submitting.export(dossier, proposals, form, folder, script=script, sender=sender)
    return [path for _, path in package.files]


def rendered(documents: Sequence[Path]) -> list[list[Path]]:
    """The pages of each document as pictures beside it."""
    folder = documents[0].parent
    office = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, documents)]
    subprocess.run(office, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)
    for path in documents:
        pdf = str(path.with_suffix(".pdf"))
        subprocess.run(["pdftoppm", "-r", "72", "-png", pdf, pdf.removesuffix(".pdf")], check=True)
    return [sorted(folder.glob(f"{path.stem}-*[0-9].png")) for path in documents]


def sheet(pages: Sequence[Path], out: Path) -> None:
    """The pages side by side on one sheet of few colours."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtGui import QImage, QPainter

    smooth = Qt.TransformationMode.SmoothTransformation
    images = [QImage(str(page)).scaledToWidth(_WIDTH, smooth) for page in pages]
    rows = [images[i : i + _COLUMNS] for i in range(0, len(images), _COLUMNS)]
    heights = [max(image.height() for image in row) for row in rows]
    across = min(len(images), _COLUMNS)
    whole = QImage(across * (_WIDTH + _GAP) + _GAP, sum(heights) + _GAP * (len(rows) + 1), QImage.Format.Format_RGB32)
    whole.fill(Qt.GlobalColor.gray)
    painter = QPainter(whole)
    top = _GAP
    for row, height in zip(rows, heights, strict=True):
        for place, image in enumerate(row):
            painter.drawImage(QPoint(_GAP + place * (_WIDTH + _GAP), top), image)
        top += height + _GAP
    painter.end()
    whole.convertToFormat(QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.ThresholdDither).save(str(out))


if __name__ == "__main__":
    main()
