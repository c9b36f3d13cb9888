"""Presenting: the provision in hand or the running order on the whole screen; the workshop from its beginning."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tomas_desktop.errors import TomasError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import own_articles
from tomas_desktop.services import messages, running_orders, workshop
from tomas_desktop.ui import finding, tasks, theme
from tomas_desktop.ui.actions import Entry
from tomas_desktop.ui.commands import dossier
from tomas_desktop.ui.presentation.order_panel import OrderPanel
from tomas_desktop.ui.presentation.performance import Performance
from tomas_desktop.ui.presentation.stage import Stage

if TYPE_CHECKING:
    from pathlib import Path

    from tomas_desktop.ui.main_window import MainWindow


def present(window: MainWindow, ref: Ref | None = None) -> Stage | None:
    """Show a provision on the whole screen, the one in hand without; from there through all articles."""
    window.keep()
    desk = window.desk
    if desk.opened is None or desk.act is None or desk.article is None:
        window.say(window.tr("Open a dossier with an EU act first."))
        return None
    performance = _performance(window, ref.work if ref else desk.act.work)
    if ref is not None:
        performance.begin(ref)
    else:
        performance.begin(Ref(desk.act.work, desk.article.eid), desk.answer.ref if desk.answer else None)
    return _begin(window, performance)


def present_order(window: MainWindow, at: int = 0) -> Stage | None:
    """Go through the running order on the whole screen, from a stop on."""
    window.keep()
    if window.desk.opened is None:
        window.say(window.tr("Open a dossier with an EU act first."))
        return None
    performance = _performance(window, window.desk.act.work if window.desk.act else "")
    if not performance.take_order(at):
        window.say(window.tr("There is no running order yet. Add provisions to it, then present it."))
        return None
    return _begin(window, performance)


def begin(window: MainWindow, ref: Ref | None) -> Stage | None:
    """Present a provision, a work from its first article on, or, with neither, the running order if there is one."""
    opened = window.desk.opened
    if opened is None or (ref is not None and ref.eid):
        return present(window, ref)
    if ref is None:
        has_order = bool(running_orders.of_name(opened).stops)
        return present_order(window) if has_order else present(window)
    first = next(iter(own_articles(opened.nodes(opened.expression(ref.work)))), None)
    return present(window, Ref(ref.work, first.eid) if first else None)


def _performance(window: MainWindow, work: str) -> Performance:
    desk = window.desk
    assert desk.opened is not None
    law, key = desk.law(), desk.proposal_key()
    is_eu = bool(work) and desk.opened.work(work).country == "eu"
    act = work if is_eu else desk.act.work if desk.act else ""
    return Performance(desk.opened, act=act, proposals={law.key: key} if law and key else {})


def _begin(window: MainWindow, performance: Performance) -> Stage:
    """Put it on the screen. The window behind stays as it is, and has the keyboard again afterwards."""
    for other in window.findChildren(Stage):
        other.close()
    stage = Stage(performance, window, is_dark=theme.chosen(window.settings.theme).dark)
    window.desk.content_changed.connect(stage.refresh)
    window.desk.act_changed.connect(stage.close)
    stage.left.connect(window.activateWindow)
    stage.begin()
    return stage


def add_stop(window: MainWindow) -> None:
    """Put the provision in hand at the end of the running order: the national one where one stands in its column."""
    desk = window.desk
    if desk.opened is None or desk.act is None or desk.article is None:
        window.say(window.tr("Open a dossier with an EU act first."))
        return
    window.keep()
    answer, focus = desk.answer, window.focusWidget()
    is_national = any(pane.isAncestorOf(focus) for pane in (window.national, window.proposal))
    ref = answer.ref if answer and is_national else Ref(desk.act.work, desk.article.eid)
    order = running_orders.add(desk.opened, ref, author=desk.author)
    window.say(window.tr("Stop {number} of the running order: {ref}").format(number=len(order.stops), ref=ref))


def order_panel(window: MainWindow) -> OrderPanel:
    """The running order for the edge of the window."""
    panel = OrderPanel(window.desk)
    window.installEventFilter(panel)
    panel.add_asked.connect(partial(add_stop, window))
    panel.present_asked.connect(partial(present_order, window))
    panel.go_asked.connect(partial(finding.show, window))
    return panel


def show_order(window: MainWindow) -> OrderPanel:
    """Show the running order at the edge of the window, or put it away."""
    dock = window.dock("running_order")
    panel = dock.widget()
    assert isinstance(panel, OrderPanel)
    dock.setVisible(dock.visibleRegion().isEmpty())  # one that stands behind another is brought in front
    if not dock.isHidden():
        dock.raise_()
        panel.list.setFocus()
    return panel


def reset_workshop(window: MainWindow) -> None:
    """Set the workshop back to its beginning; the dossier as it is now is kept beside it."""
    opened = window.desk.opened
    if opened is None or not workshop.is_workshop(opened):
        dossier.open_workshop(window)
        return
    path = opened.path
    window.say(window.tr("Building the workshop dossier…"))

    def built(fresh: Path) -> None:
        if window.desk.opened is None or window.desk.opened.path != path:
            fresh.unlink(missing_ok=True)  # another dossier was opened meanwhile
            return
        window.keep()
        window.desk.close()
        try:
            kept = workshop.swap(path, fresh)
        except TomasError as error:
            window.open(path)
            window.say(messages.of_error(error))
            return
        window.open(path)
        window.say(window.tr("The workshop is as it was at first. Yours is kept as {name}.").format(name=kept.name))

    tasks.run(lambda: workshop.prepare(path), built, window.failed, window)


ENTRIES = (
    Entry("present", "Present this provision", "Present", present, "F5"),
    Entry("present_order", "Present the running order", "Present", present_order, "Shift+F5"),
    Entry("add_stop", "Add this provision to the running order", "Present", add_stop, "Ctrl+Shift+F5"),
    Entry("running_order", "Running order…", "Present", show_order, "Ctrl+F5"),
    Entry("reset_workshop", "Reset the workshop", "Present", reset_workshop),
)
