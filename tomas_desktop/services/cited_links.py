"""What a provision cites, as a reader meets it: the words, where they lead, and a few lines of what stands there."""

from __future__ import annotations

from dataclasses import dataclass

from tomas_desktop.errors import NotFoundError
from tomas_desktop.model.canonical import lines
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import citations
from tomas_desktop.services.dossiers import OpenDossier

_LONGEST = 420  # characters of a preview


@dataclass(frozen=True, slots=True)
class CitedLink:
    """`start` and `end` are places in the text of the provision `at`. `target` is None for an act that is not in the
    dossier; `title` is the work or the act that is cited, `preview` the first words of the provision."""

    at: Ref
    start: int
    end: int
    target: Ref | None
    title: str
    preview: str = ""


def of_provision(opened: OpenDossier, ref: Ref, expression: str | None = None) -> tuple[CitedLink, ...]:
    """The citations in a provision and all below it that lead somewhere or name another act, in order.

    Raises NotFoundError as `citations.of_provision` does.
    """
    out = []
    for cited in citations.of_provision(opened, ref, expression):
        if cited.targets:
            target = cited.targets[0]
            same = expression if target.work == ref.work else None
            title = opened.work(target.work).title
            out.append(CitedLink(cited.at, cited.start, cited.end, target, title, _preview(opened, target, same)))
        elif cited.external:
            out.append(CitedLink(cited.at, cited.start, cited.end, None, cited.external))
    return tuple(out)


def _preview(opened: OpenDossier, ref: Ref, expression: str | None) -> str:
    if not ref.eid:
        return ""
    try:
        provision = opened.provision(ref, expression)
    except NotFoundError:
        return ""
    text = "\n".join(line.text for line in lines((provision,)) if line.kind != "block")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
