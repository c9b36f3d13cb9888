"""Looking at differences between texts that are in no dossier."""

from __future__ import annotations

import html
from collections.abc import Sequence
from pathlib import Path

from tomas_desktop.amend.comparison import compare
from tomas_desktop.amend.redline import Op, Segment
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.model.canonical import Line


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


_TAGS: dict[Op, str] = {"-": "del", "+": "ins"}


def write_redline_page(segments: Sequence[Segment], out: Path) -> None:
    """The redline as one HTML page that needs nothing else."""
    body = "".join(
        html.escape(s.text) if s.op == "=" else f"<{_TAGS[s.op]}>{html.escape(s.text)}</{_TAGS[s.op]}>"
        for s in segments
    )
    style = (
        "body{font:12pt/1.5 'Noto Serif',Georgia,serif;max-width:45em;margin:3em auto;white-space:pre-wrap}"
        "ins{color:#0b5cad;background:#e4f0fc}del{color:#b4520a;background:#fdeee0}"
    )
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(
        f'<!doctype html><html><head><meta charset="utf-8"><style>{style}</style></head><body>{body}</body></html>\n',
        encoding="utf-8",
    )
