"""``calendar.provisional-year``: dates lie in a year whose official holiday calendar is not loaded."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from planner.message import N_, Message
from planner.record.appointment import AppointmentState
from planner.record.journey import Journey
from planner.record.mdt import MeetingMode
from planner.reference.reference import Reference
from planner.reference.region import region_of
from planner.reference.work_calendar import WorkCalendar
from planner.rules.finding import Finding, Fix, MakeTask, OpenCalendars, Severity, Source, Subject
from planner.schedule.outline import Outline, outline

CODE = "calendar.provisional-year"


def calendar_provisional_year(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """One finding per year and region, while a session, an appointment or a day of the stay is to come."""
    for region, days in _planned(outline(journey)).items():
        last = max(days)
        if last < today:
            continue
        calendar = reference.calendars.of(region)
        _, awaited = calendar.trusted_years(min(days), last)
        for year in awaited:
            waiting = _waiting(calendar, days, year)
            if waiting is None or waiting[1] < today:
                continue
            yield Finding(
                CODE,
                Severity.WARNING,
                _message(journey, region, year, *waiting),
                Subject("journey", journey.id),
                Source.of(reference.policy("calendar.annual-notice", region)),
                (
                    Fix(N_("Open the calendars"), OpenCalendars(Subject("journey", journey.id))),
                    Fix(
                        N_("Make a task: load the calendar"),
                        MakeTask(
                            Subject("journey", journey.id),
                            N_("Load the official holiday calendar of {year}", year=str(year)),
                        ),
                    ),
                ),
                waiting[0],
            )


def _message(journey: Journey, region: str, year: int, first: dt.date, last: dt.date) -> Message:
    facts = {"year": str(year), "first": first, "last": last}
    if region == journey.country:
        return N_(
            "The official holiday calendar of {year} is not loaded: the dates from {first} to {last} are "
            "provisional, and a holiday or make-up workday may move them.",
            **facts,
        )
    return N_(
        "The official holiday calendar of {year} for {region} is not loaded: the dates from {first} to "
        "{last} are provisional, and a holiday may move them.",
        region=region,
        **facts,
    )


def _waiting(calendar: WorkCalendar, days: list[dt.date], year: int) -> tuple[dt.date, dt.date] | None:
    """The first and the last of ``days`` that the calendar of ``year`` could still move, if any."""

    def first(ordered: Iterable[dt.date]) -> dt.date | None:
        return next((day for day in ordered if calendar.status(day).waits_for == year), None)

    near = sorted(day for day in days if year - 1 <= day.year <= year)
    found, last = first(near), first(reversed(near))
    return None if found is None or last is None else (found, last)


def _planned(seen: Outline) -> Mapping[str, list[dt.date]]:
    """The planned days by the region whose calendar moves them."""
    home = seen.journey.country
    days: dict[str, list[dt.date]] = defaultdict(list)
    for course in seen.journey.courses:
        region = _region(seen, course.centre) or home
        days[region].extend(seen.date_there(session.starts) for session in seen.sessions(course))
    for appointment in seen.appointments:
        there = seen.is_inside(appointment.place) and appointment.mode is MeetingMode.IN_PERSON
        if there and appointment.starts and appointment.state is AppointmentState.PLANNED:
            days[home].append(seen.date_there(appointment.starts))
    for stay in seen.entries:
        days[home].extend(day for day in (stay.entered_on, stay.exited_on) if day is not None)
    return {region: found for region, found in days.items() if region and found}


def _region(seen: Outline, place: str | None) -> str:
    found = seen.places.get(place) if place else None
    return region_of(found.country, found.subdivision) if found is not None else ""
