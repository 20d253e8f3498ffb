"""A consequence: one thing that new session dates move or break, from what to what, and why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from planner.message import NP_, Message
from planner.record.money import Money
from planner.record.subject import Subject
from planner.record.when import When

#: What every consequence rests on in the end: that the sessions are given on their new dates.
SESSIONS = "sessions"


class ConsequenceKind(StrEnum):
    """What sort of thing moves, in the order in which they are shown."""

    TREATMENT_DAYS = "treatment-days"
    REVIEW = "review"
    APPOINTMENT = "appointment"
    LEG = "leg"  # flights, trains, ferries, coaches
    CLEARANCE = "medical-clearance"
    SERVICE = "airline-service"
    CROSSING = "crossing"
    PERMITTED_STAY = "permitted-stay"
    EXTENSION = "extension"
    STAY = "stay"
    INTERPRETER = "interpreter"
    DRIVER = "driver"
    RIDE = "ride"
    DOCUMENT = "document"
    COST = "cost"
    DEPOSIT = "deposit"
    PAYMENT = "payment"
    FOLLOW_UP = "follow-up"
    TASK = "task"


KIND_LABELS: dict[ConsequenceKind, Message] = {
    ConsequenceKind.TREATMENT_DAYS: NP_("consequence", "Treatment days of the centre"),
    ConsequenceKind.REVIEW: NP_("consequence", "Reviews"),
    ConsequenceKind.APPOINTMENT: NP_("consequence", "Appointments"),
    ConsequenceKind.LEG: NP_("consequence", "Flights and trains"),
    ConsequenceKind.CLEARANCE: NP_("consequence", "Medical clearance"),
    ConsequenceKind.SERVICE: NP_("consequence", "Services of the airline"),
    ConsequenceKind.CROSSING: NP_("consequence", "Entry and exit"),
    ConsequenceKind.PERMITTED_STAY: NP_("consequence", "Permitted stay"),
    ConsequenceKind.EXTENSION: NP_("consequence", "Applying for a longer stay"),
    ConsequenceKind.STAY: NP_("consequence", "Nights"),
    ConsequenceKind.INTERPRETER: NP_("consequence", "Interpreters"),
    ConsequenceKind.DRIVER: NP_("consequence", "Drivers"),
    ConsequenceKind.RIDE: NP_("consequence", "Rides"),
    ConsequenceKind.DOCUMENT: NP_("consequence", "Documents"),
    ConsequenceKind.COST: NP_("consequence", "Costs"),
    ConsequenceKind.DEPOSIT: NP_("consequence", "Deposit"),
    ConsequenceKind.PAYMENT: NP_("consequence", "Payments"),
    ConsequenceKind.FOLLOW_UP: NP_("consequence", "Follow-up"),
    ConsequenceKind.TASK: NP_("consequence", "Tasks"),
}


@dataclass(frozen=True, slots=True)
class DayRange:
    """Days from ``first`` to ``last``, both included."""

    first: dt.date
    last: dt.date


#: What a consequence changes: a moment, days, an amount, or a number of days (the slack of a stay).
Value: TypeAlias = When | dt.date | DayRange | Money | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """One consequence, to be accepted or not.

    ``new`` is what the tie or the rule says; ``None`` when the program cannot say. ``you_decide`` is what
    only a person can settle, also about a date that is proposed; empty when nothing is in doubt.
    ``needs_rebooking`` when somebody outside has been promised the old value and must be asked again.
    ``free_cancel_until`` is the last moment at which that costs nothing, if the record says one, and
    ``free_cancel_over`` whether it has passed. ``person`` is the traveller or contact it is about, by id,
    where the subject alone does not say. ``depends_on`` is the key of the consequence without which this
    one cannot stand.
    """

    kind: ConsequenceKind
    subject: Subject
    what: Message
    old: Value
    new: Value
    why: Message
    needs_rebooking: bool = False
    free_cancel_until: When | None = None
    free_cancel_over: bool = False
    you_decide: tuple[Message, ...] = ()
    person: str = ""
    depends_on: str = SESSIONS

    @property
    def key(self) -> str:
        """What tells it apart from every other consequence of the same proposal, and in the next one."""
        return "/".join((self.kind.value, self.subject.id, self.subject.field, self.person)).rstrip("/")

    @property
    def kind_label(self) -> Message:
        """What consequences of its kind are called, as a heading over several."""
        return KIND_LABELS[self.kind]
