"""What accepting a consequence changes, for each kind. What somebody outside was promised is asked again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from planner.edits.machine_down import with_machine_down
from planner.record.appointment import Appointment
from planner.record.booking import Booking, BookingState
from planner.record.document import Document, DocumentState
from planner.record.leg import Leg
from planner.record.money import Money
from planner.record.place import Place
from planner.record.stay import Stay
from planner.record.treatment_days import MachineDown
from planner.record.when import When
from planner.schedule.moved_leg import moved_along, moved_leg
from planner.schedule.slip.circumstances import PROMISED
from planner.schedule.slip.consequence import Consequence, ConsequenceKind, DayRange

Applied = Callable[[Any, Consequence], Any]


def applied(thing: Any, one: Consequence) -> Any:
    """``thing`` with what accepting ``one`` changes in it; the same where nothing is proposed."""
    change = _CHANGES.get(one.kind)
    return thing if change is None else change(thing, one)


def _appointment(appointment: Appointment, one: Consequence) -> Appointment:
    if not isinstance(one.new, When):
        return appointment
    assert appointment.starts is not None  # only what has a date moves
    ends = moved_along(appointment.starts, one.new, appointment.ends)
    return replace(appointment, starts=one.new, ends=ends, confirmation=None)


def _leg(leg: Leg, one: Consequence) -> Leg:
    if not isinstance(one.new, When):
        return leg
    return replace(moved_leg(leg, one.new), booking=_asked_again(leg.booking))


def _clearance(leg: Leg, one: Consequence) -> Leg:
    """The latest clearance of that traveller is still to be asked for, for the new departure."""
    last = max(i for i, held in enumerate(leg.clearances) if held.traveller == one.person)
    fresh = replace(
        leg.clearances[last], sent_on=None, granted_on=None, reference="", for_departure=leg.departs
    )
    return replace(leg, clearances=(*leg.clearances[:last], fresh, *leg.clearances[last + 1 :]))


def _service(leg: Leg, one: Consequence) -> Leg:
    code = one.subject.field.partition("/")[2]
    return replace(
        leg,
        service_requests=tuple(
            replace(request, confirmation=None)
            if (request.traveller, request.code) == (one.person, code)
            else request
            for request in leg.service_requests
        ),
    )


def _stay(stay: Stay, one: Consequence) -> Stay:
    if not isinstance(one.new, When):
        return stay
    return replace(stay, leaves=one.new, booking=_asked_again(stay.booking))


def _cost(thing: Any, one: Consequence) -> Any:
    if not isinstance(thing, Stay) or not isinstance(one.new, Money):
        return thing
    return replace(thing, booking=replace(thing.booking, cost=one.new))


def _document(document: Document, one: Consequence) -> Document:
    needed_by = one.new if isinstance(one.new, dt.date) else document.needed_by
    lapsed = one.subject.field == "state"
    return replace(document, needed_by=needed_by, state=DocumentState.NEEDED if lapsed else document.state)


def _treatment_days(place: Place, one: Consequence) -> Place:
    assert isinstance(one.new, DayRange)
    down = MachineDown(first=one.new.first, last=one.new.last)
    return replace(place, treatment_days=with_machine_down(place.treatment_days, down))


def _field(thing: Any, one: Consequence) -> Any:
    """The field itself, and nothing else."""
    return thing if one.new is None else replace(thing, **{one.subject.field: one.new})


def _asked_again(booking: Booking) -> Booking:
    """A booking that was promised is changed and must be confirmed anew; its terms are no longer known."""
    if booking.state not in PROMISED:
        return booking
    return replace(booking, state=BookingState.CHANGED, free_cancel_until=None)


_CHANGES: Mapping[ConsequenceKind, Applied] = {
    ConsequenceKind.TREATMENT_DAYS: _treatment_days,
    ConsequenceKind.REVIEW: _appointment,
    ConsequenceKind.APPOINTMENT: _appointment,
    ConsequenceKind.FOLLOW_UP: _appointment,
    ConsequenceKind.LEG: _leg,
    ConsequenceKind.RIDE: _leg,
    ConsequenceKind.CLEARANCE: _clearance,
    ConsequenceKind.SERVICE: _service,
    ConsequenceKind.CROSSING: _field,
    ConsequenceKind.STAY: _stay,
    ConsequenceKind.COST: _cost,
    ConsequenceKind.DOCUMENT: _document,
    ConsequenceKind.DEPOSIT: _field,
    ConsequenceKind.PAYMENT: _field,
    ConsequenceKind.TASK: _field,
}
