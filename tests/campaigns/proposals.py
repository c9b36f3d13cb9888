"""Random drafting over the laws of the workshop dossier: what is typed is what stands, and undo gives it back.

Articles are typed anew (words replaced, paragraphs put in and taken out, headings changed), provisions are
proposed, inserted, deleted. After each edit the proposed law must say exactly what was typed, the redline must
hold every word of both texts, and taking everything back must leave the law in force.
"""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from tests.campaigns.report import Report, rounds
from tomas_desktop.errors import TomasError
from tomas_desktop.model.canonical import lines
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision, find, walk
from tomas_desktop.services import demo, drafting
from tomas_desktop.services.dossiers import OpenDossier, opened

WORDS = "sud nalog i pružalac uklanjanje u roku od 24 časa lice ne može odmah суд рок dhe gjykata neni 3".split()
LAWS = ("rs-kz", "rs-zet", "mk-kz", "mk-zet", "al-kp", "al-tregtia")


def run(seconds: float, seed: int) -> Report:
    """Each round drafts a few edits on one law and takes them back."""
    dice = random.Random(seed)
    report = Report()
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder) / "a.tomas", create=True) as dossier:
        demo.fill(dossier)
        for number in rounds(seconds):
            work = dice.choice(LAWS)
            fault = _round(dossier, work, f"random-{number}", dice)
            report.tried += 1
            if fault:
                report.failures.append(f"round {number} (seed {seed}) on {work}: {fault}")
                break
    return report


def _round(dossier: OpenDossier, work: str, proposal: str, dice: random.Random) -> str:
    law = dossier.nodes(dossier.expression(work))
    articles = [node for node in walk(law) if node.unit == "article" and node.children]
    before = dict(dossier.dossier.facts)
    steps = 0
    for _ in range(dice.randint(1, 5)):
        article = dice.choice(articles)
        top = dossier.session.next_undo
        if dice.random() < 0.6:
            fault = _type(dossier, work, proposal, article.eid, dice)
        else:
            fault = _propose(dossier, work, proposal, article, dice)
        steps += dossier.session.next_undo != top
        fault = fault or _redline_fault(dossier, work, proposal, article.eid)
        if fault:
            return fault
    for _ in range(steps):
        dossier.session.undo()
    return "" if dict(dossier.dossier.facts) == before else f"{steps} steps taken back do not lead to where they began"


def _type(dossier: OpenDossier, work: str, proposal: str, article: str, dice: random.Random) -> str:
    try:
        draft = drafting.article_draft(dossier, work, article, proposal)
    except TomasError:
        return ""  # an earlier edit of this round took it out
    if draft.proposed is None or draft.article is None:
        return ""
    printed = list(lines((draft.proposed,)))
    typed: list[str] = []
    for line in printed:
        text = line.text
        if line.kind != "number" and dice.random() < 0.3:
            text = _edited(text, dice)
        if line.kind != "text" or dice.random() > 0.1:
            typed.append(text)
        if line.kind == "text" and dice.random() < 0.1:
            typed.append(" ".join(dice.choices(WORDS, k=5)).capitalize() + ".")
    if len(typed) < 3:
        return ""
    after = drafting.reword_article(dossier, proposal, work, article, typed)
    stands = [line.proposed.text for line in after.marked if line.proposed is not None]
    # a line after an open sentence is read as its second half, so lines may be joined, never words changed
    return "" if " ".join(stands) == " ".join(typed) else f"typed {typed}, stands {stands}"


def _edited(text: str, dice: random.Random) -> str:
    head, *words = text.split(" ")
    for _ in range(dice.randint(1, 3)):
        at = dice.randint(0, len(words))
        if dice.random() < 0.5:
            words[at:at] = [dice.choice(WORDS)]
        else:
            words[at : at + 1] = []
    return " ".join([head, *words])


def _propose(dossier: OpenDossier, work: str, proposal: str, article: Provision, dice: random.Random) -> str:
    target = dice.choice([node for node in article.walk() if node.unit in ("article", "paragraph", "point")])
    sentence = " ".join(dice.choices(WORDS, k=6)).capitalize() + "."
    kind = dice.choice(("text", "after", "delete", "heading"))
    if (kind == "heading" and target.unit != "article") or (kind == "after" and target.unit == "article"):
        kind = "delete"
    try:
        drafting.propose(
            dossier,
            proposal,
            Ref(work, target.eid),
            text=sentence if kind in ("text", "after") else None,
            insert_after=kind == "after",
            delete=kind == "delete",
            heading=sentence if kind == "heading" else None,
        )
    except TomasError as error:  # what an earlier edit of this round took out cannot be named any more
        return "" if error.code in ("no-provision", "provision-deleted") else f"{error.code} for {target.eid}"
    proposed = drafting.applied(dossier, dossier.proposal(proposal)).nodes
    words = " ".join(node.words() for node in proposed)
    if kind != "delete" and sentence not in words:
        return f"{kind} {target.eid}: the new sentence is not in the proposed law"
    return ""


def _redline_fault(dossier: OpenDossier, work: str, proposal: str, article: str) -> str:
    """The redline of an article must hold both texts, word for word."""
    known = dossier.dossier.proposal(proposal)
    try:
        draft = drafting.article_draft(dossier, work, article, proposal if known else None)
    except TomasError:
        return ""
    for side, provision in (("+", draft.article), ("-", draft.proposed)):
        shown = ["".join(s.text for s in line.segments if s.op != side) for line in draft.marked]
        expected = [line.text for line in lines((provision,))] if provision else []
        if [text for text in shown if text] != expected:
            return f"the redline of {article} does not hold {'the law' if side == '+' else 'the proposal'}"
    law = dossier.nodes(dossier.expression(work))
    return "" if find(law, article) == draft.article else "the law in force changed"
