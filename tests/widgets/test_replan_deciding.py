"""What re-planning leaves to a person is settled there: a day typed in its row, the rest opened after it."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from planner.edits.edit import Edit
from planner.message import N_
from planner.record.ids import JourneyId
from planner.record.journey import Journey
from planner.session import Session
from planner.session.replanning import ConsequenceKind
from tests.widgets.test_replan import PATIENCE_MS, opened, said, settled, six_delivered
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.journey.journey_page import JourneyPage
from ui.journey.replan.consequence_row import ConsequenceRow
from ui.journey.replan.decided_day import DecidedDay
from ui.journey.replan.replan_view import ReplanView
from ui.shell.error_presenter import ErrorPresenter

FLIGHT = "sample-leg-tfu-akl"


def replanning(desk: Desk, session: Session, journey: Journey, qtbot: QtBot) -> ReplanView:
    """Its course re-planned, in a window of its own."""
    banner = Banner(desk)
    qtbot.addWidget(banner)
    view = ReplanView(desk, session, ErrorPresenter(banner, desk.clock), journey, journey.courses[0])
    qtbot.addWidget(view)
    view.resize(1100, 700)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    settled(view, qtbot)
    return view


@pytest.fixture
def view(desk: Desk, sample_to_read: Session, qtbot: QtBot) -> ReplanView:
    """The seventh session was missed; for tests that accept nothing."""
    journey = six_delivered(sample_to_read.journey(JourneyId("sample")))
    return replanning(desk, sample_to_read, journey, qtbot)


def row(view: ReplanView, kind: ConsequenceKind, of: str = "") -> ConsequenceRow:
    group = next(group for group in view.groups if group.kind is kind)
    group.unfold()
    return next(one for one in group.rows if of in one.consequence.key)


def day_of_flight(view: ReplanView) -> DecidedDay:
    day = row(view, ConsequenceKind.LEG).day
    assert day is not None
    return day


def type_day(view: ReplanView, qtbot: QtBot, words: str, day: DecidedDay | None = None) -> None:
    """Type a day into the row of the flight, and press Enter."""
    day = day or day_of_flight(view)
    day.field.start()
    qtbot.keyClicks(day.field.line, words)
    qtbot.keyClick(day.field.line, Qt.Key.Key_Return)


def departure(session: Session) -> dt.date:
    leg = next(one for one in session.journey(JourneyId("sample")).legs if one.id == FLIGHT)
    assert leg.departs is not None
    return leg.departs.date


def test_a_day_given_in_place_takes_all_that_hangs_on_it_along_and_is_one_step_back(
    desk: Desk, sample: Session, qtbot: QtBot
) -> None:
    sample.run(Edit(N_("Deliver six"), JourneyId("sample"), six_delivered))
    before = sample.journey(JourneyId("sample"))
    view = replanning(desk, sample, before, qtbot)
    rides = next(group for group in view.groups if group.kind is ConsequenceKind.RIDE)
    rides.fold.click()
    assert rides.rows
    type_day(view, qtbot, "2027-05-01")
    qtbot.waitUntil(lambda: view.accept.isEnabled() and "Sat 1 May, 01:30" in said(view), timeout=PATIENCE_MS)
    assert day_of_flight(view).field.line.hasFocus(), "the keyboard stays where one types"
    assert any(group.rows for group in view.groups if group.kind is ConsequenceKind.RIDE), "still unfolded"
    qtbot.keyClick(day_of_flight(view).field.line, Qt.Key.Key_Up)  # a day later, as in every field of a day
    qtbot.keyClick(day_of_flight(view).field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.accept.isEnabled() and "Sun 2 May, 01:30" in said(view), timeout=PATIENCE_MS)
    flight = row(view, ConsequenceKind.LEG)
    assert flight.box is not None
    assert flight.box.isChecked(), "whoever says the day accepts it"
    assert "You have said so." in said(flight)
    assert not any(text.startswith("The record does not say on which days") for text in said(flight))
    visit = row(view, ConsequenceKind.APPOINTMENT)
    assert "Sat 1 May, 10:00" in said(visit), "a day before the flight"
    assert visit.box is not None
    visit.box.click()
    view.accept.click()
    after = sample.journey(JourneyId("sample"))
    assert departure(sample) == dt.date(2027, 5, 2)
    moved = [a for a, b in zip(after.appointments, before.appointments, strict=True) if a != b]
    assert [one.starts.date for one in moved if one.starts] == [dt.date(2027, 5, 1)]
    sample.undo()
    assert sample.journey(JourneyId("sample")) == before


def test_an_empty_day_is_the_proposed_one_again(view: ReplanView, qtbot: QtBot) -> None:
    type_day(view, qtbot, "2027-05-02")
    qtbot.waitUntil(lambda: view.accept.isEnabled() and "Sun 2 May, 01:30" in said(view), timeout=PATIENCE_MS)
    line = day_of_flight(view).field.line
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: view.accept.isEnabled() and "Fri 30 Apr, 01:30" in said(view), timeout=PATIENCE_MS
    )
    assert line.placeholderText() == "as proposed"


def test_a_day_that_cannot_be_is_told_beside_it_and_holds_up_accepting(
    view: ReplanView, sample_to_read: Session, qtbot: QtBot
) -> None:
    before = sample_to_read.undo_label
    for words, told in (
        ("soon", "“soon” is no day; type it as 14 Apr 2027 or +3."),
        ("2027-04-29", "That is the day it has now; leave it unticked to keep it."),
    ):
        type_day(view, qtbot, words)
        assert told in said(day_of_flight(view))
        assert day_of_flight(view).field.line.accessibleDescription() == told
        qtbot.mouseClick(view.accept, Qt.MouseButton.LeftButton)
        assert sample_to_read.undo_label == before, "nothing was accepted"
        assert day_of_flight(view).field.line.hasFocus()
        assert told in said(day_of_flight(view))
        day_of_flight(view).field.line.selectAll()


def test_a_day_off_is_told_while_one_types(view: ReplanView, qtbot: QtBot) -> None:
    day = day_of_flight(view)
    day.field.start()
    qtbot.keyClicks(day.field.line, "2027-05-01")
    assert any("Labour Day" in text for text in said(day))
    assert view.weighed is not None
    assert not view._decided  # noqa: SLF001 - nothing is decided by typing alone


def test_nothing_typed_or_decided_is_lost_with_the_language(
    view: ReplanView, desk: Desk, qtbot: QtBot
) -> None:
    type_day(view, qtbot, "2027-05-02")
    qtbot.waitUntil(lambda: view.accept.isEnabled() and "Sun 2 May, 01:30" in said(view), timeout=PATIENCE_MS)
    desk.language.choose("zh_CN")
    settled(view, qtbot)
    day = day_of_flight(view)
    assert day.isVisible()
    assert day.field.line.text() == "2027年5月2日"
    assert day.field.line.hasFocus()
    flight = row(view, ConsequenceKind.LEG)
    assert flight.consequence.key in view.chosen
    qtbot.keyClick(day.field.line, Qt.Key.Key_End)
    qtbot.keyClicks(day.field.line, "x")
    desk.language.choose("en")
    settled(view, qtbot)
    assert day_of_flight(view).field.line.text() == "2027年5月2日x"


def test_what_no_tie_dates_any_more_is_given_a_day(page: JourneyPage, sample: Session, qtbot: QtBot) -> None:
    page.course_actions.fewer.click()
    view = opened(page, qtbot)
    view.form.ordered.choose_number(12)
    qtbot.waitUntil(
        lambda: view.accept.isEnabled() and any(g.kind is ConsequenceKind.REVIEW for g in view.groups)
    )
    review = row(view, ConsequenceKind.REVIEW, "weekly-review-3")
    assert review.consequence.new is None
    assert review.box is None, "there is nothing to accept yet"
    assert {"not known yet", "The new day", "Set the date yourself, or call it off."} <= said(review)
    assert review.day is not None
    type_day(view, qtbot, "2027-04-20", review.day)
    qtbot.waitUntil(
        lambda: view.accept.isEnabled() and "Tue 20 Apr, 11:00" in said(view), timeout=PATIENCE_MS
    )
    review = row(view, ConsequenceKind.REVIEW, "weekly-review-3")
    assert review.box is not None
    assert review.box.isChecked()
    assert review.consequence.key in view.chosen


def test_what_took_place_already_is_not_asked_for_a_day(view: ReplanView) -> None:
    ride = row(view, ConsequenceKind.RIDE, "fraction-07-out")
    assert ride.consequence.you_decide
    assert (ride.day, ride.open) == (None, None), "it is left as it is by not ticking it"
    assert ride.box is not None


def test_what_only_somebody_else_knows_is_opened_once_the_rest_is_accepted(
    page: JourneyPage, sample: Session, qtbot: QtBot
) -> None:
    before = sample.journey(JourneyId("sample"))
    page.open_replan("sample-course")
    view = opened(page, qtbot)
    cost = row(view, ConsequenceKind.COST, FLIGHT)
    assert cost.open is not None
    assert cost.open.accessibleName() == (
        "Accept the re-planning, then open: Cost of changing Flight 3U3811 to Auckland"
    )
    qtbot.mouseClick(cost.open, Qt.MouseButton.LeftButton)
    assert page.replan is None
    assert str(sample.undo_label) == "Re-plan 9 sessions"
    form = page.editing.panel.page
    assert form is not None
    assert form.id == FLIGHT
    qtbot.waitUntil(lambda: form.isAncestorOf(QApplication.focusWidget() or page), timeout=PATIENCE_MS)
    sample.undo()
    assert sample.journey(JourneyId("sample")) == before


def test_everything_that_a_person_decides_has_a_control(view: ReplanView) -> None:
    for group in view.groups:
        group.unfold()
        for one in group.rows:
            if one.consequence.you_decide:
                assert one.day or one.open or one.box, one.consequence.key
            for label in one.findChildren(QLabel):
                assert label.isHidden() or label.text() != "You decide" or one.day or one.open
