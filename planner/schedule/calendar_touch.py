"""What a newer public calendar would change for one journey: dates on changed days, sessions that move."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from planner.errors import InputError
from planner.record.appointment import Appointment, AppointmentState
from planner.record.booking import BookingState
from planner.record.course import Course
from planner.record.document import Document, DocumentState
from planner.record.fraction import Fraction, FractionState
from planner.record.journey import Journey
from planner.record.leg import Leg
from planner.record.mdt import MdtMeeting
from planner.record.money import Payment, PaymentState
from planner.record.stay import Stay
from planner.record.task import Task
from planner.record.thing import Thing
from planner.record.visa import EntryState, StayExtension, VisaStep
from planner.reference.reference import Calendars
from planner.reference.region import region_of
from planner.schedule.course_sessions import (
    centre_calendar,
    pattern_of,
    planned_fractions,
    treatment_days_of,
)
from planner.schedule.dated_fields import anchor_things, day_of, own_date
from planner.schedule.interruption import FractionMove, relay


@dataclass(frozen=True, slots=True)
class CalendarTouch:
    """What a changed calendar means for a journey. Nothing is re-planned by itself.

    ``dates`` are the changed days on which something is still planned, in order. ``moves`` are the sessions
    that would go elsewhere if the courses were laid anew by the changed calendar.
    """

    dates: tuple[dt.date, ...] = ()
    moves: tuple[FractionMove, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.dates or self.moves)


def calendar_touch(
    journey: Journey, region: str, changed: Collection[dt.date], before: Calendars, after: Calendars
) -> CalendarTouch:
    """What the calendar of ``region``, different on the days ``changed``, would change for ``journey``."""
    elsewhere = {
        place.id for place in journey.places if region_of(place.country, place.subdivision) != region
    }
    at_home = region_of(journey.country) == region
    dates = {
        date
        for thing, date in _still_planned(journey)
        if date in changed and _is_there(thing, elsewhere, at_home=at_home)
    }
    moves = [
        move
        for course in journey.courses
        if centre_calendar(journey, course, after).region == region
        for move in _moves(journey, course, before, after)
    ]
    return CalendarTouch(tuple(sorted(dates)), tuple(moves))


def _moves(journey: Journey, course: Course, before: Calendars, after: Calendars) -> list[FractionMove]:
    """The sessions that the changed calendar puts elsewhere than the one before would."""
    pattern = pattern_of(journey, course)
    laid = []
    for calendars in (before, after):
        days = treatment_days_of(journey, course, calendars)
        try:
            laid.append(relay(planned_fractions(journey, course, days), days, pattern))
        except InputError:  # no room for the course: the finding on its centre's days says so
            return []
    was = {one.number: one.date for one in laid[0].fractions if one.stands}
    return [move for move in laid[1].moves if move.old and move.new and was.get(move.number) != move.new.date]


def _still_planned(journey: Journey) -> Iterator[tuple[Thing, dt.date]]:
    for thing in anchor_things(journey).values():
        moment = own_date(thing)
        if moment is not None and not _is_over(thing):
            yield thing, day_of(moment)


def _is_there(thing: Thing, elsewhere: Collection[str], *, at_home: bool) -> bool:
    """Whether the region's calendar decides a thing; of one without a place, the journey's country says."""
    match thing:
        case Appointment() | Stay() | VisaStep():
            place = thing.place
        case Leg():
            place = thing.origin
        case MdtMeeting():
            place = thing.hospital
        case _:
            place = None
    return place not in elsewhere if place else at_home


def _is_over(thing: Thing) -> bool:
    """Whether it happened or was called off, so that no calendar matters to it."""
    match thing:
        case Appointment():
            return thing.state is not AppointmentState.PLANNED
        case Leg() | Stay():
            return thing.booking.state in (BookingState.USED, BookingState.CANCELLED)
        case Document():
            return thing.state not in (DocumentState.NEEDED, DocumentState.REQUESTED)
        case Fraction():
            return thing.state not in (FractionState.PLANNED, FractionState.CONFIRMED)
        case Payment():
            return thing.state not in (PaymentState.PLANNED, PaymentState.FAILED)
        case Task() | VisaStep():
            return thing.done_on is not None
        case StayExtension():
            return thing.applied_on is not None
        case MdtMeeting():
            return bool(thing.decision)
    return getattr(thing, "state", None) is not EntryState.PLANNED
