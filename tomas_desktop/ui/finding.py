"""What a few letters may mean: a command, an article of the EU act, a place one was at, words in the texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import recent, settings, terms
from tomas_desktop.services.searching import Hit
from tomas_desktop.text.stems import fold
from tomas_desktop.ui.models.palette_hits import PaletteHit

if TYPE_CHECKING:
    from tomas_desktop.ui.main_window import MainWindow

_MOST = 8  # of each kind
_PLACES = 6


def places(window: MainWindow) -> tuple[PaletteHit, ...]:
    """Where one was, before a letter is typed; without the place where one is."""
    desk = window.desk
    if desk.opened is None:
        return ()
    names = {article.eid: _name(article.num, article.heading) for article in desk.articles()}
    out = []
    for spot in window.trail.recent()[1:]:
        if desk.act is not None and spot.eu and spot.eu.work == desk.act.work and spot.eu.eid in names:
            hint = str(spot.national) if spot.national else ""
            out.append(
                PaletteHit(names[spot.eu.eid], hint, "place", partial(_go, window, partial(window.trail.go, spot)))
            )
    return tuple(out[:_PLACES])


def at_hand(window: MainWindow, query: str) -> tuple[PaletteHit, ...]:
    """The articles of the EU act, the commands and the dossiers of late that hold every word that was typed, whatever
    its accents."""
    wanted = fold(query).split()
    if not wanted:
        return places(window)
    return tuple(hit for find in (_articles, _commands, _dossiers) for hit in _first(find(window, wanted)))


def _dossiers(window: MainWindow, wanted: list[str]) -> Iterator[PaletteHit]:
    opened = window.desk.opened
    for path in recent.others(settings.load().recent, opened.path if opened else None):
        name = window.tr("Open recent: {name}").format(name=path.stem)
        if _holds(name, wanted):
            yield PaletteHit(name, str(path.parent), "dossier", partial(window.open, path))


def in_texts(window: MainWindow, hits: Iterable[Hit]) -> tuple[PaletteHit, ...]:
    """What was found in the texts of the dossier."""
    return tuple(
        PaletteHit(
            hit.snippet or _name(hit.number, hit.heading),
            f"{hit.work.key} · {hit.number}".rstrip(" ·"),
            "text",
            partial(show, window, hit.ref),
            hit.marks,
        )
        for hit in hits
    )


def in_glossary(window: MainWindow, found: Iterable[terms.Found]) -> tuple[PaletteHit, ...]:
    """The terms that were found: each with what the languages of the dossier call it."""
    out = []
    for each in found:
        names = [name for name in (each.concept.preferred(language) for language in terms.LANGUAGES) if name]
        others = " · ".join(name for name in dict.fromkeys(names) if name != each.term)
        run = partial(window.do, "show_terms")
        out.append(PaletteHit(f"{each.term} – {others}" if others else each.term, window.tr("term"), "term", run))
    return tuple(out)


def show(window: MainWindow, ref: Ref) -> None:
    """Go where a provision of any work of the dossier is shown."""
    desk = window.desk
    if desk.opened is None:
        return
    window.show_page(window.table)
    if desk.opened.work(ref.work).country == "eu":
        article = Ref(ref.work, ref.eid.partition("__")[0])
        _go(window, lambda: desk.go_to(article))
        window.eu.page.go_to(ref.eid)
    else:
        _go(window, lambda: desk.show(ref))
        window.national.page.go_to(ref.eid)


def _articles(window: MainWindow, wanted: list[str]) -> Iterator[PaletteHit]:
    for article in window.desk.articles():
        name = _name(article.num, article.heading)
        if _holds(name, wanted):
            go = partial(window.desk.go, article.eid)
            yield PaletteHit(name, window.tr("EU act"), "article", partial(_go, window, go))


def _commands(window: MainWindow, wanted: list[str]) -> Iterator[PaletteHit]:
    for action in window.actions_by_name.values():
        if action.isEnabled() and _holds(action.text(), wanted):
            yield PaletteHit(action.text(), action.shortcut().toString(), "command", action.trigger)


def _holds(name: str, wanted: list[str]) -> bool:
    words = fold(name).replace("…", " ").split()
    return all(any(word.startswith(each) for word in words) for each in wanted)


def _first(hits: Iterator[PaletteHit]) -> tuple[PaletteHit, ...]:
    return tuple(hit for _, hit in zip(range(_MOST), hits, strict=False))


def _go(window: MainWindow, go: Callable[[], object]) -> None:
    window.show_page(window.table)
    window.leave(go)


def _name(number: str, heading: str) -> str:
    return " ".join(part for part in (number, heading) if part)
