"""Golden timelines of whole days, each named after its hazard, as a reader would see them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from planner.itinerary.build import build, items_of
from planner.itinerary.item import ItemKind
from planner.record.appointment import AppointmentKind
from planner.record.consent import Audience
from planner.record.fraction import FractionState, MissedReason
from planner.record.journey import Journey
from planner.record.leg import Leg, LegMode
from planner.record.mdt import MeetingMode
from planner.record.place import PlaceKind
from planner.record.stay import StayKind
from tests.builders.make import (
    AIRPORT,
    CENTRE,
    COMPANION,
    HOME_AIRPORT,
    HOTEL,
    NEW_ZEALAND,
    PATIENT,
    at,
    confirmed,
    make_appointment,
    make_companion,
    make_course,
    make_fraction,
    make_journey,
    make_leg,
    make_place,
    make_places,
    make_stay,
    make_traveller,
    text,
)
from tests.unit.itinerary.timeline import lines

TODAY = dt.date(2027, 3, 1)
LOS_ANGELES = "America/Los_Angeles"
LAX = make_place(
    id="lax",
    kind=PlaceKind.AIRPORT,
    name=text("LAX"),
    country="US",
    zone=LOS_ANGELES,
    city=text("Los Angeles"),
)


def timeline(
    journey: Journey, audience: Audience = Audience.PATIENT, *, quiet_days: bool = False, **how: Any
) -> list[str]:
    return lines(build(journey, audience, today=TODAY, **how), quiet_days=quiet_days)


def home_leg(**fields: Any) -> Leg:
    """The flight home of domain facts 8.1, just after midnight."""
    given = {
        "id": "home",
        "origin": AIRPORT,
        "destination": HOME_AIRPORT,
        "departs": at("2027-04-29 01:30"),
        "arrives": at("2027-04-29 17:40", NEW_ZEALAND),
        "number": "3U3811",
    }
    return make_leg(**given | fields)


def car(**fields: Any) -> Leg:
    """The car to the airport on the evening before it."""
    given = {
        "id": "car",
        "mode": LegMode.CAR,
        "origin": HOTEL,
        "destination": AIRPORT,
        "departs": at("2027-04-28 21:30"),
        "arrives": at("2027-04-28 22:30"),
        "number": "",
        "carrier_code": "",
    }
    return make_leg(**given | fields)


def test_time_unknown() -> None:
    """What has no time yet follows what has one, and says so."""
    journey = make_journey(
        appointments=(
            make_appointment(id="b", starts=at("2027-03-09")),
            make_appointment(id="a", starts=at("2027-03-09 09:30"), confirmation=confirmed()),
        ),
        stays=(make_stay(arrives=at("2027-03-08"), leaves=at("2027-03-10")),),
    )
    assert timeline(journey) == [
        "== Mon 2027-03-08, Asia/Shanghai, home +5 provisional",
        "Mon 08 Mar --:--: Check in (to be confirmed)",
        "night: Specimen Hotel",
        "== Tue 2027-03-09, Asia/Shanghai, home +5 provisional",
        "Tue 09 Mar 09:30 [home Tue 09 Mar 14:30]: Consultation",
        "Tue 09 Mar --:--: Consultation (to be confirmed)",
        "night: Specimen Hotel",
        "== Wed 2027-03-10, Asia/Shanghai, home +5 provisional",
        "Wed 10 Mar --:--: Check out (to be confirmed)",
    ]


def test_checking_out_without_a_time_comes_before_the_flight_that_day_and_the_ride_to_it() -> None:
    """After what still happens in town."""
    journey = make_journey(
        appointments=(make_appointment(id="a", starts=at("2027-03-10 09:30"), confirmation=confirmed()),),
        stays=(make_stay(arrives=at("2027-03-08"), leaves=at("2027-03-10")),),
        legs=(
            make_leg(
                id="ride",
                mode=LegMode.CAR,
                origin=HOTEL,
                destination=AIRPORT,
                departs=at("2027-03-10 11:15"),
                arrives=at("2027-03-10 12:00"),
                number="",
            ),
            make_leg(
                id="home",
                origin=AIRPORT,
                destination=HOME_AIRPORT,
                departs=at("2027-03-10 14:00"),
                arrives=at("2027-03-11 07:00", NEW_ZEALAND),
            ),
        ),
    )
    told = [line.split(": ")[1].split(" (")[0] for line in timeline(journey) if line.startswith("Wed 10 Mar")]
    assert told == ["Consultation", "Check out", "Car to Chengdu Tianfu", "Flight 3U3812 to Auckland Airport"]


def test_checking_out_without_a_time_does_not_follow_somebody_elses_flight() -> None:
    journey = make_journey(
        travellers=(make_traveller(), make_companion()),
        appointments=(),
        stays=(make_stay(arrives=at("2027-03-08"), leaves=at("2027-03-10"), travellers=(PATIENT,)),),
        legs=(make_leg(departs=at("2027-03-10 14:00"), arrives=None, travellers=(COMPANION,)),),
    )
    items = items_of(journey, Audience.AGENCY, today=TODAY)
    last = [item.kind for item in items if item.on == dt.date(2027, 3, 10)]
    assert last[-1] is ItemKind.CHECK_OUT


def two_companions() -> Journey:
    """A couple, and a son who comes four days later."""
    return make_journey(
        travellers=(make_traveller(), make_companion(), make_companion(id="son", given_names="Second")),
        legs=(
            make_leg(travellers=(PATIENT, COMPANION)),
            make_leg(
                id="late",
                travellers=("son",),
                departs=at("2027-03-11 22:00", NEW_ZEALAND),
                arrives=at("2027-03-12 05:35"),
                number="3U1",
            ),
        ),
        stays=(
            make_stay(
                travellers=(PATIENT, COMPANION), arrives=at("2027-03-08 07:30"), leaves=at("2027-03-13")
            ),
            make_stay(travellers=("son",), arrives=at("2027-03-12 07:30"), leaves=at("2027-03-14")),
        ),
        appointments=(
            make_appointment(starts=at("2027-03-09 09:30")),
            make_appointment(starts=at("2027-03-12 09:30")),
        ),
    )


def test_two_companions_the_patients_copy() -> None:
    journey = two_companions()
    assert timeline(journey) == [
        "== Sun 2027-03-07, Pacific/Auckland",
        "Sun 07 Mar 22:00 to Mon 08 Mar 05:35: Flight 3U3812 to Chengdu Tianfu",
        "night: On the way: 3U3812",
        "== Mon 2027-03-08, Asia/Shanghai, home +5 provisional",
        "Mon 08 Mar 05:35 [home Mon 08 Mar 10:35]: Arrive in Chengdu Tianfu",
        "Mon 08 Mar 07:30: Check in (to be confirmed)",
        "night: Specimen Hotel",
        "== Tue 2027-03-09, Asia/Shanghai, home +5 provisional",
        "Tue 09 Mar 09:30 [home Tue 09 Mar 14:30]: Consultation (to be confirmed)",
        "night: Specimen Hotel",
        "== Fri 2027-03-12, Asia/Shanghai, home +5 provisional",
        "Fri 12 Mar 05:35 [home Fri 12 Mar 10:35]: Second arrives",
        "Fri 12 Mar 09:30 [home Fri 12 Mar 14:30]: Consultation (to be confirmed)",
        "night: Specimen Hotel",
        "== Sat 2027-03-13, Asia/Shanghai, home +5 provisional",
        "Sat 13 Mar --:--: Check out (to be confirmed)",
    ]


def test_two_companions_the_copy_of_the_one_who_travels_apart() -> None:
    journey = two_companions()
    assert timeline(journey, audience=Audience.COMPANION, reader="son") == [
        "2027-03-08 Mon 08 Mar 05:35 [home Mon 08 Mar 10:35]: Anna Maria and Test Person arrive",
        "== Thu 2027-03-11, Pacific/Auckland",
        "Thu 11 Mar 22:00 to Fri 12 Mar 05:35: Flight 3U1 to Chengdu Tianfu",
        "night: On the way: 3U1",
        "== Fri 2027-03-12, Asia/Shanghai, home +5 provisional",
        "Fri 12 Mar 05:35 [home Fri 12 Mar 10:35]: Arrive in Chengdu Tianfu",
        "Fri 12 Mar 07:30: Check in (to be confirmed)",
        "Fri 12 Mar 09:30 [home Fri 12 Mar 14:30]: Consultation (to be confirmed)",
        "night: Specimen Hotel",
        "== Sun 2027-03-14, Asia/Shanghai, home +5 provisional",
        "Sun 14 Mar --:--: Check out (to be confirmed)",
    ]


def test_half_empty_journey_with_sessions_alone() -> None:
    journey = make_journey(
        courses=(make_course(3),), appointments=(make_appointment(starts=None, kind=AppointmentKind.BLOODS),)
    )
    assert timeline(journey) == [
        "== Tue 2027-04-06, Asia/Shanghai, home +4 provisional",
        "Tue 06 Apr 10:20 [home Tue 06 Apr 14:20]: Proton session 1 of 3 (to be confirmed)",
        "== Wed 2027-04-07, Asia/Shanghai, home +4 provisional",
        "Wed 07 Apr 10:20 [home Wed 07 Apr 14:20]: Proton session 2 of 3 (to be confirmed)",
        "== Thu 2027-04-08, Asia/Shanghai, home +4 provisional",
        "Thu 08 Apr 10:20 [home Thu 08 Apr 14:20]: Proton session 3 of 3 (to be confirmed)",
    ]


def test_empty_journey() -> None:
    journey = make_journey()
    assert timeline(journey) == []


def test_from_home_by_video_in_home_time_and_on_the_date_at_home() -> None:
    journey = make_journey(
        appointments=(
            make_appointment(
                starts=at("2026-12-22 14:00"),
                kind=AppointmentKind.REMOTE_CONSULTATION,
                mode=MeetingMode.VIDEO,
                duration_minutes=45,
            ),
            make_appointment(starts=at("2026-12-23 22:00"), mode=MeetingMode.VIDEO),
        )
    )
    assert timeline(journey) == [
        "2026-12-22 Tue 22 Dec 19:00 to Tue 22 Dec 19:45: Consultation from home (over)",
        "2026-12-24 Thu 24 Dec 03:00: Consultation (over)",
    ]


def test_clocks_change_where_one_is_treated() -> None:
    journey = make_journey(
        country="US",
        zone=LOS_ANGELES,
        places=(*make_places(), LAX),
        legs=(
            make_leg(
                destination="lax",
                departs=at("2027-03-12 20:00", NEW_ZEALAND),
                arrives=at("2027-03-12 12:00", LOS_ANGELES),
            ),
            home_leg(
                origin="lax",
                departs=at("2027-03-15 22:00", LOS_ANGELES),
                arrives=at("2027-03-17 08:00", NEW_ZEALAND),
            ),
        ),
    )
    assert timeline(journey, quiet_days=True) == [
        "== Fri 2027-03-12, Pacific/Auckland",
        "Fri 12 Mar 20:00 to Fri 12 Mar 12:00: Flight 3U3812 to Los Angeles",
        "! By the clock you arrive before you left: the clocks there are behind.",
        "== Sat 2027-03-13, America/Los_Angeles, home +21 provisional",
        "== Sun 2027-03-14, America/Los_Angeles, home +20 provisional",
        "note: Clocks go forward 1 hr today.",
        "== Mon 2027-03-15, America/Los_Angeles, home +20 provisional",
        "Mon 15 Mar 22:00 to Wed 17 Mar 08:00 [home Tue 16 Mar 18:00]: Flight 3U3811 to Auckland Airport",
        "night: On the way: 3U3811",
        "== Wed 2027-03-17, Pacific/Auckland",
        "Wed 17 Mar 08:00: Arrive in Auckland Airport",
    ]


def test_night_in_the_ward_while_the_hotel_is_kept() -> None:
    journey = make_journey(
        stays=(
            make_stay(id="h", arrives=at("2027-03-10"), leaves=at("2027-03-14")),
            make_stay(
                id="w",
                kind=StayKind.WARD,
                place=CENTRE,
                arrives=at("2027-03-11 08:00"),
                leaves=at("2027-03-12 16:00"),
            ),
        )
    )
    assert timeline(journey, quiet_days=True) == [
        "== Wed 2027-03-10, Asia/Shanghai, home +5 provisional",
        "Wed 10 Mar --:--: Check in (to be confirmed)",
        "night: Specimen Hotel",
        "== Thu 2027-03-11, Asia/Shanghai, home +5 provisional",
        "Thu 11 Mar 08:00: Go into the ward (to be confirmed)",
        "night: Demo Proton Centre",
        "== Fri 2027-03-12, Asia/Shanghai, home +5 provisional",
        "Fri 12 Mar 16:00: Leave the ward (to be confirmed)",
        "night: Specimen Hotel",
        "== Sat 2027-03-13, Asia/Shanghai, home +5 provisional",
        "night: Specimen Hotel",
        "== Sun 2027-03-14, Asia/Shanghai, home +5 provisional",
        "Sun 14 Mar --:--: Check out (to be confirmed)",
    ]


def test_planning_over_several_days() -> None:
    journey = make_journey(
        stays=(make_stay(arrives=at("2027-03-22"), leaves=at("2027-03-27")),),
        appointments=(
            make_appointment(
                kind=AppointmentKind.PLANNING,
                starts=at("2027-03-23"),
                ends=at("2027-03-25"),
                patient_present=False,
            ),
        ),
    )
    assert timeline(journey, quiet_days=True) == [
        "== Mon 2027-03-22, Asia/Shanghai, home +5 provisional",
        "Mon 22 Mar --:--: Check in (to be confirmed)",
        "night: Specimen Hotel",
        "== Tue 2027-03-23, Asia/Shanghai, home +5 provisional",
        "Tue 23 Mar --:-- to Thu 25 Mar --:--: The treatment is being planned (to be confirmed)",
        "night: Specimen Hotel",
        "== Wed 2027-03-24, Asia/Shanghai, home +5 provisional",
        "note: The treatment is being planned: until Thu 25 Mar 2027.",
        "night: Specimen Hotel",
        "== Thu 2027-03-25, Asia/Shanghai, home +5 provisional",
        "note: The treatment is being planned: until Thu 25 Mar 2027.",
        "night: Specimen Hotel",
        "== Fri 2027-03-26, Asia/Shanghai, home +5 provisional",
        "night: Specimen Hotel",
        "== Sat 2027-03-27, Asia/Shanghai, home +5 provisional",
        "Sat 27 Mar --:--: Check out (to be confirmed)",
    ]


def test_back_home_between_two_parts() -> None:
    journey = make_journey(
        legs=(
            make_leg(departs=at("2027-01-10 22:00", NEW_ZEALAND), arrives=at("2027-01-11 05:35")),
            home_leg(id="h1", departs=at("2027-01-13 12:00"), arrives=at("2027-01-14 04:00", NEW_ZEALAND)),
            make_leg(departs=at("2027-01-20 22:00", NEW_ZEALAND), arrives=at("2027-01-21 05:35")),
            home_leg(id="h2", departs=at("2027-01-23 12:00"), arrives=at("2027-01-24 04:00", NEW_ZEALAND)),
        )
    )
    assert timeline(journey, quiet_days=True) == [
        "== Sun 2027-01-10, Pacific/Auckland",
        "Sun 10 Jan 22:00 to Mon 11 Jan 05:35: Flight 3U3812 to Chengdu Tianfu",
        "night: On the way: 3U3812",
        "== Mon 2027-01-11, Asia/Shanghai, home +5 provisional",
        "Mon 11 Jan 05:35 [home Mon 11 Jan 10:35]: Arrive in Chengdu Tianfu",
        "== Tue 2027-01-12, Asia/Shanghai, home +5 provisional",
        "== Wed 2027-01-13, Asia/Shanghai, home +5 provisional",
        "Wed 13 Jan 12:00 to Thu 14 Jan 04:00 [home Wed 13 Jan 17:00]: Flight 3U3811 to Auckland Airport",
        "night: On the way: 3U3811",
        "== Thu 2027-01-14, Pacific/Auckland",
        "Thu 14 Jan 04:00: Arrive in Auckland Airport",
        "== Wed 2027-01-20, Pacific/Auckland",
        "Wed 20 Jan 22:00 to Thu 21 Jan 05:35: Flight 3U3812 to Chengdu Tianfu",
        "night: On the way: 3U3812",
        "== Thu 2027-01-21, Asia/Shanghai, home +5 provisional",
        "Thu 21 Jan 05:35 [home Thu 21 Jan 10:35]: Arrive in Chengdu Tianfu",
        "== Fri 2027-01-22, Asia/Shanghai, home +5 provisional",
        "== Sat 2027-01-23, Asia/Shanghai, home +5 provisional",
        "Sat 23 Jan 12:00 to Sun 24 Jan 04:00 [home Sat 23 Jan 17:00]: Flight 3U3811 to Auckland Airport",
        "night: On the way: 3U3811",
        "== Sun 2027-01-24, Pacific/Auckland",
        "Sun 24 Jan 04:00: Arrive in Auckland Airport",
    ]


def test_equal_times() -> None:
    journey = make_journey(
        appointments=tuple(
            make_appointment(id=i, kind=k, starts=at("2027-03-09 09:30"))
            for i, k in (
                ("z", AppointmentKind.BLOODS),
                ("a", AppointmentKind.IMAGING),
                ("b", AppointmentKind.BLOODS),
            )
        ),
        legs=(car(departs=at("2027-03-09 09:30"), arrives=None, destination=CENTRE),),
        stays=(make_stay(arrives=at("2027-03-09 09:30"), leaves=None),),
    )
    assert timeline(journey) == [
        "== Tue 2027-03-09, Asia/Shanghai, home +5 provisional",
        "Tue 09 Mar 09:30: Car to Demo Proton Centre",
        "Tue 09 Mar 09:30: Check in (to be confirmed)",
        "Tue 09 Mar 09:30 [home Tue 09 Mar 14:30]: Blood test (to be confirmed)",
        "Tue 09 Mar 09:30 [home Tue 09 Mar 14:30]: Blood test (to be confirmed)",
        "Tue 09 Mar 09:30 [home Tue 09 Mar 14:30]: Scan (to be confirmed)",
    ]


def test_missed_session_given_again() -> None:
    journey = make_journey(
        courses=(
            make_course(
                3,
                fractions=(
                    make_fraction(1, "2027-04-06", state=FractionState.DELIVERED),
                    make_fraction(
                        2, "2027-04-07", state=FractionState.MISSED, missed_reason=MissedReason.MACHINE_DOWN
                    ),
                    make_fraction(2, "2027-04-08", state=FractionState.CONFIRMED),
                    make_fraction(3, "2027-04-09", state=FractionState.CANCELLED),
                    make_fraction(3, "2027-04-12"),
                ),
            ),
        )
    )
    assert timeline(journey) == [
        "== Tue 2027-04-06, Asia/Shanghai, home +4 provisional",
        "Tue 06 Apr 10:20 [home Tue 06 Apr 14:20]: Proton session 1 of 3 (done)",
        "== Wed 2027-04-07, Asia/Shanghai, home +4 provisional",
        "Wed 07 Apr 10:20 [home Wed 07 Apr 14:20]: Proton session 2 of 3 (missed)",
        "== Thu 2027-04-08, Asia/Shanghai, home +4 provisional",
        "Thu 08 Apr 10:20 [home Thu 08 Apr 14:20]: Proton session 2 of 3",
        "== Mon 2027-04-12, Asia/Shanghai, home +4 provisional",
        "Mon 12 Apr 10:20 [home Mon 12 Apr 14:20]: Proton session 3 of 3 (to be confirmed)",
    ]
