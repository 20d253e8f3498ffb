"""``appointment.preparation-clash``: what one appointment asks for, another makes impossible."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from planner.message import N_, Message
from planner.record.appointment import Appointment, PreparationKind
from planner.record.journey import Journey
from planner.record.when import When
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity
from planner.schedule.agenda import Agenda, Attendance, agenda
from planner.schedule.instant import start_of

CODE = "appointment.preparation-clash"

_FASTING, _MEAL = PreparationKind.FASTING, PreparationKind.WITH_MEAL
_EATING = {_FASTING, _MEAL}
_BLADDER = {PreparationKind.FULL_BLADDER, PreparationKind.EMPTY_BLADDER}
_HOUR = 3600
#: Nobody can go from one to the other in less than this.
_BLADDER_SECONDS = _HOUR


class _Prepared(NamedTuple):
    """An appointment to come, what it asks for, and from when to when one must not eat, in UTC seconds."""

    one: Attendance
    kinds: frozenset[PreparationKind]
    fast: tuple[int, int] | None


def appointment_preparation_clash(
    journey: Journey, reference: Reference, today: dt.date
) -> Iterator[Finding]:
    """A meal within the hours of fasting for another, a full bladder and an empty one together, and fasting
    for one after the other for longer than the limit. Which comes first, or can be moved, the hospital says.
    """
    seen = agenda(journey)
    prepared = [
        _prepared(one, one.thing)
        for one in seen.attendances
        if isinstance(one.thing, Appointment)
        and one.thing.preparations
        and not seen.is_over(one.starts, today)
    ]
    for one, kinds, _ in prepared:
        if kinds >= _EATING or kinds >= _BLADDER:
            message = N_(
                "{what} on {day} asks for two preparations that exclude each other. Ask which one holds.",
                what=seen.called(one.thing),
                day=one.starts.date,
            )
            yield _finding(one, one, message)
    if any(_MEAL in kinds or kinds & _BLADDER for _, kinds, _ in prepared):
        for earlier, later in combinations(prepared, 2):
            if set(earlier.one.travellers) & set(later.one.travellers):
                found = _between(seen, earlier, later)
                if found is not None:
                    yield _finding(earlier.one, later.one, found)
    fasting = [(one, fast) for one, _, fast in prepared if fast is not None]
    if len(fasting) > 1:
        yield from _long_fasts(seen, fasting, reference.limits.fasting_hours)


def _prepared(one: Attendance, appointment: Appointment) -> _Prepared:
    """Fasting begins at midnight while nobody has entered how many hours before."""
    fast = None
    hours = [p.hours_before for p in appointment.preparations if p.kind is _FASTING]
    if hours and one.start is not None and one.end is not None:
        known = [hour for hour in hours if hour is not None]
        midnight = start_of(When(date=one.starts.date, zone=one.starts.zone))
        fast = (one.start - max(known) * _HOUR if known else midnight), one.end
    return _Prepared(one, frozenset(p.kind for p in appointment.preparations), fast)


def _between(seen: Agenda, earlier: _Prepared, later: _Prepared) -> Message | None:
    for fasting, meal in ((earlier, later), (later, earlier)):
        start = meal.one.start
        if fasting.fast is None or start is None or _MEAL not in meal.kinds:
            continue
        if fasting.fast[0] <= start < fasting.fast[1]:
            return N_(
                "{fasting} on {day} asks for an empty stomach, and {meal} on {meal_day} for a meal within "
                "the same hours. Ask the hospital for another order.",
                fasting=seen.called(fasting.one.thing),
                day=fasting.one.starts,
                meal=seen.called(meal.one.thing),
                meal_day=meal.one.starts,
            )
    end, start = earlier.one.end, later.one.start
    if end is None or start is None or start - end >= _BLADDER_SECONDS:
        return None
    asked = earlier.kinds & _BLADDER, later.kinds & _BLADDER
    if not all(asked) or asked[0] == asked[1]:
        return None
    return N_(
        "{later} on {starts} follows {earlier} within the hour; one asks for a full bladder, the other for "
        "an empty one. Ask the hospital for another order.",
        later=seen.called(later.one.thing),
        starts=later.one.starts,
        earlier=seen.called(earlier.one.thing),
    )


def _long_fasts(
    seen: Agenda, fasting: list[tuple[Attendance, tuple[int, int]]], most: int
) -> Iterator[Finding]:
    """Fasts of one traveller that run into each other without a meal between, longer than the limit."""
    for traveller in seen.outline.travellers:
        began, ended, before = 0, 0, None
        for one, fast in fasting:
            if traveller not in one.travellers:
                continue
            if before is None or fast[0] > ended:
                began, ended, before = fast[0], fast[1], one
                continue
            began = min(began, fast[0])
            if fast[1] - began > most * _HOUR:
                message = N_(
                    "{earlier} and {later} on {day} both ask for an empty stomach: {length} without a meal. "
                    "Ask the hospital whether they can be nearer together.",
                    earlier=seen.called(before.thing),
                    later=seen.called(one.thing),
                    day=one.starts.date,
                    length=dt.timedelta(seconds=fast[1] - began),
                )
                yield _finding(before, one, message)
            before, ended = one, fast[1]


def _finding(earlier: Attendance, later: Attendance, message: Message) -> Finding:
    both = (later,) if earlier is later else (later, earlier)
    labels = (N_("Change the later one"), N_("Change the earlier one"))
    fixes = tuple(Fix(label, OpenField(one.subject)) for label, one in zip(labels, both, strict=False))
    return Finding(CODE, Severity.WARNING, message, later.subject, None, fixes, later.starts.date)
