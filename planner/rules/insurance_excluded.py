"""``insurance.excluded``: a policy does not cover somebody who travels for treatment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.record.traveller import TravellerRole
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.names import traveller_name

CODE = "insurance.excluded"


def insurance_excluded(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Only of the patient: a companion does not travel for treatment of their own (domain facts 5)."""
    for traveller in journey.travellers:
        if traveller.role is not TravellerRole.PATIENT:
            continue
        for policy in traveller.insurance:
            if not policy.treatment_abroad_excluded:
                continue
            subject = Subject("insurance", policy.id, "treatment_abroad_excluded")
            yield Finding(
                CODE,
                Severity.WARNING,
                N_(
                    "The policy of {insurer} does not cover {name}, who travels for treatment.",
                    insurer=policy.insurer,
                    name=traveller_name(traveller),
                ),
                subject,
                None,
                (Fix(N_("Look at the policy"), OpenField(subject)),),
            )
