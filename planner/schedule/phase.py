"""Where on the pathway a journey stands on a given day, read from its dates alone (domain facts 1.1)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from planner.record.appointment import AppointmentKind, AppointmentState
from planner.record.journey import Journey, JourneyState
from planner.record.visa import EntryState, Visa, VisaState
from planner.record.when import When


class Phase(StrEnum):
    """The stretches of a journey, in order."""

    RECORDS = "records"  # the record packet is gathered and translated
    BOARD = "board"  # a consultation or board is fixed; its answer is awaited
    ACCEPTANCE = "acceptance"  # the board has met: estimate, letter, deposit
    VISA = "visa"  # applications are under way
    READY = "ready"  # every visa is there; travel is being prepared
    WORK_UP = "work-up"  # arrived: consultations, imaging, markers
    PLANNING = "planning"  # simulated: the plan is made and checked
    TREATMENT = "treatment"
    DISCHARGE = "discharge"  # the last fraction is given; reviews, papers, the way home
    FOLLOW_UP = "follow-up"
    CLOSED = "closed"


_BOARD_KINDS = (AppointmentKind.REMOTE_CONSULTATION,)
_PLANNING_KINDS = (AppointmentKind.SIMULATION, AppointmentKind.PLANNING, AppointmentKind.PLAN_QA)
_UNDER_WAY = (VisaState.PREPARING, VisaState.LODGED, VisaState.REFUSED)
_SETTLED = (VisaState.GRANTED, VisaState.NOT_NEEDED)


def phase(journey: Journey, today: dt.date) -> Phase:
    """The phase on ``today``, a day where the treatment is. Things without a date count as not yet reached.

    The latest phase that anything of the record has reached holds; a plan for later never pulls it forward.
    """
    if journey.state in (JourneyState.COMPLETED, JourneyState.CLOSED):
        return Phase.CLOSED
    patient = journey.patient.id if journey.patient else None
    entries = [e for e in journey.entries if e.traveller == patient and e.state is not EntryState.CANCELLED]
    entered = _first(e.entered for e in entries)
    left = _first(e.exited for e in entries[-1:])
    sessions = [f.starts.date for c in journey.courses for f in c.fractions if f.stands]
    treated = bool(sessions) and max(sessions) < today
    if left is not None and left < today and (treated or not sessions):
        return Phase.FOLLOW_UP
    if treated:
        return Phase.DISCHARGE
    if sessions and min(sessions) <= today:
        return Phase.TREATMENT
    if _reached(journey, _PLANNING_KINDS, today):
        return Phase.PLANNING
    if entered is not None and entered <= today:
        return Phase.WORK_UP
    visas = [visa for visa in journey.visas if visa.state is not VisaState.WITHDRAWN]
    settled = [visa.state in _SETTLED and _on_or_before(visa.issued_on, today) for visa in visas]
    if visas and all(settled):
        return Phase.READY
    if any(settled) or any(_under_way(visa, today) for visa in visas):
        return Phase.VISA
    boards = [m.starts.date for m in journey.mdt_meetings if m.starts]
    if boards and min(boards) <= today:
        return Phase.ACCEPTANCE
    return Phase.BOARD if boards or _reached(journey, _BOARD_KINDS, today) else Phase.RECORDS


def _on_or_before(day: dt.date | None, today: dt.date) -> bool:
    return day is None or day <= today


def _under_way(visa: Visa, today: dt.date) -> bool:
    done = [step.done_on for step in visa.steps if step.done_on]
    return min(done) <= today if done else visa.state in _UNDER_WAY


def _first(moments: Iterable[When | None]) -> dt.date | None:
    return min((when.date for when in moments if when), default=None)


def _reached(journey: Journey, kinds: tuple[AppointmentKind, ...], today: dt.date) -> bool:
    return any(
        a.kind in kinds and a.state is not AppointmentState.CANCELLED and a.starts and a.starts.date <= today
        for a in journey.appointments
    )
