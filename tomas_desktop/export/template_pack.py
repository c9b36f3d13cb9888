"""Finding and reading the forms: `<folder>/<country>/<form>/template.toml` beside a `template.docx`.

A user's own folders come after the bundled one; a form of the same name there takes the place of ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from tomas_desktop import paths
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.export import form_check
from tomas_desktop.export.form import Form
from tomas_desktop.export.form_reading import read_form
from tomas_desktop.model.finding import Finding


def forms(country: str | None = None, overlays: Sequence[Path] = ()) -> tuple[Form, ...]:
    """Every form that can be read, by country and name. What cannot be read is left to `check`."""
    found = _discover(overlays)[0].values()
    return tuple(form for form in found if country in (None, form.country))


def form(name: str, overlays: Sequence[Path] = ()) -> Form:
    """The form `rs/zakonodavstvo`, or the default one of the country `rs`.

    Raises TomasError("unknown-form") with the forms there are, or the trouble of the named form itself; where a country
    has no default form, the trouble of one that cannot be read: another kind of form is not what was meant."""
    found, troubles = _discover(overlays)
    if name in found:
        return found[name]
    if name in troubles:
        raise troubles[name]
    of_country = [one for one in found.values() if one.country == name]
    default = next((one for one in of_country if one.is_default), None)
    unread = next((trouble for key, trouble in troubles.items() if key.startswith(f"{name}/")), None)
    if default is None and unread is not None:
        raise unread
    if not of_country:
        raise NotFoundError("unknown-form", form=name, known=", ".join(found) or "-")
    return default or of_country[0]


def check(overlays: Sequence[Path] = ()) -> list[Finding]:
    """What is wrong with the forms themselves, each against its own Word template."""
    found, troubles = _discover(overlays)
    findings = [form_check.of_trouble(trouble) for trouble in troubles.values()]
    for one in found.values():
        findings.extend(form_check.check(one))
    for folder in (paths.templates(), *overlays):
        for place in sorted({file.parent for file in folder.glob("*/*/*.docx")}):
            if not (place / "template.toml").is_file():
                name = f"{place.parent.name}/{place.name}"
                findings.append(Finding("error", "form-not-described", "", (("form", name), ("path", str(place)))))
    return findings


def unreadable(country: str, overlays: Sequence[Path] = ()) -> list[Finding]:
    """Why forms of a country that lie in a folder are not among `forms`."""
    troubles = _discover(overlays)[1]
    return [form_check.of_trouble(trouble) for name, trouble in troubles.items() if name.startswith(f"{country}/")]


def _discover(overlays: Sequence[Path]) -> tuple[dict[str, Form], dict[str, TomasError]]:
    found: dict[str, Form] = {}
    troubles: dict[str, TomasError] = {}
    for folder in (paths.templates(), *overlays):
        for file in sorted(folder.glob("*/*/template.toml")):
            name = f"{file.parent.parent.name}/{file.parent.name}"
            for known in (found, troubles):
                known.pop(name, None)
            try:
                found[name] = _read(file, _stamp(file))
            except TomasError as trouble:
                troubles[name] = trouble
    return dict(sorted(found.items())), troubles


@lru_cache(maxsize=64)
def _read(file: Path, _stamp: tuple[int, int]) -> Form:
    """The form in this file; read again only when the file has changed."""
    return read_form(file)


def _stamp(file: Path) -> tuple[int, int]:
    try:
        found = file.stat()
    except OSError:  # reading it says why
        return 0, 0
    return found.st_mtime_ns, found.st_size
