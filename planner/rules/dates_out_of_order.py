"""``dates.out-of-order``: of two dates of one thing, the one that comes later is entered as the earlier."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import chain

from planner.message import N_
from planner.record.appointment import AppointmentState
from planner.record.date_order import CHECK_IN_AND_OUT, DEPARTURE_AND_ARRIVAL, ORDERS
from planner.record.journey import Journey
from planner.record.leg import MedicalClearance
from planner.record.thing import Thing
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.outline import Outline, outline

CODE = "dates.out-of-order"

#: Rules of their own tell of these, for they hold up the plan.
_TOLD_ELSEWHERE = (CHECK_IN_AND_OUT, DEPARTURE_AND_ARRIVAL)


def dates_out_of_order(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Only the two are compared; which of them is wrong nobody can say. What is cancelled is left alone."""
    seen = outline(journey)
    for thing in _dated(seen):
        for order in ORDERS[type(thing)]:
            earlier, later = getattr(thing, order.earlier), getattr(thing, order.later)
            if order.is_broken(earlier, later) and order not in _TOLD_ELSEWHERE:
                subject = Subject.of(thing, order.later)
                yield Finding(
                    CODE,
                    Severity.WARNING,
                    N_("{what}: {problem}", what=seen.called(thing), problem=order.told(earlier, later)),
                    subject,
                    None,
                    (Fix(N_("Change the date"), OpenField(subject)),),
                )
    for leg in seen.legs:
        for clearance in leg.clearances:
            for order in ORDERS[MedicalClearance]:
                sent, granted = getattr(clearance, order.earlier), getattr(clearance, order.later)
                if order.is_broken(sent, granted):
                    subject = Subject.of(leg, "clearances")
                    yield Finding(
                        CODE,
                        Severity.WARNING,
                        N_(
                            "{leg}, medical clearance: {problem}",
                            leg=seen.called(leg),
                            problem=order.told(sent, granted),
                        ),
                        subject,
                        None,
                        (Fix(N_("Open the clearance"), OpenField(subject)),),
                    )


def _dated(seen: Outline) -> Iterator[Thing]:
    """The things that stand and have dates in an order."""
    journey = seen.journey
    for traveller in journey.travellers:
        yield from traveller.passports
        yield from traveller.insurance
    for document in journey.documents:
        yield document
        yield from document.sendings
    for stay in seen.entries:
        yield stay.entry
        yield from stay.entry.extensions
    yield from (one for one in journey.appointments if one.state is not AppointmentState.CANCELLED)
    yield from chain(
        journey.visas,
        seen.legs,
        journey.mdt_meetings,
        journey.estimate,
        journey.deposits,
        journey.consents,
        (journey,),
    )
