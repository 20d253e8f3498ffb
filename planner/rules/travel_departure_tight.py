"""``travel.departure-tight``: the departure follows the last session so closely that none may be missed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.agenda import agenda
from planner.schedule.course_sessions import centre_zone, session_moment
from planner.schedule.planned_fraction import is_to_come

CODE = "travel.departure-tight"


def travel_departure_tight(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Counted from the last session still to be given to the departure; one after the departure is worse."""
    seen = agenda(journey).outline
    patient = journey.patient
    sessions = [
        (session_moment(session, centre_zone(journey, course)).date, session)
        for course in journey.courses
        for session in seen.sessions(course)[-1:]
        if is_to_come(session.state)
    ]
    if patient is None or not sessions:
        return
    last_on, last = max(sessions, key=lambda one: one[0])
    if last_on < today:
        return
    crossings = [c for c in seen.crossings if c.traveller == patient.id and not c.is_inward]
    departure = next((c for c in crossings if c.on >= last_on), None)
    if departure is None or (departure.on - last_on).days >= reference.limits.departure_slack_days:
        return
    subject = Subject("leg", departure.leg.id, "departs")
    yield Finding(
        CODE,
        Severity.NOTE,
        N_(
            "{leg} leaves on {leaves}, and session {number}, the last, is on {day}: one missed session and "
            "the departure must be changed.",
            leg=seen.called(departure.leg),
            leaves=departure.leg.departs or departure.on,
            number=last.number,
            day=last_on,
        ),
        subject,
        None,
        (Fix(N_("Change the departure"), OpenField(subject)),),
        departure.on,
    )
