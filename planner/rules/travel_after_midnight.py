"""``travel.after-midnight``: a departure in the small hours, easily mistaken for the following night."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, Message
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, OpenField, Severity, Subject
from planner.schedule.agenda import Agenda, Move, Party, agenda
from planner.schedule.beds import beds_of
from planner.schedule.instant import DAY, instant

CODE = "travel.after-midnight"


def travel_after_midnight(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """A note where the evening before is arranged, a warning where there is no ride, no leaving of the house.

    From 00:00 to the limit, included, by the clock where it leaves. Whoever changes from another flight or
    train is under way already.
    """
    seen = agenda(journey)
    until = dt.time(reference.limits.after_midnight_until_hour)
    within = reference.limits.ride_hours * 3600
    told = set()
    for company in seen.companies:
        for position, move in enumerate(company.moves):
            time = move.leaves.time
            if time is None or time > until or not move.is_scheduled or move.leg.id in told:
                continue
            if seen.is_over(move.leaves, today) or move.leaves.date == dt.date.min:
                continue
            told.add(move.leg.id)
            before = [one for one in company.moves[:position] if _leads_to(one, move, within)]
            if not any(one.is_scheduled for one in before):
                yield _finding(seen, company, move, before[0] if before else None, within)


def _leads_to(one: Move, move: Move, within: int) -> bool:
    """Whether a leg brings them to where ``move`` leaves from, not long before it does."""
    if one.departs is None or move.departs is None or one.destination != move.origin:
        return False
    return 0 <= move.departs - one.departs <= within


def _finding(seen: Agenda, company: Party, move: Move, ride: Move | None, within: int) -> Finding:
    leaves, leg = move.leaves, seen.called(move.leg)
    evening = leaves.date - dt.timedelta(1)
    out = None if ride else _leaving_of_house(seen, company, move, within)
    late = next((one for one in company.moves if _is_a_day_late(one, move)), None)
    subject = Subject("leg", move.leg.id, "departs")
    facts = {"leg": leg, "time": leaves.time, "day": leaves.date, "evening": evening}
    fixes = [Fix(N_("Open the flight"), OpenField(subject))]
    severity = Severity.NOTE
    message: Message
    if ride is not None:
        message = N_(
            "{leg} leaves at {time} on {day}, in the night from {evening}. The way there begins on {ride}.",
            **facts,
            ride=ride.leaves,
        )
    elif out is not None:
        message = N_(
            "{leg} leaves at {time} on {day}, in the night from {evening}. They leave the house on {out}.",
            **facts,
            out=out,
        )
    elif late is not None:
        severity = Severity.BLOCKER
        message = N_(
            "{leg} leaves at {time} on {day}, in the night from {evening}, but {late} is entered for {ride}, "
            "after it has left.",
            **facts,
            late=seen.called(late.leg),
            ride=late.leaves,
        )
        fixes.append(Fix(N_("Change the ride"), OpenField(Subject("leg", late.leg.id, "departs"))))
    else:
        severity = Severity.WARNING
        message = N_(
            "{leg} leaves at {time} on {day}, in the night from {evening}. Nothing is entered for that "
            "evening: no ride, no leaving of the house.",
            **facts,
        )
        task = MakeTask(subject, N_("Arrange the ride for {leg} on the evening before", leg=leg), evening)
        fixes.append(Fix(N_("Make a task: arrange the evening before"), task))
    return Finding(CODE, severity, message, subject, None, tuple(fixes), evening)


def _leaving_of_house(seen: Agenda, company: Party, move: Move, within: int) -> object:
    """When they leave where they sleep for ``move``, ``None`` where nothing says that they do."""
    evening = move.leaves.date - dt.timedelta(1)
    for traveller in company.travellers:
        for bed in beds_of(seen.journey, traveller):
            leaves = bed.stay.leaves
            if leaves is None or move.departs is None:
                continue
            at = instant(leaves)
            if leaves.date == evening if at is None else 0 <= move.departs - at <= within:
                return leaves
    return None


def _is_a_day_late(one: Move, move: Move) -> bool:
    """Whether a ride goes to where ``move`` left from, in the day after it did."""
    if one.is_scheduled or one.departs is None or move.departs is None:
        return False
    return one.destination == move.origin is not None and 0 < one.departs - move.departs <= DAY
