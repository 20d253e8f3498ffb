"""A deposit reckoned from payment to payment is the one gone through day by day."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from planner.record.money import Balance, Deposit, PaymentKind
from planner.schedule.deposit_balance import deposit_course
from tests.builders import CENTRE, day, make_deposit, make_journey, make_payment, money

FIRST = day("2027-03-09")
days = st.integers(-5, 25).map(lambda number: FIRST + dt.timedelta(number))
amounts = st.integers(0, 400)


def by_day(
    deposit: Deposit, payments: list[tuple[dt.date, int]], balance: tuple[dt.date, int] | None
) -> tuple[Decimal, dt.date | None]:
    """What is left, and the first day not covered, gone through one day at a time."""
    assert deposit.draws_from is not None
    assert deposit.draws_to is not None
    assert deposit.daily_draw is not None
    after, left = balance or (dt.date.min, 0)
    empty, on = None, deposit.draws_from
    while on <= deposit.draws_to:
        came = [amount for paid, amount in payments if paid > after and max(paid, deposit.draws_from) == on]
        left += sum(came)
        if on > after:
            left -= int(deposit.daily_draw.amount)
            if left < 0 and empty is None:
                empty = on
        on += dt.timedelta(1)
    return Decimal(left), empty


@given(
    length=st.integers(0, 20),
    draw=st.integers(0, 60),
    payments=st.lists(st.tuples(days, amounts), max_size=4),
    balance=st.none() | st.tuples(days, amounts),
)
def test_the_course_of_a_deposit_is_that_of_its_days(
    length: int, draw: int, payments: list[tuple[dt.date, int]], balance: tuple[dt.date, int] | None
) -> None:
    stated = (Balance(on=balance[0], amount=money(str(balance[1]))),) if balance else ()
    deposit = make_deposit(
        id="deposit",
        held_by=CENTRE,
        daily_draw=money(str(draw)),
        draws_from=FIRST,
        draws_to=FIRST + dt.timedelta(length),
        balances=stated,
    )
    paid = tuple(
        make_payment(kind=PaymentKind.DEPOSIT, amount=money(str(amount)), due_on=on, deposit="deposit")
        for on, amount in payments
    )
    found = deposit_course(make_journey(deposits=(deposit,), payments=paid), deposit)
    assert found is not None
    assert (found.left.amount, found.empty_on) == by_day(deposit, payments, balance)
