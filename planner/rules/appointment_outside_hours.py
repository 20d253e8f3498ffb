"""``appointment.outside-hours``: an appointment is outside the opening hours of the place it is at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from planner.message import N_
from planner.record.appointment import Appointment
from planner.record.journey import Journey
from planner.record.place import OpeningHours, Place
from planner.record.subject import Subject
from planner.record.when import When
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity
from planner.schedule.agenda import Agenda, agenda

CODE = "appointment.outside-hours"

#: Minutes; a house that closes at midnight closes when the day ends.
_DAY = 24 * 60


def appointment_outside_hours(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Hours of the place itself, else of the house it is in. A house that has confirmed knows better."""
    seen = agenda(journey)
    for one in seen.attendances:
        thing = one.thing
        if not isinstance(thing, Appointment) or thing.confirmation is not None or one.place is None:
            continue
        place = _with_hours(seen, thing.place, one.place)
        if place is None or seen.is_over(one.starts, today):
            continue
        starts = one.starts
        if place.zone and place.zone != starts.zone:
            starts = starts.seen_from(place.zone) or starts
        hours = [day for day in place.opening_hours if day.weekday == starts.date.isoweekday()]
        if _fits(starts, thing.duration_minutes, hours):
            continue
        facts = {"what": seen.called(thing), "starts": one.starts, "place": seen.called(place)}
        yield Finding(
            CODE,
            Severity.WARNING,
            N_(
                "{what} is on {starts}; {place} is open from {opens} to {closes} on that weekday.",
                **facts,
                opens=min(day.opens for day in hours),
                closes=max(day.closes for day in hours),
            )
            if hours
            else N_("{what} is on {starts}; {place} is not open on that weekday.", **facts),
            one.subject,
            None,
            (
                Fix(N_("Change the appointment"), OpenField(one.subject)),
                Fix(N_("Enter the confirmation"), OpenField(Subject.of(thing, "confirmation"))),
            ),
            one.starts.date,
        )


def _with_hours(seen: Agenda, place: str | None, house: str) -> Place | None:
    """The place, or else the house it is in, if its opening hours are known."""
    for id in (place, house):
        found = seen.outline.places.get(id or "")
        if found is not None and found.opening_hours:
            return found
    return None


def _fits(starts: When, minutes: int | None, hours: Sequence[OpeningHours]) -> bool:
    """Whether it lies within one stretch of opening, as far as its time is known."""
    if starts.time is None:
        return bool(hours)
    begins = starts.time.hour * 60 + starts.time.minute
    ends = begins + (minutes or 0)
    return any(_minutes(day.opens) <= begins and ends <= (_minutes(day.closes) or _DAY) for day in hours)


def _minutes(time: dt.time) -> int:
    return time.hour * 60 + time.minute
