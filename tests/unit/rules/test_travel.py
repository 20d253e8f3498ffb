"""Travel: legs that join, nights with a bed, clearances in time, and nobody a day late at the gate."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from planner.record.appointment import AppointmentKind, AppointmentState
from planner.record.booking import Booking, BookingState
from planner.record.fraction import FractionState
from planner.record.journey import Journey
from planner.record.leg import Leg, LegMode, MedicalClearance, ServiceRequest
from planner.record.place import PlaceKind
from planner.record.stay import StayKind
from planner.record.visa import EntryState, VisaState
from planner.rules.finding import Severity
from tests.builders import (
    NEW_ZEALAND,
    at,
    confirmed,
    day,
    make_appointment,
    make_companion,
    make_course,
    make_entry,
    make_fraction,
    make_journey,
    make_leg,
    make_place,
    make_places,
    make_stay,
    make_traveller,
    make_visa,
    text,
)
from tests.builders.make import AIRPORT, CENTRE, COMPANION, HOME_AIRPORT, HOTEL, PATIENT
from tests.unit.rules.harness import Golden, raised, shipped

CHENGDU, SHANGHAI, AUCKLAND = text("Chengdu", "成都"), text("Shanghai", "上海"), text("Auckland", "奥克兰")
PUDONG, HONGQIAO = "pudong", "hongqiao"
TOWNS = {HOME_AIRPORT: AUCKLAND, AIRPORT: CHENGDU, HOTEL: CHENGDU, CENTRE: CHENGDU}
PLACES = (
    *(replace(place, city=TOWNS[place.id]) for place in make_places()),
    make_place(
        id=PUDONG, kind=PlaceKind.AIRPORT, name=text("Shanghai Pudong", "上海浦东机场"), city=SHANGHAI
    ),
    make_place(
        id=HONGQIAO, kind=PlaceKind.STATION, name=text("Shanghai Hongqiao", "上海虹桥站"), city=SHANGHAI
    ),
)


def ride(id: str, origin: str, destination: str, departs: str, arrives: str, **fields: Any) -> Leg:
    given = {
        "id": id,
        "mode": LegMode.CAR,
        "number": "",
        "carrier_code": "",
        "origin": origin,
        "destination": destination,
        "departs": at(departs),
        "arrives": at(arrives),
    }
    return make_leg(**given | fields)


def flight(id: str, origin: str, destination: str, departs: str, arrives: str, **fields: Any) -> Leg:
    return ride(
        id, origin, destination, departs, arrives, **{"mode": LegMode.FLIGHT, "number": "CA1"} | fields
    )


#: Auckland 22:00 on 7 March to Chengdu 05:35 on the 8th; home on 29 April at 01:30, as in the worked record.
OUT = make_leg(id="out")
FROM_AIRPORT = ride("from-airport", AIRPORT, HOTEL, "2027-03-08 07:00", "2027-03-08 08:10")
TO_AIRPORT = ride("to-airport", HOTEL, AIRPORT, "2027-04-28 21:30", "2027-04-28 22:30")
BACK = make_leg(
    id="back",
    origin=AIRPORT,
    destination=HOME_AIRPORT,
    number="3U3811",
    departs=at("2027-04-29 01:30"),
    arrives=at("2027-04-29 17:40", NEW_ZEALAND),
)
ENTRY = make_entry(id="entry", exited=at("2027-04-29 01:30"))
STAY = make_stay(id="stay")
LEGS = (OUT, FROM_AIRPORT, TO_AIRPORT, BACK)
JOURNEY = make_journey(
    id="journey", places=PLACES, legs=LEGS, entries=(ENTRY,), stays=(STAY,), travellers=(make_traveller(),)
)
BEFORE, NEAR = "2027-02-01", "2027-03-05"


def with_legs(*legs: Leg, **fields: Any) -> Journey:
    return replace(JOURNEY, legs=legs, **fields)


def changed(journey: Journey, id: str, **facts: Any) -> Journey:
    """The journey with a leg that says otherwise."""
    legs = tuple(replace(leg, **facts) if leg.id == id else leg for leg in journey.legs)
    return replace(journey, legs=legs)


def with_stay(**facts: Any) -> Journey:
    return replace(JOURNEY, stays=(replace(STAY, **facts),))


def messages(code: str, journey: Journey, today: str = BEFORE) -> list[str]:
    return [str(finding.message) for finding in raised(code, journey, today)]


def severities(code: str, journey: Journey, today: str = BEFORE) -> list[Severity]:
    return [finding.severity for finding in raised(code, journey, today)]


TO_SHANGHAI = replace(
    OUT, id="to-shanghai", destination=PUDONG, arrives=at("2027-03-08 05:35"), number="MU780"
)
ONWARD = flight("onward", PUDONG, AIRPORT, "2027-03-08 09:00", "2027-03-08 12:20")
VIA_SHANGHAI = with_legs(TO_SHANGHAI, ONWARD)
CLEARANCE = MedicalClearance(traveller=PATIENT, for_departure=at("2027-04-29 01:30"))
CLEARED = changed(JOURNEY, "back", needs_clearance=True, clearances=(CLEARANCE,))
SENT = replace(CLEARANCE, sent_on=day("2027-04-20"), granted_on=day("2027-04-22"))
COURSE = make_course(
    id="course",
    fractions=tuple(
        make_fraction(number, on, id=f"session-{number}")
        for number, on in enumerate(("2027-04-22", "2027-04-23", "2027-04-26"), start=1)
    ),
)
END_REVIEW = make_appointment(id="review", kind=AppointmentKind.END_REVIEW, starts=at("2027-04-27 09:00"))
TREATED = replace(JOURNEY, courses=(COURSE,), appointments=(END_REVIEW,))
TOGETHER = (PATIENT, COMPANION)
BOTH = replace(
    JOURNEY,
    travellers=(make_traveller(), make_companion()),
    legs=tuple(replace(leg, travellers=TOGETHER) for leg in LEGS),
    entries=(ENTRY, replace(ENTRY, id="entry-2", traveller=COMPANION)),
    stays=(replace(STAY, travellers=TOGETHER),),
)
WHEELCHAIR = replace(JOURNEY, travellers=(make_traveller(service_codes=("WCHR",)),))
ASKED = ServiceRequest(traveller=PATIENT, code="WCHR")

GOLDEN = (
    Golden(
        code="travel.gap",
        hazard="lands in Shanghai, flies on from Chengdu",
        journey=changed(VIA_SHANGHAI, "onward", origin=AIRPORT, destination=PUDONG),
        fine=changed(
            changed(VIA_SHANGHAI, "onward", origin=AIRPORT, destination=PUDONG),
            "to-shanghai",
            destination=AIRPORT,
        ),
        today=BEFORE,
    ),
    Golden(
        code="travel.gap",
        hazard="the ride to the airport is still under way when the flight leaves",
        journey=changed(JOURNEY, "to-airport", arrives=at("2027-04-29 01:31")),
        fine=changed(JOURNEY, "to-airport", arrives=at("2027-04-29 01:30")),
        today=BEFORE,
    ),
    Golden(
        code="travel.arrival-before-departure",
        hazard="the night in between was forgotten",
        journey=changed(JOURNEY, "out", arrives=at("2027-03-07 05:35")),
        fine=JOURNEY,
        today=BEFORE,
    ),
    Golden(
        code="travel.stay-reversed",
        hazard="the year of the check-out was mistyped",
        journey=with_stay(leaves=at("2026-04-29 09:00")),
        fine=JOURNEY,
        today=BEFORE,
    ),
    Golden(
        code="travel.connection-too-short",
        hazard="two hours and 59 minutes with border control between",
        journey=changed(VIA_SHANGHAI, "onward", departs=at("2027-03-08 08:34")),
        fine=changed(VIA_SHANGHAI, "onward", departs=at("2027-03-08 08:35")),
        today=BEFORE,
    ),
    Golden(
        code="travel.connection-too-short",
        hazard="at the airport 119 minutes before a flight abroad",
        journey=changed(JOURNEY, "to-airport", arrives=at("2027-04-28 23:31")),
        fine=changed(JOURNEY, "to-airport", arrives=at("2027-04-28 23:30")),
        today=BEFORE,
    ),
    Golden(
        code="travel.night-uncovered",
        hazard="the hotel is left a day too early",
        journey=with_stay(leaves=at("2027-04-27 12:00")),
        fine=JOURNEY,
        today=BEFORE,
    ),
    Golden(
        code="travel.night-uncovered",
        hazard="lands at half past midnight; the room is booked from that day on",
        journey=replace(
            changed(JOURNEY, "out", arrives=at("2027-03-08 00:30")),
            entries=(replace(ENTRY, entered=at("2027-03-08 00:30")),),
        ),
        fine=replace(
            changed(JOURNEY, "out", arrives=at("2027-03-08 00:30")),
            entries=(replace(ENTRY, entered=at("2027-03-08 00:30")),),
            stays=(replace(STAY, arrives=at("2027-03-07")),),
        ),
        today=BEFORE,
    ),
    Golden(
        code="travel.night-doubled",
        hazard="the second hotel begins before the first ends",
        journey=replace(
            JOURNEY,
            stays=(
                replace(STAY, leaves=at("2027-04-10"), booking=Booking(state=BookingState.BOOKED)),
                make_stay(id="other", arrives=at("2027-04-09"), booking=Booking(state=BookingState.HELD)),
            ),
        ),
        fine=replace(
            JOURNEY,
            stays=(
                replace(STAY, leaves=at("2027-04-10"), booking=Booking(state=BookingState.BOOKED)),
                make_stay(id="other", arrives=at("2027-04-10"), booking=Booking(state=BookingState.HELD)),
            ),
        ),
        today=BEFORE,
    ),
    Golden(
        code="travel.before-end-review",
        hazard="the flight leaves an hour before the end review",
        journey=changed(TREATED, "back", departs=at("2027-04-27 08:00")),
        fine=changed(TREATED, "back", departs=at("2027-04-27 09:00")),
        today=BEFORE,
    ),
    Golden(
        code="travel.departure-tight",
        hazard="the flight is on the day after the last session",
        journey=changed(TREATED, "back", departs=at("2027-04-27 18:00")),
        fine=changed(TREATED, "back", departs=at("2027-04-28 18:00")),
        today=BEFORE,
    ),
    Golden(
        code="travel.after-midnight",
        hazard="01:30 on a Thursday is Wednesday night",
        journey=JOURNEY,
        fine=changed(JOURNEY, "back", departs=at("2027-04-29 05:01")),
        today=BEFORE,
    ),
    Golden(
        code="travel.clearance-window",
        hazard="the window has opened and the form is not sent",
        journey=CLEARED,
        fine_today="2027-04-14",
        today="2027-04-15",
    ),
    Golden(
        code="travel.clearance-window",
        hazard="the window has closed and the form is not sent",
        journey=CLEARED,
        fine=changed(CLEARED, "back", clearances=(replace(CLEARANCE, granted_on=day("2027-04-22")),)),
        today="2027-04-27",
    ),
    Golden(
        code="travel.clearance-after-rebooking",
        hazard="cleared for Thursday, now flying on Sunday",
        journey=changed(CLEARED, "back", clearances=(SENT,), departs=at("2027-05-02 01:30")),
        fine=changed(CLEARED, "back", clearances=(SENT,)),
        today="2027-04-23",
    ),
    Golden(
        code="travel.clearance-unasked",
        hazard="nobody has asked the airline",
        journey=with_legs(BACK),
        fine=with_legs(replace(BACK, needs_clearance=False)),
        today=BEFORE,
    ),
    Golden(
        code="travel.hotel-cannot-register",
        hazard="a hotel that may not register foreigners",
        journey=with_stay(registers_foreigners=False),
        fine=with_stay(registers_foreigners=True),
        today=BEFORE,
    ),
    Golden(
        code="travel.ride-missing",
        hazard="nobody meets them at five in the morning",
        journey=with_legs(OUT, TO_AIRPORT, BACK),
        fine=JOURNEY,
        today=BEFORE,
    ),
    Golden(
        code="travel.leg-unbooked",
        hazard="three weeks ahead the flight is only held",
        journey=changed(JOURNEY, "out", booking=Booking(state=BookingState.HELD)),
        fine_today="2027-02-13",
        today="2027-02-14",
    ),
    Golden(
        code="travel.leg-missing",
        hazard="the companion has no way home",
        journey=changed(BOTH, "back", travellers=(PATIENT,)),
        fine=BOTH,
        today=BEFORE,
    ),
    Golden(
        code="travel.service-unrequested",
        hazard="the wheelchair was never asked for",
        journey=WHEELCHAIR,
        fine=JOURNEY,
        today=BEFORE,
    ),
    Golden(
        code="travel.service-unconfirmed",
        hazard="a week ahead the wheelchair is not confirmed",
        journey=changed(JOURNEY, "back", service_requests=(ASKED,)),
        fine_today="2027-04-21",
        today="2027-04-22",
    ),
    Golden(
        code="travel.free-cancel-ends",
        hazard="the visa is not there and free cancelling ends",
        journey=replace(
            with_stay(
                booking=Booking(state=BookingState.CONFIRMED, free_cancel_until=at("2027-02-08 18:00"))
            ),
            visas=(make_visa(id="visa", state=VisaState.LODGED),),
        ),
        fine=replace(
            with_stay(
                booking=Booking(state=BookingState.CONFIRMED, free_cancel_until=at("2027-02-08 18:00"))
            ),
            visas=(make_visa(id="visa", state=VisaState.GRANTED),),
        ),
        today=BEFORE,
    ),
)


# ---- legs that join ----------------------------------------------------------------------------------------


def test_ways_within_a_town_and_at_home_need_no_leg() -> None:
    local = with_legs(OUT, ride("ride", HOTEL, CENTRE, "2027-03-09 09:00", "2027-03-09 09:10"))
    assert raised("travel.gap", local, BEFORE) == ()
    home = replace(JOURNEY.places[0], id="home", kind=PlaceKind.HOME, city=text("Hamilton", "汉密尔顿"))
    to_home = ride("to-home", HOME_AIRPORT, "home", "2027-02-01 10:00", "2027-02-01 12:00")
    at_home = with_legs(to_home, *LEGS, places=(*PLACES, home))
    assert raised("travel.gap", at_home, BEFORE) == ()


@pytest.mark.parametrize(("departs", "raises"), [("2027-03-09 05:34", True), ("2027-03-09 05:35", False)])
def test_two_stations_of_a_town_are_a_gap_on_the_same_day_only(departs: str, raises: bool) -> None:
    onward = replace(ONWARD, origin=HONGQIAO, departs=at(departs), arrives=at("2027-03-09 12:00"))
    assert bool(raised("travel.gap", with_legs(TO_SHANGHAI, onward), BEFORE)) is raises


def test_a_gap_is_told_once_for_everybody_and_never_of_the_past() -> None:
    journey = changed(BOTH, "to-airport", origin=PUDONG)
    (said,) = messages("travel.gap", journey)
    assert "'ERIKSSON Anna Maria', 'SPECIMEN Test Person'" in said
    assert raised("travel.gap", journey, "2027-04-29") == ()


def test_unknown_places_and_times_are_no_gap() -> None:
    for facts in ({"origin": None}, {"destination": None}, {"arrives": None}):
        assert raised("travel.gap", changed(JOURNEY, "from-airport", **facts), BEFORE) == ()
    dateless = with_legs(TO_SHANGHAI, replace(ONWARD, origin=HONGQIAO, departs=at("2027-03-08")))
    assert raised("travel.gap", dateless, BEFORE) == ()


def test_towns_are_told_apart_by_country_name_part_of_the_country_and_position() -> None:
    def gap(**facts: Any) -> bool:
        bare = replace(PLACES[2], city=text(""), **facts.pop("hotel", {}))
        airport = replace(PLACES[1], city=text(""), **facts)
        places = tuple({HOTEL: bare, AIRPORT: airport}.get(one.id, one) for one in PLACES)
        # the ride from the hotel to the airport is missing, so the flight leaves from elsewhere
        return bool(raised("travel.gap", with_legs(OUT, FROM_AIRPORT, BACK, places=places), BEFORE))

    chengdu = {"latitude_deg": "30.57", "longitude_deg": "104.06"}
    near = {"latitude_deg": "30.29", "longitude_deg": "104.44"}
    far = {"latitude_deg": "31.14", "longitude_deg": "121.80"}
    assert not gap()
    assert gap(subdivision="SC", hotel={"subdivision": "SH"})
    assert not gap(subdivision="SC", hotel={"subdivision": "SC"})
    assert not gap(**near, hotel=chengdu)
    assert gap(**far, hotel=chengdu)
    assert gap(country="HK", hotel={"country": "CN"})


def test_two_ideas_for_one_way_do_not_exclude_each_other() -> None:
    idea = Booking(state=BookingState.IDEA)
    two = with_legs(OUT, replace(OUT, id="other", departs=at("2027-03-07 23:00", NEW_ZEALAND), booking=idea))
    assert raised("travel.gap", two, BEFORE) == ()
    assert len(raised("travel.gap", changed(two, "other", booking=OUT.booking), BEFORE)) == 1


def test_a_flight_over_the_date_line_may_land_the_day_before() -> None:
    west = {
        "departs": at("2027-03-08 10:00", NEW_ZEALAND),
        "arrives": at("2027-03-07 18:00", "Pacific/Honolulu"),
    }
    assert raised("travel.arrival-before-departure", changed(JOURNEY, "out", **west), BEFORE) == ()
    days = {"departs": at("2027-03-08", NEW_ZEALAND), "arrives": at("2027-03-07", "Pacific/Honolulu")}
    assert raised("travel.arrival-before-departure", changed(JOURNEY, "out", **days), BEFORE) == ()
    for wrong in (at("2027-03-06", "Pacific/Honolulu"), at("2027-03-07", NEW_ZEALAND)):
        assert raised(
            "travel.arrival-before-departure", changed(JOURNEY, "out", **days | {"arrives": wrong}), BEFORE
        )
    assert raised("travel.arrival-before-departure", changed(JOURNEY, "out", arrives=None), BEFORE) == ()


def test_a_leg_that_is_over_and_arrived_before_it_left_is_still_entered_wrong() -> None:
    wrong = changed(JOURNEY, "out", arrives=at("2027-03-05 05:35"))
    for today, severity in (("2027-03-07", Severity.BLOCKER), ("2027-04-01", Severity.WARNING)):
        (found,) = raised("travel.arrival-before-departure", wrong, today)
        assert found.severity is severity


@pytest.mark.parametrize(
    ("arrives", "leaves", "reversed_"),
    [
        ("2027-03-08 14:00", "2027-03-08 13:59", True),
        ("2027-03-08 09:00", "2027-03-08 18:00", False),  # a room for the day
        ("2027-03-08", "2027-03-08", False),
        ("2027-03-08 14:00", "2027-03-08", False),
        ("2027-03-08", "2027-03-07", True),
        ("2027-03-09 01:30", "2027-03-09 12:00", False),
    ],
)
def test_a_stay_ends_after_it_begins(arrives: str, leaves: str, reversed_: bool) -> None:
    stay = with_stay(arrives=at(arrives), leaves=at(leaves))
    assert bool(raised("travel.stay-reversed", stay, BEFORE)) is reversed_
    if reversed_:
        assert severities("travel.stay-reversed", stay, "2027-06-01") == [Severity.WARNING]
        assert severities("travel.stay-reversed", stay) == [Severity.BLOCKER]


def test_a_stay_without_an_end_or_that_is_off_is_not_reversed() -> None:
    assert raised("travel.stay-reversed", with_stay(leaves=None), BEFORE) == ()
    off = with_stay(leaves=at("2026-04-29"), booking=Booking(state=BookingState.CANCELLED))
    assert raised("travel.stay-reversed", off, BEFORE) == ()


def test_a_connection_on_one_booking_is_the_carriers_and_only_a_note() -> None:
    tight = changed(VIA_SHANGHAI, "onward", departs=at("2027-03-08 07:00"))
    assert severities("travel.connection-too-short", tight) == [Severity.WARNING]
    ticket = Booking(state=BookingState.BOOKED, reference="SPCMN1")
    through = changed(changed(tight, "onward", booking=ticket), "to-shanghai", booking=ticket)
    assert severities("travel.connection-too-short", through) == [Severity.NOTE]
    assert "1:25:00" in messages("travel.connection-too-short", through)[0]


@pytest.mark.parametrize(
    ("minute", "domestic", "raises"),
    [(29, True, True), (30, True, False), (59, False, True), (0, False, False)],
)
def test_how_long_a_change_takes_depends_on_where_it_is(minute: int, domestic: bool, raises: bool) -> None:
    """90 minutes within the country, four hours from an airport to the station of the town."""
    if domestic:
        first = flight("first", AIRPORT, PUDONG, "2027-03-09 08:00", "2027-03-09 11:00")
        later = flight("later", PUDONG, AIRPORT, f"2027-03-09 12:{minute:02}", "2027-03-09 16:00")
    else:
        first = flight("first", AIRPORT, PUDONG, "2027-03-09 08:00", "2027-03-09 11:00")
        hour = 14 if minute else 15
        later = ride(
            "later",
            HONGQIAO,
            AIRPORT,
            f"2027-03-09 {hour}:{minute:02}",
            "2027-03-09 23:00",
            mode=LegMode.TRAIN,
        )
    assert bool(raised("travel.connection-too-short", with_legs(first, later), BEFORE)) is raises


@pytest.mark.parametrize(("arrives", "raises"), [("10:01", True), ("10:00", False)])
def test_an_hour_is_enough_before_a_departure_within_the_country(arrives: str, raises: bool) -> None:
    there = ride("there", HOTEL, AIRPORT, "2027-03-09 09:00", f"2027-03-09 {arrives}")
    later = flight("later", AIRPORT, PUDONG, "2027-03-09 11:00", "2027-03-09 14:00")
    journey = with_legs(there, later)
    assert bool(raised("travel.connection-too-short", journey, BEFORE)) is raises
    assert raised("travel.connection-too-short", changed(journey, "there", destination=CENTRE), BEFORE) == ()
    assert raised("travel.connection-too-short", changed(journey, "there", destination=None), BEFORE) == ()
    assert raised("travel.connection-too-short", changed(journey, "later", origin=None), BEFORE) == ()
    assert raised("travel.connection-too-short", changed(journey, "there", arrives=None), BEFORE) == ()
    abroad = changed(journey, "later", destination=None)
    assert raised("travel.connection-too-short", abroad, BEFORE), (
        "where it goes is not known: it may be abroad"
    )
    assert raised("travel.connection-too-short", journey, "2027-03-10") == ()


def test_flights_that_do_not_lead_to_one_another_are_no_connection() -> None:
    elsewhere = changed(VIA_SHANGHAI, "onward", origin=AIRPORT, departs=at("2027-03-08 06:00"))
    assert raised("travel.connection-too-short", elsewhere, BEFORE) == ()


def test_hong_kong_lies_beyond_a_border() -> None:
    hong_kong = make_place(id="hkg", kind=PlaceKind.AIRPORT, subdivision="HK", city=text("Hong Kong", "香港"))
    first = flight("first", AIRPORT, PUDONG, "2027-03-09 08:00", "2027-03-09 11:00")
    later = flight("later", PUDONG, "hkg", "2027-03-09 13:00", "2027-03-09 16:00")
    journey = with_legs(first, later, places=(*PLACES, hong_kong))
    (said,) = messages("travel.connection-too-short", journey)
    assert "2:00:00 to change, less than 3:00:00" in said


# ---- nights ------------------------------------------------------------------------------------------------


def test_every_night_is_counted_and_told_as_one() -> None:
    (found,) = raised("travel.night-uncovered", replace(JOURNEY, stays=()), BEFORE)
    assert found.severity is Severity.NOTE
    assert "No bed is entered for 51 nights, from that of 2027-03-08 to that of 2027-04-27" in str(
        found.message
    )
    assert severities("travel.night-uncovered", replace(JOURNEY, stays=()), "2027-02-15") == [
        Severity.WARNING
    ]
    assert raised("travel.night-uncovered", replace(JOURNEY, stays=()), "2027-04-28") == ()


def test_nights_before_between_and_after_stays_are_each_told() -> None:
    stays = (
        make_stay(id="a", arrives=at("2027-03-10"), leaves=at("2027-03-20")),
        make_stay(id="b", arrives=at("2027-03-25"), leaves=at("2027-04-01"), travellers=()),
        make_stay(id="c", arrives=None, leaves=at("2027-04-28")),
    )
    said = messages("travel.night-uncovered", replace(JOURNEY, stays=stays))
    assert [words.split("from that of ")[1][:35] for words in said] == [
        "2027-03-08 to that of 2027-03-09: (",
        "2027-03-20 to that of 2027-03-24: (",
        "2027-04-01 to that of 2027-04-27: (",
    ]


def test_who_leaves_on_the_day_of_arrival_needs_no_bed() -> None:
    day_trip = replace(ENTRY, exited=at("2027-03-08 22:00"))
    assert raised("travel.night-uncovered", with_legs(OUT, entries=(day_trip,), stays=()), BEFORE) == ()


def test_a_stay_whose_end_is_not_known_covers_the_rest() -> None:
    assert raised("travel.night-uncovered", with_stay(leaves=None), BEFORE) == ()
    dateless = replace(JOURNEY, entries=(replace(ENTRY, entered=None),))
    assert raised("travel.night-uncovered", dateless, BEFORE) == ()


@pytest.mark.parametrize(
    ("departs", "arrives", "raises"),
    [
        ("2027-04-29 05:59", "2027-04-29 21:00", False),  # to the airport in the night
        ("2027-04-29 06:00", "2027-04-29 21:00", True),
        ("2027-04-28 18:00", "2027-04-29 08:00", False),  # over night
    ],
)
def test_a_night_under_way_needs_no_bed(departs: str, arrives: str, raises: bool) -> None:
    left = replace(ENTRY, exited=at("2027-04-29 06:30"))
    journey = changed(replace(JOURNEY, entries=(left,)), "back", departs=at(departs), arrives=at(arrives))
    assert bool(raised("travel.night-uncovered", journey, BEFORE)) is raises


def test_a_departure_without_a_time_may_take_the_night() -> None:
    assert raised("travel.night-uncovered", changed(JOURNEY, "back", departs=at("2027-04-29")), BEFORE) == ()


def test_the_night_train_at_the_beginning_takes_its_night_too() -> None:
    train = ride("train", AIRPORT, HONGQIAO, "2027-03-08 19:00", "2027-03-09 08:00", mode=LegMode.TRAIN)
    late = with_stay(arrives=at("2027-03-09 10:00"))
    assert len(raised("travel.night-uncovered", late, BEFORE)) == 1
    assert raised("travel.night-uncovered", replace(late, legs=(OUT, train, BACK)), BEFORE) == ()


@pytest.mark.parametrize(
    ("arrives", "departs", "raises"),
    [
        ("2027-03-06 21:00", "2027-03-07 09:00", True),
        ("2027-03-07 01:00", "2027-03-07 09:00", True),
        ("2027-03-06 21:00", "2027-03-07 05:00", False),  # too early for a bed to pay
        ("2027-03-06 21:00", "2027-03-08 09:00", False),  # more than a night: no change of planes
        ("2027-03-07 07:00", "2027-03-07 20:00", False),
    ],
)
def test_a_night_between_two_flights_elsewhere_needs_a_bed(arrives: str, departs: str, raises: bool) -> None:
    sydney = make_place(
        id="syd", kind=PlaceKind.AIRPORT, country="AU", zone="Australia/Sydney", city=text("Sydney", "悉尼")
    )
    zone = "Australia/Sydney"
    first = replace(OUT, id="first", destination="syd", arrives=at(arrives, zone))
    then = replace(OUT, id="then", origin="syd", departs=at(departs, zone), arrives=at("2027-03-08 19:00"))
    first = replace(first, departs=at("2027-03-06 14:00", NEW_ZEALAND))
    journey = with_legs(first, then, places=(*PLACES, sydney), entries=())
    assert bool(raised("travel.night-uncovered", journey, BEFORE)) is raises
    unknown = changed(journey, "first", arrives=None)
    assert raised("travel.night-uncovered", unknown, BEFORE) == ()
    bed = make_stay(id="bed", arrives=at("2027-03-06", zone), leaves=at("2027-03-07", zone))
    assert raised("travel.night-uncovered", replace(journey, stays=(bed,)), BEFORE) == ()


def test_a_ward_a_fallback_and_an_idea_are_no_second_bed() -> None:
    booked = Booking(state=BookingState.BOOKED)
    ward = make_stay(id="ward", kind=StayKind.WARD, arrives=at("2027-03-12"), leaves=at("2027-03-13"))
    hotel = replace(STAY, booking=booked)
    for other in (
        replace(ward, booking=booked),
        replace(ward, kind=StayKind.HOTEL),  # an idea
        replace(ward, kind=StayKind.HOTEL, booking=booked, is_fallback=True),
        replace(ward, kind=StayKind.HOTEL, booking=booked, leaves=None),
        replace(ward, kind=StayKind.HOTEL, booking=booked, travellers=(COMPANION,)),
    ):
        journey = replace(BOTH, stays=(replace(hotel, travellers=(PATIENT,)), other))
        assert raised("travel.night-doubled", journey, BEFORE) == ()
    doubled = replace(JOURNEY, stays=(hotel, replace(ward, kind=StayKind.HOTEL, booking=booked)))
    assert "1 night is booked twice" in messages("travel.night-doubled", doubled)[0].replace(
        "1 nights are", "1 night is"
    )
    assert raised("travel.night-doubled", doubled, "2027-03-13") == ()


# ---- leaving -----------------------------------------------------------------------------------------------


def test_leaving_before_sessions_is_worse_than_before_a_review() -> None:
    assert severities(
        "travel.before-end-review", changed(TREATED, "back", departs=at("2027-04-27 08:00"))
    ) == [Severity.WARNING]
    early = changed(TREATED, "back", departs=at("2027-04-25 18:00"))
    assert severities("travel.before-end-review", early) == [Severity.BLOCKER]
    assert "session 3" in messages("travel.before-end-review", early)[0]
    assert raised("travel.before-end-review", early, "2027-04-26") == ()


def test_without_a_time_the_day_decides() -> None:
    same_day = changed(TREATED, "back", departs=at("2027-04-27"))
    assert raised("travel.before-end-review", same_day, BEFORE) == ()
    assert raised("travel.before-end-review", changed(TREATED, "back", departs=at("2027-04-26")), BEFORE)


def test_the_exit_entered_counts_where_no_leg_leaves() -> None:
    exits = replace(TREATED, legs=(), entries=(replace(ENTRY, exited=at("2027-04-26 18:00")),))
    (found,) = raised("travel.before-end-review", exits, BEFORE)
    assert found.subject.kind == "entry"
    for unknown in (replace(exits, entries=()), replace(exits, travellers=()), TREATED):
        assert raised("travel.before-end-review", unknown, BEFORE) == ()


def test_a_side_trip_is_no_departure() -> None:
    """Out on 24 April and back on the 25th, with a session on the 26th."""
    out = replace(
        BACK, id="trip", departs=at("2027-04-24 09:00"), arrives=at("2027-04-24 22:00", NEW_ZEALAND)
    )
    again = replace(
        OUT, id="again", departs=at("2027-04-25 02:00", NEW_ZEALAND), arrives=at("2027-04-25 09:00")
    )
    assert (
        raised("travel.before-end-review", replace(TREATED, legs=(*LEGS[:3], out, again, BACK)), BEFORE) == ()
    )
    stays_on = replace(TREATED, legs=(*LEGS[:3], out, again))
    assert raised("travel.before-end-review", stays_on, BEFORE) == ()


def test_the_flight_is_not_tight_once_the_sessions_are_given_or_come_after_it() -> None:
    tight = changed(TREATED, "back", departs=at("2027-04-27 18:00"))
    assert raised("travel.departure-tight", tight, "2027-04-27") == ()
    given = replace(
        COURSE, fractions=tuple(replace(f, state=FractionState.DELIVERED) for f in COURSE.fractions)
    )
    assert raised("travel.departure-tight", replace(tight, courses=(given,)), BEFORE) == ()
    assert (
        raised("travel.departure-tight", changed(TREATED, "back", departs=at("2027-04-25 18:00")), BEFORE)
        == ()
    )
    assert raised("travel.departure-tight", replace(tight, travellers=()), BEFORE) == ()


# ---- after midnight ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("time", "raises"), [("00:00", True), ("05:00", True), ("23:59", False), ("", False)]
)
def test_the_small_hours_are_from_midnight_to_five(time: str, raises: bool) -> None:
    journey = changed(JOURNEY, "back", departs=at(f"2027-04-29 {time}".strip()))
    assert bool(raised("travel.after-midnight", journey, BEFORE)) is raises


def test_with_the_evening_arranged_it_is_a_note() -> None:
    (found,) = raised("travel.after-midnight", JOURNEY, BEFORE)
    assert found.severity is Severity.NOTE
    assert found.on == day("2027-04-28")
    without_ride = with_legs(OUT, FROM_AIRPORT, BACK)
    assert severities("travel.after-midnight", without_ride) == [Severity.NOTE], (
        "they leave the hotel at 21:30"
    )
    assert "leave the house" in messages("travel.after-midnight", without_ride)[0]
    by_day = replace(without_ride, stays=(replace(STAY, leaves=at("2027-04-28")),))
    assert severities("travel.after-midnight", by_day) == [Severity.NOTE]


@pytest.mark.parametrize("leaves", [at("2027-04-28 12:00"), at("2027-04-29 11:00"), at("2027-04-29"), None])
def test_with_nothing_that_evening_it_is_a_warning(leaves: Any) -> None:
    journey = replace(with_legs(OUT, FROM_AIRPORT, BACK), stays=(replace(STAY, leaves=leaves),))
    (found,) = raised("travel.after-midnight", journey, BEFORE)
    assert found.severity is Severity.WARNING
    assert found.fixes[-1].action.due_on == day("2027-04-28")  # type: ignore[union-attr]


def test_a_ride_on_the_evening_after_is_a_blocker() -> None:
    late = replace(TO_AIRPORT, departs=at("2027-04-29 21:30"), arrives=at("2027-04-29 22:30"))
    journey = replace(with_legs(OUT, FROM_AIRPORT, late, BACK), stays=())
    (found,) = raised("travel.after-midnight", journey, BEFORE)
    assert found.severity is Severity.BLOCKER
    assert "after it has left" in str(found.message)


def test_who_changes_planes_at_night_is_under_way_already() -> None:
    first = flight("first", PUDONG, AIRPORT, "2027-04-28 19:00", "2027-04-28 22:00")
    assert raised("travel.after-midnight", with_legs(OUT, first, BACK), BEFORE) == ()
    assert raised("travel.after-midnight", JOURNEY, "2027-04-30") == ()


# ---- clearance ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "severity"),
    [
        ("2027-04-14", None),
        ("2027-04-15", Severity.WARNING),
        ("2027-04-26", Severity.WARNING),
        ("2027-04-27", Severity.BLOCKER),
        ("2027-04-29", Severity.BLOCKER),
        ("2027-04-30", None),
    ],
)
def test_the_form_is_due_from_14_to_3_days_before(today: str, severity: Severity | None) -> None:
    assert severities("travel.clearance-window", CLEARED, today) == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("sent", "granted", "today", "words"),
    [
        ("2027-04-14", None, "2027-04-16", "Ask whether it must be sent again"),
        ("2027-04-14", "2027-04-15", "2027-04-16", None),
        ("2027-04-27", None, "2027-04-27", "the last day for it"),
        ("2027-04-20", None, "2027-04-26", None),
        ("2027-04-20", None, "2027-04-27", "no answer of the airline"),
        ("2027-04-20", "2027-04-25", "2027-04-27", None),
    ],
)
def test_a_form_that_was_sent_is_followed_up(
    sent: str, granted: str | None, today: str, words: str | None
) -> None:
    held = replace(CLEARANCE, sent_on=day(sent), granted_on=day(granted) if granted else None)
    said = messages("travel.clearance-window", changed(CLEARED, "back", clearances=(held,)), today)
    assert [words in one for one in said] == [True] if words else said == []


def test_who_needs_clearance_is_asked_of_the_leg_and_else_the_patient() -> None:
    bare = changed(JOURNEY, "back", needs_clearance=True)
    assert "ERIKSSON" in messages("travel.clearance-window", bare, "2027-04-20")[0]
    asked = changed(
        BOTH,
        "back",
        needs_clearance=True,
        service_requests=(ServiceRequest(traveller=COMPANION, code="MEDA"),),
    )
    assert "SPECIMEN" in messages("travel.clearance-window", asked, "2027-04-20")[0]
    alone = changed(bare, "back", travellers=())
    assert len(messages("travel.clearance-window", alone, "2027-04-20")) == 1
    for journey in (
        changed(CLEARED, "back", needs_clearance=False),
        changed(BOTH, "back", needs_clearance=True, travellers=(COMPANION,)),
        replace(bare, country="NZ"),
    ):
        found = raised("travel.clearance-window", journey, "2027-04-20")
        assert (found == ()) is (journey.country != "NZ")
    assert raised("travel.clearance-window", replace(bare, travellers=()), "2027-04-20") == ()


@pytest.mark.parametrize(
    ("departs", "raises"),
    [("2027-04-29 04:30", False), ("2027-04-29 04:31", True), ("2027-04-29", False), ("2027-04-30", True)],
)
def test_a_flight_retimed_a_little_is_still_the_one_cleared(departs: str, raises: bool) -> None:
    journey = changed(CLEARED, "back", clearances=(SENT,), departs=at(departs))
    assert bool(raised("travel.clearance-after-rebooking", journey, "2027-04-23")) is raises
    assert raised("travel.clearance-window", journey, "2027-04-28") == ()


def test_a_clearance_that_lapsed_blocks_when_its_window_has_closed() -> None:
    moved = changed(CLEARED, "back", clearances=(SENT,), departs=at("2027-05-02 01:30"))
    assert severities("travel.clearance-after-rebooking", moved, "2027-04-29") == [Severity.WARNING]
    assert severities("travel.clearance-after-rebooking", moved, "2027-04-30") == [Severity.BLOCKER]
    unsent = changed(CLEARED, "back", departs=at("2027-05-02 01:30"))
    assert raised("travel.clearance-after-rebooking", unsent, "2027-04-29") == ()
    anywhere = changed(moved, "back", clearances=(replace(SENT, for_departure=None),))
    assert raised("travel.clearance-after-rebooking", anywhere, "2027-04-29") == ()


@pytest.mark.parametrize("policies", [{}, {"clearance.airline": None}])
def test_without_the_airlines_window_nothing_is_told_of_it(policies: dict[str, None]) -> None:
    unworded = {id: replace(shipped().policies[id], values={}) for id in policies}
    reference = replace(shipped(), policies=unworded)
    lapsed = changed(CLEARED, "back", clearances=(SENT,), departs=at("2027-05-02 01:30"))
    for code in ("travel.clearance-window", "travel.clearance-after-rebooking"):
        for journey in (CLEARED, lapsed):
            assert raised(code, journey, "2027-04-29", reference) == ()
    unasked = raised("travel.clearance-unasked", JOURNEY, "2027-04-20", reference)
    assert [one.severity for one in unasked] == ([Severity.NOTE] if policies else [])


def test_whether_clearance_is_wanted_presses_when_the_form_could_be_sent() -> None:
    assert severities("travel.clearance-unasked", JOURNEY, BEFORE) == [Severity.NOTE, Severity.NOTE]
    assert severities("travel.clearance-unasked", JOURNEY, "2027-04-15") == [Severity.WARNING]
    for answered in (True, False):
        both = tuple(replace(leg, needs_clearance=answered) for leg in LEGS)
        assert raised("travel.clearance-unasked", with_legs(*both), BEFORE) == ()
    assert raised("travel.clearance-unasked", replace(JOURNEY, travellers=()), BEFORE) == ()


# ---- houses, rides, bookings -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "severity"),
    [
        ({"registers_foreigners": False}, Severity.BLOCKER),
        ({"registers_foreigners": False, "is_fallback": True}, Severity.WARNING),
        ({"registers_foreigners": False, "booking": Booking()}, Severity.WARNING),
        ({"registers_foreigners": False, "booking": Booking(state=BookingState.CANCELLED)}, None),
        ({"registers_foreigners": False, "kind": StayKind.FLAT}, None),
        ({"registers_foreigners": False, "place": None}, None),
        ({"registers_foreigners": False, "place": HOME_AIRPORT}, None),
        ({"registers_foreigners": False, "leaves": at("2027-03-04")}, None),
    ],
)
def test_a_hotel_that_registers_nobody(facts: dict[str, Any], severity: Severity | None) -> None:
    journey = with_stay(**{"booking": Booking(state=BookingState.BOOKED)} | facts)
    assert severities("travel.hotel-cannot-register", journey, NEAR) == ([severity] if severity else [])


def test_whether_a_hotel_registers_is_asked_of_its_entry_and_presses_when_near() -> None:
    unknown = tuple(replace(one, registers_foreigners=None) for one in PLACES)
    journey = replace(JOURNEY, places=unknown)
    assert severities("travel.hotel-cannot-register", journey, BEFORE) == [Severity.NOTE]
    assert severities("travel.hotel-cannot-register", journey, NEAR) == [Severity.WARNING]
    undated = replace(journey, stays=(replace(STAY, arrives=None),))
    assert severities("travel.hotel-cannot-register", undated, NEAR) == [Severity.NOTE]
    cannot = tuple(replace(one, registers_foreigners=False) for one in PLACES)
    says_itself = replace(journey, places=cannot, stays=(replace(STAY, registers_foreigners=True),))
    assert raised("travel.hotel-cannot-register", says_itself, NEAR) == ()
    chinese = replace(journey, travellers=(make_traveller(nationality="CN"),))
    assert raised("travel.hotel-cannot-register", chinese, NEAR) == ()
    assert raised("travel.hotel-cannot-register", replace(journey, country="NZ"), NEAR) == ()


def test_rides_are_asked_for_at_both_ends_in_the_country_only() -> None:
    bare = with_legs(OUT, BACK)
    assert severities("travel.ride-missing", bare, BEFORE) == [Severity.NOTE, Severity.NOTE]
    assert severities("travel.ride-missing", bare, "2027-04-20") == [Severity.WARNING]
    assert severities("travel.ride-missing", with_legs(BACK), BEFORE) == [Severity.NOTE]
    assert raised("travel.ride-missing", bare, "2027-05-01") == ()
    for ride_id, on in (("from-airport", "2027-03-08"), ("to-airport", "2027-04-29")):
        untimed = changed(JOURNEY, ride_id, departs=at(on), arrives=None)
        assert raised("travel.ride-missing", untimed, BEFORE) == ()
    late = {"departs": at("2027-03-08 17:36"), "arrives": at("2027-03-08 18:30")}
    assert len(raised("travel.ride-missing", changed(JOURNEY, "from-airport", **late), BEFORE)) == 1
    in_time = {"departs": at("2027-03-08 17:35"), "arrives": at("2027-03-08 18:30")}
    assert raised("travel.ride-missing", changed(JOURNEY, "from-airport", **in_time), BEFORE) == ()
    assert raised("travel.ride-missing", changed(JOURNEY, "out", destination=None), BEFORE) == ()
    two = replace(
        BOTH, legs=(replace(OUT, travellers=TOGETHER), replace(FROM_AIRPORT, travellers=(PATIENT,)))
    )
    (found,) = raised("travel.ride-missing", two, BEFORE)
    assert "SPECIMEN" in str(found.message)


def test_an_idea_beside_a_booked_leg_is_no_worry() -> None:
    idea = Booking(state=BookingState.IDEA)
    assert "an idea" in messages("travel.leg-unbooked", changed(JOURNEY, "out", booking=idea), NEAR)[0]
    spare = with_legs(*LEGS, replace(OUT, id="spare", booking=idea))
    assert raised("travel.leg-unbooked", spare, NEAR) == ()
    held = with_legs(*LEGS, replace(OUT, id="spare", booking=Booking(state=BookingState.HELD)))
    assert len(raised("travel.leg-unbooked", held, NEAR)) == 1
    assert raised("travel.leg-unbooked", changed(JOURNEY, "out", booking=idea), "2027-03-10") == ()


def test_who_is_left_behind_is_told_at_once_and_who_is_early_later() -> None:
    alone = changed(BOTH, "back", travellers=(PATIENT,))
    assert severities("travel.leg-missing", alone) == [Severity.WARNING]
    one_way = with_legs(OUT, FROM_AIRPORT)
    assert severities("travel.leg-missing", one_way) == [Severity.NOTE]
    assert severities("travel.leg-missing", one_way, "2027-04-08") == [Severity.WARNING]
    assert "no flight or train out" in messages("travel.leg-missing", one_way)[0]
    open_end = replace(one_way, entries=(replace(ENTRY, exited=None),))
    assert "no way out" in messages("travel.leg-missing", open_end)[0]
    nobody = changed(alone, "back", travellers=())
    assert raised("travel.leg-missing", nobody, BEFORE) == ()


def test_an_entry_without_a_leg_there_is_told_until_it_is_made() -> None:
    bare = with_legs()
    assert severities("travel.leg-missing", bare) == [Severity.NOTE]
    assert severities("travel.leg-missing", bare, "2027-02-15") == [Severity.WARNING]
    assert raised("travel.leg-missing", bare, "2027-03-09") == ()
    made = replace(bare, entries=(replace(ENTRY, state=EntryState.ACTUAL),))
    assert raised("travel.leg-missing", made, BEFORE) == ()
    undated = replace(bare, entries=(replace(ENTRY, entered=None),))
    assert raised("travel.leg-missing", undated, BEFORE) == ()


def test_a_flight_between_airports_of_no_country_yet_may_be_the_way_in() -> None:
    """Airports made on the spot often have a name and no more; the flight is entered all the same."""
    unknown = tuple(replace(place, country=None) for place in JOURNEY.places)
    landing = replace(with_legs(OUT), places=unknown)
    assert raised("travel.leg-missing", landing, BEFORE) == ()
    assert raised("travel.leg-missing", replace(landing, legs=()), BEFORE) != ()
    elsewhen = changed(landing, "out", departs=at("2027-03-01 22:00"), arrives=at("2027-03-02 06:00"))
    assert raised("travel.leg-missing", elsewhen, BEFORE) != ()


def test_what_a_traveller_needs_is_asked_for_on_every_flight_that_is_booked() -> None:
    assert severities("travel.service-unrequested", WHEELCHAIR) == [Severity.NOTE, Severity.NOTE]
    assert severities("travel.service-unrequested", WHEELCHAIR, NEAR) == [Severity.WARNING, Severity.NOTE]
    asked = tuple(replace(leg, service_requests=(ASKED,)) for leg in LEGS)
    assert raised("travel.service-unrequested", replace(WHEELCHAIR, legs=asked), BEFORE) == ()
    cleared = replace(JOURNEY, travellers=(make_traveller(service_codes=("MEDA",)),))
    assert raised("travel.service-unrequested", cleared, BEFORE) == ()
    meal = replace(JOURNEY, travellers=(make_traveller(meal_code="LSML"),))
    assert "('LSML',)" in messages("travel.service-unrequested", meal)[0]
    idea = tuple(replace(leg, booking=Booking()) for leg in LEGS)
    assert raised("travel.service-unrequested", replace(meal, legs=idea), BEFORE) == ()


def test_confirmed_services_and_clearances_are_not_waited_for_here() -> None:
    for request in (
        replace(ASKED, confirmation=confirmed()),
        ServiceRequest(traveller=PATIENT, code="MEDA"),
        ServiceRequest(traveller=PATIENT, code=""),
    ):
        journey = changed(JOURNEY, "back", service_requests=(request,))
        assert raised("travel.service-unconfirmed", journey, "2027-04-25") == ()


@pytest.mark.parametrize(
    ("today", "raises"), [("2027-04-18", False), ("2027-04-19", True), ("2027-04-27", False)]
)
def test_the_flight_home_can_still_be_changed_free_while_sessions_are_to_come(
    today: str, raises: bool
) -> None:
    free = Booking(state=BookingState.BOOKED, free_cancel_until=at("2027-04-26 01:30"))
    journey = changed(TREATED, "back", booking=free)
    found = raised("travel.free-cancel-ends", journey, today)
    assert bool(found) is raises
    if raises:
        assert "Sessions before it are still to be given, the last on 2027-04-26" in str(found[0].message)
        given = replace(
            COURSE, fractions=tuple(replace(f, state=FractionState.DELIVERED) for f in COURSE.fractions)
        )
        assert raised("travel.free-cancel-ends", replace(journey, courses=(given,)), today) == ()
        assert raised("travel.free-cancel-ends", changed(journey, "back", departs=None), today) == ()
        outward = changed(TREATED, "out", booking=free)
        assert raised("travel.free-cancel-ends", outward, today) == (), "it leaves before the sessions"
        used = replace(free, state=BookingState.USED)
        assert raised("travel.free-cancel-ends", changed(TREATED, "back", booking=used), today) == ()


def test_a_visa_of_somebody_else_is_no_reason_to_wait() -> None:
    free = Booking(state=BookingState.BOOKED, free_cancel_until=at("2027-02-03"))
    visa = make_visa(id="visa", traveller=COMPANION, state=VisaState.LODGED)
    journey = replace(BOTH, visas=(visa,))
    assert (
        raised(
            "travel.free-cancel-ends", changed(journey, "out", booking=free, travellers=(PATIENT,)), BEFORE
        )
        == ()
    )
    for who in (TOGETHER, ()):
        (said,) = messages("travel.free-cancel-ends", changed(journey, "out", booking=free, travellers=who))
        assert "SPECIMEN" in said


def test_missed_and_cancelled_appointments_keep_nobody() -> None:
    gone = replace(END_REVIEW, state=AppointmentState.CANCELLED)
    early = changed(replace(TREATED, appointments=(gone,)), "back", departs=at("2027-04-27 08:00"))
    assert raised("travel.before-end-review", early, BEFORE) == ()
