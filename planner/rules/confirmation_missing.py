"""``confirmation.missing``: something is near, and nobody has confirmed it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.appointment import AppointmentState
from planner.record.booking import BookingState
from planner.record.journey import Journey
from planner.record.leg import Leg, LegMode
from planner.record.mdt import MdtMeeting
from planner.record.stay import StayKind
from planner.record.thing import Thing
from planner.record.when import When
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.outline import Outline, outline

CODE = "confirmation.missing"

_FIRM = (BookingState.CONFIRMED, BookingState.USED)
_HOUSES = (StayKind.HOTEL, StayKind.FLAT, StayKind.WARD)


def confirmation_missing(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """From today to a week ahead: appointments, boards, legs but walks, houses. Sessions have their own rule.

    Rides of one day are one finding, as one call to the driver confirms them all.
    """
    seen = outline(journey)
    last = today + dt.timedelta(reference.limits.confirmation_days)
    ridden = set()
    for thing, field, when in _unconfirmed(seen):
        if when is None or not today <= (on := seen.date_there(when)) <= last:
            continue
        if isinstance(thing, Leg) and thing.mode is LegMode.CAR:
            if (on, thing.driver) in ridden:
                continue
            ridden.add((on, thing.driver))
            message = N_("The rides of {day} are not confirmed.", day=on)
        else:
            message = N_("{what} on {day} is not confirmed.", what=seen.called(thing), day=on)
        subject = Subject.of(thing, field)
        yield Finding(
            CODE,
            Severity.WARNING,
            message,
            subject,
            None,
            (Fix(N_("Enter the confirmation"), OpenField(subject)),),
            on,
        )


def _unconfirmed(seen: Outline) -> Iterator[tuple[Thing, str, When | None]]:
    for leg in seen.legs:
        if leg.mode is not LegMode.WALK and leg.booking.state not in _FIRM:
            yield leg, "booking", leg.departs
    for stay in seen.stays:
        if stay.kind in _HOUSES and stay.booking.state not in _FIRM:
            yield stay, "booking", stay.arrives
    for appointment in seen.appointments:
        if appointment.state is AppointmentState.PLANNED and appointment.confirmation is None:
            yield appointment, "confirmation", appointment.starts
    for meeting in seen.journey.mdt_meetings:
        if meeting.confirmation is None and not _is_over(meeting):
            yield meeting, "confirmation", meeting.starts


def _is_over(meeting: MdtMeeting) -> bool:
    return bool(meeting.decision) or meeting.document is not None
