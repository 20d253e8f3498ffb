"""``passport.validity-short``: a passport does not last long enough after the entry."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

from planner.message import N_, NN_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, OpenField, Severity, Source, Subject
from planner.schedule.outline import outline

CODE = "passport.validity-short"


def passport_validity_short(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Six months after the day of entry, by the calendar of the country; while the entry is to come.

    One that expires during the stay itself is another finding.
    """
    policy = reference.policy("passport.validity", journey.country)
    if policy is None:
        return
    seen, told, months = outline(journey), set(), policy["months_after_entry"]
    for stay in sorted(seen.entries, key=lambda one: one.entered_on or dt.date.max, reverse=True):
        passport = stay.traveller.current_passport if stay.traveller else None
        if stay.traveller is None or passport is None or passport.expires_on is None:
            continue
        if stay.entered_on is None or stay.entered_on < today or stay.traveller.id in told:
            continue
        presence = seen.presences.get(stay.entry.id)
        last = presence.on if presence is not None else stay.entered_on
        wanted = _later(stay.entered_on, months)
        if not last <= passport.expires_on < wanted:
            continue
        told.add(stay.traveller.id)
        subject = Subject("passport", passport.id, "expires_on")
        yield Finding(
            CODE,
            Severity.BLOCKER,
            N_(
                "Passport {number} of {name} is valid until {expires}; for an entry on {entry} it must be "
                "valid for {months} more, until {wanted}.",
                number=passport.number,
                name=stay.name,
                expires=passport.expires_on,
                entry=stay.entered_on,
                months=NN_("{count} month", "{count} months", months),
                wanted=wanted,
            ),
            subject,
            Source.of(policy),
            (
                Fix(
                    N_("Make a task: renew the passport"),
                    MakeTask(subject, N_("Have the passport of {name} renewed", name=stay.name)),
                ),
                Fix(
                    N_("Enter the new passport"),
                    OpenField(Subject("traveller", stay.traveller.id, "passports")),
                ),
            ),
            stay.entered_on,
        )


def _later(day: dt.date, months: int) -> dt.date:
    """The same day of the month that many months on, or the last one the month has."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
