"""``insurance.unread``: nobody has read what a policy excludes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.names import traveller_name

CODE = "insurance.unread"


def insurance_unread(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Travel policies commonly exclude a journey for treatment, so it must be read (domain facts 5)."""
    for traveller in journey.travellers:
        for policy in traveller.insurance:
            if policy.exclusions_read and policy.treatment_abroad_excluded is not None:
                continue
            subject = Subject("insurance", policy.id, "exclusions_read")
            yield Finding(
                CODE,
                Severity.WARNING,
                N_(
                    "Nobody has noted whether the policy of {insurer} for {name} excludes treatment.",
                    insurer=policy.insurer,
                    name=traveller_name(traveller),
                ),
                subject,
                None,
                (Fix(N_("Enter what the policy excludes"), OpenField(subject)),),
            )
