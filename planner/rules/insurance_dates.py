"""``insurance.dates``: a policy does not hold on every day its holder is on the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.names import traveller_name
from planner.schedule.outline import outline

CODE = "insurance.dates"


def insurance_dates(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """From the first departure to the last arrival, as clocks there show them."""
    for traveller in journey.travellers:
        legs = [leg for leg in outline(journey).legs if traveller.id in leg.travellers]
        departs = [leg.departs.date for leg in legs if leg.departs]
        arrives = [leg.arrives.date for leg in legs if leg.arrives]
        if not departs or all(policy.treatment_abroad_excluded for policy in traveller.insurance):
            continue
        first, last = min(departs), max(departs + arrives)
        for policy in traveller.insurance:
            starts, ends = policy.valid_from, policy.valid_to
            if policy.treatment_abroad_excluded or starts is None or ends is None:
                continue
            if starts <= first and last <= ends:
                continue
            subject = Subject("insurance", policy.id, "valid_from" if first < starts else "valid_to")
            yield Finding(
                CODE,
                Severity.WARNING,
                N_(
                    "{name} is on the way from {first} to {last}; the policy of {insurer} holds "
                    "from {starts} to {ends}.",
                    name=traveller_name(traveller),
                    first=first,
                    last=last,
                    insurer=policy.insurer,
                    starts=starts,
                    ends=ends,
                ),
                subject,
                None,
                (Fix(N_("Change the dates of the policy"), OpenField(subject)),),
                first if first < starts else ends,
            )
