"""What a person should look at before a package goes out, each remark with the place where it is mended.

Nothing here stops an export: what is missing is a visible blank in the documents. The remarks are those of the checks,
of the form, and of the documents themselves, which are composed and thrown away.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from tomas_desktop.errors import TomasError
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import checking, correlating, finding_words, submitting
from tomas_desktop.services.composing import Papers
from tomas_desktop.services.dossiers import OpenDossier

if TYPE_CHECKING:
    from tomas_desktop.export.submission import Submission

PlaceKind = Literal["provision", "card", "correlation", "proposal", "sender", "form"]

_ORDER = {"error": 0, "warning": 1, "info": 2}

# Which fields of a form are filled where.
_SENDER = frozenset({"organisation", "contact", "recipient", "author"})
_CARD = frozenset({"law", "law_cited", "gazette", "source", "as_of", "checked_by"})
_EU_CARD = frozenset({"eu_act", "eu_name", "eu_cited", "celex", "eu_adopted", "eu_proposal"})

# Of a provision of the EU act, not of the law.
_OF_EU = frozenset({"eu-text-missing", "not-graded"})
_OF_FORM = frozenset({"blanks-left", "characters-dropped", "form-docx-unreadable"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where to mend it. `ref` is the provision (the law itself for a card, the EU end of a correlation), `other` the
    national end of a correlation; `key` is that of a proposal, the field of a card or a sender, the file of a form."""

    kind: PlaceKind
    ref: Ref | None = None
    other: Ref | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A remark, its place, and what is said of it in the window."""

    finding: Finding
    place: Place
    sentence: str = ""


def checklist(opened: OpenDossier, papers: Papers, roles: Collection[str] | None = None) -> tuple[Item, ...]:
    """The remarks on a package of these roles (or of all), gravest first, each once. A Word template of the form that
    cannot be read is one of them."""
    found: dict[tuple[str, str, frozenset[tuple[str, str]]], Item] = {}
    for item in (*_of_form(papers), *_of_documents(papers, roles), *_of_dossier(opened, papers)):
        found.setdefault((item.finding.code, item.finding.eid, frozenset(item.finding.values)), item)
    items = sorted(found.values(), key=lambda item: _ORDER[item.finding.severity])
    return tuple(replace(item, sentence=finding_words.sentence(opened, item.finding)) for item in items)


# ---- from the checks -------------------------------------------------------------------------------------------


def _of_dossier(opened: OpenDossier, papers: Papers) -> Iterator[Item]:
    """What the checks say of these proposals, and of the links of the laws that they amend."""
    works = frozenset(law.work.key for law in papers.submission.laws)
    linked = [one for one in correlating.standing(opened.dossier) if one.national.work in works]
    for key in papers.proposals:
        for finding in checking.check(opened, key):
            place = _place(finding, opened.proposal(key).work, key, linked, works)
            if place is not None:
                yield Item(finding, place)


def _place(
    finding: Finding, work: str, proposal: str, linked: Sequence[Correlation] = (), works: Set[str] = frozenset()
) -> Place | None:
    """The place of a remark on the proposal for this law; None for one on a link of a law that is not among `works`."""
    said = dict(finding.values)
    if finding.code == "correlation-dangling":
        ref = Ref.parse(said["reference"])
        return next((_pair(one) for one in linked if ref in (one.eu, one.national)), None)
    if "national" in said:
        ends = _refs(said["national"])
        national = next((one for one in ends if one.work in works), None if works else ends[0])
        eu = _refs(said.get("eu") or said.get("reference", ""))
        return Place("correlation", eu[0], national) if eu and national else None
    if finding.code.startswith("card-"):
        return Place("card", Ref(said.get("work", work)))
    if "reference" in said:
        return Place("provision", Ref.parse(said["reference"]), key=proposal)
    return Place("proposal", Ref(work, said.get("target", finding.eid)), key=proposal)


def _refs(text: str) -> list[Ref]:
    """The provisions that a remark names: one, or several one behind the other."""
    return [Ref.parse(one) for one in text.split(", ") if one]


def _pair(one: Correlation) -> Place:
    return Place("correlation", one.eu, one.national)


# ---- from the form and the documents ---------------------------------------------------------------------------


def _of_form(papers: Papers) -> Iterator[Item]:
    """What the form itself lacks, and forms of the country that cannot be read and are therefore not offered."""
    from tomas_desktop.export import form_check

    for finding in (*form_check.check(papers.form), *submitting.unreadable_forms(papers.form.country)):
        yield Item(finding, Place("form", key=dict(finding.values).get("form", papers.form.id)))


def _of_documents(papers: Papers, roles: Collection[str] | None) -> Iterator[Item]:
    """What is not known of each law, what its amending act does not say, and what each document still lacks."""
    from tomas_desktop.export import composer, form_check

    whole, form = papers.submission, papers.form
    for law, proposal in zip(whole.laws, papers.proposals, strict=True):
        for finding in composer.remarks(replace(whole, laws=(law,)), form):
            yield Item(finding, _place_in_document(finding, whole, law.work.key, proposal))
    proposal_of = {law.work.key: key for law, key in zip(whole.laws, papers.proposals, strict=True)}
    for file in composer.files(whole, form, roles):
        findings: list[Finding] = []
        try:
            composer.compose(file.about, form, file.document, None, findings, file.enclosed)
        except TomasError as trouble:
            findings.append(form_check.of_trouble(trouble))
        work = file.about.laws[0].work.key
        for finding in findings:
            place = _place_in_document(finding, file.about, work, proposal_of[work], file.name)
            yield Item(finding, place)


def _place_in_document(finding: Finding, about: Submission, work: str, proposal: str, file: str = "") -> Place:
    """The place of a remark on a document; `work` is the law that it speaks of, where it speaks of one."""
    said = dict(finding.values)
    if finding.code == "field-missing":
        return _place_of_field(said["field"], about, work, proposal)
    if finding.code in _OF_FORM:
        return Place("form", key=file)
    if finding.code in _OF_EU and about.eu is not None:
        return Place("provision", Ref(about.eu.key, finding.eid))
    return _place(finding, work, proposal) or Place("proposal", Ref(work), key=proposal)


def _place_of_field(field: str, about: Submission, work: str, proposal: str) -> Place:
    if field in _SENDER:
        return Place("sender", key=field)
    if field in _CARD:
        return Place("card", Ref(work), key=field)
    if field in _EU_CARD and about.eu is not None:
        return Place("card", Ref(about.eu.key), key=field)
    return Place("proposal", Ref(work), key=proposal)
