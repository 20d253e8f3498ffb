"""``travel.night-doubled``: somebody has two beds for the same night."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import combinations

from planner.message import N_, NN_
from planner.record.booking import BookingState
from planner.record.journey import Journey
from planner.record.stay import StayKind
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.agenda import Agenda, agenda
from planner.schedule.beds import Bed, Nights, beds_of

CODE = "travel.night-doubled"


def travel_night_doubled(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """A ward is no second bed, since the room outside is kept; nor is a fallback, or what is only an idea."""
    seen = agenda(journey)
    if len(seen.outline.stays) < 2:
        return
    doubled: dict[tuple[str, str], tuple[Bed, Bed, Nights, list[str]]] = {}
    for traveller in journey.travellers:
        beds = [bed for bed in beds_of(journey, traveller.id) if _is_meant(bed)]
        for one, other in combinations(beds, 2):
            last = min(one.end, other.end) - dt.timedelta(1)
            nights = Nights(max(one.first, other.first), last)
            if nights.count > 0 and last >= today:
                key = one.stay.id, other.stay.id
                doubled.setdefault(key, (one, other, nights, []))[3].append(traveller.id)
    for one, other, nights, who in doubled.values():
        yield _finding(seen, one, other, nights, who)


def _is_meant(bed: Bed) -> bool:
    return (
        bed.stay.kind is not StayKind.WARD
        and bed.stay.booking.state is not BookingState.IDEA
        and bed.end < dt.date.max
    )


def _finding(seen: Agenda, one: Bed, other: Bed, nights: Nights, who: list[str]) -> Finding:
    subject = Subject("stay", other.stay.id, "arrives")
    facts = {
        "first": nights.first,
        "place": seen.called(one.stay),
        "other": seen.called(other.stay),
        "names": seen.names(tuple(who)),
    }
    return Finding(
        CODE,
        Severity.WARNING,
        NN_(
            "{count} night is booked twice, that of {first}: {place} and {other}. It concerns {names}.",
            "{count} nights are booked twice, from that of {first} on: {place} and {other}. "
            "It concerns {names}.",
            nights.count,
            **facts,
        ),
        subject,
        None,
        (
            Fix(N_("Change the later stay"), OpenField(subject)),
            Fix(N_("Change the earlier stay"), OpenField(Subject("stay", one.stay.id, "leaves"))),
        ),
        nights.first,
    )
