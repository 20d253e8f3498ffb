"""Accepting a finding with a reason and a name, and taking that back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from planner.edits.edit import Edit
from planner.errors import InputError
from planner.message import N_
from planner.record.acknowledgement import Acknowledgement
from planner.record.ids import AcknowledgementId
from planner.record.journey import Journey
from planner.rules.finding import Finding


def acknowledge(journey: Journey, finding: Finding, *, id: str, reason: str, by: str, on: dt.date) -> Edit:
    """Accept ``finding`` while its facts stay the same: why, who says so, and on which day.

    Raises: InputError when the reason or the name is empty.
    """
    if not reason.strip():
        raise InputError(
            N_("A finding is acknowledged only with a reason."), N_("Say why the plan may stand.")
        )
    if not by.strip():
        raise InputError(N_("A finding is acknowledged only in somebody’s name."), N_("Enter your name."))
    accepted = Acknowledgement(
        id=AcknowledgementId(id),
        code=finding.code,
        subject=finding.subject.id,
        facts=finding.facts,
        reason=reason.strip(),
        by=by.strip(),
        on=on,
    )

    def change(current: Journey) -> Journey:
        return replace(current, acknowledgements=(*_others(current, finding), accepted))

    return Edit(N_("Acknowledge a finding"), journey.id, change)


def reopen(journey: Journey, finding: Finding) -> Edit:
    """Take back that ``finding`` was accepted; nothing changes when it was not."""

    def change(current: Journey) -> Journey:
        kept = _others(current, finding)
        unchanged = len(kept) == len(current.acknowledgements)
        return current if unchanged else replace(current, acknowledgements=kept)

    return Edit(N_("Open a finding again"), journey.id, change)


def _others(journey: Journey, finding: Finding) -> tuple[Acknowledgement, ...]:
    """The acknowledgements of other findings, and of other facts of this one, which are history."""
    told = (finding.code, finding.subject.id, finding.facts)
    return tuple(one for one in journey.acknowledgements if (one.code, one.subject, one.facts) != told)
