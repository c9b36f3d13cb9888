"""What a file's own metadata state about the act: Formex's bibliographic block, Akoma Ntoso's identification, the
links in the head of a EUR-Lex page. Only the head of the file is looked at, as text: it names, it does not nest."""

from __future__ import annotations

import re

from tomas_desktop.importers import identity
from tomas_desktop.model.identity import Identity

_HEAD = 64 * 1024
_LANGUAGES = {"eng": "en", "fra": "fr", "deu": "de", "dan": "da", "hrv": "hr", "bul": "bg", "ita": "it", "ell": "el"}


def of_file(data: bytes) -> Identity:
    """What the metadata in this file say; an empty identity for a format that has none."""
    head = data[:_HEAD].decode("utf-8", errors="replace")
    if "<BIB.INSTANCE" in head or "<INFO.CONSLEG" in head:
        return _formex(head)
    if "<FRBRWork" in head:
        return _akoma_ntoso(head)
    if re.search(r"<html|<head", head, re.IGNORECASE):
        return _page(head)
    return Identity()


def _formex(head: str) -> Identity:
    own = head.split("<GR.MOD.ACT", 1)[0]  # the acts that changed it follow
    consolidated = _first(own, r"<INFO\.CONSLEG[^>]*\bSTART\.DATE=\"(\d{8})\"")
    reference = _first(own, r"<DOCUMENT\.REF(?:\.CONS)?\b(?:(?!</DOCUMENT\.REF).)*?<COLL>(.*?)</DOCUMENT\.REF")
    collection, number = _first(reference, r"^(\w+)"), _first(reference, r"<NO\.OJ>(\d+)<")
    year, page = _first(reference, r"<YEAR>(\d{4})<"), _first(reference, r"<PAGE\.FIRST>(\d+)<")
    block = _first(own, r"<BIB\.INSTANCE(?:\.CONS)?>(.*)")
    date = _first(own, r"</NO\.CELEX><DATE ISO=\"(\d{8})\"") or _first(block, r"<DATE ISO=\"(\d{8})\"")
    return Identity(
        celex=_first(own, r"<NO\.CELEX>(\w+)<"),
        gazette=(f"{collection} {number}, {year}, p. {page}",) if number and year and page else (),
        date=_iso(date),
        language=_first(own, r"<LG\.DOC>(\w\w)<").lower(),
        consolidated_on=_iso(consolidated),
    )


def _akoma_ntoso(head: str) -> Identity:
    aliases = "\n".join(re.findall(r"<FRBRalias[^>]*\bvalue=\"([^\"]*)\"", head))
    com = re.search(r"COM\(\d{4}\) ?\d+(?: final)?", aliases)
    language = _first(head, r"<FRBRlanguage[^>]*\blanguage=\"(\w{2,3})\"")
    date = _first(head, r"<FRBRWork.*?<FRBRdate[^>]*\bdate=\"(\d{4}-\d\d-\d\d)")
    return Identity(
        celex=_first(aliases, r"\b([0-9]\d{4}[A-Z]{1,2}\d{4})\b"),
        eli=_first(head, r"<FRBR(?:uri|this|alias)[^>]*\bvalue=\"([^\"]*/eli/[^\"]*)\""),
        com=com.group() if com else "",
        date="" if date == "9999-01-01" else date,  # what an editor writes before there is one
        language=_LANGUAGES.get(language, language if len(language) == 2 else ""),
    )


def _page(head: str) -> Identity:
    eli = _first(head, r"<link[^>]*\brel=\"canonical\"[^>]*\bhref=\"[^\"]*/(eli/[a-z_]+/\d{4}/\d+/oj)\b")
    uri = _first(head, r"<meta[^>]*\bname=\"DC\.identifier\"[^>]*\bcontent=\"[^\"]*CELEX:(\w+)")
    stated = f"http://data.europa.eu/{eli}" if eli else ""
    return Identity(celex=uri or identity.celex_of_eli(stated), eli=stated)


def _first(text: str, pattern: str) -> str:
    match = re.search(pattern, text, re.DOTALL)
    return match[1] if match else ""


def _iso(digits: str) -> str:
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if digits else ""
