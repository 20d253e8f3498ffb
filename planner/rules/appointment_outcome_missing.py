"""``appointment.outcome-missing``: appointments are over, and nobody has said whether they took place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.appointment import AppointmentKind, AppointmentState
from planner.record.journey import Journey
from planner.record.subject import Subject
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity
from planner.schedule.outline import outline

CODE = "appointment.outcome-missing"


def appointment_outcome_missing(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """One note, at the first that waits, so that it says the same until that one is marked."""
    seen = outline(journey)
    for one in seen.appointments:
        if one.state is not AppointmentState.PLANNED or one.kind is AppointmentKind.PLANNING:
            continue
        ends = one.ends or one.starts
        if ends is None or seen.date_there(ends) >= today:
            continue
        subject = Subject.of(one, "state")
        yield Finding(
            CODE,
            Severity.NOTE,
            N_(
                "{what} on {day} is over; mark it, and what came after it, as done or missed.",
                what=seen.called(one),
                day=seen.date_there(ends),
            ),
            subject,
            None,
            (Fix(N_("Mark the appointment"), OpenField(subject)),),
            seen.date_there(ends),
        )
        return
