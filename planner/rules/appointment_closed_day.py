"""``appointment.closed-day``: an appointment is on a holiday, or on a day on which the centre is closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from planner.message import N_, Message
from planner.record.appointment import Appointment
from planner.record.journey import Journey
from planner.record.place import Place, PlaceKind
from planner.record.subject import Subject
from planner.record.when import When
from planner.reference.day_labels import holiday_name
from planner.reference.reference import Reference
from planner.reference.region import region_of
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source
from planner.schedule.agenda import Agenda, Attendance, agenda
from planner.schedule.course_sessions import treatment_days_by
from planner.schedule.labels import day_reason_label
from planner.schedule.treatment_days import DayReason

CODE = "appointment.closed-day"

_OFFICES = (
    PlaceKind.HOSPITAL,
    PlaceKind.PROTON_CENTRE,
    PlaceKind.CLINIC,
    PlaceKind.EMBASSY,
    PlaceKind.VISA_CENTRE,
    PlaceKind.POLICE_STATION,
    PlaceKind.OFFICE,
)


def appointment_closed_day(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """By the days the centre treats on, where it has said them; else by the public calendar of the place.

    A weekend alone is a note, and where opening hours are known they tell. Calls count: somebody must be
    there to answer. Where the house has confirmed the appointment, it knows better.
    """
    seen = agenda(journey)
    for one in seen.attendances:
        thing = one.thing
        if not isinstance(thing, Appointment) or thing.confirmation is not None or thing.place is None:
            continue
        house = seen.outline.places.get(seen.houses.get(thing.place, ""))
        if house is None or house.kind not in _OFFICES or seen.is_over(one.starts, today):
            continue
        found = _closed(seen, reference, one, house)
        if found is None:
            continue
        severity, message, source = found
        yield Finding(
            CODE,
            severity,
            message,
            one.subject,
            source,
            (
                Fix(N_("Change the appointment"), OpenField(one.subject)),
                Fix(N_("Enter the confirmation"), OpenField(Subject.of(thing, "confirmation"))),
            ),
            one.starts.date,
        )


def _closed(
    seen: Agenda, reference: Reference, one: Attendance, house: Place
) -> tuple[Severity, Message, Source | None] | None:
    """How bad it is, in words, and by which source; ``None`` when nothing says that the house is closed."""
    starts = one.starts
    if house.zone and house.zone != starts.zone:
        starts = starts.seen_from(house.zone) or starts
    calendar = reference.calendars.of(region_of(house.country, house.subdivision))
    if house.treatment_days:
        days = treatment_days_by(house.treatment_days, calendar)
        day = days.day(starts.date)
        if day.is_open or (day.reason is DayReason.WEEKDAY and house.opening_hours):
            return None
        facts = _facts(seen, one, starts, house)
        policy = days.policy_on(starts.date)
        source = Source(policy.source, "", policy.checked_on) if policy and policy.source else None
        return (
            Severity.WARNING,
            N_(
                "{what} is on {day}, when {place} does not treat: {reason}. Ask whether it takes place.",
                **facts,
                reason=day_reason_label(day),
            ),
            source,
        )
    if not house.country:
        return None
    status = calendar.status(starts.date)
    if status.is_working:
        return None
    facts = _facts(seen, one, starts, house)
    if status.kind is not None:
        holiday = holiday_name(status.name) if status.name else None
        return (
            Severity.WARNING,
            N_(
                "{what} at {place} is on {day}, a public holiday: {holiday}. Ask whether it takes place.",
                **facts,
                holiday=holiday,
            )
            if holiday
            else N_("{what} at {place} is on {day}, a public holiday. Ask whether it takes place.", **facts),
            None,
        )
    if house.opening_hours:
        return None
    return (
        Severity.NOTE,
        N_("{what} at {place} is on {day}, at the weekend. Ask whether it takes place.", **facts),
        None,
    )


def _facts(seen: Agenda, one: Attendance, starts: When, house: Place) -> dict[str, Any]:
    return {"what": seen.called(one.thing), "day": starts.date, "place": seen.called(house)}
