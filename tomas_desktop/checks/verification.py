"""Was every article that a proposal changes compared with the official gazette, in the text that is amended?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tomas_desktop.checks.subject import Subject
from tomas_desktop.model.dossier import Dossier
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.provision import Provision, article_of, find, own_articles
from tomas_desktop.model.verification import Verification
from tomas_desktop.model.work import Expression


def check(subject: Subject) -> Iterator[Finding]:
    """A warning per amended article that nobody compared with the gazette, or whose text was replaced since. A new
    article quotes nothing of the law in force, so there is nothing to compare."""
    for proposal in subject.proposals:
        expression = subject.dossier.expression(proposal.expression)
        if expression is None:
            continue
        nodes, modifications = subject.nodes(expression), subject.dossier.modifications(proposal.key)
        for article in amended(nodes, modifications):
            if not subject.dossier.is_verified(expression, article.eid):
                yield _remark(subject.dossier, expression, article)


def amended(nodes: Sequence[Provision], modifications: Sequence[Modification]) -> tuple[Provision, ...]:
    """The articles in force whose text these modifications quote, replace or take out, in the law's order."""
    touched = {article.eid for one in modifications for article in _articles(nodes, one)}
    return tuple(article for article in own_articles(nodes) if article.eid in touched)


def _articles(nodes: Sequence[Provision], modification: Modification) -> Iterator[Provision]:
    article = article_of(nodes, modification.target)
    if article is None:  # a division: all that stands in it
        whole = find(nodes, modification.target)
        if whole is not None and modification.kind in ("substitution", "repeal"):
            yield from own_articles((whole,))
    elif modification.kind != "insertion" or article.eid != modification.target:
        yield article


def _remark(dossier: Dossier, expression: Expression, article: Provision) -> Finding:
    values = (("article", article.num or article.eid), ("reference", f"{expression.work}#{article.eid}"))
    held = dossier.facts.get(f"verification/{expression.id}#{article.eid}")
    if isinstance(held, Verification):
        return Finding("warning", "verification-void", article.eid, (*values, ("at", held.at[:10])))
    return Finding("warning", "article-not-verified", article.eid, values)
