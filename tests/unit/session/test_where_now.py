"""Where the patient is on a day, as the header of a journey says it."""

from __future__ import annotations

import datetime as dt

from planner.session.where_now import where_on
from tests.builders.make import at, make_journey, make_leg, make_place, make_stay, text
from tests.unit.itinerary.looking import said

INN = make_place(id="inn", name=text("Garden Inn", "花园客栈"))
JOURNEY = make_journey(
    places=(*make_journey().places, INN),
    legs=(make_leg(number="3U3812", departs=at("2027-03-07 22:00"), arrives=at("2027-03-08 05:35")),),
    stays=(make_stay(place="inn", arrives=at("2027-03-08 08:00"), leaves=at("2027-03-20 10:00")),),
)


def _where(day: str) -> str | None:
    return said(where_on(JOURNEY, dt.date.fromisoformat(day)))


def test_the_house_of_the_night_that_begins() -> None:
    assert _where("2027-03-08") == "Garden Inn"
    assert _where("2027-03-19") == "Garden Inn"


def test_the_night_on_the_way() -> None:
    assert _where("2027-03-07") == "On the way: 3U3812"


def test_nothing_is_made_up_before_and_after() -> None:
    assert _where("2027-03-06") is None
    assert _where("2027-03-20") is None
