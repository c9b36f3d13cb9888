"""Looking at differences between texts that are in no dossier."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tomas_desktop.amend.comparison import compare
from tomas_desktop.amend.redline import Segment
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.model.canonical import Line, lines
from tomas_desktop.model.card import Card
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.provision import Provision
from tomas_desktop.model.work import Expression, Work
from tomas_desktop.services import clock


def redline_files(old: Path, new: Path) -> tuple[Segment, ...]:
    """The word-level difference of two text files, paragraph by paragraph.

    Raises NotFoundError("no-file"), TomasError("not-text").
    """
    return redline_texts(_text(old), _text(new))


def redline_texts(old: str, new: str) -> tuple[Segment, ...]:
    """The word-level difference of two texts of many paragraphs. What is kept and deleted is the old text, what
    is kept and inserted is the new one, line ends included."""
    out: list[Segment] = []
    for marked in compare(_lines(old), _lines(new)):
        for segment in marked.segments:
            if out and out[-1].op == segment.op:
                out[-1] = Segment(segment.op, out[-1].text + segment.text)
            else:
                out.append(segment)
    return tuple(out)


def _lines(text: str) -> tuple[Line, ...]:
    return tuple(Line("", "paragraph", "text", line) for line in text.splitlines(keepends=True))


def _text(path: Path) -> str:
    if not path.is_file():
        raise NotFoundError("no-file", path=str(path))
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise TomasError("not-text", path=str(path)) from error


def write_redline_document(old: Path, new: Path, out: Path) -> None:
    """The redline as a Word file with native tracked changes; raises TomasError("cannot-write") and as above."""
    from tomas_desktop.export import composer, template_pack
    from tomas_desktop.export.submission import AmendedLaw, Submission

    marked = compare(_paragraphs(_text(old)), _paragraphs(_text(new)))
    title = f"{old.name} – {new.name}"
    law = AmendedLaw(
        Work("redline", "eu", title),
        Card("redline"),
        Proposal("redline", "redline", ""),
        Expression("redline", "en", "draft", "", "", source=title),
        marked,
    )
    form = template_pack.form("eu/redline")
    submission = Submission("eu", clock.now(), "tomas_desktop", (law,))
    written = composer.compose(submission, form, law, form.documents[0], None, [])
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(written)
    except OSError as error:
        raise TomasError("cannot-write", path=str(out), reason=error.strerror or str(error)) from error


def _paragraphs(text: str) -> tuple[Line, ...]:
    return tuple(Line("", "paragraph", "text", line) for line in text.splitlines())


def write_redline_page(segments: Sequence[Segment], out: Path) -> None:
    """The redline as one HTML page that needs nothing else."""
    from tomas_desktop.export import html_writer

    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(html_writer.page(out.stem, html_writer.redline(segments)), encoding="utf-8")


def law_page(title: str, nodes: Sequence[Provision], language: str) -> str:
    """A law, or a provision of it, as one HTML page that needs nothing else."""
    from tomas_desktop.export import html_writer

    return html_writer.page(title, html_writer.law(lines(nodes)), language)
