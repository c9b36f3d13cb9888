"""Do the new texts of a proposal cite provisions that the law as proposed has?

References of texts that the proposal leaves alone are followed up elsewhere (`services.consequences`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tomas_desktop.checks.subject import Subject
from tomas_desktop.jurisdiction import citations
from tomas_desktop.jurisdiction.citation_chains import RANGE
from tomas_desktop.jurisdiction.citations import Citation
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision, find, walk


def check(subject: Subject) -> Iterator[Finding]:
    """A warning for each provision of the same law that a new text names and that is not there. What the text in force
    cited in vain already is not told."""
    for proposal in subject.proposals:
        expression = subject.dossier.expression(proposal.expression)
        if expression is None or not subject.dossier.modifications(proposal.key):
            continue
        pack = subject.texts.pack(expression)
        applied = subject.texts.applied(proposal)
        base = subject.nodes(expression)
        for node in walk(applied.nodes):
            modification = applied.causes.get(node.eid)
            if modification is None or not node.text:
                continue
            for citation, missing in _missing(node, applied.nodes, pack):
                old = find(base, modification.target)
                if old is not None and _was_missing(citation, old, base, pack):
                    continue
                values = (
                    ("proposal", proposal.key),
                    ("work", proposal.work),
                    ("eid", node.eid),
                    ("reference", str(Ref(proposal.work, node.eid))),
                    ("text", citation.text),
                    ("cited", missing),
                )
                yield Finding("warning", "cited-not-there", node.eid, values)


def _missing(node: Provision, nodes: Sequence[Provision], pack: Pack) -> Iterator[tuple[Citation, str]]:
    for citation in citations.find(node.text, pack, node.eid):
        if citation.external:
            continue
        for target in (end for each in citation.targets for end in _ends(each)):
            if not _is_there(replace(citation, targets=(target,)), nodes):
                yield citation, target


def _is_there(citation: Citation, nodes: Sequence[Provision]) -> bool:
    """Is what is cited there? In an article with paragraphs to tell apart, a point with the number of a paragraph is
    not that paragraph."""
    found = citations.resolve(citation, nodes)
    if not found or not citation.targets[0].rpartition("__")[2].startswith("para_"):
        return bool(found)
    article = find(nodes, found[0].partition("__")[0])
    paragraphs = [child for child in article.children if child.unit == "paragraph"] if article else []
    if len(paragraphs) < 2 and not any(one.num for one in paragraphs):
        return True
    return any(one.eid in found for one in paragraphs)


def _ends(target: str) -> tuple[str, ...]:
    """What a range begins and ends with: art_3…art_9 is both articles; anything else is itself."""
    parts = [part.split(RANGE) for part in target.split("__")]
    return tuple("__".join(part[-1 if last else 0] for part in parts) for last in range(max(map(len, parts))))


def _was_missing(citation: Citation, old: Provision, base: Sequence[Provision], pack: Pack) -> bool:
    """Did the provision cite so before, and in vain?"""
    return any(
        citation.text in node.text and any(each.text == citation.text for each, _ in _missing(node, base, pack))
        for node in old.walk()
    )
