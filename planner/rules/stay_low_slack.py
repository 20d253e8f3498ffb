"""``stay.low-slack``: little is left between the last plan in the country and the last legal day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, NN_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import EnterNew, Finding, Fix, Severity, Source, Subject
from planner.schedule.outline import outline

CODE = "stay.low-slack"


def stay_low_slack(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Fewer days than the limit, which is itself fine; by the stated counting, else by the careful one."""
    seen = outline(journey)
    for stay in seen.entries:
        presence = seen.presences.get(stay.entry.id)
        last = stay.permitted.last_day or stay.permitted.careful_last_day
        if presence is None or last is None or presence.on < today:
            continue
        slack = (last - presence.on).days
        if not 0 <= slack < reference.limits.stay_slack_days:
            continue
        spare = NN_("{count} day", "{count} days", slack)
        if slack == 0:
            message = N_(
                "{name} must be there until {day}, the last legal day of the stay: nothing may slip.",
                name=stay.name,
                day=presence.on,
            )
        elif presence.is_departure:
            message = N_(
                "{name} leaves on {leaves}; the last legal day is {last}, which leaves {spare} to spare.",
                name=stay.name,
                leaves=presence.on,
                last=last,
                spare=spare,
            )
        else:
            message = N_(
                "{name} is needed until {day}; the last legal day is {last}, which leaves {spare} to spare.",
                name=stay.name,
                day=presence.on,
                last=last,
                spare=spare,
            )
        policy = reference.entry_policy_of(stay.visa) if stay.visa else None
        yield Finding(
            CODE,
            Severity.WARNING,
            message,
            Subject("entry", stay.entry.id, "exited"),
            Source.of(policy),
            (Fix(N_("Enter an extension"), EnterNew(Subject("entry", stay.entry.id, "extensions"))),),
            last,
        )
