"""``money.payment-overdue``: a payment was due and has not been sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.record.money import PaymentState
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject

CODE = "money.payment-overdue"


def money_payment_overdue(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """From the day after it was due; a hospital draws nothing from a deposit that has not arrived."""
    for payment in journey.payments:
        if payment.state is not PaymentState.PLANNED or payment.due_on is None or payment.due_on >= today:
            continue
        subject = Subject("payment", payment.id, "state")
        yield Finding(
            CODE,
            Severity.WARNING,
            N_(
                "{payment}, {amount}, was due on {day} and is not sent.",
                payment=payment.what or N_("A payment"),
                amount=payment.amount,
                day=payment.due_on,
            ),
            subject,
            None,
            (Fix(N_("Enter the payment"), OpenField(subject)),),
            payment.due_on,
        )
