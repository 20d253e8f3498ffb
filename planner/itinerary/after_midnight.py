"""Departures after midnight: warned the evening before, naming both days of the week.

The trap (domain facts 5): a "Thursday 01:30" flight means leaving the hotel on Wednesday evening.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from planner.itinerary.edition import Edition
from planner.itinerary.item import Item, ItemKind
from planner.itinerary.legs import title_of
from planner.itinerary.people import who
from planner.itinerary.places import place_line
from planner.itinerary.small_hours import is_small_hours
from planner.itinerary.standing import BOOKED
from planner.message import N_, Message
from planner.record.leg import Leg, LegMode
from planner.record.stay import Stay
from planner.record.when import When, order_key

#: How long before a departure a car or a check-out can be the leaving for it.
_LEAVING_WITHIN = dt.timedelta(hours=12)
#: How one gets to a flight or train; leaving by one of these in the small hours is leaving for that.
_WAYS_TO = (LegMode.CAR, LegMode.COACH, LegMode.WALK)


@dataclass(frozen=True, slots=True)
class NightDeparture:
    """A departure in the small hours; ``leave`` is when one leaves for it, ``None`` while not known."""

    leg: Leg
    departs: When
    leave: When | None
    leave_from: str | None

    @property
    def eve(self) -> dt.date:
        """The date of the evening before."""
        return self.departs.date - dt.timedelta(1)

    @property
    def leaves_after_midnight(self) -> bool:
        """Whether one is known to leave only once the day of the departure has begun."""
        return self.leave is not None and self.leave.date > self.eve


def night_departures(edition: Edition) -> tuple[NightDeparture, ...]:
    """The reader's departures in the small hours; a car taken to one of them is the leaving, not another."""
    legs = edition.legs
    found = []
    for leg in legs:
        if leg.departs is None or not is_small_hours(leg.departs) or _leads_on(leg, legs):
            continue
        leave, place = _leaving(leg, leg.departs, legs, edition.stays)
        found.append(NightDeparture(leg, leg.departs, leave, place))
    return tuple(found)


def evening_items(edition: Edition) -> Iterator[Item]:
    """An item on the evening before each departure in the small hours."""
    for night in night_departures(edition):
        if _is_connection(night, edition.legs):
            continue
        leave = night.leave or When(date=night.eve, zone=night.departs.zone)
        yield Item(
            key=f"{night.leg.id}:evening",
            kind=ItemKind.NOTICE,
            on=night.eve,
            title=_leaving_for(night, title_of(edition, night.leg)),
            subject=night.leg.id,
            starts=leave,
            standing=BOOKED[night.leg.booking.state],
            place=place_line(edition, night.leave_from),
            to_place=place_line(edition, night.leg.origin, night.leg.origin_detail),
            who=who(edition, night.leg.travellers),
            important=(_warning(night),),
        )


def with_warning(edition: Edition, items: list[Item]) -> list[Item]:
    """The items, each departure in the small hours with its warning."""
    warnings = {f"{night.leg.id}:departs": _reminder(night) for night in night_departures(edition)}
    return [
        replace(item, important=(warnings[item.key], *item.important)) if item.key in warnings else item
        for item in items
    ]


def _leaving_for(night: NightDeparture, leg: Message) -> Message:
    """True on whatever day it is read and addressed to nobody: it stands in lists of days to come as well."""
    if night.leaves_after_midnight:
        return N_("Leave after midnight: {leg}", leg=leg)
    return N_("Leave in the evening: {leg}", leg=leg)


def _warning(night: NightDeparture) -> Message:
    return N_(
        "It leaves at {time} on {day}, after midnight that night. Be ready on the evening of {evening}.",
        time=night.departs.time,
        day=night.departs.date,
        evening=night.eve,
    )


def _reminder(night: NightDeparture) -> Message:
    if night.leave is not None and night.leaves_after_midnight:
        return N_(
            "This is in the night from {evening} to {day}. Leave at {time}, after midnight.",
            evening=night.eve,
            day=night.departs.date,
            time=night.leave.time,
        )
    return N_(
        "This is in the night from {evening} to {day}. Leave on the evening of {evening}.",
        evening=night.eve,
        day=night.departs.date,
    )


def _leads_on(leg: Leg, legs: tuple[Leg, ...]) -> bool:
    """Whether a car, coach or walk is the way to another departure soon after."""
    return leg.mode in _WAYS_TO and any(
        other.mode not in _WAYS_TO and _is_soon_before(leg.departs, other.departs) for other in legs
    )


def _is_connection(night: NightDeparture, legs: tuple[Leg, ...]) -> bool:
    """Whether one is under way already, changing from another flight or train."""
    return any(
        leg.mode not in _WAYS_TO and leg is not night.leg and _is_soon_before(leg.arrives, night.departs)
        for leg in legs
    )


def _leaving(
    leg: Leg, departs: When, legs: tuple[Leg, ...], stays: tuple[Stay, ...]
) -> tuple[When | None, str | None]:
    """When and from where one leaves for ``leg``: by the first leg that leads to it, else by checking out."""
    ways = [(other.departs, other.origin) for other in legs if other is not leg]
    outs = [(stay.leaves, stay.place) for stay in stays]
    for leavings in (ways, outs):
        known = [(when, place) for when, place in leavings if when and _is_soon_before(when, departs)]
        if known:
            return min(known, key=lambda leaving: order_key(leaving[0]))
    return None, None


def _is_soon_before(earlier: When | None, later: When | None) -> bool:
    if earlier is None or later is None or earlier.utc is None or later.utc is None:
        return False
    return dt.timedelta() <= later.utc - earlier.utc <= _LEAVING_WITHIN
