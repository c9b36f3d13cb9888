"""The kinds of blocks that a document is built of. A ministry that needs another kind needs one function here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from tomas_desktop.export import law_blocks
from tomas_desktop.export.act_block import act
from tomas_desktop.export.amendments_block import amendments
from tomas_desktop.export.concordance_block import concordance
from tomas_desktop.export.fields import values
from tomas_desktop.export.form import CONDITIONAL, Block, BlockKind
from tomas_desktop.export.placeholders import BLANK, names_in
from tomas_desktop.export.sheet import Sheet
from tomas_desktop.export.typographic_block import typographic
from tomas_desktop.export.word_xml import paragraph


def _text(sheet: Sheet, block: Block) -> str:
    """One paragraph of the form's own words, unmarked."""
    return paragraph(sheet.style(block.style), sheet.runs(block.text))


def _each_law(sheet: Sheet, block: Block) -> str:
    """The same paragraph for every law, filled with what is known of that law alone. Laws of which the same is said
    (nothing, as a rule) share one."""
    out: list[str] = []
    for law in sheet.laws:
        known = values(sheet.form, replace(sheet.submission, laws=(law,)), sheet.spell)
        out.append(_filled(sheet, block, known))
    return "".join(dict.fromkeys(out))


def _each_eu_act(sheet: Sheet, block: Block) -> str:
    """The same paragraph for every EU act that the laws answer, of one that holds for some acts only (those adopted)
    for these; once, with blanks, where it holds for none or nothing is linked yet."""
    out: list[str] = []
    whole = sheet.submission
    conditions = names_in(block.text) & CONDITIONAL.keys()
    for one in whole.eu_acts:
        about = replace(whole, eu_acts=(one,))
        known = values(sheet.form, about, sheet.spell)
        if all(known[name] for name in conditions):
            out.append(_filled(replace(sheet, submission=about), block, known))
    return "".join(out) or _filled(sheet, block, sheet.values)


def _filled(sheet: Sheet, block: Block, known: Mapping[str, str]) -> str:
    return paragraph(sheet.style(block.style), sheet.runs(block.text, known))


def _reasons(sheet: Sheet, _block: Block) -> str:
    """What each change is for: the provision, the reason, the EU provision that it answers."""
    out: list[str] = []
    basis = sheet.form.texts.get("eu_basis", "{basis}")
    acts = {act.key: act.cited or act.title for act in sheet.submission.eu_acts}
    for law in sheet.laws:
        out.append(sheet.heading_of(law))
        act_of = {
            one.id: "; ".join(filter(None, dict.fromkeys(acts.get(basis.partition("#")[0]) for basis in one.bases)))
            for one in law.modifications
        }
        for reason in law.reasons:
            out.append(sheet.paragraph("place", sheet.bound(reason.where)))
            out.append(sheet.paragraph("paragraph", sheet.bound(reason.text or BLANK)))
            if reason.basis:
                known = {"basis": reason.basis, "eu_cited": act_of.get(reason.modification, "")}
                said = f"{basis} ({{eu_cited}})" if len(acts) > 1 and known["eu_cited"] else basis
                out.append(paragraph(sheet.style("paragraph"), sheet.runs(said, known)))
        if not law.reasons:
            out.append(sheet.paragraph("paragraph", BLANK))
    return "".join(out)


def _enclosures(sheet: Sheet, _block: Block) -> str:
    """The other documents of the package by their titles."""
    others = [one for one in sheet.enclosed if one is not sheet.document and one.title]
    titles = dict.fromkeys(sheet.text(one.title) for one in others)
    return "".join(sheet.paragraph("enclosure", f"{n}. {title}") for n, title in enumerate(titles, start=1))


BLOCKS: Mapping[BlockKind, Callable[[Sheet, Block], str]] = {
    "text": _text,
    "each_law": _each_law,
    "each_eu_act": _each_eu_act,
    "reasons": _reasons,
    "enclosures": _enclosures,
    "tracked": law_blocks.tracked,
    "capitals": law_blocks.capitals,
    "in_force": law_blocks.in_force,
    "typographic": typographic,
    "comparison": law_blocks.comparison,
    "concordance": concordance,
    "act": act,
    "amendments": amendments,
}
