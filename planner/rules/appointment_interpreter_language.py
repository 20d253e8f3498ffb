"""``appointment.interpreter-language``: the interpreter named speaks none of the traveller's languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.appointment import Appointment
from planner.record.journey import Journey
from planner.record.subject import Subject
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity
from planner.schedule.agenda import Agenda, agenda

CODE = "appointment.interpreter-language"


def appointment_interpreter_language(
    journey: Journey, reference: Reference, today: dt.date
) -> Iterator[Finding]:
    """As far as the languages of both are entered: of the patient if there, else of anybody who attends.

    One finding for each interpreter and traveller, at the first appointment.
    """
    seen = agenda(journey)
    told = set()
    for one in seen.attendances:
        thing = one.thing
        if not isinstance(thing, Appointment) or thing.interpreter is None:
            continue
        patient = _listener(seen, one.travellers)
        if patient is None or (thing.interpreter, patient) in told or seen.is_over(one.starts, today):
            continue
        told.add((thing.interpreter, patient))
        interpreter = seen.outline.contacts.get(thing.interpreter)
        traveller = seen.outline.travellers[patient]
        if interpreter is None or _share_a_language(interpreter.languages, traveller.languages):
            continue
        subject = Subject.of(thing, "interpreter")
        yield Finding(
            CODE,
            Severity.WARNING,
            N_(
                "{interpreter}, the interpreter for {what} on {day}, is not entered as speaking a language "
                "of {name}.",
                interpreter=seen.called(interpreter),
                what=seen.called(thing),
                day=one.starts.date,
                name=seen.called(traveller),
            ),
            subject,
            None,
            (
                Fix(N_("Name another interpreter"), OpenField(subject)),
                Fix(N_("Enter the languages"), OpenField(Subject.of(interpreter, "languages"))),
            ),
            one.starts.date,
        )


def _listener(seen: Agenda, travellers: tuple[str, ...]) -> str | None:
    patient = seen.journey.patient
    if patient is not None and patient.id in travellers:
        return patient.id
    return next((id for id in travellers if id in seen.outline.travellers), None)


def _share_a_language(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether they do, whatever the country; unknown while either has none entered."""
    if not one or not other:
        return True
    return bool({locale.partition("_")[0] for locale in one} & {locale.partition("_")[0] for locale in other})
