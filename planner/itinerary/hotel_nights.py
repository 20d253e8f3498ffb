"""A hotel's copy: the nights, who sleeps there, and the passports it registers them by."""

from __future__ import annotations

from collections.abc import Iterator

from planner.itinerary.edition import Edition, is_off
from planner.itinerary.item import Fact, Item
from planner.itinerary.labels import GUEST
from planner.itinerary.stays import check_in_and_out, nights
from planner.message import N_, Country
from planner.record.stay import Stay, StayKind
from planner.record.traveller import Traveller


def hotel_stays(edition: Edition) -> tuple[Stay, ...]:
    """The stays in the house it is for, or while none is named in any; never a ward."""
    return tuple(
        stay
        for stay in edition.journey.stays
        if stay.kind is not StayKind.WARD
        and not is_off(stay)
        and not stay.is_fallback
        and edition.recipient in ("", stay.place)
    )


def night_items(edition: Edition) -> Iterator[Item]:
    """Checking in and out."""
    for stay in hotel_stays(edition):
        yield from check_in_and_out(edition, stay)


def guests(edition: Edition) -> tuple[Traveller, ...]:
    """Who sleeps there, each once."""
    stays = hotel_stays(edition)
    if any(not stay.travellers for stay in stays):
        return edition.journey.travellers
    ids = {id for stay in stays for id in stay.travellers}
    return tuple(t for t in edition.journey.travellers if t.id in ids)


def guest_facts(edition: Edition) -> Iterator[Fact]:
    """Each guest with nationality and passport, as the registration form asks for them."""
    for guest in guests(edition):
        yield Fact(label=GUEST, value=guest.full_name)
        if guest.nationality:
            yield Fact(label=N_("Nationality"), value=Country(guest.nationality))
        if guest.current_passport is not None:
            yield Fact(label=N_("Passport"), value=guest.current_passport.number, mono=True)


def night_facts(edition: Edition) -> Iterator[Fact]:
    """How many nights, from when to when; where no stay is entered, that none is."""
    stays = hotel_stays(edition)
    if not stays:
        here = N_("No stay is entered in this house.")
        yield Fact(label=N_("Nights"), value=here if edition.recipient else N_("No stay is entered."))
    for stay in stays:
        if stay.arrives is not None:
            yield Fact(label=N_("Check in"), value=stay.arrives)
        if stay.leaves is not None:
            yield Fact(label=N_("Check out"), value=stay.leaves)
        count = nights(stay)
        if count is not None:
            yield Fact(label=N_("Nights"), value=count)
