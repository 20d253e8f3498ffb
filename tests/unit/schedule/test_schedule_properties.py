"""What holds of every course, on any calendar, under any policy, from any start, after any interruption."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from planner.record.fraction import FractionState
from planner.record.treatment_days import (
    DatedPolicy,
    DayException,
    HolidayClosing,
    MachineDown,
    ServiceDay,
    TreatmentDayKind,
)
from planner.reference.calendar_year import CalendarDay, CalendarTrust, CalendarYear, DayKind
from planner.reference.work_calendar import WorkCalendar
from planner.schedule.interruption import Interruption, relay, replan
from planner.schedule.lay import lay
from planner.schedule.options import OptionKind, last_date_with, options
from planner.schedule.planned_fraction import PlannedFraction
from planner.schedule.session_pattern import SessionPattern
from planner.schedule.treatment_days import TreatmentDays

DAY = dt.timedelta(1)
dates = st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31))


@st.composite
def calendars(draw: st.DrawFn) -> WorkCalendar:
    """Two years of days off and make-up workdays that no government ever announced."""
    named = draw(st.dictionaries(dates, st.sampled_from(DayKind), max_size=60))
    years = [
        CalendarYear(
            region="CN",
            year=year,
            trust=draw(st.sampled_from([CalendarTrust.OFFICIAL, CalendarTrust.PROVISIONAL])),
            version=2,
            days=tuple(
                CalendarDay(date=date, kind=kind) for date, kind in named.items() if date.year == year
            ),
        )
        for year in (2026, 2027)
    ]
    return WorkCalendar("CN", years)


@st.composite
def policies(draw: st.DrawFn) -> DatedPolicy:
    return DatedPolicy(
        kind=draw(st.sampled_from(TreatmentDayKind)),
        weekdays=tuple(sorted(draw(st.sets(st.integers(1, 7), min_size=2)))),
        holidays=draw(st.sampled_from(HolidayClosing)),
        treats_on_makeup_workdays=draw(st.booleans()),
        closed_days=tuple(draw(st.lists(dates, max_size=4))),
        extra_days=tuple(draw(st.lists(dates, max_size=4))),
        service_day=draw(st.none() | st.builds(ServiceDay, first=dates, every_weeks=st.integers(1, 4))),
        machine_down=tuple(
            MachineDown(first=first, last=first + days * DAY)
            for first, days in draw(st.lists(st.tuples(dates, st.integers(0, 6)), max_size=2))
        ),
        exceptions=tuple(
            DayException(date=date, treats=treats)
            for date, treats in draw(st.dictionaries(dates, st.booleans(), max_size=4)).items()
        ),
    )


centres = st.builds(
    lambda first, change, later, calendar: TreatmentDays(
        (first, replace(later, valid_from=change)), calendar
    ),
    policies(),
    dates,
    policies(),
    calendars(),
)
starts = st.dates(dt.date(2026, 1, 1), dt.date(2027, 6, 30))
counts = st.integers(1, 40)
patterns = st.builds(SessionPattern, per_week=st.none() | st.integers(2, 6))


def between(first: dt.date, last: dt.date) -> list[dt.date]:
    """The dates strictly between two."""
    return [first + day * DAY for day in range(1, (last - first).days)]


def week(date: dt.date) -> dt.date:
    return date - date.weekday() * DAY


@given(counts, starts, centres)
def test_a_laid_course_has_no_gap_that_an_open_day_could_fill(
    count: int, start: dt.date, days: TreatmentDays
) -> None:
    course = lay(count, start, days)
    assert [one.number for one in course] == list(range(1, count + 1))
    assert all(days.day(one.date).is_open for one in course)
    assert course[0].date >= start
    for before, after in pairwise([start - DAY, *(one.date for one in course)]):
        assert before < after
        assert not any(days.day(date).is_open for date in between(before, after))
    assert all(one.provisional == days.day(one.date).is_provisional for one in course)


@given(counts, starts, centres, patterns)
def test_a_course_with_a_weekly_limit_leaves_open_days_only_in_full_weeks(
    count: int, start: dt.date, days: TreatmentDays, pattern: SessionPattern
) -> None:
    course = lay(count, start, days, pattern)
    per_week = Counter(week(one.date) for one in course)
    most = pattern.per_week or 7
    assert max(per_week.values()) <= most
    for before, after in pairwise([start - DAY, *(one.date for one in course)]):
        left_open = [date for date in between(before, after) if days.day(date).is_open]
        assert all(per_week[week(date)] == most for date in left_open)


@given(counts, starts, centres, patterns, st.integers(0, 40))
def test_relaying_an_unchanged_course_changes_nothing(
    count: int, start: dt.date, days: TreatmentDays, pattern: SessionPattern, given_already: int
) -> None:
    course = deliver(lay(count, start, days, pattern), given_already)
    for plan in (relay(course, days, pattern), replan(course, Interruption(), days, pattern)):
        assert plan.fractions == course
        assert plan.moves == ()


@given(counts, starts, centres, patterns, st.integers(0, 40), st.data())
def test_after_any_misses_every_fraction_is_given_once_and_no_open_day_is_wasted(
    count: int,
    start: dt.date,
    days: TreatmentDays,
    pattern: SessionPattern,
    given_already: int,
    data: st.DataObject,
) -> None:
    course = deliver(lay(count, start, days, pattern), given_already)
    waiting = [one for one in course if one.can_move]
    assume(waiting)
    missed = tuple(data.draw(st.sets(st.sampled_from([one.date for one in waiting]), max_size=4)))
    down_from = data.draw(st.sampled_from([one.date for one in course]))
    down = MachineDown(first=down_from, last=down_from + data.draw(st.integers(0, 5)) * DAY)
    interruption = Interruption(missed=missed, machine_down=(down,))
    plan = replan(course, interruption, days, pattern)
    stands = [one for one in plan.fractions if one.stands]

    assert [one.number for one in stands] == [one.number for one in course]
    assert [one for one in stands if one.state is FractionState.DELIVERED] == [
        one for one in course if one.state is FractionState.DELIVERED
    ]
    lost = {*missed, *(down.first + day * DAY for day in range((down.last - down.first).days + 1))}
    for before, after in pairwise(stands):
        assert before.date < after.date
    for old, new in zip(course, stands, strict=True):
        assert new.date >= old.date
        assert days.day(new.date).is_open
        assert not new.can_move or new.date not in lost
    if pattern.per_week is None:
        for before, after in pairwise(stands):
            free = [date for date in between(before.date, after.date) if date not in lost]
            assert not any(days.day(date).is_open for date in free)
    moved = {move.number for move in plan.moves}
    assert [new for new in stands if new.number not in moved] == [
        old for old in course if old.number not in moved
    ]
    again = replan(plan.fractions, Interruption(), days, pattern)
    assert again.moves == ()
    assert again.fractions == plan.fractions


@given(counts, starts, centres, st.integers(0, 40), st.integers(1, 45))
def test_more_or_fewer_fractions_move_none_of_the_others(
    count: int, start: dt.date, days: TreatmentDays, given_already: int, ordered: int
) -> None:
    course = deliver(lay(count, start, days), given_already)
    assume(ordered >= min(given_already, count))
    plan = replan(course, Interruption(fractions=ordered, ordered_by="Dr SPECIMEN"), days)
    stands = [one for one in plan.fractions if one.stands]
    assert [one.number for one in stands] == list(range(1, ordered + 1))
    assert stands[:count] == list(course[:ordered])


@given(st.integers(2, 25), starts, centres, st.data())
def test_options_end_earlier_and_say_what_they_need(
    count: int, start: dt.date, days: TreatmentDays, data: st.DataObject
) -> None:
    course = lay(count, start, days)
    missed = data.draw(st.sampled_from([one.date for one in course]))
    interruption = Interruption(missed=(missed,))
    plan = replan(course, interruption, days)
    assert plan.last is not None
    for option in options(course, interruption, plan, days):
        assert option.last < plan.last
        assert option.needs
        assert list(option.dates) == sorted(option.dates)
        if option.kind is OptionKind.CLOSED_DAY_SESSION:
            for date in option.dates:
                assert not days.day(date).is_open
                assert last_date_with(plan, days, start=missed, opened=(date,)) == option.last


def deliver(course: tuple[PlannedFraction, ...], count: int) -> tuple[PlannedFraction, ...]:
    return tuple(
        replace(one, state=FractionState.DELIVERED) if one.number <= count else one for one in course
    )
