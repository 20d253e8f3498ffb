"""Forms of the way and of money: legs, stays, bookings, the estimate, payments, deposits, receipts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from planner.message import N_
from planner.record.booking import BookedName, Booking, Confirmation
from planner.record.leg import Leg, LegMode
from planner.record.money import Deposit, EstimateLine, Payment, PaymentKind, Receipt
from planner.record.stay import Stay, StayKind
from ui.editing.form_spec import FormSpec, Group, Values


def _not(*modes: LegMode) -> Callable[[Values], bool]:
    return lambda held: held["mode"] not in modes


_CARRIED = _not(LegMode.FLIGHT, LegMode.TRAIN, LegMode.COACH, LegMode.FERRY)
_FLOWN = _not(LegMode.FLIGHT)

TRAVEL: dict[Any, FormSpec] = {
    Leg: FormSpec(
        (
            Group(("mode", "number", "carrier_code", "carrier", "cabin")),
            Group(("travellers",)),
            Group(
                ("origin", "origin_detail", "origin_terminal", "departs", "departs_tie", "check_in"),
                N_("Departure"),
            ),
            Group(("destination", "destination_detail", "destination_terminal", "arrives"), N_("Arrival")),
            Group(("driver", "escort", "instructions"), N_("Who helps")),
            Group(("booking",), N_("Booking")),
            Group(("baggage", "seats", "service_requests", "needs_clearance", "clearances"), N_("On board")),
        ),
        {
            "number": _CARRIED,
            "carrier": _CARRIED,
            "carrier_code": _FLOWN,
            "cabin": _CARRIED,
            "baggage": _CARRIED,
            "seats": _CARRIED,
            "origin_terminal": _not(LegMode.FLIGHT, LegMode.FERRY),
            "destination_terminal": _not(LegMode.FLIGHT, LegMode.FERRY),
            "check_in": _not(LegMode.FLIGHT, LegMode.FERRY),
            "service_requests": _FLOWN,
            "needs_clearance": _FLOWN,
            "clearances": _FLOWN,
            "driver": _not(LegMode.CAR, LegMode.COACH),
        },
    ),
    Stay: FormSpec(
        (
            Group(("kind", "place", "travellers", "arrives", "leaves", "leaves_tie", "is_fallback")),
            Group(("room_type", "room", "nightly_rate", "registers_foreigners"), N_("Room")),
            Group(("booking",), N_("Booking")),
        ),
        {"nightly_rate": lambda held: held["kind"] is StayKind.FAMILY},
    ),
    Booking: FormSpec((Group(("state", "reference", "booked_on", "cost", "free_cancel_until", "names")),)),
    BookedName: FormSpec((Group(("traveller", "name", "passport_number", "ticket_number")),)),
    Confirmation: FormSpec((Group(("by", "on", "reference")),)),
    EstimateLine: FormSpec(
        (Group(("what", "amount", "category", "stated_on", "valid_until", "payee", "document")),)
    ),
    Payment: FormSpec(
        (
            Group(("kind", "state", "what", "amount", "method", "reference")),
            Group(("due_on", "paid_on", "due_tie"), N_("When")),
            Group(("payer", "payer_name", "payee", "payee_name"), N_("Who pays whom")),
            Group(("rate", "deposit", "estimate_line", "refund_terms"), N_("What it belongs to")),
        ),
        {
            "payer_name": lambda held: bool(held["payer"]),
            "payee_name": lambda held: bool(held["payee"]),
            "deposit": lambda held: held["kind"] is PaymentKind.PAYMENT,
        },
    ),
    Deposit: FormSpec(
        (
            Group(("what", "held_by", "refund_terms")),
            Group(("daily_draw", "draws_from", "draws_to", "draws_to_tie"), N_("How it is drawn")),
            Group(("balances",), N_("Balances")),
        )
    ),
    Receipt: FormSpec((Group(("kind", "number", "payment", "issued_on", "amount", "document")),)),
}
