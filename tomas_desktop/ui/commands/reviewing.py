"""Looking over the whole: the coverage board, the three countries side by side, the suggestions."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton

from tomas_desktop.errors import TomasError
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import borrowing, coverage_sheet, drafting, messages
from tomas_desktop.ui import file_places, names, tasks, theme
from tomas_desktop.ui.actions import Entry
from tomas_desktop.ui.dialogs.borrow_wording import BorrowWording, Choice
from tomas_desktop.ui.views.coverage_board import CoverageBoard
from tomas_desktop.ui.views.regional_page import RegionalPage

if TYPE_CHECKING:
    from tomas_desktop.ui.main_window import MainWindow


# ---- the coverage board ------------------------------------------------------------------------------------


def show_board(window: MainWindow) -> None:
    """Show how far each country answers each article of the EU act."""
    board = window.pages.of_kind(CoverageBoard) or _new_board(window)
    window.leave(lambda: window.show_page(board))
    board.take_keyboard()


def _new_board(window: MainWindow) -> CoverageBoard:
    board = CoverageBoard(window.desk, theme.chosen(window.settings.theme))
    button = QToolButton()
    button.setText(window.tr("Share"))
    button.setAccessibleName(window.tr("Share the board"))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    for name in ("copy_board", "export_board_word", "export_board_html"):
        menu.addAction(window.actions_by_name[name])
    button.setMenu(menu)
    board.corner.addWidget(button)
    board.chosen.connect(lambda eu, country: go_to_answer(window, eu, country))
    board.left.connect(lambda: window.show_page(window.table))
    window.pages.addWidget(board)
    return board


def go_to_answer(window: MainWindow, eu: Ref, country: str) -> None:
    """Go to an EU article with the answer of a country, what is suggested there where it has none; going back leads to
    the page again."""
    desk, page = window.desk, window.pages.currentWidget()
    window.show_page(window.table)
    window.leave(lambda: desk.go_to(eu))
    if desk.opened is not None and country:
        opened = desk.opened
        of_country = [n for n, a in enumerate(desk.answers()) if opened.work(a.ref.work).country == country]
        suggested = [each for each in desk.suggested() if opened.work(each.national.work).country == country]
        if of_country:
            desk.choose_answer(of_country[0])
        elif suggested:
            desk.look_at(suggested[0].national)
        else:
            window.say(window.tr("{country} has no answer here yet.").format(country=names.of_country(country)))
    window.pages.note_origin(page)
    window.do("focus_navigator")


def copy_board(window: MainWindow) -> None:
    """Put the board into the clipboard as a picture."""
    board = _counted(window)
    if board is not None:
        QGuiApplication.clipboard().setImage(board.picture())
        window.say(window.tr("The board is in the clipboard as a picture."))


def export_board(form: coverage_sheet.Format, window: MainWindow) -> None:
    """Ask for a name and write the board, as it is filtered, as a file."""
    board = _counted(window)
    if board is None or board.model.board is None:
        return
    ending, words = {"docx": ("docx", "Word (*.docx)"), "html": ("html", "HTML (*.html)")}[form]
    name, _ = QFileDialog.getSaveFileName(
        window, window.tr("Save the coverage board"), file_places.beginning(f"coverage.{ending}"), words
    )
    if name:
        path = Path(name if name.endswith(f".{ending}") else f"{name}.{ending}")
        write_board(window, board, form, path)


def write_board(window: MainWindow, board: CoverageBoard, form: coverage_sheet.Format, path: Path) -> None:
    """Write the board as it is filtered, in the background."""
    counted, lines, title = board.model.board, board.lines(), board.act.text()
    assert counted is not None
    called = {country: names.of_country(country) for country in counted.countries}
    countries = board.shown_countries()

    def write() -> Path:
        return coverage_sheet.write(path, counted, title, called, form, lines, countries)

    def written(file: Path) -> None:
        link = QUrl.fromLocalFile(str(file.resolve())).toString()
        window.say(window.tr("Written: {link}").format(link=f'<a href="{link}">{file.name}</a>'))

    tasks.run(write, written, window.failed, window)


def _counted(window: MainWindow) -> CoverageBoard | None:
    board = window.pages.of_kind(CoverageBoard)
    if board is None or board.model.board is None:
        window.say(window.tr("Open the coverage board first."))
        return None
    return board


# ---- three countries ---------------------------------------------------------------------------------------


def show_countries(window: MainWindow) -> None:
    """Show the EU article in hand with what answers it in every country."""
    page = window.pages.of_kind(RegionalPage) or _new_regional(window)
    window.leave(lambda: window.show_page(page))
    page.take_keyboard()


def _new_regional(window: MainWindow) -> RegionalPage:
    page = RegionalPage(window.desk, theme.chosen(window.settings.theme))
    page.left.connect(lambda: window.show_page(window.table))
    page.stepped.connect(lambda by: window.leave(lambda: window.desk.step(by)))
    page.chosen.connect(lambda eu: window.leave(lambda: window.desk.go_to(eu)))
    page.borrow_asked.connect(lambda country: borrow(window, country))
    window.pages.addWidget(page)
    return page


def borrow(window: MainWindow, country: str) -> None:
    """Ask which wording of a neighbour a country is to begin with, draft it there and go to it."""
    page = window.pages.of_kind(RegionalPage)
    opened, view = window.desk.opened, page.shown if page else None
    if opened is None or page is None or view is None:
        return
    sources = [a.link.national for side in view.sides if side.country != country for a in side.answers]
    own = [a.link.national for side in view.sides if side.country == country for a in side.answers]
    sources = [ref for ref in dict.fromkeys(sources) if ref.eid]
    if not sources:
        window.say(window.tr("No neighbour has a wording to borrow here."))
        return
    near = next((ref for ref in own if ref.eid), None)
    look = theme.chosen(window.settings.theme)
    choice = BorrowWording.ask(opened, country, sources, near, look, window)
    if choice is not None:
        take_wording(window, choice, view.eu)


def take_wording(window: MainWindow, choice: Choice, eu: Ref) -> None:
    """Draft a borrowed wording, say where it comes from and show it."""
    opened, page = window.desk.opened, window.pages.currentWidget()
    assert opened is not None
    law = choice.target.work
    key = next((one.key for one in drafting.proposals_of(opened, law)), f"{law}-proposal")
    try:
        borrowed = borrowing.borrow(
            opened,
            key,
            choice.target,
            choice.source,
            replacing=choice.replacing,
            basis=eu,
            author=window.desk.author,
        )
    except TomasError as error:
        window.say(messages.of_error(error))
        return
    window.show_page(window.table)
    window.desk.look_at(choice.target)
    window.pages.note_origin(page)
    window.say(borrowed.comment.text)


# ---- suggestions -------------------------------------------------------------------------------------------


def show_suggestions(tab: int, window: MainWindow) -> None:
    """Show what may answer the article in hand (0), the whole act to be looked through (1) or what needs no answer
    (2)."""
    window.show_page(window.table)
    window.bring("suggestions")
    window.suggestions.tabs.setCurrentIndex(tab)
    window.suggestions.take_keyboard()


ENTRIES = (
    Entry("coverage", "Coverage of the EU act", "Review", show_board, "Ctrl+Shift+B"),
    Entry("countries", "The countries side by side", "Review", show_countries, "Ctrl+Alt+5"),
    Entry("suggest_here", "Suggestions for this article", "Review", partial(show_suggestions, 0), "Ctrl+Shift+L"),
    Entry("suggest_act", "Look through all suggestions", "Review", partial(show_suggestions, 1), "Ctrl+Alt+L"),
    Entry("no_answer_needed", "What needs no national answer", "Review", partial(show_suggestions, 2)),
    Entry("copy_board", "Copy the board as a picture", "Review", copy_board),
    Entry("export_board_word", "Save the board as Word…", "Review", partial(export_board, "docx")),
    Entry("export_board_html", "Save the board as HTML…", "Review", partial(export_board, "html")),
)
