"""What legal orders, languages and stages are called in the window."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from tomas_desktop.model.work import Expression

# A legal order that is not here is called as its own description says.
COUNTRIES = {"eu": "European Union", "rs": "Serbia", "mk": "North Macedonia", "al": "Albania"}


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
