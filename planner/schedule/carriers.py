"""Everything that carries a traveller's name or passport number, to be compared with the passport."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.record.booking import BookingState
from planner.record.document import Document, DocumentKind
from planner.record.leg import Leg, LegMode
from planner.record.stay import Stay
from planner.record.thing import Thing
from planner.record.visa import Visa, VisaState
from planner.record.when import When

if TYPE_CHECKING:
    from planner.schedule.outline import Outline


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """One name and number as ``thing`` carries them, letter for letter; empty where it carries none.

    ``traveller`` is whose, ``None`` where nobody said. ``turned_away``: without a match its holder may be
    stopped at a gate or a border. ``until`` is the day after which it no longer matters.
    """

    thing: Thing
    name_field: str
    number_field: str
    traveller: str | None
    name: str
    number: str
    turned_away: bool = False
    until: dt.date | None = None


_OVER = (BookingState.CANCELLED, BookingState.USED)
_DROPPED = (VisaState.REFUSED, VisaState.WITHDRAWN)


def carriers(outline: Outline) -> Iterator[Carrier]:
    """Documents, visas, bookings and policies, as far as they carry a name or a number, in the order kept."""
    for document in outline.journey.documents:
        if document.kind is not DocumentKind.REFUSAL:
            yield from _printed(document, document.kind in (DocumentKind.TICKET, DocumentKind.VISA))
    for visa in outline.journey.visas:
        if visa.state not in _DROPPED:
            yield from _printed(visa, turned_away=True)
    for leg in outline.journey.legs:
        yield from _booked(outline, leg, leg.departs, leg.mode is LegMode.FLIGHT)
    for stay in outline.journey.stays:
        yield from _booked(outline, stay, stay.arrives, turned_away=False)
    for traveller in outline.journey.travellers:
        for policy in traveller.insurance:
            if policy.passport_number:
                yield Carrier(
                    thing=policy,
                    name_field="",
                    number_field="passport_number",
                    traveller=traveller.id,
                    name="",
                    number=policy.passport_number,
                    until=policy.valid_to,
                )


def _printed(thing: Document | Visa, turned_away: bool) -> Iterator[Carrier]:
    if thing.passport_number or thing.name_printed:
        yield Carrier(
            thing=thing,
            name_field="name_printed",
            number_field="passport_number",
            traveller=thing.traveller,
            name=thing.name_printed,
            number=thing.passport_number,
            turned_away=turned_away,
        )


def _booked(outline: Outline, thing: Leg | Stay, begins: When | None, turned_away: bool) -> Iterator[Carrier]:
    booking = thing.booking
    for name in booking.names if booking.state not in _OVER else ():
        yield Carrier(
            thing=thing,
            name_field="booking",
            number_field="booking",
            traveller=name.traveller,
            name=name.name,
            number=name.passport_number,
            turned_away=turned_away,
            until=outline.date_there(begins) if begins else None,
        )
