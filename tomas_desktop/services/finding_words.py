"""A remark for who does not know our keys and eIds: laws by their titles, provisions by their numbers."""

from __future__ import annotations

import re
from functools import partial

from tomas_desktop.errors import NotFoundError
from tomas_desktop.model.finding import Finding
from tomas_desktop.services import messages, provision_names
from tomas_desktop.services.dossiers import OpenDossier

_REF = re.compile(r"([\w-]+)#([\w-]+)")
_WORKS = ("law", "work")  # values that hold the key of a work


def sentence(opened: OpenDossier, finding: Finding) -> str:
    """The plain sentence of a finding; `rs-kz#art_185__para_2` in it is "rs-kz 185.2", and a law is called by its
    title. What the dossier does not have stays as it is."""
    return messages.sentence(finding.code, {name: _said(opened, name, text) for name, text in finding.values})


def _said(opened: OpenDossier, name: str, text: str) -> str:
    work = opened.dossier.work(text) if name in _WORKS else None
    return work.title if work is not None else _REF.sub(partial(_number, opened), text)


def _number(opened: OpenDossier, found: re.Match[str]) -> str:
    key, eid = found.groups()
    try:
        expression = opened.expression(key)
    except NotFoundError:
        return found.group()
    number = provision_names.compact(opened.nodes(expression), eid, opened.pack(expression))
    return f"{key} {number}" if number else found.group()
