"""Forms of papers: documents, visas, entries, consents, notices, disclosures, tasks."""

from __future__ import annotations

from typing import Any

from planner.message import N_
from planner.record.consent import Consent, Disclosure, Notice
from planner.record.document import Document, DocumentKind, DocumentState, Sending
from planner.record.task import Task
from planner.record.treatment_days import DatedPolicy, TreatmentDayKind
from planner.record.visa import Entry, EntryBasis, StayExtension, Visa, VisaStep, VisaStepKind
from ui.editing.form_spec import FormSpec, Group, Values

_COVERING = (DocumentKind.INVITATION_LETTER, DocumentKind.ACCEPTANCE, DocumentKind.INSURANCE_POLICY)
_NOT_HAD = (DocumentState.NEEDED, DocumentState.REQUESTED)
_VISAS = (EntryBasis.S2, EntryBasis.S1, EntryBasis.M, EntryBasis.L, EntryBasis.Q2, EntryBasis.OTHER)


def _is_no_visa(held: Values) -> bool:
    return held["basis"] not in _VISAS


def _is_not_custom(held: Values) -> bool:
    return held["kind"] is not TreatmentDayKind.CUSTOM


PAPERS: dict[Any, FormSpec] = {
    Document: FormSpec(
        (
            Group(("kind", "state", "title", "traveller")),
            Group(
                ("needed_for", "needed_by", "needed_by_tie", "translations_needed", "carried_by_hand"),
                N_("What it is needed for"),
            ),
            Group(("source", "received_on", "received_from"), N_("Where it came from")),
            Group(
                (
                    *("languages", "translation_of", "issuer", "issued_on", "expires_on"),
                    *("covers_from", "covers_to", "number", "passport_number", "name_printed"),
                ),
                N_("What it says"),
            ),
            Group(("events",), N_("What became of it")),
            Group(("sendings",), N_("Sendings")),
        ),
        {
            "covers_from": lambda held: held["kind"] not in _COVERING,
            "covers_to": lambda held: held["kind"] not in _COVERING,
            "received_on": lambda held: held["state"] in _NOT_HAD,
            "received_from": lambda held: held["state"] in _NOT_HAD,
        },
    ),
    Sending: FormSpec(
        (
            Group(("sent_on", "received_on", "to_place", "to_contact", "to_name", "means")),
            Group(("consent", "sent_by")),
        ),
        {
            "to_contact": lambda held: bool(held["to_place"] or held["to_name"]),
            "to_name": lambda held: bool(held["to_place"] or held["to_contact"]),
        },
    ),
    Visa: FormSpec(
        (
            Group(("traveller", "basis", "state", "purpose", "country", "policy")),
            Group(
                (
                    "number",
                    "issued_on",
                    "issued_at",
                    "passport",
                    "passport_number",
                    "name_printed",
                    "document",
                ),
                N_("As on the visa"),
            ),
            Group(("enter_by", "stay_days", "counting", "multiple", "entries"), N_("What it permits")),
            Group(("steps",), N_("Steps of the application")),
        ),
        {
            "number": _is_no_visa,
            "issued_on": _is_no_visa,
            "issued_at": _is_no_visa,
            "policy": lambda held: held["basis"] in _VISAS,
            "entries": lambda held: bool(held["multiple"]),
        },
    ),
    VisaStep: FormSpec(
        (Group(("kind", "place", "planned", "done_on", "stated_reason", "next_action")),),
        {
            "stated_reason": lambda held: held["kind"] is not VisaStepKind.REFUSED,
            "next_action": lambda held: held["kind"] is not VisaStepKind.REFUSED,
        },
    ),
    Entry: FormSpec(
        (
            Group(("traveller", "visa", "country", "state")),
            Group(("entry_leg", "entry_port", "entered"), N_("Crossing in")),
            Group(("exit_leg", "exit_port", "exited", "exit_tie"), N_("Crossing out")),
            Group(("stamped_until", "arrival_card_on", "registrations"), N_("While in the country")),
            Group(("extensions",), N_("Extensions of stay")),
        )
    ),
    StayExtension: FormSpec(
        (Group(("kind", "state", "apply_on", "applied_on", "at", "until", "number", "document")),)
    ),
    Consent: FormSpec(
        (
            Group(("traveller", "audience", "recipient_place", "recipient_contact", "recipient_name")),
            Group(("categories", "purpose", "overseas"), N_("What for")),
            Group(("given_on", "withdrawn_on", "wording", "document"), N_("How it was given")),
        ),
        {
            "recipient_contact": lambda held: bool(held["recipient_place"] or held["recipient_name"]),
            "recipient_name": lambda held: bool(held["recipient_place"] or held["recipient_contact"]),
        },
    ),
    Notice: FormSpec((Group(("kind", "traveller", "given", "means", "wording", "documents")),)),
    Disclosure: FormSpec(
        (
            Group(("kind", "at", "audience", "recipient_place", "recipient_contact", "recipient_name")),
            Group(("documents", "consent", "by", "issue", "revision"), N_("What and why")),
        ),
        {
            "recipient_contact": lambda held: bool(held["recipient_place"] or held["recipient_name"]),
            "recipient_name": lambda held: bool(held["recipient_place"] or held["recipient_contact"]),
            "revision": lambda held: bool(held["issue"]),
        },
    ),
    Task: FormSpec(
        (Group(("title", "due_on", "done_on", "due_tie", "owner", "about")),), own=("origin", "origin_code")
    ),
    DatedPolicy: FormSpec(
        (
            Group(
                (
                    "valid_from",
                    "kind",
                    "weekdays",
                    "holidays",
                    "treats_on_makeup_workdays",
                    "checked_on",
                    "source",
                )
            ),
            Group(
                ("closed_days", "extra_days", "service_day", "machine_down", "exceptions"),
                N_("Days of its own"),
            ),
        ),
        {
            "weekdays": _is_not_custom,
            "holidays": _is_not_custom,
            "treats_on_makeup_workdays": _is_not_custom,
        },
    ),
}
