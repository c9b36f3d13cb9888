"""What legal orders, languages and stages are called in the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from tomas_desktop.model.work import Expression
from tomas_desktop.ui.i18n import later

# A legal order that is not here is called as its own description says.
_COUNTRIES = {
    "eu": later("European Union"), "rs": later("Serbia"), "mk": later("North Macedonia"), "al": later("Albania"),
}  # fmt: skip


def of_country(code: str, otherwise: str = "") -> str:
    """`Serbia` for `rs`, in the language of the interface."""
    known = _COUNTRIES.get(code, "")
    return QCoreApplication.translate("names", known) if known else otherwise or code.upper()


def of_language(tag: str) -> str:
    """`Danish` for `da`, `Serbian (Latin)` for `sr-Latn`; a tag that nobody knows as it is."""
    locale = QLocale(tag)
    if locale.language() == QLocale.Language.C:
        return tag
    name = QLocale.languageToString(locale.language())
    has_script = any(len(part) == 4 for part in tag.split("-")[1:])
    return f"{name} ({QLocale.scriptToString(locale.script())})" if has_script else name


def of_expression(expression: Expression) -> str:
    """`Danish, in force 2018-05-23`."""
    stage = " ".join(part for part in (expression.stage.replace("-", " "), expression.date) if part)
    return ", ".join(part for part in (of_language(expression.language), stage) if part)
