"""Golden timelines of what a slip moves, each named by its hazard: clocks, midnights, the date line.

Each line is a leg or another thing after everything was accepted, on the clock of its own place.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import count
from typing import Any

from planner.edits.replan import accept
from planner.record.booking import Booking, BookingState
from planner.record.journey import Journey
from planner.record.leg import Leg, LegMode
from planner.record.when import When
from planner.schedule.interruption import Interruption
from tests.builders.make import (
    AIRPORT,
    HOME_AIRPORT,
    NEW_ZEALAND,
    at,
    day,
    make_appointment,
    make_course,
    make_entry,
    make_fraction,
    make_journey,
    make_leg,
    make_stay,
    make_visa,
    tie,
)
from tests.unit.schedule.slip.worked import by_subject, english, missed, proposed

HONOLULU = "Pacific/Honolulu"


def home(**fields: Any) -> Leg:
    """The flight home of the worked record: Chengdu 01:30, twelve hours and ten minutes to Auckland."""
    given: dict[str, Any] = {
        "id": "home",
        "origin": AIRPORT,
        "destination": HOME_AIRPORT,
        "number": "3U3811",
        "departs": at("2027-04-01 01:30"),
        "arrives": at("2027-04-01 18:40", NEW_ZEALAND),
        "check_in": at("2027-03-31 22:30"),
        "departs_tie": tie("last-fraction", 3),
        "booking": Booking(state=BookingState.BOOKED),
    }
    return make_leg(**given | fields)


def journey(*legs: Leg, last: str = "2027-03-29", **fields: Any) -> Journey:
    """A course whose last session is on ``last``, a day that can be missed."""
    course = make_course(id="course", fractions=(make_fraction(1, last),), daily_time=dt.time(10, 20))
    return make_journey(legs=legs, courses=(course,), **fields)


def slipped(whole: Journey, *days: str) -> Journey:
    """After the sessions of ``days`` were missed, one by one, and everything was accepted."""
    ids = count(1)
    for one in days:
        proposal = proposed(whole, missed(one))
        whole = accept(proposal, proposal.everything, new_id=lambda: f"new-{next(ids)}").change(whole)
    return whole


def timeline(whole: Journey) -> list[str]:
    """Every dated thing that hangs on the course, in the order of the record."""
    lines = [f"session {one.number}: {clock(one.starts)}" for one in whole.courses[0].fractions if one.stands]
    for leg in whole.legs:
        lines.append(f"{leg.id}: {clock(leg.departs)} to {clock(leg.arrives)}")
        if leg.check_in:
            lines.append(f"{leg.id} check-in: {clock(leg.check_in)}")
    lines += [f"{stay.id}: until {clock(stay.leaves)}" for stay in whole.stays]
    lines += [f"{entry.id}: {clock(entry.entered)} to {clock(entry.exited)}" for entry in whole.entries]
    lines += [f"{one.id}: {clock(one.starts)}" for one in whole.appointments]
    return lines


def clock(when: When | None) -> str:
    if when is None:
        return "—"
    if when.instant is None:
        return f"{when.date:%a %d %b}"
    second = " (the second time)" if when.fold else ""
    return f"{when.date:%a %d %b} {when.time:%H:%M} {when.instant:%Z}{second}"


def test_summer_time_ends_where_the_flight_goes_to() -> None:
    """New Zealand leaves summer time on Sunday 4 April: the same twelve hours land an hour earlier."""
    assert timeline(journey(home())) == [
        "session 1: Mon 29 Mar 10:20 CST",
        "home: Thu 01 Apr 01:30 CST to Thu 01 Apr 18:40 NZDT",
        "home check-in: Wed 31 Mar 22:30 CST",
    ]
    assert timeline(slipped(journey(home()), "2027-03-29", "2027-03-30", "2027-03-31")) == [
        "session 1: Thu 01 Apr 10:20 CST",
        "home: Sun 04 Apr 01:30 CST to Sun 04 Apr 17:40 NZST",
        "home check-in: Sat 03 Apr 22:30 CST",
    ]


def test_summer_time_ends_where_the_flight_comes_from() -> None:
    """Outbound the other way round: the local departure stays, the arrival in China is an hour later."""
    out = home(
        id="out",
        origin=HOME_AIRPORT,
        destination=AIRPORT,
        departs=at("2027-04-01 22:00", NEW_ZEALAND),
        arrives=at("2027-04-02 05:35"),
        check_in=at("2027-04-01 19:00", NEW_ZEALAND),
    )
    assert timeline(slipped(journey(out), "2027-03-29", "2027-03-30", "2027-03-31"))[1:] == [
        "out: Sun 04 Apr 22:00 NZST to Mon 05 Apr 06:35 CST",
        "out check-in: Sun 04 Apr 19:00 NZST",
    ]


def test_landing_in_the_hour_that_comes_twice() -> None:
    """Clocks in Auckland show 02:00 to 03:00 twice on 4 April; this landing is in the second of them."""
    night = home(departs=at("2027-03-31 09:20"), arrives=at("2027-04-01 03:30", NEW_ZEALAND), check_in=None)
    whole = slipped(journey(night, last="2027-03-29"), "2027-03-29", "2027-03-30")
    assert timeline(whole)[1:] == ["home: Sat 03 Apr 09:20 CST to Sun 04 Apr 02:30 NZST (the second time)"]


def test_a_departure_that_clocks_skip_is_a_question_for_a_person() -> None:
    """Clocks in Auckland jump from 02:00 to 03:00 on Sunday 26 September 2027: nothing leaves at 02:30."""
    early = home(departs=at("2027-09-25 02:30", NEW_ZEALAND), arrives=at("2027-09-25 04:00", NEW_ZEALAND))
    proposal = proposed(journey(early, last="2027-09-22"), missed("2027-09-22"))
    ride = by_subject(proposal)["home", "departs"]
    assert "Clocks there skip Sun 26 Sept 2027, 02:30, because summer time begins." in [
        english(said) for said in ride.you_decide
    ]


def test_a_departure_after_midnight_takes_the_hotel_and_the_ride_of_the_evening_before_along() -> None:
    ride = home(
        id="ride",
        mode=LegMode.CAR,
        number="",
        destination=AIRPORT,
        departs=at("2027-03-31 21:30"),
        arrives=at("2027-03-31 22:30"),
        check_in=None,
        departs_tie=tie("thing", -1, thing="home"),
    )
    stay = make_stay(id="hotel", leaves=at("2027-03-31 21:30"), leaves_tie=tie("thing", -1, thing="home"))
    whole = journey(ride, home(), stays=(stay,))
    assert timeline(slipped(whole, "2027-03-29")) == [
        "session 1: Tue 30 Mar 10:20 CST",
        "ride: Thu 01 Apr 21:30 CST to Thu 01 Apr 22:30 CST",
        "home: Fri 02 Apr 01:30 CST to Fri 02 Apr 18:40 NZDT",
        "home check-in: Thu 01 Apr 22:30 CST",
        "hotel: until Thu 01 Apr 21:30 CST",
    ]


def test_across_the_date_line_one_lands_the_day_before_one_left() -> None:
    over_the_line = home(
        id="on",
        origin=HOME_AIRPORT,
        departs=at("2027-04-02 23:55", NEW_ZEALAND),
        arrives=at("2027-04-02 09:45", HONOLULU),
        check_in=None,
        departs_tie=tie("thing", 1, thing="home"),
    )
    assert timeline(slipped(journey(home(), over_the_line), "2027-03-29"))[1:] == [
        "home: Fri 02 Apr 01:30 CST to Fri 02 Apr 18:40 NZDT",
        "home check-in: Thu 01 Apr 22:30 CST",
        "on: Sat 03 Apr 23:55 NZDT to Sat 03 Apr 09:45 HST",
    ]


def test_a_moved_arrival_moves_the_entry_and_what_hangs_on_it() -> None:
    """The course may begin later, before anybody has left: flight, entry, first visit, all of it."""
    out = home(
        id="out",
        origin=HOME_AIRPORT,
        destination=AIRPORT,
        departs=at("2027-03-07 22:00", NEW_ZEALAND),
        arrives=at("2027-03-08 05:35"),
        check_in=None,
        departs_tie=tie("first-fraction", -30),
    )
    whole = journey(
        out,
        last="2027-04-06",
        entries=(
            make_entry(
                id="entry", visa="visa", entry_leg="out", exited=at("2027-05-06 01:30"), exit_leg=None
            ),
        ),
        visas=(make_visa(id="visa"),),
        appointments=(
            make_appointment(id="first-visit", starts=at("2027-03-09 09:30"), starts_tie=tie("arrival", 1)),
        ),
    )
    proposal = proposed(whole, Interruption(new_start=day("2027-05-10")))
    assert english(by_subject(proposal)["entry", "entered"].why) == (
        "It is the crossing of the border on Flight 3U3811 to Chengdu Tianfu, which moves from "
        "Mon 8 Mar 2027 to Sun 11 Apr 2027."
    )
    after = accept(proposal, proposal.everything, new_id=lambda: "new").change(whole)
    assert timeline(after) == [
        "session 1: Mon 10 May 10:20 CST",
        "out: Sat 10 Apr 22:00 NZST to Sun 11 Apr 06:35 CST",
        "entry: Sun 11 Apr 06:35 CST to Thu 06 May 01:30 CST",
        "first-visit: Mon 12 Apr 09:30 CST",
    ]


def test_where_a_time_is_not_known_days_move_and_times_stay_unknown() -> None:
    vague = home(departs=at("2027-04-01"), arrives=at("2027-04-01 18:40", NEW_ZEALAND), check_in=None)
    nowhere = home(id="nowhere", arrives=None, check_in=None)
    assert timeline(slipped(journey(vague, nowhere), "2027-03-29"))[1:] == [
        "home: Fri 02 Apr to Fri 02 Apr 18:40 NZDT",
        "nowhere: Fri 02 Apr 01:30 CST to —",
    ]


def test_a_session_of_a_centre_is_missed_on_its_own_day_wherever_it_was_written_down() -> None:
    """10:20 on Tuesday in Auckland is still 06:20 there in Chengdu; the date of 00:20 is another one."""
    written = make_fraction(1, starts=at("2027-03-30 00:20", NEW_ZEALAND))
    whole = replace(journey(), courses=(make_course(id="course", fractions=(written,)),))
    after = slipped(whole, "2027-03-29")
    assert timeline(after) == ["session 1: Tue 30 Mar 10:20 CST"]
    assert after.courses[0].fractions[0].starts == written.starts, "history stays as it was written"
