"""Events of single items, each made for one hazard."""

from __future__ import annotations

import datetime as dt
from typing import Any

from icalendar import Calendar, Event

from planner.export.ics import itinerary_ics
from planner.itinerary.item import Item, ItemKind, Itinerary, PlaceLine, Standing
from planner.message import N_
from planner.record.consent import Audience
from planner.record.text import Text
from planner.record.when import When

NZ = "Pacific/Auckland"


def event(**fields: Any) -> Event:
    day = dt.date(2027, 4, 4)
    item = Item(
        **{"key": "one", "kind": ItemKind.CONSULTATION, "on": day, "title": Text({"en": "Talk"}), **fields}
    )
    itinerary = Itinerary(
        journey="j", reference="", audience=Audience.PATIENT, languages=("en", "zh_CN"), made_on=day,
        title=N_("Your journey"), before=(item,),
    )  # fmt: skip
    calendar = Calendar.from_ical(itinerary_ics(itinerary, stamped=dt.datetime(2027, 3, 1, tzinfo=dt.UTC)))
    (found,) = calendar.walk("VEVENT")
    return found


def nz(day: int, hour: int, minute: int = 0, fold: int = 0) -> When:
    return When(date=dt.date(2027, 4, day), time=dt.time(hour, minute), zone=NZ, fold=fold)


def utc(moment: dt.datetime) -> str:
    return f"{moment.astimezone(dt.UTC):%d %H:%M}"


def test_hour_that_comes_twice() -> None:
    """On 4 April 2027 clocks in New Zealand show 02:30 twice; each is another moment."""
    assert utc(event(starts=nz(4, 2, 30))["DTSTART"].dt) == "03 13:30"
    assert utc(event(starts=nz(4, 2, 30, fold=1))["DTSTART"].dt) == "03 14:30"


def test_across_the_change_of_clocks() -> None:
    found = event(starts=nz(4, 1), ends=nz(4, 4))
    assert found["DTEND"].dt.astimezone(dt.UTC) - found["DTSTART"].dt.astimezone(dt.UTC) == dt.timedelta(
        hours=4
    )


def test_minutes_stand_in_for_an_end() -> None:
    found = event(starts=nz(5, 9), duration_minutes=45)
    assert utc(found["DTEND"].dt) == "04 21:45"


def test_end_before_start_is_no_end() -> None:
    assert "DTEND" not in event(starts=nz(5, 9), ends=nz(5, 8))


def test_start_without_end() -> None:
    assert "DTEND" not in event(starts=nz(5, 9))


def test_last_moment_is_the_day_it_is_told_on() -> None:
    found = event(kind=ItemKind.REGISTRATION, ends=nz(5, 5, 35))
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (dt.date(2027, 4, 4), dt.date(2027, 4, 5))
    assert found["TRANSP"] == "TRANSPARENT"


def test_day_known_and_hour_not() -> None:
    found = event(starts=When(date=dt.date(2027, 4, 6), zone=NZ))
    assert found["DTSTART"].dt == dt.date(2027, 4, 6)
    assert found["SUMMARY"].startswith("Talk (to be confirmed)")


def test_a_missed_thing_leaves_the_calendar() -> None:
    found = event(starts=nz(5, 9), standing=Standing.MISSED)
    assert found["STATUS"] == "CANCELLED"
    assert "missed" in found["SUMMARY"]


def test_a_car_in_the_small_hours_rings_the_evening_before_and_one_at_nine_does_not() -> None:
    (alarm,) = event(kind=ItemKind.CAR, starts=nz(5, 3)).walk("VALARM")
    assert alarm["TRIGGER"].dt == dt.timedelta(hours=-9)
    assert event(kind=ItemKind.CAR, starts=nz(5, 9)).walk("VALARM") == []


def test_the_evening_before_is_six_on_the_clock_although_clocks_change_in_the_night() -> None:
    found = event(kind=ItemKind.FLIGHT, starts=nz(4, 7))
    (alarm,) = found.walk("VALARM")
    assert alarm["TRIGGER"].dt == dt.timedelta(hours=-14), "13 hours on the clock, 14 gone by"


def test_place_of_a_drop_is_where_to_go() -> None:
    to = PlaceLine(name=Text({"en": "Centre", "zh_CN": "中心"}), address=Text({"zh_CN": "演示路1号"}))
    assert (
        event(kind=ItemKind.CAR, starts=nz(5, 9), to_place=to)["LOCATION"]
        == "Centre, 演示路1号 · 中心，演示路1号"
    )
