"""Basis of entry, the application and its steps, each entry and exit, and how long one may stay."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from planner.record.ids import (
    DocumentId,
    EntryId,
    ExtensionId,
    LegId,
    PassportId,
    PlaceId,
    TravellerId,
    VisaId,
    VisaStepId,
)
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.tie import Tie
from planner.record.when import When


class EntryBasis(StrEnum):
    """On what ground a person enters (domain facts 3.1)."""

    S2 = "S2"
    S1 = "S1"
    M = "M"
    L = "L"
    Q2 = "Q2"
    UNILATERAL_VISA_FREE = "unilateral-visa-free"
    MUTUAL_EXEMPTION = "mutual-exemption"
    TRANSIT_240H = "transit-240h"
    HAINAN_VISA_FREE = "hainan-visa-free"
    RESIDENCE_PERMIT = "residence-permit"
    HOME_RETURN = "home-return"
    OTHER = "other"


class EntryPurpose(StrEnum):
    """What the person enters for; a policy lists the purposes it covers."""

    TREATMENT = "treatment"
    ACCOMPANY_PATIENT = "accompany-patient"
    FAMILY_VISIT = "family-visit"
    TOURISM = "tourism"
    BUSINESS = "business"
    TRANSIT = "transit"
    OTHER = "other"


class StayCounting(StrEnum):
    """Which day is day 1 of a permitted stay."""

    ENTRY_DAY_IS_DAY_ONE = "entry-day-is-day-one"
    DAY_AFTER_ENTRY_IS_DAY_ONE = "day-after-entry-is-day-one"
    HOURS = "hours"


class VisaState(StrEnum):
    """Where an application stands."""

    PLANNED = "planned"
    PREPARING = "preparing"
    LODGED = "lodged"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    NOT_NEEDED = "not-needed"


class VisaStepKind(StrEnum):
    """One step of an application."""

    ONLINE_FORM = "online-form"
    PRE_ASSESSMENT = "pre-assessment"
    LODGE = "lodge"
    BIOMETRICS = "biometrics"
    FEE = "fee"
    INTERVIEW = "interview"
    MORE_DOCUMENTS = "more-documents"
    GRANTED = "granted"
    REFUSED = "refused"
    COLLECT = "collect"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisaStep(Thing):
    """A step, planned for ``planned``, done on ``done_on``. A refusal has its post and stated reason."""

    id: VisaStepId
    kind: VisaStepKind
    planned: When | None = None
    done_on: dt.date | None = None
    place: PlaceId | None = None
    stated_reason: Text = Text()
    next_action: Text = Text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visa(Thing):
    """One person's ground to enter, visa or policy, with the application's steps.

    ``entries`` is how many entries it allows (``None`` unknown; ``multiple`` for no limit). ``enter_by``
    is the last day on which it may be used to enter. ``stay_days`` is the permitted stay per entry,
    counted as ``counting`` says; ``policy`` names the entry policy of the reference data for a visa-free
    basis. ``passport_number`` and ``name_printed`` are as on the visa.
    """

    id: VisaId
    traveller: TravellerId
    basis: EntryBasis
    country: str = "CN"
    purpose: EntryPurpose = EntryPurpose.TREATMENT
    policy: str = ""
    state: VisaState = VisaState.PLANNED
    passport: PassportId | None = None
    passport_number: str = ""
    name_printed: str = ""
    number: str = ""
    issued_on: dt.date | None = None
    issued_at: PlaceId | None = None
    enter_by: dt.date | None = None
    entries: int | None = None
    multiple: bool = False
    stay_days: int | None = None
    counting: StayCounting | None = None
    document: DocumentId | None = None
    steps: tuple[VisaStep, ...] = ()


class EntryState(StrEnum):
    """Whether a crossing is still a plan."""

    PLANNED = "planned"
    ACTUAL = "actual"
    CANCELLED = "cancelled"


class ExtensionKind(StrEnum):
    """How a stay is made longer: a visa's extension, or a stay permit (停留证件)."""

    EXTENSION = "extension"
    STAY_PERMIT = "stay-permit"


class ExtensionState(StrEnum):
    """Where the request stands; approval is never certain."""

    PLANNED = "planned"
    APPLIED = "applied"
    GRANTED = "granted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class StayExtension(Thing):
    """A request to stay longer. ``until`` is the last legal day asked for or granted."""

    id: ExtensionId
    kind: ExtensionKind
    state: ExtensionState = ExtensionState.PLANNED
    apply_on: dt.date | None = None
    applied_on: dt.date | None = None
    at: PlaceId | None = None
    until: dt.date | None = None
    number: str = ""
    document: DocumentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressRegistration:
    """That a person's address was registered (within 24 hours of arriving), by whom and when."""

    registered: When
    by: Text = Text()
    place: PlaceId | None = None
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Thing):
    """One stay in the country by one person, from crossing in to crossing out, planned or real.

    A side trip across the border (Hong Kong counts) ends one entry and begins another. ``stamped_until``
    is the last legal day an officer wrote, where one did; it beats any counting. ``arrival_card_on`` is
    the day the online arrival card was sent. ``entry_leg``/``exit_leg`` are the legs that cross the border.
    """

    id: EntryId
    traveller: TravellerId
    visa: VisaId | None = None
    country: str = "CN"
    state: EntryState = EntryState.PLANNED
    entered: When | None = None
    entry_port: PlaceId | None = None
    entry_leg: LegId | None = None
    exited: When | None = None
    exit_port: PlaceId | None = None
    exit_leg: LegId | None = None
    exit_tie: Tie | None = None
    stamped_until: dt.date | None = None
    arrival_card_on: dt.date | None = None
    registrations: tuple[AddressRegistration, ...] = ()
    extensions: tuple[StayExtension, ...] = ()
