"""``policy.nationality-not-listed``: somebody is to enter on a policy that is not for their nationality."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, Country
from planner.record.journey import Journey
from planner.record.visa import EntryState
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject
from planner.schedule.outline import outline

CODE = "policy.nationality-not-listed"


def policy_nationality_not_listed(
    journey: Journey, reference: Reference, today: dt.date
) -> Iterator[Finding]:
    """A blocker until the border has let the person in. A nationality not entered says nothing."""
    for stay in outline(journey).entries:
        policy = reference.entry_policy_of(stay.visa) if stay.visa else None
        if stay.visa is None or policy is None or stay.traveller is None or not stay.traveller.nationality:
            continue
        if not policy.covers(stay.traveller.nationality):
            yield Finding(
                CODE,
                Severity.WARNING if stay.entry.state is EntryState.ACTUAL else Severity.BLOCKER,
                N_(
                    "{name}, of nationality {country}, is to enter under “{policy}”, which does not list it.",
                    name=stay.name,
                    country=Country(stay.traveller.nationality),
                    policy=policy.title,
                ),
                Subject("entry", stay.entry.id, "visa"),
                Source.of(policy),
                (
                    Fix(
                        N_("Choose another ground to enter"),
                        OpenField(Subject("visa", stay.visa.id, "basis")),
                    ),
                ),
                stay.entered_on,
            )
