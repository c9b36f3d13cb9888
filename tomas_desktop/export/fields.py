"""The values a form may name: what is known of the laws, the proposals and who hands them in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from functools import lru_cache, partial

from tomas_desktop.export.form import Document, Form
from tomas_desktop.export.placeholders import fill
from tomas_desktop.export.respelling import Spell
from tomas_desktop.export.submission import AmendedLaw, EuAct, Submission

_HASH_LENGTH = 12  # enough to tell two versions of a file apart, short enough for a footer

_OF_ONE = frozenset({"eu_basis", "eu_text"})  # said of one provision, of one text

# What is printed in the language of the EU act, whatever the document is written in.
OF_EU_ACT = frozenset({"eu_act", "eu_cited"})

_NO_ACT = EuAct("", "")


def is_of_eu_act(field: str, known: Mapping[str, str]) -> bool:
    """Is this field printed in the language of the EU act? Its title is where the form's own language has none."""
    return field in OF_EU_ACT or (field == "eu_title" and not known.get("eu_name"))


def values(form: Form, submission: Submission, spell: Spell = str) -> Mapping[str, str]:
    """Every field by its name, "" where it is not known; of several laws each one's value, once. The form's own texts,
    spelt by `spell`, come last."""

    def of_laws(value: Callable[[AmendedLaw], str]) -> str:
        return _listed(value(law) for law in submission.laws)

    known = {
        "law": of_laws(lambda law: law.name),
        "law_cited": of_laws(lambda law: law.card.name_as_cited),
        "gazette": of_laws(lambda law: ", ".join(law.card.gazette)),
        "source": of_laws(lambda law: law.card.source or law.expression.source),
        "as_of": of_laws(lambda law: printed_date(law.card.as_of or law.expression.date, form)),
        "hash": of_laws(lambda law: (law.expression.source_hash or law.expression.tree)[:_HASH_LENGTH]),
        "checked_by": of_laws(lambda law: law.card.checked_by),
        "proposal": of_laws(lambda law: law.proposal.title),
        "justification": of_laws(lambda law: law.proposal.justification),
        "act": of_laws(lambda law: law.act_name),
        "author": submission.author or of_laws(lambda law: law.proposal.author),
        "organisation": submission.organisation,
        "contact": submission.contact,
        "recipient": submission.recipient,
        "date": printed_date(submission.date, form),
    }
    of_acts = [_of(act) for act in submission.eu_acts]
    known |= {name: _listed(each[name] for each in of_acts) for name in _of(_NO_ACT)}
    known |= {
        name: fill(text, partial(_value, known), spell)
        for name, text in form.texts.items() if name not in _OF_ONE
    }  # fmt: skip

    def told(text: str, is_adopted: bool) -> str:
        """What the form says of the acts that are adopted, or of those that are not."""
        about = [known | _of(act) for act in submission.eu_acts if act.is_adopted is is_adopted]
        return _listed(fill(form.texts.get(text, ""), partial(_value, one), spell) for one in about)

    return known | {"eu_adopted": told("if_adopted", True), "eu_proposal": told("if_proposal", False)}


def eu_provenance(form: Form, document: Document, submission: Submission, spell: Spell = str) -> str:
    """Where the EU text that a document shows comes from, in the words of the form; "" where it shows none."""
    sources = {column.source for block in document.blocks for column in block.columns}
    shown = [
        text
        for act in submission.eu_acts
        for text in ((act.quoted if "eu" in sources else None), (act.own if "eu_text" in sources else None))
        if text
    ]
    said = [
        {
            "eu_source": text.source,
            "eu_as_of": printed_date(text.date, form),
            "eu_hash": (text.source_hash or text.tree)[:_HASH_LENGTH],
        }
        for text in shown
    ]
    return " ".join(dict.fromkeys(fill(form.texts.get("eu_text", ""), partial(_value, one), spell) for one in said))


def _value(known: Mapping[str, str], field: str) -> str:
    return known.get(field, "")


def _of(act: EuAct) -> dict[str, str]:
    return {
        "eu_act": act.title,
        "eu_name": act.name,
        "eu_title": act.name or act.title,
        "eu_cited": act.cited,
        "celex": act.celex,
    }


def _listed(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))


@lru_cache(maxsize=256)  # a law has thousands of lines and few moments
def moment(text: str, otherwise: str) -> str:
    """An ISO 8601 date or time as Word dates a change (`2026-11-21T10:00:00Z`, UTC); `otherwise` where the text is
    none."""
    for candidate in (text, otherwise):
        try:
            at = datetime.fromisoformat(candidate)
        except ValueError:
            continue
        at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
        return at.strftime("%Y-%m-%dT%H:%M:%SZ")
    raise ValueError(otherwise)


def printed_date(text: str, form: Form) -> str:
    """A date as the form prints it; what is not an ISO date stays as somebody wrote it."""
    try:
        return date.fromisoformat(text[:10]).strftime(form.date_format)
    except ValueError:
        return text
