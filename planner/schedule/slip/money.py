"""What a longer or shorter course does to a deposit that is drawn down daily."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from planner.message import N_, NN_, Message
from planner.record.money import Deposit, Money, Payment, PaymentKind, PaymentState
from planner.record.subject import Subject
from planner.schedule.dated_fields import day_of
from planner.schedule.slip.circumstances import Circumstances
from planner.schedule.slip.consequence import Consequence, ConsequenceKind
from planner.schedule.slip.moved_dates import MovedDate
from planner.schedule.slip.names import name_of
from planner.schedule.slip.tie_words import why_moved

_INTO = (PaymentKind.DEPOSIT, PaymentKind.TOP_UP)
_CALLED_OFF = (PaymentState.FAILED, PaymentState.CANCELLED)


def deposit_consequences(
    deposit: Deposit, moved: MovedDate, depends_on: str, about: Circumstances
) -> Iterator[Consequence]:
    """The last day on which a deposit is drawn moves, and with it all that is drawn."""
    main = Consequence(
        kind=ConsequenceKind.DEPOSIT,
        subject=moved.field.subject,
        what=N_("Last draw: {deposit}", deposit=name_of(deposit, about.places)),
        old=moved.field.value,
        new=moved.new,
        why=why_moved(moved, about),
        you_decide=about.doubts(moved.field.value, moved.new),
        depends_on=depends_on,
    )
    yield main
    draw, first = deposit.daily_draw, deposit.draws_from
    if draw is None or first is None or moved.new is None:
        return
    until_old, until_new = day_of(moved.field.value), day_of(moved.new)
    yield Consequence(
        kind=ConsequenceKind.COST,
        subject=Subject("deposit", deposit.id, "daily_draw"),
        what=N_("Drawn in all: {deposit}", deposit=name_of(deposit, about.places)),
        old=_drawn(draw, first, until_old),
        new=_drawn(draw, first, until_new),
        why=_why(moved.days, draw),
        you_decide=_shortfall(deposit, draw, first, until_new, about.journey.payments),
        depends_on=main.key,
    )


def _drawn(draw: Money, first: dt.date, last: dt.date) -> Money:
    return Money(amount=max(0, (last - first).days + 1) * draw.amount, currency=draw.currency)


def _why(days: int, draw: Money) -> Message:
    if days > 0:
        return NN_("{count} more day at {draw}.", "{count} more days at {draw}.", days, draw=draw)
    return NN_("{count} day fewer at {draw}.", "{count} days fewer at {draw}.", -days, draw=draw)


def _shortfall(
    deposit: Deposit, draw: Money, first: dt.date, last: dt.date, payments: tuple[Payment, ...]
) -> tuple[Message, ...]:
    """That all that is paid in, and will be as planned, does not last until the end."""
    known = max(deposit.balances, key=lambda balance: balance.on, default=None)
    start = first if known is None else max(first, known.on + dt.timedelta(1))
    amounts = [known.amount] if known else []
    for payment in payments:
        day = payment.paid_on or payment.due_on
        counted = known is None or day is None or day > known.on
        if (
            payment.deposit == deposit.id
            and payment.kind in _INTO
            and payment.state not in _CALLED_OFF
            and counted
        ):
            amounts.append(payment.amount)
    if not amounts or any(amount.currency != draw.currency for amount in amounts):
        return ()
    left = sum((amount.amount for amount in amounts), Decimal(0)) - _drawn(draw, start, last).amount
    if left >= 0:
        return ()
    missing = Money(amount=-left, currency=draw.currency)
    return (N_("With what is paid and planned, the deposit would fall short by {missing}.", missing=missing),)
