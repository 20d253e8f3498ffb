"""``policy.purpose-not-listed``: somebody enters for a purpose that their ground to enter does not list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.record.visa import EntryState, VisaState
from planner.reference.policy_sentence import PURPOSES
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject
from planner.schedule.names import traveller_name
from planner.schedule.outline import outline

CODE = "policy.purpose-not-listed"


def policy_purpose_not_listed(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """A blocker until the border has let in everybody who uses it: a wrong purpose is a reason to refuse."""
    seen = outline(journey)
    for visa in journey.visas:
        policy = reference.entry_policy_of(visa)
        dropped = visa.state in (VisaState.REFUSED, VisaState.WITHDRAWN)
        if policy is None or not policy.purposes or visa.purpose in policy.purposes or dropped:
            continue
        entries = [stay.entry.state for stay in seen.entries if stay.visa is visa]
        is_in = bool(entries) and all(state is EntryState.ACTUAL for state in entries)
        subject = Subject("visa", visa.id, "purpose")
        yield Finding(
            CODE,
            Severity.WARNING if is_in else Severity.BLOCKER,
            N_(
                "{name} enters for {purpose} under “{policy}”, which is for {purposes}; the purpose is "
                "checked at the border.",
                name=traveller_name(seen.travellers.get(visa.traveller)),
                purpose=PURPOSES[visa.purpose],
                policy=policy.title,
                purposes=tuple(PURPOSES[purpose] for purpose in policy.purposes),
            ),
            subject,
            Source.of(policy),
            (Fix(N_("Choose another ground to enter"), OpenField(Subject("visa", visa.id, "basis"))),),
            seen.day_of(visa),
        )
