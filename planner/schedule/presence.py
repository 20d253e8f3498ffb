"""Until when somebody must be in the country of treatment during one entry, and what keeps them there."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.record.appointment import Appointment, AppointmentKind, AppointmentState
from planner.record.leg import Leg
from planner.record.mdt import MeetingMode
from planner.record.thing import Thing

if TYPE_CHECKING:
    from planner.schedule.outline import EntryStay, Outline

#: Appointments that belong to the time after the journey, wherever they are.
_AFTERWARDS = (AppointmentKind.FOLLOW_UP, AppointmentKind.TELE_REVIEW, AppointmentKind.REMOTE_CONSULTATION)


@dataclass(frozen=True, slots=True)
class Presence:
    """The last day, by the country's calendar, of one entry, and the thing that makes it the last.

    ``thing`` is the entry itself where that is its exit, or the leg that leaves the country; both are a
    departure. Else it is what comes later than either: a session, an appointment, a night.
    """

    on: dt.date
    thing: Thing
    is_departure: bool = False


def presences(outline: Outline) -> Mapping[str, Presence]:
    """The last day of each entry of ``outline``, by the entry's id; none for one of which no day is known."""
    kept = _days_in_country(outline)
    found: dict[str, Presence] = {}
    by_traveller: dict[str, list[EntryStay]] = defaultdict(list)
    for stay in outline.entries:
        by_traveller[stay.entry.traveller].append(stay)
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


def _days_in_country(outline: Outline) -> Mapping[str, list[Presence]]:
    """What each traveller must be there for, with its day."""
    kept: dict[str, list[Presence]] = defaultdict(list)
    patient = outline.journey.patient
    if patient is not None:
        for course in outline.journey.courses:
            for session in outline.sessions(course):
                kept[patient.id].append(Presence(outline.date_there(session.starts), session))
    for appointment in outline.appointments:
        if appointment.starts is not None and _is_there(outline, appointment):
            day = Presence(outline.date_there(appointment.starts), appointment)
            for traveller in appointment.travellers:
                if appointment.patient_present or patient is None or traveller != patient.id:
                    kept[traveller].append(day)
    for leg in outline.legs:
        for day in _leg_days(outline, leg):
            for traveller in leg.travellers:
                kept[traveller].append(day)
    for night in outline.stays:
        if night.leaves is not None and outline.is_inside(night.place) is not False:
            day = Presence(outline.date_there(night.leaves), night)
            for traveller in night.travellers:
                kept[traveller].append(day)
    return kept


def _is_there(outline: Outline, appointment: Appointment) -> bool:
    if appointment.mode is not MeetingMode.IN_PERSON or appointment.kind in _AFTERWARDS:
        return False
    if appointment.state is AppointmentState.MISSED:
        return False
    inside = outline.is_inside(appointment.place)
    if inside is None:
        return appointment.starts is not None and appointment.starts.zone == outline.journey.zone
    return inside


def _leg_days(outline: Outline, leg: Leg) -> Iterator[Presence]:
    inside = outline.is_inside(leg.destination)
    if leg.departs is not None and outline.is_inside(leg.origin):
        yield Presence(outline.date_there(leg.departs), leg, is_departure=inside is False)
    if leg.arrives is not None and inside:
        yield Presence(outline.date_there(leg.arrives), leg)
