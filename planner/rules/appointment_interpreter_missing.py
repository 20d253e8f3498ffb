"""``appointment.interpreter-missing``: an interpreter is needed and none is named, or nobody has asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.appointment import Appointment
from planner.record.journey import Journey
from planner.record.subject import Subject
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, OpenField, Severity
from planner.schedule.agenda import Agenda, agenda

CODE = "appointment.interpreter-missing"


def appointment_interpreter_missing(
    journey: Journey, reference: Reference, today: dt.date
) -> Iterator[Finding]:
    """A note while there is time to find one, a warning from the limit on.

    Whether one is needed is asked of appointments in the country of treatment, with somebody who is not
    entered as speaking Chinese.
    """
    seen = agenda(journey)
    soon = today + dt.timedelta(reference.limits.arrangement_days)
    for one in seen.attendances:
        thing = one.thing
        if not isinstance(thing, Appointment) or thing.interpreter is not None or not one.travellers:
            continue
        if thing.needs_interpreter is False or seen.is_over(one.starts, today):
            continue
        if thing.needs_interpreter is None and not _may_need_one(seen, thing, one.travellers):
            continue
        what, day = seen.called(thing), one.starts.date
        near = Severity.WARNING if day <= soon else Severity.NOTE
        if thing.needs_interpreter:
            subject = Subject.of(thing, "interpreter")
            title = N_("Book an interpreter: {what} on {day}", what=what, day=day)
            yield Finding(
                CODE,
                near,
                N_("{what} on {day} needs an interpreter; none is named.", what=what, day=one.starts),
                subject,
                None,
                (
                    Fix(N_("Name the interpreter"), OpenField(subject)),
                    Fix(N_("Make a task: book an interpreter"), MakeTask(subject, title, day)),
                ),
                day,
            )
        else:
            subject = Subject.of(thing, "needs_interpreter")
            yield Finding(
                CODE,
                Severity.NOTE,
                N_(
                    "Nobody has entered whether {what} on {day} needs an interpreter.",
                    what=what,
                    day=one.starts,
                ),
                subject,
                None,
                (Fix(N_("Enter whether one is needed"), OpenField(subject)),),
                day,
            )


def _may_need_one(seen: Agenda, appointment: Appointment, travellers: tuple[str, ...]) -> bool:
    place = seen.outline.places.get(appointment.place or "")
    if place is None or not seen.outline.is_inside(place.id):
        return False
    known = seen.outline.travellers
    return any(not _speaks(known[id].languages) for id in travellers if id in known)


def _speaks(languages: tuple[str, ...]) -> bool:
    """Whether the language of the country is among them."""
    return any(language.partition("_")[0] == "zh" for language in languages)
