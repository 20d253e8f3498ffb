"""``policy.expired``: an entry or a stay lies outside the days for which a policy is known to hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, Message
from planner.record.journey import Journey
from planner.record.visa import VisaState
from planner.reference.policy import EntryPolicy
from planner.reference.reference import Reference
from planner.reference.relevance import policies_of
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject
from planner.schedule.names import traveller_name
from planner.schedule.outline import EntryStay, outline
from planner.schedule.presence import Presence

CODE = "policy.expired"


def policy_expired(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """The last day itself is fine. Entering outside is a blocker, staying on beyond it a warning.

    A policy nobody has yet entered on warns when it ends; so do other policies that no longer hold.
    """
    seen = outline(journey)
    entered = set()
    for stay in seen.entries:
        policy = reference.entry_policy_of(stay.visa) if stay.visa else None
        if stay.visa is None or policy is None or stay.entered_on is None:
            continue
        entered.add(stay.visa.id)
        presence = seen.presences.get(stay.entry.id)
        for severity, message, on in _outside(stay, stay.entered_on, presence, policy):
            yield Finding(
                CODE,
                severity,
                message,
                Subject("entry", stay.entry.id, "visa"),
                Source.of(policy),
                (
                    Fix(
                        N_("Choose another ground to enter"),
                        OpenField(Subject("visa", stay.visa.id, "basis")),
                    ),
                ),
                on,
            )
    for visa in journey.visas:
        policy = reference.entry_policy_of(visa)
        dropped = visa.id in entered or visa.state in (VisaState.REFUSED, VisaState.WITHDRAWN)
        if policy is None or policy.valid_until is None or dropped or today <= policy.valid_until:
            continue
        yield Finding(
            CODE,
            Severity.WARNING,
            N_(
                "“{policy}” was known to hold until {until}; {name} has not entered under it.",
                policy=policy.title,
                until=policy.valid_until,
                name=traveller_name(seen.travellers.get(visa.traveller)),
            ),
            Subject("visa", visa.id, "basis"),
            Source.of(policy),
            on=policy.valid_until,
        )
    for held in policies_of(journey, reference, lambda policy: policy.valid_until is not None):
        if held.valid_until is not None and held.valid_until < today:
            yield Finding(
                CODE,
                Severity.WARNING,
                N_(
                    "A rule that checks rest on, “{policy}”, was known to hold until {until} only.",
                    policy=held.title,
                    until=held.valid_until,
                ),
                Subject("journey", journey.id),
                Source.of(held),
                on=held.valid_until,
            )


def _outside(
    stay: EntryStay, entered: dt.date, presence: Presence | None, policy: EntryPolicy
) -> Iterator[tuple[Severity, Message, dt.date]]:
    first, last = policy.valid_from, policy.valid_until
    if first is not None and entered < first:
        yield (
            Severity.BLOCKER,
            N_(
                "{name} is to enter on {day} under “{policy}”, which holds only from {first}.",
                name=stay.name,
                day=entered,
                policy=policy.title,
                first=first,
            ),
            entered,
        )
    elif last is not None and entered > last:
        yield (
            Severity.BLOCKER,
            N_(
                "{name} is to enter on {day} under “{policy}”, which is known to hold only until {last}.",
                name=stay.name,
                day=entered,
                policy=policy.title,
                last=last,
            ),
            entered,
        )
    elif last is not None and presence is not None and presence.on > last:
        yield (
            Severity.WARNING,
            N_(
                "{name} is there until {day} under “{policy}”, which is known to hold until {last}: ask "
                "whether a stay begun in time may be finished.",
                name=stay.name,
                day=presence.on,
                policy=policy.title,
                last=last,
            ),
            last,
        )
