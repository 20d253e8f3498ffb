"""``patient.missing``: nobody is entered as the patient of the journey."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.record.traveller import TravellerRole
from planner.reference.reference import Reference
from planner.rules.finding import EnterNew, Finding, Fix, Severity, Subject

CODE = "patient.missing"


def patient_missing(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Consent, visas, passports and the copies all hang on the patient: without one they stay unchecked."""
    if journey.patient is not None:
        return
    subject = Subject("journey", journey.id, "travellers")
    yield Finding(
        CODE,
        Severity.WARNING,
        N_("No patient is entered, so neither passport nor visa nor consent can be checked."),
        subject,
        None,
        (Fix(N_("Enter the patient"), EnterNew(subject, (("role", TravellerRole.PATIENT),))),),
    )
