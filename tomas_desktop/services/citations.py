"""What a provision cites: provisions of its own law, of other works of the dossier, acts that are not in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tomas_desktop.jurisdiction import citations
from tomas_desktop.jurisdiction.citations import Citation
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision
from tomas_desktop.model.work import Work
from tomas_desktop.services import identities
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.text.scripts import to_latin

_ENDINGS = 3  # letters of a word that its case may change: Krivični zakonik, Krivičnog zakonika

_TELLING = 4  # words of a title that no other law's name begins with by chance


@dataclass(frozen=True, slots=True)
class CitedText:
    """A citation in the text of the provision `at`, from `start` to `end`. `targets` are the provisions that it
    names and that exist, or the whole work where it names no provision; `external` is the other act's name."""

    at: Ref
    start: int
    end: int
    text: str
    targets: tuple[Ref, ...]
    external: str = ""


def of_provision(opened: OpenDossier, ref: Ref, expression: str | None = None) -> tuple[CitedText, ...]:
    """The citations in a provision and all below it, in order.

    Raises NotFoundError("no-work"), ("no-expression"), ("no-provision").
    """
    provision = opened.provision(ref, expression)
    held = opened.expression(ref.work, expression)
    nodes, pack = opened.nodes(held), opened.pack(held)
    return tuple(
        CitedText(
            Ref(ref.work, node.eid),
            each.start,
            each.end,
            each.text,
            targets(opened, ref.work, nodes, each),
            each.external,
        )
        for node in provision.walk()
        for each in citations.find(node.text, pack, node.eid)
    )


def targets(opened: OpenDossier, work: str, nodes: Sequence[Provision], citation: Citation) -> tuple[Ref, ...]:
    """What a citation in this work names: provisions of the work (`nodes` is its text) or of another of the dossier."""
    if not citation.external:
        return tuple(Ref(work, eid) for eid in citations.resolve(citation, nodes))
    cited = _work_named(opened, citation.external)
    if cited is None:
        return ()
    if not citation.targets:
        return (Ref(cited.key),)
    found = citations.resolve(citation, opened.nodes(opened.expression(cited.key)))
    return tuple(Ref(cited.key, eid) for eid in found)


def _work_named(opened: OpenDossier, name: str) -> Work | None:
    """The work of the dossier that a name in a text means: by the number of an act of the Union or of a law, else by
    its title or the name it is cited by, whatever its case endings."""
    from tomas_desktop.importers import identity  # the formats load when a file is read

    celex, number = identity.celex_of(name), identity.number_of(name)
    for work in opened.dossier.works:
        own = identities.of_work(opened.dossier, work)
        card = opened.dossier.card(work.key)
        if (celex and own.celex == celex) or (number and own.number == number):
            return work
        if not celex and any(means(name, each) for each in (work.title, card.official_name, card.name_as_cited)):
            return work
    return None


def means(name: str, title: str) -> bool:
    """Are these the same words but for their endings? Behind a long title the sentence may go on: where the name ends
    in a text nothing says."""
    one, another = (re.findall(r"[^\W_]+", to_latin(text).casefold()) for text in (name, title))
    if len(one) != len(another) and not len(one) > len(another) >= _TELLING:
        return False
    return bool(another) and all(_same_stem(a, b) for a, b in zip(one, another, strict=False))


def _same_stem(one: str, another: str) -> bool:
    shorter = min(len(one), len(another))
    kept = shorter if shorter <= _ENDINGS else max(_ENDINGS, shorter - _ENDINGS)
    return one[:kept] == another[:kept]
