"""Moving one thing by hand, a session or anything else: what follows, and what the rules say with it.

The timeline takes everything it needs for it from here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass

from planner.edits.edit import Edit
from planner.edits.move import move, moved_journey
from planner.edits.replan import accept
from planner.errors import InputError
from planner.message import N_, Message
from planner.record.course import Course
from planner.record.fraction import Fraction, FractionState
from planner.record.ids import new_id
from planner.record.journey import Journey
from planner.record.lookup import thing as thing_of
from planner.reference.reference import Reference
from planner.rules.acknowledged import open_findings
from planner.rules.check import check
from planner.rules.finding import Finding
from planner.schedule.course_sessions import centre_zone, session_moment
from planner.schedule.dated_fields import Moment
from planner.schedule.interruption import FractionMove, Interruption
from planner.schedule.move_date import why_still
from planner.schedule.slip.consequence import SESSIONS, Consequence
from planner.schedule.slip.move import MoveProposal, propose_move
from planner.schedule.slip.proposal import Proposal, propose
from planner.session.days import days_of


@dataclass(frozen=True, slots=True)
class Moving:
    """A thing that somebody moves: from when to when, what follows, what the rules say of it as it stands.

    ``new`` is where it really goes: a session goes to the first treatment day from the wanted one on.
    ``sessions`` are all sessions that change, its own included. Findings that somebody has accepted are left
    out while their facts stay the same.
    """

    proposal: MoveProposal | Proposal
    thing: str
    what: Message
    old: Moment
    new: Moment
    reference: Reference
    now: dt.datetime
    findings_before: tuple[Finding, ...]

    @property
    def consequences(self) -> tuple[Consequence, ...]:
        """What follows, each to be accepted or not."""
        return self.proposal.consequences

    @property
    def main(self) -> Consequence | None:
        """The move itself, with what a person must settle about it; ``None`` for sessions."""
        return self.proposal.main if isinstance(self.proposal, MoveProposal) else None

    @property
    def sessions(self) -> tuple[FractionMove, ...]:
        """The sessions that change, by number."""
        return self.proposal.moves if isinstance(self.proposal, Proposal) else ()

    @property
    def root(self) -> str:
        """The key of the move itself, on which everything rests."""
        return self.proposal.main.key if isinstance(self.proposal, MoveProposal) else SESSIONS

    def standing(self, chosen: Collection[str]) -> frozenset[str]:
        """Those of ``chosen`` that can be accepted together, and the move itself."""
        return self.proposal.standing({*chosen, self.root}) | {self.root}

    def edit(self, chosen: Collection[str], *, new_id: Callable[[], str]) -> Edit:
        """The one edit that moves the thing and does what was chosen."""
        if isinstance(self.proposal, MoveProposal):
            return move(self.proposal, chosen)
        return accept(self.proposal, self.standing(chosen), new_id=new_id)

    def after(self, chosen: Collection[str]) -> Journey:
        """The journey as it would then be."""
        if isinstance(self.proposal, MoveProposal):
            return moved_journey(self.proposal, chosen)
        journey = self.proposal.journey
        return accept(self.proposal, self.standing(chosen), new_id=lambda: new_id(self.now)).change(journey)

    def findings_with(self, chosen: Collection[str]) -> tuple[Finding, ...]:
        """What the rules would say if the move and what is ``chosen`` were accepted."""
        return _findings(self.after(chosen), self.reference, self.now)


def moving(
    journey: Journey,
    thing_id: str,
    days: int,
    *,
    reference: Reference,
    now: dt.datetime,
    field: str = "",
) -> Moving:
    """What follows when a thing is moved by ``days`` (negative: earlier) at ``now`` (zone-aware).

    ``field`` is ``leaves`` to move only the end of a stay. Nothing is changed; any thread may ask.

    Raises: InputError, saying why, when it cannot be moved there.
    """
    thing = thing_of(journey, thing_id)
    if isinstance(thing, Fraction):
        return _session(journey, thing, days, reference, now)
    proposal = propose_move(journey, thing_id, days, reference=reference, now=now, field=field)
    return Moving(
        proposal,
        thing_id,
        proposal.main.what,
        proposal.old,
        proposal.new,
        reference,
        now,
        _findings(journey, reference, now),
    )


def _session(
    journey: Journey, fraction: Fraction, days: int, reference: Reference, now: dt.datetime
) -> Moving:
    """A session moved later leaves out the days between; the first to come may also be moved earlier."""
    course = next(one for one in journey.courses if any(f.id == fraction.id for f in one.fractions))
    if (said := why_still(fraction)) is not None:
        raise InputError(said)
    zone = centre_zone(journey, course)
    moment = session_moment(fraction, zone)
    wanted = moment.date + dt.timedelta(days)
    if days >= 0:
        skipped = tuple(moment.date + dt.timedelta(day) for day in range(days))
        interruption = Interruption(skipped=skipped)
    elif _is_first_to_come(course, fraction, zone):
        interruption = Interruption(new_start=wanted)
    else:
        raise InputError(
            N_("Only the first session still to come can be moved earlier; those after it follow it.")
        )
    proposal = propose(journey, course.id, interruption, reference=reference, now=now)
    own = next((one.new for one in proposal.moves if one.number == fraction.number), None)
    new = moment if own is None else moment.moved((own.date - moment.date).days)
    return Moving(
        proposal,
        fraction.id,
        N_("Session {number}", number=fraction.number),
        moment,
        new,
        reference,
        now,
        _findings(journey, reference, now),
    )


def _is_first_to_come(course: Course, fraction: Fraction, zone: str) -> bool:
    open_states = (FractionState.PLANNED, FractionState.CONFIRMED)
    waiting = [one for one in course.fractions if one.state in open_states]
    return min(waiting, key=lambda one: session_moment(one, zone).date).id == fraction.id


def _findings(journey: Journey, reference: Reference, now: dt.datetime) -> tuple[Finding, ...]:
    found = check(journey, reference, *days_of(journey, now))
    return open_findings(journey, found)
