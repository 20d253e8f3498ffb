"""A session is missed: said so, the course planned again, accepted, a second revision issued; then undone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.edits.edit import Edit
from planner.message import N_
from planner.record.fraction import FractionState, MissedReason
from planner.record.ids import JourneyId
from planner.record.journey import Journey
from planner.session import Session
from tests.widgets.conftest import NOW, AtWork
from tests.widgets.typing import click
from ui.journey.itinerary.itinerary_view import ItineraryView
from ui.journey.journey_page import JourneyPage
from ui.shell.workspace import Workspace


def six_delivered(journey: Journey) -> Journey:
    course = journey.courses[0]
    fractions = tuple(
        replace(one, state=FractionState.DELIVERED) if one.starts.date < NOW.date() else one
        for one in course.fractions
    )
    return replace(journey, courses=(replace(course, fractions=fractions),))


@pytest.fixture
def space(at_work: AtWork, sample: Session) -> Workspace:
    sample.run(Edit(N_("Six sessions"), JourneyId("sample"), six_delivered))
    return at_work(sample)


def issue(page: JourneyPage, qtbot: QtBot, number: int) -> ItineraryView:
    """Issue the next revision to the patient, from its tab."""
    click(page.tabs.button("itinerary"))
    view = page.shown_view
    assert isinstance(view, ItineraryView)
    qtbot.waitUntil(view.issue.isEnabled, timeout=20_000)
    click(view.issue)
    qtbot.waitUntil(view.issuing.issue.isEnabled, timeout=20_000)
    assert str(number) in view.issuing.issue.text()
    with qtbot.waitSignal(view.issued, timeout=20_000):
        click(view.issuing.issue)
    journey = page.journey
    assert journey is not None
    assert journey.issues[-1].revision == number
    return view


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
def test_from_the_missed_session_to_the_second_revision_and_back(space: Workspace, qtbot: QtBot) -> None:
    session = space.session
    space.open_journey("sample")
    page = space.page
    assert isinstance(page, JourneyPage)
    issue(page, qtbot, 1)
    before = session.journey("sample")

    page.go_to("course")
    click(page.course_actions.missed)
    view = page.replan
    assert view is not None
    reason = view.form.reason
    reason.setFocus()
    for _ in range(1 + list(MissedReason).index(MissedReason.PATIENT_UNWELL)):
        QTest.keyClick(reason, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: view.weighed is not None and view.accept.isEnabled(), timeout=20_000)
    click(view.everything)
    click(view.accept)
    after = session.journey("sample")
    first, second = (one for one in after.courses[0].fractions if one.number == 7)
    assert (first.state, first.missed_reason) == (FractionState.MISSED, MissedReason.PATIENT_UNWELL)
    assert second.starts.date > first.starts.date
    assert after.legs != before.legs

    issue(page, qtbot, 2)
    issued = session.journey("sample")
    assert [one.revision for one in issued.issues] == [1, 2]
    assert issued.issues[1].replaces == 1

    space.undo.trigger()
    assert session.journey("sample") == after
    space.undo.trigger()
    assert session.journey("sample") == before
    space.redo.trigger()
    assert session.journey("sample") == after
    space.undo.trigger()
    assert session.journey("sample") == before
    assert page.journey == before
