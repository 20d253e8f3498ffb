"""``stay.extension-too-long``: an extension asks for more days than the law allows in all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from planner.message import N_, NN_
from planner.record.journey import Journey
from planner.record.visa import ExtensionKind, ExtensionState
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject
from planner.schedule.outline import outline
from planner.schedule.permitted_stay import permitted_stay

CODE = "stay.extension-too-long"


def stay_extension_too_long(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Extensions of a visa may not be longer in all than the stay first permitted; a stay permit has its own
    longest time. Only what is still planned or applied for is looked at: a grant is a fact.
    """
    extending = reference.policy("stay.extension", journey.country)
    permit = reference.policy("stay.permit", journey.country)
    for stay in outline(journey).entries:
        asked = [
            extension
            for extension in stay.entry.extensions
            if extension.until and extension.state in (ExtensionState.PLANNED, ExtensionState.APPLIED)
        ]
        if not asked or stay.visa is None or stay.visa.stay_days is None:
            continue
        first = permitted_stay(replace(stay.entry, extensions=()), stay.visa, journey.zone)
        last = first.last_day or first.careful_last_day
        for extension in asked:
            is_permit = extension.kind is ExtensionKind.STAY_PERMIT
            policy = permit if is_permit else extending
            if policy is None or last is None or extension.until is None:
                continue
            most = policy["most_days"] if is_permit else stay.visa.stay_days
            days = (extension.until - last).days
            if days > most:
                subject = Subject("stay-extension", extension.id, "until")
                yield Finding(
                    CODE,
                    Severity.WARNING,
                    N_(
                        "{name} would stay {days} beyond {last}, until {until}; at most {most} can be added.",
                        name=stay.name,
                        days=NN_("{count} day", "{count} days", days),
                        last=last,
                        until=extension.until,
                        most=NN_("{count} day", "{count} days", most),
                    ),
                    subject,
                    Source.of(policy),
                    (Fix(N_("Change the extension"), OpenField(subject)),),
                    extension.until,
                )
