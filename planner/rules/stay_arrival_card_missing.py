"""``stay.arrival-card-missing``: an entry is near, and the online arrival card has not been sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.document import DocumentKind
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, OpenField, Severity, Source, Subject
from planner.schedule.outline import outline

CODE = "stay.arrival-card-missing"


def stay_arrival_card_missing(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """In the last days before an entry, up to it. A card kept as a document is watched as a document."""
    policy = reference.policy("arrival-card", journey.country)
    if policy is None:
        return
    kept = {d.traveller for d in journey.documents if d.kind is DocumentKind.ARRIVAL_CARD}
    for stay in outline(journey).entries:
        entry, on = stay.entry, stay.entered_on
        if on is None or entry.arrival_card_on is not None or entry.traveller in kept:
            continue
        if 0 <= (on - today).days <= reference.limits.arrival_card_days:
            subject = Subject("entry", entry.id, "arrival_card_on")
            yield Finding(
                CODE,
                Severity.WARNING,
                N_(
                    "{name} enters on {day}, and the online arrival card has not been sent; a paper card at "
                    "the airport is the fallback.",
                    name=stay.name,
                    day=on,
                ),
                subject,
                Source.of(policy),
                (
                    Fix(N_("Enter the day it was sent"), OpenField(subject)),
                    Fix(
                        N_("Make a task: send the arrival card"),
                        MakeTask(subject, N_("Send the online arrival card of {name}", name=stay.name), on),
                    ),
                ),
                on,
            )
