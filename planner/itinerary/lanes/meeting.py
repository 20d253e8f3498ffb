"""The lanes of appointments, boards included, and of the courses with their numbered sessions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planner.itinerary.item import Standing
from planner.itinerary.lanes.mark import Lane, Mark, further
from planner.itinerary.standing import confirmed, of_appointment, of_fraction
from planner.message import N_
from planner.record.appointment import Appointment
from planner.record.course import Course
from planner.record.fraction import FractionState
from planner.record.journey import Journey
from planner.record.kind_names import APPOINTMENT_KINDS, MODALITIES
from planner.record.mdt import MdtMeeting
from planner.record.place import Place
from planner.record.text import Text
from planner.record.when import order_key
from planner.schedule.move_date import why_still


def meeting_marks(journey: Journey) -> Iterator[Mark]:
    """Every appointment and board that has a date, in no order."""
    places: dict[str, Place] = {one.id: one for one in journey.places}
    for meeting in journey.mdt_meetings:
        yield from _board(meeting, places)
    for appointment in journey.appointments:
        yield from _appointment(appointment, places)


def course_marks(journey: Journey) -> Iterator[Mark]:
    """Every course as a band, and every session."""
    places: dict[str, Place] = {one.id: one for one in journey.places}
    for course in journey.courses:
        yield from _course(course, places)
        total = course.fractions_prescribed or max((one.number for one in course.fractions), default=0)
        for one in course.fractions:
            # What was delivered stands where it was given, as the course calendar has it.
            given = one.delivered_at if one.state is FractionState.DELIVERED else None
            yield Mark(
                id=one.id,
                kind="fraction",
                lane=Lane.COURSE,
                field="delivered_at" if given else "starts",
                name=N_("Session {number} of {total}", number=one.number, total=total),
                starts=given if given and given.time else one.starts,
                standing=of_fraction(one),
                state=one.state,
                number=one.number,
                place=_name(course.centre, places),
                still=why_still(one),
            )


def _board(meeting: MdtMeeting, places: Mapping[str, Place]) -> Iterator[Mark]:
    starts = meeting.starts or meeting.material_due
    if starts is None:
        return
    yield Mark(
        id=meeting.id,
        kind="mdt-meeting",
        lane=Lane.APPOINTMENTS,
        field="starts" if meeting.starts else "material_due",
        name=N_("MDT board"),
        starts=starts,
        ends=starts.later(meeting.duration_minutes) if meeting.starts and meeting.duration_minutes else None,
        standing=Standing.DONE if meeting.decision else confirmed(meeting.confirmation is not None),
        is_limit=meeting.starts is None,
        place=_name(meeting.hospital, places),
        still=why_still(meeting),
        further=further((N_("Material due"), meeting.material_due)),
    )


def _appointment(appointment: Appointment, places: Mapping[str, Place]) -> Iterator[Mark]:
    starts = appointment.starts or appointment.ends
    if starts is None:
        return
    ends = appointment.ends if appointment.starts else None
    if ends is None and appointment.duration_minutes:
        ends = starts.later(appointment.duration_minutes)
    yield Mark(
        id=appointment.id,
        kind="appointment",
        lane=Lane.APPOINTMENTS,
        field="starts" if appointment.starts else "ends",
        name=N_("{what}", what=appointment.title or APPOINTMENT_KINDS[appointment.kind]),
        starts=starts,
        ends=ends,
        standing=of_appointment(appointment),
        variant=appointment.kind,
        place=_name(appointment.place, places),
        still=why_still(appointment),
    )


def _course(course: Course, places: Mapping[str, Place]) -> Iterator[Mark]:
    standing = sorted((one.starts for one in course.fractions if one.stands), key=order_key)
    if not standing and course.prescribed_on is None:
        return
    given = sum(one.state is FractionState.DELIVERED for one in course.fractions)
    prescribed = course.fractions_prescribed or len({one.number for one in course.fractions})
    over = bool(prescribed) and given >= prescribed
    yield Mark(
        id=course.id,
        kind="course",
        lane=Lane.COURSE,
        field="fractions" if standing else "prescribed_on",
        name=N_("{what}, {given}/{total}", what=MODALITIES[course.modality], given=given, total=prescribed),
        starts=standing[0] if standing else course.prescribed_on,  # type: ignore[arg-type]  # one of the two
        ends=standing[-1] if standing else None,
        standing=Standing.DONE if over else Standing.CONFIRMED,
        variant=course.modality,
        place=_name(course.centre, places),
        still=N_("A course moves with its sessions; move one of them, or re-plan."),
    )


def _name(place: str | None, places: Mapping[str, Place]) -> Text:
    found = places.get(place) if place else None
    return found.name if found else Text()
