"""How firm a thing is, as it prints."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from planner.itinerary.item import Item, Standing
from planner.record.appointment import Appointment, AppointmentState
from planner.record.booking import BookingState
from planner.record.fraction import Fraction, FractionState

#: A booking that the carrier or the house changed stands only once somebody has looked at it.
BOOKED = {
    BookingState.IDEA: Standing.TO_BE_CONFIRMED,
    BookingState.HELD: Standing.TO_BE_CONFIRMED,
    BookingState.BOOKED: Standing.CONFIRMED,
    BookingState.CONFIRMED: Standing.CONFIRMED,
    BookingState.CHANGED: Standing.TO_BE_CONFIRMED,
    BookingState.CANCELLED: Standing.CANCELLED,
    BookingState.USED: Standing.DONE,
}

_APPOINTMENT = {
    AppointmentState.DONE: Standing.DONE,
    AppointmentState.MISSED: Standing.MISSED,
    AppointmentState.CANCELLED: Standing.CANCELLED,
}

_FRACTION = {
    FractionState.CONFIRMED: Standing.CONFIRMED,
    FractionState.DELIVERED: Standing.DONE,
    FractionState.MISSED: Standing.MISSED,
    FractionState.CANCELLED: Standing.CANCELLED,
}


def confirmed(is_confirmed: bool) -> Standing:
    """Confirmed, or to be confirmed."""
    return Standing.CONFIRMED if is_confirmed else Standing.TO_BE_CONFIRMED


def done(is_done: bool) -> Standing:
    """Done, or standing as planned."""
    return Standing.DONE if is_done else Standing.CONFIRMED


def passed(item: Item, today: dt.date) -> Item:
    """The item as it stands on ``today``: what was to be confirmed and ended on an earlier day has passed.

    A duty without a moment of its own, such as a payment, stays open until it is seen to.
    """
    if item.standing is not Standing.TO_BE_CONFIRMED or item.starts is None:
        return item
    last = max(item.on, item.starts.date, item.ends.date if item.ends else item.on)
    return replace(item, standing=Standing.PASSED) if last < today else item


def of_appointment(appointment: Appointment) -> Standing:
    """By what became of it, else by whether anybody confirmed it."""
    return _APPOINTMENT.get(appointment.state) or confirmed(appointment.confirmation is not None)


def of_fraction(fraction: Fraction) -> Standing:
    """By what became of it, else by whether anybody confirmed it."""
    return _FRACTION.get(fraction.state) or confirmed(fraction.confirmation is not None)
