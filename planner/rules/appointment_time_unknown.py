"""``appointment.time-unknown``: an appointment of the next days has no time yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.appointment import Appointment
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, OpenField, Severity
from planner.schedule.agenda import agenda

CODE = "appointment.time-unknown"


def appointment_time_unknown(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """From the days in which things must be confirmed on; what lasts several days needs no time."""
    seen = agenda(journey)
    soon = today + dt.timedelta(reference.limits.confirmation_days)
    for one in seen.attendances:
        thing = one.thing
        if not isinstance(thing, Appointment) or one.start is not None or thing.ends is not None:
            continue
        if not one.travellers or one.starts.date > soon or seen.is_over(one.starts, today):
            continue
        what, day = seen.called(thing), one.starts.date
        ask = MakeTask(one.subject, N_("Ask for the time: {what} on {day}", what=what, day=day), day)
        yield Finding(
            CODE,
            Severity.WARNING,
            N_("No time is known yet for {what} on {day}.", what=what, day=day),
            one.subject,
            None,
            (
                Fix(N_("Enter the time"), OpenField(one.subject)),
                Fix(N_("Make a task: ask for the time"), ask),
            ),
            day,
        )
