"""The assistant for what needs no national answer: it lists provisions of an EU act with reasons in words, and a person
decides. It never gives a grade by itself."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tomas_desktop import paths
from tomas_desktop.align import addressees
from tomas_desktop.align.addressees import Evidence
from tomas_desktop.errors import NotFoundError
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.work import Expression
from tomas_desktop.services import correlating, eu_acts, messages
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.text.stems import rules_of

_FOLDER = "not_transposable"  # of the resources: one table of words per language
_SENTENCES = "no-answer-"  # codes of the reasons


@dataclass(frozen=True, slots=True)
class NotTransposable:
    """A paragraph that needs no national answer, and why, the strongest reason first. `is_whole`: nor does any other of
    its article. `linked_in` are the countries in which somebody linked it, a part of it or what holds
    it."""

    eu: Ref
    article: Ref
    evidence: tuple[Evidence, ...]
    is_whole: bool
    linked_in: frozenset[str]

    @property
    def why(self) -> tuple[str, ...]:
        """The reasons in short texts of the language that the program speaks."""
        return tuple(_said(one) for one in self.evidence)


def assist(opened: OpenDossier, eu: str) -> tuple[NotTransposable, ...]:
    """The paragraphs of an EU act that need no national answer, in order; nothing is written.

    Raises NotFoundError("no-work"), ("no-expression"), ("no-words-for-language") where the act is there only in
    languages whose words for it nobody has collected.
    """
    expression = _readable(opened, eu)
    words, pack = _words(rules_of(expression.language)), eu_acts.pack(opened, expression)
    links = [(c.eu.eid, opened.work(c.national.work).country) for c in correlating.standing_of(opened.dossier, eu)]
    out = []
    for each in addressees.needless(opened.nodes(expression), words, pack):
        linked = {country for eid, country in links if eid in (each.eid, each.article) or _is_below(eid, each.eid)}
        out.append(
            NotTransposable(Ref(eu, each.eid), Ref(eu, each.article), each.evidence, each.is_whole, frozenset(linked))
        )
    return tuple(out)


def accept(
    opened: OpenDossier, found: Sequence[NotTransposable], laws: Sequence[str], *, author: str = ""
) -> tuple[Correlation, ...]:
    """Say of these provisions, which a person chose, that they are not transposable: in each of these national works as
    a whole, with the reason in the language of the law, all as one step. An article of which all paragraphs are among
    them is said once. What the country of a law has linked already is left as it is. Returns what was said.

    Raises NotFoundError("no-work"), ("no-expression").
    """
    links: list[Correlation] = []
    for law in laws:
        country, language = opened.work(law).country, opened.expression(law).language
        free = [each for each in found if country not in each.linked_in]
        parts = Counter(each.article for each in free)
        for each in free:
            node = opened.provision(each.article, _readable(opened, each.eu.work).id)
            paragraphs = sum(child.unit == "paragraph" for child in node.children) or 1
            end = each.article if each.is_whole and parts[each.article] == paragraphs else each.eu
            if all(end != link.eu or law != link.national.work for link in links):
                links.append(Correlation(end, Ref(law), "not_transposable", _reason(each, language)))
    return correlating.add(opened, links, "not-transposable", author=author)


def _said(evidence: Evidence, language: str | None = None) -> str:
    return messages.sentence(f"{_SENTENCES}{evidence.code}", {"words": evidence.words}, language)


def _reason(found: NotTransposable, language: str) -> str:
    """The first reason as a sentence of a form."""
    text = _said(found.evidence[0], language)
    return f"{text[:1].upper()}{text[1:]}."


def _is_below(eid: str, whole: str) -> bool:
    return eid.startswith(f"{whole}__")


def _readable(opened: OpenDossier, eu: str) -> Expression:
    """The text of an act to read: the one that is quoted, or another of its stage, in a language we have words for."""
    first = eu_acts.quoted(opened, eu)
    others = [one for one in opened.dossier.expressions(eu) if one.stage == first.stage]
    for one in (first, *others):
        if _file(rules_of(one.language)).is_file():
            return one
    raise NotFoundError("no-words-for-language", work=eu, language=first.language)


def _file(language: str) -> Path:
    return paths.resources() / _FOLDER / f"{language}.toml"


@cache
def _words(language: str) -> addressees.Words:
    return addressees.Words(tomllib.loads(_file(language).read_text(encoding="utf-8")), language)
