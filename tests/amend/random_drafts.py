"""Random drafts over a law, random newer texts of it, and what must be true when the one is carried onto the other."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tomas_desktop.amend.apply import apply
from tomas_desktop.amend.modify import Edit, modify
from tomas_desktop.amend.rebase import Rebased, rebase
from tomas_desktop.errors import NotFoundError
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.wording import read_unit
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.provision import Provision, walk

Law = Sequence[Provision]
WORDS = "sud nalog rok telo hitno pružalac dete lice materijal uklanja".split()
MINE, THEIRS = "moje", "njihovo"


def random_edit(law: Law, dice: random.Random, pack: Pack) -> Edit:
    """Words of a paragraph or point replaced, a new one after it, its removal, or another heading of an article."""
    node = dice.choice([each for each in walk(law) if each.unit in ("paragraph", "point")])
    kind = dice.choice(("words", "words", "words", "insertion", "repeal", "heading"))
    if kind == "heading":
        article = dice.choice([each for each in walk(law) if each.unit == "article"])
        return Edit("heading", article.eid, heading=f"{article.heading} {dice.choice(WORDS)}")
    if kind == "insertion":
        sentence = " ".join(dice.choices(WORDS, k=6)).capitalize() + "."
        return Edit("insertion", node.eid, read_unit(sentence, node.unit, node, pack))
    if kind == "repeal":
        return Edit("repeal", node.eid)
    words = node.text.split(" ")
    at = dice.randrange(len(words))
    words[at : at + dice.randint(0, 2)] = dice.choices(WORDS, k=dice.randint(1, 3))
    return Edit("substitution", node.eid, (replace(node, text=" ".join(words)),))


def random_draft(law: Law, dice: random.Random, pack: Pack, size: int) -> tuple[Modification, ...]:
    """Modifications of one proposal; the justification of each is its own."""
    found: tuple[Modification, ...] = ()
    for number in range(size):
        edit = random_edit(law, dice, pack)
        try:
            found = modify(
                law, found, edit, Modification("p", edit.kind, edit.target, justification=f"{number}."), pack
            )
        except NotFoundError:  # what an earlier edit took out
            continue
    return found


def changed(law: Law, dice: random.Random, pack: Pack, count: int) -> tuple[Provision, ...]:
    """The law after a few edits by another hand, each of them in force before the next."""
    for _ in range(count):
        edit = random_edit(law, dice, pack)
        law = apply(law, modify(law, (), edit, Modification("q", edit.kind, edit.target), pack), pack).nodes
    return tuple(law)


def fault(base: Law, onto: Law, draft: Sequence[Modification], pack: Pack) -> str:
    """What is wrong with the draft carried onto a newer text; empty when nothing is.

    Every modification is in exactly one list, every applied one applies, and no word that either side brought is
    missing: each side's new words bear a mark of their own.
    """
    known = frozenset(word for node in walk(base) for word in node.text.split(" "))
    mine = tuple(replace(each, content=marked(each.content, MINE, known)) for each in draft)
    newer = marked(onto, THEIRS, known)
    found = rebase(base, newer, mine, pack)
    return _misplaced(found, mine) or _unapplied(found, newer, pack) or _dropped(found, base, newer, mine, pack)


def _misplaced(found: Rebased, draft: Sequence[Modification]) -> str:
    there = [m.justification for m in found.applied] + [c.modification.justification for c in found.conflicts]
    if sorted(there) != sorted(m.justification for m in draft):
        return "a modification is in none of the lists, or in both"
    if any(conflict.modification not in draft for conflict in found.conflicts):
        return "a conflict does not hold the modification as it was drafted"
    return "" if len({m.id for m in found.applied}) == len(found.applied) else "two modifications of one place"


def _unapplied(found: Rebased, onto: Law, pack: Pack) -> str:
    unused = apply(onto, found.applied, pack).unused
    return f"{unused[0].target} is not in the newer text" if unused else ""


def _dropped(found: Rebased, base: Law, onto: Law, draft: Sequence[Modification], pack: Pack) -> str:
    text = canonical_text(apply(onto, found.applied, pack).nodes)
    carried = {m.justification for m in found.applied}
    applied = [m for m in draft if m.justification in carried]
    if text.count(MINE) != sum(canonical_text(m.content).count(MINE) for m in applied):
        return "a word of the draft is missing"
    gone = {m.target for m in found.applied if m.kind == "repeal"}
    taken = sum(canonical_text((node,)).count(THEIRS) for node in walk(onto) if node.eid in gone)
    if text.count(THEIRS) != canonical_text(onto).count(THEIRS) - taken:
        return "a word of the newer text is missing"
    old, now = _words(base), Counter(text.split())
    lost = (old - now) - (old - _words(apply(base, applied, pack).nodes)) - (old - _words(onto))
    return f"nobody took out {sorted(word for word in lost if word.isalpha())}" if any(map(str.isalpha, lost)) else ""


def _words(law: Law) -> Counter[str]:
    return Counter(canonical_text(law).split())


def marked(content: Law, mark: str, known: frozenset[str]) -> tuple[Provision, ...]:
    """The same with a mark on every word that is not of the old text."""
    return tuple(
        replace(
            node,
            text=" ".join(word if word in known else f"{word}{mark}" for word in node.text.split(" "))
            if node.text
            else "",
            children=marked(node.children, mark, known),
        )
        for node in content
    )
