"""What a longer or shorter course does to a deposit that is drawn down daily."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from planner.message import N_, NN_, Message
from planner.record.money import Deposit, Money
from planner.record.subject import Subject
from planner.schedule.dated_fields import day_of
from planner.schedule.deposit_balance import deposit_course
from planner.schedule.slip.circumstances import Circumstances
from planner.schedule.slip.consequence import Consequence, ConsequenceKind
from planner.schedule.slip.moved_dates import MovedDate
from planner.schedule.slip.names import name_of
from planner.schedule.slip.tie_words import why_moved


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
        you_decide=_shortfall(deposit, until_new, about),
        depends_on=main.key,
    )


def _drawn(draw: Money, first: dt.date, last: dt.date) -> Money:
    return Money(amount=max(0, (last - first).days + 1) * draw.amount, currency=draw.currency)


def _why(days: int, draw: Money) -> Message:
    if days > 0:
        return NN_("{count} more day at {draw}.", "{count} more days at {draw}.", days, draw=draw)
    return NN_("{count} day fewer at {draw}.", "{count} days fewer at {draw}.", -days, draw=draw)


def _shortfall(deposit: Deposit, until: dt.date, about: Circumstances) -> tuple[Message, ...]:
    """That what is paid in, or will be, does not last; nothing while that is not known, in one currency."""
    amounts = [balance.amount for balance in deposit.balances]
    amounts += [payment.amount for payment in about.journey.payments if payment.deposit == deposit.id]
    course = deposit_course(about.journey, replace(deposit, draws_to=until))
    if course is None or course.left.amount >= 0:
        return ()
    if {amount.currency for amount in amounts} != {course.left.currency}:
        return ()
    missing = replace(course.left, amount=-course.left.amount)
    return (
        N_(
            "What is paid and planned would fall short by {missing}, from {day} on.",
            missing=missing,
            day=course.empty_on,
        ),
    )
