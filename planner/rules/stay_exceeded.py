"""``stay.exceeded``: somebody is still in the country after the last legal day of their stay."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, NN_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject
from planner.schedule.outline import outline

CODE = "stay.exceeded"

_SOURCE = Source("Exit and Entry Administration Law of China, art. 78 (overstay)")


def stay_exceeded(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """By the counting the visa or policy states; the day of leaving itself is still a legal day."""
    for stay in outline(journey).entries:
        exited, last = stay.entry.exited, stay.permitted.last_day
        if exited is None or last is None:
            continue
        leaves = (exited.seen_from(journey.zone) or exited).date
        over = (leaves - last).days
        if over <= 0:
            continue
        subject = Subject("entry", stay.entry.id, "exited")
        yield Finding(
            CODE,
            Severity.BLOCKER,
            N_(
                "{name} leaves on {leaves}, {over} after the last legal day, {last}.",
                name=stay.traveller.full_name if stay.traveller else "",
                leaves=leaves,
                over=NN_("{count} day", "{count} days", over),
                last=last,
            ),
            subject,
            _SOURCE,
            (
                Fix(N_("Change the departure"), OpenField(subject)),
                Fix(N_("Enter an extension"), OpenField(Subject("entry", stay.entry.id, "extensions"))),
            ),
        )
