"""Re-planning a course: what is proposed, and what the rules say before and after.

The desktop's dialog and the command line take everything they need for it from here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from planner.edits.replan import accept
from planner.record.ids import new_id
from planner.record.journey import Journey
from planner.record.subject import Subject
from planner.record.when import When
from planner.reference.reference import Reference
from planner.rules.acknowledged import open_findings
from planner.rules.check import check
from planner.rules.finding import Finding
from planner.schedule.dated_fields import Moment, day_of, has_passed, movable_fields
from planner.schedule.interruption import FractionMove, Interruption
from planner.schedule.options import Option, OptionKind
from planner.schedule.slip.consequence import SESSIONS, Consequence, ConsequenceKind, DayRange, Value
from planner.schedule.slip.proposal import Happened, Proposal, propose
from planner.session.days import days_of

#: Dates that a person has said for things that move.
Decided = Mapping[Subject, Moment]

__all__ = [
    "SESSIONS",
    "Consequence",
    "ConsequenceKind",
    "DayRange",
    "Decided",
    "FractionMove",
    "Happened",
    "Interruption",
    "Option",
    "OptionKind",
    "Proposal",
    "Replanning",
    "Value",
    "day_of",
    "replanning",
]


@dataclass(frozen=True, slots=True)
class Replanning:
    """A proposal, and what the rules say of the journey as it stands and with everything accepted.

    Findings that somebody has accepted are left out while their facts stay the same. ``to_date`` are the
    things that move of which a person may say the day, by their subject: no day is known, the one proposed is
    in doubt, or a person has said it already.
    """

    proposal: Proposal
    reference: Reference
    now: dt.datetime
    findings_before: tuple[Finding, ...]
    findings_after: tuple[Finding, ...]
    to_date: frozenset[Subject] = frozenset()

    def findings_with(self, chosen: Collection[str]) -> tuple[Finding, ...]:
        """What the rules would say if only what is ``chosen``, by key, were accepted."""
        return _findings(self.proposal, chosen, self.reference, self.now)


def replanning(
    journey: Journey,
    course_id: str,
    happened: Happened | Interruption,
    *,
    reference: Reference,
    now: dt.datetime,
    decided: Decided | None = None,
) -> Replanning:
    """What is proposed at ``now`` (zone-aware), weighed. Raises: InputError as ``propose`` does."""
    proposal = propose(journey, course_id, happened, reference=reference, now=now, decided=decided)
    return Replanning(
        proposal,
        reference,
        now,
        _findings(proposal, (), reference, now),
        _findings(proposal, proposal.everything, reference, now),
        frozenset(_to_date(proposal, decided or {}, now)),
    )


def _to_date(proposal: Proposal, decided: Decided, now: dt.datetime) -> Iterator[Subject]:
    """What took place already is left as it is, whatever moves, so its day is not asked for."""
    movable = {one.subject for one in movable_fields(proposal.journey, now) if not one.is_settled}
    for one in proposal.consequences:
        if one.subject not in movable or not isinstance(one.old, When | dt.date):
            continue
        in_doubt = bool(one.you_decide) and not has_passed(one.old, now)
        if one.new is None or in_doubt or one.subject in decided:
            yield one.subject


def _findings(
    proposal: Proposal, chosen: Collection[str], reference: Reference, now: dt.datetime
) -> tuple[Finding, ...]:
    journey = proposal.journey
    after = accept(proposal, chosen, new_id=lambda: new_id(now)).change(journey)
    found = check(after, reference, *days_of(journey, now))
    return open_findings(after, found)
