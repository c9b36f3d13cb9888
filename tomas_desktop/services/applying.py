"""Applying an amending act that somebody wrote to a law of the dossier: first what it would do, sentence by sentence,
then, if a person agrees, a new text of the law or a proposal."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tomas_desktop.amend import cited
from tomas_desktop.amend.apply import apply
from tomas_desktop.amend.comparison import MarkedLine, compare
from tomas_desktop.amend.consolidate import Consolidated, consolidate
from tomas_desktop.amend.modify import Edit, split_article
from tomas_desktop.amend.session import put
from tomas_desktop.amend.working_copy import WorkingCopy
from tomas_desktop.errors import TomasError
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.canonical import canonical_text, lines
from tomas_desktop.model.change import Step
from tomas_desktop.model.clause import Clause
from tomas_desktop.model.dossier import Dossier
from tomas_desktop.model.identifiers import key_from
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.provision import DIVISIONS, NOT_LAW, Provision
from tomas_desktop.model.work import Expression, Work
from tomas_desktop.services import act_laws, clock, identities, importing
from tomas_desktop.services.act_laws import LawNames
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.failures import Failed, all_told
from tomas_desktop.services.sources import Origin, content_of, name_of, stem_of
from tomas_desktop.storage.dossier_store import tree_hash
from tomas_desktop.text import scripts

_RESPELLED = {"Latn": scripts.to_latin, "Cyrl": scripts.to_cyrillic}
_WORDED = frozenset({"replace_words", "insert_words", "delete_words", "punctuation"})


@dataclass(frozen=True, slots=True)
class Target:
    """The text of a law that an act is applied to: values only, so that a worker may look at them."""

    work: Work
    expression: Expression
    nodes: tuple[Provision, ...]
    names: LawNames


@dataclass(frozen=True, slots=True)
class Applied:
    """A sentence of the act that was applied, and the places of `Preview.lines` that it changed."""

    sentence: str
    clauses: tuple[Clause, ...]
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What an act makes of a text. `lines` is the redline of the whole text; `sentences` what was applied, in the
    act's order; `causes` for each changed line which of the sentences changed it (by their numbers, from 0);
    `failed_at` for each of `failed` the place that it is about, None where there is none.
    `edits` would say the same as a proposal; None where a proposal cannot."""

    target: Target
    source: Origin
    nodes: tuple[Provision, ...]
    lines: tuple[MarkedLine, ...]
    causes: tuple[tuple[int, ...], ...]
    sentences: tuple[Applied, ...]
    failed: tuple[Failed, ...]
    failed_at: tuple[int | None, ...]
    own: tuple[str, ...]
    edits: tuple[Edit, ...] | None
    other_name: str = ""  # how the act calls the one law that it names, where that is not this law's name

    @property
    def changes_something(self) -> bool:
        """Is the text that the act makes another one?"""
        return any(line.state != "kept" for line in self.lines)

    def around_changes(self) -> tuple[int, ...]:
        """The places of the lines of all articles (and headings of divisions) in which something changed, or was meant
        to."""
        touched = {_unit(line) for line in self.lines if line.state != "kept"}
        touched |= {_unit(self.lines[place]) for place in self.failed_at if place is not None}
        return tuple(place for place, line in enumerate(self.lines) if _unit(line) in touched)


def targets(opened: OpenDossier) -> tuple[Target, ...]:
    """The national laws of a dossier, each with its text in force."""
    works = [work for work in opened.dossier.works if work.country != "eu" and opened.dossier.expressions(work.key)]
    return tuple(target(opened, work.key, opened.expression(work.key).id) for work in works)


def target(opened: OpenDossier, work: str, expression: str) -> Target:
    """One text of a law; raises NotFoundError("no-work"), ("no-expression")."""
    found, law, card = opened.expression(work, expression), opened.work(work), opened.dossier.card(work)
    names = LawNames(
        (law.title, card.official_name, card.name_as_cited), identities.of_work(opened.dossier, law).number
    )
    return Target(law, found, opened.nodes(found), names)


def preview(target: Target, source: Origin) -> Preview:
    """What an act in a file, or pasted, makes of a text. It is read in the language of the text, in either script.

    Raises as `importing.preview` does, and TomasError("act-without-clauses") where nothing in it amends anything.
    """
    pack = packs.load(target.work.country, target.expression.language)
    printed = _printed(source, target.work.country, target.expression.language)
    read, left_out, named = act_laws.read(printed, target.names, pack)
    if not (read.clauses or read.unread or left_out):
        raise TomasError("act-without-clauses", name=name_of(source))
    made = consolidate(target.nodes, read.clauses, pack)
    marked = compare(tuple(lines(target.nodes)), tuple(lines(made.nodes)))
    said = _sentences(made.applied)
    causes = _causes(marked, said, made, target.nodes, pack)
    failed = (*all_told(made.failed, read.unread, target.nodes, pack), *left_out)
    law = WorkingCopy(target.nodes, pack)
    about = [_first(marked, _eids(law, each.clause) or _eids(law, each.clause, 1)) for each in made.failed]
    failed_at = (*about, *(None for _ in failed[len(about) :]))
    sentences = tuple(
        Applied(group[0].sentence, group, tuple(i for i, numbers in enumerate(causes) if number in numbers))
        for number, group in enumerate(said)
    )
    edits = _edits(target.nodes, made.nodes, pack)
    return Preview(target, source, made.nodes, marked, causes, sentences, failed, failed_at, read.own, edits, named)


def _printed(source: Origin, country: str, language: str) -> list[str]:
    """The lines of an act. Where the law is printed in one of two scripts and the act in the other (gazettes are
    Cyrillic, many consolidated texts Latin), the act is read in its own and put into that of the law."""
    act = importing.preview(source, country, language)
    printed = list(act_laws.printed(act.nodes))
    spoken, _, script = language.partition("-")
    own = scripts.script_of("\n".join(printed))
    if own != script and f"{spoken}-{own}" in packs.languages(country) and script in _RESPELLED:
        act = importing.preview(source, country, f"{spoken}-{own}")
        printed = list(act_laws.printed(act.nodes, _RESPELLED[script]))
    return printed


def _sentences(clauses: Sequence[Clause]) -> list[tuple[Clause, ...]]:
    """Clauses that one sentence says belong together."""
    out: list[tuple[Clause, ...]] = []
    for clause in clauses:
        if out and clause.sentence and out[-1][0].sentence == clause.sentence:
            out[-1] = (*out[-1], clause)
        else:
            out.append((clause,))
    return out


# ---- which sentence changed what -------------------------------------------------------------------------------


def _causes(
    marked: Sequence[MarkedLine],
    sentences: Sequence[tuple[Clause, ...]],
    made: Consolidated,
    nodes: Sequence[Provision],
    pack: Pack,
) -> tuple[tuple[int, ...], ...]:
    number_of = {id(clause): number for number, group in enumerate(sentences) for clause in group}
    law = WorkingCopy(nodes, pack)
    cited_at = [(clause, number_of[id(clause)], _eids(law, clause)) for clause in made.applied]

    def causes(line: MarkedLine) -> Iterator[int]:
        if line.proposed is not None:
            cause = next((made.causes[eid] for eid in _upwards(line.proposed.eid) if eid in made.causes), None)
            if cause is not None:
                yield number_of[id(cause)]
        if line.base is None:
            return
        over = set(_upwards(line.base.eid))
        for clause, number, eids in cited_at:
            is_there = bool(over & eids)
            if is_there if line.proposed is None else _is_about(clause, line, is_there):
                yield number

    return tuple(() if line.state == "kept" else tuple(sorted(set(causes(line)))) for line in marked)


def _first(marked: Sequence[MarkedLine], eids: frozenset[str]) -> int | None:
    found = (place for place, line in enumerate(marked) if line.base is not None and line.base.eid in eids)
    return next(found, None)


def _eids(law: WorkingCopy, clause: Clause, steps: int | None = None) -> frozenset[str]:
    """Where a clause, or the first steps of it, leads in the law in force; nothing for what an earlier clause brought
    in."""
    try:
        return frozenset(place.unit.eid for place in cited.places(law, clause.target[:steps])) - {""}
    except TomasError:
        return frozenset()


def _is_about(clause: Clause, line: MarkedLine, is_there: bool) -> bool:
    """Can a clause of words or numbers be what changed this line, which is (or is not) where it leads?"""
    assert line.base is not None
    assert line.proposed is not None
    if clause.operation == "renumber":
        return is_there and line.base.num != line.proposed.num
    if clause.operation not in _WORDED or not (is_there or clause.everywhere):
        return False
    return (not clause.old or clause.old in line.base.text) and (not clause.new or clause.new in line.proposed.text)


def _upwards(eid: str) -> Iterator[str]:
    while eid:
        yield eid
        eid = eid.rpartition("__")[0]


def _unit(line: MarkedLine) -> str:
    """The article (or division) of a line; of one that is in both texts as the new text calls it."""
    return line.line.eid.partition("__")[0]


# ---- keeping ---------------------------------------------------------------------------------------------------


def keep_as_text(opened: OpenDossier, seen: Preview, stage: str, date: str) -> Expression:
    """Keep what the act makes as a further text of the law, one step.

    Raises TomasError("expression-exists") when that stage and date are taken by another text.
    """
    old = seen.target.expression
    tree = tree_hash(seen.nodes)
    expression = Expression(
        old.work, old.language, stage, date, tree, name_of(seen.source),
        hashlib.sha256(content_of(seen.source)).hexdigest(), "amending-act", clock.now(),
    )  # fmt: skip
    present = opened.dossier.expression(expression.id)
    if present is not None and present.tree != tree:
        raise TomasError("expression-exists", expression=expression.id)
    if present is None:
        step = Step("apply-act", put(opened.dossier, expression), expression.id, at=clock.now())
        opened.session.perform(step, {tree: seen.nodes})
    return present or expression


def keep_as_proposal(opened: OpenDossier, seen: Preview, author: str = "") -> Proposal:
    """Keep what the act changes as a new proposal on the text it was applied to, one step.

    Raises TomasError("act-not-simple") where a proposal cannot say it.
    """
    if not seen.edits:
        raise TomasError("act-not-simple")
    name = stem_of(seen.source)
    key = _new_key(opened.dossier, key_from(f"{seen.target.work.key} {name}"))
    proposal = Proposal(key, seen.target.work.key, seen.target.expression.id, name, author, clock.now())
    changes = put(opened.dossier, proposal, *_modifications(seen.edits, proposal))
    opened.session.perform(Step("apply-act", changes, proposal.work, author, clock.now()))
    return proposal


def _new_key(dossier: Dossier, key: str) -> str:
    keys = (key, *(f"{key}-{number}" for number in range(2, len(dossier.proposals) + 3)))
    return next(each for each in keys if dossier.proposal(each) is None)


def _modifications(edits: Sequence[Edit], proposal: Proposal) -> tuple[Modification, ...]:
    return tuple(
        Modification(proposal.key, each.kind, each.target, each.content, each.heading, proposal.author, proposal.at)
        for each in edits
    )


def _edits(base: Sequence[Provision], made: Sequence[Provision], pack: Pack) -> tuple[Edit, ...] | None:
    """The edits of a proposal that give the same text; None where there are none that do."""
    old, new = {a.eid: a for a in _articles(base)}, _articles(made)
    there = {article.eid for article in new}
    edits: list[Edit] = [Edit("repeal", eid) for eid in old if eid not in there]
    before = ""
    for article in new:
        same = old.get(article.eid)
        if same is None and not before:
            return None
        if same is None:
            _insert(edits, before, article)
            continue
        before = article.eid
        if same is not article and same != article:
            edits.extend(_of_article(same, article, pack))
    wanted = canonical_text(made)
    return tuple(edits) if _gives(base, edits, pack) == wanted else None


def _insert(edits: list[Edit], before: str, article: Provision) -> None:
    last = edits[-1] if edits else None
    if last is not None and last.kind == "insertion" and last.target == before:
        edits[-1] = replace(last, content=(*last.content, article))
    else:
        edits.append(Edit("insertion", before, (article,)))


def _of_article(same: Provision, article: Provision, pack: Pack) -> Sequence[Edit]:
    fine = split_article(same, article)
    if _gives((same,), fine, pack) == canonical_text((article,)):
        return fine
    return (Edit("substitution", same.eid, (article,)),)


def _gives(base: Sequence[Provision], edits: Sequence[Edit], pack: Pack) -> str:
    return canonical_text(apply(base, _modifications(edits, Proposal("", "", "")), pack).nodes)


def _articles(nodes: Sequence[Provision]) -> list[Provision]:
    out: list[Provision] = []
    for node in nodes:
        if node.unit in DIVISIONS:
            out.extend(_articles(node.children))
        elif node.unit not in NOT_LAW:
            out.append(node)
    return out
