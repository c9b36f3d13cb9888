"""An amending act that is proven: written out, read again as a stranger would and applied, it gives the new law.

Whatever a clause cannot bring about exactly is said in a larger one: words, then the whole unit, then the whole
article (drafting.md 2.5, rule 7). What even that cannot say is left out of the act and told. A drafter may ask for
larger clauses than the rules choose; they are proven like the others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from tomas_desktop.amend import act_reading, amending_act
from tomas_desktop.amend.amending_act import Act
from tomas_desktop.amend.consolidate import consolidate
from tomas_desktop.amend.derive import derive, own_texts
from tomas_desktop.errors import TomasError
from tomas_desktop.jurisdiction import clause_reading, formulas
from tomas_desktop.jurisdiction.numbering import eid_number, label
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.clause import Clause
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.provision import Provision, find
from tomas_desktop.model.wording import Size

_LARGER: dict[Size, Size] = {"words": "unit", "unit": "article"}


@dataclass(frozen=True, slots=True)
class Proven:
    """The clauses that take one text of a law to the other, the sentence that says each, and what no clause could
    say."""

    clauses: tuple[Clause, ...]
    sentences: tuple[str, ...]
    unexpressed: tuple[Finding, ...] = ()


def proven(
    base: Sequence[Provision],
    new: Sequence[Provision],
    pack: Pack,
    least: Mapping[str, Size] | None = None,
    compose: Callable[[Sequence[Clause]], Act] | None = None,
) -> Proven:
    """The smallest clauses from `base` to `new` whose sentences, read and applied, give `new` exactly. `least`
    gives, by the eId of an article of `base`, how large its clauses are at least; where none so large is exact, the
    rules choose as without it, and a finding says so. `compose` makes the act of the clauses, which is then proven as
    a whole too: in it a quotation could take what follows with it."""
    asked = {eid: size for eid, size in (least or {}).items() if size != "words"}
    found = _proven(base, new, pack, asked, compose)
    in_vain = sorted(_lost(found) & asked.keys())
    if not in_vain:
        return found
    found = _proven(base, new, pack, {eid: size for eid, size in asked.items() if eid not in in_vain}, compose)
    smaller = [node for eid in in_vain if eid not in _lost(found) and (node := find(base, eid)) is not None]
    told = [Finding("warning", "clause-size-not-possible", node.eid, (("number", node.num),)) for node in smaller]
    return replace(found, unexpressed=(*found.unexpressed, *told))


def _lost(found: Proven) -> set[str]:
    """The eIds of what no clause says."""
    return {finding.eid for finding in found.unexpressed if finding.severity == "error"}


def _proven(
    base: Sequence[Provision],
    new: Sequence[Provision],
    pack: Pack,
    least: Mapping[str, Size],
    compose: Callable[[Sequence[Clause]], Act] | None,
) -> Proven:
    sizes = dict(least)
    left_out: set[tuple[Clause, ...]] = set()  # amending articles that do not bring about what they should
    wanted, own = dict(own_texts(new)), dict(own_texts(base))
    while True:
        derived = derive(base, new, pack, sizes)
        groups = [group for group in amending_act.amended(derived.clauses) if group not in left_out]
        said = [_reread(group, pack) for group in groups]
        result = consolidate(base, [clause for group in said for clause in group], pack)
        wrong = _wrong(own, wanted, dict(own_texts(result.nodes)))
        failed = {id(failure.clause) for failure in result.failed}
        faulty = [
            group
            for group, read in zip(groups, said, strict=True)
            if not read or _eids(group, pack) & wrong or any(id(clause) in failed for clause in read)
        ]
        if not faulty and compose is not None:
            act = compose([clause for group in groups for clause in group])
            again = act_reading.read([line for line in act.text.splitlines() if line], pack)
            whole = consolidate(base, again.clauses, pack)
            if again.unread or whole.failed or dict(own_texts(whole.nodes)) != dict(own_texts(result.nodes)):
                faulty = _misread(groups, said, again.clauses)
        about = wrong.union(*(_eids(group, pack) for group in faulty))
        raised = {eid: _LARGER[size] for eid in about if eid in own and (size := sizes.get(eid, "words")) in _LARGER}
        if raised:
            sizes |= raised
        elif faulty:
            left_out.update(faulty)
        else:
            break
    told = {finding.eid for finding in derived.unexpressed}
    lost = tuple(Finding("error", "change-not-expressed", eid) for eid in sorted(wrong - told))
    pairs = [pair for group, read in zip(groups, said, strict=True) for pair in _sentences(group, read)]
    clauses, sentences = tuple(clause for clause, _ in pairs), tuple(text for _, text in pairs)
    return Proven(clauses, sentences, (*derived.unexpressed, *lost))


def _misread(
    groups: Sequence[Sequence[Clause]], said: Sequence[Sequence[Clause]], whole: Sequence[Clause]
) -> list[tuple[Clause, ...]]:
    """The first amending article that the whole act, read from its first line to its last, says otherwise than that
    article alone: a quotation that does not end where it should takes what follows with it."""
    again = iter(whole)
    for group, alone in zip(groups, said, strict=True):
        if any(replace(next(again, Clause("renumber")), sentence="") != replace(each, sentence="") for each in alone):
            return [tuple(group)]
    return [tuple(groups[-1])] if groups else []


def _reread(group: Sequence[Clause], pack: Pack) -> tuple[Clause, ...]:
    """The clauses of one amending article as its own sentences say them; none when they cannot be written or when a
    sentence is not understood."""
    try:
        read = clause_reading.read(formulas.write(group, pack), pack)
    except TomasError:
        return ()
    understood = tuple(each for each in read if isinstance(each, Clause))
    return understood if len(understood) == len(read) else ()


def _sentences(group: Sequence[Clause], read: Sequence[Clause]) -> list[tuple[Clause, str]]:
    """Each clause with the sentence that says it; several may share one."""
    if len(group) == len(read):
        return [(clause, again.sentence) for clause, again in zip(group, read, strict=True)]
    whole = " ".join(dict.fromkeys(again.sentence for again in read))
    return [(clause, whole) for clause in group]


def _wrong(own: dict[str, str], wanted: dict[str, str], made: dict[str, str]) -> set[str]:
    """The articles that are not as they should be, and of those that stand elsewhere the one in front of them."""
    wrong = {eid for eid in {**own, **wanted, **made} if wanted.get(eid) != made.get(eid)}
    if not wrong and list(wanted) != list(made):
        before = dict(zip(list(wanted)[1:], wanted, strict=False))
        after = dict(zip(list(made)[1:], made, strict=False))
        wrong = {eid for eid in wanted if before.get(eid) != after.get(eid)}
    return wrong


def _eids(group: Sequence[Clause], pack: Pack) -> set[str]:
    """The eIds of the articles that a group amends or brings in."""
    numbers = {group[0].article, *(number for c in group if c.unit == "article" for number in c.new_numbers)}
    return {label("article", eid_number(number, pack)) for number in numbers if number}
