"""Law as one HTML page that needs nothing else: no script, no font, no picture from anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from tomas_desktop.amend.redline import Op, Segment
from tomas_desktop.model.canonical import Line

_TAGS: dict[Op, str] = {"-": "del", "+": "ins"}
_STYLE = (
    "body{font:12pt/1.5 'Noto Serif','PT Serif',Georgia,serif;max-width:42em;margin:3em auto;padding:0 1em;"
    "color:#1d2328}"
    ".heading,.number{text-align:center;margin:1.2em 0 .2em}.heading{font-weight:bold}.number{color:#66707a}"
    "p{margin:.4em 0}pre{font:inherit;white-space:pre-wrap}"
    "ins{color:#0b5cad;background:#e4f0fc}del{color:#a84a08;background:#fdeee0}"
)


def page(title: str, body: str, language: str = "") -> str:
    """A whole page around a body of HTML."""
    lang = f' lang="{escape(language)}"' if language else ""
    return (
        f'<!doctype html>\n<html{lang}><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style></head><body>\n{body}\n</body></html>\n"
    )


def law(lines: Iterable[Line]) -> str:
    """Lines of a law as HTML, each with its eId as the anchor where it begins; points are set in by their depth."""
    out: list[str] = []
    seen: set[str] = set()
    for line in lines:
        if line.kind == "block":
            continue
        anchor = f' id="{escape(line.eid)}"' if line.eid and line.eid not in seen else ""
        seen.add(line.eid)
        kind = f' class="{line.kind}"' if line.kind != "text" else ""
        inset = f' style="margin-left:{2 * line.depth}em"' if line.depth else ""
        out.append(f"<p{anchor}{kind}{inset}>{escape(line.text)}</p>")
    return "\n".join(out)


def redline(segments: Sequence[Segment]) -> str:
    """A redline as HTML, with the text's own line ends."""
    return "<pre>{}</pre>".format(
        "".join(escape(s.text) if s.op == "=" else f"<{_TAGS[s.op]}>{escape(s.text)}</{_TAGS[s.op]}>" for s in segments)
    )
