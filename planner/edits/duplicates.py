"""A copy of a thing as the start of another: what the two share is kept, what only the first has is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from planner.edits.referring import is_reference
from planner.record.acknowledgement import Acknowledgement
from planner.record.agency import Agency
from planner.record.appointment import Appointment
from planner.record.booking import BookedName, Booking
from planner.record.consent import Consent, Disclosure, Notice
from planner.record.document import Document, Sending
from planner.record.fraction import Fraction
from planner.record.issue import Issue
from planner.record.journey import Journey
from planner.record.leg import Leg, MedicalClearance, ServiceRequest
from planner.record.mdt import MdtMeeting
from planner.record.money import Deposit, EstimateLine, Payment, Receipt
from planner.record.passport import Passport
from planner.record.shape import Kind, shape_of
from planner.record.stay import Stay
from planner.record.task import Task
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.traveller import Insurance, Traveller, TravellerRole
from planner.record.visa import Entry, StayExtension, Visa, VisaStep

#: What belongs to one thing alone: numbers, references, confirmations, what became of it, its files.
NOT_COPIED: Mapping[type, tuple[str, ...]] = {
    Appointment: ("state", "confirmation"),
    BookedName: ("ticket_number",),
    Booking: ("state", "reference", "booked_on", "free_cancel_until"),
    Consent: ("given_on", "withdrawn_on", "document"),
    Deposit: ("balances",),
    Disclosure: ("issue", "revision"),
    Document: (
        *("state", "number", "issued_on", "expires_on", "passport_number", "name_printed"),
        *("received_from", "received_on", "events", "sendings"),
    ),
    Entry: ("state", "stamped_until", "arrival_card_on", "registrations", "extensions"),
    EstimateLine: ("stated_on", "valid_until", "document"),
    Fraction: (
        *("state", "delivered_at", "dose_delivered_gy_rbe", "missed_reason", "missed_words"),
        *("second_session_clinician", "confirmation"),
    ),
    Insurance: ("policy_number", "exclusions_read", "document"),
    Leg: ("seats", "clearances"),
    MdtMeeting: ("opinions", "decision", "written_by", "document", "confirmation"),
    MedicalClearance: ("sent_on", "granted_on", "reference", "document"),
    Notice: ("given",),
    Passport: ("number", "issued_on", "expires_on", "blank_pages", "state"),
    Payment: ("state", "paid_on", "rate", "reference"),
    Receipt: ("number", "issued_on", "document"),
    Sending: ("received_on",),
    ServiceRequest: ("confirmation",),
    Stay: ("room",),
    StayExtension: ("state", "applied_on", "number", "document"),
    Task: ("done_on", "origin", "origin_code"),
    Traveller: (
        *("given_names", "preferred_name", "name_hanzi", "name_at_hospital", "relationship", "born_on"),
        *("sex", "telephone", "telephone_in_china", "wechat", "email", "passports", "allergy_statement"),
        *("allergies", "medicines", "mobility", "service_codes", "diet", "meal_code", "insurance"),
    ),
    Visa: (
        *("state", "passport", "passport_number", "name_printed", "number", "issued_on", "enter_by"),
        *("document",),
    ),
    VisaStep: ("done_on", "stated_reason", "next_action"),
}


def can_be_duplicated(thing: Thing) -> bool:
    """Whether a copy makes sense: not of what only the program makes, a journey or an issued revision."""
    return not isinstance(thing, Journey | Issue | Acknowledgement | Agency | Disclosure)


def duplicate_of(thing: Any, new_id: Callable[[], str]) -> Any:
    """A copy of ``thing`` with fresh ids all through, without what ``NOT_COPIED`` names, and no files.

    What within it referred to itself refers to the copy; ties and references to others stay. A companion
    copied from a traveller shares name, home and emergency contacts, and nothing of their health.
    """
    fresh: dict[str, str] = {}
    copy = _stripped(thing, new_id, fresh)
    if isinstance(copy, Traveller):
        copy = replace(copy, role=TravellerRole.COMPANION)
    return _renamed(copy, fresh)


def _stripped(value: Any, new_id: Callable[[], str], fresh: dict[str, str]) -> Any:
    cls: Any = type(value)
    changed: dict[str, Any] = {}
    not_copied = NOT_COPIED.get(cls, ())
    for shape in shape_of(cls):
        held = getattr(value, shape.name)
        if shape.kind is Kind.ID:
            changed["id"] = fresh[held] = new_id()
        elif shape.name in not_copied:
            changed[shape.name] = "" if shape.required else shape.default
        elif shape.name == "attachments":
            changed["attachments"] = ()
        elif shape.kind is Kind.VALUE and held and shape.type is not Text:
            changed[shape.name] = (
                tuple(_stripped(one, new_id, fresh) for one in held)
                if shape.many
                else _stripped(held, new_id, fresh)
            )
    return replace(value, **changed) if changed else value


def _renamed(value: Any, fresh: Mapping[str, str]) -> Any:
    """``value`` with references to the original's parts leading to the copy's."""
    cls: Any = type(value)
    changed: dict[str, Any] = {}
    for name, refers, many in _where(cls):
        held = getattr(value, name)
        if held is None or held == ():
            continue
        if refers:
            after = tuple(fresh.get(one, one) for one in held) if many else fresh.get(held, held)
        else:
            after = tuple(_renamed(one, fresh) for one in held) if many else _renamed(held, fresh)
        if after != held:
            changed[name] = after
    return replace(value, **changed) if changed else value


@cache
def _where(cls: Any) -> tuple[tuple[str, bool, bool], ...]:
    return tuple(
        (shape.name, is_reference(cls, shape), shape.many is not None)
        for shape in shape_of(cls)
        if is_reference(cls, shape) or shape.kind is Kind.VALUE
    )
