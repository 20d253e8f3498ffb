"""``appointment.other-city``: an appointment is in another town than the legs lead to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.record.subject import Subject
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity
from planner.schedule.agenda import Agenda, Attendance, Move, Party, agenda
from planner.schedule.instant import start_of

CODE = "appointment.other-city"


def appointment_other_city(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """In the country of treatment, as far as the towns are known; one finding after each leg."""
    seen = agenda(journey)
    told = set()
    for party in seen.parties:
        for one, move in _after_legs(party):
            here, there = move.destination, one.place
            if here == there or here is None or there is None or move.leg.id in told:
                continue
            if seen.same_town(here, there) is not False or seen.is_over(one.starts, today):
                continue
            if not seen.outline.is_inside(here) or not seen.outline.is_inside(there):
                continue
            told.add(move.leg.id)
            yield _finding(seen, party, one, move)


def _after_legs(party: Party) -> Iterator[tuple[Attendance, Move]]:
    """Each attendance in person with the last leg that leaves before it."""
    moves = [(move.departs, move) for move in party.moves if move.departs is not None]
    position, last = 0, None
    for one in party.attendances:
        start = one.start if one.start is not None else start_of(one.starts)
        while position < len(moves) and moves[position][0] < start:
            last = moves[position][1]
            position += 1
        if last is not None and one.place is not None:
            yield one, last


def _finding(seen: Agenda, party: Party, one: Attendance, move: Move) -> Finding:
    return Finding(
        CODE,
        Severity.WARNING,
        N_(
            "{what} on {day} is at {place}, in another town than {here}, where {leg} ends; no leg leads from "
            "one to the other: {names}.",
            what=seen.called(one.thing),
            day=one.starts.date,
            place=seen.place_called(one.place or ""),
            here=seen.place_called(move.destination or ""),
            leg=seen.called(move.leg),
            names=seen.names(party.travellers),
        ),
        one.subject,
        None,
        (
            Fix(N_("Enter the leg between"), OpenField(Subject.of(seen.journey, "legs"))),
            Fix(N_("Change the appointment"), OpenField(one.subject)),
        ),
        one.starts.date,
    )
