"""From new session dates to every consequence: ties followed, and what each date that moves brings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from planner.record.appointment import Appointment
from planner.record.document import Document
from planner.record.leg import Leg
from planner.record.money import Deposit, Payment
from planner.record.stay import Stay
from planner.record.subject import Subject
from planner.record.visa import Entry
from planner.record.when import When
from planner.schedule.dated_fields import Moment
from planner.schedule.interruption import Interruption, Replan
from planner.schedule.slip.appointments import appointment_consequences
from planner.schedule.slip.circumstances import Circumstances
from planner.schedule.slip.consequence import SESSIONS, Consequence, ConsequenceKind
from planner.schedule.slip.crossings import crossing_consequence, stay_consequences
from planner.schedule.slip.legs import leg_consequences
from planner.schedule.slip.money import deposit_consequences
from planner.schedule.slip.moved_dates import MovedDate, moved_dates
from planner.schedule.slip.names import name_of
from planner.schedule.slip.nights import night_consequences
from planner.schedule.slip.sessions import machine_down_consequences, session_consequences
from planner.schedule.slip.tie_words import why_moved
from planner.schedule.treatment_days import TreatmentDays

_RANKS = {kind: rank for rank, kind in enumerate(ConsequenceKind)}


def consequences(
    replan: Replan,
    interruption: Interruption,
    decided: Mapping[Subject, Moment],
    days: TreatmentDays,
    about: Circumstances,
) -> tuple[Consequence, ...]:
    """What the new sessions of ``replan`` move and break, in the order of ``ConsequenceKind``, then of time.

    ``days`` are the centre's treatment days as it has stated them. ``decided``: see ``moved_dates``.
    """
    found = [
        *machine_down_consequences(interruption.machine_down, days, about),
        *session_consequences(replan.moves, about),
    ]
    found += following(about, decided, {None: SESSIONS})
    return in_order(found)


def following(
    about: Circumstances, decided: Mapping[Subject, Moment], keys: Mapping[Subject | None, str]
) -> list[Consequence]:
    """What hangs on dates that move, followed along every tie, in no order.

    ``keys`` are the keys of what moved first, by its subject; ``None`` stands for what starts it all.
    """
    found: list[Consequence] = []
    known = dict(keys)
    stays: dict[str, tuple[Entry, str]] = {}
    for moved in moved_dates(about.before, about.after, decided, about.now):
        depends_on = known.get(moved.because, keys[None])
        several = tuple(consequences_of(moved, depends_on, about))
        known[moved.field.subject] = several[0].key
        found += several
        if isinstance(moved.field.thing, Entry):
            stays[moved.field.thing.id] = moved.field.thing, several[0].key
    for entry, depends_on in stays.values():
        found += stay_consequences(entry, depends_on, about)
    return found


def in_order(found: Iterable[Consequence]) -> tuple[Consequence, ...]:
    """In the order of ``ConsequenceKind``, then of time."""
    return tuple(sorted(found, key=_order))


def consequences_of(moved: MovedDate, depends_on: str, about: Circumstances) -> Iterator[Consequence]:
    """What it means that one field moves, the move itself first."""
    match moved.field.thing:
        case Appointment() as appointment:
            yield from appointment_consequences(appointment, moved, depends_on, about)
        case Leg() as leg:
            yield from leg_consequences(leg, moved, depends_on, about)
        case Stay() as stay:
            yield from night_consequences(stay, moved, depends_on, about)
        case Entry() as entry:
            yield crossing_consequence(entry, moved, depends_on, about)
        case Deposit() as deposit:
            yield from deposit_consequences(deposit, moved, depends_on, about)
        case Document():
            yield _deadline(ConsequenceKind.DOCUMENT, moved, depends_on, about)
        case Payment():
            yield _deadline(ConsequenceKind.PAYMENT, moved, depends_on, about)
        case _:
            yield _deadline(ConsequenceKind.TASK, moved, depends_on, about)


def _deadline(kind: ConsequenceKind, moved: MovedDate, depends_on: str, about: Circumstances) -> Consequence:
    """A day by which something must be there or done, and nobody outside was promised it."""
    return Consequence(
        kind=kind,
        subject=moved.field.subject,
        what=name_of(moved.field.thing, about.places),
        old=moved.field.value,
        new=moved.new,
        why=why_moved(moved, about),
        you_decide=about.doubts(moved.field.value, moved.new) if moved.new is None else (),
        depends_on=depends_on,
    )


def _order(one: Consequence) -> tuple[int, dt.date, dt.time]:
    """By kind, then by what was planned; things without a day first, and otherwise as the record has them."""
    old = one.old
    if isinstance(old, When):
        return _RANKS[one.kind], old.date, old.time or dt.time.min
    return _RANKS[one.kind], old if isinstance(old, dt.date) else dt.date.min, dt.time.min
