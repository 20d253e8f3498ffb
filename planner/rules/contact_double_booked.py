"""``contact.double-booked``: an interpreter or driver is asked for twice at the same time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity
from planner.schedule.agenda import agenda
from planner.schedule.engagements import clashes, engagements_apart

CODE = "contact.double-booked"


def contact_double_booked(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """As when the patient and the companion have each something of their own. Between journeys, see
    ``planner.rules.caseload``.
    """
    seen = agenda(journey)
    minutes = reference.limits.appointment_travel_minutes
    for earlier, later in clashes(engagements_apart(journey, today), minutes):
        yield Finding(
            CODE,
            Severity.WARNING,
            N_(
                "{name} is asked for twice: {what} on {starts}, and {other} on {other_starts}.",
                name=seen.contact_called(later.contact),
                what=seen.called(earlier.thing),
                starts=earlier.when,
                other=seen.called(later.thing),
                other_starts=later.when,
            ),
            later.subject,
            None,
            (
                Fix(N_("Name somebody else for the later one"), OpenField(later.subject)),
                Fix(N_("Name somebody else for the earlier one"), OpenField(earlier.subject)),
            ),
            later.when.date,
        )
