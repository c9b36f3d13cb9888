"""Drafting: proposing new wording for a law in force, and looking at the law as proposed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tomas_desktop.amend.apply import Applied, apply
from tomas_desktop.amend.comparison import MarkedLine, compare
from tomas_desktop.amend.kept_revisions import kept
from tomas_desktop.amend.modify import Edit, changes_nothing, modify, split_article
from tomas_desktop.amend.revisions import with_revisions
from tomas_desktop.amend.session import drop, put
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.wording import read_provision, read_unit
from tomas_desktop.model.canonical import canonical_text, lines
from tomas_desktop.model.change import Change, Fact, Step
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.provision import Provision, article_of, find
from tomas_desktop.services import clock
from tomas_desktop.services.dossiers import OpenDossier


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as in force and as proposed; None where it is not there (a new or a repealed article)."""

    article: Provision | None
    proposed: Provision | None
    marked: tuple[MarkedLine, ...]
    modifications: tuple[Modification, ...]


# ---- looking ---------------------------------------------------------------------------------------------------


def proposals_of(opened: OpenDossier, work: str) -> tuple[Proposal, ...]:
    """The proposals that amend a law, oldest first."""
    return tuple(proposal for proposal in opened.dossier.proposals if proposal.work == work)


def applied(opened: OpenDossier, proposal: Proposal) -> Applied:
    """The whole law as proposed."""
    expression = opened.proposal_expression(proposal)
    return apply(opened.nodes(expression), opened.dossier.modifications(proposal.key), opened.pack(expression))


def units(nodes: Sequence[Provision]) -> dict[str, int]:
    """How many provisions of each unit a text has; what stands under a leftover is counted as leftover only."""
    counts: Counter[str] = Counter()
    for node in nodes:
        counts[node.unit] += 1
        if node.unit != "leftover":
            counts.update(units(node.children))
    return dict(counts)


def text_of(
    opened: OpenDossier, ref: Ref, expression: str | None = None, proposal_key: str | None = None
) -> tuple[Provision, ...]:
    """A whole law, or one provision of it, in an expression or as a proposal would have it.

    Raises NotFoundError for anything named that is not there, TomasError("proposal-other-work").
    """
    if proposal_key is None:
        nodes = opened.nodes(opened.expression(ref.work, expression))
    else:
        proposal = opened.proposal(proposal_key)
        if proposal.work != ref.work:
            raise TomasError("proposal-other-work", proposal=proposal.key, work=proposal.work)
        nodes = applied(opened, proposal).nodes
    if not ref.eid:
        return nodes
    found = find(nodes, ref.eid)
    if found is None:
        raise NotFoundError("no-provision", reference=str(ref))
    return (found,)


def article_draft(opened: OpenDossier, work: str, eid: str, proposal_key: str | None) -> Draft:
    """The article that holds a provision, in force and as proposed.

    Raises NotFoundError("no-provision") when the provision is neither in the law nor in the proposal.
    """
    proposal = opened.dossier.proposal(proposal_key) if proposal_key else None
    if proposal is None:
        base = _article(opened.nodes(opened.expression(work)), eid)
        if base is None:
            raise NotFoundError("no-provision", reference=f"{work}#{eid}")
        return Draft(base, base, compare(tuple(lines((base,))), tuple(lines((base,)))), ())
    law = opened.nodes(opened.proposal_expression(proposal))
    result = applied(opened, proposal)
    base = _article(law, eid)
    proposed = _article(result.nodes, base.eid if base else eid)
    if base is None and proposed is None:
        raise NotFoundError("no-provision", reference=f"{work}#{eid}")
    modifications = opened.dossier.modifications(proposal.key)
    inside = {n.eid for n in base.walk()} if base else set()
    own = tuple(m for m in modifications if m.target in inside)
    return Draft(base, proposed, marked_lines(base, proposed, result, own), own)


def marked_lines(
    base: Provision | None, proposed: Provision | None, result: Applied, modifications: Sequence[Modification]
) -> tuple[MarkedLine, ...]:
    """The redline of one article, each changed line with the modification behind it."""
    before = tuple(lines((base,))) if base else ()
    after = tuple(lines((proposed,))) if proposed else ()
    return with_causes(compare(before, after), result, modifications)


def with_causes(
    marked: Sequence[MarkedLine], result: Applied, modifications: Sequence[Modification]
) -> tuple[MarkedLine, ...]:
    """The same lines, each changed one with the modification behind it and what is known of its changes alone."""
    by_target = {m.target: m for m in modifications}

    def cause(line: MarkedLine) -> Modification | None:
        found = _nearest(line.proposed.eid, result.causes) if line.proposed else None
        if found is None and line.base is not None:
            found = _nearest(line.base.eid, by_target) or _within(line.base.eid, modifications)
        return found

    return with_revisions([line if line.state == "kept" else replace(line, cause=cause(line)) for line in marked])


def _nearest(eid: str, causes: Mapping[str, Modification]) -> Modification | None:
    while eid:
        if eid in causes:
            return causes[eid]
        eid = eid.rpartition("__")[0]
    return None


def _within(eid: str, modifications: Sequence[Modification]) -> Modification | None:
    """A number that moved: the modification in the same article that moved it."""
    article = eid.partition("__")[0]
    return next((m for m in modifications if m.target.partition("__")[0] == article), None)


def _article(nodes: Sequence[Provision], eid: str) -> Provision | None:
    return article_of(nodes, eid) or find(nodes, eid)


# ---- drafting --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an edit left: the modifications of the proposal that differ from before, and the eIds that moved."""

    proposal: Proposal
    modifications: tuple[Modification, ...]
    moved: dict[str, str]


def propose(
    opened: OpenDossier,
    proposal_key: str,
    ref: Ref,
    *,
    text: str | None = None,
    insert_after: bool = False,
    heading: str | None = None,
    delete: bool = False,
    author: str = "",
    justification: str = "",
    basis: Ref | None = None,
    title: str = "",
) -> Outcome:
    """Propose a change of one provision: a new wording (`text`), a new unit after it (`text`, `insert_after`),
    another heading, or its removal. The proposal is made when missing. One durable step.

    Raises NotFoundError for a work, provision or basis that is not there, TomasError("empty-text"),
    ("proposal-other-work") when the proposal amends another law.
    """
    if basis is not None:
        opened.provision(basis)
    proposal = proposal_of(opened, proposal_key, ref.work, author, title)
    expression = opened.proposal_expression(proposal)
    law, pack = opened.nodes(expression), opened.pack(expression)
    present = opened.dossier.modifications(proposal.key)
    like = find(law, ref.eid) or find(apply(law, present, pack).nodes, ref.eid)
    if like is None:
        raise NotFoundError("no-provision", reference=str(ref))
    if delete:
        edit = Edit("repeal", ref.eid)
    elif heading is not None:
        edit = Edit("heading", ref.eid, heading=" ".join(heading.split()))
    elif text is None:
        raise TomasError("empty-text")
    elif insert_after:
        edit = Edit("insertion", ref.eid, read_unit(text, like.unit, like, pack))
    else:
        edit = Edit("substitution", ref.eid, read_provision(text, like, pack))
    template = Modification(
        proposal.key, edit.kind, ref.eid, author=author, at=clock.now(),
        justification=justification, basis=str(basis) if basis else "",
    )  # fmt: skip
    return perform(opened, proposal, edit, template)


def perform(
    opened: OpenDossier,
    proposal: Proposal,
    edit: Edit,
    template: Modification,
    *,
    label: str = "propose",
    beside: Sequence[Fact] = (),
) -> Outcome:
    """Take one edit of a proposal as one durable step; facts `beside` it (a comment) come and go with it. `template` is
    the modification without its content."""
    expression = opened.proposal_expression(proposal)
    law, pack = opened.nodes(expression), opened.pack(expression)
    present = opened.dossier.modifications(proposal.key)
    after = modify(law, present, edit, template, pack)
    _keep(opened, proposal, present, after, label, f"{proposal.work}#{edit.target}", template.author, beside)
    changed = tuple(m for m in after if m not in present)
    return Outcome(proposal, changed, dict(apply(law, after, pack).moved))


def reword_article(
    opened: OpenDossier, proposal_key: str, work: str, article: str, text: Sequence[str], author: str = ""
) -> Draft:
    """Make the proposed wording of a whole article what these lines say: the smallest modifications that bring
    it about, each keeping the justification it had. One durable step; lines equal to the law in force remove
    every modification of the article.
    """
    proposal = proposal_of(opened, proposal_key, work, author, "")
    expression = opened.proposal_expression(proposal)
    law, pack = opened.nodes(expression), opened.pack(expression)
    present = opened.dossier.modifications(proposal.key)
    base = find(law, article)
    if base is None:
        return _reword_new_article(opened, proposal, article, text, author)
    wanted = read_provision("\n".join(text), base, pack)
    inside = {node.eid for node in base.walk()}
    outside = tuple(m for m in present if m.target not in inside or m.id == f"{proposal.key}/{base.eid}/after")
    fine = _modifications(split_article(base, wanted[0]), proposal, present, author)
    if len(wanted) > 1 or not _yields(law, fine, base.eid, wanted[0], pack):
        whole = Edit("substitution", base.eid, wanted)
        fine = () if changes_nothing(_modifications([whole], proposal, present, author)[0], base) else _modifications(
            [whole], proposal, present, author
        )  # fmt: skip
    _keep(opened, proposal, present, (*outside, *fine), "type", f"{work}#{article}", author)
    return article_draft(opened, work, article, proposal.key)


# ---- inside ----------------------------------------------------------------------------------------------------


def proposal_of(opened: OpenDossier, key: str, work: str, author: str, title: str) -> Proposal:
    present = opened.dossier.proposal(key)
    if present is None:
        expression = opened.expression(work)
        return Proposal(key, work, expression.id, title or opened.work(work).title, author, clock.now())
    if present.work != work:
        raise TomasError("proposal-other-work", proposal=key, work=present.work)
    return replace(present, title=title or present.title)


def _keep(
    opened: OpenDossier,
    proposal: Proposal,
    present: Sequence[Modification],
    after: Sequence[Modification],
    label: str,
    detail: str,
    author: str,
    beside: Sequence[Fact] = (),
) -> None:
    ids = {m.id for m in after}
    gone = [m for m in present if m.id not in ids]
    new = _with_what_was_known(opened, proposal, present, after)
    changes: tuple[Change, ...] = (*drop(*gone), *put(opened.dossier, *new))
    if changes:
        changes = (*put(opened.dossier, proposal), *changes, *put(opened.dossier, *beside))
    opened.session.perform(Step(label, changes, detail, author, clock.now()))


def _with_what_was_known(
    opened: OpenDossier, proposal: Proposal, present: Sequence[Modification], after: Sequence[Modification]
) -> list[Modification]:
    """The modifications that are new or changed, with what was known of the changes of their articles."""
    new = [m for m in after if m not in present]
    if not new or not present:
        return new
    expression = opened.proposal_expression(proposal)
    law, pack = opened.nodes(expression), opened.pack(expression)
    known = {m.id for m in present}
    gone = [m for m in present if m.id not in {each.id for each in after}]
    out = {m.id: m if m.id in known else _in_the_place_of(m, gone) for m in new}
    holders = filter(None, (article_of(law, m.target) for m in new))
    for article in {article.eid: article for article in holders}.values():
        inside = {node.eid for node in article.walk()}
        sides = [[m for m in side if m.target in inside] for side in (present, after)]
        if not sides[0]:
            continue
        results = [apply((article,), side, pack) for side in sides]  # the rest of the law has no part in it
        before, now = (
            marked_lines(article, find(result.nodes, article.eid), result, side)
            for side, result in zip(sides, results, strict=True)
        )
        out.update((m.id, m) for m in kept(before, now, [m for m in out.values() if m.target in inside]))
    return list(out.values())


def _in_the_place_of(fresh: Modification, gone: Sequence[Modification]) -> Modification:
    """The modification with the reasons of those that it takes the place of, unless it has its own."""
    targets = f"{fresh.target}__"
    old = [m for m in gone if targets.startswith(f"{m.target}__") or m.target.startswith(targets)]
    why = "\n".join(dict.fromkeys(m.justification for m in old if m.justification))
    basis = next((m.basis for m in old if m.basis), "")
    return replace(fresh, justification=fresh.justification or why, basis=fresh.basis or basis)


def _modifications(
    edits: Sequence[Edit], proposal: Proposal, present: Sequence[Modification], author: str
) -> tuple[Modification, ...]:
    """Edits as modifications; what was there under the same name keeps its justification and, unless the wording
    changed, its author and time."""
    known = {m.id: m for m in present}
    out: list[Modification] = []
    for edit in edits:
        fresh = Modification(
            proposal.key, edit.kind, edit.target, edit.content, edit.heading, author or proposal.author, clock.now()
        )
        old = known.get(fresh.id)
        if old is not None:
            fresh = replace(fresh, justification=old.justification, basis=old.basis, revisions=old.revisions)
            if replace(fresh, author=old.author, at=old.at) == old:
                fresh = old
        out.append(fresh)
    return tuple(out)


def _yields(
    law: Sequence[Provision], modifications: Sequence[Modification], article: str, wanted: Provision, pack: Pack
) -> bool:
    """Do these modifications bring the article to exactly the wanted lines?"""
    result = find(apply(law, modifications, pack).nodes, article)
    return result is not None and canonical_text((result,)) == canonical_text((wanted,))


def _reword_new_article(
    opened: OpenDossier, proposal: Proposal, article: str, text: Sequence[str], author: str
) -> Draft:
    """An article that the proposal itself brings in is worded anew inside the modification that brings it."""
    proposed = find(applied(opened, proposal).nodes, article)
    if proposed is None:
        raise NotFoundError("no-provision", reference=f"{proposal.work}#{article}")
    propose(opened, proposal.key, Ref(proposal.work, article), text="\n".join(text), author=author)
    return article_draft(opened, proposal.work, article, proposal.key)


def wordings(opened: OpenDossier, proposal: Proposal, modification: Modification) -> tuple[str, str]:
    """The canonical text that a modification takes away and the one it brings, without final line ends."""
    law = opened.nodes(opened.proposal_expression(proposal))
    target = find(law, modification.target)
    if modification.kind == "heading":
        return (target.heading if target else "", modification.heading)
    old = (target,) if target is not None and modification.kind != "insertion" else ()
    return canonical_text(old).strip(), canonical_text(modification.content).strip()
