"""An amending act: clauses put into amending articles, and an act that somebody wrote read back into clauses.

One amending article for each amended article, in the order of the base law; a new article has one of its own; the
last article says when the act enters into force (drafting.md 2.1, order rules). In the EU the changes are the points
of one article.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from tomas_desktop.jurisdiction import act_frame, formulas
from tomas_desktop.jurisdiction.act_frame import LawName
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.clause import Clause

_ADDITIONS = frozenset({"insert_words", "insert_unit"})
_OF_ARTICLES = frozenset({"article", "chapter", "section", "subsection", "part", "title"})


@dataclass(frozen=True, slots=True)
class AmendingArticle:
    """One article of the act: its printed number, its lines, and the clauses they say (none for entry into force)."""

    num: str
    lines: tuple[str, ...]
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """An amending act. `remarks` stand above the title until a person has checked what they name; `before` are the
    preamble and the opening sentence of acts that have them."""

    title: tuple[str, ...]
    articles: tuple[AmendingArticle, ...]
    before: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The act as plain text, a blank line before every article."""
        head = [*self.remarks, *self.title, *(("", *self.before) if self.before else ())]
        body = [line for article in self.articles for line in ("", article.num, *article.lines)]
        return "\n".join([*head, *body]) + "\n"

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """What the act does, in order."""
        return tuple(clause for article in self.articles for clause in article.clauses)


def amended(clauses: Sequence[Clause]) -> list[tuple[Clause, ...]]:
    """The clauses of each amending article: those of one amended article together, a new article by itself."""
    keys = [_key(clause) for clause in clauses]
    grouped = groupby(zip(keys, clauses, strict=True), key=lambda pair: pair[0])
    return [tuple(clause for _, clause in group) for _, group in grouped]


def _key(clause: Clause) -> tuple[str, ...]:
    if clause.everywhere:
        return ("everywhere", clause.old)
    if clause.operation == "insert_unit" and clause.unit in _OF_ARTICLES:
        return ("inserted", *clause.content[:2])
    if not clause.article:
        return ("division", *(f"{step.unit} {step.number}" for step in clause.target))
    return ("article", clause.article)


def _adds(clause: Clause) -> bool:
    """Does something come in that was not there, a heading too?"""
    return clause.operation in _ADDITIONS or (clause.operation == "replace_heading" and clause.unit == "heading")


def compose(
    clauses: Sequence[Clause], law: LawName, gazettes: str, pack: Pack, *, is_checked: bool = False, kept: bool = True
) -> Act:
    """The act that makes these clauses law. `is_checked` says that a person confirmed the law's name and gazettes;
    until then the act says so itself. With `kept` False it has no article on its entry into force."""
    frame = act_frame.words(pack)
    additions = sum(_adds(clause) for clause in clauses)
    changes = sum(not _adds(clause) and clause.operation != "renumber" for clause in clauses)
    groups = amended(clauses)
    before = act_frame.before_articles(changes, additions, law, pack)
    opening = act_frame.opening(law, gazettes, pack)
    if "before_points" in frame:
        bodies = [_points(groups, law, pack)] if groups else []
    else:
        bodies = [
            AmendingArticle("", formulas.write(group, pack, opening if place == 0 else ""), group)
            for place, group in enumerate(groups)
        ]
    if kept:
        bodies.extend(AmendingArticle("", (line,)) for line in frame["transitional"])
        bodies.append(AmendingArticle("", tuple(frame["entry"])))
    numbered = tuple(
        AmendingArticle(frame["article"].format(n=number), body.lines, body.clauses)
        for number, body in enumerate(bodies, start=1)
    )
    return Act(
        title=act_frame.title(changes, additions, law, pack),
        articles=numbered,
        before=(*frame.get("preamble", ()), *((before,) if before else ())),
        remarks=() if is_checked else (frame["unchecked"],),
    )


def _points(groups: Iterable[Sequence[Clause]], law: LawName, pack: Pack) -> AmendingArticle:
    """The changes as numbered points (E1): each sentence a point, the lines that it quotes as they are."""
    frame = act_frame.words(pack)
    lines = [frame["before_points"].format(genitive=law.genitive)]
    clauses: list[Clause] = []
    number = 0
    for group in groups:
        clauses.extend(group)
        quoted = iter([len(clause.content) for clause in group if clause.content])
        within = 0
        for line in formulas.write(group, pack):
            if within:
                lines.append(line)
                within -= 1
                continue
            number += 1
            lines.append(frame["point"].format(n=number) + line)
            within = next(quoted, 0) if line.endswith(":") else 0
    lines[-1] = lines[-1].removesuffix(";").removesuffix(".") + "."
    return AmendingArticle("", tuple(lines), tuple(clauses))
