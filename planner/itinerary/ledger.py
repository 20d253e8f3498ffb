"""Who holds which revision: the ledger of the issued copies, worked out from the issues of a journey."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from planner.record.consent import Audience
from planner.record.issue import Holder, Issue
from planner.record.journey import Journey
from planner.record.text import is_same_name


class Hold(StrEnum):
    """How good the paper is that somebody holds."""

    CURRENT = "current"
    """The newest revision of this copy."""
    OUTDATED = "outdated"
    """There is a newer revision, which this holder was not given."""
    REPLACED = "replaced"
    """The holder was given a newer revision since, but has not given this one back."""
    RETURNED = "returned"
    """It was given back."""


@dataclass(frozen=True, slots=True)
class Holding:
    """One line of the ledger. ``newest`` is the newest revision of the same copy."""

    issue: Issue
    holder: Holder
    newest: int
    hold: Hold


def ledger(journey: Journey) -> tuple[Holding, ...]:
    """Every copy that was handed out, newest revision first."""
    return tuple(
        line
        for issue in sorted(journey.issues, key=_revision, reverse=True)
        for line in _lines(journey, issue)
    )


def next_revision(journey: Journey) -> int:
    """The number after the highest one given: revisions of all copies of a journey are one sequence."""
    return max((issue.revision for issue in journey.issues), default=0) + 1


def issues_of(
    journey: Journey, audience: Audience, reader: str = "", recipient: str = ""
) -> tuple[Issue, ...]:
    """The issues of one copy, oldest first: for the same audience, reader and recipient.

    Language, paper and size of print may differ: who gets large print this time has one itinerary still.
    """
    copy = (audience, reader, recipient)
    return tuple(sorted((issue for issue in journey.issues if _copy(issue) == copy), key=_revision))


def _lines(journey: Journey, issue: Issue) -> Iterator[Holding]:
    issues = issues_of(journey, *_copy(issue))
    newer = [other for other in issues if other.revision > issue.revision]
    for holder in issue.holders:
        yield Holding(issue, holder, issues[-1].revision, _hold(holder, newer))


def _hold(holder: Holder, newer: list[Issue]) -> Hold:
    if holder.returned_on is not None:
        return Hold.RETURNED
    if not newer:
        return Hold.CURRENT
    given = any(is_same_name(holder.name, other.name) for issue in newer for other in issue.holders)
    return Hold.REPLACED if given else Hold.OUTDATED


def _copy(issue: Issue) -> tuple[Audience, str, str]:
    return issue.audience, issue.reader or "", issue.recipient


def _revision(issue: Issue) -> int:
    return issue.revision
