"""The values a form may name: what is known of the law, the proposal and who hands it in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import lru_cache

from tomas_desktop.export.form import Form
from tomas_desktop.export.placeholders import fill
from tomas_desktop.export.respelling import Spell
from tomas_desktop.export.submission import AmendedLaw, Submission

_HASH_LENGTH = 12  # enough to tell two versions of a file apart, short enough for a footer


def values(form: Form, submission: Submission, law: AmendedLaw, spell: Spell = str) -> Mapping[str, str]:
    """Every field by its name, "" where it is not known; the form's own texts, spelt by `spell`, come last."""
    card, expression, proposal = law.card, law.expression, law.proposal
    known = {
        "law": card.official_name or law.work.title,
        "law_cited": card.name_as_cited,
        "gazette": ", ".join(card.gazette),
        "source": card.source or expression.source,
        "as_of": _printed_date(card.as_of or expression.date, form),
        "hash": (expression.source_hash or expression.tree)[:_HASH_LENGTH],
        "checked_by": card.checked_by,
        "proposal": proposal.title,
        "justification": proposal.justification,
        "author": submission.author or proposal.author,
        "organisation": submission.organisation,
        "date": _printed_date(submission.date, form),
        "eu_act": submission.eu.title if submission.eu else "",
    }
    return known | {
        name: fill(text, lambda field: known.get(field, ""), spell)
        for name, text in form.texts.items() if name != "eu_basis"
    }  # fmt: skip


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


def _printed_date(text: str, form: Form) -> str:
    """A date as the form prints it; what is not an ISO date stays as somebody wrote it."""
    try:
        return date.fromisoformat(text[:10]).strftime(form.date_format)
    except ValueError:
        return text
