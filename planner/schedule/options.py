"""What could win back days after an interruption: listed with what each needs, never chosen by the program.

The order is that of the field: another machine, then a weekend or holiday session, then a second session
in a day (RCR, The timely delivery of radical radiotherapy, 4th ed. 2019; domain facts 1.3). Corrections of
dose are the physicist's and the doctor's alone and are not listed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from planner.message import N_, Message
from planner.record.fraction import FractionState
from planner.schedule.interruption import Interruption, Replan, replan
from planner.schedule.planned_fraction import PlannedFraction
from planner.schedule.session_finder import SessionFinder
from planner.schedule.session_pattern import SECOND_SESSION_HOURS, SessionPattern
from planner.schedule.treatment_days import DayReason, TreatmentDays


class OptionKind(StrEnum):
    """A way to win back days."""

    OTHER_MACHINE = "other-machine"
    CLOSED_DAY_SESSION = "closed-day-session"  # at a weekend or on a holiday
    SECOND_SESSION = "second-session"


@dataclass(frozen=True, slots=True)
class Option:
    """One way to win back days, and the date of the last session with it.

    Another machine would be used on all of ``dates``; the other ways once, on any one of them. All of
    ``needs`` must be there first.
    """

    kind: OptionKind
    dates: tuple[dt.date, ...]
    last: dt.date
    what: Message
    needs: tuple[Message, ...]


_APPROVAL = N_("The treating doctor approves it, by name.")
_CLOSED_BY_CALENDAR = frozenset({DayReason.WEEKDAY, DayReason.STATUTORY, DayReason.DAY_OFF})


def options(
    before: Sequence[PlannedFraction],
    interruption: Interruption,
    after: Replan,
    days: TreatmentDays,
    pattern: SessionPattern | None = None,
    *,
    not_before: dt.date = dt.date.min,
) -> tuple[Option, ...]:
    """The ways in which the course ``after`` an interruption could end earlier than it now would.

    ``before`` is the course that was interrupted. Dates before ``not_before`` (usually tomorrow, at the
    centre) are past choosing. Empty when the course ends no later than it did.
    """
    first_lost = min((move.old.date for move in after.moves if move.old), default=None)
    if first_lost is None or not after.lost_dates or _end(after.fractions) <= _end(before):
        return ()
    pattern = pattern or SessionPattern()
    start = max(first_lost, not_before)
    found = [
        *_other_machine(before, interruption, days, pattern, not_before),
        *_closed_day_sessions(after, start, days, pattern),
        *_second_session(after, start, days, pattern),
    ]
    end = _end(after.fractions)
    return tuple(option for option in found if option.last < end)


def last_date_with(
    after: Replan,
    days: TreatmentDays,
    pattern: SessionPattern | None = None,
    *,
    start: dt.date,
    opened: Iterable[dt.date] = (),
    second_sessions: int = 0,
) -> dt.date | None:
    """When the course would end if the centre also treated on ``opened`` and gave so many second sessions.

    Sessions from ``start`` on are laid anew, closely. ``None`` if no session would remain after that.
    """
    laid = _laid_anew(
        after, days.with_dates(opened=opened), pattern or SessionPattern(), start, second_sessions
    )
    return _end(laid) if laid else None


def _laid_anew(
    after: Replan, days: TreatmentDays, pattern: SessionPattern, start: dt.date, fewer: int = 0
) -> list[PlannedFraction]:
    """The sessions from ``start`` on, ``fewer`` of them, each as early as it can be."""
    standing = [one for one in after.fractions if one.stands]
    settled = [one for one in standing if one.date < start or one.state is FractionState.DELIVERED]
    finder = SessionFinder(days.with_dates(closed=after.lost_dates), pattern, settled)
    laid = []
    for number in range(len(settled) + 1, len(standing) + 1 - fewer):
        session = finder.next(number, start)
        finder.take(session)
        laid.append(session)
    return laid


def _other_machine(
    before: Sequence[PlannedFraction],
    interruption: Interruption,
    days: TreatmentDays,
    pattern: SessionPattern,
    not_before: dt.date,
) -> Iterator[Option]:
    """Keep the sessions that are planned while the machine is down, on another one."""
    down = {
        one.date
        for one in before
        for period in interruption.machine_down
        if one.can_move and period.first <= one.date <= period.last and one.date >= not_before
    }
    if down:
        kept = replan(before, replace(interruption, machine_down=()), days, pattern)
        yield Option(
            OptionKind.OTHER_MACHINE,
            tuple(sorted(down)),
            _end(kept.fractions),
            N_("Treatment as planned, on another machine."),
            (
                N_("The centre has a matched machine or room free at that time."),
                N_("The medical physicist confirms that the plan may be given there."),
                _APPROVAL,
            ),
        )


def _closed_day_sessions(
    after: Replan, start: dt.date, days: TreatmentDays, pattern: SessionPattern
) -> Iterator[Option]:
    """A session on a weekend day or holiday before the end, the days that win back as much said together."""
    by_end: dict[dt.date, list[dt.date]] = {}
    for number in range((_end(after.fractions) - start).days):
        day = days.day(start + dt.timedelta(number))
        if not day.is_open and day.reason in _CLOSED_BY_CALENDAR:
            laid = _laid_anew(after, days.with_dates(opened=(day.date,)), pattern, start)
            by_end.setdefault(_end(laid), []).append(day.date)
    for end, dates in sorted(by_end.items()):
        yield Option(
            OptionKind.CLOSED_DAY_SESSION,
            tuple(dates),
            end,
            _closed_day_session(dates),
            (N_("The centre opens and staffs the machine that day."), _APPROVAL),
        )


def _closed_day_session(dates: Sequence[dt.date]) -> Message:
    """The way by the days it can be, so that two of them are told apart by what is done."""
    if len(dates) == 1:
        return N_("A session on {date}, when the centre is closed.", date=dates[0])
    named = tuple(said for run in _runs(dates) for said in _named(run))
    return N_("A session on one of these days, when the centre is closed: {dates}.", dates=named)


def _named(run: Sequence[dt.date]) -> Sequence[dt.date | Message]:
    """Days that follow each other: two by their names, more by the first and the last."""
    return run if len(run) < 3 else (N_("{first} to {last}", first=run[0], last=run[-1]),)


def _runs(dates: Sequence[dt.date]) -> list[list[dt.date]]:
    """Dates in order, those that follow each other together."""
    runs: list[list[dt.date]] = []
    for date in dates:
        if runs and date - runs[-1][-1] == dt.timedelta(1):
            runs[-1].append(date)
        else:
            runs.append([date])
    return runs


def _second_session(
    after: Replan, start: dt.date, days: TreatmentDays, pattern: SessionPattern
) -> Iterator[Option]:
    """Two sessions on one treatment day."""
    if laid := _laid_anew(after, days, pattern, start, fewer=1):
        yield Option(
            OptionKind.SECOND_SESSION,
            tuple(dict.fromkeys(one.date for one in laid)),
            _end(laid),
            N_("A second session on one of the treatment days."),
            (
                N_("The two sessions are at least {hours} hours apart.", hours=SECOND_SESSION_HOURS),
                N_("The centre has a slot for it."),
                _APPROVAL,
            ),
        )


def _end(fractions: Iterable[PlannedFraction]) -> dt.date:
    return max(one.date for one in fractions if one.stands)
