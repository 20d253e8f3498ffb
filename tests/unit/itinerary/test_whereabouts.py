"""From when to when each reader travels, also where half of it is not known yet."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from planner.itinerary.edition import edition
from planner.itinerary.whereabouts import Whereabouts, whereabouts
from planner.record.appointment import Appointment, AppointmentState
from planner.record.consent import Audience
from planner.record.journey import Journey
from planner.record.leg import Leg, LegMode
from planner.record.mdt import MeetingMode
from planner.record.place import PlaceKind
from planner.record.visa import EntryState
from tests.builders.make import (
    AIRPORT,
    CHINA,
    COMPANION,
    HOME_AIRPORT,
    HOTEL,
    NEW_ZEALAND,
    at,
    day,
    make_appointment,
    make_companion,
    make_course,
    make_entry,
    make_journey,
    make_leg,
    make_place,
    make_places,
    make_stay,
    make_traveller,
)
from tests.unit.itinerary.looking import keys, made

TODAY = dt.date(2027, 3, 1)
SINGAPORE = make_place(id="sin", kind=PlaceKind.AIRPORT, country="SG", zone="Asia/Singapore")
CITY = make_place(id="city", kind=PlaceKind.HOME, country="NZ", zone=NEW_ZEALAND)


def found(journey: Journey, audience: Audience = Audience.PATIENT) -> Whereabouts:
    return whereabouts(edition(journey, audience, today=TODAY))


def span(journey: Journey, audience: Audience = Audience.PATIENT) -> tuple[str, str] | None:
    days = found(journey, audience).span
    return (days[0].isoformat(), days[1].isoformat()) if days else None


def leg(origin: str, destination: str, departs: str, arrives: str | None = None, **fields: Any) -> Leg:
    zones = {HOME_AIRPORT: NEW_ZEALAND, "city": NEW_ZEALAND, "sin": "Asia/Singapore"}
    return make_leg(
        origin=origin,
        destination=destination,
        departs=at(departs, zones.get(origin, CHINA)),
        arrives=at(arrives, zones.get(destination, CHINA)) if arrives else None,
        **fields,
    )


def visit(on: str, **fields: Any) -> Appointment:
    return make_appointment(starts=at(f"{on} 09:30"), **fields)


OUT = leg(HOME_AIRPORT, AIRPORT, "2027-03-07 22:00", "2027-03-08 05:35")
BACK = leg(AIRPORT, HOME_AIRPORT, "2027-04-29 08:00", "2027-04-29 23:40")


def test_nothing_known_is_no_journey_yet() -> None:
    assert span(make_journey()) is None


def test_legs_and_nights_on_the_way_belong_to_the_journey_and_an_errand_weeks_before_does_not() -> None:
    places = (*make_places(), SINGAPORE, CITY)
    journey = make_journey(
        places=places,
        legs=(
            leg("city", HOME_AIRPORT, "2027-02-01 08:00", "2027-02-01 10:00", mode=LegMode.CAR),
            leg("city", HOME_AIRPORT, "2027-03-04 08:00", "2027-03-04 10:00", mode=LegMode.CAR),
            leg(HOME_AIRPORT, "sin", "2027-03-04 14:00", "2027-03-04 20:00"),
            leg("sin", AIRPORT, "2027-03-06 08:00", "2027-03-06 13:00"),
            leg(AIRPORT, "sin", "2027-04-29 08:00", "2027-04-29 13:00"),
            leg("sin", HOME_AIRPORT, "2027-05-01 08:00", "2027-05-01 22:00"),
            leg(HOME_AIRPORT, "city", "2027-05-02 08:00", "2027-05-02 10:00", mode=LegMode.CAR),
        ),
        stays=(
            make_stay(place="sin", arrives=at("2027-03-04 21:00"), leaves=at("2027-03-06 06:00")),
            make_stay(place="sin", arrives=at("2027-04-29 15:00"), leaves=at("2027-05-01 06:00")),
        ),
    )
    assert span(journey) == ("2027-03-04", "2027-05-02")


def test_sessions_alone_say_when_it_is() -> None:
    assert span(make_journey(courses=(make_course(3),))) == ("2027-04-06", "2027-04-08")
    assert span(make_journey(courses=(make_course(0),))) is None


def test_entries_alone_say_when_it_is() -> None:
    entry = make_entry(exited=at("2027-04-29 01:30"))
    assert span(make_journey(entries=(entry,))) == ("2027-03-08", "2027-04-29")
    assert span(make_journey(entries=(make_entry(entered=None),))) is None
    assert span(make_journey(entries=(make_entry(state=EntryState.CANCELLED),))) is None


def test_what_one_comes_for_in_person_counts_as_long_as_one_is_not_known_to_be_at_home() -> None:
    assert span(make_journey(appointments=(visit("2027-03-09"),))) == ("2027-03-09", "2027-03-09")
    journey = make_journey(legs=(OUT,), appointments=(visit("2027-03-20"),))
    assert span(journey) == ("2027-03-07", "2027-03-20")
    with_return = make_journey(legs=(OUT, BACK), appointments=(visit("2027-08-20"),))
    assert span(with_return) == ("2027-03-07", "2027-04-29")
    assert keys(with_return)[-1] == with_return.appointments[0].id


@pytest.mark.parametrize(
    "fields",
    [
        {"mode": MeetingMode.VIDEO},
        {"patient_present": False},
        {"state": AppointmentState.CANCELLED},
        {"place": HOME_AIRPORT},
        {"place": None},
        {"travellers": (COMPANION,)},
    ],
)
def test_what_needs_nobody_to_come_says_nothing_of_the_journey(fields: dict[str, Any]) -> None:
    assert span(make_journey(appointments=(visit("2027-03-09", **fields),))) is None
    assert span(make_journey(appointments=(make_appointment(starts=None),))) is None


def test_a_place_without_a_country_lies_where_its_clock_says() -> None:
    here = make_place(id="here", country="", zone=CHINA)
    nowhere = make_place(id="nowhere", country="", zone="")
    journey = make_journey(
        places=(*make_places(), here, nowhere),
        stays=(make_stay(place="here", arrives=at("2027-03-08"), leaves=at("2027-03-09")),),
    )
    assert span(journey) == ("2027-03-08", "2027-03-09")
    unknown = make_stay(place="nowhere", arrives=at("2027-03-08"), leaves=at("2027-03-09"))
    assert span(make_journey(places=(nowhere,), stays=(unknown,))) is None


def test_the_clock_of_a_day_is_that_of_where_one_wakes() -> None:
    places = found(make_journey(legs=(OUT, BACK)))
    zones = [places.zone_on(day(d)) for d in ("2027-01-01", "2027-03-07", "2027-03-08", "2027-04-29")]
    assert zones == [NEW_ZEALAND, NEW_ZEALAND, CHINA, CHINA]
    assert places.zone_on(day("2027-04-30")) == NEW_ZEALAND


def test_of_two_legs_on_a_day_the_later_says_where_one_wakes() -> None:
    car = leg("city", HOME_AIRPORT, "2027-03-07 16:30", "2027-03-07 18:30", mode=LegMode.CAR)
    journey = make_journey(places=(*make_places(), CITY), legs=(OUT, car))
    assert found(journey).zone_on(day("2027-03-08")) == CHINA


def test_where_only_a_house_is_known_one_is_at_home_until_it() -> None:
    places = found(make_journey(stays=(make_stay(),)))
    assert places.zone_on(day("2027-03-07")) == NEW_ZEALAND
    assert places.zone_on(day("2027-03-08")) == CHINA
    homeless = make_journey(travellers=(make_traveller(home_zone=""),), stays=(make_stay(),))
    assert found(homeless).zone_on(day("2027-03-07")) == CHINA
    assert found(homeless).is_away(day("2027-03-07"))


def test_a_leg_to_nowhere_known_moves_nobody() -> None:
    journey = make_journey(legs=(make_leg(destination=None, arrives=None),))
    assert found(journey).moves == ()
    untimed = make_journey(legs=(make_leg(departs=None, arrives=None),))
    assert found(untimed).moves == ()
    arrival = make_journey(legs=(make_leg(departs=None),))
    assert found(arrival).moves == ((day("2027-03-08"), CHINA),)
    unknown_arrival = make_journey(legs=(make_leg(arrives=None),))
    assert found(unknown_arrival).moves == ((day("2027-03-08"), CHINA),)


def test_who_lives_in_the_country_of_treatment_is_never_away_from_its_clock() -> None:
    local = make_journey(travellers=(make_traveller(home_zone=CHINA),), stays=(make_stay(),))
    assert found(local).is_away(day("2027-03-20"))
    assert made(local).days[0].home_gap_hours is None


def couple(**fields: Any) -> Journey:
    return make_journey(travellers=(make_traveller(), make_companion()), **fields)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ((), ("2027-03-07", "2027-04-29")),
        (("2027-03-11", None), ("2027-03-11", "2027-04-29")),
        ((None, "2027-04-01"), ("2027-03-07", "2027-04-01")),
        (("2027-03-11", "2027-04-01"), ("2027-03-11", "2027-04-01")),
    ],
)
def test_a_companion_whose_way_is_not_known_is_taken_to_travel_with_the_patient(
    own: tuple[str | None, ...], expected: tuple[str, str]
) -> None:
    theirs = {"travellers": (COMPANION,)}
    comes, goes = own or (None, None)
    legs = [OUT, BACK]
    if comes:
        legs.append(leg(HOME_AIRPORT, AIRPORT, f"{comes} 08:00", f"{comes} 20:00", **theirs))
    if goes:
        legs.append(leg(AIRPORT, HOME_AIRPORT, f"{goes} 08:00", f"{goes} 23:00", **theirs))
    assert span(couple(legs=tuple(legs)), Audience.COMPANION) == expected


def test_a_companions_own_entry_says_when_they_come_and_go() -> None:
    entry = make_entry(traveller=COMPANION, entered=at("2027-03-12 05:35"), exited=at("2027-04-01 09:00"))
    assert span(couple(legs=(OUT, BACK), entries=(entry,)), Audience.COMPANION) == (
        "2027-03-12",
        "2027-04-01",
    )


def test_a_companion_travels_even_while_the_patients_way_is_not_known() -> None:
    stay = make_stay(travellers=(COMPANION,), place=HOTEL, leaves=at("2027-03-20"))
    assert span(couple(stays=(stay,)), Audience.COMPANION) == ("2027-03-08", "2027-03-20")
