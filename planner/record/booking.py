"""What booked things have in common: how firm, which reference, whose names, free to cancel until when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from planner.record.ids import TravellerId
from planner.record.money import Money
from planner.record.when import When


class BookingState(StrEnum):
    """How firm a booking is."""

    IDEA = "idea"
    HELD = "held"
    BOOKED = "booked"
    CONFIRMED = "confirmed"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    USED = "used"


@dataclass(frozen=True, slots=True, kw_only=True)
class BookedName:
    """The name a booking was made in, letter for letter, to be compared with the passport."""

    traveller: TravellerId
    name: str
    passport_number: str = ""
    ticket_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """A booking of a leg or a stay. Until ``free_cancel_until`` (included) cancelling costs nothing."""

    state: BookingState = BookingState.IDEA
    reference: str = ""
    names: tuple[BookedName, ...] = ()
    booked_on: dt.date | None = None
    free_cancel_until: When | None = None
    cost: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """Who confirmed that a thing stands as written, and when. Without one it prints "to be confirmed"."""

    by: str
    on: dt.date
    reference: str = ""
