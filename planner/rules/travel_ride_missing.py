"""``travel.ride-missing``: somebody lands, or has to be at an airport, and no ride is entered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.record.leg import LegMode
from planner.reference.reference import Reference
from planner.rules.finding import EnterNew, Finding, Fix, Severity, Subject
from planner.schedule.agenda import Agenda, Move, Party, agenda

CODE = "travel.ride-missing"


def travel_ride_missing(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """At airports and stations of the country of treatment, before and after each leg with a timetable.

    A note while it is far off, a warning from the limit on.
    """
    seen = agenda(journey)
    soon = today + dt.timedelta(reference.limits.arrangement_days)
    within = reference.limits.ride_hours * 3600
    told: set[tuple[str, bool]] = set()
    for company in seen.companies:
        for position, move in enumerate(company.moves):
            if not move.is_scheduled or seen.is_over(move.leg.arrives or move.leaves, today):
                continue
            for arriving in (True, False):
                if (move.leg.id, arriving) in told or _is_arranged(seen, company, position, within, arriving):
                    continue
                told.add((move.leg.id, arriving))
                yield _finding(seen, company, move, soon, arriving)


def _is_arranged(seen: Agenda, company: Party, position: int, within: int, arriving: bool) -> bool:
    """Whether the next leg begins where this one ends, soon after; or the one before ends where it begins."""
    move = company.moves[position]
    here = move.destination if arriving else move.origin
    if here is None or not seen.is_hub(here) or not seen.outline.is_inside(here):
        return True
    if any(_may_be_it(move, other, here, arriving) for other in company.moves):
        return True
    if arriving:
        later = company.moves[position + 1] if position + 1 < len(company.moves) else None
        return later is not None and later.origin == here and _is_soon(move.arrives, later.departs, within)
    earlier = company.moves[position - 1] if position else None
    if earlier is None or earlier.destination != here:
        return False
    return _is_soon(earlier.arrives or earlier.departs, move.departs, within)


def _may_be_it(move: Move, ride: Move, here: str, arriving: bool) -> bool:
    """Whether a leg of which only the day is known goes the right way on the right day."""
    when = move.leg.arrives if arriving else move.leaves
    end = ride.origin if arriving else ride.destination
    return ride.departs is None and when is not None and end == here and ride.leaves.date == when.date


def _is_soon(first: int | None, then: int | None, within: int) -> bool:
    """Whether one follows the other soon, as far as the times are known."""
    return first is None or then is None or then - first <= within


def _finding(seen: Agenda, company: Party, move: Move, soon: dt.date, arriving: bool) -> Finding:
    leg = move.leg
    when = (leg.arrives if arriving else None) or move.leaves
    names = seen.names(company.travellers)
    on = seen.outline.date_there(when)
    if arriving:
        message = N_(
            "{leg} arrives at {place} on {when}; no ride from there is entered: {names}.",
            leg=seen.called(leg),
            place=seen.place_called(move.destination or ""),
            when=when,
            names=names,
        )
    else:
        message = N_(
            "{leg} leaves from {place} on {when}; no ride to there is entered: {names}.",
            leg=seen.called(leg),
            place=seen.place_called(move.origin or ""),
            when=when,
            names=names,
        )
    end = ("origin", move.destination) if arriving else ("destination", move.origin)
    known = (("mode", LegMode.CAR), ("travellers", tuple(company.travellers)), end)
    return Finding(
        CODE,
        Severity.WARNING if on <= soon else Severity.NOTE,
        message,
        Subject("leg", leg.id),
        None,
        (Fix(N_("Enter the ride"), EnterNew(Subject("journey", seen.journey.id, "legs"), known)),),
        on,
    )
