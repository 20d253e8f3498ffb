"""``travel.hotel-cannot-register``: foreigners are to sleep in a hotel that may not register them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.booking import BookingState
from planner.record.journey import Journey
from planner.record.stay import Stay, StayKind
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject
from planner.schedule.agenda import Agenda, agenda

CODE = "travel.hotel-cannot-register"


def travel_hotel_cannot_register(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Such a hotel turns them away at the desk: a blocker; a warning for a fallback, or what is an idea.

    While nobody has asked, a note; a warning once the first night is near.
    """
    policy = reference.policy("stay.registration", journey.country)
    if policy is None:
        return
    seen = agenda(journey)
    soon = today + dt.timedelta(reference.limits.arrangement_days)
    for stay in journey.stays:
        place = seen.outline.places.get(stay.place) if stay.place else None
        if place is None or stay.kind is not StayKind.HOTEL or stay.booking.state is BookingState.CANCELLED:
            continue
        if not seen.outline.is_inside(place.id) or seen.is_over(stay.leaves, today):
            continue
        registers = (
            place.registers_foreigners if stay.registers_foreigners is None else stay.registers_foreigners
        )
        if registers or not _has_foreigners(seen, stay):
            continue
        on = seen.outline.date_there(stay.arrives) if stay.arrives else None
        if registers is None:
            near = on is not None and on <= soon and not stay.is_fallback
            severity = Severity.WARNING if near else Severity.NOTE
            message = N_(
                "Nobody has entered whether {place} registers foreign guests; if not, it turns them away.",
                place=seen.place_called(place.id),
            )
        else:
            spare = stay.is_fallback or stay.booking.state is BookingState.IDEA
            severity = Severity.WARNING if spare else Severity.BLOCKER
            message = N_(
                "{place} cannot register foreign guests; it would turn them away.",
                place=seen.place_called(place.id),
            )
        subject = Subject("stay", stay.id, "registers_foreigners")
        yield Finding(
            CODE,
            severity,
            message,
            subject,
            Source.of(policy),
            (
                Fix(N_("Enter what the hotel says"), OpenField(subject)),
                Fix(N_("Choose another hotel"), OpenField(Subject("stay", stay.id, "place"))),
            ),
            on,
        )


def _has_foreigners(seen: Agenda, stay: Stay) -> bool:
    return any(
        guest.nationality != seen.journey.country
        for guest in seen.journey.travellers
        if not stay.travellers or guest.id in stay.travellers
    )
