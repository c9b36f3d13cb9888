"""A provision as one would cite it in a letter: where it stands, the law's name, its gazettes."""

from __future__ import annotations

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import provision_names
from tomas_desktop.services.dossiers import OpenDossier


def citation(opened: OpenDossier, ref: Ref) -> str:
    """`Član 185. stav 2. Krivičnog zakonika (...)`: the name as the law's card declines it; without one the title,
    behind a comma. Raises NotFoundError("no-work"), ("no-expression")."""
    expression = opened.expression(ref.work)
    where = provision_names.in_words(opened.nodes(expression), ref.eid, opened.pack(expression))
    card = opened.dossier.card(ref.work)
    named = f" {card.name_as_cited}" if card.name_as_cited else f", {opened.work(ref.work).title}"
    gazettes = f" ({', '.join(card.gazette)})" if card.gazette else ""
    return f"{where}{named}{gazettes}"
