"""The course: its count, its days, its gaps, and what only a clinician may decide."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from planner.itinerary.build import build
from planner.record.consent import Audience
from planner.record.course import Course
from planner.record.fraction import Fraction, FractionState
from planner.record.journey import Journey
from planner.record.place import Place
from planner.record.treatment_days import DatedPolicy, TreatmentDayKind
from planner.reference.limits import Limits
from planner.rules.finding import Severity
from tests.builders import at, confirmed, day, make_course, make_fraction, make_journey, make_places
from tests.builders.make import CENTRE, DOCTOR
from tests.unit.rules.harness import Golden, raised, shipped

#: Tue 6 to Fri 9 April 2027; Monday 5 April is Qingming.
DAYS = ("2027-04-06", "2027-04-07", "2027-04-08", "2027-04-09")


def sessions(*days: str, **fields: Any) -> tuple[Fraction, ...]:
    """One session for each day, numbered in order, with steady ids; days may carry a time."""
    return tuple(
        make_fraction(
            number,
            id=f"session-{number}",
            starts=at(when if " " in when else f"{when} 10:20"),
            **fields,
        )
        for number, when in enumerate(days, start=1)
    )


def course(fractions: tuple[Fraction, ...] = sessions(*DAYS), **fields: Any) -> Course:
    given = {"id": "course", "fractions": fractions, "fractions_prescribed": len(fractions), **fields}
    return make_course(**given)


def treating(policy: DatedPolicy) -> tuple[Place, ...]:
    """The places, where the centre treats as ``policy`` says."""
    return tuple(
        replace(place, treatment_days=(policy,)) if place.id == CENTRE else place for place in make_places()
    )


PLACES = treating(DatedPolicy(kind=TreatmentDayKind.WEEKDAYS))
JOURNEY = make_journey(id="journey", places=PLACES, courses=(course(),))


def with_course(fractions: tuple[Fraction, ...] = sessions(*DAYS), **fields: Any) -> Journey:
    return replace(JOURNEY, courses=(course(fractions, **fields),))


def changed(fractions: tuple[Fraction, ...], number: int, **fields: Any) -> tuple[Fraction, ...]:
    return tuple(replace(f, **fields) if f.number == number else f for f in fractions)


FOUR = sessions(*DAYS)
DELIVERED = changed(FOUR, 2, state=FractionState.DELIVERED, dose_delivered_gy_rbe=Decimal("3.87"))
GIVEN = {"state": FractionState.DELIVERED}
OVER_EASTER = sessions("2027-04-06", "2027-04-07", "2027-04-12")
STRETCHED = sessions("2027-04-06", "2027-04-07", "2027-04-08", "2027-04-13")

GOLDEN = (
    Golden(
        code="course.count-mismatch",
        hazard="fifteen prescribed, four planned",
        journey=with_course(FOUR, fractions_prescribed=15),
        fine=with_course(FOUR, fractions_prescribed=4),
        today="2027-03-01",
    ),
    Golden(
        code="course.count-mismatch",
        hazard="a session beyond the last fraction",
        journey=with_course(FOUR, fractions_prescribed=3),
        fine=with_course(FOUR, fractions_prescribed=4),
        today="2027-03-01",
    ),
    Golden(
        code="course.count-mismatch",
        hazard="a missed fraction that was not planned again",
        journey=with_course(changed(FOUR, 2, state=FractionState.MISSED), fractions_prescribed=4),
        fine=with_course(FOUR, fractions_prescribed=4),
        today="2027-03-01",
    ),
    Golden(
        code="course.delivered-ahead",
        hazard="a session of tomorrow is marked as delivered",
        journey=with_course(DELIVERED),
        fine_today="2027-04-07",
        today="2027-04-06",
    ),
    Golden(
        code="course.delivered-ahead",
        hazard="given today in the place of Friday, and entered as given on Friday",
        journey=with_course(changed(FOUR, 4, **GIVEN, delivered_at=at("2027-04-09 10:20"))),
        fine=with_course(changed(FOUR, 4, **GIVEN, delivered_at=at("2027-04-07 10:20"))),
        today="2027-04-07",
    ),
    Golden(
        code="course.dose-mismatch",
        hazard="a session records another dose than prescribed",
        journey=with_course(
            changed(DELIVERED, 2, dose_delivered_gy_rbe=Decimal("3.78")),
            dose_per_fraction_gy_rbe=Decimal("3.87"),
        ),
        fine=with_course(DELIVERED, dose_per_fraction_gy_rbe=Decimal("3.87")),
        today="2027-04-08",
    ),
    Golden(
        code="course.closed-day",
        hazard="a session on a Saturday at a centre that treats Monday to Friday",
        journey=with_course(changed(FOUR, 4, starts=at("2027-04-10 10:20"))),
        fine=with_course(FOUR),
        today="2027-03-01",
    ),
    Golden(
        code="course.gap-too-short",
        hazard="evening, then early next morning",
        journey=with_course(changed(FOUR, 1, starts=at("2027-04-06 19:00"))),
        fine=with_course(changed(FOUR, 1, starts=at("2027-04-06 18:20"))),
        today="2027-03-01",
    ),
    Golden(
        code="course.gap-too-long",
        hazard="six days over a closed week",
        journey=with_course(changed(OVER_EASTER, 3, starts=at("2027-04-13 10:20"))),
        fine=with_course(changed(OVER_EASTER, 3, starts=at("2027-04-11 10:20"))),
        today="2027-03-01",
    ),
    Golden(
        code="course.second-session-unapproved",
        hazard="two sessions on one day and nobody's name",
        journey=with_course(changed(FOUR, 2, starts=at("2027-04-06 17:00"))),
        fine=with_course(FOUR),
        today="2027-03-01",
    ),
    Golden(
        code="course.overall-time-exceeded",
        hazard="four days became eight and two are tolerated",
        journey=with_course(STRETCHED, tolerated_prolongation_days=2),
        fine=with_course(STRETCHED, tolerated_prolongation_days=4),
        today="2027-03-01",
    ),
    Golden(
        code="course.unconfirmed",
        hazard="the first session is a week away",
        journey=with_course(FOUR),
        fine_today="2027-03-29",
        today="2027-03-30",
    ),
    Golden(
        code="course.outcome-missing",
        hazard="the day after a session nobody has marked it",
        journey=with_course(FOUR),
        fine_today="2027-04-06",
        today="2027-04-07",
    ),
    Golden(
        code="course.treatment-days-unstated",
        hazard="the centre was never asked on which days it treats",
        journey=replace(JOURNEY, places=make_places()),
        fine=JOURNEY,
        today="2027-03-01",
    ),
)


def test_a_fraction_planned_twice_is_named_once() -> None:
    twice = (*FOUR[:3], replace(FOUR[3], number=3))
    said = [str(f.message) for f in raised("course.count-mismatch", with_course(twice), "2027-03-01")]
    assert said == [
        "4 fractions are prescribed; without a session: ('4',).",
        "Planned or given more than once: fraction ('3',).",
    ]


@pytest.mark.parametrize("hours", [5, 6])
def test_an_approved_second_session_needs_six_hours(hours: int) -> None:
    later = dt.time(10 + hours, 20)
    starts = replace(at("2027-04-06 10:20"), time=later)
    two = changed(FOUR, 2, starts=starts, second_session_clinician=DOCTOR)
    found = raised("course.gap-too-short", with_course(two), "2027-03-01")
    assert [f.severity for f in found] == ([Severity.BLOCKER] if hours < 6 else [])
    assert raised("course.second-session-unapproved", with_course(two), "2027-03-01") == ()


def test_a_gap_of_exactly_the_limit_is_fine() -> None:
    gap = sessions("2027-04-06", "2027-04-10")
    for limit, count in ((3, 1), (4, 0)):
        reference = replace(shipped(), limits=Limits(fraction_gap_days=limit))
        found = raised("course.gap-too-long", with_course(gap), "2027-03-01", reference)
        assert len(found) == count


def test_a_gap_is_told_as_the_days_from_one_session_to_the_next_as_its_course_shows_it() -> None:
    journey = with_course(sessions("2027-04-06", "2027-04-12"))
    (found,) = raised("course.gap-too-long", journey, "2027-03-01")
    assert str(found.message).startswith("Session 2 (2027-04-12) is 6 days after session 1 (2027-04-06).")
    (plan,) = build(journey, Audience.AGENCY, today=day("2027-03-01")).courses
    assert plan.longest_gap_days == 6


def test_a_gap_that_is_past_is_no_longer_a_question() -> None:
    gap = tuple(replace(f, state=FractionState.DELIVERED) for f in sessions("2027-04-06", "2027-04-16"))
    assert raised("course.gap-too-long", with_course(gap), "2027-04-20") == ()


def test_a_closed_day_names_its_reason_and_a_delivered_session_is_no_plan() -> None:
    saturday = changed(FOUR, 4, starts=at("2027-04-10 10:20"))
    (found,) = raised("course.closed-day", with_course(saturday), "2027-03-01")
    assert "not a weekday of the centre" in str(found.message)
    delivered = changed(saturday, 4, state=FractionState.DELIVERED)
    assert raised("course.closed-day", with_course(delivered), "2027-03-01") == ()


def test_sessions_without_times_are_not_measured_in_hours() -> None:
    dateless = changed(FOUR, 2, starts=at("2027-04-06"))
    assert raised("course.gap-too-short", with_course(dateless), "2027-03-01") == ()


def test_confirmed_and_far_sessions_wait_for_nothing() -> None:
    known = tuple(replace(f, confirmation=confirmed()) for f in FOUR)
    assert raised("course.unconfirmed", with_course(known), "2027-04-05") == ()
    (one,) = raised("course.unconfirmed", with_course(changed(known, 3, confirmation=None)), "2027-04-05")
    assert "from number 3 on" in str(one.message)


def test_without_a_tolerance_no_time_is_too_long() -> None:
    stretched = sessions("2027-04-06", "2027-05-28")
    assert raised("course.overall-time-exceeded", with_course(stretched), "2027-03-01") == ()


def test_courses_without_sessions_or_prescription_say_nothing_yet() -> None:
    for bare in (course((), fractions_prescribed=15), course(FOUR, fractions_prescribed=None)):
        journey = replace(JOURNEY, courses=(replace(bare, tolerated_prolongation_days=2),))
        for code in ("course.count-mismatch", "course.overall-time-exceeded"):
            assert raised(code, journey, "2027-03-01") == ()
    none_stands = tuple(replace(f, state=FractionState.CANCELLED) for f in FOUR)
    cancelled = with_course(none_stands, tolerated_prolongation_days=2)
    assert raised("course.overall-time-exceeded", cancelled, "2027-03-01") == ()


def test_a_centre_that_never_treats_is_told_elsewhere() -> None:
    never = DatedPolicy(kind=TreatmentDayKind.CUSTOM)
    journey = replace(with_course(FOUR, tolerated_prolongation_days=1), places=treating(never))
    assert raised("course.overall-time-exceeded", journey, "2027-03-01") == ()
    assert len(raised("course.closed-day", journey, "2027-03-01")) == 4


@pytest.mark.parametrize(("since", "found"), [("2027-04-06", 0), ("2027-04-07", 1)])
def test_treatment_days_are_stated_from_the_first_session_on(since: str, found: int) -> None:
    policy = DatedPolicy(kind=TreatmentDayKind.WEEKDAYS, valid_from=dt.date.fromisoformat(since))
    journey = replace(with_course(FOUR), places=treating(policy))
    assert len(raised("course.treatment-days-unstated", journey, "2027-03-01")) == found
    unplanned = replace(journey, courses=(replace(journey.courses[0], fractions=()),))
    assert raised("course.treatment-days-unstated", unplanned, "2027-03-01") == ()


def test_a_course_without_a_centre_has_nobody_to_ask() -> None:
    journey = replace(with_course(FOUR, centre=None), places=make_places())
    assert raised("course.treatment-days-unstated", journey, "2027-03-01") == ()
    saturday = with_course(changed(FOUR, 4, starts=at("2027-04-10 10:20")), centre=None)
    (found,) = raised("course.closed-day", saturday, "2027-03-01")
    assert len(found.fixes) == 1
