"""Amounts, dated exchange rates, and all that is estimated, paid, held, drawn, refunded and receipted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from planner.record.ids import (
    DepositId,
    DocumentId,
    EstimateLineId,
    PaymentId,
    PlaceId,
    ReceiptId,
    TravellerId,
)
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.tie import Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An amount in one currency (ISO 4217), exact; never negative — the direction is the payment's kind."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedRate:
    """One unit of ``base`` cost ``rate`` units of ``quote`` on that day, as ``source`` published it."""

    base: str
    quote: str
    rate: Decimal
    on: dt.date
    source: str = ""


class EstimateCategory(StrEnum):
    """What an estimate line pays for."""

    MEDICAL = "medical"
    TRAVEL = "travel"
    ACCOMMODATION = "accommodation"
    INTERPRETING = "interpreting"
    DOCUMENTS = "documents"
    AGENCY = "agency"
    OTHER = "other"


class PaymentKind(StrEnum):
    """Which way and why money moves."""

    PAYMENT = "payment"
    DEPOSIT = "deposit"
    TOP_UP = "top-up"
    REFUND = "refund"


class PaymentMethod(StrEnum):
    """How money is paid; wallets have limits per payment and per year."""

    WIRE = "wire"
    CARD = "card"
    ALIPAY = "alipay"
    WECHAT_PAY = "wechat-pay"
    CASH = "cash"
    OTHER = "other"


class PaymentState(StrEnum):
    """How far a payment has got."""

    PLANNED = "planned"
    SENT = "sent"
    RECEIVED = "received"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateLine(Thing):
    """One line of what the journey is expected to cost, and who said so."""

    id: EstimateLineId
    what: Text
    amount: Money
    category: EstimateCategory = EstimateCategory.MEDICAL
    stated_on: dt.date | None = None
    valid_until: dt.date | None = None
    payee: PlaceId | None = None
    document: DocumentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment(Thing):
    """Money that moves or will. Deposits and top-ups fill the deposit account they name; refunds empty it.

    ``rate`` turns the amount into the payer's currency, if they watch it. ``payer_name`` and
    ``payee_name`` are for those who are neither a traveller nor a place of the record.
    """

    id: PaymentId
    kind: PaymentKind
    what: Text
    amount: Money
    state: PaymentState = PaymentState.PLANNED
    method: PaymentMethod | None = None
    due_on: dt.date | None = None
    due_tie: Tie | None = None
    paid_on: dt.date | None = None
    rate: DatedRate | None = None
    payer: TravellerId | None = None
    payer_name: Text = Text()
    payee: PlaceId | None = None
    payee_name: Text = Text()
    deposit: DepositId | None = None
    estimate_line: EstimateLineId | None = None
    refund_terms: Text = Text()
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What the payee said was left of a deposit at the end of a day (local to the payee)."""

    on: dt.date
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Deposit(Thing):
    """A deposit held by a hospital and drawn down daily. It must be topped up before it runs out.

    ``daily_draw`` is the expected draw per calendar day from ``draws_from`` to ``draws_to``, both included.
    """

    id: DepositId
    held_by: PlaceId | None = None
    what: Text = Text()
    daily_draw: Money | None = None
    draws_from: dt.date | None = None
    draws_to: dt.date | None = None
    draws_to_tie: Tie | None = None
    refund_terms: Text = Text()
    balances: tuple[Balance, ...] = ()


class ReceiptKind(StrEnum):
    """What proves a payment; in China only a 发票 (fapiao) from the hospital's own cashier does."""

    FAPIAO = "fapiao"
    ITEMISED_LIST = "itemised-list"
    RECEIPT = "receipt"
    INVOICE = "invoice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt(Thing):
    """Proof of a payment, to be carried home for the insurer or the doctor."""

    id: ReceiptId
    kind: ReceiptKind
    payment: PaymentId | None = None
    number: str = ""
    issued_on: dt.date | None = None
    amount: Money | None = None
    document: DocumentId | None = None
