"""Nights that are added or fall away, and what they cost at the rate in the record."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from planner.message import N_, NN_, Message
from planner.record.constraint import amount_expected
from planner.record.money import Money
from planner.record.stay import Stay
from planner.record.subject import Subject
from planner.schedule.slip.circumstances import Circumstances
from planner.schedule.slip.consequence import Consequence, ConsequenceKind
from planner.schedule.slip.moved_dates import MovedDate
from planner.schedule.slip.names import name_of
from planner.schedule.slip.tie_words import why_moved


def night_consequences(
    stay: Stay, moved: MovedDate, depends_on: str, about: Circumstances
) -> Iterator[Consequence]:
    """A stay ends on another date; the house must be asked when it was promised the old one."""
    promised = about.is_promised(stay.booking)
    main = Consequence(
        kind=ConsequenceKind.STAY,
        subject=moved.field.subject,
        what=name_of(stay, about.places),
        old=moved.field.value,
        new=moved.new,
        why=why_moved(moved, about),
        needs_rebooking=promised,
        free_cancel_until=stay.booking.free_cancel_until,
        free_cancel_over=about.free_cancel_over(stay.booking),
        you_decide=about.doubts(moved.field.value, moved.new),
        depends_on=depends_on,
    )
    yield main
    if moved.days and (stay.nightly_rate or stay.booking.cost):
        yield _cost(stay, moved, main, about)


def _cost(stay: Stay, moved: MovedDate, main: Consequence, about: Circumstances) -> Consequence:
    rate, cost = stay.nightly_rate, stay.booking.cost
    old = cost or _all_nights(stay)
    new = None
    if rate and old and rate.currency == old.currency:
        amount = max(Decimal(0), old.amount + moved.days * rate.amount)
        new = Money(amount=amount, currency=old.currency) if amount_expected(amount) is None else None
    doubts = []
    if new is None:
        doubts.append(N_("Ask the house what the nights cost."))
    elif moved.days < 0:
        doubts.append(N_("Ask whether the house charges for nights given back."))
    return Consequence(
        kind=ConsequenceKind.COST,
        subject=Subject("stay", stay.id, "booking.cost"),
        what=N_("Cost of the nights: {place}", place=main.what),
        old=old,
        new=new,
        why=_why(moved.days, rate),
        you_decide=tuple(doubts),
        depends_on=main.key,
    )


def _all_nights(stay: Stay) -> Money | None:
    if stay.arrives is None or stay.leaves is None or stay.nightly_rate is None:
        return None
    nights = max(0, (stay.leaves.date - stay.arrives.date).days)
    return Money(amount=nights * stay.nightly_rate.amount, currency=stay.nightly_rate.currency)


def _why(nights: int, rate: Money | None) -> Message:
    if rate is None:
        return N_("The record has no rate for one night.")
    if nights > 0:
        return NN_("{count} more night at {rate}.", "{count} more nights at {rate}.", nights, rate=rate)
    return NN_("{count} night fewer at {rate}.", "{count} nights fewer at {rate}.", -nights, rate=rate)
