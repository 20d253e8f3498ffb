"""``appointment.preparation-clash``: what one appointment asks for, another makes impossible."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import combinations

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
_BLADDER = {PreparationKind.FULL_BLADDER, PreparationKind.EMPTY_BLADDER}
_HOUR = 3600
#: Nobody can go from one to the other in less than this.
_BLADDER_SECONDS = _HOUR


def appointment_preparation_clash(
    journey: Journey, reference: Reference, today: dt.date
) -> Iterator[Finding]:
    """A meal within the hours of fasting for another, a full bladder and an empty one together, and fasting
    for one after the other for longer than the limit. Which comes first, or can be moved, the hospital says.
    """
    seen = agenda(journey)
    prepared = [
        one
        for one in seen.attendances
        if isinstance(one.thing, Appointment)
        and one.thing.preparations
        and not seen.is_over(one.starts, today)
    ]
    for one in prepared:
        kinds = _kinds(one)
        if {_FASTING, _MEAL} <= kinds or _BLADDER <= kinds:
            message = N_(
                "{what} on {day} asks for two preparations that exclude each other. Ask which one holds.",
                what=seen.called(one.thing),
                day=one.starts.date,
            )
            yield _finding(one, one, message)
    for earlier, later in combinations(prepared, 2):
        if set(earlier.travellers) & set(later.travellers):
            found = _between(seen, earlier, later)
            if found is not None:
                yield _finding(earlier, later, found)
    yield from _long_fasts(seen, prepared, reference.limits.fasting_hours)


def _kinds(one: Attendance) -> set[PreparationKind]:
    assert isinstance(one.thing, Appointment)
    return {preparation.kind for preparation in one.thing.preparations}


def _fast(one: Attendance) -> tuple[int, int] | None:
    """From when to when one must not eat, in UTC seconds; from midnight while nobody says how long before."""
    if not isinstance(one.thing, Appointment) or one.start is None or one.end is None:
        return None
    hours = [p.hours_before for p in one.thing.preparations if p.kind is _FASTING]
    if not hours:
        return None
    known = [hour for hour in hours if hour is not None]
    midnight = start_of(When(date=one.starts.date, zone=one.starts.zone))
    return (one.start - max(known) * _HOUR if known else midnight), one.end


def _between(seen: Agenda, earlier: Attendance, later: Attendance) -> Message | None:
    for fasting, meal in ((earlier, later), (later, earlier)):
        fast = _fast(fasting)
        if fast is None or meal.start is None or _MEAL not in _kinds(meal):
            continue
        if fast[0] <= meal.start < fast[1]:
            return N_(
                "{fasting} on {day} asks for an empty stomach, and {meal} on {meal_day} for a meal within "
                "the same hours. Ask the hospital for another order.",
                fasting=seen.called(fasting.thing),
                day=fasting.starts,
                meal=seen.called(meal.thing),
                meal_day=meal.starts,
            )
    if earlier.end is None or later.start is None or later.start - earlier.end >= _BLADDER_SECONDS:
        return None
    asked = _kinds(earlier) & _BLADDER, _kinds(later) & _BLADDER
    if not all(asked) or asked[0] == asked[1]:
        return None
    return N_(
        "{later} on {starts} follows {earlier} within the hour; one asks for a full bladder, the other for "
        "an empty one. Ask the hospital for another order.",
        later=seen.called(later.thing),
        starts=later.starts,
        earlier=seen.called(earlier.thing),
    )


def _long_fasts(seen: Agenda, prepared: list[Attendance], most: int) -> Iterator[Finding]:
    """Fasts of one traveller that run into each other without a meal between, longer than the limit."""
    for traveller in seen.outline.travellers:
        began, before = 0, None
        for one in prepared:
            fast = _fast(one)
            if fast is None or traveller not in one.travellers:
                continue
            if before is None or before.end is None or fast[0] > before.end:
                began, before = fast[0], one
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
            before = one


def _finding(earlier: Attendance, later: Attendance, message: Message) -> Finding:
    both = (later,) if earlier is later else (later, earlier)
    labels = (N_("Change the later one"), N_("Change the earlier one"))
    fixes = tuple(Fix(label, OpenField(one.subject)) for label, one in zip(labels, both, strict=False))
    return Finding(CODE, Severity.WARNING, message, later.subject, None, fixes, later.starts.date)
