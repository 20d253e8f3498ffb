"""Which date of a thing a person may move by hand, and why the others stay where they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from planner.message import N_, Message
from planner.record.appointment import Appointment, AppointmentState
from planner.record.booking import BookingState
from planner.record.document import Document, DocumentState
from planner.record.fraction import Fraction, FractionState
from planner.record.leg import Leg
from planner.record.mdt import MdtMeeting
from planner.record.money import Deposit, Payment, PaymentState
from planner.record.stay import Stay
from planner.record.task import Task
from planner.record.thing import Thing
from planner.record.visa import Entry, ExtensionState, StayExtension, VisaStep
from planner.record.when import When
from planner.schedule.dated_fields import Moment
from planner.schedule.moved_leg import moved_along, moved_leg

_HAPPENED = N_("It has already happened and stays where it is.")
_CALLED_OFF = N_("It was called off and stays where it is.")
_A_FACT = N_("This date is a fact, not a plan; open it to correct it.")
_ENTRY = N_("The permitted stay follows from the entry and the visa; move the leg that crosses the border.")
_NO_DATE = N_("It has no planned date that could be moved.")

_FIELDS: dict[type, str] = {
    Appointment: "starts",
    MdtMeeting: "starts",
    Fraction: "starts",
    Leg: "departs",
    Stay: "arrives",
    Document: "needed_by",
    VisaStep: "planned",
    StayExtension: "apply_on",
    Payment: "due_on",
    Deposit: "draws_to",
    Task: "due_on",
}


@dataclass(frozen=True, slots=True)
class MoveDate:
    """The field of a thing that moves, and the date it holds now."""

    field: str
    value: Moment


def date_to_move(thing: Thing, field: str = "") -> MoveDate | None:
    """What moves when a person moves ``thing``; ``None`` when it stays, see ``why_still``.

    ``field`` chooses another end of it: the ``leaves`` of a stay.
    """
    if why_still(thing) is not None:
        return None
    name = field if field == "leaves" and isinstance(thing, Stay) else _FIELDS[type(thing)]
    value = getattr(thing, name)
    return None if value is None else MoveDate(name, value)


def why_still(thing: Thing) -> Message | None:
    """Why ``thing`` cannot be moved by hand; ``None`` when it can."""
    if (why := _STILL.get(type(thing))) is None:
        return _ENTRY if isinstance(thing, Entry) else _A_FACT
    if (said := why(thing)) is not None:
        return said
    return _NO_DATE if getattr(thing, _FIELDS[type(thing)]) is None else None


def moved_thing(thing: Any, field: str, new: Moment) -> Any:
    """``thing`` with the date in ``field`` at ``new``, and what lies within the thing moved along with it.

    Nothing that was promised is asked again here; that is for whoever accepts the move.
    """
    old = getattr(thing, field)
    match thing:
        case Leg():
            assert isinstance(new, When)
            return moved_leg(thing, new)
        case Appointment():
            assert isinstance(new, When)
            return replace(thing, starts=new, ends=moved_along(old, new, thing.ends))
        case Stay() if field == "arrives":
            assert isinstance(new, When)
            return replace(thing, arrives=new, leaves=moved_along(old, new, thing.leaves))
        case Deposit() if thing.draws_from is not None and not isinstance(new, When):
            return replace(thing, draws_to=new, draws_from=thing.draws_from + (new - old))
    return replace(thing, **{field: new})


def _session(one: Fraction) -> Message | None:
    match one.state:
        case FractionState.DELIVERED:
            return N_(
                "Session {number} was delivered on {date}; it stays where it is.",
                number=one.number,
                date=one.starts.date,
            )
        case FractionState.MISSED:
            return N_("Session {number} was missed; its new session can be moved.", number=one.number)
        case FractionState.CANCELLED:
            return _CALLED_OFF
    return None


def _appointment(one: Appointment) -> Message | None:
    if one.state is AppointmentState.CANCELLED:
        return _CALLED_OFF
    return None if one.state is AppointmentState.PLANNED else _HAPPENED


def _booked(one: Leg | Stay) -> Message | None:
    if one.booking.state is BookingState.CANCELLED:
        return _CALLED_OFF
    return _HAPPENED if one.booking.state is BookingState.USED else None


def _board(one: MdtMeeting) -> Message | None:
    return _HAPPENED if one.decision else None


def _document(one: Document) -> Message | None:
    wanted = one.state in (DocumentState.NEEDED, DocumentState.REQUESTED)
    return None if wanted else N_("It is there already; only the day by which it is needed can be moved.")


def _payment(one: Payment) -> Message | None:
    if one.state is PaymentState.CANCELLED:
        return _CALLED_OFF
    return None if one.state in (PaymentState.PLANNED, PaymentState.FAILED) else _HAPPENED


def _extension(one: StayExtension) -> Message | None:
    return None if one.state is ExtensionState.PLANNED else _HAPPENED


_STILL: dict[type, Callable[[Any], Message | None]] = {
    Appointment: _appointment,
    MdtMeeting: _board,
    Fraction: _session,
    Leg: _booked,
    Stay: _booked,
    Document: _document,
    VisaStep: lambda step: _HAPPENED if step.done_on else None,
    StayExtension: _extension,
    Payment: _payment,
    Deposit: lambda _deposit: None,
    Task: lambda task: _HAPPENED if task.done_on else None,
}
