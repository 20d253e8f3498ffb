"""Airline medical clearance (MEDA): who needs one for which flight, and on which days the form is taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from planner.record.leg import Leg, LegMode, MedicalClearance
from planner.record.when import When
from planner.reference.policy import Policy
from planner.reference.reference import Reference
from planner.schedule.agenda import Agenda, Move
from planner.schedule.instant import instant

#: The policy that says from when to when airlines take the form; one that says it of its own adds its code.
POLICY = "clearance.airline"
#: The airline service code of a passenger with a medical condition.
CODE = "MEDA"


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which the form may be sent, both included."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Clearance:
    """The latest clearance of one passenger for one flight; ``held`` is ``None`` while there is none."""

    leg: Leg
    leaves: When
    traveller: str
    held: MedicalClearance | None

    @property
    def is_asked_for(self) -> bool:
        """Whether the form was sent, or the clearance is there."""
        return self.held is not None and (self.held.sent_on or self.held.granted_on) is not None

    def is_for_another_departure(self, retimed_minutes: int) -> bool:
        """Whether it was made for a departure on another day, or more than that much earlier or later."""
        made_for = self.held.for_departure if self.held else None
        if made_for is None:
            return False
        one, other = instant(made_for), instant(self.leaves)
        if one is None or other is None:
            return made_for.date != self.leaves.date
        return made_for.date != self.leaves.date or abs(one - other) > retimed_minutes * 60


def flights_to_come(seen: Agenda, today: dt.date) -> Iterator[Move]:
    """The flights of the travellers that have not left before ``today``."""
    for move in seen.moves:
        if move.leg.mode is LegMode.FLIGHT and not seen.is_over(move.leaves, today):
            yield move


def clearances(seen: Agenda, move: Move) -> Iterator[Clearance]:
    """Of each passenger who needs one for a flight that needs clearance, the latest.

    Those are the passengers for whom one is entered, or asked for with the airline; else the patient.
    """
    leg = move.leg
    if leg.needs_clearance is False or (leg.needs_clearance is None and not leg.clearances):
        return
    held = {clearance.traveller: clearance for clearance in leg.clearances}
    asked = [request.traveller for request in leg.service_requests if request.code == CODE]
    patient = seen.journey.patient
    who = dict.fromkeys([*held, *asked])
    if not who and patient is not None and (not leg.travellers or patient.id in leg.travellers):
        who = {patient.id: None}
    for traveller in who:
        yield Clearance(leg, move.leaves, traveller, held.get(traveller))


def policy_of(reference: Reference, leg: Leg, country: str) -> Policy | None:
    """What the airline of ``leg`` says of the form, else what is usual; ``None`` where neither is known."""
    its_own = reference.policy(f"{POLICY}.{leg.carrier_code}", country) if leg.carrier_code else None
    return its_own or reference.policy(POLICY, country)


def window(policy: Policy, leaves_on: dt.date) -> Window | None:
    """From which to which day the form is taken for a departure; ``None`` where the policy does not say."""
    earliest, latest = (policy.values.get(f"{end}_days_before") for end in ("earliest", "latest"))
    if earliest is None or latest is None:
        return None
    return Window(leaves_on - dt.timedelta(earliest), leaves_on - dt.timedelta(latest))
