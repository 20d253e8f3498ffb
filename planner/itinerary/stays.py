"""Stays: checking in and out."""

from __future__ import annotations

from collections.abc import Iterator

from planner.itinerary.edition import Edition, is_off
from planner.itinerary.item import Fact, Item, ItemKind
from planner.itinerary.people import who
from planner.itinerary.places import place_line
from planner.itinerary.standing import BOOKED
from planner.message import N_, NN_, Message
from planner.record.stay import Stay, StayKind
from planner.record.text import same


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
