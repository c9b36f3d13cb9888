"""The frame of an amending act: its title, its opening words, its last article; and the names of laws in it.

All words are data of the language (`resources/jurisdictions/<country>/acts/<language>.toml`), rows S1, S28, M1, M18,
A1, A19, E1, E10 of the catalogue of formulas.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tomas_desktop.jurisdiction.pack import Pack, table

_SPACED = re.compile(r"(?<!\w)\w(?: \w){2,}(?= \w\w|$)")  # З А К О Н ЗА
_ISSUE = re.compile(r"\d+\s?/\s?\d{2,4}")


@dataclass(frozen=True, slots=True)
class LawName:
    """A law as an act names it: by itself, in its title ("Krivičnog zakonika") and in its opening words
    ("U Krivičnom zakoniku"). `is_known` tells whether the forms could be made at all."""

    nominative: str
    genitive: str
    locative: str
    is_known: bool = True


def words(pack: Pack) -> Mapping[str, Any]:
    """The frame's words; empty for a language that has none."""
    return table(pack, "acts")


def named(title: str, pack: Pack, genitive: str = "") -> LawName:
    """The forms of a law's name, from the title it prints; `genitive` is what a person wrote on its card.

    A name that no rule knows stays as it is, in square brackets: the drafter has to look at it.
    """
    frame = words(pack)
    names = frame.get("names", {})
    plain = _without_gazette(" ".join(title.split()), pack)
    if "short" in names:
        found = re.search(names["short"], plain, re.IGNORECASE)
        short = genitive or (_capitalised(found.group()) if found else names["unnumbered"])
        return LawName(short, short, short, bool(found or genitive))
    if "number" in names:
        return _numbered(plain, genitive, frame)
    whole = _without_ends(plain, names)
    for each in (_sentence_case(whole), _sentence_case(_from_its_kind(whole, names))):
        for nominative, of, at in names.get("forms", ()):
            match = re.fullmatch(_pattern(nominative), each, re.IGNORECASE)
            if match:
                return LawName(each, genitive or _filled(of, match), _filled(at, match))
    return LawName(plain, genitive or f"[{plain}]", f"[{plain}]", False)


def _without_gazette(title: str, pack: Pack) -> str:
    """A title without the gazette that some texts print behind it."""
    places = [at for name in pack.gazettes if (at := title.casefold().find(name.casefold())) > 0]
    return title[: min(places)].rstrip(' („“"”«‚,–-') if places else title


def _numbered(title: str, given: str, frame: Mapping[str, Any]) -> LawName:
    """A law that is cited by number, date and name (Albania)."""
    match = re.match(frame["names"]["number"], title)
    name = _title_case(match["name"] if match else title, frame["names"])
    known = match.groupdict("") if match else {"number": "", "date": ""}
    form = "cited" if known["date"] else "cited_without_date" if known["number"] else "cited_without_number"
    cited = given or frame[form].format(**(known | {"name": name}))
    return LawName(name, cited, cited, match is not None)


def _pattern(form: str) -> str:
    return "(.*)".join(re.escape(part) for part in form.split("{x}"))


def _filled(form: str, match: re.Match[str]) -> str:
    parts = form.split("{x}")
    return "".join(part + (group or "") for part, group in zip(parts, [*match.groups(), ""], strict=True))


def _without_ends(title: str, names: Mapping[str, Any]) -> str:
    """A title without spaced letters and without what goes on behind the name ("consolidated text")."""
    title = _SPACED.sub(lambda run: run.group().replace(" ", ""), title)
    for behind in names.get("behind", ()):
        title = re.sub(rf"[\s(–-]+{behind}\b.*$", "", title, flags=re.IGNORECASE)
    return title


def _from_its_kind(title: str, names: Mapping[str, Any]) -> str:
    """A title without what a page prints before it (the ministry): from the word for the kind of act on."""
    words = [form[0].partition("{")[0] for form in names.get("forms", ()) if not form[0].startswith("{")]
    kinds = "|".join(map(re.escape, words)) or "(?!)"
    inside = re.search(rf"(?<!\w)(?:{kinds})\w{{0,3}}\s", title, re.IGNORECASE)
    return title[inside.start() :] if inside else title


def _sentence_case(title: str) -> str:
    """A title in capitals as it stands in a sentence: "KRIVIČNI ZAKONIK" -> "Krivični zakonik", "ZAKON o ..." ->
    "Zakon o ...". Abbreviations cannot be told from other capitals and are the drafter's to mend."""
    first, _, rest = title.partition(" ")
    if not first.isupper():
        return title
    return f"{first.capitalize()} {rest.lower() if rest.isupper() else rest}".strip()


def _title_case(name: str, names: Mapping[str, Any]) -> str:
    """A name in capitals as a sentence prints it: "Kodi Penal i Republikës së Shqipërisë"; a law on something has
    capitals where its names have: "Për urat në Republikën e Shqipërisë"."""
    if not name.isupper():
        return name
    small, proper = names.get("small", ()), names.get("proper", ())
    words = name.lower().split()
    if words[0] in small:
        words = [
            word.capitalize() if place == 0 or word.startswith(tuple(proper)) else word
            for place, word in enumerate(words)
        ]
        return " ".join(words)
    return " ".join(word if word in small else word.capitalize() for word in words)


def _capitalised(name: str) -> str:
    return re.sub(r"^[A-Z]+", lambda match: match.group().capitalize(), name)


def gazette(citations: Sequence[str], pack: Pack) -> str:
    """The gazettes of a law as the opening words print them, names in their official form and the numbers as the
    law's own text gives them; a visible blank where it gives none."""
    frame = words(pack)
    cited = [_official(each.strip(), frame) for each in citations if each.strip()]
    if not cited:
        return str(frame.get("gazette_unknown", ""))
    return cited[0] if len(cited) == 1 else f"{', '.join(cited[:-1])} {frame['and']} {cited[-1]}"


def _official(citation: str, frame: Mapping[str, Any]) -> str:
    for entry in frame.get("gazettes", ()):
        for printed in entry["printed"]:
            match = re.match(rf"[„“\"”«‘']?\s*{re.escape(printed)}\s*[„“\"”»’'ˮ]?", citation)
            if match:
                return str(entry["official"]) + _issues(citation[match.end() :], frame)
    return citation


def _issues(rest: str, frame: Mapping[str, Any]) -> str:
    numbers = rest.strip(" ,").partition(" ")[2] if not rest.strip(" ,")[:1].isdigit() else rest.strip(" ,")
    for printed, official in frame["issue"]["spellings"]:
        numbers = numbers.replace(printed, official)
    many = len(_ISSUE.findall(numbers)) > 1
    if many and f" {frame['and']} " not in numbers:  # 72/09, 111/09 i 121/12
        numbers = f" {frame['and']} ".join(numbers.rsplit(", ", 1))
    return f"{frame['issue']['many' if many else 'one']}{numbers}"


def title(changes: int, additions: int, law: LawName, pack: Pack) -> tuple[str, ...]:
    """The lines of an act's title, chosen by how many changes and additions it makes."""
    frame = words(pack)
    values = {
        "kind": frame["kind"],
        "of": _of(changes, additions, frame),
        "genitive": _in_title(law.genitive, frame),
        "accusative": _in_title(law.genitive, frame),
    }
    return tuple(" ".join(form.format(**values).split()) for form in frame["title"])


def _in_title(name: str, frame: Mapping[str, Any]) -> str:
    return name.upper() if frame["kind"].isupper() else name


def _of(changes: int, additions: int, frame: Mapping[str, Any]) -> str:
    of = frame["of"]
    if changes and additions:
        return str(of["both"][changes > 1][additions > 1])
    return str(of["addition"][additions > 1] if additions else of["change"][changes > 1])


def before_articles(changes: int, additions: int, law: LawName, pack: Pack) -> str:
    """The sentence that opens an act before its articles (A1); empty where acts have none."""
    frame = words(pack)
    if "before_articles" not in frame:
        return ""
    kind = "both" if changes and additions else "addition" if additions else "change"
    return str(frame["before_articles"].format(locative=law.locative, nouns=frame["nouns"][kind]))


def opening(law: LawName, gazettes: str, pack: Pack) -> str:
    """The words that name the law and its gazettes in front of the first clause (S1, M1), if acts have them."""
    form = words(pack).get("opening", "")
    return str(form.format(locative=law.locative, gazette=gazettes))
