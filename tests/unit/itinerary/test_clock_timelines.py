"""Golden timelines of clocks and dates, each named after its hazard, as a reader would see them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from planner.itinerary.build import build
from planner.record.consent import Audience
from planner.record.journey import Journey
from planner.record.leg import Leg, LegMode
from planner.record.place import PlaceKind
from tests.builders.make import (
    AIRPORT,
    CENTRE,
    HOME_AIRPORT,
    HOTEL,
    NEW_ZEALAND,
    at,
    make_course,
    make_entry,
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


def test_overnight_flight_arrives_on_another_date() -> None:
    journey = make_journey(
        legs=(make_leg(),), stays=(make_stay(leaves=at("2027-03-09 12:00")),), entries=(make_entry(),)
    )
    assert timeline(journey) == [
        "== Sun 2027-03-07, Pacific/Auckland",
        "Sun 07 Mar 22:00 to Mon 08 Mar 05:35: Flight 3U3812 to Chengdu Tianfu",
        "night: On the way: 3U3812",
        "== Mon 2027-03-08, Asia/Shanghai, home +5 provisional",
        "Mon 08 Mar 05:35 [home Mon 08 Mar 10:35]: Arrive in Chengdu Tianfu",
        "Mon 08 Mar 05:35: Passport control",
        "Mon 08 Mar 07:30: Check in (to be confirmed)",
        "any time to Tue 09 Mar 05:35: Register your address by Tue 9 Mar 2027, 05:35",
        "night: Specimen Hotel",
        "== Tue 2027-03-09, Asia/Shanghai, home +5 provisional",
        "Tue 09 Mar 12:00: Check out (to be confirmed)",
    ]


def test_dst_change_at_home() -> None:
    """The gap shrinks from five hours to four on the Sunday, and later times are told by the new one."""
    journey = make_journey(legs=(make_leg(),), courses=(make_course(2, "2027-04-02"),))
    assert timeline(journey) == [
        "== Sun 2027-03-07, Pacific/Auckland",
        "Sun 07 Mar 22:00 to Mon 08 Mar 05:35: Flight 3U3812 to Chengdu Tianfu",
        "night: On the way: 3U3812",
        "== Mon 2027-03-08, Asia/Shanghai, home +5 provisional",
        "Mon 08 Mar 05:35 [home Mon 08 Mar 10:35]: Arrive in Chengdu Tianfu",
        "== Fri 2027-04-02, Asia/Shanghai, home +5 provisional",
        "Fri 02 Apr 10:20 [home Fri 02 Apr 15:20]: Proton session 1 of 2 (to be confirmed)",
        "== Sun 2027-04-04, Asia/Shanghai, home +4 provisional",
        "note: Clocks at home go back 1 hr today. Then home is 4 hrs ahead.",
        "== Mon 2027-04-05, Asia/Shanghai, home +4 provisional",
        "note: Public holiday: Qingming Festival.",
        "note: The treatment centre is closed.",
        "Mon 05 Apr 10:20 [home Mon 05 Apr 14:20]: Proton session 2 of 2 (to be confirmed)",
    ]


def test_dst_change_at_home_on_a_free_day() -> None:
    journey = make_journey(
        stays=(make_stay(arrives=at("2027-04-02"), leaves=at("2027-04-06")),),
    )
    assert timeline(journey, quiet_days=True) == [
        "== Fri 2027-04-02, Asia/Shanghai, home +5 provisional",
        "Fri 02 Apr --:--: Check in (to be confirmed)",
        "night: Specimen Hotel",
        "== Sat 2027-04-03, Asia/Shanghai, home +5 provisional",
        "night: Specimen Hotel",
        "== Sun 2027-04-04, Asia/Shanghai, home +4 provisional",
        "note: Clocks at home go back 1 hr today. Then home is 4 hrs ahead.",
        "night: Specimen Hotel",
        "== Mon 2027-04-05, Asia/Shanghai, home +4 provisional",
        "note: Public holiday: Qingming Festival.",
        "night: Specimen Hotel",
        "== Tue 2027-04-06, Asia/Shanghai, home +4 provisional",
        "Tue 06 Apr --:--: Check out (to be confirmed)",
    ]


def test_departure_after_midnight() -> None:
    """Both days of the week are named on both pages, and the car says when one leaves."""
    journey = make_journey(
        legs=(home_leg(), car()),
        stays=(make_stay(arrives=at("2027-04-27 14:00"), leaves=at("2027-04-28 21:30")),),
    )
    assert timeline(journey) == [
        "== Tue 2027-04-27, Asia/Shanghai, home +4 provisional",
        "Tue 27 Apr 14:00: Check in (to be confirmed)",
        "night: Specimen Hotel",
        "== Wed 2027-04-28, Asia/Shanghai, home +4 provisional",
        "Wed 28 Apr 21:30: Leave in the evening: Flight 3U3811 to Auckland Airport",
        "! It leaves at 01:30 on Thu 29 Apr 2027, after midnight that night.",
        "! Be ready on the evening of Wed 28 Apr 2027.",
        "Wed 28 Apr 21:30: Check out (to be confirmed)",
        "Wed 28 Apr 21:30 to Wed 28 Apr 22:30: Car to Chengdu Tianfu",
        "night: On the way: 3U3811",
        "== Thu 2027-04-29, Asia/Shanghai, home +4 provisional",
        "Thu 29 Apr 01:30 to Thu 29 Apr 17:40 [home Thu 29 Apr 05:30]: Flight 3U3811 to Auckland Airport",
        "! This is in the night from Wed 28 Apr 2027 to Thu 29 Apr 2027.",
        "! Leave on the evening of Wed 28 Apr 2027.",
    ]


def test_departure_after_midnight_leaving_by_checking_out() -> None:
    journey = make_journey(
        legs=(home_leg(),), stays=(make_stay(arrives=at("2027-04-27 14:00"), leaves=at("2027-04-28 21:00")),)
    )
    assert timeline(journey) == [
        "== Tue 2027-04-27, Asia/Shanghai, home +4 provisional",
        "Tue 27 Apr 14:00: Check in (to be confirmed)",
        "night: Specimen Hotel",
        "== Wed 2027-04-28, Asia/Shanghai, home +4 provisional",
        "Wed 28 Apr 21:00: Leave in the evening: Flight 3U3811 to Auckland Airport",
        "! It leaves at 01:30 on Thu 29 Apr 2027, after midnight that night.",
        "! Be ready on the evening of Wed 28 Apr 2027.",
        "Wed 28 Apr 21:00: Check out (to be confirmed)",
        "night: On the way: 3U3811",
        "== Thu 2027-04-29, Asia/Shanghai, home +4 provisional",
        "Thu 29 Apr 01:30 to Thu 29 Apr 17:40 [home Thu 29 Apr 05:30]: Flight 3U3811 to Auckland Airport",
        "! This is in the night from Wed 28 Apr 2027 to Thu 29 Apr 2027.",
        "! Leave on the evening of Wed 28 Apr 2027.",
    ]


def test_departure_after_midnight_with_nothing_known_of_the_way_there() -> None:
    journey = make_journey(legs=(home_leg(arrives=None),))
    assert timeline(journey) == [
        "== Wed 2027-04-28, Asia/Shanghai, home +4 provisional",
        "Wed 28 Apr --:--: Leave in the evening: Flight 3U3811 to Auckland Airport",
        "! It leaves at 01:30 on Thu 29 Apr 2027, after midnight that night.",
        "! Be ready on the evening of Wed 28 Apr 2027.",
        "night: On the way: 3U3811",
        "== Thu 2027-04-29, Asia/Shanghai, home +4 provisional",
        "Thu 29 Apr 01:30 [home Thu 29 Apr 05:30]: Flight 3U3811 to Auckland Airport",
        "! This is in the night from Wed 28 Apr 2027 to Thu 29 Apr 2027.",
        "! Leave on the evening of Wed 28 Apr 2027.",
    ]


def test_car_and_flight_both_after_midnight() -> None:
    """One warning, not two, and the time one leaves is not said to be in the evening."""
    journey = make_journey(
        legs=(
            home_leg(departs=at("2027-04-29 04:30"), arrives=at("2027-04-29 20:40", NEW_ZEALAND)),
            car(departs=at("2027-04-29 00:30"), arrives=None),
        ),
        stays=(make_stay(arrives=at("2027-04-27 14:00"), leaves=at("2027-04-29 00:30")),),
    )
    assert timeline(journey) == [
        "== Tue 2027-04-27, Asia/Shanghai, home +4 provisional",
        "Tue 27 Apr 14:00: Check in (to be confirmed)",
        "night: Specimen Hotel",
        "== Wed 2027-04-28, Asia/Shanghai, home +4 provisional",
        "Thu 29 Apr 00:30: Leave after midnight: Flight 3U3811 to Auckland Airport",
        "! It leaves at 04:30 on Thu 29 Apr 2027, after midnight that night.",
        "! Be ready on the evening of Wed 28 Apr 2027.",
        "night: Specimen Hotel",
        "== Thu 2027-04-29, Asia/Shanghai, home +4 provisional",
        "Thu 29 Apr 00:30: Check out (to be confirmed)",
        "Thu 29 Apr 00:30: Car to Chengdu Tianfu",
        "Thu 29 Apr 04:30 to Thu 29 Apr 20:40 [home Thu 29 Apr 08:30]: Flight 3U3811 to Auckland Airport",
        "! This is in the night from Wed 28 Apr 2027 to Thu 29 Apr 2027.",
        "! Leave at 00:30, after midnight.",
    ]


def test_connection_after_midnight_is_no_evening_departure() -> None:
    journey = make_journey(
        legs=(
            make_leg(
                id="a",
                origin=CENTRE,
                destination=AIRPORT,
                departs=at("2027-04-28 20:00"),
                arrives=at("2027-04-28 22:00"),
                number="CA1",
            ),
            home_leg(),
        )
    )
    assert timeline(journey) == [
        "== Wed 2027-04-28, Asia/Shanghai, home +4 provisional",
        "Wed 28 Apr 20:00 to Wed 28 Apr 22:00 [home Thu 29 Apr 00:00]: Flight CA1 to Chengdu Tianfu",
        "night: On the way: 3U3811",
        "== Thu 2027-04-29, Asia/Shanghai, home +4 provisional",
        "Thu 29 Apr 01:30 to Thu 29 Apr 17:40 [home Thu 29 Apr 05:30]: Flight 3U3811 to Auckland Airport",
        "! This is in the night from Wed 28 Apr 2027 to Thu 29 Apr 2027.",
        "! Leave on the evening of Wed 28 Apr 2027.",
    ]


def test_date_line_home_on_an_earlier_date() -> None:
    journey = make_journey(
        places=(*make_places(), LAX),
        travellers=(make_traveller(home_zone=LOS_ANGELES),),
        legs=(
            home_leg(
                destination="lax",
                departs=at("2027-04-29 00:40"),
                arrives=at("2027-04-28 22:10", LOS_ANGELES),
                number="CA2",
            ),
        ),
        stays=(make_stay(arrives=at("2027-04-27 14:00"), leaves=at("2027-04-28 21:00")),),
    )
    assert timeline(journey) == [
        "== Tue 2027-04-27, Asia/Shanghai, home -15 provisional",
        "Tue 27 Apr 14:00: Check in (to be confirmed)",
        "night: Specimen Hotel",
        "== Wed 2027-04-28, Asia/Shanghai, home -15 provisional",
        "Wed 28 Apr 21:00: Leave in the evening: Flight CA2 to Los Angeles",
        "! It leaves at 00:40 on Thu 29 Apr 2027, after midnight that night.",
        "! Be ready on the evening of Wed 28 Apr 2027.",
        "Wed 28 Apr 21:00: Check out (to be confirmed)",
        "night: On the way: CA2",
        "== Thu 2027-04-29, Asia/Shanghai, home -15 provisional",
        "Thu 29 Apr 00:40 to Wed 28 Apr 22:10 [home Wed 28 Apr 09:40]: Flight CA2 to Los Angeles",
        "! This is in the night from Wed 28 Apr 2027 to Thu 29 Apr 2027.",
        "! Leave on the evening of Wed 28 Apr 2027.",
        "! You cross the date line: you arrive on Wed 28 Apr 2027, a date earlier than you left.",
    ]


def test_no_date_line_is_crossed_by_what_is_only_entered_wrong() -> None:
    wrong = {
        "two days before it leaves": at("2027-04-27 22:10", LOS_ANGELES),
        "an hour before it leaves": at("2027-04-28 08:40", LOS_ANGELES),
        "earlier in the same zone": at("2027-04-28 22:10"),
        "earlier that day in the same zone": at("2027-04-29 00:10"),
        "no hour, and two days before": at("2027-04-27", LOS_ANGELES),
    }
    for what, arrives in wrong.items():
        journey = make_journey(
            places=(*make_places(), LAX),
            legs=(home_leg(destination="lax", departs=at("2027-04-29 00:40"), arrives=arrives),),
        )
        said = "\n".join(timeline(journey))
        assert "date line" not in said, what
        assert "By the clock you arrive before" not in said, what


def test_date_line_home_at_an_earlier_hour() -> None:
    journey = make_journey(
        places=(*make_places(), LAX),
        travellers=(make_traveller(home_zone=LOS_ANGELES),),
        legs=(
            home_leg(
                destination="lax",
                departs=at("2027-04-29 12:00"),
                arrives=at("2027-04-29 09:10", LOS_ANGELES),
                number="CA2",
            ),
        ),
    )
    assert timeline(journey) == [
        "== Thu 2027-04-29, Asia/Shanghai, home -15 provisional",
        "Thu 29 Apr 12:00 to Thu 29 Apr 09:10 [home Wed 28 Apr 21:00]: Flight CA2 to Los Angeles",
        "! By the clock you arrive before you left: the clocks there are behind.",
    ]


def test_date_line_outward() -> None:
    journey = make_journey(
        places=(*make_places(), LAX),
        travellers=(make_traveller(home_zone=LOS_ANGELES),),
        legs=(
            make_leg(
                origin="lax", departs=at("2027-03-07 13:00", LOS_ANGELES), arrives=at("2027-03-08 20:35")
            ),
        ),
    )
    assert timeline(journey) == [
        "== Sun 2027-03-07, America/Los_Angeles",
        "Sun 07 Mar 13:00 to Mon 08 Mar 20:35: Flight 3U3812 to Chengdu Tianfu",
        "night: On the way: 3U3812",
        "== Mon 2027-03-08, Asia/Shanghai, home -16 provisional",
        "Mon 08 Mar 20:35 [home Mon 08 Mar 04:35]: Arrive in Chengdu Tianfu",
    ]


def test_no_arrival_time() -> None:
    """The day is known, so the arrival leads it and says that its time is not."""
    journey = make_journey(
        legs=(
            make_leg(arrives=at("2027-03-08")),
            car(id="c", origin=AIRPORT, destination=HOTEL, departs=at("2027-03-08 07:00"), arrives=None),
        ),
        entries=(make_entry(entered=at("2027-03-08")),),
    )
    assert timeline(journey) == [
        "== Sun 2027-03-07, Pacific/Auckland",
        "Sun 07 Mar 22:00 to Mon 08 Mar --:--: Flight 3U3812 to Chengdu Tianfu",
        "night: On the way: 3U3812",
        "== Mon 2027-03-08, Asia/Shanghai, home +5 provisional",
        "Mon 08 Mar --:--: Arrive in Chengdu Tianfu",
        "Mon 08 Mar --:--: Passport control",
        "Mon 08 Mar 07:00: Car to Specimen Hotel",
        "any time to Tue 09 Mar --:--: Register your address within 24 hours of arriving",
    ]


def test_arrival_unknown() -> None:
    journey = make_journey(legs=(make_leg(arrives=None),))
    assert timeline(journey) == [
        "== Sun 2027-03-07, Pacific/Auckland",
        "Sun 07 Mar 22:00: Flight 3U3812 to Chengdu Tianfu",
    ]


def test_departure_unknown() -> None:
    journey = make_journey(legs=(make_leg(departs=None),))
    assert timeline(journey) == [
        "== Mon 2027-03-08, Asia/Shanghai, home +5 provisional",
        "Mon 08 Mar 05:35 [home Mon 08 Mar 10:35]: Arrive in Chengdu Tianfu",
    ]
