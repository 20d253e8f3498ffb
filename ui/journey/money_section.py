"""Money: what it is expected to cost, what is paid, what is held, in each currency by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from planner.itinerary.item import Itinerary
from planner.message import N_, NN_, NP_
from planner.record.journey import Journey
from planner.record.money import EstimateLine, Money, Payment, PaymentKind, PaymentState
from ui import labels
from ui.journey.row import Block, Content, Facts, Row, Rows, State, fact
from ui.journey.unfolding import what_unfolds
from ui.theme.tokens import Tone

_PAID = (PaymentState.SENT, PaymentState.RECEIVED)
_VOID = (PaymentState.FAILED, PaymentState.CANCELLED)


def money(journey: Journey, itinerary: Itinerary, today: dt.date) -> Iterator[Block]:
    """The totals, the deposits, then payments in order of their day."""
    paid = (p for p in journey.payments if p.state in _PAID and p.kind is not PaymentKind.REFUND)
    back = (p.amount for p in journey.payments if p.state in _PAID and p.kind is PaymentKind.REFUND)
    expected = totals_of(line.amount for line in journey.estimate)
    order = tuple(total.currency for total in expected)
    totals = (
        *fact(N_("Estimate"), *expected),
        *fact(N_("Paid"), *totals_of((p.amount for p in paid), order)),
        *fact(N_("Paid back"), *totals_of(back, order)),
    )
    if totals:
        yield Facts(title=N_("Totals"), facts=totals)
    lines = tuple(_line(line) for line in journey.estimate)
    if lines:
        more = NN_("{count} more line of the estimate", "{count} more lines of the estimate", len(lines))
        yield Rows(heading=N_("Estimate"), rows=lines, more=more)
    places = {place.id: place.name for place in journey.places}
    for deposit in journey.deposits:
        last = max(deposit.balances, key=lambda b: b.on, default=None)
        yield Facts(
            title=deposit.what or N_("Deposit"),
            subtitle=places.get(deposit.held_by, "") if deposit.held_by else "",
            facts=(
                *(fact(N_("Balance"), last.amount, NP_("balance", "on {day}", day=last.on)) if last else ()),
                *fact(N_("Drawn each day"), deposit.daily_draw),
                *fact(N_("Refund"), deposit.refund_terms),
            ),
            subject=deposit.id,
        )
    rows = tuple(_payment(payment, today) for payment in sorted(journey.payments, key=_order))
    if rows:
        done = sum(row.folded for row in rows)
        yield Rows(
            heading=N_("Payments"),
            rows=rows,
            more=what_unfolds(
                rows,
                NN_("{count} payment made", "{count} payments made", done),
                NN_("{count} more payment made", "{count} more payments made", done),
            ),
        )
    if journey.receipts:
        receipts = tuple(
            Row(
                title=labels.name(receipt.kind),
                on=receipt.issued_on,
                details=(receipt.number,) if receipt.number else (),
                amount=receipt.amount,
                folded=True,
                subject=receipt.id,
            )
            for receipt in journey.receipts
        )
        more = NN_("{count} more receipt", "{count} more receipts", len(receipts))
        yield Rows(heading=N_("Receipts"), rows=receipts, more=more)


def totals_of(amounts: Iterable[Money], order: Sequence[str] = ()) -> tuple[Money, ...]:
    """One sum a currency, those of ``order`` first, then by first use; nothing is ever converted."""
    sums: dict[str, Decimal] = {}
    for amount in amounts:
        sums[amount.currency] = sums.get(amount.currency, Decimal(0)) + amount.amount
    known = [currency for currency in order if currency in sums]
    return tuple(Money(amount=sums[one], currency=one) for one in dict.fromkeys((*known, *sums)))


def _line(line: EstimateLine) -> Row:
    return Row(
        title=line.what or N_("An amount nobody has named"),
        on=line.stated_on,
        details=(labels.name(line.category),),
        amount=line.amount,
        folded=True,
        subject=line.id,
    )


def _order(payment: Payment) -> tuple[dt.date, str]:
    return payment.paid_on or payment.due_on or dt.date.max, payment.id


def _payment(payment: Payment, today: dt.date) -> Row:
    settled = payment.state in (*_PAID, *_VOID)
    late = not settled and payment.due_on is not None and payment.due_on < today
    return Row(
        title=payment.what,
        on=payment.paid_on or payment.due_on,
        is_limit=not settled,
        details=tuple(_details(payment)),
        amount=payment.amount,
        state=_state(payment, late),
        folded=settled,
        subject=payment.id,
    )


def _state(payment: Payment, late: bool) -> State:
    if late:
        return labels.late(payment.state)
    return (N_("Refund"), Tone.INFO) if payment.kind is PaymentKind.REFUND else labels.state(payment.state)


def _details(payment: Payment) -> Iterator[Content]:
    if payment.method is not None:
        yield labels.name(payment.method)
    if payment.reference:
        yield payment.reference
