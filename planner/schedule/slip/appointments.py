"""Appointments that move: reviews, discharge, follow-ups; and the interpreter and driver who come to them."""

from __future__ import annotations

from collections.abc import Iterator

from planner.message import N_
from planner.record.appointment import Appointment, AppointmentKind
from planner.record.subject import Subject
from planner.record.when import When
from planner.schedule.slip.circumstances import Circumstances
from planner.schedule.slip.consequence import Consequence, ConsequenceKind
from planner.schedule.slip.moved_dates import MovedDate
from planner.schedule.slip.names import name_of
from planner.schedule.slip.people import people_consequences
from planner.schedule.slip.tie_words import why_moved

_KINDS = {
    AppointmentKind.WEEKLY_REVIEW: ConsequenceKind.REVIEW,
    AppointmentKind.END_REVIEW: ConsequenceKind.REVIEW,
    AppointmentKind.FOLLOW_UP: ConsequenceKind.FOLLOW_UP,
    AppointmentKind.TELE_REVIEW: ConsequenceKind.FOLLOW_UP,
}


def appointment_consequences(
    appointment: Appointment, moved: MovedDate, depends_on: str, about: Circumstances
) -> Iterator[Consequence]:
    """An appointment moves to the date its tie says, at its own time; if confirmed, it is asked for again."""
    old, new = moved.field.value, moved.new
    assert isinstance(old, When)
    doubts = about.doubts(old, new)
    if isinstance(new, When):
        doubts += about.closed_words(new.date, appointment.place)
    main = Consequence(
        kind=_KINDS.get(appointment.kind, ConsequenceKind.APPOINTMENT),
        subject=moved.field.subject,
        what=name_of(appointment, about.places),
        old=old,
        new=new,
        why=why_moved(moved, about),
        needs_rebooking=appointment.confirmation is not None,
        you_decide=doubts,
        depends_on=depends_on,
    )
    yield main
    if isinstance(new, When):
        yield from people_consequences(
            Subject("appointment", appointment.id),
            (("interpreter", appointment.interpreter), ("driver", appointment.driver)),
            (old, new),
            N_("They are booked for: {what}", what=main.what),
            main.key,
            about,
        )
