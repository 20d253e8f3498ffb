"""``passport.expired``: a passport has expired, or will before its holder has left the country."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, OpenField, Severity, Source, Subject
from planner.schedule.outline import outline

CODE = "passport.expired"


def passport_expired(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Its last day is still valid. Without an entry it is only compared with today."""
    seen = outline(journey)
    last_days: dict[str, dt.date] = {}
    for stay in seen.entries:
        presence = seen.presences.get(stay.entry.id)
        day = presence.on if presence is not None else stay.entered_on
        if day is not None:
            last_days[stay.entry.traveller] = max(day, last_days.get(stay.entry.traveller, day))
    source = Source.of(reference.policy("passport.validity", journey.country))
    for traveller in journey.travellers:
        passport = traveller.current_passport
        until = last_days.get(traveller.id, today)
        if passport is None or passport.expires_on is None or until < today:
            continue
        if passport.expires_on < until or passport.expires_on < today:
            subject = Subject("passport", passport.id, "expires_on")
            past = passport.expires_on < today
            facts = {"number": passport.number, "name": seen.called(traveller), "day": passport.expires_on}
            yield Finding(
                CODE,
                Severity.BLOCKER,
                N_("Passport {number} of {name} expired on {day}.", **facts)
                if past
                else N_(
                    "Passport {number} of {name} expires on {day}, before the stay ends on {until}.",
                    until=until,
                    **facts,
                ),
                subject,
                source,
                (
                    Fix(
                        N_("Make a task: renew the passport"),
                        MakeTask(subject, N_("Have the passport of {name} renewed", name=facts["name"])),
                    ),
                    Fix(
                        N_("Enter the new passport"),
                        OpenField(Subject("traveller", traveller.id, "passports")),
                    ),
                ),
                passport.expires_on,
            )
