"""``appointment.place-unknown``: nobody has entered where an appointment of the next days is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.appointment import Appointment
from planner.record.journey import Journey
from planner.record.mdt import MeetingMode
from planner.record.subject import Subject
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity
from planner.schedule.agenda import agenda

CODE = "appointment.place-unknown"


def appointment_place_unknown(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Of appointments in person to which somebody goes; a note at first, a warning from the limit on."""
    seen = agenda(journey)
    soon = today + dt.timedelta(reference.limits.arrangement_days)
    for one in seen.attendances:
        thing = one.thing
        if not isinstance(thing, Appointment) or thing.place is not None or not one.travellers:
            continue
        if thing.mode is not MeetingMode.IN_PERSON or seen.is_over(one.starts, today):
            continue
        subject = Subject.of(thing, "place")
        yield Finding(
            CODE,
            Severity.WARNING if one.starts.date <= soon else Severity.NOTE,
            N_("No place is entered for {what} on {day}.", what=seen.called(thing), day=one.starts.date),
            subject,
            None,
            (Fix(N_("Enter the place"), OpenField(subject)),),
            one.starts.date,
        )
