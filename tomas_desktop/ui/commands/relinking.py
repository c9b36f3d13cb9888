"""What can be done with a link as a whole: moving an end, splitting it, merging several; undo takes each back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tomas_desktop.errors import TomasError
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.services import correlating, messages, relinking
from tomas_desktop.ui import names
from tomas_desktop.ui.actions import Entry
from tomas_desktop.ui.dialogs.merge_links import MergeLinks
from tomas_desktop.ui.dialogs.pick_provision import PickProvision, Words
from tomas_desktop.ui.dialogs.split_link import SplitLink

if TYPE_CHECKING:
    from tomas_desktop.ui.main_window import MainWindow


def relink(window: MainWindow) -> None:
    """Ask which other national provision the link in hand leads to."""
    _move(window, window.tr("Which national provision answers instead?"), is_eu=False)


def relink_eu(window: MainWindow) -> None:
    """Ask which other EU provision the link in hand answers."""
    _move(window, window.tr("Which EU provision is answered instead?"), is_eu=True)


def _move(window: MainWindow, question: str, *, is_eu: bool) -> None:
    """Ask for another end of the link in hand, the EU one or the national one."""
    link, opened = _in_hand(window), window.desk.opened
    if link is None or opened is None:
        return
    end = link.eu if is_eu else link.national
    words = Words(question, window.tr("Move the link"))
    ref = PickProvision.ask(opened, window, words, end.work if is_eu else "", end)
    if ref is None:
        return
    to_eu, to_national = (ref, None) if is_eu else (None, ref)
    try:
        moved = relinking.relink(
            opened, link.eu, link.national, to_eu=to_eu, to_national=to_national, author=window.desk.author
        )
    except TomasError as error:
        window.say(messages.of_error(error))
        return
    if is_eu:
        window.desk.go(moved.eu.eid.partition("__")[0])
    window.desk.show(moved.national)
    _told_moved(window, link, moved)


def split(window: MainWindow) -> None:
    """Ask which narrower links the one in hand becomes."""
    link = _in_hand(window)
    opened = window.desk.opened
    if link is None or opened is None:
        return
    taken = SplitLink.ask(opened, link, window)
    if taken is None:
        return
    try:
        made = relinking.split(
            opened, link.eu, link.national, taken.pairs, keep_grade=taken.keep_grade, author=window.desk.author
        )
    except TomasError as error:
        window.say(messages.of_error(error))
        return
    window.desk.show(made[0].national)
    window.desk.answer_changed.emit()
    window.say(window.tr("%n links stand in its place; undo takes it back.", "", len(made)))


def merge(window: MainWindow) -> None:
    """Ask which links of the EU article in hand become one with the link in hand."""
    link = _in_hand(window)
    opened, article = window.desk.opened, window.desk.article
    if link is None or opened is None or article is None:
        return
    links = [each for answer in window.desk.answers() for each in answer.correlations]
    links = [each for each in links if each.national.work == link.national.work]
    if len(links) < 2:
        window.say(window.tr("Only one provision of this law is linked here: there is nothing to merge."))
        return
    beside = {each.id for each in links if each.eu == link.eu or each.national == link.national}
    taken = MergeLinks.ask(opened, links, beside, window)
    if taken is None:
        return
    try:
        made = relinking.merge(opened, taken.pairs, keep_grade=taken.keep_grade, author=window.desk.author)
    except TomasError as error:
        window.say(messages.of_error(error))
        return
    window.desk.show(made.national)
    window.desk.answer_changed.emit()
    window.inspector.correlation.show_link(made.id)
    name = names.of_pair(opened, made.eu, made.national)
    window.say(window.tr("They are one link now: {name}; undo takes it back.").format(name=name))


def _in_hand(window: MainWindow) -> Correlation | None:
    """The link that the inspector shows, with what was typed of it kept; says so where there is none."""
    window.keep()
    link, opened = window.inspector.correlation.link, window.desk.opened
    present = correlating.find(opened, link.eu, link.national) if link is not None and opened is not None else None
    if present is None:
        window.say(window.tr("Nothing is linked here."))
    return present


def _told_moved(window: MainWindow, before: Correlation, moved: Correlation) -> None:
    window.desk.answer_changed.emit()
    window.inspector.correlation.show_link(moved.id)
    opened = window.desk.opened
    name = names.of_pair(opened, moved.eu, moved.national) if opened is not None else moved.id
    if before.grade is not None and moved.grade is None:
        window.say(window.tr("The link is {name} now; grade it anew. Undo takes it back.").format(name=name))
    else:
        window.say(window.tr("The link is {name} now. Undo takes it back.").format(name=name))


ENTRIES = (
    Entry("relink", "Move the link to another national provision…", "Review", relink, "Ctrl+Shift+M"),
    Entry("relink_eu", "Move the link to another EU provision…", "Review", relink_eu),
    Entry("split", "Split the link…", "Review", split, "Ctrl+Shift+S"),
    Entry("merge", "Merge links…", "Review", merge, "Ctrl+Shift+G"),
)
