"""``stay.registration-missing``: somebody has arrived, and nothing shows that the address was registered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, NN_, Message
from planner.record.journey import Journey
from planner.record.stay import Stay, StayKind
from planner.record.when import When
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, OpenField, Severity, Source, Subject
from planner.schedule.outline import EntryStay, Outline, outline
from planner.schedule.permitted_stay import register_by

CODE = "stay.registration-missing"


def stay_registration_missing(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """From the day of arrival, and of each move to another house, until the person has left the country.

    A warning up to the day of the deadline, a blocker after it. Wards register their own patients.
    """
    policy = reference.policy("stay.registration", journey.country)
    if policy is None:
        return
    seen = outline(journey)
    for stay in seen.entries:
        first = stay.permitted.register_by
        left = stay.exited_on is not None and stay.exited_on < today
        if first is None or stay.entered_on is None or left:
            continue
        arrivals = [(stay.entered_on, None, first), *_moves(seen, stay, stay.entered_on)]
        for arrived, house, by in arrivals:
            if arrived > today or _is_registered(seen, stay, arrived, house):
                continue
            late = today > seen.date_there(by)
            subject = Subject("entry", stay.entry.id, "registrations")
            yield Finding(
                CODE,
                Severity.BLOCKER if late else Severity.WARNING,
                _message(seen, stay, house, by, policy["within_hours"]),
                subject,
                Source.of(policy),
                (
                    Fix(N_("Enter the registration"), OpenField(subject)),
                    Fix(
                        N_("Make a task: have the address registered"),
                        MakeTask(
                            subject, N_("Have the address of {name} registered", name=stay.name), by.date
                        ),
                    ),
                ),
                by.date,
            )


def _moves(seen: Outline, stay: EntryStay, entered: dt.date) -> Iterator[tuple[dt.date, Stay, When]]:
    """Each move to another house, to be registered again: its day, the house, the last moment."""
    nights = [night for night in seen.stays if stay.entry.traveller in night.travellers and night.arrives]
    here: str | None = None
    for night in nights:
        if night.arrives is None or seen.is_inside(night.place) is False:
            continue
        on = seen.date_there(night.arrives)
        if on < entered or (stay.exited_on is not None and on > stay.exited_on):
            continue
        moved = here is not None and night.place != here
        here = night.place or here
        if moved and night.kind is not StayKind.WARD:
            yield on, night, register_by(night.arrives)


def _is_registered(seen: Outline, stay: EntryStay, arrived: dt.date, house: Stay | None) -> bool:
    return any(
        seen.date_there(done.registered) >= arrived
        and (house is None or done.place is None or done.place == house.place)
        for done in stay.entry.registrations
    )


def _message(seen: Outline, stay: EntryStay, house: Stay | None, by: When, hours: int) -> Message:
    within = NN_("{count} hour", "{count} hours", hours)
    if house is None:
        return N_(
            "The address of {name} must be registered by {by}, within {hours} of arriving; nothing shows "
            "that it was.",
            hours=within,
            name=stay.name,
            by=by,
        )
    return N_(
        "{name} moves house ({house}): the new address must be registered by {by}, within {hours}; nothing "
        "shows that it was.",
        hours=within,
        name=stay.name,
        house=seen.called(house),
        by=by,
    )
