"""``allergy.unstated``: nobody has asked somebody about allergies, or the answer is not written down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.record.traveller import AllergyStatement, TravellerRole
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, SetField, Severity, Subject
from planner.schedule.names import traveller_name

CODE = "allergy.unstated"


def allergy_unstated(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """The emergency card prints what was stated; "none known" is an answer, silence is not."""
    for traveller in journey.travellers:
        statement = traveller.allergy_statement
        listed = statement is AllergyStatement.LISTED and traveller.allergies
        if statement is AllergyStatement.NONE_KNOWN or listed:
            continue
        subject = Subject("traveller", traveller.id, "allergy_statement")
        none_known = SetField(subject, AllergyStatement.NONE_KNOWN)
        patient = traveller.role is TravellerRole.PATIENT
        yield Finding(
            CODE,
            Severity.WARNING if patient else Severity.NOTE,
            N_(
                "The allergies of {name} are said to be listed, and none is.",
                name=traveller_name(traveller),
            )
            if statement is AllergyStatement.LISTED
            else N_("Nobody has asked {name} about allergies.", name=traveller_name(traveller)),
            subject,
            None,
            (
                Fix(N_("Enter the allergies"), OpenField(Subject("traveller", traveller.id, "allergies"))),
                Fix(N_("No known allergies"), none_known),
            ),
        )
