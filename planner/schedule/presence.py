"""Until when somebody must be in the country of treatment during one entry, and what keeps them there."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from planner.record.appointment import Appointment, AppointmentKind, AppointmentState
from planner.record.leg import Leg
from planner.record.mdt import MeetingMode
from planner.record.thing import Thing
from planner.record.traveller import Traveller

if TYPE_CHECKING:
    from planner.schedule.outline import EntryStay, Outline

#: Appointments that belong to the time after the journey, wherever they are.
_AFTERWARDS = (AppointmentKind.FOLLOW_UP, AppointmentKind.TELE_REVIEW, AppointmentKind.REMOTE_CONSULTATION)


class Presence(NamedTuple):
    """The last day, by the country's calendar, of one entry, and the thing that makes it the last.

    ``thing`` is the entry itself where that is its exit, or the leg that leaves the country; both are a
    departure. Else it is what comes later than either: a session, an appointment, a night.
    """

    on: dt.date
    thing: Thing
    is_departure: bool = False


def presences(outline: Outline) -> Mapping[str, Presence]:
    """The last day of each entry of ``outline``, by the entry's id; none for one of which no day is known."""
    found: dict[str, Presence] = {}
    by_traveller: dict[str, list[EntryStay]] = defaultdict(list)
    for stay in outline.entries:
        by_traveller[stay.entry.traveller].append(stay)
    kept = _days_in_country(
        outline, {who: min(map(_decided_until, stays)) for who, stays in by_traveller.items()}
    )
    for traveller, stays in by_traveller.items():
        stays.sort(key=lambda stay: stay.entered_on or dt.date.min)
        for position, stay in enumerate(stays):
            first = stay.entered_on
            after = stays[position + 1].entered_on if position + 1 < len(stays) else None
            exited = stay.exited_on
            last = Presence(exited, stay.entry, is_departure=True) if exited else None
            if first is not None:
                end = after or _comes_back(outline, traveller, exited) or dt.date.max
                for day in kept[traveller]:
                    if first <= day.on < end and (last is None or day.on > last.on):
                        last = day
            if last is not None:
                found[stay.entry.id] = last
    return found


def _comes_back(outline: Outline, traveller: str, exited: dt.date | None) -> dt.date | None:
    """The day of the first crossing back after an exit, entered as an entry or not."""
    if exited is None:
        return None
    later = (c.on for c in outline.crossings if c.traveller == traveller and c.is_inward and c.on > exited)
    return min(later, default=None)


def _decided_until(stay: EntryStay) -> dt.date:
    """The day up to which nothing can make a stay longer: the exit, else the day before the entry."""
    if stay.exited_on is not None:
        return stay.exited_on
    return stay.entered_on - dt.timedelta(1) if stay.entered_on is not None else dt.date.max


def _days_in_country(outline: Outline, after: Mapping[str, dt.date]) -> Mapping[str, list[Presence]]:
    """What each traveller of ``after`` must be there for later than that day."""
    kept: dict[str, list[Presence]] = defaultdict(list)
    for on, thing, travellers in _things_there(outline, min(after.values(), default=dt.date.max)):
        is_departure = isinstance(thing, Leg) and outline.is_inside(thing.destination) is False
        for traveller in travellers:
            if traveller in after and on > after[traveller]:
                kept[traveller].append(Presence(on, thing, is_departure))
    return kept


def _things_there(outline: Outline, after: dt.date) -> Iterator[tuple[dt.date, Thing, tuple[str, ...]]]:
    """What takes place in the country later than that day, and for whom; departures on their own day."""
    patient, there = outline.journey.patient, outline.date_there
    if patient is not None:
        for course in outline.journey.courses:
            for session in outline.sessions(course):
                if session.starts.date >= after and (on := there(session.starts)) > after:
                    yield on, session, (patient.id,)
    for appointment in outline.appointments:
        starts = appointment.starts
        if starts is None or starts.date < after:  # a day there is at most one later
            continue
        if (on := there(starts)) > after and _is_there(outline, appointment, starts.zone):
            yield on, appointment, _attending(appointment, patient)
    for leg in outline.legs:
        if leg.departs is not None and outline.is_inside(leg.origin) and (on := there(leg.departs)) > after:
            yield on, leg, leg.travellers
        if (
            leg.arrives is not None
            and outline.is_inside(leg.destination)
            and (on := there(leg.arrives)) > after
        ):
            yield on, leg, leg.travellers
    for night in outline.stays:
        is_there = outline.is_inside(night.place) is not False
        if is_there and night.leaves is not None and (on := there(night.leaves)) > after:
            yield on, night, night.travellers


def _attending(appointment: Appointment, patient: Traveller | None) -> tuple[str, ...]:
    if appointment.patient_present or patient is None:
        return appointment.travellers
    return tuple(traveller for traveller in appointment.travellers if traveller != patient.id)


def _is_there(outline: Outline, appointment: Appointment, zone: str) -> bool:
    if appointment.mode is not MeetingMode.IN_PERSON or appointment.kind in _AFTERWARDS:
        return False
    if appointment.state is AppointmentState.MISSED:
        return False
    inside = outline.is_inside(appointment.place)
    return zone == outline.journey.zone if inside is None else inside
