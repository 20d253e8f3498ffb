"""A driver's copy: where to be, when, for whom. Never why: no kind of appointment, no department, no room.

Where exactly a ride begins and ends, but in a hospital, is told as it was written for the ride: without the
exit and the sign to hold up nobody is found.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from planner.itinerary.edition import Edition, is_off
from planner.itinerary.item import Fact, Item, ItemKind, PlaceLine, Standing
from planner.itinerary.labels import ITEM_KINDS
from planner.itinerary.people import who
from planner.itinerary.places import EMPTY, card_of, is_of_hospital
from planner.itinerary.standing import BOOKED, of_appointment, of_fraction
from planner.message import N_
from planner.record.leg import Leg, LegMode
from planner.record.text import Text
from planner.record.when import When

#: How long after a landing a car from the airport still meets that flight.
_MEETS_WITHIN = dt.timedelta(hours=6)


def ride_items(edition: Edition) -> Iterator[Item]:
    """Every ride of the driver it is for; while no driver is named, the rides without one."""
    for leg in edition.journey.legs:
        if leg.departs is not None and not is_off(leg) and _drives_leg(edition, leg):
            yield _leg(edition, leg, leg.departs)
    yield from _drops(edition)


def has_ride_without_day(edition: Edition) -> bool:
    """Whether a ride is entered that would be told, were its day known."""
    return any(
        leg.departs is None and not is_off(leg) and _drives_leg(edition, leg) for leg in edition.journey.legs
    )


def _drives(edition: Edition, driver: str | None) -> bool:
    """Whether a driver is the one it is for."""
    return driver is not None and driver == edition.recipient


def _drives_leg(edition: Edition, leg: Leg) -> bool:
    if leg.mode not in (LegMode.CAR, LegMode.COACH):
        return False
    return leg.driver == edition.recipient if edition.recipient else leg.driver is None


def _leg(edition: Edition, leg: Leg, departs: When) -> Item:
    destination = _card(edition, leg.destination, leg.destination_detail)
    return Item(
        key=f"{leg.id}:departs",
        kind=ITEM_KINDS[leg.mode],
        on=departs.date,
        title=N_("Drive to {place}", place=destination.name) if destination else N_("Drive"),
        subject=leg.id,
        starts=departs,
        ends=leg.arrives,
        standing=BOOKED[leg.booking.state],
        place=_pick_up(edition, leg),
        to_place=destination,
        who=who(edition, leg.travellers),
        facts=(*_passengers(edition, leg.travellers), *_met(_met_flight(edition, leg, departs))),
    )


def _pick_up(edition: Edition, leg: Leg) -> PlaceLine | None:
    """Where they get in: at a hospital, of whose inside nothing is told, by the entrance they come out of."""
    card, place = _card(edition, leg.origin, leg.origin_detail), edition.place(leg.origin)
    if card is None or place is None or not card.entrance or not is_of_hospital(edition, place):
        return card
    return replace(card, where=(card.entrance,))


def _passengers(edition: Edition, travellers: tuple[str, ...]) -> Iterator[Fact]:
    """How many get in; who, where they are not all of them."""
    names = who(edition, travellers)
    if names:
        everybody = len(names) == len(edition.journey.travellers)
        yield Fact(label=N_("Passengers"), value=len(names) if everybody else N_("{names}", names=names))


def _met(other: Leg | None) -> Iterator[Fact]:
    if other is not None and other.number and other.arrives is not None:
        meets = N_("Meets flight") if other.mode is LegMode.FLIGHT else N_("Meets train")
        yield Fact(label=meets, value=other.number, mono=True)
        yield Fact(label=N_("Arrives"), value=other.arrives)


def _met_flight(edition: Edition, leg: Leg, departs: When) -> Leg | None:
    """The flight or train whose passengers this car meets, ``None`` for none."""
    for other in edition.journey.legs:
        landed = other.arrives
        if other.mode not in (LegMode.FLIGHT, LegMode.TRAIN) or is_off(other) or landed is None:
            continue
        if leg.origin is None or other.destination != leg.origin:
            continue
        if landed.utc and departs.utc and dt.timedelta() <= departs.utc - landed.utc <= _MEETS_WITHIN:
            return other
    return None


def _drops(edition: Edition) -> Iterator[Item]:
    """Being there in time for something this driver drives to."""
    for appointment in edition.journey.appointments:
        standing = of_appointment(appointment)
        if appointment.starts and _drives(edition, appointment.driver) and _stands(standing):
            yield _drop(
                edition,
                appointment.id,
                appointment.starts,
                appointment.place,
                appointment.travellers,
                appointment.duration_minutes,
                standing,
            )
    patient = edition.journey.patient
    for course in edition.journey.courses:
        for fraction in course.fractions:
            standing = of_fraction(fraction)
            if _drives(edition, fraction.driver) and _stands(standing):
                yield _drop(
                    edition,
                    fraction.id,
                    fraction.starts,
                    course.centre,
                    (patient.id,) if patient else (),
                    fraction.duration_minutes or course.session_minutes,
                    standing,
                )


def _stands(standing: Standing) -> bool:
    return standing in (Standing.CONFIRMED, Standing.TO_BE_CONFIRMED)


def _drop(
    edition: Edition,
    id: str,
    starts: When,
    place: str | None,
    travellers: tuple[str, ...],
    minutes: int | None,
    standing: Standing,
) -> Item:
    back = starts.later(minutes) if minutes else None
    return Item(
        key=f"{id}:ride",
        kind=ItemKind.CAR,
        on=starts.date,
        title=N_("Be there by this time"),
        subject=id,
        starts=starts,
        standing=standing,
        to_place=_card(edition, place),
        who=who(edition, travellers),
        facts=(
            *_passengers(edition, travellers),
            *((Fact(label=N_("Ready to be driven back from"), value=back),) if back else ()),
        ),
    )


def _card(edition: Edition, id: str | None, spot: Text = EMPTY) -> PlaceLine | None:
    place = edition.place(id)
    return card_of(edition, place, spot) if place else None
