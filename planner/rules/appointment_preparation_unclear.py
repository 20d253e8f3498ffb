"""``appointment.preparation-unclear``: a preparation is asked for, and nobody says from when on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.appointment import Appointment, PreparationKind
from planner.record.journey import Journey
from planner.record.subject import Subject
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, OpenField, Severity
from planner.schedule.agenda import agenda

CODE = "appointment.preparation-unclear"

#: Those that begin some time before; the others are asked for at the start.
_BEGIN_BEFORE = (PreparationKind.FASTING, PreparationKind.NO_ANTICOAGULANT)


def appointment_preparation_unclear(
    journey: Journey, reference: Reference, today: dt.date
) -> Iterator[Finding]:
    """Fasting and anticoagulants, while neither hours nor words of the hospital are entered.

    A note while it is far off, a warning from the limit on. Only the hospital can say.
    """
    seen = agenda(journey)
    soon = today + dt.timedelta(reference.limits.arrangement_days)
    for one in seen.attendances:
        thing = one.thing
        if not isinstance(thing, Appointment) or not thing.preparations or seen.is_over(one.starts, today):
            continue
        if not any(
            preparation.kind in _BEGIN_BEFORE and preparation.hours_before is None and not preparation.words
            for preparation in thing.preparations
        ):
            continue
        what, day = seen.called(thing), one.starts.date
        subject = Subject.of(thing, "preparations")
        title = N_("Ask the hospital for its instructions: {what} on {day}", what=what, day=day)
        yield Finding(
            CODE,
            Severity.WARNING if day <= soon else Severity.NOTE,
            N_(
                "{what} on {day} asks for a preparation; from when on is not entered. Ask the hospital.",
                what=what,
                day=day,
            ),
            subject,
            None,
            (
                Fix(N_("Enter what the hospital says"), OpenField(subject)),
                Fix(N_("Make a task: ask for the instructions"), MakeTask(subject, title, day)),
            ),
            day,
        )
