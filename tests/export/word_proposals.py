"""Random proposals over real laws, made through the services, and what their Word files must say.

A law is imported from its file (a few tables put among its paragraphs, which few laws have), amended as a drafter
amends it, exported, and the file is compared with the two texts paragraph by paragraph, cells of tables by themselves.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.export.word_reading import W, accepted, rejected, tree
from tomas_desktop.amend.comparison import MarkedLine
from tomas_desktop.amend.modify import Edit
from tomas_desktop.errors import TomasError
from tomas_desktop.export import composer
from tomas_desktop.export.docx_bookmarks import ABSENT, fingerprint, read
from tomas_desktop.export.law_blocks import amended_articles, printed
from tomas_desktop.export.template_pack import form
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.jurisdiction.numbering import with_eids
from tomas_desktop.model.canonical import Line, lines
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.provision import Provision, own_articles, rewrite, walk
from tomas_desktop.services import drafting, importing, submitting
from tomas_desktop.services.dossiers import OpenDossier

# Every national law that is at hand, in every format; the quickly read ones first. Montenegro drafts as Serbia does.
LAWS = (
    ("national-rs/rs_ZKI.cyr.html", "rs", "sr-Cyrl"),
    ("national-rs/rs_KZ_excerpt.cyr.akn.xml", "rs", "sr-Cyrl"),
    ("national-mk/mk_zakon-javni-sobiri.pdf", "mk", "mk"),
    ("national-al/al_KP_7895-1995.txt", "al", "sq"),
    ("national-other/me_KZ_excerpt.akn.xml", "rs", "sr-Latn"),
    ("national-mk/mk_zakon-prekrsoci-JRM.pdf", "mk", "mk"),
    ("national-rs/rs_ZET.cyr.html", "rs", "sr-Cyrl"),
    ("national-al/al_kushtetuta.pdf", "al", "sq"),
    ("national-rs/rs_KZ_krivicni-zakonik.lat.txt", "rs", "sr-Latn"),
    ("national-mk/mk_KZ_krivicen-zakonik.pdf", "mk", "mk"),
    ("national-rs/rs_ZIB.cyr.html", "rs", "sr-Cyrl"),
    ("national-al/al_kodi_punes.pdf", "al", "sq"),
    ("national-rs/rs_ZZPL_87-2018.cyr.html", "rs", "sr-Cyrl"),
    ("national-rs/rs_eUprava.cyr.html", "rs", "sr-Cyrl"),
    ("national-mk/mk_zakon-rabotnite-odnosi.pdf", "mk", "mk"),
    ("national-al/al_kodi_proc_admin.pdf", "al", "sq"),
    ("national-mk/mk_ZKP_150-2010.pdf", "mk", "mk"),
    ("national-al/al_KP_7895-1995_perditesuar.pdf", "al", "sq"),
    ("national-mk/mk_zakon-sopstvenost_kons2018.pdf", "mk", "mk"),
    ("national-other/me_KZ_Crne_Gore.pdf", "rs", "sr-Latn"),
    ("national-other/me_ribarstvo.pdf", "rs", "sr-Latn"),
    ("national-other/me_zakon_o_duvanu.pdf", "rs", "sr-Latn"),
)
WORDS = (
    "sud nalog i pružalac uklanjanje u roku od 24 časa lice ne može суд рок дете dhe gjykata neni 3 čl.\u00a05 „izraz” "
    "500.000 a&b <c> 2011/93/EU ë –"
).split(" ")
AUTHORS = ("Ana Anić", "Борис <Б> & Co", "Çelë")
HEAD = 2  # title and note, before the law begins
TABLES = 3  # put into each law


def imported(opened: OpenDossier, data: Path, law: tuple[str, str, str], key: str, dice: random.Random) -> None:
    """Put a law into the dossier, with tables among its paragraphs."""
    file, country, language = law
    reading = importing.preview(data / file, country, language)
    nodes = with_eids(_with_tables(reading.nodes, dice), packs.load(country, language))[0]
    importing.store(
        opened, replace(reading, nodes=nodes), data / file, country=country, language=language, key=key, title="Law"
    )


def _with_tables(nodes: tuple[Provision, ...], dice: random.Random) -> tuple[Provision, ...]:
    holders = [
        node.eid
        for article in own_articles(nodes)
        for node in article.walk()
        if node.unit == "paragraph" and all(child.unit != "wrapup" for child in node.children)
    ]
    chosen = set(dice.sample(holders, min(TABLES, len(holders))))
    return rewrite(
        nodes,
        lambda node: (
            (replace(node, children=(*node.children, Provision("", "table", text=_table(dice)))),)
            if node.eid in chosen
            else None
        ),
    )


def _table(dice: random.Random) -> str:
    columns = dice.randint(2, 5)
    rows = [[_said(dice, 0, 4) for _ in range(columns)] for _ in range(dice.randint(1, 6))]
    rows[0] = [_said(dice, 1, 2) for _ in range(columns)]
    if dice.random() < 0.3:
        rows[-1] = rows[-1][: dice.randint(1, columns)]
    return _joined(rows)


def _joined(rows: Sequence[Sequence[str]]) -> str:
    return " ".join(" || ".join(" | ".join(row) for row in rows).split(" ")).replace("  ", " ").strip()


def _said(dice: random.Random, low: int, high: int) -> str:
    return " ".join(dice.choices(WORDS, k=dice.randint(low, high)))


# ---- edits, each as a person makes it through the window or the command line


@dataclass(frozen=True)
class Desk:
    """Where one proposal is drafted."""

    opened: OpenDossier
    work: str
    proposal: str
    dice: random.Random

    def typed(self, article: str, change: Callable[[list[str], random.Random], bool]) -> bool:
        """Type the article anew, with this change made to its lines."""
        known = self.opened.dossier.proposal(self.proposal)
        draft = drafting.article_draft(self.opened, self.work, article, known.key if known else None)
        if (
            draft.proposed is None
            or draft.proposed.unit != "article"
            or any(n.unit == "table" for n in draft.proposed.walk())
        ):
            return False
        text = [line.text for line in lines((draft.proposed,))]
        if not change(text, self.dice):
            return False
        drafting.reword_article(self.opened, self.proposal, self.work, article, text)
        return True

    def told(self, eid: str, **edit: Any) -> bool:
        """Propose one edit of a provision, as `tomas-desktop propose` does."""
        drafting.propose(self.opened, self.proposal, Ref(self.work, eid), author=self.dice.choice(AUTHORS), **edit)
        return True


def propose(desk: Desk) -> list[str]:
    """Draft a few edits at random; their kinds. What an earlier edit took out is passed over."""
    made: list[str] = []
    law = desk.opened.nodes(desk.opened.expression(desk.work))
    articles = [node for node in own_articles(law) if node.children]
    near = desk.dice.randrange(len(articles))  # drafters stay in one place more often than not
    for _ in range(desk.dice.randint(1, 8)):
        kind = desk.dice.choice(list(_EDITS))
        article = desk.dice.choice(articles[near : near + 4] if desk.dice.random() < 0.6 else articles)
        try:
            if _EDITS[kind](desk, article):
                made.append(kind)
        except TomasError as error:
            if error.code not in ("no-provision", "provision-deleted"):
                raise
    return made


def _words(desk: Desk, article: Provision) -> bool:
    def change(text: list[str], dice: random.Random) -> bool:
        at = dice.randrange(len(text))
        head, *words = text[at].split(" ")
        for _ in range(dice.randint(1, 4)):
            place = dice.randint(0, len(words))
            words[place : place + dice.randint(0, 2)] = dice.choices(WORDS, k=dice.randint(0, 3))
        text[at] = " ".join([head, *words])
        return len(text) > 1

    return desk.typed(article.eid, change)


def _split(desk: Desk, article: Provision) -> bool:
    def change(text: list[str], dice: random.Random) -> bool:
        at = dice.randrange(len(text))
        words = text[at].split(" ")
        if len(words) < 4 or at == 0:
            return False
        place = dice.randint(2, len(words) - 1)
        text[at : at + 1] = [" ".join(words[:place]) + ".", " ".join(words[place:]).capitalize()]
        return True

    return desk.typed(article.eid, change)


def _merged(desk: Desk, article: Provision) -> bool:
    def change(text: list[str], dice: random.Random) -> bool:
        if len(text) < 4:
            return False
        at = dice.randint(2, len(text) - 2)
        text[at : at + 2] = [f"{text[at]} {text[at + 1]}"]
        return True

    return desk.typed(article.eid, change)


def _typed_anew(desk: Desk, article: Provision) -> bool:
    def change(text: list[str], dice: random.Random) -> bool:
        text[2:] = [_sentence(dice) for _ in range(dice.randint(1, 5))]
        return True

    return desk.typed(article.eid, change)


def _new_unit(unit: str) -> Callable[[Desk, Provision], bool]:
    def edit(desk: Desk, article: Provision) -> bool:
        places = [node for node in article.walk() if node.unit == unit]
        return bool(places) and desk.told(desk.dice.choice(places).eid, text=_sentence(desk.dice), insert_after=True)

    return edit


def _gone(unit: str) -> Callable[[Desk, Provision], bool]:
    def edit(desk: Desk, article: Provision) -> bool:
        places = [node for node in article.walk() if node.unit == unit]
        return bool(places) and desk.told(desk.dice.choice(places).eid, delete=True)

    return edit


def _with_points(desk: Desk, article: Provision) -> bool:
    places = [node for node in article.walk() if node.unit == "paragraph"]
    text = "\n".join([_sentence(desk.dice)[:-1] + ":", "1) prvo;", "2) drugo;", _sentence(desk.dice)])
    return bool(places) and desk.told(desk.dice.choice(places).eid, text=text)


def _new_article(desk: Desk, article: Provision) -> bool:
    text = "\n".join([_said(desk.dice, 1, 4).capitalize(), "", *(_sentence(desk.dice) for _ in range(3))])
    return desk.told(article.eid, text=text, insert_after=True)


def _heading(desk: Desk, article: Provision) -> bool:
    return desk.told(article.eid, heading=_said(desk.dice, 1, 5).capitalize())


def _table_edit(desk: Desk, article: Provision) -> bool:
    """A row in, a row out, a row changed, another column, the whole table out or another one after it."""
    law = desk.opened.nodes(desk.opened.expression(desk.work))
    tables = [node for node in walk(law) if node.unit == "table" and node.eid.startswith("art")]
    if not tables:
        return False
    dice, table = desk.dice, desk.dice.choice(tables)
    rows = [row.split(" | ") for row in table.text.split(" || ")]
    kind = dice.choice(("in", "in", "out", "words", "words", "column", "whole", "after"))
    if kind == "in":
        rows.insert(dice.randint(0, len(rows)), [_said(dice, 0, 3) for _ in rows[0]])
    elif kind == "out" and len(rows) > 2:
        del rows[dice.randrange(len(rows))]
    elif kind == "words":
        row = dice.choice(rows)
        row[dice.randrange(len(row))] = _said(dice, 0, 4)
    elif kind == "column":
        rows = [[*row, _said(dice, 0, 2)] for row in rows]
    new = replace(table, text=_joined(rows))
    edit = Edit("substitution", table.eid, (new,))
    if kind == "whole":
        edit = Edit("repeal", table.eid)
    elif kind == "after":
        edit = Edit("insertion", table.eid, (Provision("", "table", text=_table(dice)),))
    proposal = drafting.proposal_of(desk.opened, desk.proposal, desk.work, AUTHORS[0], "")
    drafting.perform(desk.opened, proposal, edit, Modification(proposal.key, edit.kind, edit.target))
    return True


def _sentence(dice: random.Random) -> str:
    return _said(dice, 3, 14).capitalize() + "."


_EDITS: dict[str, Callable[[Desk, Provision], bool]] = {
    "words": _words,
    "split": _split,
    "merge": _merged,
    "article typed anew": _typed_anew,
    "new paragraph": _new_unit("paragraph"),
    "new point": _new_unit("point"),
    "paragraph out": _gone("paragraph"),
    "point out": _gone("point"),
    "paragraph with points": _with_points,
    "heading": _heading,
    "new article": _new_article,
    "article out": _gone("article"),
    "table": _table_edit,
}


# ---- exporting and judging


@dataclass(frozen=True)
class Exported:
    """A Word file, and the texts that accepting and rejecting every change must leave."""

    path: Path
    proposed: list[str]
    in_force: list[str]


def exported(desk: Desk, folder: Path) -> tuple[Exported, Exported]:
    """The whole law with its tracked changes, as the services export it, and the amended articles alone."""
    opened = desk.opened
    proposal = opened.proposal(desk.proposal)
    country = opened.work(desk.work).country
    package = submitting.export(opened, [proposal.key], country, folder / "whole", roles=["tracked"])
    law = opened.nodes(opened.proposal_expression(proposal))
    new = drafting.applied(opened, proposal).nodes
    whole = Exported(package.files[0][1], cells(lines(new)), cells(lines(law)))
    all_of_it = submitting.submission(opened, [proposal], law_alone=True)
    marked = tuple(printed(amended_articles(all_of_it.laws[0].marked)))
    part = replace(all_of_it, laws=(replace(all_of_it.laws[0], marked=marked),))
    files, _ = composer.write(part, form(country), folder / "part", roles=["tracked"])
    return whole, Exported(files[0].path, *sides(marked))


def sides(marked: Sequence[MarkedLine]) -> tuple[list[str], list[str]]:
    return (
        cells(line.proposed for line in marked if line.proposed),
        cells(line.base for line in marked if line.base),
    )


def cells(printed_lines: Iterable[Line]) -> list[str]:
    """The paragraphs of a text as paper has them: each cell of a table is one, empty ones are not looked at."""
    out: list[str] = []
    for line in printed_lines:
        if line.kind != "block":
            out.extend(re.split(r" ?\|\|? ?", line.text) if line.unit == "table" else [line.text])
    return [text for text in out if text]


def fault(file: Exported) -> str:
    """What our own reader finds wrong in a file; empty when nothing is."""
    body = tree(file.path)
    return difference(file, accepted(body), rejected(body)) or _misnamed(body)


def _misnamed(body: Any) -> str:
    """A paragraph whose bookmark does not tell its two texts; empty when each one does."""
    seen = 0
    for paragraph in body.iter(f"{W}p"):
        for said in filter(None, (read(mark.get(f"{W}name")) for mark in paragraph.iter(f"{W}bookmarkStart"))):
            seen += 1
            if paragraph.getparent().tag == f"{W}tc":  # it names the whole table
                continue
            for gone, told in (("del", said.proposed), ("ins", said.in_force)):
                words = (
                    text.text or ""
                    for text in paragraph.iter(f"{W}t", f"{W}delText")
                    if all(above.tag != W + gone for above in text.iterancestors())
                )
                if told not in (ABSENT, fingerprint("".join(words))):
                    return f"the bookmark of {said.key} does not tell its text"
    return "" if seen else "no bookmarks"


def difference(file: Exported, after_accepting: Sequence[str], after_rejecting: Sequence[str]) -> str:
    """The first paragraph that is not as it must be; empty when there is none."""
    for what, found, wanted in (
        ("accepted", after_accepting, file.proposed),
        ("rejected", after_rejecting, file.in_force),
    ):
        text = [paragraph for paragraph in found[HEAD:] if paragraph]
        if text != wanted:
            place = next((i for i, (a, b) in enumerate(zip(text, wanted, strict=False)) if a != b), -1)
            there = (text[place], wanted[place]) if place >= 0 else (text[len(wanted) :], wanted[len(text) :])
            return f"{what}: {there[0]!r} instead of {there[1]!r}"
    return ""
