"""The journeys page by keyboard: search as one types, walk the list, open with Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from planner.edits.edit import NewJourney, RemoveJourney
from planner.message import N_
from planner.session import Changed, Session
from tests.builders import generated_journeys
from ui.caseload.journeys_model import Column
from ui.caseload.journeys_page import JourneysPage
from ui.desk import Desk
from ui.shell.top_bar import TopBar

_INSIDE = QPoint(20, 12)


def opened_page(desk: Desk, session: Session, qtbot: QtBot) -> JourneysPage:
    page = JourneysPage(desk, session)
    qtbot.addWidget(page)
    page.resize(1064, 640)
    page.show()
    qtbot.waitExposed(page)
    qtbot.waitUntil(lambda: page.is_loaded)
    page.arrive(TopBar(desk, page))
    return page


@pytest.fixture
def page(desk: Desk, caseload: Session, qtbot: QtBot) -> JourneysPage:
    return opened_page(desk, caseload, qtbot)


def names(page: JourneysPage) -> list[str]:
    return [page.model.summary(row).patient_name for row in range(page.model.rowCount())]


def test_all_journeys_come_though_not_all_at_once(page: JourneysPage, caseload: Session) -> None:
    assert [page.model.summary(row).id for row in range(60)] == caseload.journey_ids()[::-1]
    assert page.model.total == page.total == 60


def test_typing_anywhere_in_the_list_searches(page: JourneysPage, qtbot: QtBot) -> None:
    wanted = page.model.summary(30).patient_name
    page.table.setFocus()
    qtbot.keyClicks(page.table, wanted[0])
    assert page.search.hasFocus()
    qtbot.keyClicks(page.search, wanted[1:])
    assert page.search.text() == wanted
    assert names(page) == [wanted]


def test_a_list_that_comes_back_shows_where_the_keyboard_is(page: JourneysPage, qtbot: QtBot) -> None:
    page.search.setFocus()
    qtbot.keyClicks(page.search, "nobody of this name")
    clear = next(one for one in page.nothing_found.findChildren(QAbstractButton) if one.isVisible())
    clear.setFocus()
    qtbot.keyClick(clear, Qt.Key.Key_Space)
    assert page.model.rowCount() == 60
    current = page.table.currentIndex()
    assert page.table.selectionModel().isSelected(current)
    page.select(str(page.model.summary(50).id))
    page.search.setText("")
    page.table.scrollToTop()
    page.arrive(TopBar(page._desk, page))  # noqa: SLF001
    assert page.table.viewport().rect().contains(page.table.visualRect(page.table.currentIndex()).center())


def test_the_search_knows_references_and_hanzi(page: JourneysPage, qtbot: QtBot) -> None:
    summary = page.model.summary(12)
    for words in (summary.reference, summary.patient_name_hanzi[:2]):
        page.search.setText(words)
        assert summary.patient_name in names(page)
        assert len(names(page)) < 60


def test_down_goes_into_the_list_and_enter_opens_what_is_selected(page: JourneysPage, qtbot: QtBot) -> None:
    page.search.setFocus()
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    wanted = page.model.summary(1).id
    with qtbot.waitSignal(page.opened) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert told.args == [wanted]


def test_enter_in_the_search_opens_what_was_found(page: JourneysPage, qtbot: QtBot) -> None:
    wanted = page.model.summary(20)
    page.search.setText(wanted.patient_name)
    with qtbot.waitSignal(page.opened) as told:
        qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert told.args == [wanted.id]


def test_nothing_found_says_so_and_offers_the_way_back(page: JourneysPage, qtbot: QtBot) -> None:
    page.search.setText("nobody has this name")
    assert page.nothing_found.isVisible()
    page.show_all()
    assert page.table.isVisible()
    assert page.model.rowCount() == 60


def test_escape_empties_the_search(page: JourneysPage, qtbot: QtBot) -> None:
    page.search.setText("x")
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""


def test_a_phase_chip_narrows_and_its_count_is_what_it_shows(page: JourneysPage, qtbot: QtBot) -> None:
    chip = page.phases.button("after")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.text().endswith(str(page.model.rowCount()))
    assert 0 < page.model.rowCount() < 60


def test_clicking_a_header_sorts_and_a_third_click_gives_the_order_back(
    page: JourneysPage, qtbot: QtBot
) -> None:
    as_kept = names(page)
    header = page.table.horizontalHeader()
    for expected in (
        sorted(as_kept, key=str.casefold),
        sorted(as_kept, key=str.casefold, reverse=True),
        as_kept,
    ):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=_INSIDE)
        assert names(page) == expected


def test_the_page_is_painted_in_both_languages_and_both_themes(
    page: JourneysPage, desk: Desk, qtbot: QtBot
) -> None:
    """A delegate that fails while painting would only be heard of as a Qt message, which fails the test."""
    pictures: list[QImage] = []
    for language in ("en", "zh_CN"):
        desk.language.choose(language)
        for theme in ("light", "dark"):
            desk.theme.choose(theme)
            pictures.append(page.grab().toImage())
    assert len({picture.cacheKey() for picture in pictures}) == 4
    assert all(one != other for place, one in enumerate(pictures) for other in pictures[place + 1 :])


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_bars_of_a_chosen_row_have_a_track_that_is_seen_on_it(
    page: JourneysPage, desk: Desk, look: str
) -> None:
    desk.theme.choose(look)
    row = next(at for at in range(60) if bar_is_seen(page, at))
    page.table.selectRow(row)
    page.table.scrollTo(page.model.index(row, 0))
    page.table.viewport().update()
    for column in (Column.PHASE, Column.FRACTIONS):
        colours = colours_of(page, row, column)
        assert desk.theme.colours.accent_track in colours
        assert desk.theme.colours.pressed not in colours
        page.table.clearSelection()
        assert desk.theme.colours.pressed in colours_of(page, row, column)
        page.table.selectRow(row)


def bar_is_seen(page: JourneysPage, row: int) -> bool:
    """Whether the row has a stripe, and sessions that are still to come."""
    summary = page.model.summary(row)
    return bool(summary.stripe) and summary.fractions_delivered < (summary.fractions_prescribed or 0)


def colours_of(page: JourneysPage, row: int, column: Column) -> set[str]:
    """Every colour in a cell as it is painted."""
    picture = page.table.viewport().grab(page.table.visualRect(page.model.index(row, column))).toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def test_an_empty_record_says_what_a_journey_is(desk: Desk, empty: Session, qtbot: QtBot) -> None:
    page = opened_page(desk, empty, qtbot)
    assert page.no_journey.isVisible()
    assert not page.table.isVisible()


def test_a_journey_that_comes_or_goes_is_seen_at_once(desk: Desk, empty: Session, qtbot: QtBot) -> None:
    page = opened_page(desk, empty, qtbot)
    told: list[Changed] = []
    empty.on_change(told.append)
    journey = next(iter(generated_journeys(1)))
    empty.run(NewJourney(N_("New journey"), journey))
    page.refresh(told[-1])
    assert page.current == journey.id
    assert page.table.isVisible()
    empty.run(RemoveJourney(N_("Remove the journey"), journey.id))
    page.refresh(told[-1])
    assert page.model.rowCount() == 0
    assert page.no_journey.isVisible()
