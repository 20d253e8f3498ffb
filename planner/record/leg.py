"""Legs: flights, trains, cars and walks, each with the local times and zones of both ends."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from planner.record.booking import Booking, Confirmation
from planner.record.ids import ContactId, DocumentId, LegId, PlaceId, TravellerId
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.tie import Tie
from planner.record.when import When


class LegMode(StrEnum):
    """How one travels."""

    FLIGHT = "flight"
    TRAIN = "train"
    CAR = "car"
    COACH = "coach"
    FERRY = "ferry"
    WALK = "walk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Who sits where; ``coach`` is a train's."""

    traveller: TravellerId
    seat: str
    coach: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRequest:
    """An airline special service (SSR code) asked for on this leg, and whether the carrier confirmed it."""

    traveller: TravellerId
    code: str
    confirmation: Confirmation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicalClearance:
    """The carrier's clearance (MEDA) of one passenger for this leg. It lapses when the leg is rebooked.

    ``for_departure`` is the departure the form was made for; another departure needs another clearance.
    """

    traveller: TravellerId
    sent_on: dt.date | None = None
    granted_on: dt.date | None = None
    reference: str = ""
    for_departure: When | None = None
    document: DocumentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg(Thing):
    """One leg. A leg without ``arrives`` is one whose arrival nobody knows yet.

    ``carrier_code`` is IATA's two characters, ``number`` the flight or train number without spaces
    (``3U3812``). ``origin_detail``/``destination_detail`` say where exactly (hotel lobby, gate 3).
    ``needs_clearance`` is ``None`` while nobody has asked the carrier.
    """

    id: LegId
    mode: LegMode
    travellers: tuple[TravellerId, ...] = ()
    origin: PlaceId | None = None
    destination: PlaceId | None = None
    origin_detail: Text = Text()
    destination_detail: Text = Text()
    departs: When | None = None
    arrives: When | None = None
    departs_tie: Tie | None = None
    check_in: When | None = None
    carrier: Text = Text()
    carrier_code: str = ""
    number: str = ""
    origin_terminal: str = ""
    destination_terminal: str = ""
    cabin: Text = Text()
    baggage: Text = Text()
    seats: tuple[Seat, ...] = ()
    service_requests: tuple[ServiceRequest, ...] = ()
    needs_clearance: bool | None = None
    clearances: tuple[MedicalClearance, ...] = ()
    booking: Booking = Booking()
    driver: ContactId | None = None
    escort: ContactId | None = None
    instructions: Text = Text()
