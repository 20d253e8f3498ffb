"""Money: deposits that run out, wallets that refuse, receipts that are missing, estimates that are passed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from planner.record.journey import Journey
from planner.record.money import (
    Balance,
    DatedRate,
    Deposit,
    Money,
    Payment,
    PaymentKind,
    PaymentMethod,
    PaymentState,
    Receipt,
    ReceiptKind,
)
from planner.record.text import Text
from planner.rules.finding import Severity
from planner.schedule.deposit_balance import deposit_course
from tests.builders import day, make_deposit, make_estimate_line, make_journey, make_payment, money
from tests.builders.make import CENTRE, HOTEL
from tests.unit.rules.harness import Golden, raised, shipped

DEPOSIT = make_deposit(
    id="deposit",
    daily_draw=money("4400"),
    draws_from=day("2027-03-09"),
    draws_to=day("2027-03-18"),
    balances=(Balance(on=day("2027-01-26"), amount=money("40000")),),
)
TOP_UP = make_payment(
    id="top-up", kind=PaymentKind.TOP_UP, amount=money("4000"), deposit="deposit", due_on=day("2027-03-15")
)
PAID = make_payment(id="paid", state=PaymentState.RECEIVED, paid_on=day("2027-01-22"))
RECEIPT = Receipt(id="receipt", kind=ReceiptKind.FAPIAO, payment="paid")  # type: ignore[arg-type]
WALLET = make_payment(
    id="wallet", amount=money("5000", "USD"), method=PaymentMethod.ALIPAY, due_on=day("2027-04-01")
)
LINE = make_estimate_line(id="line", amount=money("230000"))
ON_LINE = make_payment(id="on-line", amount=money("230000"), estimate_line="line")
JOURNEY = make_journey(id="journey")
TODAY = "2027-03-01"


def deposit_journey(*payments: Payment, **fields: Any) -> Journey:
    return replace(JOURNEY, deposits=(replace(DEPOSIT, **fields),), payments=payments)


def pays(*payments: Payment) -> Journey:
    return replace(JOURNEY, payments=payments)


GOLDEN = (
    Golden(
        code="money.deposit-runs-out",
        hazard="ten draws of 4,400 from 40,000",
        journey=deposit_journey(),
        fine=deposit_journey(TOP_UP),
        today=TODAY,
    ),
    Golden(
        code="money.wallet-limit",
        hazard="five thousand and one dollars at once",
        journey=pays(replace(WALLET, amount=money("5001", "USD"))),
        fine=pays(WALLET),
        today=TODAY,
    ),
    Golden(
        code="money.receipt-missing",
        hazard="paid to the hospital, no fapiao",
        journey=pays(PAID),
        fine=replace(pays(PAID), receipts=(RECEIPT,)),
        today=TODAY,
    ),
    Golden(
        code="money.estimate-exceeded",
        hazard="one yuan more than the estimate",
        journey=replace(pays(replace(ON_LINE, amount=money("230001"))), estimate=(LINE,)),
        fine=replace(pays(ON_LINE), estimate=(LINE,)),
        today=TODAY,
    ),
    Golden(
        code="money.payment-overdue",
        hazard="due yesterday and not sent",
        journey=pays(replace(WALLET, due_on=day("2027-03-15"))),
        today="2027-03-16",
        fine_today="2027-03-15",
    ),
)


def test_a_deposit_runs_out_on_the_first_day_it_does_not_cover() -> None:
    (found,) = raised("money.deposit-runs-out", deposit_journey(), TODAY)
    assert found.on == day("2027-03-18")  # nine draws of 4,400 leave 400 of 40,000
    assert found.severity is Severity.WARNING
    (near,) = raised("money.deposit-runs-out", deposit_journey(), "2027-03-15")
    assert near.severity is Severity.BLOCKER
    (far,) = raised("money.deposit-runs-out", deposit_journey(), "2027-03-14")
    assert far.severity is Severity.WARNING


def test_a_deposit_to_the_last_cent_is_enough() -> None:
    exact = deposit_journey(balances=(Balance(on=day("2027-01-26"), amount=money("44000")),))
    assert raised("money.deposit-runs-out", exact, TODAY) == ()
    course = deposit_course(exact, exact.deposits[0])
    assert course is not None
    assert (course.left, course.empty_on) == (money("0"), None)


def test_a_top_up_after_the_deposit_ran_out_comes_too_late() -> None:
    late = replace(TOP_UP, due_on=day("2027-03-19"))
    assert len(raised("money.deposit-runs-out", deposit_journey(late), TODAY)) == 1


@pytest.mark.parametrize(
    "payment",
    [
        replace(TOP_UP, state=PaymentState.FAILED),
        replace(TOP_UP, kind=PaymentKind.REFUND),
        replace(TOP_UP, amount=money("4000", "NZD")),
        replace(TOP_UP, due_on=None),
        replace(TOP_UP, paid_on=day("2027-01-20")),  # in the balance that the hospital stated since
    ],
)
def test_money_that_does_not_arrive_does_not_count(payment: Payment) -> None:
    assert len(raised("money.deposit-runs-out", deposit_journey(payment), TODAY)) == 1


def test_the_hospital_s_own_balance_starts_the_reckoning_anew() -> None:
    later = deposit_journey(
        balances=(
            Balance(on=day("2027-01-26"), amount=money("40000")),
            Balance(on=day("2027-03-16"), amount=money("8800")),
        )
    )
    assert raised("money.deposit-runs-out", later, TODAY) == ()


def test_without_a_stated_balance_only_payments_count() -> None:
    first = replace(TOP_UP, amount=money("44000"), due_on=day("2027-03-01"))
    assert raised("money.deposit-runs-out", deposit_journey(first, balances=()), TODAY) == ()


@pytest.mark.parametrize(
    "unknown",
    [
        {"daily_draw": None},
        {"draws_from": None},
        {"draws_to": None},
        {"draws_to": day("2027-03-08")},
        {"draws_to": day("2199-01-01")},
    ],
)
def test_a_draw_that_is_not_known_runs_nothing_out(unknown: dict[str, Any]) -> None:
    assert raised("money.deposit-runs-out", deposit_journey(**unknown), TODAY) == ()


def test_a_deposit_without_a_name_is_still_told_of() -> None:
    (found,) = raised("money.deposit-runs-out", deposit_journey(what=Text()), TODAY)
    assert "The deposit" in str(found.message)
    assert isinstance(DEPOSIT, Deposit)


def test_a_year_of_wallet_payments_is_counted_once_it_is_passed() -> None:
    many = tuple(replace(WALLET, id=f"wallet-{number}") for number in range(12))
    found = raised("money.wallet-limit", pays(*many), TODAY)
    assert [finding.subject.id for finding in found] == ["wallet-10"]
    assert raised("money.wallet-limit", pays(*many[:10]), TODAY) == ()


def test_wallet_payments_of_another_year_or_wallet_are_counted_apart() -> None:
    many = tuple(
        replace(
            WALLET,
            id=f"wallet-{number}",
            method=PaymentMethod.WECHAT_PAY if number % 2 else PaymentMethod.ALIPAY,
            due_on=day("2027-04-01") if number < 12 else None,
        )
        for number in range(20)
    )
    assert raised("money.wallet-limit", pays(*many), TODAY) == ()


def test_a_dated_rate_turns_yuan_into_dollars() -> None:
    rate = DatedRate(base="CNY", quote="USD", rate=money("0.14").amount, on=day("2027-03-01"))
    yuan = replace(WALLET, amount=money("40000"), rate=rate)
    (found,) = raised("money.wallet-limit", pays(yuan), TODAY)
    assert found.subject.id == "wallet"
    assert raised("money.wallet-limit", pays(replace(yuan, rate=None)), TODAY) == ()
    other = replace(rate, quote="NZD")
    assert raised("money.wallet-limit", pays(replace(yuan, rate=other)), TODAY) == ()


def test_what_is_paid_already_is_no_plan_to_change() -> None:
    paid = replace(WALLET, amount=money("9000", "USD"), state=PaymentState.RECEIVED)
    assert raised("money.wallet-limit", pays(paid), TODAY) == ()
    failed = replace(paid, state=PaymentState.FAILED)
    assert raised("money.wallet-limit", pays(failed), TODAY) == ()
    by_wire = replace(paid, state=PaymentState.PLANNED, method=PaymentMethod.WIRE)
    assert raised("money.wallet-limit", pays(by_wire), TODAY) == ()


def test_without_the_policy_no_limit_is_known() -> None:
    dear = pays(replace(WALLET, amount=money("9000", "USD")))
    assert raised("money.wallet-limit", dear, TODAY, replace(shipped(), policies={})) == ()


def test_only_hospitals_owe_a_fapiao() -> None:
    for fine in (
        replace(PAID, payee=HOTEL),
        replace(PAID, payee=None),
        replace(PAID, state=PaymentState.SENT),
        replace(PAID, kind=PaymentKind.REFUND),
    ):
        assert raised("money.receipt-missing", pays(fine), TODAY) == ()
    (undated,) = raised("money.receipt-missing", pays(replace(PAID, paid_on=None, what=Text())), TODAY)
    assert "A payment" in str(undated.message)
    assert PAID.payee == CENTRE


def test_refunds_and_other_currencies_do_not_fill_an_estimate() -> None:
    refund = replace(ON_LINE, id="refund", kind=PaymentKind.REFUND, amount=money("1"))
    dear = replace(ON_LINE, amount=money("230001"))
    for payments in (
        (dear, refund),
        (ON_LINE, replace(ON_LINE, id="nzd", amount=money("9", "NZD"))),
        (ON_LINE, replace(ON_LINE, id="void", state=PaymentState.CANCELLED)),
        (ON_LINE, replace(ON_LINE, id="loose", estimate_line=None)),
    ):
        assert raised("money.estimate-exceeded", replace(pays(*payments), estimate=(LINE,)), TODAY) == ()
    nameless = replace(pays(dear), estimate=(replace(LINE, what=Text()),))
    (found,) = raised("money.estimate-exceeded", nameless, TODAY)
    assert isinstance(found.message.params["paid"], Money)
