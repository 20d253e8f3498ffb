"""One edition of an itinerary: the journey, whose copy it is, the day it is made, and what it looks up."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from planner.itinerary.item import PlaceLine
from planner.record.booking import BookingState
from planner.record.consent import Audience
from planner.record.contact import Contact
from planner.record.journey import Journey
from planner.record.leg import Leg
from planner.record.place import Place
from planner.record.stay import Stay, StayKind
from planner.record.traveller import Traveller
from planner.reference.region import region_of
from planner.reference.work_calendar import WorkCalendar


@dataclass(frozen=True, kw_only=True, eq=False)
class Edition:
    """What every part of one copy is made from.

    ``reader`` is the traveller whose days are told: the patient, or the companion whose copy it is.
    ``recipient`` is the id of the driver (a contact), hotel or hospital (a place) it is for, ``""`` for none.
    ``lines`` are the places already set, since a journey goes to the same few again and again.
    ``home_zone`` is the reader's, ``""`` when not known or of no concern to who reads it; ``zone`` is that of
    the country of treatment. ``today`` is the day there, ``made_on`` that at the office which makes the copy.
    """

    journey: Journey
    audience: Audience
    today: dt.date
    made_on: dt.date
    calendar: WorkCalendar
    reader: Traveller | None
    recipient: str
    home_zone: str
    zone: str
    places: Mapping[str, Place]
    contacts: Mapping[str, Contact]
    lines: dict[tuple[object, ...], PlaceLine] = field(default_factory=dict)

    @property
    def tells_all(self) -> bool:
        """Whether it is the agency's own copy, which tells of every traveller and of cancelled things."""
        return self.audience is Audience.AGENCY

    @property
    def treats_reader(self) -> bool:
        """Whether the reader is the patient, so that appointments and sessions are their own."""
        return self.reader is self.journey.patient

    @property
    def reads_at_home(self) -> bool:
        """Whether its readers are the travellers, who live by the clock at home until they leave."""
        return self.audience in (Audience.PATIENT, Audience.COMPANION)

    def place(self, id: str | None) -> Place | None:
        """The place of that id, ``None`` for no id or one that the journey does not hold."""
        return self.places.get(id) if id else None

    def contact(self, id: str | None) -> Contact | None:
        """The contact of that id, ``None`` for no id or one that the journey does not hold."""
        return self.contacts.get(id) if id else None

    def is_part(self, travellers: Iterable[str]) -> bool:
        """Whether the reader takes part; with nobody named, everybody does."""
        named = tuple(travellers)
        return not named or (self.reader is not None and self.reader.id in named)

    def tells_of(self, travellers: Iterable[str]) -> bool:
        """Whether a thing of these travellers is told in this edition."""
        return self.tells_all or self.is_part(travellers)

    def named(self, travellers: Iterable[str]) -> tuple[Traveller, ...]:
        """The travellers of these ids, in the journey's order; with nobody named, all."""
        wanted = frozenset(travellers)
        return tuple(t for t in self.journey.travellers if not wanted or t.id in wanted)

    @cached_property
    def legs(self) -> tuple[Leg, ...]:
        """The reader's own legs that are not cancelled."""
        return tuple(leg for leg in self.journey.legs if not is_off(leg) and self.is_part(leg.travellers))

    @cached_property
    def stays(self) -> tuple[Stay, ...]:
        """The reader's own stays that are neither cancelled nor a fallback."""
        stays = (stay for stay in self.journey.stays if not is_off(stay) and not stay.is_fallback)
        return tuple(stay for stay in stays if self.is_part(stay.travellers))

    def is_in_country(self, place: Place | None) -> bool:
        """Whether a place lies in the country of treatment: by its country, else by its zone."""
        if place is None:
            return False
        if place.country:
            return place.country == self.journey.country
        return bool(place.zone) and place.zone == self.zone

    def is_provisional(self, day: dt.date) -> bool:
        """Whether the official calendar that could still change ``day`` is not known."""
        return self.calendar.status(day).is_provisional


def edition(
    journey: Journey,
    audience: Audience,
    *,
    today: dt.date,
    made_on: dt.date | None = None,
    calendar: WorkCalendar | None = None,
    reader: str = "",
    recipient: str = "",
) -> Edition:
    """The edition of ``journey`` for ``audience``. Without ``reader``, the patient or the first companion.

    Without ``recipient``, a driver's copy is for the one who drives most in the country of treatment, a
    hotel's for the house with most of the stays. ``made_on`` is ``today`` unless given. ``calendar`` is the
    official one of the country of treatment; without it, the one that ships.
    """
    person = next((t for t in journey.travellers if t.id == reader), None) or _reader(journey, audience)
    theirs = audience in (Audience.PATIENT, Audience.COMPANION, Audience.AGENCY)
    return Edition(
        journey=journey,
        audience=audience,
        today=today,
        made_on=made_on or today,
        calendar=calendar or WorkCalendar(region_of(journey.country)),
        reader=person,
        recipient=recipient or default_recipient(journey, audience),
        home_zone=_home_zone(journey, person) if theirs else "",
        zone=known_zone(journey.zone) or "UTC",
        places={place.id: place for place in journey.places},
        contacts={contact.id: contact for contact in journey.contacts},
    )


def is_off(booked: Leg | Stay) -> bool:
    """Whether a leg or a stay was cancelled."""
    return booked.booking.state is BookingState.CANCELLED


@cache
def known_zone(zone: str) -> str:
    """``zone`` if it is an IANA name that this system knows, else ``""``."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ""
    return zone


def _reader(journey: Journey, audience: Audience) -> Traveller | None:
    if audience is Audience.COMPANION and journey.companions:
        return journey.companions[0]
    return journey.patient or next(iter(journey.travellers), None)


def default_recipient(journey: Journey, audience: Audience) -> str:
    """Who a driver's or a hotel's copy is for when nobody is named; ``""`` if there is none."""
    match audience:
        case Audience.DRIVER:
            return _most(_drivers(journey))
        case Audience.HOTEL:
            houses = (stay for stay in journey.stays if stay.kind is not StayKind.WARD and not is_off(stay))
            return _most(stay.place for stay in houses if stay.place and not stay.is_fallback)
        case _:
            return ""


def _drivers(journey: Journey) -> Iterator[str]:
    """The driver of each ride, those of legs only where they begin in the country of treatment."""
    inside = {place.id for place in journey.places if place.country in (journey.country, "")}
    for leg in journey.legs:
        if leg.driver and not is_off(leg) and (leg.origin is None or leg.origin in inside):
            yield leg.driver
    yield from (appointment.driver for appointment in journey.appointments if appointment.driver)
    for course in journey.courses:
        yield from (fraction.driver for fraction in course.fractions if fraction.driver)


def _most(ids: Iterable[str]) -> str:
    """The id that is there most often, the first of those that are equally so."""
    counted = Counter(ids).most_common(1)
    return counted[0][0] if counted else ""


def _home_zone(journey: Journey, reader: Traveller | None) -> str:
    """The reader's home zone, else the patient's: a companion whose home nobody entered lives with them."""
    people = (reader, journey.patient)
    return next((zone for p in people if p is not None and (zone := known_zone(p.home_zone))), "")
