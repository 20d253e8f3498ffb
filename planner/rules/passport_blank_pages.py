"""``passport.blank-pages``: too few blank pages for a visa and the stamps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, NN_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject
from planner.schedule.outline import outline

CODE = "passport.blank-pages"


def passport_blank_pages(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """While an entry is to come; how many are enough is a limit. Pages nobody counted say nothing."""
    least, told = reference.limits.blank_pages, set()
    for stay in outline(journey).entries:
        passport = stay.traveller.current_passport if stay.traveller else None
        if passport is None or passport.blank_pages is None or passport.id in told:
            continue
        if stay.entered_on is not None and stay.entered_on < today:
            continue
        if passport.blank_pages < least:
            told.add(passport.id)
            subject = Subject("passport", passport.id, "blank_pages")
            yield Finding(
                CODE,
                Severity.WARNING,
                N_(
                    "Passport {number} of {name} has {pages}; visa and stamps need {least} at least.",
                    number=passport.number,
                    name=stay.name,
                    pages=NN_("{count} blank page", "{count} blank pages", passport.blank_pages),
                    least=NN_("{count} page", "{count} pages", least),
                ),
                subject,
                Source.of(reference.policy("passport.validity", journey.country)),
                (Fix(N_("Correct the number of pages"), OpenField(subject)),),
                stay.entered_on,
            )
