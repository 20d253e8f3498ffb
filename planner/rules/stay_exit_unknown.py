"""``stay.exit-unknown``: somebody enters, and no day of leaving is there to compare."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject
from planner.schedule.outline import outline

CODE = "stay.exit-unknown"


def stay_exit_unknown(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """A note until the last legal day comes near, then a warning. A flight out counts as a day of leaving."""
    seen = outline(journey)
    for stay in seen.entries:
        last = stay.permitted.last_day or stay.permitted.careful_last_day
        presence = seen.presences.get(stay.entry.id)
        if last is None or stay.entry.exited is not None or (presence is not None and presence.is_departure):
            continue
        near = (last - today).days <= reference.limits.stay_alarm_days
        subject = Subject("entry", stay.entry.id, "exited")
        yield Finding(
            CODE,
            Severity.WARNING if near else Severity.NOTE,
            N_(
                "No departure is entered for {name}; the last legal day of the stay is {last}.",
                name=stay.name,
                last=last,
            ),
            subject,
            Source.of(reference.entry_policy_of(stay.visa) if stay.visa else None),
            (Fix(N_("Enter the departure"), OpenField(subject)),),
            last,
        )
