"""Whatever a form looks like: it is filled, nothing that stood in it is lost, and Word can open it."""

from __future__ import annotations

import io
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import docx
import pytest

from tests.export.forms_of_others import HEADINGS, control, form, saved
from tests.export.word_reading import W, tree
from tomas_desktop.amend.redline import Segment
from tomas_desktop.export.consultation_form import ConsultationForm, Entry

ENTRIES = tuple(
    Entry(
        ((Segment("=", f"Član {i}."),),),
        ((Segment("=", f"Staro {i} & <b>."),), (Segment("=", "drugi pasus"),)),
        ((Segment("=", f"Tekst {i} "), Segment("-", "staro"), Segment("+", "novo")), (Segment("+", "ceo nov"),)),
        ((Segment("=", "Zato\x0b što."),),),
        (),
    )
    for i in range(1, 5)
)


def odd_form(dice: random.Random) -> Any:
    """A form with taken, empty and merged rows, controls, tables in cells and a signature, in any combination."""
    language = dice.choice(list(HEADINGS))
    rows = [[f"uneto {r}.{c}" for c in range(7)] for r in range(dice.randint(0, 2))]
    rows += [[f"{len(rows) + 1}.", *[""] * 6] if dice.random() < 0.5 else [""] * 7 for _ in range(dice.randint(0, 5))]
    document = form(HEADINGS[language], rows)
    table = document.tables[0]
    if dice.random() < 0.4:
        table.rows[0]._tr.get_or_add_trPr().append(docx.oxml.OxmlElement("w:tblHeader"))
    for row in table.rows[1:]:
        for number, cell in enumerate(row.cells):
            paragraph = cell.paragraphs[0]
            if dice.random() < 0.1:
                cell.add_paragraph("")
            if dice.random() < 0.05:
                cell.add_table(1, 1).cell(0, 0).text = f"prilog {number}"
            if dice.random() < 0.1 and not cell.text:
                for run in list(paragraph._p.r_lst):
                    paragraph._p.remove(run)
                inner = "<w:r><w:t/></w:r>"
                paragraph._p.append(control(inner, dice.randint(1, 10**6), dice.choice(["", "<w:showingPlcHdr/>"])))
        if dice.random() < 0.15:
            wrapper = control("", dice.randint(1, 10**6), "")
            row._tr.addprevious(wrapper)
            wrapper[-1].append(row._tr)
    if dice.random() < 0.6:
        last = table.add_row()
        last.cells[0].merge(last.cells[dice.randint(1, 6)]).text = "Potpis"
    if dice.random() < 0.3:
        table.cell(0, 2).merge(table.cell(0, 3))
    return document


def words(document: Any) -> set[str]:
    return {word for t in document.element.body.iter(f"{W}t") for word in (t.text or "").split()}


@pytest.mark.parametrize("seed", range(40))
def test_any_form_is_filled_and_nothing_in_it_is_lost(tmp_path: Path, seed: int, docx_schema: ModuleType) -> None:
    dice = random.Random(seed)
    path = saved(odd_form(dice), tmp_path)
    before = docx.Document(str(path))
    read = ConsultationForm(path.read_bytes())
    best = max(read.tables, key=lambda one: one.understood)
    out = tmp_path / "out.docx"
    roles = [column.role for column in best.columns]
    entries = ENTRIES[: dice.randint(1, 4)]
    out.write_bytes(
        read.filled(best.number, roles, entries, {"author": "Ana", "date": "1.1.", "law": "Zakon"}, "sr-Latn-RS")
    )
    assert docx_schema.check(out) == []
    after = docx.Document(io.BytesIO(out.read_bytes()))
    text = " ".join(t.text or "" for t in after.element.body.iter(f"{W}t"))
    for entry in entries:
        assert entry.article[0][0].text in text
    assert text.count("ceo nov") == (len(entries) if "proposal" in roles else 0)
    rows = ["".join(t.text or "" for t in row.iter(f"{W}t")) for row in before.tables[0]._tbl.iter(f"{W}tr")]
    lines = [row for row in rows[1:] if "Potpis" not in row and "prilog" not in row[:6]]
    single = len(lines) == 1 and "uneto" in lines[0]  # a lone row is taken for an example
    lost = {word for word in words(before) - words(after) if not word.endswith(".") and "{" not in word}
    assert single or lost <= {"{auth", "or},", "dana"} - words(after) | {"uneto"}
    ids = [one.find(f"{W}id").get(f"{W}val") for one in tree(out).iter(f"{W}sdtPr")]
    originals = [one.find(f"{W}id").get(f"{W}val") for one in tree(path).iter(f"{W}sdtPr")]
    assert len(ids) - len(set(ids)) <= len(originals) - len(set(originals))
