"""The date a tie says, from every anchor and by every counting; what cannot be said is nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from planner.record.fraction import FractionState
from planner.record.journey import Journey
from planner.record.tie import Anchor, DayCounting, Tie
from planner.record.treatment_days import DatedPolicy, TreatmentDayKind
from planner.record.visa import EntryState
from planner.reference.reference import Calendars
from planner.schedule.tie_date import tie_date, treatment_day
from tests.builders.make import (
    AIRPORT,
    CENTRE,
    COMPANION,
    NEW_ZEALAND,
    at,
    day,
    make_appointment,
    make_companion,
    make_course,
    make_document,
    make_entry,
    make_fraction,
    make_journey,
    make_leg,
    make_meeting,
    make_payment,
    make_place,
    make_stay,
    make_task,
    make_traveller,
    tie,
)
from tests.unit.schedule.centres import D, centre
from tests.unit.schedule.slip.worked import sample

CALENDARS = Calendars()


def says(tie: Tie, journey: Journey) -> str:
    date = tie_date(tie, journey, CALENDARS)
    return "—" if date is None else date.isoformat()


def journey(**fields: Any) -> Journey:
    """Opened on 23 November 2026; boards, a course of three sessions, an entry and an exit."""
    given = {
        "mdt_meetings": (
            make_meeting(id="second-board", starts=at("2027-03-11 15:00")),
            make_meeting(id="board", starts=at("2027-01-06 15:00")),
            make_meeting(id="undated-board", starts=None),
        ),
        "entries": (make_entry(id="entry", exited=at("2027-04-29 01:30")),),
        "courses": (
            make_course(
                id="course", fractions=tuple(make_fraction(n, f"2027-04-0{n + 5}") for n in (1, 2, 3))
            ),
        ),
    }
    return make_journey(**given | fields)


@pytest.mark.parametrize(
    ("anchor", "date"),
    [
        ("opened", "2026-11-23"),
        ("board", "2027-01-06"),
        ("arrival", "2027-03-08"),
        ("first-fraction", "2027-04-06"),
        ("last-fraction", "2027-04-08"),
        ("departure", "2027-04-29"),
    ],
)
def test_each_anchor(anchor: str, date: str) -> None:
    assert says(tie(anchor), journey()) == date
    assert says(tie(anchor), make_journey(opened_on=None)) == "—"


class TestFractions:
    def test_by_number(self) -> None:
        assert says(tie("fraction", number=2), journey()) == "2027-04-07"
        assert says(tie("fraction", number=4), journey()) == "—"

    def test_the_session_that_stands_counts_and_not_the_missed_one(self) -> None:
        course = make_course(
            id="course",
            fractions=(
                make_fraction(1, "2027-04-06", id="missed", state=FractionState.MISSED),
                make_fraction(1, "2027-04-09", id="again"),
            ),
        )
        both = journey(courses=(course,))
        assert says(tie("fraction", number=1), both) == "2027-04-09"
        assert says(tie("first-fraction"), both) == "2027-04-09"
        assert says(tie("thing", thing="missed"), both) == "2027-04-09", "the session for the same fraction"

    def test_a_session_planned_nowhere_else_has_its_own_date(self) -> None:
        course = make_course(
            id="course", fractions=(make_fraction(1, "2027-04-06", id="gone", state=FractionState.MISSED),)
        )
        assert says(tie("thing", thing="gone"), journey(courses=(course,))) == "2027-04-06"
        assert says(tie("first-fraction"), journey(courses=(course,))) == "—"

    def test_a_delivered_session_counts_when_it_was_given(self) -> None:
        given = make_fraction(
            1, "2027-04-06", state=FractionState.DELIVERED, delivered_at=at("2027-04-07 19:00")
        )
        course = make_course(id="course", fractions=(given,))
        assert says(tie("fraction", number=1), journey(courses=(course,))) == "2027-04-07"

    def test_an_actual_time_of_what_was_not_delivered_does_not_count(self) -> None:
        odd = make_fraction(1, "2027-04-06", delivered_at=at("2027-04-07 19:00"))
        course = make_course(id="course", fractions=(odd,))
        assert says(tie("fraction", number=1), journey(courses=(course,))) == "2027-04-06"

    def test_the_date_is_that_at_the_centre(self) -> None:
        written_at_home = make_fraction(1, starts=at("2027-04-07 00:20", NEW_ZEALAND))
        course = make_course(id="course", fractions=(written_at_home,))
        assert says(tie("fraction", number=1), journey(courses=(course,))) == "2027-04-06"

    def test_of_several_courses_the_one_named(self) -> None:
        two = journey(courses=(make_course(id="one"), make_course(id="two", first="2027-05-10")))
        assert says(tie("first-fraction", course="two"), two) == "2027-05-10"
        assert says(tie("first-fraction"), two) == "—", "which of them is not said"
        assert says(tie("first-fraction", course="three"), two) == "—"


class TestArrivalAndDeparture:
    def test_are_the_patients_in_the_country_of_treatment(self) -> None:
        entries = (
            make_entry(id="companion", traveller=COMPANION, entered=at("2027-03-01 10:00")),
            make_entry(id="side-trip", country="HK", entered=at("2027-03-02 10:00")),
            make_entry(id="called-off", state=EntryState.CANCELLED, entered=at("2027-03-03 10:00")),
            make_entry(id="first", entered=at("2027-03-08 05:35"), exited=at("2027-03-20 10:00")),
            make_entry(id="again", entered=at("2027-03-22 10:00"), exited=at("2027-04-29 01:30")),
        )
        two = journey(travellers=(make_traveller(), make_companion()), entries=entries)
        assert says(tie("arrival"), two) == "2027-03-08"
        assert says(tie("departure"), two) == "2027-04-29"
        assert says(tie("departure"), replace(two, travellers=(make_companion(),))) == "—"

    def test_are_dated_by_the_calendar_of_that_country(self) -> None:
        entry = make_entry(entered=at("2027-03-08 02:35", NEW_ZEALAND), exited=at("2027-04-29", NEW_ZEALAND))
        abroad = journey(entries=(entry,))
        assert says(tie("arrival"), abroad) == "2027-03-07"
        assert says(tie("departure"), abroad) == "2027-04-29", "a day without a time stays that day"


class TestThings:
    @pytest.mark.parametrize(
        ("fields", "date"),
        [
            ({"appointments": (make_appointment(id="x", starts=at("2027-03-09 09:30")),)}, "2027-03-09"),
            ({"legs": (make_leg(id="x"),)}, "2027-03-07"),
            ({"stays": (make_stay(id="x"),)}, "2027-03-08"),
            ({"mdt_meetings": (make_meeting(id="x"),)}, "2027-01-06"),
            ({"documents": (make_document(id="x", needed_by=day("2027-02-01")),)}, "2027-02-01"),
            ({"documents": (make_document(id="x", received_on=day("2027-02-02")),)}, "2027-02-02"),
            ({"payments": (make_payment(id="x", due_on=day("2027-02-03")),)}, "2027-02-03"),
            ({"payments": (make_payment(id="x", paid_on=day("2027-02-04")),)}, "2027-02-04"),
            ({"tasks": (make_task(id="x", due_on=day("2027-02-05")),)}, "2027-02-05"),
            ({"entries": (make_entry(id="x"),)}, "2027-03-08"),
            ({"appointments": (make_appointment(id="x", starts=None),)}, "—"),
            ({}, "—"),
        ],
    )
    def test_by_their_own_date(self, fields: dict[str, Any], date: str) -> None:
        assert says(tie("thing", thing="x"), journey(**fields)) == date

    def test_a_board_without_a_day_and_without_a_tie_says_nothing(self) -> None:
        assert says(tie("thing", thing="undated-board"), journey()) == "—"

    def test_a_place_has_no_date(self) -> None:
        assert says(tie("thing", thing=AIRPORT), journey()) == "—"

    def test_one_without_a_date_has_that_of_its_own_tie(self) -> None:
        chain = journey(
            tasks=(
                make_task(id="first", due_on=day("2027-02-01")),
                make_task(id="second", due_tie=tie("thing", 2, thing="first")),
            ),
            documents=(make_document(id="paper", needed_by_tie=tie("thing", 3, thing="second")),),
            payments=(make_payment(id="payment", due_tie=tie("last-fraction", 1)),),
            legs=(make_leg(id="leg", departs=None, departs_tie=tie("fraction", number=9)),),
            appointments=(make_appointment(id="call", starts=None, starts_tie=tie("opened", 1)),),
        )
        assert says(tie("thing", 1, thing="paper"), chain) == "2027-02-07"
        assert says(tie("thing", thing="payment"), chain) == "2027-04-09"
        assert says(tie("thing", thing="leg"), chain) == "—"
        assert says(tie("thing", thing="call"), chain) == "2026-11-24"

    def test_ties_that_go_round_in_a_circle_say_nothing(self) -> None:
        circle = journey(
            tasks=(
                make_task(id="egg", due_tie=tie("thing", 1, thing="hen")),
                make_task(id="hen", due_tie=tie("thing", 1, thing="egg")),
                make_task(id="self", due_tie=tie("thing", thing="self")),
            )
        )
        assert says(tie("thing", thing="egg"), circle) == "—"
        assert says(tie("thing", thing="self"), circle) == "—"

    def test_a_tie_that_leads_nowhere_says_nothing(self) -> None:
        assert says(Tie(anchor=Anchor.THING), journey()) == "—"
        assert says(Tie(anchor=Anchor.FRACTION), journey()) == "—"


class TestCounting:
    def test_working_days_are_those_where_the_centre_is(self) -> None:
        friday = tie("first-fraction", -2, counting=DayCounting.WORKING)
        assert says(friday, journey()) == "2027-04-01", "Monday 5 April is Qingming"

    def test_without_a_course_those_of_the_country(self) -> None:
        after = tie("opened", 1, counting=DayCounting.WORKING)
        assert says(after, make_journey()) == "2026-11-24"

    def test_a_centre_elsewhere_has_its_own_calendar(self) -> None:
        places = (make_place(id=CENTRE, country="NZ", subdivision="AUK", zone=NEW_ZEALAND),)
        course = make_course(
            id="course", fractions=(make_fraction(1, starts=at("2027-01-29 10:00", NEW_ZEALAND)),)
        )
        there = journey(places=places, courses=(course,))
        monday = tie("first-fraction", 1, counting=DayCounting.WORKING)
        assert says(monday, there) == "2027-02-02", "Monday 1 February is Auckland's anniversary"

    def test_a_place_without_a_country_is_in_the_country_of_treatment(self) -> None:
        there = journey(places=(make_place(id=CENTRE, country=""),))
        assert says(tie("first-fraction", -2, counting=DayCounting.WORKING), there) == "2027-04-01"

    def test_treatment_days_are_the_centres(self) -> None:
        saturdays = make_place(id=CENTRE, treatment_days=(DatedPolicy(kind=TreatmentDayKind.SIX_DAY),))
        six = journey(places=(saturdays,))
        before = tie("first-fraction", -2, counting=DayCounting.TREATMENT)
        assert says(before, six) == "2027-04-02", "Saturday 3 April counts, Qingming does not"
        assert says(before, journey()) == "2027-04-01"

    def test_treatment_days_of_no_course_are_none(self) -> None:
        assert says(tie("opened", 1, counting=DayCounting.TREATMENT), make_journey()) == "—"

    def test_with_no_days_the_first_such_day_from_the_anchor_on(self) -> None:
        monday_off = journey(courses=(make_course(id="course", fractions=(make_fraction(1, "2027-04-05"),)),))
        for counting in (DayCounting.WORKING, DayCounting.TREATMENT):
            assert says(tie("first-fraction", counting=counting), monday_off) == "2027-04-06"
            assert says(tie("first-fraction", counting=counting), journey()) == "2027-04-06"

    def test_a_centre_that_never_opens_has_no_such_day(self) -> None:
        never = centre("custom", weekdays=())
        assert treatment_day(never, D(2027, 4, 6), 1) is None
        assert treatment_day(never, D(2027, 4, 6), -1) is None

    @pytest.mark.parametrize("days", [9_999, -9_999])
    def test_a_date_beyond_what_a_record_holds_is_none(self, days: int) -> None:
        far = journey(opened_on=D(2199, 12, 1) if days > 0 else D(1900, 1, 2))
        assert says(tie("opened", days), far) == "—"

    def test_a_count_beyond_the_calendar_itself_is_none(self) -> None:
        tasks = [make_task(id="t0", due_tie=tie("opened", 9_999))]
        tasks += [
            make_task(id=f"t{n}", due_tie=tie("thing", 9_999, thing=f"t{n - 1}")) for n in range(1, 400)
        ]
        assert says(tie("thing", thing="t399"), journey(tasks=tuple(tasks))) == "—"


def test_a_long_chain_is_followed_to_its_end() -> None:
    tasks = [make_task(id="t0", due_on=day("2026-01-01"))]
    tasks += [make_task(id=f"t{n}", due_tie=tie("thing", 1, thing=f"t{n - 1}")) for n in range(1, 3000)]
    assert says(tie("thing", thing="t2999"), journey(tasks=tuple(tasks))) == "2034-03-19"


def test_every_tie_of_the_sample_says_the_date_that_stands_in_it() -> None:
    from tests.unit.test_sample import tied_dates

    whole = sample()
    ties = list(tied_dates(whole))
    assert len(ties) > 100
    assert [path for path, one, date in ties if tie_date(one, whole, CALENDARS) != date] == []
