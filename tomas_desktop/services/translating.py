"""Working translations of EU provisions: typed here, or brought in from a translation memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tomas_desktop.amend.session import drop, put
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.change import Step
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision
from tomas_desktop.model.translation import Translation
from tomas_desktop.services import clock, eu_acts, eu_texts
from tomas_desktop.services.dossiers import OpenDossier
from tomas_desktop.services.sources import Origin, as_file, name_of
from tomas_desktop.text.scripts import script_of, to_cyrillic, to_latin

if TYPE_CHECKING:
    from tomas_desktop.align.memory import Similar as Similar

_SCRIPTS = {"sr-Latn": ("Latn", to_latin), "sr-Cyrl": ("Cyrl", to_cyrillic)}


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file of translations gave: the translations that were taken; the provisions that had another one already,
    which stays; those for whose words it has two or more translations; and what is merely similar to a provision (to be
    looked at by a person, nothing of it is taken). `units` is how many pairs of texts the file has in these languages.
    """

    translations: tuple[Translation, ...]
    kept: tuple[Ref, ...]
    ambiguous: tuple[Ref, ...]
    similar: tuple[Similar, ...]
    units: int


def translate(
    opened: OpenDossier, ref: Ref, language: str, text: str, *, author: str = "", source: str = ""
) -> Translation | None:
    """Set the working translation of a provision of an EU act into a language: its words with all below it, a line for
    each unit, the number in front optional. A text without words removes it. One step; None where there is none now.

    Raises NotFoundError("no-work"), ("no-provision"), TomasError("not-eu-act"), ("unknown-language"),
    ("translation-own-language").
    """
    _check(opened, ref.work, language)
    opened.provision(ref, eu_acts.quoted(opened, ref.work).id)
    present = opened.dossier.translation(ref, language)
    wording = "\n".join(line for raw in text.splitlines() if (line := " ".join(raw.split())))
    if not wording:
        if present:
            opened.session.perform(Step("translate", drop(present), present.id, author, clock.now()))
        return None
    if present and present.text == wording:
        return present
    made = Translation(ref, language, wording, author, clock.now(), source)
    opened.session.perform(Step("translate", put(opened.dossier, made), made.id, author, made.at))
    return made


def remove(opened: OpenDossier, ref: Ref, language: str, *, author: str = "") -> Translation:
    """Take a working translation out; raises NotFoundError("no-translation")."""
    present = opened.dossier.translation(ref, language)
    if present is None:
        raise NotFoundError("no-translation", reference=str(ref), language=language)
    opened.session.perform(Step("translate", drop(present), present.id, author, clock.now()))
    return present


def of_work(opened: OpenDossier, work: str, language: str = "") -> tuple[Translation, ...]:
    """The working translations of provisions of an act, into one language or all, in the order of the act; those of
    wordings that are no more come last."""
    order = {node.eid: place for place, node in enumerate(_walked(opened, work))}
    own = [one for one in opened.dossier.translations(work) if language in ("", one.language)]
    return tuple(sorted(own, key=lambda one: (order.get(one.ref.eid, len(order)), one.ref.eid, one.language)))


def take_file(opened: OpenDossier, work: str, language: str, source: Origin, *, author: str = "") -> Taken:
    """Bring in the translations of a TMX or a table of two columns (CSV): where the words of one pair, or of several in
    a row, are exactly those of a provision, the others become its working translation. One step.

    A translation that is there already and says something else stays. Raises as `translate` does, and UnreadableError
    where the file is neither.
    """
    from tomas_desktop.align import memory
    from tomas_desktop.importers import translation_memory

    _check(opened, work, language)
    quoted = eu_acts.quoted(opened, work)
    with as_file(source) as path:
        segments = translation_memory.read(path, quoted.language, language)
    pairs = [(one.source, _in_script(one.target, language)) for one in segments]
    found = memory.match(opened.nodes(quoted), pairs, eu_acts.pack(opened, quoted), eu_texts.fold)
    now, made, kept = clock.now(), [], []
    for eid, text in found.exact.items():
        fresh = Translation(Ref(work, eid), language, text, author, now, name_of(source))
        present = opened.dossier.translation(fresh.ref, language)
        if present is None:
            made.append(fresh)
        elif present.text != text:
            kept.append(fresh.ref)
    if made:
        opened.session.perform(Step("translate", put(opened.dossier, *made), name_of(source), author, now))
    ambiguous = tuple(Ref(work, eid) for eid in found.ambiguous)
    return Taken(tuple(made), tuple(kept), ambiguous, found.similar, len(segments))


def _in_script(text: str, language: str) -> str:
    """Serbian in the script of the language asked for: memories seldom say in which one they are."""
    script, spell = _SCRIPTS.get(language, ("", str))
    return spell(text) if script and script_of(text) != script else text


def _check(opened: OpenDossier, work: str, language: str) -> None:
    country = opened.work(work).country
    if country != "eu":
        raise TomasError("not-eu-act", work=work, country=country)
    known = sorted({tag for each in packs.countries() for tag in packs.languages(each)})
    if language not in known:
        raise TomasError("unknown-language", language=language, country=country, known=", ".join(known))
    if language == eu_acts.quoted(opened, work).language:
        raise TomasError("translation-own-language", work=work, language=language)


def _walked(opened: OpenDossier, work: str) -> Iterator[Provision]:
    for top in opened.nodes(eu_acts.quoted(opened, work)):
        yield from top.walk()
