"""``appointment.night-hours``: a call is at night for somebody who takes it from home."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.appointment import Appointment
from planner.record.journey import Journey
from planner.record.mdt import MeetingMode
from planner.record.when import When
from planner.reference.limits import Limits
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity
from planner.schedule.agenda import Agenda, Attendance, agenda

CODE = "appointment.night-hours"

_CALLS = (MeetingMode.VIDEO, MeetingMode.TELEPHONE)


def appointment_night_hours(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """By the clock at home, of whoever attends and is not in the country of treatment at that time."""
    seen = agenda(journey)
    for one in seen.attendances:
        thing = one.thing
        if not isinstance(thing, Appointment) or thing.mode not in _CALLS or one.start is None:
            continue
        if seen.is_over(one.starts, today):
            continue
        for traveller in one.travellers:
            at_home = _at_home(seen, one, traveller)
            if at_home is None or not _is_night(at_home, reference.limits):
                continue
            yield Finding(
                CODE,
                Severity.NOTE,
                N_(
                    "{what} on {starts} is at {there}, by the clock at home, for {name}.",
                    what=seen.called(thing),
                    starts=one.starts,
                    there=at_home,
                    name=seen.traveller_called(traveller),
                ),
                one.subject,
                None,
                (Fix(N_("Change the appointment"), OpenField(one.subject)),),
                one.starts.date,
            )
            break


def _at_home(seen: Agenda, one: Attendance, traveller: str) -> When | None:
    known = seen.outline.travellers.get(traveller)
    if known is None or not known.home_zone:
        return None
    for entered, exited in seen.times_there.get(traveller, ()):
        if not seen.is_before(one.starts, entered) and (exited is None or seen.is_before(one.starts, exited)):
            return None
    return one.starts.seen_from(known.home_zone)


def _is_night(at_home: When, limits: Limits) -> bool:
    hour = at_home.time.hour if at_home.time else 12
    return hour >= limits.night_from_hour or hour < limits.night_until_hour
