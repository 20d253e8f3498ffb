"""``visa.step-closed-day``: a visit for the visa is planned on a day on which the office is closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.record.visa import VisaState
from planner.reference.day_labels import holiday_name
from planner.reference.reference import Reference
from planner.reference.region import region_of
from planner.reference.work_calendar import DayStatus
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.names import VISA_STEPS, traveller_name
from planner.schedule.outline import outline

CODE = "visa.step-closed-day"

_OPEN = (VisaState.PLANNED, VisaState.PREPARING, VisaState.LODGED)


def visa_step_closed_day(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Posts keep the holidays of the place they are in, and those of their own country as well."""
    seen = outline(journey)
    for visa in journey.visas:
        if visa.state not in _OPEN:
            continue
        for step in visa.steps:
            place = seen.places.get(step.place) if step.place else None
            if place is None or step.planned is None or step.done_on is not None:
                continue
            on = step.planned.date
            if on < today:
                continue
            there = reference.calendars.of(region_of(place.country, place.subdivision)).status(on)
            own = reference.calendars.of(visa.country).status(on)
            closed = next((day for day in (there, own) if _is_off(day)), None)
            if closed is None:
                continue
            subject = Subject("visa-step", step.id, "planned")
            facts = {
                "step": VISA_STEPS[step.kind],
                "name": traveller_name(seen.travellers.get(visa.traveller)),
                "place": place.name,
                "day": on,
            }
            yield Finding(
                CODE,
                Severity.WARNING,
                N_(
                    "“{step}” for {name} is planned at {place} on {day}, a holiday ({holiday}).",
                    **facts,
                    holiday=holiday_name(closed.name),
                )
                if closed.name
                else N_("“{step}” for {name} is planned at {place} on {day}, a weekend.", **facts),
                subject,
                None,
                (Fix(N_("Change the step"), OpenField(subject)),),
                on,
            )


def _is_off(day: DayStatus) -> bool:
    return not day.is_working
