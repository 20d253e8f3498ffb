"""``travel.before-end-review``: the patient leaves before the last session or the reviews after it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.appointment import AppointmentKind
from planner.record.fraction import Fraction
from planner.record.journey import Journey
from planner.record.when import When
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.agenda import Agenda, Attendance, agenda
from planner.schedule.instant import start_of

CODE = "travel.before-end-review"

_BEFORE_LEAVING = (AppointmentKind.WEEKLY_REVIEW, AppointmentKind.END_REVIEW, AppointmentKind.DISCHARGE)


def travel_before_end_review(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """The last departure of the patient counts: a side trip in between ends nothing.

    A blocker while sessions come after it, else a warning.
    """
    seen = agenda(journey)
    departure = _last_departure(seen)
    if departure is None:
        return
    subject, leaves = departure
    if seen.is_over(leaves, today):
        return
    after = [one for one in seen.attendances if _must_come_first(one) and _is_after(seen, one, leaves)]
    if not after:
        return
    sessions = [one for one in after if isinstance(one.thing, Fraction)]
    last = (sessions or after)[-1]
    yield Finding(
        CODE,
        Severity.BLOCKER if sessions else Severity.WARNING,
        N_(
            "The patient leaves on {leaves}; still to come after that: {what}, on {day}.",
            leaves=leaves,
            what=seen.called(last.thing),
            day=last.starts.date,
        ),
        subject,
        None,
        (
            Fix(N_("Change the departure"), OpenField(subject)),
            Fix(N_("Change what comes after it"), OpenField(last.subject)),
        ),
        leaves.date,
    )


def _last_departure(seen: Agenda) -> tuple[Subject, When] | None:
    """When the patient leaves the country for good, and which field says so."""
    patient = seen.journey.patient
    if patient is None:
        return None
    own = [crossing for crossing in seen.outline.crossings if crossing.traveller == patient.id]
    if own:
        last = max(own, key=lambda crossing: (crossing.on, not crossing.is_inward))
        if last.is_inward or last.leg.departs is None:
            return None
        return Subject("leg", last.leg.id, "departs"), last.leg.departs
    stays = [one.entry for one in seen.outline.entries if one.entry.traveller == patient.id]
    exits = [(Subject("entry", entry.id, "exited"), entry.exited) for entry in stays if entry.exited]
    return max(exits, key=lambda one: start_of(one[1]), default=None)


def _must_come_first(one: Attendance) -> bool:
    return isinstance(one.thing, Fraction) or one.thing.kind in _BEFORE_LEAVING


def _is_after(seen: Agenda, one: Attendance, leaves: When) -> bool:
    if leaves.time is None or one.start is None:
        return seen.outline.date_there(one.starts) > seen.outline.date_there(leaves)
    return one.start > start_of(leaves)
