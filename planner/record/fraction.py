"""Sessions of a course: the fractions, when each is planned, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from planner.record.booking import Confirmation
from planner.record.ids import ContactId, FractionId
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.when import When


class FractionState(StrEnum):
    """What became of a session."""

    PLANNED = "planned"
    CONFIRMED = "confirmed"
    DELIVERED = "delivered"
    MISSED = "missed"
    CANCELLED = "cancelled"


class MissedReason(StrEnum):
    """Why a session was missed."""

    MACHINE_DOWN = "machine-down"
    PATIENT_UNWELL = "patient-unwell"
    CENTRE_CLOSED = "centre-closed"
    TRAVEL = "travel"
    PATIENT_CHOICE = "patient-choice"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fraction(Thing):
    """One session that gives, or was to give, fraction ``number`` (from 1).

    A missed or cancelled session stays as it was, as history; the same number is then planned again in a
    later session. So every number has at most one session that is planned, confirmed or delivered.
    ``delivered_at`` is the actual time. ``second_session_clinician`` names who approved a second session
    on one day (≥ 6 h apart), and is empty otherwise.
    """

    id: FractionId
    number: int
    starts: When
    state: FractionState = FractionState.PLANNED
    duration_minutes: int | None = None
    room: Text = Text()
    delivered_at: When | None = None
    dose_delivered_gy_rbe: Decimal | None = None
    missed_reason: MissedReason | None = None
    missed_words: Text = Text()
    second_session_clinician: ContactId | None = None
    interpreter: ContactId | None = None
    driver: ContactId | None = None
    confirmation: Confirmation | None = None

    @property
    def stands(self) -> bool:
        """Whether this session counts: planned, confirmed or delivered, not missed or cancelled."""
        return self.state not in (FractionState.MISSED, FractionState.CANCELLED)
