"""What one works at stays where it is in view, whatever comes and goes above it and however late."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.edits.edit import DirectoryEdit, Edit
from planner.edits.things import add
from planner.message import N_
from planner.record.course import Course
from planner.record.document import DocumentState
from planner.record.ids import CourseId, DocumentId, JourneyId
from planner.record.journey import Journey
from planner.session import Session
from tests.widgets.conftest import AtWork
from tests.widgets.typing import type_value
from ui.editing.new_journey_page import NewJourneyPage
from ui.journey.journey_page import JourneyPage
from ui.journey.row_frame import RowFrame

SAMPLE = JourneyId("sample")
_UNTIL_AT_REST = 300
_TURNS_AT_REST = 10


def more_papers(journey: Journey) -> Journey:
    first = journey.documents[0]
    wanted = replace(first, sendings=(), events=(), state=DocumentState.NEEDED)
    several = tuple(replace(wanted, id=DocumentId(f"more-{n}")) for n in range(4))
    return replace(journey, documents=(*several, *journey.documents))


def fewer_papers(journey: Journey) -> Journey:
    return replace(journey, documents=journey.documents[4:])


def row_at_the_top(page: JourneyPage, section: str, number: int, qtbot: QtBot) -> tuple[RowFrame, str]:
    """Scroll by hand so that a row of this section stands at the top; the row and what it is about.

    Rows that have only just been made have not the height yet that their words take.
    """
    row = page.cards[section].findChildren(RowFrame)[number]
    tops: list[int] = []

    def rests() -> bool:
        tops.append(row.mapTo(page.area.sheet, QPoint(0, 0)).y())
        return len(tops) > _TURNS_AT_REST and len(set(tops[-_TURNS_AT_REST:])) == 1

    qtbot.waitUntil(rests)
    page.area.verticalScrollBar().setValue(tops[-1] - 3)
    return row, row.subject


def height_in_view(page: JourneyPage, widget: QWidget | None) -> int:
    assert widget is not None
    return widget.mapTo(page.area, QPoint(0, 0)).y()


@pytest.mark.parametrize("section", ["travel", "money"])
def test_the_row_at_the_top_stays_while_others_come_and_go_above(
    section: str, page: JourneyPage, sample: Session, qtbot: QtBot
) -> None:
    _row, subject = row_at_the_top(page, section, 2, qtbot)
    at, scrolled = height_in_view(page, page.cards[section].row_of(subject)), page.scroll_place
    for change in (more_papers, fewer_papers):
        sample.run(Edit(N_("Papers"), SAMPLE, change))
        qtbot.waitUntil(lambda: page.is_complete)
        QTest.qWait(_UNTIL_AT_REST)
        assert height_in_view(page, page.cards[section].row_of(subject)) == at
        assert page.scroll_place != scrolled  # so there was something to follow
        scrolled = page.scroll_place
    page.area.verticalScrollBar().setValue(0)
    sample.run(Edit(N_("Papers"), SAMPLE, more_papers))
    qtbot.waitUntil(lambda: page.is_complete)
    assert page.scroll_place == 0  # at the very top nothing is above


def test_the_section_gone_to_stays_until_one_reads_on(
    page: JourneyPage, sample: Session, qtbot: QtBot
) -> None:
    page.go_to("travel")
    qtbot.waitUntil(lambda: 0 < height_in_view(page, page.cards["travel"]) < 40)
    qtbot.waitUntil(lambda: not page.area.is_going)
    at = height_in_view(page, page.cards["travel"])
    sample.run(Edit(N_("Papers"), SAMPLE, more_papers))
    QTest.qWait(_UNTIL_AT_REST)
    assert height_in_view(page, page.cards["travel"]) == at
    assert page.tabs.key == "travel"


def test_another_width_keeps_what_one_reads(page: JourneyPage, qtbot: QtBot) -> None:
    _row, subject = row_at_the_top(page, "appointments", 3, qtbot)
    at = height_in_view(page, page.cards["appointments"].row_of(subject))
    for width in (1000, 1600):
        page.window().resize(width, 800)
        QTest.qWait(_UNTIL_AT_REST)
        qtbot.waitUntil(lambda: height_in_view(page, page.cards["appointments"].row_of(subject)) == at)


def test_after_the_sessions_are_laid_the_course_is_where_it_was(
    empty: Session, sample_to_read: Session, at_work: AtWork, qtbot: QtBot
) -> None:
    """The tasks that follow from them and what the rules say stand above, and come in later turns."""
    shared = sample_to_read.directory()
    centre = sample_to_read.journey("sample").courses[0].centre
    course = Course(id=CourseId("course"), centre=centre, fractions_prescribed=15)
    empty.run(DirectoryEdit(N_("Directory"), lambda _: shared))
    space = at_work(empty)
    space.resize(1280, 720)
    space.go("new-journey")
    begun = space.page
    assert isinstance(begun, NewJourneyPage)
    type_value(qtbot, begun.rows["traveller.surname"].field, "SPECIMEN")
    begun.pathways.buttons["proton-liver"].click()
    begun.begin.click()
    page = space.page
    assert isinstance(page, JourneyPage)
    assert page.journey is not None
    empty.run(add(page.journey, course, directory=shared))
    qtbot.waitUntil(lambda: page.is_complete)
    page.go_to("course")
    qtbot.waitUntil(lambda: page.is_complete and 0 < height_in_view(page, page.cards["course"]) < 40)
    qtbot.waitUntil(lambda: not page.area.is_going)
    above = page.cards["course"].y()
    qtbot.mouseClick(page.course_actions.lay, Qt.MouseButton.LeftButton)
    form = page.course_actions.laying
    assert form is not None
    type_value(qtbot, form.rows["start"].field, dt.date(2027, 4, 5))
    bar = page.area.verticalScrollBar()
    bar.setValue(page.cards["course"].y() + 44)
    at = height_in_view(page, page.cards["course"])
    qtbot.mouseClick(form.lay, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.is_complete)
    QTest.qWait(_UNTIL_AT_REST)
    assert page.cards["course"].y() != above
    assert height_in_view(page, page.cards["course"]) == at
    assert page.tabs.key == "course"
