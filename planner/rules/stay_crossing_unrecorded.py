"""``stay.crossing-unrecorded``: a leg crosses the border, and no entry or exit says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject
from planner.schedule.names import traveller_name
from planner.schedule.outline import outline

CODE = "stay.crossing-unrecorded"


def stay_crossing_unrecorded(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """A note while nothing is entered for the traveller at all, a warning beside other entries: a side trip
    to Hong Kong ends one stay and begins another. The country's own nationals have no stay to count.
    """
    seen = outline(journey)
    entered = {stay.entry.traveller for stay in seen.entries}
    source = Source.of(reference.policy("stay.crossing", journey.country))
    for crossing in seen.crossings:
        traveller = seen.travellers.get(crossing.traveller)
        if traveller is None or traveller.nationality == journey.country or seen.is_entered(crossing):
            continue
        facts = {
            "name": traveller_name(traveller),
            "leg": seen.called(crossing.leg),
            "day": crossing.on,
        }
        if crossing.is_inward:
            message = N_(
                "{name} comes into the country on {day} ({leg}); no entry is entered for that day, so this "
                "stay is not counted.",
                **facts,
            )
        else:
            message = N_(
                "{name} leaves the country on {day} ({leg}); no exit is entered for that day, so the stay is "
                "counted on.",
                **facts,
            )
        yield Finding(
            CODE,
            Severity.WARNING if crossing.traveller in entered else Severity.NOTE,
            message,
            Subject("leg", crossing.leg.id),
            source,
            (Fix(N_("Enter the crossing"), OpenField(Subject("journey", journey.id, "entries"))),),
            crossing.on,
        )
