"""What more or fewer days do to a deposit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from planner.record.money import Balance, PaymentKind, PaymentState
from planner.schedule.interruption import Interruption
from planner.schedule.slip.consequence import Consequence
from tests.builders.make import (
    day,
    make_deposit,
    make_payment,
    money,
    tie,
)
from tests.unit.schedule.slip.worked import (
    FEWER,
    LAST,
    by_subject,
    english,
    journey,
    moves,
    proposed,
    said,
    shown,
    slip,
)


class TestDeposit:
    def deposit(self, **fields: Any) -> Any:
        given = {
            "id": "deposit",
            "daily_draw": money("1000"),
            "draws_from": day("2027-04-01"),
            "draws_to": day("2027-04-09"),
            "draws_to_tie": LAST,
        }
        return make_deposit(**given | fields)

    def drawn(self, *payments: Any, **fields: Any) -> Consequence:
        proposal = slip(deposits=(self.deposit(**fields),), payments=payments)
        return by_subject(proposal)["deposit", "daily_draw"]

    def payment(self, amount: str, **fields: Any) -> Any:
        given = {
            "kind": PaymentKind.TOP_UP,
            "amount": money(amount),
            "deposit": "deposit",
            "due_on": day("2027-04-01"),
        }
        return make_payment(**given | fields)

    def test_a_day_longer_draws_a_day_more(self) -> None:
        one = self.drawn()
        assert (shown(one.old), shown(one.new)) == ("CNY 9000", "CNY 10000")
        assert english(one.why) == "1 more day at CNY 1,000.00."
        assert said(one) == [], "nothing is known of what is in it"

    def test_fewer_days_draw_less(self) -> None:
        earlier = Interruption(new_start=day("2027-03-31"))
        proposal = proposed(journey(deposits=(self.deposit(),)), earlier)
        one = by_subject(proposal)["deposit", "daily_draw"]
        assert (shown(one.new), english(one.why)) == ("CNY 3000", "6 days fewer at CNY 1,000.00.")

    def test_what_falls_short_is_said(self) -> None:
        assert said(self.drawn(self.payment("9999"))) == [
            "What is paid and planned would fall short by CNY 1.00, from Sat 10 Apr 2027 on."
        ]
        assert said(self.drawn(self.payment("10000"))) == []

    def test_a_stated_balance_holds_from_its_day_on(self) -> None:
        balance = Balance(on=day("2027-04-05"), amount=money("4000"))
        older = Balance(on=day("2027-04-02"), amount=money("99999"))
        known = {"balances": (balance, older)}
        assert said(self.drawn(**known)) == [
            "What is paid and planned would fall short by CNY 1,000.00, from Sat 10 Apr 2027 on."
        ]
        assert said(self.drawn(self.payment("1000", due_on=day("2027-04-06")), **known)) == []
        already_in_it = self.payment("1000", paid_on=day("2027-04-05"))
        assert said(self.drawn(already_in_it, **known)) != []

    def test_only_what_goes_into_it_and_was_not_called_off_counts(self) -> None:
        elsewhere = self.payment("9000", deposit=None)
        refund = self.payment("9000", kind=PaymentKind.REFUND)
        failed = self.payment("9000", state=PaymentState.FAILED)
        enough = self.payment("1000")
        assert said(self.drawn(elsewhere, refund, failed, enough)) == [
            "What is paid and planned would fall short by CNY 9,000.00, from Fri 2 Apr 2027 on."
        ]

    def test_currencies_are_not_mixed(self) -> None:
        dollars = make_payment(kind=PaymentKind.TOP_UP, amount=money("1", "NZD"), deposit="deposit")
        assert said(self.drawn(dollars)) == []

    @pytest.mark.parametrize("unknown", ["daily_draw", "draws_from"])
    def test_without_the_draw_only_the_last_day_moves(self, unknown: str) -> None:
        proposal = slip(deposits=(self.deposit(**{unknown: None}),))
        assert moves(proposal) == {"deposit.draws_to": "2027-04-09 → 2027-04-10"}

    def test_a_last_day_that_is_said_no_more_is_for_a_person(self) -> None:
        deposit = self.deposit(draws_to_tie=tie("fraction", number=3))
        assert moves(proposed(journey(deposits=(deposit,)), FEWER)) == {"deposit.draws_to": "2027-04-09 → —"}


def test_decimals_of_money_are_kept() -> None:
    deposit = TestDeposit().deposit(daily_draw=money("0.10"))
    one = by_subject(slip(deposits=(deposit,)))["deposit", "daily_draw"]
    assert one.new == replace(money("0"), amount=Decimal("1.00"))
