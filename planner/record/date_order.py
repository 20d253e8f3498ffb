"""Which dates and moments of one thing come in an order: nobody leaves before arriving.

The one place that says so. A form tells it of what is being entered, the rules of what is in the record.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from planner.message import N_, Message
from planner.record.appointment import Appointment
from planner.record.consent import Consent
from planner.record.document import Document, Sending
from planner.record.journey import Journey
from planner.record.leg import Leg, MedicalClearance
from planner.record.mdt import MdtMeeting
from planner.record.money import Deposit, EstimateLine
from planner.record.passport import Passport
from planner.record.stay import Stay
from planner.record.traveller import Insurance
from planner.record.treatment_days import MachineDown
from planner.record.visa import Entry, StayExtension, Visa
from planner.record.when import When

#: A day, or a moment in a zone.
Dated = dt.date | When


@dataclass(frozen=True, slots=True)
class Order:
    """The field ``later`` is never before ``earlier``; with ``apart``, nor at the same moment.

    ``told`` makes the sentence of the two values that are out of order, the earlier field's first.
    """

    earlier: str
    later: str
    told: Callable[[Any, Any], Message]
    apart: bool = False

    def is_broken(self, earlier: Dated | None, later: Dated | None) -> bool:
        """Whether the values of its two fields are certainly the wrong way round; unknown ones never are."""
        if earlier is None or later is None:
            return False
        return is_before(later, earlier) or (self.apart and _is_same_moment(earlier, later))


#: Nobody lands before taking off; by the calendars a flight over the date line may.
DEPARTURE_AND_ARRIVAL = Order(
    "departs",
    "arrives",
    lambda a, b: N_(
        "The arrival on {arrives} is not after the departure on {departs}.", arrives=b, departs=a
    ),
    apart=True,
)
#: Leaving on the day of arriving is a room for the day.
CHECK_IN_AND_OUT = Order(
    "arrives",
    "leaves",
    lambda a, b: N_("The check-out on {leaves} is before the check-in on {arrives}.", leaves=b, arrives=a),
)
#: No paper expires before it is made out.
ISSUE_AND_EXPIRY = Order(
    "issued_on",
    "expires_on",
    lambda a, b: N_("It expires on {expires}, before it was issued on {issued}.", expires=b, issued=a),
)

ORDERS: Mapping[type, tuple[Order, ...]] = {
    Passport: (ISSUE_AND_EXPIRY,),
    Insurance: (
        Order(
            "valid_from",
            "valid_to",
            lambda a, b: N_("Its last day, {last}, is before its first, {first}.", last=b, first=a),
        ),
    ),
    Document: (
        ISSUE_AND_EXPIRY,
        Order(
            "issued_on",
            "received_on",
            lambda a, b: N_(
                "It was received on {received}, before it was issued on {issued}.", received=b, issued=a
            ),
        ),
        Order(
            "covers_from",
            "covers_to",
            lambda a, b: N_("The last day it covers, {last}, is before the first, {first}.", last=b, first=a),
        ),
    ),
    Sending: (
        Order(
            "sent_on",
            "received_on",
            lambda a, b: N_("It arrived on {received}, before it was sent on {sent}.", received=b, sent=a),
        ),
    ),
    Visa: (
        Order(
            "issued_on",
            "enter_by",
            lambda a, b: N_(
                "The last day to enter, {last}, is before it was issued on {issued}.", last=b, issued=a
            ),
        ),
    ),
    Entry: (
        Order(
            "entered",
            "exited",
            lambda a, b: N_("The exit on {exit} is before the entry on {entry}.", exit=b, entry=a),
        ),
        Order(
            "entered",
            "stamped_until",
            lambda a, b: N_("The last legal day, {last}, is before the entry on {entry}.", last=b, entry=a),
        ),
    ),
    StayExtension: (
        Order(
            "applied_on",
            "until",
            lambda a, b: N_(
                "The last legal day, {last}, is before it was applied for on {applied}.", last=b, applied=a
            ),
        ),
    ),
    Leg: (
        DEPARTURE_AND_ARRIVAL,
        Order(
            "check_in",
            "departs",
            lambda a, b: N_(
                "The departure on {departs} is before the check-in on {check_in}.", departs=b, check_in=a
            ),
        ),
    ),
    MedicalClearance: (
        Order(
            "sent_on",
            "granted_on",
            lambda a, b: N_("It was granted on {granted}, before it was sent on {sent}.", granted=b, sent=a),
        ),
    ),
    Stay: (CHECK_IN_AND_OUT,),
    MdtMeeting: (
        Order(
            "material_due",
            "starts",
            lambda a, b: N_("The board on {board} is before its material is due, {due}.", board=b, due=a),
        ),
    ),
    Appointment: (
        Order(
            "starts",
            "ends",
            lambda a, b: N_("The end on {ends} is before the start on {starts}.", ends=b, starts=a),
        ),
    ),
    EstimateLine: (
        Order(
            "stated_on",
            "valid_until",
            lambda a, b: N_(
                "It holds until {until}, which is before it was stated on {stated}.", until=b, stated=a
            ),
        ),
    ),
    Deposit: (
        Order(
            "draws_from",
            "draws_to",
            lambda a, b: N_(
                "The last day of drawing, {last}, is before the first, {first}.", last=b, first=a
            ),
        ),
    ),
    Consent: (
        Order(
            "given_on",
            "withdrawn_on",
            lambda a, b: N_(
                "It was withdrawn on {withdrawn}, before it was given on {given}.", withdrawn=b, given=a
            ),
        ),
    ),
    MachineDown: (
        Order(
            "first",
            "last",
            lambda a, b: N_("Its last day, {last}, is before its first, {first}.", last=b, first=a),
        ),
    ),
    Journey: (
        Order(
            "last_service_on",
            "retain_until",
            lambda a, b: N_(
                "The record is kept until {until}, which is before the last service on {last}.",
                until=b,
                last=a,
            ),
        ),
    ),
}


def broken_orders(cls: type, held: Mapping[str, Any]) -> Iterator[tuple[Order, Message]]:
    """The orders that ``held``, values by the fields of ``cls``, do not keep, each with its sentence."""
    for order in ORDERS.get(cls, ()):
        earlier, later = held.get(order.earlier), held.get(order.later)
        if order.is_broken(earlier, later):
            yield order, order.told(earlier, later)


def is_before(one: Dated, other: Dated) -> bool:
    """Whether ``one`` is certainly over before ``other`` begins.

    Two moments are compared as instants, whatever their zones; one without a time may be at any time of its
    day there. A day without a zone is compared by the calendar of the other.
    """
    if not isinstance(one, When) or not isinstance(other, When):
        return _day(one) < _day(other)
    if one.zone == other.zone and one.date != other.date:
        return one.date < other.date
    return _latest(one) < _earliest(other)


def _is_same_moment(one: Dated, other: Dated) -> bool:
    if not isinstance(one, When) or not isinstance(other, When):
        return False
    return one.utc is not None and one.utc == other.utc


def _day(dated: Dated) -> dt.date:
    return dated.date if isinstance(dated, When) else dated


def _earliest(when: When) -> dt.datetime:
    return when.utc or dt.datetime.combine(when.date, dt.time(), ZoneInfo(when.zone)).astimezone(dt.UTC)


def _latest(when: When) -> dt.datetime:
    """The moment, or the last microsecond of its day there."""
    if (at := when.utc) is not None:
        return at
    return _earliest(When(date=when.date + dt.timedelta(1), zone=when.zone)) - dt.timedelta(microseconds=1)
