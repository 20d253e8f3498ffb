"""``passport.missing``: somebody is to cross a border, and their passport or its last day is not entered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject
from planner.schedule.outline import outline

CODE = "passport.missing"


def passport_missing(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """One finding a traveller, while an entry is to come."""
    told = set()
    source = Source.of(reference.policy("passport.validity", journey.country))
    for stay in outline(journey).entries:
        traveller = stay.traveller
        if traveller is None or traveller.id in told or (stay.entered_on and stay.entered_on < today):
            continue
        passport = traveller.current_passport
        if passport is None:
            told.add(traveller.id)
            subject = Subject("traveller", traveller.id, "passports")
            yield Finding(
                CODE,
                Severity.WARNING,
                N_("No passport in use is entered for {name}, who is to cross the border.", name=stay.name),
                subject,
                source,
                (Fix(N_("Enter the passport"), OpenField(subject)),),
                stay.entered_on,
            )
        elif passport.expires_on is None:
            told.add(traveller.id)
            subject = Subject("passport", passport.id, "expires_on")
            yield Finding(
                CODE,
                Severity.WARNING,
                N_(
                    "Until when passport {number} of {name} is valid has not been entered.",
                    number=passport.number,
                    name=stay.name,
                ),
                subject,
                source,
                (Fix(N_("Enter its last day"), OpenField(subject)),),
                stay.entered_on,
            )
