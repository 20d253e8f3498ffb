"""``policy.unchecked``: nobody has compared a policy with its source since the day that was due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.reference.relevance import policies_of
from planner.rules.finding import Finding, Severity, Source, Subject
from planner.schedule.outline import outline

CODE = "policy.unchecked"


def policy_unchecked(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """A warning for each ground of an entry still to come; one note for all other policies together."""
    told = set()
    for stay in outline(journey).entries:
        policy = reference.entry_policy_of(stay.visa) if stay.visa else None
        if stay.visa is None or policy is None or policy.id in told or today <= policy.review_by:
            continue
        if stay.entered_on is not None and stay.entered_on < today:
            continue
        told.add(policy.id)
        yield Finding(
            CODE,
            Severity.WARNING,
            N_(
                "“{policy}” was last compared with its source on {checked}; that was due again by {review}.",
                policy=policy.title,
                checked=policy.checked_on,
                review=policy.review_by,
            ),
            Subject("visa", stay.visa.id, "basis"),
            Source.of(policy),
            on=policy.review_by,
        )
    old = policies_of(journey, reference, lambda policy: policy.review_by < today)
    if old:
        oldest = min(old, key=lambda policy: policy.checked_on)
        yield Finding(
            CODE,
            Severity.NOTE,
            N_(
                "Rules that checks rest on are due to be compared with their sources again: {policies}.",
                policies=tuple(policy.title for policy in old),
            ),
            Subject("journey", journey.id),
            Source.of(oldest),
            on=min(policy.review_by for policy in old),
        )
