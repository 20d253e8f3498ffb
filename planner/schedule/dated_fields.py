"""The dated fields of a journey: what each is now, which tie it hangs on, and whether it may still move."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from planner.record.appointment import Appointment, AppointmentState
from planner.record.booking import BookingState
from planner.record.document import Document, DocumentState
from planner.record.fraction import Fraction
from planner.record.ids import LegId
from planner.record.journey import Journey
from planner.record.leg import Leg
from planner.record.mdt import MdtMeeting
from planner.record.money import Payment, PaymentState
from planner.record.stay import Stay
from planner.record.subject import Subject
from planner.record.task import Task
from planner.record.thing import Thing
from planner.record.tie import Tie
from planner.record.visa import Entry, EntryState, StayExtension, VisaStep
from planner.record.when import When, order_key

Moment: TypeAlias = When | dt.date


@dataclass(frozen=True, slots=True)
class DatedField:
    """A field that a tie decides, or the crossing of a leg over the border.

    ``leg`` is the leg that crosses, for an entry's two ends. ``is_settled`` when it already happened or
    was called off, so that nothing may move it.
    """

    subject: Subject
    thing: Thing
    value: Moment
    tie: Tie | None = None
    leg: LegId | None = None
    is_settled: bool = False


#: The date meant when another thing is tied to a thing of this type, and the name of its field.
_OWN_DATES: Mapping[type, tuple[str, Callable[[Any], Moment | None]]] = {
    MdtMeeting: ("starts", lambda meeting: meeting.starts),
    Appointment: ("starts", lambda appointment: appointment.starts),
    Fraction: ("starts", lambda fraction: fraction.starts),
    Leg: ("departs", lambda leg: leg.departs),
    Stay: ("arrives", lambda stay: stay.arrives),
    Document: ("needed_by", lambda document: document.needed_by or document.received_on),
    VisaStep: ("planned", lambda step: step.planned or step.done_on),
    Entry: ("entered", lambda entry: entry.entered),
    StayExtension: ("apply_on", lambda extension: extension.apply_on or extension.applied_on),
    Payment: ("due_on", lambda payment: payment.due_on or payment.paid_on),
    Task: ("due_on", lambda task: task.due_on or task.done_on),
}

#: Days from which on a date lies before or after another one, whatever the zones of the two.
_ZONES_APART = 3
_OVER = (BookingState.USED, BookingState.CANCELLED)
_NOT_YET_HAD = (DocumentState.NEEDED, DocumentState.REQUESTED)
_STILL_TO_PAY = (PaymentState.PLANNED, PaymentState.FAILED)


def day_of(moment: Moment) -> dt.date:
    """The local date of a moment."""
    return moment.date if isinstance(moment, When) else moment


def has_passed(moment: Moment, now: dt.datetime) -> bool:
    """Whether ``moment`` lies before ``now`` (zone-aware).

    One of which only the day is known has passed from the next day on; a day without a zone, when it is over
    everywhere on earth.
    """
    if not isinstance(moment, When):
        return moment < (now.astimezone(dt.UTC) - dt.timedelta(hours=12)).date()
    away = moment.date.toordinal() - now.toordinal()
    if not -_ZONES_APART < away < _ZONES_APART:
        return away < 0
    if moment.time is None:
        return order_key(moment.moved(1))[0] <= now
    return order_key(moment)[0] < now


def own_date(thing: object) -> Moment | None:
    """The date meant when something is tied to ``thing``; ``None`` when it has none."""
    found = _OWN_DATES.get(type(thing))
    return found[1](thing) if found else None


def own_field(thing: object) -> str | None:
    """The name of the field of ``own_date``."""
    found = _OWN_DATES.get(type(thing))
    return found[0] if found else None


def own_tie(thing: object) -> Tie | None:
    """The tie that decides the date of ``own_date``, if one does."""
    match thing:
        case Appointment():
            return thing.starts_tie
        case Leg():
            return thing.departs_tie
        case Document():
            return thing.needed_by_tie
        case Payment() | Task():
            return thing.due_tie
    return None


def anchor_things(journey: Journey) -> dict[str, Thing]:
    """By id, everything whose date another may be tied to."""
    nested = (
        *(step for visa in journey.visas for step in visa.steps),
        *(extension for entry in journey.entries for extension in entry.extensions),
        *(fraction for course in journey.courses for fraction in course.fractions),
    )
    lists: tuple[tuple[Thing, ...], ...] = (
        *(journey.mdt_meetings, journey.appointments, journey.legs, journey.stays, journey.documents),
        *(journey.entries, journey.payments, journey.tasks, nested),
    )
    return {thing.id: thing for things in lists for thing in things}


def movable_fields(journey: Journey, now: dt.datetime) -> Iterator[DatedField]:
    """Every field that has a date and hangs on something, in the order of the record.

    An exit that has not happened by ``now`` (zone-aware) may still move after the entry was made.
    """
    for appointment in journey.appointments:
        over = appointment.state is not AppointmentState.PLANNED
        yield from _field("appointment", appointment, "starts", appointment.starts_tie, over)
    for leg in journey.legs:
        yield from _field("leg", leg, "departs", leg.departs_tie, leg.booking.state in _OVER)
    for stay in journey.stays:
        yield from _field("stay", stay, "leaves", stay.leaves_tie, stay.booking.state in _OVER)
    for entry in journey.entries:
        yield from _crossings(entry, now)
    for document in journey.documents:
        over = document.state not in _NOT_YET_HAD
        yield from _field("document", document, "needed_by", document.needed_by_tie, over)
    for payment in journey.payments:
        over = payment.state not in _STILL_TO_PAY
        yield from _field("payment", payment, "due_on", payment.due_tie, over)
    for deposit in journey.deposits:
        yield from _field("deposit", deposit, "draws_to", deposit.draws_to_tie, False)
    for task in journey.tasks:
        yield from _field("task", task, "due_on", task.due_tie, task.done_on is not None)


def _field(kind: str, thing: Thing, name: str, tie: Tie | None, is_settled: bool) -> Iterator[DatedField]:
    value: Moment | None = getattr(thing, name)
    if tie is not None and value is not None:
        yield DatedField(Subject(kind, thing.id, name), thing, value, tie, None, is_settled)


def _crossings(entry: Entry, now: dt.datetime) -> Iterator[DatedField]:
    cancelled = entry.state is EntryState.CANCELLED
    made = entry.state is EntryState.ACTUAL
    if entry.entered is not None and entry.entry_leg is not None:
        subject = Subject("entry", entry.id, "entered")
        yield DatedField(subject, entry, entry.entered, None, entry.entry_leg, cancelled or made)
    if entry.exited is not None and (entry.exit_leg is not None or entry.exit_tie is not None):
        over = cancelled or (made and has_passed(entry.exited, now))
        subject = Subject("entry", entry.id, "exited")
        yield DatedField(subject, entry, entry.exited, entry.exit_tie, entry.exit_leg, over)
