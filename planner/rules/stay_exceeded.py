"""``stay.exceeded``: somebody is still in the country after the last legal day of their stay."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, NN_, Message
from planner.record.journey import Journey
from planner.record.visa import StayCounting
from planner.reference.reference import Reference
from planner.rules.finding import EnterNew, Finding, Fix, OpenField, Severity, Source, Subject
from planner.schedule.outline import EntryStay, outline
from planner.schedule.presence import Presence

CODE = "stay.exceeded"


def stay_exceeded(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """By the counting the visa or policy states; the day of leaving itself is still a legal day.

    Everything that keeps a person there counts, not only the exit entered. While nobody has said how days
    are counted, the careful counting warns. A stay counted in hours is exceeded by the minute.
    """
    seen = outline(journey)
    source = Source.of(reference.policy("stay.overstay", journey.country))
    for stay in seen.entries:
        presence = seen.presences.get(stay.entry.id)
        if presence is None or (message := _message(stay, presence)) is None:
            continue
        sure = stay.permitted.last_day is not None
        subject = Subject("entry", stay.entry.id, "exited")
        last = Subject.of(presence.thing)
        yield Finding(
            CODE,
            Severity.BLOCKER if sure else Severity.WARNING,
            message,
            subject,
            source,
            (
                Fix(N_("Change the departure"), OpenField(last))
                if presence.is_departure
                else Fix(N_("Change what comes after the last legal day"), OpenField(last)),
                Fix(N_("Enter an extension"), EnterNew(Subject("entry", stay.entry.id, "extensions"))),
            ),
            presence.on,
        )


def _message(stay: EntryStay, presence: Presence) -> Message | None:
    permitted = stay.permitted
    last, exited = permitted.last_day or permitted.careful_last_day, stay.entry.exited
    if last is None:
        return None
    over = (presence.on - last).days
    if over == 0 and permitted.last_moment is not None and exited is not None and presence.is_departure:
        leaves, ends = exited.utc, permitted.last_moment.utc
        if leaves is not None and ends is not None and leaves > ends:
            return N_(
                "{name} leaves at {leaves}; the stay, counted in hours, ends at {ends}.",
                name=stay.name,
                leaves=exited.seen_from(permitted.last_moment.zone) or exited,
                ends=permitted.last_moment,
            )
    if over <= 0:
        return None
    days = NN_("{count} day", "{count} days", over)
    if permitted.last_day is None and not _counts(stay):
        return N_(
            "{name} is still there on {day}, {over} after {last}, the last legal day if the day of entry is "
            "day 1; how the days are counted has not been entered.",
            name=stay.name,
            day=presence.on,
            over=days,
            last=last,
        )
    if presence.is_departure:
        return N_(
            "{name} leaves on {leaves}, {over} after the last legal day, {last}.",
            name=stay.name,
            leaves=presence.on,
            over=days,
            last=last,
        )
    return N_(
        "{name} is still needed on {day}, {over} after the last legal day of the stay, {last}.",
        name=stay.name,
        day=presence.on,
        over=days,
        last=last,
    )


def _counts(stay: EntryStay) -> bool:
    """Whether the counting is known, though a time that it needs is not."""
    return stay.visa is not None and stay.visa.counting is StayCounting.HOURS
