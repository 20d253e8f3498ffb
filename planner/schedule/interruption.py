"""What an interruption does to a course: which sessions move, and to which dates under the centre's policy.

Proposals only. A delivered session never moves, a moved one is planned anew (its confirmation no longer
holds), a session that need not move stays where it is, and none moves to an earlier date unless a new
start was asked for. Nothing here chooses a weekend or a second session; ``options`` lists those.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from planner.errors import InputError
from planner.message import N_
from planner.record.fraction import FractionState
from planner.record.treatment_days import MachineDown
from planner.schedule.lay import check_fractions
from planner.schedule.planned_fraction import PlannedFraction, in_order
from planner.schedule.session_finder import HORIZON_DAYS, SessionFinder
from planner.schedule.session_pattern import SessionPattern
from planner.schedule.treatment_days import TreatmentDays


@dataclass(frozen=True, slots=True, kw_only=True)
class Interruption:
    """What happened.

    ``skipped``: dates this course leaves out by agreement; sessions planned then move, and are not missed.
    ``missed``: dates whose undelivered sessions did not or will not take place. ``machine_down``: periods
    without treatment. ``new_start``: the first date on which undelivered fractions may now be given; they
    are laid anew from there, earlier than planned if it is earlier. ``fractions``: how many the course has
    now, as the clinician named in ``ordered_by`` (in words, or by id) ordered on ``ordered_on``.
    """

    missed: tuple[dt.date, ...] = ()
    machine_down: tuple[MachineDown, ...] = ()
    new_start: dt.date | None = None
    fractions: int | None = None
    ordered_by: str = ""
    ordered_on: dt.date | None = None
    skipped: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True)
class FractionMove:
    """A fraction whose session changes. ``old`` is ``None`` for one added, ``new`` for one dropped."""

    number: int
    old: PlannedFraction | None
    new: PlannedFraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Replan:
    """A proposal: the whole course as it would then stand, missed and cancelled sessions included.

    ``moves`` are in order of number. ``lost_dates`` are the dates the interruption closed.
    """

    fractions: tuple[PlannedFraction, ...]
    moves: tuple[FractionMove, ...] = ()
    lost_dates: tuple[dt.date, ...] = ()

    @property
    def last(self) -> dt.date | None:
        """The date of the last session that stands, or ``None`` if none does."""
        return max((one.date for one in self.fractions if one.stands), default=None)


def replan(
    fractions: Iterable[PlannedFraction],
    interruption: Interruption,
    days: TreatmentDays,
    pattern: SessionPattern | None = None,
) -> Replan:
    """Propose new dates after ``interruption``; without one, only fractions that are planned nowhere get one.

    Raises: InputError when a missed date has no session that could be missed, a period ends before it
    begins, the new start lies before a delivered session, fewer fractions are ordered than are delivered,
    nobody is named who ordered them, or the centre has too few treatment days.
    """
    course = in_order(fractions)
    lost = _lost_dates(course, interruption)
    numbers = _to_give(course, interruption)
    missed = {one.number: one for one in course if one.state is FractionState.MISSED}
    open_days = days.with_dates(closed=lost.union(one.date for one in missed.values()))
    delivered = [one for one in course if one.state is FractionState.DELIVERED]
    finder = SessionFinder(open_days, pattern or SessionPattern(), delivered)
    waiting = {one.number: one for one in course if one.can_move}

    placed: list[PlannedFraction] = []
    moves: list[FractionMove] = []
    anew = interruption.new_start is not None
    disturbed = False
    for number in numbers:
        old = waiting.pop(number, None)
        if old is None or anew or old.date in lost or (disturbed and not finder.allows(old)):
            before = old or missed.get(number)
            not_before = interruption.new_start or (before or course[0]).date
            session = _found(finder.next(number, not_before), before)
            disturbed = True
        else:
            session = replace(old, provisional=open_days.day(old.date).is_provisional)
        if old is None or session.date != old.date:
            moves.append(FractionMove(number, old, session))
        finder.take(session)
        placed.append(session)
    dropped = [replace(old, state=FractionState.CANCELLED) for old in waiting.values()]
    moves += [FractionMove(old.number, old, None) for old in waiting.values()]
    history = [one for one in course if not one.can_move]
    return Replan(
        fractions=in_order([*history, *_newly_missed(course, interruption), *dropped, *placed]),
        moves=tuple(moves),
        lost_dates=tuple(sorted(lost)),
    )


def relay(
    fractions: Iterable[PlannedFraction], days: TreatmentDays, pattern: SessionPattern | None = None
) -> Replan:
    """What would change if the sessions still to be given were laid anew, from the date of the first of them.

    For a calendar or a policy that has changed; nothing is re-laid by itself. Days on which the machine was
    or will be down must be in the policy, or they are used.
    """
    course = in_order(fractions)
    start = min((one.date for one in course if one.can_move), default=None)
    return replan(course, Interruption(new_start=start), days, pattern)


def _found(session: PlannedFraction, before: PlannedFraction | None) -> PlannedFraction:
    """The session found for a fraction, with what it keeps of its session before."""
    if before is None:
        return session
    if before.can_move and session.date == before.date:
        return replace(before, provisional=session.provisional)
    return replace(session, time=session.time or before.time, room=session.room or before.room)


def _lost_dates(course: Sequence[PlannedFraction], interruption: Interruption) -> frozenset[dt.date]:
    for date in interruption.missed:
        states = {one.state for one in course if one.date == date}
        if not states - {FractionState.DELIVERED, FractionState.CANCELLED}:
            raise InputError(
                N_("The session on {date} was delivered and cannot be missed.", date=date)
                if FractionState.DELIVERED in states
                else N_("There is no session on {date} that could be missed.", date=date)
            )
    return frozenset((*interruption.missed, *interruption.skipped)).union(
        date for down in interruption.machine_down for date in _dates(down)
    )


def _dates(down: MachineDown) -> Iterator[dt.date]:
    days = (down.last - down.first).days
    if not 0 <= days < HORIZON_DAYS:
        raise InputError(
            N_(
                "The machine cannot be down from {first} to {last}; expected two dates in order, "
                "less than a year apart.",
                first=down.first,
                last=down.last,
            )
        )
    return (down.first + dt.timedelta(day) for day in range(days + 1))


def _to_give(course: Sequence[PlannedFraction], interruption: Interruption) -> list[int]:
    """The numbers of the fractions still to be given, in order."""
    delivered = [one for one in course if one.state is FractionState.DELIVERED]
    last = max((one.date for one in delivered), default=None)
    if interruption.new_start is not None and last is not None and interruption.new_start <= last:
        raise InputError(
            N_(
                "The course cannot resume on {date}: a fraction was delivered on {last}.",
                date=interruption.new_start,
                last=last,
            )
        )
    given = {one.number for one in delivered}
    if interruption.fractions is None:
        wanted = {one.number for one in course if one.state is not FractionState.CANCELLED}
        return sorted(wanted - given)
    check_fractions(interruption.fractions)
    if not course and interruption.new_start is None:
        raise InputError(N_("The course has no sessions yet; give the date of the first."))
    if not interruption.ordered_by.strip():
        raise InputError(
            N_("Name the clinician who ordered {fractions} fractions.", fractions=interruption.fractions)
        )
    if interruption.fractions < max(given, default=0):
        raise InputError(
            N_(
                "The course cannot have {fractions} fractions: fraction {number} is delivered.",
                fractions=interruption.fractions,
                number=max(given),
            )
        )
    return sorted(set(range(1, interruption.fractions + 1)) - given)


def _newly_missed(course: Sequence[PlannedFraction], interruption: Interruption) -> Iterator[PlannedFraction]:
    """The sessions that the interruption turns into history."""
    for one in course:
        if one.can_move and one.date in interruption.missed:
            yield replace(one, state=FractionState.MISSED)
