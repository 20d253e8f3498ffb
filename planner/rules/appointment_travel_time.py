"""``appointment.travel-time``: too little time to get there, or a ride that does not fit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from planner.message import N_, Message
from planner.record.journey import Journey
from planner.record.subject import Subject
from planner.record.text import Text
from planner.record.when import When
from planner.reference.limits import Limits
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity
from planner.schedule.agenda import Agenda, Attendance, Move, Party, agenda

CODE = "appointment.travel-time"


class _Stop(NamedTuple):
    """Something with a start and an end, in UTC seconds, that begins in one house and ends in another."""

    start: int
    end: int
    number: int
    begins_at: str | None
    ends_at: str | None
    of: Attendance | Move

    @property
    def when(self) -> When:
        return self.of.leaves if isinstance(self.of, Move) else self.of.starts

    @property
    def subject(self) -> Subject:
        return Subject.of(self.of.leg, "departs") if isinstance(self.of, Move) else self.of.subject

    def called(self, seen: Agenda) -> str | Text | Message:
        return seen.called(self.of.leg if isinstance(self.of, Move) else self.of.thing)


def appointment_travel_time(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """A ride that comes after the start or leaves before the end. Where no leg says how long the way is,
    fewer minutes than the limit between two houses; after landing from abroad, fewer than the border takes.
    """
    seen, limits = agenda(journey), reference.limits
    enough = 60 * max(limits.connection_minutes_border, limits.appointment_travel_minutes)
    told = set()
    for party in seen.parties:
        before: _Stop | None = None
        for stop in _stops(party, today) if party.attendances else ():
            if before is not None and stop.start - before.end < enough:
                message = _message(seen, before, stop, limits)
                if message is not None and not seen.is_over(stop.when, today):
                    pair = before.subject.id, stop.subject.id
                    if pair not in told:
                        told.add(pair)
                        yield _finding(message, before, stop)
            if before is None or stop.end >= before.end:
                before = stop


def _stops(party: Party, today: dt.date) -> list[_Stop]:
    """What a party does from yesterday on at known times, in order; calls have no place to get to."""
    since = today.toordinal() - 1
    stops = [
        _Stop(one.start, one.end, number, one.place, one.place, one)
        for number, one in enumerate(party.attendances)
        if one.end is not None
        and one.start is not None
        and one.place is not None
        and one.starts.date.toordinal() >= since
    ]
    stops += [
        _Stop(move.departs, move.arrives, -1 - number, move.origin, move.destination, move)
        for number, move in enumerate(party.moves)
        if move.departs is not None
        and move.arrives is not None
        and move.arrives > move.departs
        and move.leaves.date.toordinal() >= since
    ]
    stops.sort()
    return stops


def _message(seen: Agenda, before: _Stop, stop: _Stop, limits: Limits) -> Message | None:
    if isinstance(before.of, Move) and isinstance(stop.of, Move):
        return None
    gap = stop.start - before.end
    if gap >= 0:
        return _too_tight(seen, before, stop, gap, limits)
    if isinstance(before.of, Move) and not before.of.is_scheduled:
        return N_(
            "{earlier} arrives on {arrives}; {later} begins before that, on {starts}.",
            earlier=before.called(seen),
            arrives=before.of.leg.arrives,
            later=stop.called(seen),
            starts=stop.when,
        )
    if isinstance(stop.of, Move) and not stop.of.is_scheduled:
        return N_(
            "{later} leaves on {starts}, before {earlier} is over.",
            later=stop.called(seen),
            starts=stop.when,
            earlier=before.called(seen),
        )
    return None


def _too_tight(seen: Agenda, before: _Stop, stop: _Stop, gap: int, limits: Limits) -> Message | None:
    if before.ends_at is None or stop.begins_at is None or before.ends_at == stop.begins_at:
        return None
    from_abroad = isinstance(before.of, Move) and before.of.is_scheduled and seen.crosses_border(before.of)
    needed = limits.connection_minutes_border if from_abroad else limits.appointment_travel_minutes
    if gap >= needed * 60:
        return None
    return N_(
        "{later} begins on {starts}, {gap} after {earlier} ends at another place; the way is reckoned to "
        "take {needed}.",
        later=stop.called(seen),
        starts=stop.when,
        gap=dt.timedelta(seconds=gap),
        earlier=before.called(seen),
        needed=dt.timedelta(minutes=needed),
    )


def _finding(message: Message, before: _Stop, stop: _Stop) -> Finding:
    return Finding(
        CODE,
        Severity.WARNING,
        message,
        stop.subject,
        None,
        (
            Fix(N_("Change the later one"), OpenField(stop.subject)),
            Fix(N_("Change the earlier one"), OpenField(before.subject)),
        ),
        stop.when.date,
    )
