"""Stays: the nights, where, who, and whether the house registers foreigners."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from planner.record.booking import Booking
from planner.record.ids import PlaceId, StayId, TravellerId
from planner.record.money import Money
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.tie import Tie
from planner.record.when import When


class StayKind(StrEnum):
    """Where one sleeps."""

    HOTEL = "hotel"
    FLAT = "flat"
    WARD = "ward"
    FAMILY = "family"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay(Thing):
    """Nights in one place: from the evening of ``arrives`` to the morning (or evening) of ``leaves``.

    The nights are those of every local date from ``arrives.date`` up to but not including ``leaves.date``;
    when one leaves after midnight, the night begun the evening before is a night. ``registers_foreigners``
    overrides what the directory says of the place; ``None`` leaves it to the directory.
    """

    id: StayId
    kind: StayKind
    place: PlaceId | None = None
    travellers: tuple[TravellerId, ...] = ()
    arrives: When | None = None
    leaves: When | None = None
    leaves_tie: Tie | None = None
    room: str = ""
    room_type: Text = Text()
    registers_foreigners: bool | None = None
    nightly_rate: Money | None = None
    booking: Booking = Booking()
    is_fallback: bool = False
