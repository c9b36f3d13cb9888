"""What an Akoma Ntoso document says of itself: the work, this text of it, the file; what happened to it; to what it
refers.

What nobody knows is not made up: the day in a name is the day of the text (`asOf`) or, where that is not known, the
day of writing (`generation`), and says which; gazettes stand as they are cited.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tomas_desktop.amend.amending_act import Act
from tomas_desktop.amend.apply import Applied
from tomas_desktop.export.akoma_ntoso_tree import Element, add
from tomas_desktop.model.card import Card
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.provision import Provision
from tomas_desktop.model.work import Expression, Work

# ISO 639-2 of the languages that laws and EU acts are written in; other ones keep their own tag.
_LANGUAGES = dict(
    pair.split(":")
    for pair in "bg:bul bs:bos cs:ces da:dan de:deu el:ell en:eng es:spa et:est fi:fin fr:fra ga:gle hr:hrv hu:hun "
    "it:ita lt:lit lv:lav mk:mkd mt:mlt nl:nld pl:pol pt:por ro:ron sk:slk sl:slv sq:sqi sr:srp sv:swe tr:tur".split()
)


@dataclass(frozen=True, slots=True)
class Law:
    """A text of a law. `written` is the moment of writing (ISO 8601): no writer looks at a clock."""

    work: Work
    expression: Expression
    card: Card
    nodes: tuple[Provision, ...]
    written: str

    @property
    def name(self) -> str:
        """What the law is called."""
        return self.card.official_name or self.work.title

    @property
    def dated(self) -> tuple[str, str]:
        """The day of the text and what kind of day that is."""
        for day in (self.card.as_of, self.expression.date):
            try:
                return date.fromisoformat(day[:10]).isoformat(), "asOf"
            except ValueError:
                continue
        return self.written[:10], "generation"

    @property
    def uri(self) -> str:
        """The name of the work."""
        return f"/akn/{self.work.country}/act/{self.dated[0]}/{self.work.key}"

    @property
    def expression_uri(self) -> str:
        """The name of this text of it."""
        return f"{self.uri}/{language(self.expression.language)}@{self.dated[0]}"


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposal over a law: what is proposed, by which changes, and the act that would make it law."""

    proposal: Proposal
    applied: Applied
    modifications: tuple[Modification, ...]
    act: Act | None = None

    def uri(self, law: Law) -> str:
        """The name of the amending act."""
        day = (self.proposal.at or law.written)[:10]
        return f"/akn/{law.work.country}/bill/{day}/{self.proposal.key}"


def language(tag: str) -> str:
    """A language as the standard names it, its script kept: `srp-Latn`."""
    primary, _, rest = tag.partition("-")
    return "-".join(filter(None, (_LANGUAGES.get(primary, primary), rest)))


def meta_of(
    holder: Element, uri: str, expression: str, text: Law, name: str, day: str, kind: str, by: str = ""
) -> Element:
    """The identification of a document. `by` is who wrote it; without it, it is the legislator's."""
    meta = add(holder, "meta")
    identification = add(meta, "identification", source="#tomas")
    levels = (
        ("Work", uri, text.dated[0] if not by else day),
        ("Expression", expression, day),
        ("Manifestation", f"{expression}.akn", text.written[:10]),
    )
    for level, where, at in levels:
        made = add(identification, f"FRBR{level}")
        add(made, "FRBRthis", value=f"{where}/!main")
        add(made, "FRBRuri", value=where)
        if level == "Work":
            add(made, "FRBRalias", name="title", value=name)
            for one in text.card.gazette if not by else ():
                add(made, "FRBRalias", name="gazette", value=one)
        which = {"Work": text.dated[1] if not by else kind, "Expression": kind}.get(level, "generation")
        add(made, "FRBRdate", date=at, name=which)
        add(made, "FRBRauthor", href="#author" if by else "#legislator")
        if level == "Work":
            add(made, "FRBRcountry", value=text.work.country)
            add(made, "FRBRname", value=name)
            add(made, "FRBRauthoritative", value="false")
        elif level == "Expression":
            add(made, "FRBRlanguage", language=language(text.expression.language))
        else:
            add(made, "FRBRformat", value="application/akn+xml")
    return meta


def lifecycle(meta: Element, events: Sequence[tuple[str, str, str]]) -> None:
    """What happened: kind, day, and the reference that it came from."""
    made = add(meta, "lifecycle", source="#tomas")
    for place, (kind, day, source) in enumerate(events, start=1):
        add(made, "eventRef", eId=f"eref_{place}", date=day, source=source, type=kind)


def references(meta: Element, works: Sequence[tuple[str, str, str]], author: str = "") -> None:
    """The works that are named (name here, IRI, title) and who is behind them."""
    made = add(meta, "references", source="#tomas")
    for name, uri, title in works:
        kind = {"original": "original", "bill": "passiveRef", "law": "activeRef"}[name]
        add(made, kind, eId=name, href=uri, showAs=title)
    add(made, "TLCOrganization", eId="legislator", href="/akn/ontology/organization/legislator", showAs="legislator")
    if author:
        add(made, "TLCPerson", eId="author", href="/akn/ontology/person/author", showAs=author)
    add(made, "TLCObject", eId="tomas", href="/akn/ontology/object/tomas_desktop", showAs="tomas_desktop")
