"""``money.estimate-exceeded``: payments for a line of the estimate come to more than it says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from planner.message import N_
from planner.record.journey import Journey
from planner.record.money import Money, PaymentKind, PaymentState
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject

_VOID = (PaymentState.FAILED, PaymentState.CANCELLED)

CODE = "money.estimate-exceeded"


def money_estimate_exceeded(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Paid and planned together, refunds taken off, in the currency of the line alone."""
    for line in journey.estimate:
        paid = Decimal(0)
        for payment in journey.payments:
            if payment.estimate_line != line.id or payment.state in _VOID:
                continue
            if payment.amount.currency == line.amount.currency:
                sign = -1 if payment.kind is PaymentKind.REFUND else 1
                paid += sign * payment.amount.amount
        if paid <= line.amount.amount:
            continue
        subject = Subject("estimate-line", line.id, "amount")
        yield Finding(
            CODE,
            Severity.WARNING,
            N_(
                "{line}: {paid} paid or planned, {estimate} estimated.",
                line=line.what or N_("A line of the estimate"),
                paid=Money(amount=paid, currency=line.amount.currency),
                estimate=line.amount,
            ),
            subject,
            None,
            (Fix(N_("Look at the estimate"), OpenField(subject)),),
        )
