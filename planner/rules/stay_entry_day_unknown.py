"""``stay.entry-day-unknown``: somebody is to enter, and no day is entered from which the stay is counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.booking import BookingState
from planner.record.journey import Journey
from planner.record.visa import EntryBasis
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject
from planner.schedule.outline import EntryStay, outline

CODE = "stay.entry-day-unknown"

#: Grounds on which a stay is not counted from the day of entry.
_NOT_COUNTED = (EntryBasis.RESIDENCE_PERMIT, EntryBasis.HOME_RETURN)


def stay_entry_day_unknown(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """A note. Not for the country's own nationals, nor where an officer's stamp or an extension says the last
    day, nor where the leg one enters on has a day of arrival, which says the day as well.
    """
    arriving = {
        leg.id
        for leg in journey.legs
        if leg.arrives is not None and leg.booking.state is not BookingState.CANCELLED
    }
    for stay in outline(journey).entries:
        if stay.entered_on is not None or stay.entry.entry_leg in arriving or not _is_counted(journey, stay):
            continue
        if stay.permitted.last_day is not None or (stay.exited_on is not None and stay.exited_on < today):
            continue
        subject = Subject("entry", stay.entry.id, "entered")
        yield Finding(
            CODE,
            Severity.NOTE,
            N_(
                "No day is entered on which {name} enters, so the last legal day of the stay is not known.",
                name=stay.name,
            ),
            subject,
            Source.of(reference.entry_policy_of(stay.visa) if stay.visa else None),
            (Fix(N_("Enter the day of entry"), OpenField(subject)),),
        )


def _is_counted(journey: Journey, stay: EntryStay) -> bool:
    """Whether the law limits this stay by days from its entry on."""
    if stay.traveller is not None and stay.traveller.nationality == journey.country:
        return False
    return stay.visa is None or stay.visa.basis not in _NOT_COUNTED
