"""A place of the shared directory: where it is, what it is called, which door to use, when it is open."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from planner.record.ids import PlaceId
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.treatment_days import DatedPolicy


class PlaceKind(StrEnum):
    """What a place is for."""

    HOSPITAL = "hospital"
    PROTON_CENTRE = "proton-centre"
    CLINIC = "clinic"
    HOTEL = "hotel"
    FLAT = "flat"
    AIRPORT = "airport"
    STATION = "station"
    EMBASSY = "embassy"
    VISA_CENTRE = "visa-centre"
    POLICE_STATION = "police-station"
    OFFICE = "office"
    HOME = "home"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningHours:
    """Open from ``opens`` until ``closes`` (local, excluded), ISO ``weekday`` 1 (Monday) to 7 (Sunday)."""

    weekday: int
    opens: dt.time
    closes: dt.time


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Thing):
    """A place. ``within`` is the place it is part of (a department's hospital).

    ``name_pinyin`` and ``address_pinyin`` carry tone marks and are for reading aloud. ``latitude_deg`` and
    ``longitude_deg`` are WGS 84 degrees, north and east positive. ``zone`` is an IANA name. ``country`` is
    ISO 3166-1 alpha-2 and ``subdivision`` the part of ISO 3166-2 after the hyphen (regional holidays).
    ``registers_foreigners`` is ``None`` while nobody has asked. ``treatment_days`` are in order of their
    first day; a centre may change its policy. ``verified_on`` is when somebody last checked this entry.
    """

    id: PlaceId
    kind: PlaceKind
    name: Text
    name_pinyin: str = ""
    within: PlaceId | None = None
    address: Text = Text()
    address_pinyin: str = ""
    department: Text = Text()
    floor: Text = Text()
    room: Text = Text()
    entrance: Text = Text()
    emergency_entrance: Text = Text()
    telephone: str = ""
    emergency_telephone: str = ""
    website: str = ""
    country: str = ""
    subdivision: str = ""
    city: Text = Text()
    zone: str = ""
    iata_code: str = ""
    latitude_deg: Decimal | None = None
    longitude_deg: Decimal | None = None
    registers_foreigners: bool | None = None
    opening_hours: tuple[OpeningHours, ...] = ()
    treatment_days: tuple[DatedPolicy, ...] = ()
    status: Text = Text()
    verified_on: dt.date | None = None
