"""Looking at differences between two texts: files, or texts of a dossier."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple, get_args

from tomas_desktop.amend.comparison import compare
from tomas_desktop.amend.noise import KINDS
from tomas_desktop.amend.noise import Noise as Noise
from tomas_desktop.amend.passage import redline_passage
from tomas_desktop.amend.redline import Form as Form
from tomas_desktop.amend.redline import Segment
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.model.canonical import Line, canonical_text, lines
from tomas_desktop.model.card import Card
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.provision import Provision
from tomas_desktop.model.work import Expression, Work
from tomas_desktop.services import clock
from tomas_desktop.services.dossiers import OpenDossier

FORMS: tuple[Form, ...] = get_args(Form)


def kinds_of_noise(text: str) -> frozenset[Noise]:
    """Kinds of difference that do not count, as a person names them: `quotes,dashes`.

    Raises TomasError("bad-noise") for a word that is none of them.
    """
    named = {word for word in text.replace(",", " ").split() if word}
    if unknown := sorted(named.difference(KINDS)):
        raise TomasError("bad-noise", kind=unknown[0], known=", ".join(KINDS))
    return frozenset(kind for kind in KINDS if kind in named)


class Text(NamedTuple):
    """A text to be set against another one, and what it is called."""

    name: str
    words: str


def file_text(path: Path) -> Text:
    """The text of a file; raises NotFoundError("no-file"), TomasError("not-text")."""
    if not path.is_file():
        raise NotFoundError("no-file", path=str(path))
    try:
        return Text(path.name, path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise TomasError("not-text", path=str(path)) from error


def stored_text(opened: OpenDossier, name: str) -> Text:
    """The canonical text of an expression of a dossier (`csar/en/council`), or of one provision of it
    (`csar/en/council#art_5`); raises NotFoundError("no-text-named"), ("no-provision")."""
    id, _, eid = name.partition("#")
    expression = opened.dossier.expression(id)
    if expression is None:
        known = ", ".join(one.id for work in opened.dossier.works for one in opened.dossier.expressions(work.key))
        raise NotFoundError("no-text-named", text=id, known=known or "none")
    if eid:
        return Text(name, canonical_text((opened.provision(Ref(expression.work, eid), id),)))
    return Text(name, canonical_text(opened.nodes(expression)))


def redline_texts(
    old: Text, new: Text, *, form: Form = "readable", ignore: Collection[Noise] = frozenset()
) -> tuple[Segment, ...]:
    """The word-level difference of two texts, paragraph by paragraph; `ignore` names kinds of difference that do not
    count."""
    return redline_passage(old.words, new.words, form=form, ignore=ignore)


def write_redline_document(
    old: Text, new: Text, out: Path, *, form: Form = "readable", ignore: Collection[Noise] = frozenset()
) -> None:
    """The redline as a Word file with native tracked changes; raises TomasError("cannot-write")."""
    from tomas_desktop.export import composer, template_pack
    from tomas_desktop.export.submission import AmendedLaw, Submission

    marked = compare(_paragraphs(old.words), _paragraphs(new.words), form=form, ignore=ignore)
    title = f"{old.name} – {new.name}"
    law = AmendedLaw(
        Work("redline", "eu", title),
        Card("redline"),
        Proposal("redline", "redline", ""),
        Expression("redline", "en", "draft", "", "", source=title),
        marked,
    )
    page = template_pack.form("eu/redline")
    submission = Submission("eu", clock.now(), "tomas_desktop", (law,))
    written = composer.compose(submission, page, page.documents[0], None, [])
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(written)
    except OSError as error:
        raise TomasError("cannot-write", path=str(out), reason=error.strerror or str(error)) from error


def _paragraphs(text: str) -> tuple[Line, ...]:
    return tuple(Line("", "paragraph", "text", line) for line in text.splitlines())


def write_redline_page(segments: Sequence[Segment], out: Path, old: str = "", new: str = "") -> None:
    """The redline as one HTML page that needs nothing else, under the names of both texts."""
    from tomas_desktop.export import html_writer

    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(html_writer.page(out.stem, html_writer.redline(segments, old, new)), encoding="utf-8")


def law_page(title: str, nodes: Sequence[Provision], language: str) -> str:
    """A law, or a provision of it, as one HTML page that needs nothing else."""
    from tomas_desktop.export import html_writer

    return html_writer.page(title, html_writer.law(lines(nodes)), language)
