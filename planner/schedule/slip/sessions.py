"""What hangs on the sessions directly: who interprets and drives, and the days the machine is down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.message import N_
from planner.record.subject import Subject
from planner.record.treatment_days import MachineDown
from planner.record.when import When
from planner.schedule.course_sessions import centre_of, centre_zone, latest_sessions
from planner.schedule.interruption import FractionMove
from planner.schedule.names import called
from planner.schedule.slip.circumstances import Circumstances
from planner.schedule.slip.consequence import SESSIONS, Consequence, ConsequenceKind, DayRange
from planner.schedule.slip.people import people_consequences
from planner.schedule.treatment_days import DayReason, TreatmentDays


def session_consequences(moves: Sequence[FractionMove], about: Circumstances) -> Iterator[Consequence]:
    """The interpreter and the driver of each session that moves, or is planned again after it was missed."""
    zone = centre_zone(about.journey, about.course)
    latest = latest_sessions(about.course)
    for move in moves:
        fraction = latest.get(move.number)
        if fraction is None or move.new is None:
            continue
        yield from people_consequences(
            Subject("fraction", fraction.id),
            (("interpreter", fraction.interpreter), ("driver", fraction.driver)),
            (fraction.starts, When(date=move.new.date, time=move.new.time, zone=zone)),
            N_("They are booked for: {what}", what=called(fraction, about.places)),
            SESSIONS,
            about,
        )


def machine_down_consequences(
    down: Sequence[MachineDown], days: TreatmentDays, about: Circumstances
) -> Iterator[Consequence]:
    """That the centre does not treat then, for every course given there; ``days`` are those it has stated."""
    centre = centre_of(about.journey, about.course)
    if centre is None:
        return
    for period in dict.fromkeys(MachineDown(first=one.first, last=one.last) for one in down):
        dates = range(period.first.toordinal(), period.last.toordinal() + 1)
        if all(days.day(period.first.fromordinal(one)).reason is DayReason.MACHINE_DOWN for one in dates):
            continue
        yield Consequence(
            kind=ConsequenceKind.TREATMENT_DAYS,
            subject=Subject("place", centre.id, "treatment_days"),
            what=N_("The machine is down: {centre}", centre=centre.name),
            old=None,
            new=DayRange(period.first, period.last),
            why=N_("It is kept with the centre, so that no session of any journey is planned there then."),
            person=f"{period.first}..{period.last}",
        )
