"""Everything that carries a traveller's name or passport number, to be compared with the passport."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.record.booking import BookedName, BookingState
from planner.record.document import DocumentKind
from planner.record.leg import LegMode
from planner.record.thing import Thing
from planner.record.visa import VisaState

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
        if (document.passport_number or document.name_printed) and document.kind is not DocumentKind.REFUSAL:
            yield Carrier(
                thing=document,
                name_field="name_printed",
                number_field="passport_number",
                traveller=document.traveller,
                name=document.name_printed,
                number=document.passport_number,
                turned_away=document.kind in (DocumentKind.TICKET, DocumentKind.VISA),
            )
    for visa in outline.journey.visas:
        if (visa.passport_number or visa.name_printed) and visa.state not in _DROPPED:
            yield Carrier(
                thing=visa,
                name_field="name_printed",
                number_field="passport_number",
                traveller=visa.traveller,
                name=visa.name_printed,
                number=visa.passport_number,
                turned_away=True,
            )
    for leg in outline.journey.legs:
        if leg.booking.names and leg.booking.state not in _OVER:
            day = outline.date_there(leg.departs) if leg.departs else None
            for name in leg.booking.names:
                yield _booked(leg, name, day, leg.mode is LegMode.FLIGHT)
    for stay in outline.journey.stays:
        if stay.booking.names and stay.booking.state not in _OVER:
            day = outline.date_there(stay.arrives) if stay.arrives else None
            for name in stay.booking.names:
                yield _booked(stay, name, day, False)
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


def _booked(thing: Thing, name: BookedName, until: dt.date | None, turned_away: bool) -> Carrier:
    return Carrier(
        thing=thing,
        name_field="booking",
        number_field="booking",
        traveller=name.traveller,
        name=name.name,
        number=name.passport_number,
        turned_away=turned_away,
        until=until,
    )
