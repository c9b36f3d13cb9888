"""Does a proposal write words that the glossary says should not be written any more?

The words are named with those to prefer and why; nothing is replaced. A statute may use the old word as a term of art:
then it is for one amendment of the whole law to change it, and the finding says in how many provisions it stands
(Luxembourg Guidelines 2016; United Nations convention on the rights of persons with disabilities).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tomas_desktop.align.glossary import Concept
from tomas_desktop.align.occurrences import Occurrences
from tomas_desktop.checks.proposed_texts import pack_of, texts_of, values_of
from tomas_desktop.checks.subject import Subject
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.provision import walk
from tomas_desktop.text.scripts import to_cyrillic
from tomas_desktop.text.stems import rules_of

_BEGINNING = 4  # letters


def check(subject: Subject) -> Iterator[Finding]:
    """A warning for each deprecated term in each provision that a proposal words."""
    for proposal in subject.proposals:
        pack = pack_of(subject, proposal)
        if pack is None:
            continue
        own = rules_of(pack.language)
        concepts = [each for each in subject.concepts if own in each.deprecated]
        terms = Occurrences(concepts, pack.language)
        told: set[tuple[str, str]] = set()
        for text in texts_of(subject, proposal):
            for each in terms.find(text.text):
                concept = concepts[each.concept]
                if not each.is_deprecated or (text.eid, concept.id) in told:
                    continue
                told.add((text.eid, concept.id))
                in_law = _provisions_with(subject, proposal, terms, each.concept, concept)
                values = (
                    *values_of(proposal, text),
                    ("term", text.text[each.start : each.end]),
                    ("preferred", _preferred(concept, pack.language)),
                    ("source", concept.note),
                    ("count", str(in_law)),
                )
                yield Finding("warning", "deprecated-term-of-law" if in_law else "deprecated-term", text.eid, values)


def _preferred(concept: Concept, language: str) -> str:
    term = concept.preferred(rules_of(language))
    return to_cyrillic(term) if language == "sr-Cyrl" else term


def _provisions_with(subject: Subject, proposal: Proposal, terms: Occurrences, number: int, concept: Concept) -> int:
    """How many other provisions of the law in force write the concept with a deprecated term."""
    expression = subject.dossier.expression(proposal.expression)
    nodes = subject.nodes(expression) if expression is not None else ()
    changed = {each.target for each in subject.dossier.modifications(proposal.key)}
    begins = _beginnings(concept, expression.language) if expression is not None else None
    return sum(
        any(each.is_deprecated and each.concept == number for each in terms.find(f"{node.heading} . {node.text}"))
        for node in walk(nodes)
        if node.eid not in changed and begins is not None and begins.search(f"{node.heading} . {node.text}")
    )


def _beginnings(concept: Concept, language: str) -> re.Pattern[str]:
    """What a text has to hold that may use a deprecated term of the concept: cheap to look for in a whole law."""
    stems = {term.text[:_BEGINNING] for term in concept.deprecated.get(rules_of(language), ())}
    if language == "sr-Cyrl":
        stems = {to_cyrillic(stem) for stem in stems}
    return re.compile("|".join(map(re.escape, sorted(stems))), re.IGNORECASE)
