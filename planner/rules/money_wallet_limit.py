"""``money.wallet-limit``: a wallet with a foreign card does not take so much at once, or in a year."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from planner.message import N_, Message
from planner.record.journey import Journey
from planner.record.money import Money, Payment, PaymentMethod, PaymentState
from planner.record.text import Text
from planner.reference.policy import Policy
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject

_WALLETS = (PaymentMethod.ALIPAY, PaymentMethod.WECHAT_PAY)
_DONE = (PaymentState.RECEIVED, PaymentState.FAILED, PaymentState.CANCELLED)

CODE = "money.wallet-limit"


def money_wallet_limit(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Each planned payment against the limit of one; those of a payer, wallet and year against the year's.

    A payment counts where it is in US dollars or carries a rate to them; otherwise nobody can say.
    """
    policy = reference.policies.get("wallet.foreign-card")
    if policy is None:
        return
    by_year: defaultdict[tuple[object, ...], Decimal] = defaultdict(Decimal)
    for payment in journey.payments:
        dollars = _dollars(payment)
        if payment.method not in _WALLETS or dollars is None or payment.state in _DONE[1:]:
            continue
        on = payment.paid_on or payment.due_on
        year = (payment.payer or payment.payer_name, payment.method, on.year if on else None)
        before, by_year[year] = by_year[year], by_year[year] + dollars
        if payment.state in _DONE:
            continue
        if dollars > policy["usd_per_payment"]:
            yield _finding(
                payment,
                policy,
                N_(
                    "{payment}, {amount}, is more than the {limit} a foreign card pays at once in a wallet.",
                    payment=_named(payment),
                    amount=payment.amount,
                    limit=Money(amount=Decimal(policy["usd_per_payment"]), currency="USD"),
                ),
            )
        elif before <= policy["usd_per_year"] < by_year[year]:
            yield _finding(
                payment,
                policy,
                N_(
                    "With {payment}, {amount}, the wallet passes the {limit} of a foreign card in a year.",
                    payment=_named(payment),
                    amount=payment.amount,
                    limit=Money(amount=Decimal(policy["usd_per_year"]), currency="USD"),
                ),
            )


def _dollars(payment: Payment) -> Decimal | None:
    if payment.amount.currency == "USD":
        return payment.amount.amount
    rate = payment.rate
    if rate is None or (rate.base, rate.quote) != (payment.amount.currency, "USD"):
        return None
    return payment.amount.amount * rate.rate


def _named(payment: Payment) -> Text | Message:
    return payment.what or N_("A payment")


def _finding(payment: Payment, policy: Policy, message: Message) -> Finding:
    subject = Subject("payment", payment.id, "method")
    return Finding(
        CODE,
        Severity.WARNING,
        message,
        subject,
        Source.of(policy),
        (Fix(N_("Choose another way to pay"), OpenField(subject)),),
        payment.due_on,
    )
