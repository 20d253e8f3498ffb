"""``travel.gap``: two legs do not join, in place or in time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from planner.message import N_
from planner.record.booking import BookingState
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import EnterNew, Finding, Fix, OpenField, Severity, Subject
from planner.schedule.agenda import Agenda, Move, agenda
from planner.schedule.instant import DAY

CODE = "travel.gap"


def travel_gap(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """A way between two towns, or between two airports of one, that nobody has entered; or a leg that leaves
    before the one before it arrives. Ways within a town need no leg, nor does the way at home.
    """
    seen = agenda(journey)
    told = set()
    for company in seen.companies:
        for earlier, later in pairwise(company.moves):
            pair = earlier.leg.id, later.leg.id
            if pair in told or seen.is_over(later.leaves, today):
                continue
            told.add(pair)
            if _are_alternatives(earlier, later):
                continue
            if _overlap(earlier, later):
                yield _overlapping(seen, earlier, later, company.travellers)
            elif _is_apart(seen, earlier, later):
                yield _apart(seen, earlier, later, company.travellers)


def _are_alternatives(earlier: Move, later: Move) -> bool:
    """Whether one of them is only an idea for the same way."""
    ideas = BookingState.IDEA in (earlier.leg.booking.state, later.leg.booking.state)
    return ideas and (earlier.origin, earlier.destination) == (later.origin, later.destination)


def _overlap(earlier: Move, later: Move) -> bool:
    """Whether the later leg leaves while the earlier is under way."""
    if earlier.departs is None or earlier.arrives is None or later.departs is None:
        return False
    return earlier.departs <= later.departs < earlier.arrives


def _is_apart(seen: Agenda, earlier: Move, later: Move) -> bool:
    """Whether a way lies between the end of one leg and the start of the next that should be a leg."""
    places = seen.outline.places
    here, there = places.get(earlier.destination or ""), places.get(later.origin or "")
    if here is None or there is None or here is there:
        return False
    if here.country == there.country != seen.journey.country:
        return False
    together = seen.same_town(here.id, there.id)
    if together is False:
        return True
    if not (seen.is_hub(here.id) and seen.is_hub(there.id)):
        return False
    if earlier.arrives is None or later.departs is None:
        return False
    return later.departs - earlier.arrives < DAY


def _overlapping(seen: Agenda, earlier: Move, later: Move, who: tuple[str, ...]) -> Finding:
    subject = Subject("leg", later.leg.id, "departs")
    return Finding(
        CODE,
        Severity.BLOCKER,
        N_(
            "{leg} leaves on {departs}, before {earlier_leg} arrives on {arrives}: {names}.",
            leg=seen.called(later.leg),
            departs=later.leaves,
            earlier_leg=seen.called(earlier.leg),
            arrives=earlier.leg.arrives,
            names=seen.names(who),
        ),
        subject,
        None,
        (
            Fix(N_("Change the later leg"), OpenField(subject)),
            Fix(N_("Change the earlier leg"), OpenField(Subject("leg", earlier.leg.id, "arrives"))),
        ),
        later.leaves.date,
    )


def _apart(seen: Agenda, earlier: Move, later: Move, who: tuple[str, ...]) -> Finding:
    subject = Subject("leg", later.leg.id, "origin")
    between = (("origin", earlier.destination), ("destination", later.origin), ("travellers", who))
    return Finding(
        CODE,
        Severity.WARNING,
        N_(
            "{earlier_leg} ends at {here}; {leg} on {day} leaves from {there}. The way between them is not "
            "entered: {names}.",
            earlier_leg=seen.called(earlier.leg),
            here=seen.place_called(earlier.destination or ""),
            leg=seen.called(later.leg),
            day=later.leaves.date,
            there=seen.place_called(later.origin or ""),
            names=seen.names(who),
        ),
        subject,
        None,
        (
            Fix(N_("Enter the leg between"), EnterNew(Subject("journey", seen.journey.id, "legs"), between)),
            Fix(N_("Change where it leaves from"), OpenField(subject)),
        ),
        later.leaves.date,
    )
