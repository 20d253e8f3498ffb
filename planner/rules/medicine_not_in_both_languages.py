"""``medicine.not-in-both-languages``: a medicine has no name in one of the languages of the paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.names import traveller_name

CODE = "medicine.not-in-both-languages"


def medicine_not_in_both_languages(
    journey: Journey, reference: Reference, today: dt.date
) -> Iterator[Finding]:
    """An officer and an emergency doctor read the card in their own language; the generic name is meant."""
    for traveller in journey.travellers:
        for medicine in traveller.medicines:
            if all(medicine.name.in_(language) for language in journey.languages):
                continue
            subject = Subject("medicine", medicine.id, "name")
            yield Finding(
                CODE,
                Severity.WARNING,
                N_(
                    "{medicine} of {name} is not named in every language of the paper.",
                    medicine=medicine.name,
                    name=traveller_name(traveller),
                ),
                subject,
                None,
                (Fix(N_("Enter the missing name"), OpenField(subject)),),
            )
