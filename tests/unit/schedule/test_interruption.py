from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from planner.errors import InputError
from planner.record.fraction import FractionState
from planner.record.text import same
from planner.record.treatment_days import MachineDown
from planner.reference.calendar_year import CalendarDay, CalendarTrust, CalendarYear, DayKind
from planner.schedule.figures import figures
from planner.schedule.interruption import Interruption, Replan, relay, replan
from planner.schedule.lay import lay
from planner.schedule.planned_fraction import PlannedFraction
from planner.schedule.session_pattern import SecondSession, SessionPattern
from tests.unit.schedule.centres import D, T, centre, days_of

DEMO = lay(15, D(2027, 4, 5), centre(), SessionPattern(daily_time=T(10, 20)))
CASE_B = lay(10, D(2026, 11, 23), centre())


def april(*days: int) -> tuple[dt.date, ...]:
    return tuple(D(2027, 4, day) for day in days)


def delivered(course: Sequence[PlannedFraction], count: int) -> list[PlannedFraction]:
    """The course with its first ``count`` sessions delivered."""
    return [
        *(replace(one, state=FractionState.DELIVERED) for one in course[:count]),
        *course[count:],
    ]


def standing(plan: Replan) -> list[str]:
    return days_of(one for one in plan.fractions if one.stands)


class TestMissed:
    def test_three_misses_end_the_demo_course_three_days_later(self) -> None:
        """Domain facts 8.1: 13, 14 and 21 April missed, last fraction on Thursday 29 April."""
        plan = replan(DEMO, Interruption(missed=april(13, 14, 21)), centre())
        assert plan.last == D(2027, 4, 29)
        assert plan.lost_dates == april(13, 14, 21)
        assert standing(plan) == [
            *("04-06", "04-07", "04-08", "04-09", "04-12", "04-15", "04-16", "04-19", "04-20", "04-22"),
            *("04-23", "04-26", "04-27", "04-28", "04-29"),
        ]
        measured = figures(plan.fractions)
        assert measured is not None
        assert measured.overall_days == 24

    def test_what_was_missed_stays_as_history(self) -> None:
        plan = replan(DEMO, Interruption(missed=april(13)), centre())
        [missed] = [one for one in plan.fractions if one.state is FractionState.MISSED]
        assert (missed.number, missed.date) == (6, D(2027, 4, 13))
        assert [one.number for one in plan.fractions if one.stands] == list(range(1, 16))

    def test_the_moves_say_old_and_new_and_nothing_else_moves(self) -> None:
        plan = replan(DEMO, Interruption(missed=april(23)), centre())
        assert [
            (move.number, move.old and move.old.date.day, move.new and move.new.date.day)
            for move in plan.moves
        ] == [(14, 23, 26), (15, 26, 27)]

    def test_a_moved_session_keeps_its_time_and_room_but_not_its_confirmation(self) -> None:
        confirmed = [replace(one, state=FractionState.CONFIRMED, room=same("TR1"), time=T(9)) for one in DEMO]
        plan = replan(confirmed, Interruption(missed=april(26)), centre())
        [move] = plan.moves
        assert move.new is not None
        assert (move.new.time, move.new.room, move.new.state) == (T(9), same("TR1"), FractionState.PLANNED)
        assert plan.fractions[0].state is FractionState.CONFIRMED

    def test_a_moved_session_takes_the_time_the_pattern_has_for_its_new_day(self) -> None:
        pattern = SessionPattern(times_by_date={D(2027, 4, 27): T(15, 0)})
        [move] = replan(DEMO, Interruption(missed=april(26)), centre(), pattern).moves
        assert move.new is not None
        assert move.new.time == T(15, 0)

    def test_a_gap_that_was_left_on_purpose_takes_up_the_miss(self) -> None:
        course = [*DEMO[:10], *(replace(one, date=one.date + dt.timedelta(7)) for one in DEMO[10:])]
        plan = replan(course, Interruption(missed=april(19)), centre())
        assert [move.number for move in plan.moves] == [10]
        assert plan.moves[0].new is not None
        assert plan.moves[0].new.date == D(2027, 4, 20)

    def test_a_miss_that_was_already_recorded_is_planned_again(self) -> None:
        recorded = [*DEMO[:14], replace(DEMO[14], state=FractionState.MISSED)]
        plan = replan(recorded, Interruption(), centre())
        assert plan.last == D(2027, 4, 27)
        [move] = plan.moves
        assert (move.number, move.old) == (15, None)
        again = replan(recorded, Interruption(missed=april(26)), centre())
        assert again.fractions == plan.fractions

    def test_a_carbon_course_of_four_a_week_uses_the_week_that_has_room(self) -> None:
        pattern = SessionPattern(per_week=4)
        course = lay(8, D(2026, 11, 2), centre(), pattern)
        plan = replan(course, Interruption(missed=(D(2026, 11, 4),)), centre(), pattern)
        assert standing(plan)[:4] == ["11-02", "11-03", "11-05", "11-06"]
        assert standing(plan)[4:] == ["11-09", "11-10", "11-11", "11-12"]

    def test_a_week_is_never_filled_beyond_the_pattern(self) -> None:
        pattern = SessionPattern(per_week=4)
        course = lay(8, D(2026, 11, 2), centre(), pattern)
        missed = (D(2026, 11, 4), D(2026, 11, 5))
        plan = replan(course, Interruption(missed=missed), centre(), pattern)
        assert standing(plan) == [
            *("11-02", "11-03", "11-06", "11-09", "11-10", "11-11", "11-12", "11-16"),
        ]


class TestMachineDown:
    def test_two_days_down_break_the_flight_of_case_b(self) -> None:
        """Domain facts 8.3, step 1: 26 and 27 November down, end on Tuesday 8 December."""
        down = MachineDown(first=D(2026, 11, 26), last=D(2026, 11, 27))
        plan = replan(CASE_B, Interruption(machine_down=(down,)), centre())
        assert plan.last == D(2026, 12, 8)
        assert not [one for one in plan.fractions if one.state is FractionState.MISSED]

    def test_then_fever_on_1_december_ends_on_the_last_legal_day(self) -> None:
        """Domain facts 8.3, step 2: end on Wednesday 9 December."""
        down = MachineDown(first=D(2026, 11, 26), last=D(2026, 11, 27))
        first = replan(CASE_B, Interruption(machine_down=(down,)), centre())
        second = replan(first.fractions, Interruption(missed=(D(2026, 12, 1),)), centre())
        assert second.last == D(2026, 12, 9)

    def test_a_period_without_sessions_moves_nothing(self) -> None:
        weekend = MachineDown(first=D(2026, 11, 28), last=D(2026, 11, 29))
        assert replan(CASE_B, Interruption(machine_down=(weekend,)), centre()).moves == ()


class TestDelivered:
    def test_a_delivered_session_never_moves(self) -> None:
        course = delivered(DEMO, 6)
        down = MachineDown(first=D(2027, 4, 6), last=D(2027, 4, 14))
        plan = replan(course, Interruption(machine_down=(down,)), centre())
        assert list(plan.fractions[:6]) == course[:6]
        assert [move.number for move in plan.moves] == [7, 8, 9, 10, 11, 12, 13, 14, 15]

    def test_it_cannot_be_missed(self) -> None:
        with pytest.raises(InputError, match="on 2027-04-06 was delivered and cannot be missed"):
            replan(delivered(DEMO, 6), Interruption(missed=april(6)), centre())

    def test_a_session_not_yet_marked_before_delivered_ones_stays(self) -> None:
        course = [*DEMO[:2], *delivered(DEMO, 6)[2:]]
        assert replan(course, Interruption(), centre()).fractions == tuple(course)

    def test_only_the_second_session_of_a_day_was_missed(self) -> None:
        second = replace(DEMO[5], date=DEMO[4].date, time=T(17), second_session_clinician="Dr SPECIMEN")
        course = [*delivered(DEMO, 5)[:5], second]
        plan = replan(course, Interruption(missed=(second.date,)), centre())
        assert plan.fractions[4] == course[4]
        assert plan.last == D(2027, 4, 13)


class TestSecondSessions:
    COURSE = lay(
        5,
        D(2026, 11, 2),
        centre(),
        SessionPattern(
            daily_time=T(10),
            second_sessions=(SecondSession(date=D(2026, 11, 5), time=T(16), clinician="Dr SPECIMEN"),),
        ),
    )

    def test_one_that_need_not_move_stays(self) -> None:
        assert days_of(self.COURSE) == ["11-02", "11-03", "11-04", "11-05", "11-05"]
        plan = replan(self.COURSE, Interruption(), centre())
        assert plan.fractions == self.COURSE

    def test_the_approval_does_not_travel_to_another_day(self) -> None:
        plan = replan(self.COURSE, Interruption(missed=(D(2026, 11, 5),)), centre())
        assert standing(plan) == ["11-02", "11-03", "11-04", "11-06", "11-09"]
        moved = [move.new for move in plan.moves]
        assert [one.second_session_clinician for one in moved if one] == ["", ""]

    def test_another_fraction_does_not_become_a_second_session_unasked(self) -> None:
        plan = replan(self.COURSE, Interruption(missed=(D(2026, 11, 4),)), centre())
        assert standing(plan) == ["11-02", "11-03", "11-05", "11-06", "11-09"]

    def test_it_stays_second_when_the_first_of_its_day_moves_onto_it(self) -> None:
        course = [self.COURSE[0], replace(self.COURSE[1], date=D(2026, 11, 3)), *self.COURSE[3:]]
        plan = replan(course, Interruption(missed=(D(2026, 11, 3),)), centre())
        assert standing(plan) == ["11-02", "11-04", "11-05", "11-05"]

    def test_a_day_never_holds_a_third(self) -> None:
        third = replace(self.COURSE[4], number=6, time=T(22))
        course = [self.COURSE[0], self.COURSE[2], self.COURSE[4], third]
        plan = replan(course, Interruption(missed=(D(2026, 11, 4),)), centre())
        assert standing(plan) == ["11-02", "11-05", "11-05", "11-06"]


class TestNewStart:
    def test_a_later_start_moves_the_whole_course(self) -> None:
        plan = replan(DEMO, Interruption(new_start=D(2027, 4, 12)), centre())
        assert standing(plan)[0] == "04-12"
        assert plan.last == D(2027, 4, 30)
        assert {one.time for one in plan.fractions} == {T(10, 20)}

    def test_an_earlier_start_moves_it_forward(self) -> None:
        plan = replan(DEMO, Interruption(new_start=D(2027, 4, 1)), centre())
        assert standing(plan)[:3] == ["04-01", "04-02", "04-06"]

    def test_only_what_is_not_delivered_resumes_later(self) -> None:
        plan = replan(delivered(DEMO, 5), Interruption(new_start=D(2027, 4, 20)), centre())
        assert standing(plan)[4:6] == ["04-12", "04-20"]

    def test_it_cannot_lie_before_a_delivered_session(self) -> None:
        with pytest.raises(InputError, match="cannot resume on 2027-04-12: a fraction was delivered on"):
            replan(delivered(DEMO, 5), Interruption(new_start=D(2027, 4, 12)), centre())


class TestMoreOrFewer:
    def test_more_are_added_after_the_last(self) -> None:
        plan = replan(DEMO, Interruption(fractions=17, ordered_by="Dr SPECIMEN"), centre())
        assert [(move.number, move.old, move.new and move.new.date.day) for move in plan.moves] == [
            (16, None, 27),
            (17, None, 28),
        ]

    def test_fewer_cancel_the_last(self) -> None:
        plan = replan(DEMO, Interruption(fractions=13, ordered_by="Dr SPECIMEN"), centre())
        assert plan.last == D(2027, 4, 22)
        assert [(move.number, move.new) for move in plan.moves] == [(14, None), (15, None)]
        assert [one.state for one in plan.fractions[13:]] == [FractionState.CANCELLED] * 2

    def test_a_cancelled_number_is_given_again_only_if_ordered(self) -> None:
        shortened = replan(DEMO, Interruption(fractions=13, ordered_by="Dr SPECIMEN"), centre()).fractions
        assert replan(shortened, Interruption(), centre()).fractions == shortened
        restored = replan(shortened, Interruption(fractions=15, ordered_by="Dr SPECIMEN"), centre())
        assert restored.last == D(2027, 4, 26)

    def test_the_clinician_must_be_named(self) -> None:
        with pytest.raises(InputError, match="Name the clinician who ordered 17 fractions"):
            replan(DEMO, Interruption(fractions=17, ordered_by=" "), centre())

    def test_not_fewer_than_are_delivered(self) -> None:
        with pytest.raises(InputError, match="cannot have 5 fractions: fraction 6 is delivered"):
            replan(delivered(DEMO, 6), Interruption(fractions=5, ordered_by="Dr SPECIMEN"), centre())

    def test_no_course_has_so_many(self) -> None:
        with pytest.raises(InputError, match="from 1 to 200"):
            replan(DEMO, Interruption(fractions=0, ordered_by="Dr SPECIMEN"), centre())

    def test_the_first_of_a_course_needs_a_date(self) -> None:
        ordered = Interruption(fractions=3, ordered_by="Dr SPECIMEN")
        with pytest.raises(InputError, match="give the date of the first"):
            replan([], ordered, centre())
        laid = replan([], replace(ordered, new_start=D(2027, 4, 5)), centre())
        assert standing(laid) == ["04-06", "04-07", "04-08"]


class TestRefusals:
    def test_a_date_without_a_session_cannot_be_missed(self) -> None:
        with pytest.raises(InputError, match="no session on 2027-04-10 that could be missed"):
            replan(DEMO, Interruption(missed=april(10)), centre())

    @pytest.mark.parametrize(
        ("first", "last"), [(D(2027, 4, 14), D(2027, 4, 13)), (D(2027, 4, 13), D(2028, 4, 13))]
    )
    def test_a_machine_is_not_down_backwards_or_for_a_year(self, first: dt.date, last: dt.date) -> None:
        with pytest.raises(InputError, match="The machine cannot be down from"):
            replan(DEMO, Interruption(machine_down=(MachineDown(first=first, last=last),)), centre())


def notice_2027() -> CalendarYear:
    """An invented notice: off until Wednesday 7 April, worked on Saturday 10 April."""
    days = {5: DayKind.STATUTORY, 6: DayKind.DAY_OFF, 7: DayKind.DAY_OFF, 10: DayKind.MAKEUP_WORKDAY}
    return CalendarYear(
        region="CN",
        year=2027,
        trust=CalendarTrust.OFFICIAL,
        days=tuple(CalendarDay(date=D(2027, 4, day), kind=kind) for day, kind in days.items()),
    )


class TestImportedNotice:
    def test_it_moves_nothing_by_itself_but_settles_the_dates(self) -> None:
        plan = replan(DEMO, Interruption(), centre(imported=[notice_2027()]))
        assert plan.moves == ()
        assert days_of(plan.fractions) == days_of(DEMO)
        assert not any(one.provisional for one in plan.fractions)

    def test_relaying_says_what_would_change(self) -> None:
        plan = relay(DEMO, centre(imported=[notice_2027()]))
        assert standing(plan)[:3] == ["04-08", "04-09", "04-10"]
        assert plan.last == D(2027, 4, 27)
        assert [move.number for move in plan.moves] == list(range(1, 16))

    def test_relaying_on_the_same_calendar_changes_nothing(self) -> None:
        plan = relay(DEMO, centre())
        assert plan.moves == ()
        assert plan.fractions == DEMO

    def test_a_course_that_is_over_has_nothing_to_lay(self) -> None:
        over = tuple(delivered(DEMO, 15))
        assert relay(over, centre()).fractions == over


def test_a_course_without_sessions_ends_nowhere() -> None:
    assert replan([], Interruption(), centre()).last is None
