"""Stays: checking in and out, and where each night is spent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.itinerary.edition import Edition, is_off
from planner.itinerary.item import Fact, Item, ItemKind, PlaceLine
from planner.itinerary.people import who
from planner.itinerary.places import place_line
from planner.itinerary.standing import BOOKED
from planner.message import N_, NN_, Message
from planner.record.leg import Leg
from planner.record.stay import Stay, StayKind
from planner.record.text import same

#: A flight that leaves before this time takes the night that began the evening before.
_NIGHT_ENDS = dt.time(5)


def stay_items(edition: Edition) -> Iterator[Item]:
    """Checking in and out of every house this edition tells of."""
    for stay in edition.journey.stays:
        hidden = is_off(stay) or stay.is_fallback
        if edition.tells_of(stay.travellers) and (edition.tells_all or not hidden):
            yield from check_in_and_out(edition, stay)


def check_in_and_out(edition: Edition, stay: Stay) -> Iterator[Item]:
    """The two sides of a stay, each where its date is known."""
    place = place_line(edition, stay.place, same(stay.room))
    ward = stay.kind is StayKind.WARD
    if stay.arrives is not None:
        yield Item(
            key=f"{stay.id}:check-in",
            kind=ItemKind.CHECK_IN,
            on=stay.arrives.date,
            title=N_("Go into the ward") if ward else N_("Check in"),
            subject=stay.id,
            subtitle=_nights(stay),
            starts=stay.arrives,
            standing=BOOKED[stay.booking.state],
            place=place,
            who=who(edition, stay.travellers),
            facts=tuple(_facts(edition, stay)),
        )
    if stay.leaves is not None:
        yield Item(
            key=f"{stay.id}:check-out",
            kind=ItemKind.CHECK_OUT,
            on=stay.leaves.date,
            title=N_("Leave the ward") if ward else N_("Check out"),
            subject=stay.id,
            starts=stay.leaves,
            standing=BOOKED[stay.booking.state],
            place=place,
            who=who(edition, stay.travellers),
        )


def nights(stay: Stay) -> int | None:
    """How many nights a stay has; ``None`` while either date is not known."""
    if stay.arrives is None or stay.leaves is None:
        return None
    return max((stay.leaves.date - stay.arrives.date).days, 0)


def night_place(edition: Edition, day: dt.date) -> PlaceLine | None:
    """Where the reader spends the night that begins on ``day``; a ward before a room kept meanwhile."""
    here = [stay for stay in edition.stays if _covers(stay, day)]
    if not here or _boarding(edition, day):
        return None
    stay = max(here, key=lambda s: (s.kind is StayKind.WARD, s.arrives.date if s.arrives else day, s.id))
    return place_line(edition, stay.place, same(stay.room))


def night_words(edition: Edition, day: dt.date) -> Message | None:
    """Where the night that begins on ``day`` is spent if not in a house: on the way."""
    leg = _boarding(edition, day) or (None if night_place(edition, day) else _small_hours(edition, day))
    if leg is None:
        return None
    return N_("On the way: {number}", number=leg.number) if leg.number else N_("On the way")


def _covers(stay: Stay, day: dt.date) -> bool:
    if stay.arrives is None or stay.leaves is None:
        return False
    return stay.arrives.date <= day < stay.leaves.date


def _boarding(edition: Edition, day: dt.date) -> Leg | None:
    """The leg that leaves on ``day`` and arrives on a later date."""
    return next(
        (
            leg
            for leg in edition.legs
            if leg.departs and leg.arrives and leg.departs.date == day < leg.arrives.date
        ),
        None,
    )


def _small_hours(edition: Edition, day: dt.date) -> Leg | None:
    """The leg that leaves in the small hours after ``day``."""
    return next(
        (
            leg
            for leg in edition.legs
            if leg.departs
            and leg.departs.time is not None
            and leg.departs.time <= _NIGHT_ENDS
            and leg.departs.date - day == dt.timedelta(1)
        ),
        None,
    )


def _nights(stay: Stay) -> Message | None:
    count = nights(stay)
    return NN_("{count} night", "{count} nights", count) if count else None


def _facts(edition: Edition, stay: Stay) -> Iterator[Fact]:
    if stay.room_type:
        yield Fact(label=N_("Room"), value=stay.room_type)
    if stay.booking.reference:
        yield Fact(label=N_("Booking reference"), value=stay.booking.reference, mono=True)
    if edition.tells_all:
        if stay.booking.cost is not None:
            yield Fact(label=N_("Cost"), value=stay.booking.cost)
        if stay.booking.free_cancel_until is not None:
            yield Fact(label=N_("Free to cancel until"), value=stay.booking.free_cancel_until)
        if stay.is_fallback:
            yield Fact(label=N_("Kept as"), value=N_("fallback"))
