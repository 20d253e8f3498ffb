"""``money.receipt-missing``: money was paid to a hospital, and no receipt for it is in the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.record.money import Payment, PaymentKind, PaymentState, ReceiptKind
from planner.record.place import PlaceKind
from planner.reference.reference import Reference
from planner.rules.finding import EnterNew, Finding, Fix, MakeTask, Severity, Subject
from planner.schedule.outline import outline

_HOSPITALS = (PlaceKind.HOSPITAL, PlaceKind.PROTON_CENTRE, PlaceKind.CLINIC)

CODE = "money.receipt-missing"


def money_receipt_missing(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Without the 发票 (fapiao) nobody at home pays anything back (domain facts 7)."""
    receipted = {receipt.payment for receipt in journey.receipts}
    for payment in journey.payments:
        if payment.id in receipted or not _paid_to_hospital(journey, payment):
            continue
        subject = Subject("payment", payment.id, "")
        known = (("kind", ReceiptKind.FAPIAO), ("payment", payment.id))
        receipt = EnterNew(Subject.of(journey, "receipts"), known)
        ask = MakeTask(subject, N_("Ask for the receipt (fapiao)"), today + dt.timedelta(7))
        yield Finding(
            CODE,
            Severity.WARNING,
            N_(
                "{payment}, {amount}, paid on {day}: no receipt (fapiao) is in the record.",
                payment=payment.what or N_("A payment"),
                amount=payment.amount,
                day=payment.paid_on,
            )
            if payment.paid_on
            else N_(
                "{payment}, {amount}, is paid: no receipt (fapiao) is in the record.",
                payment=payment.what or N_("A payment"),
                amount=payment.amount,
            ),
            subject,
            None,
            (
                Fix(N_("Make a task: ask for the receipt"), ask),
                Fix(N_("Enter the receipt"), receipt),
            ),
            payment.paid_on,
        )


def _paid_to_hospital(journey: Journey, payment: Payment) -> bool:
    if payment.state is not PaymentState.RECEIVED or payment.kind is PaymentKind.REFUND:
        return False
    payee = outline(journey).places.get(payment.payee or "")
    return payee is not None and payee.kind in _HOSPITALS
