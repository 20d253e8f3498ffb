"""``travel.connection-too-short``: too little time between arriving and the next departure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.limits import Limits
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.agenda import Agenda, Move, agenda

CODE = "travel.connection-too-short"


def travel_connection_too_short(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Between two departures by timetable, and from reaching an airport or station to the departure there.

    A note where one booking holds both legs, since the carrier then answers for the connection.
    """
    seen = agenda(journey)
    told = set()
    for company in seen.companies:
        for earlier, later in pairwise(company.moves):
            pair = earlier.leg.id, later.leg.id
            if not later.is_scheduled or pair in told or seen.is_over(later.leaves, today):
                continue
            told.add(pair)
            needed = _needed_minutes(seen, earlier, later, reference.limits)
            if needed is None or earlier.arrives is None or later.departs is None:
                continue
            minutes = (later.departs - earlier.arrives) // 60
            if 0 <= minutes < needed:
                yield _finding(seen, earlier, later, minutes, needed, company.travellers)


def _needed_minutes(seen: Agenda, earlier: Move, later: Move, limits: Limits) -> int | None:
    """How long the change takes; ``None`` where one leg does not lead to the other."""
    here, there = earlier.destination, later.origin
    if here is None or there is None:
        return None
    if not earlier.is_scheduled:
        if here != there:
            return None
        abroad = seen.crosses_border(later)
        return limits.before_departure_minutes if abroad else limits.before_domestic_departure_minutes
    if here != there:
        between = seen.is_hub(here) and seen.is_hub(there) and seen.same_town(here, there) is not False
        return limits.connection_minutes_other_airport if between else None
    if seen.crosses_border(earlier) or seen.crosses_border(later):
        return limits.connection_minutes_border
    return limits.connection_minutes_same_airport


def _finding(
    seen: Agenda, earlier: Move, later: Move, minutes: int, needed: int, who: tuple[str, ...]
) -> Finding:
    subject = Subject("leg", later.leg.id, "departs")
    reference = later.leg.booking.reference
    through = bool(reference) and reference == earlier.leg.booking.reference
    facts = {
        "earlier_leg": seen.called(earlier.leg),
        "arrives": earlier.leg.arrives,
        "leg": seen.called(later.leg),
        "departs": later.leaves,
        "short": dt.timedelta(minutes=minutes),
        "needed": dt.timedelta(minutes=needed),
        "names": seen.names(who),
    }
    if earlier.is_scheduled:
        message = N_(
            "{earlier_leg} arrives on {arrives} and {leg} leaves on {departs}: {short} to change, less than "
            "{needed}. It concerns {names}.",
            **facts,
        )
    else:
        message = N_(
            "{earlier_leg} gets there on {arrives}, {short} before {leg} leaves on {departs}; {needed} are "
            "usual. It concerns {names}.",
            **facts,
        )
    return Finding(
        CODE,
        Severity.NOTE if through else Severity.WARNING,
        message,
        subject,
        None,
        (
            Fix(N_("Change the later leg"), OpenField(subject)),
            Fix(N_("Change the earlier leg"), OpenField(Subject("leg", earlier.leg.id, "departs"))),
        ),
        later.leaves.date,
    )
