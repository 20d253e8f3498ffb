"""What became of a session: delivered or missed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from planner.edits.edit import Edit
from planner.errors import InputError
from planner.message import N_, Message
from planner.record.course import Course
from planner.record.fraction import Fraction, FractionState, MissedReason
from planner.record.journey import Journey
from planner.record.text import Text
from planner.record.when import When

_OPEN = (FractionState.PLANNED, FractionState.CONFIRMED)
_BECAME = {
    FractionState.DELIVERED: N_("Session {number} on {date} was delivered; it stays as it is."),
    FractionState.MISSED: N_("Session {number} on {date} was missed; plan it again first."),
    FractionState.CANCELLED: N_("Session {number} on {date} was cancelled; plan it again first."),
}


def deliver_session(journey: Journey, fraction: str, at: When, *, dose_gy_rbe: Decimal | None = None) -> Edit:
    """The session was given at ``at``, the actual time; ``dose_gy_rbe`` only if not the prescribed one.

    A session that is already marked delivered gets its time and dose corrected.
    """

    def delivered(one: Fraction) -> Fraction:
        return replace(one, state=FractionState.DELIVERED, delivered_at=at, dose_delivered_gy_rbe=dose_gy_rbe)

    marked = N_("Mark session {number} as delivered", number=_number(journey, fraction))
    return _mark(journey, fraction, marked, delivered, (*_OPEN, FractionState.DELIVERED))


def miss_session(
    journey: Journey, fraction: str, reason: MissedReason | None, words: Text | None = None
) -> Edit:
    """The session did not take place. It stays as history; re-planning gives its fraction a new one."""

    def missed(one: Fraction) -> Fraction:
        return replace(one, state=FractionState.MISSED, missed_reason=reason, missed_words=words or Text())

    marked = N_("Mark session {number} as missed", number=_number(journey, fraction))
    return _mark(journey, fraction, marked, missed, _OPEN)


def _mark(
    journey: Journey,
    fraction: str,
    label: Message,
    change: Callable[[Fraction], Fraction],
    allowed: tuple[FractionState, ...],
) -> Edit:
    def marked(current: Journey) -> Journey:
        course, one = _found(current, fraction)
        if one.state not in allowed:
            told = _BECAME[one.state]
            raise InputError(Message(told.msgid, {"number": one.number, "date": one.starts.date}))
        sessions = tuple(change(other) if other.id == one.id else other for other in course.fractions)
        courses = tuple(
            replace(other, fractions=sessions) if other.id == course.id else other
            for other in current.courses
        )
        return replace(current, courses=courses)

    return Edit(label, journey.id, marked)


def _number(journey: Journey, fraction: str) -> int:
    return _found(journey, fraction)[1].number


def _found(journey: Journey, fraction: str) -> tuple[Course, Fraction]:
    for course in journey.courses:
        for one in course.fractions:
            if one.id == fraction:
                return course, one
    raise InputError(N_("There is no session “{id}” in this journey.", id=fraction))
