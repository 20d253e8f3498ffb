"""Legs as items: the departure, the arrival where it falls on another date, others who come and go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.itinerary.clocks import at_home
from planner.itinerary.edition import Edition, is_off
from planner.itinerary.item import Fact, Item, ItemKind, Words
from planner.itinerary.labels import ITEM_KINDS, NUMBERS, TO_BE_CONFIRMED, leg_title, service
from planner.itinerary.people import people, who
from planner.itinerary.places import place_line, town_or_name
from planner.itinerary.standing import BOOKED
from planner.message import N_, NN_, NP_, Message
from planner.record.leg import Leg, LegMode, MedicalClearance
from planner.record.text import Text
from planner.record.when import When

#: Ways of travelling whose destination is a door, not a town; the time at home does not matter on them.
_LOCAL = (LegMode.CAR, LegMode.WALK)


def leg_items(edition: Edition) -> Iterator[Item]:
    """Every dated leg this edition tells of, and the comings and goings of those who travel apart."""
    for leg in edition.journey.legs:
        if is_off(leg) and not edition.tells_all:
            continue
        if edition.tells_of(leg.travellers):
            yield from _own(edition, leg)
        else:
            yield from _others(edition, leg)


def title_of(edition: Edition, leg: Leg) -> Message:
    """What a leg is called: "Flight 3U3812 to Chengdu"."""
    place = edition.place(leg.destination)
    if leg.mode in _LOCAL:
        return leg_title(leg.mode, leg.number, place.name if place else Text())
    return leg_title(leg.mode, leg.number, town_or_name(place))


def _own(edition: Edition, leg: Leg) -> Iterator[Item]:
    if leg.departs is not None:
        yield _departure(edition, leg, leg.departs)
    if leg.arrives is not None and (leg.departs is None or leg.arrives.date > leg.departs.date):
        yield _arrival(edition, leg, leg.arrives)


def _departure(edition: Edition, leg: Leg, departs: When) -> Item:
    return Item(
        key=f"{leg.id}:departs",
        kind=ITEM_KINDS[leg.mode],
        on=departs.date,
        title=title_of(edition, leg),
        subject=leg.id,
        subtitle=leg.carrier or None,
        starts=departs,
        ends=leg.arrives,
        home=None if leg.mode in _LOCAL else at_home(departs, edition.home_zone),
        duration_minutes=minutes_between(departs, leg.arrives),
        standing=BOOKED[leg.booking.state],
        place=place_line(edition, leg.origin, leg.origin_detail),
        to_place=place_line(edition, leg.destination, leg.destination_detail),
        who=who(edition, leg.travellers),
        people=people(edition, leg.driver, leg.escort),
        facts=tuple(_facts(edition, leg)),
        important=tuple(_date_line(leg)),
        preparation=(leg.instructions,) if leg.instructions else (),
    )


def _arrival(edition: Edition, leg: Leg, arrives: When) -> Item:
    place = edition.place(leg.destination)
    town = town_or_name(place)
    return Item(
        key=f"{leg.id}:arrives",
        kind=ItemKind.ARRIVAL,
        on=arrives.date,
        title=N_("Arrive in {place}", place=town) if town else N_("Arrive"),
        subject=leg.id,
        subtitle=title_of(edition, leg),
        starts=arrives,
        home=at_home(arrives, edition.home_zone),
        standing=BOOKED[leg.booking.state],
        place=place_line(edition, leg.destination, leg.destination_detail),
        who=who(edition, leg.travellers),
        facts=tuple(_terminals("", leg.destination_terminal)),
    )


def _others(edition: Edition, leg: Leg) -> Iterator[Item]:
    """That somebody of the journey who travels apart arrives in the country of treatment, or leaves it."""
    names = who(edition, leg.travellers)
    comes = edition.is_in_country(edition.place(leg.destination))
    goes = edition.is_in_country(edition.place(leg.origin))
    at = leg.arrives if comes else leg.departs
    if comes == goes or at is None:
        return
    yield Item(
        key=f"{leg.id}:others",
        kind=ItemKind.NOTICE,
        on=at.date,
        title=_coming(names) if comes else _going(names),
        subject=leg.id,
        subtitle=title_of(edition, leg),
        starts=at,
        home=at_home(at, edition.home_zone),
        standing=BOOKED[leg.booking.state],
        place=place_line(edition, leg.destination if comes else leg.origin),
        who=names,
    )


def _coming(names: tuple[str, ...]) -> Message:
    return NN_("{names} arrives", "{names} arrive", len(names), names=names)


def _going(names: tuple[str, ...]) -> Message:
    return NN_("{names} leaves", "{names} leave", len(names), names=names)


def _facts(edition: Edition, leg: Leg) -> Iterator[Fact]:
    if leg.check_in is not None:
        yield Fact(label=NP_("flight", "Check in"), value=leg.check_in)
    if leg.number:
        yield Fact(label=NUMBERS.get(leg.mode, N_("Number")), value=leg.number, mono=True)
    if leg.booking.reference:
        yield Fact(label=N_("Booking reference"), value=leg.booking.reference, mono=True)
    yield from _terminals(leg.origin_terminal, leg.destination_terminal)
    for seat in leg.seats:
        name = "".join(who(edition, (seat.traveller,)))
        yield Fact(label=N_("Seat, {name}", name=name), value=f"{seat.coach} {seat.seat}".strip(), mono=True)
    if leg.cabin:
        yield Fact(label=N_("Class"), value=leg.cabin)
    if leg.baggage:
        yield Fact(label=N_("Baggage"), value=leg.baggage)
    yield from _requests(leg)
    if leg.mode is LegMode.FLIGHT:
        yield from _clearance(edition, leg)
    if edition.tells_all:
        if leg.booking.cost is not None:
            yield Fact(label=N_("Cost"), value=leg.booking.cost)
        if leg.booking.free_cancel_until is not None:
            yield Fact(label=N_("Free to cancel until"), value=leg.booking.free_cancel_until)


def _terminals(origin: str, destination: str) -> Iterator[Fact]:
    if origin:
        yield Fact(label=N_("Leaves from terminal"), value=origin, mono=True)
    if destination:
        yield Fact(label=N_("Arrives at terminal"), value=destination, mono=True)


def _requests(leg: Leg) -> Iterator[Fact]:
    """Help asked of the carrier for those who travel together, and whether it was confirmed."""
    for request in leg.service_requests:
        value: Words | str = service(request.code)
        if request.confirmation is None:
            value = N_("{service} ({standing})", service=value, standing=TO_BE_CONFIRMED)
        yield Fact(label=N_("Help asked for"), value=value)


def _clearance(edition: Edition, leg: Leg) -> Iterator[Fact]:
    own = [c for c in leg.clearances if edition.tells_of((c.traveller,))]
    for clearance in own:
        yield Fact(label=N_("Medical clearance"), value=_clearance_words(clearance))
    if not own and leg.needs_clearance:
        yield Fact(label=N_("Medical clearance"), value=TO_BE_CONFIRMED)


def _clearance_words(clearance: MedicalClearance) -> Words:
    if clearance.granted_on is not None:
        return N_("granted on {day}", day=clearance.granted_on)
    if clearance.sent_on is not None:
        return N_("form sent on {day}", day=clearance.sent_on)
    return TO_BE_CONFIRMED


def _date_line(leg: Leg) -> Iterator[Message]:
    """That one lands, by the clock, before one left; nothing of what is only entered wrong."""
    if leg.departs is None or leg.arrives is None or not _is_possible(leg.departs, leg.arrives):
        return
    left, landed = leg.departs, leg.arrives
    if landed.date < left.date:
        yield N_(
            "You cross the date line: you arrive on {day}, a date earlier than you left.", day=landed.date
        )
    elif landed.date == left.date and left.time and landed.time and landed.time < left.time:
        yield N_("By the clock you arrive before you left: the clocks there are behind.")


def _is_possible(left: When, landed: When) -> bool:
    """Whether time passes on the way; where an hour is not known, one lands a day earlier at the most."""
    start, end = left.utc, landed.utc
    if start is not None and end is not None:
        return end > start
    return left.zone != landed.zone and landed.date >= left.date - dt.timedelta(1)


def minutes_between(start: When, end: When | None) -> int | None:
    """Elapsed minutes, through all changes of clocks; ``None`` while either time is not known."""
    left, landed = start.utc, end.utc if end else None
    if left is None or landed is None or landed < left:
        return None
    return round((landed - left).total_seconds() / 60)
