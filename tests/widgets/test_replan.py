"""Delivered with one click, missed with a reason, re-planned with every consequence seen; undone at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from planner.edits.edit import Edit
from planner.message import N_
from planner.record.fraction import Fraction, FractionState, MissedReason
from planner.record.ids import CourseId, FractionId, JourneyId
from planner.record.journey import Journey
from planner.record.text import Text
from planner.session import Session
from planner.session.replanning import ConsequenceKind
from tests.widgets.conftest import NOW, main_window
from ui.desk import Desk
from ui.journey.course_actions import CourseActions
from ui.journey.journey_page import JourneyPage
from ui.journey.replan.consequence_row import is_told_only
from ui.journey.replan.happened_form import HappenedForm
from ui.journey.replan.replan_view import ReplanView
from ui.journey.replan.session_moves import SessionMoves
from ui.shell.workspace import Workspace
from ui.theme.tokens import Tone

DAY_7 = dt.date(2027, 4, 14)
PATIENCE_MS = 60_000
"""How long a machine that does other things as well may take; nothing waits for so long on its own."""


def six_delivered(journey: Journey) -> Journey:
    """The sample on the morning of its seventh session."""
    course = journey.courses[0]
    sessions = tuple(
        replace(one, state=FractionState.DELIVERED) if one.starts.date < DAY_7 else one
        for one in course.fractions
    )
    return replace(journey, courses=(replace(course, fractions=sessions),))


@pytest.fixture
def space(desk: Desk, qtbot: QtBot, sample: Session) -> Iterator[Workspace]:
    sample.run(Edit(N_("Deliver six"), JourneyId("sample"), six_delivered))
    with main_window(desk, qtbot) as window:
        window.enter(sample, None)
        assert window.workspace is not None
        window.workspace.open_journey("sample")
        yield window.workspace


@pytest.fixture
def page(space: Workspace) -> JourneyPage:
    page = space.page
    assert isinstance(page, JourneyPage)
    page.go_to_section("course")
    return page


@pytest.fixture
def actions(page: JourneyPage) -> CourseActions:
    return page.course_actions


def opened(page: JourneyPage, qtbot: QtBot) -> ReplanView:
    view = page.replan
    assert view is not None
    settled(view, qtbot)
    return view


def settled(view: ReplanView, qtbot: QtBot) -> None:
    qtbot.waitUntil(view.accept.isEnabled, timeout=PATIENCE_MS)


def said(widget: QWidget) -> set[str]:
    QApplication.processEvents()
    return {label.text() for label in widget.findChildren(QLabel) if label.isVisible()}


def sessions(space: Workspace, number: int) -> list[Fraction]:
    course = space.session.journey("sample").courses[0]
    return [one for one in course.fractions if one.number == number]


def test_today_s_session_is_delivered_with_one_click(space: Workspace, actions: CourseActions) -> None:
    assert "Today: session 7, Wed 14 Apr, 10:20" in said(actions)
    actions.delivered.setFocus()
    actions.delivered.click()
    [seventh] = sessions(space, 7)
    assert seventh.state is FractionState.DELIVERED
    assert seventh.delivered_at is not None
    assert seventh.delivered_at.time is None  # nobody said at what time
    assert space.undo.text() == "Undo: Mark session 7 as delivered"
    assert "Next: session 8, Thu 15 Apr, 10:20" in said(actions)
    assert actions.delivered.isHidden()
    assert actions.replan.hasFocus()


def test_of_two_courses_one_says_which_is_marked_and_re_planned(
    space: Workspace, page: JourneyPage, actions: CourseActions, qtbot: QtBot
) -> None:
    assert actions.which.isHidden()

    def with_a_boost(journey: Journey) -> Journey:
        first = journey.courses[0]
        later = tuple(
            replace(one, id=FractionId(f"boost-{one.number}"), state=FractionState.PLANNED)
            for one in first.fractions
            if one.number >= 9
        )
        boost = replace(first, id=CourseId("boost"), site=Text({"en": "Boost"}), fractions=later)
        return replace(journey, courses=(first, boost))

    space.session.run(Edit(N_("Add a boost"), JourneyId("sample"), with_a_boost))
    assert actions.which.isVisible()
    assert "Today: session 7, Wed 14 Apr, 10:20" in said(actions)
    actions.which.setFocus()
    qtbot.keyClicks(actions.which, "Boost")
    assert "Next: session 9, Fri 16 Apr, 10:20" in said(actions)
    assert actions.delivered.isHidden()
    qtbot.mouseClick(actions.missed, Qt.MouseButton.LeftButton)
    view = opened(page, qtbot)
    assert view.form.missed_session is not None
    assert view.form.missed_session.id == "boost-9"


def test_a_session_of_an_earlier_day_is_asked_for_first(space: Workspace, actions: CourseActions) -> None:
    space.undo.trigger()
    assert "Not marked yet: session 1, Tue 6 Apr, 10:20" in said(actions)


def test_missed_re_planned_accepted_and_undone(
    space: Workspace, page: JourneyPage, actions: CourseActions, qtbot: QtBot
) -> None:
    before = space.session.journey("sample")
    actions.missed.click()
    view = opened(page, qtbot)
    assert view.form.missed_session is not None
    assert view.form.missed_session.number == 7
    view.form.reason.setCurrentIndex(1 + list(MissedReason).index(MissedReason.PATIENT_UNWELL))
    settled(view, qtbot)
    assert {"7", "Wed 14 Apr", "Thu 15 Apr"} <= said(view)
    assert view.weighed is not None
    leg = next(g for g in view.groups if g.rows and g.rows[0].consequence.kind is ConsequenceKind.LEG)
    assert leg.rows[0].box is not None
    assert "Needs rebooking" in said(leg)
    view.everything.click()
    leg.rows[0].box.click()
    assert leg.rows[0].consequence.key not in view.chosen
    view.accept.click()
    after = space.session.journey("sample")
    missed, again = sessions(space, 7)
    assert (missed.state, missed.missed_reason) == (FractionState.MISSED, MissedReason.PATIENT_UNWELL)
    assert again.starts.date == dt.date(2027, 4, 15)
    assert [one.departs for one in after.legs if one.id == leg.rows[0].consequence.subject.id] == [
        one.departs for one in before.legs if one.id == leg.rows[0].consequence.subject.id
    ]
    assert page.replan is None
    assert page.tabs.key == "course"
    assert space.banner.accessibleName().startswith("Done: Re-plan 9 sessions")
    space.banner.offer.click()
    assert space.session.journey("sample") == before


def test_what_hangs_on_something_not_ticked_cannot_be_ticked(
    page: JourneyPage, actions: CourseActions, qtbot: QtBot
) -> None:
    actions.missed.click()
    view = opened(page, qtbot)
    assert view.chosen == {"sessions"} | {k for k in view.chosen if not k.startswith(("leg/", "stay/"))}
    stay = next(g for g in view.groups if g.rows and g.rows[0].consequence.kind is ConsequenceKind.STAY)
    leg = next(g for g in view.groups if g.rows and g.rows[0].consequence.kind is ConsequenceKind.LEG)
    assert stay.rows[0].box is not None
    assert leg.rows[0].box is not None
    assert not stay.rows[0].box.isEnabled()
    assert any(text.startswith("Tick first: ") for text in said(stay))
    leg.rows[0].box.click()
    assert stay.rows[0].box.isEnabled()
    stay.rows[0].box.click()
    assert stay.rows[0].consequence.key in view.chosen
    leg.rows[0].box.click()
    assert stay.rows[0].consequence.key not in view.chosen
    assert not stay.rows[0].box.isChecked()


def test_nothing_is_ticked_and_no_way_out_is_chosen_beforehand(
    page: JourneyPage, actions: CourseActions, qtbot: QtBot
) -> None:
    actions.missed.click()
    view = opened(page, qtbot)
    assert view.weighed is not None
    told = {one.key for one in view.weighed.proposal.consequences if is_told_only(one)}
    assert view.chosen - told == {"sessions"}
    assert not any(row.box.isChecked() for group in view.groups for row in group.rows if row.box)
    assert view.weighed.proposal.options
    assert "Ways to win back days; none is chosen" in said(view)
    assert any(text.startswith("Needs: ") for text in said(view))


def test_findings_before_and_after_follow_what_is_ticked(
    page: JourneyPage, actions: CourseActions, qtbot: QtBot
) -> None:
    actions.missed.click()
    view = opened(page, qtbot)
    assert view.weighed is not None

    def counted() -> str:
        return next(text for text in said(view) if text.startswith("Findings: "))

    with_nothing = counted()
    view.everything.click()
    assert counted() != with_nothing
    assert counted().endswith(f"{len(view.weighed.findings_after)} after")


def test_a_machine_that_is_down_moves_what_fell_on_those_days(
    space: Workspace, page: JourneyPage, actions: CourseActions, qtbot: QtBot
) -> None:
    actions.replan.click()
    view = opened(page, qtbot)
    view.form.kind.button("down").click()
    view.form.choose_day(view.form.first, dt.date(2027, 4, 15))
    view.form.choose_day(view.form.last, dt.date(2027, 4, 16))
    qtbot.waitUntil(lambda: view.accept.isEnabled() and "Mon 19 Apr" in said(view), timeout=PATIENCE_MS)
    assert view.only_missed.isHidden()
    view.accept.click()
    [eighth] = sessions(space, 8)
    assert eighth.starts.date == dt.date(2027, 4, 19)


def test_fewer_sessions_as_the_doctor_ordered(
    space: Workspace, page: JourneyPage, actions: CourseActions, qtbot: QtBot
) -> None:
    before = space.session.journey("sample")
    qtbot.mouseClick(actions.fewer, Qt.MouseButton.LeftButton)
    view = opened(page, qtbot)
    form = view.form.ordered
    assert form.number.currentText() == "14: 1 fewer"
    assert min(form.numbers) == 6  # what is delivered stays
    form.choose_number(12)
    qtbot.waitUntil(
        lambda: "3 sessions change; 0 of 40 consequences ticked" in said(view), timeout=PATIENCE_MS
    )
    assert {"Sessions that are no longer held", "13", "Thu 22 Apr", "15", "Mon 26 Apr", "cancelled"} <= said(
        view
    )
    [moves] = view.findChildren(SessionMoves)
    assert "12" not in said(moves)
    assert any(text.startswith("Findings: ") for text in said(view))
    qtbot.mouseClick(view.accept, Qt.MouseButton.LeftButton)
    course = space.session.journey("sample").courses[0]
    was = before.courses[0].fractions
    assert course.fractions[:12] == was[:12]
    assert [one.state for one in course.fractions[12:]] == [FractionState.CANCELLED] * 3
    assert (course.fractions_prescribed, course.prescribed_on) == (12, DAY_7)
    assert course.clinician == before.courses[0].clinician
    assert space.banner.accessibleName().startswith("Done: Cancel 3 sessions")
    assert space.undo.text() == "Undo: Cancel 3 sessions"
    space.banner.offer.click()
    assert space.session.journey("sample") == before


def test_it_begins_calm_and_names_what_is_missing_as_an_error_once_something_was_said(
    page: JourneyPage, actions: CourseActions, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.journey.replan.ordered_number._doctors", lambda _journey, _course: [])
    actions.fewer.click()
    assert page.replan is not None
    view = page.replan
    qtbot.waitUntil(lambda: view.banner.isVisible(), timeout=PATIENCE_MS)
    assert view.banner.property("banner") == Tone.INFO.value
    view.form.ordered.choose_number(12)
    qtbot.waitUntil(lambda: view.banner.property("banner") == Tone.DANGER.value, timeout=PATIENCE_MS)
    assert view.banner.accessibleName() == "Name the clinician who ordered 12 fractions."


def test_more_sessions_by_another_doctor_who_must_be_named(
    space: Workspace, page: JourneyPage, actions: CourseActions, qtbot: QtBot
) -> None:
    clinician = space.session.journey("sample").courses[0].clinician
    actions.fewer.click()
    view = opened(page, qtbot)
    form = view.form.ordered
    form.choose_number(17)
    form.by.setCurrentIndex(form.by.count() - 1)
    qtbot.waitUntil(lambda: view.banner.isVisible(), timeout=PATIENCE_MS)
    assert view.banner.accessibleName() == "Name the clinician who ordered 17 fractions."
    assert not view.accept.isEnabled()
    form.by.setFocus()
    qtbot.keyClick(form.by, Qt.Key.Key_Tab)
    assert form.name.hasFocus()
    qtbot.keyClicks(form.name, "Dr Specimen")
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    settled(view, qtbot)
    assert "New session dates" in said(view)
    view.accept.click()
    course = space.session.journey("sample").courses[0]
    assert [(one.number, one.starts.date) for one in course.fractions[-2:]] == [
        (16, dt.date(2027, 4, 27)),
        (17, dt.date(2027, 4, 28)),
    ]
    assert course.fractions_prescribed == 17
    assert course.clinician == clinician  # who ordered it is not in the directory


def test_leaving_it_takes_the_keyboard_back_to_where_one_was(
    space: Workspace, page: JourneyPage, actions: CourseActions, qtbot: QtBot
) -> None:
    before = space.session.undo_label
    actions.fewer.click()
    qtbot.keyClick(opened(page, qtbot), Qt.Key.Key_Escape)
    assert actions.fewer.hasFocus()
    assert space.session.undo_label == before


def test_what_cannot_be_is_told_in_place_and_not_accepted(
    space: Workspace, page: JourneyPage, actions: CourseActions, qtbot: QtBot
) -> None:
    actions.delivered.click()  # the session of today, after which the course cannot begin again today
    before = space.session.undo_label
    actions.replan.click()
    view = opened(page, qtbot)
    view.form.choose_day(view.form.start, DAY_7)
    view.form.kind.button("start").click()
    qtbot.waitUntil(view.banner.isVisible, timeout=PATIENCE_MS)
    assert view.banner.accessibleName() == (
        "The course cannot resume on Wed 14 Apr 2027: a fraction was delivered on Wed 14 Apr 2027."
    )
    assert not view.accept.isEnabled()
    assert not view.groups
    assert space.session.undo_label == before
    view.form.kind.button("missed").click()
    settled(view, qtbot)
    assert not view.banner.isVisible()


def test_where_nothing_moves_there_is_nothing_to_accept(
    page: JourneyPage, actions: CourseActions, qtbot: QtBot
) -> None:
    actions.replan.click()
    view = opened(page, qtbot)
    view.form.kind.button("start").click()
    view.form.choose_day(view.form.start, DAY_7)
    qtbot.waitUntil(
        lambda: any(text.startswith("0 sessions change") for text in said(view)), timeout=PATIENCE_MS
    )
    assert not view.accept.isEnabled()


def test_a_session_is_only_marked_missed_when_the_rest_can_wait(
    space: Workspace, page: JourneyPage, actions: CourseActions, qtbot: QtBot
) -> None:
    actions.missed.click()
    view = opened(page, qtbot)
    view.form.in_words.setText("Fever in the morning")
    view.only_missed.click()
    [seventh] = sessions(space, 7)
    assert seventh.state is FractionState.MISSED
    assert seventh.missed_words.best("en") == "Fever in the morning"
    assert page.replan is None


def test_escape_leaves_everything_as_it_was(
    space: Workspace, page: JourneyPage, actions: CourseActions, qtbot: QtBot
) -> None:
    before = space.session.undo_label
    actions.replan.click()
    view = opened(page, qtbot)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert page.replan is None
    assert page.tabs.isVisible()
    assert actions.replan.hasFocus()
    assert space.session.undo_label == before


def test_a_re_planning_that_was_begun_goes_on_when_one_comes_back(
    space: Workspace, page: JourneyPage, actions: CourseActions, qtbot: QtBot
) -> None:
    actions.missed.click()
    view = opened(page, qtbot)
    view.form.in_words.setText("Fever in the morning")
    view.everything.click()
    chosen = view.chosen
    space.go("today")
    space.open_journey("sample")
    assert page.replan is view
    assert view.isVisible()
    assert view.isAncestorOf(QApplication.focusWidget())
    assert (view.form.in_words.text(), view.chosen) == ("Fever in the morning", chosen)


def test_an_undo_while_re_planning_closes_it(
    space: Workspace, page: JourneyPage, actions: CourseActions, qtbot: QtBot
) -> None:
    actions.replan.click()
    opened(page, qtbot)
    space.undo.trigger()
    assert page.replan is None


def test_the_words_follow_the_language(
    page: JourneyPage, actions: CourseActions, desk: Desk, qtbot: QtBot
) -> None:
    actions.missed.click()
    view = opened(page, qtbot)
    desk.language.choose("zh_CN")
    assert "Needs rebooking" not in said(view)
    assert "新的治疗日期" in said(view)
    desk.language.choose("en")


def test_a_course_that_lies_months_ahead_can_be_re_planned(
    qtbot: QtBot, desk: Desk, sample_to_read: Session
) -> None:
    journey = sample_to_read.journey(JourneyId("sample"))
    form = HappenedForm(desk, journey, journey.courses[0], NOW.date() - dt.timedelta(days=200))
    qtbot.addWidget(form)
    coming = min(f.starts.date for f in journey.courses[0].fractions if f.state is FractionState.PLANNED)
    form.kind.choose("start")
    assert form.happened.interruption.new_start == coming
