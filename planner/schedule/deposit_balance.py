"""How a deposit is drawn down: what is left on each day, and the first day it does not cover.

An expectation from the stated daily draw, not an account: the hospital's own balance, when it states one,
starts the reckoning anew.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from planner.record.journey import Journey
from planner.record.money import Deposit, Money, Payment, PaymentKind, PaymentState

_VOID = (PaymentState.FAILED, PaymentState.CANCELLED)
#: No deposit is drawn longer; a mistyped year must not be counted through day by day.
_MOST_DAYS = 1000
_ONE_DAY = dt.timedelta(1)


@dataclass(frozen=True, slots=True)
class DepositCourse:
    """``left`` is what is left at the end of ``last_draw``, negative if it did not suffice.

    ``empty_on`` is the first day whose draw it no longer covers, ``None`` if it covers them all.
    """

    last_draw: dt.date
    left: Money
    empty_on: dt.date | None


def deposit_course(journey: Journey, deposit: Deposit) -> DepositCourse | None:
    """The course of ``deposit`` with every payment to it that was made or is planned, refunds left out.

    Starts from the last stated balance, else from nothing. ``None`` while the draw or its days are not
    known, or they are not in order. Payments without a day, or in another currency, do not count.
    """
    draw, first, last = deposit.daily_draw, deposit.draws_from, deposit.draws_to
    if draw is None or first is None or last is None or not 0 <= (last - first).days < _MOST_DAYS:
        return None
    stated = [one for one in deposit.balances if one.amount.currency == draw.currency]
    balance = max(stated, key=lambda one: one.on, default=None)
    left = balance.amount.amount if balance else Decimal(0)
    after = balance.on if balance else dt.date.min
    coming: defaultdict[dt.date, Decimal] = defaultdict(Decimal)
    for day, amount in _payments(journey, deposit, draw.currency):
        if after < day <= last:
            coming[max(day, first)] += amount
    empty = None
    # From one payment to the next the draw is the same each day, so the days need not be gone through.
    drawn_from = max(first, after + _ONE_DAY)
    starts = sorted({drawn_from, *(day for day in coming if day > drawn_from)})
    for start, end in zip(starts, (*starts[1:], last + _ONE_DAY), strict=True):
        left += coming.get(start, Decimal(0))
        days = max((end - start).days, 0)
        if empty is None and days and left < draw.amount * days:
            covered = max(left, Decimal(0)) // draw.amount if draw.amount else Decimal(0)
            empty = start + dt.timedelta(int(covered))
        left -= draw.amount * days
    return DepositCourse(last, Money(amount=left, currency=draw.currency), empty)


def _payments(journey: Journey, deposit: Deposit, currency: str) -> Iterator[tuple[dt.date, Decimal]]:
    for payment in journey.payments:
        day = _day(payment)
        if payment.deposit == deposit.id and day and payment.amount.currency == currency:
            yield day, payment.amount.amount


def _day(payment: Payment) -> dt.date | None:
    if payment.kind is PaymentKind.REFUND or payment.state in _VOID:
        return None
    return payment.paid_on or payment.due_on
