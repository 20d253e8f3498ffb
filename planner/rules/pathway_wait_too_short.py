"""``pathway.wait-too-short``: little time between markers, simulation and first session."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, NN_, Message
from planner.record.appointment import AppointmentKind
from planner.record.journey import Journey
from planner.record.subject import Subject
from planner.reference.reference import Reference
from planner.reference.working_days import working_day, working_days
from planner.rules.finding import Finding, Fix, OpenField, Severity
from planner.schedule.course_sessions import centre_calendar
from planner.schedule.outline import outline
from planner.schedule.pathway import CoursePath, Milestone, course_paths

CODE = "pathway.wait-too-short"

_ONE_DAY = dt.timedelta(1)


def pathway_wait_too_short(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """How long the waits are the centre says; shorter ones than the limits are a question for it.

    From markers to simulation in calendar days, from simulation to the first session in working days where
    the centre is, the day of the session counted. Steps in the wrong order are told elsewhere.
    """
    for path in course_paths(journey):
        simulation = path.first_of(AppointmentKind.SIMULATION)
        if simulation is None:
            continue
        markers = path.by_kind.get(AppointmentKind.FIDUCIAL_MARKERS, ())
        before = [one for one in markers if one.on <= simulation.on]
        if before and simulation.on >= today:
            yield from _after_markers(journey, reference, before[-1], simulation)
        if path.first is not None and path.first.on >= today and path.first.on >= simulation.on:
            yield from _before_treatment(journey, reference, path, simulation, path.first)


def _after_markers(
    journey: Journey, reference: Reference, markers: Milestone, simulation: Milestone
) -> Iterator[Finding]:
    days, usual = (simulation.on - markers.on).days, reference.limits.marker_wait_days
    if days >= usual:
        return
    message = NN_(
        "{simulation} on {day} is {count} day after {markers} on {placed}; at least {usual} are usual. Ask "
        "the centre whether that is enough.",
        "{simulation} on {day} is {count} days after {markers} on {placed}; at least {usual} are usual. Ask "
        "the centre whether that is enough.",
        days,
        markers=outline(journey).called(markers.thing),
        placed=markers.on,
        simulation=outline(journey).called(simulation.thing),
        day=simulation.on,
        usual=usual,
    )
    yield _finding(message, markers, simulation)


def _before_treatment(
    journey: Journey, reference: Reference, path: CoursePath, simulation: Milestone, first: Milestone
) -> Iterator[Finding]:
    usual = reference.limits.planning_working_days
    if (first.on - simulation.on).days > 3 * usual + 14:
        return  # no run of holidays is that long, so nothing need be counted
    calendar = centre_calendar(journey, path.course, reference.calendars)
    if working_day(calendar, simulation.on, usual).date <= first.on:
        return
    days = working_days(calendar, simulation.on + _ONE_DAY, first.on)
    message = NN_(
        "{count} working day lies from {simulation} on {day} to session 1 on {first}; at least {usual} are "
        "usual for planning. Ask the centre whether that is enough.",
        "{count} working days lie from {simulation} on {day} to session 1 on {first}; at least {usual} are "
        "usual for planning. Ask the centre whether that is enough.",
        days,
        simulation=outline(journey).called(simulation.thing),
        day=simulation.on,
        first=first.on,
        usual=usual,
    )
    yield _finding(message, simulation, first)


def _finding(message: Message, earlier: Milestone, later: Milestone) -> Finding:
    subject = Subject.of(later.thing, "starts")
    return Finding(
        CODE,
        Severity.WARNING,
        message,
        subject,
        None,
        (
            Fix(N_("Change the later date"), OpenField(subject)),
            Fix(N_("Change the earlier date"), OpenField(Subject.of(earlier.thing, "starts"))),
        ),
        later.on,
    )
