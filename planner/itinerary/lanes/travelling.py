"""The lane of travel: legs from departure to arrival, stays as bars of nights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planner.itinerary.lanes.mark import Lane, Mark, further
from planner.itinerary.standing import BOOKED
from planner.message import N_, Message
from planner.record.journey import Journey
from planner.record.leg import Leg
from planner.record.place import Place
from planner.record.stay import Stay
from planner.record.text import Text
from planner.record.traveller import Traveller
from planner.schedule.move_date import why_still
from planner.schedule.names import leg_name, traveller_name


def travel_marks(journey: Journey) -> Iterator[Mark]:
    """Every leg and stay that has a date, in no order."""
    places: dict[str, Place] = {one.id: one for one in journey.places}
    travellers: dict[str, Traveller] = {one.id: one for one in journey.travellers}
    for leg in journey.legs:
        yield from _leg(leg, places, travellers)
    for stay in journey.stays:
        yield from _stay(stay, places, travellers)


def _leg(leg: Leg, places: Mapping[str, Place], people: Mapping[str, Traveller]) -> Iterator[Mark]:
    starts = leg.departs or leg.check_in or leg.arrives
    if starts is None:
        return
    origin = places.get(leg.origin) if leg.origin else None
    destination = places.get(leg.destination) if leg.destination else None
    yield Mark(
        id=leg.id,
        kind="leg",
        lane=Lane.TRAVEL,
        field="departs" if leg.departs else "check_in" if leg.check_in else "arrives",
        name=leg_name(leg, destination),
        starts=starts,
        ends=leg.arrives if leg.departs else None,
        standing=BOOKED[leg.booking.state],
        variant=leg.mode,
        state=leg.booking.state,
        place=origin.name if origin else Text(),
        destination=destination.name if destination else Text(),
        person=_alone(leg.travellers, people),
        still=why_still(leg),
        further=further(
            (N_("Check-in"), leg.check_in),
            (N_("Arrives"), leg.arrives),
            (N_("Free to cancel until"), leg.booking.free_cancel_until),
        ),
    )


def _stay(stay: Stay, places: Mapping[str, Place], people: Mapping[str, Traveller]) -> Iterator[Mark]:
    starts = stay.arrives or stay.leaves
    if starts is None:
        return
    place = places.get(stay.place) if stay.place else None
    name: Message = N_("{what}", what=place.name) if place and place.name else N_("The nights")
    yield Mark(
        id=stay.id,
        kind="stay",
        lane=Lane.TRAVEL,
        field="arrives" if stay.arrives else "leaves",
        name=N_("In reserve: {place}", place=name) if stay.is_fallback else name,
        starts=starts,
        ends=stay.leaves if stay.arrives else None,
        standing=BOOKED[stay.booking.state],
        variant=stay.kind,
        state=stay.booking.state,
        place=place.address if place else Text(),
        person=_alone(stay.travellers, people),
        still=why_still(stay),
        further=further(
            (N_("Leaves"), stay.leaves),
            (N_("Free to cancel until"), stay.booking.free_cancel_until),
        ),
    )


def _alone(ids: tuple[str, ...], people: Mapping[str, Traveller]) -> str | Message:
    """Who travels, when it is one person alone of several."""
    if len(ids) != 1 or len(people) < 2 or ids[0] not in people:
        return ""
    return traveller_name(people[ids[0]])
