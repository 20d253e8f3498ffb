"""``stay.enter-by-passed``: the entry lies after the last day on which the visa may be used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.record.visa import VisaState
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject
from planner.schedule.names import traveller_name
from planner.schedule.outline import outline

CODE = "stay.enter-by-passed"


def stay_enter_by_passed(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """The day of entry is the country's; the last day itself is fine. Also a visa that ran out unused."""
    seen = outline(journey)
    used = set()
    for stay in seen.entries:
        if stay.visa is None or stay.entered_on is None:
            continue
        used.add(stay.visa.id)
        if stay.visa.enter_by is not None and stay.entered_on > stay.visa.enter_by:
            subject = Subject("entry", stay.entry.id, "entered")
            yield Finding(
                CODE,
                Severity.BLOCKER,
                N_(
                    "{name} is to enter on {day}; the visa may be used to enter until {by}.",
                    name=stay.name,
                    day=stay.entered_on,
                    by=stay.visa.enter_by,
                ),
                subject,
                Source.of(reference.entry_policy_of(stay.visa)),
                (
                    Fix(N_("Change the entry"), OpenField(subject)),
                    Fix(N_("Check the visa"), OpenField(Subject("visa", stay.visa.id, "enter_by"))),
                ),
                stay.entered_on,
            )
    for visa in journey.visas:
        by = visa.enter_by
        if by is None or by >= today or visa.id in used or visa.state is not VisaState.GRANTED:
            continue
        yield Finding(
            CODE,
            Severity.WARNING,
            N_(
                "The visa of {name} could be used to enter until {by} and has not been.",
                name=traveller_name(seen.travellers.get(visa.traveller)),
                by=by,
            ),
            Subject("visa", visa.id, "enter_by"),
            Source.of(reference.entry_policy_of(visa)),
            on=by,
        )
