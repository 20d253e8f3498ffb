"""``policy.end-unknown``: for this nationality the policy ends on another day, which is not known here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, Country
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, Severity, Source, Subject
from planner.schedule.outline import outline

CODE = "policy.end-unknown"


def policy_end_unknown(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Until the day of entry."""
    for stay in outline(journey).entries:
        policy = reference.entry_policy_of(stay.visa) if stay.visa else None
        if policy is None or stay.traveller is None or stay.entered_on is None or stay.entered_on < today:
            continue
        if stay.traveller.nationality in policy.ends_differently:
            subject = Subject("entry", stay.entry.id, "visa")
            yield Finding(
                CODE,
                Severity.WARNING,
                N_(
                    "{name} is to enter on {day} under “{policy}”; for nationals of {country} it ends on "
                    "another day, which must be asked.",
                    name=stay.name,
                    day=stay.entered_on,
                    policy=policy.title,
                    country=Country(stay.traveller.nationality),
                ),
                subject,
                Source.of(policy),
                (
                    Fix(
                        N_("Make a task: ask the embassy"),
                        MakeTask(
                            subject,
                            N_("Ask the embassy until when “{policy}” holds", policy=policy.title),
                            stay.entered_on,
                        ),
                    ),
                ),
                stay.entered_on,
            )
