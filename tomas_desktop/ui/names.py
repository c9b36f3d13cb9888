"""What legal orders, languages, stages and grades are called in the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.work import Expression
from tomas_desktop.services import messages, provision_names
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.ui.i18n import later

# A legal order that is not here is called as its own description says.
_COUNTRIES = {
    "eu": later("European Union"), "rs": later("Serbia"), "mk": later("North Macedonia"), "al": later("Albania"),
}  # fmt: skip

# A language that is not here is called as Qt calls it, in English.
_LANGUAGES = {
    "sr-Latn": later("Serbian (Latin)"), "sr-Cyrl": later("Serbian (Cyrillic)"), "sr": later("Serbian"),
    "mk": later("Macedonian"), "sq": later("Albanian"), "bg": later("Bulgarian"), "cs": later("Czech"),
    "da": later("Danish"), "de": later("German"), "el": later("Greek"), "en": later("English"),
    "es": later("Spanish"), "et": later("Estonian"), "fi": later("Finnish"), "fr": later("French"),
    "ga": later("Irish"), "hr": later("Croatian"), "hu": later("Hungarian"), "it": later("Italian"),
    "lt": later("Lithuanian"), "lv": later("Latvian"), "mt": later("Maltese"), "nl": later("Dutch"),
    "pl": later("Polish"), "pt": later("Portuguese"), "ro": later("Romanian"), "sk": later("Slovak"),
    "sl": later("Slovenian"), "sv": later("Swedish"),
}  # fmt: skip

# A stage that is not here is called as it was written.
_STAGES = {
    "in-force": later("in force"), "draft": later("draft"), "proposal": later("proposal"),
    "parliament": later("parliament"), "council": later("council"), "compromise": later("compromise"),
    "adopted": later("adopted"), "consolidated": later("consolidated"),
}  # fmt: skip


def of_country(code: str, otherwise: str = "") -> str:
    """`Serbia` for `rs`, in the language of the interface."""
    known = _COUNTRIES.get(code, "")
    return _said(known) if known else otherwise or code.upper()


def of_language(tag: str) -> str:
    """`Danish` for `da`, `Serbian (Latin)` for `sr-Latn`; a tag that nobody knows as it is."""
    if tag in _LANGUAGES:
        return _said(_LANGUAGES[tag])
    locale = QLocale(tag)
    if locale.language() == QLocale.Language.C:
        return tag
    name = QLocale.languageToString(locale.language())
    has_script = any(len(part) == 4 for part in tag.split("-")[1:])
    return f"{name} ({QLocale.scriptToString(locale.script())})" if has_script else name


def of_stage(stage: str) -> str:
    """`in force` for `in-force`; what was never heard of as it is written, without its hyphens."""
    return _said(_STAGES[stage]) if stage in _STAGES else stage.replace("-", " ")


def stage_of(words: str) -> str:
    """The stage that is called so in the window; words that name none are a stage of their own."""
    return next((stage for stage in _STAGES if of_stage(stage) == words), words)


def of_expression(expression: Expression) -> str:
    """`Danish, in force 2018-05-23`."""
    stage = " ".join(part for part in (of_stage(expression.stage), expression.date) if part)
    return ", ".join(part for part in (of_language(expression.language), stage) if part)


def of_pair(opened: OpenDossier, eu: Ref, national: Ref) -> str:
    """`2(l) → 185.2`; a law as a whole by its title."""
    ends = []
    for ref in (eu, national):
        expression = opened.expression(ref.work)
        number = provision_names.compact(opened.nodes(expression), ref.eid, opened.pack(expression)) if ref.eid else ""
        ends.append(number or ref.eid or opened.work(ref.work).title)
    return " → ".join(ends)


def of_grade(grade: str | None) -> str:
    """`not transposable` for `not_transposable`, `not graded` for None, also `gap` and `suggested`."""
    if grade == "suggested":
        return _said(later("suggested"))
    return messages.sentence(f"coverage-{(grade or 'ungraded').replace('_', '-')}", {})


def _said(text: str) -> str:
    return QCoreApplication.translate("names", text)
