"""The lanes of money and of tasks: what is due, what was paid, what is drawn, what somebody has to do."""

from __future__ import annotations

from collections.abc import Iterator

from planner.itinerary.item import Standing
from planner.itinerary.lanes.mark import Lane, Mark, further
from planner.itinerary.standing import confirmed
from planner.message import N_, NP_
from planner.record.journey import Journey
from planner.record.kind_names import PAYMENT_KINDS
from planner.record.money import Deposit, EstimateLine, Payment, PaymentState, Receipt
from planner.record.task import Task
from planner.schedule.dated_fields import Moment
from planner.schedule.move_date import why_still

_PAYMENT = {
    PaymentState.PLANNED: Standing.TO_BE_CONFIRMED,
    PaymentState.SENT: Standing.CONFIRMED,
    PaymentState.RECEIVED: Standing.DONE,
    PaymentState.FAILED: Standing.MISSED,
    PaymentState.CANCELLED: Standing.CANCELLED,
}


def money_marks(journey: Journey) -> Iterator[Mark]:
    """Everything about money that has a date, in no order."""
    for line in journey.estimate:
        yield from _estimate(line)
    for payment in journey.payments:
        yield from _payment(payment)
    for deposit in journey.deposits:
        yield from _deposit(deposit)
    for receipt in journey.receipts:
        yield from _receipt(receipt)


def task_marks(journey: Journey) -> Iterator[Mark]:
    """Every task that has a date, in no order."""
    for task in journey.tasks:
        yield from _task(task)


def _payment(payment: Payment) -> Iterator[Mark]:
    planned = payment.state in (PaymentState.PLANNED, PaymentState.FAILED)
    dates: list[tuple[str, Moment | None]] = [("paid_on", payment.paid_on), ("due_on", payment.due_on)]
    if planned:
        dates.reverse()
    field, starts = next(((name, day) for name, day in dates if day is not None), ("", None))
    if starts is None:
        return
    yield Mark(
        id=payment.id,
        kind="payment",
        lane=Lane.MONEY,
        field=field,
        name=N_("{what}, {amount}", what=payment.what or PAYMENT_KINDS[payment.kind], amount=payment.amount),
        starts=starts,
        standing=_PAYMENT[payment.state],
        variant=payment.kind,
        state=payment.state,
        is_limit=planned and field == "due_on",
        still=why_still(payment),
        further=further((N_("Due"), payment.due_on), (N_("Paid"), payment.paid_on)),
    )


def _deposit(deposit: Deposit) -> Iterator[Mark]:
    balances = [balance.on for balance in deposit.balances]
    starts = deposit.draws_from or deposit.draws_to or max(balances, default=None)
    if starts is None:
        return
    lasts = deposit.draws_from is not None
    what = deposit.what or NP_("timeline", "Deposit")
    draw = deposit.daily_draw
    yield Mark(
        id=deposit.id,
        kind="deposit",
        lane=Lane.MONEY,
        field="draws_from" if lasts else "draws_to" if deposit.draws_to else "balances",
        name=N_("{deposit}, {draw} a day", deposit=what, draw=draw) if draw else N_("{what}", what=what),
        starts=starts,
        ends=deposit.draws_to if lasts else None,
        standing=Standing.CONFIRMED,
        still=why_still(deposit),
    )


def _estimate(line: EstimateLine) -> Iterator[Mark]:
    starts = line.stated_on or line.valid_until
    if starts is None:
        return
    yield Mark(
        id=line.id,
        kind="estimate-line",
        lane=Lane.MONEY,
        field="stated_on" if line.stated_on else "valid_until",
        name=N_("Estimate: {what}, {amount}", what=line.what, amount=line.amount),
        starts=starts,
        standing=Standing.DONE,
        variant=line.category,
        is_far=line.stated_on is None,
        still=why_still(line),
        further=further((N_("Valid until"), line.valid_until)),
    )


def _receipt(receipt: Receipt) -> Iterator[Mark]:
    if receipt.issued_on is None:
        return
    yield Mark(
        id=receipt.id,
        kind="receipt",
        lane=Lane.MONEY,
        field="issued_on",
        name=N_("Receipt {number}", number=receipt.number) if receipt.number else NP_("timeline", "Receipt"),
        starts=receipt.issued_on,
        standing=Standing.DONE,
        variant=receipt.kind,
        still=why_still(receipt),
    )


def _task(task: Task) -> Iterator[Mark]:
    starts = task.done_on or task.due_on
    if starts is None:
        return
    yield Mark(
        id=task.id,
        kind="task",
        lane=Lane.TASKS,
        field="done_on" if task.done_on else "due_on",
        name=N_("{what}", what=task.title) if task.title else N_("A task"),
        starts=starts,
        standing=Standing.DONE if task.done_on else confirmed(False),
        is_limit=task.done_on is None,
        still=why_still(task),
        further=further((N_("Due"), task.due_on)) if task.done_on else (),
    )
