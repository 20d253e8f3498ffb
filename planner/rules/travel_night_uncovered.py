"""``travel.night-uncovered``: a night away from home for which somebody has no bed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, NN_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.agenda import agenda
from planner.schedule.beds import nights_without_bed

CODE = "travel.night-uncovered"


def travel_night_uncovered(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """From landing to leaving, nights under way apart; who lands before 03:00 still needs the night before.

    A note while the night is far off, a warning from the limit on.
    """
    seen = agenda(journey)
    soon = today + dt.timedelta(reference.limits.booking_days)
    for nights, who in nights_without_bed(journey).items():
        if nights.last < today:
            continue
        names = seen.names(tuple(who))
        if nights.count == 1:
            message = N_(
                "No bed is entered for the night of {night}: {names}.", night=nights.first, names=names
            )
        else:
            message = NN_(
                "No bed is entered for {count} night, from that of {first} to that of {last}: {names}.",
                "No bed is entered for {count} nights, from that of {first} to that of {last}: {names}.",
                nights.count,
                first=nights.first,
                last=nights.last,
                names=names,
            )
        subject = Subject("journey", journey.id, "stays")
        yield Finding(
            CODE,
            Severity.WARNING if nights.first <= soon else Severity.NOTE,
            message,
            subject,
            None,
            (Fix(N_("Enter where they sleep"), OpenField(subject)),),
            nights.first,
        )
