"""``stay.day-count-differs``: a planned day is legal by one way of counting the stay and not by the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, Severity, Source, Subject
from planner.schedule.outline import outline

CODE = "stay.day-count-differs"


def stay_day_count_differs(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Between the careful last day (the day of entry is day 1) and the last day as visa or policy count."""
    seen = outline(journey)
    for stay in seen.entries:
        presence = seen.presences.get(stay.entry.id)
        last, careful = stay.permitted.last_day, stay.permitted.careful_last_day
        if presence is None or last is None or careful is None or presence.on < today:
            continue
        if careful < presence.on <= last:
            subject = Subject("entry", stay.entry.id, "exited")
            policy = reference.entry_policy_of(stay.visa) if stay.visa else None
            yield Finding(
                CODE,
                Severity.WARNING,
                N_(
                    "{name} is there until {day}: legal as the stay is counted (last day {last}), too late "
                    "if an officer takes the day of entry as day 1 (last day {careful}).",
                    name=stay.name,
                    day=presence.on,
                    last=last,
                    careful=careful,
                ),
                subject,
                Source.of(policy),
                (
                    Fix(
                        N_("Make a task: ask the immigration hotline 12367"),
                        MakeTask(
                            subject,
                            N_("Ask the immigration hotline 12367 which day is the last legal day"),
                            careful,
                        ),
                    ),
                ),
                careful,
            )
