"""``appointment.overlap``: somebody has to be at two things at once, or on the way while one takes place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.record.subject import Subject
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity
from planner.schedule.agenda import Agenda, Attendance, Move, agenda

CODE = "appointment.overlap"


def appointment_overlap(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Of one whose length is not known only the start counts. Rides that do not fit are told elsewhere."""
    seen = agenda(journey)
    told: set[tuple[str, str]] = set()
    for party in seen.parties:
        busy: Attendance | None = None
        moves = [move for move in party.moves if move.is_scheduled]
        for one in party.attendances:
            if one.start is None or one.end is None:
                continue
            if busy is not None and _overlap(busy, one.start) and not seen.is_over(one.starts, today):
                pair: tuple[str, str] = (busy.thing.id, one.thing.id)
                if pair not in told:
                    told.add(pair)
                    yield _two_at_once(seen, busy, one, party.travellers)
            for move in moves:
                if _is_under_way(move, one) and not seen.is_over(one.starts, today):
                    pair = move.leg.id, one.thing.id
                    if pair not in told:
                        told.add(pair)
                        yield _under_way(seen, move, one, party.travellers)
            if busy is None or busy.end is None or one.end >= busy.end:
                busy = one


def _overlap(earlier: Attendance, start: int) -> bool:
    """Whether something that begins at ``start`` finds the earlier one not over."""
    return start == earlier.start or (earlier.end is not None and start < earlier.end)


def _is_under_way(move: Move, one: Attendance) -> bool:
    if move.departs is None or move.arrives is None or one.start is None or one.end is None:
        return False
    return one.start < move.arrives and (one.end > move.departs or one.start >= move.departs)


def _two_at_once(seen: Agenda, earlier: Attendance, later: Attendance, who: tuple[str, ...]) -> Finding:
    return Finding(
        CODE,
        Severity.WARNING,
        N_(
            "{what} begins on {starts}, while {other} (from {other_starts}) is not over: {names}.",
            what=seen.called(later.thing),
            starts=later.starts,
            other=seen.called(earlier.thing),
            other_starts=earlier.starts.time,
            names=seen.names(who),
        ),
        later.subject,
        None,
        (
            Fix(N_("Change the later one"), OpenField(later.subject)),
            Fix(N_("Change the earlier one"), OpenField(earlier.subject)),
        ),
        later.starts.date,
    )


def _under_way(seen: Agenda, move: Move, one: Attendance, who: tuple[str, ...]) -> Finding:
    return Finding(
        CODE,
        Severity.BLOCKER,
        N_(
            "{what} is on {starts}, when {leg} is under way: {names}.",
            what=seen.called(one.thing),
            starts=one.starts,
            leg=seen.called(move.leg),
            names=seen.names(who),
        ),
        one.subject,
        None,
        (
            Fix(N_("Change the appointment"), OpenField(one.subject)),
            Fix(N_("Change the leg"), OpenField(Subject.of(move.leg, "departs"))),
        ),
        one.starts.date,
    )
