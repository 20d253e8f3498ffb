"""Sessions laid on the centre's days by one edit; more after them; fewer of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import count

import pytest

from planner.edits.lay_course import Laying, lay_course, longest_gap_to_lay, sessions_to_lay
from planner.errors import InputError
from planner.record.integrity import problems
from planner.record.journey import Journey
from tests.unit.schedule.slip.worked import REFERENCE, sample

SAMPLE = sample()
COURSE = SAMPLE.courses[0]
WANTED = Laying(
    start=dt.date(2027, 4, 5),
    fractions=15,
    time=COURSE.daily_time,
    weekdays=COURSE.weekly_pattern,
    room=COURSE.room,
)


@pytest.fixture
def bare() -> Journey:
    return replace(SAMPLE, courses=(replace(COURSE, fractions=()),))


def laid(journey: Journey, wanted: Laying) -> Journey:
    ids = count()
    edit = lay_course(journey, COURSE.id, wanted, REFERENCE.calendars, new_id=lambda: f"f{next(ids)}")
    after = edit.change(journey)
    assert problems(after) == ()
    assert edit.change(journey) == after
    return after


def test_the_sessions_of_the_sample_fall_where_the_centre_treats(bare: Journey) -> None:
    """Qingming, Monday 5 April, is closed; the first session is on the 6th (domain facts 8.1)."""
    found = laid(bare, WANTED).courses[0]
    assert [(f.number, f.starts, f.room) for f in found.fractions] == [
        (f.number, f.starts, f.room) for f in COURSE.fractions
    ]


def test_more_sessions_are_numbered_on_and_come_after(bare: Journey) -> None:
    more = replace(WANTED, start=dt.date(2027, 4, 27), fractions=2)
    after = laid(SAMPLE, more).courses[0]
    assert [f.number for f in after.fractions[-2:]] == [16, 17]
    assert after.fractions[:-2] == COURSE.fractions
    with pytest.raises(InputError, match="more can begin after it"):
        sessions_to_lay(SAMPLE, COURSE.id, WANTED, REFERENCE.calendars)


def test_there_must_be_such_a_course() -> None:
    with pytest.raises(InputError, match="no course"):
        sessions_to_lay(SAMPLE, "other", WANTED, REFERENCE.calendars)


def test_a_long_gap_is_told_with_the_first_start_that_spares_it(bare: Journey) -> None:
    """National Day 2026 closes the centre for a week; domain facts 8.2: ask, also about a later start."""
    over_the_holidays = replace(WANTED, start=dt.date(2026, 9, 21))
    gap = longest_gap_to_lay(bare, COURSE.id, over_the_holidays, REFERENCE)
    assert gap is not None
    assert (gap.before.date, gap.after.date) == (dt.date(2026, 9, 30), dt.date(2026, 10, 8))
    assert (gap.days, gap.limit_days, gap.spared_from) == (8, 4, dt.date(2026, 10, 8))
    later = replace(over_the_holidays, start=gap.spared_from)
    assert longest_gap_to_lay(bare, COURSE.id, later, REFERENCE) is None
    days = (gap.spared_from - over_the_holidays.start).days
    for sooner in (over_the_holidays.start + dt.timedelta(day) for day in range(1, days)):
        begun = sessions_to_lay(bare, COURSE.id, replace(later, start=sooner), REFERENCE.calendars)[0].date
        still = longest_gap_to_lay(bare, COURSE.id, replace(later, start=sooner), REFERENCE)
        assert still is not None or begun == gap.spared_from, "an earlier start has no long gap either"


def test_weekends_are_no_long_gap_and_one_session_has_none(bare: Journey) -> None:
    assert longest_gap_to_lay(bare, COURSE.id, WANTED, REFERENCE) is None
    assert longest_gap_to_lay(bare, COURSE.id, replace(WANTED, fractions=1), REFERENCE) is None
