"""Sessions laid on the centre's days by one edit; more after them; fewer of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import count

import pytest

from planner.edits.lay_course import Laying, lay_course, sessions_to_lay
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
